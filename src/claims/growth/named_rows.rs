//! Changes of one of several named figures: 起数、死亡人数分别为 285 起、38 人，上年分别为 300 起、40 人，死亡人数下降 5%; 火灾 45 起、受伤
//! 8 人，同比各减少 5 起、2 人，受伤人数下降 20%.
//!
//! *Invariant:* there is a name for every figure of both rows, and the subject of the change is one of the names and no
//! other.

use super::change::{Change, changes_by, without_direction};
use super::earlier::is_earlier;
use super::paired;
use super::subject::without_comparison;
use crate::claims::cue_set::Cue;
use crate::claims::respective::{IN_ORDER, row_of_any};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{cues, label};
use crate::search;

/// The most figures that are looked back over for the two rows.
const FARTHEST: usize = 24;

/// The figure now and the figure before that the change at `index` names.
pub fn pair<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    let subject = without_comparison(without_direction(change));
    if search::length(subject) < 2 {
        return None;
    }
    let earlier = passage
        .back_from(index)
        .take(FARTHEST)
        .take_while(|(_, mention)| mention.sentence == change.sentence)
        .find(|(_, mention)| is_earlier(mention) && IN_ORDER.iter().any(|word| mention.before.contains(word)))
        .and_then(|(at, _)| row_of_any(passage, at))?;
    // Between the rows and the change stand other changes of theirs, and nothing else.
    if !passage.mentions.get(earlier.end..index)?.iter().all(changes_by) {
        return None;
    }
    let start = earlier.start.checked_sub(earlier.len())?;
    let now = row_of_any(passage, start).filter(|row| row.end == earlier.start)?;
    let head = passage.mentions.get(start).filter(|head| !is_earlier(head))?;
    let names = names_in_order(head)?;
    let mut called = names.iter().enumerate().filter(|(_, name)| name.contains(subject));
    let (place, _) = called.next().filter(|_| called.next().is_none() && names.len() == now.len())?;
    passage.mentions.get(start + place).zip(passage.mentions.get(earlier.start + place))
}

/// The figure now and the amount by which it changed, of which the percentage at `index` names the former.
pub fn steps<'p>(
    passage: &'p Passage<'_>,
    index: usize,
    kind: Change,
) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index).filter(|change| change.quantity.is_share())?;
    let subject = without_comparison(without_direction(change));
    let subject = cues::COUNTED
        .iter()
        .find_map(|end| subject.strip_suffix(end).filter(|rest| search::length(rest) >= 2))
        .unwrap_or(subject)
        .trim_end_matches(['数', '量']);
    // 万人死亡率 is of the population, 较大事故 are some of the accidents.
    if search::length(subject) < 2 || subject.ends_with('率') {
        return None;
    }
    // Between the row of steps and the change stand percentages of the others, and nothing else.
    let is_step = |mention: &Mention<'_>| mention.quantity.is_amount();
    let (last, _) = passage
        .back_from(index)
        .take(FARTHEST)
        .take_while(|(_, mention)| mention.segment == change.segment)
        .find(|(_, mention)| is_step(mention))?;
    if !passage.mentions.get(last + 1..index)?.iter().all(changes_by) {
        return None;
    }
    let (start, head) = passage
        .back_from(last + 1)
        .find(|(_, mention)| mention.lead != Lead::Pause)
        .filter(|(_, head)| head.before.contains('各') || head.has(Cue::Respectively))?;
    let row = paired::row_at(passage, start).filter(|row| row.is_all(kind) && row.range.end == last + 1)?;
    let count = row.range.len();
    let first = start.checked_sub(count).filter(|_| count > 1 && head.lead == Lead::Comma)?;
    let now = passage.mentions.get(first..start)?;
    // What stands in front of them would be one more of the row.
    let is_whole =
        first.checked_sub(1).and_then(|before| passage.mentions.get(before)).is_none_or(|before| {
            before.sentence != head.sentence || now.first().is_some_and(|one| one.lead != Lead::Pause)
        });
    // 案件、金额分别为 60 件、96 万元: the names stand in front of both.
    let names = now.first().and_then(names_in_order);
    let is_called = |place: usize, one: &Mention<'_>| match &names {
        Some(names) => names.len() == count && names.get(place).is_some_and(|name| name.contains(subject)),
        None => label::has(label::strip(one.before), &[subject]),
    };
    let pairs = now.iter().zip(passage.mentions.get(row.range)?).enumerate();
    let mut called = pairs.filter(|(place, (one, _))| is_called(*place, one));
    let (_, (now, step)) = called.next().filter(|_| is_whole && called.next().is_none())?;
    (now.quantity.class() == step.quantity.class() && !changes_by(now)).then_some((now, step))
}

/// The names in front of 分别 or 依次 in the clause of `head`.
fn names_in_order<'a>(head: &Mention<'a>) -> Option<Vec<&'a str>> {
    let clause = head.run_up.rsplit(['，', '；', '：', '（', '）', '。']).next()?;
    let (names, _) = IN_ORDER.iter().find_map(|word| search::split(clause, word))?;
    Some(names.split(['、', '和', '与', '及']).collect())
}
