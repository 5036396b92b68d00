//! Wholes that a clause names again, by what was done (审结案件中，维持 98 件) or by what was counted (工单分类：求决类 460 件).
//!
//! *Invariant:* only one figure of the sentence or the one before bears the name; of several none is the whole.

use super::Opener;
use super::whole::{fits, is_free};
use crate::claims::label::{self, label};
use crate::claims::statement::{Lead, Passage};
use crate::search;

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
    // 办结的申请中 names what 办结申请中 does.
    let verb = verb.strip_suffix('的').unwrap_or(verb);
    if !is_row || !(SHORTEST..=LONGEST).contains(&verb.chars().count()) {
        return None;
    }
    let mut named = passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence + 1 >= first.sentence)
        .filter(|(_, whole)| whole.depth == first.depth && bears(whole.before, verb));
    let (at, whole) = named.next()?;
    let is_named = whole.before.ends_with(verb) || whole.before.ends_with(noun);
    let is_alone = named.next().is_none() && is_named && fits(passage, at, index);
    is_alone.then_some(at)
}

/// 受理投诉 1250 件。投诉中，商品类 780 件; 受理工单 506 件，…。工单分类：求决类 460 件: how the row at `index` begins, and the figure whose
/// noun stands alone in front of it.
pub fn named_again(passage: &Passage<'_>, index: usize) -> Option<(Opener, usize)> {
    const SORTED: &[&str] = &["分类情况", "分类", "类型", "类别", "构成"];
    const SHORTEST: usize = 2;
    const LONGEST: usize = 14;
    const FARTHEST: u32 = 3;
    let first = passage.mentions.get(index)?;
    let next = passage.mentions.get(index + 1).filter(|next| next.sentence == first.sentence)?;
    let words = first.run_up.strip_suffix(first.before)?;
    let (noun, opener) = match words.strip_suffix("中，") {
        Some(noun) => (noun, Opener::Among),
        None => {
            let head = words.strip_suffix('：')?;
            let is_row = next.quantity.class() == first.quantity.class()
                && matches!(next.lead, Lead::Pause | Lead::Semicolon);
            (
                search::ending(head, SORTED).and_then(|end| head.strip_suffix(end)).filter(|_| is_row)?,
                Opener::Sorted,
            )
        }
    };
    // 现行有效的 18 件文件中: right behind a figure the noun is that of the figure.
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    let is_behind_figure =
        !noun.starts_with(['，', '；']) && before.is_some_and(|before| before.sentence == first.sentence);
    if is_behind_figure {
        return None;
    }
    let noun = noun.strip_prefix(['，', '；']).unwrap_or(noun);
    let is_noun = (SHORTEST..=LONGEST).contains(&noun.chars().count())
        && !noun.contains(['，', '；', '：', '）', '、'])
        && !noun.starts_with(['其', '在', '从', '按']);
    let mut named = passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence + FARTHEST >= first.sentence)
        .filter(|(at, whole)| whole.depth == first.depth && is_free(passage, *at, index, &[]))
        .filter(|(_, whole)| {
            let name = label(whole);
            let is_short = noun.ends_with(name) && name.chars().count() >= SHORTEST;
            name.ends_with(noun) || is_short && whole.sentence + 1 >= first.sentence
        });
    let (at, _) = named.next().filter(|_| is_noun)?;
    named.next().is_none().then_some((opener, at))
}

/// Whether `verb` stands in `words` and is not denied there: 不予受理 is not what 受理案件 takes up.
fn bears(words: &str, verb: &str) -> bool {
    words.rfind(verb).is_some_and(|at| !words.get(..at).is_some_and(label::ends_in_denial))
}
