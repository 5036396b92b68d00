//! Whole small papers: what is read where.

use super::*;

#[track_caller]
fn read(text: &str) -> Document {
    Document::read(&Source::new(text))
}

fn signers(document: &Document) -> Vec<&str> {
    document.sign_off.iter().flat_map(|found| &found.organs).map(|signer| signer.name.as_str()).collect()
}

const BODY: &str =
    "2023年，我局认真履职，工作取得成效。\n一、主要举措和成效\n（一）健全机制。全年办理45件。\n";

#[test]
fn reads_signatures() {
    let table: &[(&str, &str, &[&str], Option<&str>)] = &[
        ("", "特此报告。\n\n云山市水利局\n2024年1月22日", &["云山市水利局"], Some("2024-01-22")),
        ("", "云山市水利局　2024年1月22日", &["云山市水利局"], Some("2024-01-22")),
        ("", "云山市水利局（盖章）\n二〇二四年一月二十二日", &["云山市水利局"], Some("2024-01-22")),
        (
            "",
            "中共松岭县委员会\n松岭县人民政府\n2024年1月5日",
            &["中共松岭县委员会", "松岭县人民政府"],
            Some("2024-01-05"),
        ),
        (
            "",
            "云山市水利局\n2024年1月22日\n附件：1.数据统计表\n2.案件清单",
            &["云山市水利局"],
            Some("2024-01-22"),
        ),
        (
            "",
            "云山市水利局\n2024年1月22日\n来源：市水利局 浏览次数：12",
            &["云山市水利局"],
            Some("2024-01-22"),
        ),
        ("", "云山市水利局", &["云山市水利局"], None),
        ("", "", &[], None),
        ("云山市水利局\n2024年1月22日\n", "", &["云山市水利局"], Some("2024-01-22")),
    ];
    for &(under, end, organs, date) in table {
        let text = format!("云山市水利局关于2023年度法治政府建设情况的报告\n{under}{BODY}{end}");
        let document = read(&text);
        assert_eq!(signers(&document), organs, "{text}");
        assert_eq!(document.signed_on.map(|date| date.to_string()).as_deref(), date, "{text}");
        assert_eq!(document.organ.as_deref(), Some("云山市水利局"));
    }
}

#[test]
fn reads_headings_and_levels() {
    let document = read("一、成效\n（一）学法\n1.集中学\n（1）领导学\n二、不足\n");
    let levels: Vec<(u8, u32)> =
        document.headings.iter().map(|heading| (heading.level, heading.number)).collect();
    assert_eq!(levels, [(1, 1), (2, 1), (3, 1), (4, 1), (1, 2)]);
    let document = read("第一部分　成效\n（一）学法\n第二部分　不足\n");
    assert_eq!(document.headings.iter().map(|heading| heading.level).collect::<Vec<_>>(), [1, 3, 1]);
    let document = read("目录\n一、成效\n二、不足\n一、成效\n办理45件。\n二、不足\n一是人少。");
    assert_eq!(document.headings.len(), 2);
}

#[test]
fn gives_the_text_below_a_heading() {
    let text = "一、成效\n（一）学法。局党组带头。\n二、不足\n三、安排\n抓好落实。\n特此报告。\n云山市水利局\n2024年1月2日";
    let source = Source::new(text);
    let document = Document::read(&source);
    let body = |index| source.folded(document.section_body(index)).trim().to_owned();
    assert_eq!(body(0), "（一）学法。局党组带头。");
    assert_eq!(body(1), "。局党组带头。");
    assert_eq!(body(2), "");
    assert_eq!(body(3), "抓好落实。");
}

#[test]
fn finds_the_report_year() {
    let long = "我局扎实推进各项工作，".repeat(40);
    for (text, year) in [
        ("云山市水利局2023年法治政府建设报告\n2024年将抓好落实。".to_owned(), Some(2023)),
        ("云山市水利局二〇二三年度法治政府建设报告\n正文。".to_owned(), Some(2023)),
        (
            format!("2024年，{long}。\n一、本年度推进法治政府建设的举措\n二、2025年推进法治政府建设的安排"),
            Some(2024),
        ),
        (format!("一、2022年法治政府建设的举措\n{long}。"), Some(2022)),
        ("全年办理45件。\n云山市水利局\n2024年1月22日".to_owned(), Some(2023)),
        ("全年办理45件。".to_owned(), None),
        ("新规定取代2017年印发的《暂行规定》（云政发〔2017〕3号）。".to_owned(), None),
        ("自2021年以来，落实普法规划，对照2020年制定的标准。".to_owned(), None),
        ("修订2019年的《规程》，2023年办理45件。".to_owned(), Some(2023)),
    ] {
        assert_eq!(read(&text).report_year, year, "{text}");
    }
}

#[test]
fn keeps_what_is_not_body_out() {
    let document = read(
        "发布时间：2024-01-22\n云山市水利局文件\n云水〔2024〕3号\n云山市水利局关于2023年度法治政府建设情况的报告\n市委、市政府：\n2023年，我局认真履职。\n特此报告。\n云山市水利局\n2024年1月22日",
    );
    use BlockKind::*;
    let kinds: Vec<BlockKind> = document.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(
        kinds,
        [Furniture, Letterhead, DocumentNumber, Title, Addressee, Prose, Closing, SignOffOrgan, SignOffDate]
    );
    assert_eq!(document.body().count(), 1);
    assert!(!document.is_excerpt);
    assert!(read("全年办理45件。").is_excerpt);
    let part = format!("三、依法化解争议\n{}", "各级机构畅通受理渠道，办理情况逐月通报。".repeat(40));
    assert!(read(&part).is_excerpt);
    assert!(!read(&part.replace("三、", "一、")).is_excerpt);
    assert!(!read(&format!("{part}\n四、加强保障\n经费足额保障。")).is_excerpt);
    assert!(!read(&format!("{part}\n云山市水利局\n2024年1月22日")).is_excerpt);
}

proptest::proptest! {
    #[test]
    fn reads_any_text(text in "(一、|二、|（一）|（三）、|1\\.|3、|第一部分|㈠|关于|2023年度?|法治政府建设|报告|云山市水利局|二〇二四年|1月|22日|一是|四是|首先|③|第二，|附件：|目录|特此报告|来源：|略|。|，|；|：|（|）|\\n|\\n\\n|\\t| |　|\\||𠮷|😀|x){0,60}") {
        let source = Source::new(&text);
        let document = Document::read(&source);
        let view = &source.view.text;
        let inside = |span: ViewSpan| view.get(span.start as usize..span.end as usize).is_some();
        let lists = document.enumerations.iter().flat_map(|list| &list.items).map(|item| item.span);
        let headings = document.headings.iter().flat_map(|heading| [heading.span, heading.mark, heading.text, heading.number_span]);
        let signs = document.sign_off.iter().flat_map(|found| found.organs.iter().map(|signer| signer.span).chain(found.date));
        let titles = document.title.iter().map(|title| title.span);
        for span in lists.chain(headings).chain(signs).chain(titles) {
            proptest::prop_assert!(inside(span), "{span:?}");
        }
        proptest::prop_assert_eq!(document.blocks.len(), source.paragraphs.len());
        for index in 0..document.headings.len() {
            proptest::prop_assert!(inside(document.section_body(index)));
        }
        for lang in [crate::Lang::Zh, crate::Lang::En] {
            let review = crate::check(&text, crate::profile::for_text(&text), lang);
            proptest::prop_assert!(review.findings.iter().all(|finding| !finding.message.is_empty()));
        }
    }
}
