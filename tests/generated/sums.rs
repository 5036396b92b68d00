//! Statements that add up: a whole and its parts, what came in and what went out, a table with a total.

use crate::figures::{altered, figure, in_chinese, strings};
use crate::random::Random;
use crate::statement::Statement;
use crate::vocabulary::{LABELS, STOCKS, SUBJECTS, UNITS};
use hegao::review::ClaimKind;

pub fn total(random: &mut Random) -> Statement {
    let count = random.between(2, 6) as usize;
    let unit = *random.pick(UNITS);
    let parts: Vec<i64> = (0..count).map(|_| figure(random)).collect();
    let whole: i64 = parts.iter().sum();
    let mut labels: Vec<String> =
        random.some(LABELS, count).into_iter().map(|label| (*label).to_owned()).collect();
    let subject = random.pick(SUBJECTS);
    let style = random.between(0, 6);
    if matches!(style, 0 | 1) {
        labels[count - 1] = (*random.pick(&["其他", "其他类", "其余"])).to_owned();
    }
    let separator = if style == 6 { "；" } else { "、" };
    let item = |at: usize| format!("{}{{{}}}{unit}", labels[at], at + 1);
    let list = (0..count).map(item).collect::<Vec<_>>().join(separator);
    let template = match style {
        0 => format!("{subject}{{0}}{unit}，其中{list}。"),
        1 => format!("{subject}共{{0}}{unit}，其中：{list}。"),
        2 => format!("{subject}{{0}}{unit}（{list}）。"),
        3 => format!("{subject}{{0}}{unit}，包括{list}。"),
        4 => format!("{subject}{{0}}{unit}，分为{list}。"),
        5 => format!("全年开展{list}，合计{{0}}{unit}。"),
        _ => format!("{subject}{{0}}{unit}：{list}。"),
    };
    let mut values = vec![whole];
    values.extend(&parts);
    let breaks = altered(&values, random);
    Statement { kind: ClaimKind::Total, template, figures: strings(&values), breaks }
}

pub fn subset(random: &mut Random) -> Statement {
    let unit = *random.pick(UNITS);
    let whole = figure(random);
    let part = random.between(1, whole);
    let (subject, label) = (random.pick(SUBJECTS), random.pick(LABELS));
    let template = match random.between(0, 1) {
        0 => format!("{subject}{{0}}{unit}，其中{label}{{1}}{unit}，均按期完成。"),
        _ => format!("{subject}{{0}}{unit}（其中{label}{{1}}{unit}），均按期完成。"),
    };
    let breaks = vec![(1, (whole + random.between(1, 500)).to_string())];
    Statement { kind: ClaimKind::Subset, template, figures: strings(&[whole, part]), breaks }
}

/// A total in Chinese numerals.
pub fn numerals(random: &mut Random) -> Statement {
    let unit = *random.pick(&["件", "起", "项", "次", "人"]);
    let count = random.between(2, 4) as usize;
    let parts: Vec<i64> = (0..count).map(|_| random.between(2, 240)).collect();
    let whole: i64 = parts.iter().sum();
    let labels = random.some(LABELS, count);
    let item = |(at, label): (usize, &&&str)| format!("{label}{{{}}}{unit}", at + 1);
    let list = labels.iter().enumerate().map(item).collect::<Vec<_>>().join("、");
    let template = match random.between(0, 1) {
        0 => format!("全年共办理{{0}}{unit}，分为{list}。"),
        _ => format!("全年开展{list}，合计{{0}}{unit}。"),
    };
    let values: Vec<i64> = [vec![whole], parts].concat();
    let by = random.between(1, 9);
    Statement {
        kind: ClaimKind::Total,
        template,
        figures: values.iter().map(|&value| in_chinese(value)).collect(),
        breaks: values.iter().enumerate().map(|(at, &value)| (at, in_chinese(value + by))).collect(),
    }
}

pub fn flow(random: &mut Random) -> Statement {
    let unit = *random.pick(&["项", "件", "个", "名"]);
    let (opening, inflow) = (figure(random), figure(random));
    let outflow = random.between(1, opening);
    let closing = opening + inflow - outflow;
    let stock = random.pick(STOCKS);
    let template = match random.between(0, 3) {
        0 => {
            format!("{stock}原有{{0}}{unit}，新增{{1}}{unit}，取消{{2}}{unit}，调整后{stock}共{{3}}{unit}。")
        }
        1 => format!("上年结转{stock}{{0}}{unit}，新收{{1}}{unit}，办结{{2}}{unit}，未结{{3}}{unit}。"),
        2 => format!("年初{stock}{{0}}{unit}，当年新增{{1}}{unit}、减少{{2}}{unit}，年末{{3}}{unit}。"),
        _ => format!(
            "{stock}原有{{0}}{unit}，其中新增{{1}}{unit}，修改名称{}{unit}，取消{{2}}{unit}，调整后为{{3}}{unit}。",
            random.between(1, 90)
        ),
    };
    let values = [opening, inflow, outflow, closing];
    let breaks = altered(&values, random);
    Statement { kind: ClaimKind::Flow, template, figures: strings(&values), breaks }
}

/// What income and outlay leave, or movements of persons.
pub fn balance(random: &mut Random) -> Statement {
    let outflow = random.between(20, 900);
    let net = random.between(12, 900);
    let inflow = outflow + net;
    let template = match random.between(0, 2) {
        0 => "全年总收入{0}万元，总支出{1}万元，当年结余{2}万元。",
        1 => "全年新增市场主体{0}户，注销{1}户，净增{2}户。",
        _ => "年内新入库企业{0}家、退出{1}家，净增{2}家。",
    };
    let values = [inflow, outflow, net];
    let breaks =
        values.iter().enumerate().map(|(at, value)| (at, (value + random.between(11, 19)).to_string()));
    let breaks = breaks.collect();
    Statement { kind: ClaimKind::Flow, template: template.to_owned(), figures: strings(&values), breaks }
}

/// What came in, was carried over, done and carried on, in a sentence.
pub fn carried(random: &mut Random) -> Statement {
    let unit = *random.pick(&["件", "起"]);
    let (opening, inflow) = (random.between(2, 60), figure(random));
    let outflow = random.between(1, inflow);
    let closing = opening + inflow - outflow;
    let template = match random.between(0, 1) {
        0 => format!(
            "本年新收政府信息公开申请{{1}}{unit}，上年结转{{0}}{unit}，办结{{2}}{unit}，结转下年度{{3}}{unit}。"
        ),
        _ => format!(
            "全年受理行政复议申请{{1}}{unit}，上年结转{{0}}{unit}，审结{{2}}{unit}，结转下年{{3}}{unit}。"
        ),
    };
    let values = [opening, inflow, outflow, closing];
    let breaks = altered(&values, random);
    Statement { kind: ClaimKind::Flow, template, figures: strings(&values), breaks }
}

/// A small table with a total row, its cells kept apart by tabs or pipes.
pub fn table(random: &mut Random) -> Statement {
    let rows = random.between(2, 6) as usize;
    let columns = random.between(1, 3) as usize;
    let labels = random.some(LABELS, rows);
    let cells: Vec<Vec<i64>> = (0..rows).map(|_| (0..columns).map(|_| figure(random)).collect()).collect();
    let totals: Vec<i64> = (0..columns).map(|column| cells.iter().map(|row| row[column]).sum()).collect();
    let heads = ["受理数", "办结数", "检查次数"];
    let total = *random.pick(&["合计", "总计", "合  计"]);
    let join = |label: &str, cells: Vec<String>, pipes: bool| {
        let cells = [vec![label.to_owned()], cells].concat();
        if pipes { format!("| {} |", cells.join(" | ")) } else { cells.join("\t") }
    };
    let pipes = random.one_in(2);
    let mut lines =
        vec![join("类别", heads.iter().take(columns).map(|head| (*head).to_owned()).collect(), pipes)];
    if pipes {
        lines.push(format!("|{}", " --- |".repeat(columns + 1)));
    }
    let place = |row: usize, column: usize| format!("{{{}}}", row * columns + column);
    for (row, label) in labels.iter().enumerate() {
        lines.push(join(label, (0..columns).map(|column| place(row, column)).collect(), pipes));
    }
    lines.push(join(total, (0..columns).map(|column| place(rows, column)).collect(), pipes));
    let values: Vec<i64> = cells.concat().into_iter().chain(totals).collect();
    let breaks = altered(&values, random);
    Statement { kind: ClaimKind::Table, template: lines.join("\n"), figures: strings(&values), breaks }
}
