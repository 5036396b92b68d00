//! Reviews as one page of review sheets (校核单) that needs nothing but itself: to be read, printed
//! on A4 and put into the file.
//!
//! A page is [`begin`], [`sheet()`] for each review, [`end`]. It looks like the sheet that the page of
//! hegao prints.
//!
//! *Invariant:* everything that is not ours is escaped; the page has no script and refers to nothing.

mod sheet;

use std::fmt::{Result, Write};

use super::place::printable;
use super::summary::{self, Summary};
use crate::Lang;

pub use sheet::sheet;

const STYLE: &str = include_str!("sheet.css");

/// The page up to the first sheet.
pub fn begin(lang: Lang) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        lang.pick("zh-CN", "en"),
        lang.pick("校核单", "Review sheet"),
    )
}

/// The page behind the last sheet: what all come to, where there are several.
pub fn end(summary: &Summary, failures: &[(String, String)], lang: Lang) -> String {
    let mut out = String::new();
    if summary.inputs() > 1 || !failures.is_empty() {
        let _ = write_summary(&mut out, summary, failures, lang);
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn write_summary(out: &mut String, summary: &Summary, failures: &[(String, String)], lang: Lang) -> Result {
    writeln!(out, "<article class=\"sheet\">\n<h1>{}</h1>", lang.pick("汇 总", "Summary"))?;
    for sentence in summary.sentences(lang) {
        writeln!(out, "<p>{}</p>", escaped(&sentence))?;
    }
    if summary.worst().next().is_some() {
        let [errors, warnings, hints, file] = summary::head(lang);
        writeln!(
            out,
            "<table>\n<thead><tr><th>{errors}</th><th>{warnings}</th><th>{hints}</th><th>{file}</th></tr></thead>\n<tbody>"
        )?;
        for (file, tally) in summary.worst() {
            write!(out, "<tr>")?;
            for number in [tally.errors, tally.warnings, tally.hints] {
                write!(out, "<td class=\"number\">{number}</td>")?;
            }
            writeln!(out, "<td>{}</td></tr>", escaped(file))?;
        }
        writeln!(out, "</tbody>\n</table>")?;
    }
    if !failures.is_empty() {
        writeln!(out, "<h2>{}</h2>\n<ul>", lang.pick("未能检查", "Not checked"))?;
        for (file, reason) in failures {
            writeln!(out, "<li>{}: {}</li>", escaped(file), escaped(reason))?;
        }
        writeln!(out, "</ul>")?;
    }
    writeln!(out, "</article>")
}

/// `text` as it may stand between tags and in attributes; what steers a display becomes a blank.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in printable(text).chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(ch),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_up_several_and_names_failures() {
        let mut summary = Summary::default();
        summary.fail();
        let page = end(&summary, &[("<a>".to_owned(), "没有这个文件".to_owned())], Lang::Zh);
        assert!(page.contains("<li>&lt;a&gt;: 没有这个文件</li>"), "{page}");
        assert!(page.ends_with("</body>\n</html>\n"));
        assert_eq!(end(&Summary::default(), &[], Lang::En), "</body>\n</html>\n");
    }
}
