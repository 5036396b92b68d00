//! Building, buying, contracts and land.
//!
//! *Invariant:* see the parent: a word names one stage by itself, or with `$`.

use super::Stage;

pub(in super::super) const APPROVED: Stage = &["立项", "获批立项", "完成立项", "批复立项"];

pub(in super::super) const TENDERED: Stage = &[
    "发布招标公告",
    "发布采购公告",
    "发布磋商公告",
    "发布竞争性磋商公告",
    "发布询价公告",
    "发布比选公告",
    "发布招标文件",
    "招标公告发布",
    "启动招标",
    "公开招标",
    "挂网招标",
    "挂网$",
    "招标$",
];

pub(in super::super) const BIDS_OPENED: Stage = &["开标", "评标"];

pub(in super::super) const AWARDED: Stage = &[
    "中标",
    "定标",
    "确定中标",
    "发布中标公告",
    "公示中标",
    "公告中标",
    "发出中标通知",
    "发布成交公告",
    "完成招标",
];

pub(in super::super) const SIGNED: Stage = &[
    "签订合同",
    "签合同",
    "签协议",
    "签订施工合同",
    "签订采购合同",
    "签订协议",
    "签署合同",
    "签署协议",
    "签约",
];

/// Work on the ground begins.
pub(in super::super) const GROUND: Stage = &[
    "开工",
    "动工",
    "破土",
    "奠基",
    "开建",
    "始建$",
    "启动建设",
    "启动施工",
    "启动改造",
    "开始建设",
    "开始施工",
    "开始改造",
    "进场施工",
    "组织施工",
];

pub(in super::super) const BUILT: Stage = &[
    "竣工",
    "完工",
    "通过验收",
    "通过竣工验收",
    "完成验收",
    "完成竣工验收",
    "验收合格",
    "通过终验",
    "建成$",
    "建成投用",
    "建成投入",
    "建成并",
    "建成启用",
    "建成运行",
    "建成使用",
    "建成交付",
    "建成开放",
    "建成通水",
    "建成通车",
    "封顶",
    "竣工验收",
    "验收$",
];

/// What is built or set up is used.
pub(in super::super) const OPENED: Stage = &[
    "投用$",
    "投入使用",
    "投入运行",
    "投入运营",
    "投运$",
    "启用$",
    "交付使用",
    "交付$",
    "通水$",
    "通车$",
    "通航$",
    "通气$",
    "开放交通",
    "揭牌",
    "挂牌成立",
    "挂牌运行",
    "挂牌$",
    "对外开放",
    "开门办公",
    "正式运行",
    "试运行$",
    "上线$",
    "上线运行",
];

/// A system is begun.
pub(in super::super) const DEVELOPED: Stage =
    &["启动开发", "开始开发", "启动建设", "开始建设", "立项", "获批立项"];

pub(in super::super) const LAND_OFFERED: Stage = &["发布出让公告", "挂牌出让"];

pub(in super::super) const LAND_SOLD: Stage = &["成交$", "摘牌$", "签订出让合同", "签订…出让合同"];

pub(in super::super) const TERMINATED: Stage = &["履行完毕", "解除$", "终止$", "解除合同", "终止合同"];

pub(in super::super) const EXPROPRIATED: Stage = &["发布征收公告", "作出征收决定", "启动征收"];

pub(in super::super) const CLEARED: Stage = &["完成搬迁", "搬迁完毕", "腾空", "补偿到位"];
