//! Figures in forms that the standard for numerals excludes: 4千, 3、4个, 20几次, full-width digits; and
//! approximations told twice: 约200余人.
//!
//! *Invariant:* one finding for each form; full-width digits are looked for in the draft itself, for the
//! folded view no longer shows them.

use super::prose::{self, Paragraph};
use super::{Edit, Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};
use crate::search;
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    id: "digit-form",
    group: Group::Text,
    severity: Severity::Hint,
    title: Text { zh: "数字写法不规范", en: "A figure in an irregular form" },
    page: page!("digit-form"),
    check,
};

/// What makes 千 and 百 part of a unit or a name.
const UNITS: [&str; 16] =
    ["米", "克", "瓦", "伏", "卡", "帕", "赫", "字节", "兆", "安", "焦", "分", "货", "度", "合", "斤"];

/// Words that are counted by one, two or three of a kind: 三四个, not 3、4个.
const COUNTED: [&str; 12] = ["个月", "个", "天", "次", "人", "名", "家", "件", "种", "倍", "小时", "分钟"];

/// Words before a figure that make it approximate.
const ABOUT: [&str; 6] = ["大约", "将近", "接近", "约", "近", "逾"];

const HAN: [&str; 9] = ["一", "两", "三", "四", "五", "六", "七", "八", "九"];

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let (mut scaled, mut neighbours, mut some) = (Vec::new(), Vec::new(), Vec::new());
    let mut twice = Vec::new();
    for paragraph in prose::paragraphs(draft).filter(|paragraph| paragraph.is_prose()) {
        let text = paragraph.text;
        for (digit, _) in paragraph.digits().filter(|(_, sign)| sign.is_ascii_digit()) {
            let at = digit + 1;
            let Some(sign) = prose::after(text, at) else { continue };
            if !matches!(sign, '千' | '百' | '、' | '几' | '余' | '多' | '万' | '亿') {
                continue;
            }
            let digits = digits_before(text, at);
            if digits.is_empty() {
                continue;
            }
            let start = at - digits.len();
            match sign {
                '、' => neighbours.extend(neighbouring(draft, &paragraph, start, at)),
                '几' => some.push(draft.source.original(paragraph.span(start, at + sign.len_utf8()))),
                '余' | '多' | '万' | '亿' => {
                    twice.extend(approximated_twice(draft, &paragraph, start, at))
                }
                _ => scaled.extend(with_scale(draft, &paragraph, start, at)),
            }
        }
    }
    let lang = draft.lang;
    let tell = |sink: &mut Sink<'_>, places: &[Span], zh: &str, en: &str| {
        let Some(&first) = places.first() else { return };
        let quote = draft.source.quote(first);
        let message = match lang {
            Lang::Zh => format!("“{quote}”{zh}"),
            Lang::En => format!("“{quote}” {en}"),
        };
        let finding = sink.finding(first, message);
        sink.push(finding.standing_for(places));
    };
    tell(
        sink,
        &scaled,
        "的写法不规范：阿拉伯数字只能与“万”“亿”连用，不能与“千”“百”连用。请全用阿拉伯数字或者全用汉字。",
        "is irregular: Arabic digits go with 万 and 亿 only, not with 千 or 百. Write all of it in digits or in characters.",
    );
    tell(
        sink,
        &some,
        "的写法不规范：用“几”表示的概数应写汉字，如“十几”“二十几”。请改正。",
        "is irregular: an approximation with 几 takes Chinese numerals, as in 十几. Correct it.",
    );
    tell(
        sink,
        &twice,
        "中表示概数的词用了两个，意思重复。请只保留一个，如“约200人”或者“200余人”。",
        "says twice that the figure is not exact. Keep one of the two words, as in 约200人 or 200余人.",
    );
    for (edit, quote) in neighbours {
        let right = &edit.text;
        let message = match lang {
            Lang::Zh => {
                format!("“{quote}”如果是用相邻两数表示概数，应写汉字，中间不用顿号。请改为“{right}”。")
            }
            Lang::En => format!(
                "“{quote}”, if it is an approximation, takes Chinese numerals without a mark between them. Write “{right}”."
            ),
        };
        let title = lang.pick(format!("改为“{right}”"), format!("Change to “{right}”"));
        let finding = sink.finding(edit.span, message);
        sink.push(finding.with_fix(Safety::Suggest, title, edit.span, edit.text));
    }
    full_width(draft, sink);
}

/// The digits right before `at`, if they are a figure of their own.
fn digits_before(text: &str, at: usize) -> &str {
    let head = text.get(..at).unwrap_or("");
    let rest = head.trim_end_matches(|ch: char| ch.is_ascii_digit() || ch == '.');
    let is_code = rest.ends_with(|ch: char| ch.is_ascii_alphabetic() || matches!(ch, '第' | '-' | '·' | ','));
    if is_code { "" } else { head.get(rest.len()..).unwrap_or("") }
}

/// 约200余人, 近3万多份: a word before the figure and one behind it say the same.
fn approximated_twice(draft: &Draft<'_>, paragraph: &Paragraph<'_>, start: usize, at: usize) -> Option<Span> {
    let text = paragraph.text;
    let sign = prose::after(text, at)?;
    let end = at + sign.len_utf8();
    let end = match sign {
        '余' | '多' => end,
        // The words behind 万 belong to the figure too.
        _ => end + prose::after(text, end).filter(|ch| matches!(ch, '余' | '多'))?.len_utf8(),
    };
    let head = text.get(..start)?;
    let word = ABOUT.iter().find(|word| head.ends_with(**word))?;
    let before = head.strip_suffix(word).and_then(|head| head.chars().next_back());
    // 节约20余万元, 签约30余家, 最近20余年.
    let is_other_word = before.is_some_and(|ch| "节签预违合公集条制契履邀特租最附邻临靠就亲".contains(ch));
    (!is_other_word).then(|| draft.source.original(paragraph.span(start - word.len(), end)))
}

/// 4千, 3百余.
fn with_scale(draft: &Draft<'_>, paragraph: &Paragraph<'_>, start: usize, at: usize) -> Option<Span> {
    let end = at + '千'.len_utf8();
    let rest = paragraph.text.get(end..)?;
    if search::beginning(rest, &UNITS).is_some() {
        return None;
    }
    let more = rest.chars().take_while(|ch| matches!(ch, '余' | '多' | '万' | '亿')).map(char::len_utf8);
    Some(draft.source.original(paragraph.span(start, end + more.sum::<usize>())))
}

/// 3、4个: the correction and what stands there.
fn neighbouring(
    draft: &Draft<'_>,
    paragraph: &Paragraph<'_>,
    start: usize,
    at: usize,
) -> Option<(Edit, String)> {
    let text = paragraph.text;
    let low = text.get(start..at)?.parse::<usize>().ok().filter(|low| (1..=8).contains(low))?;
    let rest = text.get(at + '、'.len_utf8()..)?;
    let high = rest.chars().next()?.to_digit(10)? as usize;
    let counted = COUNTED.iter().find(|word| rest.get(1..).is_some_and(|tail| tail.starts_with(**word)))?;
    // 分别为3、4个 and 第3、4次 name two figures.
    let is_list = matches!(prose::before(text, start), Some('、' | '—' | '至' | '期' | '度' | '年'))
        || prose::clause_before(text, start).contains(['各', '第'])
        || prose::clause_before(text, start).contains("分别")
        || prose::clause_after(text, at).contains("分别");
    if high != low + 1 || is_list {
        return None;
    }
    let span = draft.source.original(paragraph.span(start, at + '、'.len_utf8() + 1 + counted.len()));
    // 二 stands before 三, 两 stands nowhere else.
    let first = if low == 2 { "两" } else { HAN.get(low - 1)? };
    let second = if high == 2 { "两" } else { HAN.get(high - 1)? };
    Some((Edit { span, text: format!("{first}{second}{counted}") }, draft.source.quote(span).to_owned()))
}

/// １２ in the draft: one finding for the whole paper.
fn full_width(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let text = draft.source.text;
    if !('０'..='９').any(|digit| draft.source.characters.has(digit)) {
        return;
    }
    let mut edits: Vec<Edit> = Vec::new();
    for (at, digit) in text.match_indices(|ch| matches!(ch, '０'..='９')) {
        let value = digit.chars().next().map_or(0, |ch| ch as u32 - '０' as u32);
        let half = char::from_digit(value, 10).unwrap_or('0');
        let end = at + digit.len();
        match edits.last_mut() {
            Some(last) if last.span.end as usize == at => {
                last.span.end = Span::new(at, end).end;
                last.text.push(half);
            }
            _ => edits.push(Edit { span: Span::new(at, end), text: half.to_string() }),
        }
    }
    if edits.is_empty() {
        return;
    }
    let count = edits.len();
    let message = match draft.lang {
        Lang::Zh => format!("有 {count} 处全角数字。阿拉伯数字应为半角，可以一次全部改正。"),
        Lang::En => format!(
            "Figures in full-width digits: {count}. Arabic digits should be half-width; all can be changed at once."
        ),
    };
    let title = draft.lang.pick("全部改为半角数字", "Change all of them to half width").to_owned();
    prose::report_together(sink, message, title, Safety::Safe, edits);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::prose::testing::{finds, repaired};

    #[test]
    fn gathers_each_form() {
        finds(&RULE, "发放资料1千余份、2百份，走访3千户。", &["1千余"]);
        finds(&RULE, "每村3、4人，共20几次。", &["3、4人", "20几"]);
        finds(&RULE, "约200余人参加，发放资料近3万余份。", &["约200余"]);
        assert_eq!(repaired(&RULE, "每村2、3人，共１２次。"), "每村两三人，共12次。");
    }

    #[test]
    fn leaves_units_lists_and_names_alone() {
        for text in [
            "河道86千米，功率5千瓦，1.2万份，3百分点。",
            "分别为3、4个，第3、4次会议，1、2、3个。",
            "下降3、5个，G4千线，一千余份。",
            "节约20余万元，签约30余家，约200人，近3万份，200余人，最近20多年。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
