// The list of problems.

import type { Finding, Review, Severity } from "hegao";
import { element, keepChildren } from "./element";
import { buttons, count, evidence, ruleTitle, severitySign, shorten, type FindingActions } from "./finding-view";
import { IgnoredList } from "./ignored-list";
import { List } from "./list";
import type { Shown } from "./selection";
import { allClearDetail, hiddenCount, language, say, severityCount, severityName, stillNeedEyes, tidyOffer } from "./messages";

const severities: Severity[] = ["error", "warning", "hint"];

export const countOf = (review: Review, severity: Severity): number =>
  review.findings.filter((finding) => finding.severity === severity).length;

export interface FindingsEvents {
  chosen(finding: Finding): void;
  /** Brings back what was set aside. */
  restore(findings: Finding[]): void;
  /** Shows what all safe repairs together would change. */
  tidy(): void;
}

export class FindingsList {
  private current: Review | null = null;
  private readonly summary = element("div", { class: "summary" });
  private readonly tidy: HTMLElement;
  private readonly clear = element("div", { class: "all-clear", hidden: true });
  private readonly list: List<Finding>;
  private readonly ignored: IgnoredList;
  private readonly panel: HTMLElement;

  constructor(panel: HTMLElement, actions: FindingActions, events: FindingsEvents) {
    this.panel = panel;
    this.tidy = element("button", { type: "button", class: "fix fix-safe tidy-offer", "data-action": "tidy", onclick: () => events.tidy() });
    panel.append(this.summary, this.clear);
    this.list = new List(panel, {
      signature: (finding) =>
        [language(), finding.id, finding.severity, finding.message, finding.quote, finding.occurrences]
          .concat(finding.related.map((related) => related.quote + related.role))
          .concat(finding.fixes.map((fix) => fix.title))
          .join("\u0000"),
      build: (finding) => entry(finding, { ...actions, ...this.latest(finding, actions) }),
      chosen: events.chosen,
    });
    this.ignored = new IgnoredList(actions, events.restore);
    panel.append(this.ignored.root);
  }

  /** Before there is a review. */
  blank(): void {
    this.clear.hidden = false;
    this.clear.replaceChildren(element("p", {}, say("noDraft")));
  }

  show({ review, ignored, hidden }: Shown): void {
    this.current = review;
    const found = severities.filter((severity) => countOf(review, severity) > 0);
    const blank = review.document.characters === 0;
    const safe = review.findings.filter((finding) => finding.fixes.some((fix) => fix.safety === "safe"));
    this.tidy.textContent = tidyOffer(safe.reduce((sum, finding) => sum + finding.occurrences, 0));
    keepChildren(this.summary, [
      ...found.filter(() => !blank).map((severity) =>
        element("span", { class: `tally is-${severity}` }, severitySign(severity), ` ${severityCount(severity, countOf(review, severity))}`),
      ),
      ...(found.length > 0 && !blank ? [element("span", { class: "keys" }, say("keys"))] : []),
      ...(safe.length > 0 && !blank ? [this.tidy] : []),
    ]);
    const { dates, headings, unchecked } = review.coverage;
    this.clear.hidden = found.length > 0;
    this.clear.replaceChildren(
      element("p", { class: "all-clear-title" }, `✓ ${say(ignored.length + hidden > 0 ? "noOthers" : "allClear")}`),
      element("p", {}, allClearDetail(review.claims.length, dates, headings)),
      element("p", { hidden: hidden === 0 }, hiddenCount(hidden)),
      element("p", {}, stillNeedEyes(unchecked.length)),
    );
    if (blank) this.blank();
    this.list.show(blank ? [] : bySeverity(review.findings));
    this.ignored.show(blank ? [] : ignored);
  }

  mark(findings: Finding[]): void {
    const ids = new Set(findings.map((finding) => finding.id));
    this.list.mark((finding) => ids.has(finding.id));
  }

  // An entry outlives the review it was built from, and its places move meanwhile: its buttons look
  // up what they mean at the moment they are pressed.
  private latest(built: Finding, actions: FindingActions): Pick<FindingActions, "jump" | "apply" | "ignore"> {
    const now = (): Finding => this.current?.findings.find((finding) => finding.id === built.id) ?? built;
    return {
      jump: (range) => {
        const at = built.related.findIndex((related) => related.range === range);
        actions.jump(now().related[at]?.range ?? range);
      },
      apply: (fix) => actions.apply(now().fixes[built.fixes.indexOf(fix)] ?? fix),
      ignore: (finding) => {
        const at = this.list.placeOf(document.activeElement);
        actions.ignore(finding);
        // The focus would be lost with the entry.
        if (at >= 0) (this.list.entry(at) ?? this.panel).focus();
      },
    };
  }
}

/** The worst first, else in the order of the text. */
function bySeverity(findings: Finding[]): Finding[] {
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

function entry(finding: Finding, actions: FindingActions): HTMLElement {
  return element(
    "li",
    {
      class: `entry-box is-${finding.severity}`,
      "data-entry": true,
      "data-rule": finding.rule,
      "data-severity": finding.severity,
      "data-id": finding.id,
    },
    element(
      "button",
      { type: "button", class: "entry", "aria-label": `${severityName(finding.severity)}：${ruleTitle(finding, actions)}` },
      severitySign(finding.severity),
      element("span", { class: "entry-title" }, ruleTitle(finding, actions)),
      count(finding),
    ),
    element("p", { class: "message" }, finding.message),
    // One of many places says nothing about the others.
    finding.quote && finding.occurrences === 1 ? element("p", { class: "quoted" }, shorten(finding.quote)) : null,
    evidence(finding, actions),
    buttons(finding, actions),
  );
}
