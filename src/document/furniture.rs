//! What a web page prints around a paper: 发布时间, 来源, 浏览次数, 当前位置.
//!
//! Takes a line, tells whether it belongs to the page.
//!
//! *Invariant:* a word that goes on as in a sentence, 来源于群众, labels nothing.

use crate::search::{self, Words};

/// What labels a line of the page.
const FURNITURE: [&str; 34] = [
    "发布时间",
    "发布日期",
    "发布机构",
    "发布单位",
    "发文机关",
    "发文日期",
    "成文日期",
    "生成日期",
    "印发日期",
    "来源",
    "信息来源",
    "文章来源",
    "稿件来源",
    "索引号",
    "索引",
    "浏览次数",
    "浏览量",
    "浏览",
    "阅读次数",
    "阅读",
    "访问量",
    "访问次数",
    "点击数",
    "点击",
    "字号",
    "字体",
    "文号",
    "发文字号",
    "主题分类",
    "责任编辑",
    "作者",
    "编辑",
    "分享",
    "打印",
];

/// Whether `line` belongs to the web page, not to the paper.
pub(super) fn is_furniture(line: &str) -> bool {
    const WORDS: Words = Words::of(&FURNITURE);
    let line = line.trim_start_matches(['【', '[', '［', '（', '|', '\t', '·', '>']);
    let is_labelled = WORDS.beginning(line).is_some()
        && FURNITURE.iter().any(|word| {
            line.strip_prefix(word).is_some_and(|rest| {
                rest.is_empty() || rest.starts_with(['：', ':', '】', ']', '\t', '到', '本', '）', '|'])
            })
        });
    let is_path = line.starts_with("当前位置") || line.starts_with("您的位置") || line.starts_with("首页>");
    (is_labelled && search::length(line) <= 120) || is_path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_furniture() {
        for line in [
            "发布时间：2024-01-22来源：市水利局浏览次数：12",
            "索引号：0012",
            "【字体：大中小】",
            "来源\t市水利局",
        ] {
            assert!(is_furniture(line), "{line}");
        }
        for line in ["来源于群众的诉求得到解决", "打印机采购12台", "青澜市水利局"] {
            assert!(!is_furniture(line), "{line}");
        }
    }
}
