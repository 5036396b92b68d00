// The ledger: every statement about figures that was understood, right or wrong.

import type { Claim, ClaimStatus, Operand, Review } from "hegao";
import { barOf } from "./bar";
import { element, keepChildren } from "./element";
import { shorten } from "./finding-view";
import { List } from "./list";
import { language } from "./language";
import { say } from "./messages";
import { claimKindName, claimStatusName } from "./names";
import { claimCount, figuresUnchecked, told } from "./sentences";
import { whole, type Work } from "./slices";

const signs: Record<ClaimStatus, string> = { holds: "✓", broken: "✗", open: "?" };
const order: ClaimStatus[] = ["broken", "open", "holds"];

export interface LedgerActions {
  chosen(claim: Claim): void;
  showUnchecked(): void;
}

export class Ledger {
  private readonly summary = element("div", { class: "summary" });
  private readonly onlyBroken = element("button", { type: "button", class: "quiet", "data-action": "onlyBroken", onclick: () => this.toggle() });
  private readonly nothing = element("p", { class: "nothing" });
  private readonly list: List<Claim>;
  private readonly unchecked = element("p", { class: "unchecked" });
  private readonly showUnchecked = element("button", { type: "button", class: "quiet", "aria-pressed": "false", onclick: () => this.actions.showUnchecked() });
  private readonly actions: LedgerActions;
  private review: Review | null = null;
  private filtered = false;

  constructor(panel: HTMLElement, actions: LedgerActions) {
    this.actions = actions;
    panel.append(this.summary, this.nothing);
    this.list = new List(panel, {
      signature: (claim) =>
        [language(), claim.kind, claim.status, claim.equation, claim.note, labels(claim)].concat(claim.operands.map(shape)).join("\u0000"),
      build: entry,
      chosen: actions.chosen,
    });
    panel.append(this.unchecked);
  }

  /** Before there is a review. */
  blank(): void {
    this.nothing.textContent = say("noDraft");
  }

  *showing(review: Review): Work {
    this.review = review;
    const tallies = order
      .map((status) => [status, review.claims.filter((claim) => claim.status === status)] as const)
      .filter(([, claims]) => claims.length > 0);
    const shown = tallies.filter(([status]) => !this.filtered || status === "broken").flatMap(([, claims]) => claims);
    this.summary.hidden = review.claims.length === 0;
    this.onlyBroken.textContent = say("onlyBroken");
    this.onlyBroken.setAttribute("aria-pressed", String(this.filtered));
    keepChildren(this.summary, [
      ...tallies.map(([status, claims]) =>
        element("span", { class: `tally is-${status}` }, element("span", { class: "sign", "aria-hidden": "true" }, signs[status]), ` ${claimCount(status, claims.length)}`),
      ),
      this.onlyBroken,
    ]);
    this.nothing.textContent = say(review.document.characters === 0 ? "noDraft" : review.claims.length === 0 ? "noClaims" : "noBroken");
    this.nothing.hidden = shown.length > 0;
    yield;
    yield* this.list.showing(shown);
    const { unchecked, figures } = review.coverage;
    this.unchecked.hidden = unchecked.length === 0;
    this.showUnchecked.textContent = say("showUnchecked");
    keepChildren(this.unchecked, [figuresUnchecked(unchecked.length, figures), " ", this.showUnchecked]);
  }

  /** The figures that took part in no sum are marked in the text, or no longer. */
  uncheckedShown(on: boolean): void {
    this.showUnchecked.setAttribute("aria-pressed", String(on));
  }

  private toggle(): void {
    this.filtered = !this.filtered;
    if (this.review) whole(this.showing(this.review));
  }
}

/** What the picture of an operand is drawn from. */
const shape = (operand: Operand): string => operand.role + operand.value + operand.unit;

/** What the statement is about, by the words of its whole. */
export function labels(claim: Claim): string {
  // A share is said by 占 alone: its part says what it is.
  const named = claim.operands.find((operand) => operand.label.length > 1) ?? claim.operands.find((operand) => operand.label !== "");
  if (!named) return "";
  const unit = named.role === "rate" ? "" : named.unit;
  return `${shorten(named.label, 24)}${unit ? `（${unit}）` : ""}`;
}

function entry(claim: Claim): HTMLElement {
  const status = claimStatusName(claim.status);
  return element(
    "li",
    { class: `entry-box claim is-${claim.status}`, "data-entry": true, "data-kind": claim.kind, "data-status": claim.status },
    element(
      "button",
      { type: "button", class: "entry", "aria-label": told(status, `${claimKindName(claim.kind)} ${claim.equation}`) },
      element("span", { class: "sign", "aria-hidden": "true" }, signs[claim.status]),
      element("span", { class: "equation" }, claim.equation),
    ),
    element("p", { class: "role" }, [claimKindName(claim.kind), labels(claim)].filter(Boolean).join(" · ")),
    barOf(claim),
    claim.note ? element("p", { class: "note" }, claim.note) : null,
  );
}
