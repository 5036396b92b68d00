// All repairs that change the form only, made at once.
//
// Takes a review and its text, gives the edits and what they do, kind by kind.
//
// *Invariant:* only repairs that the checker calls safe; the edits are in order and apart from each other.

import type { Edit, Finding, Fix, Range, Review } from "hegao";

export interface Kind {
  rule: string;
  places: number;
  examples: Example[];
}
export interface Example {
  before: string;
  after: string;
}
export interface Tidying {
  edits: Edit[];
  kinds: Kind[];
  /** Repairs that touch others and must wait for the next time. */
  waiting: number;
}

interface Offer {
  finding: Finding;
  fix: Fix;
  clashes: boolean;
}

const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 40;
const CONTEXT = 6;

export function tidying(review: Review, draft: string): Tidying {
  const offers: Offer[] = [];
  for (const finding of review.findings) {
    const fix = finding.fixes.find((one) => one.safety === "safe" && one.edits.length > 0);
    if (fix) offers.push({ finding, fix, clashes: false });
  }
  const placed = offers.flatMap((offer) => offer.fix.edits.map((edit) => ({ edit, offer })));
  placed.sort((one, other) => one.edit.range.start - other.edit.range.start || one.edit.range.end - other.edit.range.end);
  let last: Edit | null = null;
  for (const { edit, offer } of placed) {
    if (last && touches(last.range, edit.range)) offer.clashes = true;
    else last = edit;
  }
  const kinds = new Map<string, Kind>();
  for (const { finding, fix } of offers.filter((offer) => !offer.clashes)) {
    const kind = kinds.get(finding.rule) ?? { rule: finding.rule, places: 0, examples: [] };
    kinds.set(finding.rule, kind);
    kind.places += finding.occurrences;
    if (kind.examples.length < MOST_EXAMPLES) kind.examples.push(...examples(finding, fix, draft).slice(0, MOST_EXAMPLES - kind.examples.length));
  }
  return {
    edits: placed.filter(({ offer }) => !offer.clashes).map(({ edit }) => edit),
    kinds: [...kinds.values()].sort((one, other) => other.places - one.places),
    waiting: offers.filter((offer) => offer.clashes).length,
  };
}

/** Two insertions at one place touch, too: their order would be a guess. */
const touches = (earlier: Range, later: Range): boolean => later.start < earlier.end || later.start === earlier.start;

/** The finding as it will be; where it is long or stands for many places, the first of them. */
function examples(finding: Finding, fix: Fix, draft: string): Example[] {
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
  return { start: Math.min(...ranges.map((range) => range.start)), end: Math.max(...ranges.map((range) => range.end)) };
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
