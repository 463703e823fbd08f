//! A set of characters that is asked of every character of a text.

/// Characters below U+10000, one bit each, 64 in a row. The last byte of a character in UTF-8 has six bits of it, so
/// that the bytes before say the row and nothing is decoded.
pub(crate) struct CharSet {
    rows: Box<[u64; ROWS]>,
}

const ROWS: usize = 0x10000 / 64;

impl Default for CharSet {
    fn default() -> Self {
        CharSet::new([])
    }
}

impl CharSet {
    /// Those of the characters that are below U+10000.
    pub(crate) fn new(chars: impl IntoIterator<Item = char>) -> Self {
        let mut rows = Box::new([0; ROWS]);
        for c in chars {
            if let Some(row) = rows.get_mut(c as usize / 64) {
                *row |= 1 << (c as usize % 64);
            }
        }
        CharSet { rows }
    }

    /// The characters of both.
    pub(crate) fn union(&self, other: &CharSet) -> Self {
        let mut rows = self.rows.clone();
        rows.iter_mut().zip(other.rows.iter()).for_each(|(row, more)| *row |= more);
        CharSet { rows }
    }

    pub(crate) fn contains(&self, c: char) -> bool {
        self.rows.get(c as usize / 64).is_some_and(|row| row >> (c as usize % 64) & 1 == 1)
    }

    /// Whether the text that has these bytes begins with one of its characters.
    #[inline]
    pub(crate) fn begins(&self, bytes: &[u8]) -> bool {
        match *bytes {
            [lead @ 0xe0..=0xef, middle, last, ..] => self.has(lead, middle, last),
            [byte @ 0..0x80, ..] => self.bit(usize::from(byte >> 6), byte),
            [lead @ 0xc0..=0xdf, last, ..] => self.bit(usize::from(lead & 0x1f), last),
            _ => false,
        }
    }

    /// Whether it has the character of three bytes.
    #[inline]
    pub(crate) fn has(&self, lead: u8, middle: u8, last: u8) -> bool {
        self.bit(usize::from(lead & 0xf) << 6 | usize::from(middle & 0x3f), last)
    }

    #[inline]
    fn bit(&self, row: usize, last: u8) -> bool {
        self.rows[row % ROWS] >> (last & 0x3f) & 1 == 1
    }

    /// Where the next character of the set begins in `text[at..end]`.
    #[inline]
    pub(crate) fn find(&self, text: &str, at: usize, end: usize) -> Option<usize> {
        let bytes = &text.as_bytes()[..end];
        let mut at = at;
        loop {
            // Most characters have three bytes.
            while let Some(&[lead @ 0xe0..=0xef, middle, last]) = bytes.get(at..)?.first_chunk() {
                if self.has(lead, middle, last) {
                    return Some(at);
                }
                at += 3;
            }
            let len = match *bytes.get(at)? {
                0..0x80 => 1,
                0xc0..=0xdf => 2,
                // Past U+FFFF, where the set has none.
                _ => 4,
            };
            if self.begins(&bytes[at..]) {
                return Some(at);
            }
            at += len;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::CharSet;

    proptest! {
        /// Whether looked for by bytes or asked one by one, the characters are the same.
        #[test]
        fn finds_what_it_contains(chars in "\\PC{0,8}", text in "\\PC{0,40}") {
            let set = CharSet::new(chars.chars());
            let member = |c: char| chars.contains(c) && c < '\u{10000}';
            prop_assert!(text.chars().all(|c| set.contains(c) == member(c)));
            let mixed = format!("{text}{chars}{text}");
            prop_assert_eq!(set.find(&mixed, 0, mixed.len()), mixed.find(member));
        }
    }
}
