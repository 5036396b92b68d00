//! Texts that were made to be slow: each must take ten times as long when it is ten times as long, and
//! no longer. `cargo xtask bench` compares the two columns.

use std::hint::black_box;

use divan::Bencher;
use divan::counter::BytesCount;
use hegao::{Lang, check, profile};

const SIZES: [usize; 2] = [100_000, 1_000_000];

fn main() {
    divan::main();
}

fn repeated(bencher: Bencher<'_, '_>, size: usize, piece: &str) {
    let text = piece.repeat(size / piece.len());
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| check(black_box(&text), profile::for_text(&text), Lang::Zh));
}

/// One benchmark for every shape: its name and the piece that is repeated.
macro_rules! shapes {
    ($($name:ident: $piece:literal,)*) => {
        $(
            #[divan::bench(args = SIZES)]
            fn $name(bencher: Bencher<'_, '_>, size: usize) {
                repeated(bencher, size, $piece);
            }
        )*
    };
}

shapes! {
    headings: "一、总体情况\n",
    lower_headings: "（一）健全制度。",
    figures: "3件、",
    parts: "其中行政许可16项、行政处罚217项，",
    rates: "受理30件，办结20件，办结率66.7%，",
    shares: "占3%，",
    flows: "原有3项，新增4项，调整后7项；",
    growths: "由3件增至5件，增长3%，",
    restatements: "全年审核行政处罚案件82件。",
    sums: "共37家，",
    sums_of_all: "37件均合格，",
    sums_by_name: "总数37件，",
    like_figures: "检查37家，",
    shared_out: "办结37件、分别为41件；",
    titles: "《甲办法》3件，",
    labels: "教育、卫生三个部门、",
    ordinals: "三项措施：一是甲；",
    open_brackets: "（",
    brackets: "（3件",
    closing_brackets: "）",
    quotation_marks: "“",
    title_marks: "《",
    digits: "9",
    numerals: "一",
    blanks: " ",
    ideographic_blanks: "　",
    line_feeds: "\n",
    tabs: "1\t2\n",
    pipes: "|甲|1|\n",
    lone_cells: "甲\n1\n",
    dates: "2023年2月30日",
    years: "2021—2025年",
    document_numbers: "宛发〔2021〕24号",
    half_width: "甲,乙;丙:",
    crosses: "××",
    repeated_sentence: "规范系统操作流程，落实各项监管要求，确保执法工作公开公平公正进行。",
    no_marks: "坚持依法行政",
    zero_width: "甲\u{200b}",
    emoji: "😀",
}
