//! Days that have a name, beside a date that is another: 12月14日国家宪法日.
//!
//! *Invariant:* the name stands right behind its date and in apposition to it; what is held for such a day
//! (12月2日国家宪法日宣传活动) may be on any other.

use crate::draft::Draft;
use crate::facts::date::{Kind, Link};
use crate::lang::Lang;
use crate::review::Severity;
use crate::rules::Sink;
use crate::search;

/// Days with a date that has been the same in all years of which papers tell.
const DAYS: &[(&str, u16, u16)] = &[
    ("国家宪法日", 12, 4),
    ("国际消费者权益日", 3, 15),
    ("全民国家安全教育日", 4, 15),
    ("国际禁毒日", 6, 26),
    ("世界环境日", 6, 5),
    ("世界水日", 3, 22),
    ("世界知识产权日", 4, 26),
    ("全国消防日", 11, 9),
    ("全国消防宣传日", 11, 9),
    ("全国防灾减灾日", 5, 12),
    ("国际反腐败日", 12, 9),
    ("全国交通安全日", 12, 2),
    ("世界无烟日", 5, 31),
    ("世界艾滋病日", 12, 1),
    ("国际志愿者日", 12, 5),
    ("全国土地日", 6, 25),
    ("全国生态日", 8, 15),
    ("世界地球日", 4, 22),
    ("国家公祭日", 12, 13),
    ("烈士纪念日", 9, 30),
    ("中国人民警察节", 1, 10),
    ("植树节", 3, 12),
    ("国际劳动妇女节", 3, 8),
];

/// Adds every date right in front of the name of another day.
pub(super) fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let view = draft.source.view.text.as_str();
    for fact in &draft.facts.dates {
        let (Some(month), Some(day)) = (fact.month, fact.day) else { continue };
        let head = view.get(..fact.span.start as usize).unwrap_or("");
        let tail = view.get(fact.span.end as usize..).unwrap_or("");
        // 3月15日、4月15日国际消费者权益日、…: two rows that are shared out.
        let is_alone = fact.kind == Kind::Words
            && fact.link != Link::RangeEnd
            && !head.ends_with(['、', '和', '至', '及', '与']);
        let Some((name, right)) = named(tail).filter(|_| is_alone) else { continue };
        if (month.value, day.value) == right {
            continue;
        }
        let quote = draft.source.folded(fact.span);
        let message = match draft.lang {
            Lang::Zh => {
                format!("“{quote}”不是{name}：{name}是 {} 月 {} 日。请核对日期和名称。", right.0, right.1)
            }
            Lang::En => format!(
                "“{quote}” is not {name}, which is on day {} of month {}. Check the date and the name.",
                right.1, right.0
            ),
        };
        let finding = sink.finding(draft.source.original(fact.span), message);
        sink.push(finding.with_severity(Severity::Warning));
    }
}

/// The name at the start of `tail`, and its month and day.
fn named(tail: &str) -> Option<(&'static str, (u16, u16))> {
    const APPOSITION: [&str; 5] = ["当天", "当日", "这天", "这一天", "期间"];
    let rest = tail.trim_start_matches(['“', '（', '是', '为', '的']);
    let (name, month, day) = DAYS.iter().find(|(name, ..)| rest.starts_with(name))?;
    let behind = rest.get(name.len()..)?.trim_start_matches(['”']);
    let is_apposition = behind.is_empty()
        || behind.starts_with(['，', '。', '；', '）', '\n'])
        || search::beginning(behind, &APPOSITION).is_some();
    is_apposition.then_some((name, (*month, *day)))
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn knows_the_days_that_have_a_name() {
        for (text, quote) in [
            ("12月14日国家宪法日，组织全体干部宪法宣誓。", "12月14日"),
            ("在3月5日国际消费者权益日期间开展集中宣传。", "3月5日"),
            ("2023年6月16日“国际禁毒日”当天，走进校园开展宣讲。", "2023年6月16日"),
            ("4月25日（全民国家安全教育日）发放宣传册。", "4月25日"),
        ] {
            finds(&RULE, text, &[quote]);
        }
    }

    #[test]
    fn leaves_what_is_held_for_such_a_day_alone() {
        for text in [
            "12月4日国家宪法日，组织全体干部宪法宣誓。",
            "12月2日国家宪法日宣传活动在法治广场举行。",
            "6月20日国际禁毒日来临之际，走进校园开展宣讲。",
            "3月15日、4月15日国际消费者权益日、全民国家安全教育日当天开展宣传。",
            "6月20日至6月28日国际禁毒日期间开展宣传。",
            "3月10日，国际消费者权益日活动启动。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
