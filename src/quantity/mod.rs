//! Quantities: numeral, unit and bound words, as one expression with a typed value.
//!
//! [`find_iter`] is the public face; the extractor uses the same reader and keeps what was refused too. The
//! reader walks the numerals of a block (a paragraph or a heading) from left to right. Each is asked, in this
//! order: is it a part of something that states no figure (`refuse`), does a unit stand behind it
//! (`read`), does a noun of quantity govern it. A numeral with none of these waits: the unit may come with
//! the next one (3、5、8件).

mod bound;
#[rustfmt::skip] // As `words`.
mod idiom;
mod read;
mod refuse;
mod shared;
#[rustfmt::skip] // Tables of words, many a line.
mod words;

use std::borrow::Cow;

use once_cell::sync::Lazy;
use rust_decimal::Decimal;

use crate::bracket::{self, Around, Bracket, Nesting};
use crate::charset::CharSet;
use crate::fact::{Bound, Kind, Reason, Rejected};
use crate::glyph::{Glyph, Mark, STARTS, glyph, is_digit, is_han, last_chars, survey, within};
use crate::numeral::sign_before;
use crate::outline;
use crate::period::{self, Time};
use crate::scan::{Mode, Scan, Stop, scan};
use crate::segment::{self, Segmenter};
use crate::span::Span;
use crate::unit::Units;

/// A quantity expression of a text, without what is said of it.
///
/// ```
/// use nianbao::{Bound, Kind, quantity};
/// let q = quantity::find_iter("约2.5万元").next().unwrap();
/// assert_eq!((q.kind, q.value, q.bound), (Kind::Money, Some(25_000.into()), Bound::About));
/// assert_eq!(q.unit.as_deref(), Some("CNY"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quantity {
    /// The expression with the sign and bound words that touch it; offsets into the text as given.
    pub span: Span,
    /// What sort of number it is.
    pub kind: Kind,
    /// The exact value in the unit of `unit`; none for a range and a fraction.
    pub value: Option<Decimal>,
    /// The lower end of a range; the numerator of a fraction.
    pub lower: Option<Decimal>,
    /// The upper end of a range; the denominator of a fraction.
    pub upper: Option<Decimal>,
    /// As [`Fact::unit`](crate::Fact::unit).
    pub unit: Option<Cow<'static, str>>,
    /// How the value bounds the truth.
    pub bound: Bound,
    /// What a numeral before it in a list or a range takes from it; none where no unit stands behind its numeral.
    pub(crate) shared: Option<Shared>,
}

impl Quantity {
    /// The same quantity as a range.
    fn ranging(self, lower: Decimal, upper: Decimal) -> Quantity {
        Quantity { value: None, lower: Some(lower), upper: Some(upper), bound: Bound::Range, ..self }
    }

    /// The same quantity from `start` on.
    fn starting(self, start: usize) -> Quantity {
        Quantity { span: Span::new(start, self.span.end), ..self }
    }
}

/// What the numbers of a list share with the one that has the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shared {
    /// What the unit multiplies a number with: ‰ is 0.1 of a per cent, 成 ten.
    pub(crate) factor: Decimal,
    /// The power of ten of the scale: 3、5、8亿元.
    pub(crate) scale: u32,
}

/// Every quantity expression of `text`, in order, by the built-in units.
///
/// Dates, references, names, set phrases and the article-like 一 are no quantities, here as in the extractor.
///
/// ```
/// let text = "2017年，县局等3个部门印发通报4期，办结率99.8%。";
/// let found: Vec<_> = nianbao::quantity::find_iter(text).map(|q| &text[q.span.range()]).collect();
/// assert_eq!(found, ["3个", "4期", "99.8%"]);
/// ```
pub fn find_iter(text: &str) -> impl Iterator<Item = Quantity> + use<> {
    let mut reader = Reader::new(text, Units::built_in(), segment::shared());
    for paragraph in outline::paragraphs(text, &[]) {
        reader.block(paragraph);
    }
    reader.reading.quantities.into_iter()
}

/// What a text holds, each list in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) quantities: Vec<Quantity>,
    pub(crate) rejected: Vec<Rejected>,
    pub(crate) times: Vec<Time>,
    /// Where a word of time may begin.
    pub(crate) time_words: Vec<usize>,
    /// The marks of all blocks, and the brackets of those that hold numerals.
    pub(crate) marks: Vec<Mark>,
    pub(crate) brackets: Vec<Bracket>,
}

impl Reading {
    /// The times of a block in the order of the text: those in numerals, and those that words name elsewhere.
    pub(crate) fn times(&self, text: &str, block: Span) -> Vec<Time> {
        let dates = within(&self.times, block, |time| time.span.start);
        let words = within(&self.time_words, block, |at| *at);
        period::with_words(text, block, dates, words)
    }

    /// The brackets of a block that holds a numeral.
    pub(crate) fn brackets(&self, block: Span) -> &[Bracket] {
        within(&self.brackets, block, |b| b.span.start)
    }

    /// Whether a numeral that is no figure lies partly inside a span.
    pub(crate) fn splits(&self, span: Span) -> bool {
        let from = self.rejected.partition_point(|r| r.span.end <= span.start);
        let mut over = self.rejected[from..].iter().take_while(|r| r.span.start < span.end);
        over.any(|r| !span.contains(r.span))
    }

    /// What stands between the words of a block and is no word of a label.
    pub(crate) fn skips(&self, block: Span) -> Vec<Span> {
        let from = self.rejected.partition_point(|r| r.span.end <= block.start);
        let here = self.rejected[from..].iter().take_while(|r| r.span.start < block.end);
        let skipped = [Reason::Date, Reason::Period, Reason::Page, Reason::HeadingMark, Reason::Footnote];
        here.filter(|r| skipped.contains(&r.reason)).map(|r| r.span).collect()
    }
}

pub(crate) struct Reader<'a> {
    text: &'a str,
    units: &'a Units,
    segmenter: &'a Segmenter,
    mode: Mode,
    pub(crate) reading: Reading,
    block: Span,
    /// Where a quantity may begin in the block.
    starts: Vec<usize>,
    brackets: Vec<Bracket>,
    /// Numerals that wait for the unit of the next one.
    waiting: Vec<Number>,
    last: Last,
    /// Where 零下 stands before the next numeral.
    below_zero: Option<usize>,
    /// Whether a word of ratios stands in the block, once that was asked.
    ratios: Option<bool>,
}

/// The words of a temperature below zero.
const BELOW_ZERO: &str = "零下";

/// A numeral under examination.
#[derive(Clone, Copy)]
struct Number {
    /// Where the numeral begins, without its sign.
    start: usize,
    scan: Scan,
    /// Where a minus stands before it.
    minus: Option<usize>,
}

impl Number {
    fn begin(&self) -> usize {
        self.minus.unwrap_or(self.start)
    }

    fn span(&self) -> Span {
        Span::new(self.begin(), self.scan.end)
    }

    fn values(&self) -> (Decimal, Decimal) {
        match self.minus {
            Some(_) => (-self.scan.upper, -self.scan.lower),
            None => (self.scan.lower, self.scan.upper),
        }
    }

    /// The numeral is the one character `word`.
    fn is(&self, text: &str, word: &str) -> bool {
        &text[self.start..self.scan.end] == word
    }
}

/// What was read last, and where it ended.
#[derive(Clone, Copy)]
struct Last {
    end: usize,
    what: LastWhat,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LastWhat {
    Nothing,
    Quantity,
    Refused(Reason),
}

/// How a numeral was decided.
enum Outcome {
    Quantity(Quantity),
    Refused(Span, Reason),
    Time(Time),
    /// Nothing behind it says what it is.
    Waits,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str, units: &'a Units, segmenter: &'a Segmenter) -> Self {
        Reader {
            text,
            units,
            segmenter,
            mode: if letterspaced(text) { Mode::Letterspaced } else { Mode::Prose },
            reading: Reading::default(),
            block: Span::new(0, 0),
            starts: Vec::new(),
            brackets: Vec::new(),
            waiting: Vec::new(),
            last: Last { end: 0, what: LastWhat::Nothing },
            below_zero: None,
            ratios: None,
        }
    }

    /// Reads one block. Blocks must come in the order of the text.
    pub(crate) fn block(&mut self, block: Span) {
        let known = self.reading.marks.len();
        let mut starts = std::mem::take(&mut self.starts);
        starts.clear();
        let Reading { marks, time_words, .. } = &mut self.reading;
        survey(self.text, block, &OPENING, marks, |at| {
            let bytes = &self.text.as_bytes()[at..];
            if STARTS.begins(bytes) {
                starts.push(at);
            }
            if period::WORDS.may_begin(bytes) {
                time_words.push(at);
            }
        });
        if !starts.is_empty() {
            let brackets = bracket::pairs(&self.reading.marks[known..]);
            self.reading.brackets.extend_from_slice(&brackets);
            self.brackets.clone_from(&brackets);
            self.block = block;
            self.ratios = None;
            self.last = Last { end: block.start, what: LastWhat::Nothing };
            let mut nesting = Nesting::new(&brackets);
            let mut next = 0;
            for &at in &starts {
                if at >= next {
                    next = self.numeral(at, nesting.around(at));
                }
            }
            self.give_up_below_zero(usize::MAX);
            self.flush();
        }
        self.starts = starts;
    }

    /// Decides the numeral at `start` and says where to go on.
    fn numeral(&mut self, start: usize, around: Around) -> usize {
        if self.text[start..].starts_with('半') {
            return match self.half_word(start) {
                Some(quantity) => self.settle(Outcome::Quantity(quantity), None),
                None => start + '半'.len_utf8(),
            };
        }
        // 零下25℃
        let degrees = self.text[start..self.block.end].strip_prefix(BELOW_ZERO);
        if degrees.is_some_and(|d| d.chars().next().and_then(glyph).is_some_and(Glyph::is_part)) {
            self.flush();
            self.give_up_below_zero(start);
            self.below_zero = Some(start);
            return start + BELOW_ZERO.len();
        }
        let scan = match scan(self.text, start, self.block.end, self.mode) {
            Ok(scan) => scan,
            Err(Stop::Nothing(at)) => return at.max(start + 1),
            Err(Stop::TooLarge(_, stop)) => {
                let end = self.numeral_end(start).max(stop);
                return self.settle(Outcome::Refused(Span::new(start, end), Reason::Bare), None);
            }
        };
        let floor = self.last.end.min(start);
        // Right behind a quantity, a dash joins (2%-4%) and does not negate.
        let joins = |at: usize| self.last.what == LastWhat::Quantity && at == self.last.end;
        let below = self.below_zero.filter(|&at| at + BELOW_ZERO.len() == start);
        let minus = sign_before(self.text, floor, start).filter(|&at| !joins(at)).or(below);
        let number = Number { start, scan, minus };
        let outcome = self.refuse(&number, around).unwrap_or_else(|| self.read(&number));
        self.settle(outcome, Some(number))
    }

    /// The end of the run of numeral characters at `start`.
    fn numeral_end(&self, start: usize) -> usize {
        self.text[start..self.block.end]
            .char_indices()
            .find(|&(_, c)| !glyph(c).is_some_and(|g| g.is_part() || g == Glyph::DecimalMark))
            .map_or(self.block.end, |(i, _)| start + i)
    }

    /// Writes an outcome down, with what it says about the numerals that wait for it.
    fn settle(&mut self, outcome: Outcome, number: Option<Number>) -> usize {
        let begin = match &outcome {
            Outcome::Quantity(quantity) => quantity.span.start,
            Outcome::Refused(span, _) => span.start,
            Outcome::Time(time) => time.span.start,
            Outcome::Waits => number.map_or(usize::MAX, |n| n.begin()),
        };
        self.give_up_below_zero(begin);
        if !self.waiting.is_empty() && !number.is_some_and(|n| self.joins_waiting(&n)) {
            self.flush();
        }
        let (end, what) = match outcome {
            Outcome::Waits => {
                let Some(number) = number else { return self.last.end };
                self.waiting.push(number);
                return number.scan.end;
            }
            Outcome::Quantity(quantity) => {
                let end = quantity.span.end;
                self.share(quantity, number);
                (end, LastWhat::Quantity)
            }
            Outcome::Refused(span, reason) => {
                // 半数|十: what was read before it stays what it is.
                let span = Span::new(span.start.max(self.last.end).min(span.end), span.end);
                self.give_up_waiting(reason);
                self.reject(span, reason);
                (span.end, LastWhat::Refused(reason))
            }
            Outcome::Time(time) => {
                self.give_up_waiting(Reason::Date);
                self.reject(time.span, Reason::Date);
                self.reading.times.push(time);
                (time.span.end, LastWhat::Refused(Reason::Date))
            }
        };
        self.last = Last { end, what };
        end
    }

    /// 零下 that the expression beginning at `begin` did not take up.
    fn give_up_below_zero(&mut self, begin: usize) {
        if let Some(at) = self.below_zero.take().filter(|&at| at < begin) {
            self.reject(Span::new(at, at + '零'.len_utf8()), Reason::Bare);
        }
    }

    fn reject(&mut self, span: Span, reason: Reason) {
        // What two recognisers meet in (第九条至第十条) is kept once.
        let start = self.reading.rejected.last().map_or(span.start, |r| span.start.max(r.span.end));
        if start < span.end {
            self.reading.rejected.push(Rejected { span: Span::new(start, span.end), reason });
        }
    }

    /// The last `count` characters before `at`, within the block.
    fn left(&self, at: usize, count: usize) -> &'a str {
        last_chars(&self.text[self.block.start..at], count)
    }

    /// The next `count` characters from `at` on, within the block.
    fn ahead(&self, at: usize, count: usize) -> &'a str {
        let right = self.right(at);
        right.char_indices().nth(count).map_or(right, |(i, _)| &right[..i])
    }

    /// What stands from `at` to the end of the block.
    fn right(&self, at: usize) -> &'a str {
        &self.text[at.min(self.block.end)..self.block.end]
    }
}

/// A text most of whose digits have a space behind them has its digits set apart by layout (1 9 9 8 年): there,
/// and only there, digits are joined over a space.
fn letterspaced(text: &str) -> bool {
    /// Fewer digits prove nothing.
    const FEWEST: usize = 12;
    let behind_digit = |&at: &usize| text[..at].ends_with(is_digit);
    let spaced = memchr::memchr_iter(b' ', text.as_bytes()).filter(behind_digit).count();
    // In most texts the spaces alone say no.
    spaced * 10 >= FEWEST * 8 && {
        let digits = text.chars().filter(|c| is_digit(*c)).count();
        digits >= FEWEST && spaced * 10 >= digits * 8
    }
}

/// What is looked for at every character: numerals and words of time.
static OPENING: Lazy<CharSet> = Lazy::new(|| STARTS.union(period::WORDS.firsts()));

/// The marks that end a clause.
static CLOSING: Lazy<CharSet> = Lazy::new(|| CharSet::new("，。；、：！？,;:!?）)】]》”」』’…".chars()));

/// Whether a clause ends at the beginning of `right`: nothing there, or punctuation.
fn at_boundary(right: &str) -> bool {
    right.trim_start_matches(crate::glyph::is_space).chars().next().is_none_or(|c| CLOSING.contains(c))
}
