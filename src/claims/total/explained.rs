//! Whether parts that do not make their whole are right in another reading of the same figures.
//!
//! The words of a list often leave open which figure of the sentence is its whole, where the row begins, or that one
//! part takes away from the other. Figures of several digits hardly ever come out by chance. What exceeds the figure
//! before it may be of the one before that.
//!
//! *Invariant:* every other reading uses figures of the statement's sentence only, and a total comes out exactly.

use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::flow::movement::{Movement, movement};
use crate::claims::flow::verb_form::{by_direction, by_its_verb};
use crate::claims::kinds;
use crate::claims::label::{self, label};
use crate::claims::list::{self, takes_up};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::Decimal;
use crate::review::{ClaimKind, Status};

/// How many figures on each side of the whole are tried.
const NEAREST: usize = 10;

/// The fewest steps of its last place that a figure must have to tell of its parts.
const TELLING: i128 = 50;

/// A part so many times its whole is of something else, and no slip.
const MANY_TIMES: i128 = 12;

/// Words before a figure that is told by the way.
const ASIDE: &[&str] = &["另", "还有", "此外"];

/// The least whole that tells of its parts by as many neighbouring figures.
const LEAST_OF_A_ROW: i128 = 20;

/// Whether the broken `statement` is right in another reading.
pub fn is_right_otherwise(passage: &Passage<'_>, statement: &Statement) -> bool {
    if statement.status != Status::Broken {
        return false;
    }
    let find = |start: u32| passage.index_at(start);
    let of = |role| statement.operands_as(role).map(|operand| find(operand.span.start));
    let parts: Vec<&Mention<'_>> = of("part").filter_map(|at| passage.mentions.get(at)).collect();
    match statement.kind {
        ClaimKind::Total => of("total").next().is_some_and(|at| is_right_total(passage, at, &parts)),
        ClaimKind::Subset => of("whole").next().is_some_and(|at| is_of_one_before(passage, at, &parts)),
        _ => false,
    }
}

/// 实际出庭 51 件，另有 1 件委托他人，其中县领导出庭 3 件: a figure in front of the whole at `at` has room for the `parts`,
/// which do not stand right behind it.
fn is_of_one_before(passage: &Passage<'_>, at: usize, parts: &[&Mention<'_>]) -> bool {
    let Some(whole) = passage.mentions.get(at) else { return false };
    // 追回 28.9 万元（已计入全年总额 486.3 万元）: what stands alone in a bracket and is many times the figure is none of it.
    let is_beyond = |part: &Mention<'_>| {
        let many = whole.quantity.base().and_then(|base| base.times(Decimal::whole(MANY_TIMES)));
        part.depth > whole.depth
            && !part.has(Cue::Including)
            && part.quantity.base().zip(many).is_some_and(|(part, many)| part > many)
    };
    if matches!(parts, [part] if is_beyond(part)) {
        return true;
    }
    let has_room = |mention: &Mention<'_>| {
        mention.sentence == whole.sentence
            && mention.depth == whole.depth
            && mention.quantity.class() == whole.quantity.class()
            && parts
                .iter()
                .all(|part| part.token != mention.token && part.quantity.base() <= mention.quantity.base())
    };
    // 旁听庭审 2 次，其中现场旁听 3 次: right behind it there is no doubt of which it is.
    let is_right_behind = passage.mentions.get(at + 1).zip(parts.first()).is_some_and(|(next, part)| {
        next.token == part.token && part.clause <= whole.clause + 1 && !label::begins(whole.before, ASIDE)
    });
    // 新收行政案件 1128 件，…，败诉 134 件，其中我县行政案件 163 件: the part has the noun of the one before.
    let has_noun = |mention: &Mention<'_>| {
        parts.first().is_some_and(|part| kinds::end_alike(&[label(part), label(mention)]))
    };
    let may_be = |mention: &Mention<'_>| !is_right_behind || (has_noun(mention) && !has_noun(whole));
    parts.iter().all(|part| part.depth == whole.depth)
        && passage.back_from(at).take(NEAREST).any(|(_, mention)| has_room(mention) && may_be(mention))
}

/// Whether the whole at `at` and its `parts` are right among other figures.
fn is_right_total(passage: &Passage<'_>, at: usize, parts: &[&Mention<'_>]) -> bool {
    let Some(whole) = passage.mentions.get(at) else { return false };
    let Some(values) = parts.iter().map(|part| part.exact()).collect::<Option<Vec<Decimal>>>() else {
        return false;
    };
    let Some(total) = whole.exact() else { return false };
    // 承诺件中，…: what is named again is of no other figure.
    let is_named = || parts.first().is_some_and(|first| takes_up(passage, passage.index_of(first), at));
    if parts.len() < 2 || is_named() {
        return false;
    }
    // 同上次普查的 39 万人相比 …。人口中，男性 21 万人: parts of a sentence of their own may be of a figure before that.
    let are_told_apart = parts.first().is_some_and(|part| part.sentence != whole.sentence);
    let is_another = |other: &&Mention<'_>| {
        other.quantity.span != whole.quantity.span
            && (other.sentence == whole.sentence || are_told_apart && other.sentence + 1 == whole.sentence)
            && other.quantity.class() == whole.quantity.class()
            && parts.iter().all(|part| part.quantity.span != other.quantity.span)
    };
    let before = passage.back_from(at).map(|(_, mention)| mention).take(NEAREST);
    let after = passage.ahead_from(at).map(|(_, mention)| mention).take(NEAREST + parts.len());
    let others: Vec<Decimal> = before.chain(after).filter(is_another).filter_map(Mention::exact).collect();
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.plus(*value));
    // Small figures are often alike.
    let is_telling =
        |value: Decimal| value.step().times(Decimal::whole(TELLING)).is_some_and(|least| value >= least);
    // 参评 1107 家，A级 … D级 …，A级和B级合计 1015 家: the parts are those of another figure.
    // 村干部 1286 人，党员 892 人，乡贤 942 人，三类合计 3210 人: it says itself that it is of these.
    let is_of_another = list::says_how_many(passage, at) != Some(parts.len())
        && others.iter().any(|other| sum == Some(*other) && is_telling(*other));
    // 罚款合计 11.5 万元，其中最多的 6 万元，其余分别为 3 万元和 2.5 万元: the row begins before.
    let right_before = parts.first().and_then(|first| {
        let mut ahead = passage.back_from(passage.index_of(first)).map(|(_, mention)| mention);
        ahead.find(|mention| mention.quantity.class() == whole.quantity.class()).filter(is_another)
    });
    let begins_before = right_before
        .and_then(Mention::exact)
        .zip(sum)
        .is_some_and(|(other, sum)| is_telling(total) && sum.plus(other) == Some(total));
    // 去年 79 处，今年新建 4 处、拆除 1 处: some take away by their words, of what there was or of the figure in front.
    let signed = parts.iter().try_fold(Decimal::ZERO, |sum, part| {
        if takes_away(part) { sum.minus(part.exact()?) } else { sum.plus(part.exact()?) }
    });
    let front = passage.back_from(at).map(|(_, mention)| mention).find(is_another).and_then(Mention::exact);
    let is_moved = parts.iter().any(|part| takes_away(part))
        && signed.is_some_and(|signed| {
            signed == total || front.and_then(|front| front.plus(signed)) == Some(total)
        });
    // 由 312 项调整为 306 项，取消 4 项、合并 3 项、新增 1 项: one of the row is where the others led.
    let leads_to_first = parts.split_first().is_some_and(|(end, moves)| {
        let moved = moves.iter().try_fold(total, |sum, part| {
            if takes_away(part) { sum.minus(part.exact()?) } else { sum.plus(part.exact()?) }
        });
        moves.iter().any(|part| takes_away(part)) && moved.is_some() && moved == end.exact()
    });
    // 计划完成 7 条、实际完成 8 条: what was planned is no part.
    let is_planned = |part: &&&Mention<'_>| label::has(part.before, &["计划", "目标"]);
    let done = parts
        .iter()
        .filter(|part| !is_planned(part))
        .try_fold(Decimal::ZERO, |sum, part| sum.plus(part.exact()?));
    let is_without_plans = parts.iter().any(|part| is_planned(&part)) && done == Some(total);
    is_of_another
        || is_told_behind_as_another(passage, parts, sum, total)
        || is_left_out_in_a_bracket(passage, whole, sum, total)
        || begins_before
        || is_moved
        || leads_to_first
        || is_without_plans
        || is_difference(whole, parts, &values, total)
        || is_of_a_row_before(passage, whole, parts.len(), total)
        || is_all_but_the_rest(parts, &values, total)
}

/// 案件 43 起，其中滥伐林木 22 起、毁坏林地 19 起，另 2 起系非法收购: what 另 tells of right behind the parts is all that is missing.
fn is_told_behind_as_another(
    passage: &Passage<'_>,
    parts: &[&Mention<'_>],
    sum: Option<Decimal>,
    total: Decimal,
) -> bool {
    const ANOTHER: &[&str] = &["另", "另有", "另外", "还有"];
    parts.last().is_some_and(|last| {
        let mut behind = passage.ahead_from(passage.index_of(last) + 1).map(|(_, next)| next);
        behind.find(|next| next.quantity.class() == last.quantity.class()).is_some_and(|next| {
            next.sentence == last.sentence
                && ANOTHER.contains(&next.before)
                && sum.zip(next.exact()).and_then(|(sum, more)| sum.plus(more)) == Some(total)
        })
    })
}

/// 从业人员 1545 人，其中正式工 401 人（含内退 95 人）、临时工 1239 人: what a bracket puts in or leaves out is all the
/// difference.
fn is_left_out_in_a_bracket(
    passage: &Passage<'_>,
    whole: &Mention<'_>,
    sum: Option<Decimal>,
    total: Decimal,
) -> bool {
    const TOLD_APART: &[&str] = &["含", "包含", "包括", "不含", "不包含", "不包括", "未含", "另有", "另"];
    let gap = sum.and_then(|sum| sum.minus(total)).map(Decimal::abs);
    let mut ahead = passage.ahead_from(passage.index_of(whole)).take(NEAREST).map(|(_, mention)| mention);
    ahead.any(|mention| {
        mention.sentence == whole.sentence
            && mention.depth > whole.depth
            && label::begins(mention.before, TOLD_APART)
            && gap.is_some()
            && mention.exact() == gap
    })
}

/// Whether the words of `part` say that it goes out, or that it is left out: 除 2 份外.
fn takes_away(part: &Mention<'_>) -> bool {
    if part.before.starts_with('除') {
        return true;
    }
    let does = movement(part).or_else(|| by_direction(part)).or_else(|| by_its_verb(part));
    does == Some(Movement::Outflow)
}

/// 立行立改 12 个，6月底前 9 个、9月底前 8 个、年底前 2 个。前三批共 29 个: as many neighbouring figures before make the whole.
fn is_of_a_row_before(passage: &Passage<'_>, whole: &Mention<'_>, count: usize, total: Decimal) -> bool {
    let figures: Vec<Decimal> = passage
        .back_from(passage.index_of(whole))
        .take(NEAREST)
        .map(|(_, mention)| mention)
        .filter(|mention| {
            mention.sentence + 1 == whole.sentence && mention.quantity.class() == whole.quantity.class()
        })
        .filter_map(Mention::exact)
        .collect();
    total >= Decimal::whole(LEAST_OF_A_ROW)
        && count >= 3
        && figures
            .windows(count)
            .any(|row| row.iter().try_fold(Decimal::ZERO, |sum, value| sum.plus(*value)) == Some(total))
}

/// 建成 1264 根，其中公共桩 812 根、专用桩 452 根，其余在建的 96 根: what is left of more than the whole, of which the others are
/// all.
fn is_all_but_the_rest(parts: &[&Mention<'_>], values: &[Decimal], total: Decimal) -> bool {
    let is_rest = |part: &&Mention<'_>| part.lead != Lead::Pause && label::begins(part.before, cues::LEFT);
    let Some((_, others)) = values.split_last().filter(|(_, others)| others.len() >= 2) else {
        return false;
    };
    parts.last().is_some_and(is_rest)
        && others.iter().try_fold(Decimal::ZERO, |sum, value| sum.plus(*value)) == Some(total)
}

/// 净增 29 家（入库 54 家、退库 25 家）: one part takes away from the other, as the words of one of the three say. 火灾 109 起、爆炸 3 起，合计
/// 106 起 is wrong, whatever their difference.
fn is_difference(whole: &Mention<'_>, parts: &[&Mention<'_>], values: &[Decimal], total: Decimal) -> bool {
    const NET: &[&str] = &["净", "实", "剩", "余", "差", "现", "保留", "有效", "增加", "减少"];
    const LESS: &[char] = &[
        '撤', '退', '减', '销', '扣', '除', '抵', '剔', '失', '无', '不', '未', '缺', '损', '拆', '停', '离',
        '调', '移', '转', '终', '驳', '重', '废', '取', '清', '出', '去', '原', '旧', '上', '含',
    ];
    let says_so = || {
        whole.has(Cue::Net)
            || label::has(whole.before, NET)
            || parts.last().is_some_and(|last| takes_away(last) || last.before.contains(LESS))
    };
    matches!(values, [first, second] if first.minus(*second) == Some(total)) && says_so()
}
