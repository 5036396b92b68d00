//! Names that count who or what acts together, with these in front: 由公安、交通、城管组成的三方联动, “警格+网格+法律服务”三方联动,
//! 人民调解、行政调解、司法调解三调联动.
//!
//! *Invariant:* what is counted stands right in front of the name, in one pair of quotation marks, between 由 and 组成的, or with the sign of
//! the name at the end of each; only a near miss is called one.

use super::labels::joints;
use super::{Listed, compared};
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::Passage;
use crate::claims::{Operand, Statement};
use crate::facts::Decimal;
use crate::numeral;
use crate::search;
use crate::source::ViewSpan;

/// What stands behind the number of such a name.
const NAMES: &[&str] = &[
    "方联动",
    "方联调",
    "方会商",
    "方协同",
    "方共治",
    "方联席",
    "方协作",
    "方联合",
    "方共建",
    "调联动",
    "调一体",
];

/// The most bytes in front of a name that are looked at.
const FARTHEST: usize = 240;

/// The most and the fewest of a row.
const MOST: usize = 9;
const FEWEST: usize = 2;

/// The statements of the names in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let words = passage.between(passage.paragraph.start, passage.end());
    out.extend(names(words).filter_map(|(at, name)| claim(passage, words.get(..at)?, name)));
}

/// Whether such a name stands in `words`.
pub fn may_stand_in(words: &str) -> bool {
    names(words).next().is_some()
}

/// Where such names begin in `words`: the number, its sign and what stands behind it.
fn names(words: &str) -> impl Iterator<Item = (usize, (u32, char, &'static str))> {
    words.match_indices(['方', '调']).filter_map(|(behind, _)| {
        let sign = words.get(..behind)?.chars().next_back()?;
        let number = numeral::digit(sign).filter(|number| *number >= 2 && !sign.is_ascii_digit())?;
        let name = search::beginning(words.get(behind..)?, NAMES)?;
        Some((behind - sign.len_utf8(), (number, sign, name)))
    })
}

/// The statement of the name of `number` and what stands behind it, with the words `ahead` of it in its paragraph.
fn claim(
    passage: &Passage<'_>,
    ahead: &str,
    (number, sign, name): (u32, char, &'static str),
) -> Option<Statement> {
    let start = passage.paragraph.start as usize + ahead.len();
    let ahead = label::last_characters(ahead, FARTHEST / '一'.len_utf8());
    let row = quoted(ahead).or_else(|| made_up_of(ahead)).or_else(|| with_sign(ahead, name))?;
    let from = start - ahead.len() + ahead.find(row.words)?;
    let is_near = number.abs_diff(u32::try_from(row.count).ok()?) <= 1;
    if !is_near || !(FEWEST..=MOST).contains(&row.count) {
        return None;
    }
    let stated = Operand {
        role: "stated",
        value: Decimal::whole(i128::from(number)),
        unit: name.get(..'方'.len_utf8()).unwrap_or("").into(),
        label: format!("{sign}{name}"),
        span: ViewSpan::new(start, start + sign.len_utf8() + name.len()),
        digits: None,
    };
    let most = row.count + row.joints;
    let span = ViewSpan::new(from, from + row.words.len());
    let listed = Listed { least: row.count, likely: row.count, most, span, is_open_ended: row.is_open_ended };
    compared(stated, &listed, false)
}

/// What stands in front of a name.
struct Row<'a> {
    words: &'a str,
    count: usize,
    joints: usize,
    is_open_ended: bool,
}

/// “网格+调解+法律服务”: what one pair of quotation marks holds.
fn quoted(ahead: &str) -> Option<Row<'_>> {
    let (_, words) = ahead.strip_suffix('”')?.rsplit_once('“')?;
    let mark = if words.contains('+') { '+' } else { '、' };
    let count = words.split(mark).filter(|item| !item.is_empty()).count();
    let joints = words.split(mark).map(joints).sum();
    (count >= FEWEST && !words.contains('”')).then_some(Row {
        words,
        count,
        joints,
        is_open_ended: words.ends_with('等'),
    })
}

/// 由公安、交通运输、城管组成的: the bodies that act together.
fn made_up_of(ahead: &str) -> Option<Row<'_>> {
    const ENDS: &[&str] = &["共同组成的", "组成的", "共同参与的", "参与的", "参加的", "构成的"];
    let ahead = ahead.trim_end_matches('“');
    let end = search::ending(ahead, ENDS)?;
    let clause = ahead.strip_suffix(end)?.rsplit(['，', '。', '；', '：', '\n']).next()?;
    let (_, words) = clause.rsplit_once('由')?;
    let is_open_ended = words.ends_with('等');
    let pauses = words.matches('、').count();
    // 公安、交通和城管: the last joint joins two.
    let last = words.rsplit('、').next().unwrap_or("");
    let joined = usize::from(cues::AND.iter().any(|joint| search::split(last, joint).is_some()));
    let joints = words.split('、').map(joints).sum::<usize>();
    (pauses > 0).then_some(Row {
        words,
        count: pauses + 1 + joined,
        joints: joints.saturating_sub(joined),
        is_open_ended,
    })
}

/// 人民调解、行政调解、司法调解 in front of 三调联动: a row of which each ends in a word with the sign of the name.
fn with_sign<'a>(ahead: &'a str, name: &str) -> Option<Row<'a>> {
    const WORDS: [(char, &str); 1] = [('调', "调解")];
    let sign = name.chars().next()?;
    let (_, word) = WORDS.into_iter().find(|(of, _)| *of == sign)?;
    let ahead = ahead.trim_end_matches('“');
    let words = ahead.rsplit(['，', '。', '；', '：', '\n']).next()?;
    let items: Vec<&str> = words.split(['、', '与', '和']).collect();
    let are_alike =
        items.len() > FEWEST && items.iter().all(|item| item.ends_with(word) && item.len() > word.len());
    are_alike.then_some(Row { words, count: items.len(), joints: 0, is_open_ended: false })
}
