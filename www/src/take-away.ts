// The reader takes the review away: as a file, on the clipboard, on paper.
//
// *Invariant:* gives what the reader sees, of the draft as it is.

import { asCsv, asJson, asText, type RuleTitle } from "./exports";
import { copy, saveFile } from "./files";
import { say } from "./messages";
import type { Shown } from "./selection";

export interface Desk {
  /** What the reader sees; nothing while there is no review of the draft as it is. */
  shown(): Promise<Shown | null>;
  draft(): string;
  /** The name of the draft's file. */
  name(): string;
  ruleTitle: RuleTitle;
  notify(words: string): void;
}

export class TakeAway {
  private readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  draft(): void {
    saveFile(this.desk.draft(), this.desk.name());
  }

  csv(): Promise<void> {
    return this.withReview((shown) => saveFile(asCsv(shown, this.desk.draft(), this.desk.ruleTitle), this.named("csv"), "text/csv"));
  }

  json(): Promise<void> {
    return this.withReview((shown) => saveFile(asJson(shown), this.named("json"), "application/json"));
  }

  text(): Promise<void> {
    return this.withReview(async (shown) => {
      const copied = await copy(asText(shown, this.desk.draft(), this.desk.ruleTitle));
      this.desk.notify(say(copied ? "copied" : "notCopied"));
    });
  }

  print(): Promise<void> {
    return this.withReview(() => window.print());
  }

  private async withReview(use: (shown: Shown) => unknown): Promise<void> {
    const shown = await this.desk.shown();
    if (shown) await use(shown);
    else this.desk.notify(say("nothingToExport"));
  }

  private named(extension: string): string {
    return `${this.desk.name().replace(/\.[^.]*$/, "")}-${say("reviewFile")}.${extension}`;
  }
}
