//! The page that `nianbao view` writes: one file, nothing of a report in it but as text, and all of the report there.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use serde_json::Value;

/// A report that would break out of its page, and a name of a file that would too.
const HOSTILE: &str = "青柏县人民政府2017年政府信息公开年度报告\n\
    一、</script><script>alert(1)</script>\n\
    <img src=x onerror=alert(2)>公开“{{script}}”信息&lt;12件，其中<b>甲</b>5件、]]>乙7件\u{2028}。\n\
    见http://example.com/?a=1&b='2'\t@import url(http://example.com/x.css)\n";

fn nianbao(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_nianbao")).args(arguments).output().unwrap()
}

fn name(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures").join(folder)
}

fn texts() -> Vec<PathBuf> {
    let files = ["reports", "documents"].into_iter().flat_map(|folder| fs::read_dir(fixtures(folder)).unwrap());
    let mut files: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files
}

/// The page of some inputs.
fn page(inputs: &[&Path]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.html");
    let mut arguments = vec!["view", "-o", name(&page)];
    arguments.extend(inputs.iter().map(|path| name(path)));
    let output = nianbao(&arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stdout.is_empty() && output.stderr.is_empty());
    fs::read_to_string(page).unwrap()
}

/// The page of one text.
fn page_of(text: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a<b>'\"&amp;.txt");
    fs::write(&file, text).unwrap();
    page(&[&file])
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let from = text.find(before).unwrap_or_else(|| panic!("no {before}")) + before.len();
    &text[from..from + text[from..].find(after).unwrap_or_else(|| panic!("no {after}"))]
}

fn data(page: &str) -> Value {
    serde_json::from_str(between(page, r#"<script type="application/json" id="data">"#, "</script>")).unwrap()
}

/// The values of an attribute in the page.
fn attribute<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let before = format!(" {name}=\"");
    page.split(&before).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The page without its scripts and its style, which no report has a part in.
fn markup(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some(at) = ["<script", "<style"].iter().filter_map(|tag| rest.find(tag)).min() {
        out.push_str(&rest[..at]);
        let end = if rest[at..].starts_with("<style") { "</style>" } else { "</script>" };
        rest = &rest[at + rest[at..].find(end).unwrap() + end.len()..];
    }
    out + rest
}

/// What a browser would show of some markup, without white space.
fn visible(markup: &str) -> String {
    let pieces = markup.split('<').enumerate();
    let shown: String = pieces.map(|(i, s)| if i == 0 { s } else { s.split_once('>').unwrap().1 }).collect();
    let plain = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    plain.replace("&amp;", "&").split_whitespace().collect()
}

/// The texts of the reports in a page.
fn shown_texts(page: &str) -> Vec<String> {
    let articles = page.split("<article ").skip(1);
    articles.map(|article| visible(between(article, "<div class=\"text\">", "</article>"))).collect()
}

#[test]
fn the_page_is_one_file_that_asks_for_nothing() {
    for page in [&all().1, &page_of(HOSTILE)] {
        let markup = markup(page);
        assert!(attribute(&markup, "src").is_empty() && !markup.contains("<link") && !markup.contains("<base"));
        assert!(attribute(&markup, "href").iter().all(|href| href.starts_with('#')), "a link leads out of the page");
        assert!(attribute(&markup, "style").is_empty(), "the policy forbids it");
        let style = between(page, "<style>", "</style>");
        assert!(!style.contains("@import") && !style.contains("url("));
        let script = page.rsplit("<script>").next().unwrap();
        assert!(
            !["fetch(", "XMLHttpRequest", "import(", "innerHTML", "eval("].iter().any(|word| script.contains(word))
        );
        let policy = between(page, "Content-Security-Policy\" content=\"", "\"");
        assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(policy.matches("'sha256-").count(), 3);
    }
}

#[test]
fn what_a_report_says_is_text() {
    let page = page_of(HOSTILE);
    assert_eq!(page.matches("<script").count(), 3, "the first one, the data, the last one");
    assert_eq!(page.matches("</script").count(), 3);
    assert!(!page.contains("<img") && !page.contains("<b>"));
    assert!(!page.contains('\u{2028}') || !between(&page, "id=\"data\">", "</script>").contains('\u{2028}'));
    let raw = between(&page, "id=\"data\">", "</script>");
    assert!(!raw.contains(['<', '>', '&']), "{raw}");
    assert!(page.contains("一、&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert_eq!(shown_texts(&page), [HOSTILE.split_whitespace().collect::<String>()]);
    // The name of the file is shown as it is, too.
    assert!(page.contains("a&lt;b&gt;&#39;&quot;&amp;amp;.txt"));
    let source = data(&page)["reports"][0]["source"].as_str().unwrap().to_owned();
    assert!(source.ends_with("a<b>'\"&amp;.txt"), "{source}");
}

/// The page of all fixtures; they are read in one go, since the command is slow to begin in a build for tests.
fn all() -> &'static (Vec<PathBuf>, String) {
    static ALL: LazyLock<(Vec<PathBuf>, String)> = LazyLock::new(|| {
        let texts = texts();
        let page = page(&texts.iter().map(PathBuf::as_path).collect::<Vec<_>>());
        (texts, page)
    });
    &ALL
}

#[test]
fn all_of_every_text_is_in_the_page() {
    let (paths, page) = all();
    for (path, shown) in paths.iter().zip(shown_texts(page)) {
        let text = fs::read_to_string(path).unwrap();
        assert_eq!(shown, text.split_whitespace().collect::<String>(), "{}", path.display());
    }
}

#[test]
fn every_fact_is_in_the_data_and_has_a_place() {
    let (paths, page) = all();
    let ids = attribute(page, "id");
    let places: HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(places.len(), ids.len(), "an id stands twice");
    let mut arguments = vec!["report"];
    arguments.extend(paths.iter().map(|path| name(path)));
    let output = nianbao(&arguments);
    let reports = String::from_utf8(output.stdout).unwrap();
    let data = data(page);
    assert_eq!(data["reports"].as_array().unwrap().len(), paths.len());
    for (r, (report, told)) in reports.lines().zip(data["reports"].as_array().unwrap()).enumerate() {
        let report: Value = serde_json::from_str(report).unwrap();
        let (facts, shown) = (report["facts"].as_array().unwrap(), told["facts"].as_array().unwrap());
        let source = told["source"].as_str().unwrap();
        assert_eq!((facts.len(), report["source"].as_str().unwrap()), (shown.len(), source));
        for (i, (fact, shown)) in facts.iter().zip(shown).enumerate() {
            for key in ["kind", "text", "unit", "label", "section", "part_of", "indicator"] {
                assert_eq!(fact[key], shown[key], "{source} fact {i} {key}");
            }
            assert_eq!(number(&fact["value"]), number(&shown["value"]), "{source} fact {i}");
            assert_eq!(fact["change"]["of"], shown["change"]["of"], "{source} fact {i}");
            assert_eq!(fact["of_whole"]["fact"], shown["whole"]["fact"], "{source} fact {i}");
            assert!(places.contains(&*format!("r{r}f{i}")), "{source}: fact {i} has no place");
            let pointed = [&shown["part_of"], &shown["change"]["of"], &shown["whole"]["fact"]];
            for target in pointed.into_iter().filter_map(Value::as_u64) {
                assert!(places.contains(&*format!("r{r}f{target}")), "{source}: fact {target} has no place");
            }
        }
        for i in 0..report["sections"].as_array().unwrap().len() {
            assert!(places.contains(&*format!("r{r}s{i}")), "{source}: section {i} has no place");
        }
    }
    for href in attribute(&markup(page), "href") {
        assert!(places.contains(&href[1..]), "{href} leads nowhere");
    }
}

/// A number as it is written, or in the string that keeps its digits.
fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}

#[test]
fn findings_stand_at_the_top_and_at_their_figures() {
    let path = fixtures("reports/chengxi-2016-errors.txt");
    let page = page(&[&path]);
    let list = between(&page, "<details class=\"findings\"", "</details>");
    assert_eq!(list.matches("<li class=\"error\">").count(), 11);
    assert!(list.contains("分项合计87人，比总数86人多1人"));
    assert!(list.contains("the parts add up to 87 人, 1 more than the total of 86 人"));
    let findings = data(&page)["reports"][0]["findings"].as_array().unwrap().clone();
    assert_eq!(findings.len(), 11);
    for finding in findings {
        let mark = format!("<mark id=\"r0f{}\" class=\"", finding["facts"][0]);
        assert!(between(&page, &mark, "\"").ends_with(" bad error"), "{finding}");
        assert!(list.contains(&format!("href=\"#r0f{}\"", finding["facts"][0])));
    }
}

#[test]
fn several_reports_have_an_overview_and_are_held_against_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let report = |year: u16, text: &str| {
        let file = folder.path().join(format!("{year}.txt"));
        fs::write(&file, format!("青柏县人民政府{year}年政府信息公开工作年度报告\n一、申请\n{text}\n")).unwrap();
    };
    report(2021, "本年新收政府信息公开申请12件，结转下年度继续办理3件。");
    report(2022, "本年新收政府信息公开申请15件，上年结转政府信息公开申请5件。");
    let page = page(&[folder.path()]);
    let overview = between(&page, "<section id=\"overview\"", "</section>");
    assert_eq!(overview.matches("<tr>").count(), 3);
    assert!(overview.contains("青柏县人民政府2022年政府信息公开工作年度报告"));
    let data = data(&page);
    let finding = &data["reports"][1]["findings"][0];
    assert_eq!((&finding["rule"], &finding["earlier"]), (&Value::from("carry_over"), &Value::from(0)));
    assert_eq!(data["indicators"]["requests.received"]["name"], "本年新收政府信息公开申请数量");
    let list = between(&page, "<details class=\"findings\"", "</details>");
    assert!(list.contains(&format!("href=\"#r0f{}\"", finding["earlier_facts"][0])), "{list}");
    let places: HashSet<&str> = attribute(&page, "id").into_iter().collect();
    assert!(attribute(&markup(&page), "href").iter().all(|href| places.contains(&href[1..])));
}

#[test]
fn what_cannot_be_read_is_named_and_no_input_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let (good, bad) = (folder.path().join("good.txt"), folder.path().join("bad.txt"));
    fs::write(&good, HOSTILE).unwrap();
    fs::write(&bad, b"\xff\xfe").unwrap();
    let out = folder.path().join("page.html");

    let output = nianbao(&["view", name(&bad), name(&good), "-o", name(&out)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("bad.txt: "));
    assert_eq!(data(&fs::read_to_string(&out).unwrap())["reports"].as_array().unwrap().len(), 1);

    fs::remove_file(&out).unwrap();
    let output = nianbao(&["view", name(&bad), "-o", name(&out)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!out.exists(), "a page of nothing");

    // The output is an input by its name, and as a file of a folder.
    for input in [&good, &folder.path().to_owned()] {
        let output = nianbao(&["view", name(input), "-o", name(&good)]);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains("good.txt: the output is also an input"));
        assert_eq!(fs::read_to_string(&good).unwrap(), HOSTILE);
    }

    let output = nianbao(&["view", name(&good), "-o", name(&folder.path().join("no/page.html"))]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("page.html: "));
}

#[test]
fn strange_texts_make_a_page() {
    let tabs = "1\t".repeat(3000);
    let texts = ["\u{feff}\r\n12件\r\n", "零\u{fffd}件", &tabs, "一、一、一、\n（一）\n1.\n1.1.1.\n", "1\t2\n\t\t3\n"];
    let folder = tempfile::tempdir().unwrap();
    for (i, text) in texts.iter().enumerate() {
        fs::write(folder.path().join(format!("{i}.txt")), text).unwrap();
    }
    let page = page(&[folder.path()]);
    let expected = texts.map(|text| text.split_whitespace().collect::<String>());
    assert_eq!(shown_texts(&page), expected);
    let markup = markup(&page);
    for tag in ["td", "tr", "table", "div", "ul", "li", "p", "mark"] {
        let open = markup.matches(&format!("<{tag}>")).count() + markup.matches(&format!("<{tag} ")).count();
        assert_eq!(open, markup.matches(&format!("</{tag}>")).count(), "{tag}");
    }
}
