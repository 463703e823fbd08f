//! `cargo bench`: the whole extraction, its stages, and jieba-rs alone on the same texts, in bytes per second.
//!
//! The texts are the report fixtures, and those of the folder that `NIANBAO_CORPUS` names, each read once a pass:
//! no text stands in a set twice. What attribution costs is `extract` less `quantities` and `outline`, what the
//! audit costs is `extract and audit` less `extract`. Every
//! bench asserts what it computed, so that it is a test too (`cargo test --benches`).

mod texts;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jieba_rs::Jieba;
use nianbao::{Extractor, Segmenter, audit, numeral, outline, quantity};

/// Runs `work` over every text of every set; it says how much it found, and that is the same every time.
fn measure(c: &mut Criterion, name: &str, work: impl Fn(&str) -> usize) {
    for set in texts::sets() {
        let mut group = c.benchmark_group(name);
        group.throughput(Throughput::Bytes(set.bytes()));
        let found: usize = set.texts.iter().map(|t| work(t)).sum();
        assert!(found > 0, "{name} finds nothing in {}", set.name);
        group.bench_function(set.name, |b| {
            b.iter(|| {
                let again: usize = set.texts.iter().map(|t| work(black_box(t))).sum();
                assert_eq!(again, found);
            });
        });
        group.finish();
    }
}

fn extraction(c: &mut Criterion) {
    let extractor = Extractor::new();
    measure(c, "extract", |text| extractor.extract(text).facts().len());
    measure(c, "extract and audit", |text| audit::report(&extractor.extract(text)).len());
}

fn stages(c: &mut Criterion) {
    measure(c, "outline", |text| outline::sections(text).len());
    measure(c, "sentences", |text| Segmenter::new().sentences(text).count());
    measure(c, "numerals", |text| numeral::find_iter(text).count());
    measure(c, "quantities", |text| quantity::find_iter(text).count());
}

fn jieba_alone(c: &mut Criterion) {
    let jieba = Jieba::new();
    measure(c, "jieba cut", |text| jieba.cut(text, false).len());
    measure(c, "jieba tag", |text| jieba.tag(text, false).len());
}

criterion_group!(benches, extraction, stages, jieba_alone);
criterion_main!(benches);
