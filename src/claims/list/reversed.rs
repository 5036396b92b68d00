//! Lists that are summed up from behind: 甲 29 起、乙 14 起，合计 43 起.
//!
//! *Invariant:* the words before the sum say no more than that a sum follows.

use super::whole::fits;
use super::{List, Opener};
use crate::claims::cue_set::Cue;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Passage};
use crate::search::Words;

/// The list that the figure at `index` sums up from behind.
pub fn reversed_at(passage: &Passage<'_>, index: usize) -> Option<List> {
    let total = passage.mentions.get(index)?;
    if !total.quantity.is_amount() || total.quantity.measure.is_none() {
        return None;
    }
    let (opener, limit) = if label::has(total.before, &["全年"]) && follows_all_periods(passage, index) {
        (Opener::Reversed, None)
    } else if let Some(limit) = sums_up(total.before) {
        (Opener::Reversed, limit)
    } else if label::begins(total.after, &["均", "全部"]) && total.lead == Lead::Comma {
        (Opener::AllOf, None)
    } else {
        return None;
    };
    let mut parts = Vec::new();
    let mut style = None;
    for (at, part) in passage.back_from(index) {
        // 一是河道类 31 起；二是 … 三是其他 9 起，共计 52 起.
        let is_enumerated = label::begins_with_ordinal(part.before) && part.sentence == total.sentence;
        let is_elsewhere = part.segment != total.segment && !is_enumerated;
        if part.sentence != total.sentence || is_elsewhere || part.bracket != total.bracket {
            if part.depth > total.depth && part.segment == total.segment {
                continue;
            }
            break;
        }
        if !part.quantity.is_amount() || growth::is_left_behind(passage, at) {
            continue;
        }
        if !fits(passage, index, at)
            || part.begins(Cue::NewStatement)
            || limit == Some(parts.len())
            || (total.before.starts_with("罚没") && !label::has(part.before, &["罚", "没收"]))
        {
            break;
        }
        parts.push(at);
        match (style, part.lead) {
            (_, Lead::Semicolon) if is_enumerated => style = Some(Lead::Semicolon),
            (_, Lead::Start | Lead::Semicolon | Lead::Open | Lead::Colon) => break,
            (None, lead) => style = Some(lead),
            (Some(Lead::Pause), Lead::Comma) => break,
            _ => {}
        }
    }
    parts.reverse();
    (parts.len() >= 2).then_some(List {
        whole: index,
        others: Vec::new(),
        is_distant: false,
        parts,
        opener,
        is_open_ended: false,
    })
}

/// Whether `words` say no more than that a sum follows; with 两项合计, of how many parts.
fn sums_up(words: &str) -> Option<Option<usize>> {
    const NAMES: &[&str] = &["罚没款", "罚没", "罚没金额", "罚没款项"];
    const SCOPES: &[&str] =
        &["全县", "全市", "全区", "全镇", "全州", "全旗", "全局", "全系统", "两者", "二者", "以上", "上述"];
    const CUES: &[&str] = &["合计", "共计", "总计", "一共", "总共", "累计", "共"];
    const CUE_WORDS: Words = Words::of(CUES);
    let sum = words.strip_suffix(['为', '达', '有']).unwrap_or(words);
    let rest = sum.strip_suffix(CUE_WORDS.ending(sum)?)?;
    // 公办 23 所、民办 41 所，全县合计 66 所: whose sum it is; bare 全县共 may be of more than stands here.
    let is_scope = SCOPES.contains(&rest) && label::has(words, &["合计", "共计", "总计"]);
    if rest.is_empty() || NAMES.contains(&rest) || is_scope {
        return Some(None);
    }
    let number = rest.chars().next().and_then(crate::numeral::digit)?;
    let noun = rest.get(rest.chars().next()?.len_utf8()..)?;
    (noun.chars().count() <= 6).then(|| usize::try_from(number).ok())
}

/// Whether the figures before `index` in its sentence are of all quarters or of both halves.
fn follows_all_periods(passage: &Passage<'_>, index: usize) -> bool {
    let Some(total) = passage.mentions.get(index) else { return false };
    let named = |period: &str| {
        passage
            .back_from(index)
            .any(|(_, mention)| mention.sentence == total.sentence && mention.before.contains(period))
    };
    (named("上半年") && named("下半年")) || ["一季度", "二季度", "三季度", "四季度"].into_iter().all(named)
}
