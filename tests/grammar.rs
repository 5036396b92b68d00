//! Runs the samples of `docs/grammar.md`: the ledger must be exactly what the page says.

use hegao::{Lang, profile};

/// The fenced blocks of `page` with their info strings, in order.
fn blocks(page: &str) -> Vec<(&str, String)> {
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push((info, body.join("\n")));
        }
    }
    blocks
}

#[test]
fn the_page_tells_the_truth() {
    let blocks = blocks(include_str!("../docs/grammar.md"));
    assert!(blocks.len() >= 30, "the page has lost its samples");
    for pair in blocks.chunks(2) {
        let [("报告", text), ("账", expected)] = pair else {
            panic!("a 报告 without its 账: {pair:?}")
        };
        let review = hegao::check(text, profile::for_text(text), Lang::Zh);
        let ledger: Vec<String> = review
            .claims
            .iter()
            .map(|claim| {
                let word = |value: &dyn std::fmt::Debug| format!("{value:?}").to_lowercase();
                format!("{} {} {}", word(&claim.kind), word(&claim.status), claim.equation)
            })
            .collect();
        assert_eq!(ledger.join("\n"), *expected, "{text}");
    }
}
