// Offsets of a text with \r\n, of which the editor keeps \n only.
//
// *Invariant:* a text without \r\n needs no translation and gets none.

import type { Range, Review } from "hegao";

/** The text as the editor holds it. */
export const asHeld = (text: string): string => text.replace(/\r\n?/g, "\n");

/** `review` of the held text, with its ranges as they are in `given`. */
export function inGivenText(review: Review, given: string): Review {
  const removed: number[] = [];
  for (let at = given.indexOf("\r\n"); at >= 0; at = given.indexOf("\r\n", at + 2)) {
    removed.push(at - removed.length);
  }
  if (removed.length === 0) return review;
  // How many \r stand before the held offset: those whose \n ends at or before it.
  const before = (offset: number): number => {
    let low = 0;
    let high = removed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((removed[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const range = (held: Range): Range => ({ start: held.start + before(held.start), end: held.end + before(held.end) });
  return mapRanges(review, range);
}

/** A copy of `value` in which every range is `change`d. */
function mapRanges<T>(value: T, change: (range: Range) => Range): T {
  if (Array.isArray(value)) return value.map((item) => mapRanges(item, change)) as T;
  if (value === null || typeof value !== "object") return value;
  if ("start" in value && "end" in value) return change(value as unknown as Range) as T;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapRanges(part, change)])) as T;
}
