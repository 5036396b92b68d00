//! So many of each against all of them: 6 个街道各 2 名，共 12 名; 4 支分队，每支 6 人，共 24 人; 每季度检查 3 次，全年检查 12 次.
//!
//! *Invariant:* both figures that are multiplied stand right before the sum and are exact; what else of its kind the
//! sentence counts leaves the sum alone.

use super::cues;
use super::label;
use super::rate::share_two_characters;
use super::scope;
use super::statement::{Lead, Mention, Passage};
use super::{Claim, Fault, Operand, Reason, Statement, figure, judge};
use crate::facts::{Class, Decimal, Precision};
use crate::review::{ClaimKind, Status};
use crate::search;
use crate::source::ViewSpan;

/// Words of which the figure behind is no exact one, or not yet so.
const LOOSE: &[&str] = &[
    "至少",
    "不少于",
    "不低于",
    "不超过",
    "最多",
    "平均",
    "约",
    "原则上",
    "以上",
    "以内",
    "计划",
    "拟",
    "将",
    "可",
    "应",
    "要求",
    "上限",
];

/// Parts of a year, and how many there are of each.
const PERIODS: &[(&str, i128)] =
    &[("每季度", 4), ("每季", 4), ("每个季度", 4), ("每月", 12), ("每个月", 12), ("每半年", 2)];

/// The statements about so many of each in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    for (index, sum) in passage.mentions.iter().enumerate().skip(1) {
        if sum.lead == Lead::Comma && is_exact(sum) {
            out.extend(in_the_year(passage, index).or_else(|| of_each(passage, index)));
        }
    }
    for sum in passage.mentions.iter().filter(|sum| is_exact(sum)) {
        out.extend(once_in_each(sum));
    }
}

/// 每季度召开一次联席会议，全年共召开 3 次: 一次 is no figure of its own, so it is read of the clause in front of the sum.
fn once_in_each(sum: &Mention<'_>) -> Option<Statement> {
    let done = deed_of(sum.before.strip_prefix("全年")?);
    let clause = sum.run_up.strip_suffix(sum.before)?.strip_suffix('，')?;
    let clause = clause.rsplit(['，', '；', '。', '：']).next()?;
    let (word, times, (ahead, deed)) =
        PERIODS.iter().find_map(|(word, times)| Some((*word, *times, search::split(clause, word)?)))?;
    let once = ["一", sum.quantity.word()].concat();
    let (verb, noun) = deed.split_once(&once)?;
    let verb = deed_of(verb);
    // 听取一次法治建设情况汇报: 听取汇报.
    let is_of_its_end = !verb.is_empty() && done.strip_prefix(verb).is_some_and(|rest| noun.ends_with(rest));
    let is_told = !ahead.ends_with(['起', '后', '前', '至', '半', '季', '月', '末'])
        && !label::has(clause, LOOSE)
        && !noun.contains(&once)
        && search::length(done) >= 2
        && (verb == done || verb.starts_with(done) || is_of_its_end);
    let computed = Decimal::whole(times);
    let excess = computed.minus(sum.quantity.base()?)?;
    if !is_told || sum.quantity.word().is_empty() || !(sum.after.is_empty() || noun == sum.after) {
        return None;
    }
    let (status, equation, fault) = match excess.is_zero() {
        true => (Status::Holds, format!("{times} × 1 = {computed}"), None),
        false => {
            let fault = Fault { computed, excess, certain: false, reason: Reason::Arithmetic };
            (Status::Broken, format!("{times} × 1 = {computed} ≠ {}", figure(sum.quantity)), Some(fault))
        }
    };
    let end = sum.start as usize - '，'.len_utf8();
    let start = end - clause.len() + clause.find(word)?;
    let part = Operand {
        value: computed,
        span: ViewSpan::new(start, end),
        digits: None,
        ..Operand::of("part", sum)
    };
    Some(Claim::new(ClaimKind::Total, status, equation, None, vec![Operand::of("total", sum), part], fault))
}

/// 每季度开展检查 3 次，全年开展检查 12 次.
fn in_the_year(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let (each, sum) = (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index)?);
    let done = sum.before.strip_prefix("全年")?;
    let (word, times, (ahead, deed)) =
        PERIODS.iter().find_map(|(word, times)| Some((*word, *times, search::split(each.before, word)?)))?;
    // 9月起每月开展检查 2 次: not all the year.
    if ahead.contains(['起', '后', '前', '至', '半', '季', '月', '末']) {
        return None;
    }
    // 每季度印发通报 1 期，全年印发 5 期: the sum may leave out of what it is.
    let (deed, done) = (deed_of(deed), deed_of(done));
    let is_shorter = search::length(done) >= 2 && deed.starts_with(done);
    let is_same = !deed.is_empty()
        && (deed == done || is_shorter)
        && (each.after == sum.after || sum.after.is_empty() && deed == done);
    if !is_same || !is_pair(each, sum) || label::has(each.before, LOOSE) {
        return None;
    }
    // 因疫情停1次: what follows says why it is another number.
    let behind = sum.quantity.span.end + sum.after.len() as u32;
    let told = label::first_words(passage.between(behind, passage.end()));
    if label::has(told, &["，因", "，除", "，其中", "（因", "（除", "（含"]) {
        return None;
    }
    judged(each, sum, Decimal::whole(times), &times.to_string(), word)
}

/// `words` without the small ones in front.
fn deed_of(words: &str) -> &str {
    const SMALL: &[&str] =
        &["共计", "累计", "总共", "共", "已", "定期", "固定", "均", "各", "组织", "召集", "集中"];
    let mut rest = words;
    while let Some(shorter) = search::behind(rest, SMALL) {
        rest = shorter;
    }
    rest
}

/// The most characters of a measure word behind 每.
const LONGEST_MEASURE: usize = 2;

/// Verbs of how a group is made up.
const MADE_UP: &[&str] =
    &["抽调", "抽派", "选派", "选调", "派出", "调派", "调集", "投入", "出动", "组织", "安排"];

/// 6 个街道各配备 2 名，共 12 名.
fn of_each(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let group_index = index.checked_sub(2)?;
    let (groups, each, sum) = (
        passage.mentions.get(group_index)?,
        passage.mentions.get(index.checked_sub(1)?)?,
        passage.mentions.get(index)?,
    );
    let words = scope::without(sum.before);
    let told = words.strip_prefix(search::beginning(words, cues::ALL_SUMS)?)?;
    let is_of_it = told.is_empty()
        || is_same_verb(told, each.before)
        || share_two_characters(told, each.before)
        || share_two_characters(told, each.after)
        || share_two_characters(told, groups.before);
    let takes_up = |words: &str| {
        [each.before, each.after, groups.after].iter().any(|of| share_two_characters(words, of))
    };
    // 督察组 6 个，每组 5 人，共抽调干部 30 人: of those who make up the groups any verb may be told.
    let is_made_up = sum.quantity.class() == Some(Class::Person)
        && each.before.strip_prefix('每').is_some_and(|rest| search::length(rest) <= LONGEST_MEASURE)
        && label::begins(told, MADE_UP);
    let is_of_it = is_of_it || is_made_up;
    // 各配备 1 架，共有 15 架: some were there before.
    // 每个 8 人，共有宣讲员 96 人: without a verb it says how many there are.
    let is_bare = each.before.strip_prefix('每').is_some_and(|rest| search::length(rest) <= LONGEST_MEASURE);
    let is_stock = told.starts_with('有') && !each.before.ends_with(['各', '有', '均']) && !is_bare;
    let is_of_it = is_of_it && !is_stock;
    let is_taken_up = sum.after.is_empty() || sum.after == each.after || takes_up(sum.after);
    let is_alone = passage
        .back_from(group_index)
        .take_while(|(_, other)| other.sentence == sum.sentence)
        .all(|(_, other)| other.quantity.class() != sum.quantity.class());
    let is_row = groups.sentence == each.sentence
        && groups.depth == each.depth
        && is_exact(groups)
        && groups.quantity.value >= Decimal::whole(2)
        && is_pair(each, sum)
        && !label::has(each.before, LOOSE)
        && !label::has(groups.before, LOOSE);
    // 12 个科室和 4 个直属单位均明确 1 名: more than one kind of groups.
    let is_joined = groups.lead == Lead::Pause
        || group_index
            .checked_sub(1)
            .and_then(|at| passage.mentions.get(at))
            .is_some_and(|other| other.clause == groups.clause && label::begins(groups.before, cues::AND));
    if !is_row || is_joined || !is_of_it || !is_taken_up || !is_alone || !is_told_of_each(groups, each) {
        return None;
    }
    let times = groups.quantity.base()?;
    let found = judged(each, sum, times, &figure(groups.quantity), "")?;
    // 培训班 4 期，每期 50 人: how many came each time is a round figure.
    let is_round = sum.quantity.class() == Some(Class::Person)
        && matches!(groups.quantity.word(), "期" | "场" | "次" | "届" | "轮" | "场次" | "班");
    let is_slip = found.fault.is_some_and(|fault| judge::is_one_slip(sum.quantity.value, fault.computed));
    (found.status == Status::Holds || !is_round || is_slip).then_some(found)
}

/// Whether `told` is no more than the verb of `words`: 建成 of 各建议事亭, 聘任 of 各聘.
fn is_same_verb(told: &str, words: &str) -> bool {
    const LONGEST: usize = 2;
    let behind = words.rsplit(['各', '每', '均']).next().unwrap_or("");
    let first = |words: &str| words.chars().next();
    search::length(told) <= LONGEST && first(told).is_some() && first(told) == first(behind)
}

/// Whether `each` is told of each of the `groups`: 6 个街道各 2 名, 8 个乡镇均配备 4 台, 4 支，每支 6 人.
pub(super) fn is_told_of_each(groups: &Mention<'_>, each: &Mention<'_>) -> bool {
    const LONGEST_NOUN: usize = 8;
    // 各类 and 各级 are all together.
    const KINDS: &[char] = &['类', '项', '级', '种', '方', '地', '界', '为'];
    let is_noun = |noun: &str| search::length(noun) <= LONGEST_NOUN;
    let is_each_of = |rest: &str, noun: &str| {
        let measure = groups.quantity.word();
        !measure.is_empty() && rest.starts_with(measure)
            || (1..=3).any(|count| ending(noun, count).is_some_and(|end| rest.starts_with(end)))
    };
    match each.lead {
        Lead::Nothing => {
            let words = each.before;
            let shared = words
                .rsplit_once('各')
                .is_some_and(|(noun, verb)| is_noun(noun) && !noun.is_empty() && !verb.starts_with(KINDS));
            let alike =
                words.rsplit_once('均').is_some_and(|(noun, _)| is_noun(noun) && !noun.ends_with('平'));
            shared
                || alike
                || words.split_once('每').is_some_and(|(noun, rest)| is_noun(noun) && is_each_of(rest, noun))
        }
        Lead::Comma => {
            let rest = each.before.strip_prefix('每');
            each.clause == groups.clause + 1
                && rest.is_some_and(|rest| {
                    is_each_of(rest, groups.after)
                        || is_each_of(rest, groups.before)
                        || is_each_place(rest, groups.after)
                })
        }
        _ => false,
    }
}

/// 9 个县均建成服务点，每县 3 个 or 每地 3 个: whether `rest` behind 每 says no more than the places with which `groups` begin.
fn is_each_place(rest: &str, groups: &str) -> bool {
    const PLACES: &[&str] = &["县", "区", "市", "镇", "乡", "村", "街道", "社区", "园区"];
    search::beginning(groups, PLACES).is_some_and(|place| rest == place || rest == "地")
}

/// The last `count` characters of `words`.
fn ending(words: &str, count: usize) -> Option<&str> {
    words.char_indices().rev().nth(count.checked_sub(1)?).and_then(|(at, _)| words.get(at..))
}

/// Whether the figure is a plain count.
pub(super) fn is_exact(mention: &Mention<'_>) -> bool {
    let quantity = mention.quantity;
    quantity.precision == Precision::Exact
        && quantity.is_amount()
        && quantity.factor == 1
        && quantity.value.places() == 0
        && quantity.measure.is_some()
}

/// Whether `sum` stands in the clause right behind `each` and counts alike.
fn is_pair(each: &Mention<'_>, sum: &Mention<'_>) -> bool {
    is_exact(each)
        && (each.quantity.class() == sum.quantity.class() || come_each_time(each, sum))
        && each.sentence == sum.sentence
        && each.clause + 1 == sum.clause
        && each.depth == sum.depth
}

/// 每期 60 人，共 180 人次: whether persons come each time and are counted as often in the sum.
fn come_each_time(each: &Mention<'_>, sum: &Mention<'_>) -> bool {
    matches!(each.quantity.word(), "人" | "名") && sum.quantity.word() == "人次"
}

/// `times` so many as `each` against the `sum`; `word` is what says how many times where no figure does.
pub(super) fn judged(
    each: &Mention<'_>,
    sum: &Mention<'_>,
    times: Decimal,
    shown: &str,
    word: &str,
) -> Option<Statement> {
    let computed = each.quantity.base()?.times(times)?;
    let written = sum.quantity.base()?;
    let excess = computed.minus(written)?;
    let product = format!("{shown} × {} = {computed}", figure(each.quantity));
    let fault = Fault { computed, excess, certain: false, reason: Reason::Arithmetic };
    let (status, equation, fault) = match excess.is_zero() {
        true => (Status::Holds, product, None),
        false => (Status::Broken, format!("{product} ≠ {}", figure(sum.quantity)), Some(fault)),
    };
    let start = each.start + each.before.find(word).unwrap_or(0) as u32;
    let part = Operand {
        value: computed,
        span: ViewSpan { start, ..each.quantity.span },
        digits: None,
        ..Operand::of("part", each)
    };
    let operands = vec![Operand::of("total", sum), part];
    Some(Claim::new(ClaimKind::Total, status, equation, None, operands, fault))
}
