//! Which of two dates must come first by what happened on them.
//!
//! Takes two dates that follow each other in one sentence, gives the order that their events ask for.
//!
//! *Invariant:* both events have to be of one matter: nothing but small words stands between the first event
//! and the second date, and no count of cases or other meeting is told.

use std::cmp::Ordering;

use super::pairs::{IN_FORCE, PAIRS, Pair, ROOTS};
use super::told::{Told, is_plain};
use crate::facts::date::{DateFact, without_year_word};

/// How much of a clause is looked at, in characters.
const CLAUSE: usize = 30;

/// What may stand between the first event and the second date when both are of one matter.
const LINKS: [&str; 44] = [
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
    "该方案",
    "该文件",
    "该决定",
    "该组",
    "该企业",
    "该公司",
    "企业",
    "项目",
    "工程",
    "办法",
    "条例",
    "规定",
    "责任单位",
    "承办单位",
    "当事人",
    "申请人",
    "双方",
    "系",
    "经",
    "即",
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

/// Words that say that what follows came before what was told first.
const BACKWARDS: [&str; 2] = ["系", "早在"];

/// How the organs end that act on a matter.
const ORGANS: [&str; 12] = [
    "局",
    "政府",
    "法院",
    "检察院",
    "仲裁院",
    "仲裁委",
    "仲裁委员会",
    "机关",
    "常务会议",
    "办公室",
    "委",
    "中心",
];

/// The longest name of an organ before the second date, in characters.
const LONGEST_ORGAN: usize = 14;

/// Which of two dates must come first by what happened on them, if that can be told and is not as `written`.
pub(super) fn contradiction(
    view: &str,
    first: &DateFact,
    second: &DateFact,
    written: Ordering,
) -> Option<Ordering> {
    let between = view.get(first.span.end as usize..second.span.start as usize)?;
    let (between, _) = without_year_word(between);
    let (one, rest) = between.split_once(['，', '、'])?;
    // 3月18日提出申请，次日受理，3月12日作出决定: what came a day later comes before the rest as well.
    if written == Ordering::Greater
        && let Some((next, rest)) = on_the_next_day(rest)
    {
        let told = |one| of_clauses(view, first, second, (one, rest), written);
        return told(one).or_else(|| told(next));
    }
    of_clauses(view, first, second, (one, rest), written)
}

/// What happened the next day, where `rest` begins with it, and what stands behind its clause.
fn on_the_next_day(rest: &str) -> Option<(&str, &str)> {
    const NEXT: [&str; 5] = ["次日", "当日", "当天", "同日", "翌日"];
    let rest = NEXT.iter().find_map(|word| rest.strip_prefix(word))?;
    rest.split_once(['，', '、'])
}

/// The same by the words `one` behind the first date and the words `rest` from their comma to the second date.
fn of_clauses(
    view: &str,
    first: &DateFact,
    second: &DateFact,
    (one, rest): (&str, &str),
    written: Ordering,
) -> Option<Ordering> {
    // Hardly any clause tells of an event, and there are many to look for.
    if !one.is_empty() && !ROOTS.stand_in(one) {
        return None;
    }
    let other = clause(view.get(second.span.end as usize..)?);
    if one.is_empty() && other.is_empty() {
        return named(clause_before(view, first.span.start as usize), rest);
    }
    let subject = |clause: &str| clause.trim_end_matches(['于', '在', '》']).to_owned();
    let before = clause_before(view, first.span.start as usize);
    let first = Told { clause: one.to_owned(), subject: subject(before) };
    let second = Told { clause: other, subject: subject(rest) };
    let is_backwards = written == Ordering::Greater;
    if is_backwards && started(&first.clause, &second.clause) && is_link(rest, true) {
        return Some(Ordering::Less);
    }
    if is_backwards && first.tells(IN_FORCE).is_some() && expires(rest, &second.clause) {
        return Some(Ordering::Less);
    }
    let looks_back = BACKWARDS.iter().any(|word| rest.starts_with(word));
    let follow = |one: &[&str], other: &[&str], pair: &Pair| {
        let was = first.tells(one);
        if was.is_none() && !first.names(one) {
            return false;
        }
        let is = second
            .tells(other)
            .filter(|_| is_link(rest, pair.has_organs))
            .filter(|_| pair.has_organs || !second.names_a_body(other));
        second.names(other) || (is.is_some() && !are_of_two(was, is))
    };
    let contradicts = |pair: &Pair| match is_backwards {
        true => follow(pair.before, pair.after, pair),
        false => (pair.is_told_both_ways || looks_back) && follow(pair.after, pair.before, pair),
    };
    PAIRS.iter().any(contradicts).then_some(written.reverse())
}

/// Whether two events have objects of one kind that are not the same: 进驻甲镇 and 撤离乙镇.
fn are_of_two(one: Option<&str>, other: Option<&str>) -> bool {
    one.zip(other).is_some_and(|(one, other)| {
        one != other && one.chars().next_back().is_some_and(|last| other.ends_with(last))
    })
}

/// Whether the clause between `rest` and `behind` the date tells how long what came into force is valid: 有效期至 the
/// date and nothing else, or the end of that day.
fn expires(rest: &str, behind: &str) -> bool {
    const UNTIL: [&str; 7] =
        ["有效期至", "有效期截至", "有效期到", "有效期限至", "有效期止于", "试行至", "施行至"];
    const ENDS: [&str; 5] = ["", "止", "为止", "届满", "）"];
    let link = UNTIL.iter().find_map(|until| rest.strip_suffix(until));
    ENDS.contains(&behind) && link.is_some_and(|link| is_link(link, false))
}

/// 启动修订 and 完成修订: the same deed begun and done.
fn started(one: &str, other: &str) -> bool {
    const SHORTEST_DEED: usize = 2;
    let deed = |clause: &str, verbs: &[&str]| -> Option<String> {
        let rest = verbs.iter().find_map(|verb| clause.strip_prefix(verb))?;
        let rest = rest.strip_prefix('了').unwrap_or(rest);
        let deed: String = rest.chars().take_while(|ch| !matches!(ch, '并' | '和' | '的')).collect();
        (deed.chars().count() >= SHORTEST_DEED).then_some(deed)
    };
    let begun = deed(one, &["启动", "开始", "着手"]);
    begun.is_some() && begun == deed(other, &["完成", "结束"])
}

/// 签发于6月20日，送达于6月18日: the events stand in front of their dates.
fn named(before: &str, rest: &str) -> Option<Ordering> {
    let event = |clause: &'_ str| -> Option<usize> {
        let ends = ["时间为", "时间是", "日期为", "日期是", "于"];
        ends.iter().find_map(|end| clause.strip_suffix(end)).map(str::len)
    };
    let (before, rest) = (before.get(..event(before)?)?, rest.get(..event(rest)?)?);
    let is = |words: &[&str]| words.contains(&rest);
    let was = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    PAIRS.iter().find_map(|pair| {
        if was(pair.before) && is(pair.after) {
            return Some(Ordering::Less);
        }
        (pair.is_told_both_ways && was(pair.after) && is(pair.before)).then_some(Ordering::Greater)
    })
}

/// The clause at the start of `text`.
fn clause(text: &str) -> String {
    text.chars().take(CLAUSE).take_while(|ch| !matches!(ch, '，' | '。' | '；' | '、' | '\n')).collect()
}

/// The clause of `text` that ends at `end`.
fn clause_before(text: &str, end: usize) -> &str {
    let before = text.get(..end).unwrap_or("");
    let is_mark = |ch: char| matches!(ch, '，' | '。' | '；' | '、' | '：' | '\n');
    let start = before.char_indices().rev().take(CLAUSE).take_while(|&(_, ch)| !is_mark(ch)).last();
    start.and_then(|(at, _)| before.get(at..)).unwrap_or("")
}

/// Whether `text` is made of nothing but small words that link, or names the organ that acts on the matter.
fn is_link(text: &str, may_be_organ: bool) -> bool {
    let mut rest = text.strip_suffix(['于', '在']).unwrap_or(text);
    if !is_plain(rest) {
        return false;
    }
    let is_organ = |name: &str| {
        ORGANS.iter().any(|ending| name.ends_with(ending)) && name.chars().count() <= LONGEST_ORGAN
    };
    if may_be_organ && is_organ(rest) {
        return true;
    }
    while !rest.is_empty() {
        let Some(behind) = LINKS.iter().chain(&BACKWARDS).find_map(|word| rest.strip_prefix(word)) else {
            return false;
        };
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
    fn knows_the_stages_of_a_matter() {
        for (text, quote) in [
            ("该案2023年5月20日立案，2023年5月8日作出吊销许可证决定。", "2023年5月8日"),
            ("决定书9月12日签发，9月10日送达申请人。", "9月10日"),
            ("复议申请于4月18日提交，县政府于4月11日受理。", "4月11日"),
            ("当事人4月18日提出仲裁申请，仲裁委员会4月11日立案。", "4月11日"),
            ("督查组6月3日进驻，5月28日撤离。", "5月28日"),
            ("该案3月15日开庭，3月1日作出裁决。", "3月1日"),
            ("4月10日接到举报，4月6日立案。", "4月6日"),
            ("问题线索5月16日交办，5月9日整改到位。", "5月9日"),
            ("隐患台账于10月8日交办，责任单位于9月28日反馈整改完毕。", "9月28日"),
            ("整改通知书6月18日下达，企业于6月8日整改完毕。", "6月8日"),
            ("诉求工单5月20日派单，承办单位5月12日反馈办理结果。", "5月12日"),
            ("项目3月20日发布招标公告，3月6日中标。", "3月6日"),
            ("平台2022年9月申报，2022年3月获批立项。", "2022年3月"),
            ("招录工作3月25日组织笔试，3月12日面试。", "3月12日"),
            ("草案7月20日提请县政府常务会议审议，7月6日审议通过。", "7月6日"),
            ("3月18日抽样，3月11日出具检验报告。", "3月11日"),
            ("《办法》自3月1日起施行，系3月15日审议通过。", "3月15日"),
            ("活动9月20日启动，9月5日收官。", "9月5日"),
            ("联席会议6月6日召开，会议纪要6月2日印发。", "6月2日"),
            ("罚款5月6日缴纳，处罚决定5月20日作出。", "5月20日"),
            ("2022年8月启动修订，2022年6月完成修订并公布。", "2022年6月"),
            ("线索4月12日转办，责任单位4月2日办结并反馈。", "4月2日"),
            ("该办法通过于2023年5月10日，施行于2023年4月1日。", "2023年4月1日"),
        ] {
            finds(&RULE, text, &[quote]);
        }
    }

    #[test]
    fn knows_when_it_ends() {
        for (text, quote) in [
            ("《河湾市户外广告管理办法》自2023年9月1日起施行，有效期至2023年8月31日。", "2023年8月31日"),
            ("《规定》2023年4月10日起实施，该规定有效期至2023年3月9日止。", "2023年3月9日"),
            ("绩效评价2023年7月启动，2023年4月形成绩效评价报告。", "2023年4月"),
            ("摸底工作9月4日启动，8月20日形成调查报告报市政府。", "8月20日"),
        ] {
            finds(&RULE, text, &[quote]);
        }
        for text in [
            "《河湾市户外广告管理办法》自2023年9月1日起施行，有效期至2028年8月31日。",
            "新办法自2023年9月1日起施行，有效期至2023年8月31日的旧办法不再执行。",
            "新办法自2023年9月1日起施行，原办法有效期至2023年8月31日。",
            "绩效评价2023年4月启动，2023年7月形成绩效评价报告。",
            "绩效评价2023年7月启动，2023年4月形成的可行性研究报告一并参考。",
            "2023年7月启动二次供水改造，2023年4月形成污水处理论证报告。",
            "2023年7月启动立法调研，2023年4月形成普法调研报告。",
        ] {
            finds(&RULE, text, &[]);
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

    #[test]
    fn leaves_what_may_well_come_before_alone() {
        for text in [
            // What is asked for behind a decision is another application.
            "2023年5月10日作出处罚决定，当事人于5月20日提交复议申请。",
            "2023年5月10日受理，2023年5月20日提出延期申请。",
            // Measures that need no filing, notices that go before the decision.
            "2023年6月12日立案，2023年6月5日作出查封扣押决定。",
            "该案6月12日立案，6月10日作出责令改正决定。",
            "6月20日作出处罚决定，6月3日送达处罚告知书。",
            "6月20日签发，6月3日送达事先告知书。",
            // What was reported before is another list.
            "问题清单于10月8日交办，责任单位于9月28日反馈整改完毕的问题一并复核。",
            "10月8日交办，9月28日反馈整改情况的单位免予复查。",
            "10月8日交办问题31个，10月28日反馈整改完毕。",
            // The attribute of something else.
            "3月20日立案，3月11日受理的投诉同步转办。",
            "5月20日成立专班，5月6日撤销的旧机构人员划入。",
            "自2023年8月1日起施行，2018年3月1日公布的《暂行办法》同时废止。",
            // Out of one place and into the next.
            "巡察组5月20日撤离，5月27日进驻。",
            "平台2021年3月立项，2022年5月申报省级示范。",
            "大厅2023年5月投用，2023年8月通过验收。",
            "学校2022年5月撤销，2023年3月重新成立。",
            // Bureaus that have buildings of their own.
            "县民政局2023年6月开工，县财政局2023年5月竣工。",
            "5月20日受理，5月6日立案标准修订完成。",
            "5月20日召开会议，会议通知5月18日印发。",
            "5月6日进驻东陵镇，4月28日撤离西坝镇。",
            "2023年5月6日受理甲公司案，2023年4月20日审结乙公司案。",
            "2023年6月20日作出处罚决定，告知书6月3日送达。",
            "2023年6月20日启动二期修缮，2023年5月完成一期修缮。",
            "决定书6月20日送达，当事人于6月18日已主动缴清罚款。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
