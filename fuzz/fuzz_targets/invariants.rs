//! What holds of every report, whatever the text.

use nianbao::{Kind, Report, audit};

/// # Panics
/// Where something does not hold.
pub fn check(text: &str, report: &Report<'_>) {
    let mut end = 0;
    let mut last = None;
    for fact in report.facts() {
        assert_eq!(text.get(fact.span.start..fact.span.end), Some(&*fact.text), "a span is the text");
        // The things that one negation denies share its span.
        assert!(fact.span.start >= end || last == Some(fact.span), "facts are ordered and apart");
        end = fact.span.end;
        last = Some(fact.span);
        assert!(text.get(fact.sentence.start..fact.sentence.end).is_some());
        if let (Some(span), Some(label)) = (fact.label_span, &fact.label) {
            assert!(text.get(span.start..span.end).is_some(), "{label}");
        }
        assert!(fact.part_of.is_none_or(|total| total < report.facts().len()));
        assert!(fact.section.is_none_or(|section| section < report.sections().len()));
        if let (Some(lower), Some(upper)) = (fact.lower, fact.upper) {
            // Those of a fraction are its numerator and denominator: 四分之五.
            assert!(lower <= upper || fact.kind == Kind::Fraction, "{fact:?}");
        }
    }
    let mut end = 0;
    for rejected in report.rejected() {
        assert!(text.get(rejected.span.start..rejected.span.end).is_some());
        assert!(rejected.span.start >= end, "the rejected are ordered and apart");
        end = rejected.span.end;
    }
    for section in report.sections() {
        assert!(text.get(section.span.start..section.span.end).is_some());
    }
    for check in audit::report(report) {
        check.zh(report);
        check.en(report);
    }
}
