//! Shares said in words: 百分之九十七, 千分之0.48, 九成, 八成五, 三分之二, 一半.
//!
//! Takes the view and where a numeral begins, gives the figure in percent or per mille.
//!
//! *Invariant:* 成 and 分之 are figures only where nothing but a mark, 的 or a word of more or less stands behind them:
//! 近九成纳税人 speaks of people, 八成立 of nothing.

use super::Decimal;
use super::digits::lex_digits;
use super::measure::{Class, Measure};
use super::quantity::{Precision, Quantity};
use crate::numeral;
use crate::search;
use crate::source::ViewSpan;

/// Words before a share in words that make it an approximation or a bound, besides those of all figures.
const BEFORE: &[(&str, Precision)] = &[
    ("不足", Precision::AtMost),
    ("不到", Precision::AtMost),
    ("不满", Precision::AtMost),
    ("未到", Precision::AtMost),
    ("低于", Precision::AtMost),
    ("高于", Precision::AtLeast),
    ("过", Precision::AtLeast),
];

/// Words with which a sentence leads to a share.
const LEADING: &[char] = &[
    '为', '达', '到', '占', '约', '近', '超', '逾', '过', '率', '比', '是', '了', '有', '的', '足', '于',
    '至', '升', '降', '长', '增', '减', '高', '少', '落', '仅', '上', '以', '破',
];

/// Words behind a share that make it more or less than it says.
const BEHIND: &[(&str, Precision)] = &[
    ("以上", Precision::AtLeast),
    ("以下", Precision::AtMost),
    ("以内", Precision::AtMost),
    ("有余", Precision::AtLeast),
    ("左右", Precision::Approximate),
    ("上下", Precision::Approximate),
    ("多", Precision::AtLeast),
    ("余", Precision::AtLeast),
    ("强", Precision::AtLeast),
    ("弱", Precision::AtMost),
];

/// The bound that words before a share at byte `at` of `view` make of it, where they are not those of all figures.
pub fn bound_before(view: &str, at: usize) -> Option<Precision> {
    let before = view.get(..at)?;
    BEFORE.iter().find(|(word, _)| search::ends(before, word)).map(|(_, bound)| *bound)
}

/// The share that 百分之 or 千分之 at byte `at` begins: 百分之九十七, 百分之九十七点五, 千分之0.48; an error tells where
/// the lexer goes on.
pub fn per_hundred(view: &str, at: usize) -> Option<Result<Quantity, usize>> {
    let (word, class) = match view.get(at..)? {
        rest if rest.starts_with("百分之") => ("%", Class::Percent),
        rest if rest.starts_with("千分之") => ("‰", Class::PerMille),
        _ => return None,
    };
    let start = at + "百分之".len();
    let (value, end, is_chinese) = match lex_digits(view, start).filter(|(_, end)| *end > start) {
        Some((value, end)) => (value, end, false),
        None => match decimal_in_words(view.get(start..)?) {
            Some((value, length)) => (value, start + length, true),
            None => return Some(Err(start)),
        },
    };
    if view.get(end..)?.starts_with(['千', '万', '亿']) {
        return Some(Err(end));
    }
    let number = ViewSpan::new(start, end);
    let (measure, precision) = (Some(Measure { word, class }), Precision::Exact);
    let span = ViewSpan::new(at, end);
    Some(Ok(Quantity { span, number, value, factor: 1, measure, precision, is_chinese }))
}

/// The share in tenths or as a fraction that the numeral from byte `at` to `end` of `view` begins: 九成, 八成五, 三分之二, 一半;
/// `hedge` tells what the words before it make of any figure.
pub fn in_tenths(
    view: &str,
    at: usize,
    end: usize,
    hedge: impl FnOnce() -> Option<Precision>,
) -> Option<Quantity> {
    let rest = view.get(end..)?;
    let before = view.get(..at)?;
    let below = numeral::parse(view.get(at..end)?)?;
    let (value, length) = if let Some(behind) = rest.strip_prefix('成') {
        tenths(below, behind)?
    } else if let Some(behind) = rest.strip_prefix("分之") {
        fraction(below, behind)?
    } else {
        half(below, rest)?
    };
    let stop = end + length;
    let behind = view.get(stop..)?;
    let more = BEHIND.iter().find(|(word, _)| search::begins(behind, word));
    let after = more.and_then(|(word, _)| behind.get(word.len()..)).unwrap_or(behind);
    let is_whole = more.is_some() || ends_here(after);
    // 保持在九成以上, but not 在三分之一的乡镇.
    let is_led_to = before.ends_with(LEADING) || more.is_some() && before.ends_with('在');
    if !is_led_to || !is_whole {
        return None;
    }
    let precision = more
        .map(|(_, bound)| *bound)
        .or_else(hedge)
        .or_else(|| bound_before(view, at))
        .unwrap_or(Precision::Rounded);
    Some(Quantity {
        span: ViewSpan::new(at, stop),
        number: ViewSpan::new(at, stop),
        value,
        factor: 1,
        measure: Some(Measure { word: "%", class: Class::Percent }),
        precision,
        is_chinese: true,
    })
}

/// So many tenths with what stands behind 成, in percent, and how long 成 and it are: 八成五.
fn tenths(tenths: i128, behind: &str) -> Option<(Decimal, usize)> {
    let (ones, length) = match behind.chars().next() {
        Some('半') => (5, '半'.len_utf8()),
        Some(ch) => match numeral::digit(ch).filter(|digit| (1..10).contains(digit)) {
            Some(digit) => (i128::from(digit), ch.len_utf8()),
            None => (0, 0),
        },
        None => (0, 0),
    };
    (1..=10).contains(&tenths).then(|| (Decimal::whole(10 * tenths + ones), '成'.len_utf8() + length))
}

/// 一半, where `ones` is the numeral and `rest` stands behind it, in percent, and how long 半 is.
fn half(ones: i128, rest: &str) -> Option<(Decimal, usize)> {
    (ones == 1 && rest.starts_with('半')).then_some((Decimal::whole(50), '半'.len_utf8()))
}

/// The fraction with `below` under the line and the numeral at the beginning of `behind` above it, in percent, and how
/// long 分之 and the numeral are.
fn fraction(below: i128, behind: &str) -> Option<(Decimal, usize)> {
    const LARGEST: i128 = 20;
    let length: usize = behind.chars().take_while(|&ch| numeral::is_numeral(ch)).map(char::len_utf8).sum();
    let above = numeral::parse(behind.get(..length)?)?;
    let is_proper = (2..=LARGEST).contains(&below) && (1..below).contains(&above);
    let value = Decimal::whole(above).times(Decimal::whole(100))?.div_rounded(Decimal::whole(below), 1)?;
    is_proper.then_some((value, "分之".len() + length))
}

/// Whether what stands behind a share says nothing more of it.
fn ends_here(behind: &str) -> bool {
    behind
        .chars()
        .next()
        .is_none_or(|ch| matches!(ch, '，' | '。' | '；' | '、' | '：' | '）' | '（' | '\n' | '的'))
}

/// The numeral with which `words` begin, 点 and its digits included, and how long it is.
fn decimal_in_words(words: &str) -> Option<(Decimal, usize)> {
    let length: usize = words.chars().take_while(|&ch| numeral::is_numeral(ch)).map(char::len_utf8).sum();
    let numeral = words.get(..length)?;
    let whole = match numeral {
        "零" => 0,
        "百" => 100,
        _ => numeral::parse(numeral)?,
    };
    let digits: Vec<u32> = words
        .get(length..)
        .and_then(|rest| rest.strip_prefix('点'))
        .map_or(Vec::new(), |rest| rest.chars().map_while(numeral::digit).collect());
    if digits.is_empty() {
        return Some((Decimal::whole(whole), length));
    }
    let mantissa =
        digits.iter().try_fold(whole, |sum, &digit| sum.checked_mul(10)?.checked_add(digit.into()))?;
    let value = Decimal::new(mantissa, u8::try_from(digits.len()).ok()?)?;
    Some((value, length + '点'.len_utf8() * (1 + digits.len())))
}
