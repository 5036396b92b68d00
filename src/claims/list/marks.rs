//! The mark between the parts of a row: whether the row goes on behind another one.
//!
//! Takes a row as far as it is read and the next figure, which counts as the whole does; gives the mark that parts the two
//! and what the figure is to the row.
//!
//! *Invariant:* the first mark is that of the row, and only a word lets the row go on behind another.

use super::Opener;
use super::parts::{Reading, Row};
use super::sets::core;
use super::shared_out::names_the_rest;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::flow;
use crate::claims::kinds;
use crate::claims::label;
use crate::claims::parallel;
use crate::claims::period;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

impl Row<'_> {
    /// The mark that parts the figure at `index` from the row before it; `of_bodies` is the one in front of those to whom it
    /// belongs.
    pub(super) fn mark_before(&self, index: usize, mention: &Mention<'_>, of_bodies: Option<Lead>) -> Lead {
        // 解决的 64 件；留作参考，需要说明的 5 件: the first figure of its segment, whatever clauses it has.
        let opens_segment = index
            .checked_sub(1)
            .and_then(|before| self.passage.mentions.get(before))
            .is_some_and(|before| before.segment != mention.segment);
        if opens_segment {
            return Lead::Semicolon;
        }
        if !names_the_rest(self.passage, index) {
            return of_bodies.unwrap_or(mention.lead);
        }
        if self.style == Some(Lead::Semicolon) { Lead::Semicolon } else { Lead::Comma }
    }

    /// What the figure at `index` is to the row by the `mark` before it; the first mark becomes that of the row.
    pub(super) fn read_mark(&mut self, mark: Lead, index: usize, mention: &Mention<'_>) -> Reading {
        match (self.style, mark) {
            (_, Lead::Nothing | Lead::Start | Lead::Open) => return Reading::End,
            (None, mark) => self.style = Some(mark),
            // A bracket ends where it closes, whatever marks stand in it.
            _ if self.opener == Opener::Bracket => {}
            (Some(Lead::Pause), Lead::Comma) if self.goes_on_behind_comma(mention) => {}
            (Some(Lead::Pause), Lead::Comma | Lead::Semicolon) | (Some(Lead::Comma), Lead::Semicolon)
                if !self.is_rest(index, mention) =>
            {
                return Reading::End;
            }
            (Some(Lead::Semicolon), Lead::Comma | Lead::Pause) => return Reading::PassedOver,
            _ => {}
        }
        Reading::Part
    }

    /// Whether a row of pauses goes on with `mention` behind a comma.
    fn goes_on_behind_comma(&self, mention: &Mention<'_>) -> bool {
        match self.opener {
            // 废止 11 件、宣布失效 8 件，继续有效 77 件: results of one set, whatever the marks.
            Opener::CompleteSet if kinds::are_of_one_set(&[core(self.head), core(mention)]) => true,
            // 求决类 460 件、咨询类 38 件，申诉类 1 件: a kind of the same form.
            Opener::Sorted if are_kinds(self.head, mention) => true,
            // 上半年 21 起、三季度 19 起，四季度 16 起: the time goes on, whatever the marks.
            _ => follows_in_time(self.passage, &self.parts, mention) || self.ends_alike(mention),
        }
    }

    /// 合伙所 29 家、个人所 7 家，国资所 2 家。: whether `mention` ends the sentence, with a name of the form of those in the row and nothing else.
    fn ends_alike(&self, mention: &Mention<'_>) -> bool {
        const FEWEST: usize = 2;
        let row = || self.parts.iter().filter_map(|&part| self.passage.mentions.get(part));
        let names: Vec<&str> = row().chain([mention]).map(|part| part.before).collect();
        let first = names.first().map(|first| first.trim_start_matches("其中"));
        let bare: Vec<&str> = first.into_iter().chain(names.iter().skip(1).copied()).collect();
        let ends = self.passage.between(mention.quantity.span.end, self.passage.end());
        self.parts.len() >= FEWEST
            && self.opener == Opener::Among
            && mention.after.is_empty()
            // 其中续聘 20 名、新聘 10 名，解聘 5 名: who went is none of those there are.
            && flow::movement_of(mention).is_none()
            && (ends.is_empty() || ends.starts_with(['。', '；']))
            && (parallel::are_parallel(&bare) || kinds::are_of_one_kind(&bare))
            && parallel::are_of_one_length(&bare)
    }

    /// Whether the figure at `index` is what is left of the whole.
    fn is_rest(&self, index: usize, mention: &Mention<'_>) -> bool {
        // 立案 29 条、查否 28 条，尚在核查 3 条: what is still to be done belongs to a row that no word opens.
        let may_be_left = || {
            let came = || self.stated().is_some_and(|whole| label::has(whole.before, cues::CAME_IN));
            // 发生 186 起，其中协商解决 58 起、诉讼 19 起，尚在处理 6 起: behind what became of the others.
            let is_not_done = || self.stated().is_some_and(|whole| !whole.has(Cue::Done));
            matches!(self.opener, Opener::Sorted | Opener::CompleteSet) && came()
                || self.opener == Opener::Among && tells_what_became(self.head) && is_not_done()
        };
        // 维持 20 件、撤销 6 件，2 件正在审理: and so it does where that stands behind it. 2 件正在整改 are some of those before.
        let is_left_behind = || {
            let are_decisions = || {
                let row = self.parts.iter().filter_map(|&part| self.passage.mentions.get(part));
                kinds::are_complete(&row.map(label::label).collect::<Vec<_>>())
            };
            (self.opener == Opener::CompleteSet || self.opener == Opener::Among && are_decisions())
                && is_pending_behind(mention)
                && self.stated().is_some_and(|whole| !whole.has(Cue::Done))
        };
        is_left_behind()
            || label::begins(mention.name, cues::REST)
            || (self.opener == Opener::Stated || may_be_left())
                && label::begins(mention.before, cues::STILL_TO_DO)
            || names_the_rest(self.passage, index)
    }
}

/// Whether the words behind the figure of `mention` say that nothing is decided of it yet: 2 件正在审理, 尚有 2 件在审.
pub fn is_pending_behind(mention: &Mention<'_>) -> bool {
    const DECIDING: &[&str] = &["审理", "审查", "办理", "核查", "调查", "处理", "判决", "审", "办", "调"];
    matches!(mention.before, "" | "尚有" | "还有" | "仍有" | "另有")
        && label::begins(mention.after, cues::STILL_TO_DO)
        && search::ending(mention.after.trim_end_matches('中'), DECIDING).is_some()
}

/// Whether the words of `part` end with what was done with it: 双方自行协商解决.
fn tells_what_became(part: &Mention<'_>) -> bool {
    const ENDS: &[&str] = &["调解", "处理", "转办", "立案", "查处", "答复", "移送", "撤销", "驳回", "维持"];
    let words = label::label(part);
    search::ending(words, cues::DONE).or_else(|| search::ending(words, ENDS)).is_some()
}

/// Whether both figures are of a kind by name: 咨询类, 申诉类.
fn are_kinds(head: &Mention<'_>, mention: &Mention<'_>) -> bool {
    [head, mention].iter().all(|part| label::label(part).ends_with('类'))
}

/// Whether the time that `mention` names follows on that of the last of `parts`.
fn follows_in_time(passage: &Passage<'_>, parts: &[usize], mention: &Mention<'_>) -> bool {
    let last = parts.last().and_then(|&last| passage.mentions.get(last));
    last.is_some_and(|last| period::follow_each_other(last.before, mention.before))
}
