//! Words that are never written twice in a row.
//!
//! *Invariant:* each word stands here doubled, with longer phrases where that is right.

use super::Word;

/// Words that are never written twice in a row, each with longer phrases where they are.
pub static DOUBLED: [(&str, &[&str]); 32] = [
    ("的的", &["目的的", "标的的", "的的确", "的的士", "有的的", "的的哥"]),
    ("了了", &["了了解", "为了了", "了了之", "了了事", "了了断", "了了结", "了了却", "了了望", "了了无"]),
    (
        "和和",
        &[
            "总和和",
            "中和和",
            "缓和和",
            "饱和和",
            "融和和",
            "温和和",
            "平和和",
            "共和和",
            "谐和和",
            "调和和",
            "柔和和",
            "随和和",
            "和和谐",
            "和和平",
            "和和睦",
            "和和气",
            "和和美",
            "和和解",
            "和和好",
            "和和缓",
        ],
    ),
    ("进一步进一步", &[]),
    ("不断不断", &[]),
    ("切实切实", &[]),
    ("积极积极", &["积极积极性"]),
    ("全面全面", &[]),
    ("认真认真", &[]),
    ("扎实扎实", &[]),
    ("深入深入", &[]),
    ("持续持续", &[]),
    ("着力着力", &[]),
    ("大力大力", &[]),
    ("充分充分", &["不充分充分"]),
    ("加强加强", &[]),
    ("推进推进", &[]),
    ("推动推动", &[]),
    ("开展开展", &[]),
    ("提升提升", &[]),
    ("提高提高", &[]),
    ("强化强化", &[]),
    ("以及以及", &[]),
    ("通过通过", &[]),
    ("对于对于", &[]),
    ("关于关于", &[]),
    ("根据根据", &[]),
    ("按照按照", &[]),
    ("我市我市", &[]),
    ("我县我县", &[]),
    ("我局我局", &[]),
    ("我委我委", &[]),
];

/// The doubled words, each with its number in [`DOUBLED`].
pub(super) fn words() -> Vec<Word> {
    DOUBLED.iter().enumerate().map(|(number, (word, _))| ((*word).into(), number)).collect()
}
