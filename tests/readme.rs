//! The tables of rules in the two README files are made from the one table in the code.
//!
//! `HEGAO_BLESS=1 cargo test --test readme` writes them anew.
#![allow(clippy::expect_used, clippy::panic, reason = "these are tests")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use hegao::Lang;
use hegao::review::Severity;
use hegao::rules::{Group, RULES};

const START: &str = "<!-- rules -->\n";
const END: &str = "<!-- /rules -->";

#[test]
fn the_english_table_is_the_table_in_the_code() {
    assert_table("README.md", Lang::En);
}

#[test]
fn the_chinese_table_is_the_table_in_the_code() {
    assert_table("README.zh-CN.md", Lang::Zh);
}

fn assert_table(file: &str, lang: Lang) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let readme = fs::read_to_string(&path).expect("the file is there");
    let (before, rest) = readme.split_once(START).expect("the first marker is there");
    let (written, after) = rest.split_once(END).expect("the second marker is there");
    let made = table(lang);
    if written == made {
        return;
    }
    if std::env::var_os("HEGAO_BLESS").is_some() {
        fs::write(&path, format!("{before}{START}{made}{END}{after}")).expect("the file can be written");
        return;
    }
    panic!("the rules in {file} are not those of the code: run HEGAO_BLESS=1 cargo test --test readme");
}

fn table(lang: Lang) -> String {
    let mut table = lang
        .pick("\n| 规则 | 类别 | 级别 | 查什么 |\n", "\n| rule | group | severity | what is wrong |\n")
        .to_owned();
    table.push_str("|---|---|---|---|\n");
    for rule in RULES {
        let group = match rule.group {
            Group::Numbers => lang.pick("数字", "numbers"),
            Group::Dates => lang.pick("日期", "dates"),
            Group::Structure => lang.pick("结构", "structure"),
            Group::Text => lang.pick("文字", "text"),
        };
        let severity = match rule.severity {
            Severity::Error => lang.pick("错误", "error"),
            Severity::Warning => lang.pick("提醒", "warning"),
            Severity::Hint => lang.pick("提示", "hint"),
        };
        let (id, title, folder) = (rule.id, rule.title.get(lang), lang.pick("rules", "rules/en"));
        writeln!(table, "| [`{id}`]({folder}/{id}.md) | {group} | {severity} | {title} |")
            .expect("a string takes it");
    }
    table.push('\n');
    table
}
