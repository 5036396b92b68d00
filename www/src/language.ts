// The language that the page speaks.

export type Lang = "zh" | "en";

let current: Lang = "zh";

export const language = (): Lang => current;
export const inEnglish = (): boolean => current === "en";
export function setLanguage(lang: Lang): void {
  current = lang;
}
