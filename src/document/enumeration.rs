//! Enumerations in running text: 一是 … 二是 …, 一要 …, 第一，…, 其一，…, 首先 … 其次 …, ① ② ….
//!
//! An ordinal belongs to the innermost open list that it continues; 一是 opens a new one. A heading
//! of the levels 一、 and （一） closes all lists. Of very many open lists the outermost is closed.
//!
//! *Invariant:* every list has at least one item; the items come in the order of the text.

use super::heading::MarkKind;
use super::{Block, BlockKind, Heading, run_in};
use crate::numeral;
use crate::source::{Source, ViewSpan};

/// How an enumeration is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumerationStyle {
    /// 一是
    Is,
    /// 一要
    Must,
    /// 第一，
    Ordinal,
    /// 其一，
    Of,
    /// 首先
    First,
    /// ①
    Circled,
    /// （一）, inside a paragraph
    HanBracket,
    /// 1., inside a paragraph
    Point,
    /// （1）, inside a paragraph
    Bracket,
}

/// A list inside running text.
#[derive(Clone, Debug)]
pub struct Enumeration {
    /// How it is marked.
    pub style: EnumerationStyle,
    /// Its items.
    pub items: Vec<EnumerationItem>,
}

/// One item of an [`Enumeration`].
#[derive(Clone, Debug)]
pub struct EnumerationItem {
    /// Its number, from 1.
    pub ordinal: u32,
    /// The mark, such as 一是.
    pub mark: ViewSpan,
    /// The mark and its first clause.
    pub span: ViewSpan,
    /// Its place among the blocks of the document.
    pub block: usize,
}

/// How many lists can be open at once; whoever writes more of them does not go on with the first.
const MOST_OPEN: usize = 64;

/// The longest first clause of an item, in bytes; a longer one is cut off here.
const LONGEST_CLAUSE: usize = 300;

/// The enumerations of the body.
pub(super) fn read(source: &Source<'_>, blocks: &[Block], headings: &[Heading]) -> Vec<Enumeration> {
    let mut lists: Vec<Enumeration> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let heading = block.heading.and_then(|at| headings.get(at));
        if heading.is_some_and(|heading| heading.kind <= MarkKind::HanBracket)
            || block.kind == BlockKind::Attachment
        {
            open.clear();
        }
        if !matches!(block.kind, BlockKind::Prose | BlockKind::Heading) {
            continue;
        }
        let text = source.folded(block.span);
        let base = block.span.start as usize;
        let skip = heading.map_or(0, |heading| heading.mark.len());
        let behind_marks = block.marks(source).iter().filter_map(|landmark| {
            let at = landmark.at as usize - base;
            match landmark.sign {
                '①'..='⑳' => Some(at).filter(|&at| at != skip),
                '。' | '；' | '：' | '，' | '、' | '！' | '？' | '”' | '）' | '…' => {
                    let next = landmark.end() as usize - base;
                    // A circled number is a landmark of its own.
                    let opens = |rest: &str| rest.starts_with(begins_words);
                    Some(next).filter(|&next| next > skip && text.get(next..).is_some_and(opens))
                }
                _ => None,
            }
        });
        for at in std::iter::once(skip).chain(behind_marks) {
            let Some((style, ordinal, len)) = text.get(at..).and_then(mark) else { continue };
            let rest = text.get(at + len..).unwrap_or("");
            let clause = clause_length(rest);
            let item = EnumerationItem {
                ordinal,
                mark: ViewSpan::new(base + at, base + at + len),
                span: ViewSpan::new(base + at, base + at + len + clause),
                block: index,
            };
            add(&mut lists, &mut open, style, item);
        }
        run_in::read(source, block, index, heading, &mut lists);
    }
    lists
}

/// How many bytes of `rest` belong to the clause with which it begins.
pub(super) fn clause_length(rest: &str) -> usize {
    let ends = |ch: char| matches!(ch, '，' | '；' | '。' | '：' | '、') || ('①'..='⑳').contains(&ch);
    rest.char_indices().find(|&(at, ch)| at >= LONGEST_CLAUSE || ends(ch)).map_or(rest.len(), |(at, _)| at)
}

/// Puts `item` into the list that it continues, or a new one.
fn add(lists: &mut Vec<Enumeration>, open: &mut Vec<usize>, style: EnumerationStyle, item: EnumerationItem) {
    let last = |at: usize| lists.get(at).and_then(|list| list.items.last()).map(|last| last.ordinal);
    let kin = |at: usize| lists.get(at).is_some_and(|list| is_kin(list.style, style));
    let same = |at: usize| lists.get(at).is_some_and(|list| list.style == style);
    let continues = |at: usize| last(at).is_some_and(|last| last + 1 == item.ordinal);
    let found = if item.ordinal == 1 {
        None
    } else {
        let of = |fits: &dyn Fn(usize) -> bool| open.iter().rposition(|&at| fits(at));
        of(&|at| same(at) && continues(at))
            .or_else(|| of(&|at| kin(at) && continues(at)))
            .or_else(|| of(&same))
            .or_else(|| of(&kin))
    };
    match found.and_then(|depth| open.get(depth).map(|&at| (depth, at))) {
        Some((depth, at)) => {
            open.truncate(depth + 1);
            if let Some(list) = lists.get_mut(at) {
                list.items.push(item);
            }
        }
        None => {
            if open.len() >= MOST_OPEN {
                open.remove(0);
            }
            open.push(lists.len());
            lists.push(Enumeration { style, items: vec![item] });
        }
    }
}

/// Whether an item of one style may go on a list of the other: 一是 … 二要 …, 首先 … 第二 ….
fn is_kin(list: EnumerationStyle, item: EnumerationStyle) -> bool {
    use EnumerationStyle::{First, Is, Must, Of, Ordinal};
    list == item || matches!((list, item), (Is | Must | Of, Is | Must | Of) | (First, Ordinal))
}

/// Whether a mark in words may begin with `ch`: most clauses begin with another character.
fn begins_words(ch: char) -> bool {
    matches!(ch, '首' | '其' | '再' | '第') || numeral::is_ordinal(ch)
}

/// The mark at the start of the clause `text`: style, number, bytes.
fn mark(text: &str) -> Option<(EnumerationStyle, u32, usize)> {
    let first = text.chars().next()?;
    if ('①'..='⑳').contains(&first) {
        return Some((EnumerationStyle::Circled, first as u32 - '①' as u32 + 1, first.len_utf8()));
    }
    if !begins_words(first) {
        return None;
    }
    let len = |rest: &str| text.len() - rest.len();
    for (words, ordinal) in [(["首先，", "首先"], 1), (["其次，", "其次"], 2), (["再次，", "再次"], 3)]
    {
        if words.iter().any(|word| text.starts_with(word)) {
            return Some((EnumerationStyle::First, ordinal, "首先".len()));
        }
    }
    if let Some(after) = text.strip_prefix('第') {
        let (ordinal, rest) = numeral::ordinal_prefix(after)?;
        // 第一、二季度 and 第一、第二批 name several things.
        let is_series =
            |tail: &str| tail.starts_with(['第', '两', '末', '或']) || tail.starts_with(numeral::is_ordinal);
        let is_mark = rest.starts_with('，')
            || rest.strip_prefix('、').is_some_and(|tail| !tail.is_empty() && !is_series(tail));
        return is_mark.then(|| (EnumerationStyle::Ordinal, ordinal, len(rest)));
    }
    if let Some(after) = text.strip_prefix('其') {
        let (ordinal, rest) = numeral::ordinal_prefix(after)?;
        return rest.starts_with(['，', '：', '是']).then(|| (EnumerationStyle::Of, ordinal, len(rest)));
    }
    let (ordinal, rest) = numeral::ordinal_prefix(text)?;
    if let Some(rest) = rest.strip_prefix('是') {
        // 一是一、二是二 is an idiom, not a list.
        let is_idiom = numeral::ordinal_prefix(rest).is_some_and(|(again, _)| again == ordinal);
        return (!is_idiom).then(|| (EnumerationStyle::Is, ordinal, len(rest)));
    }
    let rest = rest.strip_prefix('要')?;
    // 十要、八要素 and the like are names.
    (!rest.starts_with(['素', '件', '点', '求', '务'])).then(|| (EnumerationStyle::Must, ordinal, len(rest)))
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::source::Source;

    #[track_caller]
    fn check(text: &str, expected: &[&[u32]]) {
        let document = Document::read(&Source::new(text));
        let found: Vec<Vec<u32>> = document
            .enumerations
            .iter()
            .map(|list| list.items.iter().map(|item| item.ordinal).collect())
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn groups_ordinals_into_lists() {
        check("做好三项工作：一是强化引领；二是优化环境；三是提升效能。", &[&[1, 2, 3]]);
        check("一是强化引领。\n二是优化环境。\n三是提升效能。", &[&[1, 2, 3]]);
        check("一是强化引领；二是优化环境；四是提升效能。", &[&[1, 2, 4]]);
        check("（一）学法。一是集中学。二是自学。\n（二）普法。一是进社区。", &[&[1, 2], &[1]]);
        check("一是抓落实。一要建台账，二要抓督办。二是抓整改。", &[&[1, 2], &[1, 2]]);
        check("一是建制度；二要抓落实；三要强督查。", &[&[1, 2, 3]]);
        check("①梳理；②编制；③优化；⑤公开。", &[&[1, 2, 3, 5]]);
        check("第一，抓学习。第二，抓落实。", &[&[1, 2]]);
        check("第一、抓学习；第三、抓落实。", &[&[1, 3]]);
        check("首先抓学习，其次抓落实。", &[&[1, 2]]);
        check("一是甲。一是子；二是丑。二是乙。", &[&[1, 2], &[1, 2]]);
        check("其一，数据不通；其二，人手不足。", &[&[1, 2]]);
        check("一是数据不通；其二，人手不足；三是培训少。", &[&[1, 2, 3]]);
        check("首先，健全机制；第二，配强力量。", &[&[1, 2]]);
        check("第一，健全机制；首先，摸清底数；第二，配强力量。", &[&[1, 2], &[1]]);
    }

    #[test]
    fn leaves_other_words_alone() {
        for text in [
            "第一时间启动响应，落实第一责任人责任，引入第三方评估。",
            "第一、第二季度完成。",
            "第一、二季度完成，第三、四批已交办。",
            "坚持有一说一，统一是前提。",
            "做到一是一、二是二。",
            "“三项制度”之一是公示。",
            "压实一岗双责，落实八要素。",
            "只知其一，不知其二，其三分之一已整改。",
        ] {
            check(text, &[]);
        }
    }
}
