//! Words between two dates that say by themselves which event came first: 会后, 在此之前的, 验收前的.
//!
//! *Invariant:* the word stands right before the second date, or in a clause of its own before it; an event
//! that it names has just been told.

use crate::search;
use std::cmp::Ordering;

/// Words that say that what follows came after what went before.
const AFTERWARDS: [&str; 18] = [
    "会后",
    "随后",
    "此后",
    "其后",
    "而后",
    "继而",
    "之后",
    "随即",
    "接着",
    "紧接着",
    "后来",
    "事后",
    "尔后",
    "期满后",
    "公告期满后",
    "公示期满后",
    "公示结束后",
    "公告结束后",
];

/// Words that say that what follows came before what went before.
const BEFORE: [&str; 11] =
    ["在此之前", "在这之前", "此前", "在此以前", "早在", "之前", "先前", "早先", "事前", "事先", "早前"];

/// The same of a meeting, where what went before says that it was held.
const BEFORE_MEETING: [&str; 3] = ["会前", "会议前", "开会前"];

/// Words that say that a meeting was held.
const HELD: [&str; 5] = ["召开", "举行", "举办", "开会", "开幕"];

/// What may stand between such a word and the date.
const LINKS: [&str; 6] = ["", "的", "于", "已于", "就于", "曾于"];

/// The fewest characters of an event that is named again.
const SHORTEST_EVENT: usize = 2;

/// The order of two dates by the words `between` them.
pub(super) fn order(between: &str) -> Option<Ordering> {
    // 会后，市局于3月5日印发: the word may have a clause of its own.
    let mut clauses = between.rsplit(['，', '：']);
    let (last, before) = (clauses.next().unwrap_or(""), clauses.next());
    if AFTERWARDS.iter().any(|word| last.starts_with(word) || before.is_some_and(|clause| clause == *word)) {
        return Some(Ordering::Less);
    }
    // 接到举报（11月8日）后，执法人员于11月2日赶赴现场: the bracket dates what the word stands behind.
    if let Some(behind) = between.strip_prefix('）') {
        let order = [("后，", Ordering::Less), ("前，", Ordering::Greater)];
        let told = order.into_iter().find(|(word, _)| behind.starts_with(word));
        return told.filter(|_| between.matches('，').count() == 1).map(|(_, order)| order);
    }
    let (told, rest) = between.split_once('，')?;
    // 2021年1月施行的办法，此前…: what the first date belongs to is no event that is told.
    if told.contains('的') || search::length(told) < SHORTEST_EVENT {
        return None;
    }
    // 会前，区局于6月25日发布: as with 会后, somebody may be named behind it.
    let is_of_meeting =
        |words: &str| BEFORE_MEETING.contains(&words) && HELD.iter().any(|verb| told.contains(verb));
    if before.is_some_and(is_of_meeting) && last.ends_with('于') {
        return Some(Ordering::Greater);
    }
    let (clause, link) = rest.split_once('，').unwrap_or((rest, ""));
    let marker = LINKS.iter().rev().find_map(|link| clause.strip_suffix(link)).unwrap_or(clause);
    if !LINKS.contains(&link) {
        return None;
    }
    if BEFORE.contains(&marker) || is_of_meeting(marker) {
        return Some(Ordering::Greater);
    }
    let side = [
        ("之前", Ordering::Greater),
        ("前", Ordering::Greater),
        ("之后", Ordering::Less),
        ("后", Ordering::Less),
    ];
    let (event, order) =
        side.into_iter().find_map(|(word, order)| Some((marker.strip_suffix(word)?, order)))?;
    let event = event.strip_prefix('经').unwrap_or(event);
    let is_told = search::length(event) >= SHORTEST_EVENT && told.contains(event);
    // Whoever says 收到…前 may mean another paper.
    (is_told || order == Ordering::Less && is_receipt_of(event, told)).then_some(order)
}

/// Whether `event` is that somebody received the paper which went out by what was `told`: 送达, 企业收到通知.
fn is_receipt_of(event: &str, told: &str) -> bool {
    const SENT: [&str; 6] = ["送达", "下达", "发出", "寄出", "交办", "转办"];
    const RECEIVED: [&str; 4] = ["收到", "接到", "签收", "接"];
    const PAPERS: [&str; 10] =
        ["", "通知", "通知书", "决定", "决定书", "告知书", "文书", "交办单", "函", "意见书"];
    let paper = RECEIVED.iter().find_map(|verb| search::split(event, verb));
    let is_paper = |paper: &str| PAPERS.contains(&paper) || told.contains(paper);
    SENT.iter().any(|verb| told.contains(verb)) && paper.is_some_and(|(_, paper)| is_paper(paper))
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn takes_the_word_of_the_text_for_the_order() {
        for (text, quote) in [
            ("方案10月8日印发，在此之前的10月20日已完成征求意见。", "10月20日"),
            ("系统5月6日上线，此前于5月20日完成测试。", "5月20日"),
            ("2022年5月通过省级验收，验收前的2022年6月完成自评。", "2022年6月"),
            ("工程2023年9月竣工，早在2023年11月就完成备案。", "2023年11月"),
            ("清单4月12日公布，公布前，4月20日完成合法性审核。", "4月20日"),
            ("重大决策听证会于6月20日举行，会前于6月25日发布听证公告。", "6月25日"),
            ("座谈会9月4日召开，会前，县司法局于9月14日印发通知。", "9月14日"),
            ("方案6月18日印发，事前，6月22日征求了意见。", "6月22日"),
            ("常务会议6月18日召开，会前，6月22日完成议题审核。", "6月22日"),
            ("接到举报（11月8日）后，执法人员于11月2日赶赴现场核查。", "11月2日"),
            ("方案6月18日印发，之后，6月12日召开推进会。", "6月12日"),
            ("该办法6月8日审议通过，审议通过后的6月2日向社会公布。", "6月2日"),
        ] {
            finds(&RULE, text, &[quote]);
        }
    }

    #[test]
    fn leaves_a_right_order_alone() {
        for text in [
            "接到举报（11月2日）后，执法人员于11月8日赶赴现场核查。",
            "国庆节（10月1日）前，9月20日完成检查。",
            "方案10月20日印发，在此之前的10月8日已完成征求意见。",
            "2023年1月8日印发，此前的12月20日完成征求意见。",
            "2022年5月通过省级验收，验收后的2022年6月完成公示。",
            "落实2021年7月施行的新法，此前2022年3月举办的培训继续有效。",
            "该案7月29日立案，此前7月22日作出先行登记保存决定。",
            "5月6日开展演练，开学前的8月20日再次检查。",
            "重大决策听证会于6月20日举行，会前于6月5日发布听证公告。",
            "通知6月20日印发，会前于6月25日完成布置。",
            "培训6月20日举行，会前准备于6月25日另行通报。",
            "听证公告于7月18日发布，公告期满后于8月3日举行听证会。",
            "听证会于12月20日举行，会前于11月25日发布公告，会后于12月28日作出决定。",
            "3月6日签约，节前的4月28日完成交接。",
            "3月6日签约，会前，4月28日完成议题审核。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
