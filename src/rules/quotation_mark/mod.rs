//! Quotation marks of the wrong kind: “ ” inside “ ”, ‘ ’ without “ ” round them, straight ones in Chinese text.
//!
//! *Invariant:* judges pairs within one paragraph; a mark without its mate is `unpaired-bracket`'s, but for
//! the straight ones, which that rule does not know.

mod straight;

use super::prose::{self, Paragraph};
use super::{Edit, Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    id: "quotation-mark",
    group: Group::Text,
    severity: Severity::Warning,
    title: Text { zh: "引号用法有误", en: "Quotation marks of the wrong kind" },
    page: page!("quotation-mark"),
    check,
};

/// How many pairs may stand open at once; more are no nesting but marks gone wrong.
const DEPTH: usize = 8;

/// Over how many paragraphs a quotation may run; one that was never closed hides no more than these.
const REACH: usize = 3;

/// The longest quotation in bytes that straight or single marks are taken to enclose.
const LONGEST: usize = 180;

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let mut single: Vec<Span> = Vec::new();
    let mut straight = straight::Straight::default();
    // A quotation that runs over several paragraphs holds what looks like the outermost marks.
    let mut inside = 0;
    for paragraph in prose::paragraphs(draft).filter(Paragraph::is_prose) {
        if !paragraph.marks().any(|(_, sign)| matches!(sign, '“' | '”' | '‘' | '"' | '\'')) {
            inside = usize::saturating_sub(inside, 1);
            continue;
        }
        let pairs = Pairs::read(&paragraph);
        for &(outer, inner) in &pairs.nested {
            report_nested(draft, sink, &paragraph, outer, inner);
        }
        if inside == 0 && pairs.is_balanced {
            let outermost =
                pairs.single.iter().filter(|&&at| !is_held(&pairs.double, at) && !is_held(&pairs.single, at));
            single.extend(outermost.map(|&(from, to)| draft.source.original(paragraph.span(from, to))));
        }
        inside = match (pairs.is_left_open, pairs.is_balanced) {
            (true, _) => REACH,
            (_, false) => 0,
            _ => inside.saturating_sub(1),
        };
        straight.read(draft, sink, &paragraph, &pairs);
    }
    report_single(draft, sink, &single);
    straight.report(draft, sink);
}

/// A pair of marks: from before the first to behind the last.
type Place = (usize, usize);

fn holds(outer: Place, inner: Place) -> bool {
    outer.0 < inner.0 && inner.1 < outer.1
}

/// Whether one of `pairs`, which come in the order of their ends, holds `inner`.
fn is_held(pairs: &[Place], inner: Place) -> bool {
    let from = pairs.partition_point(|pair| pair.1 < inner.1);
    pairs.iter().skip(from).take(DEPTH).any(|&pair| holds(pair, inner))
}

/// The curly pairs of one paragraph.
struct Pairs {
    double: Vec<Place>,
    /// Pairs that enclose Chinese text; an apostrophe has no mate.
    single: Vec<Place>,
    /// “ ” directly inside “ ”: the outer pair and the inner.
    nested: Vec<(Place, Place)>,
    is_balanced: bool,
    is_left_open: bool,
}

impl Pairs {
    fn read(paragraph: &Paragraph<'_>) -> Self {
        let text = paragraph.text;
        let (mut double, mut single, mut nested) = (Vec::new(), Vec::new(), Vec::new());
        // Where each open mark stands, its kind, and the pairs right inside it.
        let mut open: Vec<(usize, char, Vec<Place>)> = Vec::new();
        let mut is_balanced = true;
        for (at, ch) in paragraph.marks() {
            let mate = match ch {
                '“' | '‘' => {
                    open.push((at, ch, Vec::new()));
                    if open.len() > DEPTH {
                        is_balanced = false;
                        break;
                    }
                    continue;
                }
                '”' => '“',
                '’' => '‘',
                _ => continue,
            };
            if open.last().is_none_or(|&(_, sign, _)| sign != mate) {
                // It’s and the like.
                is_balanced &= ch == '’';
                continue;
            }
            let Some((start, _, inside)) = open.pop() else { continue };
            let place = (start, at + ch.len_utf8());
            if mate == '‘' {
                single.push(place);
                continue;
            }
            double.push(place);
            nested.extend(inside.into_iter().map(|inner| (place, inner)));
            if let Some((_, '“', outer)) = open.last_mut() {
                outer.push(place);
            }
        }
        let is_left_open = open.iter().any(|&(_, sign, _)| sign == '“');
        let is_balanced = is_balanced && open.is_empty();
        single
            .retain(|&(from, to)| to - from <= LONGEST && is_chinese_inside(text, from, to, '‘'.len_utf8()));
        Self { double, single, nested, is_balanced, is_left_open }
    }
}

/// Whether what stands between the marks of `width` bytes begins or ends in Chinese.
fn is_chinese_inside(text: &str, from: usize, to: usize, width: usize) -> bool {
    let inner = text.get(from + width..to - width).unwrap_or("");
    inner.starts_with(prose::is_han) || inner.ends_with(prose::is_han)
}

fn report_nested(
    draft: &Draft<'_>,
    sink: &mut Sink<'_>,
    paragraph: &Paragraph<'_>,
    outer: Place,
    inner: Place,
) {
    let width = '“'.len_utf8();
    let place = |from: usize, to: usize| draft.source.original(paragraph.span(from, to));
    let words = paragraph.text.get(inner.0 + width..inner.1 - width).unwrap_or("");
    let message = match draft.lang {
        Lang::Zh => format!(
            "引号里又用了同样的引号。外层用双引号，里面一层用单引号，应写作‘{words}’；如果是引号方向写反了，请改正方向。"
        ),
        Lang::En => format!(
            "Quotation marks stand inside others of the same kind. The inner ones should be single: ‘{words}’; or a mark faces the wrong way, then turn it."
        ),
    };
    let title = draft.lang.pick("里层改为单引号", "Make the inner marks single").to_owned();
    let edits = vec![
        Edit { span: place(inner.0, inner.0 + width), text: "‘".to_owned() },
        Edit { span: place(inner.1 - width, inner.1), text: "’".to_owned() },
    ];
    let finding = sink.finding(place(inner.0, inner.1), message);
    let finding = finding.with_related(place(outer.0, outer.1), "outer", None);
    sink.push(finding.with_edits(Safety::Suggest, title, edits));
}

/// ‘三个不’ without “ ” round it: one finding for the whole paper.
fn report_single(draft: &Draft<'_>, sink: &mut Sink<'_>, places: &[Span]) {
    let Some(&first) = places.first() else { return };
    let count = places.len();
    let message = match draft.lang {
        Lang::Zh => {
            format!("有 {count} 处单引号不在双引号之内。单引号用于引文里面再引用，单独使用时应改为双引号“”。")
        }
        Lang::En => format!(
            "Single quotation marks that stand inside no double ones: {count}. Single ones are for a quotation within a quotation; elsewhere use “ ”."
        ),
    };
    let title = draft.lang.pick("全部改为双引号", "Make all of them double").to_owned();
    let marks = places.iter().filter_map(|&span| {
        let width = '‘'.len_utf8() as u32;
        let inner = Span { start: span.start + width, end: span.end - width };
        // Marks that enclose double ones have to be exchanged with them by hand.
        (!draft.source.quote(inner).contains(['“', '”'])).then_some([
            Edit { span: Span { start: span.start, end: inner.start }, text: "“".to_owned() },
            Edit { span: Span { start: inner.end, end: span.end }, text: "”".to_owned() },
        ])
    });
    let edits: Vec<Edit> = marks.flatten().collect();
    let finding = sink.finding(first, message).with_severity(Severity::Hint).standing_for(places);
    sink.push(if edits.is_empty() { finding } else { finding.with_edits(Safety::Suggest, title, edits) });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::prose::testing::{finds, repaired};

    #[test]
    fn repairs_pairs() {
        for (text, right) in [
            ("群众说：“办事“更快”了。”", "群众说：“办事‘更快’了。”"),
            ("落实‘双随机’监管，推进‘放管服’改革。", "落实“双随机”监管，推进“放管服”改革。"),
            ("落实\"双随机\"监管和'放管服'改革。", "落实“双随机”监管和“放管服”改革。"),
            ("他说：\"推进'放管服'改革。\"", "他说：“推进‘放管服’改革。”"),
            ("坚持‘简政‘放权’改革’。", "坚持“简政‘放权’改革”。"),
            ("拨打\"12345\"热线。", "拨打“12345”热线。"),
        ] {
            assert_eq!(repaired(&RULE, text), right);
        }
        finds(&RULE, "推进\"放管服改革。", &["\"放管服改革"]);
        // The lone “ is another rule's, and one finding for the two is enough.
        finds(&RULE, "推进“放管服\"改革。", &[]);
    }

    #[test]
    fn leaves_right_marks_alone() {
        for text in [
            "群众说：“这里‘一件事’一次办，还‘免申即享’。”",
            "“第一段讲组织。\n“要做到‘三个不’。\n“第三段讲监督。”会议强调。",
            "It’s fine, it's \"good\". 屏幕为5\"和7\"。",
            "弘扬“枫桥经验”，推行“一站式”服务。",
            "弘扬“枫桥经验，做到‘三不’。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
