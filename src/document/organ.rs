//! Names of organs: which lines are one, and which one a title names.
//!
//! *Invariant:* names hold no blanks; works on lines of the view.

use crate::search;

/// How the full name of an organ ends.
const ENDINGS: [&str; 26] = [
    "委员会",
    "政府",
    "办公室",
    "办事处",
    "管委会",
    "局",
    "厅",
    "院",
    "中心",
    "总队",
    "支队",
    "大队",
    "委",
    "署",
    "处",
    "所",
    "站",
    "街道",
    "镇",
    "乡",
    "公司",
    "学校",
    "大学",
    "部",
    "党组",
    "联合会",
];

/// What may follow the name on the line of a signature.
const SEALS: [&str; 4] = ["（盖章）", "（公章）", "（章）", "（印章）"];

/// The name without the note that a seal goes here.
pub fn strip_seal(line: &str) -> &str {
    search::ahead(line, &SEALS).unwrap_or(line)
}

/// Whether `name` is written out to its last word, so that it can be compared.
pub fn is_full_name(name: &str) -> bool {
    let length = search::length(name);
    (4..=40).contains(&length)
        && search::ending(name, &ENDINGS).is_some()
        && !name.contains(['，', '。', '；', '：', '、', '！', '？', '《', '“', '|', '\t'])
        && !name.contains("报告")
        && !name.starts_with(|ch: char| ch.is_ascii_digit())
}

/// Whether `line` is nothing but the name of an organ.
pub fn is_organ_line(line: &str) -> bool {
    is_full_name(strip_seal(line)) && super::heading::mark(line).is_none()
}

/// What a title may say between 关于 and the organ that it is about.
const SENDING: [&str; 3] = ["报送", "呈报", "上报"];

/// How the units end whose organs a title may be about.
const UNITS: [char; 7] = ['省', '市', '县', '区', '州', '盟', '旗'];

/// The organ that `title` is about, where it stands behind 关于: 关于云山市教育局2022年…的报告.
///
/// It need not be the one that reports.
pub fn subject_of_title(title: &str) -> Option<&str> {
    let rest = title.strip_prefix("关于")?;
    let rest = search::behind(rest, &SENDING).unwrap_or(rest);
    let organ = rest.get(..name_end(rest))?;
    let mut unit = organ.chars().take(6).skip(2);
    let is_placed = unit.any(|ch| UNITS.contains(&ch)) || organ.starts_with("国家");
    (is_placed && is_full_name(organ) && !organ.starts_with(['全', '我', '本', '各', '推', '加']))
        .then_some(organ)
}

/// The organ that `title` names before 关于, the year or the subject.
pub fn from_title(title: &str) -> Option<&str> {
    let mut rest = title;
    if let Some(at) = year_at(rest).filter(|&at| at == 0) {
        let behind = rest.get(at..)?.trim_start_matches(|ch: char| ch.is_ascii_digit());
        rest = behind.strip_prefix("年度").or_else(|| behind.strip_prefix('年')).unwrap_or(behind);
    }
    let organ = rest.get(..name_end(rest))?;
    ((2..=40).contains(&search::length(organ)) && !organ.ends_with("报告")).then_some(organ)
}

/// Where the name ends with which the rest of a title begins.
fn name_end(rest: &str) -> usize {
    let words = ["关于", "推进法治", "法治政府", "法治建设", "依法行政", "政府信息公开", "年度", "上半年"];
    words.iter().filter_map(|word| rest.find(word)).chain(year_at(rest)).min().unwrap_or(rest.len())
}

/// Where a year such as 2023年 stands in `text`.
fn year_at(text: &str) -> Option<usize> {
    text.match_indices("20")
        .map(|(at, _)| at)
        .find(|&at| super::year::at(text.get(at..).unwrap_or("")).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_organ_of_a_title() {
        for (title, organ) in [
            ("青澜市水利局关于2023年度法治政府建设情况的报告", Some("青澜市水利局")),
            ("青澜区城市管理局2024年度法治政府建设情况报告", Some("青澜区城市管理局")),
            ("2023年度云山市水利局法治政府建设报告", Some("云山市水利局")),
            ("关于2023年度法治政府建设情况的报告", None),
            ("2023年法治政府建设年度报告", None),
            ("临江县人民政府法治政府建设年度报告", Some("临江县人民政府")),
            ("临江县2022年法治政府建设情况报告", Some("临江县")),
        ] {
            assert_eq!(from_title(title), organ, "{title}");
        }
    }

    #[test]
    fn reads_the_organ_that_a_title_is_about() {
        for (title, organ) in [
            ("关于云山市教育局2022年法治政府建设情况的报告", Some("云山市教育局")),
            ("关于报送青澜区水利局2023年度法治政府建设情况的报告", Some("青澜区水利局")),
            ("关于2023年度法治政府建设情况的报告", None),
            ("关于推进全市教育局法治政府建设情况的报告", None),
            ("关于临江县2022年法治政府建设情况的报告", None),
            ("关于全市法治政府建设情况的报告", None),
            ("青澜市水利局关于2023年度法治政府建设情况的报告", None),
        ] {
            assert_eq!(subject_of_title(title), organ, "{title}");
        }
    }

    #[test]
    fn knows_lines_that_are_a_name() {
        for line in ["青澜市水利局", "临江县人民政府（盖章）", "中共云山市委员会", "松岭县教育和体育局"]
        {
            assert!(is_organ_line(line), "{line}");
        }
        for line in ["特此报告。", "全市各单位，青澜市水利局", "一、工作部", "2024年1月5日", "（一）机构处"]
        {
            assert!(!is_organ_line(line), "{line}");
        }
    }
}
