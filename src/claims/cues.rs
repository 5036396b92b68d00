//! The cue words of numeric statements: what they open, close, compare or move.
//!
//! *Invariant:* cue words that more than one builder reads are listed here and nowhere else, so that a
//! cue means the same to every builder.
//! A list that is asked of the words before figures is a family of [`cue_set`](super::cue_set).

/// Words that open a list of parts of which nothing says that they are all.
pub const AMONG: &[&str] = &["其中"];

/// Words that say that the parts are all there are.
pub const PARTITION: &[&str] = &[
    "分别为",
    "分别是",
    "分为",
    "包括",
    "包含",
    "具体为",
    "具体是",
    "构成为",
    "组成为",
    "由以下",
    "划分为",
    "分布为",
];

/// Words that open a bracket in which only some parts stand.
pub const INCLUDING: &[&str] = &["含", "其中", "包括"];

/// Words before a figure that only compares.
pub const COMPARISON: &[&str] = &["上年", "去年", "同比", "同期", "较", "比", "上一年", "前年"];

/// Words before a figure of an earlier time.
pub const EARLIER: &[&str] = &["上年", "去年", "前年", "同期", "上一年", "前一年", "上季度", "上月"];

/// Words before a stock that one of now is compared with: 年末 120 人，比年初的 115 人净增 5 人.
pub const AGAINST_THE_BEGINNING: &[&str] = &["比年初", "较年初", "比期初", "较期初"];

/// Words before a change against the year before.
pub const AGAINST_LAST_YEAR: &[&str] = &["同比", "较上年", "比上年", "较去年", "比去年"];

/// Words with which a mean begins that is told besides a count: 受理 7118 件，日均 1017 件.
pub const AVERAGE: &[&str] = &["日均", "人均", "月均", "年均", "户均", "平均", "均每"];

/// Words of what came over from the year before.
pub const CARRIED_OVER: &[&str] = &["结转", "遗留", "上年未", "旧存"];

/// Words that make a part the rest of the whole.
pub const REST: &[&str] = &["其他", "其它", "其余", "剩余", "余下", "另外"];

/// Words with which a new statement begins, so that a list of parts ends before them.
pub const NEW_STATEMENT: &[&str] = &[
    "调整后",
    "同比",
    "较上年",
    "比上年",
    "较去年",
    "比去年",
    "上年",
    "去年",
    "环比",
    "另有",
    "另查",
    "此外",
    "合计",
    "共计",
    "总计",
    "累计",
    "其中",
    "分别占",
    "涉及",
    "平均",
    "人均",
    "日均",
];

/// Words that leave only part of the matter in a label, so that it may overlap with others.
pub const OVERLAPPING: &[&str] = &[
    "主要",
    "重点",
    "重大",
    "党员",
    "科级",
    "处级",
    "新进",
    "规模以上",
    "规上",
    "专精特新",
    "即办",
    "网办",
    "通办",
    "告知承诺",
    "研究生",
    "本科",
    "大专",
    "岁",
    "女",
    "少数民族",
    "骨干",
    "省级委托",
    "罚款",
    "没收",
    "警告",
    "吊销",
    "责令",
    "拘留",
    "涉及",
    "农民工",
    "重复",
    "首次",
    "跨省",
];

/// Words of a stock before its changes.
pub const OPENING: &[&str] = &[
    "原有",
    "年初",
    "期初",
    "上年结转",
    "上年末",
    "上年底",
    "去年底",
    "结转上年",
    "上年度结转",
    "存量",
    "原共有",
    "调整前",
    "上年未结",
    "上年未审结",
    "上年末未结",
    "年初未结",
    "年初未审结",
    "期初未结",
    "上年遗留",
    "上年结存",
    "上年末结存",
    "上年底结存",
    "上年结余",
    "上年末结余",
    "上年底结余",
    "年初结存",
    "期初结存",
    "原存",
    "年初结余",
    "期初结余",
    "旧存",
    "原为",
    "原设",
    "原列",
    "原登记",
    "原在",
    "原来",
    "上年度结存",
    "上年度结余",
    "上年度遗留",
    "上年度未结",
    "去年结转",
    "去年结存",
    "去年末",
    "去年遗留",
    "上期结转",
    "上期结存",
    "上季度末",
    "上月末",
    "上月底",
    "接上年",
    "年初在",
];

/// Words of a stock after its changes.
pub const CLOSING: &[&str] = &[
    "调整后",
    "年末",
    "期末",
    "年底",
    "未结",
    "未审结",
    "结转下年",
    "结转下一年",
    "剩余",
    "现有",
    "现共有",
    "现保留",
    "保留",
    "仍有",
    "尚有",
    "尚余",
    "目前共有",
    "现存",
    "年末结存",
    "期末结存",
    "结余",
    "动态调整为",
    "年底未结",
    "年末结余",
    "期末结余",
    "年底结余",
    "期末结存",
    "结存",
    "转下年",
    "转入下年",
    "转入下一年",
    "结转次年",
    "结转至",
    "移至下年",
    "现为",
    "现剩",
    "剩",
    "余额",
    "尚存",
    "仍存",
    "仍在办",
    "留存",
    "年度末",
];

/// Words of what came into a stock.
pub const INFLOW: &[&str] = &[
    "新增",
    "新收",
    "新受理",
    "承接",
    "划入",
    "入库",
    "新制定",
    "新录用",
    "新招",
    "招录",
    "调入",
    "增加",
    "接收",
    "新出台",
    "新立",
    "转入",
    "补充",
    "受理",
    "收到",
    "新取得",
    "新设",
    "新发展",
    "纳入",
    "引进",
    "拨入",
    "收入",
    "新建",
    "收案",
    "新入库",
    "购置",
    "购入",
    "采购",
    "新入职",
    "新吸纳",
    "新聘",
    "招聘",
    "登记成立",
    "新登记",
    "新成立",
    "新审批",
    "新批准",
    "新排查",
    "新列入",
    "新开办",
    "净增",
    "到位",
    "拨款",
    "追加",
    "下达",
    "购进",
    "自繁",
    "出生",
    "迁入",
    "增补",
    "增设",
    "增聘",
    "增选",
    "选聘",
    "聘用",
    "录用",
    "考录",
    "调任",
    "转来",
    "移入",
    "划归我",
    "吸收",
    "收治",
    "收养",
    "新开工",
    "开工",
    "加入",
    "进货",
    "入院",
    "入住",
    "入矫",
    "进入",
    "安排",
    "划拨",
    "下拨",
    "筹集",
    "增列",
    "收取",
    "募集",
    "安置",
    "招考",
    "公开招",
    "军转",
    "新上线",
    "新装",
    "轮入",
];

/// Words of what left a stock.
pub const OUTFLOW: &[&str] = &[
    "取消",
    "废止",
    "审结",
    "办结",
    "下放",
    "划出",
    "出库",
    "退休",
    "调离",
    "调出",
    "失效",
    "减少",
    "消化",
    "核减",
    "注销",
    "化解",
    "清退",
    "辞职",
    "转出",
    "移出",
    "退出",
    "删除",
    "剔除",
    "整改销号",
    "支出",
    "销毁",
    "报废",
    "调往",
    "结案",
    "使用",
    "合并减少",
    "解聘",
    "处置",
    "办理结果",
    "移交",
    "核销",
    "解除",
    "期满",
    "答复",
    "办复",
    "共办理",
    "离职",
    "停办",
    "关停",
    "撤并",
    "调拨",
    "拨出",
    "销号",
    "出栏",
    "死亡",
    "迁出",
    "病故",
    "免除",
    "免职",
    "竣工",
    "完工",
    "办毕",
    "出院",
    "离院",
    "解矫",
    "开除",
    "辞退",
    "卸任",
    "领用",
    "消耗",
    "耗用",
    "损耗",
    "划转至",
    "划归",
    "终结",
    "执结",
    "撤案",
    "销案",
    "关闭",
    "吊销",
    "摘牌",
    "撤销",
    "淘汰",
    "合并",
    "压减",
    "精简",
    "领取",
    "发出",
    "发放",
    "收监",
    "病亡",
    "亡故",
    "剔减",
    "缩减",
    "减员",
    "离任",
    "届满",
    "下线",
    "下架",
    "轮出",
];

/// Words of what came in less what went out.
pub const NET: &[&str] =
    &["净增", "净减", "当年结余", "本年结余", "本年度结余", "当期结余", "收支结余", "收支相抵"];

/// Words of what was done with some, so that the others are left.
pub const DONE: &[&str] =
    &["整改", "化解", "办结", "完成", "处置", "销号", "解决", "审结", "结案", "拆除", "合格"];

/// Words of the stages through which one case goes.
pub const STAGES: &[&str] = &["受理", "立案", "收案", "办结", "结案", "审结", "查结", "化解", "执结"];

/// Words of what was not done.
pub const LEFT_OVER: &[&str] = &["结转", "未结", "未审结", "未办结", "在办", "正在办理", "尚有", "尚在"];

/// Words with which something begins that is still to be done.
pub const STILL_TO_DO: &[&str] =
    &["正在", "尚在", "仍在", "还在", "尚未", "仍未", "暂未", "在办", "在审", "在调", "待", "未"];

/// Words of actions that leave the number in a stock as it is.
pub const NEUTRAL: &[&str] = &[
    "修改",
    "更名",
    "变更",
    "变更名称",
    "调整实施依据",
    "调整依据",
    "变更依据",
    "修订",
    "规范名称",
    "共调整",
    "其中调整",
];

/// Words that say that a movement is counted in another year or at another place.
pub const ELSEWHERE: &[&str] = &["拟", "计划", "预计", "力争", "累计新增", "同比", "不予", "预算"];

/// Words of the end of a year, where one year's stock is the next one's opening.
pub const YEAR_END: &[&str] = &["年末", "年底"];

/// Words that compare, name a part or tell of another time, so that a figure is no indicator of its own.
pub const RELATIVE: &[&str] = &[
    "年末",
    "期末",
    "调整后",
    "其中",
    "新增",
    "每",
    "平均",
    "人均",
    "日均",
    "另",
    "其余",
    "其他",
    "分别",
    "约",
    "共计",
    "合计",
];

/// Words that share the figures behind them out among the things before them.
pub const RESPECTIVELY: &[&str] = &["分别"];

/// Words with which a change begins.
pub const FROM: &[&str] = &["由", "从"];

/// Words that lead to where a change ends.
pub const TO: &[&str] = &["至", "到", "为"];
