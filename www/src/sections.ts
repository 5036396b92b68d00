// The checklist of the parts that this kind of report must have.

import type { Review, Section } from "hegao";
import { element } from "./element";
import { List } from "./list";
import { language } from "./language";
import { say } from "./messages";
import { sectionStatusName } from "./names";

const signs: Record<Section["status"], string> = { present: "✓", mentioned: "△", missing: "✗", empty: "△", misplaced: "△" };

/** A part that is wanted and not there. */
const lacking = (section: Section): boolean => section.status === "missing" && section.required;

/** How many of the required parts have a heading of their own and something under it. */
export const presentCount = (review: Review): number =>
  review.sections.filter((section) => section.required && (section.status === "present" || section.status === "misplaced")).length;
export const requiredCount = (review: Review): number => review.sections.filter((section) => section.required).length;

export class Sections {
  private readonly nothing = element("p", { class: "nothing" });
  private readonly list: List<Section>;

  constructor(panel: HTMLElement, chosen: (section: Section) => void) {
    panel.append(this.nothing);
    this.list = new List(panel, {
      signature: (section) =>
        [language(), section.id, section.status, section.title, section.heading, section.required].join("\u0000"),
      build: entry,
      chosen,
    });
  }

  /** Before there is a review. */
  blank(): void {
    this.nothing.textContent = say("noDraft");
  }

  show(review: Review): void {
    const blank = review.document.characters === 0;
    this.nothing.textContent = say(blank ? "noDraft" : review.document.isExcerpt ? "excerpt" : "noSections");
    this.nothing.hidden = !blank && review.sections.length > 0;
    const excerpt = review.document.isExcerpt;
    // What an excerpt lacks may well stand in the rest.
    const sections = review.sections.map((section) => ({ ...section, required: section.required && !excerpt }));
    this.list.show(blank ? [] : sections);
  }
}

function entry(section: Section): HTMLElement {
  const state = section.status === "present" ? "ok" : lacking(section) ? "lacking" : section.status === "missing" ? "optional" : "partly";
  return element(
    "li",
    { class: `entry-box section is-${state}`, "data-entry": true, "data-section": section.id, "data-status": section.status },
    element(
      "button",
      { type: "button", class: "entry", disabled: section.range === null },
      element("span", { class: "sign", "aria-hidden": "true" }, state === "optional" ? "–" : signs[section.status]),
      element("span", { class: "entry-title" }, section.title),
      element("span", { class: "count" }, sectionStatusName(section.status)),
    ),
    section.heading ? element("p", { class: "quoted" }, section.heading) : null,
  );
}
