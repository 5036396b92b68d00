// A passage of the draft with what stands round it.
//
// *Invariant:* cuts no character in two, and is one line.

import type { Range } from "hegao";

export interface Excerpt {
  before: string;
  quoted: string;
  after: string;
}

const AROUND = 36;
const LONGEST_QUOTE = 160;
const oneLine = (text: string): string => text.replace(/\s+/g, " ");

/** The sentence round `range`, as far as it is short. */
export function excerpt(draft: string, { start, end }: Range): Excerpt {
  const before = draft.slice(Math.max(0, start - AROUND), start);
  const after = draft.slice(end, end + AROUND);
  const from = Math.max(...["。", "；", "！", "？", "\n"].map((sign) => before.lastIndexOf(sign))) + 1;
  const to = after.search(/[。；！？\n]/);
  const cutBefore = from === 0 && start > AROUND;
  const cutAfter = to < 0 && end + AROUND < draft.length;
  const quoted = draft.slice(start, Math.min(end, start + LONGEST_QUOTE));
  return {
    before: `${cutBefore ? "…" : ""}${whole(oneLine(before.slice(from)).trimStart())}`,
    quoted: `${whole(oneLine(quoted))}${end - start > LONGEST_QUOTE ? "…" : ""}`,
    after: `${whole(oneLine(to < 0 ? after : after.slice(0, to + 1)).trimEnd())}${cutAfter ? "…" : ""}`,
  };
}

/** Without the halves of characters that a cut has left. */
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
