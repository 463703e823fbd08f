//! `cargo bench --bench limits`: what is promised about speed, each number beside its limit.
//!
//! The texts are the real reports of the folder that `NIANBAO_CORPUS` names, or else the fixtures. What is compared is
//! measured in turn, so that a noisy machine is noisy for both sides; the numbers are medians. As a test
//! (`-- --test`) everything runs once and small, and what is printed says nothing. A missed limit fails nothing, here
//! as there.

mod texts;

use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use jieba_rs::Jieba;
use nianbao::{Extractor, audit};

/// The argument by which the bench calls itself, to measure a process from its start.
const CHILD: &str = "--child";
/// A report in which every figure is labelled by the noun behind it, or by nothing: no word is looked up.
const PLAIN: &str = "一、概述\n2017年1月5日第3次会议通过。\n二、附则\n自2018年1月1日起施行。\n";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let texts = texts::sets().pop().expect("a set of texts");
    if let Some(at) = arguments.iter().position(|a| a == CHILD) {
        child(&arguments[at + 1], &texts.texts[0]);
        return;
    }
    let test = arguments.iter().any(|a| a == "--test");
    let extractor = Extractor::new();
    let facts: usize = texts.texts.iter().map(|t| extractor.extract(t).facts().len()).sum();
    let kilobytes = texts.bytes() as f64 / 1024.0;
    println!("{}: {} texts, {kilobytes:.0} KB, {facts} facts\n", texts.name, texts.texts.len());
    println!("{:<48} {:>9} {:>9}", "", "measured", "limit");
    let normal = throughput(&extractor, &texts, if test { 1 } else { 60 });
    first_report(if test { 1 } else { 15 });
    growth(&extractor, &texts, if test { 1 } else { 64 });
    hostile(&extractor, normal, if test { 8 << 10 } else { 1 << 20 });
}

/// A number that must be at least (`>=`) or at most (`<=`) its limit.
fn judge(what: &str, measured: f64, sign: &str, limit: f64, unit: &str) {
    let held = if sign == ">=" { measured >= limit } else { measured <= limit };
    let verdict = if held { "" } else { "  missed" };
    println!("{what:<48} {measured:>6.2} {unit:<2} {sign} {limit:.2} {unit}{verdict}");
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The extraction beside jieba-rs on the same texts, without and with the audit; the seconds that a byte takes.
fn throughput(extractor: &Extractor, set: &texts::Set, rounds: usize) -> f64 {
    let jieba = Jieba::new();
    let pass = |work: &dyn Fn(&str) -> usize| {
        timed(|| set.texts.iter().map(|t| work(black_box(t))).sum::<usize>()).as_secs_f64()
    };
    let extract = |t: &str| extractor.extract(t).facts().len();
    let audited = |t: &str| audit::report(&extractor.extract(t)).len();
    let cut = |t: &str| jieba.cut(t, false).len();
    let rounds: Vec<[f64; 3]> = (0..rounds).map(|_| [pass(&extract), pass(&audited), pass(&cut)]).collect();
    let of = |ratio: fn(&[f64; 3]) -> f64| median(rounds.iter().map(ratio).collect());
    judge("extract, of the bytes per second of jieba cut", of(|[extract, _, cut]| cut / extract), ">=", 1.5, "x");
    judge("the audit adds", of(|[extract, audited, _]| (audited / extract - 1.0) * 100.0), "<=", 5.0, "%");
    of(|[extract, ..]| *extract) / set.bytes() as f64
}

/// What a process does that measures itself from its start to its end.
fn child(what: &str, report: &str) {
    match what {
        "nothing" => {}
        "dictionary" => drop(black_box(Jieba::new())),
        "first" => assert!(!black_box(Extractor::new().extract(report)).sections().is_empty()),
        "plain" => assert_eq!(black_box(Extractor::new().extract(PLAIN)).sections().len(), 2),
        other => panic!("no child {other}"),
    }
}

/// The time from the start of a process to the end of its first report.
fn first_report(rounds: usize) {
    let program = std::env::current_exe().expect("the path of this program");
    let run = |what: &str| {
        let time = timed(|| {
            let status = Command::new(&program).args([CHILD, what]).status();
            assert!(status.expect("a child process").success(), "{what}");
        });
        time.as_secs_f64() * 1e3
    };
    let rounds: Vec<[f64; 4]> = (0..rounds).map(|_| ["nothing", "dictionary", "first", "plain"].map(&run)).collect();
    let of = |i: usize| median(rounds.iter().map(|r| r[i]).collect());
    let [nothing, dictionary] = [of(0), of(1)];
    judge("first report, from the start of the process", of(2), "<=", 1.2 * dictionary + 10.0, "ms");
    judge("first report that needs no words", of(3), "<=", nothing + 10.0, "ms");
}

/// One document that grows: the time per byte stays.
fn growth(extractor: &Extractor, set: &texts::Set, megabytes: usize) {
    let all = set.texts.join("\n\n");
    let rate = |megabytes: usize| {
        let text = all.repeat(1 + (megabytes << 20) / all.len());
        let time = (0..3).map(|_| timed(|| extractor.extract(&text))).min().expect("three runs");
        time.as_secs_f64() / text.len() as f64
    };
    let one = rate(1);
    for size in [4, 16, 64].into_iter().filter(|s| *s <= megabytes) {
        judge(&format!("time per byte at {size} MB, of that at 1 MB"), rate(size) / one, "<=", 1.3, "x");
    }
}

/// What breaks readers, each repeated to a megabyte: time per byte, of that of the texts above.
fn hostile(extractor: &Extractor, normal: f64, bytes: usize) {
    let nested = |half: usize| "（".repeat(half / 3) + &"）".repeat(half / 3);
    let pieces = [
        "十",
        "一、",
        "（",
        "1,",
        "亿亿",
        "其中",
        "1件、",
        "（）",
        "未",
        "7",
        "e\u{301}",
        "\u{fffd}",
        "a\r\nb\rc\n",
        "收到申请1件，",
        "其中新收1件、",
        "比上年增加1件，",
        "2017年收到申请1件，",
        "较2016年的1件增加1件，",
        "1元（2元）",
        "未收到申请、",
        "办结率1%，",
        "共1件；",
        "甲、乙等3个",
        "有50%",
    ];
    let texts = pieces.map(|p| (format!("{p:?} again and again"), p.repeat(bytes / p.len())));
    let whole = [
        ("brackets in brackets".to_owned(), nested(bytes / 2)),
        ("one clause without end".to_owned(), format!("收到{}3件", "各单位政府信息公开申请".repeat(bytes / 33))),
    ];
    for (name, text) in texts.into_iter().chain(whole) {
        let mut facts = 0;
        let time = timed(|| facts = extractor.extract(&text).facts().len());
        let what = format!("{name} ({facts} facts)");
        judge(&what, time.as_secs_f64() / text.len() as f64 / normal, "<=", 5.0, "x");
    }
}
