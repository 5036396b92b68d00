//! What is left of movements by themselves: 收入 860 万元，支出 842 万元，当年结余 18 万元; 新录用 12 名，退休 5 名，净增 7
//! 名.
//!
//! *Invariant:* what was there before takes no part, so that 结余 alone, which may hold it, is never called wrong.

use super::movement::{Movement, in_words, movement};
use super::statement::{Understood, statement};
use super::verbs;
use crate::claims::Statement;
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::growth;
use crate::claims::label;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::facts::{Class, year};
use crate::review::Status;
use crate::search;

/// Words of setting off income against outlay, in front of what that leaves.
const SET_OFF: &[&str] = &["收支相抵", "收支相抵后", "收支两抵", "收支品迭", "相抵后"];

/// Words of what is missing: then the outlay is the larger, and the net has no sign.
const DEFICIT: &[&str] = &["超支", "赤字", "亏损", "不足", "缺口", "短缺"];

/// The most movements that make one net.
pub const MOST_MOVEMENTS: usize = 8;

/// Whether `mention` begins the row of which only one movement is told, and that went out right behind it.
fn is_what_came_in(mention: &Mention<'_>, movements: &[(Movement, &Mention<'_>)]) -> bool {
    matches!(movements, [(Movement::Outflow, went)] if went.clause == mention.clause + 1 && went.segment == mention.segment)
        && matches!(mention.lead, Lead::Start | Lead::Semicolon)
        && !mention.before.is_empty()
        && in_words(mention).is_none()
        && !growth::changes_by(mention)
        && !mention.has(Cue::Comparison)
}

/// 新招录法官助理 18 名、书记员 26 名: what the first of a row does whose others, as the one at `index`, have a noun and no verb.
fn does_as_in_front(passage: &Passage<'_>, index: usize) -> Option<Movement> {
    const LONGEST_NOUN: usize = 6;
    let part = passage.mentions.get(index).filter(|part| part.lead == Lead::Pause)?;
    if part.before.is_empty()
        || search::length(part.before) > LONGEST_NOUN
        || label::begins(part.before, cues::REST)
    {
        return None;
    }
    let (_, head) = passage.back_from(index).find(|(_, head)| head.lead != Lead::Pause)?;
    let is_head = head.clause == part.clause && head.quantity.class() == part.quantity.class();
    let verb = verbs::does(None, head).filter(|verb| is_head && verb.is_sure)?;
    Some(verb.does)
}

/// The statement that the figure at `index` is what the movements right before it make.
pub fn claim(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let net = passage.mentions.get(index).filter(|net| net.before.contains(['净', '余', '抵']))?;
    // 收支相抵，结余 21 万元: what is set off stands in a clause of its own.
    let is_set_off = || {
        let clause = net.run_up.strip_suffix(net.before).and_then(|words| words.strip_suffix('，'));
        net.before == "结余" && clause.is_some_and(|words| SET_OFF.iter().any(|end| words.ends_with(end)))
    };
    let found =
        if is_set_off() || is_against_the_beginning(net.before) { Movement::Net } else { movement(net)? };
    let is_net = match found {
        _ if label::has(net.before, DEFICIT) => false,
        Movement::Net => !label::has(net.before, &["净减"]),
        Movement::Closing => net.before.ends_with("结余") && !net.has(Cue::Opening),
        _ => false,
    };
    // 净增行政编制 9 名 is of something else.
    let names_another =
        net.before.contains('净') && search::ending(net.before, &["净增", "净增加", "净增了"]).is_none();
    if !is_net || names_another {
        return None;
    }
    let mut movements: Vec<(Movement, &Mention<'_>)> = Vec::new();
    let mut is_untold = false;
    let mut sentence = net.sentence;
    for (at, mention) in passage.back_from(index).take(MOST_MOVEMENTS) {
        if mention.sentence != sentence {
            // 新登记 86 户。扣除注销的 31 户，…净增 55 户: what is taken off is taken off what was told before.
            let takes_off = movements.last().is_some_and(|(_, last)| is_taken_off(last));
            if !takes_off || mention.sentence + 1 != sentence || sentence != net.sentence {
                break;
            }
            sentence = mention.sentence;
        }
        // 年末 419 户，比上年末的 364 户净增 55 户: the two stocks between which it lies.
        let is_what_there_is = || at + 1 == index && movement(mention) == Some(Movement::Closing);
        let is_end = || is_against_the_beginning(net.before) && is_what_there_is();
        if movements.is_empty() && (is_one_of_the_ends(passage, at, index) || is_end()) {
            continue;
        }
        if mention.depth > net.depth || passage.is_part(at) || mention.quantity.is_share() {
            continue;
        }
        if mention.quantity.class() != net.quantity.class() {
            break;
        }
        let does = || verbs::does(None, mention).filter(|verb| verb.is_sure).map(|verb| verb.does);
        // 扣除同期注销的 31 户: 同期 is of what came in here, and of no other year.
        let goes = is_taken_off(mention).then_some(Movement::Outflow);
        let as_in_front = || does_as_in_front(passage, at);
        match goes.or_else(does).or_else(as_in_front) {
            Some(found @ (Movement::Inflow | Movement::Outflow)) => movements.push((found, mention)),
            // With a stock before them 结余 may be what is left of all, unless that is said behind it.
            Some(Movement::Opening) if !net.before.contains('净') && !is_closed_behind(passage, index) => {
                return None;
            }
            // 发布名单 426 人次，撤销 126 人次，净增加 300 人次: what something went out of came in, whatever its verb.
            _ if is_what_came_in(mention, &movements) => {
                movements.push((Movement::Inflow, mention));
                is_untold = true;
                break;
            }
            _ => break,
        }
    }
    movements.reverse();
    let has = |wanted: Movement| movements.iter().any(|(found, _)| *found == wanted);
    // The first comes in; what went out before it is of something else.
    let comes_in_first = movements.first().is_some_and(|(first, _)| *first == Movement::Inflow);
    if !comes_in_first || !has(Movement::Outflow) {
        return None;
    }
    let is_certain = found == Movement::Net && movements.iter().all(|(_, moved)| is_of_all(moved));
    let understood = match is_certain {
        false => Understood::Partly,
        // 比2022年末的 364 户净增 55 户: from which year on is told, and of which year the movements are is not.
        true if is_untold || is_from_a_year(passage, index) => Understood::Likely,
        true => Understood::Told,
    };
    let found = statement(None, &movements, net, understood);
    (is_certain || found.status == Status::Holds).then_some(found)
}

/// 净增 14 家，其中新成立 22 家、注销 8 家: the statement that the net at `index` is what the movements right behind it make.
pub fn claim_in_front(passage: &Passage<'_>, index: usize) -> Option<Statement> {
    let net = passage
        .mentions
        .get(index)
        .filter(|net| search::ending(net.before, &["净增", "净增加"]).is_some())?;
    let first = passage
        .mentions
        .get(index + 1)
        .filter(|first| label::has(first.before, &["其中"]) || first.lead == Lead::Open)?;
    let movements = movements_of_both_directions(passage, index, first, Movement::Inflow)?;
    Some(statement(None, &movements, net, Understood::Told))
}

/// The movements that begin with `first` right behind the figure at `index` and count as it does; `None` where none comes in, or
/// none goes out. Those that do what `adding` says stand first, so that no sum begins with what is taken away.
pub fn movements_of_both_directions<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    first: &Mention<'_>,
    adding: Movement,
) -> Option<Vec<(Movement, &'p Mention<'a>)>> {
    let class = passage.mentions.get(index)?.quantity.class();
    let mut movements = Vec::new();
    for (_, mention) in passage.ahead_from(index + 1).take(MOST_MOVEMENTS) {
        let is_one = mention.segment == first.segment
            && mention.bracket == first.bracket
            && mention.clause <= first.clause + 1
            && is_bare(mention)
            && mention.quantity.class() == class;
        match in_words(mention).filter(|_| is_one) {
            Some(found @ (Movement::Inflow | Movement::Outflow)) => movements.push((found, mention)),
            _ => break,
        }
    }
    let (mut added, taken): (Vec<_>, Vec<_>) = movements.into_iter().partition(|(does, _)| *does == adding);
    (!added.is_empty() && !taken.is_empty()).then(|| {
        added.extend(taken);
        added
    })
}

/// 新登记 3612 户, and not 新登记规上企业 12 户: whether the words say no more than what moved, so that it is of all.
pub fn is_bare(moved: &Mention<'_>) -> bool {
    const LONGEST: usize = 4;
    let words = moved.before.strip_prefix("其中").unwrap_or(moved.before);
    search::length(words) <= LONGEST
}

/// 年末在编人员较年初净增 7 人: whether `words` tell of a net since the year began.
fn is_against_the_beginning(words: &str) -> bool {
    const SINCE: &[&str] = &["年初", "期初", "上年末", "上年底", "去年底", "去年末"];
    let ahead = words
        .strip_suffix("净增")
        .and_then(|words| search::ending(words, SINCE).and_then(|since| words.strip_suffix(since)));
    ahead.is_some_and(|words| words.ends_with(['较', '比']))
}

/// Whether the net at `index` is set against a stock of a year that is named.
fn is_from_a_year(passage: &Passage<'_>, index: usize) -> bool {
    let earlier = index.checked_sub(1).and_then(|earlier| passage.mentions.get(earlier));
    earlier.is_some_and(|earlier| growth::is_set_against(earlier) && year::last(earlier.before).is_some())
}

/// Whether the figure is taken off the one of the sentence before: 扣除同期注销的 31 户 at the beginning of a sentence.
fn is_taken_off(moved: &Mention<'_>) -> bool {
    label::takes_off(moved.run_up) && !moved.run_up.contains(['，', '；', '：'])
}

/// Whether the figure at `at` is one of the two stocks right before the net at `index`: 年末 419 户，比上年末的 364 户净增 55 户.
fn is_one_of_the_ends(passage: &Passage<'_>, at: usize, index: usize) -> bool {
    let earlier = index.checked_sub(1);
    let is_set_against =
        earlier.and_then(|earlier| passage.mentions.get(earlier)).is_some_and(growth::is_set_against);
    let is_now = || passage.mentions.get(at).and_then(movement) == Some(Movement::Closing);
    is_set_against && (earlier == Some(at) || (at + 2 == index && is_now()))
}

/// Whether a figure of money is of all income or outlay: 办公支出 is only some of it.
fn is_of_all(moved: &Mention<'_>) -> bool {
    const GENERAL: &[&str] = &["实际", "累计", "各项", "总", "共", "实现", "完成", "取得", "经费", "资金"];
    // 协会全年收入: whose it is stands before the time.
    let owned = cues::THIS_YEAR
        .iter()
        .chain(&["年度", "报告期内", "期内", "本期"])
        .find_map(|time| search::split(moved.name, time))
        .map(|(_, words)| words);
    // 物业专项资金收入: all that a fund took in.
    let is_of_a_fund = ["资金收入", "基金收入", "经费收入"].iter().any(|income| moved.name.ends_with(income));
    let mut words = owned.unwrap_or(moved.name).to_owned();
    for word in GENERAL {
        words = words.replace(word, "");
    }
    moved.quantity.class() != Some(Class::Money) || matches!(words.as_str(), "收入" | "支出") || is_of_a_fund
}

/// Whether a stock after all changes stands behind the figure at `index` in its sentence.
fn is_closed_behind(passage: &Passage<'_>, index: usize) -> bool {
    let Some(net) = passage.mentions.get(index) else { return false };
    passage
        .ahead_from(index + 1)
        .take_while(|(_, mention)| mention.sentence == net.sentence)
        .any(|(_, mention)| movement(mention) == Some(Movement::Closing))
}
