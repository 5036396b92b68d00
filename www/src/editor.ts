// The editor: CodeMirror with the draft in it.
//
// Takes texts, reviews and jumps; gives changes of the draft and of the cursor.
//
// *Invariant:* offsets are UTF-16 units of the held text, whose lines end in \n.

import { history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { closeHoverTooltips, EditorView, highlightSpecialChars, keymap } from "@codemirror/view";
import type { Edit, Finding, Fix, Range, Review } from "hegao";
import { cards, closeCard, jumpTo } from "./card";
import type { FindingActions } from "./finding-view";
import { coverageMarks, nextMark, showUnchecked } from "./coverage-marks";
import { asHeld } from "./line-ends";
import { findingsAt, light, type Light, marks, nextUnderline, rangeNow, showReview } from "./marks";
import { textKeys } from "./keys";
import { language } from "./language";
import { say } from "./messages";
import { searchPhrases } from "./phrases";

export interface EditorEvents {
  changed(): void;
  composed(): void;
  /** The findings where the cursor now stands. */
  stands(findings: Finding[]): void;
}

export class Editor {
  readonly view: EditorView;
  private readonly wording = new Compartment();

  constructor(parent: HTMLElement, actions: FindingActions, events: EditorEvents) {
    const update = EditorView.updateListener.of((change) => {
      if (change.docChanged) events.changed();
      if (change.selectionSet && change.transactions.some((one) => one.isUserEvent("select"))) events.stands(findingsAt(change.state, change.state.selection.main.head));
    });
    const step = (forward: boolean) => (): boolean => this.step(forward);
    const applyFirst = (view: EditorView): boolean => {
      const fix = findingsAt(view.state, view.state.selection.main.head)[0]?.fixes[0];
      if (fix) actions.apply(fix);
      return fix !== undefined;
    };
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        extensions: [
          marks,
          coverageMarks,
          cards(actions),
          history(),
          // Marks without a body change what is read: they are shown.
          highlightSpecialChars(),
          search({ top: true }),
          keymap.of([
            { key: "F8", run: step(true), shift: step(false) },
            { key: "Ctrl-Enter", mac: "Cmd-Enter", run: applyFirst },
            ...searchKeymap,
            ...historyKeymap,
            ...textKeys,
          ]),
          EditorView.lineWrapping,
          this.wording.of(wordingNow()),
          EditorView.domEventHandlers({
            compositionend: () => {
              // CodeMirror ends its own composition state after this event.
              setTimeout(() => events.composed());
              return false;
            },
          }),
          update,
        ],
      }),
    });
  }

  text(): string {
    return this.view.state.doc.toString();
  }

  isBlank(): boolean {
    return this.view.state.doc.length === 0;
  }

  /** Another draft: the old one stays within reach of undo. */
  setText(text: string): void {
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: asHeld(text) },
      selection: { anchor: 0 },
      scrollIntoView: true,
      userEvent: "input.replace",
    });
  }

  show(review: Review): void {
    this.view.dispatch({ effects: showReview.of(review) });
  }

  /** Goes to a range of the review, without a card that would hide the lit `places`; false where an edit has touched it. */
  jump(range: Range, places: Light[] = []): boolean {
    const now = rangeNow(this.view.state, range);
    if (!now) return false;
    jumpTo(this.view, now.start, now.end, false, [light.of(places)]);
    return true;
  }

  /** Goes to the next underline, or the one before, and opens its card. */
  step(forward: boolean): true {
    const { from, empty } = this.view.state.selection.main;
    // A cursor in front of an underline has not been there yet.
    const place = nextUnderline(this.view.state, forward && empty ? from - 1 : from, forward);
    if (place) jumpTo(this.view, place.start, place.end, true);
    return true;
  }

  /** Opens the field for finding words in the draft. */
  find(): void {
    openSearchPanel(this.view);
  }

  /** Lights places without going anywhere. */
  light(places: Light[]): void {
    this.view.dispatch({ effects: light.of(places) });
  }

  /** Marks the figures that took part in no sum, with at least one of them in sight. */
  showUnchecked(on: boolean): void {
    this.view.dispatch({ effects: showUnchecked.of(on) });
    const top = this.view.lineBlockAtHeight(this.view.scrollDOM.getBoundingClientRect().top - this.view.documentTop).from;
    const place = on ? nextMark(this.view.state, top) : null;
    if (place !== null) this.view.dispatch({ effects: EditorView.scrollIntoView(place, { y: "nearest", yMargin: 60 }) });
  }

  /** Makes a repair; false where an edit has touched the text since it was offered. */
  apply(fix: Fix): boolean {
    return this.change(fix.edits);
  }

  /** Makes changes as one step that undo takes back; false where an edit has touched the text since. */
  change(edits: Edit[]): boolean {
    const changes = [];
    for (const edit of edits) {
      const now = rangeNow(this.view.state, edit.range);
      if (!now) return false;
      changes.push({ from: now.start, to: now.end, insert: asHeld(edit.text) });
    }
    this.view.dispatch({ changes, userEvent: "input.fix", annotations: isolateHistory.of("full") });
    this.view.focus();
    return true;
  }

  /** Closes the cards; the focus, if one of them had it, comes back to the draft. */
  closeCards(): void {
    const focused = document.activeElement?.closest(".card");
    this.view.dispatch({ effects: [closeCard.of(null), closeHoverTooltips] });
    if (focused) this.view.focus();
  }

  /** The language of the page has changed. */
  reword(): void {
    this.view.dispatch({ effects: this.wording.reconfigure(wordingNow()) });
  }
}

function wordingNow(): Extension {
  return [
    EditorView.contentAttributes.of({ "aria-label": say("draft"), lang: "zh-CN", spellcheck: "false", tabindex: "0" }),
    EditorState.phrases.of(language() === "zh" ? searchPhrases : {}),
  ];
}
