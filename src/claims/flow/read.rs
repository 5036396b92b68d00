//! One flow from its opening to its closing, figure by figure: 年初 326 人，入矫 187 人，解矫 172 人，年末 341 人.
//!
//! *Invariant:* a figure is read by its words and its place; only what they leave open is tried in several readings.

use super::doubts::{are_results, are_said_twice, goes_out, is_money_put_in, is_part_of_one, moves_untold};
use super::left::Left;
use super::movement::{Movement, goes_as_it_comes, is_stock_of_before};
use super::readings::{Told, Unsure};
use super::received::received_before;
use super::statement::{self, Understood};
use super::verb_form::{by_direction, by_its_verb, changes_grade};
use super::verbs::{self, Verb};
use super::{change, converted, explained, left, merged, renewed, subtotal, turn, undone};
use crate::claims::statement::{Lead, Mention, Passage};
use crate::claims::{Statement, cues, label};
use crate::search;

/// Reads the flow that the opening at `start` begins; the mention to go on with.
pub fn read(passage: &Passage<'_>, start: usize, out: &mut Vec<Statement>) -> usize {
    let Some(opening) = passage.mentions.get(start) else { return start };
    let mut flow = Flow::new(passage, start, opening);
    for index in start + 1..passage.mentions.len() {
        let Some(mention) = passage.mentions.get(index) else { break };
        // 其中往年积案 148 起 … 上年结转 9 件: what no figure closes may have the opening of another flow behind it.
        if flow.has_ended_before(mention) {
            return start + 1;
        }
        if mention.depth > 0 || mention.quantity.class() != opening.quantity.class() {
            continue;
        }
        if subtotal::adds_what_was_before(passage, start, index) {
            return index;
        }
        if let Some(does) = merged::movement_at(passage, start, index) {
            flow.movements.push((does, mention));
            continue;
        }
        if is_of_a_change(passage, index) {
            continue;
        }
        let role = flow.role(index, mention);
        // 办结 29 件，其中保留原判 12 件: a part closes nothing, whatever its words.
        let is_part = is_part_of_one(passage, index, role.does, &flow.movements);
        if is_part || subtotal::parts(passage, index).is_some() {
            continue;
        }
        match role.does {
            Some(Movement::Opening) => return index,
            Some(Movement::Closing) => {
                let found = flow.closed(index, mention, role.left);
                // 结合上年未结 2 件共审结 8 件。… 有效文件为 147 件: what closes another flow hides none between them.
                if found.as_ref().is_some_and(|found| explained::is_of_another_sentence(passage, found)) {
                    return start + 1;
                }
                out.extend(found);
                return index + 1;
            }
            // 新录用 12 名，退休 5 名，净增 7 名: the net is what these make, and no movement beside them.
            Some(Movement::Net) => {
                if flow.movements.is_empty() && mention.before.contains('净') {
                    flow.movements.push((Movement::Inflow, mention));
                }
            }
            Some(found) => flow.movements.push((found, mention)),
            None => flow.add_untold(index, mention, role.verb),
        }
    }
    start + 1
}

/// 由新设的 3 个增至 5 个: whether the figure at `index` is one end of a change of some of the stock, which is no movement of it.
fn is_of_a_change(passage: &Passage<'_>, index: usize) -> bool {
    let neighbours = [index, index.saturating_sub(1)].map(|from| passage.mentions.get(from..from + 2));
    neighbours.iter().flatten().any(|pair| matches!(pair, [from, to] if change::is_change(from, to)))
}

/// What a figure behind the opening does, and by what that is told.
struct Role {
    does: Option<Movement>,
    left: Option<Left>,
    verb: Option<Verb>,
}

/// What is known of a flow so far.
struct Flow<'p> {
    passage: &'p Passage<'p>,
    start: usize,
    opening: &'p Mention<'p>,
    /// Whether the opening tells of a time, or of what was carried over, so that further sentences may go on with it.
    spans_sentences: bool,
    movements: Vec<(Movement, &'p Mention<'p>)>,
    all_told: bool,
    /// The figures of which nothing tells what they do, each with the number of movements before it.
    unknown: Vec<(usize, &'p Mention<'p>)>,
    /// Those of which words tell it, but not for sure.
    unsure: Vec<Unsure<'p, 'p>>,
}

impl<'p> Flow<'p> {
    fn new(passage: &'p Passage<'p>, start: usize, opening: &'p Mention<'p>) -> Self {
        let spans_sentences =
            label::has(opening.run_up, &["年初", "期初", "上年末", "上年底", "去年底", "年末", "年底"])
                || label::has(opening.run_up, cues::CARRIED_OVER)
                || is_stock_of_before(opening.run_up);
        let (movements, unknown, unsure) = (Vec::new(), Vec::new(), Vec::new());
        Flow { passage, start, opening, spans_sentences, movements, all_told: true, unknown, unsure }
    }

    /// Whether `mention` stands too far behind the opening to be of it.
    fn has_ended_before(&self, mention: &Mention<'_>) -> bool {
        if self.spans_sentences {
            mention.sentence > self.opening.sentence + 3 || self.is_other_intake(mention)
        } else {
            mention.sentence != self.opening.sentence
        }
    }

    /// 新收案件 71 件。共收到投诉 78 件: whether a sentence of its own begins with all that came in, behind what came in before; or, where that was
    /// done with, with what else was dealt with: 办结 190 件。…办理案件 72 件.
    fn is_other_intake(&self, mention: &Mention<'_>) -> bool {
        let has = |wanted: Movement| {
            self.movements.iter().any(|(does, one)| *does == wanted && one.sentence < mention.sentence)
        };
        let is_all =
            || label::begins(mention.before, &["共收", "共受", "全年共", "全年收", "全年受", "共接"]);
        let is_more = || label::has(mention.before, &["又", "再", "另", "追加", "补"]);
        let is_dealt_with = || mention.before.contains("办理") && has(Movement::Outflow) && !is_more();
        mention.lead == Lead::Start && has(Movement::Inflow) && (is_all() || is_dealt_with())
    }

    /// 截至年底完成 34 项，剩余 2 项: whether what was done by the end stands in front of what is left, and is no stock.
    fn is_done_up_to_the_end(&self, index: usize, mention: &Mention<'_>) -> bool {
        const LEFT: &[&str] = &["剩余", "其余", "尚余", "余下", "还剩", "尚有", "未完成"];
        let next = self.passage.mentions.get(index + 1);
        label::begins(mention.before, &["截至", "截止", "到", "至"])
            && search::ending(mention.before, cues::DONE).is_some()
            && next.is_some_and(|next| next.clause == mention.clause + 1 && label::begins(next.before, LEFT))
    }

    /// What `mention` does to the stock, as far as its words and its place tell for sure.
    fn role(&self, index: usize, mention: &'p Mention<'p>) -> Role {
        let (passage, opening) = (self.passage, self.opening);
        let left = left::is_left(passage, index, opening);
        let is_moved = !self.movements.is_empty() || !self.unsure.is_empty();
        let has_gone = self.movements.iter().any(|(does, _)| *does == Movement::Outflow);
        let verb = if left.is_some() { None } else { verbs::does(Some(opening), mention) };
        // 现有聘用制人员 312 人: what is there now moves nothing, whatever words stand behind that.
        let is_there = label::begins(mention.before, &["现有", "实有", "现共有"])
            || cues::SO_FAR.contains(&mention.before);
        let does = match left {
            Some(_) => Some(Movement::Closing),
            None if is_there => Some(Movement::Closing),
            None if self.is_done_up_to_the_end(index, mention) => Some(Movement::Outflow),
            None if undone::comes_once_more(opening, mention) => Some(Movement::Inflow),
            None if converted::leaves(passage, index, opening) => Some(Movement::Outflow),
            None if is_moved && turn::is_left(passage, index) => Some(Movement::Closing),
            None if has_gone && left::is_carried_on(passage, self.start, mention) => Some(Movement::Closing),
            None => verb
                .filter(|verb| verb.is_sure)
                .map(|verb| verb.does)
                .or_else(|| by_direction(mention).filter(|_| verb.is_none()))
                .or_else(|| undone::done_with(opening, mention)),
        };
        Role { does, left, verb }
    }

    /// 三级升二级 3 项: keeps a figure of which no word tells for sure what it does, with what it most likely does.
    fn add_untold(&mut self, index: usize, mention: &'p Mention<'p>, verb: Option<Verb>) {
        let at = self.movements.len();
        if renewed::renews(self.passage, index, self.opening) || renewed::only_its_words(mention) {
            self.movements.push((Movement::Neutral, mention));
        } else if changes_grade(mention) {
            self.unsure.push(Unsure { does: Movement::Neutral, at, mention });
        } else if let Some(verb) = verb {
            self.unsure.push(Unsure { does: verb.does, at, mention });
        } else if let Some(likely) = by_its_verb(mention) {
            self.movements.push((likely, mention));
            self.all_told &= likely == Movement::Neutral;
        } else {
            self.unknown.push((at, mention));
        }
    }

    /// The statement of the flow that the figure at `index` closes, where anything moved it.
    fn closed(&mut self, index: usize, closing: &'p Mention<'p>, left: Option<Left>) -> Option<Statement> {
        let has_all_results = self.take_results_out();
        let (received, is_all) = received_before(self.passage, self.start, &self.movements);
        let certainty = left.map_or(Understood::Told, |left| left.understood(&self.movements));
        let is_certain = is_all
            && has_all_results
            && certainty != Understood::Partly
            && !are_said_twice(&self.movements)
            && (!is_money_put_in(&self.movements) || goes_out(&self.unsure))
            && !moves_untold(self.passage, self.start + 1..index + 1);
        self.all_told &= certainty == Understood::Told;
        if let Some(received) = received {
            self.put_in_front(received);
        }
        let all = Told { opening: self.opening, movements: &self.movements, closing };
        let is_sure_but_for_one = is_certain && left.is_none() && self.unsure.is_empty();
        if let ([only], true) = (self.unknown.as_slice(), is_sure_but_for_one)
            && let Some(found) = all.right_with(*only).or_else(|| all.with_unknown(*only))
        {
            return Some(found);
        }
        let is_moved =
            !self.movements.is_empty() || self.unsure.iter().any(|figure| figure.does != Movement::Neutral);
        is_moved.then(|| self.judged(all, is_certain))
    }

    /// 予以公开 121 件，部分公开 32 件，不予公开 28 件: results of what was done take it out. Whether these are all that there
    /// can be, where there are any.
    fn take_results_out(&mut self) -> bool {
        let Some(is_complete) = are_results(&self.unknown, &self.movements) else { return true };
        for (at, result) in self.unknown.drain(..).rev() {
            self.movements.insert(at, (Movement::Outflow, result));
        }
        self.all_told = false;
        is_complete
    }

    /// 新收 75 件，上年结转 3 件: what came in and is told before the opening moves the stock first.
    fn put_in_front(&mut self, received: &'p Mention<'p>) {
        self.unknown.iter_mut().for_each(|(at, _)| *at += 1);
        self.unsure.iter_mut().for_each(|figure| figure.at += 1);
        self.movements.insert(0, (Movement::Inflow, received));
    }

    /// The statement of all that is told, as sure as its words make it.
    fn judged(&self, all: Told<'_, 'p, 'p>, is_certain: bool) -> Statement {
        let understood = match (is_certain && self.unknown.is_empty(), self.all_told) {
            (true, true) => Understood::Told,
            // 年初 23 个，新开工 12 个，竣工 9 个，调出名录 3 个，目前 26 个: right without what is unsure.
            (true, false) if all.holds_without_what_is_unsure() => Understood::Partly,
            (true, false) => Understood::Likely,
            (false, _) => Understood::Partly,
        };
        let found = all.with_unsure(&self.unsure, understood);
        // What stands in the row and is told by no word is not dropped in silence.
        let is_dropped = self
            .unknown
            .iter()
            .any(|(_, figure)| converted::in_row(figure) && !goes_as_it_comes(figure.before));
        if is_dropped { statement::left_open(found) } else { found }
    }
}
