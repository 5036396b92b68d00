// A button with a menu below it, as the ARIA pattern has it.
//
// *Invariant:* closed, unless the focus is in it.

import { element } from "./element";

/** Joins `button` with the `items` it opens. */
export function menu(button: HTMLElement, items: HTMLElement[]): HTMLElement {
  const list = element("div", { class: "menu", role: "menu", hidden: true }, ...items);
  const root = element("div", { class: "menu-box" }, button, list);
  const show = (shown: boolean): void => {
    list.hidden = !shown;
    button.setAttribute("aria-expanded", String(shown));
  };
  button.setAttribute("aria-haspopup", "menu");
  for (const item of items) {
    item.setAttribute("role", "menuitem");
    item.tabIndex = -1;
  }
  show(false);
  button.addEventListener("click", () => {
    show(list.hidden !== false);
    if (!list.hidden) items[0]?.focus();
  });
  list.addEventListener("click", () => {
    show(false);
    button.focus();
  });
  root.addEventListener("keydown", (event) => {
    const at = items.indexOf(document.activeElement as HTMLElement);
    const last = items.length - 1;
    if (event.key === "Escape" && !list.hidden) {
      show(false);
      button.focus();
    } else if (at < 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      show(true);
      items[event.key === "ArrowDown" ? 0 : last]?.focus();
    } else {
      const goal = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
      if (at < 0 || goal === undefined) return;
      items[goal]?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  });
  root.addEventListener("focusout", (event) => {
    if (!root.contains(event.relatedTarget as Node | null)) show(false);
  });
  return root;
}
