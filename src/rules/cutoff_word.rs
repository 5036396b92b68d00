//! 截止 where 截至 is meant: before a point of time up to which something was counted.
//!
//! *Invariant:* a deadline (报名截止…) keeps its 截止.

use super::prose;
use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::review::{Safety, Severity};
use crate::search;

pub(super) static RULE: Rule = Rule {
    id: "cutoff-word",
    group: Group::Text,
    severity: Severity::Warning,
    title: Text { zh: "“截至”误写为“截止”", en: "The word for a deadline used for up to" },
    page: page!("cutoff-word"),
    check,
};

const WORD: &str = "截止";

/// Points of time in words.
const TIMES: [&str; 12] =
    ["目前", "现在", "当前", "今年", "去年", "上年", "本年", "本月", "上月", "年底", "年末", "月底"];

/// What ends on a day: behind these words 截止 is right.
const DEADLINES: [&str; 18] = [
    "报名", "申报", "征集", "征求", "投稿", "投票", "投标", "提交", "报送", "缴", "期限", "日期", "时间",
    "申请", "登记", "预约", "定于", "将于",
];

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    if !draft.source.characters.may_hold(WORD) {
        return;
    }
    for paragraph in prose::paragraphs(draft) {
        let text = paragraph.text;
        for (at, word) in search::each_of(text, &[WORD]) {
            let rest = text.get(at + word.len()..).unwrap_or("");
            let time = rest.strip_prefix(['到', '至', '于']).unwrap_or(rest);
            let clause = prose::clause_before(text, at);
            if !begins_with_time(time) || search::has(clause, &DEADLINES) {
                continue;
            }
            let end = at + word.len() + rest.len() - time.len();
            let span = draft.source.original(paragraph.span(at, end));
            let quote = text.get(at..end).unwrap_or(word);
            let message = match draft.lang {
                Lang::Zh => {
                    format!("“{quote}”表示到某时结束；这里是说到某时为止，事情并未结束。应写“截至”。")
                }
                Lang::En => {
                    format!(
                        "“{quote}” says that something ended then; here it only means “up to then”. Write “截至”."
                    )
                }
            };
            let title = draft.lang.pick("改为“截至”", "Change to “截至”").to_owned();
            sink.push(sink.finding(span, message).with_fix(Safety::Safe, title, span, "截至".to_owned()));
        }
    }
}

/// Whether `text` begins with a point of time: 12月底, 2023年, 目前, 十二月.
fn begins_with_time(text: &str) -> bool {
    if search::beginning(text, &TIMES).is_some() {
        return true;
    }
    let digits = |ch: char| ch.is_ascii_digit() || "〇○零一二三四五六七八九十".contains(ch);
    let rest = text.trim_start_matches(digits);
    rest.len() < text.len() && (rest.starts_with(['年', '月', '日']) || goes_on_as_date(rest))
}

/// Whether a year goes on as in 2023.12.18 or 2023-12-18, which another rule writes out.
fn goes_on_as_date(rest: &str) -> bool {
    let part = |rest: &str, mark: char| -> Option<usize> {
        let behind = rest.strip_prefix(mark)?;
        let digits = behind.chars().take_while(char::is_ascii_digit).count();
        (1..=2).contains(&digits).then_some(mark.len_utf8() + digits)
    };
    ['.', '-', '/']
        .iter()
        .any(|&mark| part(rest, mark).and_then(|month| part(rest.get(month..)?, mark)).is_some())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::prose::testing::{finds, repaired};

    #[test]
    fn finds_counts_up_to_a_time() {
        finds(&RULE, "截止12月底，审核26件。", &["截止"]);
        finds(&RULE, "截止到目前，审核26件。", &["截止到"]);
        finds(&RULE, "截止二〇二三年底，审核26件。", &["截止"]);
        finds(&RULE, "截止二○二三年底，审核26件。", &["截止"]);
        finds(&RULE, "截止2023.12.18，审核26件。", &["截止"]);
        assert_eq!(repaired(&RULE, "截止 到 12月底，审核26件。"), "截至 12月底，审核26件。");
    }

    #[test]
    fn leaves_deadlines_alone() {
        for text in ["报名截止12月5日。", "截止日期为12月5日。", "于5月截止。", "意见征集截止2023年6月。"]
        {
            finds(&RULE, text, &[]);
        }
    }
}
