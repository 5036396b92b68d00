// The ledger: every statement about figures that was understood, right or wrong.

import type { Claim, ClaimStatus, Review } from "hegao";
import { barOf } from "./bar";
import { element } from "./element";
import { shorten } from "./finding-view";
import { List } from "./list";
import { claimKindName, claimStatusName, figuresUnchecked, language, say } from "./messages";

const signs: Record<ClaimStatus, string> = { holds: "✓", broken: "✗", open: "?" };
const order: ClaimStatus[] = ["broken", "open", "holds"];

export interface LedgerActions {
  chosen(claim: Claim): void;
  showUnchecked(): void;
}

export class Ledger {
  private readonly nothing = element("p", { class: "nothing" });
  private readonly list: List<Claim>;
  private readonly unchecked = element("p", { class: "unchecked" });
  private readonly actions: LedgerActions;

  constructor(panel: HTMLElement, actions: LedgerActions) {
    this.actions = actions;
    panel.append(this.nothing);
    this.list = new List(panel, {
      signature: (claim) =>
        [language(), claim.kind, claim.status, claim.equation, claim.note, labels(claim)].join("\u0000"),
      build: entry,
      chosen: actions.chosen,
    });
    panel.append(this.unchecked);
  }

  /** Before there is a review. */
  blank(): void {
    this.nothing.textContent = say("noDraft");
  }

  show(review: Review): void {
    this.nothing.textContent = say(review.document.characters === 0 ? "noDraft" : "noClaims");
    this.nothing.hidden = review.claims.length > 0;
    this.list.show(order.flatMap((status) => review.claims.filter((claim) => claim.status === status)));
    const { unchecked, figures } = review.coverage;
    this.unchecked.hidden = unchecked.length === 0;
    this.unchecked.replaceChildren(
      figuresUnchecked(unchecked.length, figures),
      " ",
      element("button", { type: "button", class: "quiet", onclick: () => this.actions.showUnchecked() }, say("showUnchecked")),
    );
  }
}

/** What the statement counts, by the words of its whole. */
function labels(claim: Claim): string {
  const named = claim.operands.find((operand) => operand.label !== "");
  return named ? `${shorten(named.label, 24)}${named.unit ? `（${named.unit}）` : ""}` : "";
}

function entry(claim: Claim): HTMLElement {
  const status = claimStatusName(claim.status);
  return element(
    "li",
    { class: `entry-box claim is-${claim.status}`, "data-entry": true, "data-kind": claim.kind, "data-status": claim.status },
    element(
      "button",
      { type: "button", class: "entry", "aria-label": `${status}：${claimKindName(claim.kind)} ${claim.equation}` },
      element("span", { class: "sign", "aria-hidden": "true" }, signs[claim.status]),
      element("span", { class: "equation" }, claim.equation),
    ),
    element("p", { class: "role" }, [claimKindName(claim.kind), labels(claim)].filter(Boolean).join(" · ")),
    barOf(claim),
    claim.note ? element("p", { class: "note" }, claim.note) : null,
  );
}
