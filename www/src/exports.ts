// A review to take away: as a table, as data, as text.
//
// Takes what the reader sees and the draft, gives the words of a file.
//
// *Invariant:* pure; a cell never begins like a formula.

import type { Review } from "hegao";
import { type DraftForm, written } from "./draft-form";
import { shorten } from "./finding-view";
import { inGivenText } from "./line-ends";
import { lineNumbers } from "./line-numbers";
import { inEnglish } from "./language";
import { say } from "./messages";
import { claimStatusName, severityName } from "./names";
import {
  columns,
  figuresUnchecked,
  hiddenCount,
  ignoredCount,
  inOneLine,
  lineNumber,
  printedOn,
  sheetTitle,
  signedBy,
  sumsHeld,
  today,
  untitled,
  told,
} from "./sentences";
import type { Shown } from "./selection";

export type RuleTitle = (rule: string) => string;

/** For Excel and WPS: UTF-8 with a mark, lines end in \r\n. */
export function asCsv({ review }: Shown, draft: string, ruleTitle: RuleTitle): string {
  const lineOf = lineNumbers(draft);
  const rows = review.findings.map((finding, at) => [
    String(at + 1),
    severityName(finding.severity),
    ruleTitle(finding.rule),
    finding.range ? String(lineOf(finding.range.start)) : "",
    finding.quote ?? "",
    finding.message,
    inOneLine(finding.fixes.map((fix) => fix.title)),
  ]);
  return `\ufeff${[columns(), ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

const formula = /^\s*[=+\-@＝＋－＠]/;
/** 2024-9-5, 3/4, 007 and numbers of many digits would be shown as something else. */
const misread = /^\s*(\d+([-/.:,]\d+)+|0\d+|\d{12,})\s*$/;

/** Spreadsheets compute what begins with a sign, whatever the quotes around it. */
function cell(words: string): string {
  const harmless = formula.test(words) || misread.test(words) ? `'${words}` : words;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Ranges are those of the draft as it is saved, without the mark at its beginning. */
export function asJson({ review }: Shown, draft: string, form: DraftForm): string {
  const saved = form.lineEnd === "\r\n" ? inGivenText(review, written(draft, { ...form, marked: false })) : review;
  return `${JSON.stringify(saved, null, 2)}\n`;
}

export function asText(shown: Shown, draft: string, ruleTitle: RuleTitle): string {
  const { review, ignored, hidden } = shown;
  const { document: info, findings, claims, coverage } = review;
  const lineOf = lineNumbers(draft);
  const unchecked = coverage.unchecked.map((range) => draft.slice(range.start, range.end));
  const uncheckedWords = figuresUnchecked(unchecked.length, coverage.figures);
  const out = [
    sheetTitle(),
    info.title ?? untitled(),
    signedBy(info.organ, info.signedOn),
    printedOn(today()),
    info.isExcerpt ? say("excerpt") : null,
    review.notice,
    "",
    `${say("problems")} ${findings.length}`,
    ...findings.flatMap((finding, at) => [
      `${at + 1}. [${severityName(finding.severity)}] ${ruleTitle(finding.rule)}${finding.range ? lineNumber(lineOf(finding.range.start)) : ""}`,
      `   ${finding.message}`,
      ...(finding.quote ? [`   ${shorten(finding.quote)}`] : []),
    ]),
    ignored.length > 0 ? ignoredCount(ignored.length) : null,
    hidden > 0 ? hiddenCount(hidden) : null,
    "",
    sumsHeld(holding(review), claims.length),
    ...claims.map((claim) => `${claimStatusName(claim.status)}  ${claim.equation}`),
    unchecked.length > 0 ? told(uncheckedWords, unchecked.join(inEnglish() ? ", " : "、")) : uncheckedWords,
  ];
  return `${out.filter((line) => line !== null).join("\n")}\n`;
}

const holding = (review: Review): number => review.claims.filter((claim) => claim.status === "holds").length;
