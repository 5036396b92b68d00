//! What is a date, what is none, and what a date says.

use super::*;
use crate::source::Landmarks;

fn read(view: &str) -> Vec<DateFact> {
    super::read(view, Landmarks::of(view).digits())
}

#[track_caller]
fn texts(view: &str) -> Vec<&str> {
    read(view).iter().map(|fact| fact.span.of(view)).collect()
}

#[track_caller]
fn dates(view: &str) -> Vec<String> {
    read(view).iter().map(|fact| fact.date().map_or("-".to_owned(), |date| date.to_string())).collect()
}

#[test]
fn reads_words() {
    assert_eq!(texts("于2023年12月18日印发，12月20日报送，10月完成"), ["2023年12月18日", "12月20日"]);
    assert_eq!(texts("项目2022年10月开工"), ["2022年10月"]);
    assert_eq!(dates("2023年12月18日"), ["2023-12-18"]);
    assert_eq!(dates("二〇二四年一月十五日"), ["2024-01-15"]);
    assert_eq!(dates("二〇二四年1月15日"), ["2024-01-15"]);
    assert_eq!(dates("二○二三年十二月三十一日"), ["2023-12-31"]);
    assert_eq!(dates("24年1月12日"), ["2024-01-12"]);
    assert_eq!(dates("2022年元月九日、2023年元月10日"), ["2022-01-09", "2023-01-10"]);
    assert_eq!(texts("2022年元月至3月，2022年元月份"), [""; 0]);
    assert_eq!(dates("2023年13月5日"), ["-"]);
    assert_eq!(dates("今年3月2日"), ["-"]);
}

#[test]
fn reads_short_and_misspelt_years() {
    assert_eq!(texts("23年度任务，到25年底，22年初"), ["23年", "25年", "22年"]);
    assert_eq!(texts("二○二三年度和二〇二三年度和二零二四年"), ["二○二三年", "二零二四年"]);
    assert_eq!(texts("20023年1月5日"), ["20023年1月5日"]);
}

#[test]
fn reads_numeric_forms() {
    let view = "2023-12-18，2023.12.18，2023/12/18，2023-02-30。";
    assert_eq!(texts(view).len(), 4);
    assert_eq!(dates(view), ["2023-12-18", "2023-12-18", "2023-12-18", "-"]);
    assert_eq!(read(view)[1].kind, Kind::Dots);
    for view in ["2021-2025年", "0371-67-18", "2023-15-3号", "GB-2023-12-18-7", "12345", "2023.12.18.4"] {
        assert!(texts(view).is_empty(), "{view}: {:?}", texts(view));
    }
}

#[test]
fn reads_ranges_and_lists() {
    assert_eq!(dates("12月1日至7日"), ["-", "-"]);
    assert_eq!(dates("2023年12月1日至7日"), ["2023-12-01", "2023-12-07"]);
    assert_eq!(dates("2023年3月1日起至9月30日结束"), ["2023-03-01", "2023-09-30"]);
    assert_eq!(dates("2023年12月18—20日"), ["2023-12-18", "2023-12-20"]);
    assert_eq!(dates("2023年9月6日、10月21日和23日"), ["2023-09-06", "2023-10-21", "2023-10-23"]);
    assert_eq!(texts("2023年3月至5月"), ["2023年3月", "5月"]);
    let range = read("自2023年3月1日起至9月31日");
    assert_eq!((range[1].link, range[1].full_month(), range[1].date()), (Link::RangeEnd, Some(9), None));
}

#[test]
fn reads_the_names_of_days() {
    for view in ["“12·4”国家宪法日", "8·15案"] {
        assert_eq!(read(view)[0].kind, Kind::Anniversary, "{view}");
    }
    for view in ["“12.4”国家宪法日", "12.4宪法日", "“12.1”世界艾滋病日", "“6.5”主题宣传"]
    {
        assert_eq!(read(view)[0].kind, Kind::DottedAnniversary, "{view}");
    }
    for view in ["12.4万件", "清单2.0版", "“5.1版”系统", "增长12.4", "“1.5”倍", "投入7.1亿元用于宪法宣传"]
    {
        assert!(texts(view).is_empty(), "{view}");
    }
}

#[test]
fn leaves_alone_what_is_no_date() {
    for view in [
        "5年",
        "20年来",
        "三年行动",
        "24小时",
        "10年以上",
        "第三十二条",
        "9：00",
        "2023年",
        "第18次",
        "十年",
        "1月至9月",
        "有期徒刑10年6月",
        "20日内",
        "3月、5月",
        "二十一",
        "一月",
        "7日",
        "第二十年",
        "10年初步形成",
        "“十四五”",
        "三五年内",
        "2023年度",
        "2025年底",
        "二〇二三年",
    ] {
        assert!(texts(view).is_empty(), "{view}: {:?}", texts(view));
    }
}

#[test]
fn is_total() {
    for view in [
        "年月日",
        "1年",
        "1月",
        "1月日",
        "—",
        "2023年月日",
        "1·",
        "2023-",
        "2023-1-",
        "十十年",
        "〇年〇月〇日",
    ] {
        let _ = read(view);
    }
}
