//! Numerals: Arabic, Chinese, financial and mixed, as exact decimals.
//!
//! [`parse`] reads all of a text as one numeral or says where it is none; [`find_iter`] finds every
//! numeral of a text. Both stand on one scanner and one table of glyphs.
//!
//! The grammar, in the order in which the scanner applies it:
//!
//! * an Arabic literal is digits (half- or full-width), grouped by `,` `，` or a space in threes, with an
//!   optional decimal part; Chinese digits in a row are read by position (二〇一七);
//! * 十 百 千 multiply the digit before them and must descend; 万 亿 multiply the section before them, and a
//!   greater one all that is smaller before it (一万五千亿 = 1.5 × 10¹²); behind 亿亿 (10¹⁶) stands a number below
//!   it; 兆 (10¹²) counts as a scale only where a numeral follows it, since reports write 兆瓦 far more often;
//! * a last digit without a unit stands one place below the unit before it (四百五 = 450), unless 零 parts them;
//! * two digits in a row, the second one higher, are a range (七八 = 7–8, 三四十 = 30–40);
//! * 点 with digits behind it is a decimal point.

use std::fmt;

use rust_decimal::Decimal;

use crate::glyph::{Glyph, glyph, is_digit, is_han};
use crate::scan::{Mode, Stop, Style, scan, skip_spaces};
use crate::span::Span;

/// Why a text is no numeral, and where.
///
/// ```
/// let error = nianbao::numeral::parse("三十百").unwrap_err();
/// assert_eq!(error.position(), 6);
/// assert_eq!(error.to_string(), "not a numeral at byte 6: '百' cannot stand here");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    at: usize,
    problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Problem {
    Empty,
    Unexpected(char),
    Unfinished,
    Range,
    TooLarge,
    DivisionByZero,
}

impl ParseError {
    /// Byte offset, in the text as given, of the first character that cannot be part of the numeral; the
    /// text's length where it ends too early.
    ///
    /// ```
    /// assert_eq!(nianbao::numeral::parse("1..5").unwrap_err().position(), 1);
    /// ```
    pub fn position(&self) -> usize {
        self.at
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a numeral at byte {}: ", self.at)?;
        match &self.problem {
            Problem::Empty => write!(f, "the text is empty"),
            Problem::Unexpected(c) => write!(f, "{c:?} cannot stand here"),
            Problem::Unfinished => write!(f, "the text ends too early"),
            Problem::Range => write!(f, "the text states a range, not one number"),
            Problem::TooLarge => write!(f, "the number has more than 28 digits"),
            Problem::DivisionByZero => write!(f, "the denominator is zero"),
        }
    }
}

impl std::error::Error for ParseError {}

/// A numeral found in a text.
///
/// ```
/// let all: Vec<_> = nianbao::numeral::find_iter("完成三四十项，14万余条").collect();
/// assert_eq!(all[0].value(), None);
/// assert_eq!((all[0].lower, all[0].upper), (30.into(), 40.into()));
/// assert_eq!(all[1].value(), Some(140_000.into()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numeral {
    /// Where the numeral stands, sign included; offsets into the text as given.
    pub span: Span,
    /// The number, or the lower end of a range (三四十: 30).
    pub lower: Decimal,
    /// The number, or the upper end of a range (三四十: 40).
    pub upper: Decimal,
}

impl Numeral {
    /// The number, where the numeral states one and no range.
    ///
    /// ```
    /// let n = nianbao::numeral::find_iter("共12件").next().unwrap();
    /// assert_eq!(n.value(), Some(12.into()));
    /// ```
    pub fn value(&self) -> Option<Decimal> {
        (self.lower == self.upper).then_some(self.lower)
    }
}

/// Reads all of `text` as one numeral.
///
/// White space between the parts is layout and skipped. A sign may lead (`-`, `－`, 负); 余, 多 and 几 inside a
/// scale (五百余万) are read over, since they bound the number and do not change it; a fraction (三分之一, 3/5,
/// 一又二分之一) gives its quotient, rounded to 28 digits where it does not end.
///
/// # Errors
/// [`ParseError`] with the byte offset of the first character that does not fit: for an empty text, for what
/// is no numeral (`三十百`, `1..5`), for a range (三四十), and for more than 28 digits.
///
/// ```
/// use nianbao::numeral::parse;
/// assert_eq!(parse("三万零五十").unwrap(), 30_050.into());
/// assert_eq!(parse("１，２３４．５").unwrap().to_string(), "1234.5");
/// assert_eq!(parse("壹佰贰拾万").unwrap(), 1_200_000.into());
/// assert!(parse("三四十").is_err());
/// ```
pub fn parse(text: &str) -> Result<Decimal, ParseError> {
    let error = |at, problem| ParseError { at, problem };
    let mut at = skip_spaces(text, 0, text.len());
    if at == text.len() {
        return Err(error(at, Problem::Empty));
    }
    let mut parts = [Decimal::ZERO; 3];
    let mut joints = [Joint::None; 3];
    let mut negative = false;
    for i in 0..3 {
        // 负三分之负二 has two signs; 一又负二分之一 is none.
        if let Some((minus, len)) = sign(&text[at..]).filter(|_| i == 0 || joints[0] == Joint::Under) {
            negative ^= minus;
            at = skip_spaces(text, at + len, text.len());
        }
        let scan = scan(text, at, text.len(), Mode::Parse).map_err(|stop| match stop {
            Stop::Nothing(at) => stopped(text, at),
            Stop::TooLarge(at, _) => error(at, Problem::TooLarge),
        })?;
        if scan.lower != scan.upper {
            return Err(error(at, Problem::Range));
        }
        if scan.malformed {
            return Err(stopped(text, scan.end));
        }
        parts[i] = scan.lower;
        let (joint, next) = joint(text, scan.end);
        // At most a whole and its fraction.
        let fits = match (i, joint) {
            (_, Joint::None) => true,
            (0, _) => true,
            (1, Joint::Under | Joint::Over) => joints[0] == Joint::And,
            _ => false,
        };
        if !fits {
            return Err(stopped(text, skip_spaces(text, scan.end, text.len())));
        }
        joints[i] = joint;
        at = next;
        if joint == Joint::None {
            break;
        }
    }
    at = skip_spaces(text, at, text.len());
    if matches!(&text[at..], "点" | "點") {
        return Err(error(text.len(), Problem::Unfinished));
    }
    if at < text.len() {
        return Err(stopped(text, at));
    }
    let quotient = |n: Decimal, d: Decimal| {
        let problem = if d.is_zero() { Problem::DivisionByZero } else { Problem::TooLarge };
        n.checked_div(d).ok_or_else(|| error(text.len(), problem))
    };
    let sum = |a: Decimal, b: Decimal| a.checked_add(b).ok_or_else(|| error(0, Problem::TooLarge));
    let value = match joints {
        [Joint::None, ..] => parts[0],
        [Joint::Under, Joint::None, _] => quotient(parts[1], parts[0])?,
        [Joint::Over, Joint::None, _] => quotient(parts[0], parts[1])?,
        [Joint::And, Joint::Under, Joint::None] => sum(parts[0], quotient(parts[2], parts[1])?)?,
        [Joint::And, Joint::Over, Joint::None] => sum(parts[0], quotient(parts[1], parts[2])?)?,
        _ => return Err(error(text.len(), Problem::Unfinished)),
    };
    Ok(if negative { -value } else { value }.normalize())
}

fn stopped(text: &str, at: usize) -> ParseError {
    let problem = text[at..].chars().next().map_or(Problem::Unfinished, Problem::Unexpected);
    ParseError { at, problem }
}

/// What joins the numbers of a fraction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    None,
    /// 分之: what stands before is the denominator.
    Under,
    /// `/`: what stands before is the numerator.
    Over,
    /// 又, or the space in `1 3/5`.
    And,
}

fn joint(text: &str, end: usize) -> (Joint, usize) {
    let at = skip_spaces(text, end, text.len());
    let rest = &text[at..];
    if let Some(tail) = rest.strip_prefix('分') {
        let at = skip_spaces(text, text.len() - tail.len(), text.len());
        if text[at..].starts_with('之') {
            return (Joint::Under, skip_spaces(text, at + '之'.len_utf8(), text.len()));
        }
    }
    match rest.chars().next() {
        Some(c @ ('/' | '／')) => (Joint::Over, skip_spaces(text, at + c.len_utf8(), text.len())),
        Some('又') => (Joint::And, skip_spaces(text, at + '又'.len_utf8(), text.len())),
        Some(c) if at > end && is_digit(c) => (Joint::And, at),
        _ => (Joint::None, end),
    }
}

fn sign(text: &str) -> Option<(bool, usize)> {
    let c = text.chars().next()?;
    let minus = match c {
        '-' | '－' | '−' | '负' | '負' => true,
        '+' | '＋' => false,
        _ => return None,
    };
    Some((minus, c.len_utf8()))
}

/// Every numeral of `text`, in order.
///
/// A numeral is as long as it can be; a run of numeral characters that is no numeral (三十百) is passed over.
/// Numerals are found inside words too (十分, 一般): whether one states a quantity is for
/// [`quantity::find_iter`](crate::quantity::find_iter) to say. Dotted runs (2018.02.11) are no numerals.
/// A minus sign belongs to the numeral where nothing that it could join stands before it.
///
/// ```
/// let text = "全县3个镇、十二个村，增长-2.5%";
/// let found: Vec<_> = nianbao::numeral::find_iter(text)
///     .map(|n| (&text[n.span.range()], n.lower.to_string()))
///     .collect();
/// assert_eq!(found, [("3", "3".into()), ("十二", "12".into()), ("-2.5", "-2.5".into())]);
/// ```
pub fn find_iter(text: &str) -> impl Iterator<Item = Numeral> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = next_numeral(text, at, text.len())?;
            match scan(text, start, text.len(), Mode::Prose) {
                Ok(s) => {
                    let floor = at;
                    at = s.end;
                    if s.malformed || s.style == Style::Dotted {
                        continue;
                    }
                    let minus = sign_before(text, floor, start);
                    let (lower, upper) = if minus.is_some() { (-s.upper, -s.lower) } else { (s.lower, s.upper) };
                    return Some(Numeral { span: Span::new(minus.unwrap_or(start), s.end), lower, upper });
                }
                Err(Stop::Nothing(end) | Stop::TooLarge(_, end)) => {
                    let step = text[start..].chars().next().map_or(1, char::len_utf8);
                    at = end.max(start + step);
                }
            }
        }
    })
}

/// Where the next numeral character stands at or after `at`.
pub(crate) fn next_numeral(text: &str, at: usize, end: usize) -> Option<usize> {
    text[at..end].char_indices().find(|&(_, c)| opens(c)).map(|(i, _)| at + i)
}

fn opens(c: char) -> bool {
    matches!(glyph(c), Some(Glyph::Arabic(_) | Glyph::Digit(_) | Glyph::Ten(_) | Glyph::Scale(_)))
}

/// Where the minus sign is that stands directly before a numeral at `start`.
///
/// `-` joins as often as it negates (3-5个, 0355-5021234, H5-2), so it is a sign only where what stands before
/// it is neither a letter, a digit, a closing bracket nor another dash.
pub(crate) fn sign_before(text: &str, floor: usize, start: usize) -> Option<usize> {
    let mut before = text[floor..start].chars().rev();
    let c = before.next()?;
    let at = start - c.len_utf8();
    match c {
        // 减负, 抱负, 胜负: a sign only behind a word of saying or a mark.
        '负' | '負' => {
            before.next().is_none_or(|p| !is_han(p) || "为是由从到至达约长降速率额".contains(p)).then_some(at)
        }
        '-' | '－' | '−' => before
            .next()
            .is_none_or(|p| {
                !(p.is_ascii_alphanumeric()
                    || glyph(p).is_some()
                    || matches!(p, '-' | '—' | '－' | '−' | ')' | '）' | ']' | '】' | '〕' | '号' | '年' | '月' | '日'))
            })
            .then_some(at),
        _ => None,
    }
}
