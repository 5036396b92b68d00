// The reader takes the review away: as a file, on the clipboard, on paper.
//
// *Invariant:* gives what the reader sees, of the draft as it is.

import { type DraftForm, written } from "./draft-form";
import { asCsv, asJson, asText, type RuleTitle } from "./exports";
import { copy, saveFile } from "./files";
import { say } from "./messages";
import type { Shown } from "./selection";
import { type Reviewed, sheetFile } from "./sheet";

export interface Desk {
  /** What the reader sees; nothing while there is no review of the draft as it is. */
  shown(): Promise<Shown | null>;
  draft(): string;
  /** How it is written to a file. */
  form(): DraftForm;
  /** The name of the draft's file. */
  name(): string;
  ruleTitle: RuleTitle;
  /** What a sheet of it is made of. */
  reviewed(shown: Shown): Reviewed;
  notify(words: string): void;
}

export class TakeAway {
  private readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  draft(): void {
    saveFile(written(this.desk.draft(), this.desk.form()), this.desk.name());
  }

  csv(): Promise<void> {
    return this.withReview((shown) => saveFile(asCsv(shown, this.desk.draft(), this.desk.ruleTitle), this.named("csv"), "text/csv"));
  }

  sheet(): Promise<void> {
    return this.withReview((shown) => saveFile(sheetFile(this.desk.reviewed(shown)), this.named("html", "sheetFileName"), "text/html"));
  }

  json(): Promise<void> {
    return this.withReview((shown) => saveFile(asJson(shown, this.desk.draft(), this.desk.form()), this.named("json"), "application/json"));
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

  private named(extension: string, kind: "reviewFile" | "sheetFileName" = "reviewFile"): string {
    return `${this.desk.name().replace(/\.[^.]*$/, "")}-${say(kind)}.${extension}`;
  }
}
