//! The profile that was asked for.
//!
//! *Invariant:* a draft is checked against a profile that was read whole, or not at all.

use std::io::ErrorKind;
use std::path::Path;

use hegao::review::Severity;
use hegao::{Lang, Profile, Review, profile};

use super::arguments::Choice;
use super::input;

/// What drafts are held to.
pub struct Standard {
    profile: Option<Chosen>,
    least: Severity,
    lang: Lang,
}

enum Chosen {
    BuiltIn(&'static Profile),
    Own(Box<Profile>),
}

impl Standard {
    /// What `choice` asks for; else the profile's name and why there is none.
    pub fn new(choice: &Choice, lang: Lang) -> Result<Self, (String, String)> {
        let profile = match &choice.profile {
            None => None,
            Some(name) => Some(chosen(name, lang).map_err(|reason| (name.clone(), reason))?),
        };
        Ok(Self { profile, least: choice.min_severity.into(), lang })
    }

    /// The review of the draft `text`, which is called `name`.
    pub fn review(&self, name: &str, text: &str) -> Review {
        let profile: &Profile = match &self.profile {
            Some(Chosen::BuiltIn(profile)) => profile,
            Some(Chosen::Own(profile)) => profile,
            None => profile::for_text(text),
        };
        let mut review = hegao::check(text, profile, self.lang);
        review.file = Some(name.to_owned());
        review.findings.retain(|finding| finding.severity >= self.least);
        review
    }
}

/// A built-in profile by its id, else one from a file.
fn chosen(name: &str, lang: Lang) -> Result<Chosen, String> {
    if let Some(profile) = profile::built_in(name) {
        return Ok(Chosen::BuiltIn(profile));
    }
    if let Err(error) = std::fs::metadata(name)
        && error.kind() == ErrorKind::NotFound
    {
        let reason = lang.pick(
            "没有这个内置配置，也没有这个文件；用 hegao profiles 查看内置配置",
            "there is neither a built-in profile nor a file of this name; `hegao profiles` lists the built-in ones",
        );
        return Err(reason.to_owned());
    }
    Ok(Chosen::Own(Box::new(Profile::parse(&input::profile(Path::new(name), lang)?)?)))
}
