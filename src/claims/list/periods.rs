//! Parts of the year and the sum of them: 前三季度受理 412 件，第四季度受理 138 件，全年受理 550 件.
//!
//! *Invariant:* the parts have no month in common, are all the months of the sum, and tell of the same thing in the same
//! words; what is a level and no amount (平均, 在册, 浓度) has no sum.

use super::Opener;
use super::whole::fits;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::flow::movement::{Movement, movement};
use crate::claims::label;
use crate::claims::period::{self, Months};
use crate::claims::scope;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::{Class, Decimal};
use crate::search;

/// The figures before the one at `index` that tell of parts of its time, and how sure it is that they add up.
pub fn parts_of_period(passage: &Passage<'_>, index: usize) -> Option<(Opener, Vec<usize>)> {
    let total = passage.mentions.get(index)?;
    if total.depth > 0 || total.has(Cue::Comparison) {
        return None;
    }
    // Few figures tell their time, so that is asked first.
    let (wanted, own, words) = time_at(passage, index)?;
    let mut whose = own;
    if is_level(total) {
        return None;
    }
    let sum = core(words);
    let (mut parts, mut named, mut sentence) = (Vec::new(), Months::NONE, total.sentence);
    for (at, part) in passage.back_from(index) {
        // 全年五项工作获表彰: what words count in a sentence of its own is no sum of figures.
        let is_counted_in_words = total.quantity.is_chinese && part.sentence < total.sentence;
        if part.sentence + 1 < sentence || named == wanted || is_counted_in_words {
            break;
        }
        if part.depth > 0 || part.has(Cue::Comparison) || !fits(passage, index, at) {
            continue;
        }
        let Some((months, owner, words)) = time_at(passage, at) else { continue };
        // 全年受理 445 件、办结 396 件: another sum of the same time.
        if months == wanted && part.clause == total.clause {
            continue;
        }
        if !months.are_in(wanted) || months == wanted {
            break;
        }
        // 一季度受理 118 件、办结 90 件: another thing of the same time is passed over.
        // 市本级一至四季度分别办结 6 件、…。全年累计办结 1238 件: of a sentence of its own the sum is of more, unless it says whose.
        let is_narrower =
            own.is_empty() && !owner.is_empty() && !owner.starts_with('全') && part.sentence < total.sentence;
        let is_of_another = is_narrower || !owner.is_empty() && !whose.is_empty() && owner != whose;
        if is_of_another || !are_of_one_thing(core(words), sum) {
            continue;
        }
        whose = if whose.is_empty() { owner } else { whose };
        named = named.and(months)?;
        parts.push(at);
        sentence = part.sentence;
    }
    parts.reverse();
    let is_all = named == wanted && parts.len() >= 2 && !is_level(passage.mentions.get(*parts.first()?)?);
    if !is_all {
        return None;
    }
    let is_likely = may_come_again(total) || says_more(sum, &parts, passage);
    Some((if is_likely { Opener::AllOf } else { Opener::Reversed }, parts))
}

/// The months that the words before `mention` name, whose they are and what is told of them; 上半年，全区共受理 612 件: they
/// may have a clause of their own.
fn time_of<'a>(mention: &Mention<'a>) -> Option<(Months, &'a str, &'a str)> {
    let ahead = || {
        let (clause, _) = mention.run_up.strip_suffix(mention.before)?.rsplit_once('，')?;
        let (months, owner, rest) = period::of(clause.rsplit(['，', '；']).next()?)?;
        rest.is_empty().then_some((months, owner, mention.before))
    };
    period::of(mention.before).or_else(ahead)
}

/// The same of the figure at `index`, which may share the time of those before it: 一季度受理 118 件、办结 90 件.
fn time_at<'a>(passage: &Passage<'a>, index: usize) -> Option<(Months, &'a str, &'a str)> {
    const MOST: usize = 3;
    let mention = passage.mentions.get(index)?;
    if let Some(shared_out) = time_in_order(passage, index) {
        return Some(shared_out);
    }
    let own = time_of(mention);
    if own.is_some() || mention.lead != Lead::Pause || mention.before.is_empty() {
        return own;
    }
    let (_, first) = passage.back_from(index).take(MOST).find(|(_, before)| before.lead != Lead::Pause)?;
    let (months, owner, _) = time_of(first).filter(|_| first.clause == mention.clause)?;
    Some((months, owner, mention.before))
}

/// 上半年、下半年受理量分别为 320 件、410 件: the time of the figure at `index` where a row of times is shared out among as many
/// figures, in order.
fn time_in_order<'a>(passage: &Passage<'a>, index: usize) -> Option<(Months, &'a str, &'a str)> {
    const MOST: usize = 12;
    let goes_on = |mention: &Mention<'_>| mention.lead == Lead::Pause && mention.before.is_empty();
    let mention = passage.mentions.get(index)?;
    let head = match goes_on(mention) {
        false => index,
        true => passage.back_from(index).take(MOST).find(|(_, before)| !goes_on(before))?.0,
    };
    let first = passage.mentions.get(head)?;
    if !first.has(Cue::Respectively) && !first.before.contains("依次") {
        return None;
    }
    let clause = first.run_up.rsplit(['，', '；']).next()?;
    let (names, verb) = search::split(clause, "分别").or_else(|| search::split(clause, "依次"))?;
    if let Some(found) = part_of_all(passage, (head, index), names, verb) {
        return Some(found);
    }
    let count = names.split('、').count();
    let behind = passage.ahead_from(head + 1).take(MOST).take_while(|(_, next)| goes_on(next)).count();
    let (months, owner, _) = period::of(names.split('、').nth(index - head)?)?;
    // What is counted stands behind the last of the times, or it is told by the verb.
    let (_, _, noun) = period::of(names.rsplit('、').next()?)?;
    let words = if noun.is_empty() { verb.trim_start_matches(['为', '是']) } else { noun };
    (count >= 2 && count == behind + 1).then_some((months, owner, words))
}

/// 一至四季度分别审核 37 件、52 件、46 件、61 件: the time of the figure at `index` where the words name all parts of the year at once, and
/// the row from `head` on has one figure for each.
fn part_of_all<'a>(
    passage: &Passage<'a>,
    (head, index): (usize, usize),
    names: &'a str,
    verb: &'a str,
) -> Option<(Months, &'a str, &'a str)> {
    const QUARTERS: &[&str] = &["一季度", "二季度", "三季度", "四季度"];
    const HALVES: &[&str] = &["上半年", "下半年"];
    const OF_QUARTERS: &[&str] = &[
        "一至四季度",
        "一到四季度",
        "一季度至四季度",
        "第一季度至第四季度",
        "第一至第四季度",
        "第一至四季度",
        "1至4季度",
        "1—4季度",
        "1-4季度",
        "四个季度",
        "各季度",
    ];
    const OF_THREE: &[&str] = &[
        "一至三季度",
        "一季度至三季度",
        "第一季度至第三季度",
        "第一至第三季度",
        "一到三季度",
        "1至3季度",
        "前三季度",
        "前三个季度",
    ];
    const OF_HALVES: &[&str] = &["上下半年", "上、下半年", "两个半年"];
    let of = |parts: &'static [&'static str], all: &[&str]| {
        search::ending(names, all).and_then(|all| names.strip_suffix(all)).map(|owner| (parts, owner))
    };
    // 四个季度: the number is a figure of its own.
    let number = head.checked_sub(1).and_then(|at| passage.mentions.get(at));
    let are_four = number.is_some_and(|number| {
        number.quantity.is_chinese
            && number.quantity.value == Decimal::whole(4)
            && passage
                .mentions
                .get(head)
                .is_some_and(|first| first.clause == number.clause && first.lead == Lead::Nothing)
    });
    let (parts, owner) = (are_four && names == "季度")
        .then_some((QUARTERS, ""))
        .or_else(|| of(QUARTERS, OF_QUARTERS))
        .or_else(|| of(HALVES, OF_HALVES))
        .or_else(|| of(QUARTERS.split_last()?.1, OF_THREE))?;
    let row = passage.ahead_from(head + 1).take(QUARTERS.len() + 1);
    let count = 1 + row.take_while(|(_, next)| next.lead == Lead::Pause && next.before.is_empty()).count();
    let (months, _, _) = period::of(parts.get(index - head)?)?;
    let owner = owner.trim_start_matches(['全', '年']);
    (count == parts.len()).then_some((months, owner, verb.trim_start_matches(['为', '是'])))
}

/// What is counted, without the words of a sum and a verb that says no more than that it was done: 开展普法宣传.
fn core(words: &str) -> &str {
    // 1至11月，全市受理 and 12月受理: what all of them did.
    let rest = if words.starts_with('全') { scope::without(words) } else { words };
    let rest = rest.trim_start_matches("累计").trim_start_matches("总").trim_start_matches("合计");
    let rest = label::strip(rest.trim_start_matches("共计"));
    search::behind(rest, cues::LIGHT).filter(|rest| !rest.is_empty()).unwrap_or(rest)
}

/// 上半年立案 41 件、下半年 36 件，全年立案查处违法占地案件 17 件: whether `sum` says so much more than the first of `parts` that it may
/// be of some of them.
fn says_more(sum: &str, parts: &[usize], passage: &Passage<'_>) -> bool {
    const MUCH: usize = 5;
    let first = parts.first().and_then(|&first| time_at(passage, first));
    first.is_some_and(|(_, _, words)| search::length(sum) >= core(words).chars().count() + MUCH)
}

/// 受理案件 and 受理: one says less than the other, and nothing else; or one is short for the other.
fn are_of_one_thing(one: &str, other: &str) -> bool {
    one.starts_with(other)
        || other.starts_with(one)
        || one.ends_with(other)
        || other.ends_with(one)
        || is_short_for(one, other)
        || is_short_for(other, one)
        || is_turned(one, other)
        || is_turned(other, one)
}

/// 审查政府合同, or 审查 alone, and 经县司法局合法性审查的政府合同: whether `long` tells what `one` does of its noun in an attribute.
fn is_turned(one: &str, long: &str) -> bool {
    const VERB: usize = 2;
    let Some((done, noun)) = long.strip_prefix(['经', '由']).and_then(|rest| rest.split_once('的')) else {
        return false;
    };
    let verb = label::last_characters(done, VERB);
    let rest = one.strip_prefix(verb).filter(|_| search::length(verb) == VERB);
    rest.is_some_and(|rest| rest.is_empty() || rest == noun)
}

/// 接访 and 接待群众来访, 收件 and 收到群众信件: whether the two signs of `short` begin and end `long`. What tells of only some (接待重复来访),
/// of an outcome (办结件 is no 办件) or of several things is not what it is short for.
fn is_short_for(short: &str, long: &str) -> bool {
    const LONGEST: usize = 8;
    const OF_SOME: &[&str] = &[
        "重", "初", "未", "不", "新", "主要", "典型", "其他", "结", "成", "完", "通过", "、", "和", "及",
        "与",
    ];
    let inner = || {
        let mut signs = short.chars();
        let (first, last) = (signs.next()?, signs.next()?);
        long.strip_prefix(first)?.strip_suffix(last)
    };
    search::length(short) == 2
        && search::length(long) <= LONGEST
        && inner().is_some_and(|inner| !label::has(inner, OF_SOME))
}

/// Whether `mention` tells how much there is at a time, so that parts of the year do not add up.
fn is_level(mention: &Mention<'_>) -> bool {
    const LEVELS: &[&str] = &[
        "平均", "人均", "日均", "月均", "户均", "浓度", "在册", "在岗", "在编", "在库", "现有", "存量",
        "库存", "余额", "结余", "达到", "保有", "拥有", "从业", "末", "底", "率", "排名", "指数",
    ];
    let stock = matches!(movement(mention), Some(Movement::Opening | Movement::Closing));
    stock || label::has(mention.before, LEVELS) || label::has(mention.before, cues::AVERAGE)
}

/// 上半年检查企业 212 家: the same enterprise may be visited in both halves. What comes newly comes once.
fn may_come_again(total: &Mention<'_>) -> bool {
    let is_a_thing = matches!(
        total.quantity.class(),
        Some(
            Class::Person
                | Class::Word("家" | "户" | "个" | "所" | "辆" | "村" | "处" | "座" | "栋" | "间" | "艘")
        )
    );
    is_a_thing && !matches!(movement(total), Some(Movement::Inflow | Movement::Outflow))
}
