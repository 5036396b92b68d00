//! One pass over the view: the marks and figures between which the words stand.
//!
//! *Invariant:* tokens come in the order of the view and do not overlap; what lies between two of
//! them is words. Titles and short quotations are one token each and are not looked into.

use super::quantity::Quantity;
use super::reading::{self, Reading};
use crate::numeral;
use crate::source::{Landmark, ViewSpan};

/// A mark, a figure, a title or a quotation.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands in the view.
    pub span: ViewSpan,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A figure: its index in [`super::Facts::quantities`].
    Figure(usize),
    /// ，
    Comma,
    /// 、
    Pause,
    /// ；
    Semicolon,
    /// ：
    Colon,
    /// 。 ！ ？ ……
    Stop,
    /// The end of a paragraph or row.
    Newline,
    /// Between the cells of a table row.
    Cell,
    /// （
    Open,
    /// ）
    Close,
    /// 《…》 with all that is in it.
    Title,
    /// “…” with all that is in it.
    Quotation,
}

/// The longest quotation that is one token, in bytes; a longer one is running text.
const LONGEST_QUOTATION: usize = 180;

/// The longest title, in bytes; what is longer was never closed.
const LONGEST_TITLE: usize = 900;

/// The tokens and figures of `view`, which has these `landmarks`.
pub fn read(view: &str, landmarks: &[Landmark]) -> (Vec<Token>, Vec<Quantity>) {
    // The digits of a figure are one token, and so is all of a title.
    let mut tokens: Vec<Token> = Vec::with_capacity(landmarks.len() / 2);
    let mut quantities = Vec::new();
    let mut skip_to = 0;
    for landmark in landmarks {
        let (at, next, ch) = (landmark.at as usize, landmark.end() as usize, landmark.sign);
        if at < skip_to {
            continue;
        }
        let simple = match ch {
            '，' | ',' => Some(TokenKind::Comma),
            '、' => Some(TokenKind::Pause),
            '；' => Some(TokenKind::Semicolon),
            '：' => Some(TokenKind::Colon),
            '。' | '！' | '？' | '…' => Some(TokenKind::Stop),
            '\n' => Some(TokenKind::Newline),
            '\t' => Some(TokenKind::Cell),
            '（' => Some(TokenKind::Open),
            '）' => Some(TokenKind::Close),
            _ => None,
        };
        if let Some(kind) = simple {
            match tokens.last_mut() {
                Some(last) if is_one_mark(last, kind, at) => {
                    *last = Token { kind, span: ViewSpan { end: next as u32, ..last.span } };
                }
                _ => tokens.push(Token { kind, span: ViewSpan::new(at, next) }),
            }
            continue;
        }
        let enclosed = match ch {
            '《' => title_end(view, next).map(|end| (TokenKind::Title, end)),
            '“' => quotation_end(view, next, '”').map(|end| (TokenKind::Quotation, end)),
            '‘' => quotation_end(view, next, '’').map(|end| (TokenKind::Quotation, end)),
            '「' => quotation_end(view, next, '」').map(|end| (TokenKind::Quotation, end)),
            _ => None,
        };
        if let Some((kind, end)) = enclosed {
            tokens.push(Token { kind, span: ViewSpan::new(at, end) });
            skip_to = end;
            continue;
        }
        let reading = match ch {
            '0'..='9' => reading::read_digits(view, at),
            _ if numeral::is_numeral(ch) => reading::read_numeral(view, at),
            _ => continue,
        };
        skip_to = match reading {
            Reading::Figure(figure) => {
                tokens.push(Token { kind: TokenKind::Figure(quantities.len()), span: figure.span });
                quantities.push(figure);
                figure.span.end as usize
            }
            Reading::Other(end) => end,
        };
    }
    // They stay while the whole check runs.
    tokens.shrink_to_fit();
    quantities.shrink_to_fit();
    (tokens, quantities)
}

/// Whether a mark at `at` stands for the one right before it: 。。 is one full stop, and so is ；。
fn is_one_mark(last: &Token, kind: TokenKind, at: usize) -> bool {
    use TokenKind::{Colon, Comma, Pause, Semicolon, Stop};
    let is_mark = |kind| matches!(kind, Comma | Pause | Semicolon | Colon | Stop);
    let is_same = last.kind == kind && is_mark(kind);
    last.span.end as usize == at && (is_same || (kind == Stop && is_mark(last.kind)))
}

/// Behind the 》 that closes the 《 before `from`; `None` where the paragraph ends first.
fn title_end(view: &str, from: usize) -> Option<usize> {
    let mut depth = 1;
    let near = view.get(from..)?.char_indices().take_while(|&(offset, _)| offset <= LONGEST_TITLE);
    for (offset, ch) in near {
        match ch {
            '《' => depth += 1,
            '》' => depth -= 1,
            '\n' | '。' => return None,
            _ => {}
        }
        if depth == 0 {
            return Some(from + offset + ch.len_utf8());
        }
    }
    None
}

/// Behind the mark `close` of a short quotation that begins before `from`.
fn quotation_end(view: &str, from: usize, close: char) -> Option<usize> {
    for (offset, ch) in view.get(from..)?.char_indices() {
        if ch == close {
            return Some(from + offset + ch.len_utf8());
        }
        if matches!(ch, '\n' | '。') || offset > LONGEST_QUOTATION {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Precision;
    use crate::source::Landmarks;

    /// The figures of `view` as text: number, scale and unit.
    #[track_caller]
    fn check(view: &str, figures: &[&str]) {
        let (_, quantities) = read(view, Landmarks::of(view).all());
        let found: Vec<String> = quantities
            .iter()
            .map(|figure| {
                let mark = match figure.precision {
                    Precision::Exact => "",
                    Precision::Approximate => "~",
                    Precision::AtLeast => "≥",
                    Precision::AtMost => "≤",
                    Precision::Rounded => "≈",
                };
                format!("{mark}{}{}", figure.value, figure.unit())
            })
            .collect();
        assert_eq!(found, figures, "{view}");
    }

    #[test]
    fn reads_figures() {
        check("共350项，其中行政许可16项", &["350项", "16项"]);
        check("信息1,286条、1 860次、1，286条", &["1286条", "1860次", "1286条"]);
        check("罚款264600元，即26.46万元", &["264600元", "26.46万元"]);
        check("合格率97.2%，提高1.3个百分点，约3.5倍", &["97.2%", "1.3个百分点", "~3.5倍"]);
        check(
            "60余万条、3000余份、600多人、近200件、不少于120卷、100件以上",
            &["~60万条", "~3000份", "~600人", "~200件", "≥120卷", "≥100件"],
        );
        check("十个专业共2707家、两次、五大专业、十五件", &["10个", "2707家", "2次", "5大", "15件"]);
        check("百分之九十七", &["97%"]);
        check("百分之九十七点五，千分之零点四八", &["97.5%", "0.48‰"]);
        check("百分之97.5", &["97.5%"]);
        check("百分之百", &["100%"]);
        check("占比为九成，达八成五；占三分之二。", &["≈90%", "≈85%", "≈66.7%"]);
        check("占七成以上，近九成，超六成，过半数，不到一成", &["≥70%", "~90%", "≥60%", "≤10%"]);
        check("不足7%，不足3项", &["≤7%", "3项"]);
        check("近九成纳税人，三成立，八成员，一分之二，占七八成", &[]);
        check("维持52、驳回18件", &["52", "18件"]);
        check("2件4人，1.2亿元", &["2件", "4人", "1.2亿元"]);
    }

    #[test]
    fn passes_over_what_is_no_figure() {
        for view in [
            "2023年12月18日",
            "12345热线",
            "依托12345市长公开电话",
            "第三十二条第一款",
            "第18次常委会",
            "“1+3+N”体系",
            "7×24小时",
            "十四五、八五普法、二十大",
            "三项制度",
            "第一责任人",
            "12·4宪法日",
            "2.0版",
            "1∶1",
            "9：00—17：00",
            "宛发〔2021〕24号",
            "2021—2025年",
            "《规划（2021-2025年）》",
            "近三年、连续5年",
            "一批、一次、一起",
            "0371-67180000",
            "增长20万%、20亿%，出生率3万‰，提高2千个百分点，增长3万倍，百分之3万",
        ] {
            check(view, &[]);
        }
    }
}
