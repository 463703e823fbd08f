//! What is said of each figure: so far, what it counts.

pub(crate) mod label;
