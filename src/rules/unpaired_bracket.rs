//! A bracket, title mark or quotation mark without its mate.
//!
//! *Invariant:* a mark is lone only where neither its paragraph nor the ones next to it hold its mate.

use super::prose::{self, Paragraph};
use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::numeral;
use crate::order;
use crate::review::{Safety, Severity};
use crate::source::{Span, ViewSpan};

pub(super) static RULE: Rule = Rule {
    id: "unpaired-bracket",
    group: Group::Text,
    severity: Severity::Error,
    title: Text {
        zh: "括号、引号或书名号不成对", en: "A bracket or quotation mark without its mate"
    },
    page: page!("unpaired-bracket"),
    check,
};

/// A kind of paired mark.
struct Pair {
    open: char,
    close: char,
    name: Text,
    /// Over how many paragraphs a pair may run: notes and quotations do, titles only where a page cuts them.
    reach: usize,
}

const QUOTES: usize = 2;

/// Quotation marks within quotation marks. Alone they may be apostrophes.
const INNER_QUOTES: usize = 5;

static PAIRS: [Pair; 6] = [
    Pair { open: '（', close: '）', name: Text { zh: "括号", en: "bracket" }, reach: 3 },
    Pair { open: '《', close: '》', name: Text { zh: "书名号", en: "title mark" }, reach: 1 },
    Pair { open: '“', close: '”', name: Text { zh: "引号", en: "quotation mark" }, reach: 3 },
    Pair { open: '〔', close: '〕', name: Text { zh: "六角括号", en: "bracket" }, reach: 1 },
    Pair { open: '〈', close: '〉', name: Text { zh: "单书名号", en: "title mark" }, reach: 1 },
    Pair { open: '‘', close: '’', name: Text { zh: "单引号", en: "quotation mark" }, reach: 0 },
];

/// How many characters of context a finding shows at most.
const CONTEXT: usize = 16;

/// How many other marks may stand open inside a pair, or alone between its two.
const DEPTH: usize = 32;

/// A paragraph with more lone marks gets one finding.
const SINGLE: usize = 6;

/// A mark without a mate in its own paragraph.
#[derive(Clone, Copy)]
struct Lone {
    paragraph: usize,
    at: usize,
    pair: usize,
    is_open: bool,
    is_settled: bool,
}

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let paragraphs: Vec<Paragraph<'_>> = prose::paragraphs(draft).collect();
    let mut lone = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        lone_marks(paragraph, index, &mut lone);
    }
    if lone.is_empty() {
        return;
    }
    lone.retain(|mark| !is_list_mark(draft, &paragraphs, mark));
    pair_over_paragraphs(&paragraphs, &mut lone);
    lone.retain(|mark| !mark.is_settled);
    turned_quotes(draft, sink, &paragraphs, &mut lone);
    lone.retain(|mark| !mark.is_settled);
    for marks in lone.chunk_by(|one, two| one.paragraph == two.paragraph) {
        let Some(paragraph) = marks.first().and_then(|mark| paragraphs.get(mark.paragraph)) else { continue };
        if marks.len() > SINGLE {
            report_all(draft, sink, paragraph, marks);
        } else {
            marks.iter().for_each(|mark| report(draft, sink, paragraph, mark));
        }
    }
}

/// The marks of `text`, the paragraph at `paragraph`, that have no mate in it.
fn lone_marks(text: &Paragraph<'_>, paragraph: usize, lone: &mut Vec<Lone>) {
    let first = lone.len();
    let mut open: Vec<Lone> = Vec::new();
    for (at, ch) in text.marks() {
        // All marks lie between these two; most characters do not.
        if !matches!(ch, '‘'..='”' | '〈'..='〕' | '（' | '）') {
            continue;
        }
        let Some(pair) = PAIRS.iter().position(|pair| ch == pair.open || ch == pair.close) else { continue };
        let is_open = PAIRS.get(pair).is_some_and(|known| ch == known.open);
        let mark = Lone { paragraph, at, pair, is_open, is_settled: false };
        if is_open {
            open.push(mark);
        } else if pair == INNER_QUOTES {
            open.pop_if(|last| last.pair == INNER_QUOTES);
        } else if let Some(mate) = mate_of(&open, pair) {
            // What was opened inside the pair and not closed has lost its mate; an inner quotation, where the outer closes.
            let inside = open.drain(mate..).skip(1);
            lone.extend(inside.filter(|mark| mark.pair != INNER_QUOTES || pair == QUOTES));
        } else {
            lone.push(mark);
        }
    }
    lone.extend(open.into_iter().filter(|mark| mark.pair != INNER_QUOTES));
    if let Some(new) = lone.get_mut(first..) {
        order::sort_by_key(new, |mark| mark.at);
    }
}

/// The last of the `open` marks of this kind, if not too deep below others.
fn mate_of(open: &[Lone], pair: usize) -> Option<usize> {
    let deepest = open.len().saturating_sub(DEPTH);
    (deepest..open.len()).rev().find(|&at| open.get(at).is_some_and(|mark| mark.pair == pair))
}

/// 1) and a) before an item of a list, and half-open intervals such as [60，80）, have no mate.
fn is_list_mark(draft: &Draft<'_>, paragraphs: &[Paragraph<'_>], mark: &Lone) -> bool {
    let Some(text) = paragraphs.get(mark.paragraph).map(|paragraph| paragraph.text) else { return false };
    if mark.pair != 0 {
        return false;
    }
    let is_inner = |ch: &char| ch.is_ascii_digit() || matches!(ch, ',' | '，' | '.' | '%');
    if mark.is_open {
        let rest = text.get(mark.at + '（'.len_utf8()..).unwrap_or("");
        let figures = rest.chars().take(CONTEXT).take_while(is_inner).count();
        return figures > 0 && rest.chars().nth(figures) == Some(']');
    }
    let head = text.get(..mark.at).unwrap_or("");
    let figures = head.chars().rev().take(CONTEXT).take_while(is_inner).count();
    if figures > 0 && head.chars().rev().nth(figures) == Some('[') {
        return true;
    }
    let rest = head.trim_end_matches(|ch: char| ch.is_ascii_alphanumeric());
    let is_before_item = |rest: &str| rest.chars().next_back().is_none_or(|ch| !prose::is_han(ch));
    if rest.len() < head.len() {
        return head.len() - rest.len() <= 3 && is_before_item(rest);
    }
    // 一） is a way to number, unless the paper numbers with （一）.
    let rest = head.trim_end_matches(numeral::is_ordinal);
    rest.len() < head.len() && is_before_item(rest) && !draft.source.view.text.contains("（一）")
}

/// Settles pairs that run over several paragraphs: a note, a quotation, a title cut by a page.
fn pair_over_paragraphs(paragraphs: &[Paragraph<'_>], lone: &mut [Lone]) {
    for first in 0..lone.len() {
        let Some(&opening) = lone.get(first).filter(|mark| mark.is_open && !mark.is_settled) else {
            continue;
        };
        let next = paragraphs.get(opening.paragraph + 1);
        // A quotation of several paragraphs is opened again in each and closed in the last only.
        let is_reopened = opening.pair == QUOTES && next.is_some_and(|next| next.text.starts_with('“'));
        let reach = PAIRS.get(opening.pair).map_or(0, |pair| pair.reach);
        let mut others =
            lone.iter().enumerate().skip(first + 1).filter(|(_, mark)| mark.pair == opening.pair);
        let mate = others.next().filter(|(_, mark)| {
            !mark.is_open && mark.paragraph > opening.paragraph && mark.paragraph <= opening.paragraph + reach
        });
        let settled = [mate.map(|(index, _)| index), (is_reopened || mate.is_some()).then_some(first)];
        for index in settled.into_iter().flatten() {
            if let Some(mark) = lone.get_mut(index) {
                mark.is_settled = true;
            }
        }
    }
}

/// “甲“ and ”甲”: two marks of one direction; one finding for all of them.
fn turned_quotes(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraphs: &[Paragraph<'_>], lone: &mut [Lone]) {
    let mut places: Vec<Span> = Vec::new();
    for first in 0..lone.len() {
        let (Some(&one), Some(&two)) = (lone.get(first), lone.get(first + 1)) else { break };
        let Some(paragraph) = paragraphs.get(one.paragraph) else { break };
        let is_turned = matches!(one.pair, QUOTES | INNER_QUOTES)
            && two.pair == one.pair
            && one.paragraph == two.paragraph
            && one.is_open == two.is_open
            && !one.is_settled
            && paragraph.text.get(one.at + '“'.len_utf8()..two.at).is_some_and(|inner| {
                !inner.is_empty()
                    && inner.chars().count() <= 12
                    && !inner.contains(|ch| prose::ends_clause(ch) || matches!(ch, '“' | '”' | '、'))
            });
        if is_turned {
            places.push(draft.source.original(paragraph.span(one.at, two.at + '“'.len_utf8())));
            for mark in lone.iter_mut().skip(first).take(2) {
                mark.is_settled = true;
            }
        }
    }
    let Some(&first) = places.first() else { return };
    let quote = draft.source.quote(first);
    let message = match draft.lang {
        Lang::Zh => format!("{quote}的两个引号方向相同：前一个应为左引号，后一个应为右引号。请改正。"),
        Lang::En => {
            format!(
                "The two quotation marks of {quote} face the same way. Put an opening one in front and a closing one behind."
            )
        }
    };
    let finding = sink.finding(first, message);
    sink.push(finding.standing_for(&places));
}

fn report(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>, mark: &Lone) {
    let Some(pair) = PAIRS.get(mark.pair) else { return };
    let (span, is_doubled) = context(paragraph, mark);
    let place = draft.source.original(span);
    let (sign, mate) = if mark.is_open { (pair.open, pair.close) } else { (pair.close, pair.open) };
    let name = pair.name.get(draft.lang);
    let at = draft.source.original(paragraph.span(mark.at, mark.at + sign.len_utf8()));
    let title = draft.lang.pick(format!("删去多余的 {sign}"), format!("Drop one {sign}"));
    // Quotation marks cannot be shown in quotation marks.
    let shown = |sign: char| if mark.pair == QUOTES { String::new() } else { format!("“{sign}”") };
    let (sign, mate) = (shown(sign), shown(mate));
    let apart = |shown: &str| if shown.is_empty() { String::new() } else { format!(" {shown}") };
    let message = match (draft.lang, mark.is_open) {
        (Lang::Zh, true) => {
            format!("左{name}{sign}没有对应的右{name}{mate}。请在应当结束的地方补上，或者删去这一个。")
        }
        (Lang::Zh, false) => {
            format!("右{name}{sign}没有对应的左{name}{mate}。请在应当开始的地方补上，或者删去这一个。")
        }
        (Lang::En, true) => format!(
            "The opening {name}{} has no closing one{}. Add it where it belongs, or drop this one.",
            apart(&sign),
            apart(&mate)
        ),
        (Lang::En, false) => format!(
            "The closing {name}{} has no opening one{}. Add it where it belongs, or drop this one.",
            apart(&sign),
            apart(&mate)
        ),
    };
    let finding = sink.finding(place, message);
    if is_doubled {
        sink.push(finding.with_fix(Safety::Suggest, title, at, String::new()));
    } else {
        sink.push(finding);
    }
}

/// One finding for a paragraph in which many marks stand alone.
fn report_all(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>, marks: &[Lone]) {
    let place = |mark: &Lone| draft.source.original(paragraph.span(mark.at, mark.at + '（'.len_utf8()));
    let places: Vec<Span> = marks.iter().map(place).collect();
    let count = places.len();
    let message = match draft.lang {
        Lang::Zh => format!("本段有 {count} 处括号、引号或书名号不成对。请逐一核对。"),
        Lang::En => {
            format!("{count} brackets or quotation marks in this paragraph have no mate. Check each of them.")
        }
    };
    let finding = sink.finding(places.first().copied(), message);
    sink.push(finding.standing_for(&places));
}

/// What the finding shows: the mark with the words that it opens or closes; and whether it stands
/// twice.
fn context(paragraph: &Paragraph<'_>, mark: &Lone) -> (ViewSpan, bool) {
    let text = paragraph.text;
    let is_end = |ch: char| {
        prose::ends_clause(ch) || ch == '、' || PAIRS.iter().any(|pair| ch == pair.open || ch == pair.close)
    };
    let length = text.get(mark.at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let end = mark.at + length;
    let sign = prose::after(text, mark.at);
    if mark.is_open {
        if prose::after(text, end) == sign {
            return (paragraph.span(mark.at, end + length), true);
        }
        let rest = text.get(end..).unwrap_or("");
        let words = rest.chars().take_while(|&ch| !is_end(ch)).take(CONTEXT);
        return (paragraph.span(mark.at, end + words.map(char::len_utf8).sum::<usize>()), false);
    }
    if prose::before(text, mark.at) == sign {
        return (paragraph.span(mark.at - length, end), true);
    }
    let head = text.get(..mark.at).unwrap_or("");
    let words = head.chars().rev().take_while(|&ch| !is_end(ch)).take(CONTEXT);
    (paragraph.span(mark.at - words.map(char::len_utf8).sum::<usize>(), end), false)
}

#[cfg(test)]
mod tests {
    use crate::rules::prose::testing;

    #[track_caller]
    fn finds(text: &str, expected: &[&str]) {
        testing::finds(&super::RULE, text, expected);
    }

    #[test]
    fn shows_the_lone_mark_with_its_words() {
        finds("弘扬“枫桥经验，做到小事不出村。", &["“枫桥经验"]);
        finds("落实《河道管理条例》》和细则。", &["》》"]);
        finds("落实《《河道管理条例》和细则。", &["《《"]);
        finds("落实河道管理条例》和细则。", &["落实河道管理条例》"]);
        finds("（云政发〔2023号）文件", &["〔2023号"]);
        finds("抽查26户(其中企业4户，全部公示。", &["(其中企业4户"]);
        finds("开展“法治体检“活动。", &["“法治体检“"]);
        finds("开展”法治体检”活动。", &["”法治体检”"]);
        finds("落实“坚持‘应放尽放”工作原则。", &["‘应放尽放"]);
        finds("落实“坚持‘应放尽放‘”工作原则。", &["‘应放尽放‘"]);
        finds("“既要‘放得下，又要‘接得住’”成为共识。", &["‘放得下"]);
    }

    #[test]
    fn leaves_pairs_and_list_marks_alone() {
        for text in [
            "（一）抽查(26户），（1）公示。",
            "1)加强领导。2）完善机制；a)压实责任。",
            "得分在[60，80）之间的为合格，（0，60]为不合格。",
            "“第一段讲组织。\n“第二段讲落实。\n“第三段讲监督。”会议强调。",
            "（注：单位为万元。\n保留一位小数。）",
            "落实《关于印发\n〈云山市河道条例〉的通知》要求。",
            "坚持“小切口、大纵深”，做到‘三个不’：“不缺位”。It’s fine.",
            "一）加强领导。\n二）完善机制。",
            "坚持“‘应放尽放’”原则，落实“一枚印章管‘审批’”。",
            "参加‘China Law 2024’论坛，It‘s “fine”，don’t。",
            "坚持‘应放尽放，下放事项26项。",
        ] {
            finds(text, &[]);
        }
        finds("（一）加强领导。\n二）完善机制。", &["二）"]);
    }
}
