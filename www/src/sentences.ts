// Sentences with something in them: counts, names, dates, in both languages.

import type { ClaimStatus, Severity } from "hegao";
import { inEnglish } from "./language";
import { say } from "./messages";
import { claimStatusName, severityName } from "./names";

const plural = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;

/** A whole number with thin spaces between thousands. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, "\u2009");

export const characters = (count: number): string =>
  inEnglish() ? plural(count, "character") : `${grouped(count)} 字`;
export const severityCount = (severity: Severity, count: number): string =>
  inEnglish() ? plural(count, severityName(severity)) : `${grouped(count)} 处${severityName(severity)}`;
export const claimCount = (status: ClaimStatus, count: number): string =>
  `${grouped(count)} ${inEnglish() && status === "holds" && count !== 1 ? "hold" : claimStatusName(status)}`;
export const sumsHeld = (held: number, all: number): string =>
  inEnglish() ? `${grouped(held)} of ${plural(all, "sum")} verified` : `核对 ${grouped(all)} 个算式，${grouped(held)} 个成立`;
export const figuresUnchecked = (unchecked: number, all: number): string =>
  inEnglish()
    ? `${grouped(unchecked)} of ${plural(all, "figure")} not in any sum`
    : `${grouped(all)} 个数字中 ${grouped(unchecked)} 个未参与核对`;
export const timeTaken = (milliseconds: number): string =>
  `${milliseconds < 10 ? Math.max(milliseconds, 0.1).toFixed(1) : Math.round(milliseconds)} ${inEnglish() ? "ms" : "毫秒"}`;
export const moreEntries = (count: number): string =>
  inEnglish() ? `${grouped(count)} more are not listed; they appear as those above are dealt with.` : `还有 ${grouped(count)} 条没有列出，处理上面的之后会陆续显示。`;
export const occurrences = (count: number): string => (inEnglish() ? plural(count, "place") : `共 ${grouped(count)} 处`);
export const morePlaces = (count: number): string => (inEnglish() ? `and ${grouped(count)} more` : `另有 ${grouped(count)} 处`);
export const filterCount = (words: string, count: number): string => `${words} ${grouped(count)}`;
/** Where a figure of an equation stands: its part, what it is about, the words of the draft. */
export const place = (role: string, label: string, quote: string): string =>
  [role, quote.includes(label) ? "" : label, quote].filter(Boolean).join(" ").replace(/\s+/g, " ");
export const ignoredCount = (count: number): string =>
  inEnglish() ? `${grouped(count)} ignored` : `已忽略 ${grouped(count)} 处`;
export const hiddenCount = (count: number): string =>
  inEnglish() ? `${grouped(count)} not shown (rule is off)` : `${grouped(count)} 处未显示（规则已关闭）`;
export const ruleDefault = (severity: Severity): string =>
  inEnglish() ? `default (${severityName(severity)})` : `默认（${severityName(severity)}）`;
export const settingsValue = (name: string): string =>
  inEnglish() ? `The settings file has an unknown value for “${name}”; nothing was changed.` : `设置文件中“${name}”一项的值不认识，设置没有改变。`;
export const columns = (): string[] =>
  inEnglish()
    ? ["No.", "Severity", "Rule", "Line", "Text", "Message", "Suggestion"]
    : ["序号", "级别", "规则", "行", "原文", "说明", "修改建议"];
export const lineNumber = (line: number): string => (inEnglish() ? ` (line ${line})` : `（第 ${line} 行）`);
export const today = (): string => new Date().toLocaleDateString(inEnglish() ? "en-GB" : "zh-CN", { dateStyle: "long" });
export const tidyOffer = (count: number): string => inEnglish() ? `${say("tidy")} (${grouped(count)})` : `${say("tidy")}（${grouped(count)}）`;
export const tidyCount = (count: number): string =>
  inEnglish() ? `Change ${plural(count, "place")}` : `修改 ${grouped(count)} 处`;
export const tidyWaiting = (count: number): string =>
  inEnglish()
    ? `${plural(count, "repair")} overlap${count === 1 ? "s" : ""} with these and can be made afterwards.`
    : `另有 ${grouped(count)} 处与以上修改重叠，改完后可再次规范。`;
export const tidied = (count: number): string =>
  inEnglish() ? `Changed ${plural(count, "place")}; Ctrl+Z in the draft takes all back` : `已修改 ${grouped(count)} 处，在草稿中按 Ctrl+Z 可一次撤销`;
export const opened = (name: string, encoding: string): string =>
  inEnglish() ? `Opened ${name} (${encoding})` : `已打开 ${name}（${encoding}）`;
export const allClearDetail = (sums: number, dates: number, headings: number): string =>
  inEnglish()
    ? `Checked: ${plural(sums, "sum")}, ${plural(dates, "date")}, ${plural(headings, "heading")}.`
    : `核对了 ${grouped(sums)} 个算式、${grouped(dates)} 个日期、${grouped(headings)} 个标题。`;
export const stillNeedEyes = (unchecked: number): string => {
  if (unchecked === 0) {
    return inEnglish()
      ? "Every figure took part in a sum; whether the facts are true, no program can tell."
      : "所有数字都参与了核对；事实是否属实，程序无从判断。";
  }
  return inEnglish()
    ? `${plural(unchecked, "figure")} took part in no sum and still need${unchecked === 1 ? "s" : ""} your eyes; whether the facts are true, no program can tell.`
    : `还有 ${grouped(unchecked)} 个数字没有参与核对，仍需人工过目；事实是否属实，程序无从判断。`;
};
/** A name and what is said of it. */
export const told = (name: string, words: string): string => `${name}${inEnglish() ? ": " : "："}${words}`;
/** Sentences that stand in one line. */
export const inOneLine = (sentences: string[]): string => sentences.filter(Boolean).join(inEnglish() ? "; " : "；");
export const signedBy = (organ: string | null, signedOn: string | null): string => [organ, signedOn].filter(Boolean).join(" · ");
/** YYYY-MM-DD as a report writes it. */
export const dateWords = (date: string): string => (inEnglish() ? date : date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日"));
export const printedOn = (date: string): string => (inEnglish() ? `Checked on ${date}` : `校核日期：${date}`);
export const sheetTitle = (): string => (inEnglish() ? "Review sheet" : "校核单");
export const untitled = (): string => (inEnglish() ? "(no title found)" : "（未找到标题）");
export const notListed = (count: number): string =>
  inEnglish() ? `${grouped(count)} more are not listed.` : `另有 ${grouped(count)} 条没有列出。`;
export const updateOffer = (): string => (inEnglish() ? "A new version is here: click to update" : "有新版本，点此更新");
