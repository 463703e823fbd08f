//! The words of a table, looked for in a text all at once.

use once_cell::sync::OnceCell;
use rustc_hash::FxHashMap;

use crate::charset::CharSet;
use crate::span::Span;

/// Words with what each of them says.
///
/// Words begin at few of the characters of a text, so each character is asked for one bit; where that is set, its next
/// one says which few words there can be. An automaton by characters keeps a table of all of them for each of the
/// two dozen word tables, and those do not fit into the caches together.
pub(crate) struct Lexicon<V> {
    /// The characters with which words begin.
    firsts: CharSet,
    /// Those that are second in one: most characters with which words begin are followed by none of them.
    seconds: CharSet,
    /// The words by their first two characters, the longest first.
    words: FxHashMap<(char, char), Vec<(&'static str, V)>>,
    /// The words of one character.
    alone: FxHashMap<char, (&'static str, V)>,
}

/// The bytes of a Chinese character.
const THREE: usize = 3;

impl<V: Copy> Lexicon<V> {
    /// # Panics
    /// For a word that stands in it twice or is empty: the tables are constants, and the tests use each of them.
    pub(crate) fn new(rows: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        let mut firsts = Vec::new();
        let mut seconds = Vec::new();
        let mut words: FxHashMap<_, Vec<(&'static str, V)>> = FxHashMap::default();
        let mut alone = FxHashMap::default();
        for (word, value) in rows {
            let mut chars = word.chars();
            let first = chars.next().expect("a word has characters");
            firsts.push(first);
            let again = match chars.next() {
                Some(second) => {
                    seconds.push(second);
                    let row = words.entry((first, second)).or_default();
                    let again = row.iter().any(|(other, _)| *other == word);
                    let place = row.partition_point(|(other, _)| other.len() > word.len());
                    row.insert(place, (word, value));
                    again
                }
                None => alone.insert(first, (word, value)).is_some(),
            };
            assert!(!again, "{word} stands twice in a table");
        }
        Lexicon { firsts: CharSet::new(firsts), seconds: CharSet::new(seconds), words, alone }
    }

    /// The words of a text in order, the longest where several begin, without overlap.
    #[inline]
    pub(crate) fn find_iter<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (Span, V)> + 't {
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                at = self.firsts.find(text, at, text.len())?;
                if !self.goes_on(&text.as_bytes()[at..]) {
                    at += THREE;
                    continue;
                }
                if let Some((word, value)) = self.longest(&text[at..]) {
                    let start = at;
                    at += word.len();
                    return Some((Span::new(start, at), value));
                }
                at += text[at..].chars().next().map_or(1, char::len_utf8);
            }
        })
    }

    /// The characters with which words begin.
    pub(crate) fn firsts(&self) -> &CharSet {
        &self.firsts
    }

    /// Whether a word may begin there; undecoded.
    #[inline]
    pub(crate) fn may_begin(&self, bytes: &[u8]) -> bool {
        self.firsts.begins(bytes) && self.goes_on(bytes)
    }

    /// Whether a word can begin where its first character stands: most of those are told by the second one, undecoded.
    #[inline]
    fn goes_on(&self, bytes: &[u8]) -> bool {
        match bytes {
            [0xe0..=0xef, _, _, lead @ 0xe0..=0xef, middle, last, ..] => {
                self.seconds.has(*lead, *middle, *last) || !self.alone.is_empty()
            }
            _ => true,
        }
    }

    /// The longest word that the text begins with.
    pub(crate) fn longest(&self, text: &str) -> Option<(&'static str, V)> {
        let mut chars = text.chars();
        let first = chars.next()?;
        if !self.firsts.contains(first) {
            return None;
        }
        let second = chars.next().filter(|second| self.seconds.contains(*second));
        let pair = second.and_then(|second| self.words.get(&(first, second)));
        let longest = pair.into_iter().flatten().find(|(word, _)| text.starts_with(word));
        let alone = || if self.alone.is_empty() { None } else { self.alone.get(&first) };
        longest.or_else(alone).copied()
    }
}

/// Words that are looked for anywhere in a few words of the text, all of them at once.
pub(crate) struct Phrases {
    pub(crate) list: &'static [&'static str],
    lexicon: OnceCell<Lexicon<()>>,
}

impl Phrases {
    pub(crate) const fn new(list: &'static [&'static str]) -> Self {
        Phrases { list, lexicon: OnceCell::new() }
    }

    fn lexicon(&self) -> &Lexicon<()> {
        self.lexicon.get_or_init(|| Lexicon::new(self.list.iter().map(|word| (*word, ()))))
    }

    /// The words in the text.
    pub(crate) fn all<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Span> + 't {
        self.lexicon().find_iter(text).map(|(span, ())| span)
    }

    /// Whether the text begins with one of the words.
    pub(crate) fn begins(&self, text: &str) -> bool {
        self.lexicon().longest(text).is_some()
    }

    /// Whether one of the words stands in the text.
    pub(crate) fn any(&self, text: &str) -> bool {
        self.all(text).next().is_some()
    }

    /// The last of the words in the text.
    pub(crate) fn last(&self, text: &str) -> Option<Span> {
        self.all(text).last()
    }

    /// Where the word begins that the text ends with.
    pub(crate) fn ends(&self, text: &str) -> Option<usize> {
        self.last(text).filter(|m| m.end == text.len()).map(|m| m.start)
    }
}
