//! Changes of one of several named figures: 起数、死亡人数分别为 285 起、38 人，上年分别为 300 起、40 人，死亡人数下降 5%.
//!
//! *Invariant:* there is a name for every figure of both rows, and the subject of the change is one of the names and no
//! other.

use super::change::{changes_by, without_direction};
use super::earlier::is_earlier;
use super::subject::without_comparison;
use crate::claims::respective::{IN_ORDER, row_of_any};
use crate::claims::statement::{Mention, Passage};
use crate::search;

/// The most figures that are looked back over for the two rows.
const FARTHEST: usize = 24;

/// The figure now and the figure before that the change at `index` names.
pub fn pair<'p>(passage: &'p Passage<'_>, index: usize) -> Option<(&'p Mention<'p>, &'p Mention<'p>)> {
    let change = passage.mentions.get(index)?;
    let subject = without_comparison(without_direction(change));
    if subject.chars().count() < 2 {
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
    let clause = head.run_up.rsplit(['，', '；', '：', '（', '）', '。']).next()?;
    let (names, _) = IN_ORDER.iter().find_map(|word| search::split(clause, word))?;
    let names: Vec<&str> = names.split(['、', '和', '与', '及']).collect();
    let mut called = names.iter().enumerate().filter(|(_, name)| name.contains(subject));
    let (place, _) = called.next().filter(|_| called.next().is_none() && names.len() == now.len())?;
    passage.mentions.get(start + place).zip(passage.mentions.get(earlier.start + place))
}
