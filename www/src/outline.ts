// The headings of the draft, each a way to its place.

import type { OutlineEntry, Review } from "hegao";
import { element } from "./element";
import { shorten } from "./finding-view";
import { List } from "./list";
import { say } from "./messages";
import type { Work } from "./slices";

const LONGEST = 48;

export class Outline {
  private readonly title = element("h2", { class: "outline-title", hidden: true });
  private readonly list: List<OutlineEntry>;

  constructor(panel: HTMLElement, chosen: (heading: OutlineEntry) => void) {
    panel.append(this.title);
    this.list = new List(panel, {
      signature: (heading) => `${heading.level} ${heading.text}`,
      build: entry,
      chosen,
    });
    this.list.root.classList.add("outline");
  }

  *showing(review: Review): Work {
    this.title.textContent = say("outline");
    this.title.hidden = review.outline.length === 0;
    yield* this.list.showing(review.outline);
  }
}

function entry(heading: OutlineEntry): HTMLElement {
  return element(
    "li",
    { class: `outline-entry level-${Math.min(heading.level, 5)}`, "data-outline": heading.level },
    element("button", { type: "button", class: "entry" }, shorten(heading.text, LONGEST)),
  );
}
