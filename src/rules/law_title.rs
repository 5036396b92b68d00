//! The name of a law in 《》 that is nearly, but not quite, that of a law in force.
//!
//! The names are data, in `laws.txt`.
//!
//! *Invariant:* a name that stands in the list is right; one that resembles none is left alone, for local
//! rules and documents are many.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::prose::{self, Paragraph};
use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::{Lang, Text};
use crate::numbers::Groups;
use crate::review::{Safety, Severity};

pub(super) static RULE: Rule = Rule {
    id: "law-title",
    group: Group::Text,
    severity: Severity::Warning,
    title: Text { zh: "法律法规名称有误", en: "The name of a law is not quite right" },
    page: page!("law-title"),
    check,
};

const STATE: &str = "中华人民共和国";

/// What is known of names of laws.
struct Laws {
    /// Every name, with the law that it stands for where it is an unofficial short one.
    known: Groups<'static, Option<&'static str>>,
    /// The official names that may be proposed, as characters.
    official: Vec<(&'static str, Vec<char>)>,
}

fn laws() -> &'static Laws {
    static LAWS: OnceLock<Laws> = OnceLock::new();
    LAWS.get_or_init(|| {
        let mut laws = Laws { known: Groups::default(), official: Vec::new() };
        for line in include_str!("laws.txt").lines().filter(|line| !line.starts_with('#')) {
            if let Some((short, whole)) = line.split_once(" = ") {
                laws.known.add(Cow::Borrowed(short), Some(whole));
            } else if let Some(name) = line.strip_prefix('-') {
                laws.known.add(Cow::Borrowed(name), None);
            } else {
                laws.known.add(Cow::Borrowed(line), None);
                laws.official.push((line, line.chars().collect()));
            }
        }
        laws
    })
}

/// What is to be said of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// It is right, or nothing is known of it.
    Fine,
    /// It is an unofficial short name of this law.
    Short(&'static str),
    /// It resembles the name of this law.
    Near(&'static str),
}

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for paragraph in prose::paragraphs(draft) {
        for (start, end) in names(&paragraph) {
            let name = paragraph.text.get(start..end).unwrap_or("");
            let bare = bare(name);
            let verdict = judge(bare);
            let (Verdict::Short(right) | Verdict::Near(right)) = verdict else { continue };
            let at = start + name.find(bare).unwrap_or(0);
            let span = draft.source.original(paragraph.span(at, at + bare.len()));
            let message = match (draft.lang, verdict) {
                (Lang::Zh, Verdict::Short(_)) => {
                    format!("“{bare}”不是规范的简称。首次出现宜写全称“{right}”。")
                }
                (Lang::Zh, _) => {
                    format!("没有查到名为“{bare}”的法律法规，名称相近的是“{right}”。请核对名称。")
                }
                (Lang::En, Verdict::Short(_)) => {
                    format!("“{bare}” is not an official short name. Write “{right}” at first mention.")
                }
                (Lang::En, _) => {
                    format!(
                        "No law or regulation named “{bare}” is known; “{right}” is close to it. Check the name."
                    )
                }
            };
            let severity =
                if matches!(verdict, Verdict::Short(_)) { Severity::Hint } else { Severity::Warning };
            let title = draft.lang.pick(format!("改为“{right}”"), format!("Change to “{right}”"));
            let finding = sink.finding(span, message).with_severity(severity);
            sink.push(finding.with_fix(Safety::Suggest, title, span, right.to_owned()));
        }
    }
}

/// The innermost names in title marks, without the marks.
fn names(paragraph: &Paragraph<'_>) -> Vec<(usize, usize)> {
    let mut names = Vec::new();
    let mut open = None;
    for (at, sign) in paragraph.marks() {
        match sign {
            '《' | '〈' => open = Some(at + sign.len_utf8()),
            '》' | '〉' => names.extend(open.take().map(|start| (start, at))),
            _ => {}
        }
    }
    names
}

/// `name` without the state before it and what stands in brackets behind it.
fn bare(name: &str) -> &str {
    let name = name.strip_prefix(STATE).unwrap_or(name);
    match name.split_once('（') {
        Some((bare, rest)) if rest.ends_with('）') => bare,
        _ => name,
    }
}

fn judge(name: &str) -> Verdict {
    let laws = laws();
    match laws.known.get(name).last() {
        Some(Some(whole)) => return Verdict::Short(whole),
        Some(None) => return Verdict::Fine,
        None => {}
    }
    let chars: Vec<char> = name.chars().collect();
    let is_law = name.ends_with('法') && !name.ends_with("办法");
    if !(is_law || name.ends_with("条例")) || !(5..=30).contains(&chars.len()) {
        return Verdict::Fine;
    }
    let mut nearest: Option<(usize, &'static str)> = None;
    for (official, law) in &laws.official {
        if law.len().abs_diff(chars.len()) > 2 || law.last() != chars.last() {
            continue;
        }
        // A law with words before it is a local rule or a comment on that law.
        if name.ends_with(official) || name.starts_with(official) {
            return Verdict::Fine;
        }
        let Some(distance) = distance(&chars, law) else { continue };
        if is_near(&chars, law, distance, is_law) && nearest.is_none_or(|(best, _)| distance < best) {
            nearest = Some((distance, official));
        }
    }
    nearest.map_or(Verdict::Fine, |(_, official)| Verdict::Near(official))
}

/// Whether two names that differ in `distance` characters mean one law.
///
/// Nearly all laws are in the list, so that a small difference is a slip; of regulations there are many
/// more (农药管理条例, 兽药管理条例), and only long names or another small word between tell.
fn is_near(name: &[char], law: &[char], distance: usize, is_law: bool) -> bool {
    let common = name.iter().zip(law).take_while(|(one, two)| one == two).count();
    let length = name.len().min(law.len());
    if without_links(name) == without_links(law) {
        return length >= 6;
    }
    match (is_law, distance) {
        (true, 1) => (length >= 5 && common >= 2) || length >= 6,
        (true, _) => length >= 7 && common >= 3,
        // Another word in front makes it a local rule: 赣江河道采砂管理条例.
        (false, 1) => length >= 9 && common >= 2,
        (false, _) => length >= 10 && common >= 5,
    }
}

/// The characters without the words that link: 与, 和, 及, 的.
fn without_links(name: &[char]) -> Vec<char> {
    name.iter().copied().filter(|ch| !matches!(ch, '与' | '和' | '及' | '的' | '、')).collect()
}

/// In how many characters two names differ (lost, added or changed), if in one or two.
fn distance(one: &[char], two: &[char]) -> Option<usize> {
    let mut above: Vec<usize> = (0..=two.len()).collect();
    for (row, ch) in one.iter().enumerate() {
        let mut line = Vec::with_capacity(above.len());
        line.push(row + 1);
        for (other, corner) in two.iter().zip(above.windows(2)) {
            let (&[diagonal, up], &left) = (corner, line.last()?) else { return None };
            line.push((diagonal + usize::from(ch != other)).min(up + 1).min(left + 1));
        }
        if line.iter().all(|&cost| cost > 2) {
            return None;
        }
        above = line;
    }
    above.last().copied().filter(|&distance| (1..=2).contains(&distance))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_law_that_was_meant() {
        for (name, right) in [
            ("固体废物污染环境保护法", "固体废物污染环境防治法"),
            ("妇女权益保护法", "妇女权益保障法"),
            ("消费者权益保障法", "消费者权益保护法"),
            ("残疾人保护法", "残疾人保障法"),
            ("老年人权益保护法", "老年人权益保障法"),
            ("突发事件应急法", "突发事件应对法"),
            ("基本医疗卫生和健康促进法", "基本医疗卫生与健康促进法"),
            ("基本医疗卫生与健康法", "基本医疗卫生与健康促进法"),
            ("不正当竞争法", "反不正当竞争法"),
            ("医疗纠纷预防与处理条例", "医疗纠纷预防和处理条例"),
            ("重大行政决策暂行条例", "重大行政决策程序暂行条例"),
            ("行政处分法", "行政处罚法"),
        ] {
            assert_eq!(judge(name), Verdict::Near(right), "{name}");
        }
        assert_eq!(judge("卫健法"), Verdict::Short("基本医疗卫生与健康促进法"));
    }

    #[test]
    fn leaves_right_and_unknown_names_alone() {
        for name in [
            "宪法",
            "民法典",
            "监察法",
            "民事诉讼法",
            "农药管理条例",
            "云山市供水条例",
            "城市供热条例",
            "兽医管理条例",
            "我市物业管理条例",
            "行政处罚法释义",
            "行政规范性文件管理办法",
            "城市规划法",
            "反恐怖法",
            "科技进步法",
            "节水条例",
            "云山市行政处罚法律",
            "食品卫生法",
            "行政执法证件管理办法",
            "河南省医疗纠纷预防与处理办法",
            "党组会议议事规则",
            "清溪河道采砂管理条例",
            "水生野生动物保护实施条例",
            "中国共产党农村工作条例",
            "建设工程抗震管理条例",
            "云山市市容和环境卫生管理条例",
            "云山市优化营商环境条例",
            "云山省反不正当竞争条例",
            "数字经济促进法",
            "危险化学品安全法",
            "信访条例",
            "河湾市城镇燃气管理办法",
            "青澜区重大行政决策程序规定",
        ] {
            assert_eq!(judge(name), Verdict::Fine, "{name}");
        }
        assert_eq!(bare("中华人民共和国水法（2016年修正）"), "水法");
    }

    /// Laws with similar names are never taken for each other: every name in the list is right.
    #[test]
    fn every_name_in_the_list_is_right() {
        let laws = laws();
        assert!(laws.official.len() >= 150);
        for (official, _) in &laws.official {
            assert_eq!(judge(official), Verdict::Fine, "{official}");
        }
        for whole in laws.known.all().iter().flatten().flatten() {
            assert!(laws.official.iter().any(|(official, _)| official == whole), "{whole}");
        }
    }
}
