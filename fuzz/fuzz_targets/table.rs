//! Tables: rows of cells out of the lines of a text, merged as its first bytes have it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nianbao::table::{Cell, Table};
use nianbao::{Extractor, Span};

mod invariants;

fuzz_target!(|input: (Vec<(u8, u8)>, String)| {
    let (merged, text) = input;
    let mut merged = merged.into_iter();
    let mut at = 0;
    let rows = text.split_inclusive('\n').map(|line| {
        let cells = line.split_inclusive('\t').map(|cell| {
            let start = at;
            at += cell.len();
            let end = start + cell.trim_end_matches(['\t', '\n']).len();
            let (rows, columns) = merged.next().unwrap_or((1, 1));
            Cell::new(Span::new(start, end)).spanning(rows.into(), columns.into())
        });
        cells.collect::<Vec<_>>()
    });
    let table = Table::from_rows(rows.collect::<Vec<_>>());
    invariants::check(&text, &Extractor::new().extract_with_tables(&text, &[table]));
});
