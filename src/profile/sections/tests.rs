use super::*;
use crate::profile::built_in;
use SectionStatus::*;

#[track_caller]
fn check(text: &str, expected: [SectionStatus; 4]) {
    let source = Source::new(text);
    let document = Document::read(&source);
    let profile = built_in("rule-of-law").unwrap();
    let openings = Openings::read(profile, &source, &document);
    let found = profile.find_sections(&source, &document, &openings, Lang::Zh);
    let statuses: Vec<SectionStatus> = found.iter().take(4).map(|section| section.status).collect();
    assert_eq!(statuses, expected, "{text}");
}

// In the order of the profile: achievements, shortcomings, responsibility, plan.
#[test]
fn finds_parts_by_heading() {
    check(
        "一、2023年推进法治政府建设的主要举措和成效\n办结45件。\n二、存在的不足和原因\n人员不足。\n三、党政主要负责人履行推进法治建设第一责任人职责情况\n带头述法。\n四、2024年推进法治政府建设的主要安排\n抓好落实。",
        [Present; 4],
    );
    check(
        "一、主要负责人履职尽责情况\n带头述法。\n二、主要做法和成效\n办结45件。\n三、存在的问题及原因分析\n人员不足。\n四、下一步工作思路\n抓好落实。",
        [Present; 4],
    );
    check(
        "第一部分 主要举措和成效\n（一）履行第一责任人职责。带头述法。\n第二部分 存在的短板和原因\n略。\n第三部分 2025年工作安排\n抓好落实。",
        [Present, Empty, Present, Present],
    );
    check(
        "一、2023年主要成效及2024年工作安排\n办结45件。\n二、存在的问题及改进举措\n人员不足。",
        [Present, Present, Missing, Present],
    );
    check(
        "一、工作开展情况\n办结45件。\n二、存在的问题和下一步工作打算\n人员不足，将抓好落实。",
        [Present, Present, Missing, Present],
    );
}

#[test]
fn finds_headings_without_numbers() {
    check(
        "主要举措和成效\n（一）学法。办结45件。\n存在的不足和原因\n人员不足。\n主要负责人履行第一责任人职责情况\n带头述法。\n下一步工作打算\n抓好落实。",
        [Present; 4],
    );
}

#[test]
fn accepts_headings_by_subject() {
    check(
        "一、强化政治引领\n主要负责人履行第一责任人职责。\n二、聚焦突出问题，严格执法\n办结45件。\n三、补短板强弱项\n整改12件。\n四、工作中存在的不足\n人员不足。\n五、2022年工作打算\n抓好落实。",
        [Present, Present, Mentioned, Present],
    );
    check("一、存在的不足\n人员不足。\n二、工作打算\n抓落实。", [Missing, Present, Missing, Present]);
}

#[test]
fn tells_the_years_apart() {
    check(
        "云山市水利局2023年法治政府建设报告\n一、2023年重点工作情况\n办结45件。\n二、存在的不足\n人员不足。\n三、2024年度重点工作\n抓落实。",
        [Present, Present, Missing, Present],
    );
}

#[test]
fn takes_results_for_results_under_a_wrong_year() {
    check(
        "云山市水利局2023年法治政府建设报告\n一、2024年主要举措和成效\n办结45件。\n二、2023年存在的不足\n人员不足。\n三、2024年度工作安排\n抓落实。",
        [Present, Present, Missing, Present],
    );
}

#[test]
fn sees_order_and_emptiness() {
    check(
        "一、主要成效\n办结45件。\n二、2024年工作安排\n抓落实。\n三、存在的不足\n人员不足。",
        [Present, Present, Missing, Misplaced],
    );
    check(
        "一、主要成效\n办结45件。\n二、存在的不足\n人员不足。\n三、党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况\n四、下一步，继续抓好落实。",
        [Present, Present, Empty, Present],
    );
    check(
        "一、主要成效\n（一）学法\n集中学习12次。\n二、存在的不足和原因\n三、2024年工作安排\n抓落实。",
        [Present, Empty, Missing, Present],
    );
}

#[test]
fn knows_what_says_nothing() {
    for text in ["", "\n", "。", "略。", "（略）", "无。", "（待补充）"] {
        assert!(says_nothing(text), "{text}");
    }
    assert!(!says_nothing("略有不足。"));
}

#[test]
fn knows_the_usual_headings() {
    let profile = built_in("rule-of-law").unwrap();
    let table: &[(&str, &[&str])] = &[
        (
            "achievements",
            &[
                "2023年度推进法治政府建设的主要举措和成效",
                "主要举措和成效",
                "法治政府建设工作情况",
                "法治政府建设主要情况",
                "主要工作及成效",
                "法治政府建设主要工作及成效",
                "工作完成情况",
                "法治政府建设工作的主要成效及推进情况",
                "工作开展情况",
                "主要做法和成效",
                "主要工作情况",
                "工作推进情况",
                "取得的成效",
                "总体情况",
                "2023年工作回顾",
                "本年度推进法治政府建设的举措及成效",
                "2023年法治政府建设情况",
                "推进法治建设主要工作",
            ],
        ),
        (
            "shortcomings",
            &[
                "存在的不足和原因",
                "存在不足和原因",
                "存在的问题",
                "存在问题",
                "存在的主要问题及原因",
                "存在的困难和问题",
                "不足之处",
                "短板和弱项",
                "薄弱环节",
                "面临的问题与挑战",
                "问题及原因分析",
                "工作中存在的不足",
                "上一年度推进法治政府建设存在的不足和原因",
                "问题和不足",
                "当前存在的困难和问题",
                "主要问题",
                "存在的短板",
            ],
        ),
        (
            "responsibility",
            &[
                "党政主要负责人履行推进法治建设第一责任人职责情况",
                "区政府主要负责同志履行推进法治建设第一责任人职责情况",
                "落实机关主要负责人履行推进法治建设第一责任人职责",
                "履行法治第一责任人职责",
                "压实第一责任人职责",
                "主要领导履职情况",
                "落实党政主要负责人法治建设责任",
                "主要负责人履职尽责情况",
                "主要负责人履行职责的有关情况",
            ],
        ),
        (
            "plan",
            &[
                "推进法治政府建设的主要安排",
                "2024年推进法治政府建设的主要安排",
                "2024年工作打算",
                "2024年度工作思路",
                "下一步工作打算",
                "下一步工作计划",
                "下一步工作安排",
                "下一步工作思路",
                "下一步工作重点",
                "下一步工作措施",
                "下步工作打算",
                "2024年法治政府建设工作计划",
                "2024年工作要点",
                "今后工作方向",
                "下一年度推进法治政府建设的主要安排",
                "2024年工作重点",
                "下一步工作举措",
                "下一阶段主要工作",
                "努力方向",
                "2024年主要工作安排",
            ],
        ),
        ("other", &["其他需要报告的情况", "其他需要说明的事项", "其他需要报告的事项", "其他情况"]),
    ];
    for &(id, headings) in table {
        for heading in headings {
            let opened: Vec<&str> = profile
                .sections()
                .iter()
                .filter(|section| section.opens(heading))
                .map(|section| section.id.as_str())
                .collect();
            assert_eq!(opened, [id], "{heading}");
        }
    }
    for heading in [
        "聚焦突出问题，严格规范执法",
        "补齐短板弱项，夯实法治根基",
        "坚持问题导向，深化改革",
        "强化政治引领，压实法治责任",
        "依法全面履行政府职能",
        "健全依法行政制度体系",
        "着力化解矛盾纠纷",
    ] {
        let opened = profile.sections().iter().filter(|section| section.opens(heading)).count();
        assert_eq!(opened, 0, "{heading}");
    }
}
