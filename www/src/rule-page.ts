// A rule's page, in short below a finding and whole in a window, in the language that the page speaks.
//
// *Invariant:* text becomes text nodes; paragraphs and lists are all the Markdown that those pages use.

import type { RuleInfo } from "hegao";
import { openDialog } from "./dialog";
import { element } from "./element";
import { language } from "./language";
import { type MessageName, say } from "./messages";
import { rulePage } from "./rule-pages";

/** What the rule says and why, and the way to the rest. */
export function inlinePage(rule: RuleInfo): HTMLElement {
  const more = element("button", { type: "button", class: "quiet", "data-action": "wholeRule", onclick: () => showRule(rule) }, say("wholeRule"));
  return element("div", { class: "rule-text rule-inline" }, ...sections(rule.id, "h2", false), element("p", {}, more));
}

function showRule(rule: RuleInfo): void {
  openDialog(
    "rule-page",
    rule.title[language()],
    element("p", { class: "role" }, rule.id),
    element("div", { class: "rule-text" }, ...sections(rule.id, "h3", true)),
  );
}

/** `level` is the one below the heading that the page stands under; samples are in the window only. */
function sections(id: string, level: "h2" | "h3", withSamples: boolean): HTMLElement[] {
  const { told: [what, why, basis], samples: [reported, notReported] } = rulePage(id);
  const section = (name: MessageName, content: HTMLElement[]): HTMLElement[] =>
    content.length > 0 ? [element(level, {}, say(name)), ...content] : [];
  return [
    ...section("ruleWhat", blocks(what)),
    ...section("ruleWhy", blocks(why)),
    ...(withSamples ? [...section("ruleReported", reported.map(sample)), ...section("ruleNotReported", notReported.map(sample))] : []),
    ...section("ruleBasis", blocks(basis)),
  ];
}

const sample = (text: string): HTMLElement => element("pre", { lang: "zh-CN" }, text);

function blocks(markdown: string): HTMLElement[] {
  const result: HTMLElement[] = [];
  let list: HTMLElement | null = null;
  for (const line of markdown.split("\n")) {
    const item = /^\s*[-*]\s+(.*)/.exec(line);
    if (item) {
      if (!list) result.push((list = element("ul")));
      list.append(element("li", {}, item[1] ?? ""));
      continue;
    }
    list = null;
    if (line.trim() !== "") result.push(element("p", {}, line));
  }
  return result;
}
