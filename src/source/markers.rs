//! How a line begins and ends: what tells a cut line from one that is whole.
//!
//! Works on raw lines, so it accepts both widths.
//!
//! *Invariant:* decides from the line, the paragraph so far and the line behind; reads nothing else.

use super::fold::is_blank;
use crate::numeral;

fn is_numeral(ch: char) -> bool {
    numeral::is_ordinal(ch) || ch == '百'
}

fn is_digit(ch: char) -> bool {
    matches!(ch, '0'..='9' | '０'..='９')
}

/// Whether `line` opens the body: from here on lines may be cut in the middle.
pub(super) fn opens_body(line: &str) -> bool {
    is_marker(line)
        || line.contains(['。', '；', '，', ','])
        || (line.contains('、') && line.chars().filter(|ch| !is_blank(*ch)).nth(30).is_some())
}

/// Whether `line` begins with the mark of a heading: 一、 （一） 1. （1） 第一部分.
pub(super) fn is_marker(line: &str) -> bool {
    let line = line.trim_start_matches(is_blank);
    if !line.starts_with(|ch| is_numeral(ch) || is_digit(ch) || matches!(ch, '（' | '(' | '第')) {
        return false;
    }
    let (bracketed, rest) = match line.strip_prefix(['（', '(']) {
        Some(rest) => (true, rest.trim_start_matches(is_blank)),
        None => (false, line),
    };
    let after_han = rest.trim_start_matches(is_numeral);
    let after_digits = rest.trim_start_matches(is_digit);
    let (is_han, digits) =
        (after_han.len() < rest.len(), rest.chars().take_while(|&ch| is_digit(ch)).count());
    let after = if is_han { after_han } else { after_digits }.trim_start_matches(is_blank);
    if bracketed {
        return (is_han || (1..=3).contains(&digits)) && after.starts_with(['）', ')']);
    }
    if is_han {
        return after.starts_with(['、', '.', '．']);
    }
    if (1..=2).contains(&digits) {
        let is_decimal = after.chars().nth(1).is_some_and(|ch| ch.is_ascii_digit());
        return after.starts_with('、') || (after.starts_with(['.', '．']) && !is_decimal);
    }
    line.strip_prefix('第').is_some_and(|rest| {
        let tail = rest.trim_start_matches(is_numeral);
        tail.len() < rest.len() && tail.starts_with(['部', '章', '节'])
    })
}

/// Whether the line `next` is the rest of the paragraph `so_far`, cut by a page or line break.
///
/// `after` is the line behind `next`; `in_head` says that the body has not begun, so that short
/// lines are titles and names.
pub(super) fn continues(so_far: &str, next: &str, after: &str, in_head: bool) -> bool {
    let indent = next.chars().take_while(|ch| is_blank(*ch)).count();
    let next = next.trim_matches(is_blank);
    let (opening, ending) = ends_of(so_far);
    let Some(last) = ending.chars().next_back() else { return false };
    if next.starts_with(['，', '。', '、', '；', '）', '》', '”', '〕', '％', '%'])
        && !matches!(last, '。' | '！' | '？')
    {
        return true;
    }
    if is_date_line(next) || is_marker(next) {
        return false;
    }
    let goes_on = matches!(last, '，' | '、' | '《' | '（' | '“') || is_open(ending, '《', '》');
    let is_heading = is_marker(opening) && !opening.contains(['。', '；', '：', '，']);
    if goes_on
        || splits_a_figure(ending, last, next, in_head)
        || (!is_heading && goes_on_as_a_count(ending, next))
    {
        return true;
    }
    if matches!(last, '。' | '；' | '：' | '！' | '？' | '…' | ':' | '.')
        || in_head
        || indent >= 2
        || next.starts_with("附件")
        || next.starts_with("特此报告")
    {
        return false;
    }
    if matches!(last, '”' | '）' | '》') && is_whole(ending) {
        return false;
    }
    if is_marker(opening) && !opening.contains(['。', '；', '：']) {
        return false;
    }
    let has_marks =
        |line: &str| line.contains(['，', '、', '；', '：', '。', ',', ';', ':', '《', '“', '（', '(']);
    let is_name = !has_marks(next)
        && !is_longer(next, 30)
        && (after.is_empty() || is_date_line(after.trim_matches(is_blank)));
    !is_name && (has_marks(ending) || is_longer(ending, 17))
}

/// Whether `line` has more than `length` characters.
pub(super) fn is_longer(line: &str, length: usize) -> bool {
    line.len() > length && line.chars().nth(length).is_some()
}

/// The first and the last stretch of a paragraph: enough to tell how it begins and ends, and no more,
/// so that a paragraph of many lines is not read again for each.
fn ends_of(paragraph: &str) -> (&str, &str) {
    const STRETCH: usize = 300;
    let first =
        (STRETCH..paragraph.len()).find(|&at| paragraph.is_char_boundary(at)).unwrap_or(paragraph.len());
    let from = paragraph.len().saturating_sub(STRETCH);
    let last = (from..paragraph.len()).find(|&at| paragraph.is_char_boundary(at)).unwrap_or(0);
    (paragraph.get(..first).unwrap_or(paragraph), paragraph.get(last..).unwrap_or(paragraph))
}

/// Whether the last `open` of `text` is not closed.
fn is_open(text: &str, open: char, close: char) -> bool {
    text.rfind(open).is_some_and(|at| text.get(at..).is_some_and(|rest| !rest.contains(close)))
}

/// Whether the break lies inside a figure or between a figure and its measure word.
fn splits_a_figure(ending: &str, last: char, next: &str, in_head: bool) -> bool {
    let digit_follows = next.starts_with(|ch: char| ch.is_ascii_digit());
    if last == '.' && digit_follows {
        return ending.trim_end_matches('.').ends_with(|ch: char| ch.is_ascii_digit());
    }
    let measure_follows = next.starts_with([
        '余', '多', '万', '亿', '千', '个', '项', '件', '起', '次', '人', '名', '条', '年', '月', '日', '号',
        '家', '户', '份',
    ]);
    let is_inside = || digit_follows && !in_head && ending.contains('，');
    last.is_ascii_digit() && (measure_follows || is_inside())
}

/// 立案查处案件9⏎⏎46件，其中…: whether `next` begins with digits, their measure word and a mark, and `ending` ends in
/// digits that a word leads up to. Neither is so of a title with its year, nor of cells.
fn goes_on_as_a_count(ending: &str, next: &str) -> bool {
    const MOST_DIGITS: usize = 3;
    const MEASURES: [char; 16] =
        ['个', '项', '件', '起', '次', '人', '名', '条', '家', '户', '份', '场', '处', '宗', '元', '万'];
    let behind = next.trim_start_matches(|ch: char| ch.is_ascii_digit());
    let noun = behind.strip_prefix(MEASURES);
    let ends_its_clause = noun.is_some_and(|noun| {
        noun.trim_start_matches(MEASURES).starts_with(['，', '；', '。', '、', '（', ',', ';', '('])
    });
    let words = ending.trim_end_matches(|ch: char| ch.is_ascii_digit());
    let digits = (ending.len() - words.len()).max(next.len() - behind.len());
    ends_its_clause
        && behind.len() < next.len()
        && digits <= MOST_DIGITS
        && words.ends_with(|ch| ('一'..='龥').contains(&ch))
        && !words.ends_with(['表', '图', '第', '附', '号', '至', '到'])
        && !words.ends_with("附件")
}

/// Whether a paragraph that ends in a closing mark reads as finished: it has a full stop inside.
fn is_whole(paragraph: &str) -> bool {
    paragraph.chars().rev().nth(1).is_some_and(|ch| matches!(ch, '。' | '！' | '？' | '；' | '…'))
}

/// Whether `line` is nothing but a date, such as the one below a signature.
pub(super) fn is_date_line(line: &str) -> bool {
    let is_date_char = |ch: char| {
        is_digit(ch)
            || matches!(
                ch,
                '年' | '月'
                    | '日'
                    | '号'
                    | '元'
                    | '〇'
                    | '○'
                    | '零'
                    | 'Ｏ'
                    | 'O'
                    | '-'
                    | '/'
                    | '.'
                    | 'X'
                    | '×'
            )
            || is_numeral(ch)
            || numeral::of_capital(ch).is_some()
            || is_blank(ch)
    };
    const LONGEST: usize = 24;
    let has_parts =
        || line.contains('年') && line.contains('月') || line.matches(['-', '/', '.']).count() == 2;
    line.chars().nth(LONGEST).is_none() && line.chars().all(is_date_char) && has_parts()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_heading_marks() {
        for line in [
            "一、总体",
            "（一）依法",
            "(一) 依法",
            "1.健全",
            "１．健全",
            "（1）健全",
            "第一部分 主要",
            "十一、其他",
            "1、健全",
        ] {
            assert!(is_marker(line), "{line}");
        }
        for line in ["一是健全", "2.0版清单", "第一责任人", "2023年", "（试行）", "12.4宪法日", "三项制度"]
        {
            assert!(!is_marker(line), "{line}");
        }
    }

    #[test]
    fn joins_only_what_was_cut() {
        let long = "全市各单位认真落实行政执法公示制度，严格按照行政执";
        assert!(continues(long, "法责任制的要求开展工作。", "", false));
        assert!(continues("主动公开信息45", "余万条，其余", "", true));
        assert!(continues("根据通知要求（青发〔2021〕7", "号）精神", "", false));
        assert!(continues("立案查处案件9", "46件，其中一般程序812件。", "", true));
        assert!(!continues("附件3", "46件，其中一般程序812件。", "", true));
        assert!(!continues("立案查处案件9", "46件", "8件", true));
        assert!(!continues("二、案件办理情况2", "46件，其中一般程序32件。", "", false));
        assert!(!continues("青澜市水利局法治政府建设报告2023", "46件，其中一般程序812件。", "", true));
        assert!(!continues("（一）强化政治引领", "党组集体学法4次。", "", false));
        assert!(!continues("工作取得实效。", "下一步继续推进。", "", false));
        assert!(!continues("青澜市水利局", "关于2023年度法治政府建设情况的报告", "", true));
        assert!(!continues("特此报告", "青澜市水利局", "2024年1月5日", false));
        assert!(!continues(long, "　　二〇二三年以来，全市", "", false));
        assert!(!continues("青澜市水利局", "2024年1月5日", "", false));
        assert!(!continues("特此报告", "2024年元月五日", "", false));
        assert!(!continues("特此报告", "2024年壹月5日", "", false));
    }
}
