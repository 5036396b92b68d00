// A rule's page, in short below a finding and whole in a window: the few Markdown forms that those
// pages use.
//
// *Invariant:* text becomes text nodes; a form that is not known is shown as it was written.

import type { RuleInfo } from "hegao";
import { openDialog } from "./dialog";
import { element } from "./element";
import { language } from "./language";
import { say } from "./messages";
import { rulePage } from "./rule-pages";

/** Sections that show by examples: they are in the window only. */
const SAMPLES = /^(应报|不报)$/;

/** What the rule says and why, and the way to the rest. */
export function inlinePage(rule: RuleInfo): HTMLElement {
  const told = rulePage(rule.id).split(/^(?=## )/m).filter((part) => !SAMPLES.test(/^## (.*)/.exec(part)?.[1]?.trim() ?? ""));
  const more = element("button", { type: "button", class: "quiet", "data-action": "wholeRule", onclick: () => showRule(rule) }, say("wholeRule"));
  return element("div", { class: "rule-text rule-inline" }, ...blocks(told.join(""), "h2"), element("p", {}, more));
}

function showRule(rule: RuleInfo): void {
  openDialog(
    "rule-page",
    rule.title[language()],
    element("p", { class: "role" }, rule.id),
    element("div", { class: "rule-text" }, ...blocks(rulePage(rule.id), "h3")),
  );
}

/** `title` is the level below the heading that the text stands under. */
function blocks(markdown: string, title: "h2" | "h3"): HTMLElement[] {
  const result: HTMLElement[] = [];
  let list: HTMLElement | null = null;
  let code: string[] | null = null;
  for (const line of markdown.split("\n")) {
    if (line.startsWith("```")) {
      if (code) result.push(element("pre", {}, code.join("\n")));
      code = code ? null : [];
      continue;
    }
    if (code) {
      code.push(line);
      continue;
    }
    const heading = /^(#+)\s+(.*)/.exec(line);
    const item = /^\s*[-*]\s+(.*)/.exec(line);
    if (item) {
      if (!list) result.push((list = element("ul")));
      list.append(element("li", {}, ...inline(item[1] ?? "")));
      continue;
    }
    list = null;
    // The page's first heading is the rule's title, which the dialog has already.
    if (heading) {
      if (heading[1] !== "#") result.push(element(title, {}, heading[2] ?? ""));
    } else if (line.trim() !== "") {
      result.push(element("p", {}, ...inline(line)));
    }
  }
  if (code) result.push(element("pre", {}, code.join("\n")));
  return result;
}

function inline(text: string): (HTMLElement | string)[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.length > 2 && part.startsWith("`") && part.endsWith("`")) return element("code", {}, part.slice(1, -1));
    if (part.startsWith("**") && part.endsWith("**") && part.length > 4) return element("strong", {}, part.slice(2, -2));
    return part;
  });
}
