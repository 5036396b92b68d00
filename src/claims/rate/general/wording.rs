//! What the name of a rate says of the figures beside it.
//!
//! *Invariant:* only words are read here, never the figures that bear them.

use super::super::ahead;
use super::super::names::{self, Counts};
use super::super::verbs::{OF_SOME, QUALIFIERS};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention};
use crate::search;

/// Ends of names of rates whose base is a population, a price or an earlier figure: no count of the sentence.
pub const OF_SOMETHING_ELSE: &[&str] = &[
    "增长",
    "下降",
    "增幅",
    "降幅",
    "上升",
    "降低",
    "提升",
    "减少",
    "压缩",
    "压减",
    "缩短",
    "出生",
    "死亡",
    "患病",
    "发病",
    "失业",
    "城镇化",
    "贡献",
    "周转",
    "回报",
    "收益",
    "漏损",
    "利用",
    "折扣",
    "浮动",
];

/// Ends of names of rates that are asked of people and not counted.
pub const ASKED: &[&str] =
    &["满意", "知晓", "好评", "认可", "支持", "信任", "安全感", "获得感", "参评", "入户"];

/// Words of what did not pass, against rates of what did.
pub const FAILED: &[&str] =
    &["问题", "超标", "不符合", "不达标", "异常", "违规", "违法", "不合格", "未通过", "违约", "失信"];

/// Ends of names of rates, each with words of what it leaves out.
const OPPOSITES: &[(&str, &[&str])] = &[
    ("成功", &["失败"]),
    ("完好", &["损坏", "破损", "损毁", "故障", "缺损", "失效"]),
    ("出勤", &["缺勤", "缺席", "旷工"]),
    ("出席", &["缺席", "请假"]),
    ("到会", &["缺席", "请假"]),
    ("参会", &["缺席", "请假"]),
    ("到课", &["缺课", "缺席", "请假"]),
    ("准确", &["差错", "错误", "有误"]),
    ("正确", &["差错", "错误", "有误"]),
    ("在线", &["离线", "掉线"]),
    ("成活", &["枯死", "死亡"]),
    ("存活", &["枯死", "死亡"]),
];

/// Words of what passed.
const MET: &[&str] =
    &["符合标准", "符合要求", "符合规定", "国家标准", "达到标准", "达到要求", "通过检验", "检验合格"];

/// Ends of names of rates of what passed.
pub const PASSED: &[&str] =
    &["合格", "达标", "及格", "通过", "优良", "正常", "符合", "规范", "履约", "守信", "守法", "合规"];

/// Words that deny what a verb behind them says.
const NOT_YET: &[&str] = &["尚未", "还未", "暂未", "未取得", "未获", "未领", "没有"];

/// The last two characters of `name`.
pub fn last_word(name: &str) -> Option<&str> {
    let (at, _) = name.char_indices().rev().nth(1)?;
    name.get(at..)
}

/// What `name` says in front of its last word: 社区 in 社区覆盖.
pub fn object_of(name: &str) -> &str {
    last_word(name).and_then(|stem| name.strip_suffix(stem)).unwrap_or("")
}

/// How a figure answers to the name of a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bears {
    /// It counts what the rate is of.
    Name,
    /// It counts what the rate leaves out.
    Opposite,
}

/// Whether the rate called `name` is of what is not so: 未达标率, 不规范的比例.
pub fn is_denied(name: &str) -> bool {
    label::ends_in_denial(object_of(name))
}

/// Whether `mention` counts what the rate called `name`, which ends in `stem`, is of, or what it leaves out.
pub fn bears_name(mention: &Mention<'_>, name: &str, stem: &str, verbs: &[&str]) -> Option<Bears> {
    let found = bears(mention, stem, verbs)?;
    // 不合格 91 批次 are what 不合格率 is of.
    let is_of_the_opposite = is_denied(name);
    Some(match found {
        Bears::Name if is_of_the_opposite => Bears::Opposite,
        Bears::Opposite if is_of_the_opposite => Bears::Name,
        as_it_is => as_it_is,
    })
}

/// Whether `mention` counts what the rate of `stem` is of, or what it leaves out.
pub fn bears(mention: &Mention<'_>, stem: &str, verbs: &[&str]) -> Option<Bears> {
    // 除 2 件外，其余均由负责人出庭.
    if mention.before.starts_with('除') && mention.after.ends_with('外') {
        return Some(Bears::Opposite);
    }
    let found = [mention.before, mention.after].into_iter().find_map(|words| {
        let told = || verbs.iter().find_map(|verb| search::last(words, verb));
        // 规范性文件 is what was made, and not made as it should be.
        let is_kind =
            |at: &usize| words.get(at + stem.len()..).is_some_and(|behind| behind.starts_with('性'));
        let named = search::last(words, stem);
        if named.as_ref().is_some_and(is_kind) {
            return None;
        }
        let at = named.or_else(|| spread(words, stem)).or_else(|| abbreviated(words, stem)).or_else(told)?;
        let ahead = words.get(..at)?;
        // 调解成功 532 起 are fewer than those of 调解率.
        if words.get(at + stem.len()..).is_some_and(|behind| label::begins(behind, &["成功", "到位", "合格"]))
        {
            return None;
        }
        // 尚未取得行政执法证: a verb may stand between what denies and the paper that 持证率 is of.
        let is_denied =
            label::ends_in_denial(ahead) || words.ends_with(['证', '的']) && label::has(ahead, NOT_YET);
        Some(if is_denied { Bears::Opposite } else { Bears::Name })
    });
    let failed = || {
        let told = |words: &[&str]| label::has(mention.before, words) || label::has(mention.after, words);
        let is_against = |(name, words): &(&str, &[&str])| *name == stem && told(words);
        let is_failed = PASSED.contains(&stem) && told(FAILED) || OPPOSITES.iter().any(is_against);
        is_failed.then_some(Bears::Opposite)
    };
    // 2460 批次符合标准: so is what passed called.
    let passed = || {
        let is_passed = PASSED.contains(&stem)
            && [mention.before, mention.after].iter().any(|words| label::has(words, MET));
        is_passed.then_some(Bears::Name)
    };
    found.or_else(failed).or_else(passed)
}

/// Where the two characters of `stem` begin that stand apart in `words`: 网办 in 网上办理.
pub fn spread(words: &str, stem: &str) -> Option<usize> {
    const FARTHEST: usize = 3;
    let (first, second) = (stem.chars().next()?, stem.chars().next_back()?);
    words
        .match_indices(first)
        .find(|(at, _)| {
            words
                .get(*at..)
                .is_some_and(|rest| rest.chars().skip(2).take(FARTHEST - 1).any(|ch| ch == second))
        })
        .map(|(at, _)| at)
}

/// Where the verb begins whose first sign `stem` joins to a sign of the noun that ends `words`: 参教 in 全年参加集中教育, 建站 in 建立微型消防站.
fn abbreviated(words: &str, stem: &str) -> Option<usize> {
    /// The characters of the noun that the second sign may be.
    const NOUN: usize = 2;
    const LONGEST: usize = 14;
    let (first, second) = (stem.chars().next()?, stem.chars().next_back()?);
    let told = label::strip(words.strip_suffix('的').unwrap_or(words));
    let is_verb = told.starts_with(first) && (4..=LONGEST).contains(&search::length(told));
    let ends = told.chars().rev().take(NOUN).any(|sign| sign == second);
    (is_verb && ends).then(|| words.find(told)).flatten()
}

/// Whether the rate is asked of people: of how many need not be said.
pub fn is_asked(name: &str) -> bool {
    search::ending(name, ASKED).is_some()
}

/// Whether `mention` counts those who were asked.
pub fn is_surveyed(mention: &Mention<'_>) -> bool {
    label::has(
        mention.before,
        &["调查", "抽样", "访问", "走访", "受访", "回访", "访谈", "抽查", "问卷", "测评"],
    )
}

/// Whether the counts of the rate must have words of their own: 合格率, 办结率.
pub fn is_told(name: &str) -> bool {
    names::find(name).is_some_and(|known| !matches!(known.counts, Counts::Name))
}

/// Whether `words` narrow what they are of: 按期办结.
pub fn narrows(words: &str) -> bool {
    search::has(words, QUALIFIERS) || search::has(words, OF_SOME)
}

/// Whether the rate called `name` is of one grade of what `counts` count in all grades: 重大隐患整改率 behind 整改 235 处.
pub fn is_of_a_grade(name: &str, counts: &[&Mention<'_>]) -> bool {
    const GRADES: &[&str] = &["重大", "较大", "一般", "重点", "疑难", "突出"];
    GRADES
        .iter()
        .any(|grade| name.contains(grade) && !counts.iter().any(|count| count.run_up.contains(grade)))
}

/// Whether the figure is of a narrower count than the rate called `name`.
pub fn goes_beyond(mention: &Mention<'_>, name: &str) -> bool {
    // 网上办理 is what 网办率 is of.
    let is_said = |qualifier: &str| qualifier.chars().next().is_some_and(|first| name.contains(first));
    QUALIFIERS.iter().any(|qualifier| mention.before.contains(qualifier) && !is_said(qualifier))
}

/// Whether what the name of the rate says besides its last word is said of one of the counts as well.
pub fn is_of_it(name: &str, above: &Mention<'_>, below: &Mention<'_>) -> bool {
    let object = object_of(name);
    search::length(object) < 2
        || [above, below].iter().any(|mention| {
            ahead::share_two_characters(object, mention.run_up)
                || ahead::share_two_characters(object, mention.after)
        })
}

/// 逮捕 125 人，不捕 115 人，不捕率: what `other` counts is the opposite, and not all of them.
pub fn is_of_the_opposite(stem: &str, other: &Mention<'_>) -> bool {
    stem.strip_prefix(['不', '未', '非']).is_some_and(|done| other.before.contains(done))
}

/// 已履行, 自动履行: whether the words of `mention` are those of the rate and hardly more, so that it counts some of what the
/// sentence before did.
pub fn says_no_more(mention: &Mention<'_>, stem: &str) -> bool {
    const LONGEST: usize = 5;
    let words = mention.before.strip_prefix("其中").unwrap_or(mention.before).trim_end_matches(['的', '”']);
    let words = words.rsplit('“').next().unwrap_or(words);
    search::length(words) <= LONGEST && (words.ends_with(stem) || spread(words, stem).is_some())
}

/// 受理 860 件。办结 817 件: whether the rate called `name` may be of more than came in, as `base` tells, with what was there before
/// it, and so lower than `found` says. It is never higher.
pub fn may_be_of_more(name: &str, base: &Mention<'_>, found: &Statement) -> bool {
    let carries = matches!(names::find(name).map(|known| &known.counts), Some(Counts::Verbs(verbs)) if verbs.carries_over);
    carries
        && !label::has(base.before, &["排查", "制定", "出台"])
        && found.fault.is_some_and(|fault| !fault.excess.is_negative())
}

/// 复议案件（200 件）中: whether `mention` stands alone in a bracket, as the count of the noun before it.
pub fn is_of_the_noun_before(mention: &Mention<'_>) -> bool {
    mention.lead == Lead::Open && mention.before.is_empty() && mention.after.is_empty() && mention.depth == 1
}
