//! What is said of each figure: so far, what it counts.

use std::collections::HashSet;

use once_cell::sync::OnceCell;

pub(crate) mod label;
#[rustfmt::skip] // Tables of words, many a line.
mod words;

/// A long table of words that is asked at every word of a label, by its hash.
struct Words {
    list: &'static [&'static str],
    set: OnceCell<HashSet<&'static str>>,
}

impl Words {
    const fn new(list: &'static [&'static str]) -> Self {
        Words { list, set: OnceCell::new() }
    }

    fn contains(&self, word: &str) -> bool {
        self.set.get_or_init(|| self.list.iter().copied().collect()).contains(word)
    }
}
