//! Sections: parents stand before their children, spans in the text.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let sections = nianbao::outline::sections(text);
    for (i, section) in sections.iter().enumerate() {
        assert!(section.parent.is_none_or(|parent| parent < i && sections[parent].level < section.level));
        assert!(text.get(section.span.start..section.span.end).is_some());
    }
});
