//! Figures out of the prose of Chinese government reports: typed, anchored, checkable.
#![doc = include_str!("../README.md")]

mod attribution;
pub mod audit;
mod bracket;
mod charset;
mod clause;
mod decimal;
mod dictionary;
mod error;
mod extractor;
mod fact;
mod glyph;
pub mod indicator;
mod layout;
mod lexicon;
pub mod numeral;
pub mod outline;
mod period;
pub mod quantity;
mod report;
mod scan;
mod segment;
mod span;
pub mod table;
pub mod unit;

pub use error::Error;
pub use extractor::Extractor;
pub use fact::{Base, Bound, Change, Date, Direction, Fact, Kind, Period, Reason, Rejected, Stated, Whole};
pub use outline::Section;
pub use report::Report;
pub use segment::{Segmenter, Word};
pub use span::Span;
pub use unit::Unit;
