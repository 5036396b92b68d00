// What was set aside, folded up below the problems, each with the way back.

import type { Finding } from "hegao";
import { element } from "./element";
import { ruleTitle, severitySign, shorten, type FindingActions } from "./finding-view";
import { language } from "./language";
import { say } from "./messages";
import { ignoredCount, moreEntries } from "./sentences";

const MOST = 200;

export class IgnoredList {
  readonly root: HTMLDetailsElement;
  private readonly summary = element("summary");
  private readonly list = element("ul", { class: "list" });
  private readonly restore: (findings: Finding[]) => void;
  private readonly actions: Pick<FindingActions, "rule">;
  private shown = "";

  constructor(actions: Pick<FindingActions, "rule">, restore: (findings: Finding[]) => void) {
    this.actions = actions;
    this.restore = restore;
    this.root = element("details", { class: "ignored", hidden: true }, this.summary, this.list);
  }

  show(findings: Finding[]): void {
    const signature = [language(), ...findings.map((finding) => finding.id)].join("\u0000");
    if (signature === this.shown) return;
    this.shown = signature;
    const focused = this.root.contains(document.activeElement);
    this.root.hidden = findings.length === 0;
    this.summary.textContent = ignoredCount(findings.length);
    const back = (words: string, these: Finding[]): HTMLElement =>
      element("button", { type: "button", class: "quiet restore", onclick: () => this.restore(these) }, words);
    this.list.replaceChildren(
      ...(findings.length > 1 ? [element("li", { class: "ignored-all" }, back(say("restoreAll"), findings))] : []),
      ...findings.slice(0, MOST).map((finding) =>
        element(
          "li",
          { class: "ignored-entry", "data-ignored": finding.id },
          severitySign(finding.severity),
          element(
            "div",
            { class: "ignored-words" },
            element("p", {}, ruleTitle(finding, this.actions)),
            element("p", { class: "quoted" }, shorten(finding.quote ?? finding.message)),
          ),
          back(say("restore"), [finding]),
        ),
      ),
      ...(findings.length > MOST ? [element("li", { class: "more" }, moreEntries(findings.length - MOST))] : []),
    );
    // The button that was pressed is gone; its neighbours are not.
    if (focused && findings.length > 0) (this.list.querySelector<HTMLElement>(".ignored-entry .restore") ?? this.summary).focus();
  }
}
