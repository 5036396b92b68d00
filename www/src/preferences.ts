// What the reader has chosen: looks, language, and which rules count how much.
//
// Takes and gives the text of a settings file; the same text is kept in the browser.
//
// *Invariant:* a text is read whole or refused with one sentence; a choice that was never made is
// the default.

import type { Severity } from "hegao";
import { type Lang } from "./language";
import { say } from "./messages";
import { settingsValue } from "./sentences";

export const themes = ["auto", "light", "dark"] as const;
export const sizes = ["small", "medium", "large", "largest"] as const;
export const languages = ["zh", "en"] as const;
export const levels = ["error", "warning", "hint", "off"] as const;

export type Theme = (typeof themes)[number];
export type Size = (typeof sizes)[number];
/** How much a rule counts, where it is not as the checker says. */
export type Level = Severity | "off";

export interface Preferences {
  theme: Theme;
  size: Size;
  language: Lang;
  /** The kind of report; empty to find it from the title. */
  profile: string;
  levels: ReadonlyMap<string, Level>;
}

export const defaults: Preferences = { theme: "auto", size: "medium", language: "zh", profile: "", levels: new Map() };

const FORMAT = "hegao.settings";
const VERSION = 1;

export function written(preferences: Preferences): string {
  const { theme, size, language, profile, levels } = preferences;
  const rules = Object.fromEntries([...levels].sort());
  return `${JSON.stringify({ format: FORMAT, version: VERSION, theme, size, language, profile, rules }, null, 2)}\n`;
}

export type Read = { preferences: Preferences } | { refused: string };

export function read(text: string): Read {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { refused: say("settingsForeign") };
  }
  if (!isRecord(data) || data.format !== FORMAT) return { refused: say("settingsForeign") };
  if (data.version !== VERSION) return { refused: say("settingsNewer") };
  const theme = chosen(themes, data.theme, defaults.theme);
  const size = chosen(sizes, data.size, defaults.size);
  const language = chosen(languages, data.language, defaults.language);
  const profile = data.profile ?? defaults.profile;
  const rules = data.rules === undefined ? {} : data.rules;
  if (!theme) return { refused: settingsValue("theme") };
  if (!size) return { refused: settingsValue("size") };
  if (!language) return { refused: settingsValue("language") };
  if (typeof profile !== "string") return { refused: settingsValue("profile") };
  if (!isRecord(rules)) return { refused: settingsValue("rules") };
  const ranked = new Map<string, Level>();
  for (const [rule, value] of Object.entries(rules)) {
    const level = levels.find((one) => one === value);
    if (!level) return { refused: settingsValue(`rules.${rule}`) };
    ranked.set(rule, level);
  }
  return { preferences: { theme, size, language, profile, levels: ranked } };
}

/** One of `these`; the default where nothing was said, nothing where it is not known. */
function chosen<T extends string>(these: readonly T[], value: unknown, otherwise: T): T | undefined {
  return value === undefined ? otherwise : these.find((one) => one === value);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
