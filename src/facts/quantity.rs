//! A figure with its measure word, and what is no figure although it has digits.
//!
//! *Invariant:* the value is exactly what is written; how sure it is stands beside it.

use super::measure::{self, Class, Measure};
use super::{Decimal, numeral};
use crate::source::ViewSpan;

/// A figure as it is written, with its measure word.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    /// From the first digit to the end of the measure word.
    pub span: ViewSpan,
    /// The digits or numerals alone, without 余, 万 or the measure word.
    pub number: ViewSpan,
    /// The figure as written, without 万 or 亿.
    pub value: Decimal,
    /// 1, 1 000, 10 000 (万) or 100 000 000 (亿).
    pub factor: i128,
    /// Its measure word; a figure in a list may go without.
    pub measure: Option<Measure>,
    /// Whether it is exact.
    pub precision: Precision,
    /// Whether it is written in Chinese numerals.
    pub is_chinese: bool,
}

/// How sure a written figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// Exact, or rounded in its last written place.
    Exact,
    /// 余, 多, 近, 约, 左右, 上千.
    Approximate,
    /// 以上, 不少于, 至少, 超过.
    AtLeast,
    /// 以下, 不超过, 以内.
    AtMost,
}

impl Quantity {
    /// Its value in the measure word's unit, 万 and 亿 multiplied out; `None` if too large.
    pub fn base(&self) -> Option<Decimal> {
        self.value.times(Decimal::whole(self.factor))
    }

    /// How far the exact value may lie from the written one: half a unit of the last place where the
    /// figure was rounded, nothing for a plain count.
    pub fn tolerance(&self) -> Option<Decimal> {
        if self.value.places() == 0 && self.factor == 1 {
            return Some(Decimal::ZERO);
        }
        self.value.step().half()?.times(Decimal::whole(self.factor))
    }

    /// The class of its measure word.
    pub fn class(&self) -> Option<Class> {
        self.measure.map(|measure| measure.class)
    }

    /// Whether it is a share: percent or per mille.
    pub fn is_share(&self) -> bool {
        matches!(self.class(), Some(Class::Percent | Class::PerMille))
    }

    /// Whether it counts or measures something: neither a share nor a duration nor a factor.
    pub fn is_amount(&self) -> bool {
        !matches!(
            self.class(),
            Some(Class::Percent | Class::PerMille | Class::PercentagePoint | Class::Times | Class::Time)
        )
    }

    /// Its unit as written, with 万 or 亿.
    pub fn unit(&self) -> String {
        let scale = match self.factor {
            1000 => "千",
            10_000 => "万",
            100_000_000 => "亿",
            _ => "",
        };
        format!("{scale}{}", self.measure.map_or("", |measure| measure.word))
    }
}

/// What was found where digits begin.
pub enum Reading {
    /// A figure.
    Figure(Quantity),
    /// Digits that are no figure; the lexer goes on at this byte.
    Other(usize),
}

/// Numbers that everyone dials.
const HOTLINES: &[&str] = &[
    "110", "119", "120", "122", "12110", "12119", "12301", "12305", "12308", "12309", "12310", "12313",
    "12314", "12315", "12316", "12317", "12318", "12319", "12320", "12323", "12328", "12329", "12331",
    "12333", "12335", "12336", "12337", "12338", "12339", "12340", "12341", "12345", "12348", "12349",
    "12350", "12351", "12355", "12356", "12358", "12360", "12363", "12365", "12366", "12367", "12368",
    "12369", "12371", "12377", "12378", "12380", "12381", "12386", "12388", "12389", "12390", "12393",
    "12395", "12398",
];

/// Words before a figure that make it an approximation or a bound, longest first.
const BEFORE: &[(&str, Precision)] = &[
    ("不少于", Precision::AtLeast),
    ("不低于", Precision::AtLeast),
    ("不超过", Precision::AtMost),
    ("不高于", Precision::AtMost),
    ("不多于", Precision::AtMost),
    ("至少", Precision::AtLeast),
    ("最多", Precision::AtMost),
    ("超过", Precision::AtLeast),
    ("突破", Precision::AtLeast),
    ("大约", Precision::Approximate),
    ("将近", Precision::Approximate),
    ("接近", Precision::Approximate),
    ("约为", Precision::Approximate),
    ("平均", Precision::Approximate),
    ("逾", Precision::AtLeast),
    ("超", Precision::AtLeast),
    ("近", Precision::Approximate),
    ("约", Precision::Approximate),
    ("上", Precision::Approximate),
];

/// Words behind a figure or its measure word that make it an approximation or a bound.
const BEHIND: &[(&str, Precision)] = &[
    ("以上", Precision::AtLeast),
    ("及以上", Precision::AtLeast),
    ("以下", Precision::AtMost),
    ("以内", Precision::AtMost),
    ("之内", Precision::AtMost),
    ("左右", Precision::Approximate),
    ("上下", Precision::Approximate),
    ("余", Precision::Approximate),
    ("多", Precision::Approximate),
];

/// Reads what stands at byte `at` of `view`, which is an ASCII digit not preceded by one.
pub fn read_digits(view: &str, at: usize) -> Reading {
    let (value, end) = match lex_digits(view, at) {
        Some(lexed) => lexed,
        None => return Reading::Other(skip_digits(view, at)),
    };
    let before = view.get(..at).unwrap_or("").chars().next_back();
    let rest = view.get(end..).unwrap_or("");
    let next = rest.chars().next();
    let digits = view.get(at..end).unwrap_or("");
    if is_part_of_a_code(before, rest) || is_name(digits, rest) {
        return Reading::Other(skip_code(view, end));
    }
    let figure = complete(view, ViewSpan::new(at, end), value, false);
    let is_bare_code = figure.measure.is_none()
        && figure.factor == 1
        && figure.precision == Precision::Exact
        && (digits.len() >= 5
            || digits.ends_with(".0")
            || rest.starts_with('.')
            || HOTLINES.contains(&digits)
            || looks_like_a_year(digits));
    match figure.measure.map(|measure| measure.word) {
        Some("年" | "月" | "日" | "级" | "届") => Reading::Other(end),
        Some("大") => Reading::Other(end),
        None if is_bare_code
            || matches!(next, Some('号' | '版' | '时' | '点' | '岁' | '章' | '款' | '页')) =>
        {
            Reading::Other(end)
        }
        _ => Reading::Figure(figure),
    }
}

/// Reads the Chinese numeral at byte `at` of `view`; only one with a measure word is a figure.
pub fn read_numeral(view: &str, at: usize) -> Reading {
    let rest = view.get(at..).unwrap_or("");
    let length: usize = rest.chars().take_while(|&ch| numeral::is_numeral(ch)).map(char::len_utf8).sum();
    let end = at + length;
    let text = rest.get(..length).unwrap_or("");
    let before = view.get(..at).unwrap_or("").chars().next_back();
    let share = rest
        .strip_prefix("百分之")
        .map(|tail| ("%", Class::Percent, tail))
        .or_else(|| rest.strip_prefix("千分之").map(|tail| ("‰", Class::PerMille, tail)));
    if let Some((word, class, tail)) = share {
        let inner: usize = tail.chars().take_while(|&ch| numeral::is_numeral(ch)).map(char::len_utf8).sum();
        let number_at = at + "百分之".len();
        return match tail.get(..inner).and_then(numeral::parse) {
            Some(value) => {
                let number = ViewSpan::new(number_at, number_at + inner);
                let span = ViewSpan::new(at, number_at + inner);
                Reading::Figure(Quantity {
                    span,
                    number,
                    value: Decimal::whole(value),
                    factor: 1,
                    measure: Some(Measure { word, class }),
                    precision: Precision::Exact,
                    is_chinese: true,
                })
            }
            None => Reading::Other(end.max(at + 3)),
        };
    }
    let Some(value) = numeral::parse(text) else { return Reading::Other(end.max(at + 3)) };
    let figure = complete(view, ViewSpan::new(at, end), Decimal::whole(value), true);
    let is_idiom = value == 1 || before == Some('第') || before.is_some_and(|before| before.is_ascii_digit());
    let Some(measure) = figure.measure else { return Reading::Other(end) };
    // 二十大 is a congress, 五大专业 counts.
    let is_congress = measure.word == "大" && value > 15;
    let is_name = matches!(measure.class, Class::Time)
        || measure.word == "届"
        || is_congress
        || is_fixed_term(view, figure.span);
    if is_idiom || is_name { Reading::Other(end) } else { Reading::Figure(figure) }
}

/// Names that begin with a numeral and a measure word but count nothing in this text.
const FIXED_TERMS: &[&str] = &[
    "三项制度",
    "三项重点",
    "两项制度",
    "四个意识",
    "四个自信",
    "两个维护",
    "两个确立",
    "四个全面",
    "三个代表",
    "两个一百年",
    "四个最严",
    "五个一",
    "三个不",
    "两个责任",
    "四张清单",
    "三张清单",
    "两个清单",
    "三个清单",
    "八项规定",
    "六个严禁",
    "三会一课",
    "十项制度",
    "五项机制",
    "两个覆盖",
    "四个办",
    "三个必须",
    "四个清单",
    "两个毫不动摇",
    "四个到位",
    "七个有之",
    "五个必须",
    "四大检查",
    "两级",
    "三级",
    "四级",
    "五级",
    "两张",
    "两本",
    "两类",
    "一类",
    "二类",
    "三类",
    "两个结合",
];

fn is_fixed_term(view: &str, span: ViewSpan) -> bool {
    let rest = view.get(span.start as usize..).unwrap_or("");
    // 《甲》《乙》《丙》三项制度 counts what was listed.
    let is_listed = view.get(..span.start as usize).unwrap_or("").ends_with('》');
    !is_listed
        && FIXED_TERMS.iter().any(|term| rest.starts_with(term))
        && !rest.get(span.len()..).unwrap_or("").starts_with('合')
}

/// The figure whose digits are `number`, with what stands around it.
fn complete(view: &str, number: ViewSpan, value: Decimal, is_chinese: bool) -> Quantity {
    let mut end = number.end as usize;
    let rest_at = |at: usize| view.get(at..).unwrap_or("");
    let mut precision = Precision::Exact;
    let before = view.get(..number.start as usize).unwrap_or("");
    if let Some((_, found)) = BEFORE.iter().find(|(word, _)| before.ends_with(word))
        && !before.ends_with("附近")
        && !(before.ends_with("上") && !is_chinese && !before.ends_with("，上"))
    {
        precision = *found;
    }
    let behind = |at: usize| BEHIND.iter().find(|(word, _)| rest_at(at).starts_with(word));
    if let Some((word, found)) = behind(end) {
        precision = *found;
        end += word.len();
    } else if rest_at(end).starts_with('几') {
        precision = Precision::Approximate;
        end += '几'.len_utf8();
    }
    let mut factor = 1;
    for (scale, by) in [('千', 1000), ('万', 10_000), ('亿', 100_000_000)] {
        // 12.6 千克 is a weight and not 12.6 thousand of something.
        let is_unit =
            ["千克", "千米", "千瓦", "千帕", "千伏"].iter().any(|unit| rest_at(end).starts_with(unit));
        if rest_at(end).starts_with(scale) && !is_chinese && !is_unit {
            factor *= by;
            end += scale.len_utf8();
        }
    }
    if let Some((word, found)) = behind(end) {
        precision = *found;
        end += word.len();
    }
    let measure = measure::read(rest_at(end));
    if let Some(measure) = measure {
        end += measure.word.len();
        if let Some((_, found)) = behind(end) {
            precision = *found;
        }
    }
    Quantity {
        span: ViewSpan::new(number.start as usize, end),
        number,
        value,
        factor,
        measure,
        precision,
        is_chinese,
    }
}

/// The decimal at `at` with thousands marks, and the byte behind it.
fn lex_digits(view: &str, at: usize) -> Option<(Decimal, usize)> {
    let bytes = view.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = at;
    let mut mantissa: i128 = 0;
    let mut scale: u8 = 0;
    let take = |end: &mut usize, mantissa: &mut i128| -> Option<()> {
        while let Some(byte) = bytes.get(*end).filter(|byte| byte.is_ascii_digit()) {
            *mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
            *end += 1;
        }
        Some(())
    };
    take(&mut end, &mut mantissa)?;
    if end - at <= 3 {
        loop {
            let mark = match bytes.get(end) {
                Some(b',' | b' ') => 1,
                Some(_) if view.get(end..).is_some_and(|rest| rest.starts_with('，')) => '，'.len_utf8(),
                _ => break,
            };
            let group = end + mark;
            if !(group..group + 3).all(is_digit) || is_digit(group + 3) {
                break;
            }
            // A full-width comma is a thousands mark only where a measure word follows at once.
            if mark > 1 && measure::read(view.get(group + 3..).unwrap_or("")).is_none() {
                break;
            }
            end = group;
            take(&mut end, &mut mantissa)?;
        }
    }
    if bytes.get(end) == Some(&b'.') && is_digit(end + 1) {
        let point = end + 1;
        end = point;
        take(&mut end, &mut mantissa)?;
        scale = u8::try_from(end - point).ok()?;
    }
    Some((Decimal::new(mantissa, scale)?, end))
}

fn skip_digits(view: &str, at: usize) -> usize {
    let digits = view.as_bytes().get(at..).unwrap_or_default();
    at + digits.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count().max(1)
}

/// Past the rest of a code: digits, letters and the signs that hold a code together.
fn skip_code(view: &str, at: usize) -> usize {
    let rest = view.get(at..).unwrap_or("");
    let is_code = |ch: &char| {
        ch.is_ascii_alphanumeric()
            || matches!(ch, '-' | '+' | '.' | '·' | '×' | '∶' | '/' | '—' | '–' | '~' | '～')
    };
    at + rest.chars().take_while(is_code).map(char::len_utf8).sum::<usize>()
}

/// Whether the sign before or behind shows a code, ratio, range, version, time or ordinal.
fn is_part_of_a_code(before: Option<char>, rest: &str) -> bool {
    let joins = |ch: char| matches!(ch, '+' | '×' | '·' | '∶' | '/' | '*' | '#' | '.' | '_' | '=');
    let mut next = rest.chars();
    let (first, second) = (next.next(), next.next());
    let is_code_char = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_alphanumeric());
    before.is_some_and(|before| {
        joins(before)
            || before.is_ascii_alphabetic()
            || matches!(
                before,
                '第' | '〔' | '[' | '【' | '［' | '﹝' | ':' | '—' | '–' | '-' | '~' | '～' | '№'
            )
    }) || first.is_some_and(|first| {
        joins(first) && is_code_char(second)
            || first.is_ascii_alphabetic()
            || matches!(first, ':' | '：') && second.is_some_and(|second| second.is_ascii_digit())
            || matches!(first, '〕' | ']' | '】' | '］' | '﹞')
            || matches!(first, '—' | '–' | '-' | '~' | '～' | '至')
                && rest
                    .chars()
                    .find(|ch| !matches!(ch, '—' | '–' | '-' | '~' | '～' | '至'))
                    .is_some_and(|ch| ch.is_ascii_digit())
    })
}

/// Whether the digits are a telephone number or the name of a day.
fn is_name(digits: &str, rest: &str) -> bool {
    let is_number_only = digits.bytes().all(|byte| byte.is_ascii_digit());
    (is_number_only
        && digits.len() >= 7
        && measure::read(rest).is_none()
        && !rest.starts_with(['万', '亿', '余']))
        || (is_number_only && digits.len() > 1 && digits.starts_with('0'))
        || (HOTLINES.contains(&digits) && digits.len() == 5 && measure::read(rest).is_none())
        || rest.starts_with("热线")
        || (digits == "24" && rest.starts_with("小时"))
}

fn looks_like_a_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}
