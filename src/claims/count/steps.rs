//! Titles that are named in several steps and counted together: 出台《甲》《乙》，连同《丙》共 3 部.
//!
//! *Invariant:* only words that add or tell what was done with a document join two rows; what a document was based on is
//! not counted.

use crate::claims::label;
use crate::claims::statement::Passage;
use crate::search;

/// Titles in a row: the tokens of the first and the last, and how many.
#[derive(Clone, Copy, Debug)]
pub struct TitleRow {
    /// The token of the first.
    pub first: usize,
    /// The token of the last.
    pub last: usize,
    /// How many there are.
    pub count: usize,
}

/// How two rows are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// 连同, 加上: the number behind is of both.
    Adds,
    /// 修订《甲》，制定《乙》: it may be of both, or of the last.
    Follows,
}

/// Words that add what follows to what was named.
const ADDITIVE: &[&str] = &["连同", "加上", "以及", "另有", "还有", "和", "及"];

/// What is done with a document.
const DONE: &[&str] = &[
    "审议通过",
    "印发实施",
    "修订完善",
    "制定出台",
    "研究制定",
    "出台",
    "印发",
    "制定",
    "修订",
    "修改",
    "废止",
    "发布",
    "颁布",
    "公布",
    "起草",
    "编制",
    "审议",
    "通过",
    "制发",
    "新修订",
    "新制定",
    "新出台",
];

/// Words in front of a document that others are based on.
const BASIS: &[&str] = &[
    "根据", "依据", "按照", "依照", "遵照", "贯彻", "落实", "实施", "执行", "对照", "参照", "围绕", "结合",
    "学习", "宣传", "为", "对",
];

/// How the titles `row` are joined to those of `before`, if they are.
pub fn join(passage: &Passage<'_>, before: TitleRow, row: TitleRow) -> Option<Join> {
    let words = passage.between(passage.span(before.last).end, passage.span(row.first).start);
    let words = words.trim_start_matches(['、', '，', '；']);
    let added = search::beginning(words, ADDITIVE);
    let rest = words.get(added.map_or(0, str::len)..)?;
    let rest = rest.trim_start_matches(['并', '已', '又', '新', '拟']);
    let verb = search::beginning(rest, DONE).or(Some("").filter(|_| added.is_some()))?;
    let is_all = matches!(rest.get(verb.len()..)?, "" | "了" | "的");
    let join = if added.is_some() { Join::Adds } else { Join::Follows };
    (is_all && !is_basis(passage, before)).then_some(join)
}

/// Whether something was done by the documents of `row`: 根据《甲》制定《乙》.
fn is_basis(passage: &Passage<'_>, row: TitleRow) -> bool {
    let words = words_before(passage, row);
    BASIS.iter().any(|word| words.ends_with(word)) || label::begins(words, &["根据", "依据", "按照", "依照"])
}

/// Whether `row` is added to something: 出台《甲》等制度，连同《乙》《丙》.
pub fn is_added(passage: &Passage<'_>, row: TitleRow) -> bool {
    label::has(words_before(passage, row), &["连同", "加上"])
}

/// The words between `row` and the mark or title before it.
fn words_before<'a>(passage: &Passage<'a>, row: TitleRow) -> &'a str {
    let from = row.first.checked_sub(1).map_or(0, |token| passage.span(token).end);
    passage.between(from.max(passage.paragraph.start), passage.span(row.first).start)
}
