//! Figures that are no whole, and figures that are no part, whatever stands beside them: limits, means, standards, and how many
//! did something.
//!
//! *Invariant:* the words of the one figure decide.

use crate::claims::cue_set::Cue;
use crate::claims::doings;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention};
use crate::facts::Class;
use crate::search::{self, Endings};

/// 执法力量均不足 5 人（分别为 3 人、2 人、4 人）: whether the figure is a limit below which others lie, and no sum of them.
/// 查找问题不足 50 个 counts what is wanting, and 不少于 50 个 tells of all.
pub fn is_limit(mention: &Mention<'_>) -> bool {
    const BELOW: &[&str] = &["不足", "不到", "未满", "不满", "低于", "少于", "小于", "高于", "多于", "大于"];
    const WANTING: &[&str] =
        &["问题", "短板", "差距", "弱项", "查找", "查摆", "发现", "指出", "梳理", "及", "和", "不"];
    let words = mention.before;
    search::ending(words, BELOW)
        .and_then(|below| words.strip_suffix(below))
        .is_some_and(|front| search::ending(front, WANTING).is_none())
}

/// 罚款最高 39 万元，最低 1.6 万元: whether the figure is the largest or the smallest of many. 投诉最多的餐饮类 12 件 names one of
/// a row.
pub fn is_extreme(mention: &Mention<'_>) -> bool {
    const EXTREMES: Endings =
        Endings::of(&["最高", "最低", "最大", "最小", "最多", "最少", "最长", "最短", "最重", "最轻"]);
    const LINKS: &[&str] = &["的为", "的达", "的", "为", "达", "仅", "是", "额", "额为", "额达"];
    let words = mention.before;
    let words = search::ending(words, LINKS).and_then(|link| words.strip_suffix(link)).unwrap_or(words);
    EXTREMES.ending(words).is_some()
}

/// 三项指标达标情况：应达标 60 项，未达标 3 项: whether the figure is of a heading that says how many things it is about.
pub fn is_of_a_heading(mention: &Mention<'_>) -> bool {
    mention.quantity.is_chinese && mention.before.is_empty() && mention.after.ends_with("情况")
}

/// 三个区培训均超过 20 场: whether the figure is told of each of several.
pub fn is_alike_for_each(mention: &Mention<'_>) -> bool {
    const LONGEST: usize = 4;
    let is_short = |words: &str| search::length(words) <= LONGEST;
    label::tells_of_each(mention.before)
        || mention.before.rsplit_once(['均', '都']).is_some_and(|(_, words)| is_short(words))
}

/// 四部门联合检查养老机构 26 家: whether `mention`, with `next` behind it, says how many they are that did it, and so is part of
/// nothing.
pub fn counts_actors(mention: &Mention<'_>, next: Option<&Mention<'_>>) -> bool {
    const ACTORS: &[&str] = &[
        "部门", "单位", "乡镇", "街道", "镇街", "县区", "机关", "机构", "科室", "中队", "大队", "支队",
        "小组", "社区",
    ];
    const TOGETHER: &[&str] =
        &["联合", "共同", "协同", "合力", "联动", "联手", "牵头", "分头", "共", "先后", "累计"];
    let behind = search::beginning(mention.after, ACTORS).and_then(|noun| mention.after.get(noun.len()..));
    let is_unmeasured = mention.quantity.measure.is_none();
    // 三个部门共检查工地 46 个: the figure of what was done stands behind it in the same clause.
    let leads_on = |words: &str| {
        let verb = search::beginning(words, TOGETHER).and_then(|adverb| words.get(adverb.len()..));
        next.is_some_and(|next| next.lead == Lead::Nothing && next.clause == mention.clause)
            && doings::doing_in_front(verb.unwrap_or(words)).is_some()
    };
    // 6 个乡镇划定 187 个: what they did is counted in the same measure word, right behind their noun and a verb.
    let have_their_own = |words: &str| {
        !words.is_empty()
            // 46 个村、18 个社区合计 64 个 sums them up.
            && !words.contains(['共', '计', '总', '合'])
            && !words.starts_with(['的', '中', '和', '及', '、'])
            && next.is_some_and(|next| {
                next.lead == Lead::Nothing
                    && next.clause == mention.clause
                    && next.before == mention.after
                    && next.quantity.class() == mention.quantity.class()
            })
    };
    behind.is_some_and(have_their_own)
        || is_unmeasured && (mention.quantity.is_chinese || behind.is_some())
        || behind.is_some_and(|words| label::begins(words, TOGETHER) || leads_on(words))
}

/// 执法人员平均参训 68 学时, 案均罚款 1.8 万元: whether the figure is a mean. 高于平均水平的企业 38 家 counts enterprises.
pub fn is_mean(mention: &Mention<'_>) -> bool {
    const LEVELS: &[&str] = &["水平的", "值的", "线的", "以上的", "以下的", "靠前的"];
    const PER: &[char] = &[
        '案', '件', '场', '周', '季', '村', '组', '所', '家', '亩', '点', '班', '校', '镇', '店', '企', '师',
        '生', '次', '笔', '单', '宗',
    ];
    let mut signs = mention.before.chars();
    let mut is_per = || signs.next().is_some_and(|per| PER.contains(&per)) && signs.next() == Some('均');
    // 普通程序案件件均罚款 0.90 万元: of money the sign may stand behind a noun.
    const SUMS_PER: &[&str] = &["件均", "案均", "次均", "宗均", "起均", "单均", "笔均"];
    let is_sum_per =
        || mention.quantity.class() == Some(Class::Money) && label::has(mention.before, SUMS_PER);
    mention.begins(Cue::Average)
        || is_sum_per()
        || mention.has(Cue::Average) && !label::has(mention.before, LEVELS)
        || is_per()
}

/// 超出规定的 60 学时: whether the figure is what others are held against, and counts nothing that has parts.
pub fn is_standard(mention: &Mention<'_>) -> bool {
    const BEYOND: &[&str] = &["超出", "超过", "高于", "低于", "优于", "多于", "少于", "高出", "短于", "长于"];
    const MEETING: &[&str] = &["达到", "满足", "符合", "未达", "不达"];
    const SET: &[&str] = &["规定", "要求", "标准", "法定", "下限", "上限", "限额", "定额", "门槛", "底线"];
    const WANTED: &[&str] = &["计划", "目标", "任务", "指标", "预期", "平均水平", "均值"];
    let words = mention.before.strip_suffix('的').unwrap_or(mention.before);
    let is_set = search::ending(words, SET).is_some();
    is_set && label::has(words, MEETING)
        || (is_set || search::ending(words, WANTED).is_some()) && label::has(words, BEYOND)
}
