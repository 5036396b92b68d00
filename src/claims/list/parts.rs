//! The parts of a list: how far a row of figures goes on.
//!
//! *Invariant:* the mark between the first two parts is the mark of the list; another one, another
//! measure word or a word of a new statement ends it.

use super::Opener;
use super::afresh::tells_of_more;
use super::companions::{is_companion, is_size, numbers_those_who_have, rows_of_companions};
use super::ends::{
    FINISHED, are_states_of_one_verb, came_in_to_be_done, is_all_else, is_countermove, is_denied,
    is_left_to_do, is_what_others_are_in, picks_from, tells_what_became_of_it,
};
use super::sets::{begins_pair_apart, core};
use super::shared_out::{is_without_name, names_the_rest};
use super::whole::{counts_days, fits, is_base};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::flow;
use crate::claims::growth;
use crate::claims::kinds;
use crate::claims::label;
use crate::claims::parallel;
use crate::claims::period;
use crate::claims::statement::{Lead, Mention, Passage};

/// The parts of the list that begins at `first`; and where each has further figures of other measure words right behind
/// it (63 宗、3852 亩), these, a row for each word.
pub fn parts_from(
    passage: &Passage<'_>,
    first: usize,
    whole: usize,
    opener: Opener,
) -> (Vec<usize>, Vec<Vec<usize>>) {
    let Some(head) = passage.mentions.get(first) else { return (Vec::new(), Vec::new()) };
    let mut parts = vec![first];
    let mut companions: Vec<usize> = Vec::new();
    let mut style: Option<Lead> = None;
    // 企业 19 户，增长 16%，其中外资企业 3 户，增长 25%；个体工商户 34 户: what changed in the segment of the
    // whole leads back to it.
    let begins_anew = passage.mentions.get(whole).is_some_and(|whole| whole.segment != head.segment);
    let has_shares = has_share(passage, first, begins_anew);
    // 其中： and a 其中 that begins its sentence reach to the end of it.
    let is_among =
        opener == Opener::Among && (head.lead == Lead::Colon || begins_sentence(passage, first, whole));
    // 按类型分：甲类 41 件；乙类 23 件: behind its colon the sorting reaches over the segments as well.
    let is_sorted = opener == Opener::Sorted && head.lead == Lead::Colon;
    let are_results = opener == Opener::CompleteSet && head.lead == Lead::Colon;
    // 调解、裁决分别为 21 件、9 件；受理 14 件: what is shared out ends with its segment.
    let spans_segments = (matches!(opener, Opener::Partition | Opener::Colon | Opener::Bracket)
        && !is_without_name(head))
        || is_among
        || is_sorted
        || are_results;
    let are_days = passage.mentions.get(whole).is_some_and(counts_days);
    let is_enumerated = label::begins_with_ordinal(head.before);
    // The mark in front of the number of those to whom the next part belongs.
    let mut of_bodies = None;
    for (index, mention) in passage.ahead_from(first + 1) {
        if mention.depth > head.depth {
            continue;
        }
        // 一是 … 二是 …: each ordinal has its figure, in whatever sentence; the others are details.
        if is_enumerated {
            if mention.sentence > head.sentence + 12 || mention.before.starts_with("一是") {
                break;
            }
            if label::begins_with_ordinal(mention.before) && fits(passage, whole, index) {
                parts.push(index);
            }
            continue;
        }
        if mention.bracket != head.bracket || mention.sentence != head.sentence {
            break;
        }
        // 税收 66342 万元，增长 18.39%，增收 10304 万元；非税 33881 万元: by how much a part changed is no part.
        let is_change = || is_step(passage, index) || growth::is_difference(passage, index);
        let counts = mention.quantity.is_amount() || are_days && mention.quantity.is_count();
        if !counts || is_change() || is_base(passage, index) {
            continue;
        }
        let goes_on = spans_segments
            || style == Some(Lead::Semicolon)
            || (has_shares && has_share(passage, index, begins_anew));
        if mention.segment != head.segment && !goes_on {
            break;
        }
        // 立案 29 条、查否 28 条，尚在核查 3 条: what is still to be done belongs to a row that no word opens.
        let may_be_left = || {
            let whole = passage.mentions.get(whole);
            matches!(opener, Opener::Sorted | Opener::CompleteSet)
                && whole.is_some_and(|whole| label::has(whole.before, cues::CAME_IN))
        };
        let is_to_do = || {
            (opener == Opener::Stated || may_be_left()) && label::begins(mention.before, cues::STILL_TO_DO)
        };
        let is_of_the_rest = names_the_rest(passage, index);
        let is_rest = label::begins(mention.name, cues::REST) || is_to_do() || is_of_the_rest;
        let goes_with_head = || goes_on_alike(head, mention) || are_new_and_old(head, mention);
        if mention.begins(Cue::NewStatement) && !goes_with_head() {
            if style == Some(Lead::Semicolon) && mention.lead != Lead::Semicolon {
                continue;
            }
            break;
        }
        // 一审应诉 27 件，二审应诉 11 件，共应诉 38 件: a sum is no part.
        if mention.lead == Lead::Comma && sums_up(mention.before) {
            break;
        }
        // 新增 12 家，其中规模以上 3 家，注销 20 家: what goes out is no part of what came in.
        let is_of_some = matches!(opener, Opener::Among | Opener::Including);
        // 其中新增 31 宗，供应 27 宗，年末结存 130 宗: nor is a stock part of one.
        let is_stock = || {
            flow::movement::movement(mention) == Some(flow::movement::Movement::Closing)
                && flow::movement::movement(head) == Some(flow::movement::Movement::Inflow)
        };
        if is_of_some
            && mention.lead == Lead::Comma
            && (is_stock() || is_countermove(passage, whole, mention))
        {
            break;
        }
        // 破案 684 起，其中电诈案件 272 起，立案 762 起: what came in is no part of what was done with it.
        if is_of_some && !goes_with_head() && tells_of_more(head, mention) {
            break;
        }
        // 办结 73 件，包含往年积案 12 件；本年新收 66 件: what came in is no part of what was done.
        let is_beyond = mention.lead == Lead::Semicolon && head.lead == Lead::Comma;
        if opener == Opener::Partition && is_beyond && came_in_to_be_done(passage, whole, head, mention) {
            break;
        }
        // 办结 118 件，其中调解结案 20 件，结转下年 12 件: what is not done is no part of what is.
        let is_of_now = || label::begins(mention.before, &["至", "截至", "到", "年底", "年末", "目前"]);
        let is_left_over = (mention.begins(Cue::LeftOver)
            || (mention.has(Cue::LeftOver) && is_of_now())
            || is_left_to_do(mention))
            && !are_states_of_one_verb(head, mention)
            && passage
                .mentions
                .get(whole)
                .is_some_and(|whole| whole.has(Cue::Done) || label::has(whole.before, FINISHED));
        // 其中工伤认定 4 件不属于处罚案件，未计入上述 9 件: what others are counted among is none of them.
        if is_left_over || is_what_others_are_in(mention) || growth::is_compared_with(mention) {
            break;
        }
        // 牵头部门 11 个，配合部门 23 个，其中 5 个既牵头又配合，实际涉及 29 个: all of them once.
        if is_of_some && mention.lead == Lead::Comma && mention.before.starts_with("实际涉及") {
            break;
        }
        if is_of_some && tells_what_became_of_it(passage, &parts, mention) {
            break;
        }
        // 合格 108 家、不合格 5 家，不合格的 5 家中; 不合格的 5 家已立案: what is taken up to be told of is no further part.
        if mention.lead == Lead::Comma
            && mention.before.ends_with('的')
            && (picks_from(mention) || takes_up_a_part(passage, &parts, mention))
        {
            break;
        }
        if numbers_those_who_have(passage, index, whole) {
            of_bodies = Some(mention.lead);
            continue;
        }
        let ahead_of_bodies = of_bodies.take();
        if !fits(passage, whole, index) {
            // 最多的一家罚款 6 万元，其余两家分别为 3 万元和 2.5 万元: how many are left is none of the parts.
            if names_the_rest(passage, index + 1) && fits(passage, whole, index + 1) {
                continue;
            }
            if (is_companion(passage, index) || is_size(passage, (first, whole), index, &companions))
                && [parts.last(), companions.last()].contains(&Some(&(index - 1)))
            {
                companions.push(index);
                continue;
            }
            if mention.lead == Lead::Nothing || style == Some(Lead::Semicolon) {
                continue;
            }
            // 其中，按日处罚 199 件，罚款 1.86 亿元；查封 8897 件; 包括：处罚案卷 18 卷，发现问题 23 个；许可案卷 14 卷: details of
            // the first part.
            let is_laid_out = opener == Opener::Colon && head.runs_up_with(Cue::Partition);
            if (is_among || is_laid_out) && style.is_none() && mention.segment == head.segment {
                style = Some(Lead::Semicolon);
                continue;
            }
            break;
        }
        // 解决的 64 件；留作参考，需要说明的 5 件: the first figure of its segment, whatever clauses it has.
        let opens_segment = index
            .checked_sub(1)
            .and_then(|before| passage.mentions.get(before))
            .is_some_and(|before| before.segment != mention.segment);
        // 其他处理 9 件，其余 6 件结转: of two rests the second is of another whole.
        let has_rest = || {
            let last = parts.last().and_then(|&last| passage.mentions.get(last));
            last.is_some_and(|last| is_all_else(last.name))
        };
        // 发现问题 91 家，其中责令改正 80 家、立案 11 家，其余 409 家未发现问题: what denies the whole is left of more than it.
        let denies_whole = || {
            let whole = passage.mentions.get(whole);
            mention.is_rest() && whole.is_some_and(|whole| is_denied(whole, mention))
        };
        if is_of_some && mention.lead == Lead::Comma && denies_whole() {
            break;
        }
        // 油品 53 件；其余三项 59 件；移送 23 件: behind the rest another segment tells of something else.
        let is_behind_rest = || {
            let last = parts.last().copied();
            mention.lead != Lead::Pause && last.is_some_and(|last| names_the_rest(passage, last))
        };
        if is_behind_rest() {
            break;
        }
        if mention.lead == Lead::Comma && label::begins(mention.name, cues::LEFT) && has_rest() {
            break;
        }
        let lead = match mention.lead {
            _ if opens_segment => Lead::Semicolon,
            _ if is_of_the_rest && style == Some(Lead::Semicolon) => Lead::Semicolon,
            _ if is_of_the_rest => Lead::Comma,
            lead => ahead_of_bodies.unwrap_or(lead),
        };
        // 其中重点件 4 件，按时办结 29 件、阶段办结 2 件: two that belong together in a clause of their own are sorted in another way.
        if is_of_some && !spans_segments && begins_pair_apart(passage, index, head) {
            break;
        }
        match (style, lead) {
            (_, Lead::Nothing | Lead::Start | Lead::Open) => break,
            (None, lead) => style = Some(lead),
            // A bracket ends where it closes, whatever marks stand in it.
            _ if opener == Opener::Bracket => {}
            // 废止 11 件、宣布失效 8 件，继续有效 77 件: results of one set, whatever the marks.
            (Some(Lead::Pause), Lead::Comma)
                if opener == Opener::CompleteSet && kinds::are_of_one_set(&[core(head), core(mention)]) => {}
            // 上半年 21 起、三季度 19 起，四季度 16 起: the time goes on, whatever the marks.
            (Some(Lead::Pause), Lead::Comma) if follows_in_time(passage, &parts, mention) => {}
            // 求决类 460 件、咨询类 38 件，申诉类 1 件: a kind of the same form.
            (Some(Lead::Pause), Lead::Comma) if opener == Opener::Sorted && are_kinds(head, mention) => {}
            (Some(Lead::Pause), Lead::Comma | Lead::Semicolon) if !is_rest => break,
            (Some(Lead::Comma), Lead::Semicolon) if !is_rest => break,
            (Some(Lead::Semicolon), Lead::Comma | Lead::Pause) => continue,
            _ => {}
        }
        parts.push(index);
    }
    let companions = rows_of_companions(passage, &parts, companions);
    (parts, companions)
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

/// Whether both figures are of a kind by name: 咨询类, 申诉类.
fn are_kinds(head: &Mention<'_>, mention: &Mention<'_>) -> bool {
    [head, mention].iter().all(|part| label::label(part).ends_with('类'))
}

/// Whether the time that `mention` names follows on that of the last of `parts`.
fn follows_in_time(passage: &Passage<'_>, parts: &[usize], mention: &Mention<'_>) -> bool {
    let last = parts.last().and_then(|&last| passage.mentions.get(last));
    last.is_some_and(|last| period::follow_each_other(last.before, mention.before))
}

/// 新收 911 件、上年结转 53 件: together they are all there was to do.
pub fn are_new_and_old(one: &Mention<'_>, other: &Mention<'_>) -> bool {
    one.quantity.class() == other.quantity.class()
        && parallel::are_new_and_old(&[label::label(one), label::label(other)])
}

/// 涉及社保的 1206 条，涉及教育的 874 条: what every part begins with begins no new statement.
fn goes_on_alike(head: &Mention<'_>, part: &Mention<'_>) -> bool {
    label::strip(head.before).starts_with("涉及") && part.before.starts_with("涉及")
}

/// Whether `words` begin with 共 as a sum does; 共同 and 共享 are other words.
fn sums_up(words: &str) -> bool {
    words.starts_with('共') && !label::begins(words, &["共同", "共享", "共建", "共青", "共性", "共产"])
}

/// Whether the figure at `first` begins another sentence than that of `whole`.
fn begins_sentence(passage: &Passage<'_>, first: usize, whole: usize) -> bool {
    let sentence = |at: usize| passage.mentions.get(at).map(|mention| mention.sentence);
    sentence(first) != sentence(whole)
}

/// Whether what the figure at `at` counts is told further by a share or a change right behind it, as in
/// 咨询类 1120 个，占 60.2%；投诉类 512 个，占 27.5%. Then each part has a segment of its own.
fn has_share(passage: &Passage<'_>, at: usize, or_change: bool) -> bool {
    const CHANGE: &[&str] = &[
        "同比",
        "增长",
        "下降",
        "上升",
        "增加",
        "减少",
        "比上年",
        "较上年",
        "比去年",
        "较去年",
        "完成",
        "为",
    ];
    // 22958 件，比上年增加 50.6%，占总量的 55.8%: the share may come behind the change.
    let aside = |next: usize| (at + 1..next).all(|between| growth::is_aside(passage, between, next));
    let comes_later = (at + 2..at + 4)
        .any(|next| passage.mentions.get(next).is_some_and(|share| share.quantity.is_share()) && aside(next));
    comes_later
        || passage.mentions.get(at).zip(passage.mentions.get(at + 1)).is_some_and(|(part, next)| {
            let tells = next.quantity.is_share() || is_step(passage, at + 1) || is_base(passage, at + 1);
            tells
                && (next.before.starts_with('占') || (or_change && label::begins(next.before, CHANGE)))
                && next.segment == part.segment
        })
}

/// Whether the figure at `index` is by how much the one before it changed: 8.2 亿元，增加 0.3 亿元，增长 3.8%.
fn is_step(passage: &Passage<'_>, index: usize) -> bool {
    passage.mentions.get(index).zip(passage.mentions.get(index + 1)).is_some_and(|(step, percent)| {
        step.quantity.is_amount()
            && percent.quantity.is_share()
            && percent.clause == step.clause + 1
            && growth::changes_by(step)
            && growth::changes_by(percent)
    })
}
