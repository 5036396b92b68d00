// The review sheet (校核单): for paper, and as a file that stands alone.
//
// Takes what the reader sees and the draft, gives nodes; the file is those nodes written down.
//
// *Invariant:* data becomes text nodes only, and the file refers to nothing outside itself.

import type { Claim, Finding, Range } from "hegao";
import { element } from "./element";
import { excerpt } from "./excerpt";
import { severitySign } from "./finding-view";
import { labels } from "./ledger";
import { lineNumbers } from "./line-numbers";
import { inEnglish } from "./language";
import { say } from "./messages";
import { claimKindName, claimStatusName, severityName } from "./names";
import {
  characters,
  dateWords,
  figuresUnchecked,
  hiddenCount,
  ignoredCount,
  inOneLine,
  lineNumber,
  notListed,
  severityCount,
  sheetTitle,
  sumsHeld,
  today,
  untitled,
  told,
} from "./sentences";
import type { Shown } from "./selection";
import styles from "./sheet.css";

/** What a sheet is made of. */
export interface Reviewed {
  shown: Shown;
  draft: string;
  /** The draft's file. */
  name: string;
  /** The kind of report. */
  profile: string;
  ruleTitle(rule: string): string;
}

/** More than a person reads; a file of a hundred thousand would not open. */
const MOST_ROWS = 400;

const row = (...cells: (Node | string | null)[]): HTMLElement => element("tr", {}, ...cells.map((cell) => element("td", {}, cell)));

export function sheet(reviewed: Reviewed): HTMLElement[] {
  const { shown, draft } = reviewed;
  const lineOf = lineNumbers(draft);
  return [
    element("style", {}, styles),
    element("h1", {}, sheetTitle()),
    element("p", { class: "sheet-title" }, shown.review.document.title ?? untitled()),
    facts(reviewed),
    ...remarks(shown),
    element("h2", {}, say("sheetFindings")),
    findings(reviewed, lineOf),
    element("h2", {}, say("sheetLedger")),
    ledger(shown.review.claims),
    element("h2", {}, say("sheetUnchecked")),
    unchecked(reviewed, lineOf),
    signatures(),
  ];
}

/** The sheet as a file that a double click opens. */
export function sheetFile(reviewed: Reviewed): string {
  const page = document.implementation.createHTMLDocument(`${reviewed.name} ${sheetTitle()}`);
  page.documentElement.lang = inEnglish() ? "en" : "zh-CN";
  page.head.prepend(
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: "default-src 'none'; style-src 'unsafe-inline'" }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
  );
  page.body.className = "sheet-desk";
  page.body.append(element("main", { class: "sheet" }, ...sheet(reviewed)));
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}

function facts({ shown, name, profile }: Reviewed): HTMLElement {
  const { document: info, claims, findings } = shown.review;
  const held = claims.filter((claim) => claim.status === "holds").length;
  const counts = (["error", "warning", "hint"] as const)
    .map((severity) => severityCount(severity, findings.filter((finding) => finding.severity === severity).length))
    .join(inEnglish() ? ", " : "，");
  const pair = (title: string, value: string, columns = 1): HTMLElement[] => [
    element("th", { scope: "row" }, title),
    element("td", { colspan: columns }, value),
  ];
  return element(
    "table",
    { class: "sheet-facts" },
    element("tr", {}, ...pair(say("sheetOrgan"), info.organ ?? "—"), ...pair(say("sheetSigned"), info.signedOn ? dateWords(info.signedOn) : "—")),
    element("tr", {}, ...pair(say("sheetFile"), name), ...pair(say("sheetLength"), characters(info.characters))),
    element("tr", {}, ...pair(say("profile"), profile), ...pair(say("sheetDate"), today())),
    element("tr", {}, ...pair(say("results"), `${inOneLine([counts, sumsHeld(held, claims.length)])}`, 3)),
  );
}

/** What limits all that follows. */
function remarks({ review }: Shown): HTMLElement[] {
  const said = [review.document.isExcerpt ? say("excerpt") : "", review.notice ?? ""];
  return said.filter(Boolean).map((words) => element("p", { class: "sheet-remark" }, words));
}

/** A table whose head comes again on every page, and how much of it is not listed. */
function table(kind: string, heads: string[], rows: HTMLElement[], all: number): HTMLElement {
  return element(
    "div",
    {},
    element(
      "table",
      { class: kind },
      element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
      element("tbody", {}, ...rows),
    ),
    all > rows.length && element("p", {}, notListed(all - rows.length)),
  );
}

function findings({ shown, draft, ruleTitle }: Reviewed, lineOf: (offset: number) => number): HTMLElement {
  const all = shown.review.findings;
  if (all.length === 0) return element("p", {}, say("allClear"));
  const entry = (finding: Finding, at: number): HTMLElement =>
    row(
      String(at + 1),
      element(
        "div",
        {},
        element(
          "p",
          {},
          severitySign(finding.severity),
          element("b", {}, ` ${severityName(finding.severity)} · ${ruleTitle(finding.rule)}`),
          finding.range && lineNumber(lineOf(finding.range.start)),
        ),
        element("p", {}, finding.message),
        finding.range && passage(draft, finding.range),
        finding.fixes.length > 0 && element("p", {}, `${say("sheetFix")}${inOneLine(finding.fixes.map((fix) => fix.title))}`),
      ),
      element("p", { class: "sheet-boxes" }, `□ ${say("sheetChanged")}`, element("br"), `□ ${say("sheetKept")}`),
    );
  const heads = [say("sheetNumber"), say("sheetFinding"), say("sheetDone")];
  return table("sheet-findings", heads, all.slice(0, MOST_ROWS).map(entry), all.length);
}

function passage(draft: string, range: Range): HTMLElement {
  const { before, quoted, after } = excerpt(draft, range);
  return element("p", { class: "sheet-passage" }, before, element("mark", {}, quoted), after);
}

function ledger(claims: Claim[]): HTMLElement {
  if (claims.length === 0) return element("p", {}, say("noClaims"));
  const signs = { holds: "✓", broken: "✗", open: "?" };
  const ranks = { broken: 0, open: 1, holds: 2 };
  const entry = (claim: Claim): HTMLElement =>
    row(
      `${signs[claim.status]} ${claimStatusName(claim.status)}`,
      element("div", {}, claim.equation, claim.note && element("p", { class: "sheet-note" }, claim.note)),
      [claimKindName(claim.kind), labels(claim)].filter(Boolean).join(" · "),
    );
  const sorted = [...claims].sort((left, right) => ranks[left.status] - ranks[right.status]);
  const heads = [say("sheetResult"), say("sheetEquation"), say("sheetAbout")];
  return table("sheet-ledger", heads, sorted.slice(0, MOST_ROWS).map(entry), claims.length);
}

/** What the reader must look at: figures in no sum, what was set aside, and the facts themselves. */
function unchecked({ shown, draft, ruleTitle }: Reviewed, lineOf: (offset: number) => number): HTMLElement {
  const { review, ignored, hidden } = shown;
  const { coverage } = review;
  const byLine = new Map<number, string[]>();
  for (const { start, end } of coverage.unchecked.slice(0, MOST_ROWS)) {
    const line = lineOf(start);
    byLine.set(line, [...(byLine.get(line) ?? []), draft.slice(start, end)]);
  }
  const places = [...byLine].map(([line, figures]) => element("li", {}, `${figures.join(inEnglish() ? ", " : "、")}${lineNumber(line)}`));
  const left = coverage.unchecked.length - MOST_ROWS;
  return element(
    "ul",
    {},
    element("li", {}, figuresUnchecked(coverage.unchecked.length, coverage.figures), places.length > 0 && element("ul", {}, ...places), left > 0 && notListed(left)),
    ignored.length > 0 &&
      element(
        "li",
        {},
        ignoredCount(ignored.length),
        element("ul", {}, ...ignored.slice(0, MOST_ROWS).map((finding) => element("li", {}, told(ruleTitle(finding.rule), finding.message)))),
      ),
    hidden > 0 && element("li", {}, hiddenCount(hidden)),
    element("li", {}, say("sheetFacts")),
  );
}

function signatures(): HTMLElement {
  const line = (role: string): HTMLElement =>
    element(
      "p",
      {},
      element("span", { class: "sheet-line" }, `${role}${say("sheetSignature")}`),
      element("span", { class: "sheet-line" }, say("sheetDay")),
    );
  return element("div", { class: "sheet-sign" }, line(say("sheetChecker")), line(say("sheetSecond")));
}
