// Which text was checked, and what the page may show of it.
//
// Takes the changes of the draft, gives states and reviews.
//
// *Invariant:* a review is handed on only while the draft is still the text that was checked, and
// never during the composition of a character.

import type { CheckOptions, Review } from "hegao";
import type { Checker, Outcome } from "./checker";
import { say } from "./messages";

export type State = "loading" | "ready" | "checking" | "done" | "failed";

export interface Draft {
  text(): string;
  composing(): boolean;
}

export interface SessionEvents {
  state(state: State, outcome: Outcome | null): void;
  /** The checker is at work from now until the next state. */
  asked(): void;
  /** Shows it and then says so. */
  reviewed(review: Review, shown: () => void): void;
  /** The review that is being shown is of an older text. */
  outdated(): void;
}

interface Waiter {
  resolve(review: Review): void;
  reject(error: Error): void;
}

const PAUSE_MS = 80;
const LONGEST_PAUSE_MS = 1000;
const AFTER_COMPOSITION_MS = 300;

export class Session {
  options: CheckOptions = {};
  private version = 0;
  private checkedVersion = -1;
  private isShown = false;
  private last: Review | null = null;
  private held: { version: number; outcome: Outcome } | null = null;
  private timer = 0;
  private pause = PAUSE_MS;
  private readonly waiters: Waiter[] = [];
  private readonly draft: Draft;
  private readonly checker: Checker;
  private readonly events: SessionEvents;

  constructor(draft: Draft, checker: Checker, events: SessionEvents) {
    this.draft = draft;
    this.checker = checker;
    this.events = events;
  }

  /** The draft is another text now; it is checked after a pause, or `now`. */
  changed(now = false): void {
    this.version += 1;
    this.held = null;
    this.events.outdated();
    this.events.state("checking", null);
    this.schedule(now ? 0 : this.pause);
  }

  /** The composition of a character has ended. */
  composed(): void {
    if (this.held || this.timer === 0) this.schedule(AFTER_COMPOSITION_MS);
  }

  /** Whether the last review is of the draft as it is now. */
  get isCurrent(): boolean {
    return this.last !== null && this.checkedVersion === this.version;
  }

  /** The review of the draft as it is now. */
  review(): Promise<Review> {
    if (this.last && this.isCurrent && this.isShown) return Promise.resolve(this.last);
    return new Promise((resolve, reject) => {
      this.waiters.push({ resolve, reject });
      if (!this.isCurrent) this.check();
    });
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      // What waits for the end of a composition is taken up by `composed`.
      if (this.draft.composing()) return;
      const held = this.held;
      this.held = null;
      if (held?.version === this.version) this.deliver(held.version, held.outcome);
      else if (this.checkedVersion !== this.version) this.check();
    }, delay);
  }

  private check(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    const version = this.version;
    this.events.asked();
    this.checker.ask(this.draft.text(), { ...this.options }, (outcome) => {
      if (version !== this.version) return;
      if (this.draft.composing()) this.held = { version, outcome };
      else this.deliver(version, outcome);
    });
  }

  private deliver(version: number, outcome: Outcome): void {
    this.checkedVersion = version;
    this.isShown = false;
    if ("review" in outcome) {
      this.pause = Math.min(Math.max(PAUSE_MS, outcome.milliseconds), LONGEST_PAUSE_MS);
      this.last = outcome.review;
      this.events.reviewed(outcome.review, () => {
        this.isShown = true;
        this.events.state("done", outcome);
        for (const waiter of this.waiters.splice(0)) waiter.resolve(outcome.review);
      });
    } else {
      this.last = null;
      this.events.state("failed", outcome);
      const reason = outcome.failure === null ? outcome.reason : say(outcome.failure);
      for (const waiter of this.waiters.splice(0)) waiter.reject(new Error(reason));
    }
  }
}
