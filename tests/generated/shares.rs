//! Statements that divide: rates, shares and changes in percent.

use crate::figures::{off, percent, strings};
use crate::random::Random;
use crate::statement::Statement;
use crate::vocabulary::{LABELS, SUBJECTS, UNITS};
use hegao::review::ClaimKind;

pub fn rate(random: &mut Random) -> Statement {
    let unit = *random.pick(&["件", "起", "项", "宗"]);
    let whole = random.between(30, 3000);
    let part = random.between(whole / 2, whole - 1);
    let places = random.between(1, 2) as u32;
    let (above, below, name) = *random.pick(&[
        ("办结", "受理", "办结率"),
        ("化解", "排查", "化解率"),
        ("整改", "发现", "整改率"),
        ("审结", "收到", "审结率"),
    ]);
    let rate = percent(part, whole, places);
    let template = match random.between(0, 4) {
        3 => format!("{name}达{{2}}%，全年共{below}{{0}}{unit}，{above}{{1}}{unit}。"),
        4 => format!("各类事项{name}{{2}}%（{below}{{0}}{unit}，{above}{{1}}{unit}）。"),
        0 => format!("全年{below}各类事项{{0}}{unit}，{above}{{1}}{unit}，{name}{{2}}%。"),
        1 => format!("今年以来，共{below}{{0}}{unit}，已{above}{{1}}{unit}，{name}达{{2}}%。"),
        _ => format!("{below}群众反映问题{{0}}{unit}、{above}{{1}}{unit}，{name}为{{2}}%。"),
    };
    let breaks = vec![(2, off(&rate, random))];
    Statement {
        kind: ClaimKind::Rate,
        template,
        figures: vec![whole.to_string(), part.to_string(), rate],
        breaks,
    }
}

pub fn share(random: &mut Random) -> Statement {
    let unit = *random.pick(UNITS);
    let whole = random.between(100, 5000);
    let part = random.between(10, whole - 1);
    let places = random.between(1, 2) as u32;
    let rate = percent(part, whole, places);
    let (subject, label) = (random.pick(SUBJECTS), random.pick(LABELS));
    let template = match random.between(0, 1) {
        0 => format!("{subject}{{0}}{unit}，其中{label}{{1}}{unit}，占{{2}}%。"),
        _ => format!("{subject}{{0}}{unit}，其中{label}{{1}}{unit}，占总数的{{2}}%。"),
    };
    let breaks = vec![(2, off(&rate, random))];
    Statement {
        kind: ClaimKind::Rate,
        template,
        figures: vec![whole.to_string(), part.to_string(), rate],
        breaks,
    }
}

pub fn growth(random: &mut Random) -> Statement {
    let unit = *random.pick(&["件", "起", "家", "人次", "台"]);
    let previous = random.between(50, 4000);
    let current = loop {
        let value = random.between(50, 4000);
        if value != previous {
            break value;
        }
    };
    let (up, arrow) = if current > previous { ("增长", "增至") } else { ("下降", "降至") };
    let places = random.between(1, 2) as u32;
    let change = percent((current - previous).abs(), previous, places);
    let template = match random.between(0, 3) {
        0 => format!("全市行政应诉案件由{{0}}{unit}{arrow}{{1}}{unit}，{up}{{2}}%。"),
        1 => format!("全年受理行政复议案件{{1}}{unit}，上年同期{{0}}{unit}，同比{up}{{2}}%。"),
        2 => format!("全年受理行政复议案件{{1}}{unit}（上年{{0}}{unit}），同比{up}{{2}}%。"),
        _ => format!("全年开展检查{{1}}{unit}，比上年的{{0}}{unit}{up}{{2}}%。"),
    };
    let breaks = vec![(2, off(&change, random))];
    let template =
        if template.contains("（上年") { template.replace("），同比", "），") } else { template };
    Statement {
        kind: ClaimKind::Growth,
        template,
        figures: vec![previous.to_string(), current.to_string(), change],
        breaks,
    }
}

/// Two changes in one row, each of its own figure.
pub fn paired(random: &mut Random) -> Statement {
    let unit = *random.pick(&["件", "起", "家次"]);
    let labels = random.some(LABELS, 2);
    let previous = [random.between(50, 4000), random.between(50, 4000)];
    let steps = [random.between(5, previous[0]), random.between(5, previous[1])];
    let current = [previous[0] + steps[0], previous[1] + steps[1]];
    let rates = [percent(steps[0], previous[0], 1), percent(steps[1], previous[1], 1)];
    let now = format!("{}{{0}}{unit}、{}{{1}}{unit}", labels[0], labels[1]);
    let names = format!("{}、{}", labels[0], labels[1]);
    let template = match random.between(0, 3) {
        0 => format!("全年办理{now}，同比分别增长{{4}}%、{{5}}%（上年分别为{{2}}{unit}、{{3}}{unit}）。"),
        1 => format!("全年办理{now}，较上年的{{2}}{unit}、{{3}}{unit}分别增长{{4}}%和{{5}}%。"),
        2 => {
            format!(
                "{names}分别由{{2}}{unit}、{{3}}{unit}增至{{0}}{unit}、{{1}}{unit}，分别增长{{4}}%、{{5}}%。"
            )
        }
        _ => format!(
            "{names}分别为{{0}}{unit}、{{1}}{unit}，同比分别增加{}{unit}、{}{unit}，分别增长{{4}}%、{{5}}%。",
            steps[0], steps[1]
        ),
    };
    let at = random.between(0, 1) as usize;
    let breaks = vec![(4 + at, off(&rates[at], random))];
    let figures = [strings(&current), strings(&previous), rates.to_vec()].concat();
    Statement { kind: ClaimKind::Growth, template, figures, breaks }
}
