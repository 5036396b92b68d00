//! Sums by what they are called: 全年合计, 总数为, 总人数, or the noun of all the figures before them.
//!
//! Takes a figure and the row before it; says whether its name makes it the sum of that row.
//!
//! *Invariant:* the words of the sum and the names of the parts decide; the values never do.

use super::backward::row_before;
use super::same_verb::is_of_verb_in_front;
use crate::claims::cues;
use crate::claims::kinds;
use crate::claims::label;
use crate::claims::parallel;
use crate::claims::scope;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// Whether the figure at `index` is called all of what stands before it, whatever parts these are.
pub fn is_all_by_name(passage: &Passage<'_>, index: usize) -> bool {
    let Some(total) = passage.mentions.get(index) else { return false };
    is_sum_of_the_year(total)
        || (is_total_by_name(total) && !is_behind_movements(passage, index))
        || takes_up_noun(passage, index)
        || matches!(total.before, "汇总" | "汇总后" | "汇总共")
        || is_sum_of_kinds(passage, index)
        || is_number_of_them(passage, index)
        || is_of_what_is_named_ahead(passage, index)
        || is_of_what_was_gone_through(passage, index)
        || is_of_verb_in_front(passage, index)
        || is_of_own_level_and_below(passage, index)
}

/// 市直部门公开信息 12860 条，县区公开 38640 条，全市合计公开信息 51500 条: what a place has in all, right behind what its own bodies and those
/// below it have.
fn is_of_own_level_and_below(passage: &Passage<'_>, index: usize) -> bool {
    const SUMS: &[&str] = &["合计", "总计", "共计", "总共", "一共", "累计", "共"];
    const OWN: &[&str] = &["直", "本级", "级"];
    const BELOW: &[&str] = &[
        "县区", "区县", "各县", "县市", "县（", "县级", "各区", "乡镇", "镇街", "街镇", "各乡", "各镇",
        "市县", "市州", "各市", "基层",
    ];
    let Some(total) = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma) else {
        return false;
    };
    let level = total.before.strip_prefix('全').and_then(|words| words.chars().next());
    let Some(level) = level.filter(|level| matches!(level, '省' | '市' | '州' | '县' | '区')) else {
        return false;
    };
    let sums = total.before.strip_prefix('全').and_then(|words| words.strip_prefix(level));
    let parts = row_before(passage, index, index, None);
    let row: Vec<&Mention<'_>> = parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let Some((first, others)) = row.split_first().filter(|(_, others)| !others.is_empty()) else {
        return false;
    };
    sums.is_some_and(|words| label::begins(words, SUMS))
        && first.before.strip_prefix(level).is_some_and(|rest| label::begins(rest, OWN))
        && others.iter().all(|part| label::begins(part.before, BELOW))
}

/// 村级调委会 186 个、镇级 14 个、行业性 12 个，人民调解组织总数 212 个: a longer noun and 总数 right behind three kinds or more that pause.
fn is_number_of_them(passage: &Passage<'_>, index: usize) -> bool {
    const LONGEST_NOUN: usize = 14;
    let Some(total) = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma) else {
        return false;
    };
    let words = total.before.trim_end_matches(['为', '达', '是']);
    let noun = search::ahead(words, &["总数", "总量", "合计", "共计", "总计"]);
    let row = || index.checked_sub(1).map(|last| passage.row_ending_at(last)).unwrap_or_default();
    noun.is_some_and(|noun| search::length(noun) <= LONGEST_NOUN)
        && row().len() >= 3
        && row().iter().skip(1).all(|part| part.lead == Lead::Pause)
}

/// 推行柔性执法，说服教育 2356 次，劝导示范 1120 次，指导约谈 132 次，全年柔性执法 3608 次: the noun that the clause in front of three kinds or more
/// names, of the whole year.
fn is_of_what_is_named_ahead(passage: &Passage<'_>, index: usize) -> bool {
    const YEAR: &[&str] = &["全年", "年内", "全年共", "年内共"];
    const SHORTEST: usize = 4;
    let Some(total) = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma) else {
        return false;
    };
    let noun = YEAR.iter().rev().find_map(|year| total.before.strip_prefix(year)).unwrap_or("");
    let parts = row_before(passage, index, index, None);
    let first = parts.first().and_then(|&first| passage.mentions.get(first));
    let ahead = first.and_then(|first| first.run_up.strip_suffix(first.before)).unwrap_or("");
    search::length(noun) >= SHORTEST && parts.len() >= 3 && ahead.contains(noun)
}

/// 继续有效 86 件，废止 14 件，失效 8 件，修改 6 件，共清理 114 件: what was gone through in all, right behind what was kept, changed and taken away.
fn is_of_what_was_gone_through(passage: &Passage<'_>, index: usize) -> bool {
    const VERBS: &[&str] = &["清理", "梳理", "审查", "审核", "评估", "复核", "核查", "排查"];
    let Some(total) = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma) else {
        return false;
    };
    let verb = search::behind(total.before, &["一共", "总共", "共计", "合计", "共"]);
    let parts = row_before(passage, index, index, None);
    let row: Vec<&Mention<'_>> = parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let labels: Vec<&str> = row.iter().map(|part| scope::without(label::label(part))).collect();
    verb.is_some_and(|verb| label::begins(verb, VERBS)) && labels.len() >= 3 && kinds::are_complete(&labels)
}

/// Whether words say that the row before the figure at `index` is all that it counts: what was granted and what was refused, or what was
/// told of all of them.
pub fn is_said_of_all(passage: &Passage<'_>, index: usize) -> bool {
    is_of_all_decided(passage, index) || is_told_of_all_in_between(passage, index)
}

/// 核准申请 324 件，不予核准 15 件，当年共办结申请 339 件: what was decided in all, right behind what was granted and what was not.
fn is_of_all_decided(passage: &Passage<'_>, index: usize) -> bool {
    const DECIDED: &[&str] = &["办结", "审结", "结案", "办毕", "作出决定"];
    const TIMES: &[&str] = &["当年", "全年", "年内", "今年", "本年"];
    let Some(total) = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma) else {
        return false;
    };
    let words = search::behind(total.before, TIMES).unwrap_or(total.before);
    let sum = search::behind(words, &["一共", "总共", "共计", "合计", "共"]);
    let is_of_all = sum.is_some_and(|verb| label::begins(verb, DECIDED));
    let pair = index.checked_sub(2).and_then(|at| passage.mentions.get(at..index));
    is_of_all
        && matches!(pair, Some([granted, refused]) if granted.segment == total.segment && is_refused_of(granted, refused))
}

/// 核准申请, 不予核准: whether `refused` counts those to which the verb of `granted` was denied.
fn is_refused_of(granted: &Mention<'_>, refused: &Mention<'_>) -> bool {
    const DENIALS: &[&str] = &["不予", "未予", "未获", "未"];
    let verb = search::behind(refused.before, DENIALS);
    let verb = verb.map_or("", |verb| label::first_characters(verb, 2));
    let ahead = search::split(granted.before, verb).map(|(ahead, _)| ahead);
    search::length(verb) == 2 && ahead.is_some_and(|ahead| !label::ends_in_denial(ahead))
}

/// 法规草案 2 件、规章草案 3 件，已全部提请审议，共提请审议 5 件: whether the clause between a row and the sum tells that all of it went through what
/// the sum counts.
fn is_told_of_all_in_between(passage: &Passage<'_>, index: usize) -> bool {
    const ALL: &[&str] = &["全部", "均", "都", "悉数"];
    const VERB: usize = 2;
    let Some(total) = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma) else {
        return false;
    };
    let verb = search::behind(total.before, &["一共", "总共", "共计", "合计", "共"]);
    let Some(verb) = verb.filter(|verb| search::length(verb) >= VERB) else { return false };
    let row = index.checked_sub(1).map(|last| passage.row_ending_at(last)).unwrap_or_default();
    let Some(last) = row.last().filter(|last| row.len() >= 2 && last.clause + 2 == total.clause) else {
        return false;
    };
    let between = passage.between(last.quantity.span.end, total.quantity.span.start);
    let told = between.strip_suffix(total.before).unwrap_or("");
    label::has(told, ALL) && told.contains(verb)
}

/// 甲领域 33 件，乙领域 18 件，丙领域 7 件，总数为 58 件: a bare noun of sums with 为 or 达 behind three parts or more of one form, of
/// which none moves a stock; 总数 may else be of what there is by now.
pub fn is_sum_of_like_parts(passage: &Passage<'_>, index: usize) -> bool {
    const COPULAS: &[&str] = &["达到", "为", "达", "是", "共"];
    let Some(total) = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma) else {
        return false;
    };
    let noun = search::ahead(total.before, COPULAS);
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

/// 全年合计 behind figures of parts of the year; they need not be all of them.
fn is_sum_of_the_year(total: &Mention<'_>) -> bool {
    matches!(total.before, "全年合计" | "全年共计" | "全年总计" | "全年累计" | "年内合计" | "年度合计")
        && total.lead == Lead::Comma
}

/// 总人数 26 人, 总量为 318 件.
fn is_total_by_name(total: &Mention<'_>) -> bool {
    const LONGEST_NAME: usize = 4;
    let words = total.before.trim_end_matches(['为', '达', '是']);
    // 总盘子 132 件, 总规模 86 万元: a short noun that begins with 总.
    let is_any = words.starts_with('总') && (2..=LONGEST_NAME).contains(&search::length(words));
    // 会议总次数 100 次: a noun may stand before it.
    let is_number = words.split_once('总').is_some_and(|(noun, name)| {
        search::length(noun) <= LONGEST_NAME && name.ends_with('数') && search::length(name) < LONGEST_NAME
    });
    total.lead == Lead::Comma
        && (is_any
            || is_number
            || cues::TOTALS
                .iter()
                .any(|name| words.strip_suffix(name).is_some_and(|noun| search::length(noun) <= 4)))
}

/// 修订 8 部、废止 4 部、新立 3 部，制度总数为 14 部: whether some of the row before the figure at `index` came and some went, so that what
/// is told behind it is what there is now.
fn is_behind_movements(passage: &Passage<'_>, index: usize) -> bool {
    let parts = row_before(passage, index, index, None);
    let labels = || parts.iter().filter_map(|&part| passage.mentions.get(part)).map(label::label);
    labels().any(|label| label.starts_with('新') || label::begins(label, cues::INFLOW))
        && labels().any(|label| label::begins(label, cues::OUTFLOW))
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
        || of_the_whole_year(total).is_some()
        || search::ending(total.before, cues::SUMS_ALONE).is_some();
    // 指派律师办理 756 件，指派法律工作者办理 184 件，合计办理 940 件; and 共筹集 846 万元 behind three sums of money or more.
    const LONGEST_VERB: usize = 4;
    let is_verb = search::behind(total.before, cues::SUMS_ALONE)
        .is_some_and(|verb| search::length(verb) <= LONGEST_VERB);
    let is_behind_a_row = || index.checked_sub(1).is_some_and(|last| passage.row_ending_at(last).len() >= 3);
    let is_of_the_year = || {
        of_the_whole_year(total).is_some_and(|verb| search::length(verb) <= LONGEST_VERB)
            && index.checked_sub(1).is_some_and(|last| are_like_parts(&passage.row_ending_at(last)))
    };
    if is_verb || (label::begins(total.before, cues::ALL_SUMS) && is_behind_a_row()) || is_of_the_year() {
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

/// What stands behind 全年共 in front of `total`.
fn of_the_whole_year<'a>(total: &Mention<'a>) -> Option<&'a str> {
    const YEAR: &[&str] = &["全年", "年内", "一年来", "今年"];
    search::behind(search::behind(total.before, YEAR)?, &["共计", "合计", "共"])
}

/// 进社区 62 场、进学校 35 场、进工地 18 场: whether three figures or more pause and are named in the same way.
fn are_like_parts(row: &[&Mention<'_>]) -> bool {
    let labels: Vec<&str> = row.iter().map(|part| label::label(part)).collect();
    row.len() >= 3
        && row.iter().skip(1).all(|part| part.lead == Lead::Pause)
        && parallel::are_parallel(labels.get(1..).unwrap_or(&[]))
}

/// AAA级 14 家，AA级 37 家，A级 9 家，参评企业共 60 家: a noun and 共 behind three kinds or more of one form.
fn is_sum_of_kinds(passage: &Passage<'_>, index: usize) -> bool {
    const LONGEST_NOUN: usize = 8;
    let Some(total) = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma) else {
        return false;
    };
    let noun = search::ahead(total.before, cues::SUMS_AND_TOGETHER);
    if noun.is_none_or(|noun| search::length(noun) > LONGEST_NOUN) {
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

/// 31 个部门和 9 个街道共 40 个单位, or 对 11 个市和 24 个部门开展督察，共督察 35 个单位: the two figures that 和 joins in front of a sum of
/// bodies at `index`.
pub fn joined_in_front(passage: &Passage<'_>, index: usize) -> Option<Vec<usize>> {
    const BODIES: &[&str] = &["单位", "部门", "主体", "责任单位", "成员单位", "执法主体", "机构", "责任主体"];
    const LONGEST_NOUN: usize = 8;
    const VERB: usize = 2;
    let total = passage.mentions.get(index)?;
    let at = index.checked_sub(2)?;
    let [first, last] = passage.mentions.get(at..index)? else { return None };
    let noun = total.before.strip_suffix('共').filter(|_| total.lead == Lead::Nothing);
    let verb = total.before.strip_prefix('共').filter(|_| total.lead == Lead::Comma);
    let is_beside = noun.is_some_and(|noun| {
        !noun.is_empty()
            && search::length(noun) <= LONGEST_NOUN
            && label::begins(total.after, BODIES)
            && last.clause == total.clause
    });
    // The verb of the sum is that of the clause in front, which has no other figures.
    let is_told_again = || {
        let behind = passage.between(last.quantity.span.end, total.start);
        verb.and_then(|verb| search::ending(verb, BODIES).map_or(Some(verb), |body| verb.strip_suffix(body)))
            .is_some_and(|verb| search::length(verb) == VERB && behind.contains(verb))
            && (label::begins(total.after, BODIES) || search::ending(total.before, BODIES).is_some())
            && last.clause + 1 == total.clause
            && first.before.ends_with('对')
    };
    let counts = |part: &Mention<'_>| {
        part.quantity.is_amount()
            && part.quantity.class() == total.quantity.class()
            && part.clause == last.clause
            && part.sentence == total.sentence
            && part.depth == total.depth
    };
    let is_joined = last.lead == Lead::Pause && last.before.is_empty();
    let begins = !matches!(first.lead, Lead::Pause | Lead::Nothing);
    let is_sum = is_beside || is_told_again();
    (is_sum && is_joined && begins && counts(first) && counts(last)).then(|| vec![at, at + 1])
}
