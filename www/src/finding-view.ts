// One finding in words: used in the list, the card and on paper.
//
// *Invariant:* a repair happens only when its button is pressed.

import type { Claim, Finding, Fix, Range, Review, RuleInfo, Severity } from "hegao";
import { barOf } from "./bar";
import { element } from "./element";
import { language, morePlaces, occurrences, roleName, say, severityName } from "./messages";

/** What a finding's buttons do. */
export interface FindingActions {
  jump(range: Range): void;
  apply(fix: Fix): void;
  explain(rule: RuleInfo): void;
  /** Sets it aside. */
  ignore(finding: Finding): void;
  rule(id: string): RuleInfo | undefined;
}

const MOST_EVIDENCE = 12;
const shapes: Record<Severity, string> = { error: "●", warning: "▲", hint: "○" };

/** The sign of a severity: a shape, for those who do not see the colour. */
export function severitySign(severity: Severity): HTMLElement {
  return element("span", { class: `sign sign-${severity}`, role: "img", "aria-label": severityName(severity) }, shapes[severity]);
}

/** The title of its rule, or the rule's id where the title is not known. */
export const ruleTitle = (finding: Finding, actions: Pick<FindingActions, "rule">): string =>
  actions.rule(finding.rule)?.title[language()] ?? finding.rule;

/** The broken claim that a finding about figures is about. */
export function claimOf(review: Review, finding: Finding): Claim | undefined {
  const range = finding.range;
  if (!range) return undefined;
  return review.claims.find(
    (claim) =>
      claim.status === "broken" &&
      claim.operands.some((operand) => operand.range.start < range.end && range.start < operand.range.end),
  );
}

/** The related places, as buttons that go there. */
export function evidence(finding: Finding, actions: FindingActions): HTMLElement | null {
  if (finding.related.length === 0) return null;
  const shown = finding.related.slice(0, MOST_EVIDENCE);
  const hidden = finding.related.length - shown.length;
  return element(
    "ul",
    { class: "evidence", "aria-label": say("evidence") },
    ...shown.map((related) =>
      element(
        "li",
        {},
        element(
          "button",
          { type: "button", class: "place", onclick: () => actions.jump(related.range) },
          roleName(related.role) && element("span", { class: "role" }, roleName(related.role)),
          element("span", { class: "quoted" }, shorten(related.quote)),
        ),
      ),
    ),
    hidden > 0 && element("li", { class: "role" }, morePlaces(hidden)),
  );
}

/** The repairs, the way to the rule's page, and out of sight. */
export function buttons(finding: Finding, actions: FindingActions): HTMLElement {
  const rule = actions.rule(finding.rule);
  const explain = rule?.page ? element("button", { type: "button", class: "quiet explain", onclick: () => actions.explain(rule) }, say("explain")) : null;
  const fixes = finding.fixes.map((fix) =>
    element(
      "button",
      {
        type: "button",
        class: `fix fix-${fix.safety}`,
        title: say(fix.safety),
        "data-safety": fix.safety,
        onclick: () => actions.apply(fix),
      },
      fix.title,
    ),
  );
  const ignore = element(
    "button",
    { type: "button", class: "quiet ignore", title: say("ignoreTitle"), onclick: () => actions.ignore(finding) },
    say("ignore"),
  );
  const caution = finding.fixes.some((fix) => fix.safety === "suggest") ? say("suggest") : say("safe");
  return element(
    "div",
    { class: "actions" },
    ...fixes,
    explain,
    ignore,
    fixes.length > 0 && element("span", { class: "caution" }, caution),
  );
}

/** The equation of a claim with its bar. */
export function equation(claim: Claim): HTMLElement {
  return element("div", { class: "sum" }, element("span", { class: "equation" }, claim.equation), barOf(claim));
}

export function count(finding: Finding): HTMLElement | null {
  return finding.occurrences > 1 ? element("span", { class: "count" }, occurrences(finding.occurrences)) : null;
}

/** A quotation in one short line. */
export function shorten(quote: string, most = 60): string {
  const line = quote.replace(/\s+/g, " ").trim();
  const units = Array.from(line.slice(0, most * 2 + 2));
  if (units.length <= most) return line;
  const tail = Math.floor(most / 5);
  return `${units.slice(0, most - tail).join("")}…${Array.from(line.slice(-2 * tail)).slice(-tail).join("")}`;
}
