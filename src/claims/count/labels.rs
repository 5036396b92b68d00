//! Names in a row against the number right behind them; those in quotation marks are in `quotations`.
//!
//! Takes a stated number, gives the statement of it and the row in front of it.
//!
//! *Invariant:* 和 may join two names or stand inside one; either reading may fit.

use super::mixed;
use super::quotations::QUOTED;
use super::summed::are_places;
use super::{GATHERING, Listed, statement};
use crate::claims::Statement;
use crate::claims::cues;
use crate::claims::doings;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::{Decimal, TokenKind};
use crate::search;
use crate::source::ViewSpan;

/// 甲、乙、丙三个部门.
pub fn before(passage: &Passage<'_>, stated: &Mention<'_>) -> Option<Statement> {
    const ACTIONS: &[&str] = &[
        "开展", "实施", "推进", "召开", "制定", "完成", "出台", "举办", "组织", "建立", "落实", "做好",
        "抓好", "设立", "成立", "梳理", "印发", "受理", "查处", "提出", "新增", "取消", "发放", "承办",
        "编制", "公布", "配备", "聘请",
    ];
    let is_open_ended = stated.before.ends_with('等');
    // 东陵村、西坝村、北集村共 3 个村: a word that sums up is no part of the name.
    let sum = search::ending(stated.before, cues::SUMS_AND_TOGETHER);
    let names = sum.and_then(|sum| stated.before.strip_suffix(sum)).unwrap_or(stated.before);
    let is_open_ended = is_open_ended || names.ends_with('等');
    let last_label = names.strip_suffix('等').unwrap_or(names);
    let fits = stated.lead == Lead::Pause
        && (stated.quantity.is_chinese || stated.quantity.value <= Decimal::whole(12))
        && (gathers(stated) || names_rules(stated) || names_kinds(stated) || !stated.after.is_empty())
        && is_short_enough(last_label)
        // 对拒绝、迟报资料的 3 家单位: what these did, and no names of them.
        && !last_label.ends_with('的')
        // 市、县两级 8 个平台, 甲局、乙局组成的专班和 12 家单位: the number is of something else.
        && !ends_in_levels(last_label)
        && !label::has(last_label, &["组成的", "构成的"])
        && (ACTIONS.contains(&last_label) || search::ending(last_label, ACTIONS).is_none());
    if !fits {
        return None;
    }
    let (mut items, start) = row(passage, stated, last_label)?;
    part_the_last_two(&mut items);
    // 审查、审议、公布五个环节: a verb among verbs is a name; 整治、实施四个机制 may be what was done.
    let is_bare = || are_of_one_length(&items) && is_near(stated, items.len(), 0);
    if ACTIONS.contains(&last_label) && !(gathers(stated) && is_bare()) {
        return None;
    }
    if !gathers(stated) && !are_names_of_rules(&items) {
        return None;
    }
    let joints = items.iter().map(|item| joints(item)).sum::<usize>();
    // What is named by no noun that gathers may be things that were done: only a near miss is told.
    let is_likely = names_kinds(stated)
        || are_of_one_length(&items)
        || are_organs(&items)
        || are_places(&items)
        || (is_open_ended && are_sites(stated, &items));
    let is_named = gathers(stated) || names_rules(stated);
    if is_open_ended && !is_named && lists_deeds(&items) && !are_sites(stated, &items) {
        return None;
    }
    if !(is_named || is_likely && is_near(stated, items.len(), joints)) {
        return None;
    }
    let span = ViewSpan::new(start as usize, stated.quantity.span.start as usize);
    let joined = usize::from(items.first().is_some_and(|last| self::joints(last) > 0));
    let listed = Listed {
        least: items.len(),
        likely: items.len() + joined,
        most: items.len() + joints,
        span,
        is_open_ended,
    };
    statement(stated, &listed, false)
}

/// Whether `words` are as short as a name, or as two that 和 joins.
fn is_short_enough(words: &str) -> bool {
    const LONGEST: usize = 12;
    let is_name = |words: &str| (2..=LONGEST).contains(&search::length(words));
    let parted = || cues::AND.iter().find_map(|joint| search::split(words, joint));
    is_name(words) || parted().is_some_and(|(one, other)| is_name(one) && is_name(other))
}

/// 上湾村、下湾村、石桥村和柳林村: parts the last item, which comes first in `items`, where each half of it ends in the sign in which all
/// the others end, so that 和 joins two names.
fn part_the_last_two(items: &mut Vec<&str>) {
    const SHORTEST: usize = 2;
    let Some((last, others)) = items.split_first().filter(|(_, others)| others.len() >= 2) else { return };
    let sign = others.first().and_then(|item| item.chars().next_back());
    let parted = cues::AND.iter().find_map(|joint| search::split(last, joint));
    let (Some(sign), Some((one, other))) = (sign, parted) else { return };
    let is_alike = |item: &str| item.ends_with(sign) && search::length(item) >= SHORTEST;
    if others.iter().all(|item| is_alike(item)) && is_alike(one) && is_alike(other) {
        items.splice(..1, [other, one]);
    }
}

/// 县两级: whether `words` end in the number of the levels told before.
fn ends_in_levels(words: &str) -> bool {
    let number = words.strip_suffix('级').and_then(|words| words.chars().next_back());
    number.and_then(crate::numeral::digit).is_some_and(|number| number >= 2)
}

/// The names in front of `stated`, the last one first, and where the first one begins.
fn row<'a>(passage: &Passage<'a>, stated: &Mention<'a>, last: &'a str) -> Option<(Vec<&'a str>, u32)> {
    row_from(passage, stated.token.checked_sub(1)?, last)
}

/// The names in front of the mark `pause` and the `last` one behind it.
pub(super) fn row_from<'a>(
    passage: &Passage<'a>,
    pause: usize,
    last: &'a str,
) -> Option<(Vec<&'a str>, u32)> {
    let mut items = vec![last];
    let mut index = pause;
    let mut item_end = passage.span(index).start;
    if passage.kind(index) != Some(TokenKind::Pause) {
        return None;
    }
    loop {
        let before = index.checked_sub(1).filter(|before| passage.range.contains(before));
        let kind = before.and_then(|before| passage.kind(before));
        match (before, kind) {
            // 3 个镇及城东街道、城西街道共 5 个: the sum is of what was counted as well.
            (Some(_), Some(TokenKind::Figure(_))) if mixed::sums_up(last) => return None,
            (Some(before), Some(TokenKind::Figure(_))) => {
                let item = behind_counted(passage.between(passage.span(before).end, item_end))?;
                items.push(item);
                return Some((items, item_end - item.len() as u32));
            }
            // 3 个乡镇（街道）以及甲局、乙局: what was counted before may have a bracket behind it.
            (Some(before), Some(TokenKind::Close)) => {
                let words = passage.between(passage.span(before).end, item_end);
                let item = search::behind(words, cues::AND)?;
                items.push(item);
                return Some((items, item_end - item.len() as u32));
            }
            (_, Some(TokenKind::Cell)) => return None,
            (Some(before), Some(TokenKind::Title | TokenKind::Quotation)) => index = before,
            (Some(before), Some(TokenKind::Pause)) => {
                items.push(passage.between(passage.span(before).end, item_end));
                (index, item_end) = (before, passage.span(before).start);
            }
            (before, _) => {
                let start = before.map_or(passage.paragraph.start, |before| passage.span(before).end);
                items.push(passage.between(start, item_end));
                return Some((items, start));
            }
        }
    }
}

/// The first name of a row behind one that was counted before: 学校 of 两类重点产品和学校、医院.
fn behind_counted(words: &str) -> Option<&str> {
    let (counted, name) = cues::AND.iter().find_map(|joint| words.rsplit_once(joint))?;
    let is_counted = label::begins(counted, GATHERING) || label::begins(counted, QUOTED);
    (is_counted && search::length(counted) <= 8 && (2..=12).contains(&search::length(name))).then_some(name)
}

/// How many words in `item` may join two names: 和, 及 and the like.
pub fn joints(item: &str) -> usize {
    // 公众参与 and 普及 are names of one thing.
    const NO_JOINTS: &[&str] = &["参与", "普及", "涉及", "及时", "和谐", "和解", "共和", "和美", "调和"];
    let of = |words: &[&str]| words.iter().map(|word| search::places_of(item, word).count()).sum::<usize>();
    match of(&["和", "及", "与"]) {
        0 => 0,
        joints => joints.saturating_sub(of(NO_JOINTS)),
    }
}

pub(super) fn gathers(stated: &Mention<'_>) -> bool {
    // 五个法定程序: a word that narrows a noun that gathers.
    const NARROWED: &[&str] = &["法定", "必经", "规定", "主要", "关键", "基本", "核心"];
    let narrowed = search::beginning(stated.after, NARROWED).and_then(|word| stated.after.get(word.len()..));
    label::begins(stated.after, GATHERING)
        || narrowed.is_some_and(|noun| label::begins(noun, GATHERING))
        || matches!(stated.quantity.measure.map(|measure| measure.word), Some("方面" | "环节" | "领域"))
}

/// 甲、乙、丙三类业态, 四项工作机制: kinds, whatever they are called.
pub(super) fn names_kinds(stated: &Mention<'_>) -> bool {
    let word = stated.quantity.measure.map(|measure| measure.word);
    let gathers_later =
        label::has(first_of(stated.after), GATHERING) || label::has(first_of(stated.after), QUOTED);
    !stated.after.is_empty()
        && (matches!(word, Some("类" | "种" | "大" | "步"))
            || (matches!(word, Some("项" | "支")) && gathers_later))
}

/// 事前公示、过程记录、法制审核: three names or more of as many characters; a verb may stand before the first.
fn are_of_one_length(items: &[&str]) -> bool {
    let length = |item: &str| search::length(item);
    let (first, others) = items.split_last().unwrap_or((&"", &[]));
    let common = others.first().map_or(0, |last| length(last));
    items.len() >= 3
        && (2..=6).contains(&common)
        && others.iter().all(|item| length(item) == common)
        && length(first) >= common
}

/// 县司法局、县检察院、县法院: organs in a row.
pub(super) fn are_organs(items: &[&str]) -> bool {
    const ENDS: &[char] = &['局', '院', '委', '办', '会', '厅', '队', '部', '署', '处', '联'];
    items.len() >= 3 && items.iter().all(|item| item.ends_with(ENDS))
}

/// 宪法公园、民法典长廊、法治广场等 2 处: places to go to. Without 等 the number may be of all of such kinds.
fn are_sites(stated: &Mention<'_>, items: &[&str]) -> bool {
    const ENDS: &[char] = &[
        '园', '廊', '场', '馆', '站', '室', '所', '点', '台', '厅', '心', '地', '街', '墙', '亭', '角', '屋',
        '院', '校', '楼', '桥', '库', '窗', '栏', '巷', '坊', '栈',
    ];
    matches!(stated.quantity.word(), "处" | "个" | "座" | "所" | "家" | "块" | "面" | "条")
        && items.len() >= 3
        && items.iter().all(|item| item.ends_with(ENDS))
}

/// The first few characters of `words`, which name what is counted.
fn first_of(words: &str) -> &str {
    words.char_indices().nth(6).and_then(|(end, _)| words.get(..end)).unwrap_or(words)
}

/// Whether `stated` is at most one more or less than the list may be read as.
pub(super) fn is_near(stated: &Mention<'_>, listed: usize, joints: usize) -> bool {
    let number = stated.quantity.value.to_whole().and_then(|whole| usize::try_from(whole).ok());
    number.is_some_and(|number| (listed.saturating_sub(1)..=listed + joints + 1).contains(&number))
}

/// 甲、乙、丙三项制度.
fn names_rules(stated: &Mention<'_>) -> bool {
    stated.after.starts_with("制度")
}

/// Whether the row of `items`, the last first, is one of three names or more of which none but the first has a
/// verb: 加强培训、严格执行三项制度 lists what was done.
fn are_names_of_rules(items: &[&str]) -> bool {
    const VERBS: &[&str] = &[
        "推行", "执行", "落实", "贯彻", "完善", "健全", "建立", "加强", "强化", "规范", "推进", "推动",
        "全面", "严格", "深化", "持续", "实行", "实施", "开展", "做好", "优化", "制定", "坚持", "提升",
    ];
    let (_, later) = items.split_last().unwrap_or((&"", &[]));
    items.len() >= 3 && !later.iter().any(|item| label::has(item, VERBS))
}

/// 清查仓库、整治占道经营等两类问题: whether an item behind the first one, of `items` with the last first, is a deed.
fn lists_deeds(items: &[&str]) -> bool {
    let (_, later) = items.split_last().unwrap_or((&"", &[]));
    const DEEDS: &[&str] = &["整治", "打击", "查处", "聚焦", "解决", "排查", "围绕", "紧盯", "治理", "防范"];
    later.iter().any(|item| label::begins(item, DEEDS) || doings::doing_in_front(item).is_some())
}
