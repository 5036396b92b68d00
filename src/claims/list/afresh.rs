//! Figures behind a list that begin a statement of their own: 破案 684 起，其中电诈案件 272 起，立案 762 起; and wholes that count those
//! who have something, where the parts count what they have: 164 个村建成文化阵地，其中文化长廊 186 个.
//!
//! *Invariant:* the verbs and nouns decide, never how large the figures are.

use crate::claims::doings;
use crate::claims::label::{self, label};
use crate::claims::parallel;
use crate::claims::statement::{Lead, Mention};
use crate::search::{self, Endings, Words};

/// Whether `mention`, behind the list of things that `head` begins, tells of what came in or was found: that is more than
/// what was done with it, and no thing of the list.
pub fn tells_of_more(head: &Mention<'_>, mention: &Mention<'_>) -> bool {
    // 采购类 is a kind, whatever it begins with.
    let name = label(head);
    let is_thing = || name.ends_with(['类', '案', '件']) || doings::doing_in_front(name).is_none();
    let is_more = || names_what_came(mention.before) || issues_papers(mention.before);
    let is_like_it = || names_what_came(name) || issues_papers(name);
    mention.lead == Lead::Comma && is_more() && !is_like_it() && is_thing()
}

/// 提出检察建议 49 件, 下达责令改正通知书 31 件: whether `words` tell of papers that were issued, of which one case may have several.
fn issues_papers(words: &str) -> bool {
    const ISSUED: Words = Words::of(&[
        "提出", "制发", "下达", "发出", "下发", "签发", "制作", "印发", "开具", "发送", "出具", "送达",
    ]);
    const PAPERS: Endings = Endings::of(&[
        "建议",
        "建议书",
        "通知书",
        "意见书",
        "决定书",
        "告知书",
        "提示函",
        "告诫书",
        "警示函",
        "建议函",
        "督办函",
        "文书",
        "指令",
        "通知单",
        "督办单",
        "整改单",
        "令",
        "书面意见",
        "约谈函",
        "督促函",
        "通报",
        "报告",
        "答复",
    ]);
    let words = search::beginning(words, &["共", "累计", "另", "全年", "依法", "同时"])
        .and_then(|front| words.get(front.len()..))
        .unwrap_or(words);
    ISSUED.beginning(words).is_some() && PAPERS.ending(words).is_some()
}

/// Whether `words` begin with a verb of what came in, was found or was written.
fn names_what_came(words: &str) -> bool {
    const CAME: &[&str] =
        &["受理", "立案", "收案", "收到", "接到", "接报", "接收", "发现", "排查", "登记", "出具", "送达"];
    const FRONT: &[&str] =
        &["刑事", "行政", "民事", "新", "共", "另", "全年", "同期", "当年", "本年", "累计"];
    let came = Words::of(CAME);
    let behind = || search::beginning(words, FRONT).and_then(|front| words.get(front.len()..));
    came.beginning(words).is_some() || behind().is_some_and(|rest| came.beginning(rest).is_some())
}

/// Whether `whole` counts places or bodies of which something is told that they have, and `part` counts such things.
pub fn counts_what_they_have(whole: &Mention<'_>, part: &Mention<'_>) -> bool {
    const COVERING: Endings = Endings::of(&["覆盖", "带动", "辐射", "惠及", "深入", "在", "为", "依托"]);
    if !matches!(whole.quantity.word(), "个" | "处" | "所" | "座") {
        return false;
    }
    let Some((noun, rest)) = HOLDERS.iter().find_map(|noun| Some((*noun, whole.after.strip_prefix(noun)?)))
    else {
        return false;
    };
    let rest = search::beginning(rest, &["全部", "均已", "均", "都", "已", "全面"])
        .and_then(|adverb| rest.get(adverb.len()..))
        .unwrap_or(rest);
    let has_object = doings::doing_in_front(rest)
        .or_else(|| search::beginning(rest, &["布设", "铺设", "装配", "拥有", "开设", "搭建"]))
        .is_some_and(|verb| rest.len() > verb.len());
    let is_covered = rest.is_empty() && COVERING.ending(whole.before).is_some();
    let name = label(part);
    let made = doings::doing_in_front(name);
    let thing = made.and_then(|verb| name.strip_prefix(verb)).unwrap_or(name);
    // 覆盖 12 个乡镇，其中山区乡镇 8 个 are some of them; 建成驿站 15 个 are what was built there.
    (has_object && made.is_none() || is_covered && made.is_some())
        && is_thing_of(noun, thing, if made.is_some() { 2 } else { 3 })
}

/// Bodies and places, the longer before the one that it ends in.
const HOLDERS: &[&str] = &[
    "行政村",
    "自然村",
    "社区",
    "乡镇街道",
    "乡镇",
    "镇街",
    "街镇",
    "街道",
    "小区",
    "园区",
    "县区",
    "村居",
    "村",
    "司法所",
    "派出所",
    "站所",
    "学校",
    "网格",
];

/// Whether `thing`, a word of `least` characters or more, is no place or body such as `noun` is, and does not say which of
/// them it is.
fn is_thing_of(noun: &str, thing: &str, least: usize) -> bool {
    const PLACES: &[char] = &[
        '村', '镇', '乡', '县', '区', '市', '州', '旗', '社', '居', '组', '街', '道', '所', '队', '校', '园',
        '片', '点',
    ];
    const WHICH: &[char] =
        &['类', '级', '型', '性', '的', '次', '批', '档', '星', '者', '部', '地', '带', '示', '范'];
    search::length(thing) >= least
        && !thing.ends_with(PLACES)
        && !thing.ends_with(WHICH)
        && !thing.ends_with(|last: char| noun.contains(last))
        && !label::has(thing, &[noun])
        && parallel::are_things(&[thing, thing])
}
