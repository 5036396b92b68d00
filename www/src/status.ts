// The status line: what was checked, in numbers, and what went wrong with checking.
//
// *Invariant:* says 检查中 only when a check takes longer than a blink; `data-state` is exact.

import type { Severity } from "hegao";
import type { Outcome } from "./checker";
import { element } from "./element";
import { countOf } from "./findings-list";
import { characters, figuresUnchecked, ignoredCount, say, severityCount, sumsHeld, timeTaken } from "./messages";
import type { Shown } from "./selection";
import type { State } from "./session";

const BLINK_MS = 150;

export class StatusLine {
  readonly root = element("p", { class: "status", role: "status", "data-testid": "status", "data-state": "loading" });
  private timer = 0;
  private state: State = "loading";
  private outcome: Outcome | null = null;
  private shown: Shown | null = null;
  private notice = "";

  /** What the reader sees of the review that is told next. */
  select(shown: Shown): void {
    this.shown = shown;
    if (this.state === "done") this.reword();
  }

  show(state: State, outcome: Outcome | null): void {
    this.state = state;
    if (outcome) this.outcome = outcome;
    this.root.dataset.state = state;
    clearTimeout(this.timer);
    if (state !== "checking") this.reword();
  }

  /** The checker is at work. */
  busy(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.write(say("statusChecking")), BLINK_MS);
  }

  /** Something to say besides: a file that was opened or refused; kept until the draft changes. */
  notify(notice: string): void {
    if (this.notice === notice) return;
    this.notice = notice;
    this.reword();
  }

  reword(): void {
    const words = this.words();
    this.write([this.notice, words].filter(Boolean).join(" · "));
  }

  private words(): string {
    const { outcome, state } = this;
    if (state === "loading") return say("statusLoading");
    if (state === "ready" || !outcome) return say("statusReady");
    if ("review" in outcome) return this.shown ? summary(this.shown, outcome.milliseconds) : "";
    return say("statusFailed") + (outcome.failure === null ? outcome.reason : say(outcome.failure));
  }

  private write(words: string): void {
    if (this.root.textContent !== words) this.root.textContent = words;
  }
}

function summary({ review, ignored }: Shown, milliseconds: number): string {
  const { claims, coverage, document } = review;
  if (document.characters === 0) return say("statusReady");
  const tallies = (["error", "warning", "hint"] satisfies Severity[])
    .map((severity) => [severity, countOf(review, severity)] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => severityCount(severity, count));
  const held = claims.filter((claim) => claim.status === "holds").length;
  return [
    characters(document.characters),
    tallies.length > 0 ? tallies.join(" ") : say(ignored.length > 0 ? "noOthers" : "allClear"),
    ignored.length > 0 ? ignoredCount(ignored.length) : "",
    sumsHeld(held, claims.length),
    figuresUnchecked(coverage.unchecked.length, coverage.figures),
    document.isExcerpt ? say("excerpt") : "",
    timeTaken(milliseconds),
  ]
    .filter(Boolean)
    .join(" · ");
}
