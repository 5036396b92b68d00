//! Whether the parts of a list must be all of their whole.
//!
//! *Invariant:* answered from words and marks only; no value is looked at.

use super::sorted_by::is_divided_by;
use super::ways::{goes_on, is_what_is_left, puts_an_end};
use crate::claims::label::{self, label};
use crate::claims::list::{self, List, Opener};
use crate::claims::statement::{Lead, Mention};
use crate::claims::{cues, kinds, levels, parallel, period, scope};
use crate::facts::Class;

/// Whether the parts of a list must add up to the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exhaustiveness {
    /// The text says that these are all.
    Asserted,
    /// The parts are of one kind and cannot overlap; that they are all is likely, not said.
    Likely,
    /// The parts are named alike; that they are all is likely, and nothing but their form says that they cannot overlap.
    Alike,
    /// The parts cannot overlap; nothing says that they are all.
    Exclusive,
    /// Nothing is said.
    Unknown,
    /// The labels may overlap, or the list is left open: parts are only subsets.
    Denied,
}

impl Exhaustiveness {
    /// The same where the text tells of more than the parts.
    pub fn of_some(self) -> Self {
        if matches!(self, Self::Asserted | Self::Likely | Self::Alike) { Self::Exclusive } else { self }
    }
}

/// Whether `parts` must be all of `whole`; `names` are those in front of 分别, where it shares them out, and `leaves_some` where what is still to be done follows them.
pub fn exhaustiveness(
    whole: &Mention<'_>,
    parts: &[&Mention<'_>],
    list: &List,
    names: Option<Vec<&str>>,
    leaves_some: bool,
) -> Exhaustiveness {
    let row = Row { whole, parts, labels: names.unwrap_or_else(|| names_of(parts, list)) };
    if list.is_open_ended {
        return Exhaustiveness::Denied;
    }
    if row.leaves_out_who_is_discontent() {
        return Exhaustiveness::Exclusive;
    }
    if leaves_out_cooperatives(whole, &row.labels) {
        return Exhaustiveness::Likely;
    }
    if (leaves_some && kinds::are_complete(&row.labels)) || kinds::lack_a_kind_of(whole.before, &row.labels) {
        return Exhaustiveness::Unknown;
    }
    if row.ends_with_the_rest() || row.is_all_by_name() {
        return Exhaustiveness::Asserted;
    }
    match list.opener {
        Opener::Reversed | Opener::Named | Opener::Numbered | Opener::Rest => Exhaustiveness::Asserted,
        Opener::Including => row.behind_including(),
        Opener::Among | Opener::Sorted if kinds::are_states(&row.labels) => Exhaustiveness::Likely,
        Opener::Among | Opener::CompleteSet if row.ends_in_what_is_pending() => Exhaustiveness::Likely,
        Opener::Among => row.behind_among(),
        Opener::Sorted => row.behind_what_sorts_it(),
        _ if row.may_overlap() || parts.len() < 2 => Exhaustiveness::Unknown,
        Opener::Partition | Opener::Bracket | Opener::Colon => Exhaustiveness::Asserted,
        // 收到申请 312 件，准予 285 件，不予许可 17 件: some may not be decided yet.
        Opener::CompleteSet
            if label::has(whole.before, cues::CAME_IN) && kinds::are_outcomes(&row.labels) =>
        {
            Exhaustiveness::Likely
        }
        _ if kinds::are_complete(&row.labels) => Exhaustiveness::Asserted,
        _ => Exhaustiveness::Unknown,
    }
}

/// What `parts` are called, without the words in front of the first that are of the whole row.
fn names_of<'a>(parts: &[&Mention<'a>], list: &List) -> Vec<&'a str> {
    // 获评优秀 18 册、良好 25 册: the verb of a set of results is no part of the first of them.
    let is_set = list.opener == Opener::CompleteSet && !list.is_distant;
    let mut labels: Vec<&str> =
        parts.iter().map(|part| if is_set { list::core(part) } else { label(part) }).collect();
    // 86 件复议案件中维持 52 件: what its whole is called is no part of its name.
    if let Some((first, name)) =
        labels.first_mut().zip(parts.first().and_then(|first| label::behind_its_whole(first)))
    {
        *first = name;
    }
    // 刑事案件中通知辩护 233 件、依申请援助 48 件: what is taken up in front of the first is no part of its name.
    if let Some(first) = labels.first_mut() {
        *first = first.split_once("件中").map_or(*first, |(_, name)| name);
    }
    labels
}

/// A whole, the parts that are asked about, and what these are called.
struct Row<'q, 'a> {
    whole: &'q Mention<'a>,
    parts: &'q [&'q Mention<'a>],
    labels: Vec<&'a str>,
}

impl Row<'_, '_> {
    /// 其余 23 家 as the last part leaves nothing out, unless it is some of the rest: 其余按比例抽取 23 家.
    fn ends_with_the_rest(&self) -> bool {
        const OF_THE_REST: &[&str] = &["其余按", "其余随机", "其余抽", "剩余按", "剩余随机", "剩余抽"];
        self.parts.len() >= 2
            && !self.parts.last().is_some_and(|last| label::begins(last.before, OF_THE_REST))
            && self.labels.last().is_some_and(|last| {
                label::begins(last.trim_start_matches("涉及"), cues::REST) || list::is_all_else(last)
            })
    }

    /// 回收问卷 400 份，满意 352 份、基本满意 36 份: of those who were asked some may be of another mind. Who made a proposal is
    /// nearly always content, and then no more is told.
    fn leaves_out_who_is_discontent(&self) -> bool {
        const PROPOSALS: &[&str] = &["建议", "提案", "议案", "代表", "委员", "承办", "主办"];
        let is_asked = || !label::has(self.whole.run_up, PROPOSALS);
        kinds::are_content(&self.labels) && is_asked()
    }

    /// Whether the name of the whole and those of its parts leave no other, however the row is opened.
    fn is_all_by_name(&self) -> bool {
        let (whole, labels) = (self.whole.before, &self.labels);
        // 罚没款 is by its name 罚款 and what was confiscated.
        kinds::are_penalties(labels) && whole.contains("罚没")
            // 应结 964 件（新收 911 件、上年结转 53 件）: every case is one or the other.
            || parallel::are_new_and_old(labels)
            // 优良天数 312 天，其中优 125 天、良 187 天: the whole is called by the names of its parts.
            || kinds::spell(labels, whole)
            || period::are_all_of(whole, labels)
            // 审议地方性法规、政府规章 14 部，其中地方性法规 5 部、政府规章 9 部.
            || self.parts.len() >= 2 && kinds::are_joined(labels, self.whole.run_up)
    }

    /// 维持 20 件、撤销 6 件、驳回 8 件，2 件正在审理: behind a whole set of outcomes, what none of them came of yet.
    fn ends_in_what_is_pending(&self) -> bool {
        let decided = self.labels.split_last().map_or(&[][..], |(_, decided)| decided);
        self.parts.last().is_some_and(|last| list::is_pending_behind(last)) && kinds::are_complete(decided)
    }

    /// 包括 names some; but 含男 76 人、女 20 人: what leaves no third is all, however it is opened.
    fn behind_including(&self) -> Exhaustiveness {
        if kinds::are_complete(&self.labels) || parallel::leave_nothing(&self.labels) {
            Exhaustiveness::Likely
        } else {
            Exhaustiveness::Denied
        }
    }

    /// 其中 opens all as well as some: only what the parts are can tell.
    fn behind_among(&self) -> Exhaustiveness {
        /// So many sources of money as make it likely that no other is left out.
        const ALL_SOURCES: usize = 3;
        let (whole, labels) = (self.whole, &self.labels);
        if self.parts.first().is_some_and(|first| first.before.starts_with("其中含")) {
            return Exhaustiveness::Denied;
        }
        if kinds::are_complete(labels) {
            return Exhaustiveness::Asserted;
        }
        if self.are_reasons_for_papers()
            || kinds::are_held_apart(labels, whole.quantity.word())
            || kinds::are_ranks(labels)
            || kinds::are_sources_of_money(labels) && labels.len() < ALL_SOURCES
        {
            return Exhaustiveness::Exclusive;
        }
        if self.may_overlap() {
            let are_apart = kinds::are_decisions(labels);
            return if are_apart { Exhaustiveness::Exclusive } else { Exhaustiveness::Denied };
        }
        if names_only_some_kinds(whole) {
            return Exhaustiveness::Exclusive;
        }
        if self.are_actions_of_a_count() {
            return Exhaustiveness::Asserted;
        }
        if self.parts.len() < 2 {
            return Exhaustiveness::Unknown;
        }
        // 审议意见、代表建议合计 87 件，其中审议意见 11 件，代表建议 76 件: the whole names them all.
        if labels.iter().all(|label| whole.run_up.contains(label)) {
            return Exhaustiveness::Asserted;
        }
        self.by_likeness()
    }

    /// 从结果看, 不合格的 5 家中: the words in front sort what is counted, and do not say that each is told.
    fn behind_what_sorts_it(&self) -> Exhaustiveness {
        if self.are_reasons_for_papers() || self.go_one_way() {
            return Exhaustiveness::Exclusive;
        }
        if self.may_overlap() || self.parts.len() < 2 {
            return Exhaustiveness::Unknown;
        }
        if kinds::are_complete(&self.labels) {
            return Exhaustiveness::Asserted;
        }
        self.by_likeness()
    }

    /// 农业 14 件、城建 11 件: what is alike in kind or in form is likely all; places are only apart.
    fn by_likeness(&self) -> Exhaustiveness {
        let (whole, labels) = (self.whole, &self.labels);
        // 本科 27 名、大专 8 名: somebody may have no more than 高中.
        if kinds::are_degrees(labels) {
            return Exhaustiveness::Exclusive;
        }
        let are_alike = kinds::are_of_one_kind(labels) || parallel::are_parallel(labels);
        if kinds::are_of_one_set(labels)
            || are_alike && parallel::are_classes(labels)
            || kinds::make_up(labels, whole.before)
            || parallel::leave_nothing(labels)
            || scope::are_bodies_of_levels(labels)
            || levels::begin_with_levels(labels)
            || kinds::are_sources_of_money(labels)
            || whole.quantity.class() == Some(Class::Money) && scope::are_of_several_levels(labels)
            || is_divided_by(self.parts)
        {
            Exhaustiveness::Likely
        } else if are_alike {
            Exhaustiveness::Alike
        } else if kinds::are_places_apart(labels)
            || kinds::are_decisions(labels)
            || kinds::are_professions(labels)
        {
            Exhaustiveness::Exclusive
        } else {
            Exhaustiveness::Unknown
        }
    }

    /// 首次申领 27 张、延续 25 张、变更 20 张: every permit is handed out for one of them.
    fn are_reasons_for_papers(&self) -> bool {
        kinds::are_reasons_for_papers(&self.labels, self.whole.quantity.word())
    }

    /// Whether one thing can go only one of the ways that the parts name.
    fn go_one_way(&self) -> bool {
        // 不合格的 5 家中，注销许可 3 家，责令停业 2 家: what ends the business of one is done to it once.
        let are_ends = || self.labels.iter().all(|label| puts_an_end(label));
        // 其余 7 件中，转入诉讼 3 件、仲裁 4 件: each matter that is left goes one way.
        let go_on = || is_what_is_left(self.whole) && self.labels.iter().all(|label| goes_on(label));
        self.parts.len() >= 2 && (are_ends() || go_on())
    }

    /// 共调整 24 项，其中新增 20 项、取消 4 项; in 调整清单 36 项，其中新增 20 项 one action by itself is not all.
    fn are_actions_of_a_count(&self) -> bool {
        kinds::are_actions(&self.labels)
            && is_action_count(self.whole)
            && (self.parts.len() > 1 || label::has(self.whole.before, &["共调整", "共变", "共计"]))
    }

    /// 名称变更 40 件、地址变更 50 件: whether one thing may be counted in several of the parts.
    fn may_overlap(&self) -> bool {
        let mut things = self.labels.clone();
        // 任务涉及…甲 3 家、乙 4 家: in front of a whole list 涉及 is its verb, not part of a label.
        let is_verb = !things.iter().skip(1).all(|label| label.starts_with("涉及"));
        if let Some(first) = things.first_mut().filter(|_| is_verb) {
            *first = first.trim_start_matches("涉及");
        }
        // One registration may change both the name and the address.
        let are_changes = things.len() >= 2 && things.iter().all(|label| label.ends_with("变更"));
        // 按学历分为本科 131 人、研究生 22 人: of a scale each has one step.
        let is_by_scale = || {
            let first = self.parts.first();
            kinds::are_degrees(&self.labels)
                || first.is_some_and(|first| label::has(first.run_up, &["按学历", "按年龄", "按文化程度"]))
        };
        are_changes
            || parallel::lie_in_each_other(&things)
            || parallel::name_what_is_possible(&things)
            || parallel::are_sorted_differently(&things)
            || (parallel::may_overlap(&things) && !is_by_scale())
    }
}

/// 经营主体 71640 户，其中企业 2.03 万户、个体工商户 5.09 万户: what is short of all who do business may be those that are neither. Of those that were
/// looked at (抽查 2860 户) each is one or the other.
pub fn leaves_out_cooperatives(whole: &Mention<'_>, labels: &[&str]) -> bool {
    kinds::leave_out_cooperatives(labels) && label::has(whole.before, &["主体", "市场主体", "总量"])
}

/// 农药、化肥等农资产品 246 批次: whether the noun of `whole` says with 等 that it has more kinds than it names, so that those that
/// are counted need not be all.
fn names_only_some_kinds(whole: &Mention<'_>) -> bool {
    const OTHER: &[&str] = &["等级", "等次", "等于", "等候", "等待", "等效", "等额", "等值"];
    let noun = whole.before.split_once('等').filter(|(named, _)| !named.ends_with(['平', '高', '中', '同']));
    whole.lead == Lead::Pause && noun.is_some() && !label::has(whole.before, OTHER)
}

/// 共调整 24 项 counts actions; every action is then named. 调整为 24 项 counts what there is, and of what was gone through most
/// may be left as it was.
fn is_action_count(whole: &Mention<'_>) -> bool {
    label::has(whole.before, &["调整", "变动", "变更"]) && !whole.before.ends_with(['为', '至', '到'])
}
