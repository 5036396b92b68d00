//! What a figure does to a stock, told by the words before it.
//!
//! *Invariant:* of several cues the one nearest to the figure counts, of two that end together the longer.

use super::moment;
use super::turn;
use super::verb_form::without_time;
use crate::claims::cue_set::{self, Cue, CueSet};
use crate::claims::cues;
use crate::claims::label;
use crate::claims::statement::Mention;
use crate::search::{self, Words};

/// What a figure does to the stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// It is the stock before.
    Opening,
    /// It comes in.
    Inflow,
    /// It goes out.
    Outflow,
    /// An action that leaves the number as it is.
    Neutral,
    /// It is what came in less what went out: 净增, 当年结余.
    Net,
    /// It is the stock after.
    Closing,
}

impl Movement {
    /// Whether something came or went by it.
    pub fn moves(self) -> bool {
        matches!(self, Self::Inflow | Self::Outflow)
    }
}

/// What the words before `mention` say that it does.
pub fn movement(mention: &Mention<'_>) -> Option<Movement> {
    // 2023年初，现行有效文件 86 件: the cue may stand in a clause of its own.
    // 上年结转 18 件，11 件正在审理: what is left may stand before its words.
    let is_left = || label::begins(mention.after, cues::STILL_TO_DO);
    if mention.before.is_empty() && mention.depth == 0 && is_left() {
        return Some(Movement::Closing);
    }
    if !mention.quantity.is_amount() || mention.depth > 0 {
        return None;
    }
    in_words(mention).or_else(|| is_now(mention).then_some(Movement::Closing))
}

/// The same of an amount, in whatever bracket it stands.
pub fn in_words(mention: &Mention<'_>) -> Option<Movement> {
    let (before, cues) = (mention.before, mention.cues);
    let is_all =
        mention.run_up.len() == before.len() && mention.run_up == before && cues.run_up == cues.words;
    let of_run_up = || if is_all { None } else { movement_in(mention.run_up, cues.run_up) };
    movement_in(before, cues.words).or_else(of_run_up)
}

/// Whether the words before `mention` tell of a stock of before, by the time or by what the list was then.
pub fn is_told_of_before(mention: &Mention<'_>) -> bool {
    is_of_before(mention.run_up, mention.cues.run_up) || mention.has(Cue::Former) && is_former(mention.before)
}

/// [`is_stock_of_before`] of `words` with these `cues`.
fn is_of_before(words: &str, cues: CueSet) -> bool {
    const MAY_BE: &[Cue] = &[Cue::BeforeThisYear, Cue::BeginningOfPart, Cue::AheadOfTurn, Cue::VersionBefore];
    cues.holds_one(MAY_BE) && is_stock_of_before(words)
}

/// Whether `words` with these `cues` tell of the stock at the end of a time, or behind a change.
fn closes(words: &str, cues: CueSet) -> bool {
    cues.holds(Cue::EndOfPart) && moment::closes(words)
        || cues.holds_one(&[Cue::BehindTurn, Cue::VersionOfNow]) && turn::closes(words)
}

/// What `words` with these `cues` say that a figure does.
fn movement_in(words: &str, cues: CueSet) -> Option<Movement> {
    if cues.holds(Cue::Elsewhere) || cues.holds(Cue::AgainstLastYear) || cues.holds(Cue::AgainstTheBeginning)
    {
        return None;
    }
    // 承接上级下放 15 项 comes in, whatever it was for those above.
    if cues.holds(Cue::TakenOver) {
        // 原承接 67 项 and 现承接 51 项 are what there was and what there is.
        return Some(match words.chars().next() {
            Some('原') => Movement::Opening,
            Some('现') => Movement::Closing,
            _ => Movement::Inflow,
        });
    }
    if cues.holds(Cue::BeforeThisYear) && is_carried_over(words) {
        return Some(Movement::Opening);
    }
    if cues.holds(Cue::CarriedOn) && moment::carries_on(words) {
        return Some(Movement::Closing);
    }
    // 净减 is read by itself alone.
    if cues.holds(Cue::Net) {
        return Some(Movement::Net);
    }
    if cues.holds(Cue::NotDone)
        && let Some(stock) = not_done(words)
    {
        return Some(stock);
    }
    if enters_at_the_beginning(words) {
        return Some(Movement::Opening);
    }
    let told = if cues.holds_one(TELLING) { told_by_cue(words) } else { None };
    told
        // 上年滚存结余 is a stock of before, though 结余 alone is one of now.
        .map(|told| {
            let is_before = || is_stock_of_before(words) || is_left_at_the_beginning(words);
            if told == Movement::Closing && is_before() { Movement::Opening } else { told }
        })
        .or_else(|| closes(words, cues).then_some(Movement::Closing))
        .or_else(|| (cues.holds(Cue::New) && is_new(words)).then_some(Movement::Inflow))
        .or_else(|| {
            let is_former = || cues.holds(Cue::Former) && is_former(words);
            (is_of_before(words, cues) || is_former()).then_some(Movement::Opening)
        })
        .filter(|told| *told != Movement::Inflow || !goes_as_it_comes(words))
}

/// 新发现即查即拆 9 处, 随接随办 12 件: what is done with as soon as it comes leaves the stock as it was.
pub fn goes_as_it_comes(words: &str) -> bool {
    ['即', '随'].iter().any(|at_once| {
        let mut rest = words.split(*at_once).skip(1);
        let is_verb = |part: Option<&str>| part.is_some_and(|part| (1..=2).contains(&search::length(part)));
        is_verb(rest.next()) && is_verb(rest.next())
    })
}

/// 原收录 72 项, 名录原登记 118 家, 专栏原 23 个: 原 with a short verb or none at the end, whatever the verb is; 原承接县级赋权事项 67 项: and one that is
/// known in front of what it takes.
pub fn is_former(words: &str) -> bool {
    const LONGEST_VERB: usize = 3;
    const FORMER: &[&str] = &[
        "原承接",
        "原实施",
        "原行使",
        "原执行",
        "原承担",
        "原登记",
        "原收录",
        "原认定",
        "原聘",
        "原保留",
        "原列",
        "原设",
        "原进驻",
        "原入驻",
        "原纳入",
        "原配备",
        "原管理",
        "原运行",
        "原核定",
        "原公布",
        "原开通",
        "原建有",
        "原入库",
        "原备案",
        "原签约",
        "原注册",
        "原编入",
        "原派驻",
    ];
    if label::begins(words, FORMER) {
        return true;
    }
    let Some((noun, verb)) = words.rsplit_once('原') else { return false };
    let length = search::length(verb);
    (length == 0 || (2..=LONGEST_VERB).contains(&length))
        && !noun.ends_with(['草', '平', '高', '中', '还', '复', '起', '病', '抗', '太', '燎', '荒'])
        && !verb.starts_with(['则', '因', '告', '料', '油', '始', '件', '生', '本', '产', '创', '判'])
}

/// Whether the words before `mention` begin with those of the stock of now, and nothing else in them moves it.
fn is_now(mention: &Mention<'_>) -> bool {
    let words = mention.before;
    mention.quantity.is_amount()
        && mention.depth == 0
        && (label::begins(words, NOW) || words == "余")
        && !mention.has(Cue::Elsewhere)
        && !mention.has(Cue::AgainstLastYear)
        && !mention.has(Cue::AgainstTheBeginning)
}

/// 上年度未执结 57 件, 年末未执结 35 件: what was not done is a stock, of before or of now.
fn not_done(words: &str) -> Option<Movement> {
    let (time, done) = words.rsplit_once('未')?;
    // 存量未销号图斑: what was there before, unless a time says otherwise.
    let is_of_now = || label::has(time, &["年末", "年底", "期末", "月末", "目前", "现"]);
    let is_of_before = BEFORE_WORDS.stand_in(time)
        || label::has(time, &["年初", "期初"])
        || (time.contains("存量") && !is_of_now())
        || moment::opens(words);
    label::begins(done, cues::OUTFLOW).then_some(if is_of_before {
        Movement::Opening
    } else {
        Movement::Closing
    })
}

/// Words with which the stock of now begins.
const NOW: &[&str] = &[
    "目前",
    "现",
    "眼下",
    "如今",
    "当前",
    "截至",
    "截止",
    "至此",
    "至今",
    "至年底",
    "到年底",
    "12月末",
    "12月底",
];

const BEFORE_WORDS: Words = Words::of(cues::BEFORE_THIS_YEAR);

/// 上年度转入的案件 18 件: what came over from the year before, whatever the verb is called elsewhere.
fn is_carried_over(words: &str) -> bool {
    const OVER: &[&str] = &[
        "接转", "转接", "续办", "转入", "转来", "移来", "移入", "转接", "带入", "遗留", "滞留", "积压",
        "留存", "跨年", "留下", "延续", "顺延", "结转", "积案", "旧案", "尾案", "存案", "积存", "滚入",
        "剩余", "续建", "余存", "转存", "旧存",
    ];
    BEFORE_WORDS.stand_in(words)
        && cues::BEFORE_THIS_YEAR
            .iter()
            .any(|time| search::split(words, time).is_some_and(|(_, rest)| label::begins(rest, OVER)))
}

/// 上年累计有在建工程 57 个: an earlier time and a word of what is there.
pub fn is_stock_of_before(words: &str) -> bool {
    const THERE: &[&str] = &[
        "累计", "库存", "结存", "结余", "在建", "在库", "在册", "在办", "在岗", "在编", "在院", "末", "底",
        "未",
    ];
    let is_of_before = BEFORE_WORDS.stand_in(words)
        && (is_carried_over(words)
            || (label::has(words, THERE) && !label::has(words, &["同期", "较", "比"])));
    is_of_before || moment::opens(words) || turn::opens(words)
}

/// 年初入库律师: who was entered at the beginning is there, where a noun tells who it is.
fn enters_at_the_beginning(words: &str) -> bool {
    const ENTERED: &[&str] = &["入库", "登记", "纳入", "收录", "聘用", "聘任", "入驻", "进驻"];
    const SHORTEST_NOUN: usize = 2;
    ["年初", "期初", "上年末", "上年底", "去年底"].iter().any(|time| {
        let behind =
            search::split(words, time).map(|(_, rest)| rest).and_then(|rest| search::behind(rest, ENTERED));
        behind.is_some_and(|noun| search::length(noun) >= SHORTEST_NOUN && !noun.contains(['新', '增']))
    })
}

/// 年初专项资金结余: what was left over at the beginning, whatever it is called at other times.
fn is_left_at_the_beginning(words: &str) -> bool {
    const LEFT: &[&str] = &["结余", "结存", "余额", "留存", "未结", "库存"];
    const KEPT: &[&str] = &["保留", "保有", "留有", "留存"];
    const NOW: &[&str] = &["年末", "年底", "期末", "月末", "目前", "现", "较", "比"];
    ["年初", "期初", "月初", "季初"].iter().any(|time| {
        search::split(words, time).is_some_and(|(_, rest)| {
            let kept = rest.trim_start_matches(['共', '尚', '仍', '实', '际']);
            (search::ending(rest, LEFT).is_some() || label::begins(kept, KEPT)) && !label::has(rest, NOW)
        })
    })
}

/// 本年新备案 22 家: what is done newly in the year comes in, whatever it is.
pub fn is_new(words: &str) -> bool {
    const NAMES: &[&str] =
        &["新能源", "新型", "新兴", "新冠", "新农", "新闻", "新区", "新任", "新时代", "新业态"];
    let rest = without_time(words);
    rest.starts_with('新') && !label::begins(rest, NAMES)
}

/// 86 件新收案件: whether what was done newly stands behind the figure of `mention`.
pub fn is_new_behind(mention: &Mention<'_>) -> bool {
    mention.before.is_empty() && mention.depth == 0 && is_new(mention.after)
}

/// The cues that say what a figure does.
const TELLING: &[Cue] = &[Cue::Neutral, Cue::Closing, Cue::Opening, Cue::Outflow, Cue::Inflow];

/// What the cue words in `words` say: of several the one nearest to the figure counts. 年初原有 opens, 年底新增
/// comes in, 上年未结 is not 未结.
fn told_by_cue(words: &str) -> Option<Movement> {
    match cue_set::last_of(TELLING, words)? {
        Cue::Neutral => Some(Movement::Neutral),
        Cue::Closing => Some(Movement::Closing),
        Cue::Opening => Some(Movement::Opening),
        Cue::Outflow => Some(Movement::Outflow),
        Cue::Inflow => Some(Movement::Inflow),
        _ => None,
    }
}
