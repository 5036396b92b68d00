// The settings: a window whose every choice takes effect at once.
//
// *Invariant:* holds no choice of its own; what it shows is what the page was last told.

import type { RuleInfo } from "hegao";
import { openDialog } from "./dialog";
import { element } from "./element";
import { language } from "./language";
import { type MessageName, say } from "./messages";
import { groupName, levelName, sizeName, themeName } from "./names";
import { ruleDefault } from "./sentences";
import { defaults, languages, type Level, levels, type Preferences, read, sizes, themes, written } from "./preferences";

export interface SettingsActions {
  preferences(): Preferences;
  change(preferences: Preferences): void;
  rules(): RuleInfo[];
  save(text: string): void;
  keepsDraft(): boolean;
  /** Keeps the draft in this browser, or no longer; whether the browser lets us. */
  keepDraft(on: boolean): boolean;
  /** The kinds of report that the checker knows, and the one for any. */
  profiles(): (readonly [string, string])[];
  /** Leaves nothing in this browser. */
  clear(): void;
}

const groups: RuleInfo["group"][] = ["numbers", "dates", "structure", "text"];

export function showSettings(actions: SettingsActions, told = ""): void {
  const notice = element("p", { class: "dialog-notice", role: "status" });
  const content = element("div", { class: "settings-content" });
  const tell = (words: string): void => {
    notice.textContent = words;
  };
  const change = (part: Partial<Preferences>): void => actions.change({ ...actions.preferences(), ...part });
  /** Another language, or all choices at once: the window is written anew. */
  const rewrite = (then: string): void => showSettings(actions, then);
  content.append(...looks(actions, change, rewrite), ...drafts(actions, tell, rewrite), ...ruleLevels(actions, change));
  const foot = element("div", { class: "settings-foot" }, file(actions, tell, rewrite), notice);
  const dialog = openDialog("settings", say("settings"), content, foot);
  dialog.querySelector("select")?.focus();
  // A live region speaks of what changes after it is there.
  tell(told);
}

function choice<T extends string>(label: string, name: string, options: readonly (readonly [T, string])[], value: T, chosen: (value: T) => void): HTMLElement {
  const select = element(
    "select",
    {
      "data-setting": name,
      onchange: () => {
        const option = options.find(([one]) => one === select.value);
        if (option) chosen(option[0]);
      },
    },
    ...options.map(([one, words]) => element("option", { value: one }, words)),
  );
  select.value = value;
  return element("label", { class: "setting" }, element("span", {}, label), select);
}

const title = (name: MessageName): HTMLElement => element("h3", {}, say(name));

function looks(actions: SettingsActions, change: (part: Partial<Preferences>) => void, rewrite: (then: string) => void): HTMLElement[] {
  const { theme, size, profile } = actions.preferences();
  return [
    choice(say("profile"), "profile", actions.profiles(), profile, (chosen) => change({ profile: chosen })),
    choice(say("theme"), "theme", themes.map((one) => [one, themeName(one)] as const), theme, (chosen) => change({ theme: chosen })),
    choice(say("size"), "size", sizes.map((one) => [one, sizeName(one)] as const), size, (chosen) => change({ size: chosen })),
    choice(say("languageSetting"), "language", languages.map((one) => [one, one === "zh" ? "中文" : "English"] as const), language(), (chosen) => {
      change({ language: chosen });
      rewrite("");
    }),
  ];
}

function drafts(actions: SettingsActions, tell: (words: string) => void, rewrite: (then: string) => void): HTMLElement[] {
  const box = element("input", {
    type: "checkbox",
    "data-setting": "keepDraft",
    checked: actions.keepsDraft(),
    "aria-describedby": "keep-explained",
    onchange: () => {
      const kept = actions.keepDraft(box.checked);
      if (!kept) box.checked = false;
      tell(kept ? say(box.checked ? "keepOn" : "keepOff") : say("draftNotKept"));
    },
  });
  const clear = (): void => {
    actions.clear();
    rewrite(say("cleared"));
  };
  return [
    title("keepTitle"),
    element("label", { class: "setting-check" }, box, say("keepDraft")),
    element("p", { class: "note", id: "keep-explained" }, say("keepExplained")),
    element("p", {}, element("button", { type: "button", class: "fix", "data-action": "clear", onclick: clear }, say("clear"))),
  ];
}

function ruleLevels(actions: SettingsActions, change: (part: Partial<Preferences>) => void): HTMLElement[] {
  const rank = (rule: string, level: Level | "default"): void => {
    const ranked = new Map(actions.preferences().levels);
    if (level === "default") ranked.delete(rule);
    else ranked.set(rule, level);
    change({ levels: ranked });
  };
  const row = (rule: RuleInfo): HTMLElement => {
    const options = [["default", ruleDefault(rule.severity)] as const, ...levels.map((one) => [one, levelName(one)] as const)];
    return choice(rule.title[language()], rule.id, options, actions.preferences().levels.get(rule.id) ?? "default", (level) => rank(rule.id, level));
  };
  const group = (name: RuleInfo["group"]): HTMLElement =>
    element(
      "fieldset",
      { class: "rule-group" },
      element("legend", {}, groupName(name)),
      ...actions.rules().filter((rule) => rule.group === name).map(row),
    );
  return [title("rules"), element("p", { class: "note" }, say("rulesExplained")), ...groups.map(group)];
}

function file(actions: SettingsActions, tell: (words: string) => void, rewrite: (then: string) => void): HTMLElement {
  const picker = element("input", {
    type: "file",
    class: "picker settings-picker",
    tabindex: -1,
    "aria-hidden": "true",
    accept: ".json,application/json",
    onchange: async () => {
      const chosen = picker.files?.[0];
      picker.value = "";
      if (!chosen) return;
      const reading = read(await chosen.text().catch(() => ""));
      if ("refused" in reading) {
        tell(reading.refused);
        return;
      }
      actions.change(reading.preferences);
      rewrite(say("settingsRead"));
    },
  });
  const button = (name: MessageName, pressed: () => void): HTMLElement =>
    element("button", { type: "button", class: "secondary", "data-action": name, onclick: pressed }, say(name));
  return element(
    "div",
    { class: "dialog-actions" },
    button("settingsSave", () => actions.save(written(actions.preferences()))),
    button("settingsLoad", () => picker.click()),
    button("settingsReset", () => {
      actions.change({ ...defaults, language: language() });
      rewrite(say("settingsDefault"));
    }),
    picker,
  );
}
