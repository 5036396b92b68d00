// What the review says, in the text: underlines that move with it, and lights on evidence.
//
// Takes reviews and edits, gives decorations and the way from a review's ranges to the text of now.
//
// *Invariant:* a finding that an edit has touched is neither shown nor applied until the next review.

import { type ChangeDesc, RangeSet, StateEffect, StateField, type EditorState } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Finding, Range, Review, Severity } from "hegao";

export interface Light {
  range: Range;
  role: string;
}

/** A review of the text as it is now. */
export const showReview = StateEffect.define<Review>();
/** The places to light, in the coordinates of the review; none to put the lights out. */
export const light = StateEffect.define<Light[]>();

interface Reviewed {
  review: Review | null;
  /** What has happened to the text since the review. */
  changes: ChangeDesc | null;
  underlines: DecorationSet;
}

const LONGEST_UNDERLINE = 20_000;
const strength: Record<Severity, number> = { error: 0, warning: 1, hint: 2 };

function underlinesOf(findings: Finding[], length: number): DecorationSet {
  const marks = [];
  for (const finding of findings) {
    if (!finding.range) continue;
    const from = Math.min(finding.range.start, length);
    const to = Math.min(finding.range.end, length, from + LONGEST_UNDERLINE);
    if (from >= to) continue;
    const mark = Decoration.mark({
      class: `hegao-mark hegao-${finding.severity}`,
      attributes: { "data-id": finding.id },
      finding: finding.id,
    });
    marks.push(mark.range(from, to));
  }
  return RangeSet.of(marks, true);
}

export const reviewed = StateField.define<Reviewed>({
  create: () => ({ review: null, changes: null, underlines: Decoration.none }),
  update(value, transaction) {
    let { review, changes, underlines } = value;
    if (transaction.docChanged) {
      const desc = transaction.changes.desc;
      changes = changes ? changes.composeDesc(desc) : desc;
      underlines = movedWith(underlines, desc);
    }
    for (const effect of transaction.effects) {
      if (!effect.is(showReview)) continue;
      review = effect.value;
      changes = null;
      underlines = underlinesOf(review.findings, transaction.newDoc.length);
    }
    return review === value.review && changes === value.changes ? value : { review, changes, underlines };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.underlines),
});

/** `marks` after an edit, without those that it has touched. */
export function movedWith(marks: DecorationSet, edit: ChangeDesc): DecorationSet {
  let left = marks;
  edit.iterChangedRanges((from, to) => {
    left = left.update({ filterFrom: from, filterTo: to, filter: (start, end) => end <= from || start >= to });
  });
  return left.map(edit);
}

const lights = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    let result = transaction.docChanged ? Decoration.none : value;
    for (const effect of transaction.effects) {
      if (effect.is(showReview)) result = Decoration.none;
      if (!effect.is(light)) continue;
      const length = transaction.newDoc.length;
      const marks = effect.value
        .map(({ range, role }) => ({ range: rangeNow(transaction.startState, range), role }))
        .filter(({ range }) => range !== null && range.start < range.end && range.end <= length)
        .map(({ range, role }) =>
          Decoration.mark({ class: `hegao-light hegao-light-${role}` }).range(range?.start ?? 0, range?.end ?? 0),
        );
      result = RangeSet.of(marks, true);
    }
    return result;
  },
  provide: (field) => EditorView.decorations.from(field),
});

// The underlines come first: the earlier field is the outer element and stays in one piece.
export const marks = [reviewed, lights];

/** Where a range of the review is now; null where an edit has touched it. */
export function rangeNow(state: EditorState, range: Range): Range | null {
  const { changes } = state.field(reviewed);
  const length = changes ? changes.length : state.doc.length;
  if (range.start > range.end || range.end > length) return null;
  if (!changes) return range;
  if (touched(changes, range)) return null;
  return { start: changes.mapPos(range.start, 1), end: changes.mapPos(range.end, -1) };
}

function touched(changes: ChangeDesc, range: Range): boolean {
  let inside = false;
  changes.iterChangedRanges((from, to) => {
    if (from < range.end && to > range.start) inside = true;
  });
  return inside;
}

/** The findings at a place of the text of now, the worst first. */
export function findingsAt(state: EditorState, at: number): Finding[] {
  const { review, underlines } = state.field(reviewed);
  const ids = new Set<string>();
  underlines.between(at, at, (_from, _to, mark) => {
    ids.add(mark.spec.finding as string);
  });
  if (!review || ids.size === 0) return [];
  return review.findings
    .filter((finding) => ids.has(finding.id))
    .sort((one, other) => strength[one.severity] - strength[other.severity]);
}

/** The starts of the underlines after (or before) a place, for stepping through them. */
export function nextUnderline(state: EditorState, from: number, forward: boolean): Range | null {
  const places: Range[] = [];
  state.field(reviewed).underlines.between(0, state.doc.length, (start, end) => {
    places.push({ start, end });
  });
  const next = forward ? places.find((place) => place.start > from) : places.findLast((place) => place.start < from);
  return next ?? (forward ? places.at(0) : places.at(-1)) ?? null;
}
