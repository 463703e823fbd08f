//! Whole pages as websites serve them: every cell of every table, the figures of the prose, and what the audit says.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

fn folder() -> PathBuf {
    // Tests run in the package's folder.
    PathBuf::from("../fixtures/documents")
}

/// The pages, by name.
fn pages() -> Vec<String> {
    let names = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let pages = names.filter(|path| path.extension().is_some_and(|ending| ending == "html"));
    let mut pages: Vec<String> = pages.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    pages.sort();
    assert_eq!(pages.len(), 10);
    pages
}

fn output(command: &[&str], names: &[&str]) -> String {
    let files = names.iter().map(|name| folder().join(format!("{name}.html")));
    let output = Command::new(env!("CARGO_BIN_EXE_nianbao")).args(command).args(files).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).unwrap()
}

fn report(name: &str) -> Value {
    serde_json::from_str(&output(&["report", "--rejected"], &[name])).unwrap()
}

/// The lines of a gold file, split at tabs.
fn gold(name: &str, kind: &str) -> Vec<Vec<String>> {
    let file = fs::read_to_string(folder().join(format!("{name}.{kind}.tsv"))).unwrap();
    file.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The facts of a report that are stated in one way.
fn facts<'r>(report: &'r Value, stated: &'r str) -> impl Iterator<Item = &'r Value> {
    report["facts"].as_array().unwrap().iter().filter(move |fact| fact["stated"] == stated)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Text, value, unit, change and row of every cell with a figure; and how many hold a stroke instead of one.
#[test]
fn cells() {
    for name in pages() {
        let report = report(&name);
        let got: Vec<[String; 5]> = facts(&report, "cell")
            .map(|fact| {
                [
                    text(&fact["text"]),
                    fact["value"].to_string(),
                    text(&fact["unit"]),
                    text(&fact["change"]["direction"]),
                    text(&fact["indicator"]),
                ]
            })
            .collect();
        let gold = gold(&name, "cells");
        let figures = gold.iter().filter(|cell| cell[3] == "figure");
        let want: Vec<[String; 5]> = figures.map(|c| [2, 4, 5, 6, 7].map(|column| c[column].clone())).collect();
        let differ: Vec<_> = got.iter().zip(&want).filter(|(got, want)| got != want).take(5).collect();
        assert!(differ.is_empty() && got.len() == want.len(), "{name}: {} of {}: {differ:#?}", got.len(), want.len());
        let strokes = |cells: usize| {
            report["rejected"].as_array().unwrap().iter().filter(|r| r["reason"] == "not_applicable").count() >= cells
        };
        assert!(strokes(gold.iter().filter(|cell| cell[3] == "not_applicable").count()), "{name}");
    }
}

/// The figures of the prose, and none of what stands around it on the page.
#[test]
fn prose() {
    for name in pages() {
        let report = report(&name);
        let got: Vec<String> = facts(&report, "number").map(|fact| squeezed(&text(&fact["text"]))).collect();
        let want: Vec<String> = gold(&name, "prose").iter().map(|line| squeezed(&line[0])).collect();
        assert_eq!(got, want, "{name}");
    }
}

/// Who reports of which year.
#[test]
fn heads() {
    for name in pages() {
        let report = report(&name);
        let year = name.rsplit_once('-').unwrap().1;
        assert_eq!(report["year"].to_string(), year, "{name}");
        let (title, issuer) = (text(&report["title"]), text(&report["issuer"]));
        assert!(title.starts_with(&issuer) && title.contains(year) && title.chars().count() < 40, "{name}: {title}");
        assert!(issuer.contains('县'), "{name}: {issuer}");
    }
}

/// Prose against table, table against last year's table: what is planted is said, and nothing else is accused.
#[test]
fn audits() {
    let names = pages();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let said: Vec<Value> = output(&["audit", "--format", "json"], &names)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let said: Vec<String> = said.iter().map(|check| text(&check["zh"])).collect();
    assert_eq!(
        said,
        [
            "本年新收政府信息公开申请数量前后不一致：先为17，后为95",
            "上年结转写为4件，上年报告的结转下年度为6件",
            "上年结转写为7件，上年报告的结转下年度为9件",
        ]
    );
}
