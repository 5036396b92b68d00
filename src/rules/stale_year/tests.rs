use super::*;
use crate::rules::prose::testing::{findings, finds, repaired};

/// A report on 2023 with these headings and texts of its parts.
fn report(results: &str, plan: &str) -> String {
    format!(
        "云山市水利局关于2023年度法治政府建设情况的报告\n市委、市政府：\n2023年，市水利局认真履职。现将情况报告如下：\n一、主要举措和成效\n{results}\n二、存在的不足和原因\n人员不足，主要是编制偏紧。\n三、下一步工作安排\n{plan}\n特此报告。\n云山市水利局\n2024年1月22日"
    )
}

fn with_headings(results: &str, shortcomings: &str, plan: &str) -> String {
    format!(
        "云山市水利局关于2023年度法治政府建设情况的报告\n2023年，市水利局认真履职。\n一、{results}\n办理许可386件。\n二、{shortcomings}\n人员不足。\n三、{plan}\n抓好落实。\n云山市水利局\n2024年1月22日"
    )
}

#[test]
fn holds_headings_against_their_parts() {
    let right = ["2023年主要举措和成效", "2023年存在的不足和原因", "2024年主要安排"];
    let table: &[([&str; 3], &[&str])] = &[
        (right, &[]),
        (["2022年主要举措和成效", right[1], right[2]], &["2022年"]),
        ([right[0], "2022年度存在的不足和原因", right[2]], &["2022年"]),
        ([right[0], right[1], "2023年推进法治政府建设的主要安排"], &["2023年"]),
        ([right[0], right[1], "2025年工作打算"], &["2025年"]),
        (["2023年主要成效", "存在的不足", "下一步工作打算"], &[]),
        (["2022年督察反馈问题整改情况", right[1], right[2]], &[]),
        ([right[0], "2023年存在的问题及2024年工作打算", "其他需要报告的情况"], &[]),
        (["落实《2022年工作要点》的主要举措和成效", right[1], right[2]], &[]),
        (["2021—2023年工作成效", right[1], right[2]], &[]),
        (["聚焦2022年重点工作", "强化2023年执法监督", right[2]], &[]),
        (["强化政治引领", "2022年以来狠抓执法", right[2]], &[]),
        ([right[0], right[1], "2024年重点工作"], &[]),
        ([right[0], "2023年工作计划完成情况", right[2]], &[]),
    ];
    for ([results, shortcomings, plan], expected) in table {
        finds(&RULE, &with_headings(results, shortcomings, plan), expected);
    }
    let text = with_headings(right[0], right[1], "2023年主要安排");
    assert_eq!(findings(&RULE, &text)[0].severity, Severity::Error);
    assert!(repaired(&RULE, &text).contains("三、2024年主要安排"));
}

#[test]
fn reads_the_first_sentence_and_the_signature() {
    let text = report("办理许可386件。", "抓好落实。");
    finds(&RULE, &text, &[]);
    finds(&RULE, &text.replace("\n2023年，", "\n2022年，"), &["2022年"]);
    finds(&RULE, &text.replace("\n2023年，", "\n2021年以来，"), &[]);
    finds(&RULE, &text.replace("\n2023年，", "\n2022年是换届之年，2023年，"), &[]);
    finds(&RULE, &text.replace("2024年1月22日", "2025年1月22日"), &["2025年1月22日"]);
    finds(&RULE, &text.replace("2024年1月22日", "2022年12月22日"), &["2022年12月22日"]);
    finds(&RULE, &text.replace("2024年1月22日", "2023年12月22日"), &[]);
}

#[test]
fn blames_the_title_where_all_else_agrees() {
    let text = with_headings("2023年主要举措和成效", "2023年存在的不足", "2024年主要安排");
    let stale = text.replace("关于2023年度", "关于2022年度");
    finds(&RULE, &stale, &["2022年"]);
    assert_eq!(repaired(&RULE, &stale), text);
}

#[test]
fn finds_last_years_results_only_where_nothing_explains_them() {
    let table: &[(&str, &[&str])] = &[
        ("2022年，全市办理行政许可386件。", &["2022年"]),
        ("（一）规范执法。2022年以来，查处案件52起，罚款78万元。", &["2022年"]),
        ("（一）规范执法。截至2022年12月底，共审查合同64份。", &["2022年"]),
        ("2022年全县开展检查1260次。\n2022年，全市办理行政许可386件。", &["2022年"]),
        ("2022年全年开展执法检查142次。", &["2022年"]),
        ("2022年1—12月，查处案件52起。", &["2022年"]),
        ("2022年度受理的案件12件由本局负责。", &[]),
        ("2022年，全市办理行政许可386件；2023年办理412件。", &[]),
        ("2022年，全市办理行政许可386件。2023年，办理412件。", &[]),
        ("2022年，全市办理行政许可386件，今年办理412件。", &[]),
        ("2022年，我局获全省执法标兵称号3个。", &[]),
        ("2022年，市局印发《办法》，涉及事项12项。", &[]),
        ("2022年以来，连续办理实事12件。", &[]),
        ("2021年，全市办理行政许可386件。", &[]),
        ("落实2022年，全市办理事项12件。", &[]),
        ("2022年，全市依法治水能力稳步提升。", &[]),
        ("2022年度，我局认真落实法治政府建设责任制，法治水平稳步提高。", &["2022年"]),
        ("（一）压实责任。2022年，云山市水利局党组认真履行法治建设职责。", &["2022年"]),
        ("坚持依法治水。建立清单。2022年度，我局认真落实责任制。", &[]),
        ("2022年度，我局认真落实责任制，今年又有新进展。", &[]),
        ("2022年度，我局认真落实责任制，被评为先进集体。", &[]),
        ("2022年度，我局认真落实责任制。2023年继续深化。", &[]),
        ("2021年度，我局认真落实责任制。", &[]),
        ("2022年度，我局认真落实的治水规划见到实效。", &[]),
        ("2022年以来，我局深入推进综合执法改革。", &[]),
        ("对照2022年度责任书，我局认真落实责任制。", &[]),
        ("2022年度法治建设规划，我局认真落实。", &[]),
        ("按照《2022年，全市工作要点》办理许可386件。", &[]),
        ("2022—2023年，全市办理行政许可386件。", &[]),
    ];
    for (results, expected) in table {
        finds(&RULE, &report(results, "抓好落实。"), expected);
    }
}

#[test]
fn only_hints_where_the_period_may_run_on() {
    let severity = |text: &str| findings(&RULE, &report(text, "抓好落实。"))[0].severity;
    assert_eq!(severity("2022年以来，查处案件52起。"), Severity::Hint);
    assert_eq!(severity("2022年以来，查处案件52起。\n2022年，查处案件52起。"), Severity::Warning);
}

#[test]
fn finds_plans_for_the_year_gone_by() {
    let table: &[(&str, &[&str])] = &[
        ("2023年，我局将持续规范执法。", &["2023年"]),
        ("（一）强化执法。2023年我局将开展案卷评查。", &["2023年"]),
        ("2024年，我局将持续规范执法。", &[]),
        ("2023年，我局取得一定成绩，将继续努力。", &[]),
        ("2023年，我局将持续规范执法，2024年再上台阶。", &[]),
        ("落实《2023年，全市将开展的工作》，抓好普法。", &[]),
    ];
    for (plan, expected) in table {
        finds(&RULE, &report("办理许可386件。", plan), expected);
    }
}

#[test]
fn says_nothing_without_a_report_year() {
    finds(&RULE, "2022年，全市办理行政许可386件。", &[]);
    finds(&RULE, "一、2022年主要成效\n办理许可386件。\n二、2022年主要安排\n抓落实。", &[]);
}
