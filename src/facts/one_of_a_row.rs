//! 一 that counts: 市级一场、县级三场. Elsewhere it is mostly no figure (一家一家走访, 另有一家).
//!
//! Takes a place in the view where 一 stands with its measure word, says whether it is one of a row of counts.
//!
//! *Invariant:* a neighbour in the row counts more than one in a Chinese numeral, with the same measure word; no more than
//! a few characters on both sides are read.

use crate::numeral;
use crate::search;
use crate::source::ViewSpan;

/// Measure words of things that are counted one by one. 一组、三组 are names of groups, and 一类、二类 are grades.
const COUNTS: &[&str] = &[
    "场", "件", "起", "家", "名", "人", "个", "项", "份", "处", "座", "户", "宗", "辆", "台", "所", "次",
    "期", "条", "篇", "支", "张", "本", "例", "笔",
];

/// The most characters of a label.
const LONGEST: usize = 10;

/// Signs in front of 一 with which it counts nothing: 第一场, 又一家, 上一次.
const NO_LABEL: &[char] =
    &['第', '每', '又', '这', '那', '另', '某', '同', '任', '上', '下', '首', '再', '前', '后'];

/// Labels that end in such a sign and are words of their own.
const LINES: [&str; 2] = ["线上", "线下"];

/// Whether the 一 at `number`, which has the measure word `measure` up to byte `end` of `view`, counts in a row.
pub fn counts(view: &str, number: ViewSpan, end: usize, measure: &str) -> bool {
    let (head, rest) = (view.get(..number.start as usize).unwrap_or(""), view.get(end..).unwrap_or(""));
    let own = last_of_clause(head);
    // 两件、一件 has no label of its own.
    let is_labelled = (2..LONGEST).contains(&search::length(own))
        && (LINES.iter().any(|line| own.ends_with(line)) || !own.ends_with(NO_LABEL));
    let ends_its_clause = rest.starts_with(|ch| is_mark(ch) || ch == '。');
    let is_something = head.ends_with(char::is_alphabetic) && !head.ends_with(NO_LABEL);
    if COUNTS.contains(&measure) && is_something && is_followed_by_days(rest) {
        return true;
    }
    if !COUNTS.contains(&measure) || !is_labelled || !ends_its_clause {
        return false;
    }
    let next = rest.strip_prefix(is_mark).map(|rest| {
        let end = rest.char_indices().take(2 * LONGEST).find(|(_, ch)| is_end(*ch));
        end.and_then(|(at, _)| rest.get(..at)).unwrap_or("")
    });
    let before = head.strip_suffix(own).and_then(|ahead| ahead.strip_suffix(is_mark)).map(last_of_clause);
    [next, before].into_iter().flatten().any(|words| counts_several(words, measure))
}

/// 会议一次（3月9日、9月21日）: whether `rest` begins with a bracket that names the days of what was counted.
fn is_followed_by_days(rest: &str) -> bool {
    let inside = rest.strip_prefix('（').and_then(|rest| {
        let end = rest.char_indices().take(8 * LONGEST).find(|(_, ch)| matches!(ch, '）' | '。' | '\n'));
        end.and_then(|(at, _)| rest.get(..at))
    });
    inside.is_some_and(|days| {
        days.contains('、') && days.split('、').all(|day| day.contains('月') && day.ends_with('日'))
    })
}

/// Whether `words` are a label and more than one of `measure`. Two are written 两 where they are counted, and 二 where they are
/// named.
fn counts_several(words: &str, measure: &str) -> bool {
    let number = words.strip_suffix(measure).unwrap_or("");
    let label = number.trim_end_matches(numeral::is_numeral);
    let several = number.get(label.len()..).unwrap_or("");
    matches!(several, "两" | "三" | "四" | "五" | "六" | "七" | "八" | "九" | "十")
        && !label.is_empty()
        && !label.ends_with(['第', '每', '各'])
}

/// What stands behind the last mark of `words`; nothing where that is too far away.
fn last_of_clause(words: &str) -> &str {
    let mut signs = words.char_indices().rev().take(2 * LONGEST);
    let mark = signs.find(|(_, ch)| is_end(*ch));
    mark.and_then(|(at, ch)| words.get(at + ch.len_utf8()..)).unwrap_or("")
}

fn is_end(ch: char) -> bool {
    is_mark(ch) || matches!(ch, '。' | '\n' | '：')
}

fn is_mark(ch: char) -> bool {
    matches!(ch, '、' | '，' | '；')
}
