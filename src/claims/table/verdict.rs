//! What may be said of relations that ought to hold alike along a row or column.
//!
//! *Invariant:* where a relation holds nowhere, it was not meant, and nothing is said of it.

use crate::claims::judge::{self, Sum};
use crate::claims::notes::APPROXIMATE;
use crate::facts::Decimal;
use crate::lang::Text;

/// One instance of a relation with its outcome.
pub struct Check<T> {
    /// What it is about.
    pub subject: T,
    /// The written figure.
    pub written: Decimal,
    /// The addends, or nothing where none may be taken for the cause.
    pub parts: Vec<Decimal>,
    /// The outcome.
    pub sum: Sum,
    /// Whether its holding is no accident: two terms at least are not zero.
    pub is_telling: bool,
}

/// What is to be said of an instance.
#[derive(Clone, Copy, Debug)]
pub enum Verdict {
    /// It holds.
    Holds,
    /// It is wrong, beyond doubt or not.
    Broken { certain: bool },
    /// It is left open.
    Open(Text),
}

const UNCLEAR: Text = Text {
    zh: "表的结构不能确定，未作判断",
    en: "the structure of the table leaves a doubt; not judged",
};

/// The fewest addends that one slip of the total may be told from, where the structure leaves a doubt.
const LEAST_PARTS: usize = 3;

/// What may be said of `checks`, which are instances of one relation; `is_clear` where header and
/// labels leave no doubt that it was meant. What is far off was not meant either, and is left out.
pub fn settle<T>(checks: Vec<Check<T>>, is_clear: bool) -> Vec<(Check<T>, Verdict)> {
    let telling = checks.iter().filter(|check| check.sum == Sum::Meets && check.is_telling).count();
    let broken = checks.iter().filter(|check| matches!(check.sum, Sum::Off { .. })).count();
    // A relation that fails wherever it could show itself was not meant.
    if broken >= 2 && telling * 2 < broken {
        return Vec::new();
    }
    let mut settled = Vec::new();
    for check in checks {
        let verdict = match check.sum {
            Sum::Meets => Verdict::Holds,
            Sum::Unclear => Verdict::Open(APPROXIMATE),
            Sum::Off { .. } if is_no_sum(&check) => continue,
            Sum::Off { .. } if telling > 0 => Verdict::Broken { certain: true },
            Sum::Off { excess, .. } if !is_near(check.written, excess) => continue,
            // A row without 其中 may still be part of another.
            Sum::Off { excess, .. } if is_clear => {
                Verdict::Broken { certain: !check.parts.contains(&excess) }
            }
            // One slip of the pen is what it then is.
            Sum::Off { computed, .. }
                if check.parts.len() >= LEAST_PARTS && judge::is_one_slip(check.written, computed) =>
            {
                Verdict::Broken { certain: false }
            }
            Sum::Off { .. } => Verdict::Open(UNCLEAR),
        };
        settled.push((check, verdict));
    }
    settled
}

/// Whether the written figure is no larger than one of its parts: an average, or parts of parts.
pub fn is_no_sum<T>(check: &Check<T>) -> bool {
    check.parts.iter().any(|part| *part >= check.written) && !check.written.is_negative()
}

fn is_near(written: Decimal, excess: Decimal) -> bool {
    let bound = written.plus(excess).unwrap_or(written);
    judge::is_within_percent(bound, written, 50)
}
