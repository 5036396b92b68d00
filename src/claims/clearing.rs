//! What became of things that were gone through: some went, some were kept, some were changed.
//!
//! Takes the words before a figure, tells which of the three it counts, and whether a row of them is all there was.
//!
//! *Invariant:* a row is all there was only where some of it went and some was kept.

use super::label::begins;
use crate::search::Words;

/// What became of some of the things that were gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// They are there no more.
    Gone,
    /// They stay as they were.
    Kept,
    /// They stay in another form.
    Changed,
}

/// Verbs of what is there no more.
const GONE: Words = Words::of(&[
    "废止", "废除", "废弃", "删除", "删减", "删去", "剔除", "清退", "清除", "清出", "取消", "停用", "终止",
    "失效", "停止", "撤销", "撤下", "撤并", "作废", "淘汰", "精简", "压减", "核减", "注销", "关停", "关闭",
    "移出", "移除", "下架", "下线", "停办", "解散", "解除", "整合", "合并", "归并", "裁撤", "退出", "收回",
    "缴销", "报废", "销毁", "去除", "摘除", "拆除", "撤回", "下放", "下沉", "划转", "减少", "吊销", "解聘",
    "剥离", "摘牌", "清零", "废改",
]);

/// The same of more than two signs.
const GONE_AT_LENGTH: Words = Words::of(&[
    "终止执行",
    "终止实施",
    "终止合同",
    "停止执行",
    "停止使用",
    "停止实施",
    "不再保留",
    "不再执行",
    "不再使用",
    "不再适用",
    "不再实施",
    "不予保留",
    "宣布失效",
    "清理取消",
    "清理废止",
    "清理出库",
    "清理出",
    "不执行",
]);

/// Verbs of what stays as it was.
const KEPT: Words = Words::of(&["保留", "有效", "沿用", "续用", "留用", "留存", "续聘"]);

/// The same of more than two signs.
const KEPT_AT_LENGTH: Words = Words::of(&[
    "保留使用",
    "保留沿用",
    "继续保留",
    "继续有效",
    "继续执行",
    "继续实施",
    "继续使用",
    "继续适用",
    "继续沿用",
    "继续生效",
    "继续留用",
    "保持有效",
    "维持有效",
    "延续使用",
    "延续执行",
    "延续有效",
    "现行有效",
    "合法有效",
    "继续聘用",
    "继续聘任",
]);

/// Verbs of what stays in another form.
const CHANGED: Words = Words::of(&[
    "修改", "修订", "修正", "调整", "优化", "完善", "延期", "重新", "规范", "变更", "简化", "转为", "改为",
    "更新", "升级", "更名",
]);

/// The same of more than two signs.
const CHANGED_AT_LENGTH: Words = Words::of(&["列入修", "纳入修"]);

/// Words between which and the figure the verb stands.
const AHEAD: Words = Words::of(&[
    "其中", "此次", "本次", "当年", "年内", "已", "拟", "决定", "确认", "予以", "依法", "建议", "明令",
    "宣布", "应", "需", "确需", "经", "均", "现", "最终", "共", "暂时", "暂予", "暂", "仍然", "仍", "自行",
    "公告", "直接", "全面", "统一", "提请", "及时", "再", "省级", "市级", "县级", "区级", "本级",
]);

/// What became of the things that the figure behind `words` counts, and what of them is named once more.
pub fn fate(words: &str) -> Option<(Fate, &str)> {
    let mut rest = words;
    loop {
        // 规范性文件 and 有效期 are nouns.
        if begins(rest, &["规范性", "有效期", "有效投诉"]) {
            return None;
        }
        // The longer verbs first: 保留使用 is no 保留 of 使用.
        let lists = [
            (KEPT_AT_LENGTH, Fate::Kept),
            (GONE_AT_LENGTH, Fate::Gone),
            (CHANGED_AT_LENGTH, Fate::Changed),
            (KEPT, Fate::Kept),
            (GONE, Fate::Gone),
            (CHANGED, Fate::Changed),
        ];
        let found =
            lists.into_iter().find_map(|(verbs, fate)| verbs.beginning(rest).map(|verb| (verb, fate)));
        if let Some((verb, fate)) = found {
            return rest.strip_prefix(verb).map(|object| (fate, object));
        }
        rest = AHEAD.beginning(rest).and_then(|ahead| rest.strip_prefix(ahead))?;
    }
}

/// Whether `labels` tell of what went and what was kept, and of nothing else but what was changed.
pub fn are_all(labels: &[&str]) -> bool {
    const THINGS: &[&str] =
        &["", "文件", "规范性文件", "事项", "制度", "项目", "执行", "使用", "适用", "实施", "有效"];
    let has = |wanted: Fate| labels.iter().any(|label| fate(label).is_some_and(|(fate, _)| fate == wanted));
    // 聘请 30 名，其中续聘 20 名，解聘 5 名: those who left are none of who was engaged.
    let are_engaged = |label: &&str| begins(label, &["续聘", "继续聘"]);
    let is_one = |label: &&str| {
        fate(label).is_some_and(|(fate, object)| match fate {
            // 优化流程 40 项 may be some of what was kept.
            Fate::Changed => label.contains('修'),
            Fate::Gone | Fate::Kept => THINGS.contains(&object.strip_prefix('的').unwrap_or(object)),
        }) && !are_engaged(label)
    };
    labels.len() >= 2 && labels.iter().all(is_one) && has(Fate::Gone) && has(Fate::Kept)
}
