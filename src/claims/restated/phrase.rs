//! The words of a figure taken apart: 政府法律顾问参与了全年 186 份政府合同的审查 is 审查 and 政府合同 of the whole year.
//!
//! Takes a figure, gives its verb, what it counts, who did it, and whether the words say of which time and of whom
//! they speak ([`Marks`]). The verb and the object may stand in any of the orders 审查政府合同 186 份, 审查的政府合同 186 份,
//! 审查的 186 份政府合同, 186 份政府合同的审查.
//!
//! *Invariant:* the parts are pieces of the words around the figure; no figure is looked at.

use super::Told;
use super::marks::{self, Marks};
use crate::claims::cues;
use crate::claims::doings::doing_in_front;
use crate::claims::label;
use crate::claims::statement::Lead;
use crate::search;

/// The fewest characters of an object behind its figure.
const SHORTEST_OBJECT: usize = 4;

/// The most.
const LONGEST_OBJECT: usize = 14;

/// The most characters of a verb that no list knows.
const LONGEST_VERB: usize = 4;

/// Words behind an object: what is done with all of it.
const BEHIND: &[&str] = &[
    "的", "全部", "全面", "均", "都", "已", "逐", "一律", "实行", "进行", "悉数", "如期", "按期", "按时",
    "统一", "集中", "常态", "应", "年度", "履职", "无一", "由", "在", "于", "被", "中", "作", "予以", "足额",
    "队伍", "分级", "分类", "分批", "实质", "研究", "跟踪",
];

/// Brackets that take something away from what the words before them count, or add to it.
pub const BRACKETS: &[&str] = &["（不", "（除", "（扣", "（仅", "（以", "（含", "（截"];

/// The words of a figure, taken apart.
#[derive(Clone, Debug)]
pub struct Phrase<'a> {
    /// What was done; empty where the words do not say it.
    pub verb: &'a str,
    /// What it counts: one name, or those that the words behind the figure may begin with.
    pub objects: Vec<&'a str>,
    /// Who did it, or what else stands before that.
    pub lead: &'a str,
    /// Whether `lead` belongs to another verb: 县纪委对…开展核查.
    pub is_outer: bool,
    /// The object with its last two characters in front, where these may be the verb: 组织执法人员轮训 is 轮训执法人员.
    pub turned: Option<String>,
    /// Whether the words speak of the whole year.
    pub has_period: bool,
    /// Of whom they speak: 全市; empty where they do not say it.
    pub scope: &'a str,
    /// Whether they take up what was told before: 对 186 份政府合同, 审查的 186 份政府合同.
    pub is_taken_up: bool,
    /// Whether the object stands behind the figure.
    pub is_behind: bool,
}

impl<'a> Phrase<'a> {
    /// The words of the figure `told`, if they can be taken apart.
    pub fn of(told: &Told<'_, 'a>) -> Option<Self> {
        let mention = told.mention;
        let is_nested = matches!(mention.lead, Lead::Pause | Lead::Nothing | Lead::Open | Lead::Close);
        // 36 家律师事务所（不含分所）.
        let is_less = told.goes_on_with(BRACKETS);
        if mention.depth > 0 || is_nested || is_less {
            return None;
        }
        let words = without_end(mention.before);
        let mut marks = Marks::of(words);
        let (lead, tail) = (words.get(..marks.start)?, words.get(marks.end..)?);
        let (handed, tail) = behind_preposition(tail);
        let is_handed = handed.is_some() || marks.end > 0 && ends_in_preposition(lead);
        let lead = handed.filter(|handed| lead.is_empty() && !handed.is_empty()).unwrap_or(lead);
        // 明年将新建 is not done yet; 将新建的 is.
        if handed.is_some() && words.contains('将') && !tail.contains('的') && doing_in_front(tail).is_some()
        {
            return None;
        }
        // 今年以来，县应急局检查….
        let sentence = told.passage.between(mention.sentence_start, mention.start);
        marks.has_period |= marks::begins_with_period(sentence);
        let tail = without_front(tail, marks.has_period || !marks.scope.is_empty());
        let (actor, tail) = without_actor(tail);
        let lead = if lead.is_empty() { actor } else { lead };
        let (verb, object, is_relative) = verb_and_object(tail);
        let is_behind = object.is_empty();
        let (verb, objects) = if is_behind { behind(verb, mention.after) } else { (verb, vec![object]) };
        let has_marks = marks.has_period || !marks.scope.is_empty();
        let is_taken_up = is_handed || is_relative;
        // 162 所公办幼儿园、民办幼儿园 are of both.
        if is_behind && told.goes_on_with(&["、"]) {
            return None;
        }
        // 46 名专职网格员轮流值守 may be some of them.
        if objects.is_empty() || is_behind && verb.is_empty() && !has_marks && !is_taken_up {
            return None;
        }
        let is_outer = is_handed || is_behind && !is_relative;
        let turned = done_for(tail).or_else(|| turned(verb, &objects)).filter(|_| !is_behind && !is_relative);
        let Marks { has_period, scope, .. } = marks;
        let lead = without_saying(lead);
        Some(Self { verb, objects, turned, lead, is_outer, has_period, scope, is_taken_up, is_behind })
    }

    /// Whether the words say of which time or of whom they speak.
    pub fn has_marks(&self) -> bool {
        self.has_period || !self.scope.is_empty()
    }
}

/// `words` without what leads to the figure only.
fn without_end(words: &str) -> &str {
    const END: &[&str] = &["总计", "合计", "共计", "共", "达到", "达", "有", "为", "是", "了", "“", "”"];
    let mut rest = words;
    while let Some(shorter) = search::ahead(rest, END) {
        rest = shorter;
    }
    rest
}

/// `words` without small words in front.
fn without_front(words: &str, has_marks: bool) -> &str {
    const FRONT: &[&str] = &["已", "先后", "依法", "统筹", "总计", "合计", "现有", "共有", "各级", "各类"];
    let mut rest = words;
    loop {
        // 共享 is a word of its own, 共建立 is not.
        let together = rest.strip_prefix('共').filter(|behind| {
            !behind.starts_with(['享', '同', '治', '青', '产', '性', '识', '用'])
                && (!behind.starts_with('建') || doing_in_front(behind).is_some())
        });
        let so_far = rest.strip_prefix("累计").filter(|_| has_marks);
        let small = || search::behind(rest, FRONT);
        match small().or(together).or(so_far) {
            Some(shorter) => rest = shorter,
            None => return rest,
        }
    }
}

const PREPOSITIONS: &[char] = &['对', '把', '将', '向', '按'];

fn ends_in_preposition(words: &str) -> bool {
    words.ends_with(PREPOSITIONS)
}

/// Whether `noun`, with which `words` begin, is all that they name: something is said of it behind that.
pub fn ends_name(words: &str, noun: &str) -> bool {
    let rest = words.strip_prefix(noun).unwrap_or("");
    // 发挥 268 名专职网格员前哨作用.
    let is_said = || label::begins(rest, BEHIND) || doing_in_front(rest).is_some() || rest.ends_with("作用");
    rest.is_empty() || is_said()
}

/// What stands before 对, 把 or 将 in `words`, and what behind it.
pub fn behind_preposition(words: &str) -> (Option<&str>, &str) {
    // 结对, 核对, 即将 are words of their own.
    const OWN_WORDS: &[char] = &['结', '核', '校', '相', '应', '绝', '比', '面', '即', '干', '导'];
    let split = words.char_indices().filter(|(_, ch)| PREPOSITIONS.contains(ch)).find_map(|(at, ch)| {
        let (before, behind) = (words.get(..at)?, words.get(at + ch.len_utf8()..)?);
        (!before.ends_with(OWN_WORDS) && !behind.starts_with(['关', '口', '象', '时', '期']))
            .then_some((before, behind))
    });
    split.map_or((None, words), |(before, behind)| (Some(before), behind))
}

/// The organ with which `words` begin and what it did: 县, 市司法局.
fn without_actor(words: &str) -> (&str, &str) {
    const LONGEST: usize = 12;
    const ENDS: &[char] = &[
        '省', '市', '县', '区', '镇', '乡', '局', '委', '办', '院', '站', '队', '厅', '府', '心', '会', '馆',
        '所', '处', '社',
    ];
    let ends = words.char_indices().take(LONGEST).filter(|(_, ch)| ENDS.contains(ch));
    let actor = ends.map(|(at, ch)| at + ch.len_utf8()).find_map(|end| {
        let (actor, rest) = words.split_at_checked(end)?;
        // 投入的敬老院改造资金 has no 敬老院 that put anything in.
        let is_actor = doing_in_front(actor).is_none() && !actor.contains('的');
        let rest = rest.strip_prefix('共').unwrap_or(rest);
        doing_in_front(rest).filter(|_| is_actor).map(|_| (actor, rest))
    });
    actor.unwrap_or(("", words))
}

/// `lead` without 说明 and the like, which say who says it and not who did it.
fn without_saying(lead: &str) -> &str {
    const SAYING: &[&str] = &[
        "说明",
        "显示",
        "表明",
        "统计",
        "据统计",
        "经统计",
        "可见",
        "指出",
        "明确",
        "反映",
        "即",
        "综上",
        "由此",
        "在",
    ];
    let is_saying = SAYING.iter().any(|word| lead.ends_with(word));
    if is_saying { "" } else { lead }
}

/// The verb, the object and whether 的 makes the verb say which objects are meant.
fn verb_and_object(words: &str) -> (&str, &str, bool) {
    let known = || {
        let mut end = 0;
        while let Some(verb) = words.get(end..).and_then(doing_in_front) {
            end += verb.len();
        }
        words.split_at_checked(end)
    };
    // 核发的施工许可证: 的 shows where a verb ends that no list knows.
    let parted = words.split_once('的').filter(|(verb, _)| search::length(verb) <= LONGEST_VERB);
    if let Some((verb, object)) = parted {
        // 排查出的 is of 排查; 收到 is one word.
        let bare = verb.trim_end_matches(['出', '到', '了']);
        return (if search::length(bare) >= 2 { bare } else { verb }, object, true);
    }
    let (verb, object) = known().unwrap_or(("", words));
    let object = object.trim_start_matches('了');
    (verb, object, false)
}

/// The only one of `objects` with its last two characters in front, where `verb` says no more than that something was done.
fn turned(verb: &str, objects: &[&str]) -> Option<String> {
    let is_light = cues::LIGHT.contains(&verb) || matches!(verb, "" | "安排" | "完成");
    const LENGTHS: std::ops::RangeInclusive<usize> = 6..=LONGEST_OBJECT;
    let [object] = objects else { return None };
    let is_long = LENGTHS.contains(&search::length(object));
    let (at, _) = object.char_indices().rev().nth(1).filter(|_| is_long && is_light)?;
    let (things, doing) = object.split_at_checked(at)?;
    Some(format!("{doing}{things}"))
}

/// 追回劳动者工资 of 为劳动者追回工资: for whom it was done, behind the verb.
fn done_for(words: &str) -> Option<String> {
    const SHORTEST: usize = 2;
    const LONGEST: usize = 6;
    const DEEDS: &[&str] = &["追回", "挽回", "追讨", "讨回", "追缴", "减免", "节约", "争取", "减轻", "降低"];
    let words = words.strip_prefix('为').unwrap_or(words);
    let (at, verb) = search::each_of(words, DEEDS).next()?;
    let (whom, object) = (words.get(..at)?, words.get(at + verb.len()..)?);
    let is_told = (SHORTEST..=LONGEST).contains(&search::length(whom)) && search::length(object) >= SHORTEST;
    is_told.then(|| format!("{verb}{whom}{object}"))
}

/// The verb of an object behind its figure, which may stand behind that, and what the object may be.
fn behind<'a>(verb: &'a str, after: &'a str) -> (&'a str, Vec<&'a str>) {
    let after = after.strip_prefix('的').unwrap_or(after);
    let ends = after.char_indices().map(|(at, _)| at).chain([after.len()]);
    let objects: Vec<&str> = ends
        .skip(SHORTEST_OBJECT)
        .take(LONGEST_OBJECT - SHORTEST_OBJECT + 1)
        .filter_map(|end| after.split_at_checked(end))
        .filter(|(_, rest)| rest.is_empty() || label::begins(rest, BEHIND) || doing_in_front(rest).is_some())
        .map(|(object, _)| object)
        .collect();
    let verb_behind = || {
        let rest = after.split_once('的')?.1;
        let verb = doing_in_front(rest)?;
        rest.get(..verb.len())
    };
    (if verb.is_empty() { verb_behind().unwrap_or("") } else { verb }, objects)
}
