//! Reports as one page for people: the text with its figures, what is checked, and tables of all of it.
//!
//! The page is one file that needs nothing else. Its text stands in the HTML, so that it can be read without a script;
//! what is done by `page.js` (cards, walking, sorting, charts) rests on a block of JSON. Every character that came from
//! a report or from the name of a file is escaped, and the page's policy names its own script and style by their
//! hashes, so that no other one runs.

mod data;
mod html;
mod text;
mod words;

use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

use nianbao::audit::{Check, Severity};
use nianbao::{Report, Section};

use crate::audit::{Named, of_each};
use html::{asset, escape, escaped};

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// Says that scripts run, before anything is laid out; where the other script fails, the page is one without again.
const FIRST_SCRIPT: &str = "(function(c){c.add('js');\
    addEventListener('error',function(){if(!c.contains('ready'))c.remove('js')})})(document.documentElement.classList)";

/// A broken check with its sentences.
struct Finding {
    check: Check,
    zh: String,
    en: String,
}

impl Finding {
    fn severity(&self) -> &'static str {
        self.check.severity.map_or("note", Severity::as_str)
    }
}

/// A report with all that the page says of it.
struct Reading<'a> {
    /// Its place among the reports of the page.
    index: usize,
    source: &'a str,
    /// What the page calls it: its title, else the name of its file.
    name: String,
    report: &'a Report<'static>,
    findings: Vec<Finding>,
    /// The facts that a finding accuses, with the worst of what is said of each.
    accused: HashMap<usize, Severity>,
}

impl Reading<'_> {
    fn severity(&self, fact: usize) -> Option<Severity> {
        self.accused.get(&fact).copied()
    }

    fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.check.severity == Some(severity)).count()
    }
}

/// Writes the page of the reports; a file that one of them came from is not written over.
pub(crate) fn save(output: &Path, reports: &[Named]) -> io::Result<()> {
    let named = |e: io::Error| io::Error::new(e.kind(), format!("{}: {e}", output.display()));
    if reports.iter().any(|(source, _)| is_same(Path::new(source), output)) {
        let reason = format!("{}: the output is also an input", output.display());
        return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
    }
    fs::write(output, page(reports)?).map_err(named)
}

/// A folder that was given may hold the output.
fn is_same(input: &Path, output: &Path) -> bool {
    input.canonicalize().is_ok_and(|input| output.canonicalize().is_ok_and(|output| input == output))
}

fn page(reports: &[Named]) -> io::Result<String> {
    let readings = readings(reports);
    let data = html::json(&data::data(&readings))?;
    let (style, script) = (asset(STYLE), asset(SCRIPT));
    let mut out = String::with_capacity(data.len() * 3);
    html::fill(&mut out, PAGE, |out, name| match name {
        "policy" => policy(out, &style, &script),
        "title" => title(out, &readings),
        "style" => out.push_str(&style),
        "first-script" => out.push_str(FIRST_SCRIPT),
        "script" => out.push_str(&script),
        "views" => out.push_str(if readings.len() > 1 { "several" } else { "one" }),
        "overview" => overview(out, &readings),
        "reports" => readings.iter().for_each(|reading| article(out, reading)),
        "data" => out.push_str(&data),
        _ => {}
    });
    Ok(out)
}

/// What the page may load and run: nothing but its own script and style.
fn policy(out: &mut String, style: &str, script: &str) {
    let _ = write!(
        out,
        "default-src 'none'; style-src {}; script-src {} {}; base-uri 'none'; form-action 'none'",
        html::source_hash(style),
        html::source_hash(FIRST_SCRIPT),
        html::source_hash(script),
    );
}

fn readings(reports: &[Named]) -> Vec<Reading<'_>> {
    let each = reports.iter().zip(of_each(reports)).enumerate();
    each.map(|(index, ((source, report), checks))| reading(index, source, report, checks)).collect()
}

fn reading<'a>(index: usize, source: &'a str, report: &'a Report<'static>, checks: Vec<Check>) -> Reading<'a> {
    let name = report.title().map_or_else(|| file_name(source), str::to_owned);
    let mut findings: Vec<Finding> = checks
        .into_iter()
        .filter(Check::is_broken)
        .map(|check| Finding { zh: check.zh(report), en: check.en(report), check })
        .collect();
    // What another report says of a figure stands beside what this one does.
    findings.sort_by_key(|finding| finding.check.facts.first().copied());
    let mut accused: HashMap<usize, Severity> = HashMap::new();
    for finding in &findings {
        if let (Some(&fact), Some(severity)) = (finding.check.facts.first(), finding.check.severity) {
            accused.entry(fact).and_modify(|worst| *worst = severity.max(*worst)).or_insert(severity);
        }
    }
    Reading { index, source, name, report, findings, accused }
}

fn file_name(source: &str) -> String {
    Path::new(source).file_name().map_or_else(|| source.to_owned(), |name| name.to_string_lossy().into_owned())
}

fn title(out: &mut String, readings: &[Reading<'_>]) {
    match readings {
        [one] => escape(out, &one.name),
        _ => drop(write!(out, "{} 份报告", readings.len())),
    }
}

/// The reports of the page, a row each.
fn overview(out: &mut String, readings: &[Reading<'_>]) {
    let folder = common_folder(readings);
    for reading in readings {
        let report = reading.report;
        let issuer = escaped(report.issuer().unwrap_or("—"));
        let number = |severity| match reading.count(severity) {
            0 => "<td class=\"n zero\">0</td>".to_owned(),
            n => format!("<td class=\"n {}\">{n}</td>", severity.as_str()),
        };
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\"><a href=\"#r{}\">{}</a><small>{}</small><small class=\"on-phone\">{issuer}</small></th>\
             <td>{issuer}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>{}{}{}</tr>",
            reading.index,
            escaped(&reading.name),
            escaped(reading.source.get(folder..).unwrap_or(reading.source)),
            report.year().map_or("—".to_owned(), |year| year.to_string()),
            report.facts().len(),
            number(Severity::Error),
            number(Severity::Warning),
            number(Severity::Note),
        );
    }
}

/// How much of the names of all files is the folder that they are in, in bytes.
fn common_folder(readings: &[Reading<'_>]) -> usize {
    let Some((first, others)) = readings.split_first() else { return 0 };
    let same = |a: &str, b: &str| a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let shared = others.iter().map(|other| same(first.source, other.source)).min().unwrap_or_default();
    first.source.as_bytes()[..shared].iter().rposition(|&b| b == b'/' || b == b'\\').map_or(0, |at| at + 1)
}

/// One report: its outline, its head, its findings, its text.
fn article(out: &mut String, reading: &Reading<'_>) {
    let shown = if reading.index == 0 { " on" } else { "" };
    let _ = writeln!(out, "<article class=\"report{shown}\" id=\"r{}\">", reading.index);
    outline(out, reading);
    out.push_str("<div class=\"body\">\n");
    head(out, reading);
    findings(out, reading);
    legend(out, reading);
    out.push_str("<div class=\"text\">");
    text::write(out, reading);
    out.push_str("</div>\n</div>\n</article>\n");
}

/// The sections as lists of links, one in another.
fn outline(out: &mut String, reading: &Reading<'_>) {
    out.push_str("<nav class=\"outline\" aria-label=\"目录 outline\"><details open>");
    out.push_str("<summary>目录 <span lang=\"en\">Outline</span></summary>\n");
    let _ = writeln!(out, "<a class=\"top\" href=\"#r{}\">{}</a>", reading.index, escaped(&reading.name));
    let mut depth = 0;
    for (i, section) in reading.report.sections().iter().enumerate() {
        nest(out, &mut depth, section);
        let name = escaped(&format!("{}{}", section.marker, section.title));
        let _ = write!(out, "<a href=\"#r{}s{i}\">{name}</a>", reading.index);
    }
    out.push_str(&"</li></ul>".repeat(depth));
    out.push_str("</details></nav>\n");
}

/// Opens and closes the lists between one section and the next. The lists of an outline go no deeper than headings do.
fn nest(out: &mut String, depth: &mut usize, section: &Section<'_>) {
    let level = section.level.clamp(1, 6);
    while *depth > level {
        out.push_str("</li></ul>");
        *depth -= 1;
    }
    if *depth == level {
        out.push_str("</li>\n<li>");
    }
    while *depth < level {
        out.push_str("<ul><li>");
        *depth += 1;
    }
}

fn head(out: &mut String, reading: &Reading<'_>) {
    let report = reading.report;
    let _ = writeln!(out, "<header><h2 tabindex=\"-1\">{}</h2>\n<dl class=\"head\">", escaped(&reading.name));
    let mut entry = |zh: &str, en: &str, value: Option<String>| {
        if let Some(value) = value {
            let value = escaped(&value);
            let _ = writeln!(out, "<div><dt>{zh} <span lang=\"en\">{en}</span></dt><dd>{value}</dd></div>");
        }
    };
    let days = |p: nianbao::Period| format!("{}至{}", p.start.map_or("截".to_owned(), |day| day.to_string()), p.end);
    entry("发布机关", "issuer", report.issuer().map(str::to_owned));
    entry("年度", "year", report.year().map(|year| year.to_string()));
    entry("统计期限", "period", report.period().map(days));
    entry("发布日期", "published", report.published().map(|day| day.to_string()));
    entry("数字", "facts", Some(report.facts().len().to_string()));
    entry("文件", "file", Some(reading.source.to_owned()));
    out.push_str("</dl></header>\n");
}

/// The broken checks of a report, each with the way to its figure.
fn findings(out: &mut String, reading: &Reading<'_>) {
    let n = reading.findings.len();
    if n == 0 {
        out.push_str("<p class=\"sound\">✓ 未发现矛盾 <span lang=\"en\">No check is broken</span></p>\n");
        return;
    }
    let _ = writeln!(
        out,
        "<details class=\"findings\" open><summary>核查发现 {n} 项 <span lang=\"en\">Findings</span></summary>\n<ol>"
    );
    for finding in &reading.findings {
        entry(out, reading, finding);
    }
    out.push_str("</ol></details>\n");
}

fn entry(out: &mut String, reading: &Reading<'_>, finding: &Finding) {
    let (severity, rule) = (finding.severity(), finding.check.rule.as_str());
    let _ = write!(
        out,
        "<li class=\"{severity}\"><span class=\"severity\">{}</span> <span class=\"rule\">{}</span> ",
        words::severity(severity),
        words::rule(rule)
    );
    if let Some(&fact) = finding.check.facts.first() {
        figure(out, reading.index, fact, &reading.report.facts()[fact].text);
    }
    let _ = write!(out, " {}<br><span lang=\"en\">{}: ", escaped(&finding.zh), words::english(rule));
    let _ = write!(out, "{}</span>", escaped(&finding.en));
    if let Some(earlier) = finding.check.earlier {
        let _ = write!(out, " <a href=\"#r{earlier}");
        if let Some(fact) = finding.check.earlier_facts.first() {
            let _ = write!(out, "f{fact}");
        }
        out.push_str("\">上年报告 <span lang=\"en\">earlier report</span></a>");
    }
    out.push_str("</li>\n");
}

/// A link to a figure, by its words.
fn figure(out: &mut String, report: usize, fact: usize, text: &str) {
    let _ = write!(out, "<a href=\"#r{report}f{fact}\">{}</a>", escaped(text));
}

/// What the marks mean: the kinds of figures in the report, with how many there are of each.
fn legend(out: &mut String, reading: &Reading<'_>) {
    out.push_str("<ul class=\"legend\" aria-label=\"图例 legend\">\n");
    for &(code, zh) in words::KINDS {
        let n = reading.report.facts().iter().filter(|fact| fact.kind.as_str() == code).count();
        if n > 0 {
            let en = words::english(code);
            let _ =
                writeln!(out, "<li><span class=\"sample {code}\">{zh}</span> {n} <span lang=\"en\">{en}</span></li>");
        }
    }
    out.push_str("</ul>\n");
}
