//! What there is of each kind, told one kind a segment, and the sum of all behind: 许可 …，现为 17 项；处罚 …，现为 305 项；强制 14
//! 项未作调整。调整后共计 336 项.
//!
//! *Invariant:* every segment of the sentence gives what there is of its kind, by the words of a stock of now or because it
//! says that nothing changed; else there is no row.

use super::Opener;
use crate::claims::cue_set::Cue;
use crate::claims::flow::movement::{Movement, movement};
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Mention, Passage};
use crate::search;

/// The figures that the one at `index` sums up, and how sure it is that they are all.
pub fn parts(passage: &Passage<'_>, index: usize) -> Option<(Opener, Vec<usize>)> {
    const MOST: usize = 16;
    const LONGEST_NOUN: usize = 16;
    const SUMS: &[&str] = &["共计", "合计", "总计", "总数为", "总数", "共有", "共"];
    const AFTER: &[&str] = &["调整后", "清理后", "梳理后", "动态调整后", "修订后"];
    const NOW: &[&str] = &["目前", "现", "截至", "至此", "年末", "年底"];
    let total = passage.mentions.get(index).filter(|total| total.depth == 0)?;
    let noun = search::ending(total.before, SUMS).and_then(|sum| total.before.strip_suffix(sum))?;
    let clause = total.run_up.rsplit(['；', '。']).next().unwrap_or("");
    let is_told = label::begins(clause, AFTER) || label::begins(clause, NOW);
    if !is_told || search::length(noun) > LONGEST_NOUN || total.has(Cue::Comparison) {
        return None;
    }
    // The last first, a segment at a time.
    let mut parts: Vec<usize> = Vec::new();
    let (mut segments, mut closed) = (0, 0);
    let mut end = index;
    while let Some(last) = end.checked_sub(1).and_then(|at| passage.mentions.get(at)) {
        let start = segment_start(passage, end - 1);
        if last.sentence + 1 < total.sentence || last.segment == total.segment {
            break;
        }
        if segments == MOST {
            return None;
        }
        let (row, is_closed) = stock_of(passage, start..end, total)?;
        // 行政许可现为 41 项；…。调整后许可事项共 41 项: the sum is of one kind alone.
        if passage
            .mentions
            .get(start)
            .is_some_and(|first| share_a_word(label::first_words(first.before), noun))
        {
            return None;
        }
        parts.extend(row.into_iter().rev());
        segments += 1;
        closed += usize::from(is_closed);
        end = start;
    }
    parts.reverse();
    // 目前共计 1260 项 may be of others besides; 调整后 is of those that were gone through.
    let opener = if label::begins(clause, AFTER) { Opener::Reversed } else { Opener::AllOf };
    (segments >= 2 && closed >= 1 && parts.len() >= 2).then_some((opener, parts))
}

/// Whether `one` and `other` have two signs in common that are more than the words of any such list.
fn share_a_word(one: &str, other: &str) -> bool {
    const ANY: &[&str] =
        &["行政", "事项", "权力", "权责", "县级", "市级", "区级", "全县", "全市", "全区", "规范", "文件"];
    let mut signs = one.char_indices().zip(one.char_indices().skip(2).map(|(at, _)| at).chain([one.len()]));
    signs.any(|((at, _), end)| {
        let word = one.get(at..end).unwrap_or("");
        search::length(word) == 2 && !ANY.contains(&word) && other.contains(word)
    })
}

/// Where the segment of the figure at `last` begins.
fn segment_start(passage: &Passage<'_>, last: usize) -> usize {
    let Some(segment) = passage.mentions.get(last).map(|last| last.segment) else { return last };
    passage
        .back_from(last)
        .take_while(|(_, mention)| mention.segment == segment)
        .last()
        .map_or(last, |(at, _)| at)
}

/// What there is by the figures of one segment, and whether that is told as a stock of now.
fn stock_of(
    passage: &Passage<'_>,
    segment: std::ops::Range<usize>,
    total: &Mention<'_>,
) -> Option<(Vec<usize>, bool)> {
    const UNCHANGED: &[&str] = &[
        "未作调整",
        "未做调整",
        "未调整",
        "没有调整",
        "没有变化",
        "无变化",
        "未变",
        "保持不变",
        "维持不变",
        "不变",
    ];
    let alike = |at: &usize| {
        passage
            .mentions
            .get(*at)
            .is_some_and(|mention| mention.depth == 0 && mention.quantity.class() == total.quantity.class())
    };
    let row: Vec<usize> = segment.filter(alike).collect();
    let last = row.last().and_then(|&last| passage.mentions.get(last))?;
    // 许可调整为 214 项: where the change led.
    let is_led_to = || growth::leads_there(last.before) && !label::has(last.before, &["因", "改为"]);
    if movement(last) == Some(Movement::Closing) || is_led_to() {
        return Some((row.last().copied().into_iter().collect(), true));
    }
    let moves = |at: &usize| passage.mentions.get(*at).and_then(movement).is_some();
    let is_unchanged = label::begins(last.after.trim_start_matches(['均', '都', '仍']), UNCHANGED);
    (is_unchanged && !row.iter().any(moves)).then_some((row, false))
}
