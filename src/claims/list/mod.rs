//! Lists of parts and the whole that they belong to, found by grammar alone.
//!
//! A list is opened by 其中, a bracket, a colon, a word of partition (分为, 包括), a complete set of
//! labels, or a stated total in front; or it is closed by 合计. See [`Opener`].
//!
//! *Invariant:* a list never looks at values; whole and parts count in the same measure word.

mod afresh;
mod after_changes;
mod all_periods;
mod among;
mod backward;
mod beyond;
mod bracket_in_front;
mod bracketed;
mod by_segments;
mod companions;
mod composed;
mod ends;
mod enumerated;
mod former;
mod in_brackets;
mod in_turns;
mod left_out;
mod marks;
mod no_whole;
mod number_of_kinds;
mod numbered;
mod of_bodies;
mod of_levels;
mod of_states;
mod opener;
mod partition;
mod parts;
mod periods;
mod ranks;
mod reversed;
mod same_verb;
mod second_figures;
mod sets;
mod shared_out;
mod stated;
mod subtotals;
mod sum_by_name;
mod sum_words;
mod taken_up;
mod told_of_all;
mod turns;
mod whole;
mod with_share;
mod within;
mod years;

use super::cue_set::Cue;
use super::statement::{Lead, Mention, Passage};
use super::{cues, growth, label};
pub use among::is_told_of_part;
pub use backward::is_told_with_it;
use bracketed::{converts, is_comparison};
use companions::list_of_companions;
pub use ends::is_all_else;
pub use left_out::{counts_in_two_units, is_left_out};
pub use marks::is_pending_behind;
pub use no_whole::is_mean;
pub use number_of_kinds::numbers_kinds;
use opener::opener_at;
use parts::parts_from;
use reversed::reversed_at;
pub use reversed::says_how_many;
pub use sets::core;
use sets::part_right_before;
pub use shared_out::names_of as names_shared;
use shared_out::names_with_rest;
pub use taken_up::{bearer, takes_up};
use turns::turns_at;
use whole::{is_distant, named_by_share, other_wholes};
use within::within;

/// How a list of parts was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opener {
    /// 其中: a subset unless more is said.
    Among,
    /// A bracket behind the whole.
    Bracket,
    /// A bracket that begins with 含.
    Including,
    /// A colon behind the whole.
    Colon,
    /// 分为, 包括, 分别为 …
    Partition,
    /// Names that share the figures behind 分别为, of which nothing says that they are all.
    Shared,
    /// Labels that are a complete set, such as 优秀, 合格, 不合格.
    CompleteSet,
    /// 共 in front of the whole and at least three parts in a row behind it.
    Stated,
    /// 其他 or 其余 as the last of the figures that follow the whole.
    Rest,
    /// 按类型分, or 办结的 481 件中: the parts of a figure that was just named.
    Sorted,
    /// 一是, 二是 … behind the whole: they may be its parts, or measures of their own.
    Ordinals,
    /// 合计 or 共计 behind the parts.
    Reversed,
    /// 三个中队分别查扣 …，全支队累计查扣 166 辆: the whole of a body behind all of its parts that are named.
    OfAllNamed,
    /// A级和B级合计: the sum names its parts, which stay parts of the whole before them.
    Named,
    /// The same with the number of parts: 三项合计.
    Numbered,
    /// 79人均已合格 behind the parts.
    AllOf,
}

/// A whole and its parts, as indexes into the passage's mentions.
#[derive(Clone, Debug)]
pub struct List {
    /// The whole.
    pub whole: usize,
    /// Figures that may be the whole as well, the nearest first: 立案 115 起，结案 109 起，其中 … may be
    /// about either.
    pub others: Vec<usize>,
    /// Whether the words leave open which of them it is, or of which parts a sum.
    pub is_distant: bool,
    /// The parts, in order.
    pub parts: Vec<usize>,
    /// The figures whose words name the parts, where these are second figures without words: 住宅 21 处 900 平方米.
    pub names: Vec<usize>,
    /// Other rows of as many parts, where the words say how many there are and not which.
    pub rows: Vec<Vec<usize>>,
    /// How it was recognised.
    pub opener: Opener,
    /// 等 behind the last part: there are more.
    pub is_open_ended: bool,
}

/// The row of parts that begins at `first` behind the figure at `whole`, with no word that opens it; and their further figures,
/// a row for each measure word.
pub fn rows_behind(passage: &Passage<'_>, first: usize, whole: usize) -> (Vec<usize>, Vec<Vec<usize>>) {
    parts_from(passage, first, whole, Opener::Stated)
}

/// Every list of the passage.
pub fn find(passage: &Passage<'_>) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let mut used = vec![false; passage.mentions.len()];
    for index in 0..passage.mentions.len() {
        if used.get(index).copied().unwrap_or(true) {
            continue;
        }
        if let Some(list) = second_figures::list_at(passage, index) {
            for &at in list.names.iter().chain(&list.parts) {
                if let Some(slot) = used.get_mut(at) {
                    *slot = true;
                }
            }
            lists.push(list);
            continue;
        }
        let turns = turns_at(passage, index, &lists)
            .or_else(|| former::pair_at(passage, index))
            .or_else(|| in_brackets::row_at(passage, index))
            .map(|(opener, whole, parts)| (opener, whole, parts, Vec::new()));
        let found = turns.or_else(|| {
            let (opener, whole) = opener_at(passage, index, &lists)?;
            let (mut parts, companions) = parts_from(passage, index, whole, opener);
            if opener == Opener::Among {
                parts.truncate(before_what_was_done(passage, &parts));
            }
            let enough = match opener {
                Opener::Stated => 3,
                Opener::Colon | Opener::CompleteSet | Opener::Sorted | Opener::Ordinals => 2,
                Opener::Bracket if is_comparison(passage, index) || converts(passage, whole, index) => {
                    return None;
                }
                _ => 1,
            };
            let is_row = parts.len() >= enough && !has_its_own_sum(passage, whole, &parts);
            is_row.then_some((opener, whole, parts, companions))
        });
        if let Some((opener, whole, parts, companions)) = found {
            for &part in parts.iter().chain(companions.iter().flatten()) {
                if let Some(slot) = used.get_mut(part) {
                    *slot = true;
                }
            }
            let is_open_ended = parts.last().is_some_and(|&last| ends_openly(passage, last));
            // What is sorted again behind a part, or told of with 其中, may be that part as well.
            let part = lists
                .last()
                .filter(|list| matches!(opener, Opener::Sorted | Opener::Among) && list.whole == whole);
            let others = match part.and_then(|list| part_right_before(passage, index, list)) {
                Some(part) => vec![part],
                // 办结的申请中，…: what is named again is no other.
                None if takes_up(passage, index, whole) => Vec::new(),
                None if opener == Opener::Among && among::whole_with_noun(passage, index) == Some(whole) => {
                    Vec::new()
                }
                None => other_wholes(passage, index, whole, opener, &lists),
            };
            let readings: Vec<usize> = [whole].into_iter().chain(others.iter().copied()).collect();
            let last = parts.last().copied().filter(|_| opener == Opener::Among);
            let named = last.and_then(|last| named_by_share(passage, last, &readings));
            let (whole, others) = named.map_or((whole, others), |whole| (whole, Vec::new()));
            let is_distant = is_distant(passage, index, whole);
            let (rows, names) = (Vec::new(), names_with_rest(passage, &parts));
            let list = List { whole, others, is_distant, parts, names, rows, opener, is_open_ended };
            lists.extend(among::done_of_part(passage, index, opener));
            let further = companions.into_iter().filter_map(|row| list_of_companions(passage, &list, row));
            let further: Vec<List> = further.collect();
            lists.push(list);
            lists.extend(further);
        } else {
            // 两处合计较上年增加 181 件: by how much a sum changed is no sum.
            let is_change = passage
                .mentions
                .get(index)
                .is_some_and(|mention| mention.has(Cue::Comparison) && growth::changes_by(mention));
            if !is_change {
                let found = reversed_at(passage, index, &lists);
                lists.extend(found);
            }
            lists.extend(within(passage, index));
        }
    }
    lists
}

/// 其中重大 17 条，年内整改 1920 条，其余 12 条: how many of `parts` stand before what was done with the whole, where the last is what is
/// left of that.
fn before_what_was_done(passage: &Passage<'_>, parts: &[usize]) -> usize {
    let [ahead @ .., done, rest] = parts else { return parts.len() };
    let is_done = |at: &usize| {
        passage.mentions.get(*at).is_some_and(|part| {
            part.lead == Lead::Comma && (part.has(Cue::Done) || label::has(part.before, cues::DONE))
        })
    };
    let is_rest = passage.mentions.get(*rest).is_some_and(|rest| rest.is_rest());
    if is_rest && is_done(done) && !ahead.is_empty() && !ahead.iter().any(is_done) {
        ahead.len()
    } else {
        parts.len()
    }
}

/// 罚款 3 件。行政处罚案件中，简易程序 413 件，普通程序 87 件，总计 500 件: whether the sum of `parts` stands right behind them, so that the figure at
/// `whole`, in an earlier sentence, is none.
fn has_its_own_sum(passage: &Passage<'_>, whole: usize, parts: &[usize]) -> bool {
    let figure = |at: usize| passage.mentions.get(at);
    let (Some(whole), Some(last), Some(sum)) = (
        figure(whole),
        parts.last().and_then(|&last| figure(last)),
        parts.last().and_then(|&last| figure(last + 1)),
    ) else {
        return false;
    };
    whole.sentence < last.sentence
        && sum.sentence == last.sentence
        && sum.clause == last.clause + 1
        && sum.depth == last.depth
        && sum.quantity.class() == last.quantity.class()
        && (label::begins(sum.before, cues::ALL_SUMS)
            || sum.before.starts_with('共')
            || sum.before.starts_with("全年"))
}

/// 等 or 不等 behind the part at `last`, or others without a figure, 其余为不满意或无法接通: what stands there is not all.
fn ends_openly(passage: &Passage<'_>, last: usize) -> bool {
    let Some(part) = passage.mentions.get(last) else { return false };
    part.after.starts_with('等')
        || part.after.ends_with('等')
        || is_followed_by_uncounted(passage, last)
        || is_followed_by_several(passage, last)
}

/// 广场 46 个、长廊 58 个、宣传栏若干: whether the item behind the part at `last` has no figure but 若干.
fn is_followed_by_several(passage: &Passage<'_>, last: usize) -> bool {
    let Some(part) = passage.mentions.get(last) else { return false };
    let end = passage.mentions.get(last + 1).map_or(passage.end(), |next| next.start);
    let behind = passage.between(part.quantity.span.end, end);
    let mut items = behind.split(['，', '、', '；', '。', '）', '和']).skip(1);
    items.next().is_some_and(|item| item.ends_with("若干") || item.starts_with("若干"))
}

/// Whether the clause behind the part at `last` tells what the others are, and not how many.
fn is_followed_by_uncounted(passage: &Passage<'_>, last: usize) -> bool {
    const OTHERS: &[&str] =
        &["其余为", "其余系", "其余是", "其余均为", "其余都是", "其余则", "剩余为", "其他为", "余者为"];
    let Some(part) = passage.mentions.get(last) else { return false };
    let end = passage.mentions.get(last + 1).map_or(passage.end(), |next| next.start);
    let behind = passage.between(part.quantity.span.end, end);
    let mut clauses = behind.split(['，', '、', '；', '。', '）']).skip(1);
    // 其余为 12 件: the clause is that of a figure.
    let others = clauses.next().filter(|others| label::begins(others, OTHERS));
    others.is_some() && clauses.next().is_some()
}

/// 每人联系 3 个乡镇、2 个乡镇不等: whether the row that ends with `mention` only tells of how many there may be.
fn varies(mention: &Mention<'_>) -> bool {
    mention.after.ends_with("不等")
}
