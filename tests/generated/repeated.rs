//! Statements that tell a figure of what the draft itself shows: how many it lists, or the same once more.

use crate::figures::decimal;
use crate::random::Random;
use crate::statement::Statement;
use crate::vocabulary::{LABELS, NUMERALS, TITLES};
use hegao::review::ClaimKind;

pub fn count(random: &mut Random) -> Statement {
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

pub fn restated(random: &mut Random) -> Statement {
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
