//! Figures behind a row of parts that are no more of them: sums, what came in or is left over, parts of another whole.
//!
//! Takes a row as far as it is read and the next figure; says whether the row ends in front of it.
//!
//! *Invariant:* asked of words and marks alone, and nothing is changed by asking.

use super::Opener;
use super::afresh::tells_of_more;
use super::among::is_told_of_part;
use super::ends::{
    FINISHED, are_states_of_one_verb, came_in_to_be_done, carries_out, is_all_else, is_countermove,
    is_denied, is_gone, is_left_to_do, is_told_in_another_form, is_what_others_are_in, picks_from,
    tells_what_became_of_it,
};
use super::parts::Row;
use super::sets::begins_pair_apart;
use super::shared_out::names_the_rest;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::flow::movement::{Movement, movement};
use crate::claims::growth;
use crate::claims::label;
use crate::claims::parallel;
use crate::claims::statement::{Lead, Mention, Passage};

impl Row<'_> {
    /// Whether the words of `mention` tell of something else than a part, in whatever measure word.
    pub(super) fn ends_before(&self, mention: &Mention<'_>) -> bool {
        // 一审应诉 27 件，二审应诉 11 件，共应诉 38 件: a sum is no part.
        // 一季度 45 件，二季度 52 件，全年受理 97 件: nor is the year behind its parts.
        let is_of_the_year =
            || mention.before.starts_with("全年") && label::has(self.head.before, &["季度", "半年", "月份"]);
        // 其中新收 119 件，上年结转 9 件: one is told against the other.
        let labels = [label::label(self.head), label::label(mention)];
        let is_new = |label: &str| label.starts_with('新') || label::begins(label, cues::THIS_YEAR);
        if self.parts.len() == 1
            && labels.first().is_some_and(|label| is_new(label))
            && parallel::are_new_and_old(&labels)
        {
            return false;
        }
        if mention.lead == Lead::Comma && (sums_up(mention.before) || is_of_the_year()) {
            return true;
        }
        if self.is_of_some() && self.tells_of_more_than_some(mention) {
            return true;
        }
        // 共调整 45 项，其中新增 18 项、取消 9 项，清单原有 204 项: nor is a stock that was there before part of a change.
        let is_stock_before = || movement(mention) == Some(Movement::Opening) && !self.head.has(Cue::Opening);
        if self.is_of_some() && mention.lead == Lead::Comma && is_stock_before() {
            return true;
        }
        // 办结 73 件，包含往年积案 12 件；本年新收 66 件: what came in is no part of what was done.
        let is_beyond = mention.lead == Lead::Semicolon && self.head.lead == Lead::Comma;
        if self.opener == Opener::Partition
            && is_beyond
            && came_in_to_be_done(self.passage, self.whole, self.head, mention)
        {
            return true;
        }
        // 其中工伤认定 4 件不属于处罚案件，未计入上述 9 件: what others are counted among is none of them.
        if self.is_left_over(mention) || is_what_others_are_in(mention) || growth::is_compared_with(mention) {
            return true;
        }
        // 合格 108 家、不合格 5 家，不合格的 5 家中; 不合格的 5 家已立案: what is taken up to be told of is no further part.
        mention.lead == Lead::Comma
            && mention.before.ends_with('的')
            && (picks_from(mention) || takes_up_a_part(self.passage, &self.parts, mention))
    }

    /// Whether `mention` tells of more than the some that the row names, or of what became of them.
    fn tells_of_more_than_some(&self, mention: &Mention<'_>) -> bool {
        let is_stock =
            || movement(mention) == Some(Movement::Closing) && movement(self.head) == Some(Movement::Inflow);
        if mention.lead == Lead::Comma {
            // 新增 12 家，其中规模以上 3 家，注销 20 家: what goes out is no part of what came in.
            // 其中新增 31 宗，供应 27 宗，年末结存 130 宗: nor is a stock part of one.
            if is_stock() || is_countermove(self.passage, self.whole, mention) {
                return true;
            }
            if is_told_in_another_form(self.head, mention) {
                return true;
            }
            // 现有人员 14 名，其中持证 11 名，另聘辅助人员 6 名: what there is besides.
            if label::tells_of_others_besides(mention.before) {
                return true;
            }
            // 计划 168 项，其中联合抽查 64 项，实际完成 171 项: what was done may be more than was planned.
            if self.stated().is_some_and(|whole| carries_out(whole, self.head, mention)) {
                return true;
            }
            // 牵头部门 11 个，配合部门 23 个，其中 5 个既牵头又配合，实际涉及 29 个: all of them once.
            if mention.before.starts_with("实际涉及") {
                return true;
            }
        }
        if is_gone(self.passage, self.whole, self.head, mention) {
            return true;
        }
        // 破案 684 起，其中电诈案件 272 起，立案 762 起: what came in is no part of what was done with it.
        (!self.goes_with_head(mention) && tells_of_more(self.head, mention))
            || tells_what_became_of_it(self.passage, &self.parts, mention)
    }

    /// 办结 118 件，其中调解结案 20 件，结转下年 12 件: what is not done is no part of what is.
    fn is_left_over(&self, mention: &Mention<'_>) -> bool {
        let is_of_now = || label::begins(mention.before, &["至", "截至", "到", "年底", "年末", "目前"]);
        (mention.begins(Cue::LeftOver)
            || (mention.has(Cue::LeftOver) && is_of_now())
            || is_left_to_do(mention))
            && !are_states_of_one_verb(self.head, mention)
            && self.stated().is_some_and(|whole| whole.has(Cue::Done) || label::has(whole.before, FINISHED))
    }

    /// Whether the figure at `index`, which counts as the whole does, is part of another whole.
    pub(super) fn is_of_another_whole(&self, index: usize, mention: &Mention<'_>) -> bool {
        // 发现问题 91 家，其中责令改正 80 家、立案 11 家，其余 409 家未发现问题: what denies the whole is left of more than it.
        let denies_whole =
            || mention.is_rest() && self.stated().is_some_and(|whole| is_denied(whole, mention));
        if self.is_of_some() && mention.lead == Lead::Comma && denies_whole() {
            return true;
        }
        let last = self.parts.last().copied();
        // 油品 53 件；其余三项 59 件；移送 23 件: behind the rest another segment tells of something else.
        if mention.lead != Lead::Pause && last.is_some_and(|last| names_the_rest(self.passage, last)) {
            return true;
        }
        // 其他处理 9 件，其余 6 件结转: of two rests the second is of another whole.
        let has_rest = || {
            let last = last.and_then(|last| self.passage.mentions.get(last));
            last.is_some_and(|last| is_all_else(last.name))
        };
        if mention.lead == Lead::Comma && label::begins(mention.name, cues::LEFT) && has_rest() {
            return true;
        }
        // 其中法院委派的 1217 件，调解成功 763 件: what was told of the whole before is told of the part once more.
        if self.opener == Opener::Among && is_told_of_part(self.passage, self.first, index) {
            return true;
        }
        // 其中重点件 4 件，按时办结 29 件、阶段办结 2 件: two that belong together in a clause of their own are sorted in another way.
        self.is_of_some() && !self.spans_segments && begins_pair_apart(self.passage, index, self.head)
    }
}

/// 不合格 3 家，不合格的 3 家已立案: whether `mention` has the name of one of `parts` in an attribute, to tell of it further.
fn takes_up_a_part(passage: &Passage<'_>, parts: &[usize], mention: &Mention<'_>) -> bool {
    let mut named = parts.iter().filter_map(|&part| passage.mentions.get(part));
    // 采纳的 21 件、未采纳的 9 件: where each part says which it is, only the very words are those of one of them.
    named.any(|part| match part.before.ends_with('的') {
        true => part.before == mention.before,
        false => label::names_again(mention, part),
    })
}

/// Whether `words` begin with 共 or 全年累计 as a sum does; 共同 and 共享 are other words.
fn sums_up(words: &str) -> bool {
    const OTHER: &[&str] = &["共同", "共享", "共建", "共青", "共性", "共产"];
    const OF_THE_YEAR: &[&str] = &["全年累计", "全年共", "全年合计", "全年总计", "年内累计", "年内共"];
    words.starts_with('共') && !label::begins(words, OTHER) || label::begins(words, OF_THE_YEAR)
}
