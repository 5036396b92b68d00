// What the page calls the kinds, states and roles that a review is made of, in both languages.

import type { ClaimKind, ClaimStatus, RuleInfo, SectionStatus, Severity } from "hegao";
import { inEnglish, type Lang, language } from "./language";
import type { Level, Size, Theme } from "./preferences";

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

export const severityName = (severity: Severity): string => severities[severity][language()];
export const claimKindName = (kind: ClaimKind): string => claimKinds[kind][language()];
export const claimStatusName = (status: ClaimStatus): string => claimStatuses[status][language()];
export const groupName = (group: RuleInfo["group"]): string => groups[group][language()];
export const themeName = (theme: Theme): string => themes[theme][language()];
export const sizeName = (size: Size): string => sizes[size][language()];
export const levelName = (level: Level): string => (level === "off" ? (inEnglish() ? "off" : "关闭") : severityName(level));
export const sectionStatusName = (status: SectionStatus): string => sectionStatuses[status][language()];
/** The name of a role; one that we do not know stays unnamed. */
export const roleName = (role: string): string => roles[role]?.[language()] ?? "";
