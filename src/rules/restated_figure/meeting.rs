//! The day of one numbered meeting, told twice: 2024年5月18日，县法治委员会第七次会议 … 2024年5月8日召开的县法治委员会第七次会议.
//!
//! *Invariant:* the body, the number and the kind of the meeting are the same word by word and stand right beside either
//! date; of two years the numbers may begin anew, and nothing is said.

use std::borrow::Cow;

use super::super::Sink;
use crate::calendar::Date;
use crate::draft::Draft;
use crate::facts::date::{DateFact, Link};
use crate::lang::Lang;
use crate::numbers::Groups;
use crate::numeral;
use crate::search;
use crate::source::ViewSpan;

/// What may stand between the date and the body that met.
const LINKS: &[&str] =
    &["，召开了", "，召开", "，", "召开的", "召开了", "召开", "举行的", "举行了", "举行", "组织召开", ""];

/// Signs that end the words in front of the name of a body: 经区政府, 的县委, 在市委.
const IN_FRONT: &[char] = &[
    '，', '。', '；', '：', '、', '（', '）', '《', '》', '\n', '日', '的', '经', '由', '在', '从', '了',
    '开',
];

/// The most characters of the name of a body, and of what stands between 次 and 会议.
const LONGEST_BODY: usize = 24;
const LONGEST_KIND: usize = 6;

/// The fewest characters of the name of a body: 区政府.
const SHORTEST_BODY: usize = 3;

/// A meeting and its day.
struct Meeting {
    name: String,
    span: ViewSpan,
    date: Date,
}

/// Reports every later day that is not the first one of its meeting.
pub(super) fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let view = draft.source.view.text.as_str();
    let meetings: Vec<Meeting> = draft
        .facts
        .dates
        .iter()
        .enumerate()
        .filter_map(|(at, fact)| meeting(draft, view, at, fact))
        .collect();
    let mut by_name = Groups::default();
    for meeting in &meetings {
        by_name.add(Cow::Borrowed(meeting.name.as_str()), meeting);
    }
    for same in by_name.all().iter().filter(|same| same.len() > 1) {
        let Some(first) = same.first() else { continue };
        let other = same.iter().find(|met| met.date != first.date && met.date.year == first.date.year);
        if let Some(again) = other {
            report(draft, sink, first, again);
        }
    }
}

/// The meeting that stands right beside the date `fact`, the one at `at`.
fn meeting(draft: &Draft<'_>, view: &str, at: usize, fact: &DateFact) -> Option<Meeting> {
    // 5月18日至19日: a meeting of several days has several dates.
    let is_range = fact.link == Link::RangeEnd
        || draft.facts.dates.get(at + 1).is_some_and(|next| next.link == Link::RangeEnd);
    let date = fact.date().filter(|_| !is_range)?;
    let behind = view.get(fact.span.end as usize..)?;
    let name = LINKS
        .iter()
        .filter_map(|link| behind.strip_prefix(link))
        .find_map(named_in_front)
        .or_else(|| named_behind(view.get(..fact.span.start as usize)?.strip_suffix('于')?))?;
    Some(Meeting { name, span: fact.span, date })
}

/// The meeting with whose name `words` begin.
fn named_in_front(words: &str) -> Option<String> {
    let (at, _) = words.char_indices().take(LONGEST_BODY + 1).find(|(_, ch)| *ch == '第')?;
    let body = words.get(..at)?;
    name(body, words.get(at..)?).map(|(name, _)| name)
}

/// The meeting with whose name `words` end.
fn named_behind(words: &str) -> Option<String> {
    const NUMBER: usize = 5;
    let mut back = words.char_indices().rev().take(LONGEST_KIND + NUMBER + 4);
    let (at, _) = back.find(|(_, ch)| *ch == '第')?;
    let ahead = words.get(..at)?;
    let start =
        ahead.char_indices().rev().take(LONGEST_BODY).take_while(|(_, ch)| !IN_FRONT.contains(ch)).last();
    let body = ahead.get(start?.0..)?;
    name(body, words.get(at..)?).filter(|(_, rest)| rest.is_empty()).map(|(name, _)| name)
}

/// The name of the meeting of `body` whose number `words` begin with, and what stands behind it: 第七次会议, 第32次常务会议.
fn name<'a>(body: &str, words: &'a str) -> Option<(String, &'a str)> {
    let words = words.strip_prefix('第')?;
    let (number, rest) = numeral::ordinal_prefix(words).or_else(|| {
        let rest = words.trim_start_matches(|ch: char| ch.is_ascii_digit());
        Some((words.strip_suffix(rest)?.parse().ok()?, rest))
    })?;
    let rest = rest.strip_prefix('次')?;
    let (kind, behind) = search::split(rest, "会议")?;
    let is_name = |words: &str| !words.contains(IN_FRONT) && !words.contains(char::is_numeric);
    let is_meeting = search::length(body) >= SHORTEST_BODY
        && is_name(body)
        && search::length(kind) <= LONGEST_KIND
        && is_name(kind);
    is_meeting.then(|| (format!("{body}第{number}次{kind}会议"), behind))
}

fn report(draft: &Draft<'_>, sink: &mut Sink<'_>, first: &Meeting, again: &Meeting) {
    let (before, here) = (draft.source.folded(first.span), draft.source.folded(again.span));
    let name = first.name.as_str();
    let message = match draft.lang {
        Lang::Zh => {
            format!("{name}的日期前文为“{before}”，此处为“{here}”，前后不一致。请核对以哪个为准。")
        }
        Lang::En => format!(
            "{name} was dated “{before}” before and is dated “{here}” here. Check which of the two is right."
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
    fn knows_two_days_of_one_meeting() {
        for (text, quote) in [
            (
                "2024年6月17日，云山市法治建设委员会第五次会议听取汇报。按照2024年6月7日召开的云山市法治建设委员会第五次会议精神，制定清单。",
                "2024年6月7日",
            ),
            (
                "2023年3月6日召开的区政府第32次常务会议审议了该办法。该办法经区政府第32次常务会议于2023年3月16日审议通过。",
                "2023年3月16日",
            ),
        ] {
            finds(&RULE, text, &[quote]);
        }
    }

    #[test]
    fn leaves_other_meetings_alone() {
        for text in [
            "2024年6月17日，云山市法治建设委员会第五次会议听取汇报。2024年9月7日，云山市法治建设委员会第六次会议召开。",
            "2023年6月17日，县政府第5次常务会议听取汇报。2024年6月7日，县政府第5次常务会议听取汇报。",
            "2024年6月17日，县政府第5次常务会议听取汇报。2024年6月27日，县委常委会第5次会议听取汇报。",
            "2024年6月17日，县政府第5次常务会议听取汇报。2024年6月27日，县政府第5次专题会议听取汇报。",
            "2024年6月17日至18日，县委第五次全体会议召开。2024年6月18日，县委第五次全体会议闭幕。",
            "2024年6月17日，县政府第5次常务会议听取汇报。2024年6月27日印发县政府第5次常务会议纪要。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
