//! Rates of what was all done: 受理 140 件，全部办结，办结率 98%.
//!
//! *Invariant:* the clause right before the rate says of the nearest count that all of it was done, by the name of the rate and
//! nothing narrower.

use super::general::{is_count, last_word};
use super::names;
use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::label;
use crate::claims::statement::{Lead, Passage};
use crate::search;

/// Words with which such a clause begins.
const ALL: &[&str] = &["已全部", "均已全部", "现已全部", "全部", "全数", "悉数", "均已", "已经全部", "全都"];

/// Words of how it was done, between these and the verb.
const MANNER: &[&str] = &["依法", "及时", "按期", "按时", "如期", "按规定", "按程序", "依规", "得到", "完成"];

/// The statement of the rate called `name` at `index`; nothing where it is 100%, which the clause only says again.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let all = passage.mentions.get(index.checked_sub(1)?)?;
    let name = label::strip(name);
    let stem = last_word(name)?;
    let clauses = rate.run_up.strip_suffix(rate.before)?.strip_suffix('，')?;
    // 砂石企业 31 家全部联网，联网率 92.4%: of some of them all may be, and of all of them fewer.
    if all.begins(Cue::Among) || passage.is_part(index - 1) {
        return None;
    }
    let adjoins = rate.lead == Lead::Comma && rate.sentence == all.sentence && all.depth == rate.depth;
    if adjoins && rate.clause == all.clause + 1 && stem == "覆盖" && is_as_many(passage, index) {
        return Quotient::new(rate, &[all], &[all])?.judge();
    }
    if !adjoins || !is_count(all) || name != stem {
        return None;
    }
    if rate.clause == all.clause + 1 {
        let is_all = all_have_it(clauses, stem);
        return if is_all { Quotient::new(rate, &[all], &[all])?.judge() } else { None };
    }
    let clause = clauses.rsplit(['，', '；', '。', '（', '）']).next()?;
    let mut done = search::behind(clause, ALL)?;
    while let Some(shorter) = search::behind(done, MANNER) {
        done = shorter;
    }
    let done = search::ahead(done, &["完毕", "到位", "完成", "了"]).unwrap_or(done);
    if done != stem || rate.clause != all.clause + 2 {
        return None;
    }
    // A verb that makes no rate that is known may be of something else.
    names::find(name)?;
    Quotient::new(rate, &[all], &[all])?.judge()
}

/// 行政村 186 个，设立调委会 186 个: whether the two figures right before the rate at `index` are the same, each in a clause of its own.
fn is_as_many(passage: &Passage<'_>, index: usize) -> bool {
    let pair = index.checked_sub(2).and_then(|at| passage.mentions.get(at..index));
    matches!(pair, Some([there, set_up]) if there.quantity.class() == set_up.quantity.class()
        && there.quantity.base() == set_up.quantity.base()
        && there.clause + 1 == set_up.clause
        && there.sentence == set_up.sentence
        && label::has(set_up.before, &["设立", "建成", "建立", "配备", "设置", "组建"]))
}

/// 218 个村已全部配备法律顾问: whether `words`, behind a figure, tell that all of them have what the rate is of; 覆盖率 is of whatever they
/// have.
fn all_have_it(words: &str, stem: &str) -> bool {
    const EVERY: &[&str] = &["已全部", "已全面", "均已", "全部", "全都"];
    const LONGEST_NOUN: usize = 12;
    let told = EVERY.iter().find_map(|every| search::split(words, every));
    told.is_some_and(|(noun, done)| {
        search::length(noun) <= LONGEST_NOUN
            && !words.contains('，')
            && !done.contains(['未', '不'])
            && (stem == "覆盖" && !done.is_empty() || done == stem)
    })
}
