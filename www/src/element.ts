// Builds DOM nodes from data.
//
// *Invariant:* data becomes text nodes and attributes, never markup.

export type Child = Node | string | null | false | undefined;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/** `element("p", { class: "note" }, "text")`; a function under `onclick` and the like becomes a listener. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...present(children));
  return node;
}

/** The children that are there. */
export function present(children: Child[]): (Node | string)[] {
  return children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false);
}

/** Replaces the children of `node` without taking out those that stay: a focused one keeps the focus. */
export function keepChildren(node: HTMLElement, children: (Node | string)[]): void {
  const staying = new Set(children.filter((child) => child instanceof Node));
  for (const child of [...node.childNodes]) if (!staying.has(child)) child.remove();
  let place = node.firstChild;
  for (const child of children) {
    if (child === place) place = place.nextSibling;
    else node.insertBefore(typeof child === "string" ? document.createTextNode(child) : child, place);
  }
}
