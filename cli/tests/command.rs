//! The command as a person or a script meets it.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const FIRST: &str = "青柏县人民政府2017年政府信息公开年度报告\n一、概述\n公开信息12件，办结率99.8%。\n";
const SECOND: &str = "一、申请\n收到申请约1.5万件，收费2万元整。\n";

fn nianbao(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_nianbao"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads no input closes the pipe; that is its right.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A folder with two reports, one of them in a folder of its own, and what is none.
fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().to_owned();
    fs::create_dir(root.join("b")).unwrap();
    fs::write(root.join("a.txt"), FIRST).unwrap();
    fs::write(root.join("b/c.md"), SECOND).unwrap();
    fs::write(root.join("picture.png"), b"\x89PNG").unwrap();
    (folder, root)
}

fn name(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn extract_writes_json_lines_into_a_pipe() {
    let (_keep, root) = folder();
    let output = nianbao(&["extract", name(&root)], b"");
    assert!(output.status.success());
    let rows: Vec<Value> = text(&output.stdout).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let brief: Vec<_> = rows.iter().map(|r| (r["text"].as_str().unwrap(), r["label"].as_str().unwrap())).collect();
    assert_eq!(brief, [("12件", "公开信息"), ("99.8%", "办结率"), ("约1.5万件", "收到申请"), ("2万元整", "收费")]);
    assert_eq!(rows[0]["source"], name(&root.join("a.txt")));
    assert_eq!(rows[0]["issuer"], "青柏县人民政府");
    assert_eq!(rows[0]["section"], 0);
    assert_eq!(rows[0]["section_path"], "概述");
    assert_eq!(rows[2]["bound"], "about");
    assert_eq!(rows[3]["value"], 20000);
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn report_writes_one_object_a_line_in_the_order_of_the_files() {
    let (_keep, root) = folder();
    let (a, c) = (root.join("a.txt"), root.join("b/c.md"));
    let output = nianbao(&["report", name(&c), "-", name(&a)], FIRST.as_bytes());
    assert!(output.status.success());
    let reports: Vec<Value> = text(&output.stdout).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let sources: Vec<_> = reports.iter().map(|r| r["source"].as_str().unwrap()).collect();
    assert_eq!(sources, [name(&c), "-", name(&a)]);
    let last = &reports[2];
    assert_eq!(last["year"], 2017);
    assert_eq!(last["period"], serde_json::json!({"start": "2017-01-01", "end": "2017-12-31"}));
    assert_eq!(last["sections"][0]["title"], "概述");
    let span = &last["facts"][0]["span"];
    let at = |k: &str| usize::try_from(span[k].as_u64().unwrap()).unwrap();
    assert_eq!(&FIRST[at("start")..at("end")], "12件");
    // Standard input was the same text.
    assert_eq!(reports[1]["facts"], last["facts"]);
    // 99.8 is written as it is said.
    assert!(text(&output.stdout).contains(r#""value":99.8,"#));
}

#[test]
fn a_bad_file_is_named_and_the_others_are_done() {
    let (_keep, root) = folder();
    let bad = root.join("bad.txt");
    fs::write(&bad, b"\xe5\x85\xb13\xe4\xbb\xb6\xff\xff").unwrap();
    let missing = root.join("missing.txt");
    let output = nianbao(&["extract", name(&missing), name(&root)], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout).lines().count(), 4);
    let complaints = text(&output.stderr);
    assert_eq!(complaints.lines().count(), 2, "{complaints}");
    assert!(complaints.contains("missing.txt: No such file"), "{complaints}");
    assert!(complaints.contains("bad.txt: not UTF-8 text: invalid byte at offset 7"), "{complaints}");
}

#[test]
fn csv_and_json_lines_go_to_a_file() {
    let (_keep, root) = folder();
    let (csv, lines) = (root.join("facts.csv"), root.join("facts.jsonl"));
    assert!(nianbao(&["extract", name(&root), "-o", name(&csv)], b"").status.success());
    let mut table = String::new();
    fs::File::open(&csv).unwrap().read_to_string(&mut table).unwrap();
    let table = table.strip_prefix('\u{feff}').expect("a byte order mark, for Excel");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let columns = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let column = |n: &str| columns.iter().position(|c| c == n).unwrap();
    assert_eq!(rows.len(), 4);
    assert_eq!(&rows[2][column("value")], "15000");
    assert_eq!(&rows[3][column("unit")], "CNY");
    assert_eq!(&rows[0][column("section_path")], "概述");
    assert_eq!(&rows[0][column("period_end")], "2017-12-31");

    let output = nianbao(&["extract", name(&root), "-o", name(&lines)], b"");
    assert!(output.status.success() && output.stdout.is_empty());
    assert_eq!(fs::read_to_string(&lines).unwrap().lines().count(), 4);
}

#[test]
fn what_cannot_be_done_says_why() {
    let (_keep, root) = folder();
    let usage = nianbao(&["extract"], b"");
    assert_eq!(usage.status.code(), Some(2));
    assert!(text(&usage.stderr).contains("Usage: nianbao extract"));
    assert_eq!(nianbao(&[], b"").status.code(), Some(2));

    let format = nianbao(&["extract", name(&root), "-o", name(&root.join("facts.xls"))], b"");
    assert_eq!(format.status.code(), Some(1));
    assert!(text(&format.stderr).contains("facts.xls: the ending must be .jsonl, .csv or .parquet"));

    let place = nianbao(&["extract", name(&root), "-o", name(&root.join("no/facts.csv"))], b"");
    assert_eq!(place.status.code(), Some(1));
    assert!(text(&place.stderr).contains("facts.csv: No such file"));

    let same = root.join("same.csv");
    fs::write(&same, FIRST).unwrap();
    let itself = nianbao(&["extract", name(&same), "-o", name(&same)], b"");
    assert_eq!(itself.status.code(), Some(1));
    assert!(text(&itself.stderr).contains("same.csv: the output is also an input"));
    assert_eq!(fs::read_to_string(&same).unwrap(), FIRST);

    fs::create_dir(root.join("empty")).unwrap();
    let empty = nianbao(&["extract", name(&root.join("empty"))], b"");
    assert_eq!(empty.status.code(), Some(1));
    assert!(text(&empty.stderr).contains("empty: no .txt, .md, .html, .docx, .pdf or .zip file in this folder"));
}

#[test]
fn a_table_for_people() {
    let output = nianbao(&["extract", "--format", "table", "-"], FIRST.as_bytes());
    let table = text(&output.stdout);
    let lines: Vec<_> = table.lines().collect();
    assert_eq!(lines[0], "-: 青柏县人民政府2017年政府信息公开年度报告, 青柏县人民政府, 2017");
    assert!(lines[1].starts_with("#  SECTION  LABEL"), "{table}");
    assert_eq!(lines[2].split_whitespace().collect::<Vec<_>>(), ["0", "概述", "公开信息", "12", "件", "exact", "12件"]);
    assert_eq!(lines[4], "2 facts, 1 sections");
}

/// What facts say of each other: in words for people, in columns of places for programs.
#[test]
fn relations_between_facts() {
    let told = "答复40件，比上年增加4件，其中不予公开5件，占答复总数的12.5%；未收取费用。";
    let output = nianbao(&["extract", "--format", "table", "-"], told.as_bytes());
    let table = text(&output.stdout);
    let relations: Vec<_> = ["+ on 0", "part of 0", "share of 0"].into_iter().filter(|r| table.contains(r)).collect();
    assert_eq!(relations.len(), 3, "{table}");

    let (_keep, root) = folder();
    let (source, file) = (root.join("told.txt"), root.join("told.csv"));
    fs::write(&source, told).unwrap();
    assert!(nianbao(&["extract", name(&source), "-o", name(&file)], b"").status.success());
    let table = fs::read_to_string(&file).unwrap();
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let columns = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: usize, n: &str| &rows[row][columns.iter().position(|c| c == n).unwrap()];
    assert_eq!(
        (cell(1, "change_direction"), cell(1, "change_base"), cell(1, "change_of")),
        ("increase", "previous_year", "0")
    );
    assert_eq!((cell(2, "index"), cell(2, "part_of")), ("2", "0"));
    assert_eq!((cell(3, "whole_label"), cell(3, "whole")), ("答复总数", "0"));
    assert_eq!((cell(4, "stated"), cell(4, "value"), cell(4, "text")), ("negation", "0", "未收取"));
}

#[test]
fn what_was_rejected_is_there_on_demand() {
    let plain = nianbao(&["report", "-"], FIRST.as_bytes());
    assert!(serde_json::from_slice::<Value>(&plain.stdout).unwrap().get("rejected").is_none());
    let output = nianbao(&["report", "--rejected", "-"], FIRST.as_bytes());
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let reasons: Vec<_> =
        report["rejected"].as_array().unwrap().iter().map(|r| r["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons, ["date", "heading_mark"]);
}

#[test]
fn the_year_can_be_given() {
    let output = nianbao(&["report", "-", "--year", "2015"], SECOND.as_bytes());
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["year"], 2015);
    assert_eq!(report["facts"][0]["period"]["start"], "2015-01-01");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let (_keep, root) = folder();
    // Enough output to fill the pipe and find it closed.
    fs::write(root.join("a.txt"), "收到申请12件。\n".repeat(20_000)).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_nianbao"))
        .args(["extract", name(&root)])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 64];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(text(&output.stderr), "");
    assert!(output.status.success());
}

/// A report with one sum that is wrong, a rate that is right, and a row told twice with two values.
const WRONG: &str = "青柏县2017年政府信息公开年度报告\n一、依申请公开情况\n\
    全年收到政府信息公开申请20件，其中网络申请12件、信函申请5件、其他申请1件。受理12件，办结11件，办结率91.7%。\n\
    二、其他\n全年收到政府信息公开申请21件。\n";

#[test]
fn audit_says_what_holds_and_what_does_not() {
    let (_keep, root) = folder();
    let (good, bad) = (root.join("a.txt"), root.join("wrong.txt"));
    fs::write(&bad, WRONG).unwrap();
    let output = nianbao(&["audit", name(&good), name(&bad)], b"");
    assert_eq!(output.status.code(), Some(1), "an error was found");
    let said = text(&output.stdout);
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].ends_with("a.txt: 0 checks hold, 0 errors, 0 warnings, 0 notes, 0 cannot be decided"), "{said}");
    assert!(
        lines[1].ends_with("wrong.txt: 1 checks hold, 2 errors, 0 warnings, 0 notes, 0 cannot be decided"),
        "{said}"
    );
    assert!(
        lines[2].contains("line 3") && lines[2].contains("“收到政府信息公开申请20件” 分项合计18件，比总数20件少2件"),
        "{said}"
    );
    assert!(lines[3].contains("the parts add up to 18 件, 2 less than the total of 20 件"), "{said}");
    assert!(lines[4].contains("line 5") && lines[4].contains("先为20，后为21"), "{said}");
    assert_eq!(lines[6], "2 reports: 1 checks hold, 2 errors, 0 warnings, 0 notes, 0 cannot be decided");

    let all = nianbao(&["audit", "--all", name(&bad)], b"");
    assert!(text(&all.stdout).contains("办结率91.7%，与计算结果相符"));
    assert_eq!(nianbao(&["audit", name(&good)], b"").status.code(), Some(0));
    assert_eq!(nianbao(&["audit", name(&good), name(&root.join("missing.txt"))], b"").status.code(), Some(2));
}

#[test]
fn audit_for_programs() {
    let json = nianbao(&["audit", "--format", "json", "-"], WRONG.as_bytes());
    let rows: Vec<Value> = text(&json.stdout).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let first = &rows[0];
    assert_eq!(
        (&first["rule"], &first["outcome"], &first["severity"]),
        (&"sum".into(), &"broken".into(), &"error".into())
    );
    assert_eq!((&first["expected"], &first["stated"], &first["difference"]), (&18.into(), &20.into(), &2.into()));
    assert_eq!((&first["line"], &first["facts"]), (&3.into(), &serde_json::json!([0, 1, 2, 3])));

    let table = nianbao(&["audit", "--format", "csv", "--all", "-"], WRONG.as_bytes());
    let mut reader = csv::Reader::from_reader(&*table.stdout);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let outcomes: Vec<(&str, &str)> = rows.iter().map(|row| (&row[3], &row[4])).collect();
    assert_eq!(outcomes, [("sum", "broken"), ("rate", "holds"), ("conflict", "broken")]);

    let report = nianbao(&["report", "-"], WRONG.as_bytes());
    let report: Value = serde_json::from_slice(&report.stdout).unwrap();
    assert_eq!(report["findings"].as_array().unwrap().len(), 2);
    assert_eq!(report["findings"][0]["zh"], "分项合计18件，比总数20件少2件");
}

/// Reports of one body are held against each other.
#[test]
fn audit_over_the_years() {
    let (_keep, root) = folder();
    let report = |year: &str, carried: &str| {
        format!("青柏县{year}年政府信息公开年度报告\n一、依申请公开情况\n全年收到政府信息公开申请20件，{carried}。\n")
    };
    let (earlier, later) = (root.join("2021.txt"), root.join("2022.txt"));
    fs::write(&earlier, report("2021", "结转下年度继续办理3件")).unwrap();
    fs::write(&later, report("2022", "上年结转2件")).unwrap();
    let output = nianbao(&["audit", name(&earlier), name(&later)], b"");
    let said = text(&output.stdout);
    assert!(said.contains("上年结转写为2件，上年报告的结转下年度为3件"), "{said}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn one_row_a_report_and_one_column_an_indicator() {
    let (_keep, root) = folder();
    fs::write(root.join("wrong.txt"), WRONG).unwrap();
    fs::write(
        root.join("z.txt"),
        "松泉镇2018年政府信息公开年度报告\n全镇主动公开政府信息90余条，未收到政府信息公开申请。\n",
    )
    .unwrap();
    let file = root.join("table.csv");
    assert!(nianbao(&["extract", "--wide", name(&root), "-o", name(&file)], b"").status.success());
    let table = fs::read_to_string(&file).unwrap();
    let mut reader = csv::Reader::from_reader(table.strip_prefix('\u{feff}').unwrap().as_bytes());
    let columns = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: usize, n: &str| &rows[row][columns.iter().position(|c| c == n).unwrap()];
    assert_eq!(rows.len(), 4);
    // Two values of one row: no value, and how many claim it.
    assert_eq!((cell(2, "requests.received"), cell(2, "conflicts")), ("", "requests.received:2"));
    assert_eq!((cell(2, "requests.received.online"), cell(2, "year")), ("12", "2017"));
    // A stated zero is one, what is not told is empty, and a bound is not lost.
    assert_eq!((cell(3, "requests.received"), cell(3, "review.total")), ("0", ""));
    assert_eq!((cell(3, "disclosure.total"), cell(3, "bounds")), ("90", "disclosure.total:more_than"));

    let alone = nianbao(&["extract", "--wide", name(&root)], b"");
    assert_eq!(alone.status.code(), Some(2));
    let lines = nianbao(&["extract", "--wide", name(&root), "-o", name(&root.join("t.jsonl"))], b"");
    assert!(text(&lines.stderr).contains("t.jsonl: the ending must be .csv"));
}
