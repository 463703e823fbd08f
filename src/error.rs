//! The one error of the library. Extraction does not fail; configuration can.

use std::fmt;

/// What is wrong with a configuration, or with a date that was to be read.
///
/// ```
/// let error = nianbao::Extractor::new().dictionary("词 不是频率\n".as_bytes()).unwrap_err();
/// assert!(error.to_string().starts_with("dictionary:"));
/// ```
#[derive(Debug)]
pub struct Error(Problem);

#[derive(Debug)]
enum Problem {
    Dictionary(String),
    Unit { spelling: String, reason: &'static str },
    Date(String),
}

impl Error {
    pub(crate) fn dictionary(reason: impl fmt::Display) -> Self {
        Error(Problem::Dictionary(reason.to_string()))
    }

    pub(crate) fn unit(spelling: &str, reason: &'static str) -> Self {
        Error(Problem::Unit { spelling: spelling.to_owned(), reason })
    }

    pub(crate) fn date(text: &str) -> Self {
        Error(Problem::Date(text.to_owned()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Problem::Dictionary(reason) => write!(f, "dictionary: {reason}"),
            Problem::Unit { spelling, reason } => write!(f, "unit {spelling:?}: {reason}"),
            Problem::Date(text) => write!(f, "not a day as YYYY-MM-DD: {text:?}"),
        }
    }
}

impl std::error::Error for Error {}
