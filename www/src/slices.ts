// Work on the page in slices, so that a key that is pressed meanwhile is never kept waiting.
//
// Takes work that says by `yield` where it may pause; the next slice follows in a task of its own.
//
// *Invariant:* one work at a time: a newer one ends the older where that pauses.

/** Work that may pause at each `yield`. */
export type Work = Generator<void, void>;

/** Half of what nobody notices: the browser's own part comes on top. */
const SLICE_MS = 3;

export class Slices {
  private work: Work | null = null;
  private done: () => void = () => undefined;
  private readonly channel = new MessageChannel();

  constructor() {
    this.channel.port1.onmessage = () => this.slice();
  }

  /** Begins `work` in a task of its own; `done` is not called if newer work comes first. */
  begin(work: Work, done: () => void): void {
    this.end();
    this.work = work;
    this.done = done;
    this.channel.port2.postMessage(null);
  }

  /** Does `work` at once, in place of what is under way. */
  complete(work: Work): void {
    const awaited = this.work !== null;
    this.end();
    whole(work);
    if (awaited) this.done();
  }

  /** Gives up what is under way. */
  end(): void {
    this.work?.return();
    this.work = null;
  }

  private slice(): void {
    const { work } = this;
    if (!work) return;
    const until = performance.now() + SLICE_MS;
    while (!work.next().done) {
      if (performance.now() < until) continue;
      this.channel.port2.postMessage(null);
      return;
    }
    this.work = null;
    this.done();
  }
}

/** All of `work` at once. */
export function whole(work: Work): void {
  while (!work.next().done);
}
