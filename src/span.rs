//! Byte offsets into the text as given.

use serde::{Deserialize, Serialize};

/// A half-open range of byte offsets into the text that was given to the extractor.
///
/// Both ends lie on character boundaries, so that `&text[span.range()]` never panics for the text that
/// the span came from. Offsets are never normalised: a byte order mark, carriage returns and full-width
/// digits all count as the bytes that they are.
///
/// ```
/// let text = "收到申请12件。";
/// let quantity = nianbao::quantity::find_iter(text).next().unwrap();
/// assert_eq!(&text[quantity.span.range()], "12件");
/// assert_eq!((quantity.span.start, quantity.span.end), (12, 17));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl Span {
    /// A span from its two ends.
    ///
    /// ```
    /// assert_eq!(nianbao::Span::new(3, 9).len(), 6);
    /// ```
    pub fn new(start: usize, end: usize) -> Self {
        Span { start, end }
    }

    /// The span as a range, to slice the text with.
    ///
    /// ```
    /// assert_eq!(&"年报"[nianbao::Span::new(0, 3).range()], "年");
    /// ```
    pub fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// Length in bytes.
    ///
    /// ```
    /// assert_eq!(nianbao::Span::new(0, 3).len(), 3);
    /// ```
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    ///
    /// ```
    /// assert!(nianbao::Span::new(3, 3).is_empty());
    /// ```
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside this span.
    ///
    /// ```
    /// use nianbao::Span;
    /// assert!(Span::new(0, 9).contains(Span::new(3, 6)));
    /// assert!(!Span::new(0, 5).contains(Span::new(3, 6)));
    /// ```
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
