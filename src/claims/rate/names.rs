//! The rates that are known by name: what they count, of what, and whether they can be above 100%.
//!
//! *Invariant:* each rate is listed once; the longer name stands before one that it ends in.

use crate::numeral;
use crate::search;

/// A rate by the end of its name.
pub struct Named {
    /// The end of its name without 率.
    pub stem: &'static str,
    /// How its counts are told.
    pub counts: Counts,
}

/// How the counts of a rate are told.
pub enum Counts {
    /// By the verbs before them.
    Verbs(Verbs),
    /// By the marks given, such as 优秀 and 合格, of which these are above the line.
    Marks(Words),
    /// By 满意 and 基本满意.
    Satisfaction,
    /// By its own name beside a count: 规范 49 份, 规范率.
    Name,
}

/// The verbs that tell the counts of a rate.
pub struct Verbs {
    /// Words of the counts above the line.
    pub above: Words,
    /// Words of the count below the line.
    pub below: Words,
    /// Whether what is done in a year may have come in the year before; advice and defects do not.
    pub carries_over: bool,
}

type Words = &'static [&'static str];

/// Words of what came in.
const RECEIVED: &[&str] = &[
    "受理",
    "收到",
    "接到",
    "接收",
    "承办",
    "交办",
    "登记",
    "新收",
    "共办理",
    "转办",
    "接听",
    "接办",
    "派遣",
    "派发",
    "派单",
    "转派",
    "立案",
];

/// Words of what was looked at.
pub const INSPECTED: &[&str] =
    &["抽检", "监测", "检查", "抽查", "检验", "评查", "选送", "抽样", "检测", "快检", "参评", "案卷", "查验"];

/// Words of those who have the papers that their work asks for.
const CERTIFIED: &[&str] =
    &["持证", "执法证", "资格证", "等级证", "上岗证", "职业证", "操作证", "法律职业资格", "考取"];

/// Above 100% none of these can be: what is finished is part of what there was.
const NAMES: &[Named] = &[
    in_year("办结", &["办结"], RECEIVED),
    in_year("审结", &["审结"], RECEIVED),
    in_year("结案", &["结案", "办结", "审结"], RECEIVED),
    in_year("破案", &["破获", "侦破", "破案"], &["立案", "发案", "受理", "立刑事案件"]),
    in_year("答复", &["答复"], RECEIVED),
    in_year("办复", &["办复", "答复"], RECEIVED),
    in_year("化解", &["化解"], &["排查", "受理", "收到", "登记"]),
    // 调解成功 532 起，调解率 99%: what succeeded is less than what was mediated.
    in_year(
        "调解",
        &["调解纠纷", "调解矛盾", "调解各类", "调处纠纷", "调处矛盾"],
        &["受理", "收到", "排查", "登记"],
    ),
    of_these("成功", &["成功"], &["调解", "调处", "受理", "审结", "办结"]),
    of_these("整改完成", &["整改"], &["发现", "排查", "查出", "反馈", "交办", "移交", "梳理"]),
    of_these("整改", &["整改"], &["发现", "排查", "查出", "反馈", "交办", "移交", "梳理"]),
    of_these("回收", &["收回", "回收"], &["发出", "发放", "下发"]),
    of_these("查获", &["查获"], INSPECTED),
    of_these("检出", &["检出", "发现"], INSPECTED),
    of_these("采纳", &["采纳"], &["提出"]),
    of_these("好评", &["好评", "满意"], &["评价", "评议"]),
    of_these("持证", CERTIFIED, &["应持证", "人员", "员"]),
    of_these("持证上岗", CERTIFIED, &["应持证", "人员", "员"]),
    in_year("备案", &["备案", "报备"], &["制定", "制发", "出台"]),
    of_these("出庭应诉", &["出庭"], &["开庭", "应出庭"]),
    of_these("出庭", &["出庭"], &["开庭", "应出庭"]),
    named("不合格"),
    // A budget may be raised during the year.
    in_year("执行", &["支出", "执行"], &["安排", "下达", "预算"]),
    marked("合格", &["优秀", "良好", "合格", "基本合格"]),
    marked("及格", &["优秀", "良好", "中等", "及格"]),
    marked("优秀", &["优秀"]),
    marked("优良", &["优秀", "良好"]),
    Named { stem: "满意", counts: Counts::Satisfaction },
    named("完成"),
    named("覆盖"),
    named("公示"),
    named("应诉"),
    named("知晓"),
    named("反馈"),
    named("回复"),
    named("达标"),
    named("到位"),
    named("履行"),
    named("审核"),
    named("归集"),
    named("上报"),
    named("可办"),
    of_these("通过", &["通过", "合格"], &["参加", "参考", "报名", "考试", "申请", "申报"]),
    named("录入"),
    named("参训"),
    named("准确"),
    named("归档"),
    named("配备"),
    named("建档"),
    named("录用"),
    named("抽查"),
    named("网办"),
    named("即办"),
];

const fn in_year(stem: &'static str, above: Words, below: Words) -> Named {
    Named { stem, counts: Counts::Verbs(Verbs { above, below, carries_over: true }) }
}

const fn of_these(stem: &'static str, above: Words, below: Words) -> Named {
    Named { stem, counts: Counts::Verbs(Verbs { above, below, carries_over: false }) }
}

const fn marked(stem: &'static str, above: Words) -> Named {
    Named { stem, counts: Counts::Marks(above) }
}

const fn named(stem: &'static str) -> Named {
    Named { stem, counts: Counts::Name }
}

/// The rate that `name`, without 率, ends in.
pub fn find(name: &str) -> Option<&'static Named> {
    NAMES.iter().find(|known| name.ends_with(known.stem))
}

/// The name of the rate that ends `before`: 合格率, 按期办结率达, 覆盖率已提高到.
pub fn rate_name(before: &str) -> Option<&str> {
    let (end, word) = rate_word(before)?;
    let behind = before.get(end + word.len()..)?;
    let name = leads_to_value(behind).then(|| before.get(..end)).flatten()?;
    Some(if word == "比例" { without_noun(name) } else { name })
}

/// 合格 of 合格的, 合格案卷的 and 合格品: the mark alone, where nothing but the thing that bears it stands behind it.
pub fn without_noun(name: &str) -> &str {
    const THINGS: &[&str] = &[
        "案卷", "卷宗", "案件", "文书", "事项", "产品", "样品", "品", "批次", "者", "人数", "人员", "单位",
        "企业", "件数", "数量", "数", "样本", "户数",
    ];
    let name = name.strip_suffix('的').unwrap_or(name);
    // 无瑕疵案卷: so is what something is without.
    let is_mark =
        |mark: &&str| find(mark).is_some() || mark.starts_with(['无', '零']) && search::length(mark) > 2;
    let mark = search::ahead(name, THINGS).filter(is_mark);
    mark.unwrap_or(name)
}

/// The names of a row of rates that ends `run_up`: 响应率、解决率分别为.
pub fn rate_names(run_up: &str) -> Option<Vec<&str>> {
    let clause = run_up.rsplit(['，', '；', '：', '（', '）', '。']).next()?;
    let (names, behind) = search::split(clause, "分别").or_else(|| search::split(clause, "依次"))?;
    let names: Vec<&str> = names.split(['、', '和', '及', '与']).collect();
    let stems: Option<Vec<&str>> =
        names.iter().map(|name| search::ahead(name, RATE_WORDS).filter(|stem| !stem.is_empty())).collect();
    stems.filter(|stems| stems.len() >= 2 && leads_to_value(behind))
}

/// What the name of a rate ends in.
const RATE_WORDS: &[&str] = &["率", "比例", "覆盖面", "压缩比", "压减比"];

/// The last word in `before` that ends the name of a rate, and where it stands. Of 覆盖面 the name is 覆盖, of 压缩比 压缩.
fn rate_word(before: &str) -> Option<(usize, &'static str)> {
    let found = RATE_WORDS.iter().filter_map(|word| Some((before.rfind(word)?, *word)));
    found.max().map(|(at, word)| match word {
        "覆盖面" => (at + "覆盖".len(), "面"),
        "压缩比" | "压减比" => (at + "压缩".len(), "比"),
        _ => (at, word),
    })
}

/// Whether `words` do no more than lead from the name of a rate to its value, and do not say by how much it changed.
fn leads_to_value(words: &str) -> bool {
    const LONGEST: usize = 10;
    const SMALL: &[char] = &[
        '为', '达', '到', '了', '均', '是', '约', '仅', '已', '在', '超', '过', '近', '只', '有', '至', '都',
        '也', '则', '就', '尚', '逾', '居', '共', '计',
    ];
    const VERBS: &[&str] =
        &["提高", "提升", "上升", "增长", "增加", "下降", "降低", "降", "升", "增", "回升", "攀升", "回落"];
    let words = behind_remark(words);
    let words = words.strip_suffix(['到', '至']).map_or(words, |arrives| {
        let arrives = arrives.strip_suffix('了').unwrap_or(arrives);
        search::ahead(arrives, VERBS).unwrap_or(arrives)
    });
    if search::length(words) > LONGEST {
        return false;
    }
    let mut rest = behind_years(words.trim_start_matches(SMALL)).trim_start_matches(SMALL);
    while let Some(shorter) = search::behind(rest, LEADING) {
        rest = shorter.trim_start_matches(SMALL);
    }
    rest.is_empty()
}

/// What stands behind the bracket with which `words` begin and which says what a rate takes in: 满意率（含基本满意）为. One that says what
/// it leaves out makes another rate of it.
fn behind_remark(words: &str) -> &str {
    const LEAVES_OUT: &[char] = &['不', '除', '扣', '剔', '按', '以', '未'];
    let remark = words.strip_prefix('（').and_then(|rest| rest.split_once('）'));
    remark.filter(|(remark, _)| !remark.contains(LEAVES_OUT)).map_or(words, |(_, behind)| behind)
}

/// What stands behind the number of years for which a rate was so: 连续三年保持在.
fn behind_years(words: &str) -> &str {
    words.strip_prefix("连续").map_or(words, |span| {
        span.trim_start_matches(|ch: char| ch.is_ascii_digit() || numeral::is_numeral(ch))
            .trim_start_matches('年')
    })
}

/// Words of some length that lead from the name of a rate to its value.
const LEADING: &[&str] = &[
    "保持",
    "稳定",
    "维持",
    "控制",
    "始终",
    "一直",
    "常年",
    "长期",
    "持续",
    "实际",
    "总体",
    "整体",
    "基本",
    "突破",
    "接近",
    "将近",
    "大约",
    "不足",
    "不到",
    "不低于",
    "不少于",
    "不超过",
    "不高于",
    "高于",
    "高达",
    "低于",
    "处于",
    "居于",
    "位于",
    "共计",
];
