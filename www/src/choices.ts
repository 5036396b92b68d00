// The reader's choices: taken up at the start, in force at once, kept for the next visit.
//
// Takes what the settings window is told, gives looks, language and levels.
//
// *Invariant:* what is in force is what was last chosen, whether the browser keeps it or not.

import type { RuleInfo } from "hegao";
import { appear } from "./appearance";
import { saveFile } from "./files";
import type { Ignored } from "./ignored";
import type { KeptDraft } from "./kept-draft";
import { language, setLanguage } from "./language";
import { say } from "./messages";
import { defaults, type Preferences, read, sizes, written } from "./preferences";
import type { SettingsActions } from "./settings-dialog";
import type { Store } from "./store";

export interface ChoicesEvents {
  rules(): RuleInfo[];
  profiles(): (readonly [string, string])[];
  /** The page speaks another language. */
  reworded(): void;
  /** Another kind of report is chosen. */
  profile(profile: string): void;
  /** Letters or levels are others. */
  changed(): void;
  /** The draft is kept on this computer, or not. */
  keeps(kept: boolean): void;
  notify(words: string): void;
}

const NAME = "settings";

export class Choices implements SettingsActions {
  private current: Preferences;
  /** What was kept cannot be read. */
  readonly isBroken: boolean;
  private readonly store: Store;
  private readonly ignored: Ignored;
  private readonly draft: KeptDraft;
  private readonly events: ChoicesEvents;

  constructor(store: Store, ignored: Ignored, draft: KeptDraft, events: ChoicesEvents) {
    this.store = store;
    this.ignored = ignored;
    this.draft = draft;
    this.events = events;
    const text = store.get(NAME);
    const kept = read(text ?? "");
    this.isBroken = text !== null && "refused" in kept;
    this.current = "preferences" in kept ? kept.preferences : defaults;
    setLanguage(this.current.language);
    appear(this.current.theme, this.current.size);
  }

  preferences(): Preferences {
    return this.current;
  }

  change(chosen: Preferences): void {
    this.take(chosen);
    if (!this.store.set(NAME, written(chosen))) this.events.notify(say("notKept"));
  }

  /** One size larger or smaller, as far as it goes. */
  resize(larger: boolean): void {
    const size = sizes[sizes.indexOf(this.current.size) + (larger ? 1 : -1)];
    if (size) this.change({ ...this.current, size });
  }

  rules(): RuleInfo[] {
    return this.events.rules();
  }

  profiles(): (readonly [string, string])[] {
    return this.events.profiles();
  }

  save(text: string): void {
    saveFile(text, say("settingsFile"), "application/json");
  }

  keepsDraft(): boolean {
    return this.draft.isOn;
  }

  keepDraft(on: boolean): boolean {
    const done = this.draft.turn(on);
    this.events.keeps(this.draft.isOn);
    return done;
  }

  clear(): void {
    this.keepDraft(false);
    this.ignored.forget();
    this.store.clear();
    this.take({ ...defaults, language: language() });
  }

  private take(chosen: Preferences): void {
    const reworded = chosen.language !== language();
    const { profile } = this.current;
    this.current = chosen;
    appear(chosen.theme, chosen.size);
    setLanguage(chosen.language);
    this.events.changed();
    if (chosen.profile !== profile) this.events.profile(chosen.profile);
    if (reworded) this.events.reworded();
  }
}
