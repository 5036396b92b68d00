//! One review as a sheet: what was found, what was computed, which parts are there, what nobody checked.
//!
//! *Invariant:* every word of the draft goes through [`escaped`]; long lists are cut, and what is left
//! out is counted.

use std::fmt::{Result, Write};

use super::super::place::Places;
use super::super::words::{claim_status_name, excerpt_note, role_name, section_status_name, severity_name};
use super::escaped;
use crate::review::{Claim, Finding, Range, Safety, Status};
use crate::{Lang, Review, rules};

/// How many entries a list has at most; what is left out is counted.
const MOST_LINES: usize = 400;
/// How many places of a finding are listed.
const MOST_RELATED: usize = 12;
/// How many characters stand before and behind a quote.
const AROUND: usize = 24;
/// The longest quote.
const MOST_QUOTED: usize = 120;

/// The sheet of one review of `text`.
pub fn sheet(review: &Review, text: &str, lang: Lang) -> String {
    let shown = || review.findings.iter().take(MOST_LINES);
    let mut ranges: Vec<Range> = shown().filter_map(|finding| finding.range).collect();
    ranges.extend(shown().flat_map(|finding| finding.related.iter().take(MOST_RELATED)).map(|at| at.range));
    ranges.extend(review.claims.iter().take(MOST_LINES).map(|claim| claim.range));
    ranges.extend(review.coverage.unchecked.iter().take(MOST_LINES));
    let offsets = ranges.iter().flat_map(|range| [range.start, range.end]).collect();
    let sheet = Sheet { review, text, lang, places: Places::new(text, offsets) };
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = sheet.write(&mut out);
    out
}

struct Sheet<'a> {
    review: &'a Review,
    text: &'a str,
    lang: Lang,
    places: Places,
}

impl Sheet<'_> {
    fn write(&self, out: &mut String) -> Result {
        let (review, lang) = (self.review, self.lang);
        let info = &review.document;
        writeln!(out, "<article class=\"sheet\">\n<h1>{}</h1>", lang.pick("校 核 单", "Review sheet"))?;
        let title =
            info.title.as_deref().unwrap_or_else(|| lang.pick("（未识别到标题）", "(no title found)"));
        writeln!(out, "<p class=\"sheet-title\">{}</p>", escaped(title))?;
        let signed: Vec<&str> =
            [&info.organ, &info.signed_on].into_iter().flatten().map(String::as_str).collect();
        let file = review.file.as_deref().filter(|&file| file != "-");
        let head: Vec<&str> = signed.into_iter().chain(file).collect();
        writeln!(out, "<p>{}</p>", escaped(&head.join(" · ")))?;
        if let Some(notice) = &review.notice {
            writeln!(out, "<p class=\"notice\">{}</p>", escaped(notice))?;
        }
        if info.is_excerpt {
            writeln!(out, "<p>{}</p>", excerpt_note(lang))?;
        }
        self.findings(out)?;
        self.claims(out)?;
        self.sections(out)?;
        self.unchecked(out)?;
        let sign = lang.pick(
            "校核人：____________　　日期：____________",
            "Checked by: ____________   Date: ____________",
        );
        writeln!(out, "<p class=\"sheet-sign\">{sign}</p>\n</article>")
    }

    fn findings(&self, out: &mut String) -> Result {
        let findings = &self.review.findings;
        writeln!(out, "<h2>{} {}</h2>\n<ol>", self.lang.pick("问题", "Problems"), findings.len())?;
        findings.iter().take(MOST_LINES).try_for_each(|finding| self.finding(out, finding))?;
        writeln!(out, "</ol>")?;
        self.left_out(out, findings.len())
    }

    fn finding(&self, out: &mut String, finding: &Finding) -> Result {
        let severity = finding.severity;
        let title = rules::find(finding.rule).map_or(finding.rule, |rule| rule.title.get(self.lang));
        write!(
            out,
            "<li class=\"{}\"><p><b>{}</b> {}{}{}</p>",
            severity.name(),
            severity_name(severity, self.lang),
            escaped(title),
            self.colon(),
            escaped(&finding.message)
        )?;
        if let Some(range) = finding.range {
            self.excerpt(out, range)?;
        }
        let related = self.related(finding);
        if !related.is_empty() {
            write!(out, "<p class=\"evidence\">{}</p>", escaped(&related))?;
        }
        for fix in &finding.fixes {
            let label = match fix.safety {
                Safety::Safe => self.lang.pick("可直接改", "safe fix"),
                Safety::Suggest => self.lang.pick("建议", "suggestion"),
            };
            write!(out, "<p class=\"evidence\">{label}{}{}</p>", self.colon(), escaped(&fix.title))?;
        }
        writeln!(out, "</li>")
    }

    /// The evidence, or the places that the finding stands for.
    fn related(&self, finding: &Finding) -> String {
        let is_many = finding.occurrences > 1;
        let shown = finding.related.iter().take(MOST_RELATED).map(|related| match is_many {
            true => self.place(related.range),
            false => {
                let (role, place) = (role_name(related.role, self.lang), self.place(related.range));
                let quote = shortened(&related.quote);
                self.lang.pick(format!("{role}“{quote}”（{place}）"), format!("{role} “{quote}” ({place})"))
            }
        });
        let mut list: Vec<String> = shown.collect();
        if let more @ 1.. = finding.related.len().saturating_sub(MOST_RELATED) {
            list.push(self.lang.pick(format!("另有 {more} 处"), format!("and {more} more")));
        }
        list.join(self.lang.pick("；", "; "))
    }

    /// The quote with some of the text around it, marked, and where it stands.
    fn excerpt(&self, out: &mut String, range: Range) -> Result {
        let (place, end) = (self.places.get(range.start), self.places.get(range.end).byte);
        // A line may be as long as the draft: no more of it is looked at than is shown.
        let line = self.text.get(place.line_start..place.byte).unwrap_or("");
        let from = line.char_indices().rev().take(AROUND).last().map_or(0, |(at, _)| at);
        let after = self.text.get(end..).unwrap_or("");
        let goes_on = |&(_, ch): &(usize, char)| !matches!(ch, '\n' | '\r');
        let mut rest = after.char_indices().take_while(goes_on);
        let until = rest.by_ref().take(AROUND).last().map_or(0, |(at, ch)| at + ch.len_utf8());
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        write!(
            out,
            "<p class=\"quoted\">{}{}<mark>{}</mark>{}{} <span class=\"place\">（{}）</span></p>",
            cut(from > 0),
            escaped(line.get(from..).unwrap_or("")),
            escaped(&shortened(self.text.get(place.byte..end).unwrap_or(""))),
            escaped(after.get(..until).unwrap_or("")),
            cut(rest.next().is_some()),
            self.place(range)
        )
    }

    fn claims(&self, out: &mut String) -> Result {
        let claims = &self.review.claims;
        let held = claims.iter().filter(|claim| claim.status == Status::Holds).count();
        let all = claims.len();
        let words = self.lang.pick(
            format!("数字核算：{all} 个算式，{held} 个成立"),
            format!("Figures: {all} equations, {held} hold"),
        );
        writeln!(out, "<h2>{words}</h2>")?;
        if claims.is_empty() {
            return Ok(());
        }
        let [status, subject, equation, place] =
            self.lang.pick(["结果", "事项", "算式", "位置"], ["result", "subject", "equation", "place"]);
        writeln!(
            out,
            "<table class=\"claims\">\n<thead><tr><th>{status}</th><th>{subject}</th><th>{equation}</th><th>{place}</th></tr></thead>\n<tbody>"
        )?;
        claims.iter().take(MOST_LINES).try_for_each(|claim| self.claim(out, claim))?;
        writeln!(out, "</tbody>\n</table>")?;
        self.left_out(out, claims.len())
    }

    fn claim(&self, out: &mut String, claim: &Claim) -> Result {
        let status = claim_status_name(claim.status, self.lang);
        let labels = claim.operands.iter().map(|operand| operand.label.as_str());
        let subject = escaped(&shortened(labels.into_iter().find(|label| !label.is_empty()).unwrap_or("")));
        write!(out, "<tr><td>{status}</td><td>{subject}</td><td>{}", escaped(&claim.equation))?;
        if !claim.note.is_empty() {
            write!(out, "<p class=\"evidence\">{}</p>", escaped(&claim.note))?;
        }
        writeln!(out, "</td><td>{}</td></tr>", self.place(claim.range))
    }

    fn sections(&self, out: &mut String) -> Result {
        if self.review.sections.is_empty() {
            return Ok(());
        }
        writeln!(out, "<h2>{}</h2>\n<ul>", self.lang.pick("结构", "Structure"))?;
        for section in &self.review.sections {
            let status = section_status_name(section, self.lang);
            write!(out, "<li>{}{}{status}", escaped(&section.title), self.colon())?;
            if let Some(heading) = &section.heading {
                write!(out, "（{}）", escaped(&shortened(heading)))?;
            }
            writeln!(out, "</li>")?;
        }
        writeln!(out, "</ul>")
    }

    /// The figures that took part in no check: they still need a person's eyes.
    fn unchecked(&self, out: &mut String) -> Result {
        let coverage = &self.review.coverage;
        let (count, all) = (coverage.unchecked.len(), coverage.figures);
        let words = self.lang.pick(
            format!("未核算的数字：{all} 个中有 {count} 个，须人工核对"),
            format!("Figures in no equation: {count} of {all}, to be checked by a person"),
        );
        writeln!(out, "<h2>{words}</h2>")?;
        let shown = coverage.unchecked.iter().take(MOST_LINES).map(|&range| {
            let (start, end) = (self.places.get(range.start), self.places.get(range.end));
            shortened(self.text.get(start.byte..end.byte).unwrap_or(""))
        });
        let list: Vec<String> = shown.collect();
        if !list.is_empty() {
            writeln!(out, "<p>{}</p>", escaped(&list.join(self.lang.pick("、", ", "))))?;
        }
        self.left_out(out, count)
    }

    fn left_out(&self, out: &mut String, all: usize) -> Result {
        match all.saturating_sub(MOST_LINES) {
            0 => Ok(()),
            more => {
                let words =
                    self.lang.pick(format!("另有 {more} 条未列出"), format!("{more} more not listed"));
                writeln!(out, "<p>{words}</p>")
            }
        }
    }

    fn place(&self, range: Range) -> String {
        let at = self.places.get(range.start);
        self.lang.pick(
            format!("第 {} 行第 {} 字", at.line, at.column),
            format!("line {}, column {}", at.line, at.column),
        )
    }

    fn colon(&self) -> &'static str {
        self.lang.pick("：", ": ")
    }
}

fn shortened(text: &str) -> String {
    let kept: String = text.chars().take(MOST_QUOTED).collect();
    if kept.len() < text.len() { format!("{kept}…") } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{check, profile};

    #[test]
    fn escapes_whatever_the_draft_holds() {
        let text = "<script>alert(1)</script>共3件，其中<b>2件、&amp;\"'1件，自2023年9月31日<img src=x>起。";
        let mut review = check(text, profile::for_text(text), Lang::Zh);
        review.file = Some("<i>.txt".to_owned());
        let page = sheet(&review, text, Lang::Zh);
        for tag in ["<script", "<b>2", "<img", "<i>"] {
            assert!(!page.contains(tag), "{page}");
        }
        assert!(page.contains("<mark>2023年9月31日</mark>&lt;img src=x&gt;起。"), "{page}");
    }
}
