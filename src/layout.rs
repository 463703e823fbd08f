//! Wrapped paragraphs read as one line each.
//!
//! A line break that layout left inside a paragraph may stand inside a word (部|门), a unit or a number's bound (以|上). So
//! the paragraphs that go on over lines are joined before anything is read, and what was found is put back to
//! where it stands in the text as given.

use std::borrow::Cow;

use crate::fact::{Fact, Reason, Rejected};
use crate::glyph::{is_digit, is_space};
use crate::outline::{Section, page_number};
use crate::report::Report;
use crate::span::Span;

/// A text whose paragraphs have no line breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Joined {
    pub(crate) text: String,
    /// Its paragraphs.
    pub(crate) paragraphs: Vec<Span>,
    /// The pieces that it is made of: where each begins, here and in the text as given.
    pieces: Vec<(usize, usize)>,
    /// The page marks that stood inside of paragraphs, in the text as given.
    marks: Vec<Span>,
}

/// The text with its paragraphs joined; none where each stands on one line.
pub(crate) fn join(text: &str, paragraphs: &[Span]) -> Option<Joined> {
    if !paragraphs.iter().any(|&paragraph| is_broken(text, paragraph)) {
        return None;
    }
    let mut joined = Joined {
        text: String::with_capacity(text.len()),
        paragraphs: Vec::new(),
        pieces: Vec::new(),
        marks: Vec::new(),
    };
    let mut at = 0;
    for &paragraph in paragraphs {
        joined.push(text, Span::new(at, paragraph.start));
        let start = joined.text.len();
        if is_broken(text, paragraph) {
            joined.push_lines(text, paragraph);
        } else {
            joined.push(text, paragraph);
        }
        joined.paragraphs.push(Span::new(start, joined.text.len()));
        at = paragraph.end;
    }
    joined.push(text, Span::new(at, text.len()));
    Some(joined)
}

impl Joined {
    fn push(&mut self, text: &str, piece: Span) {
        if piece.is_empty() {
            return;
        }
        let goes_on = self.pieces.last().is_some_and(|(start, from)| piece.start - from == self.text.len() - start);
        if !goes_on {
            self.pieces.push((self.text.len(), piece.start));
        }
        self.text.push_str(&text[piece.range()]);
    }

    /// The lines of a paragraph, one behind the other.
    fn push_lines(&mut self, text: &str, paragraph: Span) {
        let mut end = paragraph.start;
        for line in lines(text, paragraph) {
            let piece = &text[line.range()];
            if page_number(piece) && end > paragraph.start && line.end < paragraph.end {
                self.marks.push(line);
                end = line.end;
                continue;
            }
            let before = self.text.chars().next_back().filter(|_| end > paragraph.start);
            if before.is_some_and(|before| stays_apart(before, piece)) {
                self.push(text, Span::new(end, line.start));
            }
            self.push(text, line);
            end = line.end;
        }
    }

    /// Where a place of the joined text stands in the text as given.
    fn start(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.pieces.get(piece).map_or(at, |(start, from)| from + (at - start))
    }

    /// The same for the end of something, which stands in the piece that it ends.
    fn end(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start < at).saturating_sub(1);
        self.pieces.get(piece).map_or(at, |(start, from)| from + (at - start))
    }

    /// Where something of the text as given stands in the joined text.
    pub(crate) fn to_joined(&self, span: Span) -> Span {
        let place = |at: usize, piece: usize| {
            let Some((start, from)) = self.pieces.get(piece) else { return at };
            let end = self.pieces.get(piece + 1).map_or(self.text.len(), |(next, _)| *next);
            (start + at.saturating_sub(*from)).min(end)
        };
        let start = self.pieces.partition_point(|(_, from)| *from <= span.start).saturating_sub(1);
        let end = self.pieces.partition_point(|(_, from)| *from < span.end).saturating_sub(1);
        let start = place(span.start, start);
        Span::new(start, if span.is_empty() { start } else { place(span.end, end).max(start) })
    }

    fn to_given(&self, span: Span) -> Span {
        let start = self.start(span.start);
        Span::new(start, if span.is_empty() { start } else { self.end(span.end) })
    }

    /// A report on the text as given as one on the joined text, for those who read between its facts.
    pub(crate) fn rejoined<'a>(&'a self, report: &'a Report<'_>) -> Report<'a> {
        let place = |span| self.to_joined(span);
        Report {
            source: Cow::Borrowed(&self.text),
            title: report.title.as_deref().map(Cow::Borrowed),
            issuer: report.issuer.as_deref().map(Cow::Borrowed),
            // No rule of the audit asks where a section stands.
            sections: Vec::new(),
            facts: report.facts.iter().map(|fact| relocated(&self.text, fact.borrowed(), place)).collect(),
            rejected: Vec::new(),
            joined: None,
            ..*report
        }
    }

    /// A report on the joined text as one on the text as given.
    pub(crate) fn put_back<'t>(&self, text: &'t str, report: Report<'_>) -> Report<'t> {
        // Its text is this one, which nobody needs a copy of.
        let report = Report { source: Cow::Borrowed(""), ..report }.into_owned();
        let place = |span| self.to_given(span);
        let facts: Vec<Fact<'t>> = report.facts.into_iter().map(|fact| relocated(text, fact, place)).collect();
        let section = |section: Section<'static>| Section { span: self.to_given(section.span), ..section };
        let mut rejected: Vec<Rejected> =
            report.rejected.into_iter().map(|r| Rejected { span: self.to_given(r.span), ..r }).collect();
        // A mark may stand inside of a figure or a date: 6,870|— 3 —|条.
        let fact = |at: usize| facts.get(at).map(|f| f.span);
        let other = |at: usize| rejected.get(at).map(|r| r.span);
        let apart = |mark: &&Span| {
            let facts = fact(facts.partition_point(|f| f.span.end <= mark.start));
            let others = other(rejected.partition_point(|r| r.span.end <= mark.start));
            [facts, others].into_iter().flatten().all(|span| span.start >= mark.end)
        };
        let marks: Vec<Rejected> =
            self.marks.iter().filter(apart).map(|&span| Rejected { span, reason: Reason::Page }).collect();
        rejected.extend(marks);
        rejected.sort_by_key(|r| r.span.start);
        Report {
            source: Cow::Borrowed(text),
            sections: report.sections.into_iter().map(section).collect(),
            facts,
            rejected,
            ..report
        }
    }
}

/// A fact whose spans stand elsewhere in another text.
fn relocated<'t>(text: &'t str, fact: Fact<'t>, place: impl Fn(Span) -> Span) -> Fact<'t> {
    let span = place(fact.span);
    let mut whole = fact.of_whole;
    if let Some(label) = whole.as_mut().and_then(|w| w.label_span.as_mut()) {
        *label = place(*label);
    }
    Fact {
        span,
        text: Cow::Borrowed(&text[span.range()]),
        label_span: fact.label_span.map(&place),
        sentence: place(fact.sentence),
        of_whole: whole,
        ..fact
    }
}

fn is_broken(text: &str, paragraph: Span) -> bool {
    memchr::memchr2(b'\n', b'\r', &text.as_bytes()[paragraph.range()]).is_some()
}

/// The lines of a paragraph without the white space around them; empty ones left out.
fn lines(text: &str, paragraph: Span) -> impl Iterator<Item = Span> {
    let breaks = memchr::memchr2_iter(b'\n', b'\r', &text.as_bytes()[paragraph.range()]);
    let ends = breaks.map(move |at| paragraph.start + at).chain([paragraph.end]);
    let mut from = paragraph.start;
    ends.filter_map(move |end| {
        let line = &text[from..end];
        let start = end - line.trim_start_matches(is_space).len();
        from = end + 1;
        let inner = text[start..end].trim_end_matches(is_space).len();
        (inner > 0).then(|| Span::new(start, start + inner))
    })
}

/// Whether what ends a line and what begins the next one would become one word or number: those keep their layout, as
/// does a number alone on its line.
fn stays_apart(before: char, line: &str) -> bool {
    let joins = |c: char| c.is_ascii_alphanumeric() || is_digit(c) || matches!(c, '.' | ',');
    let alone = line.chars().all(is_digit);
    alone || joins(before) && line.starts_with(joins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_lines_and_finds_places_again() {
        let text = "标题\n\n收到申请12\n件，部\n— 3 —\n门2\n1个。\n下";
        let paragraphs = [Span::new(0, 6), Span::new(8, text.len() - 4), Span::new(text.len() - 3, text.len())];
        let joined = join(text, &paragraphs).unwrap();
        assert_eq!(joined.text, "标题\n\n收到申请12件，部门2\n1个。\n下");
        assert_eq!(joined.paragraphs.len(), 3);
        let found = joined.text.find("部门").unwrap();
        let span = joined.to_given(Span::new(found, found + "部门".len()));
        assert_eq!(&text[span.range()], "部\n— 3 —\n门");
        let found = joined.text.find("12件").unwrap();
        assert_eq!(&text[joined.to_given(Span::new(found, found + 5)).range()], "12\n件");
        for found in ["标题", "收到申请12", "12件，部门", "门2", "下"] {
            let at = joined.text.find(found).unwrap();
            let span = Span::new(at, at + found.len());
            assert_eq!(joined.to_joined(joined.to_given(span)), span, "{found}");
        }
        assert!(join("甲\n乙", &[Span::new(0, 3), Span::new(4, 7)]).is_none());
    }
}
