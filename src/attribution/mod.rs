//! What is said of each figure: so far, what it counts.

pub(crate) mod label;
#[rustfmt::skip] // Tables of words, many a line.
mod words;
