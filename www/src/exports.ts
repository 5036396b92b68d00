// A review to take away: as a table, as data, as text.
//
// Takes what the reader sees and the draft, gives the words of a file.
//
// *Invariant:* pure; a cell never begins like a formula.

import type { Range, Review } from "hegao";
import { shorten } from "./finding-view";
import {
  claimStatusName,
  columns,
  figuresUnchecked,
  hiddenCount,
  ignoredCount,
  lineNumber,
  printedOn,
  say,
  severityName,
  sheetTitle,
  signedBy,
  sumsHeld,
  today,
  untitled,
} from "./messages";
import type { Shown } from "./selection";

export type RuleTitle = (rule: string) => string;

/** For Excel and WPS: UTF-8 with a mark, lines end in \r\n. */
export function asCsv({ review }: Shown, draft: string, ruleTitle: RuleTitle): string {
  const lineOf = lines(draft);
  const rows = review.findings.map((finding, at) => [
    String(at + 1),
    severityName(finding.severity),
    ruleTitle(finding.rule),
    finding.range ? String(lineOf(finding.range)) : "",
    finding.quote ?? "",
    finding.message,
    finding.fixes.map((fix) => fix.title).join("；"),
  ]);
  return `\ufeff${[columns(), ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Spreadsheets compute what begins with a sign, whatever the quotes around it. */
function cell(words: string): string {
  const harmless = /^\s*[=+\-@＝＋－＠]/.test(words) ? `'${words}` : words;
  return `"${harmless.replaceAll('"', '""')}"`;
}

export const asJson = ({ review }: Shown): string => `${JSON.stringify(review, null, 2)}\n`;

export function asText(shown: Shown, draft: string, ruleTitle: RuleTitle): string {
  const { review, ignored, hidden } = shown;
  const { document: info, findings, claims, coverage } = review;
  const lineOf = lines(draft);
  const unchecked = coverage.unchecked.map((range) => draft.slice(range.start, range.end));
  const out = [
    sheetTitle(),
    info.title ?? untitled(),
    signedBy(info.organ, info.signedOn),
    printedOn(today()),
    "",
    `${say("problems")} ${findings.length}`,
    ...findings.flatMap((finding, at) => [
      `${at + 1}. [${severityName(finding.severity)}] ${ruleTitle(finding.rule)}${finding.range ? lineNumber(lineOf(finding.range)) : ""}`,
      `   ${finding.message}`,
      ...(finding.quote ? [`   ${shorten(finding.quote)}`] : []),
    ]),
    ignored.length > 0 ? ignoredCount(ignored.length) : null,
    hidden > 0 ? hiddenCount(hidden) : null,
    "",
    sumsHeld(holding(review), claims.length),
    ...claims.map((claim) => `${claimStatusName(claim.status)}  ${claim.equation}`),
    `${figuresUnchecked(unchecked.length, coverage.figures)}${unchecked.length > 0 ? `：${unchecked.join("、")}` : ""}`,
  ];
  return `${out.filter((line) => line !== null).join("\n")}\n`;
}

const holding = (review: Review): number => review.claims.filter((claim) => claim.status === "holds").length;

/** Which line of the draft a range begins in, from 1. */
function lines(draft: string): (range: Range) => number {
  const ends: number[] = [];
  for (let at = draft.indexOf("\n"); at >= 0; at = draft.indexOf("\n", at + 1)) ends.push(at);
  return ({ start }) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
