// Where the draft came from: a file, the sample, an earlier visit, a script; and how it goes back there.
//
// *Invariant:* a draft is written in the form of its file; positions handed out are those of the text
// that was handed in.

import type { Review } from "hegao";
import { type DraftForm, formOf, ownForm, unmarked, written } from "./draft-form";
import { readDraft } from "./files";
import { inGivenText } from "./line-ends";
import { say } from "./messages";
import sampleText from "./sample.txt";
import { opened, told } from "./sentences";

export interface DraftDesk {
  /** The draft as it is. */
  text(): string;
  /** Another draft. */
  replace(text: string): void;
  notify(words: string): void;
}

export class DraftSource {
  form: DraftForm = ownForm;
  /** The file that it came from. */
  private file = "";
  /** A text with \r\n that a script set, and the draft it became. */
  private given: { text: string; held: string } | null = null;
  private readonly desk: DraftDesk;

  constructor(desk: DraftDesk) {
    this.desk = desk;
  }

  get name(): string {
    return this.file || `${say("draftFile")}.txt`;
  }

  /** As it is kept and handed over: in the form of its file. */
  kept(): { text: string; name: string } {
    return { text: written(this.desk.text(), this.form), name: this.file };
  }

  sample(): void {
    const replaced = this.desk.text() !== "";
    this.file = "";
    this.form = ownForm;
    this.desk.replace(sampleText);
    this.desk.notify(replaced ? say("sampleReplaced") : "");
  }

  async open(file: File): Promise<void> {
    const reading = await readDraft(file);
    if ("refused" in reading) {
      this.desk.notify(`${say("fileLost")}${told(file.name, say(reading.refused))}`);
      return;
    }
    this.form = reading.form;
    this.file = /\.(txt|md)$/i.test(file.name) ? file.name : `${file.name}.txt`;
    this.desk.replace(reading.text);
    this.desk.notify(opened(file.name, reading.encoding));
  }

  /** A draft that outlived the page. */
  restore(draft: { text: string; name: string }): void {
    this.file = draft.name;
    this.form = formOf(draft.text);
    this.desk.replace(unmarked(draft.text));
    this.desk.notify(say("draftRestored"));
  }

  /** A text from a script. */
  set(text: string): void {
    this.form = { ...formOf(text), marked: false };
    this.desk.replace(text);
    this.given = text.includes("\r\n") ? { text, held: this.desk.text() } : null;
  }

  /** The review in the positions of the text that a script set, while the draft is still that. */
  placed(review: Review): Review {
    return this.given?.held === this.desk.text() ? inGivenText(review, this.given.text) : review;
  }
}
