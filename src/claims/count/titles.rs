//! 《》 in a row against the number behind or before them.
//!
//! *Invariant:* a row has at least two titles; one title may be an example.

use super::lead::{self, Lead};
use super::numbered_titles;
use super::steps::{Join, TitleRow, is_added, join};
use super::{DOCUMENTS, Listed, may_count, statement};
use crate::claims::Statement;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::facts::TokenKind;
use crate::review::Status;
use crate::search;

/// 《》 in a row against the number behind or before them.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let mut index = passage.range.start;
    // The rows that the last one is joined to, taken together, and how.
    let mut chain: Option<(TitleRow, Join)> = None;
    let mut previous: Option<TitleRow> = None;
    while index < passage.range.end {
        if passage.kind(index) != Some(TokenKind::Title) {
            index += 1;
            continue;
        }
        let (count, last) = title_row(passage, index);
        let row = TitleRow { first: index, last, count };
        let all = previous.and_then(|before| {
            let joined = join(passage, before, row)?;
            let (earlier, how) = chain.unwrap_or((before, joined));
            let how = if how == joined { how } else { Join::Follows };
            Some((TitleRow { first: earlier.first, last, count: earlier.count + count }, how))
        });
        if let Some((all, how)) = all
            && let Some(found) = number_of_all(passage, row, all, how)
        {
            out.push(found);
        } else if count >= 2 && !is_added(passage, row) {
            out.extend(number_behind(passage, row).or_else(|| number_before(passage, row)));
        }
        if all.is_none() {
            out.extend(numbered_titles::sum(passage, index));
        }
        (chain, previous) = (all, Some(row));
        index = last + 1;
    }
}

/// The number behind `row` against `all` the titles that the words join to it, or where they leave it open, against
/// either.
fn number_of_all(passage: &Passage<'_>, row: TitleRow, all: TitleRow, how: Join) -> Option<Statement> {
    let stated = passage.figure_behind(row.last)?;
    let words = without_bracket(passage.between(passage.span(row.last).end, stated.quantity.span.start));
    let sum = lead::sum(words)?;
    let is_sum = sum.is_told || (sum.points_back && sum.is_apart);
    if !(is_sum && may_count(stated) && counts_documents(stated)) {
        return None;
    }
    let is_of_all = how == Join::Adds || sum.is_apart;
    let least = if is_of_all { all.count } else { row.count.min(all.count) };
    let span = passage.span(all.first).join(passage.span(all.last));
    let listed = Listed { least, likely: all.count, most: all.count, span, is_open_ended: false };
    // Of three rows the words may mean the last two.
    statement(stated, &listed, how == Join::Adds)
}

/// How many titles follow each other from `first` on, and the token of the last.
pub(super) fn title_row(passage: &Passage<'_>, first: usize) -> (usize, usize) {
    let (mut count, mut last, mut index) = (1, first, first + 1);
    let mut depth = 0;
    while let Some(kind) = passage.kind(index) {
        match kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close if depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            TokenKind::Pause | TokenKind::Comma => {}
            TokenKind::Title if is_joined(passage, last, index) => {
                count += 1;
                last = index;
            }
            _ => break,
        }
        index += 1;
    }
    (count, last)
}

/// Whether nothing but marks, brackets, 和 and 及 stands between two titles.
fn is_joined(passage: &Passage<'_>, left: usize, right: usize) -> bool {
    let between = passage.between(passage.span(left).end, passage.span(right).start);
    let mut depth = 0;
    let rest: String = between
        .chars()
        .filter(|ch| {
            match ch {
                '（' => depth += 1,
                '）' => depth -= 1,
                _ => return depth == 0,
            }
            false
        })
        .collect();
    matches!(rest.as_str(), "" | "、" | "，" | "和" | "及" | "以及" | "与")
}

fn number_behind(passage: &Passage<'_>, row: TitleRow) -> Option<Statement> {
    let TitleRow { last, count, .. } = row;
    let span = passage.span(row.first).join(passage.span(last));
    let stated = passage.figure_behind(last)?;
    let between = passage.between(passage.span(last).end, stated.quantity.span.start);
    let words = without_bracket(between);
    let rest = words.strip_prefix('等').unwrap_or(words);
    let is_open_ended = rest.len() < words.len();
    // 《甲》《乙》，两个文件均已备案: behind a mark the number takes the titles up where it says what they are.
    let names_documents = || label::has(label::first_characters(stated.after, LONGEST_NOUN), DOCUMENTS);
    let tied = lead::sum(rest).is_some_and(|sum| {
        !sum.is_apart || names_documents() || ((sum.is_told || sum.points_back) && stated.after.is_empty())
    });
    let counts_them = counts_documents(stated) || counts_writings(passage, row, stated);
    (tied && may_count(stated) && counts_them && !counts_copies(passage, row, stated))
        .then(|| {
            statement(stated, &Listed { least: count, likely: count, most: count, span, is_open_ended }, true)
        })
        .flatten()
}

/// Whether the number counts documents, or anything that a document may be.
fn counts_documents(stated: &Mention<'_>) -> bool {
    label::has(stated.after, DOCUMENTS)
        || matches!(
            stated.quantity.measure.map(|measure| measure.word),
            Some("件" | "部" | "项" | "份" | "个")
        )
}

/// 《甲报告》《乙报告》共 2 篇报告: whether the number counts what the titles are called. 《甲日报》《乙日报》等 12 篇报道 are printed in them,
/// and 《以案释法》（一）（二）共 24 篇案例 are what they hold.
fn counts_writings(passage: &Passage<'_>, row: TitleRow, stated: &Mention<'_>) -> bool {
    let noun = label::first_characters(stated.after, 2);
    let is_called_so = |at: usize| {
        let span = passage.span(at);
        passage.kind(at) != Some(TokenKind::Title) || passage.between(span.start, span.end).contains(noun)
    };
    stated.quantity.measure.is_some_and(|measure| measure.word == "篇")
        && search::length(noun) == 2
        && (row.first..=row.last).all(is_called_so)
}

/// 《监督意见书》《督办函》29 份: whether the number counts papers that are filled in once for each case, and not their names.
fn counts_copies(passage: &Passage<'_>, row: TitleRow, stated: &Mention<'_>) -> bool {
    const FORMS: &[char] = &['书', '函', '单', '表', '证', '卡'];
    let is_form = |at: usize| {
        let span = passage.span(at);
        let title = passage.between(span.start, span.end).trim_end_matches('》');
        passage.kind(at) != Some(TokenKind::Title) || (title.ends_with(FORMS) && !title.ends_with("白皮书"))
    };
    let is_of_copies =
        matches!(stated.quantity.measure.map(|measure| measure.word), Some("份" | "张" | "封"));
    is_of_copies && stated.after.is_empty() && (row.first..=row.last).all(is_form)
}

fn without_bracket(words: &str) -> &str {
    let close = if words.starts_with('（') { words.rfind('）') } else { None };
    close.and_then(|close| words.get(close + '）'.len_utf8()..)).unwrap_or(words)
}

fn number_before(passage: &Passage<'_>, row: TitleRow) -> Option<Statement> {
    let TitleRow { first, last, count } = row;
    let span = passage.span(first).join(passage.span(last));
    let stated = passage.figure_before(first)?;
    let between = passage.between(stated.quantity.span.end, passage.span(first).start);
    if let Some(noun) = noun_before_titles(between) {
        // 废止的两部文件——《甲》《乙》, 出台 2 部规章《甲》《乙》.
        let behind = passage.between(passage.span(last).end, passage.span(last).end + '等'.len_utf8() as u32);
        let listed =
            Listed { least: count, likely: count, most: count, span, is_open_ended: behind == "等" };
        let is_document = DOCUMENTS.iter().any(|word| noun.ends_with(word));
        return (is_document && may_count(stated)).then(|| statement(stated, &listed, true)).flatten();
    }
    let words = between.strip_prefix(stated.after).filter(|words| !words.is_empty()).unwrap_or(between);
    // 新出台的 4 部法规中，《甲》《乙》为新制定: these are some of them.
    let is_bare = words == "，" && !stated.after.ends_with('中');
    let lead = lead::of(words).or(Some(Lead::All).filter(|_| is_bare))?;
    let by_colon = matches!(words, "：" | "（");
    let counts_documents = label::has(stated.before, DOCUMENTS) || label::has(stated.after, DOCUMENTS);
    let behind = passage.between(passage.span(last).end, passage.end());
    let is_open_ended = behind.starts_with('等') || lead == Lead::Some;
    let listed = Listed { least: count, likely: count, most: count, span, is_open_ended };
    // 立法调研项目 5 个，即《甲》《乙》…: what is named by titles need not be called a document where the row ends its clause.
    let number = stated.quantity.value.to_whole().and_then(|whole| usize::try_from(whole).ok());
    let is_near = || number.is_some_and(|number| number.abs_diff(count) <= 1);
    let ends_clause = || behind.is_empty() || behind.starts_with(['，', '。', '；', '）', '等', '\n']);
    let may_be_titles = || {
        !is_bare
            && lead == Lead::All
            && (count >= 3 || !words.starts_with("，包"))
            && TITLED.contains(&stated.quantity.word())
            && ends_clause()
            && is_near()
    };
    // 审查文件 5 件，涉及《土地管理法》: what they are about, and none of them.
    let is_law = || passage.between(passage.span(first).start, passage.span(last).end).ends_with("法》");
    let is_tied = counts_documents || by_colon || may_be_titles();
    let fits = is_tied
        && may_count(stated)
        && (words.starts_with('—') || search::length(stated.after) <= 14)
        && (lead != Lead::Likely || words == "，为" || ends_clause() && is_near() && !is_law());
    match untitled_behind(passage, last) {
        _ if !fits => None,
        None => statement(stated, &listed, true),
        // 《甲》《乙》和公园提升工程: what has no title is one more, unless its words may mean several.
        Some(further) => {
            let most = count + further.most;
            // Of an open list no more is sure than that there is one.
            let least = if further.is_open_ended { 1 } else { further.least };
            let listed = Listed { least: count + 1, likely: count + least, most, ..listed };
            let found = statement(stated, &Listed { is_open_ended: further.is_open_ended, ..listed }, false)?;
            (found.status == Status::Holds || !further.is_vague).then_some(found)
        }
    }
}

/// The most characters of a noun of documents with what they are: 规范性文件.
const LONGEST_NOUN: usize = 8;

/// How things are counted that may be called by titles.
const TITLED: &[&str] = &["件", "部", "项", "份", "个", "篇", "本", "门", "集", "首", "幅", "场", "期"];

/// What is listed without a title behind titles.
struct Untitled {
    least: usize,
    most: usize,
    is_open_ended: bool,
    /// Whether nobody can say how many things the words mean.
    is_vague: bool,
}

/// What 和, 及, 以及 or 、 joins to the title `last`, up to the end of the clause: 《甲》和公园提升工程.
fn untitled_behind(passage: &Passage<'_>, last: usize) -> Option<Untitled> {
    const LONGEST: usize = 80;
    let start = passage.span(last).end;
    let rest = label::first_characters(passage.between(start, passage.end()), LONGEST);
    let rest = rest.strip_prefix('，').filter(|rest| rest.starts_with("以及")).unwrap_or(rest);
    let joint = search::beginning(rest, cues::AND).or(rest.starts_with('、').then_some("、"))?;
    let words = rest.get(joint.len()..)?.split(['，', '；', '。', '：', '（', '\n']).next()?;
    if words.is_empty() {
        return None;
    }
    // 《甲》《乙》、排水工程和《丙》: the titles go on behind it.
    if words.contains('《') {
        return Some(Untitled { least: 1, most: 1, is_open_ended: true, is_vague: true });
    }
    let items: Vec<&str> = words.split('、').collect();
    let joints: usize = items.iter().map(|item| super::labels::joints(item)).sum();
    let is_open_ended = words.contains('等');
    // 及其实施细则 may be one for each, 和配套文件 several.
    let is_vague = items.len() > 1
        || joints > 0
        || words.starts_with('其')
        || label::has(words, &["配套", "相关", "有关", "系列", "若干", "一批", "其他", "各"])
        || !has_noun_at_end(words);
    Some(Untitled { least: items.len(), most: items.len() + joints, is_open_ended, is_vague })
}

/// Whether `words` end as the name of a document or a project does, so that they are no clause of their own.
fn has_noun_at_end(words: &str) -> bool {
    const NAMES: &[&str] = &["工程", "项目", "计划", "预案", "办法", "改造", "建设"];
    DOCUMENTS.iter().chain(NAMES).any(|end| words.ends_with(end))
}

/// The noun between a number and the titles that follow it without a mark, or behind a dash.
fn noun_before_titles(between: &str) -> Option<&str> {
    let noun = between.strip_suffix("——").or(between.strip_suffix('—')).unwrap_or(between);
    let is_words = noun.chars().all(|ch| ('一'..='龥').contains(&ch));
    (is_words && (1..=LONGEST_NOUN).contains(&search::length(noun))).then_some(noun)
}
