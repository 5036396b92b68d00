// How the draft stood in its file: its line ends, and the mark at its beginning.
//
// Takes the text of a file, gives any draft back in that form. The editor knows \n only.
//
// *Invariant:* what was read and not changed is written as it was, unless its line ends were mixed:
// then they become the ones that prevail.

const MARK = "\ufeff";

export interface DraftForm {
  lineEnd: "\n" | "\r\n" | "\r";
  marked: boolean;
}

/** The form of a draft that comes from no file: Notepad on Windows 7 takes \n for no line end at all. */
export const ownForm: DraftForm = { lineEnd: /^Win/.test(navigator.platform) ? "\r\n" : "\n", marked: false };

/** The form of a text; its own where it has a line end. */
export function formOf(text: string): DraftForm {
  const count = (ends: RegExp): number => text.match(ends)?.length ?? 0;
  const counted = [
    ["\n", count(/(?<!\r)\n/g)],
    ["\r\n", count(/\r\n/g)],
    ["\r", count(/\r(?!\n)/g)],
  ] as const;
  const [lineEnd, most] = counted.reduce((left, right) => (right[1] > left[1] ? right : left));
  return { lineEnd: most > 0 ? lineEnd : ownForm.lineEnd, marked: text.startsWith(MARK) };
}

/** A held draft as its file has it. */
export const written = (held: string, { lineEnd, marked }: DraftForm): string =>
  (marked ? MARK : "") + (lineEnd === "\n" ? held : held.replaceAll("\n", lineEnd));

/** A text without its mark, which is none of its characters. */
export const unmarked = (text: string): string => (text.startsWith(MARK) ? text.slice(1) : text);
