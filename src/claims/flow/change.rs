//! A stock that went from one figure to another, and the movements that made it do so: 由年初的 31 家增至 38 家，新增 9 家、
//! 注销 2 家.
//!
//! *Invariant:* where movements of both directions are told they are all; of one direction alone there may be more.

use super::movement::{Movement, in_words};
use super::statement::{Understood, statement};
use super::verb_form::{by_its_verb, without_time};
use super::verbs;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::scope;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Fault, Statement};
use crate::facts::{Class, Decimal};
use crate::review::Status;
use crate::search;

/// Verbs of what is done newly, at the end of the words.
const NEW: &[&str] =
    &["新办", "新设", "新发", "新批", "新增", "新开", "新立", "新领", "新建", "新核发", "新许可"];

/// The most movements that are told of one change.
const MOST_MOVEMENTS: usize = 12;

/// What moved the stock, in order, and how surely.
#[derive(Default)]
struct Moves<'p, 'a> {
    movements: Vec<(Movement, &'p Mention<'a>)>,
    /// Whether cue words tell of every one what it does, and no figure stands among them of which nothing tells it.
    is_clear: bool,
    /// Whether some were merged into others.
    has_merger: bool,
    /// The figure behind them.
    next: usize,
}

/// The statement about the change that begins with the figure at `index`, and the figure to go on with.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<(Statement, usize)> {
    let (from, to) = (passage.mentions.get(index)?, passage.mentions.get(index + 1)?);
    if !is_change(from, to) {
        return None;
    }
    let behind = moves_behind(passage, index + 1, from, to);
    let moves = if behind.movements.is_empty() { moves_before(passage, index, from) } else { behind };
    let moves = if moves.movements.is_empty() { moves_of_it(passage, index + 1, to) } else { moves };
    let has = |wanted: Movement| moves.movements.iter().any(|(found, _)| *found == wanted);
    // 由 36 部减为 32 部，其中合并 5 部为 2 部: what was merged may be some of what went.
    let is_some = moves.has_merger && moves.movements.iter().any(|(_, moved)| moved.has(Cue::Among));
    let understood = match (has(Movement::Inflow), has(Movement::Outflow)) {
        (false, false) => return None,
        _ if is_some => Understood::Likely,
        _ if !moves.is_clear => Understood::Partly,
        (true, true) => Understood::Told,
        _ => Understood::Likely,
    };
    let mut found = statement(Some(from), &moves.movements, to, understood);
    if understood != Understood::Told {
        found.fault = found.fault.map(|fault| Fault { certain: false, ..fault });
    }
    let is_only = moves.movements.iter().all(|(_, moved)| growth::changes_by(moved));
    let is_told = match found.status {
        // 增加 7 家 by itself says by how much it changed, which is read with the changes.
        _ if understood != Understood::Told && is_only => false,
        Status::Holds => true,
        // 由 86 人增至 91 人，增加 5 人、退休 3 人: what it rose by is told, and no movement.
        Status::Broken if is_all_of_the_change(&moves, from, to) => false,
        Status::Broken => {
            understood == Understood::Told
                || went_too_far(&found, from, to)
                || came_too_few(&found, &moves, from, to)
        }
        Status::Open => understood == Understood::Told,
    };
    is_told.then_some((found, moves.next.max(index + 2)))
}

/// Whether one of the movements is by how much the stock changed altogether.
fn is_all_of_the_change(moves: &Moves<'_, '_>, from: &Mention<'_>, to: &Mention<'_>) -> bool {
    let change = from.exact().zip(to.exact()).and_then(|(from, to)| to.minus(from)).map(Decimal::abs);
    let is_all = |moved: &Mention<'_>| growth::changes_by(moved) && moved.exact() == change;
    change.is_some() && moves.movements.iter().any(|(_, moved)| is_all(moved))
}

/// 由 31 项减为 19 项，取消 14 项: whether more went than the change takes; what came in beside it would be told. That
/// some left beside those who came need not be.
fn went_too_far(found: &Statement, from: &Mention<'_>, to: &Mention<'_>) -> bool {
    from.quantity.base() > to.quantity.base() && found.fault.is_some_and(|fault| fault.excess.is_negative())
}

/// 全年新增 32 家，总数由 860 家增加到 902 家: whether all that were new are fewer than the change takes; some of those of before may have left,
/// but then even more came.
fn came_too_few(found: &Statement, moves: &Moves<'_, '_>, from: &Mention<'_>, to: &Mention<'_>) -> bool {
    let [(Movement::Inflow, new)] = moves.movements.as_slice() else { return false };
    is_new_of(new, from)
        && from.quantity.base() < to.quantity.base()
        && found.fault.is_some_and(|fault| fault.excess.is_negative())
}

/// Whether `words` begin with those of whom they speak, which may be more than those whose stock it was.
fn says_anew_whose(words: &str) -> bool {
    !scope::place(words).is_empty() || words.starts_with("全系统")
}

/// Whether `from` and `to` are the ends of a change: 由 67 名增加到 78 名, 从年初的 31 家增至年末的 38 家.
pub fn is_change(from: &Mention<'_>, to: &Mention<'_>) -> bool {
    // Few figures begin a change: one look for the cue spares the words of the others.
    if !growth::starts(from) {
        return false;
    }
    const TIMES: &[&str] = &["年末的", "年底的", "目前的", "现在的", "现有的", "现有", "目前", "的"];
    let words = search::ahead(to.before, TIMES).unwrap_or(to.before);
    let is_end = growth::leads_there(words) || growth::leads_there(to.before);
    is_end
        && from.quantity.is_amount()
        && from.quantity.measure.is_some()
        && from.quantity.class() == to.quantity.class()
        && from.sentence == to.sentence
        && from.depth == to.depth
        && to.clause <= from.clause + 1
}

/// The movements behind the change that ends with the figure at `end`: in the bracket behind it, or in its sentence.
fn moves_behind<'p, 'a>(
    passage: &'p Passage<'a>,
    end: usize,
    from: &Mention<'_>,
    to: &Mention<'_>,
) -> Moves<'p, 'a> {
    let mut moves = Moves { movements: Vec::new(), is_clear: true, has_merger: false, next: end + 1 };
    let bracket =
        passage.mentions.get(end + 1).filter(|next| next.lead == Lead::Open).map(|next| next.bracket);
    let (bracket, depth) =
        bracket.map_or((to.bracket, to.depth), |bracket| (bracket, to.depth.saturating_add(1)));
    let mut is_nested = false;
    for (at, mention) in passage.ahead_from(end + 1) {
        if mention.sentence != to.sentence || mention.depth < depth || growth::starts(mention) {
            break;
        }
        if mention.depth > depth || mention.quantity.is_share() {
            continue;
        }
        if mention.bracket != bracket || mention.quantity.class() != to.quantity.class() {
            break;
        }
        // 受理案件由 80 件增至 92 件，办结 88 件: what was done with some of what came in leaves their number as it is.
        if label::has(from.before, cues::STAGES) && label::has(mention.before, cues::STAGES) {
            break;
        }
        // 由 4.4 件降至 3.4 件；争议化解中心受理案件 174 件，化解 96 件: a segment with a subject of its own.
        if mention.segment != to.segment && moves.movements.is_empty() && names_an_actor(mention.before) {
            break;
        }
        // 栏目由 41 个合并为 28 个，全县关停账号 13 个: whose it is begins a statement of its own.
        if mention.lead != Lead::Open && says_anew_whose(mention.before) {
            break;
        }
        // 新增 86 家，注销 28 家，规上企业增加 12 家: behind both, a subject of its own begins a statement of its own.
        let has_both = || {
            let has = |wanted: Movement| moves.movements.iter().any(|(found, _)| *found == wanted);
            has(Movement::Inflow) && has(Movement::Outflow)
        };
        if mention.lead == Lead::Comma && names_what_changed(mention) && has_both() {
            break;
        }
        // 新增 9 家，其中外资 2 家、内资 7 家: parts of what came in.
        is_nested = !moves.movements.is_empty() && mention.before.starts_with("其中")
            || is_nested && mention.lead == Lead::Pause;
        if is_nested {
            continue;
        }
        match does(mention) {
            // 合并 5 部为 2 部: what they became is there in their stead.
            _ if became(passage, at)
                && moves.movements.last().is_some_and(|(_, last)| last.token < mention.token) =>
            {
                moves.movements.push((Movement::Inflow, mention));
                moves.has_merger = true;
            }
            Some((found @ (Movement::Inflow | Movement::Outflow), is_told)) => {
                moves.movements.push((found, mention));
                moves.is_clear &= is_told;
            }
            Some((Movement::Neutral | Movement::Net, _)) => {}
            // A figure of which nothing tells what it does, right behind them, may be one of them.
            None if !moves.movements.is_empty() && mention.lead == Lead::Pause => moves.is_clear = false,
            _ => break,
        }
        moves.next = at + 1;
        if moves.movements.len() == MOST_MOVEMENTS {
            break;
        }
    }
    moves
}

/// 行政争议化解中心受理委派案件: whether more stands in `words` than a time, a verb and a noun.
fn names_an_actor(words: &str) -> bool {
    const LONGEST: usize = 8;
    without_time(words).chars().count() > LONGEST
}

/// 规上企业增加 12 家: whether what changed is named in front of the verb.
fn names_what_changed(mention: &Mention<'_>) -> bool {
    growth::changes_by(mention)
        && !without_time(mention.before).starts_with(['增', '减', '新', '净', '同', '多', '少'])
}

/// Whether the figure at `index` is what those right before it were merged into: 合并 5 部为 2 部.
fn became(passage: &Passage<'_>, index: usize) -> bool {
    const LONGEST: usize = 8;
    const MERGED: &[&str] = &["合并", "撤并", "整合", "归并", "并转", "精简", "优化", "重组", "拆分"];
    let merged = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    merged.zip(passage.mentions.get(index)).is_some_and(|(merged, left)| {
        left.lead == Lead::Nothing
            && left.before.ends_with(['为', '成'])
            && search::length(left.before) <= LONGEST
            && search::has(merged.before, MERGED)
            && left.quantity.class() == merged.quantity.class()
    })
}

/// The movements right before the change that begins with the figure at `start`: 新增 9 家、注销 2 家，总数由 31 家增至 38 家.
fn moves_before<'p, 'a>(passage: &'p Passage<'a>, start: usize, from: &Mention<'_>) -> Moves<'p, 'a> {
    let mut moves = Moves { movements: Vec::new(), is_clear: true, has_merger: false, next: start + 2 };
    for (_, mention) in passage.back_from(start).take(MOST_MOVEMENTS) {
        let is_one = mention.segment == from.segment
            && mention.depth == from.depth
            && mention.quantity.class() == from.quantity.class();
        match does(mention).filter(|_| is_one) {
            Some((found @ (Movement::Inflow | Movement::Outflow), is_told)) => {
                moves.movements.push((found, mention));
                moves.is_clear &= is_told;
            }
            // 新办 36 家、延续 14 家、注销 7 家: what was only renewed was there before.
            Some((Movement::Neutral, _)) => {}
            _ => break,
        }
    }
    moves.movements.reverse();
    // What came in alone may be of something else.
    let is_both = [Movement::Inflow, Movement::Outflow]
        .iter()
        .all(|wanted| moves.movements.iter().any(|(found, _)| found == wanted));
    let is_new_of_these = || matches!(moves.movements.as_slice(), [(_, new)] if is_new_of(new, from));
    if is_both || is_new_of_these() { moves } else { Moves::default() }
}

/// 全年新增企业 32 家，企业总数由 860 家: whether `new` tells of what was new of those whose total `from` is.
fn is_new_of(new: &Mention<'_>, from: &Mention<'_>) -> bool {
    const TOTALS: &[&str] = &["总数", "总量", "总人数", "总户数"];
    let total = TOTALS.iter().find_map(|total| search::split(from.before, total));
    let object = total.map(|(object, _)| object.trim_start_matches(['全', '市', '县', '区']));
    new.before.contains("新增")
        && new.token < from.token
        && object.is_some_and(|object| object.is_empty() || new.before.ends_with(object))
}

/// 由上年的 487 项调整为 462 项。本次调整共划出 41 项、划入 16 项: the movements of both directions that the sentence behind the change
/// begins with, where it points at the change and names nothing of its own.
fn moves_of_it<'p, 'a>(passage: &'p Passage<'a>, end: usize, to: &Mention<'_>) -> Moves<'p, 'a> {
    let next = passage.ahead_from(end + 1).find(|(_, mention)| mention.sentence > to.sentence);
    // 投入由 1.2 亿元增加到 1.5 亿元。全年收入 860.3 万元，支出 842.6 万元: what is earned and spent moves no budget.
    let next = next.filter(|_| to.quantity.class() != Some(Class::Money));
    let Some((first, opener)) = next.filter(|(_, opener)| opener.sentence == to.sentence + 1) else {
        return Moves::default();
    };
    let Some(verb) = verb_behind_pointer(opener.before).filter(|_| opener.run_up == opener.before) else {
        return Moves::default();
    };
    let mut moves = Moves { movements: Vec::new(), is_clear: true, has_merger: false, next: end + 1 };
    for (at, mention) in passage.ahead_from(first).take(MOST_MOVEMENTS) {
        let words = if at == first { verb } else { mention.before };
        // 立案数由 40 件增至 80 件。全年受理案件 310 件，办结 296 件: cases that go through their stages move no list.
        // 合并 12 项为 6 项: whether these are some of those that were cancelled is not told.
        if label::has(words, cues::STAGES) || became(passage, at) {
            return Moves::default();
        }
        let is_stock = matches!(in_words(mention), Some(Movement::Opening | Movement::Closing));
        let is_one = mention.segment == opener.segment
            && mention.depth == to.depth
            && mention.clause <= opener.clause + 1
            && (is_stock || is_bare_verb(words))
            && mention.quantity.class() == to.quantity.class();
        match does(mention).filter(|_| is_one) {
            Some((found @ (Movement::Inflow | Movement::Outflow), true)) => {
                moves.movements.push((found, mention));
            }
            // 编制由 86 名调整为 92 名。年内招录 9 名、退休 4 名，年末实有 88 名: they lead to a stock of their own.
            Some((Movement::Opening | Movement::Closing, _)) => return Moves::default(),
            _ => break,
        }
    }
    let has = |wanted: Movement| moves.movements.iter().any(|(found, _)| *found == wanted);
    if has(Movement::Inflow) && has(Movement::Outflow) { moves } else { Moves::default() }
}

/// Whether `words` are a verb that moves something, with no more behind it than the noun of all: 招录, 取消事项, and not 女性招录.
fn is_bare_verb(words: &str) -> bool {
    let length = search::length(words);
    let begins = || {
        words.starts_with('新') || label::begins(words, cues::INFLOW) || label::begins(words, cues::OUTFLOW)
    };
    length <= 2 || length <= 4 && begins()
}

/// The verb in `words` behind those that point at a change: 划出 of 本次调整共划出.
fn verb_behind_pointer(words: &str) -> Option<&str> {
    const CHANGES: &[&str] = &["调整中", "调整", "变动", "增减", "清理", "优化"];
    let rest = without_time(words);
    let verb = search::beginning(rest, CHANGES).and_then(|change| rest.strip_prefix(change)).unwrap_or(rest);
    (rest.len() < words.len()).then(|| without_time(verb))
}

/// What `mention` does to a stock, and whether a cue word tells it.
fn does(mention: &Mention<'_>) -> Option<(Movement, bool)> {
    let told = in_words(mention).map(|found| (found, true));
    let by_verb = || verbs::in_words(mention.before).map(|verb| (verb.does, verb.is_sure));
    // 许可证全年新办 36 家: what is done newly comes in, whatever stands before the verb.
    let is_new = || search::ending(mention.before, NEW).map(|_| (Movement::Inflow, true));
    told.or_else(by_verb).or_else(is_new).or_else(|| by_its_verb(mention).map(|found| (found, false)))
}
