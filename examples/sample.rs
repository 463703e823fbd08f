//! Draws facts at random from texts and shows what is said of each, for judging by hand.
//!
//! `cargo run --release --example sample -- SEED COUNT FILE...`; the same seed draws the same facts.

use std::{env, fs, process};

use nianbao::{Extractor, Fact, Report};

fn main() {
    let mut arguments = env::args().skip(1);
    let seed = arguments.next().and_then(|a| a.parse().ok());
    let count = arguments.next().and_then(|a| a.parse().ok());
    let (Some(seed), Some(count)) = (seed, count) else {
        eprintln!("usage: sample SEED COUNT FILE...");
        process::exit(2);
    };
    let read = |path: String| match fs::read_to_string(&path) {
        Ok(text) => Some((path, text)),
        Err(error) => {
            eprintln!("{path}: {error}");
            None
        }
    };
    let texts: Vec<_> = arguments.filter_map(read).collect();
    let extractor = Extractor::new();
    let reports: Vec<_> = texts.iter().map(|(path, text)| (path, text, extractor.extract(text))).collect();
    let facts: Vec<_> = (0..reports.len()).flat_map(|r| (0..reports[r].2.facts().len()).map(move |f| (r, f))).collect();
    for (number, at) in draw(seed, count, facts.len()).into_iter().enumerate() {
        let (path, text, report) = &reports[facts[at].0];
        println!("{} {path}", number + 1);
        show(text, report, facts[at].1);
    }
}

/// `count` different places below `all`, in rising order.
fn draw(seed: u64, count: usize, all: usize) -> Vec<usize> {
    // SplitMix64: small, and the same everywhere.
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    };
    let mut places: Vec<usize> = (0..all).collect();
    for i in 0..count.min(all) {
        let j = i + (next() % (all - i) as u64) as usize;
        places.swap(i, j);
    }
    places.truncate(count);
    places.sort_unstable();
    places
}

fn show(text: &str, report: &Report<'_>, i: usize) {
    let fact = &report.facts()[i];
    let cut = |part: &str| part.replace(char::is_whitespace, "");
    let before: String = cut(&text[..fact.span.start]).chars().rev().take(90).collect();
    let before: String = before.chars().rev().collect();
    let behind: String = cut(&text[fact.span.end..]).chars().take(40).collect();
    println!("  …{before}[[{}]]{behind}…", cut(&fact.text));
    let other = |f: Option<usize>| f.map_or("-".to_owned(), |f| named(&report.facts()[f]));
    let change = fact.change.map_or("-".to_owned(), |c| format!("{} {:?} of {}", c.direction, c.base, other(c.of)));
    let start = |p: nianbao::Period| p.start.map_or("-".to_owned(), |d| d.to_string());
    let period = fact.period.map_or("-".to_owned(), |p| format!("{}..{}", start(p), p.end));
    println!(
        "  {} {} | label {} | part_of {} | change {change} | period {period}",
        fact.kind,
        fact.stated,
        fact.label.as_deref().unwrap_or("-"),
        other(fact.part_of)
    );
    if let Some(whole) = &fact.of_whole {
        println!("  share of {} @ {}", whole.label.as_deref().unwrap_or("-"), other(whole.fact));
    }
}

fn named(fact: &Fact<'_>) -> String {
    format!("{} ({})", fact.text, fact.label.as_deref().unwrap_or("-"))
}
