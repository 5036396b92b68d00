//! What a figure counts: its words without the cues and verbs around them.
//!
//! *Invariant:* a label is a piece of the text beside its figure, never made up.

use super::cues;
use super::statement::{Lead, Mention};
use crate::search::{self, Endings, Words};

/// Whether `words` end by denying what follows: 未, 没有, 不予, 不宜.
pub fn ends_in_denial(words: &str) -> bool {
    const NOT: &[char] = &['未', '不', '没', '无', '非'];
    const DENIALS: Endings = Endings::of(&[
        "没有", "不予", "不宜", "不便", "不能", "不应", "不得", "不再", "未予", "未能", "未获", "未被",
        "无法", "难以", "拒绝",
    ]);
    words.ends_with(NOT) || DENIALS.ending(words).is_some()
}

/// What `mention` counts: its words in front without cues, else its words behind.
pub fn label<'a>(mention: &Mention<'a>) -> &'a str {
    match (mention.name, mention.after) {
        // 合计 143 件，: the cue is all there is.
        ("", "") => mention.before,
        ("", behind) => first_words(behind),
        (name, _) => name,
    }
}

/// `words` without the cues in front and the verbs and adverbs at the end.
pub fn strip(words: &str) -> &str {
    const FRONT: &[&str] = &[
        "其中",
        "包括",
        "包含",
        "分别为",
        "分别是",
        "分为",
        "具体为",
        "具体是",
        "以及",
        "并",
        "和",
        "及",
        "含",
        "经过",
        "全年",
        "今年",
        "共有",
        "共",
        "有",
        "为",
        "的",
        "另",
        "由",
        "按结果",
    ];
    const END: &[&str] = &[
        "原有",
        "原共有",
        "现有",
        "共计",
        "合计",
        "总计",
        "累计",
        "分别",
        "共有",
        "达到",
        "共",
        "为",
        "达",
        "有",
        "是",
        "约",
        "近",
        "仅",
        "各",
        "超过",
        "的",
        "了",
        "“",
        "”",
    ];
    const FRONT_WORDS: Words = Words::of(FRONT);
    const END_WORDS: Endings = Endings::of(END);
    let mut rest = without_result(without_ordinal(words));
    while let Some(shorter) = FRONT_WORDS.beginning(rest).and_then(|cue| rest.get(cue.len()..)) {
        // 有效, 及格 and 和解 are words of their own.
        let is_part_of_word = match rest.chars().next() {
            Some('有') => shorter.starts_with(['效', '害', '偿', '机', '毒']),
            Some('及') => shorter.starts_with(['格', '时', '早']),
            Some('和') => shorter.starts_with(['解', '谐', '美']),
            Some('并') => shorter.starts_with(['网', '购', '轨']),
            _ => false,
        };
        if is_part_of_word {
            break;
        }
        rest = shorter;
    }
    while let Some(shorter) = END_WORDS.ending(rest).and_then(|cue| rest.get(..rest.len() - cue.len())) {
        // 签约, 送达 and 违法行为 are words of their own.
        let is_part_of_word = match rest.chars().next_back() {
            Some('约') => {
                shorter.ends_with(['签', '预', '履', '违', '合', '续', '节', '失', '爽', '邀', '特'])
            }
            Some('达') => shorter.ends_with(['送', '抵', '直', '传', '下', '转', '到']),
            Some('为') => shorter.ends_with(['行', '作']),
            Some('近') => shorter.ends_with(['就', '附', '临']),
            _ => false,
        };
        if is_part_of_word {
            break;
        }
        rest = shorter;
    }
    rest
}

/// `words` behind those that lead to what came of things: 保留 of 评估结论为保留.
fn without_result(words: &str) -> &str {
    const LONGEST: usize = 8;
    const RESULTS: Words = Words::of(cues::RESULTS);
    let Some((at, lead)) = RESULTS.first_in(words) else { return words };
    let is_short = words.get(..at).is_some_and(|ahead| search::length(ahead) <= LONGEST);
    words.get(at + lead.len()..).filter(|rest| is_short && !rest.is_empty()).unwrap_or(words)
}

/// Whether the figure behind `words` is of each of several: 每个街道 2 辆, 两街道各 3 名, 南、北两片区均为 35 处. 各类 and 各镇 are all together.
pub fn tells_of_each(words: &str) -> bool {
    const LONGEST_VERB: usize = 3;
    const ALL: &[char] = &[
        '类', '项', '级', '地', '镇', '乡', '村', '县', '市', '区', '部', '单', '处', '所', '街', '方', '种',
    ];
    // 四个专项各为 45 件、38 件 … shares them out one by one.
    let is_each = |(_, verb): (&str, &str)| {
        verb != "为" && search::length(verb) <= LONGEST_VERB && !verb.starts_with(ALL)
    };
    words.starts_with('每')
        || words.ends_with("均为")
        || words.rsplit_once('各').is_some_and(|(whose, verb)| is_each((whose, verb)) || gives_to_each(verb))
}

/// 县公安局、县法院各派出专职人员 2 名: whether `words` behind 各 begin with a verb that each of several does for itself.
/// 各派出所 and 各设区市 are all together.
fn gives_to_each(words: &str) -> bool {
    const VERBS: &[&str] = &[
        "派出", "派驻", "选派", "抽调", "抽派", "委派", "选送", "推荐", "推选", "配备", "配置", "配有",
        "配发", "增配", "安排", "明确", "指定", "确定", "聘请", "聘任", "聘用", "选聘", "招聘", "设立",
        "设置", "设有", "增设", "新设", "建立", "建成", "建有", "新建", "组建", "成立", "打造", "培育",
        "拨付", "补助", "奖励", "安装", "新增", "发放", "承办", "举办", "开展", "组织", "报送", "提交",
    ];
    const BODIES: &[&str] = &["派出所", "派出机", "派出机关", "派驻机"];
    begins(words, VERBS) && !begins(words, BODIES)
}

/// 同意设立养老机构 27 家，…，同意设立的 27 家: whether `again` has the name of `one`, or what stands at its beginning or end, in an
/// attribute of its own.
pub fn names_again(again: &Mention<'_>, one: &Mention<'_>) -> bool {
    let name = again.before.strip_suffix('的').unwrap_or("");
    let is_end = || one.name.strip_suffix(name).is_some_and(|ahead| !ends_in_denial(ahead));
    !name.is_empty() && (one.name.starts_with(name) || is_end())
}

/// Whether the figure behind `words` is taken off a sum: 扣除重复参训的 14 人.
pub fn takes_off(words: &str) -> bool {
    begins(words, &["扣除", "减去", "除去", "剔除重复", "去除重复", "去重"])
}

/// 另聘辅助人员 6 名: whether `words` begin by telling of others besides those told of; 另案处理 and 另外 are of those.
pub fn tells_of_others_besides(words: &str) -> bool {
    words.starts_with('另') && !begins(words, &["另行", "另外", "另案"])
}

/// Whether `words` say that the figure behind them is what others are counted among, or are not: 未计入 71 份, 不在 52 件之内.
pub fn is_counted_among(words: &str) -> bool {
    const AMONG: &[&str] = &["计入", "列入", "纳入", "算入", "归入", "不在", "未在"];
    const FRONT: &[char] = &['已', '均', '都', '也', '未', '不', '并', '没', '有', '另', '重', '复'];
    let rest = words.trim_start_matches(FRONT);
    let behind = [words, rest].iter().find_map(|words| {
        let cue = search::beginning(words, cues::LIES_IN).or_else(|| search::beginning(words, AMONG))?;
        words.get(cue.len()..)
    });
    behind.is_some_and(|behind| behind.is_empty() || takes_up(behind))
}

/// Whether `words` take up a figure that was told: 上述.
pub fn takes_up(words: &str) -> bool {
    words.ends_with("上述") || words.ends_with("前述")
}

/// `words` without the one in front that takes up what was told: 三类 of 上述三类.
pub fn without_pointing(words: &str) -> &str {
    cues::POINTING.iter().chain(&["这", "此"]).find_map(|word| words.strip_prefix(*word)).unwrap_or(words)
}

/// Whether `words` end in a word that says where something was done, so that the figure behind them is no whole: 对 11
/// 个部门开展督察.
pub fn is_place(words: &str) -> bool {
    search::ending(words, &["对", "在", "向", "从", "深入", "赴", "覆盖"]).is_some()
}

/// The first few characters of `words`.
pub fn first_words(words: &str) -> &str {
    first_characters(words, 16)
}

/// 86 件复议案件中维持 52 件: the name of a part that 中 and the noun of its whole join to this without a mark.
pub fn behind_its_whole<'a>(mention: &Mention<'a>) -> Option<&'a str> {
    const LONGEST_NOUN: usize = 8;
    const OTHER: &[&str] = &[
        "中心", "中层", "中小", "中央", "中国", "中型", "中级", "中介", "中药", "中标", "中的", "中共",
        "中有",
    ];
    let at = mention.before.find('中').filter(|_| mention.lead == Lead::Nothing)?;
    let (noun, rest) = (mention.before.get(..at)?, mention.before.get(at..)?);
    let name = rest.strip_prefix('中')?;
    let is_noun =
        search::length(noun) <= LONGEST_NOUN && !noun.ends_with(['其', '集', '之', '当', '高', '初']);
    (is_noun && !name.is_empty() && !begins(rest, OTHER)).then_some(name)
}

/// The first `count` characters of `words`.
pub fn first_characters(words: &str, count: usize) -> &str {
    let mut end = 0;
    for _ in 0..count {
        let Some(&lead) = words.as_bytes().get(end) else { return words };
        end += search::width(lead);
    }
    words.get(..end).unwrap_or(words)
}

/// The last `count` characters of `words`.
pub fn last_characters(words: &str, count: usize) -> &str {
    let mut start = words.len();
    for _ in 0..count {
        let Some(before) = (0..start).rev().find(|&at| words.is_char_boundary(at)) else { break };
        start = before;
    }
    words.get(start..).unwrap_or(words)
}

/// Whether `words` hold one of `cues`.
pub fn has(words: &str, cues: &[&str]) -> bool {
    search::has(words, cues)
}

/// Whether `words` begin with the ordinal of an enumeration: 一是, 二是 ….
pub fn begins_with_ordinal(words: &str) -> bool {
    without_ordinal(words).len() < words.len()
}

/// `words` without the ordinal of an enumeration in front.
pub fn without_ordinal(words: &str) -> &str {
    let rest = words.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    rest.strip_prefix('是').filter(|_| rest.len() < words.len()).unwrap_or(words)
}

/// Whether `words` begin with one of `cues`.
pub fn begins(words: &str, cues: &[&str]) -> bool {
    search::beginning(words, cues).is_some()
}
