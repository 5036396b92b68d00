//! All of a stock told again: 我局现有行政执法人员 73 人 … 组织我局全部 78 名行政执法人员.
//!
//! *Invariant:* the stock bears one name and one figure before, and what is told again is all of it, or what is sent out of it
//! and is more; only one slip of the pen is told.

use super::indicator::is_indicator;
use super::noun_words::beginnings;
use super::{Told, compare, in_one_unit, told};
use crate::claims::Statement;
use crate::claims::judge::{is_one_slip, is_swapped};
use crate::claims::label;
use crate::claims::scope;
use crate::claims::statement::Passage;
use crate::facts::Decimal;
use crate::review::Status;
use crate::search;

/// The fewest characters of the name of a stock.
const SHORTEST: usize = 4;

/// The most stocks that are kept in mind.
const MOST: usize = 32;

/// Words in front of a stock that is there.
const HAVING: &[&str] =
    &["现有", "共有", "配备", "聘请", "选聘", "聘任", "聘有", "在册", "设有", "建有", "拥有"];

/// A stock that is there, and what it is called.
struct Stock<'p, 'a> {
    told: Told<'p, 'a>,
    name: &'a str,
}

/// The figures of `passages` that count all of a stock and differ from it by a slip.
pub fn claims(passages: &[Passage<'_>]) -> Vec<Statement> {
    let mut stocks: Vec<Stock<'_, '_>> = Vec::new();
    let mut out = Vec::new();
    for figure in told(passages) {
        out.extend(restatement(&stocks, &figure));
        if stocks.len() < MOST {
            stocks.extend(stock(figure));
        }
    }
    out
}

/// 我局现有行政执法人员 73 人: the stock that `told` counts.
fn stock<'p, 'a>(told: Told<'p, 'a>) -> Option<Stock<'p, 'a>> {
    let name = search::each_of(told.mention.before, HAVING)
        .last()
        .and_then(|(at, word)| told.mention.before.get(at + word.len()..))?;
    let is_stock = search::length(name) >= SHORTEST && is_indicator(told.passage, told.index, told.mention);
    is_stock.then_some(Stock { told, name })
}

/// The claim that `again` is the stock that it names, where it is all of it or more than it.
fn restatement(stocks: &[Stock<'_, '_>], again: &Told<'_, '_>) -> Option<Statement> {
    const ALL: &[&str] = &["全部", "所有", "全体"];
    const SENDING: &[&str] = &["组织", "发动", "抽调", "选派", "动员", "派出", "邀请"];
    const OTHERS: &[&str] = &["累计", "次", "外地", "周边", "各地", "联合", "会同", "兄弟"];
    let mention = again.mention;
    let is_all = search::ending(mention.before, ALL).is_some();
    let ahead = scope::ending(mention.before)
        .and_then(|scope| mention.before.strip_suffix(scope))
        .unwrap_or(mention.before);
    let is_sent = search::ending(ahead, SENDING).is_some();
    let sentence = again.passage.between(mention.sentence_start, mention.quantity.number.start);
    if !is_all && !is_sent || label::has(label::last_characters(sentence, 30), OTHERS) {
        return None;
    }
    let is_joined = |name: &str| {
        mention.after.strip_prefix(name).is_some_and(|rest| rest.starts_with(['和', '及', '与', '、', '以']))
    };
    let names =
        beginnings(mention.after, SHORTEST).filter(|name| !is_joined(name) && !again.goes_on_with(&["、"]));
    let mut same = names.flat_map(|name| stocks.iter().filter(move |stock| stock.name == name));
    let stock = same.next().filter(|_| same.next().is_none())?;
    let (a, b) = in_one_unit(stock.told.mention.quantity, mention.quantity)?;
    let is_slip = if is_all { is_one_slip(a, b) } else { b > a && is_swapped(a, b) };
    let is_one = a >= Decimal::whole(10)
        && stock.told.class == again.class
        && stock.told.is_apart_from(again)
        && stock.told.is_of_the_time_of(again);
    compare(stock.told.mention, mention, false)
        .filter(|found| is_one && is_slip && found.status == Status::Broken)
}
