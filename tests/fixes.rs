//! Fixes do what they promise: a safe one repairs its place and nothing else, a suggested figure makes
//! the statement hold.
//!
//! The texts are the clean reports with several plants of `tests/defects/plants.txt` and random fragments in
//! them, every report, statement and sample of the tests, the same twice over, and mixtures of the lines of reports
//! and samples; the seeds are fixed.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "these are tests"
)]

#[allow(dead_code, reason = "the ledger is recomputed elsewhere")]
mod invariants;
#[path = "defects/plants.rs"]
#[allow(dead_code, reason = "the places of plants are looked at elsewhere")]
mod plants;

use hegao::review::{Edit, Finding, Range, Review, Safety};
use hegao::rules::{Group, find};
use invariants::{apply, colliding, is_safe, review, safe_edits, still_to_be_fixed};

/// How many texts are made of each report.
const TEXTS: u64 = 50;

/// How many texts are mixed of the lines of all others.
const MIXTURES: u64 = 200;

/// Sentences with something to repair, and some with nothing.
const FRAGMENTS: [&str; 37] = [
    "截止目前,共开展检查３６次(含联合检查5次)。",
    "根据《青澜区信访工作办法》、《青澜区督查工作办法》(试行),各项工作有序推进;",
    "“一件事”、“一张网”、“一体化”改革稳步推进。",
    "开展“12.4”国家宪法日、“4.15”全民国家安全教育日活动。",
    "印发《关于贯彻落实《青澜区审批事项管理办法》的通知》(青府[2023]18号)。",
    "依据<青澜区重大事项决策办法>(青府【2023】19号)办理。",
    "2023.4.6召开部署会,2023.4.9印发方案。",
    "2023.04.06日召开会议。",
    "动员会于2023年03月05日召开,会期1天。",
    "实施《青澜区养老服务规划（2021--2025年）》。",
    "落实《青澜区水网规划（2021-2025年）》、《青澜区路网规划（2021—2025年）》。",
    "青政发（2023）07号文件继续有效。",
    "依照青法[23]第8号文件办理。",
    "截止到２０２３年底，建成站点１２个。",
    "《中华人民共和国民法典》、《中华人民共和国行政许可法》、《中华人民共和国行政复议法》三部法律。",
    "群众说:“办事快了,少跑路了!”",
    "服务热线(0571-1234567)全天接听;网址:http://www.example.cn/a,b?c=d。",
    "全年共检查1,236家(次)，发现问题(隐患)45处。",
    "收集《意见<征求意见稿>》反馈12条。",
    "截止12月31日,二○二三年共办结12件。",
    "二0二三年九月召开会议。",
    "其中,办理《〈青澜区门牌管理办法〉修订说明》1件。",
    "推进“放管服”改革，落实“双随机、一公开”要求。",
    "全年办理12件，其中甲类5件、乙类7件。",
    "(一)完善制度;(二)加强监督。",
    "报名截止2023年3月1日(星期三)。",
    "依据青政发(2023)21号文件,２０２３年０４月０６日、2023.5.6两次开会。",
    "全部办结,,逐项销号;。",
    "宣传、、培训，。督导。。",
    "《青澜区档案管理办法》、、《青澜区公文处理办法》、，《青澜区印章管理办法》同步修订。",
    "走访企业…座谈12场...形成清单。。。",
    "宣传、培训…等活动；检查、督导……等等。",
    "推进\"放管服\"改革,落实'双随机'监管，、坚持‘少打扰’。",
    "群众说：“办事“更快”了。。”",
    "2021-25年，1月至13月(第三季度（6—9月）)共办12件。",
    "一是抓学习;二是抓落实。三是抓督查；。",
    "开展\"12.4\"国家宪法日活动，，。",
];

/// Characters that rules about marks look at.
const SOUP: [&str; 35] = [
    "截止", "12月", "2023", "年", "，", ",", "(", ")", "《", "》", "、", "“", "”", "１", "办法", "〔",
    "[2023]", "5号", "。", ".", "-", "--", "<", ">", "…", "......", "\"", "'", "‘", "’", "；", "：", "等",
    "．", "。。",
];

struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        let at = self.below(of.len());
        *of.get(at).unwrap()
    }
}

/// A report with some of its plants, and fragments at the end of some of its paragraphs.
fn text(report: &str, seed: u64) -> String {
    let mut random = Random(seed);
    let mut text = plants::report(report);
    for plant in plants::all().iter().filter(|plant| plant.report == report) {
        if random.below(3) == 0 && text.matches(&plant.replace).count() == 1 {
            text = text.replacen(&plant.replace, &plant.by, 1);
        }
    }
    // A sentence that stands twice is told by another rule, with more characters than before for certain.
    let mut fragments = FRAGMENTS.to_vec();
    let mut out = String::new();
    for line in text.lines() {
        out.push_str(line);
        if line.ends_with('。') {
            for _ in 0..random.below(3).min(fragments.len()) {
                let at = random.below(fragments.len());
                out.push_str(fragments.swap_remove(at));
            }
            if random.below(12) == 0 {
                (0..random.below(12)).for_each(|_| out.push_str(random.pick(&SOUP)));
            }
        }
        out.push('\n');
    }
    out
}

/// Where `range` stands after `edits`, which may have changed its ends.
fn moved(range: Range, edits: &[Edit]) -> Range {
    let shift = |at: u32, is_end: bool| {
        let before = edits.iter().filter(|edit| edit.range.end < at || (is_end && edit.range.end == at));
        let sum: i64 = before.map(grown).sum();
        u32::try_from(i64::from(at) + sum).unwrap()
    };
    Range { start: shift(range.start, false), end: shift(range.end, true) }
}

fn grown(edit: &Edit) -> i64 {
    edit.text.encode_utf16().count() as i64 - i64::from(edit.range.end - edit.range.start)
}

/// Every place that a finding stands for.
fn places(finding: &Finding) -> impl Iterator<Item = Range> + '_ {
    finding.range.into_iter().chain(finding.related.iter().map(|related| related.range))
}

fn told(finding: &Finding) -> String {
    format!("{} {:?} {}", finding.rule, finding.quote, finding.message)
}

/// What is wrong with the safe fixes of `text`.
fn fault_of_safe(text: &str) -> Option<String> {
    let before = review(text);
    let edits = safe_edits(&before);
    if let Some((one, two)) = colliding(&edits) {
        return Some(format!("two safe fixes change one place: {one:?} {two:?}"));
    }
    let fixed = apply(text, &edits);
    let after = review(&fixed);
    // A date written out may make a fragment long enough to be a whole paper, which more is asked of.
    if before.document.is_excerpt != after.document.is_excerpt {
        return None;
    }
    if let Some(left) = still_to_be_fixed(&after) {
        let at = left.range.map_or(0, |range| range.start as usize);
        let near: String = fixed.chars().skip(at.saturating_sub(8)).take(16).collect();
        return Some(format!("still to be fixed: {} in {near:?}", told(left)));
    }
    for new in &after.findings {
        let is_old = |old: &&Finding| {
            old.rule == new.rule
                && old.severity == new.severity
                && match new.range {
                    None => old.range.is_none(),
                    Some(range) => places(old).any(|place| {
                        let place = moved(place, &edits);
                        place.start <= range.end && range.start <= place.end
                    }),
                }
        };
        // Of two faults of one place the one that no fix is safe for stays.
        let mut old = before.findings.iter().filter(is_old);
        let first = old.clone().find(|old| !old.fixes.iter().any(is_safe)).or_else(|| old.next());
        match first {
            None => return Some(format!("new: {}", told(new))),
            Some(old) if old.fixes.iter().any(is_safe) => {
                return Some(format!("not repaired: {} — now {}", told(old), told(new)));
            }
            Some(_) => {}
        }
    }
    let ledger = |review: &Review| -> Vec<_> {
        review.claims.iter().map(|claim| (claim.kind, claim.status, claim.equation.clone())).collect()
    };
    // What was marked wrongly may be read once it is right; what was read before stays as it was.
    let mut now = ledger(&after);
    let lost = ledger(&before).into_iter().find(|claim| match now.iter().position(|other| other == claim) {
        Some(at) => {
            now.swap_remove(at);
            false
        }
        None => true,
    });
    lost.map(|claim| format!("a safe fix changed what the figures say: {claim:?}"))
}

#[test]
fn safe_fixes_repair_their_place_and_nothing_else() {
    let mut wrong = String::new();
    for path in plants::REPORTS {
        let name = path.rsplit('/').next().unwrap_or(path);
        for seed in 0..TEXTS {
            if let Some(fault) = fault_of_safe(&text(name, seed)) {
                wrong += &format!("{name} {seed}: {fault}\n");
            }
        }
    }
    for plant in plants::all() {
        if let Some(fault) = fault_of_safe(&plant.text()) {
            wrong += &format!("{}: {fault}\n", plant.name());
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// The texts in these folders of the tests, and the samples of the rule pages, each with its name.
fn kept_texts(folders: &[&str]) -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut texts = Vec::new();
    for &part in folders {
        let mut paths: Vec<_> =
            std::fs::read_dir(folder.join(part)).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| {
            let name = path.to_string_lossy();
            name.ends_with(".txt") && !name.ends_with("plants.txt") && !name.ends_with("golden.txt")
        });
        paths.sort();
        for path in paths {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            let blocks =
                text.split("\n---\n").filter_map(|block| Some(block.split_once("text:\n")?.1.to_owned()));
            match part {
                "statements" => texts.extend(blocks.map(|block| (name.clone(), block))),
                _ => texts.push((name, text)),
            }
        }
    }
    for rule in hegao::rules::RULES {
        let samples = rule.page.zh.split("```报告\n").skip(1).filter_map(|part| part.split_once("```"));
        texts.extend(samples.map(|(sample, _)| (rule.id.to_owned(), sample.to_owned())));
    }
    texts
}

#[test]
fn safe_fixes_keep_their_promise_in_every_text_of_the_tests() {
    let mut wrong = String::new();
    for (name, text) in kept_texts(&["reports", "defects", "statements"]) {
        for text in [text.clone(), format!("{text}\n{text}")] {
            if let Some(fault) = fault_of_safe(&text) {
                let start: String = text.chars().take(30).collect();
                wrong += &format!("{name}: {fault} in {start:?}\n");
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn safe_fixes_keep_their_promise_in_mixtures() {
    // Not of the statements: every new one would make all mixtures others.
    let texts = kept_texts(&["reports", "defects"]);
    let lines: Vec<&str> = texts.iter().flat_map(|(_, text)| text.lines()).collect();
    let mut wrong = String::new();
    for seed in 0..MIXTURES {
        let mut random = Random(seed + 7000);
        let mut text = String::new();
        for _ in 0..=random.below(24) {
            let line = random.pick(&lines);
            text.push_str(line);
            if line.ends_with('。') {
                (0..random.below(2)).for_each(|_| text.push_str(random.pick(&FRAGMENTS)));
                (0..random.below(4)).for_each(|_| text.push_str(random.pick(&SOUP)));
            }
            text.push('\n');
        }
        if let Some(fault) = fault_of_safe(&text) {
            wrong += &format!("{seed}: {fault}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// What is wrong with the figures that are suggested in `text`.
fn fault_of_figures(text: &str) -> Option<String> {
    let before = review(text);
    let is_of_numbers =
        |finding: &&Finding| find(finding.rule).is_some_and(|rule| rule.group == Group::Numbers);
    for finding in before.findings.iter().filter(is_of_numbers) {
        let Some(first) = finding.fixes.first() else { continue };
        assert_eq!(first.safety, Safety::Suggest, "no figure is changed unseen: {}", told(finding));
        let fixed = apply(text, &first.edits);
        let place = finding.range.map(|range| moved(range, &first.edits));
        let left =
            review(&fixed).findings.into_iter().find(|one| one.rule == finding.rule && one.range == place);
        if let Some(left) = left {
            return Some(format!("{} — {} — then: {}", told(finding), first.title, told(&left)));
        }
    }
    None
}

#[test]
fn suggested_figures_make_the_statement_hold() {
    let mut texts: Vec<String> = plants::all().iter().map(plants::Plant::text).collect();
    for table in ["total", "flow", "rate", "growth", "count", "restated", "table", "subset"] {
        let path = format!("{}/tests/statements/{table}.txt", env!("CARGO_MANIFEST_DIR"));
        let blocks = std::fs::read_to_string(path).unwrap();
        texts.extend(
            blocks.split("\n---\n").filter_map(|block| Some(block.split_once("text:\n")?.1.to_owned())),
        );
    }
    let wrong: String = texts
        .iter()
        .filter_map(|text| Some(format!("{}: {}\n", text.lines().next()?, fault_of_figures(text)?)))
        .collect();
    assert!(wrong.is_empty(), "\n{wrong}");
}
