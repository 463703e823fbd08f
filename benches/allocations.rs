//! `cargo bench --bench allocations`: how many allocations a report costs.
//!
//! They are counted, not timed, so that they come out the same every time; a reallocation counts as one. The law is
//! that their number grows with the facts and not with the characters: text without a figure costs next to none.

mod texts;

use std::alloc::System;

use nianbao::Extractor;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The law: no report costs more than this, and so many more for each of its facts.
const ONCE: usize = 400;
const A_FACT: usize = 16;

/// What one extraction allocates, with everything that is made once in a process made before.
fn allocations(extractor: &Extractor, text: &str) -> (usize, usize) {
    let region = Region::new(ALLOCATOR);
    let report = extractor.extract(text);
    let stats = region.change();
    (stats.allocations + stats.reallocations, report.facts().len())
}

fn main() {
    let extractor = Extractor::new();
    println!("{:<10} {:>6} {:>7} {:>12} {:>7} {:>9}", "text", "KB", "facts", "allocations", "per KB", "per fact");
    for set in texts::sets() {
        set.texts.iter().for_each(|t| drop(extractor.extract(t)));
        let counted = set.texts.iter().map(|text| (text, allocations(&extractor, text)));
        let (mut all, mut all_facts) = (0, 0);
        for (text, (count, facts)) in counted {
            row(set.name, text.len(), facts, count);
            assert!(count <= ONCE + A_FACT * facts, "more than {ONCE} and {A_FACT} for each fact");
            (all, all_facts) = (all + count, all_facts + facts);
        }
        row(&format!("all {}", set.texts.len()), set.bytes() as usize, all_facts, all);
    }
    let paragraph = "本年度，县政府办公室组织各单位学习有关规定，完善工作机制，加强监督检查，做好政府信息公开工作。\n";
    for kilobytes in [1, 64, 1024] {
        let text = paragraph.repeat(kilobytes * 1024 / paragraph.len());
        let (count, facts) = allocations(&extractor, &text);
        assert_eq!(facts, 0);
        assert!(count <= ONCE, "{kilobytes} KB without a figure cost {count}");
        row("no figure", text.len(), facts, count);
    }
}

fn row(name: &str, bytes: usize, facts: usize, count: usize) {
    let kilobytes = bytes as f64 / 1024.0;
    let per_fact = if facts == 0 { String::new() } else { format!("{:.1}", count as f64 / facts as f64) };
    println!("{name:<10} {kilobytes:>6.0} {facts:>7} {count:>12} {:>7.1} {per_fact:>9}", count as f64 / kilobytes);
}
