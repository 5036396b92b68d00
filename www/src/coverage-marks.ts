// A quiet mark on every figure that took part in no sum, while the reader wants to see them.
//
// *Invariant:* marks move with the text; one that an edit has touched is gone until the next review.

import { type EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { movedWith, reviewed, showReview } from "./marks";

export const showUnchecked = StateEffect.define<boolean>();

interface Coverage {
  on: boolean;
  marks: DecorationSet;
}

const mark = Decoration.mark({ class: "hegao-unchecked" });

export const coverageMarks = StateField.define<Coverage>({
  create: () => ({ on: false, marks: Decoration.none }),
  update(value, transaction) {
    let { on, marks } = value;
    if (transaction.docChanged && on) marks = movedWith(marks, transaction.changes.desc);
    for (const effect of transaction.effects) {
      if (effect.is(showUnchecked)) on = effect.value;
      if (effect.is(showUnchecked) || (effect.is(showReview) && on)) marks = on ? marksOf(transaction.state) : Decoration.none;
    }
    return on === value.on && marks === value.marks ? value : { on, marks };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.marks),
});

function marksOf(state: EditorState): DecorationSet {
  const { review, changes } = state.field(reviewed);
  const unchecked = (review?.coverage.unchecked ?? []).filter((range) => range.start < range.end);
  // Reviews come in the coordinates of their own text; the edits since then are made up for.
  const length = changes ? changes.length : state.doc.length;
  const marks = RangeSet.of(unchecked.filter((range) => range.end <= length).map((range) => mark.range(range.start, range.end)), true);
  return changes ? movedWith(marks, changes) : marks;
}

/** Where the first mark at or behind `from` begins, else the very first. */
export function nextMark(state: EditorState, from: number): number | null {
  const cursor = state.field(coverageMarks).marks.iter(from);
  if (cursor.value) return cursor.from;
  const first = state.field(coverageMarks).marks.iter();
  return first.value ? first.from : null;
}
