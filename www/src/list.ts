// A list that follows its data and keeps the entries that did not change.
//
// Takes items, gives entries; an entry is built anew only where its words differ. What only the
// current entry shows is built when an entry becomes the current one.
//
// *Invariant:* never more than `MOST` entries, however many items there are.

import { element } from "./element";
import { moreEntries } from "./sentences";
import { whole, type Work } from "./slices";

const MOST = 500;
/** So many entries are looked at between two pauses. */
const FEW = 8;
/** More new entries than this come at once, without an entrance. */
const MOST_ENTRANCES = 12;

export interface ListView<T> {
  /** What an entry shows, as a string: equal strings look equal. */
  signature(item: T): string;
  build(item: T): HTMLElement;
  chosen(item: T): void;
  /** What stays the same while the words of an entry change: the entry then changes in its place. */
  family?(item: T): string;
  /** The heading that an entry stands under. */
  heading?(item: T): string;
  /** The entry changes in its place: takes over what the reader has opened in the one before. */
  follow?(before: HTMLElement, entry: HTMLElement): void;
  /** What the entry shows besides while it is the current one. */
  detail?(item: T): HTMLElement[];
}

export class List<T> {
  readonly root = element("ol", { class: "list" });
  private readonly more = element("p", { class: "more", hidden: true });
  private readonly view: ListView<T>;
  private readonly headings = new Map<string, HTMLElement>();
  private entries = new Map<string, HTMLElement>();
  private items = new Map<HTMLElement, T>();

  constructor(parent: HTMLElement, view: ListView<T>) {
    this.view = view;
    parent.append(this.root, this.more);
    this.root.addEventListener("click", (event) => this.clicked(event));
  }

  show(items: T[]): void {
    whole(this.showing(items));
  }

  /** Shows `items` with a pause wherever one may be; what is given up half way is mended by the next. */
  *showing(items: T[]): Work {
    const shown: { item: T; key: string }[] = [];
    const seen = new Map<string, number>();
    for (const item of items.slice(0, MOST)) {
      const signature = this.view.signature(item);
      const nth = seen.get(signature) ?? 0;
      seen.set(signature, nth + 1);
      shown.push({ item, key: nth > 0 ? `${signature}\u0000${nth}` : signature });
      if (shown.length % FEW === 0) yield;
    }
    const keys = new Set(shown.map(({ key }) => key));
    const left = this.leftBehind(keys);
    const gone = new Set<Element | null>([...this.entries].filter(([key]) => !keys.has(key)).map(([, entry]) => entry));
    const quiet = shown.reduce((sum, { key }) => sum + (this.entries.has(key) ? 0 : 1), 0) > MOST_ENTRANCES;
    const { length } = items;
    this.root.hidden = length === 0;
    yield;
    const entries = new Map<string, HTMLElement>();
    const kept = new Map<HTMLElement, T>();
    let place = this.root.firstElementChild;
    const put = (node: HTMLElement): void => {
      // What stays behind an entry that goes must not be moved for its sake.
      while (gone.has(place)) {
        const next: Element | null = place?.nextElementSibling ?? null;
        place?.remove();
        place = next;
      }
      if (node === place) place = place.nextElementSibling;
      else this.root.insertBefore(node, place);
    };
    const headings = new Set<string>();
    for (const { item, key } of shown) {
      const heading = this.view.heading?.(item) ?? "";
      if (heading && !headings.has(heading)) put(this.heading(heading));
      headings.add(heading);
      let entry = this.entries.get(key);
      if (!entry) {
        entry = this.built(item, left);
        if (quiet) entry.classList.add("is-changed");
        this.entries.set(key, entry);
      }
      put(entry);
      this.items.set(entry, item);
      entries.set(key, entry);
      kept.set(entry, item);
      if (kept.size % FEW === 0) yield;
    }
    for (const [key, entry] of this.entries) if (!entries.has(key)) entry.remove();
    for (const [words, node] of this.headings) {
      if (headings.has(words)) continue;
      node.remove();
      this.headings.delete(words);
    }
    this.entries = entries;
    this.items = kept;
    const hidden = length - MOST;
    this.more.hidden = hidden <= 0;
    this.more.textContent = hidden > 0 ? moreEntries(hidden) : "";
  }

  /** Marks the entries that `match` and brings the first into sight. */
  mark(match: (item: T) => boolean): void {
    let first: HTMLElement | null = null;
    for (const [entry, item] of this.items) {
      const on = match(item);
      this.turn(entry, item, on);
      if (on) first ??= entry;
    }
    first?.scrollIntoView({ block: "nearest" });
  }

  /** The place of the entry that holds `node`; -1 where none does. */
  placeOf(node: Element | null): number {
    return [...this.items.keys()].findIndex((entry) => node !== null && entry.contains(node));
  }

  /** What stands for the entry at `place`, or for the last one. */
  entry(place: number): HTMLElement | null {
    const entries = [...this.items.keys()];
    return entries[Math.min(place, entries.length - 1)]?.querySelector<HTMLElement>(".entry") ?? null;
  }

  /** The entries that `keys` do not name, by family, in their order. */
  private leftBehind(keys: Set<string>): Map<string, HTMLElement[]> {
    const left = new Map<string, HTMLElement[]>();
    if (!this.view.family) return left;
    for (const [key, entry] of this.entries) {
      const item = this.items.get(entry);
      if (keys.has(key) || item === undefined) continue;
      const family = this.view.family(item);
      const others = left.get(family);
      if (others) others.push(entry);
      else left.set(family, [entry]);
    }
    return left;
  }

  /** A new entry; one that follows on an old one comes without a sound, as open as that one was. */
  private built(item: T, left: Map<string, HTMLElement[]>): HTMLElement {
    const entry = this.view.build(item);
    const before = this.view.family && left.get(this.view.family(item))?.shift();
    if (!before) return entry;
    entry.classList.add("is-changed");
    if (before.classList.contains("is-current")) this.turn(entry, item, true);
    this.view.follow?.(before, entry);
    return entry;
  }

  private turn(entry: HTMLElement, item: T, on: boolean): void {
    if (entry.classList.contains("is-current") === on) return;
    entry.classList.toggle("is-current", on);
    if (on) entry.setAttribute("aria-current", "true");
    else entry.removeAttribute("aria-current");
    if (!this.view.detail) return;
    if (on) entry.append(...this.view.detail(item));
    else for (const part of [...entry.children]) if (part.classList.contains("detail")) part.remove();
  }

  private heading(words: string): HTMLElement {
    let node = this.headings.get(words);
    if (!node) {
      node = element("li", { class: "list-heading" }, words);
      this.headings.set(words, node);
    }
    return node;
  }

  private clicked(event: Event): void {
    const target = event.target as Element;
    // The buttons inside an entry do their own work; the one that stands for the entry does this.
    if (target.closest("button:not(.entry), .rule-inline")) return;
    const entry = target.closest<HTMLElement>(".list > li");
    const item = entry && this.items.get(entry);
    if (item === null || item === undefined) return;
    this.mark((one) => one === item);
    this.view.chosen(item);
  }
}
