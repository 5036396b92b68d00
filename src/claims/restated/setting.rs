//! What a sentence says round an indicator: of which places, of which part of the year, of which matter.
//!
//! Takes a figure, gives the words before it and what they tell; what is of another street, month or campaign is
//! another indicator, however much its words are alike.
//!
//! *Invariant:* only so many characters before a figure are read.

use std::cell::OnceCell;

use super::Told;
use super::places::{self, Place};
use crate::claims::cue_set::Cue;
use crate::claims::label;
use crate::search;

/// How many characters before a figure are read.
const REACH: usize = 60;

/// How many characters at the beginning of a paragraph, and of a heading over it, may name a place.
const HEAD: usize = 16;

/// Words of the year of which the paper tells.
const YEAR: &[&str] = &["全年", "年内", "今年", "本年", "一年来"];

/// What stands before a figure.
#[derive(Clone, Debug)]
pub struct Setting<'a> {
    /// Of its own sentence.
    sentence: &'a str,
    /// Of the sentences before.
    earlier: &'a str,
    /// How its paragraph begins.
    head: &'a str,
    /// What stands behind the figure.
    behind: &'a str,
    /// The line over its paragraph, if it is short.
    over: &'a str,
    /// What these words tell of, once it was asked: under one name every figure is held against every other.
    tells: OnceCell<Tells<'a>>,
}

/// What the words round a figure tell of.
#[derive(Clone, Debug)]
struct Tells<'a> {
    matter: &'a str,
    campaign: &'a str,
    whose: &'a str,
    part_of_year: &'a str,
    places: Vec<Place<'a>>,
    organs: Vec<&'a str>,
}

impl<'a> Setting<'a> {
    /// That of the figure `told`.
    pub fn of(told: &Told<'_, 'a>) -> Self {
        let (passage, mention) = (told.passage, told.mention);
        let paragraph = passage.paragraph.start;
        let above =
            label::last_characters(passage.view.get(..paragraph as usize).unwrap_or(""), HEAD).trim_end();
        Self {
            sentence: label::last_characters(
                passage.between(mention.sentence_start, mention.quantity.number.start),
                REACH,
            ),
            earlier: label::last_characters(passage.between(paragraph, mention.sentence_start), REACH),
            head: label::first_characters(passage.between(paragraph, mention.start), HEAD),
            behind: label::first_characters(mention.after, HEAD),
            over: above.rsplit_once('\n').map_or("", |(_, line)| line),
            tells: OnceCell::new(),
        }
    }

    /// Whether the figure is of less or more than the year, or of some of several; `has_marks` where its words say
    /// that they are of the whole year or of everybody.
    pub fn is_of_a_part(&self, told: &Told<'_, '_>, has_marks: bool) -> bool {
        self.is_planned() || self.is_partial(told, has_marks)
    }

    /// Whether the sentence tells of what is to come.
    pub fn is_planned(&self) -> bool {
        const PLANS: &[&str] = &[
            "计划",
            "拟",
            "力争",
            "目标",
            "明年",
            "来年",
            "下一步",
            "预计",
            "今后",
            "任务",
            "规划",
            "不少于",
            "不低于",
        ];
        // 下一步，在全年追回工资 1268.4 万元的基础上: what is built on is there.
        let is_built_on = label::begins(self.behind, &["的基础上", "基础上"]);
        !is_built_on && label::has(self.sentence, PLANS)
    }

    /// Whether the figure is of less or more than the year, whenever that is; `has_marks` as above.
    pub fn is_partial(&self, told: &Told<'_, '_>, has_marks: bool) -> bool {
        const PARTS: &[&str] = &[
            "季度",
            "上半年",
            "下半年",
            "期间",
            "首批",
            "首次",
            "一批",
            "二批",
            "三批",
            "阶段",
            "近年",
            "近三",
            "近五",
            "五年",
            "三年",
            "分别",
            "上年",
            "去年",
            "往年",
            "历年",
            "历次",
            "同比",
            "春季",
            "夏季",
            "秋季",
            "冬季",
            "活动月",
            "活动周",
            "试点",
            "又",
            "另",
            "其余",
            "其他",
            "还",
            "再",
            "汛期",
            "节前",
            "假期",
            "春运",
            "线上",
            "线下",
        ];
        const CAMPAIGNS: &[&str] = &["行动", "专项", "战役", "整治", "月", "日", "季", "集中"];
        let dated = self.sentence.replace("12月底", "").replace("12月31日", "");
        let without_end_of_year = dated.as_str();
        let tells_of_since = search::each_of(without_end_of_year, &["以来"]).any(|(at, _)| {
            without_end_of_year.get(..at).is_some_and(|before| !before.ends_with(['年', '来']))
        });
        label::has(without_end_of_year, PARTS)
            || label::has(without_end_of_year, &["月", "截至", "截止"])
            || tells_of_since
            || label::tells_of_each(told.mention.before)
            || told.mention.runs_up_with(Cue::Respectively)
            || !has_marks
                && (label::has(without_end_of_year, CAMPAIGNS) || label::has(self.earlier, CAMPAIGNS))
    }

    /// Whether both may be of the same places; `scoped` where one of them says that it is of the whole place.
    fn is_of_the_places_of(&self, other: &Setting<'_>, scoped: bool) -> bool {
        let (own, others) = (&self.tells().places, &other.tells().places);
        if own.is_empty() && others.is_empty() {
            return true;
        }
        let is_own_name = |places: &[Place<'_>]| !scoped && places.iter().all(|place| !place.is_part);
        // 示范社区 of 创建示范社区 38 个 stands behind the other figure.
        let same = |places: &[Place<'_>], among: &[Place<'_>], behind: &str| {
            places.iter().all(|place| among.contains(place) || label::has(behind, &[place.name]))
        };
        own.is_empty() && is_own_name(others)
            || others.is_empty() && is_own_name(own)
            || same(own, others, other.behind) && same(others, own, self.behind)
    }

    /// Whether the sentences of both tell of different matters, places or parts of the year; `scoped` where one of
    /// them says that it is of the whole place.
    pub fn differs_from(&self, other: &Setting<'_>, scoped: bool) -> bool {
        let differ = |own: &str, others: &str| !own.is_empty() && !others.is_empty() && own != others;
        let (own, others) = (self.tells(), other.tells());
        differ(own.matter, others.matter)
            || differ(own.campaign, others.campaign)
            || differ(own.whose, others.whose)
            || own.part_of_year != others.part_of_year
            || !self.is_of_the_places_of(other, scoped)
            || self.is_of_other_organs_than(other)
            || self.is_cumulative() && other.is_of_the_year()
            || other.is_cumulative() && self.is_of_the_year()
    }

    fn is_of_other_organs_than(&self, other: &Setting<'_>) -> bool {
        let (own, others) = (&self.tells().organs, &other.tells().organs);
        !own.is_empty() && !others.is_empty() && !own.iter().any(|organ| others.contains(organ))
    }

    fn tells(&self) -> &Tells<'a> {
        self.tells.get_or_init(|| Tells {
            matter: self.matter(),
            campaign: self.campaign(),
            whose: self.whose(),
            part_of_year: self.part_of_year(),
            places: self.places(),
            organs: self.organs().collect(),
        })
    }

    /// Whether an organ is named in the sentence.
    pub fn names_organ(&self) -> bool {
        self.organs().next().is_some()
    }

    /// The ends of the names of organs that the sentence says to have done something themselves: 县应急局, but not
    /// 县审计局对….
    fn organs(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        const ORGANS: &[&str] =
            &["局", "法院", "中心", "大队", "中队", "支队", "执法队", "厅", "站", "办公室", "司法所"];
        let sentence = self.sentence;
        search::each_of(sentence, ORGANS).filter_map(move |(at, word)| {
            let name = label::last_characters(sentence.get(..at)?, 2);
            let behind = sentence.get(at + word.len()..)?;
            // 建成服务站 236 个 counts them.
            let is_counted = matches!(word, "站" | "中心" | "司法所")
                && behind.starts_with(|ch: char| ch.is_ascii_digit());
            let is_own = !is_counted
                && !behind.starts_with(['对', '把', '将', '向', '按', '就', '的', '面', '部', '点'])
                && search::length(name) == 2
                && !name.ends_with(['全', '我', '各', '结', '格', '布', '当']);
            sentence.get(at - name.len()..at + word.len()).filter(|_| is_own)
        })
    }

    /// The field that the sentence is about: 在民政 of 在民政方面.
    fn matter(&self) -> &'a str {
        self.clause_before(&["方面", "领域", "环节", "战线", "条线", "行业"])
    }

    /// Whom the heading of the paragraph names: （一）青石中学。
    fn whose(&self) -> &'a str {
        const ENDS: &[char] = &['学', '院', '局', '司', '所', '站', '队', '园', '厂', '馆', '心', '委'];
        let own = self.head.split_once('。').map(|(heading, _)| heading);
        let heading = own.unwrap_or(self.over).trim();
        let name =
            heading.trim_start_matches(|ch: char| "（）一二三四五六七八九十、.．0123456789".contains(ch));
        if name.ends_with(ENDS) { name } else { "" }
    }

    /// The campaign or the round that the sentence is about.
    fn campaign(&self) -> &'a str {
        self.clause_before(&["行动", "专项", "战役", "整治", "轮", "批", "阶段"])
    }

    /// The part of the year of which the sentence is.
    fn part_of_year(&self) -> &'a str {
        const PARTS: &[&str] = &["季度", "上半年", "下半年", "月", "期间", "回头看"];
        const END: &[&str] = &["底", "末", "31日", "30日"];
        let found = search::each_of(self.sentence, PARTS).filter_map(|(at, word)| {
            let behind = self.sentence.get(at + word.len()..)?;
            // 截至12月底 is the whole year, 截至10月底 is not.
            let is_month = word == "月" && !self.sentence.get(..at)?.ends_with("12");
            let is_end = !is_month && label::begins(behind, END);
            let start = at - label::last_characters(self.sentence.get(..at)?, 2).len();
            let is_span = word == "月" && is_span_of_months(self.sentence.get(..at)?);
            self.sentence.get(start..at + word.len()).filter(|_| !is_end && !is_span)
        });
        found.last().unwrap_or("")
    }

    /// Whether the figure may be of several years.
    fn is_cumulative(&self) -> bool {
        label::has(self.sentence, &["累计"]) && !label::has(self.sentence, YEAR)
    }

    fn is_of_the_year(&self) -> bool {
        label::has(self.sentence, YEAR) && !label::has(self.sentence, &["累计"])
    }

    /// The words of the clause before the last of `cues` in the sentence.
    fn clause_before(&self, cues: &'static [&'static str]) -> &'a str {
        let last = search::each_of(self.sentence, cues).last();
        let words = last.and_then(|(at, _)| self.sentence.get(..at)).unwrap_or("");
        words.rsplit(['，', '：', '。', '；']).next().unwrap_or("")
    }

    /// The places that are named before the figure.
    fn places(&self) -> Vec<Place<'a>> {
        let mut out = Vec::new();
        for words in [self.over, self.head, self.sentence] {
            places::add_named(words, words == self.head, &mut out);
        }
        out
    }
}

/// Whether `words` lead to a 月 that counts months and names none: 经过四个月.
fn is_span_of_months(words: &str) -> bool {
    let clause = words.rsplit(['，', '。', '；']).next().unwrap_or(words);
    clause.ends_with('个') && label::has(clause, &["经过", "历经", "历时", "为期", "耗时", "用时"])
}
