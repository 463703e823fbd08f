//! Pages: any markup gives a text whose tables stand in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nianbao::Extractor;

#[path = "../../cli/src/input/html/mod.rs"]
mod html;
mod invariants;
#[path = "../../cli/src/input/sheet.rs"]
mod sheet;
/// Where the reader looks for it.
mod input {
    pub(crate) use crate::sheet;
}

fuzz_target!(|page: &str| {
    if let Ok(sheet) = html::read(page) {
        for table in &sheet.tables {
            assert!(table.cells().iter().all(|cell| sheet.text.get(cell.span().start..cell.span().end).is_some()));
        }
        invariants::check(&sheet.text, &Extractor::new().extract_with_tables(&sheet.text, &sheet.tables));
    }
});
