//! Labels of papers that are handed out or asked for: 新办、变更、注销 of permits, 保留、取消、告知承诺 of proofs.
//!
//! *Invariant:* of each paper one of them is true and no other.

use super::super::label::begins;
use crate::search::{Endings, Words};

/// Why a permit is handed out, each for one of these reasons: 变更登记, 到期换发.
const REASONS: &[&str] = &[
    "首次",
    "初次",
    "首发",
    "新办",
    "新发",
    "新领",
    "新申领",
    "新申请",
    "新核发",
    "新颁",
    "延续",
    "续期",
    "续展",
    "续办",
    "变更",
    "换证",
    "换发",
    "换领",
    "换照",
    "补证",
    "补办",
    "补发",
    "补领",
    "注销",
    "核销",
];
const REASON_BEGINNINGS: Words = Words::of(REASONS);
const REASON_ENDS: Endings = Endings::of(REASONS);

/// Whether `labels` say why papers counted in `measure` were handed out, so that none is counted twice. An enterprise
/// may be newly registered and change as well.
pub fn are_reasons_for_papers(labels: &[&str], measure: &str) -> bool {
    let reason = |label: &str| REASON_BEGINNINGS.beginning(label).or_else(|| REASON_ENDS.ending(label));
    let reasons: Option<Vec<&str>> = labels.iter().map(|label| reason(label)).collect();
    // 名称变更 and 地址变更 may be of one permit.
    let differ = |reasons: Vec<&str>| {
        reasons.iter().enumerate().all(|(at, reason)| !reasons.iter().take(at).any(|other| other == reason))
    };
    matches!(measure, "张" | "本" | "份" | "件" | "笔" | "枚" | "宗" | "个")
        && (2..=REASONS.len()).contains(&labels.len())
        && reasons.is_some_and(differ)
}

/// 保留 42 项，取消 61 项，告知承诺 14 项: whether `labels` tell what became of the proofs that were asked for, each of which is kept, dropped or
/// replaced by a promise.
pub fn are_fates_of_proofs(labels: &[&str]) -> bool {
    const PROMISED: &str = "告知承诺";
    labels.len() >= 3
        && labels.iter().any(|label| label.contains(PROMISED))
        && labels.iter().all(|label| label.contains(PROMISED) || begins(label, &["保留", "取消"]))
}
