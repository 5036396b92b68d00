//! Lists that are summed up from behind: 甲 29 起、乙 14 起，合计 43 起.
//!
//! *Invariant:* the words before the sum say no more than that a sum follows.

use super::after_changes;
use super::backward::{is_told_with_it, row_before, told_with};
use super::enumerated;
use super::left_out;
use super::numbered::{self, number_of_parts};
use super::periods::parts_of_period;
use super::same_verb;
use super::sum_words::{number_of, reached, sums_up};
use super::told_of_all::{row_of, takes_up_things, tells_of_all};
use super::whole::{fits, is_base};
use super::{List, Opener};
use crate::claims::addends::{self, Addends, named_together, numbered_together};
use crate::claims::cues;
use crate::claims::kinds;
use crate::claims::label;
use crate::claims::parallel;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search::{self, Words};

/// Every sum from behind is told by one of these, or by one of those in its run-up.
const MAY_SUM: Words = Words::of(&["共", "总", "计", "全年", "合为", "达"]);
const MAY_ADD_UP: Words = Words::of(cues::ADDED_UP);

/// Words between a row and a figure that is none of it.
const APART: Words = Words::of(&["此外", "不纳入", "未纳入", "不计入", "未计入", "不列入"]);

/// 参训 290 人全部通过: of those who took part something may be told that is true of no others.
const TAKING_PART: &[&str] = &["参加", "参训", "参考", "参评", "实到", "到会", "出席", "报名", "抽"];

/// 同意设立 27 家，不同意设立 3 家，同意设立的 27 家均已挂牌: whether the figure at `index` has the name of one before it in its
/// sentence, and is of that alone.
fn takes_up_one(passage: &Passage<'_>, index: usize) -> bool {
    let Some(again) = passage.mentions.get(index) else { return false };
    passage
        .back_from(index)
        .take_while(|(_, one)| one.sentence == again.sentence)
        .any(|(_, one)| one.quantity.class() == again.quantity.class() && label::names_again(again, one))
}

/// The lists that the figure at `index` sums up from behind; a second one where its parts have a second measure word.
pub fn reversed_at(passage: &Passage<'_>, index: usize, known: &[List]) -> Vec<List> {
    // 两项占拆除总数 25 座的 92%: a base is more than what stands before it.
    let Some(total) = passage.mentions.get(index).filter(|total| may_sum(total) && !is_base(passage, index))
    else {
        return Vec::new();
    };
    let list = |whole: usize, opener: Opener, parts: Vec<usize>| List {
        whole,
        others: Vec::new(),
        is_distant: false,
        parts,
        names: Vec::new(),
        rows: Vec::new(),
        opener,
        is_open_ended: false,
    };
    let with_further = |opener: Opener, parts: Vec<usize>| {
        let further = told_with(passage, &parts);
        let mut lists = vec![list(index, opener, parts)];
        lists.extend(further.into_iter().filter_map(|row| {
            let whole = companion_of(passage, index, *row.first()?)?;
            Some(list(whole, opener, row))
        }));
        lists
    };
    // 特种设备类 135 件，此外，其他案件不纳入统计，计 412 件: what is told apart sums up nothing.
    if APART.stand_in(total.run_up) || left_out::counts_in_two_units(passage, index) {
        return Vec::new();
    }
    if let Some((opener, parts)) = parts_of_period(passage, index) {
        return with_further(opener, parts);
    }
    if let Some(parts) = enumerated::row_before(passage, index) {
        return with_further(Opener::Reversed, parts);
    }
    if let Some((opener, parts)) = after_changes::parts(passage, index) {
        return vec![list(index, opener, parts)];
    }
    // 两支队伍 413 人全部参训: of how many it is may stand in front.
    let numbered_all = tells_of_all(total).then(|| number_of(total.before)).flatten();
    let goes_on = takes_up_things(passage, index);
    let is_of_all = (tells_of_all(total)
        && !label::has(total.before, TAKING_PART)
        && matches!(total.lead, Lead::Comma | Lead::Nothing)
        || goes_on
        || numbered_all.is_some())
        // 完成 61 项，其余 8 项均达到序时进度; 未出庭的 4 件均经准许: what is left is no sum.
        && !total.is_rest()
        && !total.before.contains(['未', '不'])
        && !takes_up_one(passage, index);
    if !is_of_all && !MAY_SUM.stand_in(total.before) && !MAY_ADD_UP.stand_in(total.run_up) {
        return Vec::new();
    }
    // A级 212 家、B级 803 家、C级 76 家，A级和B级合计 1015 家: of those that it names, and no others.
    // 警告、罚款两类处罚合计 193 件: they may stand in the sentence before.
    if let Some(names) = numbered_together(passage, index).or_else(|| named_together(total.run_up)) {
        let figures = |reach| addends::figures(passage, index, &names, reach);
        let own = figures(0);
        let is_unclear = matches!(own, Addends::Unclear);
        match if matches!(own, Addends::Found(_)) { own } else { figures(1) } {
            Addends::Found(parts) if parts.iter().all(|&part| fits(passage, index, part)) => {
                return vec![list(index, Opener::Named, parts)];
            }
            _ if is_unclear && total.lead != Lead::Nothing => return Vec::new(),
            _ => {}
        }
    }
    if let Some(row) = same_verb::sum_of_a_body(passage, index) {
        return vec![list(index, Opener::OfAllNamed, row.collect())];
    }
    let numbered = number_of_parts(passage, index);
    let (opener, limit) = if numbered.is_some() {
        (Opener::Numbered, numbered)
    } else if let Some(limit) = sums_up(sum_words(passage, index)) {
        (if limit.is_some() { Opener::Numbered } else { Opener::Reversed }, limit)
    } else if let Some(opener) = same_verb::takes_up_verb(passage, index) {
        (opener, None)
    } else if numbered_all.is_some() {
        (Opener::Numbered, numbered_all)
    } else if goes_on {
        (if total.before.is_empty() { Opener::OfAllNamed } else { Opener::AllOf }, None)
    } else if is_sum_of_like_parts(passage, index) {
        (Opener::Reversed, None)
    } else if is_sum_of_the_year(total)
        || (is_total_by_name(total) && !is_behind_movements(passage, index))
        || takes_up_noun(passage, index)
        || matches!(total.before, "汇总" | "汇总后" | "汇总共")
        || is_sum_of_kinds(passage, index)
        || is_of_all && total.lead == Lead::Comma
    {
        (Opener::AllOf, None)
    } else {
        return Vec::new();
    };
    // 三项 is not of the row that it numbers.
    let before = index - usize::from(numbered.is_some());
    let row = row_before(passage, index, before, limit);
    let parts = if limit.is_none() { above_subtotals(passage, index, row) } else { row };
    let Some(number) = limit else {
        return if parts.len() < 2 { Vec::new() } else { with_further(opener, parts) };
    };
    let is_told = label::has(total.run_up, cues::ALL_SUMS) || !(is_of_all || reached(total.before).is_some());
    if !is_told {
        let row = row_of(passage, (index, before), number);
        return row.map_or(Vec::new(), |row| with_further(Opener::AllOf, row));
    }
    let found = numbered::rows(passage, index, before, (number, parts), known);
    // 五类案件共 14 件，其中按日计罚为零: the one of which there is none has no figure in the row.
    let fewer = number.saturating_sub(numbered::told_as_none(passage, index));
    let with_figure = if (2..number).contains(&fewer) {
        let parts = row_before(passage, index, before, Some(fewer));
        numbered::rows(passage, index, before, (fewer, parts), known).rows
    } else {
        Vec::new()
    };
    let mut rows = found.rows.into_iter().chain(with_figure);
    let Some(first) = rows.next() else { return Vec::new() };
    let mut lists = with_further(opener, first);
    for list in lists.iter_mut() {
        list.is_distant = found.is_cut;
    }
    if let Some(first) = lists.first_mut() {
        first.rows = rows.collect();
    }
    lists
}

/// 三类合计 3120 人: of how many parts the figure at `index` says that it is the sum.
pub fn says_how_many(passage: &Passage<'_>, index: usize) -> Option<usize> {
    number_of_parts(passage, index).or_else(|| sums_up(sum_words(passage, index)).flatten())
}

/// 甲镇 41 件、乙镇 23 件，小计 64 件，丙镇 118 件，合计 182 件: `parts` without those of which a sum stands among them, and from the
/// last sum on that has the words of the one at `total`: what one 共 has summed up the next one only goes on from.
fn above_subtotals(passage: &Passage<'_>, total: usize, parts: Vec<usize>) -> Vec<usize> {
    let words = sum_words(passage, total);
    let mut kept: Vec<usize> = Vec::with_capacity(parts.len());
    let mut told = 0;
    for part in parts {
        let sum = sum_words(passage, part);
        if cues::SUMS_AND_TOGETHER.contains(&sum) {
            told = if sum == words { 0 } else { told };
            kept.truncate(told);
            told += 1;
        }
        kept.push(part);
    }
    kept
}

/// Whether `mention` counts something, so that it may be a sum.
fn may_sum(mention: &Mention<'_>) -> bool {
    mention.quantity.is_amount() && mention.quantity.measure.is_some()
}

/// 合计 67 宗、3040 亩: the further figure of the sum at `index` that counts as the one at `part` does.
fn companion_of(passage: &Passage<'_>, index: usize, part: usize) -> Option<usize> {
    let part = passage.mentions.get(part)?;
    passage
        .ahead_from(index + 1)
        .take_while(|(at, _)| is_told_with_it(passage, *at))
        .find(|(_, mention)| {
            // 检查 46 家次、发现隐患 120 条 …，合计 67 家次、158 条: the sum need not say again what it is of.
            mention.quantity.class() == part.quantity.class()
                && (mention.before == part.before || mention.before.is_empty())
        })
        .map(|(at, _)| at)
}

/// The words before the figure at `index` without the noun of the figure before it: 38 个行政村、21 个社区合计 59 个.
fn sum_words<'a>(passage: &Passage<'a>, index: usize) -> &'a str {
    let Some(total) = passage.mentions.get(index) else { return "" };
    let counts_first = index
        .checked_sub(1)
        .and_then(|before| passage.mentions.get(before))
        .is_some_and(|before| total.lead == Lead::Nothing && before.before.is_empty());
    if !counts_first {
        return total.before;
    }
    // 32 家二级医院、418 家卫生院共 450 家: 共 at the end of the words is no part of a noun.
    let bare = total.before.strip_suffix('共').map(str::len);
    let from = cues::SUMS.iter().find_map(|cue| search::find(total.before, cue)).or(bare);
    from.and_then(|from| total.before.get(from..)).unwrap_or(total.before)
}

/// 全年合计 behind figures of parts of the year; they need not be all of them.
fn is_sum_of_the_year(total: &Mention<'_>) -> bool {
    matches!(total.before, "全年合计" | "全年共计" | "全年总计" | "全年累计" | "年内合计" | "年度合计")
        && total.lead == Lead::Comma
}

/// 处罚案卷 72 卷、许可案卷 48 卷，共评查案卷 120 卷; 公办幼儿园 23 所、民办幼儿园 41 所，全县幼儿园合计 64 所: the sum has the noun
/// of all the figures before it.
fn takes_up_noun(passage: &Passage<'_>, index: usize) -> bool {
    let Some(total) = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma) else {
        return false;
    };
    // 共计划培训 70 人: another word.
    if total.before.starts_with("共计划") {
        return false;
    }
    let name = label::label(total);
    let noun = name.char_indices().rev().nth(1).and_then(|(at, _)| name.get(at..));
    let is_sum = label::begins(total.before, cues::ALL_SUMS)
        || search::ending(total.before, cues::SUMS_ALONE).is_some();
    // 指派律师办理 756 件，指派法律工作者办理 184 件，合计办理 940 件; and 共筹集 846 万元 behind three sums of money or more.
    const LONGEST_VERB: usize = 4;
    let is_verb = cues::SUMS_ALONE
        .iter()
        .find_map(|cue| total.before.strip_prefix(cue))
        .is_some_and(|verb| verb.chars().count() <= LONGEST_VERB);
    let is_behind_a_row = || index.checked_sub(1).is_some_and(|last| passage.row_ending_at(last).len() >= 3);
    if is_verb || (is_sum && is_behind_a_row()) {
        return true;
    }
    let Some(noun) = noun.filter(|_| is_sum) else { return false };
    let mut row = passage
        .back_from(index)
        .map(|(_, part)| part)
        .take_while(|part| part.segment == total.segment && part.bracket == total.bracket)
        .filter(|part| part.quantity.class() == total.quantity.class())
        .peekable();
    row.peek().is_some() && row.all(|part| label::label(part).ends_with(noun))
}

/// AAA级 14 家，AA级 37 家，A级 9 家，参评企业共 60 家: a noun and 共 behind three kinds or more of one form.
fn is_sum_of_kinds(passage: &Passage<'_>, index: usize) -> bool {
    const LONGEST_NOUN: usize = 8;
    let Some(total) = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma) else {
        return false;
    };
    let noun = cues::SUMS_AND_TOGETHER.iter().find_map(|cue| total.before.strip_suffix(cue));
    if noun.is_none_or(|noun| noun.chars().count() > LONGEST_NOUN) {
        return false;
    }
    let mut labels: Vec<&str> = passage
        .back_from(index)
        .map(|(_, part)| part)
        .take_while(|part| part.segment == total.segment && part.quantity.class() == total.quantity.class())
        .map(label::label)
        .collect();
    labels.reverse();
    // 通过 2467 人，未通过 318 人，申请人数总计 2785 人: two that leave nothing out are all as well.
    labels.len() >= 3 && parallel::are_parallel(&labels)
        || labels.len() == 2 && (kinds::are_complete(&labels) || parallel::leave_nothing(&labels))
}

/// 甲领域 33 件，乙领域 18 件，丙领域 7 件，总数为 58 件: a bare noun of sums with 为 or 达 behind three parts or more of one form, of
/// which none moves a stock; 总数 may else be of what there is by now.
fn is_sum_of_like_parts(passage: &Passage<'_>, index: usize) -> bool {
    const COPULAS: &[&str] = &["达到", "为", "达", "是", "共"];
    let Some(total) = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma) else {
        return false;
    };
    let noun = COPULAS.iter().find_map(|copula| total.before.strip_suffix(copula));
    if !noun.is_some_and(|noun| cues::TOTALS.contains(&noun)) {
        return false;
    }
    let parts = row_before(passage, index, index, None);
    let row: Vec<&Mention<'_>> = parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let labels: Vec<&str> = row.iter().map(|part| label::label(part)).collect();
    let moves = |label: &&str| {
        label.starts_with('新') || label::begins(label, cues::INFLOW) || label::begins(label, cues::OUTFLOW)
    };
    labels.len() >= 3 && kinds::end_alike(&labels) && !labels.iter().any(moves)
}

/// 修订 8 部、废止 4 部、新立 3 部，制度总数为 14 部: whether some of the row before the figure at `index` came and some went, so that what
/// is told behind it is what there is now.
fn is_behind_movements(passage: &Passage<'_>, index: usize) -> bool {
    let parts = row_before(passage, index, index, None);
    let labels = || parts.iter().filter_map(|&part| passage.mentions.get(part)).map(label::label);
    labels().any(|label| label.starts_with('新') || label::begins(label, cues::INFLOW))
        && labels().any(|label| label::begins(label, cues::OUTFLOW))
}

/// 总人数 26 人, 总量为 318 件.
fn is_total_by_name(total: &Mention<'_>) -> bool {
    const LONGEST_NAME: usize = 4;
    let words = total.before.trim_end_matches(['为', '达', '是']);
    // 总盘子 132 件, 总规模 86 万元: a short noun that begins with 总.
    let is_any = words.starts_with('总') && (2..=LONGEST_NAME).contains(&words.chars().count());
    total.lead == Lead::Comma
        && (is_any
            || cues::TOTALS
                .iter()
                .any(|name| words.strip_suffix(name).is_some_and(|noun| noun.chars().count() <= 4)))
}
