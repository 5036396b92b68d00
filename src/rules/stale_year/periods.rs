//! Sentences that begin with a period: 2022年，全市办理…; 截至2022年底，….
//!
//! Only a sentence of which nothing says why it speaks of another year is given: no comparison, no
//! history, no award, no other year in its paragraph.
//!
//! *Invariant:* every paragraph is read a fixed number of times, every sentence up to a bound.

use super::{duty, headings, years_in};
use crate::document::{Block, BlockKind};
use crate::draft::Draft;
use crate::facts::year::NamedYear;
use crate::profile::SectionYear;
use crate::search;
use crate::source::ViewSpan;

/// A year with which a sentence begins, in a part that is about another one.
pub(super) struct Period {
    /// The year.
    pub year: NamedYear,
    /// The part.
    pub part: SectionYear,
    /// Whether it runs on from that year.
    pub is_since: bool,
}

/// No sentence is read further, in characters.
const LONGEST_SENTENCE: usize = 300;

/// Words in front of the year that belong to the period.
const UNTIL: [&str; 4] = ["截至到", "截止到", "截至", "截止"];

/// What may stand between the year and the comma.
const PERIOD_ENDS: [&str; 13] = [
    "度",
    "全年",
    "以来",
    "年底",
    "底",
    "末",
    "12月底",
    "12月末",
    "12月31日",
    "1月至12月",
    "1—12月",
    "1-12月",
    "1～12月",
];

/// What was done, where no comma stands behind the period.
const ACTIONS: [&str; 14] = [
    "开展", "办理", "受理", "办结", "查处", "立案", "审查", "审核", "组织", "召开", "排查", "调解", "检查",
    "审结",
];

/// Who acts, where no comma stands behind the period.
const ACTORS: [&str; 20] = [
    "全市",
    "全县",
    "全区",
    "全镇",
    "全乡",
    "全局",
    "全系统",
    "我局",
    "我委",
    "我市",
    "我县",
    "我区",
    "我镇",
    "市局",
    "区局",
    "县局",
    "本局",
    "本市",
    "共",
    "累计",
];

/// Words of a paragraph that compares years or tells a history.
pub(super) const OTHER_YEARS: [&str; 18] = [
    "今年",
    "本年",
    "去年",
    "上年",
    "上一年",
    "往年",
    "近年",
    "近两年",
    "近三年",
    "近五年",
    "两年",
    "三年",
    "五年",
    "逐年",
    "历年",
    "同期",
    "当年",
    "次年",
];

/// Words of a sentence that compares, tells a history or names an award.
const EXPLAINED: [&str; 48] = [
    "较",
    "同比",
    "环比",
    "相比",
    "对比",
    "比上",
    "增长",
    "下降",
    "上升",
    "增至",
    "降至",
    "增加到",
    "减少到",
    "提高到",
    "由",
    "自",
    "连续",
    "持续",
    "继续",
    "延续",
    "先后",
    "至今",
    "目前",
    "现已",
    "基础上",
    "结转",
    "遗留",
    "移交",
    "获",
    "评为",
    "评定",
    "被评",
    "被列",
    "授予",
    "命名",
    "表彰",
    "入选",
    "印发",
    "出台",
    "制定",
    "修订",
    "成立",
    "启动",
    "试点",
    "施行",
    "考核",
    "反馈",
    "整改",
];

/// Words of what is to come.
const FUTURE: [&str; 8] = ["将", "继续", "进一步", "着力", "力争", "计划", "做好", "抓好"];

/// Words of what has been.
const PAST: [&str; 16] = [
    "取得",
    "完成",
    "虽然",
    "成绩",
    "成效",
    "基础上",
    "以来",
    "存在",
    "总结",
    "回顾",
    "已",
    "经验",
    "情况",
    "印发",
    "反馈",
    "了",
];

/// The year with which the running text begins, before any heading.
pub(super) fn opening(draft: &Draft<'_>) -> Option<NamedYear> {
    let document = &draft.document;
    let title = document.title.as_ref().map_or(0, |title| title.span.end);
    let block = document.blocks.iter().find(|block| block.kind.is_body() && block.span.start >= title)?;
    if block.kind != BlockKind::Prose {
        return None;
    }
    let year = years_in(draft, block.span).next().filter(|year| year.span.start == block.span.start)?;
    let rest = sentence(draft, year, block);
    // 2021年以来 tells where a history begins.
    let rest = rest.strip_prefix("度").or_else(|| rest.strip_prefix("全年")).unwrap_or(rest);
    let is_period = rest.starts_with(['，', '是']) || search::beginning(rest, &ACTORS).is_some();
    is_period.then_some(year)
}

/// Whether the sentence that begins with `opening` also names `year`.
pub(super) fn names_in_sentence(draft: &Draft<'_>, opening: NamedYear, year: u16) -> bool {
    let Some(block) = block_at(draft, opening.span) else { return false };
    let length = sentence(draft, opening, block).len();
    let start = opening.span.end as usize;
    years_in(draft, ViewSpan::new(start, start + length)).any(|named| named.year == year)
}

/// The periods that do not fit the part in which they stand, in a report about `year`.
pub(super) fn read(draft: &Draft<'_>, year: u16) -> Vec<Period> {
    let zones = headings::zones(draft, year);
    let mut found = Vec::new();
    for block in draft.document.blocks.iter().filter(|block| block.kind.is_body()) {
        let zone = zones.partition_point(|&(start, _)| start <= block.span.end);
        let Some(part) = zone.checked_sub(1).and_then(|at| zones.get(at)).and_then(|&(_, part)| part) else {
            continue;
        };
        let years: Vec<NamedYear> = years_in(draft, block.span).collect();
        // What names the right year too, or more years than two, compares or tells a history.
        if years.is_empty() || years.iter().any(|named| named.year >= part.year(year)) {
            continue;
        }
        let text = draft.source.folded(block.span);
        if part == SectionYear::Report && search::has(text, &OTHER_YEARS) {
            continue;
        }
        let is_stale = |named: &NamedYear| match part {
            SectionYear::Report => named.year + 1 == year && is_stale_result(draft, *named, block),
            SectionYear::Next => named.year + 1 >= year && is_stale_plan(draft, *named, block),
        };
        let is_since = |year: NamedYear| sentence(draft, year, block).starts_with("以来");
        let stale = years.into_iter().filter(is_stale);
        found.extend(stale.map(|year| Period { year, part, is_since: is_since(year) }));
    }
    found
}

/// Whether a sentence begins at `year` that gives figures of that year, and nothing says why.
fn is_stale_result(draft: &Draft<'_>, year: NamedYear, block: &Block) -> bool {
    let rest = sentence(draft, year, block);
    let Some(statement) = statement(rest).filter(|_| begins_sentence(draft, year, block)) else {
        return false;
    };
    let start = year.span.end as usize + (rest.len() - statement.len());
    let end = u32::try_from(start + statement.len()).unwrap_or(u32::MAX);
    let from = draft.facts.quantities.partition_point(|figure| (figure.span.start as usize) < start);
    let figures = draft.facts.quantities.iter().skip(from).take_while(|figure| figure.span.end <= end);
    let counts = figures.filter(|figure| figure.measure.is_some()).take(1).count() > 0;
    // What was done since then may well be done still.
    let is_duty =
        || !rest.starts_with("以来") && begins_block(draft, year, block) && duty::is_told(statement);
    (counts || is_duty()) && !search::has(statement, &EXPLAINED)
}

/// Whether nothing but its mark or its run-in heading stands before `year` in `block`.
fn begins_block(draft: &Draft<'_>, year: NamedYear, block: &Block) -> bool {
    let before = draft.source.folded(ViewSpan { start: block.span.start, end: year.span.start });
    let mark = block.heading.and_then(|at| draft.document.headings.get(at));
    before.is_empty()
        || mark.is_some_and(|heading| {
            before.len() <= heading.mark.len()
                || heading.text.end == year.span.start
                || before.strip_suffix('。').is_some_and(|head| !head.contains('。'))
        })
}

/// Whether a sentence begins at `year` that says what is to be done in that year.
fn is_stale_plan(draft: &Draft<'_>, year: NamedYear, block: &Block) -> bool {
    let rest = sentence(draft, year, block);
    let Some(statement) = statement(rest).filter(|_| begins_sentence(draft, year, block)) else {
        return false;
    };
    let has = |words: &[&str]| search::has(statement, words);
    has(&FUTURE) && !has(&PAST)
}

/// What follows the period with which `rest`, the text behind a year, goes on.
fn statement(rest: &str) -> Option<&str> {
    let longest = PERIOD_ENDS.iter().filter_map(|end| rest.strip_prefix(end)).min_by_key(|rest| rest.len());
    let rest = longest.unwrap_or(rest);
    let tells = |word: &str| rest.strip_prefix(word).is_some_and(|behind| !behind.starts_with('的'));
    let is_told = ACTORS.iter().chain(&ACTIONS).any(|word| tells(word));
    rest.strip_prefix('，').or_else(|| is_told.then_some(rest))
}

/// Whether `year`, with 截至 in front of it or not, stands at the start of a sentence of `block`.
fn begins_sentence(draft: &Draft<'_>, year: NamedYear, block: &Block) -> bool {
    let before = ViewSpan { start: block.span.start, end: year.span.start };
    let before = draft.source.folded(before);
    let before = search::ahead(before, &UNTIL).unwrap_or(before);
    let mark =
        block.heading.and_then(|at| draft.document.headings.get(at)).map_or(0, |heading| heading.mark.len());
    before.len() <= mark || before.ends_with('。')
}

/// What stands behind `year` up to the end of the sentence.
fn sentence<'d>(draft: &'d Draft<'_>, year: NamedYear, block: &Block) -> &'d str {
    let rest = draft.source.folded(ViewSpan { start: year.span.end, end: block.span.end });
    let length = rest.chars().take(LONGEST_SENTENCE).take_while(|&ch| ch != '。').map(char::len_utf8).sum();
    rest.get(..length).unwrap_or("")
}

/// The block in which `span` stands.
pub(super) fn block_at<'d>(draft: &'d Draft<'_>, span: ViewSpan) -> Option<&'d Block> {
    let blocks = &draft.document.blocks;
    blocks.get(blocks.partition_point(|block| block.span.end <= span.start))
}
