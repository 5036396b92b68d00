// One finding in words: used in the list, the card and on paper.
//
// *Invariant:* a repair happens only when its button is pressed.

import type { Claim, Finding, Fix, Range, Review, RuleInfo, Severity } from "hegao";
import { element } from "./element";
import { equation } from "./equation";
import { change, examples } from "./example";
import type { Light } from "./marks";
import { language } from "./language";
import { say } from "./messages";
import { roleName, severityName } from "./names";
import { morePlaces, occurrences } from "./sentences";
import { inlinePage } from "./rule-page";

/** What a finding's buttons do. */
export interface FindingActions {
  /** Goes to a place, and lights it among the others. */
  jump(range: Range, places: Light[]): void;
  apply(fix: Fix): void;
  /** Sets it aside. */
  ignore(finding: Finding): void;
  rule(id: string): RuleInfo | undefined;
  /** The text that was checked. */
  draft(): string;
  /** The statement that the finding is about. */
  claim(finding: Finding): Claim | undefined;
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

type Place = { range: Range };
const key = (places: Place[]): string => places.map(({ range }) => `${range.start} ${range.end}`).sort().join();

/** The ways from the places of findings to the statements about figures whose operands they are. */
export function claimsByPlaces(review: Review): Map<string, Claim> {
  const broken = review.claims.filter((claim) => claim.status !== "holds");
  return new Map(broken.map((claim) => [key(claim.operands), claim]));
}
export const claimOf = (claims: Map<string, Claim>, finding: Finding): Claim | undefined =>
  finding.related.length > 1 ? claims.get(key(finding.related)) : undefined;

/** The places that speak for a finding, to be lit. */
export const lightsOf = (finding: Finding): Light[] => finding.related.map(({ range, role }) => ({ range, role }));

/** What a finding rests on: an equation whose figures lead to the text, else the places themselves. */
export function evidence(finding: Finding, actions: FindingActions): HTMLElement | null {
  const claim = actions.claim(finding);
  if (claim) {
    const sum = equation(claim, ({ range }) => actions.jump(range, lightsOf(finding)));
    sum.classList.add("evidence");
    return sum;
  }
  if (finding.related.length === 0) return null;
  const shown = finding.related.slice(0, MOST_EVIDENCE);
  const hidden = finding.related.length - shown.length;
  return element(
    "ul",
    { class: "evidence places", "aria-label": say("evidence") },
    ...shown.map((related) =>
      element(
        "li",
        {},
        element(
          "button",
          { type: "button", class: "place", onclick: () => actions.jump(related.range, lightsOf(finding)) },
          roleName(related.role) && element("span", { class: "role" }, roleName(related.role)),
          element("span", { class: "quoted" }, shorten(related.quote)),
        ),
      ),
    ),
    hidden > 0 && element("li", { class: "role" }, morePlaces(hidden)),
  );
}

/** The repairs with what they change, the rule's page on demand, and the way out of sight. */
export function buttons(finding: Finding, actions: FindingActions): HTMLElement {
  const rule = actions.rule(finding.rule);
  const ignore = element(
    "button",
    { type: "button", class: "quiet ignore", title: say("ignoreTitle"), onclick: () => actions.ignore(finding) },
    say("ignore"),
  );
  const row = element("div", { class: "actions-row" }, ignore);
  const root = element("div", { class: "actions" }, ...finding.fixes.map((fix) => repair(finding, fix, actions)), row);
  if (rule) row.prepend(disclosure(rule, root));
  return root;
}

function repair(finding: Finding, fix: Fix, actions: FindingActions): HTMLElement {
  const [first] = fix.edits.length > 0 ? examples(finding, fix, actions.draft()) : [];
  return element(
    "div",
    { class: "repair" },
    element(
      "button",
      { type: "button", class: `fix fix-${fix.safety}`, "data-safety": fix.safety, onclick: () => actions.apply(fix) },
      fix.title,
    ),
    element("span", { class: "caution" }, say(fix.safety)),
    first && change(first),
  );
}

/** The button that unfolds the rule's page below the finding. */
function disclosure(rule: RuleInfo, below: HTMLElement): HTMLElement {
  let page: HTMLElement | null = null;
  const button = element(
    "button",
    {
      type: "button",
      class: "quiet explain",
      "aria-expanded": "false",
      onclick: () => {
        if (page) page.remove();
        else below.append(inlinePage(rule));
        page = page ? null : (below.lastElementChild as HTMLElement);
        button.setAttribute("aria-expanded", String(page !== null));
      },
    },
    say("explain"),
  );
  return button;
}

/** Unfolds the rule's page in `after`, which takes the place of `before`, where it is unfolded there. */
export function unfoldAs(before: Element, after: Element): void {
  if (before.querySelector(".explain[aria-expanded=true]")) after.querySelector<HTMLElement>(".explain")?.click();
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
