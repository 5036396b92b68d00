//! Parts whose whole stands behind them: 交付项目 4 个，包含在上述 7 个项目中.
//!
//! *Invariant:* such a part is never all of the whole, and stands in the clause right before it.

use super::among::lies_within;
use super::whole::fits;
use super::{List, Opener};
use crate::claims::statement::{Lead, Mention, Passage};

/// The list of the figure at `index`, where the words before it say that what was counted before is some of it.
pub fn within(passage: &Passage<'_>, index: usize) -> Option<List> {
    let whole = passage.mentions.get(index)?;
    let words = whole.before.rsplit('）').next().unwrap_or(whole.before);
    let holds_it = whole.lead == Lead::Comma && lies_within(words) && closes(whole.after);
    if !holds_it || !whole.quantity.is_amount() {
        return None;
    }
    let is_before = |part: &Mention<'_>| {
        part.sentence == whole.sentence && part.clause + 1 == whole.clause && part.bracket == whole.bracket
    };
    let (part, _) = passage
        .back_from(index)
        .take_while(|(_, part)| is_before(part))
        .find(|(at, part)| part.quantity.is_amount() && fits(passage, index, *at))?;
    Some(List {
        whole: index,
        others: Vec::new(),
        is_distant: false,
        parts: vec![part],
        names: Vec::new(),
        rows: Vec::new(),
        opener: Opener::Including,
        is_open_ended: false,
    })
}

/// Whether `words` behind the whole close what 在 opened: 7 个项目中.
fn closes(words: &str) -> bool {
    words.ends_with(['中', '内'])
}
