//! What came of things, told right behind them: 抽检 200 批次，合格 210 批次; 发放问卷 500 份，回收 510 份.
//!
//! Takes the figures of a passage, gives a broken `subset` where more came of the things than there were. Where no more came, the
//! two say nothing that could be wrong.
//!
//! *Invariant:* the verbs of the two say that the one comes of the other, within the same year; where some may be of before, or of
//! others, nothing is said.

use super::cue_set::Cue;
use super::label::{self, has};
use super::rate::{IN_TIME, is_due, share_two_characters};
use super::statement::{Lead, Mention, Passage};
use super::total::{self, exceeds};
use super::{Fault, Reason, Statement, growth};
use crate::facts::{Class, Decimal};
use crate::search;

/// What was done with things, and what can come of no more than these.
struct Stages {
    from: &'static [&'static str],
    into: &'static [&'static str],
}

const STAGES: &[Stages] = &[
    Stages {
        from: &["抽检", "检验", "检测", "监测", "抽查", "检查", "评查", "核查", "查验", "抽样", "抽取"],
        into: &["合格", "不合格", "达标", "不达标", "优秀", "良好", "规范", "不规范", "符合要求", "符合标准"],
    },
    Stages {
        from: &["参加考试", "报考", "参考", "参加测试", "参训", "培训", "参加培训", "参加考核", "报名"],
        into: &["合格", "通过", "及格", "录取", "录用", "结业", "取得证书", "考核合格", "考试合格"],
    },
    Stages { from: &["发放", "发出", "寄出", "下发"], into: &["回收", "收回"] },
    Stages {
        from: &["提出", "征集", "征求", "收集", "收到意见", "收到建议"], into: &["采纳", "吸收采纳"]
    },
    Stages {
        from: &["排查", "发现", "查出", "检出"],
        into: &["整改", "完成整改", "整改到位", "整改完成", "消除", "销号"],
    },
    Stages { from: &["调解", "调处"], into: &["成功", "调解成功", "调处成功", "达成协议"] },
    Stages { from: &["开庭", "出庭应诉案件"], into: &["出庭", "出庭应诉"] },
    Stages {
        from: &["走访", "回访", "访问", "调查", "测评"], into: &["满意", "不满意", "表示满意"]
    },
    Stages { from: &["申报"], into: &["获评", "入选", "获批"] },
];

/// Words of the sentence with which more may have come of it than there was this year, or of other things.
const MAY_BE_OF_OTHERS: &[&str] = &[
    "上年", "去年", "往年", "历年", "历史", "以前", "此前", "累计", "遗留", "结转", "存量", "含", "包括",
    "连同", "另",
];

/// The most characters of the two and what stands in front of them.
const LONGEST: usize = 120;

/// How many characters behind the second figure these are looked for.
const FARTHEST: usize = 40;

/// How many times as many as there were: what is told of more is of something else.
const MOST: Decimal = Decimal::whole(2);

/// The statements of `passage` about more than there was, of figures that no statement of `known` holds together.
pub fn claims(passage: &Passage<'_>, known: &[Statement], out: &mut Vec<Statement>) {
    for (index, part) in passage.mentions.iter().enumerate().skip(1) {
        let Some(whole) = passage.mentions.get(index - 1) else { continue };
        if exceeds(part, whole)
            && are_told_together(passage, whole, part)
            && (comes_of(whole, part) || was_due(whole, part))
            && !are_of_one(known, whole, part)
        {
            let found = total::subset(whole, &[part]);
            let fault =
                found.fault.map(|fault| Fault { certain: false, reason: Reason::Impossible, ..fault });
            out.push(Statement { fault, ..found });
        }
    }
}

/// Whether the two count alike, one clause behind the other, and no word of their sentence lets the second be of others too.
fn are_told_together(passage: &Passage<'_>, whole: &Mention<'_>, part: &Mention<'_>) -> bool {
    let is_plain = |mention: &Mention<'_>| {
        mention.depth == 0
            && mention.quantity.is_amount()
            && !mention.quantity.is_chinese
            && !growth::changes_by(mention)
            && ![Cue::Comparison, Cue::CarriedOver, Cue::Opening].into_iter().any(|cue| mention.has(cue))
    };
    let is_near = || {
        let (more, all) = (part.quantity.base()?, whole.quantity.base()?);
        Some(more <= all.times(MOST)?)
    };
    let words = passage.between(whole.sentence_start, part.quantity.span.end);
    let words = label::last_characters(words, LONGEST);
    // 整改 125 处（含上年遗留 5 处）: what the rest of the sentence adds.
    let behind = passage.between(part.quantity.span.end, passage.end());
    let behind = label::first_characters(behind, FARTHEST).split('。').next().unwrap_or("");
    matches!(part.lead, Lead::Comma | Lead::Pause)
        && part.segment == whole.segment
        && part.clause <= whole.clause + 1
        && part.quantity.word() == whole.quantity.word()
        && is_plain(whole)
        && is_plain(part)
        && is_near() == Some(true)
        && !has(words, MAY_BE_OF_OTHERS)
        && !has(behind, MAY_BE_OF_OTHERS)
}

/// Whether the words of `part` say what came of what those of `whole` say was done.
fn comes_of(whole: &Mention<'_>, part: &Mention<'_>) -> bool {
    const AHEAD: &[&str] =
        &["已经", "已", "均", "共", "实际", "被", "负责人", "行政机关负责人", "有效", "经检验", "经"];
    let mut words = part.before;
    while let Some(rest) = search::behind(words, AHEAD).or_else(|| search::behind(words, IN_TIME)) {
        words = rest;
    }
    let is_object = |object: &str| {
        let object = object.trim_start_matches(['的', '了', '有', '为']);
        object.is_empty() || object == "有效问卷" || share_two_characters(object, whole.before)
    };
    STAGES.iter().any(|stages| {
        has(whole.before, stages.from)
            && !has(whole.before, stages.into)
            && stages.into.iter().any(|verb| words.strip_prefix(verb).is_some_and(is_object))
    })
}

/// 应到会 60 人，实到 62 人: whether `part` tells what was of what `whole` says should be. More may be paid than was owed.
fn was_due(whole: &Mention<'_>, part: &Mention<'_>) -> bool {
    let verb = whole.before.rsplit_once('应').map_or("", |(_, due)| label::first_words(due));
    let was = search::behind(part.before, &["实际", "实", "已"]);
    let is_same = |words: &str| verb.chars().next().is_some_and(|first| words.starts_with(first));
    is_due(whole) && whole.quantity.class() != Some(Class::Money) && was.is_some_and(is_same)
}

/// Whether one of `known` holds both figures.
fn are_of_one(known: &[Statement], whole: &Mention<'_>, part: &Mention<'_>) -> bool {
    let holds = |statement: &Statement, mention: &Mention<'_>| {
        statement.operands.iter().any(|operand| operand.span == mention.quantity.span)
    };
    known.iter().any(|statement| holds(statement, whole) && holds(statement, part))
}
