//! The words of a table, looked for in a text all at once.

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};

use crate::span::Span;

/// Words with what each of them says. It steps through a text by characters: a byte automaton takes three steps for
/// each of them.
pub(crate) struct Lexicon<V>(CharwiseDoubleArrayAhoCorasick<V>);

impl<V: Copy> Lexicon<V> {
    /// # Panics
    /// For a word that stands in it twice: the tables are constants, and the tests use each of them.
    pub(crate) fn new(rows: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        let built =
            CharwiseDoubleArrayAhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest).build_with_values(rows);
        Lexicon(built.expect("a few hundred short words, each once, are no more than the automaton holds"))
    }

    /// The words of a text in order, the longest where several begin, without overlap.
    #[inline]
    pub(crate) fn find_iter<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (Span, V)> + 't {
        self.0.leftmost_find_iter(text).map(|m| (Span::new(m.start(), m.end()), m.value()))
    }
}
