//! What has digits or numerals and is no figure: hotlines, codes, ratios, versions, 三项制度.
//!
//! *Invariant:* looks only at the characters around the digits.

use super::measure;
use crate::search::{self, Words};
use crate::source::ViewSpan;

/// Numbers that everyone dials.
const HOTLINES: &[&str] = &[
    "110", "119", "120", "122", "12110", "12119", "12301", "12305", "12308", "12309", "12310", "12313",
    "12314", "12315", "12316", "12317", "12318", "12319", "12320", "12323", "12328", "12329", "12331",
    "12333", "12335", "12336", "12337", "12338", "12339", "12340", "12341", "12345", "12348", "12349",
    "12350", "12351", "12355", "12356", "12358", "12360", "12363", "12365", "12366", "12367", "12368",
    "12369", "12371", "12377", "12378", "12380", "12381", "12386", "12388", "12389", "12390", "12393",
    "12395", "12398",
];

/// Names that begin with a numeral and a measure word but count nothing in this text.
const FIXED_TERMS: Words = Words::of(&[
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
    "二次供水",
    "二次加压",
    "二次装修",
]);

/// Whether the figure at `span` of `view`, with its measure word, begins a word of its own: 两类 of a grade, 二次供水.
pub fn is_fixed_term(view: &str, span: ViewSpan) -> bool {
    let rest = view.get(span.start as usize..).unwrap_or("");
    let ahead = view.get(..span.start as usize).unwrap_or("");
    // 《甲》《乙》《丙》三项制度 and “甲、乙、丙”三张清单 count what was listed; “县、乡、村”三级 is what it is called.
    let is_level = || rest.get(..span.len()).unwrap_or("").ends_with('级');
    // 无照经营、占道经营等两类问题 as well; 等二类 and 等三类 may be a grade, 两类 never is.
    let is_open_list = rest.starts_with("两类") && ahead.ends_with('等');
    // 《甲》《乙》等两项制度: 等 stands between the list and its number.
    let names = ahead.strip_suffix('等').unwrap_or(ahead);
    let is_listed = is_open_list || names.ends_with('》') || (ends_in_quoted_list(names) && !is_level());
    !is_listed
        && FIXED_TERMS.beginning(rest).is_some()
        && !rest.get(span.len()..).unwrap_or("").starts_with('合')
        || is_grade_of_a_row(view, span)
}

/// 一类 94 座、二类 246 座、三类 43 座、四类 4 座: whether the numeral at `span` is the grade behind the one right before
/// it, or the first of them.
fn is_grade_of_a_row(view: &str, span: ViewSpan) -> bool {
    const GRADES: &[char] = &['类', '档', '级', '等', '期'];
    const NUMERALS: &[char] = &['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const FARTHEST: usize = 20;
    let (Some(ahead), Some(rest)) = (view.get(..span.start as usize), view.get(span.start as usize..)) else {
        return false;
    };
    let mut signs = rest.chars();
    let (Some(numeral), Some(grade)) = (signs.next(), signs.next()) else { return false };
    let Some(at) = NUMERALS.iter().position(|other| *other == numeral) else { return false };
    // 共四类 and 上述四类 count.
    let begins_clause = || {
        ahead
            .chars()
            .next_back()
            .is_none_or(|ch| matches!(ch, '、' | '，' | '；' | '：' | '（' | '\n' | '中'))
    };
    if !GRADES.contains(&grade) || !begins_clause() {
        return false;
    }
    let in_sentence = |ch: &char| !matches!(ch, '。' | '\n');
    match at.checked_sub(1).and_then(|before| NUMERALS.get(before)) {
        Some(before) => {
            let words = ahead.chars().rev().take(FARTHEST).take_while(in_sentence);
            follow_each_other(words, grade, *before)
        }
        None => {
            let words = signs.take(FARTHEST).take_while(in_sentence);
            NUMERALS.get(1).is_some_and(|second| follow_each_other(words, *second, grade))
        }
    }
}

/// Whether `second` stands right behind `first` somewhere in `signs`.
fn follow_each_other(signs: impl Iterator<Item = char>, first: char, second: char) -> bool {
    let mut last = None;
    signs.into_iter().any(|sign| last.replace(sign) == Some(first) && sign == second)
}

/// Whether `words` end in quotation marks with several names in them.
fn ends_in_quoted_list(words: &str) -> bool {
    const LONGEST: usize = 60;
    let Some(quoted) = words.strip_suffix('”') else { return false };
    let mut inside = quoted.chars().rev().take(LONGEST).take_while(|ch| *ch != '“');
    inside.any(|ch| ch == '、')
}

/// Past the rest of a code: digits, letters and the signs that hold a code together.
pub fn skip_code(view: &str, at: usize) -> usize {
    let rest = view.get(at..).unwrap_or("");
    let is_code = |ch: &char| {
        ch.is_ascii_alphanumeric()
            || matches!(ch, '-' | '+' | '.' | '·' | '×' | '∶' | '/' | '—' | '–' | '~' | '～')
    };
    at + rest.chars().take_while(is_code).map(char::len_utf8).sum::<usize>()
}

/// Whether the sign before or behind shows a code, ratio, range, version, time or ordinal.
pub fn is_part_of_a_code(before: Option<char>, rest: &str) -> bool {
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

/// 违规APP148个: whether `ahead` ends in a thing that is written in letters, and `rest` begins with the word that counts it.
pub fn counts_what_has_letters(ahead: &str, rest: &str) -> bool {
    const THINGS: &[&str] = &[
        "APP", "App", "app", "KTV", "ktv", "AED", "ATM", "ETC", "POS", "LED", "GPS", "VR", "AR", "PPT",
        "SUV", "UPS", "PDA", "RFID", "SIM", "VPN", "MCN",
    ];
    const COUNTING: &[&str] =
        &["个", "款", "台", "套", "辆", "块", "家", "部", "处", "场", "场次", "张", "件", "条", "批次"];
    let before = search::ahead(ahead, THINGS);
    before.is_some_and(|before| !before.ends_with(|ch: char| ch.is_ascii_alphanumeric() || ch == '-'))
        && measure::read(rest).is_some_and(|measure| COUNTING.contains(&measure.word))
}

/// Whether the digits are a telephone number or the name of a day.
pub fn is_name(digits: &str, rest: &str) -> bool {
    let is_number_only = digits.bytes().all(|byte| byte.is_ascii_digit());
    (is_number_only
        && digits.len() >= 7
        && measure::read(rest).is_none()
        && !rest.starts_with(['万', '亿', '余']))
        || (is_number_only && digits.len() > 1 && digits.starts_with('0'))
        || (digits.len() == 5 && HOTLINES.contains(&digits) && measure::read(rest).is_none())
        || rest.starts_with("热线")
        || (digits == "24" && rest.starts_with("小时"))
}

/// Whether `digits` are those of a year of this or the last century.
pub fn looks_like_a_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// Whether `digits` are a number that everyone dials.
pub fn is_well_known(digits: &str) -> bool {
    HOTLINES.contains(&digits)
}
