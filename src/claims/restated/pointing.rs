//! How the words before a figure single out what it counts: 对新出台的 4 部, 推动 12 项, 总结免费办理 681 件.
//!
//! *Invariant:* only the words before the figure and right behind it are read, never what was told before.

use crate::claims::doings::{doing_in_front, names_a_doing};
use crate::claims::label;
use crate::claims::scope;
use crate::claims::statement::Mention;
use crate::facts::{Class, Decimal};

use super::noun_words::takes_up;
use super::phrase::behind_preposition;
use crate::search;

/// Verbs of what was set to be done.
const SET: &[&str] = &["确定", "部署", "认定", "下达", "列入", "命名", "议定", "审议", "审定", "签署"];

/// All cases, of which something is told.
const CASES: &str = "案件中";

/// How the words before a figure single out what it counts.
pub(super) struct Pointing<'a> {
    /// What was done with it: 出台 of 对新出台的.
    pub verb: &'a str,
    /// The fewest characters of its noun.
    pub shortest: usize,
    /// The place as a whole of which it is told.
    pub scope: &'a str,
    /// The least figure of which swapped digits tell enough.
    pub least: i128,
    /// Who did it, and need not have done all of it.
    pub subject: &'a str,
}

/// How `mention` is singled out, if it is.
pub(super) fn pointing<'a>(mention: &Mention<'a>) -> Option<Pointing<'a>> {
    const PUSHING: &[&str] = &["推动", "推进", "抓好", "做好", "督促", "指导", "实现", "完成"];
    const NOT_YET: &[&str] = &["未", "不", "拟", "将", "需", "应", "待", "计划", "重点", "部分", "首"];
    const SHORTEST: usize = 4;
    if mention.after.is_empty() {
        return None;
    }
    let words = label::without_ordinal(mention.before);
    if let Some(attribute) = words.strip_suffix('的') {
        let (_, attribute) = behind_preposition(attribute);
        let pushed = search::behind(attribute, PUSHING);
        let attribute = pushed.unwrap_or(attribute);
        let verb = attribute.trim_end_matches(['出', '到', '了']);
        let bare = verb.trim_start_matches(['新', '已', '所']);
        let verb = if doing_in_front(bare).is_some() { bare } else { verb };
        // 法律顾问全年审查的: who did it stands in front, and when.
        let (subject, verb) = subject_and_doing(verb);
        // 在库的 241 名评审专家, 跟踪移送公安机关的 21 件案件.
        let is_verb = names_a_doing(verb) || SET.contains(&verb) || verb.starts_with('在');
        return (is_verb && !label::has(attribute, NOT_YET)).then_some(Pointing {
            verb,
            shortest: 2,
            scope: "",
            least: 10,
            subject,
        });
    }
    // 总结免费办理 681 件遗嘱公证的经验: what was learnt is learnt of what was done.
    const LEARNT: &[&str] = &["总结", "提炼", "推广", "宣传"];
    if let Some((_, deed)) = LEARNT.iter().find_map(|verb| words.split_once(verb)) {
        let (_, verb) = subject_and_doing(deed);
        return names_a_doing(verb).then_some(Pointing {
            verb,
            shortest: 4,
            scope: "",
            least: 100,
            subject: deed,
        });
    }
    // 全市 162 家企业 may be more than those that were inspected: all there are need a scope on both sides.
    let words = words.strip_suffix("全年").unwrap_or(words);
    let of_scope = scope::bodies().find_map(|scope| Some((scope, words.strip_suffix(scope)?)));
    let (scope, words) = of_scope.unwrap_or(("", words));
    // 对2024年 8.63 万元罚款的票据.
    let words = words
        .strip_suffix('年')
        .map_or(words, |words| words.trim_end_matches(|ch: char| ch.is_ascii_digit()));
    let is_pushed = PUSHING.iter().any(|verb| words.ends_with(verb));
    let is_for = words.ends_with(['为', '给', '向', '对', '将', '把'])
        || ["发挥", "依托", "用好"].iter().any(|verb| words.ends_with(verb))
        || !scope.is_empty() && words.ends_with("组织");
    let is_short = mention.quantity.class() == Some(Class::Money) || mention.after.starts_with(CASES);
    let is_large = mention.quantity.base() >= Some(Decimal::whole(1000));
    let shortest = if is_short { 2 } else { SHORTEST - usize::from(is_large) };
    let least = if is_pushed { 100 } else { 10 };
    (is_pushed || is_for || takes_up(mention)).then_some(Pointing {
        verb: "",
        shortest,
        scope,
        least,
        subject: "",
    })
}

/// Who did something, and what: 法律顾问 and 审查 of 法律顾问全年审查.
fn subject_and_doing(words: &str) -> (&str, &str) {
    const TIMES: &[&str] = &["全年", "年内", "今年", "本年", "当年", "本年度", "一年来", "累计", "共"];
    const VERB: usize = 2;
    let verb = label::last_characters(words, VERB);
    let ahead = words.strip_suffix(verb).unwrap_or("");
    if !SET.contains(&verb) && doing_in_front(verb) != Some(verb)
        || names_a_doing(ahead) && search::length(ahead) <= VERB
    {
        return ("", words);
    }
    let subject = search::ahead(ahead, TIMES).unwrap_or(ahead);
    let subject = search::behind(subject, TIMES).unwrap_or(subject);
    (subject, verb)
}
