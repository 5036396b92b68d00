//! Rates and shares: a written percentage against the counts that it is made of.
//!
//! The name of the rate says which count is above the line (办结率: 办结 …) and which is below
//! (受理, 收到 …); 占 takes the count before it and the whole that it is a part of.
//!
//! *Invariant:* where the base is not said by the words, there is no claim, or it stays open.

use super::label::{self, label};
use super::statement::{Mention, Passage};
use super::{Claim, Fault, Operand, Statement};
use crate::facts::{Class, Decimal, Precision};
use crate::lang::Text;
use crate::review::{ClaimKind, Status};

/// A rate by its name: what it counts, and of what.
struct Named {
    stem: &'static str,
    /// Words of the counts above the line.
    above: &'static [&'static str],
    /// Words of the count below the line.
    below: &'static [&'static str],
}

const RECEIVED: &[&str] =
    &["受理", "收到", "接到", "接收", "承办", "交办", "登记", "新收", "共办理", "转办", "接听", "接办"];
const INSPECTED: &[&str] =
    &["抽检", "监测", "检查", "抽查", "检验", "评查", "选送", "抽样", "检测", "参评", "案卷"];

const NAMED: &[Named] = &[
    Named { stem: "办结", above: &["办结"], below: RECEIVED },
    Named { stem: "审结", above: &["审结"], below: RECEIVED },
    Named { stem: "结案", above: &["结案", "办结", "审结"], below: RECEIVED },
    Named { stem: "答复", above: &["答复"], below: RECEIVED },
    Named { stem: "办复", above: &["办复", "答复"], below: RECEIVED },
    Named { stem: "化解", above: &["化解"], below: &["排查", "受理", "收到", "登记"] },
    Named {
        stem: "调解成功", above: &["调解成功", "成功调解"], below: &["调解", "调处", "受理"]
    },
    Named { stem: "成功", above: &["成功"], below: &["调解", "调处", "受理"] },
    Named { stem: "整改", above: &["整改"], below: &["发现", "排查", "查出"] },
    Named { stem: "采纳", above: &["采纳"], below: &["提出"] },
    Named { stem: "持证", above: &["持证", "取得执法证"], below: &["应持证", "人员"] },
    Named { stem: "备案", above: &["备案"], below: &["制定", "制发", "出台"] },
    Named { stem: "出庭应诉", above: &["出庭"], below: &["开庭", "应出庭"] },
    Named { stem: "出庭", above: &["出庭"], below: &["开庭", "应出庭"] },
    Named { stem: "优秀", above: &["优秀"], below: INSPECTED },
];

/// The statements about rates and shares in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    let mut share_of: Option<(u32, usize)> = None;
    for index in 0..passage.mentions.len() {
        let Some(rate) = passage.mentions.get(index) else { break };
        if rate.quantity.class() != Some(Class::Percent) {
            continue;
        }
        if is_share(rate.before) {
            out.extend(share(passage, index, &mut share_of));
        } else if let Some(name) = rate_name(rate.before) {
            out.extend(named(passage, index, name));
        }
    }
}

/// 占, 占比, 占总数的: a share of a whole.
fn is_share(before: &str) -> bool {
    ["占", "占比", "占比为", "占比达", "占总数的", "占总量的", "占全部的", "占总数"].contains(&before)
}

/// The name of the rate that ends `before`: 合格率, 按期办结率达.
fn rate_name(before: &str) -> Option<&str> {
    let end = before.rfind('率')?;
    let behind = before.get(end + '率'.len_utf8()..)?;
    let is_plain =
        ["", "为", "达", "达到", "达到了", "均为", "均达", "均达到", "是", "约", "仅为"].contains(&behind);
    is_plain.then(|| before.get(..end)).flatten()
}

fn share(passage: &Passage<'_>, index: usize, share_of: &mut Option<(u32, usize)>) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let part_index = index.checked_sub(1)?;
    let part = passage
        .mentions
        .get(part_index)
        .filter(|part| part.quantity.is_amount() && part.sentence == rate.sentence)?;
    if rate.clause > part.clause + 1 {
        return None;
    }
    let whole_index = match *share_of {
        Some((sentence, whole)) if sentence == rate.sentence => whole,
        _ => (0..part_index)
            .rev()
            .take_while(|&at| {
                passage.mentions.get(at).is_some_and(|mention| mention.sentence + 1 >= rate.sentence)
            })
            .find(|&at| {
                passage.mentions.get(at).is_some_and(|whole| {
                    whole.depth <= part.depth
                        && whole.quantity.is_amount()
                        && whole.quantity.class() == part.quantity.class()
                        && (whole.sentence == part.sentence
                            || part.lead == super::statement::Lead::Comma
                            || part.lead == super::statement::Lead::Start)
                })
            })?,
    };
    *share_of = Some((rate.sentence, whole_index));
    let whole = passage.mentions.get(whole_index)?;
    judged(rate, &[part], whole, None)
}

fn named(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    if name.ends_with("合格") {
        return marks(passage, index, &["优秀", "良好", "合格", "基本合格"])
            .or_else(|| complement(passage, index));
    }
    if name.ends_with("优秀") {
        return marks(passage, index, &["优秀"]);
    }
    if name.ends_with("满意") {
        return satisfied(passage, index);
    }
    let named = NAMED.iter().find(|named| name.ends_with(named.stem))?;
    let in_reach = |mention: &&Mention<'_>| mention.sentence == rate.sentence && mention.quantity.is_amount();
    let above = passage.mentions.iter().take(index).rev().take_while(in_reach).find(|mention| {
        label::has(mention.before, named.above) && !label::has(mention.before, &["未", "不", "正在"])
    })?;
    let below = passage.mentions.iter().take(index).rev().filter(in_reach).find(|mention| {
        mention.token < above.token
            && mention.quantity.class() == above.quantity.class()
            && label::has(mention.before, named.below)
    })?;
    // 审结 may exceed 受理 by what was carried over from the year before.
    let carried = passage.between(below.start, rate.quantity.span.start).contains("结转");
    let note = Text {
        zh: "含上年结转，基数无法确定",
        en: "cases carried over are included; the base is not stated",
    };
    judged(rate, &[above], below, carried.then_some(note))
}

/// 合格率 over marks: 优秀 and 合格 are above the line, all marks or the stated total below.
fn marks(passage: &Passage<'_>, index: usize, above: &[&str]) -> Option<Statement> {
    const MARKS: &[&str] = &["优秀", "良好", "合格", "基本合格", "不合格"];
    let rate = passage.mentions.get(index)?;
    let mark_of = |mention: &Mention<'_>| -> Option<&'static str> {
        let words = label(mention);
        // The longest mark first: 不合格 ends in 合格.
        ["不合格", "基本合格", "优秀", "良好", "合格"]
            .into_iter()
            .find(|mark| {
                words.strip_suffix("案卷").or(words.strip_suffix("卷宗")).unwrap_or(words).ends_with(mark)
            })
            .filter(|mark| MARKS.contains(mark))
    };
    let marked: Vec<(usize, &Mention<'_>, &str)> = passage
        .mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| mention.sentence == rate.sentence && mention.quantity.is_amount())
        .filter_map(|(at, mention)| mark_of(mention).map(|mark| (at, mention, mark)))
        .collect();
    let first = marked.first()?.0;
    if marked.len() < 2 {
        return None;
    }
    let numerators: Vec<&Mention<'_>> =
        marked.iter().filter(|(_, _, mark)| above.contains(mark)).map(|(_, mention, _)| *mention).collect();
    let unit = numerators.first()?.quantity.class();
    let whole = passage.mentions.iter().take(first).rev().find(|mention| {
        mention.sentence + 2 >= rate.sentence && mention.quantity.class() == unit && mention.depth == 0
    })?;
    judged(rate, &numerators, whole, None)
}

/// 抽检 1200 批次，不合格 18 批次，合格率 98.5%: what failed is written, not what passed.
fn complement(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let failed = passage.mentions.get(index.checked_sub(1)?)?;
    let all = passage.mentions.get(index.checked_sub(2)?)?;
    let fits = failed.sentence == rate.sentence
        && all.sentence == rate.sentence
        && failed.before.contains("不合格")
        && failed.quantity.class() == all.quantity.class()
        && label::has(all.before, INSPECTED);
    if !fits {
        return None;
    }
    let passed = all.quantity.base()?.minus(failed.quantity.base()?)?;
    let shown = format!("({} − {})", super::figure(all.quantity), super::figure(failed.quantity));
    let operands =
        vec![Operand::of("rate", rate), Operand::of("complement", failed), Operand::of("denominator", all)];
    let clear = [rate, failed, all].iter().all(|mention| mention.quantity.precision == Precision::Exact);
    conclude(rate, passed, all.quantity.base()?, &shown, &super::figure(all.quantity), operands, clear, None)
}

/// 满意率 counts 基本满意 too, or 满意 alone; either reading is accepted.
fn satisfied(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let same: Vec<&Mention<'_>> = passage
        .mentions
        .iter()
        .filter(|mention| mention.sentence == rate.sentence && mention.quantity.is_amount())
        .collect();
    let content = same.iter().find(|mention| label(mention) == "满意").copied()?;
    let mostly = same.iter().find(|mention| label(mention) == "基本满意").copied();
    let whole = same.iter().find(|mention| {
        mention.token < content.token.min(rate.token) && mention.quantity.class() == content.quantity.class()
    })?;
    let alone = judged(rate, &[content], whole, None)?;
    match mostly {
        Some(mostly) if alone.status != Status::Holds => judged(rate, &[content, mostly], whole, None),
        _ => Some(alone),
    }
}

/// The claim that `above` ÷ `below` is `rate`; open if `note` says why.
fn judged(
    rate: &Mention<'_>,
    above: &[&Mention<'_>],
    below: &Mention<'_>,
    note: Option<Text>,
) -> Option<Statement> {
    let mut operands = vec![Operand::of("rate", rate)];
    operands.extend(above.iter().map(|mention| Operand::of("numerator", mention)));
    operands.push(Operand::of("denominator", below));
    let mut numerator = Decimal::ZERO;
    for mention in above {
        numerator = numerator.plus(mention.quantity.base()?)?;
    }
    let clear =
        above.iter().chain([&rate, &below]).all(|mention| mention.quantity.precision == Precision::Exact);
    let terms: Vec<String> = above.iter().map(|mention| super::figure(mention.quantity)).collect();
    let shown = if terms.len() > 1 { format!("({})", terms.join(" + ")) } else { terms.concat() };
    conclude(
        rate,
        numerator,
        below.quantity.base()?,
        &shown,
        &super::figure(below.quantity),
        operands,
        clear,
        note,
    )
}

#[expect(clippy::too_many_arguments, reason = "the parts of one equation, each used once")]
fn conclude(
    rate: &Mention<'_>,
    numerator: Decimal,
    denominator: Decimal,
    above: &str,
    below: &str,
    operands: Vec<Operand<crate::source::ViewSpan>>,
    clear: bool,
    note: Option<Text>,
) -> Option<Statement> {
    const APPROXIMATE: Text =
        Text { zh: "有约数，不作相等核对", en: "an approximate figure; equality is not checked" };
    const TRUNCATED: Text = Text {
        zh: "末位差 1，可能是截尾或凑整",
        en: "off by one in the last place: truncated or made to fit",
    };
    let written = rate.quantity.value;
    let computed = numerator.times(Decimal::whole(100))?.div_rounded(denominator, written.places())?;
    let excess = computed.minus(written)?;
    let quotient = format!("{above} ÷ {below}");
    let open = note.or((!clear).then_some(APPROXIMATE));
    let (status, equation, note, fault) = if let Some(note) = open {
        (Status::Open, format!("{quotient} ≈ {written}%"), Some(note), None)
    } else if excess.is_zero() {
        let sign = if is_exact(numerator, denominator, written) { "=" } else { "≈" };
        (Status::Holds, format!("{quotient} {sign} {written}%"), None, None)
    } else if excess.abs() <= written.step() && written < Decimal::whole(100) {
        (Status::Holds, format!("{quotient} ≈ {computed}%"), Some(TRUNCATED), None)
    } else {
        let fault = Fault { computed, excess, certain: true };
        (Status::Broken, format!("{quotient} ≈ {computed}% ≠ {written}%"), None, Some(fault))
    };
    Some(Claim::new(ClaimKind::Rate, status, equation, note, operands, fault))
}

fn is_exact(numerator: Decimal, denominator: Decimal, written: Decimal) -> bool {
    let both = || Some(numerator.times(Decimal::whole(100))? == denominator.times(written)?);
    both().unwrap_or(false)
}
