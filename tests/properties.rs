//! The laws: what holds for every text.

use std::fs;

use nianbao::audit::{self, Outcome};
use nianbao::table::{Cell, Table};
use nianbao::{Bound, Extractor, Kind, Report, Segmenter, Span, Stated, indicator, numeral, quantity};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn fixtures() -> Vec<String> {
    texts_of("fixtures/reports")
}

fn texts_of(folder: &str) -> Vec<String> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let texts = paths.iter().filter(|p| p.extension().is_some_and(|e| e == "txt"));
    texts.map(|p| fs::read_to_string(p).unwrap()).collect()
}

/// The characters that every text must account for.
fn numeral_character(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９') || "〇零一二两三四五六七八九十百千万亿壹贰叁柒捌玖".contains(c)
}

/// What a fact says of other facts: the total has its kind and unit and is not less, no fact is a part of itself over
/// any way, and what a change or a share is of is another fact.
fn check_relations(report: &Report<'_>, i: usize) {
    let facts = report.facts();
    let fact = &facts[i];
    if fact.stated == Stated::Negation {
        assert_eq!((fact.value, &fact.unit, fact.part_of), (Some(Decimal::ZERO), &None, None), "{fact:?}");
        assert!(fact.label.as_deref().is_some_and(|l| !l.is_empty()), "{fact:?}");
    }
    if let Some(row) = &fact.indicator {
        let row = indicator::find(row).expect("a row of the table");
        let amount = if row.unit() == "CNY" { Kind::Money } else { Kind::Count };
        let changes = row.code().ends_with("_change");
        assert!(fact.kind == amount || fact.stated == Stated::Negation, "{fact:?}");
        assert_eq!(fact.change.is_some(), changes && fact.stated == Stated::Cell, "{fact:?}");
    }
    if let Some(total) = fact.part_of {
        let whole = &facts[total];
        assert_eq!((whole.kind, &whole.unit), (fact.kind, &fact.unit), "{fact:?}");
        assert!(fact.value <= whole.value && fact.value.is_some(), "{fact:?} of {whole:?}");
        let mut above = Some(total);
        for _ in 0..facts.len() {
            assert_ne!(above, Some(i), "a part of itself: {fact:?}");
            above = above.and_then(|a| facts[a].part_of);
        }
        assert_eq!(above, None, "a ring of parts above {fact:?}");
    }
    let others = [fact.change.and_then(|c| c.of), fact.of_whole.as_ref().and_then(|w| w.fact)];
    for other in others.into_iter().flatten() {
        assert!(other < facts.len() && other != i, "{fact:?}");
    }
    if let Some(span) = fact.of_whole.as_ref().and_then(|w| w.label_span) {
        assert!(!report.text(span).trim().is_empty());
    }
}

/// Spans lie on character boundaries and slice what they say; facts are in order and do not overlap, but for the things
/// that one negation denies, which have its span; every numeral character lies in a fact or in what was rejected; indices point into their lists.
fn check(text: &str, report: &Report<'_>) {
    let mut covered = vec![false; text.len()];
    let mut end = 0;
    let mut denied = None;
    for (i, fact) in report.facts().iter().enumerate() {
        let again = fact.stated == Stated::Negation && denied == Some(fact.span);
        assert!(again || fact.span.start >= end, "order: {:?}", fact.span);
        assert!(fact.span.end > fact.span.start, "empty: {:?}", fact.span);
        denied = (fact.stated == Stated::Negation).then_some(fact.span);
        end = fact.span.end;
        check_relations(report, i);
        assert_eq!(&text[fact.span.range()], fact.text);
        assert!(fact.sentence.contains(fact.span), "{fact:?}");
        let _ = &text[fact.sentence.range()];
        if let (Some(span), Some(label)) = (fact.label_span, &fact.label) {
            // A byte order mark inside a paragraph is layout too.
            let layout = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
            let squeezed = |s: &str| s.chars().filter(|c| !layout(*c)).collect::<String>();
            // A page mark that stood between two lines of a paragraph is none of its words.
            let page = |line: &&str| {
                let marks = line.chars().all(|c| c.is_numeric() || layout(c) || "-—－–第页共/／".contains(c));
                marks && line.contains(['-', '—', '－', '–', '第', '页']) && line.contains(char::is_numeric)
            };
            let said = &text[span.range()];
            let lines: String = said.split(['\n', '\r']).filter(|line| !page(line)).collect();
            let label = squeezed(label);
            assert!([squeezed(said), squeezed(&lines)].contains(&label), "{said:?} is labelled {label}");
        }
        assert!(fact.section.is_none_or(|s| s < report.sections().len()));
        let ordered = fact.kind == nianbao::Kind::Fraction || fact.lower <= fact.upper;
        assert!(ordered, "{fact:?}");
        assert!(fact.period.is_none_or(|p| p.start.is_none_or(|s| s <= p.end)), "{fact:?}");
        assert!(fact.value.is_some() != (fact.lower.is_some() && fact.upper.is_some()), "{fact:?}");
        covered[fact.span.range()].fill(true);
    }
    let mut end = 0;
    for rejected in report.rejected() {
        assert!(rejected.span.start >= end && rejected.span.end > rejected.span.start, "order: {rejected:?}");
        end = rejected.span.end;
        let _ = &text[rejected.span.range()];
        let over = covered[rejected.span.range()].iter().any(|c| *c);
        assert!(!over, "both a fact and rejected: {}", &text[rejected.span.range()]);
        covered[rejected.span.range()].fill(true);
    }
    for (i, section) in report.sections().iter().enumerate() {
        let _ = &text[section.span.range()];
        assert!(section.parent.is_none_or(|p| p < i && report.sections()[p].level < section.level));
    }
    for (i, c) in text.char_indices().filter(|&(_, c)| numeral_character(c)) {
        assert!(
            covered[i],
            "{c} at {i} is in no fact and not rejected: …{}",
            &text[i..].chars().take(12).collect::<String>()
        );
    }
}

/// What an audit says: it is about facts of the report, a broken check has two values that differ, and every check has
/// its sentences.
fn check_audit(report: &Report<'_>) {
    for check in audit::report(report) {
        assert!(check.facts.iter().all(|&i| i < report.facts().len()), "{check:?}");
        let decided = check.outcome != Outcome::CannotTell;
        assert_eq!(decided, check.why.is_none(), "{check:?}");
        if let (Some(expected), Some(stated)) = (check.expected, check.stated) {
            let bounded = check.facts.iter().any(|&i| report.facts()[i].bound != Bound::Exact);
            assert!(expected == stated || check.outcome != Outcome::Holds || bounded, "{check:?}");
            assert!(expected != stated || check.outcome != Outcome::Broken, "{check:?}");
            assert_eq!(check.difference, stated.checked_sub(expected), "{check:?}");
        }
        assert!(!check.zh(report).is_empty() && !check.en(report).is_empty());
    }
}

fn everything(text: &str) {
    let report = Extractor::new().extract(text);
    check(text, &report);
    check_audit(&report);
    // A report that was read from JSON has no text.
    let json = serde_json::to_string(&report).unwrap();
    check_audit(&serde_json::from_str(&json).unwrap());
    for q in quantity::find_iter(text) {
        let _ = &text[q.span.range()];
    }
    let mut end = 0;
    for n in numeral::find_iter(text) {
        assert!(n.span.start >= end);
        end = n.span.end;
        assert!(n.lower <= n.upper);
    }
    let mut end = 0;
    for sentence in Segmenter::new().sentences(text) {
        assert!(sentence.start >= end);
        end = sentence.end;
        let _ = &text[sentence.range()];
    }
}

#[test]
fn fixtures_obey_the_laws() {
    for text in fixtures() {
        everything(&text);
    }
}

/// Texts that once broke a law.
#[test]
fn known_hard_cases_obey_the_laws() {
    // A total and parts that are too large to be multiplied by a hundred.
    let large = format!("2{}1", "7".repeat(27));
    everything(&format!(
        "全年在县政府网站专栏发布信息374条，比上年多发布29条，其中工作动态{large}条、通知公告58条、政策法规15条、规划财务36条、其他64条。"
    ));
    everything(&format!("公开{large}条，其中网站{large}条、公报1条；约{large}元，占比{large}%。"));
    // A quotation around several clauses, and a page mark before a table of one line.
    everything("县长指出：“全年新增就业3200人，登记失业率3.2%，要再接再厉。”");
}

/// Each text of a folder of real reports, where one is named: the laws hold on all of them.
#[test]
fn corpus_obeys_the_laws() {
    let Some(folder) = std::env::var_os("NIANBAO_CORPUS") else {
        eprintln!("NIANBAO_CORPUS names no folder: only the fixtures are checked");
        return;
    };
    let mut read = 0;
    for entry in fs::read_dir(folder).unwrap() {
        if let Ok(text) = fs::read_to_string(entry.unwrap().path()) {
            everything(&text);
            read += 1;
        }
    }
    assert!(read > 0, "no text in NIANBAO_CORPUS");
}

/// All that a report says of its figures, but for where they stand.
fn said(report: &Report<'_>) -> Vec<String> {
    let mark = |c| if matches!(c, '“' | '”' | '「' | '」') { '"' } else { wide(c) };
    let plain = |label: &str| label.chars().filter(|c| !c.is_whitespace()).map(mark).collect::<String>();
    let facts = report.facts().iter().map(|f| {
        let whole = f.of_whole.as_ref().map(|w| (w.label.as_deref().map(plain), w.fact));
        let (label, change) = (f.label.as_deref().map(plain), f.change.as_ref());
        format!(
            "{:?} {} {:?} {:?}..{:?} {:?} {:?} {label:?} §{:?} {:?} of {:?} {change:?} {whole:?} {:?}",
            f.stated, f.kind, f.value, f.lower, f.upper, f.unit, f.bound, f.section, f.period, f.part_of, f.indicator
        )
    });
    facts.collect()
}

/// How a text is laid out, which width its characters have and how it quotes says nothing.
#[test]
fn layout_says_nothing() {
    let extractor = Extractor::new();
    for text in fixtures().into_iter().chain(texts_of("fixtures/documents")) {
        let unix = text.replace("\r\n", "\n");
        let expected = said(&extractor.extract(&unix));
        assert!(!expected.is_empty());
        let lines = |ending: &str| unix.lines().map(|line| format!("{line}{ending}")).collect::<String>();
        let narrow = |c| match c {
            '０'..='９' => char::from_u32(c as u32 - 0xff10 + 0x30).unwrap(),
            '（' => '(',
            '）' => ')',
            c => c,
        };
        // A point between digits has a width, one behind a list mark or in an address is another thing.
        let digits = |c: char| if c.is_ascii_digit() || matches!(c, '(' | ')') { wide(c) } else { c };
        let same = [
            ("line ends of Windows", lines("\r\n")),
            ("spaces at the ends of lines", lines("  \n")),
            ("wide spaces at the ends of lines", lines("\u{3000}\n")),
            ("a byte order mark", format!("\u{feff}{unix}")),
            ("half-width digits and brackets", unix.chars().map(narrow).collect()),
            ("full-width digits and brackets", unix.chars().map(digits).collect()),
            ("half-width commas", commas(&unix)),
            ("straight quotation marks", unix.replace(['“', '”'], "\"")),
            ("corner quotation marks", unix.replace('“', "「").replace('”', "」")),
        ];
        // Where lines are wrapped, the width of the digits says which of them are full.
        let of_width = |what: &str| what.starts_with("full-width") || what.starts_with("half-width digits");
        for (what, changed) in same.into_iter().filter(|(what, _)| !(of_width(what) && is_wrapped(&unix))) {
            let found = said(&extractor.extract(&changed));
            for (found, expected) in found.iter().zip(&expected) {
                assert_eq!(found, expected, "with {what}, of {}…", unix.chars().take(20).collect::<String>());
            }
            assert_eq!(found.len(), expected.len(), "with {what}");
        }
    }
}

/// A text that is broken into lines of one width, with or without numbered pages, says what it said.
#[test]
fn wrapping_says_nothing() {
    let extractor = Extractor::new();
    let (mut read, mut differ) = (0, Vec::new());
    let texts = fixtures().into_iter().chain(texts_of("fixtures/audits"));
    for text in texts.filter(|text| !is_wrapped(text)) {
        let report = extractor.extract(&text);
        let (expected, checks) = (said(&report), audit::report(&report));
        for columns in (48..100).step_by(9) {
            for pages in [false, true] {
                let Some(wrapped) = wrapped(&text, columns, pages) else { continue };
                read += 1;
                let report = extractor.extract(&wrapped);
                let found = said(&report);
                match (0..expected.len().max(found.len())).find(|&i| found.get(i) != expected.get(i)) {
                    Some(i) => differ.push(format!("{columns} {pages}: {:?} not {:?}", found.get(i), expected.get(i))),
                    None if audit::report(&report) != checks => differ.push(format!("{columns} {pages}: the audit")),
                    None => {}
                }
            }
        }
    }
    println!("{read} texts read");
    assert_eq!(differ.len(), 0, "of {read}:\n{}", differ.join("\n"));
}

/// The text in lines of at most so many columns, a Chinese character taking two: no closing mark begins a line, no opening
/// one ends it, and numbers and words in Latin letters stay whole.
///
/// None where a paragraph ends in a full line and the next one begins neither indented nor behind a blank line: nothing
/// tells such an end from a sentence that ends there; nor where most full lines are paragraphs of their own: nothing
/// tells that the others go on.
fn wrapped(text: &str, columns: usize, pages: bool) -> Option<String> {
    const LINES: usize = 30;
    let whole = |c: char| c.is_ascii_alphanumeric() || matches!(c, '０'..='９' | '.' | ',');
    let columns_of = |c: char| if c.is_ascii() { 1 } else { 2 };
    /// What may not have had room in the line before.
    const LONGEST_NUMBER: usize = 8;
    let (mut lines, mut full): (Vec<String>, Vec<(usize, bool)>) = (Vec::new(), Vec::new());
    for paragraph in text.lines() {
        let (mut line, mut width) = (String::new(), 0);
        for c in paragraph.chars() {
            let wide = columns_of(c);
            let hangs = "，。；：、！？）”》」』】%％".contains(c) || line.ends_with(['（', '“', '《', '(']);
            if width + wide > columns && !hangs && !(whole(c) && line.ends_with(whole)) {
                lines.push(std::mem::take(&mut line));
                width = 0;
            }
            line.push(c);
            width += wide;
        }
        full.push((lines.len(), width + LONGEST_NUMBER > columns));
        lines.push(line);
    }
    let next = |i: usize| lines.get(i + 1).is_some_and(|next| !next.is_empty() && !next.starts_with('\u{3000}'));
    if full.into_iter().any(|(i, full)| full && !lines[i].is_empty() && next(i)) {
        return None;
    }
    let filled = |line: &&String| line.chars().map(columns_of).sum::<usize>() * 10 >= columns * 8;
    let closed = |line: &&String| line.ends_with(['。', '！', '？', '；', '：']);
    if lines.iter().filter(filled).filter(closed).count() * 2 > lines.iter().filter(filled).count() {
        return None;
    }
    let page = |(i, lines): (usize, &[String])| {
        let mark = if pages { format!("\n\n— {} —\n\n", i + 1) } else { "\n".to_owned() };
        lines.join("\n") + &mark
    };
    Some(lines.chunks(LINES).enumerate().map(page).collect())
}

/// Whether most of the longer lines of a text end in the middle of a sentence.
fn is_wrapped(text: &str) -> bool {
    let long: Vec<&str> = text.lines().map(str::trim_end).filter(|line| line.chars().count() > 20).collect();
    let open = long.iter().filter(|line| !line.ends_with(['。', '；', '：', '！', '？'])).count();
    2 * open > long.len()
}

/// The text with half-width commas and semicolons, but where those would part or join digits.
fn commas(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let narrow = |i: usize| {
        let beside = |j: Option<usize>| j.and_then(|j| chars.get(j)).is_some_and(|c| c.is_ascii_digit());
        match chars[i] {
            '，' if !(beside(i.checked_sub(1)) && beside(Some(i + 1))) => ',',
            '；' => ';',
            c => c,
        }
    };
    (0..chars.len()).map(narrow).collect()
}

/// Extractors are shared between threads, and no report depends on those before it.
#[test]
fn threads_and_order_say_nothing() {
    let texts = fixtures();
    let expected: Vec<_> = texts.iter().map(|text| Extractor::new().extract(text).facts().len()).collect();
    let json = |extractor: &Extractor, text: &str| serde_json::to_string(&extractor.extract(text)).unwrap();
    let extractor = Extractor::new();
    let first: Vec<String> = texts.iter().map(|text| json(&extractor, text)).collect();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let (extractor, texts, first) = (&extractor, &texts, &first);
            scope.spawn(move || {
                for i in (0..texts.len()).map(|i| (i * 5 + thread) % texts.len()).rev() {
                    assert_eq!(json(extractor, &texts[i]), first[i]);
                }
            });
        }
    });
    assert_eq!(expected.iter().sum::<usize>(), texts.iter().map(|t| extractor.extract(t).facts().len()).sum::<usize>());
}

/// What reports are made of, and what breaks readers.
fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "：“全年新增就业3200人，登记失业率3.2%。”",
        "微信公众号“",
        "的问题",
        "3名享受低保的申请人",
        "分别收到",
        "\n— 3 —\n",
        "十",
        "百",
        "千",
        "万",
        "亿",
        "零",
        "〇",
        "一",
        "二",
        "两",
        "三",
        "九",
        "半",
        "余",
        "多",
        "几",
        "数",
        "点",
        "．",
        ".",
        "，",
        ",",
        "、",
        "。",
        "；",
        "：",
        "（",
        "）",
        "(",
        ")",
        "《",
        "》",
        "“",
        "”",
        "[",
        "]",
        "〔",
        "〕",
        "第",
        "条",
        "件",
        "个",
        "元",
        "角",
        "%",
        "％",
        "‰",
        "成",
        "百分之",
        "分之",
        "个百分点",
        "年",
        "月",
        "日",
        "号",
        "级",
        "届",
        "以上",
        "以内",
        "约",
        "近",
        "超",
        "不少于",
        "至",
        "到",
        "由",
        "从",
        "-",
        "—",
        "～",
        "×",
        "∶",
        ":",
        "/",
        "\n",
        "\r\n",
        "\r",
        " ",
        "　",
        "\u{feff}",
        "\u{301}",
        "\u{fffd}",
        "1",
        "2",
        "3",
        "10",
        "2017",
        "1,234",
        "０",
        "５",
        "共",
        "其中",
        "分别为",
        "增长",
        "申请",
        "信息",
        "公开",
        "一、",
        "（一）",
        "1.",
        "①",
        "第一章",
        "翻",
        "番",
        "岁",
        "亩",
        "km",
        "5G",
        "www.gov.cn",
        "@",
        "电话",
        "邮编：",
        "陆",
        "伍",
        "拾",
        "廿",
        "壹",
        "零下",
        "负",
        "角",
        "翻一番",
        "老百姓",
        "￥",
        "整",
        "，其中",
        "包括",
        "含",
        "另有",
        "合计",
        "共计",
        "同比",
        "比上年",
        "较2016年",
        "的",
        "由",
        "减少",
        "提高",
        "降幅",
        "达到",
        "去年",
        "全年",
        "截至",
        "十三五期间",
        "上半年",
        "分别",
        "未收到",
        "没有",
        "无",
        "为零",
        "零投诉",
        "未向",
        "收取",
        "费用",
        "行政复议",
        "均",
        "、",
        "和",
        "等",
        "占总数的",
        "100%",
        "占",
    ]);
    let any = prop_oneof![8 => known.prop_map(str::to_owned), 1 => ".{0,4}", 1 => "[0-9]{1,34}"];
    prop::collection::vec(any, 0..40).prop_map(|v| v.concat())
}

/// A fixture, cut, doubled and with digits changed.
fn mutated() -> impl Strategy<Value = String> {
    let texts = fixtures();
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..5u8), 1..6);
    (0..texts.len(), changes).prop_map(move |(i, changes)| {
        let mut chars: Vec<char> = texts[i].chars().collect();
        // A window keeps a case fast; the whole texts are checked above.
        let start = changes[0].0.index(chars.len());
        chars = chars[start..(start + 400).min(chars.len())].to_vec();
        for (a, b, how) in changes {
            let (x, y) = (a.index(chars.len().max(1)), b.index(chars.len().max(1)));
            let (x, y) = (x.min(y), x.max(y).min(x.min(y) + 60));
            if chars.is_empty() {
                break;
            }
            match how {
                0 => drop(chars.drain(x..y)),
                1 => {
                    let piece = chars[x..y].to_vec();
                    chars.splice(x..x, piece);
                }
                2 => {
                    let last = chars.len() - 1;
                    chars.swap(x, y.min(last));
                }
                3 => {
                    for c in &mut chars[x..y] {
                        if let Some(d) = c.to_digit(10) {
                            *c = "〇一二三四五六七八九".chars().nth(d as usize).unwrap();
                        }
                    }
                }
                _ => chars[x] = '0',
            }
        }
        chars.into_iter().collect()
    })
}

/// What stands in the cells of tables.
#[rustfmt::skip] // Many words a line.
const CELLS: &[&str] = &[
    "", "0", "12", "4,119", "／", "—", "无", "减少8", "-3", "80618元", "99.8%", "约40", "12 34", "2022", "2022年", "规章", "行政规范性文件",
    "本年制发件数", "本年增/减", "自然人", "总计", "其他", "结转下年度继续办理", "一、本年新收政府信息公开申请数量", "单位：万元", "占比（%）", "序号",
    "统计指标", "单位", "统计数", "条", "行政复议", "结果维持", "尚未审结", "全年举办培训班4期，培训干部120人次。", "３\n件", "\u{feff}7", "三千零五十",
];

/// A table whose cells are words of the list, with merged cells, between two lines of prose. Some stand where they say,
/// some a few bytes off, some outside of the text.
fn table() -> impl Strategy<Value = (String, Table)> {
    let cell = (0..CELLS.len(), 0usize..4, 0usize..4);
    let row = prop::collection::vec(cell, 0..7);
    (prop::collection::vec(row, 0..9), prop_oneof![8 => Just(0usize), 1 => 0usize..5, 1 => Just(usize::MAX / 2)])
        .prop_map(|(rows, off)| {
            let mut text = String::from("单位：万元\n");
            let mut grid = Vec::new();
            for row in rows {
                let mut cells = Vec::new();
                for (word, rows, columns) in row {
                    let start = text.len();
                    text.push_str(CELLS[word]);
                    cells.push(Cell::new(Span::new(start + off, text.len() + off)).spanning(rows, columns));
                    text.push('\t');
                }
                text.push('\n');
                grid.push(cells);
            }
            text.push_str("收到申请12件，其中网上9件、信函3件。\n");
            (text, Table::from_rows(grid))
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in pieces()) {
        everything(&text);
    }

    #[test]
    fn any_table((text, table) in table()) {
        let report = Extractor::new().extract_with_tables(&text, &[table]);
        check(&text, &report);
        check_audit(&report);
    }

    #[test]
    fn arbitrary_strings(text in "\\PC{0,60}|.{0,60}") {
        everything(&text);
    }

    #[test]
    fn mutated_reports(text in mutated()) {
        everything(&text);
    }

    /// parse ∘ print = id, for Arabic digits: plain, grouped in threes, full-width, with any of the signs.
    #[test]
    fn arabic_round_trip(value in decimals()) {
        let plain = value.to_string();
        for text in [plain.clone(), grouped(&plain, ","), grouped(&plain, "，"), plain.replace('-', "负"), plain.replace('-', "－")] {
            prop_assert_eq!(numeral::parse(&text), Ok(value), "{}", text);
            prop_assert_eq!(numeral::parse(&full_width(&text)), Ok(value), "{}", text);
        }
    }

    /// parse ∘ print = id, for Chinese numerals, in everyday and financial characters, with a fraction behind 点.
    #[test]
    fn chinese_round_trip(value in chinese_values(), decimals in "[0-9]{0,6}", negative: bool) {
        let text = chinese(value);
        let whole = Decimal::from(value);
        prop_assert_eq!(numeral::parse(&text), Ok(whole), "{}", text);
        prop_assert_eq!(numeral::parse(&financial(&text)), Ok(whole), "{}", financial(&text));
        // In prose, the same numeral is found whole.
        let prose = format!("共计{text}件");
        let found: Vec<_> = numeral::find_iter(&prose).map(|n| n.lower).collect();
        prop_assert_eq!(found, vec![whole]);
        // What a decimal does not hold is told, never rounded.
        let sign = if negative { ("负", "-") } else { ("", "") };
        let point = if decimals.is_empty() { "" } else { "点" };
        let text = format!("{}{text}{point}{}", sign.0, decimals.chars().map(positional).collect::<String>());
        let exact = format!("{}{value}.{}", sign.1, decimals.trim_end_matches('0'));
        let exact = Decimal::from_str_exact(exact.trim_end_matches('.'));
        match (numeral::parse(&text), exact) {
            (Ok(read), exact) => prop_assert_eq!(Ok(read), exact, "{}", text),
            (Err(_), exact) => prop_assert!(exact.is_err() || value.to_string().len() + decimals.len() > 28, "{}", text),
        }
    }

    /// parse ∘ print = id, for Chinese digits by position: 二〇一七.
    #[test]
    fn positional_round_trip(digits in "[1-9][0-9]{2,27}") {
        let text: String = digits.chars().map(positional).collect();
        prop_assert_eq!(numeral::parse(&text), Ok(Decimal::from_str_exact(&digits).unwrap()), "{}", text);
    }

    /// parse ∘ print = id, for digits before a scale: 1.5亿, 3000万.
    #[test]
    fn scaled_round_trip(mantissa in 1u64..100_000_000, places in 0u32..5, scale in prop::sample::select(vec![("万", 4), ("亿", 8), ("万亿", 12)])) {
        let mantissa = Decimal::from_i128_with_scale(mantissa.into(), places).normalize();
        let value = mantissa * Decimal::from(10u64.pow(scale.1));
        let text = format!("{mantissa}{}", scale.0);
        prop_assert_eq!(numeral::parse(&text), Ok(value.normalize()), "{}", text);
        prop_assert_eq!(numeral::parse(&full_width(&text)), Ok(value.normalize()), "{}", text);
    }

    /// Two texts with a blank line between them have the facts of both.
    #[test]
    fn concatenation(a in pieces(), b in pieces()) {
        let (a, b) = (format!("甲{}。", a.replace(['\n', '\r'], "")), format!("乙{}。", b.replace(['\n', '\r'], "")));
        let facts = |text: &str| -> Vec<String> {
            Extractor::new().extract(text).facts().iter().map(|f| format!("{} {} {:?}", f.text, f.kind, f.value)).collect()
        };
        let both = facts(&format!("{a}\n\n{b}"));
        let apart: Vec<_> = facts(&a).into_iter().chain(facts(&b)).collect();
        prop_assert_eq!(both, apart);
    }

    /// A report goes through JSON unchanged.
    #[test]
    fn json_round_trip(text in pieces()) {
        let report = Extractor::new().extract(&text).into_owned();
        let json = serde_json::to_string(&report).unwrap();
        let back: Report<'static> = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(back.facts(), report.facts());
        prop_assert_eq!(back.sections(), report.sections());
        prop_assert_eq!(serde_json::to_string(&back).unwrap(), json);
    }
}

/// Every size of decimal that an integer of 28 digits and up to nine places can have.
fn decimals() -> impl Strategy<Value = Decimal> {
    const MOST: i128 = 9_999_999_999_999_999_999_999_999_999;
    let mantissa = prop_oneof![-MOST..=MOST, -1_000_000i128..=1_000_000, -1_000_000_000_000i128..=1_000_000_000_000];
    (mantissa, 0u32..10).prop_map(|(mantissa, scale)| Decimal::from_i128_with_scale(mantissa, scale).normalize())
}

/// Up to 10^24, with as many of few digits as of many.
fn chinese_values() -> impl Strategy<Value = u128> {
    (0u32..24, any::<u128>(), 0u128..100_000).prop_map(|(digits, value, few)| {
        let most = 10u128.pow(digits + 1);
        if value % 2 == 0 { value % most } else { few * 10u128.pow(digits) % most }
    })
}

/// The digits before the point in threes: 1,234,567.5.
fn grouped(plain: &str, mark: &str) -> String {
    let digits = plain.trim_start_matches('-');
    let whole = digits.split('.').next().unwrap_or(digits);
    let mut grouped = plain[..plain.len() - digits.len()].to_owned();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push_str(mark);
        }
        grouped.push(digit);
    }
    grouped + &digits[whole.len()..]
}

fn full_width(text: &str) -> String {
    text.chars().map(wide).collect()
}

/// The full-width form of digits and brackets and of the point.
fn wide(c: char) -> char {
    match c {
        '0'..='9' => char::from_u32(c as u32 - 0x30 + 0xff10).unwrap(),
        '.' => '．',
        '(' => '（',
        ')' => '）',
        c => c,
    }
}

fn positional(digit: char) -> char {
    "〇一二三四五六七八九".chars().nth(digit.to_digit(10).unwrap() as usize).unwrap()
}

fn financial(text: &str) -> String {
    let of = |c| "零一二三四五六七八九十百千万亿".chars().position(|d| d == c);
    text.chars().map(|c| of(c).map_or(c, |i| "零壹贰叁肆伍陆柒捌玖拾佰仟萬億".chars().nth(i).unwrap())).collect()
}

/// The way a bank writes a number.
fn chinese(value: u128) -> String {
    for (unit, name) in
        [(1_0000_0000_0000_0000, "亿亿"), (1_0000_0000, "亿"), (1_0000, "万"), (1000, "千"), (100, "百"), (10, "十")]
    {
        if value >= unit {
            let (head, rest) = (value / unit, value % unit);
            let tail = match rest {
                0 => String::new(),
                rest if rest * 10 < unit => format!("零{}", chinese(rest)),
                rest => chinese(rest),
            };
            return format!("{}{name}{tail}", chinese(head));
        }
    }
    "零一二三四五六七八九".chars().nth(value as usize).unwrap().to_string()
}
