//! The words of a mean: of each of what it is, of how many at once, and what is named as its divisor.
//!
//! Takes the words in front of a figure, gives the measure words of the count that the mean is divided by.
//!
//! *Invariant:* no figure but the one that is asked about is looked at, and that only for its words.

use crate::claims::statement::Mention;
use crate::facts::{Class, Measure, measure};
use crate::search;

/// What a mean is of, by a word before 均 that is no measure word or stands for more than one.
const OF: &[(&str, &[Class])] = &[
    ("人均", &[Class::Person]),
    ("场均", &[Class::Word("场"), Class::Word("场次")]),
    ("案均", &[Class::Word("件"), Class::Word("起"), Class::Word("宗")]),
    ("次均", &[Class::Word("次"), Class::Word("人次")]),
    ("校均", &[Class::Word("所")]),
    ("村均", &[Class::Word("个")]),
    ("镇均", &[Class::Word("个")]),
    ("社均", &[Class::Word("家"), Class::Word("个")]),
];
/// A noun that a mean is of without a measure word, what it is called in full and what it is counted in.
pub type Noun = (&'static str, &'static [&'static str], &'static [Class]);
/// Every such noun.
const NOUNS: &[Noun] = &[
    ("校", &["学校", "中小学", "校"], &[Class::Word("所"), Class::Word("个")]),
    ("院", &["医院", "养老院", "卫生院"], &[Class::Word("所"), Class::Word("家"), Class::Word("个")]),
    ("企业", &["企业"], &[Class::Word("家"), Class::Word("户")]),
    ("案", &["案件"], &[Class::Word("件"), Class::Word("起"), Class::Word("宗")]),
    ("村", &["村", "村（居）", "村庄"], &[Class::Word("个")]),
    ("镇", &["镇", "乡镇", "镇街"], &[Class::Word("个")]),
    ("社区", &["社区"], &[Class::Word("个")]),
    ("街道", &["街道"], &[Class::Word("个")]),
    ("网格", &["网格"], &[Class::Word("个")]),
];
/// The most characters of a noun between 每起 and 平均.
const LONGEST_NOUN: usize = 4;
/// Words before the measure word that a mean is of.
const EACH: &[&str] = &["平均每", "均每"];

/// The classes of the count that a mean behind `before` is divided by.
pub fn divisors(before: &str) -> Option<Vec<Class>> {
    if !before.contains('均') {
        return None;
    }
    let own = owner(before).and_then(|owner| before.strip_prefix(owner)).unwrap_or(before);
    if let Some((_, classes)) = OF.iter().find(|(word, _)| own.starts_with(word)) {
        return Some(classes.to_vec());
    }
    // 户均, 期均: any measure word but one of time, of which nobody counts how many there were.
    let counted = before.split_once('均').map(|(word, _)| word).filter(|word| !word.is_empty());
    let of_word = |word: &str| measure::read(word).filter(|measure| measure.word == word);
    if let Some(Measure { class: class @ Class::Word(_), .. }) = counted.and_then(of_word) {
        return Some(with_times(class));
    }
    let (of_each, is_each) = of_each(before)?;
    if let Some((_, _, classes)) = noun_of(of_each) {
        return Some(classes.to_vec());
    }
    let of_each = of_each.trim_start_matches(['一', '十', '百', '千', '万', '1', '0']);
    let measure = measure::read(of_each).filter(|measure| measure.class != Class::Time)?;
    let is_mean = || {
        let noun = of_each.strip_prefix(measure.word).and_then(|rest| rest.split("平均").next());
        noun.is_some_and(|noun| search::length(noun) <= LONGEST_NOUN)
    };
    (is_each || is_mean()).then(|| with_times(measure.class))
}

/// 每场 of 128 场次: what is counted by how often it came as well.
fn with_times(class: Class) -> Vec<Class> {
    const TIMES: &[(&str, &str)] =
        &[("场", "场次"), ("期", "期次"), ("家", "家次"), ("户", "户次"), ("批", "批次"), ("班", "班次")];
    let times = TIMES.iter().find(|(word, _)| class == Class::Word(word));
    std::iter::once(class).chain(times.map(|(_, times)| Class::Word(times))).collect()
}

/// Of whom a mean behind `before` is told to be: 法官 of 法官人均结案.
pub fn owner(before: &str) -> Option<&str> {
    const LONGEST: usize = 8;
    let (owner, _) = search::split(before, "人均")?;
    ((2..=LONGEST).contains(&search::length(owner))
        && !owner.ends_with(['年', '月', '市', '县', '区', '镇', '省']))
    .then_some(owner)
}

/// What stands behind 平均每 in `before`, or in 每户平均 4 万元 behind 每; and whether it is the former.
fn of_each(before: &str) -> Option<(&str, bool)> {
    let each = search::behind(before, EACH);
    let alone = || before.strip_prefix('每').filter(|rest| rest.contains("平均"));
    each.map(|rest| (rest, true)).or_else(|| alone().map(|rest| (rest, false)))
}

/// The noun that a mean behind `before` is of: 校 of 平均每校 and 校均.
pub fn noun_of_mean(before: &str) -> Option<&'static Noun> {
    let each = of_each(before).map(|(rest, _)| rest);
    // 每个社区平均.
    let counted = each.and_then(|rest| rest.strip_prefix(['个', '家', '所', '起', '件'])).and_then(noun_of);
    if counted.is_some() {
        return counted;
    }
    noun_of(each.or_else(|| before.split_once('均').map(|(noun, _)| noun))?)
}

/// The noun with which `words` begin, and that is none of a longer word: 案 of 案卷, 村 of 村民.
fn noun_of(words: &str) -> Option<&'static Noun> {
    const LONGER: &[char] = &['卷', '街', '民', '车', '员', '组', '落', '长', '干', '医', '区', '园'];
    let stands_alone = |noun: &str| words.strip_prefix(noun).is_some_and(|rest| !rest.starts_with(LONGER));
    NOUNS.iter().find(|(noun, names, _)| stands_alone(noun) || names.iter().any(|name| stands_alone(name)))
}

/// Of how many at once a mean behind `before` is: 平均每百家次.
pub fn every(before: &str) -> i128 {
    const EVERY: &[(&str, i128)] = &[
        ("每十", 10),
        ("每百", 100),
        ("每一百", 100),
        ("每100", 100),
        ("每千", 1000),
        ("每一千", 1000),
        ("每1000", 1000),
        ("每万", 10_000),
        ("每一万", 10_000),
    ];
    EVERY.iter().find_map(|(word, of)| before.contains(word).then_some(*of)).unwrap_or(1)
}

/// The last two characters before the figure of a mean: 立案 of 平均每百家次检查立案.
pub fn verb_of<'a>(mean: &Mention<'a>) -> &'a str {
    let words = mean.before.trim_end_matches(['为', '达', '出', '约', '数', '有', '仅']);
    let at = words.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    words.get(at..).unwrap_or("")
}

/// What the clause in front of the mean names as its divisor: 办结案件 of 按办结案件计，案均.
pub fn divisor_named<'a>(mean: &Mention<'a>) -> Option<&'a str> {
    const LONGEST: usize = 12;
    const ENDING: &[&str] = &["计算", "测算", "核算", "折算", "平均", "统计", "计", "算"];
    let clause = mean.run_up.strip_suffix(mean.before)?.strip_suffix('，')?;
    let clause = clause.rsplit(['，', '；', '。', '）']).next()?;
    let opened = search::behind(clause, &["仅", "若", "如", "均"]).unwrap_or(clause);
    let named = search::behind(opened, &["按照", "按", "以"])?;
    let named = search::ending(named, ENDING).and_then(|end| named.strip_suffix(end))?;
    (2..=LONGEST).contains(&search::length(named)).then_some(named)
}
