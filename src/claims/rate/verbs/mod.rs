//! Rates whose counts are told by their verbs: 受理 … 办结 …, 办结率.
//!
//! *Invariant:* a count is taken for the verb before it; where several could be meant, or one is of more
//! than the rate, the rate only ever holds or stays open.

mod name;
mod words;

use super::general::{NEAR, carries_over_since, is_of_a_grade, names_what_is_carried, uncertain};
use super::names::Verbs;
use super::of_levels;
use super::owed;
use super::quotient::Quotient;
use super::{BASE_UNCLEAR, holding};
use crate::claims::cue_set::Cue;
use crate::claims::cues;
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, label};
use crate::facts::Decimal;
use crate::lang::Text;
use crate::review::Status;
use crate::search;
use name::Name;
pub use words::{IN_TIME, LATE, NOT_DONE, OF_SOME, QUALIFIERS, WITHIN_TERM};

/// Why a rate with several possible counts above the line is left open.
pub const SEVERAL: Text = Text {
    zh: "有几个数字可作分子，未作判断",
    en: "several figures may be above the line; not judged",
};
const NARROWER: Text = Text {
    zh: "比率限定了范围（如“按期”），文中没有相应的计数，未作判断",
    en: "the rate is of a narrower count, such as what was done in time, that is not written; not judged",
};

/// A rate whose counts are told by their verbs: 受理 … 办结 …
pub fn by_verbs(passage: &Passage<'_>, index: usize, name: &str, known: &Verbs) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let reach = before_in_sentence(passage, index);
    if let Some(found) = of_levels::claim(passage, rate, &reach, known) {
        return Some(found);
    }
    let name = Name::of(name, known);
    if !name.narrows
        && let Some(owed) = owed::find(&reach, known)
    {
        return owed::claim(rate, &reach, owed, known);
    }
    let above = name.done_in(&reach)?;
    let counts = Counts { passage, index, rate, reach: &reach, name: &name, above };
    match counts.due() {
        Some(below) => counts.of_what_is_due(below),
        None => counts.of_the_sentence_before(),
    }
}

/// A rate, the figures before it in its sentence, and the one that tells what was done.
struct Counts<'c, 'p, 'a> {
    passage: &'p Passage<'a>,
    index: usize,
    rate: &'p Mention<'a>,
    reach: &'c [&'p Mention<'a>],
    name: &'c Name<'c>,
    above: &'p Mention<'a>,
}

impl<'p, 'a> Counts<'_, 'p, 'a> {
    fn with(&self, below: &[&Mention<'_>]) -> Option<Statement> {
        Quotient::new(self.rate, &[self.above], below)?.judge()
    }

    /// Whether `mention` may stand below the line by its place.
    fn fits(&self, mention: &Mention<'_>) -> bool {
        mention.token < self.above.token && mention.quantity.class() == self.above.quantity.class()
    }

    /// What was carried over from the year before.
    fn carried(&self) -> Option<&'p Mention<'a>> {
        self.reach.iter().copied().find(|mention| {
            self.fits(mention) && (mention.has(Cue::CarriedOver) || mention.has(Cue::Opening))
        })
    }

    /// What there was to do.
    fn due(&self) -> Option<&'p Mention<'a>> {
        let carried = self.carried();
        let told = self.reach.iter().copied().find(|mention| {
            self.fits(mention)
                && label::has(mention.before, self.name.known.below)
                && carried.is_none_or(|carried| carried.token != mention.token)
        })?;
        let is_done = |mention: &Mention<'_>| {
            mention.segment == told.segment && label::has(mention.before, self.name.known.above)
        };
        let is_told_alike = || self.reach.iter().any(|mention| is_done(mention));
        let head = self.head_of_segment().filter(|head| head.segment > told.segment && is_told_alike());
        Some(head.unwrap_or(told))
    }

    /// 调处用地纠纷 214 起，成功 209 起；林权纠纷 58 起，成功 52 起: what there was to do of the segment by itself, whose verb the segment
    /// in front told.
    fn head_of_segment(&self) -> Option<&'p Mention<'a>> {
        let mut counts = self
            .reach
            .iter()
            .copied()
            .filter(|mention| mention.segment == self.above.segment && self.fits(mention));
        let head = counts.next().filter(|_| counts.next().is_none())?;
        let is_told = head.lead == Lead::Semicolon
            && self.above.clause == head.clause + 1
            && !head.name.is_empty()
            && !head.has(Cue::Among)
            && !head.has(Cue::CarriedOver)
            && !label::has(head.before, self.name.known.above)
            && !label::has(head.before, NOT_DONE);
        is_told.then_some(head)
    }

    /// The statement with what the sentence before tells as what there was to do.
    fn of_the_sentence_before(&self) -> Option<Statement> {
        let below = in_sentence_before(self.passage, self.above, self.name.known.below);
        let others = tells_of_the_others(self.passage, self.index, self.above);
        if let Some(others) = others {
            // 已整改 54 处，整改率 85.7%；另外 9 处涉及制度调整: what is told of the others says that there was nothing else to do,
            // 化解积案 73 件，化解率 93.6%，剩余 5 件已包案: whatever the sentence before counts.
            let all = self.above.quantity.base()?.plus(others.quantity.base()?);
            let below = below.filter(|below| below.quantity.base() == all);
            let of_both = || self.with(&[self.above, others]).filter(holds);
            return below.and_then(|below| self.with(&[below])).or_else(of_both);
        }
        let below = below?;
        let found = self.with(&[below])?;
        if self.can_only_be_of(below, &found) {
            return Some(uncertain(found));
        }
        holding(found, BASE_UNCLEAR).filter(holds)
    }

    /// 发现问题 58 个。目前已整改 51 个，整改率 92.7%: whether nothing else can be meant by the base than what `below` found, since none of it
    /// comes from before, and the sentence counts no more.
    fn can_only_be_of(&self, below: &Mention<'_>, found: &Statement) -> bool {
        let is_only = self.reach.iter().all(|count| {
            count.token == self.above.token || count.quantity.class() != self.above.quantity.class()
        });
        let is_near = found.fault.is_some_and(|fault| fault.excess.abs() <= Decimal::whole(NEAR));
        let fits = self.above.quantity.base() <= below.quantity.base();
        // 企业自查整改 490 处, 截至10月底整改 39 处: of some of them, or of those that were due by then.
        let is_bare = || {
            let words =
                search::behind(self.above.before, &["截至目前", "目前", "现"]).unwrap_or(self.above.before);
            let verb = words.strip_prefix('已').unwrap_or("");
            self.name.known.above.contains(&search::ahead(verb, &["完成", "到位", "完毕"]).unwrap_or(verb))
        };
        let ends = self.passage.between(below.quantity.span.end, self.above.start);
        let adjoins = || self.above.lead == Lead::Start && ends.starts_with('。');
        !self.name.known.carries_over
            && !self.name.narrows
            && is_only
            && is_near
            && fits
            && is_bare()
            && adjoins()
    }

    /// The statement with `below` as what there was to do, or with more of which it is a part.
    fn of_what_is_due(&self, below: &Mention<'_>) -> Option<Statement> {
        if let Some(sum) = summed_up(self.passage, below, self.above) {
            return self.of_a_sum(sum, below);
        }
        let row = self.row_above(below);
        if row.len() > 1 {
            let together = Quotient::new(self.rate, &row, &[below])?.judge()?;
            let alone = self.with(&[below])?;
            return holding(if holds(&together) { together } else { alone }, SEVERAL);
        }
        // 应诉案件上年结转 3 件；收到信访 320 件，办结 290 件: what came over is of another thing.
        let carried = self
            .carried()
            .filter(|other| other.segment >= below.segment || !names_what_is_carried(other.before));
        let mut side_by_side = self.passage.row_around(below);
        side_by_side.retain(|one| one.token < self.above.token);
        match carried {
            None if side_by_side.len() > 1 => of_a_row(self.rate, self.above, &side_by_side),
            None => self.of_one(below),
            Some(carried) => {
                let both = self.with(&[carried, below])?;
                let alone = self.with(&[below])?;
                if holds(&both) || holds(&alone) {
                    return Some(if holds(&both) { both } else { alone });
                }
                if self.are_all_told(carried, below) {
                    return Some(uncertain(nearer(both, alone)));
                }
                holding(alone, BASE_UNCLEAR)
            }
        }
    }

    /// 受理申请 84 件、受理举报 116 件，共计 200 件: the sum is what all of them are done of. 投诉举报办结 110 件: what was done has an object,
    /// and may be of one of them.
    fn of_a_sum(&self, sum: &Mention<'_>, below: &Mention<'_>) -> Option<Statement> {
        let of_all = self.with(&[sum])?;
        // 审结 143 件，按期结案率 100%: of what was closed, and not of all there was.
        if !holds(&of_all) && !self.name.is_told_by(self.above) {
            return holding(of_all, NARROWER);
        }
        if holds(&of_all) || object_of(self.above, self.name.known).is_empty() {
            return Some(of_all);
        }
        self.with(&[below]).filter(holds).or_else(|| holding(of_all, SEVERAL))
    }

    /// 当场整改 198 个、限期整改 61 个, or 立行立改 198 个、限期整改 61 个: the figures of which all the rate may be.
    fn row_above(&self, below: &Mention<'_>) -> Vec<&'p Mention<'a>> {
        let joined = self.passage.row_ending_with(self.above);
        let is_told_of_some = !self.name.is_told_by(self.above);
        let is_one = |mention: &&Mention<'_>| {
            let is_joined = joined.iter().any(|other| other.token == mention.token);
            mention.token > below.token
                && mention.quantity.class() == self.above.quantity.class()
                && (is_told_of_some || self.name.is_told_by(mention))
                && !self.name.leaves_out_late(mention)
                && (is_joined || label::has(mention.before, self.name.known.above))
                && !mention.has(Cue::Among)
                && !label::has(mention.before, NOT_DONE)
        };
        self.reach.iter().copied().filter(|mention| is_one(mention)).rev().collect()
    }

    /// 旧存 21 件，新收 129 件，结案 136 件，结案率: whether the sentence counts nothing besides what was carried over, came in and was
    /// done, so that the rate is of the one or the other.
    fn are_all_told(&self, carried: &Mention<'_>, below: &Mention<'_>) -> bool {
        const LEFT: &[&str] =
            &["未结", "未办结", "未审结", "存案", "年末", "年底", "剩余", "尚余", "结转下年", "尚未"];
        let is_left =
            |mention: &Mention<'_>| mention.token > self.above.token && label::begins(mention.before, LEFT);
        let told = [carried.token, below.token, self.above.token];
        let is_alike = |mention: &&&Mention<'_>| mention.quantity.class() == self.above.quantity.class();
        self.name.is_told_by(self.above)
            && !self.name.narrows
            && carried.segment == self.above.segment
            && below.segment == self.above.segment
            && self.rate.clause <= self.above.clause + 2
            && self
                .reach
                .iter()
                .filter(is_alike)
                .all(|mention| told.contains(&mention.token) || is_left(mention))
    }

    /// The statement with `below` alone below the line, as far as the words leave no doubt.
    fn of_one(&self, below: &Mention<'_>) -> Option<Statement> {
        let alone = Quotient::new(self.rate, &[self.above], &[below])?;
        let known = self.name.known;
        // 审结 may exceed 受理 by what was carried over from the year before.
        let may_be_carried = carries_over_since(self.passage, below, self.rate)
            || (alone.numerator > alone.denominator && known.carries_over);
        // 新收 120 件，办结 110 件，结案率 86%: of what was there before nothing is said, and it could only lower the rate.
        let is_of_more = || {
            known.carries_over
                && label::has(below.before, &["新收", "新立", "新受理"])
                && exceeds_written(&alone, self.rate)
        };
        if may_be_carried || is_of_more() {
            return holding(alone.judge()?, BASE_UNCLEAR);
        }
        if !self.name.is_told_by(self.above) || is_of_a_grade(self.name.words, &[self.above, below]) {
            return holding(alone.judge()?, NARROWER);
        }
        let nearest = alone.judge()?;
        if holds(&nearest) {
            return Some(nearest);
        }
        // 受理 657 件，调解 649 件，调解成功 638 件: 成功率 is of either, as is the custom.
        let mut others = self.reach.iter().copied().filter(|mention| {
            mention.token < below.token && self.fits(mention) && label::has(mention.before, known.below)
        });
        others.find_map(|other| self.with(&[other]).filter(holds)).or(Some(nearest))
    }
}

/// What `mention` counts besides the verbs of the rate.
fn object_of<'m>(mention: &Mention<'m>, known: &Verbs) -> &'m str {
    const SMALL: &[&str] = &[
        "已", "均", "全部", "依法", "及时", "实际", "累计", "共", "现", "目前", "完成", "到位", "完毕",
        "全面",
    ];
    let mut object = mention.name;
    let ends = || known.above.iter().chain(known.below).chain(SMALL);
    while let Some(shorter) =
        ends().find_map(|word| object.strip_suffix(*word).or_else(|| object.strip_prefix(*word)))
    {
        object = shorter;
    }
    object
}

/// What is told between `part` and `above` to be the sum of a row of which `part` is one: 共计 200 件.
fn summed_up<'p>(
    passage: &'p Passage<'_>,
    part: &Mention<'_>,
    above: &Mention<'_>,
) -> Option<&'p Mention<'p>> {
    let sums_up =
        |words: &str| cues::ALL_SUMS.contains(&words) || matches!(words, "共有" | "合计共" | "累计共");
    let at = passage.index_of(part);
    let listed = passage.list_of(at).map(|list| list.whole);
    let next =
        passage.ahead_from(at + 1).find(|(_, mention)| mention.lead != Lead::Pause).filter(|(_, next)| {
            next.lead == Lead::Comma
                && next.sentence == part.sentence
                && next.quantity.class() == part.quantity.class()
                && sums_up(next.before)
        });
    let sum = passage.mentions.get(listed.filter(|&whole| whole > at).or(next.map(|(at, _)| at))?)?;
    (sum.token < above.token).then_some(sum)
}

/// The statement with all the row of `below` under the line: 排查一般隐患 420 处、重大隐患 30 处. Of one of them alone it
/// may be where there are more of that than were done with; else nobody can say.
fn of_a_row(rate: &Mention<'_>, above: &Mention<'_>, row: &[&Mention<'_>]) -> Option<Statement> {
    let together = Quotient::new(rate, &[above], row)?.judge()?;
    let done = above.quantity.base()?;
    let is_of_all = row.iter().all(|one| one.quantity.base().is_some_and(|of_one| of_one < done));
    if is_of_all || holds(&together) {
        return Some(together);
    }
    let alone = || row.iter().find_map(|one| Quotient::new(rate, &[above], &[*one])?.judge().filter(holds));
    alone().or_else(|| holding(together, SEVERAL))
}

/// Of `both` and `alone` the statement that gives less above 100% and lies nearer to the written rate.
fn nearer(both: Statement, alone: Statement) -> Statement {
    let is_above = |found: &Statement| found.fault.is_some_and(|fault| fault.computed > Decimal::whole(100));
    let distance = |found: &Statement| found.fault.map(|fault| fault.excess.abs());
    if is_above(&alone) || distance(&both) <= distance(&alone) { both } else { alone }
}

/// Whether the counts give more than the written rate.
fn exceeds_written(counts: &Quotient<'_>, rate: &Mention<'_>) -> bool {
    let hundred = Decimal::whole(100);
    let sides = counts.numerator.times(hundred).zip(counts.denominator.times(rate.quantity.value));
    sides.is_some_and(|(above, written)| above > written)
}

fn holds(statement: &Statement) -> bool {
    statement.status == Status::Holds
}

/// The figure beside the rate at `index` that is what `above` leaves, by its words: 另外 9 处, 其余 12 处.
fn tells_of_the_others<'p, 'a>(
    passage: &'p Passage<'a>,
    index: usize,
    above: &Mention<'_>,
) -> Option<&'p Mention<'a>> {
    let is_left = |others: &&Mention<'_>| {
        others.is_rest()
            && others.sentence == above.sentence
            && others.depth == above.depth
            && others.quantity.class() == above.quantity.class()
            && matches!(others.before, "另外" | "其余" | "其余的" | "剩余" | "余下" | "剩下")
    };
    // 已整改 51 个，其余 7 个正在整改，整改率: or in front of it.
    let in_front = || index.checked_sub(1).and_then(|at| passage.mentions.get(at));
    passage.mentions.get(index + 1).filter(is_left).or_else(|| in_front().filter(is_left))
}

/// The only figure of the sentence before that counts alike and is named by one of `verbs`.
fn in_sentence_before<'p>(
    passage: &'p Passage<'_>,
    above: &Mention<'_>,
    verbs: &[&str],
) -> Option<&'p Mention<'p>> {
    let mut found = passage.mentions.iter().filter(|mention| {
        mention.sentence + 1 == above.sentence
            && mention.quantity.class() == above.quantity.class()
            && mention.depth == 0
            && label::has(mention.before, verbs)
    });
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// The amounts before `index` in its sentence, the nearest first.
pub fn before_in_sentence<'p, 'a>(passage: &'p Passage<'a>, index: usize) -> Vec<&'p Mention<'a>> {
    let Some(rate) = passage.mentions.get(index) else { return Vec::new() };
    passage
        .back_from(index)
        .map(|(_, mention)| mention)
        .take_while(|mention| mention.sentence == rate.sentence)
        .filter(|mention| mention.quantity.is_amount())
        .collect()
}
