//! The one runner of the fixtures: cases (text beside expectation) and whole reports.
//!
//! A case is a line `TEXT<TAB>EXPECTATION`; a third column is what the library says today where that is known to
//! be wrong, so that a known wrong is asserted too and its mending is noticed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use nianbao::{Extractor, Fact, Report};
use serde_json::Value;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

struct Case {
    place: String,
    text: String,
    want: String,
    fixme: Option<String>,
}

fn cases(name: &str) -> Vec<Case> {
    let file = fs::read_to_string(folder("cases").join(name)).unwrap();
    let cases: Vec<_> = file
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty())
        .map(|(i, line)| {
            let place = format!("{name}:{}", i + 1);
            let mut columns = line.split('\t').map(str::to_owned);
            let text = columns.next().unwrap().replace("\\n", "\n");
            let want = columns.next().unwrap_or_else(|| panic!("{place}: no expectation"));
            Case { place, text, want, fixme: columns.next() }
        })
        .collect();
    assert!(!cases.is_empty(), "{name} has no cases");
    cases
}

/// Runs every case of a file and reports all that fail at once.
fn run(name: &str, read: impl Fn(&Case) -> String, same: impl Fn(&str, &str) -> bool) {
    let mut failures = Vec::new();
    for case in cases(name) {
        let got = read(&case);
        match &case.fixme {
            Some(known) if same(&got, &case.want) => {
                failures.push(format!("{}: mended, take out {known:?}", case.place))
            }
            Some(known) if &got != known => {
                failures.push(format!("{}: {}\n  known {known}\n  got   {got}", case.place, case.text))
            }
            None if !same(&got, &case.want) => {
                failures.push(format!("{}: {}\n  want {}\n  got  {got}", case.place, case.text, case.want));
            }
            _ => {}
        }
    }
    assert!(failures.is_empty(), "{} cases of {name} fail:\n{}", failures.len(), failures.join("\n"));
}

/// A fact as the case files write it: `QUOTE = KIND VALUE UNIT BOUND`.
fn line(fact: &Fact<'_>) -> String {
    let number = |n: Option<rust_decimal::Decimal>| n.map_or("-".to_owned(), |n| n.normalize().to_string());
    let value = match (fact.value, fact.kind) {
        (Some(value), _) => number(Some(value)),
        (None, nianbao::Kind::Fraction) => format!("{}/{}", number(fact.lower), number(fact.upper)),
        (None, _) => format!("{}..{}", number(fact.lower), number(fact.upper)),
    };
    format!("{} = {} {value} {} {}", fact.text, fact.kind, fact.unit.as_deref().unwrap_or("-"), fact.bound)
}

fn facts(text: &str) -> String {
    let report = Extractor::new().extract(text);
    let lines: Vec<_> = report.facts().iter().map(line).collect();
    if lines.is_empty() { "-".to_owned() } else { lines.join("; ") }
}

/// The same facts, a decimal being the same with other zeros behind its point.
fn same_facts(got: &str, want: &str) -> bool {
    let plain = |s: &str| -> Vec<String> {
        s.split("; ")
            .map(|fact| match fact.rsplit_once(" = ") {
                Some((quote, rest)) => {
                    let mut words: Vec<_> = rest.split(' ').map(str::to_owned).collect();
                    if let Some(value) = words.get_mut(1)
                        && let Ok(number) = value.parse::<rust_decimal::Decimal>()
                    {
                        *value = number.normalize().to_string();
                    }
                    format!("{quote} = {}", words.join(" "))
                }
                None => fact.to_owned(),
            })
            .collect()
    };
    plain(got) == plain(want)
}

#[test]
fn quantities() {
    run("quantities.tsv", |case| facts(&case.text), same_facts);
}

#[test]
fn bounds() {
    run("bounds.tsv", |case| facts(&case.text), same_facts);
}

/// Sentences of the genre, from 1954 to 2026, written down by somebody who had not seen the other cases.
#[test]
fn genre() {
    run("genre.tsv", |case| facts(&case.text), same_facts);
}

#[test]
fn units() {
    run("units.tsv", |case| facts(&case.text), same_facts);
}

/// Every row of the unit table is hit by a case: a figure that ends in its spelling and has its name.
#[test]
fn every_unit_has_a_case() {
    let texts: Vec<String> = cases("units.tsv").into_iter().map(|c| c.text).collect();
    let figures: Vec<(String, String)> = texts
        .iter()
        .flat_map(|text| nianbao::quantity::find_iter(text).map(|q| (text[q.span.range()].to_owned(), q.unit)))
        .filter_map(|(text, unit)| Some((text, unit?.into_owned())))
        .collect();
    // A figure of one unit may end in the spelling of another (千米 in 米): the longest that it ends in is its own.
    let spelled =
        |text: &str| nianbao::unit::table().filter(|u| text.ends_with(u.spelling())).map(|u| u.spelling().len()).max();
    let hit = |unit: &nianbao::Unit| {
        figures.iter().any(|(text, name)| {
            text.ends_with(unit.spelling()) && name == unit.canonical() && spelled(text) == Some(unit.spelling().len())
        })
    };
    let missing: Vec<&str> = nianbao::unit::table().filter(|u| !hit(u)).map(|u| u.spelling()).collect();
    // An age is no figure: its case says so.
    assert_eq!(missing, ["周岁"], "units without a case");
}

#[test]
fn numerals() {
    let read = |case: &Case| match nianbao::numeral::parse(&case.text) {
        Ok(value) => value.to_string(),
        Err(error) => format!("error {}", error.position()),
    };
    run("numerals.tsv", read, |got, want| got == want);
}

#[test]
fn outlines() {
    let read = |case: &Case| {
        let report = Extractor::new().extract(&case.text);
        let lines: Vec<_> =
            report.sections().iter().map(|s| format!("{} {} {}", s.level, s.marker.trim(), s.title)).collect();
        if lines.is_empty() { "-".to_owned() } else { lines.join("; ") }
    };
    run("outline.tsv", read, |got, want| got == want);
}

/// What is rejected, and why. A quote is right where rejected spans with one of its reasons cover its numerals.
#[test]
fn non_facts() {
    let mut failures = Vec::new();
    for case in cases("nonfacts.tsv") {
        let report = Extractor::new().extract(&case.text);
        let got: Vec<_> =
            report.rejected().iter().map(|r| (report.text(r.span).to_owned(), r.span, r.reason)).collect();
        let mut from = 0;
        let mut expected = vec![false; got.len()];
        let mut wrong = Vec::new();
        for item in case.want.split("; ").filter(|w| *w != "-") {
            let (quote, reasons) = item.rsplit_once(" = ").unwrap_or_else(|| panic!("{}: {item}", case.place));
            let start = from + case.text[from..].find(quote).unwrap_or_else(|| panic!("{}: {quote}", case.place));
            let end = start + quote.len();
            from = end;
            let inside = |k: &usize| got[*k].1.start < end && start < got[*k].1.end;
            let overlapping: Vec<usize> = (0..got.len()).filter(inside).collect();
            overlapping.iter().for_each(|&k| expected[k] = true);
            let covered = overlapping.iter().any(|&k| reasons.split('|').any(|r| r == got[k].2.as_str()));
            let fact = report.facts().iter().any(|f| f.span.start < end && start < f.span.end);
            if !covered || fact {
                wrong.push(format!("{quote} = {reasons}"));
            }
        }
        let extra = got.iter().zip(&expected).filter(|(_, e)| !**e).map(|(g, _)| format!("{} = {}", g.0, g.2));
        let extra: Vec<_> = extra.collect();
        let failed = !wrong.is_empty() || !extra.is_empty();
        let got: Vec<_> = got.iter().map(|g| format!("{} = {}", g.0, g.2)).collect();
        let got = got.join("; ");
        match &case.fixme {
            Some(known) if !failed => failures.push(format!("{}: mended, take out {known:?}", case.place)),
            Some(known) if *known != got => failures.push(format!("{}: known {known}\n  got {got}", case.place)),
            None if failed => {
                failures.push(format!("{}: {}\n  missed {wrong:?} extra {extra:?}\n  got {got}", case.place, case.text))
            }
            _ => {}
        }
    }
    assert!(failures.is_empty(), "{} cases fail:\n{}", failures.len(), failures.join("\n"));
}

/// A whole report and what was written down for it by hand.
struct Gold {
    name: String,
    text: String,
    facts: Vec<Value>,
    outline: Vec<String>,
}

fn reports() -> Vec<Gold> {
    let mut names: Vec<_> = fs::read_dir(folder("reports"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    names.sort();
    let read = |path: &Path, extension: &str| fs::read_to_string(path.with_extension(extension)).unwrap();
    names
        .iter()
        .map(|path| Gold {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            text: read(path, "txt"),
            facts: read(path, "jsonl").lines().map(|l| serde_json::from_str(l).unwrap()).collect(),
            outline: read(path, "outline").lines().map(str::to_owned).collect(),
        })
        .collect()
}

/// The byte spans of the quotes, each searched for behind the one before it.
fn located(gold: &Gold) -> Vec<(usize, usize)> {
    let mut at = 0usize;
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for fact in &gold.facts {
        if fact["same"] == true {
            let last = *spans.last().unwrap();
            spans.push(last);
            continue;
        }
        let (quote, context) = (fact["q"].as_str().unwrap(), fact["ctx"].as_str().unwrap_or_default());
        let mut from = at.saturating_sub(context.len());
        while !gold.text.is_char_boundary(from) {
            from -= 1;
        }
        let needle = format!("{context}{quote}");
        let found = gold.text[from..].find(&needle);
        let start = from + found.unwrap_or_else(|| panic!("{}: {needle} not found", gold.name)) + context.len();
        at = start + quote.len();
        spans.push((start, at));
    }
    spans
}

fn decimal(value: &Value) -> Option<rust_decimal::Decimal> {
    value.as_str().map(|s| s.parse::<rust_decimal::Decimal>().unwrap().normalize())
}

fn fits(fact: &Fact<'_>, gold: &Value) -> bool {
    let range = gold["bound"] == "range" || gold["kind"] == "fraction";
    let plain = fact.lower.is_none() && fact.upper.is_none();
    let normal = |n: Option<rust_decimal::Decimal>| n.map(|n| n.normalize());
    fact.kind.as_str() == gold["kind"]
        && gold["unit"].as_str() == fact.unit.as_deref()
        && normal(fact.value) == decimal(&gold["value"])
        && fact.bound.as_str() == gold["bound"]
        && (range || plain)
        && (!range || normal(fact.lower) == decimal(&gold["lower"]) && normal(fact.upper) == decimal(&gold["upper"]))
}

/// Every figure of the reports is found with kind, value, unit and bound, and nothing else is. Stated zeros,
/// parts and changes stand in the files too; the library does not read them yet.
#[test]
fn report_facts() {
    let mut failures = Vec::new();
    for gold in reports() {
        let report = Extractor::new().extract(&gold.text);
        let mut used = BTreeSet::new();
        for (want, (start, end)) in gold.facts.iter().zip(located(&gold)) {
            if want["kind"] == "zero" {
                continue;
            }
            let over: Vec<usize> = (0..report.facts().len())
                .filter(|&i| report.facts()[i].span.start < end && start < report.facts()[i].span.end)
                .collect();
            let hit = over.iter().find(|&&i| fits(&report.facts()[i], want));
            if want["opt"] == true {
                used.extend(over);
            } else if let Some(&i) = hit {
                used.insert(i);
            } else {
                let got: Vec<_> = over.iter().map(|&i| line(&report.facts()[i])).collect();
                failures.push(format!("{}: {want} got {got:?}", gold.name));
            }
        }
        for (i, fact) in report.facts().iter().enumerate().filter(|(i, _)| !used.contains(i)) {
            failures.push(format!("{}: fact {i} invented: {}", gold.name, line(fact)));
        }
    }
    assert!(failures.is_empty(), "{} facts:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn report_outlines() {
    for gold in reports() {
        let report = Extractor::new().extract(&gold.text);
        let got: Vec<_> =
            report.sections().iter().map(|s| format!("{}\t{}\t{}", s.level, s.marker.trim(), s.title)).collect();
        assert_eq!(got, gold.outline, "{}", gold.name);
    }
}

fn squeezed(s: &str) -> String {
    s.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The label of a figure holds one of the heads written down for it and is not much longer. The labels known to
/// be wrong stand in `labels.fixme`, one `REPORT QUOTE LABEL` a line; the list must be exactly what is wrong.
#[test]
fn report_labels() {
    const SLACK: usize = 8;
    let mut wrong = Vec::new();
    let mut labels = 0;
    for gold in reports() {
        let report = Extractor::new().extract(&gold.text);
        for (want, (start, end)) in gold.facts.iter().zip(located(&gold)) {
            let fact = report.facts().iter().find(|f| f.span.start < end && start < f.span.end);
            let (Some(fact), Some(heads)) = (fact, want["label"].as_array()) else { continue };
            if want["kind"] == "zero" || want["opt"] == true {
                continue;
            }
            labels += 1;
            let label = squeezed(fact.label.as_deref().unwrap_or_default());
            let holds = heads
                .iter()
                .map(|h| squeezed(h.as_str().unwrap()))
                .any(|head| label.contains(&head) && label.chars().count() <= head.chars().count() + SLACK);
            if !holds {
                wrong.push(format!(
                    "{} {} {}",
                    gold.name,
                    squeezed(&fact.text),
                    if label.is_empty() { "-" } else { &label }
                ));
            }
        }
    }
    let known = fs::read_to_string(folder("reports").join("labels.fixme")).unwrap();
    let known: Vec<_> = known.lines().collect();
    eprintln!("{} of {labels} labels are right", labels - wrong.len());
    assert_eq!(wrong, known, "{} of {labels} labels are wrong", wrong.len());
}

#[test]
fn periods() {
    let read = |case: &Case| {
        let report = Extractor::new().extract(&case.text);
        let lines = report.facts().iter().map(|f| {
            let start = |p: nianbao::Period| p.start.map_or("-".to_owned(), |d| d.to_string());
            let period = f.period.map_or("-".to_owned(), |p| format!("{}..{}", start(p), p.end));
            format!("{} = {period}", f.text)
        });
        lines.collect::<Vec<_>>().join("; ")
    };
    run("periods.tsv", read, |got, want| got == want);
}

/// What stands at the head of each report.
#[test]
fn report_heads() {
    let read = |case: &Case| {
        let text = fs::read_to_string(folder("reports").join(&case.text)).unwrap();
        let report = Extractor::new().extract(&text);
        head(&report)
    };
    run("heads.tsv", read, |got, want| got == want);
}

fn head(report: &Report<'_>) -> String {
    let or = |s: Option<String>| s.unwrap_or_else(|| "-".to_owned());
    let period = report.period().map(|p| format!("{}..{}", or(p.start.map(|d| d.to_string())), p.end));
    format!(
        "{} | {} | {} | {} | {}",
        report.title().unwrap_or("-"),
        report.issuer().unwrap_or("-"),
        or(report.year().map(|y| y.to_string())),
        or(period),
        or(report.published().map(|d| d.to_string()))
    )
}
