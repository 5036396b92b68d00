//! Wholes that a clause names again by what was done: 审结 201 件，结转 19 件。审结案件中，维持 98 件、驳回 41 件.
//!
//! *Invariant:* only one figure of the sentence or the one before bears the verb; of several none is the whole.

use super::whole::fits;
use crate::claims::statement::{Lead, Passage};

/// 审结 201 件，结转 19 件。审结案件中，维持 98 件、驳回 41 件: the figure that the clause before the one at `index` names again by its verb,
/// where only one does.
pub fn taken_up(passage: &Passage<'_>, index: usize) -> Option<usize> {
    const NOUNS: &[&str] = &["案件", "事项", "问题", "申请", "案卷", "线索", "工单", "投诉"];
    const SHORTEST: usize = 2;
    const LONGEST: usize = 4;
    let first = passage.mentions.get(index).filter(|first| first.lead == Lead::Comma)?;
    let words = first.run_up.strip_suffix(first.before)?.strip_suffix("中，")?;
    let clause = words.rsplit(['，', '；', '。', '）', '：']).next()?;
    let (verb, noun) = NOUNS.iter().find_map(|noun| Some((clause.strip_suffix(noun)?, noun)))?;
    let next = passage.mentions.get(index + 1)?;
    let is_row = matches!(next.lead, Lead::Pause | Lead::Comma)
        && next.sentence == first.sentence
        && next.quantity.class() == first.quantity.class();
    if !is_row || !(SHORTEST..=LONGEST).contains(&verb.chars().count()) {
        return None;
    }
    let mut named = passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence + 1 >= first.sentence)
        .filter(|(_, whole)| whole.depth == first.depth && whole.before.contains(verb));
    let (at, whole) = named.next()?;
    let is_named = whole.before.ends_with(verb) || whole.before.ends_with(noun);
    let is_alone = named.next().is_none() && is_named && fits(passage, at, index);
    is_alone.then_some(at)
}
