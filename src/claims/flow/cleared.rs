//! What was gone through, what of it went and what was kept: 共 262 项，取消 71 项，保留 191 项.
//!
//! *Invariant:* the results stand in one row right behind the stock; where another figure of the row tells of none, they are
//! only said to be more than there was.

use super::movement::{Movement, movement};
use super::statement::{Understood, statement};
use crate::claims::Statement;
use crate::claims::clearing::{Fate, fate};
use crate::claims::judge::{self, Sum};
use crate::claims::kinds;
use crate::claims::label;
use crate::claims::rate::share_two_characters;
use crate::claims::scope;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::total;
use crate::review::Status;

/// The most results of one clearing.
const MOST_RESULTS: usize = 6;

/// 共 262 项，取消 71 项，保留 201 项: what is cut and what is kept are all there was. The mention to go on with.
pub fn claim(passage: &Passage<'_>, start: usize, out: &mut Vec<Statement>) -> usize {
    let Some(stock) = passage.mentions.get(start) else { return start };
    let row = row_behind(passage, start, stock);
    let has = |wanted: Fate| row.iter().any(|(fate, _)| *fate == wanted);
    if !has(Fate::Gone)
        || !has(Fate::Kept)
        || !(was_gone_through(passage, start, stock) || was_taken_over(passage, stock, &row))
    {
        return start;
    }
    let end = start + row.len();
    let is_next = |next: &&Mention<'_>| stands_in_row(next, stock) && !tells_of_some(next);
    let next = passage.mentions.get(end + 1).filter(is_next);
    if next.is_some_and(|next| movement(next).is_some()) {
        return start;
    }
    // 清理 262 件，废止 71 件，保留 201 件: results of one set are read as the parts of the whole already.
    let labels: Vec<&str> = row.iter().map(|(_, part)| label::label(part)).collect();
    let is_said = passage.list_of(start + 1).is_some_and(|list| {
        list.whole == start && list.parts.iter().copied().eq(start + 1..=end) && kinds::are_complete(&labels)
    });
    if !is_said {
        out.extend(judged(stock, &row, next.is_none()));
    }
    end + 1
}

/// The results right behind `stock`, each with what became of it.
fn row_behind<'p, 'a>(
    passage: &'p Passage<'a>,
    start: usize,
    stock: &Mention<'_>,
) -> Vec<(Fate, &'p Mention<'a>)> {
    passage
        .ahead_from(start + 1)
        .take(MOST_RESULTS)
        .map_while(|(at, part)| {
            let goes_on = stands_in_row(part, stock) && (at == start + 1 || !tells_of_some(part));
            let (fate, object) = fate(part.before).filter(|_| goes_on)?;
            // 下沉乡镇 8 项 names who has them now.
            let is_of_stock = object.is_empty()
                || fate == Fate::Gone && scope::level(object) == Some(object)
                || fate == Fate::Changed
                || share_two_characters(object, stock.before)
                || share_two_characters(object, stock.after);
            is_of_stock.then_some((fate, part))
        })
        .collect()
}

/// 保留的证明事项中 21 项, 其中修改后保留 5 项: some of what was told already.
fn tells_of_some(part: &Mention<'_>) -> bool {
    label::has(part.before, &["其中", "文件中", "事项中", "项目中"])
        || part.before.ends_with(['中', '里', '内'])
}

fn stands_in_row(part: &Mention<'_>, stock: &Mention<'_>) -> bool {
    part.sentence == stock.sentence
        && part.segment == stock.segment
        && part.depth == stock.depth
        && part.quantity.class() == stock.quantity.class()
        && matches!(part.lead, Lead::Comma | Lead::Pause)
}

/// Whether the `stock` at `start` is what there was, or what was gone through: 共 262 项, 对 148 件文件进行清理, 报送事项 262 项，经审核.
fn was_gone_through(passage: &Passage<'_>, start: usize, stock: &Mention<'_>) -> bool {
    const GONE_THROUGH: &[&str] = &[
        "清理", "梳理", "排查", "核查", "评估", "审查", "审核", "清查", "起底", "摸底", "普查", "盘点",
        "复核",
    ];
    let is_told =
        label::has(stock.before, &["共", "涉及", "现有", "原"]) || label::has(stock.before, GONE_THROUGH);
    let is_told_behind = || stock.before.starts_with('对') && label::has(stock.after, GONE_THROUGH);
    // What is told between the stock and what came of it: 经审核, 按规定清理后.
    let is_told_between = || {
        let words = passage.mentions.get(start + 1).map_or("", |first| first.run_up);
        let between = words.split('，').find(|words| label::begins(words, &["经", "通过", "按", "依"]));
        between.is_some_and(|words| label::has(words, GONE_THROUGH))
    };
    stock.quantity.is_amount() && (is_told || is_told_behind() || is_told_between())
}

/// 承接省、市两级下放权限 31 项，再下沉乡镇 8 项，县级留存 23 项: whether `stock` came from those above, and no kind of it
/// is named where the rest was kept.
fn was_taken_over(passage: &Passage<'_>, stock: &Mention<'_>, row: &[(Fate, &Mention<'_>)]) -> bool {
    let names_a_kind = |(kept, part): &(Fate, &Mention<'_>)| {
        *kept == Fate::Kept && fate(part.before).is_some_and(|(_, object)| !object.is_empty())
    };
    const FARTHEST: usize = 40;
    let words = passage.between(stock.sentence_start, stock.quantity.span.start);
    let words = label::last_characters(words, FARTHEST);
    let comes = words.rsplit(['，', '；']).next().is_some_and(|clause| label::has(clause, &["承接", "接收"]));
    comes && !row.iter().any(names_a_kind)
}

/// The statement of the results in `row`, which are all where nothing else is told.
fn judged(stock: &Mention<'_>, row: &[(Fate, &Mention<'_>)], is_all: bool) -> Option<Statement> {
    if let ([(Fate::Gone, gone), (Fate::Kept, kept)], true) = (row, is_all) {
        return Some(statement(Some(stock), &[(Movement::Outflow, gone)], kept, Understood::Told));
    }
    let of = |wanted: Fate| -> Vec<&Mention<'_>> {
        row.iter().filter(|(fate, _)| *fate == wanted).map(|(_, part)| *part).collect()
    };
    let parts: Vec<&Mention<'_>> = row.iter().map(|(_, part)| *part).collect();
    let sum_of = |parts: &[&Mention<'_>]| {
        let terms: Vec<_> = parts.iter().map(|part| (1, part.quantity)).collect();
        judge::adds_up(&terms, stock.quantity)
    };
    // What was changed may be among what was kept, some of it or all.
    let changed: Vec<&Mention<'_>> = of(Fate::Changed);
    let unchanged: Vec<&Mention<'_>> = [of(Fate::Gone), of(Fate::Kept)].concat();
    let readings = (0..1usize << changed.len()).map(|chosen| {
        let some = changed.iter().enumerate().filter(|(place, _)| chosen >> place & 1 == 1);
        [unchanged.as_slice(), &some.map(|(_, part)| *part).collect::<Vec<_>>()].concat()
    });
    if let Some(right) = readings.into_iter().find(|parts| sum_of(parts).status() == Status::Holds) {
        return Some(total::total(stock, &right, Sum::Meets, Status::Holds, true));
    }
    let sum = sum_of(&parts);
    let is_more = matches!(sum_of(&unchanged), Sum::Off { excess, .. } if !excess.is_negative());
    (is_all || is_more).then(|| total::total(stock, &parts, sum, sum.status(), true))
}
