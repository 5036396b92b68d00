// The draft as it is kept in this browser, where the reader wants that.
//
// *Invariant:* off until turned on; while off nothing of a draft is kept. Two windows never
// overwrite each other: the one that kept it first gives way and says so.

import type { Store } from "./store";

export interface Draft {
  text: string;
  name: string;
  profile: string;
}

export interface KeptDraftEvents {
  draft(): Draft;
  /** The browser no longer keeps it. */
  failed(): void;
  /** Another window keeps its draft now, or has removed it. */
  yielded(taken: boolean): void;
}

const NAME = "draft";
/** Longer drafts are kept after a pause. */
const LONG = 200_000;
const PAUSE_MS = 1500;

export class KeptDraft {
  private on: boolean;
  private last: string | null;
  private failing = false;
  private timer = 0;
  private readonly store: Store;
  private readonly events: KeptDraftEvents;

  constructor(store: Store, events: KeptDraftEvents) {
    this.store = store;
    this.events = events;
    this.last = store.get(NAME);
    this.on = this.last !== null;
    store.watch(NAME, (text) => {
      if (!this.on || text === this.last) return;
      this.on = false;
      clearTimeout(this.timer);
      events.yielded(text !== null);
    });
    // A page that is left may be gone in a moment.
    const flush = (): void => {
      if (this.timer) this.keep();
    };
    window.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") flush();
    });
  }

  get isOn(): boolean {
    return this.on;
  }

  /** Something was kept that is no draft. */
  get isBroken(): boolean {
    return this.last !== null && this.restored() === null;
  }

  /** What was kept by an earlier visit. */
  restored(): Draft | null {
    try {
      const data: unknown = JSON.parse(this.last ?? "null");
      if (typeof data !== "object" || data === null) return null;
      const { text, name, profile } = data as Record<string, unknown>;
      if (typeof text !== "string" || typeof name !== "string" || typeof profile !== "string") return null;
      return { text, name, profile };
    } catch {
      return null;
    }
  }

  /** Keeps the draft from now on, or removes it; whether the browser lets us. */
  turn(on: boolean): boolean {
    clearTimeout(this.timer);
    this.timer = 0;
    this.on = on;
    this.last = null;
    this.failing = false;
    if (on && this.keep()) return true;
    this.on = false;
    this.store.remove(NAME);
    return !on;
  }

  /** The draft is another text now. */
  changed(length: number): void {
    if (!this.on) return;
    clearTimeout(this.timer);
    this.timer = 0;
    if (length <= LONG) this.keep();
    else this.timer = window.setTimeout(() => this.keep(), PAUSE_MS);
  }

  private keep(): boolean {
    clearTimeout(this.timer);
    this.timer = 0;
    const text = JSON.stringify(this.events.draft());
    if (text === this.last) return true;
    const kept = this.store.set(NAME, text);
    if (kept) this.last = text;
    else if (!this.failing) this.events.failed();
    this.failing = !kept;
    return kept;
  }
}
