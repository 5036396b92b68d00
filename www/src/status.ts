// The status line: what was checked, in numbers, and what went wrong with checking.
//
// *Invariant:* says 检查中 only when a check takes longer than a blink; `data-state` is exact.

import type { Severity } from "hegao";
import type { Outcome } from "./checker";
import { element, keepChildren } from "./element";
import { countOf } from "./findings-list";
import { say } from "./messages";
import { characters, figuresUnchecked, hiddenCount, ignoredCount, severityCount, sumsHeld, timeTaken } from "./sentences";
import type { Shown } from "./selection";
import type { State } from "./session";

const BLINK_MS = 150;

export interface StatusEvents {
  showUnchecked(): void;
}

export class StatusLine {
  readonly root = element("p", { class: "status", role: "status", "data-testid": "status", "data-state": "loading" });
  private readonly unchecked = element("button", {
    type: "button",
    class: "status-button",
    "data-action": "unchecked",
    "aria-pressed": "false",
    onclick: () => this.events.showUnchecked(),
  });
  private readonly events: StatusEvents;
  private words: (string | HTMLElement)[] = [];
  private timer = 0;
  private state: State = "loading";
  private outcome: Outcome | null = null;
  private shown: Shown | null = null;
  private notice = "";

  constructor(events: StatusEvents) {
    this.events = events;
  }

  /** The figures that took part in no sum are marked in the text, or no longer. */
  uncheckedShown(on: boolean): void {
    this.unchecked.setAttribute("aria-pressed", String(on));
  }

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
    this.timer = window.setTimeout(() => this.write([say("statusChecking")]), BLINK_MS);
  }

  /** Something to say besides: a file that was opened or refused; kept until the draft changes. */
  notify(notice: string): void {
    if (this.notice === notice) return;
    this.notice = notice;
    this.reword();
  }

  reword(): void {
    this.write(this.notice ? [this.notice, ...this.told()] : this.told());
  }

  private told(): (string | HTMLElement)[] {
    const { outcome, state } = this;
    if (state === "loading") return [say("statusLoading")];
    if (state === "ready" || !outcome) return [say("statusReady")];
    if ("review" in outcome) return this.shown ? this.summary(this.shown, outcome.milliseconds) : [];
    return [say("statusFailed") + (outcome.failure === null ? outcome.reason : say(outcome.failure))];
  }

  private summary({ review, ignored, hidden }: Shown, milliseconds: number): (string | HTMLElement)[] {
    const { claims, coverage, document } = review;
    if (document.characters === 0) return [say("statusReady")];
    const tallies = (["error", "warning", "hint"] satisfies Severity[])
      .map((severity) => [severity, countOf(review, severity)] as const)
      .filter(([, count]) => count > 0)
      .map(([severity, count]) => severityCount(severity, count));
    const held = claims.filter((claim) => claim.status === "holds").length;
    const unchecked = figuresUnchecked(coverage.unchecked.length, coverage.figures);
    if (this.unchecked.textContent !== unchecked) this.unchecked.textContent = unchecked;
    this.unchecked.title = say("showUnchecked");
    return [
      characters(document.characters),
      tallies.length > 0 ? tallies.join(" ") : say(ignored.length + hidden > 0 ? "noOthers" : "allClear"),
      ignored.length > 0 ? ignoredCount(ignored.length) : "",
      hidden > 0 ? hiddenCount(hidden) : "",
      sumsHeld(held, claims.length),
      coverage.unchecked.length > 0 ? this.unchecked : unchecked,
      document.isExcerpt ? say("excerpt") : "",
      review.notice ?? "",
      timeTaken(milliseconds),
    ].filter((words) => words !== "");
  }

  private write(words: (string | HTMLElement)[]): void {
    const same = words.length === this.words.length && words.every((word, at) => word === this.words[at]);
    if (same) return;
    this.words = words;
    keepChildren(this.root, words.flatMap((word, at) => (at === 0 ? [word] : [" · ", word])));
  }
}
