// All repairs that change the form only, made at once.
//
// Takes a review and its text, gives the edits and what they do, kind by kind.
//
// *Invariant:* only repairs that the checker calls safe; the edits are in order and apart from each other.

import type { Edit, Finding, Fix, Range, Review } from "hegao";
import { type Example, examples, MOST_EXAMPLES } from "./example";

export interface Kind {
  rule: string;
  places: number;
  examples: Example[];
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
