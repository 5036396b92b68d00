// The checker in its worker: asks, answers, restarts.
//
// Takes questions, gives answers; a newer question replaces one that waits, and only the newest is
// ever answered.
//
// *Invariant:* whatever happens to the worker, every newest question is answered, by a review or by
// the reason why there is none.

import type { Answer, CheckOptions, Greeting, Review } from "hegao";
import type { MessageName } from "./messages";

declare global {
  interface Window {
    /** What the element of this id carries (boot.js). */
    unpacked(id: string): Response;
    /** A program's bytes of the streams that it is carried as (boot.js). */
    joined(streams: ArrayBuffer): Uint8Array<ArrayBuffer>;
    /** A worker that makes the checker and waits for a word to begin (boot.js). */
    checkerWorker(): Worker;
    /** The first of them, which gets ready while the page does. */
    firstWorker: Worker | null;
  }
}

export type Outcome =
  | { review: Review; milliseconds: number }
  | { failure: MessageName }
  | { failure: null; reason: string };

export interface CheckerEvents {
  /** The checker can be asked; `fallback` when it runs inside the page. */
  ready(greeting: Greeting, fallback: boolean): void;
  /** It cannot be started at all. */
  unavailable(): void;
}

interface Task {
  id: number;
  text: string;
  options: CheckOptions;
  done(outcome: Outcome): void;
}

const START_LIMIT_MS = 20_000;
/** A report takes milliseconds; what takes this long hangs. */
const CHECK_LIMIT_MS = 10_000;
/** A megabyte may take this much longer. */
const MORE_PER_CHARACTER_MS = 0.02;

export class Checker {
  private worker: Worker | null = null;
  private inPage = false;
  private started = false;
  private unavailable = false;
  private running: Task | null = null;
  private waiting: Task | null = null;
  private watchdog = 0;
  private lastId = 0;
  private readonly events: CheckerEvents;

  constructor(events: CheckerEvents) {
    this.events = events;
  }

  /** Asks for a check of `text`; `done` is not called if a newer question comes first. */
  ask(text: string, options: CheckOptions, done: (outcome: Outcome) => void): void {
    const task = { id: ++this.lastId, text, options, done };
    if (this.unavailable) done({ failure: "workerMissing" });
    else if (this.running || !this.started) this.waiting = task;
    else this.run(task);
  }

  /** Starts the checker; `ready` or `unavailable` follows. */
  start(): void {
    this.startWorker();
  }

  private startWorker(): void {
    let worker: Worker;
    try {
      worker = window.firstWorker ?? window.checkerWorker();
    } catch {
      void this.startInPage();
      return;
    }
    window.firstWorker = null;
    this.worker = worker;
    worker.onmessage = (event: MessageEvent<Greeting | Answer>) => {
      if ("rules" in event.data) this.greeted(event.data);
      else this.answered(event.data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (this.started) this.restart("workerTrap");
      else void this.startInPage();
    };
    worker.postMessage(null);
    this.watch(START_LIMIT_MS, () => void this.startInPage());
  }

  /** The last resort: the same checker, without a worker. */
  private async startInPage(): Promise<void> {
    this.stop();
    try {
      wasm_bindgen.initSync({ module: await storedProgram() });
      this.inPage = true;
      this.greeted({ rules: wasm_bindgen.rules(), profiles: wasm_bindgen.profiles() });
    } catch {
      this.giveUp();
    }
  }

  /** There is no checker in this browser. */
  private giveUp(): void {
    const task = this.waiting;
    this.waiting = null;
    this.unavailable = true;
    this.events.unavailable();
    task?.done({ failure: "workerMissing" });
  }

  private greeted(greeting: Greeting): void {
    clearTimeout(this.watchdog);
    this.started = true;
    this.events.ready(greeting, this.inPage);
    this.next();
  }

  private next(): void {
    const task = this.waiting;
    this.waiting = null;
    if (task) this.run(task);
  }

  private run(task: Task): void {
    if (this.inPage) {
      task.done(checkInPage(task));
      return;
    }
    this.running = task;
    this.worker?.postMessage({ id: task.id, text: task.text, ...task.options });
    this.watch(CHECK_LIMIT_MS + task.text.length * MORE_PER_CHARACTER_MS, () => this.restart("workerTimeout"));
  }

  private answered(answer: Answer): void {
    const task = this.running;
    if (task?.id !== answer.id) return;
    clearTimeout(this.watchdog);
    this.running = null;
    if (this.waiting) this.next();
    else if (answer.review) task.done({ review: answer.review, milliseconds: answer.milliseconds ?? 0 });
    else task.done({ failure: null, reason: answer.error ?? "" });
  }

  private restart(failure: MessageName): void {
    const task = this.running;
    this.stop();
    // A newer question is asked of the new worker; the one that broke it is not asked again.
    if (!this.waiting) task?.done({ failure });
    this.startWorker();
  }

  private stop(): void {
    clearTimeout(this.watchdog);
    this.worker?.terminate();
    this.worker = null;
    this.running = null;
    this.started = false;
  }

  private watch(limit: number, expired: () => void): void {
    clearTimeout(this.watchdog);
    this.watchdog = window.setTimeout(expired, limit);
  }
}

/** The program that the page carries, unpacked. */
async function storedProgram(): Promise<Uint8Array<ArrayBuffer>> {
  return window.joined(await window.unpacked("wasm").arrayBuffer());
}

function checkInPage(task: Task): Outcome {
  const started = performance.now();
  try {
    const review = wasm_bindgen.check(task.text, task.options);
    return { review, milliseconds: performance.now() - started };
  } catch (error) {
    return { failure: null, reason: error instanceof Error ? error.message : String(error) };
  }
}
