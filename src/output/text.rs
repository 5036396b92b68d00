//! A review for a person at a terminal: each finding with its line and a caret, then the ledger.
//!
//! *Invariant:* nothing of the draft reaches the terminal without going through `printable`.

use std::fmt::Write;

use super::place::{Places, printable, width};
use super::words::{excerpt_note, role_name, section_status_name, severity_name};
use crate::review::{Finding, Range, Review, Safety, Section, SectionStatus, Severity, Status};
use crate::{Lang, review};

/// Whether the text is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// For files and pipes.
    Plain,
    /// For terminals.
    Coloured,
}

/// How many columns of a line are shown.
const WINDOW: usize = 76;
/// How many of them may stand before the place.
const BEFORE: usize = 28;
/// How many places of a finding are listed.
const MOST_RELATED: usize = 12;

/// The review of `text` as lines of plain words.
pub fn render(review: &Review, text: &str, lang: Lang, style: Style) -> String {
    let mut offsets = Vec::new();
    for finding in &review.findings {
        let related = finding.related.iter().take(MOST_RELATED).map(|related| related.range);
        let ranges = finding.range.into_iter().chain(related);
        ranges.for_each(|range| offsets.extend([range.start, range.end]));
    }
    let places = Places::new(text, offsets);
    let file = printable(review.file.as_deref().unwrap_or("-"));
    let page = Page { text, file: &file, places, lang, style };
    let mut out = String::new();
    for finding in &review.findings {
        // Writing to a string cannot fail.
        let _ = page.finding(&mut out, finding);
    }
    let _ = page.summary(&mut out, review);
    out
}

struct Page<'a> {
    text: &'a str,
    file: &'a str,
    places: Places,
    lang: Lang,
    style: Style,
}

impl Page<'_> {
    fn finding(&self, out: &mut String, finding: &Finding) -> std::fmt::Result {
        let place = finding.range.map(|range| self.places.get(range.start));
        match place {
            Some(place) => write!(out, "{}:{}:{}: ", self.file, place.line, place.column)?,
            None => write!(out, "{}: ", self.file)?,
        }
        let severity = self.coloured(severity_name(finding.severity, self.lang), finding.severity);
        writeln!(out, "{severity} [{}] {}", finding.rule, printable(&finding.message))?;
        if let Some(range) = finding.range {
            self.excerpt(out, range, finding.severity)?;
        }
        if finding.occurrences > 1 {
            self.occurrences(out, finding)?;
        } else {
            self.evidence(out, finding)?;
        }
        for fix in &finding.fixes {
            let label = match fix.safety {
                Safety::Safe => self.lang.pick("可直接改", "safe fix"),
                Safety::Suggest => self.lang.pick("建议", "suggestion"),
            };
            writeln!(out, "    {label}{}{}", self.colon(), printable(&fix.title))?;
        }
        writeln!(out)
    }

    /// Every place that is evidence, on a line of its own.
    fn evidence(&self, out: &mut String, finding: &Finding) -> std::fmt::Result {
        for related in finding.related.iter().take(MOST_RELATED) {
            let at = self.places.get(related.range.start);
            let quote = shortened(&printable(&related.quote), 60);
            let role = role_name(related.role, self.lang);
            writeln!(out, "    {}:{} {role} {quote}", at.line, at.column)?;
        }
        match finding.related.len().saturating_sub(MOST_RELATED) {
            0 => Ok(()),
            more => {
                writeln!(out, "    {}", self.lang.pick(format!("另有 {more} 处"), format!("and {more} more")))
            }
        }
    }

    /// The places that one finding stands for, all on one line.
    fn occurrences(&self, out: &mut String, finding: &Finding) -> std::fmt::Result {
        let places: Vec<String> = finding
            .related
            .iter()
            .take(MOST_RELATED)
            .map(|related| self.places.get(related.range.start))
            .map(|at| format!("{}:{}", at.line, at.column))
            .collect();
        let listed = places.join(self.lang.pick("、", ", "));
        let is_cut = finding.related.len() > places.len();
        let count = finding.occurrences;
        match self.lang {
            Lang::Zh => writeln!(out, "    位置：{listed}{}共 {count} 处", if is_cut { "……" } else { "，" }),
            Lang::En => writeln!(out, "    at {listed}{}{count} places", if is_cut { ", … " } else { ": " }),
        }
    }

    /// The line around `range` with carets below it.
    fn excerpt(&self, out: &mut String, range: Range, severity: Severity) -> std::fmt::Result {
        let (start, end) = (self.places.get(range.start), self.places.get(range.end));
        let before = self.text.get(start.line_start..start.byte).unwrap_or("");
        // A line may be as long as the draft: no more of it is looked at than is shown.
        let from = before.char_indices().rev().take(WINDOW).last().map_or(0, |(at, _)| at);
        let before = printable(before.get(from..).unwrap_or(""));
        let after = self.text.get(start.byte..).unwrap_or("");
        let after: String =
            after.chars().take(2 * WINDOW).take_while(|ch| !matches!(ch, '\n' | '\r')).collect();
        let marked = after.get(..end.byte.saturating_sub(start.byte)).unwrap_or(&after);
        let carets = columns(&printable(marked));
        let after = printable(&after);
        let kept = last_columns(&before, BEFORE);
        let cut_before = if kept.len() < before.len() { "…" } else { "" };
        let room = WINDOW.saturating_sub(columns(kept) + columns(cut_before));
        let shown = first_columns(&after, room);
        let cut_after = if shown.len() < after.len() { "…" } else { "" };
        writeln!(out, "    {cut_before}{kept}{shown}{cut_after}")?;
        let indent = " ".repeat(columns(cut_before) + columns(kept));
        let carets = "^".repeat(carets.clamp(1, columns(shown).max(1)));
        writeln!(out, "    {indent}{}", self.coloured(&carets, severity))
    }

    fn summary(&self, out: &mut String, review: &Review) -> std::fmt::Result {
        let count = |severity| review.findings.iter().filter(|finding| finding.severity == severity).count();
        let (errors, warnings, hints) =
            (count(Severity::Error), count(Severity::Warning), count(Severity::Hint));
        let claims = |status| review.claims.iter().filter(|claim| claim.status == status).count();
        let (holds, broken, open) = (claims(Status::Holds), claims(Status::Broken), claims(Status::Open));
        let (file, all) = (self.file, review.claims.len());
        let review::Coverage { figures, figures_in_claims, dates, .. } = review.coverage;
        if let Some(notice) = &review.notice {
            writeln!(out, "{file}{}{}", self.colon(), printable(notice))?;
        }
        match self.lang {
            Lang::Zh => {
                writeln!(out, "{file}：错误 {errors}，提醒 {warnings}，提示 {hints}")?;
                writeln!(out, "  算式 {all} 个：成立 {holds}，不成立 {broken}，待定 {open}")?;
                writeln!(out, "  数字 {figures} 个，其中 {figures_in_claims} 个已核算；日期 {dates} 个")?;
            }
            Lang::En => {
                writeln!(out, "{file}: {errors} errors, {warnings} warnings, {hints} hints")?;
                writeln!(out, "  {all} equations: {holds} hold, {broken} broken, {open} open")?;
                writeln!(out, "  {figures} figures, {figures_in_claims} of them checked; {dates} dates")?;
            }
        }
        if review.document.is_excerpt {
            writeln!(out, "  {}", excerpt_note(self.lang))?;
        }
        // What a fragment lacks may well stand in the rest.
        let is_told =
            |section: &&Section| !review.document.is_excerpt || section.status != SectionStatus::Missing;
        review.sections.iter().filter(is_told).try_for_each(|section| self.section(out, section))
    }

    fn section(&self, out: &mut String, section: &Section) -> std::fmt::Result {
        let status = section_status_name(section, self.lang);
        write!(out, "  {}{}{status}", printable(&section.title), self.colon())?;
        match &section.heading {
            Some(heading) => {
                let heading = shortened(&printable(heading), 48);
                writeln!(out, "{}", self.lang.pick(format!("（{heading}）"), format!(" ({heading})")))
            }
            None => writeln!(out),
        }
    }

    fn colon(&self) -> &'static str {
        self.lang.pick("：", ": ")
    }

    fn coloured(&self, words: &str, severity: Severity) -> String {
        let code = match severity {
            Severity::Error => 31,
            Severity::Warning => 33,
            Severity::Hint => 36,
        };
        match self.style {
            Style::Plain => words.to_owned(),
            Style::Coloured => format!("\u{1b}[1;{code}m{words}\u{1b}[0m"),
        }
    }
}

fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// As much of the beginning of `text` as fits into `room` columns.
fn first_columns(text: &str, room: usize) -> &str {
    let mut taken = 0;
    let end = text.char_indices().find(|&(_, ch)| {
        taken += width(ch);
        taken > room
    });
    end.map_or(text, |(at, _)| text.get(..at).unwrap_or(text))
}

/// As much of the end of `text` as fits into `room` columns.
fn last_columns(text: &str, room: usize) -> &str {
    let mut taken = 0;
    let start = text.char_indices().rev().find(|&(_, ch)| {
        taken += width(ch);
        taken > room
    });
    start.map_or(text, |(at, ch)| text.get(at + ch.len_utf8()..).unwrap_or(text))
}

fn shortened(text: &str, room: usize) -> String {
    match first_columns(text, room) {
        kept if kept.len() < text.len() => format!("{kept}…"),
        kept => kept.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{check, profile};

    fn rendered(text: &str, lang: Lang, style: Style) -> String {
        let mut review = check(text, profile::for_text(text), lang);
        review.file = Some("draft.txt".to_owned());
        render(&review, text, lang, style)
    }

    #[test]
    fn points_below_the_place() {
        let text = "前一行。\n全年共办12件，自2023年9月31日起施行，并且一直施行下去，不再另行通知各有关单位和个人知悉。";
        let out = rendered(text, Lang::Zh, Style::Plain);
        let lines: Vec<&str> = out.lines().collect();
        assert!(lines[0].starts_with("draft.txt:2:10: 错误 [impossible-date] "), "{out}");
        let at = |line: &str, place: &str| columns(line.split_once(place).unwrap().0);
        assert_eq!(at(lines[1], "2023年9月31日"), at(lines[2], "^"));
        assert_eq!(lines[2].matches('^').count(), columns("2023年9月31日"));
        assert!(columns(lines[1]) <= WINDOW + 6 && lines[1].ends_with('…'));
        assert!(!out.contains('\u{1b}'));
    }

    #[test]
    fn shows_a_window_of_a_long_line() {
        let text = format!("{}2023年13月5日{}", "长".repeat(180), "行".repeat(180));
        let out = rendered(&text, Lang::En, Style::Coloured);
        assert!(out.contains("\u{1b}[1;31m") && out.contains("There is no such date"));
        let shown = out.lines().find(|line| line.contains("长")).unwrap();
        assert!(columns(shown) <= WINDOW + 6 && shown.contains("13月"), "{shown}");
    }

    #[test]
    fn gathers_what_is_repeated() {
        let out = rendered("一,二,三,四,五", Lang::Zh, Style::Plain);
        assert!(out.contains("位置：1:2、1:4、1:6、1:8，共 4 处"), "{out}");
        assert!(out.contains("算式 0 个"), "{out}");
    }
}
