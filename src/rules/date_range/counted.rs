//! A number of days right beside the days themselves: 集中整治30天（3月1日至3月20日）, 公示期5天，自5月6日至5月25日.
//!
//! *Invariant:* what is a limit or a mean is no length, and of working days only so much is known; of months and of what an attribute says all
//! days count, of other days perhaps some.

use super::is_numeral;
use super::length::{Counts, Length, Unit};
use crate::facts::date::whole_number;
use crate::search;
use crate::source::ViewSpan;

/// The most characters of the words in front of the number that are looked at.
const NEAR: usize = 12;

/// Words that make the days a limit or a mean.
const LIMITS: [&str; 20] = [
    "时限",
    "期限",
    "时效",
    "缩短",
    "压缩",
    "压减",
    "平均",
    "减至",
    "缩至",
    "减少",
    "提前",
    "不超过",
    "至少",
    "少于",
    "每",
    "办理",
    "近",
    "约",
    "超",
    "第",
];

/// What is told in days that offices may count as working days.
const ANNOUNCED: [&str; 6] = ["公示", "公示期", "公告", "公告期", "征求意见", "公开征求意见"];

/// Verbs whose deed takes as many days as stand behind it.
const DONE: [&str; 9] = ["开展", "实施", "组织", "进行", "举行", "举办", "部署", "展开", "开展了"];

/// The number at the start of `text`, and what stands behind it.
fn numeral(text: &str) -> Option<(i32, &str)> {
    let digits: usize = text.chars().take(4).take_while(|ch| is_numeral(*ch)).map(char::len_utf8).sum();
    let (number, rest) = text.split_at_checked(digits)?;
    Some((i32::from(whole_number(number)?), rest))
}

/// The number of days at the start of `text` with its unit, and how long they are in bytes.
pub(super) fn number(text: &str) -> Option<(usize, i32, Unit)> {
    let units = [
        ("天", Unit::Days),
        ("周", Unit::Weeks),
        ("个星期", Unit::Weeks),
        ("个月", Unit::Months),
        ("个工作日", Unit::WorkingDays),
    ];
    let (number, rest) = numeral(text)?;
    let (name, unit) = units.into_iter().find(|(name, _)| rest.starts_with(name))?;
    (!rest.starts_with("周岁") && !rest.starts_with("周年")).then_some((
        text.len() - rest.len() + name.len(),
        number,
        unit,
    ))
}

/// 两年 at the start of `text`, which is neither a year of the calendar nor an attribute: 为期三年的行动 may be in its last month.
pub(super) fn years(text: &str) -> Option<(usize, i32, Unit)> {
    const MOST: i32 = 20;
    let (number, rest) = numeral(text)?;
    let behind = rest.strip_prefix('年')?;
    let is_length = (1..=MOST).contains(&number) && !behind.starts_with(['的', '度', '级', '来', '多', '半']);
    is_length.then_some((text.len() - behind.len(), number, Unit::Years))
}

/// 3月1日至3月20日（20天）: the number alone in a bracket at the start of `after`, which stands at `base`.
pub(super) fn behind(after: &str, base: usize) -> Option<Length> {
    let inside = after.strip_prefix('（')?;
    let (length, number, unit) = number(inside)?;
    let from = base + after.len() - inside.len();
    let is_alone = inside.get(length..)?.starts_with('）');
    is_alone.then(|| Length { span: ViewSpan::new(from, from + length), number, unit, counts: Counts::Some })
}

/// 集中整治30天（3月1日至3月20日）: the number at the end of `before`, in front of a bracket or comma that holds nothing
/// but the range; `after` stands behind the range.
pub(super) fn before(before: &str, after: &str) -> Option<Length> {
    let head = search::ahead(before, &["自", "从", "即", "时间为", "时间："]).unwrap_or(before);
    let after = after.strip_prefix('止').or_else(|| after.strip_prefix("结束")).unwrap_or(after);
    let (head, is_bracket) = match head.strip_suffix('（') {
        Some(head) => (head, true),
        None => (head.strip_suffix('，').filter(|head| head.len() + '，'.len_utf8() < before.len())?, false),
    };
    let is_all = match is_bracket {
        true => after.starts_with('）'),
        false => after.is_empty() || after.starts_with(['。', '，', '；', '\n']),
    };
    let (start, words) = number_at_end(head)?;
    let counted = head.get(start..)?;
    let (length, number, unit) = number(counted).or_else(|| in_days(words, counted))?;
    if !is_all || length != counted.len() || search::has(words, &LIMITS) {
        return None;
    }
    let is_attribute = || {
        after.strip_prefix('）').is_some_and(|rest| rest.starts_with('的'))
            && DONE.iter().any(|verb| words.ends_with(verb))
    };
    let is_announced = ANNOUNCED.iter().any(|word| words.trim_end_matches('为').ends_with(word));
    let sums_up = search::has(words, &["累计", "共", "合计", "其中"]);
    let counts = match unit {
        Unit::WorkingDays => Counts::MaybeWorkingDays,
        Unit::Months if !sums_up => Counts::All,
        _ if is_announced => Counts::MaybeWorkingDays,
        _ if is_attribute() => Counts::All,
        _ => Counts::Some,
    };
    // 公示期5天，自…: behind a comma only what lasts is told of, or a span that says where it begins.
    let is_told = head.len() < before.len() - '，'.len_utf8() && before.ends_with(['自', '从']);
    let lasts = is_bracket || is_told || is_announced || words.trim_end_matches('为').ends_with('期');
    lasts.then(|| Length { span: ViewSpan::new(start, head.len()), number, unit, counts })
}

/// 征求意见30日: the same in 日, which behind a month would be a date.
fn in_days(words: &str, counted: &str) -> Option<(usize, i32, Unit)> {
    let number = i32::from(whole_number(counted.strip_suffix('日')?)?);
    let is_length = !words.is_empty() && !words.ends_with(['月', '、', '至', '和', '—', '-']);
    is_length.then_some((counted.len(), number, Unit::Days))
}

/// Where the number with its unit that ends `text` begins, and the words of its clause in front of it.
fn number_at_end(text: &str) -> Option<(usize, &str)> {
    const LONGEST: usize = 7;
    let is_unit = |ch: char| matches!(ch, '天' | '日' | '周' | '个' | '星' | '期' | '月' | '工' | '作');
    let tail = text.char_indices().rev().take(LONGEST);
    let (start, _) = tail.skip_while(|&(_, ch)| is_unit(ch)).take_while(|&(_, ch)| is_numeral(ch)).last()?;
    let before = text.get(..start)?;
    let is_mark = |ch: char| matches!(ch, '，' | '。' | '；' | '：' | '（' | '）' | '\n');
    let words = before.char_indices().rev().take(NEAR).take_while(|&(_, ch)| !is_mark(ch)).last();
    Some((start, words.and_then(|(at, _)| before.get(at..)).unwrap_or("")))
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn compares_the_number_beside_the_days() {
        for (text, quote) in [
            ("开展集中整治30天（3月1日至3月20日）。", "30天（3月1日至3月20日"),
            ("集中宣传三周（6月1日至6月10日）。", "三周（6月1日至6月10日"),
            ("开展两个月（3月1日至7月31日）的专项整治。", "两个月（3月1日至7月31日"),
            ("公示15天（6月1日至6月10日），未收到异议。", "15天（6月1日至6月10日"),
            ("征求意见30日（5月6日至5月15日）。", "30日（5月6日至5月15日"),
            ("集中攻坚45天，自6月1日起至6月30日止。", "45天，自6月1日起至6月30日"),
            ("巡察组驻点两个月（4月1日至9月1日）。", "两个月（4月1日至9月1日"),
            ("普查于4月1日开始、4月20日结束，共40天。", "4月1日开始、4月20日结束，共40天"),
            ("整治行动从4月1日开始到4月20日结束，持续了40天。", "4月1日开始到4月20日结束，持续了40天"),
            ("自2023年6月10日起公示，至2023年6月1日止。", "2023年6月10日起公示，至2023年6月1日"),
            ("公示期5天，自5月6日至5月29日。", "5天，自5月6日至5月29日"),
            ("6月1日至6月10日（15天）组织巡查。", "6月1日至6月10日（15天"),
            ("整治行动3月1日启动，3月20日结束，历时40天。", "3月1日启动，3月20日结束，历时40天"),
            ("培训班4月2日开班、4月8日结业，为期十五天。", "4月2日开班、4月8日结业，为期十五天"),
            ("巡查自6月1日持续到7月10日，共100天。", "6月1日持续到7月10日，共100天"),
            ("从2023年3月1日开始，至同年2月20日结束。", "2023年3月1日开始，至同年2月20日"),
            ("专项检查从3月20日持续到3月1日。", "3月20日持续到3月1日"),
        ] {
            finds(&RULE, text, &[quote]);
        }
    }

    #[test]
    fn leaves_limits_and_some_of_the_days_alone() {
        for text in [
            "开展集中整治20天（3月1日至3月20日），集中宣传19天（4月1日至4月20日）。",
            "公示7个工作日（6月1日至6月9日），公示5天（5月6日至5月12日）。",
            "办理时限压缩至15天（3月1日至3月10日）。",
            "降雨12天（6月1日至6月30日），优良天数28天（4月1日至4月30日）。",
            "检查3天（3月1日至20日期间抽取）。",
            "整治行动3月1日启动，3月20日结束，历时20天，核查历时三个月的线索。",
            "3月1日启动核查，3月20日结束，历时三年的纠纷得到化解。",
            "受理7月30日（6月1日至6月10日补报）的材料。",
            "巡查自2023年11月1日持续至次年2月28日，共120天。",
            "巡查自11月1日至次年2月8日结束，2月20日至3月5日共15天开展复查。",
            "平均用时40天（3月1日至3月20日）。",
            "累计停产2个月（1月1日至12月31日）。",
            "暑期整治7月1日启动，8月31日结束，其间用时5天完成复查，现场核查用时15天。",
            "暑期整治7月1日启动，8月31日结束，历时两个月。",
            "集中攻坚30天，自6月1日起至6月30日止。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
