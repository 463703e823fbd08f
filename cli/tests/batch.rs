//! Many files in one run: order, broken ones among them, interruption.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use arrow_array::RecordBatch;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nianbao"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn name(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A folder of short reports, `broken` of them unreadable.
fn folder(count: usize, broken: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for i in 0..count {
        let path = folder.path().join(format!("{i:05}.txt"));
        if broken > 0 && i % (count / broken) == 7 {
            fs::write(path, b"\xff\xfe\xfd\x00\x81").unwrap();
        } else {
            let text = format!(
                "青柏县201{}年政府信息公开年度报告\n一、概述\n公开信息{}条，其中网站{i}条。\n",
                i % 10,
                2 * i + 3
            );
            fs::write(path, text.repeat(1 + i % 7)).unwrap();
        }
    }
    folder
}

/// The rows of a Parquet file, in batches of one size.
fn rows(path: &Path) -> Vec<RecordBatch> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap();
    builder.with_batch_size(1000).build().unwrap().map(Result::unwrap).collect()
}

/// Whether two tables have the same rows. The row groups of a Parquet file depend on where a run was stopped.
fn same(one: &Path, other: &Path) -> bool {
    if one.extension().is_some_and(|ending| ending == "parquet") {
        return rows(one) == rows(other);
    }
    fs::read(one).unwrap() == fs::read(other).unwrap()
}

#[test]
fn broken_files_cost_only_themselves() {
    let folder = folder(400, 4);
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    let (facts, errors) = (out.join("facts.csv"), out.join("errors.csv"));
    let output = run(&["extract", name(folder.path()), "-o", name(&facts), "--errors", name(&errors)]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told.lines().count(), 4, "{told}");
    let listed = fs::read_to_string(errors).unwrap();
    let listed: Vec<&str> = listed.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!((listed.len(), listed[0]), (5, "source,reason"));
    for (line, place) in listed[1..].iter().zip([7, 107, 207, 307]) {
        assert!(line.contains(&format!("{place:05}.txt,")), "{line}");
    }
    // The rows stand in the order of the files, and every other file is there.
    let table = fs::read_to_string(&facts).unwrap();
    let mut sources: Vec<&str> = table.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert!(sources.is_sorted());
    sources.dedup();
    assert_eq!(sources.len(), 396);
}

#[test]
fn one_core_and_many_write_the_same() {
    let folder = folder(300, 3);
    let written = |threads: &str, ending: &str| {
        let out = tempfile::tempdir().unwrap();
        let facts = out.path().join(format!("facts.{ending}"));
        run(&["extract", name(folder.path()), "-o", name(&facts), "-j", threads]);
        fs::read(facts).unwrap()
    };
    for ending in ["csv", "jsonl"] {
        assert_eq!(written("1", ending), written("3", ending));
    }
}

/// How many runs are interrupted for each format; more by hand.
fn kills() -> u32 {
    std::env::var("NIANBAO_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(3)
}

/// Runs the command, stops it after `wait` as only the operating system can, and says whether it was done before.
fn interrupted(arguments: &[&str], wait: Duration) -> bool {
    let mut child = command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let start = Instant::now();
    while start.elapsed() < wait {
        if child.try_wait().unwrap().is_some() {
            return true;
        }
        sleep(Duration::from_millis(1));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    false
}

/// Points in time that are spread over a run, and over the work that is left: the golden ratio's multiples.
fn spread(kill: u32) -> f64 {
    (f64::from(kill) * 0.618_034).fract()
}

/// However often a run is stopped, it goes on to the same table: no row is lost, none stands twice.
#[test]
fn what_was_interrupted_goes_on() {
    let folder = folder(2000, 20);
    for ending in ["csv", "jsonl", "parquet"] {
        let out = tempfile::tempdir().unwrap();
        let whole = out.path().join(format!("whole.{ending}"));
        let start = Instant::now();
        let told = run(&["extract", name(folder.path()), "-o", name(&whole)]).stderr;
        let all = start.elapsed();
        let facts = out.path().join(format!("facts.{ending}"));
        let errors = out.path().join("errors.csv");
        let arguments = ["extract", name(folder.path()), "-o", name(&facts), "--resume", "--errors", name(&errors)];
        let mut stopped = 0;
        for kill in 1..=kills() {
            let done = interrupted(&arguments, all.mul_f64(spread(kill)));
            stopped += u64::from(!done);
            // What stands under the name of the output is all of it; the next run begins anew.
            if facts.exists() {
                assert!(same(&facts, &whole), "{ending}: a part under the name of the output");
                fs::remove_file(&facts).unwrap();
            }
        }
        assert!(stopped > 0, "{ending}: no run was interrupted");
        let output = run(&arguments);
        assert_eq!(output.stderr, told, "{ending}");
        assert_eq!(fs::read_to_string(errors).unwrap().lines().count(), 21, "{ending}");
        assert!(same(&facts, &whole), "{ending}");
        let left = fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert_eq!(left.filter(|file| file.to_str().unwrap().contains(".part")).count(), 0, "{ending}");
    }
}

#[test]
fn another_run_does_not_go_on() {
    let folder = folder(2000, 0);
    let out = tempfile::tempdir().unwrap();
    let facts = out.path().join("facts.csv");
    let arguments = ["extract", name(folder.path()), "-o", name(&facts), "--resume"];
    let start = Instant::now();
    run(&arguments);
    let all = start.elapsed();
    fs::remove_file(&facts).unwrap();
    let log = out.path().join("facts.csv.part.log");
    let in_the_middle = (1..100).any(|kill| {
        let done = interrupted(&arguments, all.mul_f64(spread(kill)));
        if done {
            fs::remove_file(&facts).unwrap();
        }
        !done && fs::read_to_string(&log).is_ok_and(|log| log.lines().count() > 1)
    });
    assert!(in_the_middle, "no run was interrupted in the middle");
    let output = run(&["extract", name(folder.path()), "-o", name(&facts), "--resume", "--year", "2016"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("facts.csv: the interrupted run had other inputs or options"), "{told}");
    // A file that was not there before.
    fs::write(folder.path().join("00000-0.txt"), "共3条").unwrap();
    let output = run(&arguments);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("facts.csv: the inputs have changed"), "{told}");
}
