//! Colours and levels of government in a row, and behind them their number in one word: “红、橙、黄”三色, 县、乡、村三级.
//!
//! Neither is a figure: 三级 is a grade elsewhere, and 四色 counts nothing else.
//!
//! *Invariant:* every item is a known colour or level, nothing stands between the row and the number, and only a near miss
//! before a noun that such a row may have is called one.

use super::{Listed, compared};
use crate::claims::label;
use crate::claims::levels;
use crate::claims::statement::Passage;
use crate::claims::{Operand, Statement};
use crate::facts::Decimal;
use crate::numeral;
use crate::source::ViewSpan;

const COLOURS: &[char] = &['红', '橙', '黄', '绿', '蓝', '紫', '白', '黑', '灰', '青'];

/// What a row of colours or levels is of, where it is told with their number.
const NOUNS: &[&str] = &[
    "预警",
    "管理",
    "管控",
    "标识",
    "分级",
    "分类",
    "评价",
    "码",
    "动态",
    "督办",
    "清单",
    "网络",
    "网格",
    "体系",
    "联动",
    "平台",
    "机制",
    "调解",
    "政府",
    "法院",
    "检察",
    "干部",
    "责任",
    "架构",
    "服务",
    "阵地",
    "公共",
    "组织",
    "书记",
    "河长",
    "林长",
    "路长",
    "田长",
    "执法",
    "综治",
    "信访",
    "行政",
    "矛盾",
    "治理",
    "工作",
    "便民",
    "贯通",
    "同步",
    "一体",
    "全覆盖",
    "司法",
    "法律",
    "政务",
    "普法",
    "政务",
    "人民",
    "党",
    "队伍",
    "指挥",
    "监督",
    "协同",
    "法治",
];

/// The most bytes of a row in front of its number.
const LONGEST_ROW: usize = 120;

/// The statements about such rows in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let words = passage.between(passage.paragraph.start, passage.end());
    out.extend(numbers(words).filter_map(|at| claim(passage, words, at)));
}

/// Whether the number of such a row may stand in `words`.
pub fn may_stand_in(words: &str) -> bool {
    numbers(words).next().is_some()
}

/// Where 色 or 级 stands in `words` behind a numeral and a row.
fn numbers(words: &str) -> impl Iterator<Item = usize> {
    words.match_indices(['色', '级']).map(|(at, _)| at).filter(|&at| {
        let mut ahead = words.get(..at).unwrap_or("").chars().rev();
        let is_number = ahead.next().and_then(numeral::digit).is_some_and(|number| number >= 2);
        // 第三级, 十三级: no number of what stands before it.
        is_number && ahead.next().is_some_and(|ch| ch != '第' && !numeral::is_ordinal(ch) && ch != '、')
    })
}

/// The statement of the number in front of 色 or 级 at `at`.
fn claim(passage: &Passage<'_>, words: &str, at: usize) -> Option<Statement> {
    let (ahead, behind) = (words.get(..at)?, words.get(at..)?);
    let (unit, behind) = if let Some(behind) = behind.strip_prefix('色') {
        ("色", behind)
    } else {
        ("级", behind.strip_prefix('级')?)
    };
    let sign = ahead.chars().next_back()?;
    let number = usize::try_from(numeral::digit(sign)?).ok()?;
    let row = ahead.strip_suffix(sign)?;
    let (items, length) = match row.strip_suffix('”') {
        Some(quoted) => {
            let quoted = last_bytes(quoted, LONGEST_ROW).rsplit_once('“')?.1;
            (items_of(quoted, unit)?, quoted.len() + '”'.len_utf8() + '“'.len_utf8())
        }
        None => row_before(last_bytes(row, LONGEST_ROW), unit)?,
    };
    let (count, least) = (items.len(), least_of(&items, unit));
    let is_told = behind.is_empty()
        || behind.starts_with(|ch: char| !ch.is_alphanumeric())
        || label::begins(behind, NOUNS);
    // 街道、社区、网格、楼栋三级: between the two readings none is chosen.
    let is_right = number == count || number == least;
    let is_off_by_one = number + 1 == least || number == count + 1;
    if count < 2 || !(is_right || is_told && is_off_by_one) {
        return None;
    }
    let end = passage.paragraph.start as usize + row.len();
    let stated = Operand {
        role: "stated",
        value: Decimal::whole(i128::try_from(number).ok()?),
        unit: unit.into(),
        label: label::first_words(behind).to_owned(),
        span: ViewSpan::new(end, end + sign.len_utf8() + unit.len()),
        digits: None,
    };
    let span = ViewSpan::new(end - length, end);
    compared(stated, &Listed { least, likely: count, most: count, span, is_open_ended: false }, false)
}

/// The items of `quoted`, if each is one of what `unit` counts: 红、橙、黄 and 红橙黄.
fn items_of<'a>(quoted: &'a str, unit: &str) -> Option<Vec<&'a str>> {
    let items: Vec<&str> = if quoted.contains('、') || unit != "色" {
        quoted.split('、').collect()
    } else {
        quoted.char_indices().filter_map(|(at, sign)| quoted.get(at..at + sign.len_utf8())).collect()
    };
    items.iter().all(|item| is_item(item, unit)).then_some(items)
}

/// The items in a row at the end of `words`, the last first, and how long the row is.
fn row_before<'a>(words: &'a str, unit: &str) -> Option<(Vec<&'a str>, usize)> {
    let mut items = Vec::new();
    let mut length = 0;
    for piece in words.rsplit('、') {
        // The verb of the row stands before its first item: 构建区、街道、社区.
        let item = if is_item(piece, unit) { piece } else { item_at_the_end(piece, unit)? };
        length += item.len();
        items.push(item);
        if item.len() < piece.len() {
            break;
        }
        length += '、'.len_utf8();
    }
    let starts_the_text = length > words.len();
    Some((items, if starts_the_text { words.len() } else { length }))
}

/// How many levels of government there are among `items`, or how many colours.
fn least_of(items: &[&str], unit: &str) -> usize {
    if unit == "色" {
        return items.len();
    }
    let is_counted = |(at, item): &(usize, &&str)| {
        levels::of(item).is_some_and(|own| {
            levels::is_of_government(own)
                && !items.iter().take(*at).any(|other| levels::of(other) == Some(own))
        })
    };
    items.iter().enumerate().filter(is_counted).count()
}

fn is_item(words: &str, unit: &str) -> bool {
    if unit == "级" {
        return levels::of(words).is_some();
    }
    let mut signs = words.strip_suffix('色').unwrap_or(words).chars();
    signs.next().is_some_and(|sign| COLOURS.contains(&sign)) && signs.next().is_none()
}

/// The longest item with which `words` end.
fn item_at_the_end<'a>(words: &'a str, unit: &str) -> Option<&'a str> {
    const LONGEST_ITEM: usize = 4;
    let starts = words.char_indices().rev().map(|(at, _)| at).take(LONGEST_ITEM);
    starts.filter_map(|at| words.get(at..)).filter(|item| is_item(item, unit)).last()
}

/// The last characters of `words`, no more than so many bytes.
fn last_bytes(words: &str, most: usize) -> &str {
    let from = words.len().saturating_sub(most);
    (from..from + 4).find_map(|from| words.get(from..)).unwrap_or(words)
}
