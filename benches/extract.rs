//! `cargo bench`: the whole extraction, its stages, and jieba-rs alone on the same texts, in bytes per second.
//!
//! The texts are the report fixtures, and those of the folder that `NIANBAO_CORPUS` names, each read once a pass:
//! no text stands in a set twice. What attribution costs is `extract` less `quantities` and `outline`, what the
//! audit costs is `extract and audit` less `extract`. Every
//! bench asserts what it computed, so that it is a test too (`cargo test --benches`).

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jieba_rs::Jieba;
use nianbao::{Extractor, Segmenter, audit, numeral, outline, quantity};

struct Set {
    name: &'static str,
    texts: Vec<String>,
}

impl Set {
    fn read(name: &'static str, folder: &Path) -> Set {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(folder).expect("the folder of texts").filter_map(|e| e.ok().map(|e| e.path())).collect();
        paths.sort();
        let texts: Vec<String> = paths
            .iter()
            .filter(|p| p.extension().is_some_and(|e| e == "txt"))
            .filter_map(|p| fs::read_to_string(p).ok())
            .collect();
        assert!(!texts.is_empty(), "no UTF-8 text in {}", folder.display());
        Set { name, texts }
    }

    fn bytes(&self) -> u64 {
        self.texts.iter().map(|t| t.len() as u64).sum()
    }
}

fn sets() -> Vec<Set> {
    // Tests and benches run in the package's folder.
    let mut sets = vec![Set::read("fixtures", Path::new("fixtures/reports"))];
    if let Some(folder) = std::env::var_os("NIANBAO_CORPUS") {
        sets.push(Set::read("corpus", Path::new(&folder)));
    }
    sets
}

/// Runs `work` over every text of every set; it says how much it found, and that is the same every time.
fn measure(c: &mut Criterion, name: &str, work: impl Fn(&str) -> usize) {
    for set in sets() {
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
