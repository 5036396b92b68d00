// What a repair does to the text, as short stretches before and after.
//
// *Invariant:* pure; an example is cut from the draft, never made up.

import type { Edit, Finding, Fix, Range } from "hegao";
import { element } from "./element";

export interface Example {
  before: string;
  after: string;
}

export const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 40;
const CONTEXT = 6;

/** The finding as it will be; where it is long or stands for many places, the first of them. */
export function examples(finding: Finding, fix: Fix, draft: string): Example[] {
  const whole = hull([...(finding.range ? [finding.range] : []), ...fix.edits.map((edit) => edit.range)]);
  if (whole.end - whole.start <= LONGEST_EXAMPLE) return [example(whole, fix, draft)];
  const windows: Range[] = [];
  for (const { range } of fix.edits) {
    const last = windows.at(-1);
    if (last && range.end <= last.end) continue;
    if (windows.length === MOST_EXAMPLES) break;
    windows.push(around(range, draft));
  }
  return windows.map((window) => example(window, fix, draft));
}

function example(range: Range, fix: Fix, draft: string): Example {
  const inside = fix.edits.filter((edit) => edit.range.start >= range.start && edit.range.end <= range.end);
  return { before: draft.slice(range.start, range.end), after: edited(draft, range, inside) };
}

function hull(ranges: Range[]): Range {
  return ranges.reduce((one, other) => ({ start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) }));
}

/** A few characters more on each side, within the line. */
function around(range: Range, draft: string): Range {
  const line = draft.lastIndexOf("\n", range.start - 1) + 1;
  const newline = draft.indexOf("\n", range.end);
  return {
    start: Math.max(line, range.start - CONTEXT),
    end: Math.min(newline < 0 ? draft.length : newline, range.end + CONTEXT, range.start + LONGEST_EXAMPLE + CONTEXT),
  };
}

function edited(draft: string, range: Range, edits: Edit[]): string {
  let text = "";
  let at = range.start;
  for (const edit of edits) {
    text += draft.slice(at, edit.range.start) + edit.text;
    at = edit.range.end;
  }
  return text + draft.slice(at, range.end);
}

/** `before`, struck out, and what stands there afterwards. */
export function change({ before, after }: Example, kind = "example"): HTMLElement {
  return element("p", { class: kind }, element("del", {}, before), " → ", element("ins", {}, after));
}
