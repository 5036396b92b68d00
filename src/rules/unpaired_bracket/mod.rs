//! A bracket, title mark or quotation mark without its mate.
//!
//! Takes the paragraphs of the draft, gives a finding for each lone mark, or one where many stand in a paragraph.
//!
//! *Invariant:* a mark is lone only where neither its paragraph nor the ones next to it hold its mate.

mod lone;
mod told;

use super::prose::{self, Paragraph};
use super::{Group, Rule, Sink};
use crate::draft::Draft;
use crate::lang::Text;
use crate::review::Severity;

pub(super) static RULE: Rule = Rule {
    id: "unpaired-bracket",
    group: Group::Text,
    severity: Severity::Error,
    title: Text {
        zh: "括号、引号或书名号不成对", en: "A bracket or quotation mark without its mate"
    },
    page: page!("unpaired-bracket"),
    check,
};

/// A paragraph with more lone marks gets one finding.
const SINGLE: usize = 6;

fn check(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let paragraphs: Vec<Paragraph<'_>> = prose::paragraphs(draft).collect();
    let mut lone = lone::marks(draft, &paragraphs);
    told::turned_quotes(draft, sink, &paragraphs, &mut lone);
    lone.retain(|mark| !mark.is_settled);
    for marks in lone.chunk_by(|one, two| one.paragraph == two.paragraph) {
        let Some(paragraph) = marks.first().and_then(|mark| paragraphs.get(mark.paragraph)) else { continue };
        if marks.len() > SINGLE {
            told::report_all(draft, sink, paragraph, marks);
        } else {
            marks.iter().for_each(|mark| told::report(draft, sink, paragraph, mark));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::prose::testing;

    #[track_caller]
    fn finds(text: &str, expected: &[&str]) {
        testing::finds(&super::RULE, text, expected);
    }

    #[test]
    fn shows_the_lone_mark_with_its_words() {
        finds("弘扬“枫桥经验，做到小事不出村。", &["“枫桥经验"]);
        finds("落实《河道管理条例》》和细则。", &["》》"]);
        finds("落实《《河道管理条例》和细则。", &["《《"]);
        finds("落实河道管理条例》和细则。", &["落实河道管理条例》"]);
        finds("（云政发〔2023号）文件", &["〔2023号"]);
        finds("抽查26户(其中企业4户，全部公示。", &["(其中企业4户"]);
        finds("开展“法治体检“活动。", &["“法治体检“"]);
        finds("开展”法治体检”活动。", &["”法治体检”"]);
        finds("落实“坚持‘应放尽放”工作原则。", &["‘应放尽放"]);
        finds("落实“坚持‘应放尽放‘”工作原则。", &["‘应放尽放‘"]);
        finds("“既要‘放得下，又要‘接得住’”成为共识。", &["‘放得下"]);
    }

    #[test]
    fn leaves_pairs_and_list_marks_alone() {
        for text in [
            "（一）抽查(26户），（1）公示。",
            "1)加强领导。2）完善机制；a)压实责任。",
            "得分在[60，80）之间的为合格，（0，60]为不合格。",
            "“第一段讲组织。\n“第二段讲落实。\n“第三段讲监督。”会议强调。",
            "（注：单位为万元。\n保留一位小数。）",
            "落实《关于印发\n〈云山市河道条例〉的通知》要求。",
            "坚持“小切口、大纵深”，做到‘三个不’：“不缺位”。It’s fine.",
            "一）加强领导。\n二）完善机制。",
            "坚持“‘应放尽放’”原则，落实“一枚印章管‘审批’”。",
            "参加‘China Law 2024’论坛，It‘s “fine”，don’t。",
            "坚持‘应放尽放，下放事项26项。",
        ] {
            finds(text, &[]);
        }
        finds("（一）加强领导。\n二）完善机制。", &["二）"]);
    }
}
