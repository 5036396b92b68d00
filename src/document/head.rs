//! The first lines: letterhead, title, addressee, signature under the title.
//!
//! Takes the source, gives a [`Head`]: of what kind each paragraph before the body is, and what was read from them.
//!
//! *Invariant:* looks only at paragraphs before the body begins; a title ends like a report's name
//! and holds no sentence.

use super::furniture::is_furniture;
use super::{BlockKind, heading, organ, sign_off};
use crate::search;
use crate::source::{Paragraph, Row, Source, ViewSpan};

/// How many paragraphs can stand before the body.
const LONGEST_HEAD: usize = 16;

/// Whether `text` reads as the title of a report.
pub(super) fn is_title(text: &str) -> bool {
    let length = search::length(text);
    let mut core = text;
    while let Some(open) = core.rfind('（').filter(|_| core.ends_with('）')) {
        core = core.get(..open).unwrap_or("");
    }
    let has_subject = ["法治政府", "法治建设", "依法行政", "信息公开", "关于", "年度"]
        .iter()
        .any(|word| core.contains(word))
        || core.contains('年');
    let names_kind = ["报告", "总结", "汇报", "年报"].iter().any(|word| core.ends_with(word))
        || (core.ends_with("情况") && core.contains("法治政府建设") && core.contains("20"));
    (8..=80).contains(&length)
        && names_kind
        && has_subject
        && !core.contains(['。', '；', '！', '？', '，', '：', '\t', '|'])
        && !["现将", "如下", "特此", "根据", "按照"].iter().any(|word| core.contains(word))
        && heading::mark(core).is_none()
}

/// What was read from the first paragraphs.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The kind of each paragraph before the body.
    pub kinds: Vec<BlockKind>,
    /// The title: its lines, first and last paragraph.
    pub title: Option<(String, usize, usize)>,
    /// The letterhead's organ and its paragraph.
    pub letterhead: Option<(String, usize)>,
    /// The paragraph of the signature's date under the title.
    pub date: Option<usize>,
    /// The paragraphs of the signing organs under the title.
    pub signers: Vec<usize>,
}

/// Ends of a line that announces what the next lines tell, and names nobody: 诉求按渠道统计如下：.
const ANNOUNCES: &[&str] = &["如下：", "情况：", "其中："];

/// Reads the paragraphs before the body.
pub(super) fn read(source: &Source<'_>) -> Head {
    let lines: Vec<&str> = source.paragraphs.iter().map(|paragraph| source.folded(paragraph.view)).collect();
    let following = source.paragraphs.iter().zip(&lines).skip(1).map(Some).chain([None]);
    let length = source
        .paragraphs
        .iter()
        .zip(&lines)
        .zip(following)
        .take(LONGEST_HEAD)
        .take_while(|((paragraph, line), next)| {
            !opens_body(paragraph, line) && !next.is_some_and(|next| opens_table((paragraph, line), next))
        })
        .count();
    let lines = lines.get(..length).unwrap_or(&[]);
    let mut head = Head { kinds: vec![BlockKind::Prose; length], ..Head::default() };
    for (kind, line) in head.kinds.iter_mut().zip(lines) {
        if is_furniture(line) {
            *kind = BlockKind::Furniture;
        } else if line.ends_with('：')
            && !line.contains(|ch: char| ch.is_ascii_digit())
            && !ANNOUNCES.iter().any(|end| line.ends_with(end))
        {
            // 全年开展演练 28 场，具体为： is the first sentence of an excerpt.
            *kind = BlockKind::Addressee;
        }
    }
    head.title = find_title(lines, &head.kinds);
    let behind_title = match &head.title {
        Some((text, first, last)) => {
            for (index, kind) in head.kinds.iter_mut().enumerate() {
                let repeats = lines.get(index).is_some_and(|line| line == text);
                if (*first..=*last).contains(&index) || repeats {
                    *kind = BlockKind::Title;
                }
            }
            Some(*last)
        }
        None => None,
    };
    read_names(lines, behind_title, &mut head);
    head
}

/// Whether the body begins with this paragraph.
fn opens_body(paragraph: &Paragraph, line: &str) -> bool {
    if is_furniture(line) {
        return false;
    }
    paragraph.row != Row::Prose
        || heading::mark(line).is_some()
        || line.contains(['。', '；'])
        || search::length(line) > 80
        || (line.contains('，') && !line.ends_with('：'))
}

/// 来源, 数量, 占比 over rows of figures: whether `header` has as many cells as the row below it, which labels nothing of a web page.
fn opens_table((header, titles): (&Paragraph, &&str), (row, line): (&Paragraph, &&str)) -> bool {
    let is_digit = |ch: char| ch.is_ascii_digit();
    let cells = header.row.cells().len();
    let is_row = || cells == row.row.cells().len() && line.contains(is_digit) && !is_furniture(line);
    cells >= 2 && !titles.contains(is_digit) && (row.row == Row::Ruler || is_row())
}

/// The title among `lines`: one line that is a title, with lines before it that it completes, or
/// two or three lines that together are one.
fn find_title(lines: &[&str], kinds: &[BlockKind]) -> Option<(String, usize, usize)> {
    let is_free = |index: usize| kinds.get(index) == Some(&BlockKind::Prose);
    for count in 1..=3 {
        for first in 0..lines.len() {
            let last = first + count - 1;
            let Some(part) = lines.get(first..=last) else { break };
            let text: String = part.concat();
            if !(first..=last).all(is_free) || !is_title(&text) {
                continue;
            }
            return Some(extend(lines, &is_free, text, first, last));
        }
    }
    None
}

/// The title with the lines before it that it completes and the bracket behind it.
fn extend(
    lines: &[&str],
    is_free: &dyn Fn(usize) -> bool,
    mut text: String,
    mut first: usize,
    mut last: usize,
) -> (String, usize, usize) {
    for _ in 0..2 {
        let Some(before) = first.checked_sub(1).filter(|&before| is_free(before)) else { break };
        let Some(line) = lines.get(before) else { break };
        let is_open =
            ["关于", "年度", "年", "的", "推进", "全面", "工作"].iter().any(|end| line.ends_with(end));
        let lacks_organ = organ::from_title(&text).is_none() && organ::is_full_name(line);
        if !is_open && !lacks_organ {
            break;
        }
        text.insert_str(0, line);
        first = before;
    }
    if let Some(line) = lines.get(last + 1)
        && is_free(last + 1)
        && line.starts_with('（')
        && line.ends_with('）')
        && line.contains("年")
        && sign_off::sign_line(line).is_none()
    {
        text.push_str(line);
        last += 1;
    }
    text.retain(|ch| ch != ' ');
    (text, first, last)
}

/// Finds letterhead, and organ and date of a signature under the title.
fn read_names(lines: &[&str], title: Option<usize>, head: &mut Head) {
    for (index, line) in lines.iter().enumerate() {
        if head.kinds.get(index) != Some(&BlockKind::Prose) {
            continue;
        }
        if let Some(sign) = sign_off::sign_line(line) {
            if title.is_some_and(|title| index > title) && head.date.is_none() {
                head.date = Some(index);
                let first = (0..index)
                    .rev()
                    .take_while(|&at| {
                        head.kinds.get(at) == Some(&BlockKind::Letterhead)
                            && title.is_some_and(|title| at > title)
                    })
                    .last()
                    .unwrap_or(index);
                head.signers = (first..index).chain(sign.organ.map(|_| index)).collect();
                for &signer in &head.signers {
                    set(&mut head.kinds, signer, BlockKind::SignOffOrgan);
                }
            }
            set(&mut head.kinds, index, BlockKind::SignOffDate);
            continue;
        }
        let name = line.strip_suffix("文件").unwrap_or(line);
        if organ::is_organ_line(name) {
            set(&mut head.kinds, index, BlockKind::Letterhead);
        } else if line.ends_with('号') && line.contains(['〔', '[', '（', '【']) {
            set(&mut head.kinds, index, BlockKind::DocumentNumber);
        }
    }
    let letterhead = head.kinds.iter().position(|&kind| kind == BlockKind::Letterhead);
    head.letterhead = letterhead.and_then(|at| {
        let line = lines.get(at)?;
        Some((line.strip_suffix("文件").unwrap_or(line).to_owned(), at))
    });
}

fn set(kinds: &mut [BlockKind], at: usize, kind: BlockKind) {
    if let Some(slot) = kinds.get_mut(at) {
        *slot = kind;
    }
}

/// The stretch of the view from paragraph `first` to paragraph `last`.
pub(super) fn span(source: &Source<'_>, first: usize, last: usize) -> ViewSpan {
    let view = |at: usize| source.paragraphs.get(at).map(|paragraph| paragraph.view).unwrap_or_default();
    view(first).join(view(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn title(text: &str) -> Option<String> {
        read(&Source::new(text)).title.map(|(title, _, _)| title)
    }

    #[test]
    fn reads_titles() {
        let body = "\n市委、市政府：\n2023年，我局认真履职，工作取得成效。\n";
        let whole = "青澜市水利局关于2023年度法治政府建设工作的报告";
        for lines in [
            "青澜市水利局关于2023年度法治政府建设工作的报告",
            "青澜市水利局 关于 2023年度法治政府建设工作的报告",
            "青澜市水利局\n关于2023年度法治政府建设工作的报告",
            "青澜市水利局关于\n2023年度法治政府建设工作的报告",
            "青澜市水利局\n关于2023年度法治政府建设\n工作的报告",
            "青澜市水利局\n青澜市水利局 关于2023年度法治政府建设工作的报告",
            "索引号：000123/2024-1\n发布时间：2024-01-22 来源：市水利局\n青澜市水利局关于2023年度法治政府建设工作的报告",
            "青澜市水利局文件\n青水〔2024〕3号\n青澜市水利局关于2023年度法治政府建设工作的报告",
            "　　青澜市水利局关于２０２３年度法治政府建设工作的报告",
        ] {
            assert_eq!(title(&format!("{lines}{body}")).as_deref(), Some(whole), "{lines}");
        }
        assert_eq!(title("2023年，我局工作取得成效，现将情况报告如下：\n一、主要举措"), None);
        assert_eq!(title("一、关于2023年度工作的报告\n正文。"), None);
        assert_eq!(title("共受理案件45件，办结43件。"), None);
        assert_eq!(
            title("青澜市水利局法治政府建设年度报告\n（2023年度）\n正文。").as_deref(),
            Some("青澜市水利局法治政府建设年度报告（2023年度）")
        );
    }
}
