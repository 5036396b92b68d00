// The three tabs beside the draft: problems, figures, structure.
//
// Takes what the reader is to see of a review, gives it in slices or at once.
//
// *Invariant:* what is drawn last is the newest, whole or in part; nothing older comes after it.

import type { Claim, Finding, Range } from "hegao";
import type { FindingActions } from "./finding-view";
import { FindingsList, type FindingsEvents } from "./findings-list";
import type { Frame } from "./frame";
import { Ledger } from "./ledger";
import { say } from "./messages";
import { Outline } from "./outline";
import { presentCount, requiredCount, Sections } from "./sections";
import type { Shown } from "./selection";
import { grouped, inOneLine } from "./sentences";
import { Slices, type Work } from "./slices";
import type { Tabs } from "./tabs";

export interface ResultsEvents extends FindingsEvents {
  claim(claim: Claim): void;
  heading(range: Range): void;
  showUnchecked(): void;
}

export class Results {
  private readonly findings: FindingsList;
  private readonly ledger: Ledger;
  private readonly sections: Sections;
  private readonly outline: Outline;
  private shown: Shown | null = null;
  private readonly slices = new Slices();
  private readonly tabs: Tabs;
  private readonly page: Pick<Frame, "remark">;

  constructor(tabs: Tabs, page: Pick<Frame, "remark">, actions: FindingActions, events: ResultsEvents) {
    this.tabs = tabs;
    this.page = page;
    const heading = ({ range }: { range: Range | null }): void => {
      if (range) events.heading(range);
    };
    this.findings = new FindingsList(tabs.panel(0), actions, events);
    this.ledger = new Ledger(tabs.panel(1), { chosen: events.claim, showUnchecked: events.showUnchecked });
    this.sections = new Sections(tabs.panel(2), heading);
    this.outline = new Outline(tabs.panel(2), heading);
  }

  /** Draws in slices; `done` is not called if the reader goes on writing meanwhile. */
  draw(shown: Shown, done: () => void): void {
    this.slices.begin(this.drawing(shown), done);
  }

  /** Draws before anything else happens: for what the reader has chosen with a click. */
  drawNow(shown: Shown): void {
    this.slices.complete(this.drawing(shown));
  }

  /** What is being drawn is of no use any more. */
  stop(): void {
    this.slices.end();
  }

  mark(findings: Finding[]): void {
    this.findings.mark(findings);
  }

  uncheckedShown(on: boolean): void {
    this.ledger.uncheckedShown(on);
  }

  /** The page speaks another language; the review in it follows. */
  reword(): void {
    this.label(this.shown);
    if (!this.shown) for (const list of [this.findings, this.ledger, this.sections]) list.blank();
  }

  private *drawing(shown: Shown): Work {
    const { review } = shown;
    const { characters, isExcerpt } = review.document;
    this.shown = shown;
    this.label(shown);
    this.page.remark(inOneLine([isExcerpt && characters > 0 ? say("excerpt") : "", review.notice ?? ""]));
    yield* this.findings.showing(shown);
    yield* this.ledger.showing(review);
    this.sections.show(review);
    yield* this.outline.showing(review);
  }

  private label(shown: Shown | null): void {
    const review = shown && shown.review.document.characters > 0 ? shown.review : null;
    this.tabs.label(0, say("problems"), review ? grouped(review.findings.length) : "");
    this.tabs.label(1, say("figures"), review ? grouped(review.claims.length) : "");
    const required = review && !review.document.isExcerpt ? requiredCount(review) : 0;
    this.tabs.label(2, say("structure"), review && required > 0 ? `${presentCount(review)}/${required}` : "");
  }
}
