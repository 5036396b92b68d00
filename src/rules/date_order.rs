//! Events of one sentence whose dates run against their order: finished before begun.

use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::facts::date::DateFact;
use crate::lang::{Lang, Text};
use crate::review::Severity;

pub(super) static RULE: Rule = Rule {
    id: "date-order",
    group: Group::Dates,
    severity: Severity::Warning,
    title: Text { zh: "先后时间颠倒", en: "Events in an impossible order" },
    page: include_str!("../../rules/date-order.md"),
    check,
};

/// Pairs of events of one matter: what comes first, what comes later.
const PAIRS: [(&[&str], &[&str]); 5] = [
    (&["开工", "动工"], &["竣工", "完工", "通过验收"]),
    (&["立案"], &["结案", "作出处罚决定", "作出行政处罚决定"]),
    (&["受理"], &["办结", "审结", "作出复议决定"]),
    (&["公开征求意见", "征求意见"], &["审议通过", "正式印发"]),
    (&["启动"], &["结束", "圆满完成"]),
];

/// Words that say that what follows came after what went before.
const AFTERWARDS: [&str; 6] = ["会后", "随后", "此后", "其后", "而后", "继而"];

/// How many characters may stand between a date and its event.
const NEAR: usize = 8;

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let view = draft.source.view.text.as_str();
    for pair in draft.facts.dates.windows(2) {
        let [first, second] = pair else { continue };
        if first.is_anniversary() || second.is_anniversary() {
            continue;
        }
        let between = view.get(first.span.end as usize..second.span.start as usize).unwrap_or("");
        if between.contains(['。', '；', '\n']) || !is_before(second, first) {
            continue;
        }
        let after = view.get(second.span.end as usize..).unwrap_or("");
        let after = after.split(['，', '。', '；', '、', '\n']).next().unwrap_or("");
        if !follows(between, after) {
            continue;
        }
        let (earlier, later) = (draft.source.folded(second.span), draft.source.folded(first.span));
        let message = match draft.lang {
            Lang::Zh => format!("按文意“{earlier}”的事在“{later}”之后，日期却更早。请核对两处日期"),
            Lang::En => {
                format!(
                    "The text puts “{earlier}” after “{later}”, but the date is earlier. Check both dates"
                )
            }
        };
        let finding = sink.finding(draft.source.original(second.span), message);
        sink.push(finding.with_related(draft.source.original(first.span), "first", None));
    }
}

/// Whether the event of the second date comes after that of the first, by the words.
fn follows(between: &str, after: &str) -> bool {
    let last_clause = between.rsplit(['，', '：']).next().unwrap_or("");
    // 会后，市局于3月5日印发: the word may have a clause of its own.
    let clauses: Vec<&str> = between.rsplit(['，', '：']).take(2).collect();
    let says_so = AFTERWARDS
        .iter()
        .any(|word| last_clause.starts_with(word) || clauses.get(1).is_some_and(|clause| clause == word));
    let first_clause = between.split('，').next().unwrap_or("");
    let has = |clause: &str, words: &[&str]| {
        words.iter().any(|word| clause.find(word).is_some_and(|at| is_near(clause, at)))
    };
    says_so || PAIRS.iter().any(|(first, later)| has(first_clause, first) && has(after, later))
}

fn is_near(clause: &str, at: usize) -> bool {
    clause.get(..at).is_some_and(|before| before.chars().count() <= NEAR)
}

/// Whether `date` lies before `other` for certain: a year that is not written is never guessed.
fn is_before(date: &DateFact, other: &DateFact) -> bool {
    let (Some(month), Some(other_month)) = (date.full_month(), other.full_month()) else { return false };
    let year = date.full_year();
    let other_year = other.full_year();
    let same_year = match (year, other_year) {
        (Some(year), Some(other_year)) if year != other_year => return year < other_year,
        (Some(_), None) => return false,
        (Some(_), Some(_)) => true,
        (None, _) => false,
    };
    if month != other_month {
        // 12月20日召开，随后1月5日印发 runs into the next year.
        return month < other_month && (same_year || other_month - month < 6);
    }
    match (date.day, other.day) {
        (Some(day), Some(other_day)) => day.value < other_day.value,
        _ => false,
    }
}
