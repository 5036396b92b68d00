//! How many villages, communities and towns a place has, told again of all of them: 全镇现有行政村 16 个 … 全镇 16 个行政村全部设立.
//!
//! Takes the figures of all passages; gives the later of two that count the same divisions of one place.
//!
//! *Invariant:* the first says what the place has and the later that something is true of all of them, under the very same
//! noun; where the place is told to have two numbers of them, nothing is said.

use super::{Told, compare, told};
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::scope;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::Precision;
use crate::review::ClaimKind;
use crate::search;

/// What places are divided into.
const DIVISIONS: &[&str] =
    &["行政村", "社区", "乡镇", "街道", "自然村", "村民小组", "居民小组", "镇街", "网格", "司法所"];

/// Words of what there is.
const HAVING: &[&str] =
    &["现有", "现辖", "下辖", "共辖", "所辖", "管辖", "辖有", "辖", "共有", "设有", "划分为"];

/// How many of the later figures are looked at: a report has a few.
const MOST: usize = 32;

/// What a place is divided into, how many of it, and which place.
struct Division<'p, 'a> {
    told: Told<'p, 'a>,
    noun: &'static str,
    place: char,
}

/// The statements about divisions of places in `passages` that are not `known` yet.
pub fn claims(passages: &[Passage<'_>], known: &[Statement]) -> Vec<Statement> {
    let stocks: Vec<Division<'_, '_>> = told(passages).filter_map(stock).take(MOST).collect();
    if stocks.is_empty() {
        return Vec::new();
    }
    let again = told(passages).filter_map(all_of_them).take(MOST);
    let is_new = |again: &Division<'_, '_>| {
        let start = again.told.mention.quantity.span.start;
        let told = known.iter().filter(|known| known.kind == ClaimKind::Restated);
        !told.flat_map(|known| known.operands_as("again")).any(|operand| operand.span.start == start)
    };
    again.filter(is_new).filter_map(|again| restated(&stocks, &again)).collect()
}

/// `again` against what the place has.
fn restated(stocks: &[Division<'_, '_>], again: &Division<'_, '_>) -> Option<Statement> {
    let mut of_it = stocks.iter().filter(|stock| stock.noun == again.noun && stock.place == again.place);
    let stock = of_it.next()?;
    let value = |one: &Division<'_, '_>| one.told.mention.quantity.base();
    let is_known = of_it.all(|other| value(other) == value(stock))
        && stock.told.is_apart_from(&again.told)
        && stock.told.is_of_the_time_of(&again.told)
        && (stock.told.place, stock.told.mention.token) < (again.told.place, again.told.mention.token);
    if is_known { compare(stock.told.mention, again.told.mention, false) } else { None }
}

/// 全镇现有行政村 16 个, 我区下辖 8 个街道: what the place of the report has.
fn stock<'p, 'a>(told: Told<'p, 'a>) -> Option<Division<'p, 'a>> {
    let mention = told.mention;
    let (words, noun) = match noun_behind(mention) {
        Some((noun, rest)) => (Some(mention.before).filter(|_| !goes_on(rest))?, noun),
        None => {
            let noun = search::ending(mention.before, DIVISIONS)?;
            (mention.before.strip_suffix(noun)?, *DIVISIONS.iter().find(|known| **known == noun)?)
        }
    };
    is_counted(mention).then_some(Division { told, noun, place: place_that_has(&told, words)? })
}

/// The place that has what the figure counts, where `words` in front of it lead to it; 社区 96 个 behind 全区现有街道 8 个 is of the same.
fn place_that_has(told: &Told<'_, '_>, words: &str) -> Option<char> {
    const LONGEST_ROW: usize = 4;
    let having =
        |words: &str| search::ending(words, HAVING).and_then(|having| place_of(words.strip_suffix(having)?));
    if !words.is_empty() || told.mention.lead != Lead::Pause {
        return having(words);
    }
    let mut row = told.passage.back_from(told.index).take(LONGEST_ROW).map(|(_, one)| one);
    let head = row.find(|one| one.lead != Lead::Pause)?;
    let is_row = head.clause == told.mention.clause;
    let words = search::ending(head.before, DIVISIONS).and_then(|noun| head.before.strip_suffix(noun));
    having(words.unwrap_or(head.before)).filter(|_| is_row)
}

/// 全镇 16 个行政村全部设立, 全区 96 个社区法律顾问全覆盖: all that the place has.
fn all_of_them<'p, 'a>(told: Told<'p, 'a>) -> Option<Division<'p, 'a>> {
    let mention = told.mention;
    let (noun, rest) = noun_behind(mention)?;
    let place = place_of(mention.before).filter(|_| !goes_on(rest) && is_counted(mention))?;
    let is_of_all = label::begins(rest, scope::OF_ALL) || rest.contains("全覆盖");
    is_of_all.then_some(Division { told, noun, place })
}

/// The division with which the words behind `mention` begin, and the rest of them.
fn noun_behind<'a>(mention: &Mention<'a>) -> Option<(&'static str, &'a str)> {
    let noun = search::beginning(mention.after, DIVISIONS)?;
    Some((noun, mention.after.get(noun.len()..)?))
}

/// 16 个行政村和社区: whether `rest`, behind a noun, counts something else besides.
fn goes_on(rest: &str) -> bool {
    rest.starts_with(['和', '及', '与', '中', '的', '、', '（'])
}

/// Whether `mention` is so many of a kind, exactly.
fn is_counted(mention: &Mention<'_>) -> bool {
    mention.quantity.is_amount() && mention.quantity.precision == Precision::Exact && mention.depth == 0
}

/// The level of the place whose name ends `words`: 镇 of 全镇, 我镇; nothing where it is some other town.
fn place_of(words: &str) -> Option<char> {
    const LEVELS: &[char] = &['省', '市', '州', '县', '区', '旗', '镇', '乡'];
    let level = words.chars().next_back().filter(|level| LEVELS.contains(level))?;
    let ahead = words.strip_suffix(level)?;
    ahead.ends_with(['全', '我']).then_some(level)
}
