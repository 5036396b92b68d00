//! Spans of days that are longer or shorter than the text says: 12月1日至5日为期七天.
//!
//! *Invariant:* 连续 and 共 may count some of the days; only more of them than there are is wrong.

use super::{days, is_numeral};
use crate::draft::Draft;
use crate::facts::date::{DateFact, whole_number};
use crate::lang::Lang;
use crate::review::Severity;
use crate::rules::Sink;
use crate::source::ViewSpan;

/// Compares the days from `start` to `end` with the length that is said of them, before or behind.
pub(super) fn check(draft: &Draft<'_>, sink: &mut Sink<'_>, start: &DateFact, end: &DateFact) {
    let Some((from, to)) = days(start, end).filter(|(from, to)| from <= to) else { return };
    let Some(said) = said_length(&draft.source.view.text, start.span.join(end.span)) else { return };
    let between = to.day_number() - from.day_number();
    // One day more where both ends count; a month has 28 to 31 days.
    let (least, most) = match said.unit {
        Unit::Days => (said.number - 1, said.number),
        Unit::Weeks => (said.number * 7 - 1, said.number * 7),
        Unit::Months => (said.number * 28 - 1, said.number * 31),
    };
    if (least..=most).contains(&between) || (said.may_be_some && between > most) {
        return;
    }
    let span = start.span.join(end.span).join(said.span);
    let (quote, covered) = (draft.source.folded(span), between + 1);
    let length = draft.source.folded(said.span);
    let message = match draft.lang {
        Lang::Zh => format!(
            "“{quote}”前后不符：起止日期首尾都算共 {covered} 天，与“{length}”对不上。请核对起止日期和时长。"
        ),
        Lang::En => {
            format!(
                "“{quote}” does not agree with itself: the dates cover {covered} days, both ends included, which is not “{length}”. Check the dates and the length."
            )
        }
    };
    sink.push(sink.finding(draft.source.original(span), message).with_severity(Severity::Warning));
}

/// A length of time as the text says it.
struct Length {
    span: ViewSpan,
    number: i32,
    unit: Unit,
    /// Whether only some of the days may be counted.
    may_be_some: bool,
}

enum Unit {
    Days,
    Weeks,
    Months,
}

/// The length that is said of the range at `range`: 为期七天 within the sentence, no other date between.
fn said_length(view: &str, range: ViewSpan) -> Option<Length> {
    let is_end = |ch: &char| matches!(ch, '。' | '；' | '\n' | '日' | '月');
    let after = view.get(range.end as usize..)?;
    let length: usize = after.chars().take(24).take_while(|ch| !is_end(ch)).map(char::len_utf8).sum();
    // 七天, 三个月: the unit may be the first character behind.
    let window = after.get(..length)?;
    let at = range.end as usize;
    if let Some(found) = phrase(after, window, at).or_else(|| some_days(after, at)) {
        return Some(found);
    }
    let before = view.get(..range.start as usize)?;
    let length: usize =
        before.chars().rev().take(24).take_while(|ch| !is_end(ch) || *ch == '月').map(char::len_utf8).sum();
    let from = before.len() - length;
    let window = before.get(from..)?;
    phrase(window, window, from)
}

/// What says how long the whole of a range is.
const WHOLE: [&str; 5] = ["为期", "历时", "持续", "用时", "历经"];

/// What counts days of a range, all or some of them.
const SOME: [&str; 4] = ["连续", "共计", "总共", "共"];

/// 为期七天 in `window`, which begins `text` and stands at `base` of the view.
fn phrase(text: &str, window: &str, base: usize) -> Option<Length> {
    WHOLE.iter().find_map(|word| said(text, base, window.find(word)?, word))
}

/// 连续十五天 right behind the range, at the start of `text`.
fn some_days(text: &str, base: usize) -> Option<Length> {
    let rest = text.strip_prefix(['，', '（']).unwrap_or(text);
    let word = SOME.into_iter().find(|word| rest.starts_with(word))?;
    said(text, base, text.len() - rest.len(), word).map(|length| Length { may_be_some: true, ..length })
}

/// The length behind `word`, which stands at `at` of `text`.
fn said(text: &str, base: usize, at: usize, word: &str) -> Option<Length> {
    let rest = text.get(at + word.len()..)?;
    let digits: usize = rest.chars().take(4).take_while(|ch| is_numeral(*ch)).map(char::len_utf8).sum();
    let number = i32::from(whole_number(rest.get(..digits)?)?);
    let rest = rest.get(digits..)?;
    let units = [("天", Unit::Days), ("周", Unit::Weeks), ("个星期", Unit::Weeks), ("个月", Unit::Months)];
    let (name, unit) = units.into_iter().find(|(name, _)| rest.starts_with(name))?;
    let end = at + word.len() + digits + name.len();
    // 3月11日至20日开展巡查，为期一个月的整治…: the length of what it stands before.
    let has_deed = text.get(..at)?.find('，').is_some_and(|comma| comma > 0);
    if has_deed && text.get(end..)?.starts_with('的') {
        return None;
    }
    Some(Length { span: ViewSpan::new(base + at, base + end), number, unit, may_be_some: false })
}

#[cfg(test)]
mod tests {
    use super::super::RULE;
    use crate::rules::prose::testing::finds;

    #[test]
    fn compares_the_length_with_the_days() {
        for (text, quote) in [
            ("自4月2日至4月11日，连续十五天开展夜查。", "4月2日至4月11日，连续十五天"),
            ("从9月1日至9月5日，历时十天完成普查。", "9月1日至9月5日，历时十天"),
            ("9月1日至10日，共15天开展集中宣传。", "9月1日至10日，共15天"),
            ("9月1日至20日，用时五天完成抽检。", "9月1日至20日，用时五天"),
        ] {
            finds(&RULE, text, &[quote]);
        }
    }

    #[test]
    fn leaves_some_of_the_days_alone() {
        for text in [
            "自4月2日至4月11日，连续十天开展夜查。",
            "自4月2日至4月30日，连续三天开展夜查。",
            "9月1日至30日，共12天开展集中宣传。",
            "9月1日至5日，共开展宣传12次，连续十年保持零事故。",
            "9月1日至5日检查30家，9月6日起连续15天复查。",
            "3月11日至20日连续十天开展巡查，为期一个月的整治随后结束。",
            "连续15天夜查后，9月1日至5日组织交叉检查，连续八天未发生事故。",
        ] {
            finds(&RULE, text, &[]);
        }
    }
}
