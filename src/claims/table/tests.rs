//! Whole tables: what is understood, what is called wrong, what is left alone.

use crate::claims::extract;
use crate::document::Document;
use crate::facts::Facts;
use crate::review::Status;
use crate::source::Source;

/// The equations in the tables of `text`; ✗ in front of a broken one, ? in front of an open one.
fn equations(text: &str) -> Vec<String> {
    let source = Source::new(text);
    let document = Document::read(&source);
    let facts = Facts::read(&source);
    let mark = |status| match status {
        Status::Holds => "",
        Status::Broken => "✗ ",
        Status::Open => "? ",
    };
    extract(&source, &document, &facts)
        .into_iter()
        .map(|claim| format!("{}{}", mark(claim.status), claim.equation))
        .collect()
}

/// All that is wrong or open, and of the rest at least `holding`.
#[track_caller]
fn check(text: &str, wrong: &[&str], holding: &[&str]) {
    let found = equations(text);
    let (marked, right): (Vec<&str>, Vec<&str>) =
        found.iter().map(String::as_str).partition(|line| line.starts_with(['✗', '?']));
    assert_eq!(marked, wrong, "{text}");
    for equation in holding {
        assert!(right.contains(equation), "{equation} is not among {right:?}\n{text}");
    }
}

#[track_caller]
fn check_silent(text: &str) {
    assert_eq!(equations(text), Vec::<String>::new(), "{text}");
}

#[test]
fn reads_every_way_to_keep_cells_apart() {
    let rows = [
        ["镇街", "检查", "处罚", "小计"],
        ["城东街道", "46", "36", "82"],
        ["柳林镇", "31", "28", "59"],
        ["合计", "77", "65", "141"],
    ];
    for (between, end) in [("\t", ""), (" | ", ""), ("　　", ""), ("   ", ""), (" ", ""), ("\n", "\n")] {
        let text: Vec<String> = rows.iter().map(|row| row.join(between)).collect();
        let text = format!("各镇街执法情况表\n{}{end}", text.join("\n"));
        // With 64 for 65 the last row adds up as well.
        check(&text, &["✗ 36 + 28 = 64 ≠ 65"], &["46 + 36 = 82", "82 + 59 = 141"]);
    }
}

#[test]
fn leaves_lines_alone_that_may_lack_a_cell() {
    check_silent("镇街\n检查\n处罚\n备注\n城东街道\n46\n36\n柳林镇\n31\n28\n合计\n77\n65");
    check_silent("镇街\n检查\n处罚\n城东街道\n46\n36\n柳林镇\n28\n合计\n77\n65");
    check(
        "单位    处罚    强制    合计\n一中队    14    3    17\n二中队        9    9\n合计    14    12    26",
        &[],
        &["14 + 3 = 17"],
    );
}

#[test]
fn reads_numbered_and_merged_rows() {
    check("序号\n镇\n件数\n1\n安平镇\n25\n2\n龙潭镇\n20\n合计\n46", &["✗ 25 + 20 = 45 ≠ 46"], &[]);
    check(
        "序号\t单位\t件数\t金额\n1\t甲局\t5\t10\n2\t乙局\t7\t20\n合计\t12\t31",
        &["✗ 10 + 20 = 30 ≠ 31"],
        &["5 + 7 = 12"],
    );
    check(
        "| 项目 | 上年 | 本年 |\n|---|---|---|\n| 甲 | 3 |\n| 乙 | 4 | 5 |\n| 合计 | 7 | 5 |",
        &[],
        &["3 + 4 = 7"],
    );
}

#[test]
fn adds_no_part_twice() {
    let text = "项目\t件数\n行政处罚\t84\n其中：简易程序\t60\n一般程序\t24\n行政强制\t16\n合计\t100";
    check(text, &[], &["84 + 16 = 100", "60 ≤ 84"]);
    check("人员\t人数\n合计\t100\n其中：男\t60\n女\t40", &[], &["60 + 40 = 100"]);
    check(
        "项目\t件数\t金额\n处罚\t84\t9\n其中：听证\t86\t2\n强制\t16\t3\n合计\t100\t12",
        &["✗ 86 > 84"],
        &["84 + 16 = 100"],
    );
    let two = "单位\t检查\t\t\t处罚\t\t\n\t日常\t专项\t小计\t一般\t简易\t小计\n甲队\t3\t4\t7\t1\t2\t3\n乙队\t5\t5\t10\t2\t2\t5\n合计\t8\t9\t17\t3\t4\t7";
    // With 4 for 5 the sum below is right as well.
    check(two, &["✗ 2 + 2 = 4 ≠ 5"], &["3 + 4 = 7", "8 + 9 = 17"]);
}

#[test]
fn tells_one_slip_once() {
    let table = |slip: &str| {
        format!("单位\t许可\t处罚\t合计\n甲局\t415\t62\t477\n乙局\t208\t{slip}\t347\n合计\t623\t201\t824")
    };
    check(&table("139"), &[], &["208 + 139 = 347", "62 + 139 = 201"]);
    check(&table("193"), &["✗ 208 + 193 = 401 ≠ 347"], &["415 + 62 = 477"]);
}

#[test]
fn drops_what_holds_nowhere() {
    check_silent(
        "单位\t案件数\t听证\t复议\t合计\n一队\t10\t2\t1\t10\n二队\t20\t3\t2\t20\n三队\t15\t0\t1\t15",
    );
    check_silent("时段\t件数\n一季度\t10\n二季度\t20\n上半年\t30\n三季度\t5\n四季度\t5\n合计\t40");
    check_silent("类别\t案件（件）\t罚款（万元）\t合计\n甲\t3\t5.5\t8.5\n乙\t4\t6.5\t11");
    check("月份\t当月\t累计\n1月\t5\t5\n2月\t6\t11\n合计\t11\t11", &[], &["5 + 6 = 11"]);
    check(
        "指标\t甲镇\t乙镇\t合计\n检查\t46\t31\t77\n办结率\t95%\t90%\t93%\n平均分\t3\t4\t3",
        &[],
        &["46 + 31 = 77"],
    );
    check("窗口\t58\n网络\t47\n邮寄\t38\n合计\t152", &["? 58 + 47 + 38 = 143 ≠ 152"], &[]);
    check("窗口\t58\n网络\t47\n邮寄\t38\n合计\t134", &["✗ 58 + 47 + 38 = 143 ≠ 134"], &[]);
}

#[test]
fn computes_rates_from_their_own_row() {
    let text = "单位\t受理\t办结\t办结率\n甲局\t50\t48\t96.0%\n乙局\t40\t30\t78.0%\n合计\t90\t78\t86.7%";
    check(text, &["✗ 30 ÷ 40 ≈ 75.0% ≠ 78.0%"], &["78 ÷ 90 ≈ 86.7%", "50 + 40 = 90"]);
    let text = "项目\t上年\t本年\t增长率\n复议\t137\t164\t29.7%\n应诉\t60\t54\t-10.0%\n合计\t197\t218\t10.7%";
    check(text, &["✗ (164 − 137) ÷ 137 ≈ 19.7% ≠ 29.7%"], &["(54 − 60) ÷ 60 ≈ −10.0%"]);
    let text = "指标\t2023年\t2024年\t增减\n复议\t62\t71\t9\n应诉\t40\t33\t-5\n信访\t18\t21\t3";
    check(text, &["✗ 33 − 40 = −7 ≠ −5"], &["71 − 62 = 9"]);
    let text = "渠道\t件数\t占比\n电话\t50\t50.0%\n网站\t30\t33.0%\n来信\t20\t20.0%\n合计\t100\t100%";
    check(text, &["✗ 30 ÷ 100 ≈ 30.0% ≠ 33.0%"], &["50 + 30 + 20 = 100"]);
}

#[test]
fn allows_for_rounding() {
    check("科目\t金额（万元）\n甲\t12\n乙\t13\n丙\t14\n合计\t40", &[], &["12 + 13 + 14 = 40"]);
    check("科目\t金额（万元）\n甲\t18.75\n乙\t12.45\n合计\t32.10", &["✗ 18.75 + 12.45 = 31.20 ≠ 32.10"], &[]);
    check(
        "渠道\t占比\n电话\t33.4%\n网络\t33.4%\n现场\t33.3%\n合计\t100%",
        &[],
        &["33.4% + 33.4% + 33.3% = 100%"],
    );
}

#[test]
fn keeps_tables_apart() {
    let text = "表1 检查\n镇\t件数\n甲\t3\n乙\t4\n合计\t7\n\n部门\t次数\n丙\t5\n丁\t6\n合计\t12";
    check(text, &["✗ 5 + 6 = 11 ≠ 12"], &["3 + 4 = 7"]);
    check("单位\t件数\t说明\n甲\t10\t已办结。\n乙\t12\t正在办理；\n合计\t22\t", &[], &["10 + 12 = 22"]);
    check_silent("一、\t总体情况\n二、\t主要做法\n1.  推进依法行政\n2.  规范执法行为\n3.  完善制度");
}
