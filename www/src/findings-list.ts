// The list of problems: by severity or by place, all of them or one group of rules.

import type { Finding, OutlineEntry, Review, RuleInfo, Severity } from "hegao";
import { element, keepChildren } from "./element";
import { buttons, count, evidence, ruleTitle, severitySign, shorten, unfoldAs, type FindingActions } from "./finding-view";
import { IgnoredList } from "./ignored-list";
import { List } from "./list";
import type { Shown } from "./selection";
import { language } from "./language";
import { say } from "./messages";
import { groupName, severityName } from "./names";
import { allClearDetail, filterCount, hiddenCount, severityCount, stillNeedEyes, tidyOffer, told } from "./sentences";
import { whole, type Work } from "./slices";

const severities: Severity[] = ["error", "warning", "hint"];
type Group = RuleInfo["group"];
const groups: Group[] = ["numbers", "dates", "structure", "text"];

export const countOf = (review: Review, severity: Severity): number =>
  review.findings.reduce((sum, finding) => sum + (finding.severity === severity ? 1 : 0), 0);

export interface FindingsEvents {
  chosen(finding: Finding): void;
  /** Goes to the next place with a problem, or back. */
  step(forward: boolean): void;
  /** Brings back what was set aside. */
  restore(findings: Finding[]): void;
  /** Shows what all safe repairs together would change. */
  tidy(): void;
}

export class FindingsList {
  private shown: Shown | null = null;
  private byPlace = false;
  private group: Group | null = null;
  private readonly summary = element("div", { class: "summary" });
  private readonly tidy: HTMLElement;
  private readonly filters = element("div", { class: "filters" });
  private readonly order: HTMLElement;
  private readonly steps: HTMLElement;
  private readonly end: HTMLElement;
  private readonly clear = element("div", { class: "all-clear", hidden: true });
  private readonly none = element("p", { class: "nothing", hidden: true });
  private readonly list: List<Finding>;
  private readonly ignored: IgnoredList;
  private readonly panel: HTMLElement;
  private readonly actions: FindingActions;

  constructor(panel: HTMLElement, actions: FindingActions, events: FindingsEvents) {
    this.panel = panel;
    this.actions = actions;
    const button = (action: string, pressed: () => void, keys?: string): HTMLElement =>
      element("button", { type: "button", class: "quiet", "data-action": action, "aria-keyshortcuts": keys, title: keys, onclick: pressed });
    this.tidy = element("button", { type: "button", class: "fix fix-safe tidy-offer", "data-action": "tidy", onclick: () => events.tidy() });
    this.order = button("order", () => this.reorder());
    this.steps = element(
      "span",
      { class: "steps" },
      button("stepBack", () => events.step(false), "Shift+F8"),
      button("stepForward", () => events.step(true), "F8"),
    );
    this.end = element("span", { class: "filters-end" }, this.order, this.steps);
    panel.append(this.summary, this.filters, this.clear, this.none);
    this.list = new List(panel, {
      signature: (finding) =>
        [language(), finding.id, finding.severity, finding.message, finding.quote, finding.occurrences]
          .concat(finding.related.slice(0, 50).map((related) => related.quote + related.role))
          .concat(finding.fixes.map((fix) => fix.title))
          .join("\u0000"),
      build: (finding) => entry(finding, actions),
      detail: (finding) => detail(finding, { ...actions, ...this.latest(finding) }),
      family: (finding) => finding.rule,
      follow: unfoldAs,
      heading: (finding) => (this.byPlace ? this.headingOf(finding) : ""),
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

  show(shown: Shown): void {
    whole(this.showing(shown));
  }

  *showing(shown: Shown): Work {
    this.shown = shown;
    const { review, ignored } = shown;
    const blank = review.document.characters === 0;
    this.summarise(shown, blank);
    this.clear.hidden = review.findings.length > 0;
    if (blank) this.blank();
    else if (!this.clear.hidden) this.allClear(shown);
    const listed = review.findings.filter((finding) => !this.group || this.groupOf(finding) === this.group);
    this.none.textContent = say("noneOfGroup");
    this.none.hidden = blank || listed.length > 0 || review.findings.length === 0;
    yield;
    yield* this.list.showing(blank ? [] : this.byPlace ? byPlace(listed) : bySeverity(listed));
    this.ignored.show(blank ? [] : ignored);
  }

  mark(findings: Finding[]): void {
    const ids = new Set(findings.map((finding) => finding.id));
    this.list.mark((finding) => ids.has(finding.id));
  }

  private summarise({ review }: Shown, blank: boolean): void {
    const found = blank ? [] : review.findings;
    const safe = found.filter((finding) => finding.fixes.some((fix) => fix.safety === "safe"));
    this.tidy.textContent = tidyOffer(safe.reduce((sum, finding) => sum + finding.occurrences, 0));
    keepChildren(this.summary, [
      ...severities
        .map((severity) => [severity, blank ? 0 : countOf(review, severity)] as const)
        .filter(([, many]) => many > 0)
        .map(([severity, many]) => element("span", { class: `tally is-${severity}` }, severitySign(severity), ` ${severityCount(severity, many)}`)),
      ...(safe.length > 0 ? [this.tidy] : []),
    ]);
    this.filters.hidden = found.length === 0;
    this.order.textContent = say(this.byPlace ? "bySeverity" : "byPlace");
    [...this.steps.children].forEach((step, at) => {
      step.textContent = say(at === 0 ? "stepBack" : "stepForward");
    });
    const counts = new Map<Group, number>();
    for (const finding of found) {
      const group = this.groupOf(finding);
      if (group) counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    const offered = groups.filter((group) => counts.has(group) || group === this.group);
    keepChildren(this.filters, [
      ...(offered.length > 1 || this.group ? [this.filter(null, found.length), ...offered.map((group) => this.filter(group, counts.get(group) ?? 0))] : []),
      this.end,
    ]);
  }

  private readonly buttons = new Map<Group | null, HTMLElement>();
  private filter(group: Group | null, many: number): HTMLElement {
    let button = this.buttons.get(group);
    if (!button) {
      const choose = (): void => {
        this.group = group;
        if (this.shown) this.show(this.shown);
      };
      button = element("button", { type: "button", class: "filter", "data-filter": group ?? "all", onclick: choose });
      this.buttons.set(group, button);
    }
    button.textContent = filterCount(group ? groupName(group) : say("everything"), many);
    button.setAttribute("aria-pressed", String(group === this.group));
    return button;
  }

  private reorder(): void {
    this.byPlace = !this.byPlace;
    if (this.shown) this.show(this.shown);
    this.panel.scrollTop = 0;
  }

  private allClear({ review, ignored, hidden }: Shown): void {
    const { dates, headings, unchecked } = review.coverage;
    this.clear.replaceChildren(
      element("p", { class: "all-clear-title" }, `✓ ${say(ignored.length + hidden > 0 ? "noOthers" : "allClear")}`),
      element("p", {}, allClearDetail(review.claims.length, dates, headings)),
      element("p", { hidden: hidden === 0 }, hiddenCount(hidden)),
      element("p", {}, stillNeedEyes(unchecked.length)),
    );
  }

  private groupOf(finding: Finding): Group | undefined {
    return this.actions.rule(finding.rule)?.group;
  }

  /** The part of the draft that a finding stands in, by its heading. */
  private headingOf({ range }: Finding): string {
    if (!range) return say("wholeDraft");
    const outline = this.shown?.review.outline ?? [];
    const highest = outline.reduce((level, heading) => Math.min(level, heading.level), Infinity);
    let found: OutlineEntry | null = null;
    for (const heading of outline) {
      if (heading.range.start > range.start) break;
      if (heading.level === highest) found = heading;
    }
    return found ? shorten(found.text) : say("opening");
  }

  // An entry outlives the review it was built from, and its places move meanwhile: its buttons look
  // up what they mean at the moment they are pressed.
  private latest(built: Finding): Pick<FindingActions, "jump" | "apply" | "ignore"> {
    const now = (): Finding => this.shown?.review.findings.find((finding) => finding.id === built.id) ?? built;
    const { actions } = this;
    return {
      jump: (range) => {
        const at = built.related.findIndex((related) => related.range.start === range.start && related.range.end === range.end);
        const { related } = now();
        actions.jump(related[at]?.range ?? range, related);
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

/** In the order of the text; what is about all of it first. */
function byPlace(findings: Finding[]): Finding[] {
  return [...findings].sort((one, other) => (one.range?.start ?? -1) - (other.range?.start ?? -1));
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
      { type: "button", class: "entry", "aria-label": told(severityName(finding.severity), ruleTitle(finding, actions)) },
      severitySign(finding.severity),
      element("span", { class: "entry-title" }, ruleTitle(finding, actions)),
      count(finding),
    ),
    element("p", { class: "message" }, finding.message),
    // One of many places says nothing about the others.
    finding.quote && finding.occurrences === 1 ? element("p", { class: "quoted" }, shorten(finding.quote)) : null,
  );
}

/** What an entry shows while it is the current one. */
function detail(finding: Finding, actions: FindingActions): HTMLElement[] {
  const parts = [evidence(finding, actions), buttons(finding, actions)].filter((part) => part !== null);
  for (const part of parts) part.classList.add("detail");
  return parts;
}
