//! Sums that take up the verb of the row in front of them: 分别放归 …，共放归 39 只; 三个中队分别查扣 …，全支队累计查扣 166 辆.
//!
//! *Invariant:* the sum has the verb of the row and says no more; where the row need not be all of it, only a near miss is
//! told.

use std::ops::Range;

use super::Opener;
use super::backward::row_before;
use crate::claims::cues;
use crate::claims::cues::SUMS_AND_TOGETHER;
use crate::claims::kinds;
use crate::claims::label;
use crate::claims::respective::{self, IN_ORDER};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::numeral;
use crate::search;

/// 分别放归大雁 12 只、白鹭 27 只，共放归 39 只: the sum has the verb of its row and nothing else; behind 分别 the row is all of it.
pub fn takes_up_verb(passage: &Passage<'_>, index: usize) -> Option<Opener> {
    const LONGEST_NUMBER: usize = 4;
    let total = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma)?;
    // 两季分别免疫 4200 头、3900 头，两季共免疫 8100 头: of how many it is the sum may stand in front.
    let ahead = || SUMS_AND_TOGETHER.iter().find_map(|cue| search::split(total.before, cue));
    let (number, verb) = ahead().filter(|(number, verb)| {
        let is_number = number.is_empty() || number.contains(|ch| crate::numeral::digit(ch).is_some());
        is_number && search::length(number) <= LONGEST_NUMBER && (2..=4).contains(&search::length(verb))
    })?;
    let parts = row_before(passage, index, index, None);
    if number.is_empty() && are_all_turns(passage, &parts, verb) {
        return Some(Opener::Reversed);
    }
    let row: Vec<&Mention<'_>> = parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let first = row.first().filter(|first| first.before.contains(verb))?;
    let is_of_all =
        if number.is_empty() { !tells_of_some(first) } else { is_of_so_many(number, parts.len()) };
    let is_row = parts.len() >= 2 && is_of_all && goes_on_with(&row, verb);
    let is_shared_out = label::has(first.before, IN_ORDER);
    let opener = if is_shared_out { Opener::Reversed } else { Opener::AllOf };
    is_row.then_some(opener)
}

/// 开展专项检查 13 次、日常检查 12 次、交叉检查 11 次，共开展各类检查 36 次: whether the sum at `index` says the verb of the row right in front of it again
/// and the noun of all its figures, or 各类 of them.
pub fn repeats_verb_and_noun(passage: &Passage<'_>, index: usize) -> bool {
    const SHORTEST_ROW: usize = 3;
    const VERB: usize = 2;
    let Some(total) = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma) else {
        return false;
    };
    let Some(words) = search::behind(total.before, &["共计", "合计", "总计", "共"]) else {
        return false;
    };
    let verb = label::first_characters(words, VERB);
    let noun = words.strip_prefix(verb).unwrap_or("");
    let is_of_kinds = label::begins(noun, &["各类", "各项", "各种", "各级各类"]);
    let parts = row_before(passage, index, index, None);
    let row: Vec<&Mention<'_>> = parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let Some(first) = row.first().filter(|first| row.len() >= SHORTEST_ROW && !tells_of_some(first)) else {
        return false;
    };
    let has_noun = |part: &&Mention<'_>| search::length(noun) >= VERB && part.before.ends_with(noun);
    search::length(verb) == VERB
        && label::strip(first.before).starts_with(verb)
        && first.clause + 1 == total.clause
        && row.iter().skip(1).all(|part| part.lead == Lead::Pause)
        && (is_of_kinds || row.iter().all(has_noun))
}

/// Whether the figures of `row` behind its first pause, have the `verb` again, or are kinds of one thing with the first: 办理涉外公证 12 件，国内
/// 公证 86 件.
fn goes_on_with(row: &[&Mention<'_>], verb: &str) -> bool {
    let are_of_one_thing =
        || kinds::end_alike(&row.iter().map(|part| label::label(part)).collect::<Vec<_>>());
    row.iter().skip(1).all(|part| part.lead == Lead::Pause || part.before.contains(verb))
        || are_of_one_thing()
}

/// 办理代表建议 146 件、委员提案 213 件，合计办理建议提案 359 件; 办理涉外公证 12 件、国内公证 86 件，共办证 98 件: whether the sum at `index` begins
/// with the verb of its row, whatever stands behind it, or is that verb and its object in short.
pub fn is_of_verb_in_front(passage: &Passage<'_>, index: usize) -> bool {
    const VERB: usize = 2;
    let Some(total) = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma) else {
        return false;
    };
    let parts = row_before(passage, index, index, None);
    let row: Vec<&Mention<'_>> = parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let Some(first) = row.first().filter(|first| row.len() >= 2 && !tells_of_some(first)) else {
        return false;
    };
    let alone = search::behind(total.before, cues::SUMS_ALONE);
    let repeats = alone.is_some_and(|words| {
        let verb = label::first_characters(words, VERB);
        search::length(verb) == VERB
            && label::strip(first.before).starts_with(verb)
            && goes_on_with(&row, verb)
    });
    repeats
        || {
            let word = alone.or_else(|| total.before.strip_prefix('共')).unwrap_or("");
            let mut signs = word.chars();
            let is_short_for = |verb: char, object: char| {
                let first = label::strip(first.before);
                let ends = |part: &&Mention<'_>| part.before.trim_end_matches('件').ends_with(object);
                first.starts_with(verb) && !first.starts_with(word) && row.iter().all(ends)
            };
            matches!((signs.next(), signs.next(), signs.next()), (Some(verb), Some(object), None) if is_short_for(verb, object))
        }
}

/// 分三批培训村干部，第一批 46 人，第二批 52 人，第三批 41 人，共培训 139 人: whether `parts` are the turns of what the sentence says to be done
/// with `verb`, all of those that it tells the number of.
fn are_all_turns(passage: &Passage<'_>, parts: &[usize], verb: &str) -> bool {
    let row: Vec<&Mention<'_>> = parts.iter().filter_map(|&part| passage.mentions.get(part)).collect();
    let Some(first) = row.first().filter(|_| row.len() >= 2) else { return false };
    let turn =
        |part: &Mention<'_>| numeral::ordinal_prefix(part.before.strip_prefix('第')?).map(|(at, _)| at);
    let Some((_, noun)) = first.before.strip_prefix('第').and_then(numeral::ordinal_prefix) else {
        return false;
    };
    let are_in_order =
        (1..).zip(&row).all(|(at, part)| turn(part) == Some(at) && part.before.ends_with(noun));
    let ahead = passage.between(first.sentence_start, first.start);
    let said = |number: String| ahead.contains(&format!("{number}{noun}"));
    let is_so_many = || {
        said(row.len().to_string())
            || u32::try_from(row.len()).is_ok_and(|count| said(numeral::write(count)))
            || row.len() == 2 && said("两".to_owned())
    };
    !noun.is_empty() && are_in_order && ahead.contains(verb) && is_so_many()
}

/// 两季, 三批, 市县两级: whether `words` hold the number `count`.
fn is_of_so_many(words: &str, count: usize) -> bool {
    let number = words.chars().find_map(crate::numeral::digit);
    number.and_then(|number| usize::try_from(number).ok()) == Some(count)
}

/// 本月放归 12 只、27 只: whether the row that begins with `first` is of less time than its sum may be, or of what mattered most.
fn tells_of_some(first: &Mention<'_>) -> bool {
    const OF_SOME: &[&str] = &["月", "周", "季", "半年", "重点", "主要", "其中", "当日", "新增"];
    label::has(first.run_up, OF_SOME)
}

/// The row that the figure at `index` sums up, where it is the whole of a body with the verb of the row.
pub fn sum_of_a_body(passage: &Passage<'_>, index: usize) -> Option<Range<usize>> {
    let total = passage.mentions.get(index).filter(|total| total.lead == Lead::Comma)?;
    let verb = verb_of_all(total.before)?;
    let row = respective::row_ending_before(passage, index)?;
    let head = passage.mentions.get(row.start)?;
    let number = passage.mentions.get(row.start.checked_sub(1)?)?;
    let is_number_of_them = number.quantity.is_chinese
        && number.clause == head.clause
        && number.quantity.value.to_whole().and_then(|number| usize::try_from(number).ok())
            == Some(row.len());
    let is_of_the_row = total.quantity.class() == head.quantity.class()
        && head.before.contains(verb)
        && !tells_of_some(head)
        && !leaves_some(passage, total);
    (is_number_of_them && is_of_the_row).then_some(row)
}

/// 全支队累计查扣: what the whole body did.
fn verb_of_all(words: &str) -> Option<&str> {
    const LONGEST_SCOPE: usize = 4;
    // 全年 may be more time than that of the row, and 全省 more places.
    const WIDER: &[char] = &['年', '国', '省', '部'];
    let words = words.strip_prefix('全')?;
    let (scope, verb) = cues::ALL_SUMS.iter().find_map(|sum| search::split(words, sum))?;
    let is_scope = (1..=LONGEST_SCOPE).contains(&search::length(scope)) && !scope.starts_with(WIDER);
    (is_scope && search::length(verb) >= 2).then_some(verb)
}

/// 全大队查处 1124 起，其余由机动中队查处: whether what stands behind `total` tells of others besides the row.
fn leaves_some(passage: &Passage<'_>, total: &Mention<'_>) -> bool {
    const OTHERS: &[&str] = &["其余", "其他", "其中", "另", "含", "包括", "还有"];
    let behind = passage.between(total.quantity.span.end, passage.end());
    label::begins(behind.trim_start_matches(['，', '；', '（', '。']), OTHERS)
}
