//! What another paragraph names again by words that single it out: 对新出台的 4 部规范性文件, 853 名持证人员, 28 件移送案件.
//!
//! Takes the figures of all passages and the flows among them, gives those that differ from the one figure that bears
//! their name. What is left of things is in [`super::left`].
//!
//! *Invariant:* of all figures before it in its measure word only one bears the name, and no other has its value; how far
//! the two may be apart depends on how much the words say.

use super::indicator::is_indicator;
use super::noun_words::beginnings;
use super::phrase::{BRACKETS, ends_name};
use super::pointing::{Pointing, pointing};
use super::setting::Setting;
use super::{Told, called, compare, in_one_unit, told};
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::doings::doing_in_front;
use crate::claims::judge::{is_one_slip, is_swapped};
use crate::claims::label;
use crate::claims::scope::{self, OF_ALL};
use crate::claims::statement::{Lead, Passage};
use crate::facts::{Decimal, Precision};
use crate::review::{ClaimKind, Status};
use crate::search;

/// The most figures that are kept in mind, and the most that are looked for among them.
const MOST: usize = 256;

/// What a figure is called where it stands.
struct Named<'p, 'a> {
    told: Told<'p, 'a>,
    /// The words before it, or those of the stock that it closes, without cues.
    name: &'a str,
}

/// The figures of `passages` that are singled out and differ from the one that they name; `known` are other statements.
pub fn claims(passages: &[Passage<'_>], known: &[Statement]) -> Vec<Statement> {
    let mut names: Vec<Named<'_, '_>> = Vec::new();
    let mut out = Vec::new();
    let mut asked = 0;
    for figure in told(passages) {
        let mention = figure.mention;
        if mention.quantity.precision != Precision::Exact || !mention.quantity.is_amount() {
            continue;
        }
        if asked < MOST
            && let Some(pointing) = pointing(mention)
            && (!pointing.verb.is_empty() || is_indicator(figure.passage, figure.index, mention))
        {
            asked += 1;
            out.extend(restatement(&figure, &pointing, &names).filter(|found| !is_known(known, found)));
        }
        if names.len() < MOST {
            let words = name_of(&figure, passages, known);
            // Mostly its own words, and what is left of these is known.
            let name = if words == mention.before { mention.name } else { label::strip(words) };
            names.push(Named { told: figure, name });
        }
    }
    out
}

/// Whether a restatement of the same figure is among `known`.
fn is_known(known: &[Statement], found: &Statement) -> bool {
    let again = |statement: &Statement| statement.operands.last().map(|operand| operand.span.start);
    known.iter().any(|other| other.kind == ClaimKind::Restated && again(other) == again(found))
}

/// What `figure` is called: the words before it, or those with which the stock began that it closes.
fn name_of<'a>(figure: &Told<'_, 'a>, passages: &[Passage<'a>], known: &[Statement]) -> &'a str {
    const REACHED: &[&str] =
        &["增至", "减至", "升至", "降至", "增加到", "减少到", "扩大到", "调整为", "达到"];
    const CLOSING: &[&str] = &["年末", "年底", "期末", "现", "目前"];
    let mention = figure.mention;
    // What there was at the beginning is another figure of the same name.
    if mention.has(Cue::Opening) {
        return "";
    }
    // 非学科类由年初的 187 家增至 214 家.
    if REACHED.contains(&mention.before) {
        let before = figure.index.checked_sub(1).and_then(|before| figure.passage.mentions.get(before));
        let from = before.filter(|before| before.clause == mention.clause);
        return from.and_then(|from| from.before.rsplit_once(['由', '从'])).map_or("", |(name, _)| name);
    }
    // 发布案例 12 期 24 件: the second measure is of the same.
    if mention.before.is_empty() && mention.lead == Lead::Nothing {
        let before = figure.index.checked_sub(1).and_then(|before| figure.passage.mentions.get(before));
        return before.filter(|before| before.after.is_empty()).map_or("", |before| before.before);
    }
    if label::begins(mention.before, CLOSING) {
        let flow = known
            .iter()
            .filter(|one| one.kind == ClaimKind::Flow && one.status == Status::Holds)
            .find(|flow| {
                flow.operands_as("closing").any(|closing| closing.span.start == mention.quantity.span.start)
            });
        let opening = flow.and_then(|flow| flow.operands_as("opening").next());
        let passage = passages.get(figure.place);
        let opening = opening
            .zip(passage)
            .and_then(|(opening, passage)| passage.mentions.get(passage.index_at(opening.span.start)));
        return opening.map_or(mention.before, |opening| opening.before);
    }
    mention.before
}

/// The claim that `again` is the one figure among `names` that bears its name.
fn restatement(again: &Told<'_, '_>, pointing: &Pointing<'_>, names: &[Named<'_, '_>]) -> Option<Statement> {
    let mention = again.mention;
    let is_candidate = |named: &&Named<'_, '_>| named.told.class == again.class;
    let nouns = || beginnings(mention.after, pointing.shortest).filter(|noun| ends_name(mention.after, noun));
    let (noun, first) = nouns().find_map(|noun| {
        let mut found = names.iter().filter(is_candidate).filter(|named| bears(named, noun, pointing));
        let first = found.next()?;
        let value = first.told.mention.quantity.base();
        found.all(|other| other.told.mention.quantity.base() == value).then_some((noun, first))
    })?;
    let one = &first.told;
    // What has its value may be what is meant, under another name.
    let has_its_value = names.iter().filter(is_candidate).any(|named| {
        named.told.mention.quantity.base() == mention.quantity.base()
            && (mention.quantity.value >= Decimal::whole(10) || named.told.place == one.place)
    });
    // 立案312起，上年结转9起 … 321起案件中: what came on top.
    let gap = mention.quantity.base()?.minus(one.mention.quantity.base()?)?.abs();
    let is_explained = [one, again].into_iter().any(|told| {
        let near = told.passage.mentions.iter().filter(|other| other.sentence == told.mention.sentence);
        near.take(MOST)
            .any(|other| other.quantity.class() == Some(again.class) && other.quantity.base() == Some(gap))
    });
    let settings = (Setting::of(one), Setting::of(again));
    let is_of_one_event = is_of_one_event(one, again, pointing.subject);
    let is_of_the_same = is_of_one_event || is_told_of_the_same(one, pointing.subject);
    // 162 所公办幼儿园、民办幼儿园, 162 家律师事务所（含分所）.
    let names_more = mention.after == noun && (again.goes_on_with(&["、"]) || again.goes_on_with(BRACKETS));
    let is_another = names_more
        || is_explained
        || !one.is_apart_from(again)
        || has_its_value
        || !one.is_of_the_time_of(again)
        || !is_of_one_event && (settings.0.is_of_a_part(one, true) || settings.1.is_partial(again, true))
        // What was done is done, though more is planned for it.
        || pointing.verb.is_empty() && settings.1.is_planned()
        || !is_of_one_event && settings.0.differs_from(&settings.1, false);
    let (a, b) = in_one_unit(one.mention.quantity, mention.quantity)?;
    let least = Decimal::whole(pointing.least);
    let are_swapped = a >= least && b >= least && is_swapped(a, b);
    // 28 件移送案件: more than were sent there cannot be; fewer may be some of them.
    let is_of_a_deed = !pointing.verb.is_empty() || doing_in_front(noun).is_some();
    let is_all =
        b > a || label::has(mention.after, OF_ALL) || label::has(mention.after, &["逐案", "逐件", "逐份"]);
    // 市级转办的 27 件 are not all that came.
    let is_of_a_deed = is_of_a_deed && scope::level(first.name).is_none();
    let is_slip = if pointing.subject.is_empty() || is_of_the_same {
        are_swapped || is_of_a_deed && is_all && is_one_slip(a, b)
    } else {
        are_swapped && b > a
    };
    let statement = compare(one.mention, mention, false).filter(|_| is_slip && !is_another)?;
    let name = match pointing.verb {
        "" => noun.to_owned(),
        verb => format!("{verb}的{noun}"),
    };
    Some(called(statement, name))
}

/// 召开第五次联席会议，议定事项 14 项 … 第五次联席会议议定的 16 项: whether the sentence of `one` names who did it in front of the figure.
fn is_told_of_the_same(one: &Told<'_, '_>, subject: &str) -> bool {
    const SHORTEST: usize = 3;
    let words = one.passage.between(one.mention.sentence_start, one.mention.quantity.span.start);
    search::length(subject) >= SHORTEST && words.contains(subject)
}

/// 9月12日召开第五次联席会议，议定事项 14 项。第五次联席会议议定的 16 项事项, or 会议议定的: whether `subject` is one meeting, of which the
/// sentence of `one` tells, whenever it was.
fn is_of_one_event(one: &Told<'_, '_>, again: &Told<'_, '_>, subject: &str) -> bool {
    const MEETING: &str = "会议";
    let words = one.passage.between(one.mention.sentence_start, one.mention.quantity.span.start);
    let is_numbered =
        subject.starts_with('第') && subject.contains(['次', '届', '期']) && words.contains(subject);
    let is_next = one.place == again.place && one.mention.sentence + 1 == again.mention.sentence;
    // 11月20日召开联席会议，会议议定的 16 项: another one has just been told of.
    let again_words = again.passage.between(again.mention.sentence_start, again.mention.quantity.span.start);
    let is_the_last = words.matches(MEETING).count() == 1 && again_words.starts_with(MEETING);
    is_numbered || subject == MEETING && is_next && is_the_last
}

/// Whether `named` counts what `noun` and `verb` say: all signs of them stand in its words, and both end alike.
fn bears(named: &Named<'_, '_>, noun: &str, pointing: &Pointing<'_>) -> bool {
    const GENERAL: &[&str] = &["机构", "企业", "单位", "人员", "案件", "事项", "问题"];
    const FILED: &[&str] = &["立案", "立案查处", "查处", "查办"];
    const LAST: usize = 2;
    const LONGEST: usize = 360;
    const ANY_VERB: &[&str] = &["完成", "开展", "进行", "实施", "办理", "组织"];
    const LONG_NOUN: usize = 5;
    let name = named.name;
    let after = named.told.mention.after;
    let verb = pointing.verb;
    // 对 135 个规范性文件开展清理 … 清理的 153 个规范性文件.
    let rest = || after.strip_prefix(noun).filter(|_| !verb.is_empty());
    if rest().is_some_and(|rest| !rest.is_empty() && rest.ends_with(verb)) {
        return true;
    }
    let is_end = search::length(name) >= 4 && verb.ends_with(name);
    // 合同合法性审查 62 件 … 完成的 26 件合同合法性审查: what is a deed itself is done with any verb.
    let is_any_verb =
        || ANY_VERB.contains(&verb) && search::length(noun) >= LONG_NOUN && name.ends_with(noun);
    if !is_end && !name.contains(verb) && !is_any_verb() || !name.contains(pointing.scope) {
        return false;
    }
    // 321起案件中 behind 立案312起.
    if noun == "案件" && !is_end {
        return FILED.iter().any(|filed| name.ends_with(filed)) || name == verb;
    }
    // 出台《…》《…》3部规范性文件.
    let is_behind = || rest() == Some("");
    let last = noun.char_indices().rev().nth(LAST - 1).and_then(|(at, _)| noun.get(at..));
    let ends_alike =
        last.is_some_and(|last| name.ends_with(last)) && noun.chars().all(|sign| name.contains(sign));
    // 非学科类机构 behind 非学科类.
    let is_general = || {
        let short = search::ahead(noun, GENERAL).unwrap_or("");
        search::length(short) >= 4 && name == short
    };
    // 收费项目 46 项，取消 14 项 … 取消的 41 项收费项目.
    let is_named_ahead = || {
        let words = named.told.passage.between(named.told.mention.sentence_start, named.told.mention.start);
        let is_named = is_end || name == verb && search::length(noun) >= 4;
        is_named && words.len() <= LONGEST && words.contains(noun)
    };
    ends_alike || is_behind() || is_named_ahead() || is_general()
}
