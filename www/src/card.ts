// The card beside a finding in the text: on hover, or where the cursor stands.
//
// *Invariant:* at most one card for a finding; typing closes it.

import { EditorSelection, StateEffect, StateField, type Extension } from "@codemirror/state";
import { closeHoverTooltips, EditorView, hoverTooltip, keymap, showTooltip, tooltips, type Tooltip } from "@codemirror/view";
import type { Finding } from "hegao";
import { element } from "./element";
import { buttons, evidence, ruleTitle, severitySign, unfoldAs, type FindingActions } from "./finding-view";
import { findingsAt, light, rangeNow, showReview } from "./marks";
import { say } from "./messages";

/** Closes the card at the cursor. */
export const closeCard = StateEffect.define<null>();

const MOST_FINDINGS = 3;

/** Of the last card: in another language, or of a later review, the same findings are as unfolded as they were. */
let last: HTMLElement[] = [];

interface OpenCard {
  key: string;
  tooltip: Tooltip;
}

function cardAt(state: EditorView["state"], at: number, actions: FindingActions): OpenCard | null {
  const findings = findingsAt(state, at).slice(0, MOST_FINDINGS);
  const range = findings[0]?.range && rangeNow(state, findings[0].range);
  if (!range) return null;
  const create = (view: EditorView): { dom: HTMLElement } => {
    const sections = findings.map((finding) => section(finding, actions));
    for (const one of sections) {
      const before = last.find((other) => other.dataset["id"] === one.dataset["id"]);
      if (before) unfoldAs(before, one);
    }
    last = sections;
    const dom = element("div", { class: "card", "data-testid": "card", role: "group", "aria-label": say("problems") }, ...sections);
    dom.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      view.dispatch({ effects: [closeCard.of(null), closeHoverTooltips, light.of([])] });
      view.focus();
    });
    return { dom };
  };
  return {
    key: `${range.start} ${findings.map((finding) => finding.id + finding.message).join(" ")}`,
    tooltip: { pos: range.start, end: range.end, above: false, create },
  };
}

function section(finding: Finding, actions: FindingActions): HTMLElement {
  return element(
    "section",
    { class: `card-finding is-${finding.severity}`, "data-rule": finding.rule, "data-id": finding.id },
    element("p", { class: "card-title" }, severitySign(finding.severity), " ", ruleTitle(finding, actions)),
    element("p", { class: "message" }, finding.message),
    evidence(finding, actions),
    buttons(finding, actions),
  );
}

export function cards(actions: FindingActions): Extension {
  const atCursor = StateField.define<OpenCard | null>({
    create: () => null,
    update(value, transaction) {
      if (transaction.effects.some((effect) => effect.is(closeCard))) return null;
      if (transaction.docChanged) return null;
      const renewed = transaction.effects.some((effect) => effect.is(showReview));
      const moved = transaction.selection && transaction.isUserEvent("select");
      if (!moved && !(renewed && value)) return value;
      const open = cardAt(transaction.state, transaction.state.selection.main.head, actions);
      return open?.key === value?.key ? value : open;
    },
    provide: (field) => showTooltip.from(field, (value) => value?.tooltip ?? null),
  });
  const onHover = hoverTooltip(
    (view, at) => {
      const open = cardAt(view.state, at, actions);
      return open && open.key !== view.state.field(atCursor)?.key ? open.tooltip : null;
    },
    { hideOnChange: true, hoverTime: 250 },
  );
  // Beside the draft, not over the list of problems.
  const space = tooltips({
    tooltipSpace: (view) => {
      const { top, left, right } = view.dom.getBoundingClientRect();
      return { top, left: left + 8, right: right - 8, bottom: window.innerHeight };
    },
  });
  const escape = (view: EditorView): boolean => {
    const open = view.state.field(atCursor) !== null;
    view.dispatch({ effects: [closeCard.of(null), light.of([])] });
    // What Escape does otherwise would move the cursor and open the card again.
    return open;
  };
  return [atCursor, onHover, space, keymap.of([{ key: "Escape", run: escape }])];
}

/** Brings a stretch of the text to the middle of the window and selects it, with its card or without. */
export function jumpTo(view: EditorView, start: number, end: number, card: boolean, effects: StateEffect<unknown>[] = []): void {
  const scroll = EditorView.scrollIntoView(EditorSelection.range(start, end), { y: "center" });
  view.dispatch({
    selection: EditorSelection.single(start, end),
    effects: [scroll, ...(card ? [] : [closeCard.of(null)]), ...effects],
    ...(card ? { userEvent: "select.jump" } : {}),
  });
  view.focus();
}
