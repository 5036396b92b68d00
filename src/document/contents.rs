//! The table of contents: headings that are told again further down.
//!
//! Takes the marks of the headings one by one, tells which of them are lines of the table.
//!
//! *Invariant:* the table repeats the headings; the body begins where its first one returns.

/// Where a walk over the paragraphs is.
#[derive(Default)]
pub enum Contents<'a> {
    /// In no table of contents.
    #[default]
    Outside,
    /// Right behind 目录.
    Announced,
    /// In a table whose first line has the mark `first`.
    Begun {
        /// 一、
        first: &'a str,
    },
}

impl<'a> Contents<'a> {
    /// Whether the next heading, which has this `mark`, is a line of the table.
    pub fn holds(&mut self, mark: &'a str) -> bool {
        match *self {
            Self::Outside => false,
            Self::Announced => {
                *self = Self::Begun { first: mark };
                true
            }
            Self::Begun { first } if first == mark => {
                *self = Self::Outside;
                false
            }
            Self::Begun { .. } => true,
        }
    }
}
