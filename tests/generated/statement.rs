//! Consistent statements of every kind, with the figures to break.

use crate::random::Random;
use hegao::review::ClaimKind;

/// A statement: words with places for figures, and figures that agree.
pub struct Statement {
    pub kind: ClaimKind,
    /// `{0}`, `{1}` … stand for the figures.
    template: String,
    figures: Vec<String>,
    /// Which figure is broken, and what it is then.
    breaks: Vec<(usize, String)>,
}

const UNITS: &[&str] =
    &["件", "起", "项", "人", "名", "家", "户", "次", "份", "条", "场次", "批次", "宗", "个", "人次"];
const SUBJECTS: &[&str] = &[
    "全年办理各类事项",
    "2024年，全市开展执法检查",
    "今年以来，共查处违法案件",
    "全县受理投诉举报",
    "经梳理，我局权责清单",
    "年内组织开展普法活动",
    "全区办理行政审批业务",
    "截至12月底，全系统处理来信来访",
    "本年度，我委完成监督抽查",
];
const LABELS: &[&str] = &[
    "行政许可",
    "行政处罚",
    "行政强制",
    "行政检查",
    "市场监管",
    "生态环境",
    "交通运输",
    "城市管理",
    "文化旅游",
    "卫生健康",
    "农业农村",
    "自然资源",
    "住房建设",
    "应急管理",
    "教育体育",
    "民政事务",
];
const STOCKS: &[&str] = &["行政处罚", "公共服务事项", "规范性文件", "行政检查事项", "证明事项"];
const TITLES: &[&str] = &[
    "《青澜市合同管理办法》",
    "《云山市行政调解工作规程》",
    "《松岭县案卷评查标准》",
    "《河湾市公平竞争审查细则》",
    "《临江县重大决策目录编制规则》",
    "《青澜市裁量权基准管理规定》",
];
const NUMERALS: &[&str] = &["零", "一", "两", "三", "四", "五", "六", "七", "八", "九"];

impl Statement {
    /// A random statement.
    pub fn make(random: &mut Random) -> Self {
        match random.between(0, 16) {
            0..=3 => total(random),
            4 => subset(random),
            5 | 6 => flow(random),
            7 => rate(random),
            8 => share(random),
            9 => growth(random),
            10 => count(random),
            11 => table(random),
            12 => numerals(random),
            13 => paired(random),
            14 => balance(random),
            15 => carried(random),
            _ => restated(random),
        }
    }

    pub fn consistent(&self) -> String {
        self.fill(&self.figures)
    }

    /// The same with one figure altered, and that figure in digits.
    pub fn broken(&self, random: &mut Random) -> (String, String) {
        let (at, figure) = random.pick(&self.breaks);
        let mut figures = self.figures.clone();
        figures[*at].clone_from(figure);
        (self.fill(&figures), in_digits(figure))
    }

    fn fill(&self, figures: &[String]) -> String {
        figures
            .iter()
            .enumerate()
            .fold(self.template.clone(), |text, (at, figure)| text.replace(&format!("{{{at}}}"), figure))
    }
}

fn strings(values: &[i64]) -> Vec<String> {
    values.iter().map(i64::to_string).collect()
}

/// Every figure altered by a small amount, each in turn.
fn altered(values: &[i64], random: &mut Random) -> Vec<(usize, String)> {
    let by = random.between(1, 9);
    values.iter().enumerate().map(|(at, value)| (at, (value + by).to_string())).collect()
}

/// Figures from 12 to 999, with some in the thousands.
fn figure(random: &mut Random) -> i64 {
    if random.one_in(5) { random.between(1000, 9000) } else { random.between(12, 999) }
}

fn total(random: &mut Random) -> Statement {
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

fn subset(random: &mut Random) -> Statement {
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

fn flow(random: &mut Random) -> Statement {
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

/// `part` of `whole` in percent with `places` decimals, rounded half up.
fn percent(part: i64, whole: i64, places: u32) -> String {
    let scale = 10i64.pow(places);
    decimal((part * 200 * scale + whole) / (2 * whole), places)
}

fn decimal(value: i64, places: u32) -> String {
    let scale = 10i64.pow(places);
    if places == 0 {
        value.to_string()
    } else {
        format!("{}.{:0width$}", value / scale, value % scale, width = places as usize)
    }
}

/// Another rate, clearly off.
fn off(rate: &str, random: &mut Random) -> String {
    let (whole, rest) = rate.split_once('.').unwrap_or((rate, ""));
    let whole: i64 = whole.parse().unwrap();
    let by = random.between(2, 9);
    let moved = if whole > 50 { whole - by } else { whole + by };
    if rest.is_empty() { moved.to_string() } else { format!("{moved}.{rest}") }
}

fn rate(random: &mut Random) -> Statement {
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

fn share(random: &mut Random) -> Statement {
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

fn growth(random: &mut Random) -> Statement {
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
fn paired(random: &mut Random) -> Statement {
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

/// What income and outlay leave, or movements of persons.
fn balance(random: &mut Random) -> Statement {
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
fn carried(random: &mut Random) -> Statement {
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

fn count(random: &mut Random) -> Statement {
    let number = random.between(3, 6) as usize;
    let numeral = |number: usize| NUMERALS[number].to_owned();
    let wrong = if random.one_in(2) { number + 1 } else { number - 1 };
    let (template, digits) = match random.between(0, 2) {
        0 => {
            let titles: String = random.some(TITLES, number).into_iter().copied().collect();
            (format!("全年制定{titles}{{0}}件制度文件，进一步健全制度体系。"), true)
        }
        1 => {
            let labels: Vec<&str> = random.some(LABELS, number).into_iter().copied().collect();
            (format!("评查范围涵盖{}{{0}}个领域，实现全覆盖。", labels.join("、")), false)
        }
        _ => {
            let labels: Vec<&str> = random.some(LABELS, number).into_iter().copied().collect();
            (format!("紧扣“{}”{{0}}个环节，完善工作机制。", labels.join("、")), false)
        }
    };
    let write = |number: usize| if digits { number.to_string() } else { numeral(number) };
    Statement {
        kind: ClaimKind::Count,
        template,
        figures: vec![write(number)],
        breaks: vec![(0, write(wrong))],
    }
}

/// A small table with a total row, its cells kept apart by tabs or pipes.
fn table(random: &mut Random) -> Statement {
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

/// A total in Chinese numerals.
fn numerals(random: &mut Random) -> Statement {
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

/// `figure` in digits, if it is in Chinese numerals.
fn in_digits(figure: &str) -> String {
    if figure.starts_with(|ch: char| ch.is_ascii_digit()) {
        return figure.to_owned();
    }
    let counted = NUMERALS.iter().position(|&numeral| numeral == figure);
    let value =
        counted.map(|value| value as i64).or_else(|| (0..10_000).find(|&value| in_chinese(value) == figure));
    value.unwrap().to_string()
}

/// `value` below ten thousand in Chinese numerals.
fn in_chinese(value: i64) -> String {
    let digit = |value: i64| ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"][value as usize];
    let mut out = String::new();
    let mut skipped = false;
    for (place, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let at = value / place % 10;
        if at == 0 {
            skipped = !out.is_empty();
            continue;
        }
        if skipped {
            out += "零";
        }
        skipped = false;
        // 十二, not 一十二.
        if !(out.is_empty() && place == 10 && at == 1) {
            out += digit(at);
        }
        out += name;
    }
    out
}

fn restated(random: &mut Random) -> Statement {
    if random.one_in(2) {
        let hundreds = random.between(1000, 900_000);
        let (yuan, wan) = (hundreds * 100, decimal(hundreds, 2));
        let mark = *random.pick(&["，即", "（"]);
        let close = if mark == "（" { "）" } else { "" };
        let template = format!("全年收缴罚没款{{0}}元{mark}{{1}}万元{close}，全部上缴国库。");
        let wrong = decimal(hundreds + random.between(1, 9) * 10, 2);
        let figures = vec![yuan.to_string(), wan];
        return Statement { kind: ClaimKind::Restated, template, figures, breaks: vec![(1, wrong)] };
    }
    let value = random.between(120, 880);
    let (unit, label) = (*random.pick(&["件", "起", "项"]), random.pick(LABELS));
    let digits = value.to_string();
    let last: i64 = value % 10;
    let wrong = format!("{}{}", &digits[..2], (last + random.between(1, 9)) % 10);
    let template = format!(
        "全年审核{label}案件{{0}}{unit}，做到应审尽审。在队伍建设方面，全年审核{label}案件{{1}}{unit}，质量稳步提高。"
    );
    let breaks = vec![(1, wrong)];
    Statement { kind: ClaimKind::Restated, template, figures: vec![digits.clone(), digits], breaks }
}
