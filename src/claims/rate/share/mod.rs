//! 占: a count as a share of the whole that it is a part of.
//!
//! *Invariant:* the whole counts in the same measure word and is named before the part.

pub mod counted;
mod foremost;
mod naming;
mod of_the_place;
mod of_those;
mod of_two;
mod part;
mod ranked;
mod several;
mod told_behind;
mod whole;
mod wording;

use super::general::{LEAST_DIGITS, slipped};
use super::marks;
use super::names::{self, Counts};
use super::not_yet;
use super::quotient::Quotient;
use super::sums::Sums;
use super::verbs::SEVERAL;
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::flow::movement::{Movement, movement};
use crate::claims::growth;
use crate::claims::label::label;
use crate::claims::list;
use crate::claims::scope;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::Class;
use crate::lang::Text;
use crate::review::Status;
pub use foremost::claim as of_the_foremost;
pub use of_the_place::claims as of_the_place;
pub use part::part_of;
use part::{is_called, is_called_behind};
pub use several::of_numbered;
use whole::{has_its_share, is_grand, named_whole, stands_beside, wholes_of};
pub use wording::read;
use wording::{Scope, Wording};

const WHOLE_UNCLEAR: Text = Text {
    zh: "占的是哪一个总数，文中看不出，未作判断",
    en: "the text does not tell of which total it is a share; not judged",
};

/// The shares that begin at `index`: one, or with 分别 one for each count before them.
///
/// `last` remembers the sentence and whole of the share before, for 占 in a row.
pub fn claims(
    passage: &Passage<'_>,
    index: usize,
    wording: Wording<'_>,
    sums: &Sums,
    last: &mut Option<(u32, usize)>,
    out: &mut Vec<Statement>,
) {
    match wording.scope {
        Scope::Respectively => out.extend(
            several::respectively(passage, index, wording)
                .or_else(|| of_two::claim(passage, index, wording))
                .unwrap_or_default(),
        ),
        Scope::Named if several::is_of_names(passage, index) => {
            out.extend(several::named(passage, index, wording, sums));
        }
        Scope::Together => out.extend(together(passage, index, wording)),
        Scope::Single | Scope::Named => {
            let found = single(passage, index, wording, sums, last);
            out.extend(found.or_else(|| told_behind::claim(passage, index, wording)));
        }
    }
}

/// Whether the clause in front of the part of the share at `index` names the figure that it is of.
pub fn names_its_base(passage: &Passage<'_>, index: usize) -> bool {
    index.checked_sub(1).is_some_and(|part| of_those::whole(passage, part).is_some())
}

/// The share of all counts right before it.
fn together(passage: &Passage<'_>, index: usize, wording: Wording<'_>) -> Option<Statement> {
    let row = ranked::row_before(passage, index);
    if row.len() > 1 {
        ranked::claim(passage, index, wording, &row)
    } else {
        several::together(passage, index, wording)
    }
}

fn single(
    passage: &Passage<'_>,
    index: usize,
    wording: Wording<'_>,
    sums: &Sums,
    last: &mut Option<(u32, usize)>,
) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let told = wording.part;
    let wording = Wording { part: crate::claims::label::strip(told), ..wording };
    let row = ranked::row_before(passage, index);
    if row.len() > 1 && wording.part.is_empty() {
        return ranked::claim(passage, index, wording, &row);
    }
    let Some(part_index) = part_of(passage, index, wording.part) else {
        // 尚余 17 户未办证，已办证的占 94%.
        let name = wording.part.trim_end_matches('的').trim_start_matches('已');
        return not_yet::claim(passage, index, name).filter(|_| wording.whole.is_empty());
    };
    let part = passage.mentions.get(part_index)?;
    // 8 家不达标，不达标机构中社会化机构占 75%: of the 8, and how many it is is not told.
    if wording.part.split_once('中').is_some_and(|(of, _)| !of.is_empty() && is_called(label(part), of)) {
        return None;
    }
    let judged = |whole: usize| {
        let whole = passage.mentions.get(whole)?;
        let quotient = Quotient::new(rate, &[part], &[whole])?;
        // What is larger cannot be a part: then the whole is another one.
        let is_part =
            quotient.numerator <= quotient.denominator && whole.quantity.class() == part.quantity.class();
        if is_part { quotient.judge() } else { None }
    };
    let in_list = passage.list_of(part_index).map(|list| list.whole);
    let remembered = last.filter(|(sentence, _)| *sentence == rate.sentence).map(|(_, whole)| whole);
    let is_named_short = |at: usize| {
        passage.mentions.get(at).is_some_and(|whole| {
            let is_near = whole.sentence == part.sentence && whole.clause + 1 >= part.clause;
            is_near && whole.quantity.is_count() && whole::is_short_for(wording.whole, whole)
        })
    };
    let named = if wording.whole.is_empty() {
        let right_before = || of_those::right_before(passage, part_index).filter(|_| wording.part.is_empty());
        of_those::whole(passage, part_index).or_else(right_before)
    } else if let Some(named) = named_whole(passage, part_index, wording.whole) {
        Some(named)
    } else if let Some(short) = in_list.or(part_index.checked_sub(1)).filter(|&at| is_named_short(at)) {
        Some(short)
    } else if let Some(bearer) = list::bearer(passage, part_index, wording.whole) {
        Some(bearer)
    } else {
        // 占收案总数的 is of what was received, in whatever words; only that it holds can be said.
        let farthest = || wholes_of(passage, part_index).pop();
        let of_its_noun = whole::all_of_its_noun(passage, part_index, wording.whole);
        let of_all = is_grand(wording.whole)
            .then(|| of_its_noun.or(in_list).or(remembered).or_else(farthest))
            .flatten()?;
        // 优秀 427 宗，占评查总数的 22.7%；合格 …，占评查总数的 …: the share before it has shown which total that is.
        let is_shown = remembered == Some(of_all) || of_its_noun.is_some();
        let found = judged(of_all).filter(|statement| is_shown || statement.status == Status::Holds)?;
        *last = Some((rate.sentence, of_all));
        return Some(found);
    };
    // 60 岁以上 36.6 万人，占 12.8%，其中 65 岁以上 25.2 万人，占 8.8%: of them or, as they are, of all.
    let nested = in_list.filter(|&whole| has_its_share(passage, whole));
    // 抽检 25 家，21 家过关，4 家被通报，占 16%: the whole is what the parts were seen to add up to.
    let summed = sums.whole_of(passage, part).filter(|&whole| !has_its_share(passage, whole));
    let listed = in_list.or(summed).or(remembered).filter(|_| nested.is_none());
    let is_told_behind = in_list.is_none() && is_called_behind(passage, part_index, wording.part);
    let within = part_index.checked_sub(1).filter(|_| is_told_behind);
    let sure = named.or(within).or(listed);
    let at_the_end = in_list.and_then(|whole| passage.mentions.get(whole)).and_then(movement);
    // 年初 59 人，招录 6 人，年末 58 人，其中硕士 9 人，占 15.5%: of those there are now, never of those of before or of those who came.
    let is_of_before = |at: &usize| {
        at_the_end == Some(Movement::Closing)
            && passage.mentions.get(*at).and_then(movement).is_some_and(|does| does != Movement::Closing)
    };
    let is_sibling = |at: &usize| {
        passage.mentions.get(*at).is_some_and(|other| sums.are_siblings(part, other)) || is_of_before(at)
    };
    let (peers, nearby): (Vec<usize>, Vec<usize>) = wholes_of(passage, part_index)
        .into_iter()
        .filter(|at| !is_sibling(at))
        .partition(|&at| has_its_share(passage, at));
    let adjoins = |whole: usize| {
        whole + 1 == part_index
            && passage.mentions.get(whole).is_some_and(|mention| mention.segment == part.segment)
    };
    let is_sure = sure.is_some() || nearby.first().is_some_and(|&first| nearby.len() == 1 || adjoins(first));
    let is_sure = named.is_some() || (is_sure && nested.is_none());
    let is_beside = sure.is_none()
        && nearby
            .first()
            .and_then(|&at| passage.mentions.get(at))
            .is_some_and(|whole| stands_beside(whole, part, rate));
    // 转派量居前三位的分别为 31 件、28 件和 19 件。退单重办 2 件，占 0.97%: of several of the sentence before, or of none.
    let is_elsewhere =
        sure.is_none() && nearby.first().is_some_and(|&at| is_one_of_several_before(passage, at, part));
    let is_sure = is_sure && !is_beside && !is_elsewhere && !of_those::are_of_another_year(part);
    let remade = named.map(|named| whole::remade(passage, named, part_index)).unwrap_or_default();
    let mut readings: Vec<usize> = sure.into_iter().chain(remade).chain(nested).chain(remembered).collect();
    if named.is_none() {
        readings.extend(nearby);
    }
    let mut found: Vec<(usize, Statement)> =
        readings.into_iter().filter_map(|whole| Some((whole, judged(whole)?))).collect();
    // 办结 80 件，占 80%，满意 72 件，占 90%: what has a share of its own may hold, but is never taken for
    // the whole of a share that does not fit.
    if named.is_none() {
        let fitting = peers.into_iter().filter_map(|whole| Some((whole, judged(whole)?)));
        found.extend(fitting.filter(|(_, statement)| statement.status == Status::Holds));
        // 开庭 86 件，应出庭 62 件，出庭 62 件，正职出庭 18 件，占 29%: it may be of the figure right before it as well.
        let mut alike =
            passage.back_from(part_index).take_while(|(_, other)| other.sentence == part.sentence);
        let right_before = alike.find(|(_, other)| other.quantity.class() == part.quantity.class());
        let fitting = right_before
            .filter(|(whole, _)| !is_sibling(whole))
            .and_then(|(whole, _)| Some((whole, judged(whole)?)));
        found.extend(fitting.filter(|(_, statement)| statement.status == Status::Holds));
    }
    let best = found.iter().position(|(_, statement)| statement.status == Status::Holds);
    // 中级占比 is of 中级 alone.
    let row = if wording.part.is_empty() { row_of(passage, part_index) } else { vec![part_index] };
    if best.is_none_or(|_| is_ranked(passage, &row)) && row.len() > 1 && rate.lead == Lead::Comma {
        return of_the_row(passage, index, &row, found);
    }
    let Some((whole, statement)) = found.into_iter().nth(best.unwrap_or(0)) else {
        return of_another_measure(passage, index, part_index).filter(|_| wording.whole.is_empty());
    };
    // 优秀 30 卷、合格 65 卷，合格案卷占 95%: who is 优秀 is 合格 as well.
    if statement.status == Status::Broken
        && let Some(Counts::Marks(above)) =
            names::find(names::without_noun(wording.part)).map(|known| &known.counts)
        && let Some(of_all) = marks::marks(passage, index, above).filter(|all| all.status == Status::Holds)
    {
        return Some(of_all);
    }
    let of_more = || passage.mentions.get(whole).is_some_and(|whole| is_of_more(told, whole, part));
    if statement.status == Status::Broken && named.is_none() && of_more() {
        return None;
    }
    if statement.status == Status::Broken && !is_sure {
        // 县级办理 976 件，市本级 288 件，市本级占 22.8%: of both, which are all.
        let beside = passage.mentions.get(whole).filter(|_| is_beside);
        let of_both = beside.and_then(|beside| Quotient::new(rate, &[part], &[beside, part])?.judge());
        return of_both
            .filter(|both| both.status == Status::Holds)
            .or_else(|| super::holding(statement, WHOLE_UNCLEAR));
    }
    *last = Some((rate.sentence, whole));
    Some(statement)
}

/// Whether the words of a share, or of its part, tell that it is of more than `whole`: 东片立案 176 件中一般程序 103 件，西片立案 108 件中一般
/// 程序 49 件，全县一般程序占比 53.5%; 建成端口 14.6 万个，覆盖小区 1918 个，占比 91%.
fn is_of_more(told: &str, whole: &Mention<'_>, part: &Mention<'_>) -> bool {
    const NOUN: usize = 2;
    let place = scope::place(told);
    let is_of_the_place =
        !place.is_empty() && ![whole, part].iter().any(|figure| figure.run_up.contains(place));
    let covered = part.before.rsplit_once("覆盖").map(|(_, noun)| noun);
    let is_of_those_covered = covered.is_some_and(|noun| {
        let at = noun.char_indices().rev().nth(NOUN - 1).map_or(0, |(at, _)| at);
        let noun = noun.get(at..).unwrap_or("");
        noun.chars().count() == NOUN && !(whole.before.contains(noun) || whole.after.contains(noun))
    });
    is_of_the_place || is_of_those_covered
}

/// Whether the figure at `at` stands in a sentence before that of `part`, and others of its kind do too.
fn is_one_of_several_before(passage: &Passage<'_>, at: usize, part: &Mention<'_>) -> bool {
    let Some(whole) = passage.mentions.get(at).filter(|whole| whole.sentence < part.sentence) else {
        return false;
    };
    passage.sentence_of(at).iter().any(|(other, mention)| {
        *other != at
            && mention.quantity.class() == whole.quantity.class()
            && !passage.is_part(*other)
            && !growth::changes_by(mention)
    })
}

/// 检查 1460 处次，发现问题 365 个，占 25%: what was found counts in another measure word than what was looked at, and the
/// share is of nothing else. Only where it fits, or would but for one slip.
fn of_another_measure(passage: &Passage<'_>, index: usize, part_index: usize) -> Option<Statement> {
    let (rate, part) = (passage.mentions.get(index)?, passage.mentions.get(part_index)?);
    let is_thing = |mention: &Mention<'_>| matches!(mention.quantity.class(), Some(Class::Word(_)));
    let mut before = passage
        .back_from(part_index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == part.sentence);
    let whole = before.next().filter(|whole| is_thing(whole) && is_thing(part))?;
    let is_only = before.all(|mention| !is_thing(mention));
    let is_near = whole.clause + 1 == part.clause && whole.depth == part.depth && !whole.has(Cue::Comparison);
    let quotient = Quotient::new(rate, &[part], &[whole])?;
    if !is_only || !is_near || quotient.numerator > quotient.denominator {
        return None;
    }
    let statement = quotient.judge()?;
    if statement.status == Status::Holds { Some(statement) } else { slipped(statement, rate, LEAST_DIGITS) }
}

/// The row of figures that ends with the one at `index`: 交通类 78 件、城建类 57 件、政法类 56 件.
fn row_of(passage: &Passage<'_>, index: usize) -> Vec<usize> {
    let mut row = vec![index];
    for (at, mention) in passage.back_from(index) {
        let is_joined = row.last().and_then(|&next| passage.mentions.get(next)).is_some_and(|next| {
            next.lead == Lead::Pause
                && next.clause == mention.clause
                && next.quantity.class() == mention.quantity.class()
        });
        if !is_joined {
            break;
        }
        row.push(at);
    }
    row.reverse();
    row
}

/// Whether the row is that of the first in rank, 位居前三的工单：…; then a share behind it is of all of it.
fn is_ranked(passage: &Passage<'_>, row: &[usize]) -> bool {
    row.len() > 1
        && row.first().and_then(|&first| passage.mentions.get(first)).is_some_and(|first| {
            first.lead == Lead::Colon && crate::claims::label::has(first.run_up, &["前", "居", "排名"])
        })
}

/// A share behind a row: it is of the last figure of the row or of all of it.
fn of_the_row(
    passage: &Passage<'_>,
    index: usize,
    row: &[usize],
    found: Vec<(usize, Statement)>,
) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let parts: Vec<&Mention<'_>> = row.iter().filter_map(|&at| passage.mentions.get(at)).collect();
    let sums: Vec<Statement> = found
        .iter()
        .filter(|(whole, _)| !row.contains(whole))
        .filter_map(|&(whole, _)| Quotient::new(rate, &parts, &[passage.mentions.get(whole)?])?.judge())
        .collect();
    if let Some(fitting) = sums.iter().find(|statement| statement.status == Status::Holds) {
        return Some(fitting.clone());
    }
    if is_ranked(passage, row) {
        return sums.into_iter().next();
    }
    super::holding(found.into_iter().next()?.1, SEVERAL)
}
