//! All of the library over any text.
#![no_main]

use libfuzzer_sys::fuzz_target;

mod invariants;

fuzz_target!(|text: &str| invariants::check(text, &nianbao::Extractor::new().extract(text)));
