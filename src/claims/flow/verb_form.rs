//! What the form of a verb says that its figure does to a stock, where no cue does.
//!
//! *Invariant:* a form is never sure; what it says is wrong only where a slip of the pen explains the figures.

use super::movement::Movement;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::Mention;
use crate::search::Words;

/// `words` without 2024年 in front.
fn without_year(words: &str) -> &str {
    let rest = words.trim_start_matches(|ch: char| ch.is_ascii_digit());
    rest.strip_prefix('年').filter(|_| rest.len() < words.len()).unwrap_or(words)
}

/// `words` without the time and the adverbs in front.
pub fn without_time(words: &str) -> &str {
    const TIMES: Words = Words::of(&[
        "本年度",
        "本年",
        "今年",
        "当年",
        "年内",
        "一年来",
        "全年",
        "期间",
        "其中",
        "已",
        "动态",
        "又",
        "因",
        "共",
        "经",
        "由",
        "被",
        "此次",
        "本次",
        "这次",
        "本期",
        "当期",
        "本轮",
        "本季度",
        "本月",
        "年度内",
        "本年内",
        "依法",
        "依规",
        "依申请",
        "依职权",
        "依程序",
        "按程序",
        "按期",
        "按时",
        "全部",
        "陆续",
        "相继",
        "先后",
        "逐步",
        "主动",
        "自行",
        "自愿",
        "统一",
        "集中",
        "强制",
        "批量",
        "公开",
        "直接",
        "另有",
        "另",
    ]);
    let mut words = without_year(words);
    while let Some(shorter) = TIMES.beginning(words).and_then(|time| words.get(time.len()..)) {
        words = shorter;
    }
    words
}

/// What a verb with its direction behind it says: 补进 and 招来 come in, 剔除, 拆掉 and 划走 go out.
pub fn by_direction(mention: &Mention<'_>) -> Option<Movement> {
    const VERBS: &[char] = &[
        '补', '增', '添', '招', '引', '购', '纳', '接', '划', '转', '移', '调', '迁', '轮', '剔', '删', '裁',
        '拆', '清', '撤', '减', '退', '流', '搬',
    ];
    if !mention.quantity.is_amount() || mention.depth > 0 || mention.has(Cue::Elsewhere) {
        return None;
    }
    let words = without_time(mention.before).trim_end_matches('了');
    let mut signs = words.chars();
    signs.next().filter(|verb| VERBS.contains(verb))?;
    match signs.next()? {
        '入' | '进' | '来' => Some(Movement::Inflow),
        '出' | '离' | '走' | '除' | '掉' => Some(Movement::Outflow),
        _ => None,
    }
}

/// Whether the words before `mention` tell of another grade: 升级 3 项 may bring these into a stock or take them out of it.
pub fn changes_grade(mention: &Mention<'_>) -> bool {
    const GRADES: &[&str] = &["升级", "降级", "升档", "降档", "升为", "降为", "调级", "提级"];
    let words = without_time(mention.before);
    let is_told =
        || label::begins(words, GRADES) || words.contains("等级") && words.contains(['调', '升', '降']);
    mention.quantity.is_amount()
        && mention.depth == 0
        && is_told()
        && !label::has(mention.before, &["改造", "改版"])
}

/// What the first signs of the verb before `mention` say, where no cue does: 增…, 补… come in, 减…, 撤…, 退… go out. That
/// is likely and no more.
pub fn by_its_verb(mention: &Mention<'_>) -> Option<Movement> {
    const IN: &[char] = &['增', '添', '补', '招', '聘', '引', '购', '纳', '接', '入', '进', '承'];
    const OUT: &[char] = &[
        '减', '撤', '退', '离', '销', '废', '免', '辞', '解', '停', '关', '清', '竣', '结', '办', '完', '出',
        '移', '拆', '注', '报', '核', '死', '迁', '并', '合', '淘', '压', '剔', '除', '调', '划', '消', '用',
        '售',
    ];
    if !mention.quantity.is_amount() || mention.depth > 0 || mention.has(Cue::Elsewhere) {
        return None;
    }
    let words = without_time(mention.before);
    // 整改 12 处, 解决问题 9 个: what was done with some takes them out.
    if label::begins(words, cues::DONE) {
        return Some(Movement::Outflow);
    }
    // 今年又收了 88 件: a verb of one sign alone; 收回 and 接待 are others.
    if matches!(words.trim_end_matches('了'), "收" | "接") {
        return Some(Movement::Inflow);
    }
    // 转入, 划进 and 移来 come in, 转出, 调离 and 划走 go out, whatever they begin with.
    let mut signs = words.chars();
    let (first, second) = (signs.next()?, signs.next()?);
    match second {
        // 改换表述, 更新信息: what is only worded anew is as many as before. 改造 does something to it.
        _ if matches!((first, second), ('改', '换' | '名' | '称' | '写') | ('更', _)) => {
            Some(Movement::Neutral)
        }
        // 调整, 办理 and 核准 move nothing.
        '整' | '理' | '准' | '实' => None,
        '入' | '进' | '来' | '录' => Some(Movement::Inflow),
        '出' | '离' | '走' | '退' | '除' => Some(Movement::Outflow),
        _ if IN.contains(&first) => Some(Movement::Inflow),
        _ if OUT.contains(&first) => Some(Movement::Outflow),
        _ => None,
    }
}
