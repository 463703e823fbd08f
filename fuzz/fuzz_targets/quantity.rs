//! Quantities: they stand in the text, in order and apart.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut end = 0;
    for quantity in nianbao::quantity::find_iter(text) {
        assert!(quantity.span.start >= end, "{quantity:?}");
        end = quantity.span.end;
        assert!(text.get(quantity.span.start..quantity.span.end).is_some());
    }
});
