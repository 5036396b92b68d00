//! Lists that are summed up from behind: 甲 29 起、乙 14 起，合计 43 起.
//!
//! Takes a figure; gives the lists whose whole it is. Whether its name alone makes it a sum tells `sum_by_name`.
//!
//! *Invariant:* the words before the sum say no more than that a sum follows.

use super::after_changes;
use super::backward::{is_told_with_it, row_before, told_with};
use super::bracket_in_front;
use super::by_segments;
use super::composed;
use super::enumerated;
use super::in_turns::turns_in_front;
use super::left_out;
use super::numbered::{self, number_in_words, number_of_parts};
use super::periods::parts_of_period;
use super::ranks;
use super::same_verb;
use super::subtotals::{above_subtotals, sum_words};
use super::sum_by_name::{is_all_by_name, is_said_of_all, is_sum_of_like_parts, joined_in_front};
use super::sum_words::{number_of, reached, sums_up};
use super::told_of_all::{row_of, takes_up_things, tells_of_all};
use super::whole::{fits, is_base};
use super::{List, Opener};
use crate::claims::addends::{self, Addends, named_together, numbered_together};
use crate::claims::cues;
use crate::claims::label;
use crate::claims::rate;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search::Words;

/// Every sum from behind is told by one of these, or by one of those in its run-up.
const MAY_SUM: Words = Words::of(&["共", "总", "计", "全年", "合为", "达"]);
const MAY_ADD_UP: Words = Words::of(cues::ADDED_UP);

/// Words between a row and a figure that is none of it.
const APART: Words = Words::of(&["此外", "不纳入", "未纳入", "不计入", "未计入", "不列入"]);

/// 参训 290 人全部通过: of those who took part something may be told that is true of no others.
const TAKING_PART: &[&str] = &["参加", "参训", "参考", "参评", "实到", "到会", "出席", "报名", "抽"];

/// 同意设立 27 家，不同意设立 3 家，同意设立的 27 家均已挂牌: whether the figure at `index` has the name of one before it in its
/// sentence, and is of that alone.
fn takes_up_one(passage: &Passage<'_>, index: usize) -> bool {
    let Some(again) = passage.mentions.get(index) else { return false };
    passage
        .back_from(index)
        .take_while(|(_, one)| one.sentence == again.sentence)
        .any(|(_, one)| one.quantity.class() == again.quantity.class() && label::names_again(again, one))
}

/// The lists that the figure at `index` sums up from behind; a second one where its parts have a second measure word.
pub fn reversed_at(passage: &Passage<'_>, index: usize, known: &[List]) -> Vec<List> {
    let mut lists = lists_at(passage, index, known);
    lists.retain(|list| !ranks::are_of_another(passage, list));
    lists
}

fn lists_at(passage: &Passage<'_>, index: usize, known: &[List]) -> Vec<List> {
    // 两项占拆除总数 25 座的 92%: a base is more than what stands before it.
    let Some(total) = passage.mentions.get(index).filter(|total| may_sum(total) && !is_base(passage, index))
    else {
        return Vec::new();
    };
    // 民事占 45%，计 108 件: the count of a share is none of a row.
    if rate::is_count_of_share(passage, index) {
        return Vec::new();
    }
    // 特种设备类 135 件，此外，其他案件不纳入统计，计 412 件: what is told apart sums up nothing.
    if APART.stand_in(total.run_up) || left_out::counts_in_two_units(passage, index) {
        return Vec::new();
    }
    let sum = Sum { passage, index, total };
    if let Some(parts) = composed::row_before(passage, index) {
        return vec![list_of(index, Opener::Reversed, parts)];
    }
    if let Some(parts) = joined_in_front(passage, index) {
        return vec![list_of(index, Opener::AllOf, parts)];
    }
    if let Some((parts, is_sure)) = turns_in_front(passage, index) {
        return vec![list_of(index, if is_sure { Opener::Reversed } else { Opener::AllOf }, parts)];
    }
    if let Some(row) = bracket_in_front::row(passage, index) {
        return vec![list_of(index, Opener::Reversed, row)];
    }
    if let Some(lists) = sum.of_a_row_apart() {
        return lists;
    }
    let told = sum.told_of_all();
    if !told.is_of_all && !MAY_SUM.stand_in(total.before) && !MAY_ADD_UP.stand_in(total.run_up) {
        return Vec::new();
    }
    if let Some(lists) = sum.of_those_named() {
        return lists;
    }
    if let Some(row) = same_verb::sum_of_a_body(passage, index) {
        return vec![list_of(index, Opener::OfAllNamed, row.collect())];
    }
    let numbered = number_of_parts(passage, index);
    match sum.opener(&told, numbered) {
        Some((opener, Some(number))) => {
            // 三项 is not of the row that it numbers.
            let before = index - usize::from(numbered.is_some());
            let is_told = label::has(total.run_up, cues::ALL_SUMS)
                || !(told.is_of_all || reached(total.before).is_some());
            if is_told {
                sum.of_so_many(opener, number, before, known)
            } else {
                let row = row_of(passage, (index, before), number);
                row.map_or(Vec::new(), |row| sum.with_further(Opener::AllOf, row))
            }
        }
        Some((opener, None)) => {
            let parts = above_subtotals(passage, index, row_before(passage, index, index, None));
            if parts.len() < 2 { Vec::new() } else { sum.with_further(opener, parts) }
        }
        None => Vec::new(),
    }
}

/// What is told of all that a sum counts.
struct ToldOfAll {
    /// 两支队伍 413 人全部参训: of how many it is may stand in front.
    number: Option<usize>,
    /// Whether the sum takes up the things of the row before it.
    goes_on: bool,
    /// Whether what is told makes the figure the sum of the row before it.
    is_of_all: bool,
}

/// A figure that may sum up what stands before it.
struct Sum<'p> {
    passage: &'p Passage<'p>,
    /// Where it stands.
    index: usize,
    total: &'p Mention<'p>,
}

impl Sum<'_> {
    /// The lists of a sum whose row is read in a way of its own: parts of the year, an enumeration, a row with changes.
    fn of_a_row_apart(&self) -> Option<Vec<List>> {
        let (passage, index) = (self.passage, self.index);
        if let Some((opener, parts)) = parts_of_period(passage, index) {
            return Some(self.with_further(opener, parts));
        }
        let row =
            || enumerated::row_before(passage, index).or_else(|| by_segments::row_before(passage, index));
        if let Some(parts) = row() {
            return Some(self.with_further(Opener::Reversed, parts));
        }
        let (opener, parts) = after_changes::parts(passage, index)?;
        Some(vec![list_of(index, opener, parts)])
    }

    /// What is told of all that the sum counts.
    fn told_of_all(&self) -> ToldOfAll {
        let (passage, index, total) = (self.passage, self.index, self.total);
        let tells_of_all = tells_of_all(total);
        let number = tells_of_all.then(|| number_of(total.before)).flatten();
        let goes_on = takes_up_things(passage, index);
        let is_of_all = (tells_of_all
            && !label::has(total.before, TAKING_PART)
            && matches!(total.lead, Lead::Comma | Lead::Nothing)
            || goes_on
            || number.is_some())
            // 完成 61 项，其余 8 项均达到序时进度; 未出庭的 4 件均经准许: what is left is no sum.
            && !total.is_rest()
            && !total.before.contains(['未', '不'])
            && !takes_up_one(passage, index);
        ToldOfAll { number, goes_on, is_of_all }
    }

    /// The list of a sum that names its parts, and none where it is not clear which they are; nothing where it names none.
    fn of_those_named(&self) -> Option<Vec<List>> {
        let (passage, index, total) = (self.passage, self.index, self.total);
        // A级 212 家、B级 803 家、C级 76 家，A级和B级合计 1015 家: of those that it names, and no others.
        // 警告、罚款两类处罚合计 193 件: they may stand in the sentence before.
        let names = numbered_together(passage, index).or_else(|| named_together(total.run_up))?;
        let figures = |reach| addends::figures(passage, index, &names, reach);
        let own = figures(0);
        let is_unclear = matches!(own, Addends::Unclear);
        match if matches!(own, Addends::Found(_)) { own } else { figures(1) } {
            Addends::Found(parts) if parts.iter().all(|&part| fits(passage, index, part)) => {
                Some(vec![list_of(index, Opener::Named, parts)])
            }
            _ if is_unclear && total.lead != Lead::Nothing => Some(Vec::new()),
            _ => None,
        }
    }

    /// How the sum is recognised, and how many parts it says that it has; `numbered` is the number that a figure in front of it
    /// tells.
    fn opener(&self, told: &ToldOfAll, numbered: Option<usize>) -> Option<(Opener, Option<usize>)> {
        let (passage, index, total) = (self.passage, self.index, self.total);
        if numbered.is_some() {
            return Some((Opener::Numbered, numbered));
        }
        if let Some(limit) = sums_up(sum_words(passage, index)) {
            return Some((if limit.is_some() { Opener::Numbered } else { Opener::Reversed }, limit));
        }
        if let Some(number) = number_in_words(passage, index) {
            return Some((Opener::Numbered, Some(number)));
        }
        if let Some(opener) = same_verb::takes_up_verb(passage, index) {
            return Some((opener, None));
        }
        if told.number.is_some() {
            return Some((Opener::Numbered, told.number));
        }
        if told.goes_on {
            return Some((if total.before.is_empty() { Opener::OfAllNamed } else { Opener::AllOf }, None));
        }
        if is_sum_of_like_parts(passage, index)
            || is_said_of_all(passage, index)
            || same_verb::repeats_verb_and_noun(passage, index)
        {
            return Some((Opener::Reversed, None));
        }
        let is_all = told.is_of_all && total.lead == Lead::Comma || is_all_by_name(passage, index);
        is_all.then_some((Opener::AllOf, None))
    }

    /// The lists of a sum of `number` parts, which stand in front of the figure at `before`.
    fn of_so_many(&self, opener: Opener, number: usize, before: usize, known: &[List]) -> Vec<List> {
        let (passage, index) = (self.passage, self.index);
        let rows = |number: usize| {
            let adjoining = row_before(passage, index, before, Some(number));
            numbered::rows(passage, index, before, (number, adjoining), known)
        };
        let found = rows(number);
        // 五类案件共 14 件，其中按日计罚为零: the one of which there is none has no figure in the row.
        let fewer = number.saturating_sub(numbered::told_as_none(passage, index));
        let with_figure = if (2..number).contains(&fewer) { rows(fewer).rows } else { Vec::new() };
        let mut rows = found.rows.into_iter().chain(with_figure);
        let Some(first) = rows.next() else { return Vec::new() };
        let mut lists = self.with_further(opener, first);
        for list in lists.iter_mut() {
            list.is_distant = found.is_cut;
        }
        if let Some(first) = lists.first_mut() {
            first.rows = rows.collect();
        }
        lists
    }

    /// The list of `parts`, and one for each further measure word that both they and the sum have.
    fn with_further(&self, opener: Opener, parts: Vec<usize>) -> Vec<List> {
        let further = told_with(self.passage, &parts);
        let mut lists = vec![list_of(self.index, opener, parts)];
        lists.extend(further.into_iter().filter_map(|row| {
            let whole = companion_of(self.passage, self.index, *row.first()?)?;
            Some(list_of(whole, opener, row))
        }));
        lists
    }
}

/// The list of `parts` that the figure at `whole` sums up.
fn list_of(whole: usize, opener: Opener, parts: Vec<usize>) -> List {
    List {
        whole,
        others: Vec::new(),
        is_distant: false,
        parts,
        names: Vec::new(),
        rows: Vec::new(),
        opener,
        is_open_ended: false,
    }
}

/// 三类合计 3120 人: of how many parts the figure at `index` says that it is the sum.
pub fn says_how_many(passage: &Passage<'_>, index: usize) -> Option<usize> {
    number_of_parts(passage, index).or_else(|| sums_up(sum_words(passage, index)).flatten())
}

/// Whether `mention` counts something, so that it may be a sum.
fn may_sum(mention: &Mention<'_>) -> bool {
    mention.quantity.is_amount() && mention.quantity.measure.is_some()
}

/// 合计 67 宗、3040 亩: the further figure of the sum at `index` that counts as the one at `part` does.
fn companion_of(passage: &Passage<'_>, index: usize, part: usize) -> Option<usize> {
    let part = passage.mentions.get(part)?;
    passage
        .ahead_from(index + 1)
        .take_while(|(at, _)| is_told_with_it(passage, *at))
        .find(|(_, mention)| {
            // 检查 46 家次、发现隐患 120 条 …，合计 67 家次、158 条: the sum need not say again what it is of.
            mention.quantity.class() == part.quantity.class()
                && (mention.before == part.before || mention.before.is_empty())
        })
        .map(|(at, _)| at)
}
