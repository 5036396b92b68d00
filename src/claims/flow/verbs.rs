//! What a known verb at the beginning or the end of the words before a figure does to a stock.
//!
//! Takes those words, gives the movement and whether the verb says so of whatever is counted.
//!
//! *Invariant:* a verb that is denied or still to come (未, 拟, 应) moves nothing.

use std::ops::Range;
use std::sync::LazyLock;

use super::movement::{Movement, is_new, movement};
use super::verb_form::without_time;
use crate::claims::cue_set::{self, Cue};
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::Mention;
use crate::claims::word_index::WordIndex;
use crate::search;

/// What a verb does to a stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verb {
    /// Which way it moves it, or leaves it as it is.
    pub does: Movement,
    /// Whether it does so whatever is counted.
    pub is_sure: bool,
}

/// The lists, each with what its verbs do and how surely.
const FAMILIES: &[(Movement, bool, &[&str])] = &[
    (Movement::Inflow, true, cues::COMES),
    (Movement::Inflow, true, cues::COMES_AT_LENGTH),
    (Movement::Outflow, true, cues::GOES),
    (Movement::Outflow, true, cues::GOES_AT_LENGTH),
    (Movement::Neutral, false, cues::STAYS),
    (Movement::Neutral, false, cues::STAYS_AT_LENGTH),
    (Movement::Inflow, false, cues::MAY_COME),
    (Movement::Inflow, false, cues::MAY_COME_AT_LENGTH),
    (Movement::Outflow, false, cues::MAY_GO),
    (Movement::Outflow, false, cues::MAY_GO_AT_LENGTH),
];

static INDEX: LazyLock<WordIndex> =
    LazyLock::new(|| WordIndex::of(FAMILIES.iter().map(|(_, _, words)| *words)));

/// Signs in front of a verb that deny it or put it off.
const DENIED: &[char] = &['未', '不', '非', '待', '应', '需', '拟', '无', '可', '免'];

/// What `mention` does to a stock by its verb and its cues together: the one nearer to the figure counts.
pub fn does(opening: Option<&Mention<'_>>, mention: &Mention<'_>) -> Option<Verb> {
    let told = movement(mention).map(|does| Verb { does, is_sure: true });
    if !mention.quantity.is_amount() || mention.depth > 0 || mention.has(Cue::Elsewhere) {
        return told;
    }
    let words = mention.before.trim_end_matches(['的', '了']);
    let whatever =
        || opening.and_then(|opening| issued(opening, words)).or_else(|| of_whatever_is_counted(words));
    let cue = cue_set::last_with_place(CUES, words).map(|(_, place)| place);
    let nearer = || match &cue {
        None => at_the_end(words).or_else(|| at_the_beginning(words)),
        Some(cue) => at_the_end(words).filter(|(_, verb)| !holds(cue, verb)).or_else(|| {
            at_the_beginning(words).filter(|(_, verb)| verb.end > cue.start && !holds(cue, verb))
        }),
    };
    match told.map(|told| told.does) {
        Some(Movement::Net) => told,
        // 年底前离岗 8 人, 不再保留 41 项: what went is no stock.
        Some(Movement::Closing | Movement::Opening) => {
            let goes = ended(words).or_else(|| at_the_end(words).map(|(verb, _)| verb));
            goes.filter(|verb| verb.does == Movement::Outflow && verb.is_sure).or(told)
        }
        // 新备案 comes in, whatever the verb.
        Some(_) if cue.is_none() && is_new(words) => told,
        _ => whatever().or_else(|| nearer().map(|(verb, _)| verb)).or(told),
    }
}

/// What the verb at the beginning or the end of `words` does, where no cue tells it.
pub fn in_words(words: &str) -> Option<Verb> {
    let words = words.trim_end_matches(['的', '了']);
    let known = || at_the_end(words).or_else(|| at_the_beginning(words)).map(|(verb, _)| verb);
    of_whatever_is_counted(words).or_else(known)
}

/// What is told by the form of `words` round a verb, whatever stands in them besides.
fn of_whatever_is_counted(words: &str) -> Option<Verb> {
    ended(words)
        .or_else(|| done_away_with(words))
        .or_else(|| done_with(words))
        .or_else(|| handed_down(words))
        .or_else(|| handed_on(words))
}

/// The cues that tell what a figure does.
const CUES: &[Cue] = &[Cue::Neutral, Cue::Closing, Cue::Opening, Cue::Outflow, Cue::Inflow];

fn holds(cue: &Range<usize>, verb: &Range<usize>) -> bool {
    cue.start <= verb.start && verb.end <= cue.end
}

/// 解除聘用, 不再保留: the verb in front ends what stands behind it.
fn ended(words: &str) -> Option<Verb> {
    let is_ended = label::begins(without_time(words), cues::ENDS);
    is_ended.then_some(Verb { does: Movement::Outflow, is_sure: true })
}

/// 整合掉 5 个, 撤并掉 3 个: what was done away with goes out by whatever verb of two signs.
fn done_away_with(words: &str) -> Option<Verb> {
    let is_away = without_time(words).strip_suffix('掉').is_some_and(|verb| search::length(verb) == 2);
    is_away.then_some(Verb { does: Movement::Outflow, is_sure: true })
}

/// 省级下放, 上级拨付: what those above give away comes in.
fn handed_down(words: &str) -> Option<Verb> {
    let words = without_time(words);
    cues::FROM_ABOVE.iter().find_map(|above| {
        let rest = words.strip_prefix(above)?;
        let is_given = label::begins(
            rest,
            &[
                "下放", "赋权", "放权", "下达", "拨付", "补助", "奖补", "拨款", "调拨", "配发", "交办",
                "转办", "移交", "转来", "划转", "安排",
            ],
        );
        is_given.then_some(Verb { does: Movement::Inflow, is_sure: true })
    })
}

/// 发放 52 个: papers that are handed out come in where those are counted that are held, and not what is in store.
fn issued(opening: &Mention<'_>, words: &str) -> Option<Verb> {
    const HANDED_OUT: &[&str] = &["发放", "制发", "发出", "核发", "颁发", "签发", "下发", "配发"];
    (label::has(words, HANDED_OUT) && are_papers_held(opening))
        .then_some(Verb { does: Movement::Inflow, is_sure: false })
}

/// Whether `opening` counts papers that somebody holds: 年初有效许可证 640 个, and not 库存空白证件 320 本.
pub fn are_papers_held(opening: &Mention<'_>) -> bool {
    const PAPERS: &[&str] = &["证", "执照", "许可", "牌照", "批文"];
    const IN_STORE: &[&str] = &["库存", "空白", "结存", "储备", "待发", "领用", "购", "证明", "公证", "认证"];
    label::has(opening.run_up, PAPERS) && !label::has(opening.run_up, IN_STORE)
}

/// 划转至综合执法局, 下沉乡镇: what is given to others goes out; 划转至我局 comes in.
fn handed_on(words: &str) -> Option<Verb> {
    const GIVEN: &[&str] = &[
        "划转", "转隶", "移交", "下放", "转移", "调拨", "划拨", "调配", "分流", "下沉", "调整", "划归",
        "转交", "拨付", "转岗", "配发", "下发",
    ];
    const TO: &[&str] = &[
        "至", "到", "给", "往", "乡", "镇", "街", "基层", "社区", "村", "其他", "外", "各", "区", "县", "市",
        "下级",
    ];
    const TO_US: &[&str] = &["我", "本", "县里", "机关"];
    let rest = without_time(words);
    let rest = search::beginning(rest, GIVEN).and_then(|verb| rest.strip_prefix(verb))?;
    let is_given = label::begins(rest, TO) && !label::begins(rest, &["到位", "到账", "到期", "外来"]);
    let target = rest.trim_start_matches(['至', '到', '给', '往']);
    let does = if label::begins(target, TO_US) { Movement::Inflow } else { Movement::Outflow };
    is_given.then_some(Verb { does, is_sure: true })
}

/// 整改到位, 办理完毕: what was done with all the way.
fn done_with(words: &str) -> Option<Verb> {
    const VERBS: &[&str] = &[
        "整改", "整治", "治理", "处置", "化解", "处理", "修复", "拆除", "清理", "解决", "关停", "办理",
        "查处",
    ];
    const ALL_THE_WAY: &[&str] = &["到位", "完毕", "完成"];
    let at_the_end = || {
        let verb = search::ending(words, ALL_THE_WAY).and_then(|end| words.strip_suffix(end))?;
        let ahead = search::ending(verb, VERBS).and_then(|end| verb.strip_suffix(end))?;
        Some(!ahead.ends_with(DENIED))
    };
    let at_the_beginning = || {
        let words = without_time(words);
        let rest = search::beginning(words, VERBS).and_then(|verb| words.strip_prefix(verb))?;
        Some(label::begins(rest, ALL_THE_WAY))
    };
    let is_done = at_the_end().or_else(at_the_beginning).unwrap_or(false);
    is_done.then_some(Verb { does: Movement::Outflow, is_sure: true })
}

/// The verb with which `words` end, the longest of several, and where.
fn at_the_end(words: &str) -> Option<(Verb, Range<usize>)> {
    let mut longest: Option<(usize, u64)> = None;
    INDEX.find_at_end(words, |family, at, _| {
        if longest.is_none_or(|(first, _)| at < first) {
            longest = Some((at, family));
        }
    });
    let (at, family) = longest?;
    let ahead = words.get(..at)?;
    Some((verb_of(family)?, at..words.len())).filter(|_| !ahead.ends_with(DENIED))
}

/// The verb with which `words` begin behind the time, the longest of several, and where.
fn at_the_beginning(words: &str) -> Option<(Verb, Range<usize>)> {
    const NOUNS: &[&str] = &["规范性", "登记在"];
    let rest = without_time(words);
    if label::begins(rest, NOUNS) {
        return None;
    }
    let at = words.len() - rest.len();
    let mut longest: Option<(usize, u64)> = None;
    INDEX.find_at_start(rest, |family, word| {
        if longest.is_none_or(|(length, _)| word.len() > length) {
            longest = Some((word.len(), family));
        }
    });
    // 重新公布, 移出异常名录: what is done again, or with another list, is done with those that are there.
    let ahead = search::beginning(rest, cues::STAYS_AHEAD);
    match (longest, ahead) {
        (Some((length, family)), _) if ahead.is_none_or(|ahead| ahead.len() < length) => {
            Some((verb_of(family)?, at..at + length))
        }
        (_, Some(ahead)) => Some((Verb { does: Movement::Neutral, is_sure: false }, at..at + ahead.len())),
        _ => None,
    }
}

fn verb_of(family: u64) -> Option<Verb> {
    let place = usize::try_from(family.trailing_zeros()).ok()?;
    FAMILIES.get(place).map(|&(does, is_sure, _)| Verb { does, is_sure })
}
