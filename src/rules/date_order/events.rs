//! Which of two dates must come first by what happened on them.
//!
//! Takes two dates that follow each other in one sentence, gives the order that their events ask for.
//!
//! *Invariant:* both events have to be of one matter: nothing but small words stands between the first event
//! and the second date, and no count of cases or other meeting is told.

use std::cmp::Ordering;

use super::link::{BACKWARDS, is_link};
use super::pairs::{AT_THE_END, PAIRS, Pair, ROOTS};
use super::stages::{IN_FORCE, Stage};
use super::told::{LONGEST_VERB, Told};
use crate::facts::date::without_year_word;
use crate::search;
use crate::source::ViewSpan;

/// How much of a clause is looked at, in characters.
const CLAUSE: usize = 30;

/// Which of two dates must come first by what happened on them, if that can be told and is not as `written`.
pub(super) fn contradiction(
    view: &str,
    first: ViewSpan,
    second: ViewSpan,
    written: Ordering,
) -> Option<Ordering> {
    let between = view.get(first.end as usize..second.start as usize)?;
    let (between, _) = without_year_word(between);
    let (one, rest) = between.split_once(['，', '、'])?;
    // 3月18日提出申请，次日受理，3月12日作出决定: what came a day later comes before the rest as well.
    if written == Ordering::Greater
        && let Some((next, rest)) = on_the_next_day(rest)
    {
        let told = |one| of_clauses(view, first, second, (one, rest), written);
        return told(one).or_else(|| told(next));
    }
    // 2023年6月18日，该案立案，2023年6月6日作出决定: the date has a clause of its own.
    let apart = Some(rest).filter(|_| one.is_empty() && written == Ordering::Greater);
    let (one, rest) = apart.and_then(|rest| rest.split_once('，')).unwrap_or((one, rest));
    of_clauses(view, first, second, (one, without_filler(rest)), written)
}

/// `rest` without a clause that only tells how it went on between two events: 历时数月, 其间多次调度, 经多方努力.
fn without_filler(rest: &str) -> &str {
    const FILLERS: [&str; 7] = ["历时", "历经", "经", "其间", "期间", "耗时", "用时"];
    const LONGEST: usize = 14;
    let filler = rest.split_once('，').filter(|(filler, _)| {
        search::length(filler) <= LONGEST
            && FILLERS.iter().any(|word| filler.starts_with(word))
            && !filler.contains(|ch: char| ch.is_ascii_digit())
    });
    filler.map_or(rest, |(_, behind)| behind)
}

/// What happened the next day, where `rest` begins with it, and what stands behind its clause.
fn on_the_next_day(rest: &str) -> Option<(&str, &str)> {
    const NEXT: [&str; 5] = ["次日", "当日", "当天", "同日", "翌日"];
    let rest = search::behind(rest, &NEXT)?;
    rest.split_once(['，', '、'])
}

/// The same by the words `one` behind the first date and the words `rest` from their comma to the second date.
fn of_clauses(
    view: &str,
    first: ViewSpan,
    second: ViewSpan,
    (one, rest): (&str, &str),
    written: Ordering,
) -> Option<Ordering> {
    // Hardly any clause tells of an event, and there are many to look for.
    if !one.is_empty() && !ROOTS.stand_in(one) {
        return None;
    }
    let other = clause(view.get(second.end as usize..)?);
    if one.is_empty() && other.is_empty() {
        return named(clause_before(view, first.start as usize), rest);
    }
    let subject = |clause: &str| clause.trim_end_matches(['于', '在', '》']).to_owned();
    let before = clause_before(view, first.start as usize);
    let first = Told { clause: one.to_owned(), subject: subject(before) };
    let second = Told { clause: other, subject: subject(rest) };
    let is_backwards = written == Ordering::Greater;
    if is_backwards && started(&first.clause, &second.clause) && is_link(rest, true) {
        return Some(Ordering::Less);
    }
    if is_backwards && first.tells(&[IN_FORCE]).is_some() && expires(rest, &second.clause) {
        return Some(Ordering::Less);
    }
    if is_backwards && closes(&first.clause, rest) {
        return Some(Ordering::Less);
    }
    // Of most dates nothing else is asked: they are of two matters.
    let (is_linked, is_linked_by_organ) = (is_link(rest, false), is_link(rest, true));
    if !is_linked_by_organ && search::length(&second.clause) != LONGEST_VERB {
        return None;
    }
    // 8月6日签收处罚决定书，该决定书8月12日作出: 该 speaks of what was told first, and of no earlier matter.
    let looks_back = BACKWARDS.iter().any(|word| rest.starts_with(word)) || rest.starts_with('该');
    let follow = |one: &[Stage], other: &[Stage], pair: &Pair| {
        let was = first.tells(one);
        if was.is_none() && !first.names(one) {
            return false;
        }
        let is = second
            .tells(other)
            .filter(|_| if pair.has_organs { is_linked_by_organ } else { is_linked })
            .filter(|_| pair.has_organs || !second.names_a_body(other))
            .filter(|_| !second.names_a_party(other));
        // 工程4月竣工，9月开工建设附属设施: told backwards, an object is that of another matter.
        let is_of_another = !is_backwards && !looks_back && (was.and_then(object) != is.and_then(object));
        second.names(other) || (is.is_some() && !are_of_two(was, is) && !is_of_another)
    };
    let contradicts = |pair: &Pair| match is_backwards {
        true => follow(pair.before, pair.after, pair),
        false => (pair.is_told_both_ways || looks_back) && follow(pair.after, pair.before, pair),
    };
    PAIRS.iter().any(contradicts).then_some(written.reverse())
}

/// Whether two events have objects that are not the same: 进驻甲镇 and 撤离乙镇, 动工建设敬老院 and 建成投用文化站.
fn are_of_two(one: Option<&str>, other: Option<&str>) -> bool {
    let pair = one.and_then(object).zip(other.and_then(object));
    pair.is_some_and(|(one, other)| !one.contains(other) && !other.contains(one))
}

/// What stands behind an event as its object, if anything: 建设敬老院 behind 动工, not 并投用 behind 竣工.
fn object(tail: &str) -> Option<&str> {
    const SHORTEST: usize = 2;
    const DEEDS: [&str; 9] = ["建设", "施工", "改造", "验收", "运行", "查处", "调查", "审理", "仪式"];
    let deed = search::behind(tail, &DEEDS);
    let tail = deed.unwrap_or(tail).trim_start_matches(['了', '《']).trim_end_matches('》');
    // 审议通过该办法: what has just been told is no object of another matter.
    let goes_on = tail.starts_with(['并', '且', '后', '至', '到', '，', '（', '给', '于', '该']);
    (!goes_on && search::length(tail) >= SHORTEST && ROOTS.beginning(tail).is_none()).then_some(tail)
}

/// Whether the clause between `rest` and `behind` the date tells how long what came into force is valid: 有效期至 the
/// date and nothing else, or the end of that day.
fn expires(rest: &str, behind: &str) -> bool {
    const UNTIL: [&str; 7] =
        ["有效期至", "有效期截至", "有效期到", "有效期限至", "有效期止于", "试行至", "施行至"];
    const ENDS: [&str; 5] = ["", "止", "为止", "届满", "）"];
    let link = search::ahead(rest, &UNTIL);
    ENDS.contains(&behind) && link.is_some_and(|link| is_link(link, false))
}

/// 公开征求意见，意见征集截止日为: whether `rest` leads to the last day of what was opened by the clause `one`.
fn closes(one: &str, rest: &str) -> bool {
    const LAST_DAYS: [&str; 6] =
        ["截止日期为", "截止时间为", "截止日为", "截止日期是", "截止时间是", "截止日是"];
    const OPENED: [(&str, &[&str]); 4] = [
        ("意见", &["征求意见", "征集意见"]),
        ("报名", &["启动报名", "开始报名", "接受报名", "招聘公告", "招考公告", "报名公告"]),
        ("申报", &["启动申报", "开始申报", "申报通知", "受理申报"]),
        ("公示", &["公示"]),
    ];
    const LONGEST: usize = 8;
    let topic = search::ahead(rest, &LAST_DAYS).filter(|topic| search::length(topic) <= LONGEST);
    topic.is_some_and(|topic| {
        OPENED.iter().any(|(word, deeds)| topic.contains(word) && search::has(one, deeds))
    })
}

/// 启动修订 and 完成修订: the same deed begun and done.
fn started(one: &str, other: &str) -> bool {
    const SHORTEST_DEED: usize = 2;
    let deed = |clause: &str, verbs: &[&str]| -> Option<String> {
        let rest = verbs.iter().find_map(|verb| clause.strip_prefix(verb))?;
        let rest = rest.strip_prefix('了').unwrap_or(rest);
        let deed: String = rest.chars().take_while(|ch| !matches!(ch, '并' | '和' | '的')).collect();
        (search::length(&deed) >= SHORTEST_DEED).then_some(deed)
    };
    let begun = deed(one, &["启动", "开始", "着手"]);
    begun.is_some() && begun == deed(other, &["完成", "结束"])
}

/// 签发于6月20日，送达于6月18日: the events stand in front of their dates.
fn named(before: &str, rest: &str) -> Option<Ordering> {
    let event = |clause: &'_ str| -> Option<usize> {
        let ends = ["时间为", "时间是", "日期为", "日期是", "于", "时间", "日期"];
        ends.iter().find_map(|end| clause.strip_suffix(end)).map(str::len)
    };
    let (before, rest) = (before.get(..event(before)?)?, rest.get(..event(rest)?)?);
    // 始于 and 止于, 起始日期 and 截止日期: of whatever matter.
    let begins = ["始", "起", "开始"].iter().any(|word| before.ends_with(word));
    if begins && matches!(rest, "止" | "终" | "截止" | "终止" | "结束") {
        return Some(Ordering::Less);
    }
    let name = |word: &'static str| word.trim_end_matches(AT_THE_END);
    let words = |stages: &'static [Stage]| stages.iter().copied().flatten().map(move |word| name(word));
    let is = |stages: &'static [Stage]| words(stages).any(|word| word == rest);
    let was = |stages: &'static [Stage]| words(stages).any(|word| before.ends_with(word));
    PAIRS.iter().find_map(|pair| {
        if was(pair.before) && is(pair.after) {
            return Some(Ordering::Less);
        }
        (pair.is_told_both_ways && was(pair.after) && is(pair.before)).then_some(Ordering::Greater)
    })
}

/// The clause at the start of `text`.
fn clause(text: &str) -> String {
    text.chars().take(CLAUSE).take_while(|ch| !matches!(ch, '，' | '。' | '；' | '、' | '\n')).collect()
}

/// The clause of `text` that ends at `end`.
pub(super) fn clause_before(text: &str, end: usize) -> &str {
    let before = text.get(..end).unwrap_or("");
    let is_mark = |ch: char| matches!(ch, '，' | '。' | '；' | '、' | '：' | '\n');
    let start = before.char_indices().rev().take(CLAUSE).take_while(|&(_, ch)| !is_mark(ch)).last();
    start.and_then(|(at, _)| before.get(at..)).unwrap_or("")
}
