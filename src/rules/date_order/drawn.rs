//! What was done by what came out of an event: 听证会举行，根据听证意见，该局作出决定.
//!
//! Takes the words before the first date and those between both, tells whether the second date comes later by them.
//!
//! *Invariant:* what was drawn upon has a name of two characters at least, and that name stands beside the first date.

use crate::search;

/// Words with which somebody draws upon something.
const BY: [&str; 13] =
    ["根据", "依据", "按照", "依照", "结合", "针对", "对照", "参照", "围绕", "参考", "吸收", "采纳", "综合"];

/// What comes out of an event.
const OUTCOMES: [&str; 9] = ["意见", "结果", "建议", "结论", "反馈", "情况", "问题", "报告", "决定"];

/// What a meeting or a paper asks for.
const DEMANDS: [&str; 4] = ["要求", "部署", "精神", "安排"];

/// Events that ask for something.
const ASKING: [&str; 8] = ["召开", "举行", "印发", "下发", "发出", "下达", "反馈", "交办"];

/// How an event ends that is named again with 后: 审查通过后.
const ENDS: [&str; 5] = ["通过", "完成", "结束", "完毕", "合格"];

/// The most characters of the name of what was drawn upon, and of who did it.
const LONGEST: usize = 14;

/// Whether what stands behind the words `between` two dates was drawn from what was told of the first one, with the clause
/// `before` it.
pub(super) fn follows(before: &str, between: &str) -> bool {
    let Some((told, rest)) = between.split_once('，') else { return false };
    let (clause, actor) = rest.split_once('，').unwrap_or((rest, ""));
    if told.contains('的') || !is_short(clause) || !is_short(actor) || actor.contains(['，', '的']) {
        return false;
    }
    let is_beside = |name: &str| before.contains(name) || told.contains(name);
    if let Some(event) = clause.strip_suffix('后') {
        let name = search::ending(event, &ENDS).and_then(|end| event.strip_suffix(end));
        return name.is_some_and(|name| search::length(name) >= 2 && is_beside(name));
    }
    let Some(source) = search::behind(clause, &BY) else { return false };
    let name_before = |words: &[&str]| {
        let ends = words.iter().filter_map(|word| source.rfind(word));
        ends.max().and_then(|at| source.get(..at))
    };
    let asks = || ASKING.iter().any(|verb| told.contains(verb));
    let name = name_before(&OUTCOMES).or_else(|| name_before(&DEMANDS).filter(|_| asks()));
    name.is_some_and(|name| is_of_this(name) && pairs(name).any(is_beside))
}

/// Whether `words` are short enough to be of this matter and nothing counts in them.
fn is_short(words: &str) -> bool {
    search::length(words) <= LONGEST && !words.contains(|ch: char| ch.is_ascii_digit())
}

/// Whether `name` is that of an event of now: 上年评估 and 原审查 are others.
fn is_of_this(name: &str) -> bool {
    !name.contains(['上', '去', '往', '前', '原', '旧', '另', '历', '第'])
}

/// Every two characters of `name` that stand side by side.
fn pairs(name: &str) -> impl Iterator<Item = &str> {
    let starts = name.char_indices().map(|(at, _)| at);
    let ends = name.char_indices().map(|(at, _)| at).skip(2).chain([name.len()]);
    let pairs = starts.zip(ends).filter_map(|(start, end)| name.get(start..end));
    pairs.filter(|pair| search::length(pair) == 2)
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn knows_what_was_drawn_from_an_event() {
        for (text, quote) in [
            ("听证会于6月20日举行，根据听证意见，该局于6月12日作出处罚决定。", "6月12日"),
            ("专家论证会6月20日召开，根据论证意见，区政府6月12日修改方案。", "6月12日"),
            ("省督察组6月20日反馈意见，针对反馈问题，6月12日制定整改方案。", "6月12日"),
            ("6月20日完成检测，依据检测结果于6月12日作出处理。", "6月12日"),
            ("联席会议于6月20日召开，按照会议要求，6月12日印发方案。", "6月12日"),
            ("合法性审查6月20日完成，审查通过后，6月12日印发。", "6月12日"),
        ] {
            finds(&RULE, text, &[quote]);
        }
    }

    #[test]
    fn leaves_what_was_drawn_from_another_alone() {
        for text in [
            "听证会于6月12日举行，根据听证意见，该局于6月20日作出处罚决定。",
            "评估6月20日完成，根据督察意见，该局于6月12日制定方案。",
            "5月20日反馈意见，根据县委意见，5月12日成立专班。",
            "评估6月20日完成，根据上年评估结果，6月12日修订清单。",
            "省督察组6月20日进驻，按照督察要求，6月12日成立专班。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
