//! What the view shows for each character of a draft.
//!
//! Takes one character, gives what becomes of it: it stays, goes, is a blank or is shown as another. What its
//! neighbours decide, the [`View`](super::View) asks them.
//!
//! *Invariant:* a character has one answer wherever it stands, and none becomes two.

/// What becomes of a character.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fold {
    /// It stays as it is.
    Keep,
    /// It is not shown.
    Drop,
    /// It is a blank, shown only where it keeps two words apart.
    Blank,
    /// It is shown as another.
    To(char),
    /// A half-width mark, shown as this full-width one unless it stands inside a figure or a word.
    Punctuation(char),
}

/// What becomes of `ch`.
pub(super) fn fold_char(ch: char) -> Fold {
    match ch {
        ' ' | '\t' | '\u{a0}' | '\u{3000}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => Fold::Blank,
        '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fold::Drop,
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{ad}' => Fold::Drop,
        ',' => Fold::Punctuation('，'),
        ':' => Fold::Punctuation('：'),
        ';' => Fold::To('；'),
        '(' => Fold::To('（'),
        ')' => Fold::To('）'),
        '!' => Fold::To('！'),
        '?' => Fold::To('？'),
        '｡' => Fold::To('。'),
        '﹪' | '％' => Fold::To('%'),
        '－' => Fold::To('-'),
        '．' => Fold::To('.'),
        '０'..='９'
        | 'Ａ'..='Ｚ'
        | 'ａ'..='ｚ'
        | '＋'
        | '＝'
        | '／'
        | '｜'
        | '＃'
        | '＆'
        | '＊'
        | '＠'
        | '＿' => Fold::To(fold_digit(ch)),
        '・' | '•' | '‧' | '･' | '∙' => Fold::To('·'),
        _ => Fold::Keep,
    }
}

/// The half-width form of a full-width ASCII character; any other character as it is.
pub(super) fn fold_digit(ch: char) -> char {
    match ch {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(ch as u32 - 0xfee0).unwrap_or(ch),
        _ => ch,
    }
}

/// Whether the view drops `ch` as a blank.
pub(super) fn is_blank(ch: char) -> bool {
    // Nearly every character of a draft is one of these.
    !matches!(ch, '\u{3001}'..='\u{fefe}' | '\u{ff00}'..) && matches!(fold_char(ch), Fold::Blank | Fold::Drop)
}

/// The characters that the view shows otherwise than they stand in the draft, with what it shows.
pub(super) fn folded_characters() -> impl Iterator<Item = (char, char)> {
    let sources = [',', ':', ';', '(', ')', '!', '?', '｡', '﹪', '・', '•', '‧', '･', '∙'];
    sources.into_iter().chain('\u{ff01}'..='\u{ff5e}').filter_map(|ch| match fold_char(ch) {
        Fold::To(shown) | Fold::Punctuation(shown) => Some((ch, shown)),
        Fold::Keep | Fold::Drop | Fold::Blank => None,
    })
}
