//! The same statement as different hands and programs would have left it: widths, blanks, thousands
//! marks, page breaks.

use crate::random::Random;

/// `text` in a random dress.
pub fn dress(text: &str, random: &mut Random) -> String {
    let mut text = text.to_owned();
    if random.one_in(4) {
        text = half_width(&text);
    }
    if random.one_in(8) {
        text = full_width_digits(&text);
    } else if random.one_in(4) {
        text = grouped(&text);
    }
    if random.one_in(3) {
        text = blanks_around_figures(&text);
    }
    if random.one_in(3) {
        text = page_break(&text, random);
    }
    text
}

fn half_width(text: &str) -> String {
    text.chars()
        .map(|ch| match ch {
            '，' => ',',
            '；' => ';',
            '：' => ':',
            '（' => '(',
            '）' => ')',
            _ => ch,
        })
        .collect()
}

fn full_width_digits(text: &str) -> String {
    text.chars()
        .map(|ch| if ch.is_ascii_digit() { char::from_u32(ch as u32 + 0xfee0).unwrap() } else { ch })
        .collect()
}

/// Figures of four digits and more with thousands marks.
fn grouped(text: &str) -> String {
    let mut out = String::new();
    let mut digits = String::new();
    let flush = |digits: &mut String, out: &mut String, next: Option<char>| {
        let is_plain = digits.len() >= 4 && !out.ends_with('.') && next != Some('年');
        for (at, digit) in digits.chars().enumerate() {
            if is_plain && at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        digits.clear();
    };
    for ch in text.chars() {
        if ch.is_ascii_digit() {
            digits.push(ch);
            continue;
        }
        flush(&mut digits, &mut out, Some(ch));
        out.push(ch);
    }
    flush(&mut digits, &mut out, None);
    out
}

fn blanks_around_figures(text: &str) -> String {
    let mut out = String::new();
    let mut before = None::<char>;
    let is_figure =
        |ch: char| ch.is_ascii_digit() || matches!(ch, '.' | ',' | '%') || ('０'..='９').contains(&ch);
    for ch in text.chars() {
        if before.is_some_and(|before| is_figure(before) != is_figure(ch)) {
            out.push(' ');
        }
        out.push(ch);
        before = Some(ch);
    }
    out
}

/// A page break behind a comma or inside a word, where a paragraph may be cut.
fn page_break(text: &str, random: &mut Random) -> String {
    let places: Vec<usize> = text
        .char_indices()
        .filter(|&(at, ch)| {
            let before = text[..at].chars().next_back();
            let may_begin = ('一'..='龥').contains(&ch) && !"一二三四五六七八九十第附".contains(ch);
            let has_clause = text[..at].contains(['，', ',']) && !text[..at].contains('\n');
            let may_end =
                before.is_some_and(|before| !"。；：;:.!？".contains(before) && !before.is_whitespace());
            may_begin && has_clause && may_end
        })
        .map(|(at, _)| at)
        .collect();
    if places.is_empty() {
        return text.to_owned();
    }
    let at = *random.pick(&places);
    format!("{}\n\n{}", &text[..at], &text[at..])
}
