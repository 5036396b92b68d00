//! The same thing counted again by its noun: 共有调解委员会 632 个 … 623 个调解委员会中有 118 个.
//!
//! Takes the figures of all passages, gives those that take up the noun of an earlier figure and are a slip of it.
//!
//! *Invariant:* the later figure has no verb of its own, so that nothing but what was counted before can be meant; one
//! that is no slip of the earlier figure may be of a part of it, and nothing is said.

use std::borrow::Cow;

use super::indicator::tell_of_different_things;
use super::noun_words::{
    LONGEST, SHORTEST, beginnings, is_all_of, nouns_ahead, nouns_counted, nouns_of_both, nouns_taken_up,
    sends_all_of, takes_up, without_state,
};
use super::{Told, compare, in_one_unit, names};
use crate::claims::Statement;
use crate::claims::judge::{is_one_slip, is_swapped};
use crate::claims::label;
use crate::claims::scope::{self, OF_ALL};
use crate::claims::statement::Mention;
use crate::facts::{Class, Decimal};
use crate::numbers::Numbers;
use crate::review::Status;
use crate::search;

/// The fewest of one so long that it can be of nothing else.
const SHORTEST_SURE: usize = 6;

/// Words of what came on top of others, so that there are more in the whole place.
const ADDED: &[&str] = &[
    "新",
    "增",
    "改",
    "扩",
    "升级",
    "打造",
    "标准化",
    "示范",
    "试点",
    "首批",
    "今年",
    "年内",
    "城区",
    "市区",
    "县城",
    "农村",
    "试行",
];

/// Those of the `indicators` that are counted again by their noun, and differ by a slip.
pub fn claims(indicators: &[Told<'_, '_>]) -> Vec<Statement> {
    // A noun that several figures count is of none of them.
    let mut counted = Counted::default();
    // What was named in the clause before its number.
    let mut named_ahead = Counted::default();
    let mut out = Vec::new();
    for &again in indicators {
        let mention = again.mention;
        let found = nouns_taken_up(mention).find_map(|(noun, verb)| {
            let first = counted.get(noun, again.class)?;
            let is_said = first.mention.before.contains(verb) || says_of_all(&first, verb);
            is_said.then_some((search::length(noun), first))
        });
        let found = found.or_else(|| stock_of_all(mention, &counted));
        let found = found.or_else(|| {
            // Few papers name anything so.
            if named_ahead.figures.is_empty() {
                return None;
            }
            nouns_taken_up(mention)
                .filter(|(noun, _)| is_all_of(mention, noun))
                .find_map(|(noun, _)| Some((search::length(noun), named_ahead.get(noun, again.class)?)))
        });
        let found = found.or_else(|| named_again(&again, &counted));
        if let Some((length, first)) = found
            && again.is_apart_from(&first)
            && again.is_of_the_time_of(&first)
        {
            out.extend(slip(&first, &again, length));
            continue;
        }
        for noun in nouns_counted(mention).chain(names::of_so_many_kinds(mention)) {
            counted.add(Cow::Borrowed(noun), again);
        }
        for noun in nouns_of_both(&again) {
            counted.add(Cow::Owned(noun), again);
        }
        for noun in nouns_ahead(mention) {
            named_ahead.add(Cow::Borrowed(noun), again);
        }
    }
    out
}

/// The stock of a whole place that `mention` takes up for all of whom something was done, and the length of its name:
/// 为全县 836 名网格员 behind 全县网格员共有 863 名.
fn stock_of_all<'p, 'a>(mention: &Mention<'a>, counted: &Counted<'p, 'a>) -> Option<(usize, Told<'p, 'a>)> {
    const FOR: &[&str] = &["为", "给", "向", "对"];
    const SHORTEST_STOCK: usize = 3;
    let scope = scope::ending(mention.before)?;
    let ahead = mention.before.strip_suffix(scope)?;
    if !FOR.iter().any(|word| ahead.ends_with(word)) {
        return None;
    }
    beginnings(mention.after, SHORTEST_STOCK).find_map(|noun| {
        let name = format!("{scope}{noun}");
        let first = counted.get(&name, mention.quantity.class()?)?;
        (label::strip(first.mention.before) == name).then_some((search::length(&name), first))
    })
}

/// 争取补助资金 1.26 亿元，已全部到账 and 到账的 12600 万元补助资金: whether the words behind `first` say what `verb` does of all of it.
fn says_of_all(first: &Told<'_, '_>, verb: &str) -> bool {
    const ALL: &[&str] = &["全部", "全额", "均已", "已全", "悉数", "足额"];
    let next = first.passage.mentions.get(first.index + 1).map_or(first.passage.end(), |next| next.start);
    let behind = first.passage.between(first.mention.quantity.span.end, next);
    let clauses = label::first_characters(behind, LONGEST * 2).split('。').next().unwrap_or("");
    clauses.split(['，', '；']).any(|clause| label::has(clause, ALL) && clause.contains(verb))
}

/// 推动全区 175 个村（社区）调解委员会 behind 全区建成村（社区）调解委员会 157 个, and 三类许可 2404 件 behind 三类许可共 2440 件: what
/// has the whole of such a name again, and the length of the name.
fn named_again<'p, 'a>(again: &Told<'_, 'a>, counted: &Counted<'p, 'a>) -> Option<(usize, Told<'p, 'a>)> {
    let mention = again.mention;
    let is_of_all = || takes_up(mention) || scope::ending(mention.before).is_some();
    let behind = names::with_a_bracket_behind(mention).filter(|_| is_of_all());
    behind.chain(names::of_so_many_kinds(mention)).find_map(|name| {
        let first = counted.get(name, again.class)?;
        Some((search::length(name), first))
    })
}

/// For every noun the figures that count it, one for each measure word; none where several do.
#[derive(Default)]
struct Counted<'p, 'a> {
    nouns: Numbers<'a>,
    figures: Vec<Figures<'p, 'a>>,
}

/// The figures that count one noun, mostly in one measure word.
struct Figures<'p, 'a> {
    first: (Class, Option<Told<'p, 'a>>),
    others: Vec<(Class, Option<Told<'p, 'a>>)>,
}

impl<'p, 'a> Counted<'p, 'a> {
    fn get(&self, noun: &str, class: Class) -> Option<Told<'p, 'a>> {
        let figures = self.figures.get(self.nouns.get(noun)?)?;
        std::iter::once(&figures.first).chain(&figures.others).find(|(of, _)| *of == class)?.1
    }

    fn add(&mut self, noun: Cow<'a, str>, figure: Told<'p, 'a>) {
        let number = self.nouns.of(noun);
        let Some(figures) = self.figures.get_mut(number) else {
            self.figures.push(Figures { first: (figure.class, Some(figure)), others: Vec::new() });
            return;
        };
        let mut all = std::iter::once(&mut figures.first).chain(&mut figures.others);
        match all.find(|(of, _)| *of == figure.class) {
            Some((_, known)) => {
                *known = known.filter(|known| known.mention.quantity.value == figure.mention.quantity.value);
            }
            None => figures.others.push((figure.class, Some(figure))),
        }
    }
}

/// The claim that `again` is `first`, where it is a slip of it.
fn slip(one: &Told<'_, '_>, other: &Told<'_, '_>, length: usize) -> Option<Statement> {
    let (first, again) = (one.mention, other.mention);
    let (a, b) = in_one_unit(first.quantity, again.quantity)?;
    let is_of_all = length > SHORTEST && a >= Decimal::whole(100) && label::has(again.after, OF_ALL);
    // 1.38亿元 and 13080万元: rounded to what 亿 can say, they are no longer swapped.
    let is_swapped = || is_swapped(a, b) || written_out(first, again).is_some_and(|(a, b)| is_swapped(a, b));
    // 2.38万人次的法治培训: so many of it are all that was told of it.
    let is_of_so_many = takes_up(again) && again.after.starts_with('的');
    let is_slip_when_written_out = || {
        let (a, b) = written_out(first, again).unwrap_or((a, b));
        a >= Decimal::whole(1000) && is_one_slip(a, b)
    };
    // 到账的 12800 万元补助资金 behind 补助资金 1.26 亿元: of a long name that is taken up three digits may be one slip apart.
    let points_back = again.before.ends_with('的') || label::takes_up(again.before);
    let is_long = length >= SHORTEST_SURE && points_back && first.quantity.factor > 1;
    let have_three_digits = || a.div_rounded(a.step(), 0).is_some_and(|digits| digits >= Decimal::whole(100));
    let is_slip_of_long = is_long && have_three_digits() && is_one_slip(a, b);
    // 依托全市 75 个公共法律服务工作站: a long name of all of them.
    let is_of_whole_place = length > SHORTEST
        && sends_all_of(label::without_ordinal(again.before))
        && !label::has(first.before, ADDED)
        && a >= Decimal::whole(10)
        && is_one_slip(a, b);
    let is_slip = is_slip_of_long
        || is_of_whole_place
        || a >= Decimal::whole(10)
            && (is_swapped()
                || (is_of_all && is_one_slip(a, b))
                || (is_of_so_many && is_slip_when_written_out()));
    // 全区执法人员 1160 人, 组织全区 1106 名持证执法人员: fewer may be those who have a certificate, more may not.
    if let Some((state, _)) = without_state(again.after)
        && !first.before.contains(state)
        && b <= a
    {
        return None;
    }
    let statement = compare(first, again, false).filter(|found| found.status == Status::Broken && is_slip)?;
    (!tell_of_different_things(one, other)).then_some(statement)
}

/// Both figures with 万 and 亿 multiplied out.
fn written_out(first: &Mention<'_>, again: &Mention<'_>) -> Option<(Decimal, Decimal)> {
    Some((first.quantity.base()?.divided_by_power(1)?, again.quantity.base()?.divided_by_power(1)?))
}
