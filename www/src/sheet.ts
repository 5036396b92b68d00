// The review sheet (校核单) for paper, filled when the page is printed.

import { element } from "./element";
import { ruleTitle, severitySign, shorten, type FindingActions } from "./finding-view";
import { checkedBy, claimStatusName, figuresUnchecked, hiddenCount, ignoredCount, printedOn, say, sheetTitle, signedBy, sumsHeld, today, untitled } from "./messages";
import type { Shown } from "./selection";

const MOST_LINES = 400;

export function sheet({ review, ignored, hidden }: Shown, draft: string, actions: Pick<FindingActions, "rule">): HTMLElement[] {
  const { document: info, findings, claims, coverage } = review;
  const held = claims.filter((claim) => claim.status === "holds").length;
  const unchecked = coverage.unchecked.slice(0, MOST_LINES).map((range) => draft.slice(range.start, range.end));
  return [
    element("h1", {}, sheetTitle()),
    element("p", { class: "sheet-title" }, info.title ?? untitled()),
    element("p", {}, signedBy(info.organ, info.signedOn)),
    element("p", {}, printedOn(today())),
    info.isExcerpt ? element("p", {}, say("excerpt")) : element("span"),
    review.notice ? element("p", {}, review.notice) : element("span"),
    element("h2", {}, `${say("problems")} ${findings.length}`),
    element(
      "ol",
      {},
      ...findings.slice(0, MOST_LINES).map((finding) =>
        element(
          "li",
          {},
          element("p", {}, severitySign(finding.severity), ` ${ruleTitle(finding, actions)}：${finding.message}`),
          finding.quote ? element("p", { class: "quoted" }, shorten(finding.quote)) : null,
        ),
      ),
    ),
    ignored.length > 0 ? element("p", {}, ignoredCount(ignored.length)) : element("span"),
    hidden > 0 ? element("p", {}, hiddenCount(hidden)) : element("span"),
    element("h2", {}, `${say("figures")} · ${sumsHeld(held, claims.length)}`),
    element(
      "ul",
      {},
      ...claims.slice(0, MOST_LINES).map((claim) => element("li", {}, `${claimStatusName(claim.status)}：${claim.equation}`)),
    ),
    element("p", {}, `${figuresUnchecked(coverage.unchecked.length, coverage.figures)}${unchecked.length > 0 ? `：${unchecked.join("、")}` : ""}`),
    element("p", { class: "sheet-sign" }, checkedBy()),
  ];
}
