// Three tabs, as the ARIA pattern has it.
//
// *Invariant:* exactly one tab is selected and exactly its panel is not hidden.

import { element } from "./element";

export interface Tab {
  button: HTMLButtonElement;
  panel: HTMLElement;
}

export class Tabs {
  readonly tablist: HTMLElement;
  private readonly tabs: Tab[];

  constructor(names: string[]) {
    this.tabs = names.map((name) => ({
      button: element("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}` }),
      panel: element("div", { role: "tabpanel", class: "panel", id: `panel-${name}`, "aria-labelledby": `tab-${name}`, "data-testid": name, tabindex: 0 }),
    }));
    this.tablist = element("div", { role: "tablist", class: "tabs" }, ...this.tabs.map((tab) => tab.button));
    this.tabs.forEach((tab, at) => tab.button.addEventListener("click", () => this.select(at)));
    this.tablist.addEventListener("keydown", (event) => this.key(event));
    this.select(0);
  }

  panel(at: number): HTMLElement {
    return this.tab(at).panel;
  }

  get panels(): HTMLElement[] {
    return this.tabs.map((tab) => tab.panel);
  }

  label(at: number, words: string, count: string): void {
    this.tab(at).button.replaceChildren(words, ...(count ? [" ", element("span", { class: "tab-count" }, count)] : []));
  }

  select(at: number): void {
    this.tabs.forEach((tab, index) => {
      tab.button.setAttribute("aria-selected", String(index === at));
      tab.button.tabIndex = index === at ? 0 : -1;
      tab.panel.hidden = index !== at;
    });
  }

  private tab(at: number): Tab {
    const tab = this.tabs[at];
    if (!tab) throw new RangeError(`there is no tab ${at}`);
    return tab;
  }

  private key(event: KeyboardEvent): void {
    const at = this.tabs.findIndex((tab) => tab.button === event.target);
    const last = this.tabs.length - 1;
    const goal = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (at < 0 || goal === undefined) return;
    event.preventDefault();
    this.select(goal);
    this.tab(goal).button.focus();
  }
}
