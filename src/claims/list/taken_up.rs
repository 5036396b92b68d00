//! Wholes that a clause names again, by what was done (审结案件中，维持 98 件) or by what was counted (工单分类：求决类 460 件).
//!
//! *Invariant:* only one figure of the sentence or the one before bears the name; of several none is the whole.

use super::Opener;
use super::all_periods;
use super::number_of_kinds::shared_among;
use super::whole::{fits, is_free};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::label::{self, label};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::search;

/// 审结 201 件，结转 19 件。审结案件中，维持 98 件、驳回 41 件; 在编 168 人、聘用 245 人。在编人员按学历划分，…: the figure that the words in
/// front of the row at `index` name again at their beginning, where only one bears that name.
pub fn taken_up(passage: &Passage<'_>, index: usize) -> Option<(Opener, usize)> {
    let first = passage
        .mentions
        .get(index)
        .filter(|first| matches!(first.lead, Lead::Comma | Lead::Colon | Lead::Start | Lead::Semicolon))?;
    let (opener, head) = head(first)?;
    // 90 件县政府规范性文件中，继续有效 61 件: right behind a figure the noun is that of the figure.
    let is_of_figure = opener == Opener::Among
        && passage.mentions.get(index.checked_sub(1)?).is_some_and(|of| {
            of.sentence == first.sentence
                && first.run_up.starts_with(head)
                && of.quantity.class() == first.quantity.class()
        });
    if is_of_figure {
        return None;
    }
    let next = passage.mentions.get(index + 1)?;
    let is_row = matches!(next.lead, Lead::Pause | Lead::Comma | Lead::Semicolon)
        && next.sentence == first.sentence
        && next.quantity.class() == first.quantity.class();
    if !is_row {
        return None;
    }
    Some((opener, bearer(passage, index, head)?))
}

/// Whether it is the figure at `whole` that the words in front of the row at `index` name again.
pub fn takes_up(passage: &Passage<'_>, index: usize, whole: usize) -> bool {
    let shared = || shared_among(passage, index, &[]).filter(|(opener, _)| *opener == Opener::Partition);
    taken_up(passage, index).or_else(shared).is_some_and(|(_, named)| named == whole)
        || all_periods::whole_of(passage, index) == Some(whole)
        || all_periods::is_part_of(passage, index, whole)
}

/// The only figure before the one at `index`, of its sentence or the one before, that bears the name `head`: a word of what was
/// done or of its kind, and the noun of what is counted.
pub fn bearer(passage: &Passage<'_>, index: usize, head: &str) -> Option<usize> {
    const NOUNS: &[&str] = &[
        "案件", "事项", "问题", "申请", "案卷", "线索", "工单", "投诉", "人员", "对象", "企业", "项目",
        "机构", "单位", "文件", "隐患", "学校", "图斑", "合同", "专家", "干部", "纠纷", "抽查", "抽检",
        "许可",
    ];
    const SHORTEST: usize = 2;
    const LONGEST: usize = 6;
    let first = passage.mentions.get(index)?;
    // 承诺件 is a noun with the measure word.
    let noun = search::ending(head, NOUNS).or_else(|| search::ending(head, &[first.quantity.word()]));
    let Some(noun) = noun else { return labelled(passage, index, head) };
    let name = head.strip_suffix(noun)?;
    // 办结的申请中 names what 办结申请中 does.
    let name = name.strip_suffix('的').unwrap_or(name);
    if !(SHORTEST..=LONGEST).contains(&search::length(name)) {
        return None;
    }
    // 年初在册 318 人，…，年末在册 303 人。在册对象按…分级: what is sorted is what there is now.
    let mut named = passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence + 1 >= first.sentence)
        .filter(|(at, whole)| {
            whole.depth == first.depth
                && bears(whole.before, name)
                && !whole.has(Cue::Opening)
                && fits(passage, *at, index)
        });
    let (at, whole) = named.next()?;
    let words = whole.before;
    // 专职人员 may be 专职调解员.
    let are_persons = noun == "人员" && words.ends_with(['员', '人', '者', '师']);
    let is_named = words.ends_with(name) || words.ends_with(noun) || are_persons || is_way(words, name);
    (named.next().is_none() && is_named).then_some(at)
}

/// 调解员 1260 名，其中专职 186 名、兼职 1074 名。专职调解员中，…: the only figure of the sentence before whose label `head` begins with, where
/// the noun behind that stands in front of the figure.
fn labelled(passage: &Passage<'_>, index: usize, head: &str) -> Option<usize> {
    const SHORTEST: usize = 2;
    const FARTHEST: usize = 80;
    let first = passage.mentions.get(index)?;
    let mut named = passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence + 1 >= first.sentence)
        .filter(|(at, whole)| {
            let name = label(whole);
            let noun = head.strip_prefix(name).map(|noun| noun.strip_prefix('的').unwrap_or(noun));
            let told = label::last_characters(passage.between(whole.sentence_start, whole.start), FARTHEST);
            whole.depth == first.depth
                && search::length(name) >= SHORTEST
                && noun.is_some_and(|noun| search::length(noun) >= SHORTEST && told.contains(noun))
                && is_free(passage, *at, index, &[])
        });
    named.next().filter(|_| named.next().is_none()).map(|(at, _)| at)
}

/// What the words in front of `first` begin with before they tell what stands behind: 审结案件 of 审结案件中，, 在编人员 of
/// 在编人员按学历划分，.
fn head<'a>(first: &Mention<'a>) -> Option<(Opener, &'a str)> {
    const SORTED: &[&str] =
        &["划分", "分类", "分级", "区分", "分", "来分", "统计", "分类管理", "分级管理", "看", "来看"];
    let clause = first.run_up.strip_suffix(first.before)?.strip_suffix(['，', '：']);
    let clause = clause.and_then(|words| words.rsplit(['，', '；', '。', '）', '：']).next()).unwrap_or("");
    let by = |words: &'a str| words.split_once('按').filter(|(head, _)| !head.is_empty());
    // 刑事案件中通知辩护 253 件, 在编人员按学历分为本科 131 人: no mark stands between.
    let among = clause
        .strip_suffix('中')
        .or_else(|| Some(first.before.split_once('中').filter(|(_, part)| !part.is_empty())?.0));
    let sorted = || {
        by(clause)
            .filter(|(_, by)| search::ending(by, SORTED).is_some())
            .or_else(|| by(first.before).filter(|(_, by)| label::has(by, cues::PARTITION)))
    };
    among.map(|head| (Opener::Among, head)).or_else(|| Some((Opener::Sorted, sorted()?.0)))
}

/// 按普通程序办理: whether `words` tell of what was done in the way that is called `name`.
fn is_way(words: &str, name: &str) -> bool {
    const DONE: &[&str] = &["办理", "处理", "查处", "查办", "立案", "审理", "受理", "办结", "结案", "处罚"];
    words.rsplit_once(name).is_some_and(|(ahead, verb)| {
        (ahead.is_empty() || ahead.ends_with(['按', '以', '用', '经', '依'])) && DONE.contains(&verb)
    })
}

/// 受理投诉 1250 件。投诉中，商品类 780 件; 受理工单 506 件，…。工单分类：求决类 460 件: how the row at `index` begins, and the figure whose
/// noun stands alone in front of it.
pub fn named_again(passage: &Passage<'_>, index: usize) -> Option<(Opener, usize)> {
    const SORTED: &[&str] = &["分类情况", "分类", "类型", "类别", "构成"];
    const SHORTEST: usize = 2;
    const LONGEST: usize = 14;
    const FARTHEST: u32 = 3;
    let first = passage.mentions.get(index)?;
    let next = passage.mentions.get(index + 1).filter(|next| next.sentence == first.sentence)?;
    let words = first.run_up.strip_suffix(first.before)?;
    let (noun, opener) = match words.strip_suffix("中，") {
        Some(noun) => (noun, Opener::Among),
        None => {
            let head = words.strip_suffix('：')?;
            let is_row = next.quantity.class() == first.quantity.class()
                && matches!(next.lead, Lead::Pause | Lead::Semicolon);
            (
                search::ending(head, SORTED).and_then(|end| head.strip_suffix(end)).filter(|_| is_row)?,
                Opener::Sorted,
            )
        }
    };
    // 现行有效的 18 件文件中: right behind a figure the noun is that of the figure.
    let before = index.checked_sub(1).and_then(|before| passage.mentions.get(before));
    let is_behind_figure =
        !noun.starts_with(['，', '；']) && before.is_some_and(|before| before.sentence == first.sentence);
    if is_behind_figure {
        return None;
    }
    let noun = noun.strip_prefix(['，', '；']).unwrap_or(noun);
    let is_noun = (SHORTEST..=LONGEST).contains(&search::length(noun))
        && !noun.contains(['，', '；', '：', '）', '、'])
        && !noun.starts_with(['其', '在', '从', '按']);
    let mut named = passage
        .back_from(index)
        .take_while(|(_, whole)| whole.sentence + FARTHEST >= first.sentence)
        .filter(|(at, whole)| whole.depth == first.depth && is_free(passage, *at, index, &[]))
        .filter(|(_, whole)| {
            let name = label(whole);
            let is_short = noun.ends_with(name) && search::length(name) >= SHORTEST;
            name.ends_with(noun) || is_short && whole.sentence + 1 >= first.sentence
        });
    let (at, _) = named.next().filter(|_| is_noun)?;
    named.next().is_none().then_some((opener, at))
}

/// Whether `verb` stands in `words` and is not denied there: 不予受理 is not what 受理案件 takes up.
fn bears(words: &str, verb: &str) -> bool {
    words.rfind(verb).is_some_and(|at| !words.get(..at).is_some_and(label::ends_in_denial))
}
