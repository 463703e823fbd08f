//! Sentences and clauses of the blocks that hold figures.

use crate::bracket::{Bracket, Nesting, Pair};
use crate::glyph::{Mark, is_digit};
use crate::segment;
use crate::span::Span;

/// A clause: what stands between two marks of punctuation (not 、), or an aside's part between them. A clause
/// that an aside interrupts goes on behind it; the aside's clauses lie inside its span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) span: Span,
    /// How many brackets are around it.
    pub(crate) depth: usize,
    /// Index of the sentence that it is a part of.
    pub(crate) sentence: usize,
}

/// The sentences and clauses of one block, each in the order in which they begin.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    pub(crate) sentences: Vec<Span>,
    pub(crate) clauses: Vec<Clause>,
    /// The asides, brackets included.
    pub(crate) asides: Vec<Span>,
    /// Quotations and titles, those inside of others left out.
    pub(crate) names: Vec<Bracket>,
}

/// Cuts a block with these marks and brackets.
pub(crate) fn read(text: &str, block: Span, marks: &[Mark], brackets: &[Bracket]) -> Clauses {
    let sentences = segment::sentences(text, block, marks, brackets);
    let mut nesting = Nesting::new(brackets);
    let mut found = Clauses { sentences, names: names(brackets), ..Clauses::default() };
    // The beginnings of the clauses that are open, one for every aside around the place.
    let mut open = vec![block.start];
    let mut ends: Vec<usize> = Vec::new();
    found.clauses.reserve(2 * found.sentences.len());
    let mut asides = brackets.iter().filter(|b| b.pair == Pair::Aside).peekable();
    for &(at, c) in marks {
        if ends.last() == Some(&at) {
            ends.pop();
            found.close(&mut open, at);
            open.pop();
            continue;
        }
        if let Some(aside) = asides.next_if(|a| a.span.start == at) {
            found.asides.push(aside.span);
            open.push(aside.inner.start);
            ends.push(aside.inner.end);
        } else if divides(text, block, at, c) && !nesting.around(at).titled {
            found.close(&mut open, at);
            if let Some(start) = open.last_mut() {
                *start = at + c.len_utf8();
            }
        }
    }
    found.close(&mut open, block.end);
    found.clauses.sort_by_key(|c| (c.span.start, c.depth));
    found
}

fn names(brackets: &[Bracket]) -> Vec<Bracket> {
    let mut end = 0;
    let outermost = |b: &&Bracket| {
        let outside = b.span.start >= end;
        end = end.max(b.span.end);
        outside
    };
    brackets.iter().filter(|b| b.pair != Pair::Aside).filter(outermost).copied().collect()
}

impl Clauses {
    fn close(&mut self, open: &mut [usize], at: usize) {
        let (Some(&start), depth) = (open.last(), open.len().saturating_sub(1)) else { return };
        if start < at {
            let sentence =
                self.sentences.partition_point(|s| s.end <= start).min(self.sentences.len().saturating_sub(1));
            self.clauses.push(Clause { span: Span::new(start, at), depth, sentence });
        }
    }

    /// The sentence that holds a figure; two, where one ends inside it.
    pub(crate) fn sentence_of(&self, figure: Span) -> Option<Span> {
        let first = self.sentences.get(self.sentences.partition_point(|s| s.end <= figure.start))?;
        let last = self.sentences.get(self.sentences.partition_point(|s| s.end < figure.end))?;
        Some(Span::new(first.start.min(figure.start), last.end.max(figure.end)))
    }

    /// The innermost aside around a figure.
    pub(crate) fn aside_around(&self, figure: Span) -> Option<Span> {
        /// Asides that opened and closed again before the figure are passed over, so many at most.
        const NEAR: usize = 16;
        let before = self.asides.partition_point(|a| a.start < figure.start);
        self.asides[..before].iter().rev().take(NEAR).find(|a| a.contains(figure)).copied()
    }

    /// The outermost aside that ends at a place.
    pub(crate) fn aside_ending(&self, at: usize) -> Option<Span> {
        /// No more of them end together.
        const NESTED: usize = 16;
        let before = self.asides.partition_point(|a| a.start < at);
        let from = before.saturating_sub(NESTED);
        self.asides[from..before].iter().find(|a| a.end == at).copied()
    }

    /// For every place of an ascending list, the index of the innermost clause around it.
    pub(crate) fn around(&self, places: impl Iterator<Item = usize>) -> Vec<Option<usize>> {
        let mut next = 0;
        let mut open: Vec<usize> = Vec::new();
        places
            .map(|at| {
                while self.clauses.get(next).is_some_and(|c| c.span.start <= at) {
                    while open.last().is_some_and(|&o| self.clauses[o].span.end <= self.clauses[next].span.start) {
                        open.pop();
                    }
                    open.push(next);
                    next += 1;
                }
                while open.last().is_some_and(|&o| self.clauses[o].span.end <= at) {
                    open.pop();
                }
                open.last().copied()
            })
            .collect()
    }
}

/// Marks that may divide clauses.
const DIVIDING: [char; 12] = ['，', '。', '；', '：', '！', '？', '…', ',', ';', ':', '!', '?'];

/// Whether the mark at `at` divides clauses: an ASCII one does not between digits (1,234; 8:30).
pub(crate) fn divides(text: &str, block: Span, at: usize, c: char) -> bool {
    match c {
        ',' | ';' | ':' | '!' | '?' => {
            let digit = |c: Option<char>| c.is_some_and(is_digit);
            !(digit(text[block.start..at].chars().next_back()) && digit(text[at + 1..block.end].chars().next()))
        }
        _ => DIVIDING.contains(&c),
    }
}
