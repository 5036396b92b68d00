use super::*;
use crate::source::Landmarks;

fn read(view: &str) -> Vec<DocumentNumber> {
    super::read(view, Landmarks::of(view).marks())
}

#[track_caller]
fn one(view: &str) -> DocumentNumber {
    let numbers = read(view);
    assert_eq!(numbers.len(), 1, "{view}: {numbers:?}");
    numbers[0].clone()
}

#[test]
fn reads_every_bracket() {
    for view in [
        "云政发〔2023〕6号",
        "云政发[2023]6号",
        "云政发［2023］6号",
        "云政发【2023】6号",
        "云政发（2023）6号",
        "云政发﹝2023﹞6号",
        "云政发(2023)6号",
    ] {
        let number = one(view);
        assert_eq!((number.year.of(view), number.number.of(view)), ("2023", "6"));
        assert_eq!(number.span.of(view), view);
        assert_eq!(number.has_right_brackets(view), view.contains('〔'));
    }
}

#[test]
fn takes_the_code_apart_from_the_sentence() {
    for (view, code) in [
        ("根据云法办〔2023〕6号要求", "云法办"),
        ("》和云政办函〔2023〕45号文件", "云政办函"),
        ("（临政发〔2022〕18号）", "临政发"),
        ("按照中共青澜区委办公室印发青办〔2022〕1号", "青办"),
    ] {
        assert_eq!(one(view).code.of(view), code);
    }
}

#[test]
fn remembers_every_defect() {
    let view = "河政办发〔22年〕第012号";
    let number = one(view);
    assert_eq!(number.full_year(view), None);
    assert!(number.year_word.is_some() && number.ordinal.is_some() && number.is_padded(view));
    assert!(!one("（云政发〔2022〕18）").has_sign && one("云政发〔2022〕18号").has_sign);
    assert!(one("青城管罚决字〔2023〕第018号").is_case);
}

#[test]
fn tells_papers_on_a_case_by_their_names() {
    for view in [
        "《行政处罚决定书》（青应急罚〔2023〕第061号）",
        "青水罚〔2023〕007号",
        "《责令限期改正通知书》（临住建责改〔2023〕第08号）",
        "行政强制执行催告书（松城管催〔2023〕第3号）",
    ] {
        assert!(one(view).is_case, "{view}");
    }
    for view in [
        "《关于规范行政处罚决定书送达的通知》（青政发〔2023〕第6号）",
        "《重大行政决策规定》（云政办发〔2023〕06号）",
        "行政处罚决定书由云政发〔2023〕6号规定",
    ] {
        assert!(!one(view).is_case, "{view}");
    }
}

#[test]
fn reads_a_year_outside_its_brackets() {
    let view = "（云政发2023〔6〕号）";
    let number = one(view);
    assert_eq!((number.year.of(view), number.number.of(view), number.code.of(view)), ("2023", "6", "云政发"));
    assert!(number.is_shifted && !one("云政发〔2023〕6号").is_shifted);
}

#[test]
fn reads_a_number_without_brackets_behind_a_title() {
    for view in [
        "《应诉工作规定》（云政发2022年17号）",
        "《通知》（云政办发2022年第17号）",
        "《意见》（青司规2022年17号，以下简称《意见》）",
        "《办法》（松政办发2022-17号）",
    ] {
        let number = one(view);
        assert_eq!((number.year.of(view), number.number.of(view)), ("2022", "17"), "{view}");
        assert!(number.is_bare && !number.has_right_brackets(view));
    }
}

#[test]
fn leaves_other_forms_alone() {
    for view in [
        "国务院令第711号",
        "公告2023年第12号",
        "规划（2021—2025年）",
        "第（三）项",
        "（2023）云01行初12号",
        "第二批（2022）18号楼",
        "（2022）18号",
        "2023年（12）3号",
        "办结率（2023）98。",
        "云政发〔2022〕18、19号",
        "档案编号2023〔8〕号",
        "检验批次2023[12]号",
        "印发2023〔8〕号文件",
        "云政发12023〔8〕号",
        "《目录》（公告2023年第4号）",
        "《条例》（市政府令2023年6号）",
        "《通知》（云山市政府办2023年6号）",
        "《方案》（云政发2022年印发）",
        "云政发2022年17号文件",
        "《公报》（2023年第4号）",
        "（云政发2022年17号）",
    ] {
        assert!(read(view).is_empty(), "{view}: {:?}", read(view));
    }
}
