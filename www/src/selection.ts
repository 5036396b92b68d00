// Which of the checker's findings the reader sees.
//
// Takes a review and the reader's choices, gives a review without what the reader does not want.
//
// *Invariant:* a filter: findings are left out or ranked otherwise, never made or reworded.

import type { Finding, Review } from "hegao";

export interface Shown {
  review: Review;
  /** What was set aside. */
  ignored: Finding[];
}

export function selected(review: Review, isIgnored: (finding: Finding) => boolean): Shown {
  const ignored = review.findings.filter(isIgnored);
  return { review: { ...review, findings: review.findings.filter((finding) => !isIgnored(finding)) }, ignored };
}
