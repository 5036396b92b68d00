//! Rates and shares: a written percentage against the counts that it is made of.
//!
//! The name of the rate says which count is above the line (办结率: 办结 …) and which is below
//! (受理, 收到 …); 占 takes the count before it and the whole that it is a part of.
//!
//! *Invariant:* where the base is not said by the words, there is no claim, or it stays open.

mod marks;
mod quotient;
mod share;

use super::cues;
use super::label;
use super::statement::{Mention, Passage};
use super::{Claim, Fault, Operand, Reason, Statement};
use crate::facts::{Class, Decimal};
use crate::lang::Text;
use crate::review::{ClaimKind, Status};
use quotient::Quotient;

const BASE_UNCLEAR: Text = Text {
    zh: "可能含上年结转，基数无法确定",
    en: "cases carried over may be included; the base is not stated",
};

const SEVERAL: Text = Text {
    zh: "有几个数字可作分子，未作判断",
    en: "several figures may be above the line; not judged",
};
const NARROWER: Text = Text {
    zh: "比率限定了范围（如“按期”），文中没有相应的计数，未作判断",
    en: "the rate is of a narrower count, such as what was done in time, that is not written; not judged",
};

/// Words that narrow a rate to some of what was done.
const QUALIFIERS: &[&str] =
    &["按期", "按时", "限时", "准时", "及时", "如期", "当场", "一次", "阶段性", "首次", "网上", "主动"];

/// A rate by its name: what it counts, and of what.
struct Named {
    stem: &'static str,
    /// Words of the counts above the line.
    above: &'static [&'static str],
    /// Words of the count below the line.
    below: &'static [&'static str],
}

const RECEIVED: &[&str] = &[
    "受理",
    "收到",
    "接到",
    "接收",
    "承办",
    "交办",
    "登记",
    "新收",
    "共办理",
    "转办",
    "接听",
    "接办",
    "派遣",
    "派发",
    "立案",
];
const INSPECTED: &[&str] =
    &["抽检", "监测", "检查", "抽查", "检验", "评查", "选送", "抽样", "检测", "快检", "参评", "案卷"];

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

/// Rates that cannot be above 100%: what is finished is part of what there was.
const COMPLETION: &[&str] = &[
    "办结",
    "审结",
    "结案",
    "完成",
    "合格",
    "覆盖",
    "满意",
    "公示",
    "采纳",
    "化解",
    "整改",
    "持证",
    "应诉",
    "出庭",
    "知晓",
    "反馈",
    "回复",
    "答复",
    "办复",
    "达标",
    "到位",
    "履行",
    "执行",
    "优秀",
    "优良",
    "备案",
    "审核",
    "归集",
    "上报",
    "可办",
    "通过",
    "录入",
    "参训",
    "及格",
    "准确",
    "归档",
    "配备",
    "建档",
    "录用",
    "调解成功",
    "成功",
    "抽查",
    "网办",
    "即办",
];

/// The statements about rates and shares in `passage`.
pub fn claims(passage: &Passage<'_>, out: &mut Vec<Statement>) {
    if !passage.mentions.iter().any(|mention| mention.quantity.is_share()) {
        return;
    }
    let mut share_of = None;
    for (index, rate) in passage.mentions.iter().enumerate() {
        if !rate.quantity.is_share() {
            continue;
        }
        if let Some(of) = share::of(rate.before) {
            share::claims(passage, index, of, &mut share_of, out);
        } else if let Some(name) = rate_name(rate.before) {
            out.extend(impossible(rate, name).or_else(|| named(passage, index, name)));
        }
    }
}

/// The name of the rate that ends `before`: 合格率, 按期办结率达.
fn rate_name(before: &str) -> Option<&str> {
    const BEHIND: &[&str] = &[
        "",
        "为",
        "达",
        "达到",
        "达到了",
        "均为",
        "均达",
        "均达到",
        "是",
        "约",
        "约为",
        "仅为",
        "已达",
        "已达到",
        "保持在",
        "超过",
        "超",
        "近",
    ];
    let end = before.rfind('率').or_else(|| before.rfind("比例"))?;
    let behind = before.get(end..)?.trim_start_matches('率').trim_start_matches("比例");
    BEHIND.contains(&behind).then(|| before.get(..end)).flatten()
}

/// A rate of completion above 100%.
fn impossible(rate: &Mention<'_>, name: &str) -> Option<Statement> {
    let hundred = Decimal::whole(100);
    let is_too_high = rate.quantity.class() == Some(Class::Percent)
        && rate.quantity.value > hundred
        && COMPLETION.iter().any(|stem| name.ends_with(stem))
        && !label::has(name, &["增长", "预算", "任务完成", "目标完成", "计划完成", "超额"]);
    is_too_high.then(|| {
        let excess = hundred.minus(rate.quantity.value).unwrap_or_default();
        let fault = Fault { computed: hundred, excess, certain: true, reason: Reason::Impossible };
        let equation = format!("{} > 100%", super::figure(rate.quantity));
        Claim::new(
            ClaimKind::Rate,
            Status::Broken,
            equation,
            None,
            vec![Operand::of("rate", rate)],
            Some(fault),
        )
    })
}

fn named(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    if name.ends_with("合格") {
        return marks::marks(passage, index, &["优秀", "良好", "合格", "基本合格"])
            .or_else(|| marks::complement(passage, index))
            .or_else(|| by_stem(passage, index, "合格"));
    }
    if name.ends_with("优秀") {
        return marks::marks(passage, index, &["优秀"]);
    }
    if name.ends_with("满意") {
        return marks::satisfied(passage, index);
    }
    if label::has(name, &["压缩", "压减", "缩短"]) {
        return compressed(passage, index);
    }
    let Some(known) = NAMED.iter().find(|known| name.ends_with(known.stem)) else {
        return by_stem(passage, index, name);
    };
    by_verbs(passage, index, name, known).or_else(|| by_stem(passage, index, name))
}

/// A rate whose counts are told by their verbs: 受理 … 办结 …
fn by_verbs(passage: &Passage<'_>, index: usize, name: &str, known: &Named) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let reach: Vec<&Mention<'_>> = before_in_sentence(passage, index);
    // 按期办结 98 件 is above the line of 按期办结率, and not of 办结率.
    let goes_beyond = |mention: &Mention<'_>| {
        QUALIFIERS.iter().any(|qualifier| mention.before.contains(qualifier) && !name.contains(qualifier))
    };
    let above = *reach.iter().find(|mention| {
        label::has(mention.before, known.above)
            && !label::has(mention.before, &["未", "不", "正在"])
            && !goes_beyond(mention)
    })?;
    let is_narrower =
        QUALIFIERS.iter().any(|qualifier| name.contains(qualifier) && !above.before.contains(qualifier));
    let fits = |mention: &Mention<'_>| {
        mention.token < above.token && mention.quantity.class() == above.quantity.class()
    };
    let carried =
        reach.iter().copied().find(|mention| fits(mention) && label::has(mention.before, cues::CARRIED_OVER));
    let below = reach.iter().copied().find(|mention| {
        fits(mention)
            && label::has(mention.before, known.below)
            && carried.is_none_or(|carried| carried.token != mention.token)
    });
    let Some(below) = below else {
        let below = in_sentence_before(passage, above, known.below)?;
        return holding(Quotient::new(rate, &[above], &[below])?.judge()?, BASE_UNCLEAR)
            .filter(|statement| statement.status == Status::Holds);
    };
    // 当场整改 198 个、限期整改 61 个: the rate may be of both.
    let row: Vec<&Mention<'_>> = reach
        .iter()
        .copied()
        .filter(|mention| {
            mention.token > below.token
                && mention.quantity.class() == above.quantity.class()
                && label::has(mention.before, known.above)
                && !label::has(mention.before, &["其中", "未", "不", "正在"])
        })
        .rev()
        .collect();
    if row.len() > 1 {
        let together = Quotient::new(rate, &row, &[below])?.judge()?;
        let alone = Quotient::new(rate, &[above], &[below])?.judge()?;
        let best = if together.status == Status::Holds { together } else { alone };
        return holding(best, SEVERAL);
    }
    let alone = Quotient::new(rate, &[above], &[below])?;
    let mentions_carry = passage.between(below.sentence_start, rate.quantity.span.start).contains("结转");
    match carried {
        Some(carried) => {
            let both = Quotient::new(rate, &[above], &[carried, below])?.judge()?;
            if both.status == Status::Holds { Some(both) } else { holding(alone.judge()?, BASE_UNCLEAR) }
        }
        // 审结 may exceed 受理 by what was carried over from the year before.
        None if mentions_carry || (alone.numerator > alone.denominator && carries_over(known)) => {
            holding(alone.judge()?, BASE_UNCLEAR)
        }
        None if is_narrower => holding(alone.judge()?, NARROWER),
        None => alone.judge(),
    }
}

/// Whether what is done in a year may have come in the year before; advice and defects do not.
fn carries_over(known: &Named) -> bool {
    !matches!(known.stem, "采纳" | "整改" | "出庭" | "出庭应诉" | "持证" | "调解成功" | "成功" | "优秀")
}

/// The only figure of the sentence before that counts alike and is named by one of `verbs`.
fn in_sentence_before<'p>(
    passage: &'p Passage<'_>,
    above: &Mention<'_>,
    verbs: &[&str],
) -> Option<&'p Mention<'p>> {
    let mut found = passage.mentions.iter().filter(|mention| {
        mention.sentence + 1 == above.sentence
            && mention.quantity.class() == above.quantity.class()
            && mention.depth == 0
            && label::has(mention.before, verbs)
    });
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// The statement if it holds; else the same, left open.
fn holding(statement: Statement, note: Text) -> Option<Statement> {
    if statement.status == Status::Holds {
        return Some(statement);
    }
    let equation = statement.equation.split(" ≈ ").next().unwrap_or_default().to_owned();
    Some(Claim { status: Status::Open, note: Some(note), fault: None, equation, ..statement })
}

/// A rate whose own name labels a count: 规范 49 份, 规范率 98%. The base is the figure right before.
fn by_stem(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let above_index = index.checked_sub(1)?;
    let below_index = above_index.checked_sub(1)?;
    let (above, below) = (passage.mentions.get(above_index)?, passage.mentions.get(below_index)?);
    let stem = label::strip(name);
    let is_row = above.sentence == rate.sentence
        && below.sentence == rate.sentence
        && rate.clause == above.clause + 1
        && above.clause <= below.clause + 1
        && above.quantity.is_amount()
        && below.quantity.is_amount()
        && above.quantity.class() == below.quantity.class()
        && above.depth == below.depth;
    let is_named = stem.chars().count() >= 2
        && label::strip(above.before).trim_start_matches('已').ends_with(stem)
        && !above.before.contains('未');
    if !is_row || !is_named || label::has(below.before, cues::COMPARISON) {
        return None;
    }
    // 审结 548 件，其中 … 撤诉 98 件，败诉 41 件: the base is what the parts before are of.
    let list = passage.list_of(below_index).filter(|_| !passage.is_part(above_index));
    let of = list.map_or(below_index, |list| list.whole);
    let row = passage.row_ending_at(of);
    let quotient = Quotient::new(rate, &[above], &row)?;
    if row.len() > 1 {
        return quotient.judge().filter(|statement| statement.status == Status::Holds);
    }
    if quotient.numerator > quotient.denominator && stem != "合格" { None } else { quotient.judge() }
}

/// 由 20 个工作日压缩至 6 个工作日，压缩率 70%.
fn compressed(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let (to, from) =
        (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index.checked_sub(2)?)?);
    let is_pair = from.sentence == rate.sentence
        && from.quantity.class() == to.quantity.class()
        && label::has(from.before, &["由", "从"])
        && label::has(to.before, &["至", "到", "为"]);
    is_pair.then(|| Quotient::remainder(rate, from, to)?.judge()).flatten()
}

/// The amounts before `index` in its sentence, the nearest first.
fn before_in_sentence<'p, 'a>(passage: &'p Passage<'a>, index: usize) -> Vec<&'p Mention<'a>> {
    let Some(rate) = passage.mentions.get(index) else { return Vec::new() };
    passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == rate.sentence)
        .filter(|mention| mention.quantity.is_amount())
        .collect()
}
