//! Rates that no list knows: 认定率, 网办率, 脱困比例. The count above the line bears the last word of the rate's name;
//! the base is the whole that it is a part of, or the only other figure that counts alike.
//!
//! *Invariant:* where the words do not settle both counts, a rate that does not fit is only reported when one slip of
//! the pen explains it; else it stays open, or nothing is said.

use super::names::{self, Counts};
use super::quotient::Quotient;
use super::verbs::QUALIFIERS;
use super::{BASE_UNCLEAR, ahead, holding};
use crate::claims::growth;
use crate::claims::judge;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Fault, Statement, cues};
use crate::facts::{Class, Decimal};
use crate::review::Status;

/// Ends of names of rates whose base is a population, a price or an earlier figure: no count of the sentence.
const OF_SOMETHING_ELSE: &[&str] = &[
    "增长",
    "下降",
    "增幅",
    "降幅",
    "上升",
    "降低",
    "提升",
    "减少",
    "压缩",
    "压减",
    "缩短",
    "出生",
    "死亡",
    "患病",
    "发病",
    "失业",
    "城镇化",
    "贡献",
    "周转",
    "回报",
    "收益",
    "漏损",
    "利用",
    "折扣",
    "浮动",
];
/// Ends of names of rates that are asked of people and not counted.
const ASKED: &[&str] = &["满意", "知晓", "好评", "认可", "支持", "信任", "安全感", "获得感", "参评", "入户"];
/// Words of what did not pass, against rates of what did.
const FAILED: &[&str] = &["问题", "超标", "不符合", "不达标", "异常", "违规", "违法", "不合格", "未通过"];
/// Ends of names of rates of what passed.
const PASSED: &[&str] = &["合格", "达标", "及格", "通过", "优良", "正常", "符合", "规范"];
/// How many clauses behind its count a rate may stand.
const FARTHEST: u32 = 2;
/// How many points a rate may lie from its counts to be a mistake, where its base is not settled.
const NEAR: i128 = 10;
/// The fewest digits of a rate that one slip may explain where the words do not settle the counts.
const LEAST_DIGITS: i128 = 100;

/// The statement that the rate called `name` at `index` makes; counts in front of it end before the figure at `end`,
/// where the row of rates begins of which it is one.
pub fn claim(passage: &Passage<'_>, index: usize, end: usize, name: &str) -> Option<Statement> {
    let name = label::strip(name);
    let stem = last_word(name)?;
    let rate = passage.mentions.get(index)?;
    let is_wanted = label::has(rate.before, ahead::INTENDED) || label::has(name, ahead::INTENDED);
    let is_satisfaction = names::find(name).is_some_and(|known| matches!(known.counts, Counts::Satisfaction));
    if is_wanted
        || is_satisfaction
        || label::has(stem, OF_SOMETHING_ELSE)
        || label::has(name, cues::COMPARISON)
    {
        return None;
    }
    if is_asked(name) {
        // Of how many it was asked need not be said.
        return named(passage, index, end, name, stem).filter(|statement| !is_certain(statement));
    }
    named(passage, index, end, name, stem)
        .or_else(|| behind(passage, index, name, stem))
        .or_else(|| right_before(passage, index, end, name).filter(|_| !is_told(name)))
}

/// Whether the counts of the rate must have words of their own: 合格率, 办结率.
fn is_told(name: &str) -> bool {
    names::find(name).is_some_and(|known| !matches!(known.counts, Counts::Name))
}

/// Whether the statement is wrong beyond doubt.
fn is_certain(statement: &Statement) -> bool {
    statement.status == Status::Broken && statement.fault.is_some_and(|fault| fault.certain)
}

/// Whether the rate is asked of people: of how many need not be said.
pub fn is_asked(name: &str) -> bool {
    ASKED.iter().any(|word| name.ends_with(word))
}

/// The last two characters of `name`.
fn last_word(name: &str) -> Option<&str> {
    let (at, _) = name.char_indices().rev().nth(1)?;
    name.get(at..)
}

/// How a figure answers to the name of a rate.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bears {
    /// It counts what the rate is of.
    Name,
    /// It counts what the rate leaves out.
    Opposite,
}

/// Whether `mention` counts what the rate of `stem` is of, or what it leaves out.
fn bears(mention: &Mention<'_>, stem: &str, verbs: &[&str]) -> Option<Bears> {
    const NOT: &[char] = &['未', '不', '没', '无', '非'];
    // 除 2 件外，其余均由负责人出庭.
    if mention.before.starts_with('除') && mention.after.ends_with('外') {
        return Some(Bears::Opposite);
    }
    let found = [mention.before, mention.after].into_iter().find_map(|words| {
        let told = || verbs.iter().find_map(|verb| words.rfind(verb));
        let at = words.rfind(stem).or_else(|| spread(words, stem)).or_else(told)?;
        let ahead = words.get(..at)?;
        // 调解成功 532 起 are fewer than those of 调解率.
        if words.get(at + stem.len()..).is_some_and(|behind| label::begins(behind, &["成功", "到位", "合格"]))
        {
            return None;
        }
        Some(if ahead.ends_with(NOT) || ahead.ends_with("没有") { Bears::Opposite } else { Bears::Name })
    });
    let failed = || {
        let is_failed = PASSED.contains(&stem) && label::has(mention.before, FAILED);
        is_failed.then_some(Bears::Opposite)
    };
    found.or_else(failed)
}

/// Where the two characters of `stem` begin that stand apart in `words`: 网办 in 网上办理.
fn spread(words: &str, stem: &str) -> Option<usize> {
    const FARTHEST: usize = 3;
    let (first, second) = (stem.chars().next()?, stem.chars().next_back()?);
    words
        .match_indices(first)
        .find(|(at, _)| {
            words
                .get(*at..)
                .is_some_and(|rest| rest.chars().skip(2).take(FARTHEST - 1).any(|ch| ch == second))
        })
        .map(|(at, _)| at)
}

/// The statement with counts in front, of which one bears the name.
fn named(passage: &Passage<'_>, index: usize, end: usize, name: &str, stem: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let in_front = passage.mentions.get(end)?;
    let verbs = match names::find(name).map(|known| &known.counts) {
        // 化解率 behind 已办结: what is done is called by either word.
        Some(Counts::Verbs(_)) if cues::DONE.contains(&stem) => cues::DONE,
        Some(Counts::Verbs(verbs)) => verbs.above,
        _ => &[],
    };
    let counts: Vec<(usize, &Mention<'_>)> = passage
        .back_from(end)
        .take_while(|(_, mention)| mention.sentence == rate.sentence)
        .filter(|(_, mention)| is_count(mention))
        .collect();
    let candidates = || {
        counts.iter().filter_map(|&(at, mention)| {
            let bears = bears(mention, stem, verbs)?;
            (in_front.clause <= mention.clause + FARTHEST && !goes_beyond(mention, name))
                .then_some((at, mention, bears))
        })
    };
    // 负责人出庭 171 件，其中正职出庭 62 件: the rate is of all, unless only some are written.
    let is_detail = |mention: &Mention<'_>| mention.before.starts_with("其中");
    let (at, above, bears) = {
        let nearest = candidates().next()?;
        let alike = |found: &(usize, &Mention<'_>, Bears)| {
            found.1.quantity.class() == nearest.1.quantity.class() && !is_detail(found.1)
        };
        if is_detail(nearest.1) { candidates().find(alike).unwrap_or(nearest) } else { nearest }
    };
    let listed = passage.list_of(at).map(|list| list.whole);
    let class = above.quantity.class();
    let row = if listed.is_some() { vec![above] } else { passage.row_ending_at(at) };
    let is_of_row = |other: &Mention<'_>| row.iter().any(|mention| mention.token == other.token);
    let (parts, others): (Vec<usize>, Vec<usize>) = counts
        .iter()
        .filter(|(_, mention)| {
            !is_of_row(mention)
                && mention.quantity.class() == class
                && mention.depth <= above.depth
                && !is_of_the_opposite(stem, mention)
        })
        .map(|(other, _)| *other)
        .partition(|&other| Some(other) != listed && passage.is_part(other));
    // 合格率 97%，其中市政供水合格率 100%: the counts are those of the first.
    let is_taken = passage.back_from(end).take_while(|(other, _)| *other > at).any(|(_, rate)| {
        rate.quantity.is_share() && names::rate_name(rate.before).is_some_and(|name| name.ends_with(stem))
    });
    if is_taken {
        return None;
    }
    let is_narrower = narrows(name) && !narrows(above.before);
    let base = others.iter().copied().find(|&other| other < at).or_else(|| others.first().copied());
    if let Some(primary) = listed.or(base) {
        let whole = passage.mentions.get(primary)?;
        let reach = if bears == Bears::Opposite { FARTHEST } else { 1 };
        let is_near = above.clause.max(whole.clause) + reach >= in_front.clause
            && whole.segment == above.segment
            && (listed.is_some() || above.clause.abs_diff(whole.clause) <= 1 || at.abs_diff(primary) == 1);
        let is_reached = others.len() == 1
            && whole.segment == above.segment
            && above.clause.abs_diff(whole.clause) <= FARTHEST;
        let is_other = self::bears(whole, stem, verbs).is_none();
        let is_sure = is_near
            && !is_asked(name)
            && row.len() == 1
            && is_other
            && is_of_it(name, above, whole)
            && !is_narrower
            && !mentions_carry(passage, rate);
        // 违法 48 个；违法图斑已整改 41 个: it may be of a part as well.
        let rest = others.into_iter().chain(parts).filter(|&other| other != primary);
        let readings = std::iter::once(primary).chain(rest);
        let readings = readings.filter_map(|of| read(rate, &row, passage.mentions.get(of)?, bears)).collect();
        return settle(
            readings,
            rate,
            is_sure,
            is_reached && is_other && is_of_it(name, above, whole) && !is_asked(name),
        );
    }
    // 纠错 12 件，纠错率 15%（审结 80 件）: the base stands in a bracket behind the rate.
    let bracketed = passage.mentions.get(index + 1).filter(|base| {
        base.lead == Lead::Open
            && base.sentence == rate.sentence
            && base.quantity.class() == class
            && is_count(base)
    });
    if let Some(base) = bracketed {
        return settle(vec![read(rate, &row, base, bears)?], rate, row.len() == 1 && !is_narrower, false);
    }
    let base = in_sentence_before(passage, above)?;
    settle(vec![read(rate, &row, base, bears)?], rate, false, false)
}

/// The statement with both counts behind the rate, of which the second bears its name.
fn behind(passage: &Passage<'_>, index: usize, name: &str, stem: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let (below, above) = (passage.mentions.get(index + 1)?, passage.mentions.get(index + 2)?);
    let follows = below.segment == rate.segment
        && above.segment == rate.segment
        && matches!(below.lead, Lead::Comma | Lead::Open | Lead::Colon)
        && below.clause <= rate.clause + 1
        && above.clause <= below.clause + 1
        && below.quantity.class() == above.quantity.class()
        && [below, above].iter().all(|mention| is_count(mention))
        && bears(below, stem, &[]).is_none();
    // What stands behind the counts may be their own rate.
    let has_own = passage
        .mentions
        .get(index + 3)
        .is_some_and(|next| next.quantity.is_share() && next.segment == rate.segment);
    if !follows || has_own || goes_beyond(above, name) || narrows(name) {
        return None;
    }
    let bears = bears(above, stem, &[])?;
    let is_before = passage
        .back_from(index)
        .take_while(|(_, mention)| mention.segment == rate.segment)
        .any(|(_, mention)| mention.quantity.class() == above.quantity.class());
    settle(vec![read(rate, &[above], below, bears)?], rate, !is_before && is_of_it(name, above, below), false)
}

/// The statement with the two counts right in front, where neither bears the name: 78 所幼儿园年检，74 所达到合格等次，
/// 通过率 94.9%. Only where it fits, or would but for one slip.
fn right_before(passage: &Passage<'_>, index: usize, end: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    if index != end {
        return None;
    }
    let (at, of) = (end.checked_sub(1)?, end.checked_sub(2)?);
    let (above, below) = (passage.mentions.get(at)?, passage.mentions.get(of)?);
    let is_row = above.sentence == rate.sentence
        && below.sentence == rate.sentence
        && rate.lead == Lead::Comma
        && rate.clause == above.clause + 1
        && above.clause <= below.clause + 1
        && above.depth == rate.depth
        && below.depth == rate.depth
        && above.quantity.class() == below.quantity.class()
        && is_count(above)
        && is_count(below)
        && above.lead != Lead::Pause
        && !label::has(above.before, &["未", "不", "剩余", "其余", "尚"]);
    let is_only = || {
        passage
            .back_from(of)
            .take_while(|(_, mention)| mention.sentence == rate.sentence)
            .all(|(_, mention)| mention.quantity.class() != above.quantity.class())
    };
    if !is_row || !is_only() || narrows(name) {
        return None;
    }
    // 问题发现率 behind 检出问题样品 45 批次.
    let object = last_word(name).and_then(|stem| name.strip_suffix(stem)).unwrap_or("");
    let is_of_it = [name, object].iter().any(|words| {
        ahead::share_two_characters(words, above.before) && !ahead::share_two_characters(words, below.before)
    });
    let digits = if is_of_it { LEAST_DIGITS / 10 } else { LEAST_DIGITS };
    let statement = read(rate, &[above], below, Bears::Name)?;
    let is_plain = statement.status == Status::Holds && statement.fault.is_none();
    if is_plain { Some(statement) } else { slipped(statement, rate, digits) }
}

/// Whether the figure counts something there is, and not by how much it changed or what it was.
fn is_count(mention: &Mention<'_>) -> bool {
    let is_amount = mention.quantity.is_amount() || mention.quantity.class() == Some(Class::Time);
    is_amount
        && mention.quantity.measure.is_some()
        && !growth::changes_by(mention)
        && !label::has(mention.before, cues::COMPARISON)
        && !label::has(mention.before, cues::AVERAGE)
}

/// Whether `words` narrow what they are of: 按期办结.
fn narrows(words: &str) -> bool {
    QUALIFIERS.iter().any(|qualifier| words.contains(qualifier))
}

/// Whether the figure is of a narrower count than the rate called `name`.
pub fn goes_beyond(mention: &Mention<'_>, name: &str) -> bool {
    // 网上办理 is what 网办率 is of.
    let is_said = |qualifier: &str| qualifier.chars().next().is_some_and(|first| name.contains(first));
    QUALIFIERS.iter().any(|qualifier| mention.before.contains(qualifier) && !is_said(qualifier))
}

/// Whether what the name of the rate says besides its last word is said of one of the counts as well.
fn is_of_it(name: &str, above: &Mention<'_>, below: &Mention<'_>) -> bool {
    let object = last_word(name).and_then(|stem| name.strip_suffix(stem)).unwrap_or("");
    object.chars().count() < 2
        || [above, below].iter().any(|mention| {
            ahead::share_two_characters(object, mention.run_up)
                || ahead::share_two_characters(object, mention.after)
        })
}

fn mentions_carry(passage: &Passage<'_>, rate: &Mention<'_>) -> bool {
    label::has(passage.between(rate.sentence_start, rate.quantity.span.start), cues::CARRIED_OVER)
}

/// The only figure of the sentence before that counts like `above`.
fn in_sentence_before<'p>(passage: &'p Passage<'_>, above: &Mention<'_>) -> Option<&'p Mention<'p>> {
    let before = passage.mentions.partition_point(|mention| mention.sentence < above.sentence);
    let mut found = passage
        .back_from(before)
        .take_while(|(_, mention)| mention.sentence + 1 == above.sentence)
        .filter(|(at, mention)| {
            mention.quantity.class() == above.quantity.class() && is_count(mention) && !passage.is_part(*at)
        })
        .map(|(_, mention)| mention);
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// The division, judged; nothing where what should be a part is more than the whole.
fn read(rate: &Mention<'_>, above: &[&Mention<'_>], below: &Mention<'_>, bears: Bears) -> Option<Statement> {
    let quotient = match (bears, above) {
        (Bears::Name, _) => Quotient::new(rate, above, &[below])?,
        (Bears::Opposite, [left_out]) => Quotient::remainder(rate, below, left_out)?,
        (Bears::Opposite, _) => return None,
    };
    let is_part = !quotient.numerator.is_negative() && quotient.numerator <= quotient.denominator;
    if is_part { quotient.judge() } else { None }
}

/// 逮捕 125 人，不捕 115 人，不捕率: what `other` counts is the opposite, and not all of them.
fn is_of_the_opposite(stem: &str, other: &Mention<'_>) -> bool {
    stem.strip_prefix(['不', '未', '非']).is_some_and(|done| other.before.contains(done))
}

/// The reading that holds; else the first, broken if it is sure or one slip explains it, else left open.
fn settle(
    readings: Vec<Statement>,
    rate: &Mention<'_>,
    is_sure: bool,
    is_reached: bool,
) -> Option<Statement> {
    if let Some(holds) = readings.iter().find(|reading| reading.status == Status::Holds) {
        return Some(holds.clone());
    }
    let first = readings.into_iter().next()?;
    if is_sure || first.status != Status::Broken {
        return Some(first);
    }
    // Where the base stands two clauses in front, only what lies near it is a mistake.
    let is_near = first.fault.is_some_and(|fault| fault.excess.abs() <= Decimal::whole(NEAR));
    if is_reached && is_near {
        return Some(uncertain(first));
    }
    slipped(first.clone(), rate, LEAST_DIGITS).or_else(|| holding(first, BASE_UNCLEAR))
}

/// The broken statement where one altered digit of the rate explains it, as a likely mistake.
fn slipped(statement: Statement, rate: &Mention<'_>, digits: i128) -> Option<Statement> {
    let fault = statement.fault.filter(|_| statement.status == Status::Broken)?;
    let written = rate.quantity.value;
    let has_digits = written >= written.step().times(Decimal::whole(digits))?;
    let is_telling = has_digits && judge::is_one_slip(written, fault.computed);
    is_telling.then(|| uncertain(statement))
}

/// The broken statement as a likely mistake.
fn uncertain(statement: Statement) -> Statement {
    let fault = statement.fault.map(|fault| Fault { certain: false, ..fault });
    Statement { fault, ..statement }
}
