//! The words of a review in both languages, the same in every form of output.
//!
//! *Invariant:* only fixed words; nothing of the draft.

use crate::Lang;
use crate::review::{Section, SectionStatus, Severity, Status};

/// The name of a severity.
pub(super) fn severity_name(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("错误", "error"),
        Severity::Warning => lang.pick("提醒", "warning"),
        Severity::Hint => lang.pick("提示", "hint"),
    }
}

/// The part that a place plays, in words; a role that has none keeps its name.
pub(super) fn role_name(role: &'static str, lang: Lang) -> &'static str {
    let chinese = match role {
        "total" => "总数",
        "part" => "分项",
        "whole" => "整体",
        "opening" => "原有",
        "inflow" => "增加",
        "outflow" => "减少",
        "closing" => "现有",
        "rate" => "比率",
        "numerator" => "分子",
        "denominator" => "分母",
        "current" => "本期",
        "previous" => "上期",
        "change" => "增减",
        "complement" => "扣除",
        "before" => "前一个",
        "stated" => "写明",
        "listed" => "列出",
        "first" => "前文",
        "again" => "后文",
        "occurrence" => "另一处",
        "start" => "起",
        "end" => "止",
        _ => "参见",
    };
    lang.pick(chinese, role)
}

/// Whether a numeric statement is right, in words.
pub(super) fn claim_status_name(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Holds => lang.pick("成立", "holds"),
        Status::Broken => lang.pick("不成立", "broken"),
        Status::Open => lang.pick("待定", "open"),
    }
}

/// What is said of a fragment: that it lacks a title, a part or a signature is no fault.
pub(super) fn excerpt_note(lang: Lang) -> &'static str {
    lang.pick("节选：未做整篇检查", "Excerpt: checks of the whole report were not made")
}

/// Whether and how a part was found, in words.
pub(super) fn section_status_name(section: &Section, lang: Lang) -> &'static str {
    match section.status {
        SectionStatus::Present => lang.pick("有", "present"),
        SectionStatus::Mentioned => lang.pick("文中提及", "mentioned in the text"),
        SectionStatus::Missing if section.required => lang.pick("缺", "missing"),
        SectionStatus::Missing => lang.pick("无（可不写）", "none (optional)"),
        SectionStatus::Empty => lang.pick("有标题无内容", "heading without text"),
        SectionStatus::Misplaced => lang.pick("位置不当", "out of order"),
    }
}
