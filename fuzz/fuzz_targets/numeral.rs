//! Numerals: a piece that is found parses, and to the value that was found.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nianbao::numeral;

fuzz_target!(|text: &str| {
    let _ = numeral::parse(text);
    let mut end = 0;
    for found in numeral::find_iter(text) {
        assert!(found.span.start >= end && found.span.end <= text.len());
        end = found.span.end;
        assert!(text.get(found.span.start..found.span.end).is_some());
    }
});
