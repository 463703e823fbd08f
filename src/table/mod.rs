//! Tables: the grid that a reader of documents hands in.

mod grid;

pub use grid::{Cell, Table};
