//! Every kind of file through the command, and every kind of bad one: it is named with the reason, and costs only itself.

use std::fs;
use std::io::{self, Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TOLD: &str = "青柏县人民政府2017年政府信息公开年度报告\n一、概述\n公开信息12件，办结率99.8%。\n";

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

fn rows(output: &Output) -> Vec<Value> {
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn name(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// What stands in a fact: its label and its words.
fn facts(output: &Output) -> Vec<String> {
    let word = |row: &Value, field: &str| row[field].as_str().unwrap_or_default().to_owned();
    rows(output).iter().map(|row| word(row, "label") + &word(row, "text")).collect()
}

/// A folder of files, a good one after them by name.
fn folder(files: &[(&str, &[u8])]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().to_owned();
    for (file, bytes) in files {
        fs::create_dir_all(root.join(file).parent().unwrap()).unwrap();
        fs::write(root.join(file), bytes).unwrap();
    }
    fs::write(root.join("zz.txt"), TOLD).unwrap();
    (folder, root)
}

/// The command is done with the good file, and says this of the bad one.
#[track_caller]
fn assert_complains(file: &str, bytes: &[u8], reasons: &[&str]) {
    let (_keep, root) = folder(&[(file, bytes)]);
    let output = nianbao(&["extract", name(&root)], b"");
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert_eq!(facts(&output), ["公开信息12件", "办结率99.8%"], "{said}");
    assert_eq!(said.lines().count(), reasons.len(), "{said}");
    for (line, reason) in said.lines().zip(reasons) {
        assert_eq!(line, format!("nianbao: {}{reason}", name(&root.join(file))));
    }
}

fn packed(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (member, bytes) in members {
        // Stored, so that a test finds the bytes to break.
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        archive.start_file(*member, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn replaced(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    for at in 0..bytes.len().saturating_sub(from.len()) {
        if bytes[at..].starts_with(from) {
            bytes[at..at + from.len()].copy_from_slice(to);
        }
    }
    bytes
}

fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

fn document(body: &str) -> Vec<u8> {
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", xml.as_bytes())])
}

fn paragraphs(text: &str) -> String {
    text.lines().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect()
}

fn page(text: &str) -> String {
    let lines: String = text.lines().map(|line| format!("<p>{line}\n")).collect();
    format!("<html><body><div id=zoom>{lines}</div>")
}

#[test]
fn files_that_are_no_text() {
    assert_complains("bad.txt", b"", &[": empty file"]);
    assert_complains("bad.md", b"\xef\xbb\xbf", &[": empty file"]);
    assert_complains("bad.txt", b" \n\n", &[": no text: nothing but white space"]);
    assert_complains("bad.txt", &[0; 4096], &[": no text: a zero byte at offset 0"]);
    assert_complains("bad.html", &[0; 4096], &[": no text: a zero byte at offset 0"]);
    let mut cut = gb18030(TOLD);
    cut.truncate(cut.len() - 2);
    let reason = format!(": not GB18030 text: invalid byte at offset {} (--lossy reads the rest)", cut.len() - 1);
    assert_complains("bad.txt", &cut, &[&reason]);
    let word = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on";
    assert_complains("bad.docx", word, &[": a file of an older Office (.doc, .wps, .xls); save it as .docx"]);
}

#[test]
fn lossy_reads_what_is_there() {
    let mut cut = gb18030(TOLD);
    cut.truncate(cut.len() - 2);
    let (_keep, root) = folder(&[("bad.txt", &cut)]);
    let output = nianbao(&["extract", "--lossy", name(&root)], b"");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    assert_eq!(facts(&output).len(), 4);
}

#[test]
fn pages_that_are_no_reports() {
    let login = "<title>用户登录</title><form><input name=user><input type=password></form>";
    assert_complains("bad.html", login.as_bytes(), &[": a login page, no report"]);
    let error = gb18030("<meta charset=gb2312><title>404</title><h1>404</h1><p>您访问的页面不存在，请登录首页。");
    assert_complains("bad.htm", &error, &[": an error page (404), no report"]);
    assert_complains(
        "bad.shtml",
        b"<div id=app></div><script src=x>",
        &[": a page without text: a script may have to fetch it"],
    );
}

#[test]
fn archives_with_bad_members() {
    let members: &[(&str, &[u8])] = &[
        ("../out.txt", TOLD.as_bytes()),
        ("broken.txt", "坏坏坏坏".as_bytes()),
        ("inner.zip", b"PK"),
        ("zeros.txt", &[0; 9]),
        ("picture.png", b"\x89PNG"),
    ];
    let bytes = replaced(packed(members), "坏坏坏坏".as_bytes(), "好坏坏坏".as_bytes());
    let reasons = [
        "/../out.txt: its name leads out of the archive; not read",
        "/broken.txt: broken in the archive: Invalid checksum",
        "/inner.zip: an archive in an archive is not opened; unpack it first",
        "/zeros.txt: no text: a zero byte at offset 0",
    ];
    assert_complains("bad.zip", &bytes, &reasons);
    assert_complains(
        "bad.zip",
        &packed(&[("a.png", b"")]),
        &[": no .txt, .md, .html, .docx or .pdf file in this archive"],
    );
    let half = packed(members);
    let (_keep, root) = folder(&[("bad.zip", &half[..half.len() / 2])]);
    let output = nianbao(&["extract", name(&root)], b"");
    assert!(text(&output.stderr).contains("bad.zip: no readable .zip archive: "));
    assert_eq!((output.status.code(), facts(&output).len()), (Some(1), 2));
}

#[test]
fn an_encrypted_member() {
    let mut bytes = packed(&[("secret.txt", TOLD.as_bytes())]);
    let directory = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    bytes[6] |= 1;
    bytes[directory + 8] |= 1;
    assert_complains("bad.zip", &bytes, &["/secret.txt: encrypted; unpack it first"]);
}

#[test]
fn a_bomb_does_not_go_off() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("bomb.txt", SimpleFileOptions::default()).unwrap();
    io::copy(&mut io::repeat(0).take(300 << 20), &mut archive).unwrap();
    let bytes = archive.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20);
    assert_complains("bad.zip", &bytes, &["/bomb.txt: unpacks to more than 256 MiB; not read"]);
}

#[test]
fn documents_that_are_broken() {
    let missing = ": no Word document: it has no part word/document.xml";
    assert_complains("bad.docx", &packed(&[("word/styles.xml", b"<w:styles/>")]), &[missing]);
    let cut = packed(&[("word/document.xml", b"<w:document><w:body><w:p>")]);
    assert_complains("bad.docx", &cut, &[": broken XML in word/document.xml: it ends within an element"]);
    let (_keep, root) = folder(&[("bad.docx", b"PK no zip")]);
    let output = nianbao(&["extract", name(&root)], b"");
    assert!(text(&output.stderr).contains("bad.docx: no readable .docx file: "));
    assert_eq!((output.status.code(), facts(&output).len()), (Some(1), 2));
}

/// Broken pages are read as browsers read them.
#[test]
fn pages_without_order() {
    let unclosed = "<p>一、概述<p>公开信息<b>12<i>件</b>，受理申请<span>3</span>件<br>办结2件";
    let ragged = "<p>统计<table><tr><td>规章<td>3<tr><td>文件<tr><td>合计<td>4<td>5</table><p>收到6件";
    let nested =
        "<table><tr><td>公开信息12件。<table><tr><td>甲<td>一<tr><td>乙<td>二</table><tr><td>收到3件。</table>";
    for (source, expected) in [
        (unclosed, &["公开信息12件", "受理申请3件", "办结2件"][..]),
        (ragged, &["收到6件"]),
        (nested, &["公开信息12件", "收到3件"]),
    ] {
        let output = nianbao(&["extract", "-"], format!("<!doctype html>{source}").as_bytes());
        assert_eq!(output.status.code(), Some(0));
        let told = facts(&output);
        assert!(expected.iter().all(|fact| told.contains(&(*fact).to_owned())), "{told:?}");
    }
}

/// One report is the same in every kind of file.
#[test]
fn every_kind_of_file_gives_the_same_facts() {
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(TOLD.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let traditional = "公開資訊12件，收到申請3件，其中網路申請2件，書面申請1件。";
    let lines = format!("{}\n", serde_json::json!({"text": TOLD, "县": "青柏"}));
    let files: &[(&str, Vec<u8>)] = &[
        ("a.txt", gb18030(TOLD)),
        ("b.txt", utf16),
        ("c.txt", [b"\xef\xbb\xbf", TOLD.as_bytes()].concat()),
        ("d.html", page(TOLD).into()),
        ("e.htm", gb18030(&format!("<meta charset='gb2312'>{}", page(TOLD)))),
        ("f.docx", document(&paragraphs(TOLD))),
        ("g.zip", packed(&[("h/报告.txt", TOLD.as_bytes())])),
    ];
    let files: Vec<(&str, &[u8])> = files.iter().map(|(file, bytes)| (*file, &**bytes)).collect();
    let (_keep, root) = folder(&files);
    let output = nianbao(&["report", name(&root)], b"");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let reports = rows(&output);
    assert_eq!(reports.len(), files.len() + 1);
    for report in &reports {
        let words: Vec<_> = report["facts"].as_array().unwrap().iter().map(|fact| &fact["text"]).collect();
        assert_eq!(words, ["12件", "99.8%"], "{}", report["source"]);
        assert_eq!(
            (&report["year"], &report["issuer"]),
            (&2017.into(), &"青柏县人民政府".into()),
            "{}",
            report["source"]
        );
    }
    assert_eq!(reports[6]["source"], format!("{}/h/报告.txt", name(&root.join("g.zip"))));

    // The same through standard input, where only the bytes say what they are.
    for bytes in files.iter().map(|(_, bytes)| *bytes) {
        assert_eq!(facts(&nianbao(&["extract", "-"], bytes)), ["公开信息12件", "办结率99.8%"]);
    }
    let output = nianbao(&["extract", "--text-column", "text", "-"], lines.as_bytes());
    assert_eq!(rows(&output)[0]["source"], "-:1");
    let big5 = encoding_rs::BIG5.encode(traditional).0.into_owned();
    assert_eq!(rows(&nianbao(&["extract", "-"], &big5)).len(), 4);
}

#[test]
fn names_in_an_archive_as_windows_writes_them() {
    let bytes = replaced(packed(&[("wxyz.txt", TOLD.as_bytes())]), b"wxyz", &gb18030("报告"));
    let (_keep, root) = folder(&[("a.zip", &bytes)]);
    let output = nianbao(&["extract", name(&root)], b"");
    assert_eq!(rows(&output)[0]["source"], format!("{}/报告.txt", name(&root.join("a.zip"))));
}

#[test]
fn the_report_of_a_page_among_what_is_around_it() {
    let source = "<html><head><title>青柏县人民政府2017年政府信息公开年度报告_青柏县人民政府网</title>\
        <script>var n = '浏览99次';</script></head><body><div class='top'><a href=/>首页</a><a href=/x>要闻12条</a></div>\
        <div class='info'><span>索引号：0001</span> <span>发布时间：2018-02-11</span> <span>浏览次数：88次</span></div>\
        <div class='TRS_Editor'><p>一、概述</p><p>公开信息<span>12</span>件，受理申请<span>3</span>件，办结率99.8%。</p></div>\
        <div class='bottom'>今日访问77次</div></body></html>";
    let (_keep, root) = folder(&[("a.html", source.as_bytes())]);
    let output = nianbao(&["report", name(&root.join("a.html"))], b"");
    let report = &rows(&output)[0];
    assert_eq!(report["title"], "青柏县人民政府2017年政府信息公开年度报告");
    assert_eq!(report["published"], "2018-02-11");
    let words: Vec<_> = report["facts"].as_array().unwrap().iter().map(|fact| &fact["text"]).collect();
    assert_eq!(words, ["12件", "3件", "99.8%"]);
}

#[test]
fn rows_carry_their_other_columns() {
    let lines = "{\"text\":\"公开信息12件。\",\"县\":\"青柏县\",\"n\":7}\nnonsense\n{\"text\":\"收到3件。\"}\n";
    let table = gb18030("县,正文\n松泉镇,收到申请5件。\n少\n");
    let (_keep, root) = folder(&[("rows.jsonl", lines.as_bytes()), ("rows.csv", &table)]);
    let (jsonl, csv) = (root.join("rows.jsonl"), root.join("rows.csv"));

    let output = nianbao(&["extract", name(&jsonl)], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("rows.jsonl:2: no JSON object"));
    let found = rows(&output);
    assert_eq!(found[0]["source"], format!("{}:1", name(&jsonl)));
    assert_eq!(found[0]["columns"], serde_json::json!({"县": "青柏县", "n": "7"}));
    assert_eq!((found[1]["source"].as_str(), found[1].get("columns")), (Some(&*format!("{}:3", name(&jsonl))), None));

    // In a folder only where the column is named, for an earlier output may lie there.
    assert_eq!(facts(&nianbao(&["extract", name(&root)], b"")).len(), 2);
    let file = root.join("out.csv");
    let output = nianbao(&["extract", name(&root), "--text-column", "正文", "-o", name(&file)], b"");
    let said = text(&output.stderr);
    assert!(said.contains("rows.csv:3: 1 fields, the head has 2"), "{said}");
    assert!(said.contains("rows.jsonl:1: no column `正文`"), "{said}");
    let written = fs::read_to_string(&file).unwrap();
    let mut reader = csv::Reader::from_reader(written.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.headers().unwrap().iter().next_back(), Some("columns"));
    let carried: Vec<String> =
        reader.records().map(|row| row.unwrap().iter().next_back().unwrap().to_owned()).collect();
    assert_eq!(carried, ["{\"县\":\"松泉镇\"}", "", ""]);
    // And what was written is not read again.
    let again = nianbao(&["extract", name(&root), "--text-column", "正文", "-o", name(&file)], b"");
    assert!(text(&again.stderr).contains("out.csv: the output is also an input"));

    let wide = root.join("wide.csv");
    assert!(
        nianbao(&["extract", name(&csv), "--wide", "--text-column", "正文", "-o", name(&wide)], b"").stdout.is_empty()
    );
    let written = fs::read_to_string(&wide).unwrap();
    assert!(written.lines().next().unwrap().ends_with(",columns"));
    assert!(written.contains("松泉镇"), "{written}");
}

#[test]
fn a_pdf_needs_its_program() {
    let (_keep, root) = folder(&[("a.pdf", b"%PDF-1.4 nothing")]);
    let path = std::env::var_os("PATH").unwrap_or_default();
    for path in [std::ffi::OsString::new(), path] {
        let output = Command::new(env!("CARGO_BIN_EXE_nianbao"))
            .args(["extract", name(&root)])
            .env("PATH", &path)
            .output()
            .unwrap();
        let said = text(&output.stderr);
        assert!(said.contains("a.pdf: ") && said.contains("pdftotext"), "{said}");
        assert!(!path.is_empty() || said.contains("needs `pdftotext` (package poppler-utils)"), "{said}");
        assert_eq!((output.status.code(), facts(&output).len()), (Some(1), 2));
    }
}

#[test]
fn an_audit_reads_the_same_files() {
    let (_keep, root) = folder(&[("a.html", page(TOLD).as_bytes()), ("b.docx", b"PK")]);
    let output = nianbao(&["audit", name(&root)], b"");
    assert_eq!(output.status.code(), Some(2), "an input could not be read");
    assert!(text(&output.stdout).contains("2 reports: "));
}
