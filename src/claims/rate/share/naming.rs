//! What the name of a part says besides the label of its figure: 公办园在园幼儿 are no 公办 47 所, 市本级 and 县级 stand beside each
//! other.
//!
//! *Invariant:* only nouns and levels of closed classes are read; a name without any of them says nothing here.

use crate::claims::scope;
use crate::facts::Class;
use crate::search::{self, Endings};

/// Nouns of money at the end of a name.
const MONEY: Endings = Endings::of(&[
    "罚款",
    "罚没款",
    "罚没",
    "金额",
    "款项",
    "资金",
    "经费",
    "投资",
    "产值",
    "税额",
    "成交额",
    "交易额",
    "销售额",
    "收入",
    "支出",
    "贷款",
    "欠款",
    "补贴",
    "工资",
]);
/// Nouns of people, who are counted in 人 or in what they belong to.
const PEOPLE: Endings = Endings::of(&[
    "幼儿",
    "儿童",
    "学生",
    "师生",
    "人口",
    "人数",
    "人次",
    "群众",
    "职工",
    "教师",
    "医师",
    "护士",
    "居民",
    "村民",
    "老人",
    "老年人",
    "党员",
    "干部",
    "旅客",
    "游客",
    "参保人",
    "劳动者",
    "从业人员",
    "执法人员",
]);
/// Nouns with a measure of their own, and of which signs it is.
const MEASURED: &[(&str, &[&str])] = &[
    ("面积", &["亩", "顷", "平方", "平米"]),
    ("床位", &["张", "床", "个"]),
    ("里程", &["公里", "千米"]),
    ("收费", &["元"]),
];
/// Words that stand for whatever is counted.
const GENERAL: Endings = Endings::of(&[
    "情况", "部分", "类别", "类型", "数量", "领域", "方面", "类", "型", "级", "数", "量", "的",
]);

/// Nouns of what is counted in one of several measures.
const COUNTED: &[(&[&str], &[&str])] = &[
    (&["家", "个", "户", "所"], &["企业", "单位", "机构", "主体", "商户", "部门", "学校", "户", "家", "所"]),
    (&["件", "起", "宗"], &["案件", "事项", "投诉", "诉求", "工单", "信访", "事件", "案", "件"]),
    (&["人", "名", "位"], &["人员", "对象", "人群", "人", "者"]),
    (&["个", "处", "条", "项"], &["问题", "隐患", "项目", "事项", "行为"]),
    (&["卷", "份", "批次", "组"], &["案卷", "卷宗", "文书", "样品", "产品", "批次"]),
];

/// Whether what is called `name` is never counted in `class`: 罚款 in 起, 幼儿 in 所.
pub fn is_counted_otherwise(name: &str, class: Option<Class>) -> bool {
    let name = name.trim_end_matches(['数', '量', '的']);
    let is_word = |words: &[&str]| matches!(class, Some(Class::Word(word)) if search::has(word, words));
    (MONEY.ending(name).is_some() && class != Some(Class::Money) && class.is_some())
        || (PEOPLE.ending(name).is_some()
            && class != Some(Class::Person)
            && class.is_some()
            && !is_word(&["人", "户"]))
        || MEASURED.iter().any(|(noun, words)| name.ends_with(noun) && class.is_some() && !is_word(words))
}

/// Whether `name` says more behind `label` than what is counted in `measure`, of which `words` speak: 民办机构床位 and 市本级即办件 are some of
/// 民办 and 市本级, or others.
pub fn goes_beyond(label: &str, name: &str, measure: &str, words: &str) -> bool {
    const WORD: usize = 2;
    let Some(mut rest) = name.strip_prefix(label).filter(|_| search::length(label) >= WORD) else {
        return false;
    };
    let nouns = || {
        COUNTED
            .iter()
            .filter(|(measures, _)| measures.iter().any(|sign| measure.starts_with(sign)))
            .flat_map(|(_, nouns)| *nouns)
    };
    let shorter = |rest: &str| {
        let general = GENERAL.ending(rest).map(str::len);
        general.or_else(|| nouns().find(|noun| rest.ends_with(**noun)).map(|noun| noun.len()))
    };
    while let Some(shorter) = shorter(rest).and_then(|length| rest.get(..rest.len() - length)) {
        rest = shorter;
    }
    // 佛教场所隐患 behind 检查场所 68 处，佛教 24 处: what is counted are the places.
    let is_told = |name: &str| {
        let last = name.char_indices().rev().nth(WORD - 1).and_then(|(at, _)| name.get(at..));
        last.is_none_or(|last| words.contains(last))
    };
    !is_told(rest) || (search::length(rest) >= WORD && !is_told(name))
}

/// Whether `one` and `other` are of two levels: 县级机构办理 and 市本级. Neither is a part of the other.
pub fn are_of_two_levels(one: &str, other: &str) -> bool {
    scope::level(one).zip(scope::level(other)).is_some_and(|(one, other)| one != other)
}
