//! Spans of days that are longer or shorter than the text says: 12月1日至5日为期七天.
//!
//! *Invariant:* 连续 and 共 may count some of the days; only more of them than there are is wrong.

use super::days;
use super::said::{TERMS, said, said_length};
use crate::calendar::Date;
use crate::draft::Draft;
use crate::facts::date::DateFact;
use crate::lang::Lang;
use crate::review::Severity;
use crate::rules::Sink;
use crate::search;
use crate::source::ViewSpan;

/// Compares the days from `start` to `end` with the length that is said of them, before or behind; `has_ends` where both
/// are told by what happened on them.
pub(super) fn check(
    draft: &Draft<'_>,
    sink: &mut Sink<'_>,
    (start, end): (&DateFact, &DateFact),
    has_ends: bool,
) {
    if let Some(said) = said_length(&draft.source.view.text, start.span.join(end.span), has_ends) {
        compare(draft, sink, (start, end), &said);
    }
}

/// The same of a term that stands between its days: 自2024年6月15日起施行，有效期5年，至2029年6月14日止.
pub(super) fn check_term(draft: &Draft<'_>, sink: &mut Sink<'_>, start: &DateFact, end: &DateFact) {
    const LONGEST: usize = 90;
    const ENDED: [&str; 6] = ["止", "届满", "期满", "到期", "失效", "废止"];
    let view = &draft.source.view.text;
    let (from, to) = (start.span.end as usize, end.span.start as usize);
    let between = view.get(from..to).unwrap_or("");
    let after = view.get(end.span.end as usize..).unwrap_or("");
    let ends = search::beginning(after, &ENDED).is_some();
    let is_term = between.len() <= LONGEST
        && !between.contains(['。', '；', '\n'])
        && between.starts_with('起')
        && (ends || after.is_empty() || after.starts_with(['。', '，', '；', '\n']));
    let said = || TERMS.iter().find_map(|word| said(between, from, between.find(word)?, word));
    let Some(said) = is_term.then(said).flatten() else { return };
    // 有效期5年，至2027年3月31日; 有效期3年，2026年11月30日废止.
    let joint = view.get(said.span.end as usize..to).unwrap_or("");
    let leads = match ends {
        true => joint.ends_with(['至', '到', '于']) || matches!(joint, "" | "，"),
        false => matches!(joint, "至" | "，至" | "到" | "，到"),
    };
    if leads {
        compare(draft, sink, (start, end), &said);
    }
}

/// Compares the days from `start` to `end` with the length that is `said`.
fn compare(draft: &Draft<'_>, sink: &mut Sink<'_>, (start, end): (&DateFact, &DateFact), said: &Length) {
    let Some((from, to)) = days(start, end).filter(|(from, to)| from <= to) else { return };
    let between = to.day_number() - from.day_number();
    // One day more where both ends count, and where February may have 29; a month has 28 to 31 days.
    let leap = i32::from(start.full_year().is_none() && has_end_of_february(from, to));
    let (least, most) = match said.unit {
        Unit::Days | Unit::WorkingDays => (said.number - 1 - leap, said.number),
        Unit::Weeks => (said.number * 7 - 1 - leap, said.number * 7),
        Unit::Months => (said.number * 28 - 1 - leap, said.number * 31),
        Unit::Years => (said.number * 365 - 1, said.number * 366),
    };
    let is_less = between > most;
    let counts = if said.unit == Unit::WorkingDays { Counts::MaybeWorkingDays } else { said.counts };
    let is_left_open = match counts {
        Counts::All => false,
        Counts::Some => is_less,
        Counts::MaybeWorkingDays => is_less && between <= most * 7 / 5 + LONGEST_HOLIDAY,
    };
    if (least..=most).contains(&between) || is_left_open {
        return;
    }
    let span = start.span.join(end.span).join(said.span);
    let (quote, covered) = (draft.source.folded(span), between + 1);
    let length = draft.source.folded(said.span);
    let message = match draft.lang {
        Lang::Zh => format!(
            "“{quote}”前后不符：起止日期首尾都算共 {covered} 天，与“{length}”对不上。请核对起止日期和时长。"
        ),
        Lang::En => {
            format!(
                "“{quote}” does not agree with itself: the dates cover {covered} days, both ends included, which is not “{length}”. Check the dates and the length."
            )
        }
    };
    sink.push(sink.finding(draft.source.original(span), message).with_severity(Severity::Warning));
}

/// Whether 28 February lies in the days `from` – `to`, and the day behind it.
fn has_end_of_february(from: Date, to: Date) -> bool {
    let is_before = from.month < 3;
    is_before && (to.month, to.day) >= (3, 1)
}

/// How many days off there may be between two working days.
const LONGEST_HOLIDAY: i32 = 8;

/// A length of time as the text says it.
pub(super) struct Length {
    pub span: ViewSpan,
    pub number: i32,
    pub unit: Unit,
    pub counts: Counts,
}

/// Which days of a range a length counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counts {
    /// All of them: 为期七天.
    All,
    /// All or some: 连续, 共.
    Some,
    /// All, or those on which offices work: 公示7天.
    MaybeWorkingDays,
}

/// What a length of time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Days,
    WorkingDays,
    Weeks,
    Months,
    Years,
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn compares_the_length_with_the_days() {
        for (text, quote) in [
            ("自4月2日至4月11日，连续十五天开展夜查。", "4月2日至4月11日，连续十五天"),
            ("从9月1日至9月5日，历时十天完成普查。", "9月1日至9月5日，历时十天"),
            ("9月1日至10日，共15天开展集中宣传。", "9月1日至10日，共15天"),
            ("封闭管理期内（4月1日0时至6月30日24时，共92天）不得通行。", "4月1日0时至6月30日24时，共92天"),
            ("停水时间为5月6日8时30分至5月9日18时，为期七天。", "5月6日8时30分至5月9日18时，为期七天"),
            ("自7月1日零时起至8月31日24时，历时三个月集中整治。", "7月1日零时起至8月31日24时，历时三个月"),
            ("9月1日至20日，用时五天完成抽检。", "9月1日至20日，用时五天"),
            (
                "试点自2023年3月1日起至2024年2月29日止，为期两年。",
                "2023年3月1日起至2024年2月29日止，为期两年",
            ),
            ("聘期自2022年4月1日至2023年3月31日，为期三年。", "2022年4月1日至2023年3月31日，为期三年"),
            ("顾问聘期三年，自2022年4月1日至2024年3月31日。", "聘期三年，自2022年4月1日至2024年3月31日"),
            ("合同期限2年（2022年4月1日至2025年3月31日）。", "合同期限2年（2022年4月1日至2025年3月31日"),
            (
                "本办法自2022年4月1日起施行，有效期5年，至2026年3月31日止。",
                "2022年4月1日起施行，有效期5年，至2026年3月31日",
            ),
            (
                "本办法自2024年12月1日起施行，有效期3年，2026年11月30日废止。",
                "2024年12月1日起施行，有效期3年，2026年11月30日",
            ),
            (
                "本办法自2024年12月1日起施行，有效期3年，至2026年11月30日。",
                "2024年12月1日起施行，有效期3年，至2026年11月30日",
            ),
            ("公示期为7个工作日，自2024年5月6日至5月8日。", "7个工作日，自2024年5月6日至5月8日"),
        ] {
            finds(&RULE, text, &[quote]);
        }
    }

    #[test]
    fn leaves_some_of_the_days_alone() {
        for text in [
            "自4月2日至4月11日，连续十天开展夜查。",
            "封闭管理期内（4月1日0时至6月30日24时，共91天）不得通行。",
            "停电时间为5月6日8时至5月9日8时，共3天，5月10日9时恢复。",
            "活动于5月6日上午9时至5月9日下午5时举行，为期四天。",
            "自4月2日至4月30日，连续三天开展夜查。",
            "6月1日至6月30日，分三批组织为期五天的封闭训练。",
            "6月1日至6月30日，各镇先后开展为期七天的集中宣传。",
            "9月1日至9月30日，举办两期为期五天的培训班。",
            "7月10日至8月20日，组织骨干参加为期一周的研修。",
            "9月1日至30日，共12天开展集中宣传。",
            "9月1日至5日，共开展宣传12次，连续十年保持零事故。",
            "9月1日至5日检查30家，9月6日起连续15天复查。",
            "试点自2023年3月1日起至2024年2月29日止，为期一年。",
            "聘期自2023年1月1日至2025年12月31日，为期三年。",
            "公示期为7个工作日，自2024年5月6日至5月14日。",
            "公示期为5个工作日，自2024年4月29日至5月8日。",
            "本办法自2022年4月1日起施行，有效期5年，原办法2026年3月31日废止。",
            "顾问聘期三年，自2022年4月1日至2025年3月31日。",
            "本办法自2022年4月1日起施行，有效期5年，至2027年3月31日止。",
            "本办法自2022年4月1日起施行，有效期5年，原办法至2022年3月31日止。",
            "合同期限2年，自2022年4月1日起服务，已于2023年3月31日提前终止。",
            "2024年5月1日至5月31日，为期三年的行动收官，组织检查。",
            "3月11日至20日连续十天开展巡查，为期一个月的整治随后结束。",
            "连续15天夜查后，9月1日至5日组织交叉检查，连续八天未发生事故。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
