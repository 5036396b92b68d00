// A list that follows its data and keeps the entries that did not change.
//
// Takes items, gives entries; an entry is built anew only where its words differ.
//
// *Invariant:* never more than `MOST` entries, however many items there are.

import { element } from "./element";
import { moreEntries } from "./messages";

const MOST = 500;

export interface ListView<T> {
  /** What an entry shows, as a string: equal strings look equal. */
  signature(item: T): string;
  build(item: T): HTMLElement;
  chosen(item: T): void;
}

export class List<T> {
  readonly root = element("ol", { class: "list" });
  private readonly more = element("p", { class: "more", hidden: true });
  private readonly view: ListView<T>;
  private entries = new Map<string, HTMLElement>();
  private items = new Map<HTMLElement, T>();

  constructor(parent: HTMLElement, view: ListView<T>) {
    this.view = view;
    parent.append(this.root, this.more);
    this.root.addEventListener("click", (event) => this.clicked(event));
  }

  show(items: T[]): void {
    const entries = new Map<string, HTMLElement>();
    const kept = new Map<HTMLElement, T>();
    const seen = new Map<string, number>();
    let place = this.root.firstElementChild;
    for (const item of items.slice(0, MOST)) {
      const signature = this.view.signature(item);
      const nth = seen.get(signature) ?? 0;
      seen.set(signature, nth + 1);
      const key = `${nth} ${signature}`;
      const entry = this.entries.get(key) ?? this.view.build(item);
      if (entry === place) place = place.nextElementSibling;
      else this.root.insertBefore(entry, place);
      entries.set(key, entry);
      kept.set(entry, item);
    }
    for (const [key, entry] of this.entries) if (!entries.has(key)) entry.remove();
    this.entries = entries;
    this.items = kept;
    const hidden = items.length - MOST;
    this.more.hidden = hidden <= 0;
    this.more.textContent = hidden > 0 ? moreEntries(hidden) : "";
    this.root.hidden = items.length === 0;
  }

  /** Marks the entries that `match` and brings the first into sight. */
  mark(match: (item: T) => boolean): void {
    let first: HTMLElement | null = null;
    for (const [entry, item] of this.items) {
      const on = match(item);
      entry.classList.toggle("is-current", on);
      if (on) entry.setAttribute("aria-current", "true");
      else entry.removeAttribute("aria-current");
      if (on) first ??= entry;
    }
    first?.scrollIntoView({ block: "nearest" });
  }

  /** The place of the entry that holds `node`; -1 where none does. */
  placeOf(node: Element | null): number {
    return [...this.root.children].findIndex((entry) => node !== null && entry.contains(node));
  }

  /** What stands for the entry at `place`, or for the last one. */
  entry(place: number): HTMLElement | null {
    const entry = this.root.children[Math.min(place, this.root.children.length - 1)];
    return entry?.querySelector<HTMLElement>(".entry") ?? null;
  }

  private clicked(event: Event): void {
    const target = event.target as Element;
    // The buttons inside an entry do their own work; the one that stands for the entry does this.
    if (target.closest("button:not(.entry)")) return;
    const entry = target.closest<HTMLElement>(".list > li");
    const item = entry && this.items.get(entry);
    if (!item) return;
    this.mark((one) => one === item);
    this.view.chosen(item);
  }
}
