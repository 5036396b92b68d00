//! Letterhead, title, signature and text name the organ differently.
//!
//! *Invariant:* only names written out in full are compared; one that holds the other (with or without
//! its province, its party group) is no conflict, nor is a customary short form.

mod alike;
mod body;
mod short;

use self::short::{is_own_name, is_same_organ, is_short_form};
use super::{Group, Rule, Sink};
use crate::document::organ;
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};
use crate::search;
use crate::source::{Span, ViewSpan};

pub(super) static RULE: Rule = Rule {
    id: "organ-name",
    group: Group::Structure,
    severity: Severity::Warning,
    title: Text { zh: "机关名称前后不一", en: "The organ is named differently" },
    page: page!("organ-name"),
    check,
};

/// The units of administration; a name that begins with one has lost its place.
const UNITS: [char; 9] = ['省', '市', '县', '区', '州', '盟', '旗', '镇', '乡'];

struct Name<'t> {
    text: &'t str,
    span: Span,
    zh: &'static str,
    en: &'static str,
    is_letterhead: bool,
    is_signature: bool,
}

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let names = names(draft);
    let Some(reference) = names.first() else { return };
    let is_signed = |name: &Name<'_>| name.is_signature && judge(reference.text, name.text).is_none();
    // Where the organ of the title signs too, the others sign with it.
    let is_joint = names.iter().any(is_signed);
    for name in names.iter().skip(1) {
        if name.is_signature && is_joint && !are_alike(reference.text, name.text) {
            continue;
        }
        if name.is_signature && is_abbreviated(reference.text, name.text) {
            abbreviated(draft, sink, reference, name);
            continue;
        }
        // A line above or below the title may also be the addressee, or the owner of the web page.
        if name.is_letterhead && !are_alike(reference.text, name.text) {
            continue;
        }
        let Some(severity) = judge(reference.text, name.text) else { continue };
        let message = draft.lang.pick(
            if severity == Severity::Hint {
                format!(
                    "{}署“{}”，而{}写的是“{}”。请核对由办公室署名是否合适。",
                    name.zh, name.text, reference.zh, reference.text
                )
            } else {
                format!(
                    "{}的机关名称“{}”与{}的“{}”不一致。同一机关应使用同一全称，请核对后统一。",
                    name.zh, name.text, reference.zh, reference.text
                )
            },
            if severity == Severity::Hint {
                format!(
                    "The {} names “{}”, the {} names “{}”. Check whether its office may sign for it.",
                    name.en, name.text, reference.en, reference.text
                )
            } else {
                format!(
                    "The {} names “{}”, but the {} names “{}”. Use one full name throughout.",
                    name.en, name.text, reference.en, reference.text
                )
            },
        );
        let finding = sink.finding(name.span, message).with_severity(severity).with_related(
            reference.span,
            "named",
            Some(reference.text.to_owned()),
        );
        sink.push(finding);
    }
    body::check(draft, sink, reference);
}

/// Whether the signature `name` is a short form of the whole `reference`: 市交通局, 云山市卫健委.
fn is_abbreviated(reference: &str, name: &str) -> bool {
    let lacks_place = |name: &str| name.starts_with(UNITS);
    let is_part = lacks_place(name) && reference.ends_with(name);
    let is_short = is_short_form(name) && !is_own_name(name) && is_same_organ(reference, name);
    name != reference && !is_short_form(reference) && !lacks_place(reference) && (is_part || is_short)
}

/// The signature is a short form: the whole name belongs there.
fn abbreviated(draft: &Draft<'_>, sink: &mut Sink<'_>, reference: &Name<'_>, name: &Name<'_>) {
    let (short, whole) = (name.text, reference.text);
    let message = match draft.lang {
        Lang::Zh => {
            format!(
                "落款“{short}”是简称，{}写的是“{whole}”。落款宜用机关全称或规范化简称，请核对。",
                reference.zh
            )
        }
        Lang::En => format!(
            "The signature “{short}” is a short form; the {} names “{whole}”. Sign with the full or official name.",
            reference.en
        ),
    };
    let title = draft.lang.pick(format!("改为“{whole}”"), format!("Change to “{whole}”"));
    let finding = sink.finding(name.span, message).with_severity(Severity::Hint);
    let finding = finding.with_related(reference.span, "named", Some(whole.to_owned()));
    sink.push(finding.with_fix(Safety::Suggest, title, name.span, whole.to_owned()));
}

/// The full names in title, letterhead and signature; the title's first, for it is the paper's own.
fn names<'d>(draft: &'d Draft<'_>) -> Vec<Name<'d>> {
    let document = &draft.document;
    let name = |text: &'d str, span: ViewSpan, zh: &'static str, en: &'static str| Name {
        text,
        span: draft.source.original(span),
        zh,
        en,
        is_letterhead: false,
        is_signature: false,
    };
    let mut names = Vec::new();
    let of_title = |text: &'d str| {
        let title = document.title.as_ref().map_or(ViewSpan::default(), |title| title.span);
        let start = title.start as usize;
        let at = draft.source.folded(title).find(text);
        let span = at.map_or(title, |at| ViewSpan::new(start + at, start + at + text.len()));
        name(text, span, "标题", "title")
    };
    let title = document.title.as_ref().map(|title| title.text.as_str());
    names.extend(title.and_then(organ::from_title).map(of_title));
    if let Some(letterhead) = &document.letterhead {
        let letterhead = name(&letterhead.name, letterhead.span, "文首", "letterhead");
        names.push(Name { is_letterhead: true, ..letterhead });
    }
    for signer in document.sign_off.iter().flat_map(|sign_off| &sign_off.organs) {
        let signature = name(&signer.name, signer.span, "落款", "signature");
        names.push(Name { is_signature: true, ..signature });
    }
    names.retain(|name| organ::is_full_name(name.text));
    // A paper may be about another organ than its own: an audit of it, an inspection.
    if let Some(subject) = title.and_then(organ::subject_of_title).map(of_title)
        && names.iter().any(|name| is_own_subject(subject.text, name.text))
    {
        names.insert(0, subject);
    }
    names
}

/// Whether `subject`, of which the title speaks, must be the organ that signs as `name`.
fn is_own_subject(subject: &str, name: &str) -> bool {
    judge(subject, name) != Some(Severity::Warning)
        || is_abbreviated(subject, name)
        || alike::is_slip(subject, name)
}

/// How bad it is that the paper names both; `None` where the two can be one organ.
fn judge(reference: &str, other: &str) -> Option<Severity> {
    if reference == other {
        return None;
    }
    let is_office = |name: &str, whole: &str| {
        name.strip_prefix(whole).is_some_and(|rest| rest == "办公室" || rest == "办公厅")
    };
    if is_office(other, reference) || is_office(reference, other) {
        return Some(Severity::Hint);
    }
    let (core, other) = (core(reference), core(other));
    let is_short = |name: &str| is_short_form(name) && !is_own_name(name);
    let is_same = core.contains(other) || other.contains(core) || is_short(core) || is_short(other);
    (!is_same).then_some(Severity::Warning)
}

/// Whether two names differ in a few characters only.
fn are_alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let shared = short.chars().filter(|&ch| long.contains(ch)).count();
    shared * 10 > search::length(short) * 7
}

/// The name without what a party group or committee of the organ adds.
fn core(name: &str) -> &str {
    let name = name.strip_prefix("中共").unwrap_or(name);
    name.strip_suffix("党组").or_else(|| name.strip_suffix("党委")).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_only_letterheads_that_are_alike() {
        assert!(are_alike("青澜区卫生健康委员会", "青澜区卫生健康体育委员会"));
        assert!(are_alike("云山市水利局", "云山市水务局"));
        assert!(!are_alike("云山市水利局", "云山市人民政府"));
    }

    #[test]
    fn knows_short_forms_of_a_whole_name() {
        for (reference, name, is_short) in [
            ("云山市交通运输局", "市交通局", true),
            ("云山市交通运输局", "云山市交通局", false),
            ("云山市交通运输局", "市交通运输局", true),
            ("云山市卫生健康委员会", "云山市卫健委", true),
            ("松岭县人民政府", "县人民政府", true),
            ("云山市交通运输局", "云山市交通运输局", false),
            ("河湾市青澜区水利局", "青澜区水利局", false),
            ("云山市卫健委", "云山市卫健委", false),
            ("云山市自然资源局", "云山市自然资源局", false),
            ("云山市自然资源和规划局", "云山市自然资源局", false),
            ("云山市自然资源和规划局", "市自然资源局", true),
            ("云山市城市管理综合行政执法局", "云山市城管局", true),
            ("云山市城市管理综合行政执法局", "云山市城市管理行政执法局", false),
            ("云山市水利局", "云山市住建局", false),
        ] {
            assert_eq!(is_abbreviated(reference, name), is_short, "{reference} {name}");
        }
    }

    #[test]
    fn tells_other_names_from_other_writings() {
        let table: &[(&str, &str, Option<Severity>)] = &[
            ("临江县农业农村局", "临江县农业局", Some(Severity::Warning)),
            ("青澜区卫生健康委员会", "青澜区卫生健康体育委员会", Some(Severity::Warning)),
            ("松岭县教育和体育局", "松岭县教育体育局", Some(Severity::Warning)),
            ("云山市水利局", "青澜市水利局", Some(Severity::Warning)),
            ("石桥市自然资源和规划局", "石桥市自然资源局", Some(Severity::Warning)),
            ("云山市城市管理综合行政执法局", "云山市城市管理行政执法局", Some(Severity::Warning)),
            ("云山市综合行政执法局", "云山市综合执法局", None),
            ("云山市交通运输局", "云山市交通局", Some(Severity::Warning)),
            ("云山市交通运输局", "云山市交通运输综合执法局", Some(Severity::Warning)),
            ("青澜区市场监督管理局", "青澜区市场监管局", None),
            ("临江县人民政府", "临江县人民政府办公室", Some(Severity::Hint)),
            ("云山市水利局", "云山市水利局", None),
            ("河湾市青澜区水利局", "青澜区水利局", None),
            ("云山市水利局", "中共云山市水利局党组", None),
            ("云山市卫生健康委员会", "云山市卫健委", None),
            ("中共松岭县委松岭县人民政府", "松岭县人民政府", None),
        ];
        for &(reference, other, severity) in table {
            assert_eq!(judge(reference, other), severity, "{reference} {other}");
        }
    }
}
