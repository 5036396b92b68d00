//! What was gone through, what of it went and what was kept: 共 262 项，取消 71 项，保留 191 项.
//!
//! *Invariant:* the two stand in one row right behind the stock, and no other figure moves it.

use super::movement::{Movement, movement};
use super::statement::{Understood, statement};
use crate::claims::Statement;
use crate::claims::kinds;
use crate::claims::label;
use crate::claims::statement::{Lead, Passage};
use crate::search::Words;

/// 共 262 项，取消 71 项，保留 201 项: what is cut and what is kept are all there was.
pub fn claim(passage: &Passage<'_>, start: usize, out: &mut Vec<Statement>) -> usize {
    let (Some(stock), Some(gone), Some(kept)) =
        (passage.mentions.get(start), passage.mentions.get(start + 1), passage.mentions.get(start + 2))
    else {
        return start;
    };
    const CUT: Words = Words::of(&[
        "取消", "废止", "核减", "删除", "压减", "精简", "清退", "注销", "关停", "淘汰", "合并", "整合",
        "退出",
    ]);
    const KEPT: &[&str] = &["保留", "继续保留", "现保留", "继续有效", "留用", "续聘"];
    let cuts = CUT.beginning(gone.before).is_some() && label::begins(kept.before, KEPT);
    if !cuts {
        return start;
    }
    let is_stock =
        label::has(stock.before, &["共", "涉及", "现有", "清理", "梳理", "原"]) && stock.quantity.is_amount();
    let is_one_clause_row = [gone, kept].iter().all(|part| {
        part.sentence == stock.sentence
            && part.segment == stock.segment
            && part.depth == stock.depth
            && part.quantity.class() == stock.quantity.class()
            && matches!(part.lead, Lead::Comma | Lead::Pause)
    });
    let is_last = || {
        passage.mentions.get(start + 3).is_none_or(|next| {
            next.segment != stock.segment
                || next.quantity.class() != stock.quantity.class()
                || movement(next).is_none()
        })
    };
    if !(is_stock && is_one_clause_row && is_last()) {
        return start;
    }
    // 清理 262 件，废止 71 件，保留 201 件: results of one set are read as the parts of the whole already.
    let is_said = passage.list_of(start + 1).is_some_and(|list| {
        list.whole == start
            && list.parts == [start + 1, start + 2]
            && kinds::are_complete(&[label::label(gone), label::label(kept)])
    });
    if !is_said {
        out.push(statement(Some(stock), &[(Movement::Outflow, gone)], kept, Understood::Told));
    }
    start + 3
}
