//! What a template left behind: ×××, 20XX年, ____, （此处填写…）, 待补充, ？？.
//!
//! *Invariant:* names made anonymous (张××, 豫A×××××) are hints or nothing, never errors.

mod figures;

use super::prose::{self, Paragraph};
use super::{Group, Rule, Sink};
use crate::document::BlockKind;
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::review::Severity;
use crate::search::{self, Words};
use crate::wording::pending::PENDING;

pub(super) static RULE: Rule = Rule {
    id: "placeholder",
    group: Group::Structure,
    severity: Severity::Error,
    title: Text { zh: "残留模板占位符", en: "A placeholder of a template is left" },
    page: page!("placeholder"),
    check,
};

/// What stands for a character that is left open.
const CROSSES: [&str; 6] = ["×", "✕", "X", "x", "○", "╳"];

/// The longest note of a template that is read, in characters.
const LONGEST_NOTE: usize = 30;

/// What stands for a stretch that is left open, where there are two or more.
const RUNS: [&str; 2] = ["_", "？"];

/// Words that a figure stands before: X次, ××年.
const COUNTED: [&str; 16] =
    ["年", "月", "日", "次", "项", "件", "号", "元", "%", "名", "家", "万", "场", "份", "起", "个"];

/// What a template leaves open before such a name: ××市, XX局.
const ORGANS: [&str; 14] =
    ["省", "市", "县", "区", "乡", "镇", "街道", "局", "委", "厅", "办", "部门", "单位", "同志"];

/// The most usual surnames: behind them a name was made anonymous.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文";

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let characters = &draft.source.characters;
    let has_crosses = CROSSES.iter().any(|sign| characters.may_hold(sign));
    let has_runs = RUNS.iter().any(|sign| characters.may_hold(sign));
    let has_percent = characters.has('%');
    let mut is_below_heading = false;
    for paragraph in prose::paragraphs(draft) {
        if has_crosses {
            crosses(draft, sink, &paragraph);
        }
        if has_runs {
            runs(draft, sink, &paragraph);
        }
        if paragraph.kind != BlockKind::TableRow {
            brackets(draft, sink, &paragraph);
            if has_percent {
                figures::percents(draft, sink, &paragraph);
            }
            // A heading with nothing else below it is another rule's.
            let core = paragraph.text.trim_end_matches('。');
            if !(is_below_heading && PENDING.contains(&core)) {
                figures::pending(draft, sink, &paragraph);
            }
        }
        is_below_heading = paragraph.kind == BlockKind::Heading;
    }
}

fn report(
    draft: &Draft<'_>,
    sink: &mut Sink<'_>,
    paragraph: &Paragraph<'_>,
    (start, end): (usize, usize),
    severity: Severity,
) {
    let quote = paragraph.text.get(start..end).unwrap_or("");
    let message = match (draft.lang, severity) {
        (Lang::Zh, Severity::Error) => {
            format!("“{quote}”像是模板里还没有填写的内容。请填写或者删去。")
        }
        (Lang::Zh, _) => format!("“{quote}”可能是还没有填写的内容。请核对；有意隐去名称的，可以不改。"),
        (Lang::En, Severity::Error) => {
            format!("“{quote}” looks like a blank that was never filled in. Fill it in or drop it.")
        }
        (Lang::En, _) => format!(
            "“{quote}” may be a blank that was never filled in. Check it; leave it if a name is withheld on purpose."
        ),
    };
    let finding = sink.finding(draft.source.original(paragraph.span(start, end)), message);
    sink.push(finding.with_severity(severity));
}

/// ×××, XX年, 20XX年, X次, ○○局.
fn crosses(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>) {
    let text = paragraph.text;
    let is_cross = |ch: char| matches!(ch, '×' | '✕' | 'X' | 'x' | '○' | '╳');
    let mut end = 0;
    for (start, _) in search::each_of(text, &CROSSES) {
        if start < end {
            continue;
        }
        let rest = text.get(start..).unwrap_or("");
        let behind = rest.trim_start_matches(is_cross);
        end = start + rest.len() - behind.len();
        let count = rest.chars().take_while(|&ch| is_cross(ch)).count();
        let before = prose::before(text, start);
        let unit = COUNTED.iter().find(|unit| behind.starts_with(**unit));
        let is_short_year = unit == Some(&"年")
            && text.get(..start).is_some_and(|head| head.ends_with("20") || head.ends_with("202"));
        if is_short_year {
            let head = text.get(..start).unwrap_or("");
            let digits = head.len() - head.trim_end_matches(|ch: char| ch.is_ascii_digit()).len();
            report(draft, sink, paragraph, (start - digits, end + "年".len()), Severity::Error);
            continue;
        }
        // Words, numbers, 7×24小时, 二○○八年.
        let is_inside = |ch: Option<char>| {
            ch.is_some_and(|ch| ch.is_ascii_alphanumeric() || "〇零一二三四五六七八九十·*./@-_".contains(ch))
        };
        if is_inside(before) || is_inside(behind.chars().next()) || rest.starts_with('x') && count == 1 {
            continue;
        }
        let organ = ORGANS.iter().find(|organ| behind.starts_with(**organ));
        let word = unit.or(organ).copied().filter(|_| count >= 2 || !rest.starts_with('○'));
        let is_named = before.is_some_and(|ch| SURNAMES.contains(ch)) && unit.is_none();
        let is_quoted = matches!(before, Some('《' | '“' | '〈'));
        match (count, word) {
            (1, Some(word)) if unit.is_some() && !is_quoted && word != "号" && word != "个" => {
                report(draft, sink, paragraph, (start, end + word.len()), Severity::Error);
            }
            (1, _) => {}
            (_, Some(word)) if !is_named && !is_quoted => {
                report(draft, sink, paragraph, (start, end + word.len()), Severity::Error);
            }
            _ if paragraph.kind == BlockKind::TableRow => {}
            _ => report(draft, sink, paragraph, (start, end), Severity::Hint),
        }
    }
}

/// ____ and ？？.
fn runs(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>) {
    let text = paragraph.text;
    let mut end = 0;
    for (start, sign) in search::each_of(text, &RUNS) {
        if start < end {
            continue;
        }
        let rest = text.get(start..).unwrap_or("");
        let count = rest.chars().take_while(|ch| sign.contains(*ch)).count();
        end = start + count * sign.len();
        let touches_ascii = [prose::before(text, start), prose::after(text, end)]
            .iter()
            .any(|ch| ch.is_some_and(|ch| ch.is_ascii_alphabetic() || ch == '/'));
        // A line of nothing else parts two pieces of text; a quoted question may be urgent.
        let is_ruler = start == 0 && end == text.len();
        if count < 2 || touches_ascii || is_ruler || prose::after(text, end) == Some('”') {
            continue;
        }
        report(draft, sink, paragraph, (start, end), Severity::Error);
    }
}

/// （此处填写…）, 【请补充…】 and brackets with nothing in them.
fn brackets(draft: &Draft<'_>, sink: &mut Sink<'_>, paragraph: &Paragraph<'_>) {
    const REQUESTS: Words =
        Words::of(&["填写", "请填", "请补充", "请插入", "待补充", "待填", "待完善", "待定", "待核实"]);
    let text = paragraph.text;
    for (start, open) in paragraph.marks() {
        let close = match open {
            '（' => '）',
            '【' => '】',
            '《' => '》',
            '〔' => '〕',
            _ => continue,
        };
        let rest = text.get(start + open.len_utf8()..).unwrap_or("");
        // What stands in other brackets is a title or a year.
        let is_note = matches!(open, '（' | '【');
        let longest = if is_note { LONGEST_NOTE } else { 0 };
        let found = rest.char_indices().take(1 + longest).find(|&(_, ch)| ch == close);
        let Some(inner) = found.and_then(|(length, _)| rest.get(..length)) else { continue };
        let end = start + open.len_utf8() + inner.len() + close.len_utf8();
        let asks = |words: &[&str]| words.iter().any(|word| inner.contains(word));
        let is_here = ["此处", "这里", "在此"].iter().any(|word| inner.starts_with(word))
            && asks(&["填", "补充", "插入", "添加", "略", "写", "待", "加"]);
        let is_request = REQUESTS.beginning(inner).is_some() || figures::awaits(inner);
        let severity = match inner {
            "" => Severity::Warning,
            _ if is_here || is_request => Severity::Error,
            _ => continue,
        };
        report(draft, sink, paragraph, (start, end), severity);
    }
}

#[cfg(test)]
mod tests {
    use crate::review::Severity;
    use crate::rules::prose::testing::findings;

    #[track_caller]
    fn finds(text: &str, expected: &[(&str, Severity)]) {
        let found = findings(&super::RULE, text);
        let found: Vec<(&str, Severity)> =
            found.iter().map(|finding| (finding.quote.as_deref().unwrap_or(""), finding.severity)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn finds_what_a_template_left() {
        let error = Severity::Error;
        finds(
            "20XX年，全市召开会议XX次，×××局报送信息X条。",
            &[("20XX年", error), ("XX次", error), ("×××局", error)],
        );
        finds("全年办理案件____件，其中复议？？件。", &[("____", error), ("？？", error)]);
        finds(
            "（此处填写工作成效）主要成效：待补充。",
            &[("（此处填写工作成效）", error), ("待补充", error)],
        );
        finds("云山市××年度工作，202X年安排。", &[("××年", error), ("202X年", error)]);
        finds("办理案件（）件。", &[("（）", Severity::Warning)]);
        finds("当事人张××被处罚。", &[("××", Severity::Hint)]);
        finds("整改完成率待定，群众满意率为待填。", &[("待定", error), ("待填", error)]);
        finds("办理案件12件（具体数据待核实）。", &[("（具体数据待核实）", error)]);
        finds(
            "办结率为%。满意率达到%以上，同比增长％；",
            &[("办结率为%", error), ("满意率达到%", error), ("同比增长％", error)],
        );
    }

    #[test]
    fn leaves_real_uses_alone() {
        for text in [
            "值守7×24小时，X光检查12次，手机138XXXX1234，二○○八年启动。",
            "机制有待完善，材料待补充的12件已通知，方案待定后报送，需待核实的线索3条。",
            "（此处指重大行政决策）意见已采纳。",
            "（名单待核实后公布）名单已公布（另2人待核实）。",
            "回应“办事难不难？”群众关切，网址www.xxx.com，文件a__b.txt。",
            "规格为2X3米，WINDOWS XP系统已停用，XML接口2个。",
            "牵头单位待定时由区政府指定，工作效率待提高，会议时间待定。",
            "办结率为98%，同比增长3.2％。满意率达到百分之九十。",
            "办结率（%）、占比%、增长%",
            "以下数据单位为%，保留一位小数。",
        ] {
            finds(text, &[]);
        }
    }
}
