//! Measure words and units: what follows a figure.
//!
//! *Invariant:* the longest word of the table wins; words of one class count the same things.

use std::sync::OnceLock;

use crate::order;
use crate::search::{self, Words};

/// A measure word or unit; two of one class may be added and compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// As it is written, without 万 or 亿.
    pub word: &'static str,
    /// Words of one class count the same things: 人, 名 and 位.
    pub class: Class,
}

/// Which measure words are interchangeable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// A class of its own, named by its first word.
    Word(&'static str),
    /// 人, 名, 位.
    Person,
    /// 元.
    Money,
    /// % — a share.
    Percent,
    /// ‰.
    PerMille,
    /// 个百分点: a difference of shares.
    PercentagePoint,
    /// 倍.
    Times,
    /// 天, 日, 工作日, 小时 and the like.
    Time,
}

/// Words with a class of their own.
const COUNTERS: &[&str] = &[
    "人次",
    "件次",
    "件（次）",
    "人（次）",
    "起（次）",
    "批（次）",
    "户（次）",
    "家（次）",
    "家次",
    "户次",
    "场次",
    "批次",
    "车次",
    "项次",
    "条次",
    "台次",
    "艘次",
    "处次",
    "所次",
    "点次",
    "班次",
    "人天",
    "课时",
    "学时",
    "平方米",
    "平方公里",
    "立方米",
    "公里",
    "公斤",
    "公顷",
    "千克",
    "千米",
    "千瓦时",
    "千瓦",
    "微克/立方米",
    "毫克/立方米",
    "毫克/升",
    "毫克",
    "微克",
    "毫升",
    "毫米",
    "厘米",
    "分贝",
    "个",
    "项",
    "件",
    "起",
    "次",
    "家",
    "户",
    "宗",
    "卷",
    "条",
    "份",
    "部",
    "类",
    "种",
    "批",
    "期",
    "场",
    "例",
    "篇",
    "辆",
    "台",
    "套",
    "处",
    "所",
    "座",
    "间",
    "艘",
    "本",
    "张",
    "枚",
    "幅",
    "册",
    "亩",
    "吨",
    "米",
    "门",
    "支",
    "组",
    "笔",
    "单",
    "票",
    "栋",
    "对",
    "节",
    "级",
    "层",
    "片",
    "株",
    "头",
    "只",
    "道",
    "盏",
    "块",
    "根",
    "箱",
    "瓶",
    "盒",
    "袋",
    "封",
    "桩",
    "轮",
    "届",
    "集",
    "堂",
    "遍",
    "步",
    "床",
    "顶",
    "幢",
    "架",
    "艇",
    "口",
    "尾",
    "羽",
    "匹",
    "棵",
    "捆",
    "桶",
    "罐",
    "副",
    "面",
    "把",
    "杆",
    "剂次",
    "剂",
    "列",
    "趟",
    "航次",
    "班",
    "孔",
    "眼",
    "尊",
    "首",
    "则",
    "通",
    "标段",
    "盘",
    "具",
    "付",
    "斤",
    "餐",
    "窝",
    "丘",
    "大",
    "方面",
    "环节",
    "款",
    "领域",
];

/// Words that begin with a measure word and are none.
const NO_MEASURES: Words = Words::of(&[
    "款项", "款物", "款式", "部分", "部位", "口径", "面向", "具体", "具有", "把握", "通过", "通知", "通报",
    "首先", "首次", "列为", "列入", "列席", "班子", "班组", "眼下",
]);

/// Units of time: they are durations, which no sum of a report is made of.
const TIMES: &[&str] = &["个工作日", "工作日", "个月", "小时", "分钟", "天", "周", "年", "月", "日", "秒"];

/// Words that count people.
const PERSONS: &[&str] = &["人", "名", "位"];

/// The measure word with which `rest` begins.
pub fn read(rest: &str) -> Option<Measure> {
    let first = rest.chars().next()?;
    let of = |word: &'static str, class| Some(Measure { word, class });
    match first {
        '%' => return of("%", Class::Percent),
        '‰' => return of("‰", Class::PerMille),
        '个' if rest.starts_with("个百分点") => return of("个百分点", Class::PercentagePoint),
        '百' if rest.starts_with("百分点") => return of("百分点", Class::PercentagePoint),
        '元' => return of("元", Class::Money),
        '倍' => return of("倍", Class::Times),
        // 等 8 部门联合印发 counts no volumes.
        '部' if rest.starts_with("部门") => return None,
        // 一大队、二大队 are numbered, not counted; 8口径 and 6面向 begin other words.
        '大' if rest.starts_with("大队") => return None,
        _ if NO_MEASURES.beginning(rest).is_some() => return None,
        _ => {}
    }
    let table = table();
    let from = table.partition_point(|(of, _)| *of < first);
    let mut words = table.iter().skip(from).take_while(|(of, _)| *of == first).map(|(_, measure)| *measure);
    words.find(|measure| search::begins(rest, measure.word))
}

/// The words by their first characters, the longest of each first.
fn table() -> &'static [(char, Measure)] {
    static TABLE: OnceLock<Vec<(char, Measure)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let times = TIMES.iter().map(|&word| Measure { word, class: Class::Time });
        let counters = COUNTERS.iter().map(|&word| Measure { word, class: Class::Word(word) });
        let persons = PERSONS.iter().map(|&word| Measure { word, class: Class::Person });
        let words = times.chain(counters).chain(persons);
        let mut table: Vec<(char, Measure)> =
            words.filter_map(|measure| Some((measure.word.chars().next()?, measure))).collect();
        order::sort_by_key(&mut table, |(first, measure)| {
            (*first, usize::MAX - measure.word.len(), measure.word)
        });
        table
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_longest_word() {
        for (rest, word) in [
            ("人次，", "人次"),
            ("人参加", "人"),
            ("个工作日", "个工作日"),
            ("个百分点", "个百分点"),
            ("个专业", "个"),
            ("家，涉及", "家"),
            ("家次", "家次"),
            ("元。", "元"),
            ("%，", "%"),
        ] {
            assert_eq!(read(rest).map(|measure| measure.word), Some(word), "{rest}");
        }
        assert_eq!(read("热线"), None);
        assert_eq!(read("部门联合"), None);
        assert_eq!(read("名").unwrap().class, read("人").unwrap().class);
    }
}
