// Which of the checker's findings the reader sees.
//
// Takes a review and the reader's choices, gives a review without what the reader does not want.
//
// *Invariant:* a filter: findings are left out or ranked otherwise, never made or reworded.

import type { Finding, Review } from "hegao";
import type { Level } from "./preferences";

export interface Shown {
  review: Review;
  /** What was set aside. */
  ignored: Finding[];
  /** How many are not shown because their rule is off. */
  hidden: number;
}

export function selected(review: Review, levels: ReadonlyMap<string, Level>, isIgnored: (finding: Finding) => boolean): Shown {
  const findings: Finding[] = [];
  const ignored: Finding[] = [];
  let hidden = 0;
  for (const finding of review.findings) {
    const level = levels.get(finding.rule);
    if (level === "off") {
      hidden += 1;
      continue;
    }
    (isIgnored(finding) ? ignored : findings).push(level ? { ...finding, severity: level } : finding);
  }
  return { review: { ...review, findings }, ignored, hidden };
}
