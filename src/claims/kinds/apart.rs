//! Labels of which each thing bears one at most: places of which none lies in another, and how a paper was decided when it came in.
//! 城区 8600 平方米、乡镇 16100 平方米 can be less than their whole, and never more.
//!
//! *Invariant:* only the words of the labels are read, and nothing here says that they are all.

use crate::claims::label::{begins, has};
use crate::search::{self, Endings};

/// 城区 8600 平方米、乡镇 16100 平方米: whether `labels` name places of which none lies in another, each once. Nothing says that these are
/// all: there may be an industrial park besides.
pub fn are_places_apart(labels: &[&str]) -> bool {
    /// Names of one line stand for the same place, or for one that lies in the other.
    const DIVISIONS: &[&[&[&str]]] = &[
        &[
            &["城区", "主城区", "中心城区", "县城", "市区"],
            &["乡镇", "农村", "乡村", "镇村", "村镇", "郊区", "城郊"],
        ],
        &[
            &["市本级", "县本级", "区本级", "州本级"],
            &["县区", "区县", "县市区", "各县区", "乡镇", "镇街", "乡镇街道"],
        ],
        &[
            &["山区", "山区片"],
            &["平原", "平原片", "平原区"],
            &["丘陵", "丘陵区", "丘陵片"],
            &["湖区", "湖区片"],
        ],
    ];
    let place = |division: &[&[&str]], label: &str| division.iter().position(|names| names.contains(&label));
    let are_of = |division: &[&[&str]]| {
        let places: Option<Vec<usize>> = labels.iter().map(|label| place(division, label)).collect();
        places.is_some_and(|places| {
            places.iter().enumerate().all(|(at, place)| !places.iter().take(at).any(|other| other == place))
        })
    };
    labels.len() >= 2 && DIVISIONS.iter().any(|division| are_of(division))
}

/// Whether `labels` name ranks of officials or of law, of which everybody and every paper has one.
pub fn are_ranks(labels: &[&str]) -> bool {
    are_ranks_of_officials(labels) || are_ranks_of_law(labels)
}

/// 县级领导 12 人次、科级干部 286 人次、一般干部 28 人次: whether `labels` name ranks of officials.
fn are_ranks_of_officials(labels: &[&str]) -> bool {
    const RANKS: &[&str] = &[
        "省部级",
        "厅局级",
        "厅级",
        "市厅级",
        "市级",
        "县处级",
        "处级",
        "县级",
        "乡科级",
        "科级",
        "股级",
        "一般",
    ];
    let rank = |label: &&str| {
        search::ahead(label, &["领导干部", "干部", "领导"])
            .and_then(|rank| RANKS.iter().find(|known| **known == rank))
    };
    let ranks: Option<Vec<_>> = labels.iter().map(rank).collect();
    ranks.is_some_and(|ranks| {
        ranks.len() >= 2
            && ranks.iter().enumerate().all(|(at, rank)| !ranks.iter().take(at).any(|other| other == rank))
    })
}

/// 专家学者 3 名、律师 5 名、政府法制工作人员 2 名: whether `labels` name what people are by their work, of which each is counted as one.
pub fn are_professions(labels: &[&str]) -> bool {
    const PROFESSIONS: Endings = Endings::of(&[
        "律师",
        "专家",
        "学者",
        "教授",
        "法律工作者",
        "工作人员",
        "法官",
        "检察官",
        "民警",
        "公证员",
        "法务人员",
        "教师",
    ]);
    let differ = labels.iter().enumerate().all(|(at, label)| {
        !labels.iter().take(at).any(|other| other.ends_with(label) || label.ends_with(other))
    });
    labels.len() >= 2 && differ && labels.iter().all(|label| PROFESSIONS.ending(label).is_some())
}

/// 地方性法规 2 件、政府规章 5 件: whether `labels` name ranks of law.
fn are_ranks_of_law(labels: &[&str]) -> bool {
    const RANKS: &[&str] = &["法规", "规章", "规范性文件"];
    let rank = |label: &&str| {
        let paper = search::ahead(label, &["草案", "项目", "草案送审稿"]).unwrap_or(label);
        RANKS.iter().position(|rank| paper.ends_with(rank))
    };
    let ranks: Option<Vec<usize>> = labels.iter().map(rank).collect();
    ranks.is_some_and(|ranks| {
        ranks.len() >= 2
            && ranks.iter().enumerate().all(|(at, rank)| !ranks.iter().take(at).any(|other| other == rank))
    })
}

/// 收到 212 件，受理 186 件，不予受理 20 件，转送 8 件: whether `labels` tell how each of what came in was decided when it came. What is withdrawn may
/// have been accepted before, unless it was to be completed first.
pub fn are_decided_on_arrival(whole: &str, labels: &[&str]) -> bool {
    const CAME: &[&str] = &["收到", "接到", "收件", "新收", "接收", "申请"];
    const TAKEN: &[&str] = &["受理", "决定受理", "予以受理", "依法受理", "审查受理", "正式受理"];
    const TURNED_AWAY: &[&str] =
        &["不予受理", "决定不予受理", "依法不予受理", "不受理", "未予受理", "未受理"];
    const SENT_ON: &[&str] = &[
        "转送",
        "转办",
        "转交",
        "移送",
        "告知",
        "通知补正",
        "补正",
        "要求补正",
        "视为放弃",
        "逾期未补正",
        "逾期不补正",
        "受理前撤回",
        "受理前自行撤回",
    ];
    let is = |words: &[&str], label: &str| words.contains(&label);
    let Some((first, others)) = labels.split_first() else { return false };
    has(whole, CAME)
        && is(TAKEN, first)
        && others.iter().any(|label| is(TURNED_AWAY, label))
        && others.iter().all(|label| is(TURNED_AWAY, label) || begins(label, SENT_ON))
}

/// 认定工伤 881 件，不予认定 28 件，中止认定 17 件，撤回申请 20 件: whether `labels` tell what became of each of those who applied: the first that it was
/// granted, one that it was not, the others that it came to no decision.
pub fn are_granted_or_not(labels: &[&str]) -> bool {
    const DENIED: &[&str] = &["不予", "未予", "不"];
    const UNDECIDED: &[&str] =
        &["中止", "终止", "撤回", "撤销", "驳回", "退回", "转", "补正", "正在", "尚在", "在办", "待"];
    const VERB: usize = 2;
    let Some((first, others)) = labels.split_first().filter(|(_, others)| others.len() >= 2) else {
        return false;
    };
    let granted =
        search::beginning(first, &["依法", "予以", "准予"]).and_then(|word| first.strip_prefix(word));
    let verb = crate::claims::label::first_characters(granted.unwrap_or(first), VERB);
    let is_denied =
        |label: &&str| search::behind(label, DENIED).is_some_and(|denied| denied.starts_with(verb));
    let denied = others.iter().filter(|label| is_denied(label)).count();
    // 受理 186 件，不予受理 20 件，撤回 8 件: what was accepted may be withdrawn afterwards.
    search::length(verb) == VERB
        && verb != "受理"
        && denied == 1
        && others.iter().all(|label| is_denied(label) || begins(label, UNDECIDED))
}

/// 财政拨款 98 万元、自筹 30 万元: whether `labels` tell from where money came, each another source, so that all of them are no more than there was.
pub fn are_sources_of_money(labels: &[&str]) -> bool {
    const SOURCES: &[&str] = &[
        "财政拨款",
        "财政资金",
        "财政投入",
        "财政安排",
        "财政补助",
        "上级补助",
        "上级资金",
        "自筹",
        "自筹资金",
        "单位自筹",
        "企业自筹",
        "社会投入",
        "社会资金",
        "社会捐赠",
        "社会捐助",
        "社会募集",
        "银行贷款",
        "中央资金",
        "省级资金",
        "市级资金",
        "县级资金",
        "中央财政",
        "省级财政",
        "市级财政",
        "县级财政",
        "债券资金",
    ];
    let differ =
        labels.iter().enumerate().all(|(at, label)| !labels.iter().take(at).any(|other| other == label));
    labels.len() >= 2 && differ && labels.iter().all(|label| SOURCES.contains(label))
}
