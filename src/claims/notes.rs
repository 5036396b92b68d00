//! What the ledger says beside an equation, in both languages.
//!
//! *Invariant:* a note that several builders give is written here once.

use crate::lang::Text;

/// A figure is an approximation or a bound.
pub const APPROXIMATE: Text =
    Text { zh: "有约数，不作相等核对", en: "an approximate figure; equality is not checked" };

/// One unit of the last place lies between what is written and what comes out.
pub const LAST_PLACE: Text = Text {
    zh: "末位差 1，可能是截尾或凑整",
    en: "off by one in the last place: truncated or made to fit",
};

/// The same where the quotient needs no rounding.
pub const BESIDE_EXACT: Text = Text {
    zh: "末位差 1，而计算结果恰好除尽",
    en: "off by one in the last place, though the figures divide without a rest",
};

/// The figures were rounded, and their range allows what is written.
pub const ROUNDED: Text = Text {
    zh: "所用的数是四舍五入后的数，在其范围内相符",
    en: "the figures are rounded; it agrees within their range",
};

/// A fall that is written without its sign.
pub const NO_SIGN: Text = Text { zh: "下降未写负号", en: "a fall written without its sign" };

/// No word says that these figures belong together, but they fit exactly.
pub const BY_VALUE: Text = Text {
    zh: "文中没有写明是分项，数字恰好相符",
    en: "the text does not call these its parts; the figures fit exactly",
};
