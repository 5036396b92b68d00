//! That some are in several parts of a row at once, so that the parts may come to more than their whole.
//!
//! It is told by a figure of its own ([`counted`]), by a remark behind the row ([`remark`]) or by a bracket behind one of
//! the parts or behind their sum ([`bracket`]).
//!
//! *Invariant:* told by words alone, never by the sum.

mod bracket;
mod counted;
mod remark;

pub use bracket::{is_told as is_told_in_bracket, is_told_of_sum};
pub use counted::{is_of_both, is_told_behind as is_counted_behind};
pub use remark::is_told_behind as is_remarked_behind;

/// Words that nothing is in several parts.
const NOT_TWICE: &[&str] =
    &["无交叉", "不交叉", "未交叉", "没有交叉", "无重复", "不重复", "未重复", "没有重复", "无重叠", "不重叠"];
