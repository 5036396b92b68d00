//! 翻一番: a change that is said in words, twice or four times the earlier figure.
//!
//! *Invariant:* what is more than so many times is called so too, and what is a little less; 近 and 约 allow for more, and
//! what is planned says nothing.

use super::change::change_kind;
use super::departure::starts;
use super::earlier::{is_earlier, is_set_against, year};
use super::pair::arrives;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::notes::ROUNDED;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Claim, Fault, Operand, Reason, Statement, figure};
use crate::facts::{Decimal, Precision};
use crate::review::{ClaimKind, Status};
use crate::search;
use crate::source::ViewSpan;

/// The words, and by how much they multiply.
const WORDS: &[(&str, i128)] = &[
    ("翻两番", 4),
    ("翻了两番", 4),
    ("翻一番", 2),
    ("翻了一番", 2),
    ("翻番", 2),
    ("翻了番", 2),
    ("增长一倍", 2),
    ("增长了一倍", 2),
    ("增加一倍", 2),
    ("增加了一倍", 2),
    ("提高一倍", 2),
    ("提高了一倍", 2),
    ("提升一倍", 2),
    ("扩大一倍", 2),
    ("扩大了一倍", 2),
    ("翻了一倍", 2),
    ("翻一倍", 2),
    ("实现倍增", 2),
    ("实现成倍增长", 2),
];

/// How far behind the pair the words may stand, in bytes.
const REACH: usize = 60;

/// How many hundredths of so many times are still called so, and how many behind 近 or 约.
const PLAIN: i128 = 97;
const HEDGED: i128 = 85;

/// The words right in front of `span`, without those between it and the mark before them.
fn words_in_front<'a>(passage: &Passage<'a>, span: ViewSpan) -> &'a str {
    const LONGEST: usize = 8;
    let words = passage.between(passage.paragraph.start, span.start);
    let from = words.char_indices().rev().take(LONGEST).last().map_or(0, |(at, _)| at);
    let words = words.get(from..).unwrap_or("");
    words.rsplit(['，', '。', '；', '、', '（']).next().unwrap_or("")
}

/// Whether the words of doubling at `span` say that it is not quite so: 近翻一番.
fn is_hedged(passage: &Passage<'_>, span: ViewSpan) -> bool {
    const HEDGES: &[&str] = &["近", "约", "几乎", "差不多", "基本", "大体", "大致", "快"];
    label::has(words_in_front(passage, span), HEDGES)
}

/// Whether the words of doubling at `span` tell of what is not so yet: 力争翻一番, 离翻番还有距离.
fn is_planned(passage: &Passage<'_>, span: ViewSpan) -> bool {
    const PLANS: &[&str] = &[
        "力争", "争取", "计划", "预计", "有望", "目标", "确保", "再", "明年", "下年", "拟", "将", "离", "距",
        "未", "没有",
    ];
    label::has(words_in_front(passage, span).trim_start_matches("将近"), PLANS)
}

/// The statement that the figure at `index` is twice the one before it: 由 13 个增加到 26 个，实现翻一番.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let (first, second) = (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index)?);
    let may_be_pair = first.segment == second.segment
        && first.quantity.class() == second.quantity.class()
        && [first, second].iter().all(|mention| mention.quantity.precision == Precision::Exact);
    if !may_be_pair {
        return None;
    }
    let is_compared = follows_the_earlier(passage, index);
    // 比上年翻一番，达到 3260 条，上年为 1860 条: what it was may stand behind what it is.
    let is_told_behind =
        arrives(first) && is_earlier(second) && second.clause == first.clause + 1 && !starts(first);
    let (current, previous) = if is_compared || is_told_behind { (first, second) } else { (second, first) };
    if !(is_compared || is_told_behind || starts(previous) && arrives(current)) {
        return None;
    }
    let (words, times, span) = words_behind(passage, index)
        .or_else(|| words_ahead(passage, index - 1).filter(|_| !is_compared))
        .filter(|&(.., span)| !is_planned(passage, span))?;
    let (now, before) = (current.quantity.base()?, previous.quantity.base()?);
    let ratio = now.div_rounded(before, 2)?;
    let written = Decimal::whole(times);
    let shown = format!("{} ÷ {}", figure(current.quantity), figure(previous.quantity));
    let change = Operand {
        role: "change",
        value: written,
        unit: "倍".into(),
        label: words.to_owned(),
        span,
        digits: None,
    };
    let operands = vec![Operand::of("current", current), Operand::of("previous", previous), change];
    let is_exact = now == before.times(written)?;
    // A little less is still called so: 1.95 times is 翻一番, 1.9 is not.
    let enough = if is_hedged(passage, span) { HEDGED } else { PLAIN };
    let slack = (current.quantity.tolerance()?, previous.quantity.tolerance()?);
    let (most, least) = (now.plus(slack.0)?, before.minus(slack.1)?);
    let is_near = most.times(Decimal::whole(100))? >= least.times(written)?.times(Decimal::whole(enough))?;
    let (status, equation, note, fault) = if is_exact {
        (Status::Holds, format!("{shown} = {written}"), None, None)
    } else if is_near {
        (Status::Holds, format!("{shown} ≈ {written}"), Some(ROUNDED), None)
    } else {
        let excess = ratio.minus(written)?;
        let fault = Fault { computed: ratio, excess, certain: false, reason: Reason::Arithmetic };
        (Status::Broken, format!("{shown} ≈ {ratio} ≠ {written}"), None, Some(fault))
    };
    Some(Claim::new(ClaimKind::Growth, status, equation, note, operands, fault))
}

/// 486 件，较2021年的 324 件翻了一番: whether the words of doubling stand right behind the figure at `index`, an earlier one, and the
/// one before it is alone set against it: neither a part nor one of several that count alike.
fn follows_the_earlier(passage: &Passage<'_>, index: usize) -> bool {
    let Some(current) = index.checked_sub(1).and_then(|before| passage.mentions.get(before)) else {
        return false;
    };
    let Some(previous) = passage.mentions.get(index) else { return false };
    let is_told_of = || {
        let words = previous.after.trim_start_matches(['已', '实', '现', '了', '近', '约']);
        WORDS.iter().any(|(doubling, _)| words.starts_with(doubling))
    };
    let is_alone = || {
        let mut others =
            passage.back_from(index - 1).take_while(|(_, mention)| mention.segment == current.segment);
        !others.any(|(_, other)| other.quantity.class() == current.quantity.class())
    };
    is_told_of()
        && is_set_against(previous)
        && (is_earlier(previous) || year(previous).is_some())
        && !is_set_against(current)
        && !is_earlier(current)
        && !current.has(Cue::Elsewhere)
        && change_kind(current).is_none()
        && [current, previous].iter().all(|mention| mention.depth == 0)
        && previous.lead == Lead::Comma
        && previous.clause == current.clause + 1
        && !passage.is_part(index - 1)
        && is_alone()
}

/// The words of doubling behind the figure at `index`, before the next figure or the end of the sentence.
fn words_behind(passage: &Passage<'_>, index: usize) -> Option<(&'static str, i128, ViewSpan)> {
    let current: &Mention<'_> = passage.mentions.get(index)?;
    let from = current.quantity.span.end;
    let next = passage.mentions.get(index + 1).map_or(passage.end(), |next| next.quantity.span.start);
    let behind = passage.between(from, next.min(passage.end()));
    let behind = behind.split(['。', '；']).next().unwrap_or("");
    let previous = passage.mentions.get(index.checked_sub(1)?)?;
    WORDS.iter().find_map(|&(words, times)| {
        let at = behind.find(words).filter(|&at| at <= REACH)?;
        let subject = behind.get(..at)?.rsplit(['，', '、', '（']).next().unwrap_or("");
        // 律师由 120 人增加到 150 人，办案量翻了一番: what doubled is something else; 翻番计划 is none yet.
        let is_of_another = is_another(subject, &[previous.run_up, current.before, current.after]);
        let goes_on = || behind.get(at + words.len()..).is_some_and(|rest| rest.starts_with(GOES_ON));
        if is_of_another || goes_on() {
            return None;
        }
        let start = from as usize + at;
        Some((words, times, ViewSpan::new(start, start + words.len())))
    })
}

/// What makes words of doubling part of others: 翻番计划, 翻番式增长.
const GOES_ON: [char; 6] = ['计', '目', '式', '行', '任', '工'];

/// Whether `subject`, the words in front of those of doubling, names something of which none of `told` speaks.
fn is_another(subject: &str, told: &[&str]) -> bool {
    const LEADING: &[&str] = &[
        "实现",
        "完成",
        "达到",
        "达成",
        "已",
        "也",
        "均",
        "都",
        "近乎",
        "接近",
        "将近",
        "近",
        "大约",
        "约",
        "几乎",
        "差不多",
        "基本",
        "大致",
        "大体",
        "整整",
        "同比",
        "总体",
        "整体",
        "较上年",
        "比上年",
        "较去年",
        "比去年",
        "了",
        "一年",
        "两年",
        "三年",
        "年内",
        "左右",
        "正好",
        "相当于",
        "几近",
        "快",
        "时间",
        "间",
    ];
    let mut rest = subject;
    while let Some(shorter) = search::ahead(rest, LEADING) {
        rest = shorter;
    }
    rest = cues::COUNTED.iter().chain(&["规模"]).find_map(|word| rest.strip_suffix(word)).unwrap_or(rest);
    while let Some(shorter) = search::behind(rest, LEADING) {
        rest = shorter;
    }
    let Some((at, _)) = rest.char_indices().rev().nth(1) else { return false };
    let head = rest.get(at..).unwrap_or(rest);
    !told.iter().any(|words| words.contains(head))
}

/// The words of doubling in the clause before the pair that begins at `index`: 立案数翻一番，从 43 件增加到 86 件. Behind another
/// pair they are of that one.
fn words_ahead(passage: &Passage<'_>, index: usize) -> Option<(&'static str, i128, ViewSpan)> {
    let first = passage.mentions.get(index)?;
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    if before.is_some_and(|before| before.segment == first.segment && arrives(before)) {
        return None;
    }
    let (clause, _) = first.run_up.strip_suffix(first.before)?.rsplit_once('，')?;
    let clause = clause.trim_end_matches('了');
    let (words, times) = WORDS.iter().find(|(words, _)| clause.ends_with(words))?;
    let end = first.quantity.span.start as usize - first.run_up.len() + clause.len();
    Some((words, *times, ViewSpan::new(end - words.len(), end)))
}
