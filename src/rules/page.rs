//! A rule's page: what it checks and why, with samples and the basis.
//!
//! Takes `rules/<id>.md` and `rules/en/<id>.md`, gives the page whole in either language.
//!
//! *Invariant:* the samples stand in the Chinese page alone, so both languages show the same ones.

use std::borrow::Cow;

use crate::lang::Lang;

/// The files of a rule's page; empty without the command line: the browser's page brings them all
/// along in a form of its own.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Whole: 说明 / 为什么 / 应报 / 不报 / 依据.
    pub zh: &'static str,
    /// What it checks / Why / Basis: without the samples.
    pub en: &'static str,
}

/// The page of the rule of this id.
macro_rules! page {
    ($id:literal) => {
        if cfg!(feature = "cli") {
            crate::rules::Page {
                zh: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/rules/", $id, ".md")),
                en: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/rules/en/", $id, ".md")),
            }
        } else {
            crate::rules::Page { zh: "", en: "" }
        }
    };
}

impl Page {
    /// The whole page, Markdown.
    pub fn get(&self, lang: Lang) -> Cow<'static, str> {
        match lang {
            Lang::Zh => Cow::Borrowed(self.zh),
            Lang::En => self.english().map_or(Cow::Borrowed(self.en), Cow::Owned),
        }
    }

    /// The English page with the samples before its basis.
    fn english(&self) -> Option<String> {
        let (told, basis) = self.en.split_once("## Basis\n")?;
        let (_, samples) = self.zh.split_once("## 应报\n")?;
        let (reported, samples) = samples.split_once("## 不报\n")?;
        let (not_reported, _) = samples.split_once("## 依据\n")?;
        Some(format!("{told}## Reported\n{reported}## Not reported\n{not_reported}## Basis\n{basis}"))
    }
}
