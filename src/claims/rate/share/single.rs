//! One share of one part: 优秀 427 宗，占评查总数的 22.7%; 办结 80 件，占 80%.
//!
//! Takes the share, its words and what earlier shares of the sentence have shown; gives its statement and the whole that the
//! next one may be of.
//!
//! *Invariant:* what the words name is asked before what stands near; a whole that no word names is taken only where it fits,
//! or where nothing else can be meant.

use super::candidates::{Candidates, Named};
use super::doubts;
use super::named_between;
use super::of_those;
use super::other_measure;
use super::part::{is_called, is_called_behind, part_of};
use super::ranked;
use super::row;
use super::whole::{self, has_its_share, is_grand, named_whole, stands_beside, wholes_of};
use super::wording::Wording;
use crate::claims::Statement;
use crate::claims::flow::movement::{Movement, movement};
use crate::claims::label::{self, label};
use crate::claims::list;
use crate::claims::rate::names::{self, Counts};
use crate::claims::rate::quotient::Quotient;
use crate::claims::rate::sums::Sums;
use crate::claims::rate::{holding, marks, not_yet};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::lang::Text;
use crate::review::Status;

const WHOLE_UNCLEAR: Text = Text {
    zh: "占的是哪一个总数，文中看不出，未作判断",
    en: "the text does not tell of which total it is a share; not judged",
};

/// The statement of the share at `index`. `last` remembers the sentence and whole of the share before, for 占 in a row.
pub(super) fn claim(
    passage: &Passage<'_>,
    index: usize,
    wording: Wording<'_>,
    sums: &Sums,
    last: &mut Option<(u32, usize)>,
) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let told = wording.part;
    let wording = Wording { part: label::strip(told), ..wording };
    let row = ranked::row_before(passage, index);
    if row.len() > 1 && wording.part.is_empty() {
        return ranked::claim(passage, index, wording, &row);
    }
    let Some(part_index) = part_of(passage, index, wording.part) else {
        // 尚余 17 户未办证，已办证的占 94%.
        let name = wording.part.trim_end_matches('的').trim_start_matches('已');
        return not_yet::claim(passage, index, name).filter(|_| wording.whole.is_empty());
    };
    let part = passage.mentions.get(part_index)?;
    // 8 家不达标，不达标机构中社会化机构占 75%: of the 8, and how many it is is not told.
    if wording.part.split_once('中').is_some_and(|(of, _)| !of.is_empty() && is_called(label(part), of)) {
        return None;
    }
    let in_list = passage.list_of(part_index).map(|list| list.whole);
    let remembered = last.filter(|(sentence, _)| *sentence == rate.sentence).map(|(_, whole)| whole);
    let share = Share { passage, index, rate, told, wording, part_index, part, sums, in_list, remembered };
    let (shown, statement) = match share.named() {
        Named::As(whole) => share.of_one_of(&share.candidates(Some(whole)))?,
        Named::Nowhere => share.of_one_of(&share.candidates(None))?,
        Named::Unfound => share.of_the_grand_total()?,
    };
    if let Some(whole) = shown {
        *last = Some((rate.sentence, whole));
    }
    Some(statement)
}

/// A share, its part, and what is known before its whole is looked for.
struct Share<'p, 'a> {
    passage: &'p Passage<'a>,
    index: usize,
    rate: &'p Mention<'a>,
    /// The words in front of 占 as they stand.
    told: &'p str,
    wording: Wording<'p>,
    part_index: usize,
    part: &'p Mention<'a>,
    sums: &'p Sums,
    /// The whole of the list to which the part belongs.
    in_list: Option<usize>,
    /// The whole of the share before, in the same sentence.
    remembered: Option<usize>,
}

impl<'a> Share<'_, 'a> {
    /// The statement of the part as a share of the figure at `whole`. What is larger cannot be a part: then the whole is another one.
    fn of(&self, whole: usize) -> Option<Statement> {
        let whole = self.passage.mentions.get(whole)?;
        let quotient = Quotient::new(self.rate, &[self.part], &[whole])?;
        let is_part = quotient.numerator <= quotient.denominator
            && whole.quantity.class() == self.part.quantity.class();
        if is_part { quotient.judge() } else { None }
    }

    /// The same, with the whole beside it.
    fn each_of(&self, wholes: impl IntoIterator<Item = usize>) -> Vec<(usize, Statement)> {
        wholes.into_iter().filter_map(|whole| Some((whole, self.of(whole)?))).collect()
    }

    fn named(&self) -> Named {
        let (passage, part, words) = (self.passage, self.part_index, self.wording.whole);
        if words.is_empty() {
            let right_before =
                || of_those::right_before(passage, part).filter(|_| self.wording.part.is_empty());
            return of_those::whole(passage, part).or_else(right_before).map_or(Named::Nowhere, Named::As);
        }
        let between = |words: &str| {
            named_between::whole(passage, part, self.index, words).filter(|_| !self.wording.part.is_empty())
        };
        let short = || self.in_list.or(part.checked_sub(1)).filter(|&at| self.is_named_short(at));
        named_whole(passage, part, words)
            .or_else(short)
            .or_else(|| list::bearer(passage, part, words))
            .or_else(|| between(words))
            .map_or(Named::Unfound, Named::As)
    }

    fn is_named_short(&self, at: usize) -> bool {
        self.passage.mentions.get(at).is_some_and(|whole| {
            let is_near = whole.sentence == self.part.sentence && whole.clause + 1 >= self.part.clause;
            is_near && whole.quantity.is_count() && whole::is_short_for(self.wording.whole, whole)
        })
    }

    /// 占收案总数的 is of what was received, in whatever words; only that it holds can be said.
    fn of_the_grand_total(&self) -> Option<(Option<usize>, Statement)> {
        let farthest = || wholes_of(self.passage, self.part_index).pop();
        let of_its_noun = whole::all_of_its_noun(self.passage, self.part_index, self.wording.whole);
        let of_all = is_grand(self.wording.whole)
            .then(|| of_its_noun.or(self.in_list).or(self.remembered).or_else(farthest))
            .flatten()?;
        // 优秀 427 宗，占评查总数的 22.7%；合格 …，占评查总数的 …: the share before it has shown which total that is.
        let is_shown = self.remembered == Some(of_all) || of_its_noun.is_some();
        let found = self.of(of_all).filter(|statement| is_shown || statement.status == Status::Holds)?;
        Some((Some(of_all), found))
    }

    fn candidates(&self, named: Option<usize>) -> Candidates {
        let (passage, part) = (self.passage, self.part);
        // 60 岁以上 36.6 万人，占 12.8%，其中 65 岁以上 25.2 万人，占 8.8%: of them or, as they are, of all.
        let nested = self.in_list.filter(|&whole| has_its_share(passage, whole));
        // 抽检 25 家，21 家过关，4 家被通报，占 16%: the whole is what the parts were seen to add up to.
        let summed = self.sums.whole_of(passage, part).filter(|&whole| !has_its_share(passage, whole));
        let listed = self.in_list.or(summed).or(self.remembered).filter(|_| nested.is_none());
        let is_told_behind =
            self.in_list.is_none() && is_called_behind(passage, self.part_index, self.wording.part);
        let within = self.part_index.checked_sub(1).filter(|_| is_told_behind);
        let sure = named.or(within).or(listed);
        let (peers, nearby): (Vec<usize>, Vec<usize>) = wholes_of(passage, self.part_index)
            .into_iter()
            .filter(|at| !self.is_sibling(*at))
            .partition(|&at| has_its_share(passage, at));
        let first = nearby.first().copied();
        let is_near_one = first.is_some_and(|first| nearby.len() == 1 || self.adjoins(first));
        let is_told = named.is_some() || ((sure.is_some() || is_near_one) && nested.is_none());
        let nearest = first.filter(|_| sure.is_none());
        let is_beside = nearest
            .and_then(|at| passage.mentions.get(at))
            .is_some_and(|whole| stands_beside(whole, part, self.rate));
        // 转派量居前三位的分别为 31 件、28 件和 19 件。退单重办 2 件，占 0.97%: of several of the sentence before, or of none.
        let is_elsewhere = nearest.is_some_and(|at| doubts::is_one_of_several_before(passage, at, part));
        let is_sure = is_told && !is_beside && !is_elsewhere && !of_those::are_of_another_year(part);
        Candidates { named, sure, nested, peers, nearby, is_beside, is_sure }
    }

    fn adjoins(&self, whole: usize) -> bool {
        whole + 1 == self.part_index
            && self.passage.mentions.get(whole).is_some_and(|mention| mention.segment == self.part.segment)
    }

    /// Whether the figure at `at` is another part of the same whole.
    fn is_sibling(&self, at: usize) -> bool {
        let other = self.passage.mentions.get(at);
        other.is_some_and(|other| self.sums.are_siblings(self.part, other)) || self.is_of_before(at)
    }

    /// 年初 59 人，招录 6 人，年末 58 人，其中硕士 9 人，占 15.5%: of those there are now, never of those of before or of those who came.
    fn is_of_before(&self, at: usize) -> bool {
        let at_the_end = self.in_list.and_then(|whole| self.passage.mentions.get(whole)).and_then(movement);
        at_the_end == Some(Movement::Closing)
            && self.passage.mentions.get(at).and_then(movement).is_some_and(|does| does != Movement::Closing)
    }

    /// The statement of the share of that one of the candidates of which it is right, or else of the likeliest; with the whole that it shows.
    fn of_one_of(&self, candidates: &Candidates) -> Option<(Option<usize>, Statement)> {
        let (passage, wording) = (self.passage, self.wording);
        let found = self.readings(candidates);
        let best = found.iter().position(|(_, statement)| statement.status == Status::Holds);
        // 中级占比 is of 中级 alone.
        let row = if wording.part.is_empty() {
            row::ending_at(passage, self.part_index)
        } else {
            vec![self.part_index]
        };
        let is_of_all = best.is_none() || row::is_ranked(passage, &row);
        if is_of_all && row.len() > 1 && self.rate.lead == Lead::Comma {
            return row::claim(passage, self.index, &row, found).map(|statement| (None, statement));
        }
        let Some((whole, statement)) = found.into_iter().nth(best.unwrap_or(0)) else {
            let other = other_measure::claim(passage, self.index, self.part_index);
            return other.filter(|_| wording.whole.is_empty()).map(|statement| (None, statement));
        };
        if statement.status != Status::Broken {
            return Some((Some(whole), statement));
        }
        // 设立工作室 3240 个。检查场所 1460 处次，发现问题的 365 个，占 25%: of what its own sentence counts in another measure word.
        let is_elsewhere =
            passage.mentions.get(whole).is_some_and(|whole| whole.sentence < self.part.sentence);
        if is_elsewhere
            && candidates.named.is_none()
            && let Some(other) = other_measure::claim(passage, self.index, self.part_index)
            && other.status == Status::Holds
        {
            return Some((None, other));
        }
        if let Some(of_all) = self.of_the_better_as_well() {
            return Some((None, of_all));
        }
        let of_more = || {
            passage.mentions.get(whole).is_some_and(|whole| doubts::is_of_more(self.told, whole, self.part))
        };
        if candidates.named.is_none() && of_more() {
            return None;
        }
        if candidates.is_sure {
            return Some((Some(whole), statement));
        }
        self.in_doubt(candidates, whole, statement).map(|statement| (None, statement))
    }

    /// The statements of the share of all candidates, the likeliest first.
    fn readings(&self, candidates: &Candidates) -> Vec<(usize, Statement)> {
        let passage = self.passage;
        let Candidates { named, sure, nested, peers, nearby, .. } = candidates;
        let remade = named.map(|named| whole::remade(passage, named, self.part_index)).unwrap_or_default();
        let due = named.and_then(|named| whole::due_beside(passage, named));
        let mut readings: Vec<usize> =
            sure.iter().copied().chain(remade).chain(due).chain(*nested).chain(self.remembered).collect();
        if named.is_some() {
            return self.each_of(readings);
        }
        readings.extend(nearby);
        let mut found = self.each_of(readings);
        // 办结 80 件，占 80%，满意 72 件，占 90%: what has a share of its own may hold, but is never taken for
        // the whole of a share that does not fit.
        // 开庭 86 件，应出庭 62 件，出庭 62 件，正职出庭 18 件，占 29%: it may be of the figure right before it as well.
        let alike = passage
            .back_from(self.part_index)
            .take_while(|(_, other)| other.sentence == self.part.sentence)
            .find(|(_, other)| other.quantity.class() == self.part.quantity.class());
        let right_before = alike.map(|(at, _)| at).filter(|&at| !self.is_sibling(at));
        let fitting = self.each_of(peers.iter().copied().chain(right_before)).into_iter();
        found.extend(fitting.filter(|(_, statement)| statement.status == Status::Holds));
        found
    }

    /// 优秀 30 卷、合格 65 卷，合格案卷占 95%: who is 优秀 is 合格 as well.
    fn of_the_better_as_well(&self) -> Option<Statement> {
        let known = names::find(names::without_noun(self.wording.part))?;
        let Counts::Marks(above) = &known.counts else { return None };
        marks::marks(self.passage, self.index, above).filter(|all| all.status == Status::Holds)
    }

    /// What is said of a share that does not fit `whole`, where that may be the wrong one.
    fn in_doubt(&self, candidates: &Candidates, whole: usize, statement: Statement) -> Option<Statement> {
        // 县级办理 976 件，市本级 288 件，市本级占 22.8%: of both, which are all.
        let beside = self.passage.mentions.get(whole).filter(|_| candidates.is_beside);
        let of_both =
            beside.and_then(|beside| Quotient::new(self.rate, &[self.part], &[beside, self.part])?.judge());
        of_both
            .filter(|both| both.status == Status::Holds)
            .or_else(|| self.of(self.called_all(candidates)?))
            .or_else(|| holding(statement, WHOLE_UNCLEAR))
    }

    /// 办件总量 64000 件，线上 44800 件；窗口 19200 件，占 32%: beside another part it is of what is called a total.
    fn called_all(&self, candidates: &Candidates) -> Option<usize> {
        let is_all = |at: &&usize| {
            let whole = self.passage.mentions.get(**at);
            whole.is_some_and(|whole| whole.sentence == self.part.sentence && is_grand(label(whole)))
        };
        candidates.nearby.iter().find(is_all).copied().filter(|_| candidates.is_beside)
    }
}
