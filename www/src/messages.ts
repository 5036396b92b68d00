// Every sentence of the page, both languages side by side.
//
// *Invariant:* no other module holds words that a reader sees; the checker's messages come with
// the review, in the language it was asked in.

import type { ClaimKind, ClaimStatus, RuleInfo, SectionStatus, Severity } from "hegao";
import type { Level, Size, Theme } from "./preferences";

export type Lang = "zh" | "en";

const table = {
  name: { zh: "核稿", en: "Hegao" },
  tagline: { zh: "离线 · 草稿不离开本机", en: "Offline · the draft stays on this computer" },
  profile: { zh: "报告类型", en: "Report type" },
  profileAuto: { zh: "按标题自动识别", en: "Found from the title" },
  open: { zh: "打开文件", en: "Open file" },
  taglineKept: { zh: "离线 · 草稿保留在本机", en: "Offline · the draft is kept on this computer" },
  export: { zh: "导出 ▾", en: "Export ▾" },
  print: { zh: "打印校核单", en: "Print the review sheet" },
  saveSheet: { zh: "校核单（网页文件）", en: "Review sheet (web page)" },
  saveCsv: { zh: "问题清单（Excel、WPS）", en: "Problems (Excel, CSV)" },
  copyText: { zh: "复制校核结果", en: "Copy the results as text" },
  save: { zh: "另存草稿（.txt）", en: "Save the draft (.txt)" },
  saveJson: { zh: "校核数据（JSON）", en: "Review as data (JSON)" },
  reviewFile: { zh: "校核", en: "review" },
  sheetFileName: { zh: "校核单", en: "review-sheet" },
  draftFile: { zh: "草稿", en: "draft" },
  copied: { zh: "校核结果已复制", en: "The results have been copied" },
  notCopied: { zh: "浏览器不允许复制，请改用其他导出方式", en: "The browser does not allow copying; use another export" },
  nothingToExport: { zh: "还没有可以导出的校核结果", en: "There is no review to export yet" },
  sample: { zh: "示例", en: "Sample" },
  trySample: { zh: "试试示例", en: "Try the sample" },
  sampleReplaced: {
    zh: "已换成示例；在草稿中按 Ctrl+Z 可恢复原稿",
    en: "The sample has replaced the draft; Ctrl+Z in the draft brings it back",
  },
  language: { zh: "English", en: "中文" },
  draft: { zh: "草稿", en: "Draft" },
  results: { zh: "校核结果", en: "Results" },
  close: { zh: "关闭", en: "Close" },

  settings: { zh: "设置", en: "Settings" },
  theme: { zh: "外观", en: "Appearance" },
  size: { zh: "字号", en: "Letters" },
  languageSetting: { zh: "语言 Language", en: "Language 语言" },
  rules: { zh: "规则", en: "Rules" },
  rulesExplained: {
    zh: "关闭的规则不再显示；也可以改变它的级别。只影响显示，不影响核对。",
    en: "A rule that is off is not shown; its severity can be changed. This affects what is shown, not what is checked.",
  },
  settingsSave: { zh: "导出设置", en: "Export settings" },
  settingsLoad: { zh: "导入设置", en: "Import settings" },
  settingsReset: { zh: "恢复默认", en: "Defaults" },
  settingsFile: { zh: "核稿设置.json", en: "hegao-settings.json" },
  settingsRead: { zh: "设置已导入。", en: "The settings have been imported." },
  settingsDefault: { zh: "已恢复默认设置。", en: "The settings are the defaults again." },
  settingsBroken: { zh: "本机保存的设置读不出来，已用默认设置", en: "The settings kept on this computer cannot be read; the defaults are used" },
  draftBroken: { zh: "本机保留的草稿读不出来，没有恢复", en: "The draft kept on this computer cannot be read and was not brought back" },
  settingsForeign: { zh: "这不是核稿的设置文件，设置没有改变。", en: "This is not a settings file of this page; nothing was changed." },
  settingsNewer: { zh: "这个设置文件的版本不认识，设置没有改变。", en: "This settings file has a version that is not known; nothing was changed." },
  keepTitle: { zh: "草稿", en: "Draft" },
  keepDraft: { zh: "在本机保留草稿", en: "Keep the draft on this computer" },
  keepExplained: {
    zh: "刷新或意外关闭后草稿还在。草稿以明文存放在本机的这个浏览器里，公用电脑请不要开启。",
    en: "A reload or a crash loses nothing. The draft is kept unencrypted in this browser: do not turn this on at a shared computer.",
  },
  keepOn: { zh: "草稿已保留在本机，改动随时保存。", en: "The draft is kept on this computer, with every change." },
  keepOff: { zh: "本机不再保留草稿，已保留的已删除。", en: "The draft is no longer kept; what was kept is deleted." },
  draftNotKept: {
    zh: "浏览器不允许保存或草稿过长，草稿没有保留在本机",
    en: "the browser does not let the page keep the draft, or it is too long: it is not kept",
  },
  draftRestored: { zh: "已恢复上次保留的草稿", en: "The draft of last time has been brought back" },
  draftYielded: {
    zh: "另一个窗口正在保留草稿，本窗口的草稿不再保留",
    en: "Another window keeps its draft now; the draft of this window is no longer kept",
  },
  draftRemoved: { zh: "另一个窗口已清除保留的草稿，本窗口的草稿不再保留", en: "Another window has removed the kept draft; it is no longer kept" },
  clear: { zh: "清除本机上的全部痕迹", en: "Remove every trace on this computer" },
  cleared: {
    zh: "已清除：保留的草稿、忽略的问题和设置都已从本机删除。",
    en: "Removed: the kept draft, what was ignored, and the settings are deleted from this computer.",
  },

  emptyTitle: { zh: "把年度报告的草稿粘贴到这里", en: "Paste the draft of an annual report here" },
  empty1: {
    zh: "核对算式：分项与总数、结转、占比、增减、《》篇数，逐一验算并列成清单。",
    en: "Sums: parts and totals, stocks and flows, rates, growth and counts are recomputed and listed.",
  },
  empty2: {
    zh: "核对日期与文号：不存在的日期、先后颠倒、发文字号写法。",
    en: "Dates and document numbers: impossible dates, wrong order, wrong form.",
  },
  empty3: {
    zh: "核对结构与文字：必备部分、标题序号、落款单位、标点与用语。",
    en: "Structure and wording: required parts, numbering of headings, signature, punctuation, terms.",
  },
  emptyHint: { zh: "也可以把文本文件拖到窗口里。", en: "Or drop a text file on the window." },

  problems: { zh: "问题", en: "Problems" },
  figures: { zh: "数字", en: "Figures" },
  structure: { zh: "结构", en: "Structure" },
  fileLost: { zh: "文件没有打开：", en: "The file was not opened: " },

  noDraft: { zh: "粘贴草稿后，结果显示在这里。", en: "Results appear here once there is a draft." },
  notYet: { zh: "尚未核对。", en: "Not checked yet." },
  allClear: { zh: "没有发现问题", en: "No problems found" },
  noOthers: { zh: "没有其他问题", en: "No other problems" },
  noClaims: { zh: "没有发现可以验算的算式。", en: "No statement that could be recomputed was found." },
  noBroken: { zh: "没有不成立的算式。", en: "Every statement that was recomputed holds or is open." },
  onlyBroken: { zh: "只看有问题的", en: "Only what is wrong" },
  noSections: { zh: "没有可核对的组成部分。", en: "There are no parts to check." },
  excerpt: { zh: "节选：未做整篇检查", en: "Excerpt: checks of the whole report were not made" },

  find: { zh: "查找", en: "Find" },
  smaller: { zh: "缩小字号", en: "Smaller letters" },
  larger: { zh: "放大字号", en: "Larger letters" },
  stepBack: { zh: "上一处", en: "Previous" },
  stepForward: { zh: "下一处", en: "Next" },
  bySeverity: { zh: "按级别排列", en: "By severity" },
  byPlace: { zh: "按位置排列", en: "By place" },
  everything: { zh: "全部", en: "All" },
  noneOfGroup: { zh: "这一类没有问题。", en: "No problems of this kind." },
  wholeDraft: { zh: "全文", en: "The whole draft" },
  opening: { zh: "开头", en: "The opening" },
  wholeRule: { zh: "全文和示例", en: "The whole page, with examples" },
  evidence: { zh: "依据", en: "Evidence" },
  fixes: { zh: "修改", en: "Repair" },
  explain: { zh: "说明", en: "Explain" },
  ignore: { zh: "忽略", en: "Ignore" },
  ignoreTitle: { zh: "不再提示这一处", en: "Do not show this one again" },
  ignored: { zh: "已忽略，可在问题列表末尾恢复", en: "Ignored; it can be brought back at the end of the list" },
  restored: { zh: "已恢复", en: "Brought back" },
  restore: { zh: "恢复", en: "Bring back" },
  restoreAll: { zh: "全部恢复", en: "Bring all back" },
  notKept: {
    zh: "浏览器不允许保存或空间已满，关闭页面后不再保留",
    en: "the browser does not let the page keep this: it lasts until the page is closed",
  },
  tidy: { zh: "一键规范", en: "Tidy up" },
  tidyTitle: { zh: "一键规范", en: "Tidy up" },
  tidyExplained: {
    zh: "以下修改只涉及标点、日期等写法，不改动内容；可以一次撤销。",
    en: "These repairs change the form only, never the content; one undo takes all of them back.",
  },
  cancel: { zh: "取消", en: "Cancel" },
  safe: { zh: "只改写法，不改内容", en: "changes the form only" },
  suggest: { zh: "改动内容，请先核实", en: "changes the content: verify first" },
  moved: { zh: "这处文字已改动，等待重新核对。", en: "This passage has changed; it is being checked again." },
  showUnchecked: { zh: "显示未核对的数字", en: "Show the figures that are not in any sum" },
  outline: { zh: "标题", en: "Headings" },

  sheetOrgan: { zh: "报告单位", en: "Organ" },
  sheetSigned: { zh: "成文日期", en: "Signed on" },
  sheetFile: { zh: "文件", en: "File" },
  sheetLength: { zh: "字数", en: "Length" },
  sheetDate: { zh: "校核日期", en: "Checked on" },
  sheetFindings: { zh: "一、发现的问题", en: "1. Problems" },
  sheetNumber: { zh: "序号", en: "No." },
  sheetFinding: { zh: "问题与原文", en: "Problem and passage" },
  sheetDone: { zh: "处理", en: "Done" },
  sheetFix: { zh: "建议：", en: "Suggestion: " },
  sheetChanged: { zh: "已改", en: "changed" },
  sheetKept: { zh: "不改", en: "kept" },
  sheetLedger: { zh: "二、数字核对", en: "2. Figures" },
  sheetResult: { zh: "结果", en: "Result" },
  sheetEquation: { zh: "算式", en: "Equation" },
  sheetAbout: { zh: "内容", en: "About" },
  sheetUnchecked: { zh: "三、没有核对、需要人工过目的内容", en: "3. Not checked: needs a person’s eyes" },
  sheetFacts: { zh: "事实是否属实，程序无从判断。", en: "Whether the facts are true, no program can tell." },
  sheetChecker: { zh: "校核人", en: "Checked by" },
  sheetSecond: { zh: "复核人", en: "Confirmed by" },
  sheetSignature: { zh: "（签名）：", en: " (signature):" },
  sheetDay: { zh: "日期：", en: "Date:" },

  statusLoading: { zh: "正在准备…", en: "Preparing…" },
  statusReady: { zh: "准备就绪", en: "Ready" },
  statusChecking: { zh: "检查中…", en: "Checking…" },
  statusFailed: { zh: "核对没有完成：", en: "The check did not finish: " },
  workerTrap: {
    zh: "检查程序出错，已重新启动，草稿没有受影响；修改后会再次核对。",
    en: "the checker stopped and was restarted; the draft is untouched and is checked again when it changes.",
  },
  workerTimeout: {
    zh: "用时过长，已停止并重新启动，草稿没有受影响；可以分段核对。",
    en: "it took too long and was restarted; the draft is untouched; try a shorter part.",
  },
  workerMissing: {
    zh: "浏览器未能启动检查程序，请换用较新的 Chrome、Edge 或 Firefox。",
    en: "the browser could not start the checker; use a recent Chrome, Edge or Firefox.",
  },
  workerFallback: {
    zh: "后台核对不可用，改在页面内核对，长文可能有停顿",
    en: "background checking is not available; long drafts may pause the page",
  },

  fileBinary: {
    zh: "这不是纯文本文件。请打开原文，全选复制后粘贴到这里。",
    en: "this is not a plain text file. Open it, select all, copy, and paste it here.",
  },
  fileOffice: {
    zh: "这是 Word、WPS 或 PDF 文件。请打开原文，全选复制后粘贴到这里。",
    en: "this is a Word, WPS or PDF file. Open it, select all, copy, and paste it here.",
  },
  fileUnreadable: { zh: "浏览器读不出这个文件。", en: "the browser could not read this file." },
} as const;

export type MessageName = keyof typeof table;

const severities: Record<Severity, Record<Lang, string>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "提醒", en: "warning" },
  hint: { zh: "提示", en: "hint" },
};
const claimKinds: Record<ClaimKind, Record<Lang, string>> = {
  total: { zh: "合计", en: "total" },
  subset: { zh: "其中", en: "subset" },
  flow: { zh: "增减结转", en: "stock and flow" },
  rate: { zh: "占比", en: "rate" },
  growth: { zh: "增幅", en: "growth" },
  count: { zh: "计数", en: "count" },
  restated: { zh: "前后一致", en: "restated" },
  table: { zh: "表格", en: "table" },
};
const claimStatuses: Record<ClaimStatus, Record<Lang, string>> = {
  holds: { zh: "成立", en: "holds" },
  broken: { zh: "不成立", en: "broken" },
  open: { zh: "无法判定", en: "open" },
};
const sectionStatuses: Record<SectionStatus, Record<Lang, string>> = {
  present: { zh: "已有", en: "present" },
  mentioned: { zh: "仅有提及", en: "only mentioned" },
  missing: { zh: "没有找到", en: "not found" },
  empty: { zh: "内容过少", en: "almost empty" },
  misplaced: { zh: "位置不当", en: "misplaced" },
};
const roles: Record<string, Record<Lang, string>> = {
  total: { zh: "总数", en: "total" },
  part: { zh: "分项", en: "part" },
  whole: { zh: "总体", en: "whole" },
  opening: { zh: "原有", en: "opening" },
  inflow: { zh: "增加", en: "inflow" },
  outflow: { zh: "减少", en: "outflow" },
  closing: { zh: "现有", en: "closing" },
  rate: { zh: "比率", en: "rate" },
  numerator: { zh: "分子", en: "numerator" },
  denominator: { zh: "分母", en: "denominator" },
  current: { zh: "本期", en: "current" },
  previous: { zh: "上期", en: "previous" },
  change: { zh: "增减", en: "change" },
  complement: { zh: "扣除", en: "taken away" },
  before: { zh: "前一个", en: "the one before" },
  stated: { zh: "文中所写", en: "stated" },
  listed: { zh: "实际列出", en: "listed" },
  first: { zh: "前文", en: "first" },
  again: { zh: "后文", en: "again" },
  occurrence: { zh: "同类", en: "same" },
};

const groups: Record<RuleInfo["group"], Record<Lang, string>> = {
  numbers: { zh: "数字", en: "Figures" },
  dates: { zh: "日期与文号", en: "Dates and document numbers" },
  structure: { zh: "结构", en: "Structure" },
  text: { zh: "文字", en: "Wording" },
};
const themes: Record<Theme, Record<Lang, string>> = {
  auto: { zh: "跟随系统", en: "As the system" },
  light: { zh: "浅色", en: "Light" },
  dark: { zh: "深色", en: "Dark" },
};
const sizes: Record<Size, Record<Lang, string>> = {
  small: { zh: "小", en: "Small" },
  medium: { zh: "标准", en: "Normal" },
  large: { zh: "大", en: "Large" },
  largest: { zh: "特大", en: "Very large" },
};

let current: Lang = "zh";

export const language = (): Lang => current;
export function setLanguage(lang: Lang): void {
  current = lang;
}

/** The sentence of this name in the language of the page. */
export const say = (name: MessageName): string => table[name][current];
export const severityName = (severity: Severity): string => severities[severity][current];
export const claimKindName = (kind: ClaimKind): string => claimKinds[kind][current];
export const claimStatusName = (status: ClaimStatus): string => claimStatuses[status][current];
export const groupName = (group: RuleInfo["group"]): string => groups[group][current];
export const themeName = (theme: Theme): string => themes[theme][current];
export const sizeName = (size: Size): string => sizes[size][current];
export const levelName = (level: Level): string => (level === "off" ? (inEnglish() ? "off" : "关闭") : severityName(level));
export const sectionStatusName = (status: SectionStatus): string => sectionStatuses[status][current];
/** The name of a role; one that we do not know stays unnamed. */
export const roleName = (role: string): string => roles[role]?.[current] ?? "";

const inEnglish = (): boolean => current === "en";
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
export const occurrences = (count: number): string => (inEnglish() ? `${grouped(count)} places` : `共 ${grouped(count)} 处`);
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
export const tidyOffer = (count: number): string => `${say("tidy")}（${grouped(count)}）`;
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
export const signedBy = (organ: string | null, signedOn: string | null): string => [organ, signedOn].filter(Boolean).join(" · ");
/** YYYY-MM-DD as a report writes it. */
export const dateWords = (date: string): string => (inEnglish() ? date : date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日"));
export const printedOn = (date: string): string => (inEnglish() ? `Checked on ${date}` : `校核日期：${date}`);
export const sheetTitle = (): string => (inEnglish() ? "Review sheet" : "校核单");
export const untitled = (): string => (inEnglish() ? "(no title found)" : "（未找到标题）");
export const notListed = (count: number): string =>
  inEnglish() ? `${grouped(count)} more are not listed.` : `另有 ${grouped(count)} 条没有列出。`;
export const updateOffer = (): string => (inEnglish() ? "A new version is here: click to update" : "有新版本，点此更新");
