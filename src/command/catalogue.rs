//! What there is: rules, their pages, profiles.
//!
//! *Invariant:* prints what the tables of the library hold and nothing else.

use std::io::{self, Write};

use hegao::{Lang, profile, rules};

use super::{Outcome, complain};

/// Every rule on a line.
pub fn rules(lang: Lang, out: &mut impl Write) -> io::Result<Outcome> {
    for rule in rules::RULES {
        let (group, severity) = (rule.group.name(), rule.severity.name());
        writeln!(out, "{:<22} {group:<10} {severity:<8} {}", rule.id, rule.title.get(lang))?;
    }
    Ok(Outcome::Clean)
}

/// The page of the rule `id`.
pub fn explain(id: &str, lang: Lang, out: &mut impl Write) -> io::Result<Outcome> {
    let Some(rule) = rules::find(id) else {
        let reason = lang.pick(
            "没有这条规则；用 hegao rules 查看全部规则",
            "there is no such rule; `hegao rules` lists them",
        );
        return Ok(complain(id, reason));
    };
    writeln!(out, "{}", rule.page.get(lang).trim_end())?;
    Ok(Outcome::Clean)
}

/// Every built-in profile on a line.
pub fn profiles(out: &mut impl Write) -> io::Result<Outcome> {
    for profile in profile::list() {
        writeln!(out, "{:<22} {}", profile.id, profile.title)?;
    }
    Ok(Outcome::Clean)
}
