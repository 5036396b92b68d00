// Which findings the reader has set aside.
//
// *Invariant:* only ids are kept, never a word of the draft.

import type { Finding } from "hegao";
import type { Store } from "./store";

const NAME = "ignored";
/** The oldest are forgotten first. */
const MOST = 5000;

export class Ignored {
  private readonly store: Store;
  private ids: Set<string>;

  constructor(store: Store) {
    this.store = store;
    this.ids = this.kept();
    store.watch(NAME, () => {
      this.ids = this.kept();
    });
  }

  has(finding: Finding): boolean {
    return this.ids.has(finding.id);
  }

  /** Sets findings aside or brings them back; whether the browser keeps that. */
  put(findings: Finding[], aside: boolean): boolean {
    for (const { id } of findings) {
      this.ids.delete(id);
      if (aside) this.ids.add(id);
    }
    this.ids = new Set([...this.ids].slice(-MOST));
    return this.store.set(NAME, JSON.stringify([...this.ids]));
  }

  forget(): void {
    this.ids.clear();
    this.store.remove(NAME);
  }

  private kept(): Set<string> {
    try {
      const ids: unknown = JSON.parse(this.store.get(NAME) ?? "[]");
      return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []);
    } catch {
      return new Set();
    }
  }
}
