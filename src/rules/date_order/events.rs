//! Events of which one cannot come before the other, and whether two dates are of such a pair.
//!
//! *Invariant:* both events have to be of one matter: nothing but small words stands between the first event
//! and the second date, and no count of cases or other meeting is told.

use std::cmp::Ordering;

use crate::facts::date::DateFact;

/// Pairs of events of one matter: what comes first, what comes later.
const PAIRS: [(&[&str], &[&str]); 18] = [
    (&["立项", "获批立项", "完成立项"], &["开工", "动工", "竣工", "完工", "通过验收"]),
    (&["中标", "完成招标"], &["竣工", "完工", "通过验收"]),
    (&["开工", "动工"], &["竣工", "完工", "通过验收", "投入使用"]),
    (&["竣工", "完工"], &["投入使用"]),
    (&["立案"], &["结案", "作出处罚决定", "作出行政处罚决定", "调查终结"]),
    (&["作出处罚决定", "作出行政处罚决定"], &["结案", "送达决定书", "送达处罚决定书"]),
    (
        &["受理"],
        &[
            "办结",
            "审结",
            "作出复议决定",
            "作出行政复议决定",
            "作出决定",
            "作出许可决定",
            "作出准予",
            "作出不予",
        ],
    ),
    (&["成立", "组建"], &["撤销", "解散"]),
    (&["开庭", "开庭审理"], &["宣判", "作出判决", "一审判决"]),
    (&["公开征求意见", "征求意见"], &["审议通过", "正式印发", "公布", "出台"]),
    (&["审议通过"], &["公布", "印发", "施行", "起施行", "起实施"]),
    (&["公布", "印发", "出台", "发布"], &["施行", "起施行", "起实施"]),
    (&["召开", "召开会议"], &["印发会议纪要", "印发纪要", "形成会议纪要", "形成纪要"]),
    (&["启动"], &["结束", "圆满完成", "圆满结束"]),
    (&["开班"], &["结业", "结束"]),
    (&["开幕"], &["闭幕"]),
    (&["发现问题"], &["整改完成", "完成整改", "整改到位"]),
    (&["签订合同", "签订协议"], &["竣工", "完工", "通过验收"]),
];

/// How many characters may stand between a date and its event.
const NEAR: usize = 8;

/// How much of a clause is looked at, in characters.
const CLAUSE: usize = 30;

/// What may stand between the first event and the second date when both are of one matter.
const LINKS: [&str; 29] = [
    "会议纪要",
    "会议",
    "会后",
    "随后",
    "此后",
    "其后",
    "最终",
    "实际",
    "正式",
    "该项目",
    "该工程",
    "该案",
    "该办法",
    "该条例",
    "该规定",
    "项目",
    "工程",
    "办法",
    "条例",
    "规定",
    "已",
    "并",
    "且",
    "于",
    "自",
    "在",
    "后",
    "又",
    "，",
];

/// How the organs end that act on a matter.
const ORGANS: [&str; 7] = ["局", "政府", "法院", "机关", "常务会议", "办公室", "委"];

/// The longest name of an organ before the second date, in characters.
const LONGEST_ORGAN: usize = 14;

/// Words that make the two events those of two matters: 旧办法, 第二次会议.
const OTHERS: [char; 9] = ['第', '原', '旧', '另', '废', '修', '批', '期', '再'];

/// Which of two dates must come first by what happened on them, if that can be told.
pub(super) fn order(view: &str, first: &DateFact, second: &DateFact) -> Option<Ordering> {
    let between = view.get(first.span.end as usize..second.span.start as usize)?;
    let (one, rest) = between.split_once(['，', '、'])?;
    let other = clause(view.get(second.span.end as usize..)?);
    let is_plain = |text: &str| !text.contains(OTHERS) && !text.contains(|ch: char| ch.is_ascii_digit());
    if !is_plain(one) || !is_plain(rest) || !is_plain(&other) || !is_link(rest) {
        return None;
    }
    let tells = |clause: &str, words: &[&str]| words.iter().any(|word| happens(clause, word));
    PAIRS.iter().find_map(|(before, after)| {
        if tells(one, before) && tells(&other, after) {
            return Some(Ordering::Less);
        }
        (tells(one, after) && tells(&other, before)).then_some(Ordering::Greater)
    })
}

/// The clause at the start of `text`.
fn clause(text: &str) -> String {
    text.chars().take(CLAUSE).take_while(|ch| !matches!(ch, '，' | '。' | '；' | '、' | '\n')).collect()
}

/// Whether `event` happens near the start of `clause`, and not only before or behind it.
fn happens(clause: &str, event: &str) -> bool {
    clause.find(event).is_some_and(|at| {
        let (head, tail) = (clause.get(..at).unwrap_or(""), clause.get(at + event.len()..).unwrap_or(""));
        head.chars().count() <= NEAR
            && !head.ends_with(['未', '待', '不', '前', '拟'])
            && !tail.starts_with(['前', '的', '条'])
            && !head.starts_with(['前', '以', '之'])
    })
}

/// Whether `text` is made of nothing but small words that link, or names the organ that acts on the matter.
fn is_link(text: &str) -> bool {
    let mut rest = text.strip_suffix(['于', '在']).unwrap_or(text);
    if ORGANS.iter().any(|ending| rest.ends_with(ending)) && rest.chars().count() <= LONGEST_ORGAN {
        return true;
    }
    while !rest.is_empty() {
        let Some(behind) = LINKS.iter().find_map(|word| rest.strip_prefix(word)) else { return false };
        rest = behind;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn knows_which_event_comes_first() {
        for (text, quote) in [
            ("2023年6月10日印发会议纪要，会议于2023年6月12日召开。", "2023年6月12日"),
            ("该案2023年6月10日办结，2023年6月12日受理。", "2023年6月12日"),
            ("该项目2023年6月10日立项，2023年5月1日竣工。", "2023年5月1日"),
            ("会议于2023年6月12日召开，2023年6月10日印发会议纪要。", "2023年6月10日"),
            ("办法于2023年6月12日公布，自2023年6月1日起施行。", "2023年6月1日"),
            ("草案6月3日公开征求意见，5月20日审议通过。", "5月20日"),
            ("该案6月12日立案，县市场监管局于6月2日作出处罚决定。", "6月2日"),
            ("工程2022年10月竣工、2023年3月开工。", "2023年3月"),
            ("2023年10月8日受理许可申请，2023年9月20日作出准予许可决定。", "2023年9月20日"),
            ("专班8月20日成立，8月15日撤销。", "8月15日"),
        ] {
            finds(&RULE, text, &[quote]);
        }
    }

    #[test]
    fn leaves_other_matters_alone() {
        for text in [
            "甲项目2023年6月开工，乙项目2023年5月竣工。",
            "2023年3月办结12件，2023年4月受理15件。",
            "一期2022年10月竣工，二期2023年3月开工。",
            "3月5日召开第二次会议，3月1日印发第一次会议纪要。",
            "新办法2023年6月12日公布，原办法2020年6月1日起施行。",
            "2023年6月2日受理，2023年6月10日办结。",
            "12月28日召开会议，1月5日印发会议纪要。",
            "2023年10月9日立案，2023年10月9日结案。",
            "专班8月20日成立，旧专班8月15日撤销。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
