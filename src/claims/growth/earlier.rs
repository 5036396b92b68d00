//! Which figure is the one of before, told by its own words: it is set against another, compared with it, or of an earlier
//! time.
//!
//! Takes a figure with its words; whether there is another to set against it is for [`pair`](super::pair) to find.
//!
//! *Invariant:* no value is looked at, and no figure but the one that is asked about and that of now.

use super::level;
use super::words::{AGAINST, COMPARED, WITH};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention};
use crate::facts::year;
use crate::search;

/// Whether another figure is set against this one: 比2023年的 322 万人次, 与年度目标 1200 吨相比.
pub fn is_set_against(mention: &Mention<'_>) -> bool {
    const TIMES: &[char] = &['年', '月', '季', '期', '周', '旬'];
    let words = mention.before;
    // 同比上年的 400 件, but not 同比拓展 80 件.
    let alone = words.strip_prefix("同比").or_else(|| words.strip_prefix("环比"));
    if let Some(rest) = alone {
        return rest.is_empty() || rest.contains(TIMES);
    }
    label::begins(words, AGAINST)
        && !label::begins(words, &["比例", "比重", "比率"])
        && !cues::begins_no_comparison(words)
        || is_compared_with(mention)
}

/// Whether the words round the figure say that another is compared with it: 与2022年版 16 项比较, 同上次普查的 39 万人相比.
pub fn is_compared_with(mention: &Mention<'_>) -> bool {
    label::begins(mention.after, COMPARED)
        || label::begins(mention.before, WITH) && label::has(mention.after, COMPARED)
}

/// Whether the words name an earlier time.
pub fn is_earlier(mention: &Mention<'_>) -> bool {
    let names_the_past = mention.has(Cue::Earlier) || mention.has(Cue::AgainstTheBeginning);
    // 比去年（140 份）增加: the year stands in front of the bracket.
    let follows_the_past = mention.lead == Lead::Open
        && mention.before.is_empty()
        && mention
            .run_up
            .strip_suffix('（')
            .map(|words| words.strip_suffix('度').unwrap_or(words))
            .is_some_and(|words| cues::EARLIER.iter().any(|cue| words.ends_with(cue)));
    // 净增 2215 户（同期注销 912 户）: what went at the same time is no figure of before.
    let is_beside = mention.lead == Lead::Open
        && mention.before.strip_prefix("同期").is_some_and(|words| label::begins(words, cues::OUTFLOW));
    if is_beside {
        return false;
    }
    names_the_past || follows_the_past || (mention.lead == Lead::Open && year(mention).is_some())
}

/// The year that its words name.
pub fn year(mention: &Mention<'_>) -> Option<u16> {
    year::last(mention.run_up)
}

/// Whether the words of `mention` name the year of the report, at their beginning or behind whose figure it is, and no part of it.
pub fn is_of_now(mention: &Mention<'_>) -> bool {
    const LONGEST_SUBJECT: usize = 12;
    let subject = cues::THIS_YEAR.iter().find_map(|year| search::split(mention.before, year));
    subject.is_some_and(|(subject, _)| {
        search::length(subject) <= LONGEST_SUBJECT && !subject.contains(['年', '比', '较'])
    }) && is_of_all_the_year(mention)
}

/// Whether `mention` begins with a year before that of `now`, and is of the same thing.
pub fn is_of_a_year_before(mention: &Mention<'_>, now: &Mention<'_>) -> bool {
    // 而2023年为 650 件: a word that joins may stand in front of the year.
    let words = mention.before.trim_start_matches(['而', '但']);
    let named = year::written(words).next().filter(|named| named.span.start == 0);
    named.is_some_and(|named| {
        let is_later = now.start > mention.start || now.year.is_none_or(|year| year > named.year);
        is_later
            && !mention.has(Cue::Elsewhere)
            && is_of_all_the_year(mention)
            && level::is_of_the_same(now, mention)
    })
}

/// Whether the words of `mention` name no part of a year: 今年一季度, 今年以来.
fn is_of_all_the_year(mention: &Mention<'_>) -> bool {
    !label::has(mention.before, &["季", "月", "半年", "以来", "截至", "至今", "前", "初", "末", "底"])
}
