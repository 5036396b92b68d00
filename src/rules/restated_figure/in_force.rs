//! The day from which one document is in force, told twice: 《甲》于 7 月 1 日起施行 … 《甲》于 10 月 1 日起施行.
//!
//! *Invariant:* the title stands right before either date; where the text tells anywhere that the document was changed,
//! that there is an older one or that the day was put off, the two may be days of two texts, and nothing is said.

use std::borrow::Cow;

use super::super::Sink;
use crate::calendar::Date;
use crate::draft::Draft;
use crate::lang::Lang;
use crate::numbers::Groups;
use crate::rules::prose;
use crate::search::{self, Words};
use crate::source::ViewSpan;

/// What stands right behind the date.
const IN_FORCE: &[&str] =
    &["起施行", "起正式施行", "起实施", "起正式实施", "起执行", "起生效", "施行", "正式施行"];

/// What may stand between the title and the date.
const LINKS: &[&str] =
    &["于", "自", "从", "将于", "将自", "已于", "已自", "拟于", "拟自", "定于", "均自", ""];

/// Words of another text of the same name, or of a day that was moved.
const CHANGED: Words<'static> = Words::of(&[
    "修订",
    "修正",
    "修改",
    "新版",
    "旧版",
    "原版",
    "废止",
    "失效",
    "推迟",
    "延期",
    "延后",
    "提前至",
    "调整为",
    "改为",
    "分步",
    "分阶段",
    "分批",
    "试点",
    "先行",
]);

/// The longest title, in characters.
const LONGEST: usize = 60;

/// The shortest title with its marks, in characters: 《管理办法》 may be that of many.
const SHORTEST: usize = 9;

/// How many titles with two days are looked at; there is never more than one or two.
const MOST: usize = 16;

/// A day from which a document is in force.
struct InForce {
    span: ViewSpan,
    date: Date,
}

/// Reports every later day that is not the first one of its document.
pub(super) fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let view = draft.source.view.text.as_str();
    let mut by_title = Groups::default();
    let mut days: Vec<(&str, InForce)> = Vec::new();
    for fact in &draft.facts.dates {
        let behind = view.get(fact.span.end as usize..).unwrap_or("");
        if search::beginning(behind, IN_FORCE).is_none() {
            continue;
        }
        if let Some((title, date)) = title_before(view, fact.span.start as usize).zip(fact.date()) {
            days.push((title, InForce { span: fact.span, date }));
        }
    }
    for (title, day) in &days {
        by_title.add(Cow::Borrowed(*title), (*title, day));
    }
    let told_twice = by_title.all().iter().filter(|same| same.len() > 1).take(MOST);
    for same in told_twice {
        let Some((title, first)) = same.first() else { continue };
        // The same day of another year is one that the text was brought up to, as like as not.
        let other = same.iter().find(|(_, day)| day.date != first.date && day.date.year == first.date.year);
        if let Some((_, again)) = other.filter(|_| !is_changed(view, title)) {
            report(draft, sink, title, (first, again));
        }
    }
}

/// The title in its marks that ends right before byte `at` of `view`.
fn title_before(view: &str, at: usize) -> Option<&str> {
    let ahead = view.get(..at)?;
    let title_end =
        LINKS.iter().filter_map(|link| ahead.strip_suffix(link)).find(|rest| rest.ends_with('》'))?;
    let (start, _) = title_end.char_indices().rev().take(LONGEST).find(|(_, ch)| *ch == '《')?;
    title_end.get(start..).filter(|title| search::length(title) >= SHORTEST)
}

/// Whether words beside `title`, wherever it stands in `view`, tell of another text of the same name, or whose it is.
fn is_changed(view: &str, title: &str) -> bool {
    const BESIDE: &[&str] =
        &["新", "原", "旧", "老", "局", "委", "办", "政府", "厅", "院", "镇", "乡", "县", "市", "区", "街道"];
    view.match_indices(title).any(|(at, _)| {
        let before = prose::clause_before(view, at);
        let behind = prose::clause_after(view, at + title.len());
        CHANGED.stand_in(before) || CHANGED.stand_in(behind) || search::ending(before, BESIDE).is_some()
    })
}

fn report(draft: &Draft<'_>, sink: &mut Sink<'_>, title: &str, (first, again): (&InForce, &InForce)) {
    let (before, here) = (draft.source.folded(first.span), draft.source.folded(again.span));
    let message = match draft.lang {
        Lang::Zh => {
            format!("{title}的施行日期前文为“{before}”，此处为“{here}”，前后不一致。请核对以哪个为准。")
        }
        Lang::En => format!(
            "{title} was said to be in force from “{before}” before and from “{here}” here. Check which of the two is right."
        ),
    };
    let finding = sink.finding(draft.source.original(again.span), message);
    sink.push(finding.with_related(draft.source.original(first.span), "first", None));
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn knows_two_days_of_one_document() {
        for (text, quote) in [
            (
                "《云山市养犬管理条例》于2024年7月1日起施行。市公安局在《云山市养犬管理条例》于2024年10月1日起施行前组织培训3期。",
                "2024年10月1日",
            ),
            (
                "《松岭县河道采砂管理办法》自2023年5月1日起施行。\n宣传《松岭县河道采砂管理办法》。《松岭县河道采砂管理办法》自2023年5月11日起施行后，开展检查12次。",
                "2023年5月11日",
            ),
        ] {
            finds(&RULE, text, &[quote]);
        }
    }

    #[test]
    fn leaves_texts_of_two_times_alone() {
        for text in [
            "《云山市养犬管理条例》于2024年7月1日起施行。市公安局在《云山市养犬管理条例》于2024年7月1日起施行前组织培训3期。",
            "《云山市养犬管理条例》自2004年7月1日起施行。《云山市养犬管理条例》于2024年10月1日起施行。",
            "《云山市养犬管理条例》自2024年3月1日起施行。新修订的《云山市养犬管理条例》自2024年10月1日起施行。",
            "《云山市养犬管理条例》原定于2024年3月1日起施行。经研究推迟，《云山市养犬管理条例》于2024年10月1日起施行。修改《云山市养犬管理条例》1次。",
            "县水利局《养护资金管理办法》于2024年3月1日起施行，县交通局《养护资金管理办法》自2024年5月1日起施行。",
            "《管理办法》于2024年3月1日起施行，配套的《管理办法》自2024年5月1日起施行。",
            "《云山市养犬管理条例》自2024年3月1日起施行，《云山市养犬管理条例实施细则》自2024年10月1日起施行。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
