//! Pages: any markup gives a text whose tables stand in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nianbao::Extractor;

mod input {
    #[path = "../../cli/src/input/html/mod.rs"]
    pub(crate) mod html;
    #[path = "../../cli/src/input/sheet.rs"]
    pub(crate) mod sheet;
}
mod invariants;

fuzz_target!(|page: &str| {
    if let Ok(sheet) = input::html::read(page) {
        for table in &sheet.tables {
            assert!(table.cells().iter().all(|cell| sheet.text.get(cell.span().start..cell.span().end).is_some()));
        }
        invariants::check(&sheet.text, &Extractor::new().extract_with_tables(&sheet.text, &sheet.tables));
    }
});
