//! Rates whose part is told by 的 alone: 国控断面 40 个，水质达到优良的 34 个，优良断面比例为 85%.
//!
//! *Invariant:* the base bears the noun at the end of the rate's name, the part right behind it has 的 for its noun and
//! shares a sign with what the name says in front of the noun; only what lies near is a mistake.

use super::general::{NEAR, is_count, last_word, object_of, uncertain};
use super::quotient::Quotient;
use crate::claims::Statement;
use crate::claims::label;
use crate::claims::statement::{Lead, Passage};
use crate::facts::Decimal;
use crate::review::Status;
use crate::search;

/// The statement that the rate called `name` at `index` makes with the two figures right before it.
pub fn claim(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    let rate = passage.mentions.get(index)?;
    let (above, below) =
        (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index.checked_sub(2)?)?);
    let (name, noun) = (label::strip(name), last_word(label::strip(name))?);
    let words = above.before.strip_suffix('的')?;
    let is_row = rate.lead == Lead::Comma
        && rate.sentence == below.sentence
        && rate.clause == above.clause + 1
        && above.clause == below.clause + 1
        && [above, below].iter().all(|count| is_count(count) && count.depth == rate.depth)
        && above.quantity.class() == below.quantity.class();
    let is_of_them = (below.name.ends_with(noun) || below.after == noun)
        && !words.contains(noun)
        && says_alike(object_of(name), words);
    if !is_row || !is_of_them {
        return None;
    }
    let statement = Quotient::new(rate, &[above], &[below])?.judge()?;
    if statement.status != Status::Broken {
        return Some(statement);
    }
    let is_near = statement.fault.is_some_and(|fault| fault.excess.abs() <= Decimal::whole(NEAR));
    is_near.then(|| uncertain(statement))
}

/// Whether what the name of a rate says of its noun and the `words` of the part are of one kind: they share a sign, and
/// neither denies what the other does not.
fn says_alike(modifier: &str, words: &str) -> bool {
    // 优秀 51 卷 are not all that is 优良.
    const GRADES: &[&str] = &["优秀", "良好", "合格", "优质", "示范", "一级", "二级", "A级"];
    const DENYING: &[char] = &['不', '未', '劣', '非', '无', '超', '逾', '差', '缺', '漏'];
    let is_of_one_grade = GRADES.iter().all(|grade| modifier.contains(grade) || !words.contains(grade));
    modifier.chars().any(|ch| words.contains(ch))
        && modifier.contains(DENYING) == words.contains(DENYING)
        && is_of_one_grade
}

/// 140 个村中，已有 119 个建成服务点，覆盖率 85%: the statement of a rate of those that were taken out of what 中 ends, where nothing but a
/// verb stands behind them.
pub fn of_those(passage: &Passage<'_>, index: usize, name: &str) -> Option<Statement> {
    const NAMES: &[&str] = &["覆盖", "建成", "普及", "达标"];
    const TAKEN_OUT: &[&str] = &["", "有", "已有", "共有", "目前已有", "现已有"];
    const LONGEST_NOUN: usize = 8;
    let rate = passage.mentions.get(index)?;
    let (above, below) =
        (passage.mentions.get(index.checked_sub(1)?)?, passage.mentions.get(index.checked_sub(2)?)?);
    let noun = below.after.strip_suffix('中')?;
    let is_of_them = NAMES.contains(&label::strip(name))
        && rate.lead == Lead::Comma
        && rate.sentence == below.sentence
        && rate.clause == above.clause + 1
        && above.clause <= below.clause + 1
        && TAKEN_OUT.contains(&above.before)
        && !above.after.is_empty()
        && search::length(noun) <= LONGEST_NOUN
        && [above, below].iter().all(|count| is_count(count) && count.depth == rate.depth)
        && above.quantity.class() == below.quantity.class();
    let quotient = Quotient::new(rate, &[above], &[below]).filter(|_| is_of_them)?;
    if quotient.numerator > quotient.denominator { None } else { quotient.judge() }
}
