//! Rates of what should be: 应参加 420 人，实际参加 399 人，参加率 95%; and 优良天数 317 天，有效监测 365 天，优良天数比例.
//!
//! *Invariant:* the base is the one of the two figures right before the rate that says 应, or that was looked at;
//! the name of the rate is made of the words of the two.

use super::general::{ASKED, NEAR};
use super::missing::{self, LEFT_OUT};
use super::names::INSPECTED;
use super::quotient::Quotient;
use super::verbs::{IN_TIME, QUALIFIERS};
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::{Class, Decimal};
use crate::search;

/// The most characters of the name of a rate of 应到 and 实到; a longer one has an object of its own.
const LONGEST_NAME: usize = 3;

/// The statement of the rate called `name` at `index` with the two figures right before it.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let (first, second) =
        (passage.mentions.get(index.checked_sub(2)?)?, passage.mentions.get(index.checked_sub(1)?)?);
    if !is_row(rate, first, second) {
        return None;
    }
    let stem = label::strip(name);
    if is_due(first) && !is_due(second) && missing::is_missing_from(second, first) {
        return missing::claim(rate, first, second, stem);
    }
    let (above, below) = match (is_due(first), is_due(second)) {
        (true, false) if is_made_of(stem, first, second) || is_in_time(stem, first, second) => {
            (second, first)
        }
        (false, true) if is_made_of(stem, second, first) || is_in_time(stem, second, first) => {
            (first, second)
        }
        (false, false) if is_of_what_was_seen(stem, first, second) => (first, second),
        _ => return None,
    };
    let found = Quotient::new(rate, &[above], &[below])?.judge()?;
    is_plausible(&found, stem, below, above).then_some(found)
}

/// 缴费 214.7 万人（应参保 218.3 万人），征缴率 98.4%: the statement of the rate called `name` at `index` with what there is right before the
/// bracket that tells how many there should be.
pub fn in_bracket(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let (done, due) =
        (passage.mentions.get(index.checked_sub(2)?)?, passage.mentions.get(index.checked_sub(1)?)?);
    let stem = label::strip(name);
    let is_told = due.lead == Lead::Open
        && due.depth.checked_sub(rate.depth) == Some(1)
        && done.depth == rate.depth
        && rate.lead == Lead::Comma
        && rate.clause == done.clause + 1
        && due.clause == done.clause
        && due.quantity.class() == done.quantity.class()
        && done.quantity.is_amount()
        && is_due(due)
        && !is_due(done);
    let is_of_them = !search::has(stem, QUALIFIERS)
        && !search::has(stem, ASKED)
        && stem.chars().rev().take(2).any(|sign| done.before.contains(sign));
    let quotient = Quotient::new(rate, &[done], &[due]).filter(|_| is_told && is_of_them)?;
    if quotient.numerator > quotient.denominator {
        return None;
    }
    // 抽检 318 批次（应抽检 326 批次），检出率 1.2%: one sign in common may be of something else, and is far off then.
    let is_near =
        |found: &Statement| found.fault.is_none_or(|fault| fault.excess.abs() <= Decimal::whole(NEAR));
    quotient.judge().filter(is_near)
}

/// What is above the line and what below it where the two `counts` behind a rate called `name` are what should be and what is: 参训率
/// 95%（应训 320 人，实训 304 人）.
pub fn behind<'p, 'a>(name: &str, counts: &[&'p Mention<'a>]) -> Option<(&'p Mention<'a>, &'p Mention<'a>)> {
    let &[due, done] = counts else { return None };
    let are_two = is_due(due)
        && !is_due(done)
        && due.quantity.class() == done.quantity.class()
        && (done.clause == due.clause + 1 || done.clause == due.clause && done.lead == Lead::Pause)
        && !growth::changes_by(done)
        && due.quantity.base()? >= done.quantity.base()?;
    (are_two && is_made_of(label::strip(name), due, done)).then_some((done, due))
}

/// 进驻事项 1826 项，进驻率 97%，应进驻事项 1950 项: the statement of the rate called `name` at `index` between what there is and what there
/// should be.
pub fn in_between(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let (done, due) = (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index + 1)?);
    let stem = label::strip(name);
    let is_row = rate.lead == Lead::Comma
        && due.lead == Lead::Comma
        && (rate.clause, due.clause) == (done.clause + 1, done.clause + 2)
        && [done, due].iter().all(|count| count.segment == rate.segment && count.depth == rate.depth)
        && done.quantity.class() == due.quantity.class()
        && done.quantity.is_amount()
        && done.quantity.base()? <= due.quantity.base()?;
    let name_of_both = due.before.rsplit_once('应').map_or("", |(_, rest)| rest);
    let is_of_them = is_due(due)
        && !is_due(done)
        && !search::has(stem, QUALIFIERS)
        && name_of_both.starts_with(stem)
        && done.before.ends_with(name_of_both);
    (is_row && is_of_them).then(|| Quotient::new(rate, &[done], &[due])?.judge()).flatten()
}

/// The statement of a share under any name behind a pair of 应 and 实: 应缴 3250 户，实缴 2990 户，征缴面为 92%.
pub fn of_a_pair(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    const LONGEST: usize = 8;
    const OF_OTHERS: &[&str] = &[
        "占", "其中", "同比", "环比", "增", "降", "升", "减", "较", "比上", "比去", "利率", "税率", "罚",
        "优惠",
    ];
    let rate = passage.mentions.get(index)?;
    let (first, second) =
        (passage.mentions.get(index.checked_sub(2)?)?, passage.mentions.get(index.checked_sub(1)?)?);
    let name = rate.before.trim_end_matches(['为', '达', '到', '是', '约', '仅']);
    let is_name = (2..=LONGEST).contains(&search::length(name)) && !label::has(name, OF_OTHERS);
    let fits = is_name
        && is_row(rate, first, second)
        && is_due(first)
        && !is_due(second)
        && are_a_pair(first, second)
        && first.quantity.class() == second.quantity.class();
    if !fits {
        return None;
    }
    if label::has(name, LEFT_OUT) {
        return Quotient::remainder(rate, first, second)?.judge();
    }
    let quotient = Quotient::new(rate, &[second], &[first])?;
    if quotient.numerator > quotient.denominator {
        return None;
    }
    quotient.judge().filter(|found| is_plausible(found, name, first, second))
}

/// Whether the rate is of the two, as far as its name tells: 滞纳金比例 5% behind 应收 and 实收 is not, nor is 赞成票.
fn is_plausible(found: &Statement, name: &str, due: &Mention<'_>, done: &Mention<'_>) -> bool {
    const GENERAL: &[&str] = &["面", "度", "覆盖", "到位", "完成", "兑现", "落实", "执行"];
    let is_general = GENERAL.iter().any(|word| name.ends_with(word)) && !label::has(name, ASKED);
    let is_of_them = || {
        let counted = |ch: char| !matches!(ch, '应' | '实' | '人' | '数' | '的' | '率' | '比' | '例');
        name.chars().filter(|ch| counted(*ch)).any(|ch| due.before.contains(ch) || done.before.contains(ch))
    };
    found.fault.is_none() || is_general || missing::is_of_attendance(name, due) || is_of_them()
}

/// Whether the three stand in clauses right behind one another.
pub fn is_row(rate: &Mention<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let is_counted = first.quantity.is_amount() || first.quantity.class() == Some(Class::Time);
    rate.clause == second.clause + 1
        && second.clause == first.clause + 1
        && rate.sentence == first.sentence
        && is_counted
        && first.quantity.class() == second.quantity.class()
        && [first, second].iter().all(|mention| {
            mention.depth == rate.depth && !growth::changes_by(mention) && !mention.has(Cue::Comparison)
        })
}

/// The first sign behind the last `sign` of `words`: 建 of 应建.
fn verb_behind(words: &str, sign: char) -> Option<char> {
    words.rsplit_once(sign).and_then(|(_, rest)| rest.chars().next())
}

/// Whether the words of `due` and `done` are those of 应 and 实 with one verb, 应到 and 实到, or of 应 and 到, 参 and the
/// like: 应训 and 到训, 应检 and 受检.
fn are_a_pair(due: &Mention<'_>, done: &Mention<'_>) -> bool {
    let done_words = done.before.replace("实际", "实");
    let came = || {
        let sign = done_words.trim_start_matches('已').chars().next();
        sign.filter(|sign| matches!(sign, '到' | '参' | '受' | '送'))
    };
    let sign = if done_words.contains('实') { Some('实') } else { came() };
    let verb = verb_behind(due.before, '应');
    verb.is_some() && sign.is_some_and(|sign| verb == verb_behind(&done_words, sign))
}

/// Whether 应 stands before the figure and is no part of another word (应急, 供应).
pub fn is_due(mention: &Mention<'_>) -> bool {
    const OTHER_BEHIND: &[char] = &['急', '诉', '对', '用', '变', '战', '届'];
    const OTHER_BEFORE: &[char] = &['供', '响', '反', '适', '效', '相', '对', '回'];
    mention.before.match_indices('应').any(|(at, sign)| {
        let (ahead, behind) = (mention.before.get(..at), mention.before.get(at + sign.len()..));
        ahead.is_some_and(|ahead| !ahead.ends_with(OTHER_BEFORE))
            && behind.is_some_and(|behind| !behind.is_empty() && !behind.starts_with(OTHER_BEHIND))
    })
}

/// Whether the last two characters of `stem` are of the words of what should be, and what was is told by 实, 已 or
/// one of them.
fn is_made_of(stem: &str, due: &Mention<'_>, done: &Mention<'_>) -> bool {
    let ends: Vec<char> = stem.chars().rev().take(2).collect();
    let is_of_due = ends.len() == 2
        && ends.iter().all(|ch| due.before.contains(*ch) || done.before.contains(*ch))
        && ends.iter().any(|ch| due.before.contains(*ch));
    // 应到 156 人，实到 148 人，出席率: the pair says it all, whatever the rate is called.
    if are_a_pair(due, done) && search::length(stem) <= LONGEST_NAME {
        return true;
    }
    // 培训覆盖率 96%，应训 1860 人，实训 1786 人: a general name with the sign of both.
    const LONGEST_WITH_OBJECT: usize = 6;
    const GENERAL: &[&str] = &["覆盖", "参与", "到位", "完成", "落实"];
    let is_general_end = || search::ending(stem, GENERAL).is_some();
    let verb_of_both = || verb_behind(due.before, '应').is_some_and(|verb| stem.contains(verb));
    let is_short = search::length(stem) <= LONGEST_WITH_OBJECT;
    if are_a_pair(due, done) && is_short && is_general_end() && verb_of_both() {
        return true;
    }
    // 应参加旁听庭审 640 人，实际参加 589 人，旁听参与率: the rate may say of what it is as well.
    const VERB: usize = 2;
    let object = stem.strip_suffix(label::last_characters(stem, VERB)).unwrap_or("");
    if are_a_pair(due, done) && search::length(object) >= 2 && due.before.contains(object) {
        return true;
    }
    // 应建 80 家，已建 76 家，覆盖率: what should be and what is, of one verb.
    let verb = verb_behind(due.before, '应');
    let is_general = ["覆盖", "到位", "完成", "落实"].contains(&stem);
    if is_general && verb.is_some() && verb == verb_behind(done.before, '已') {
        return true;
    }
    let tells = done.before.contains(['实', '已']) || ends.iter().all(|ch| done.before.contains(*ch));
    is_of_due && tells && !done.before.contains(['未', '不'])
}

/// 应当备案 25 件，按期报备 24 件，报备及时率: whether what was `done` was done in time, the rate says so in whatever word, and both have
/// its verb, of which what was `due` may share one sign.
fn is_in_time(stem: &str, due: &Mention<'_>, done: &Mention<'_>) -> bool {
    let without = |words: &str| {
        IN_TIME.iter().find_map(|word| search::split(words, word)).map(|(a, b)| [a, b].concat())
    };
    let (Some(verb), Some(did)) = (without(stem), without(done.before)) else { return false };
    search::length(&verb) == 2
        && did.contains(&verb)
        && verb.chars().any(|sign| due.before.contains(sign))
        && !done.before.contains(['未', '不'])
}

/// Whether the rate is named like the first figure and the second is what was looked at.
fn is_of_what_was_seen(stem: &str, named: &Mention<'_>, seen: &Mention<'_>) -> bool {
    search::length(stem) >= 2
        && named.before.strip_suffix(stem).is_some_and(|ahead| !ahead.ends_with(['不', '未', '非']))
        && named.segment == seen.segment
        && label::has(seen.before, INSPECTED)
        && !seen.before.contains(stem)
}
