//! One figure where digits or a Chinese numeral begin, with what stands around it: 近, 余, 万, 以上.
//!
//! *Invariant:* a place yields a figure or is passed over; it is never read twice.

use super::Decimal;
use super::digits::{lex_digits, skip_digits};
use super::measure::{self, Class};
use super::no_figure::{
    counts_what_has_letters, is_fixed_term, is_name, is_part_of_a_code, is_well_known, looks_like_a_year,
    skip_code,
};
use super::one_of_a_row;
use super::quantity::{Precision, Quantity};
use super::share_words;
use crate::numeral;
use crate::search::{self, Endings, Words};
use crate::source::ViewSpan;

/// What was found where digits begin.
pub enum Reading {
    /// A figure.
    Figure(Quantity),
    /// Digits that are no figure; the lexer goes on at this byte.
    Other(usize),
}

/// What is counted without a measure word.
const UNMEASURED: Words =
    Words::of(&["部门", "单位", "乡镇", "街道", "地学习", "地调研", "地考察", "地开展", "地进行"]);

/// The same right behind a row that it counts: 甲市、乙市、丙市等三市, “权责、流程、时限”三要素.
const ROW_UNMEASURED: Words =
    Words::of(&["要素", "市", "县", "区", "镇", "乡", "村", "国", "省", "校", "局"]);

/// Words before a figure that make it an approximation or a bound, longest first.
const BEFORE: &[(&str, Precision); 20] = &[
    ("不少于", Precision::AtLeast),
    ("不低于", Precision::AtLeast),
    ("不超过", Precision::AtMost),
    ("不高于", Precision::AtMost),
    ("不多于", Precision::AtMost),
    ("至少", Precision::AtLeast),
    ("最多", Precision::AtMost),
    ("超过", Precision::AtLeast),
    ("突破", Precision::AtLeast),
    ("大约", Precision::Approximate),
    ("将近", Precision::Approximate),
    ("接近", Precision::Approximate),
    ("约为", Precision::Approximate),
    ("约占", Precision::Approximate),
    ("平均", Precision::Approximate),
    ("逾", Precision::AtLeast),
    ("超", Precision::AtLeast),
    ("近", Precision::Approximate),
    ("约", Precision::Approximate),
    ("上", Precision::Approximate),
];

const BEFORE_WORDS: Endings = Endings::of(&words(BEFORE));

const BEHIND_WORDS: Words = Words::of(&words(BEHIND));

/// The words of `list`.
#[expect(clippy::indexing_slicing, reason = "worked out by the compiler, which would refuse a bad index")]
const fn words<const N: usize>(list: &[(&'static str, Precision); N]) -> [&'static str; N] {
    let (mut words, mut at) = ([""; N], 0);
    while at < N {
        words[at] = list[at].0;
        at += 1;
    }
    words
}

/// Words with which a limit of time is led up to.
const LIMITED: Endings = Endings::of(&[
    "法定",
    "法定的",
    "法定时限",
    "法定期限",
    "压缩至",
    "压缩到",
    "压缩为",
    "压减至",
    "压减到",
    "缩短至",
    "缩短到",
    "缩短为",
    "缩减至",
    "缩减到",
]);

/// Words that end like an approximation and are none: 签约 2160 人次.
const OTHER_WORDS: &[&str] = &[
    "附近", "就近", "签约", "预约", "履约", "违约", "续约", "解约", "邀约", "合约", "节约", "相约", "失约",
    "爽约", "特约", "缔约", "民约", "公约", "条约", "立约", "租约", "要约", "集约", "制约", "商超", "农超",
    "治超", "控超", "查超", "反超", "赶超", "临近", "邻近", "靠近", "最近",
];

/// Words behind a figure or its measure word that make it an approximation or a bound.
const BEHIND: &[(&str, Precision); 9] = &[
    ("以上", Precision::AtLeast),
    ("及以上", Precision::AtLeast),
    ("以下", Precision::AtMost),
    ("以内", Precision::AtMost),
    ("之内", Precision::AtMost),
    ("左右", Precision::Approximate),
    ("上下", Precision::Approximate),
    ("余", Precision::Approximate),
    ("多", Precision::Approximate),
];

/// Reads what stands at byte `at` of `view`, which is an ASCII digit not preceded by one.
pub fn read_digits(view: &str, at: usize) -> Reading {
    let (value, end) = match lex_digits(view, at) {
        Some(lexed) => lexed,
        None => return Reading::Other(skip_digits(view, at)),
    };
    let ahead = view.get(..at).unwrap_or("");
    let before = ahead.chars().next_back();
    let rest = view.get(end..).unwrap_or("");
    let is_named =
        before.is_some_and(|sign| sign.is_ascii_alphabetic()) && counts_what_has_letters(ahead, rest);
    let is_code = is_part_of_a_code(before.filter(|_| !is_named), rest);
    let next = rest.chars().next();
    let digits = view.get(at..end).unwrap_or("");
    // 二0二三年: digits between two Chinese ones are part of one number, which is none of so many.
    let is_mixed = before.and_then(numeral::digit).is_some() && next.and_then(numeral::digit).is_some();
    if is_mixed || is_code || is_name(digits, rest) {
        return Reading::Other(skip_code(view, end));
    }
    let figure = complete(view, ViewSpan::new(at, end), value, false);
    if figure.is_scaled_share() {
        return Reading::Other(figure.span.end as usize);
    }
    let is_bare_code = figure.measure.is_none()
        && figure.factor == 1
        && figure.precision == Precision::Exact
        && (digits.len() >= 5
            || digits.ends_with(".0")
            || rest.starts_with('.')
            || is_well_known(digits)
            || looks_like_a_year(digits));
    match figure.measure.map(|measure| measure.word) {
        // 法定 60 日压缩至 18 日 is how long, and no day of a month.
        Some("日") if LIMITED.ending(ahead).is_some() => Reading::Figure(figure),
        Some("年" | "月" | "日" | "级" | "届") => Reading::Other(end),
        Some("大") => Reading::Other(end),
        None if is_bare_code
            || matches!(next, Some('号' | '版' | '时' | '点' | '岁' | '章' | '款' | '页')) =>
        {
            Reading::Other(end)
        }
        _ => Reading::Figure(figure),
    }
}

/// Reads the Chinese numeral at byte `at` of `view`; only one with a measure word is a figure.
pub fn read_numeral(view: &str, at: usize) -> Reading {
    let rest = view.get(at..).unwrap_or("");
    let length: usize = rest.chars().take_while(|&ch| numeral::is_numeral(ch)).map(char::len_utf8).sum();
    let end = at + length;
    let text = rest.get(..length).unwrap_or("");
    let before = view.get(..at).unwrap_or("").chars().next_back();
    if let Some(share) = share_words::per_hundred(view, at) {
        return share.map_or_else(Reading::Other, Reading::Figure);
    }
    if let Some(share) = share_words::in_tenths(view, at, end, || hedge_before(view, at)) {
        return Reading::Figure(share);
    }
    let Some(value) = numeral::parse(text) else { return Reading::Other(end.max(at + 3)) };
    let figure = complete(view, ViewSpan::new(at, end), Decimal::whole(value), true);
    // 第三次会议 and 十八届四次全会 are of an order.
    let is_ordinal =
        before == Some('第') || before == Some('届') && figure.measure.is_some_and(|of| of.word == "次");
    let counts_one = || {
        let measure = figure.measure.map_or("", |measure| measure.word);
        text == "一" && one_of_a_row::counts(view, figure.number, figure.span.end as usize, measure)
    };
    let is_idiom =
        (value == 1 && !counts_one()) || is_ordinal || before.is_some_and(|before| before.is_ascii_digit());
    let Some(measure) = figure.measure else {
        // 县司法局、县妇联五部门 counts without a measure word.
        let behind = rest.get(length..).unwrap_or("");
        let is_behind_row =
            || matches!(before, Some('等' | '”')) && ROW_UNMEASURED.beginning(behind).is_some();
        let counts = matches!(before, Some(ch) if !matches!(ch, '第' | '各' | '双'))
            && (2..=20).contains(&value)
            && (UNMEASURED.beginning(behind).is_some() || is_behind_row());
        return if counts { Reading::Figure(figure) } else { Reading::Other(end) };
    };
    // 二十大 is a congress, 五大专业 counts.
    let is_congress = measure.word == "大" && value > 15;
    let is_name = matches!(measure.class, Class::Time)
        // 二级医院 and 四级联动 are grades.
        || matches!(measure.word, "届" | "级")
        || is_congress
        || is_fixed_term(view, figure.span);
    if is_idiom || is_name { Reading::Other(end) } else { Reading::Figure(figure) }
}

/// Whether `word` at the beginning of `rest` is 多 with a figure right behind it: 比 140 件多 28 件 and 比 2520 万元多出 630
/// 万元 are by how much more.
fn counts_on(word: &str, rest: &str) -> bool {
    const VERBS: &[char] = &[
        '出', '收', '发', '办', '支', '增', '查', '结', '立', '销', '缴', '征', '罚', '放', '建', '拆', '退',
        '投', '供', '产', '拨', '接', '送', '破', '抓', '审', '调', '评', '植', '训',
    ];
    const LONG_VERBS: Words = Words::of(&[
        "受理", "办理", "办结", "审结", "查处", "立案", "新增", "完成", "开展", "组织", "收到", "接待",
        "化解", "调解", "征收", "发放", "检查", "处置", "举办", "抽检", "公开", "答复", "建成", "结案",
        "接收", "救助",
    ]);
    let behind = rest.strip_prefix(word).unwrap_or("");
    let long = LONG_VERBS.beginning(behind).and_then(|verb| behind.get(verb.len()..));
    let behind = long.or_else(|| behind.strip_prefix(VERBS)).unwrap_or(behind);
    let behind = behind.strip_prefix('了').unwrap_or(behind);
    word == "多" && behind.starts_with(|next: char| next.is_ascii_digit())
}

/// What the words before byte `at` of `view` make of a figure there.
fn hedge_before(view: &str, at: usize) -> Option<Precision> {
    let before = view.get(..at)?;
    BEFORE_WORDS.ending(before)?;
    let (_, found) = BEFORE.iter().find(|(word, _)| search::ends(before, word))?;
    (!OTHER_WORDS.iter().any(|word| search::ends(before, word))).then_some(*found)
}

/// Whether 上 at the end of `before` makes an approximation of the number that `rest` begins with: 上百场, and neither 线上两场 nor
/// 线上 12 场.
fn counts_up(before: &str, rest: Option<&str>, is_chinese: bool) -> bool {
    const SCALES: [char; 5] = ['十', '百', '千', '万', '亿'];
    if is_chinese { rest.is_some_and(|rest| rest.starts_with(SCALES)) } else { before.ends_with("，上") }
}

/// The figure whose digits are `number`, with what stands around it.
fn complete(view: &str, number: ViewSpan, value: Decimal, is_chinese: bool) -> Quantity {
    let mut end = number.end as usize;
    let rest_at = |at: usize| view.get(at..).unwrap_or("");
    let mut precision = Precision::Exact;
    let before = view.get(..number.start as usize).unwrap_or("");
    if let Some(found) = hedge_before(view, number.start as usize)
        && (!before.ends_with("上") || counts_up(before, view.get(number.start as usize..), is_chinese))
    {
        precision = found;
    }
    let behind = |at: usize| {
        let rest = rest_at(at);
        let word = BEHIND_WORDS.beginning(rest)?;
        BEHIND.iter().find(|(of, _)| *of == word)
    };
    if let Some((word, found)) = behind(end) {
        precision = *found;
        end += word.len();
    } else if rest_at(end).starts_with('几') {
        precision = Precision::Approximate;
        end += '几'.len_utf8();
    }
    let mut factor = 1;
    for (scale, by) in [('千', 1000), ('万', 10_000), ('亿', 100_000_000)] {
        // 12.6 千克 is a weight and not 12.6 thousand of something.
        const UNITS: Words = Words::of(&["千克", "千米", "千瓦", "千帕", "千伏"]);
        if !is_chinese && rest_at(end).starts_with(scale) && UNITS.beginning(rest_at(end)).is_none() {
            factor *= by;
            end += scale.len_utf8();
        }
    }
    if let Some((word, found)) = behind(end) {
        precision = *found;
        end += word.len();
    }
    let measure = measure::read(rest_at(end));
    if let Some(measure) = measure {
        end += measure.word.len();
        if let Some((word, found)) = behind(end)
            && !counts_on(word, rest_at(end))
        {
            precision = *found;
        }
    }
    // 不足7% is less than that; 不足 3 项 is not said of counts alone.
    if precision == Precision::Exact
        && measure.is_some_and(|measure| matches!(measure.class, Class::Percent | Class::PerMille))
    {
        precision = share_words::bound_before(view, number.start as usize).unwrap_or(precision);
    }
    Quantity {
        span: ViewSpan::new(number.start as usize, end),
        number,
        value,
        factor,
        measure,
        precision,
        is_chinese,
    }
}
