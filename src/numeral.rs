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
//!   greater one all that is smaller before it (一万五千亿 = 1.5 × 10¹²); 兆 (10¹²) counts as a scale only where
//!   a numeral follows it, since reports write 兆瓦 far more often;
//! * a last digit without a unit stands one place below the unit before it (四百五 = 450), unless 零 parts them;
//! * two digits in a row, the second one higher, are a range (七八 = 7–8, 三四十 = 30–40);
//! * 点 with digits behind it is a decimal point.

use std::fmt;

use rust_decimal::Decimal;

use crate::glyph::{Glyph, glyph, is_space};
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
    let mut joints = [Joint::None; 2];
    let mut negative = false;
    for i in 0..3 {
        if let Some((minus, len)) = sign(&text[at..]) {
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
        at = next;
        if i == 2 || joint == Joint::None {
            break;
        }
        joints[i] = joint;
    }
    at = skip_spaces(text, at, text.len());
    if matches!(&text[at..], "点" | "點") {
        return Err(error(text.len(), Problem::Unfinished));
    }
    if at < text.len() {
        return Err(stopped(text, at));
    }
    let quotient = |n: Decimal, d: Decimal| {
        n.checked_div(d).ok_or_else(|| error(text.len(), Problem::DivisionByZero))
    };
    let value = match joints {
        [Joint::None, _] => parts[0],
        [Joint::Under, Joint::None] => quotient(parts[1], parts[0])?,
        [Joint::Over, Joint::None] => quotient(parts[0], parts[1])?,
        [Joint::And, Joint::Under] => add(parts[0], quotient(parts[2], parts[1])?),
        [Joint::And, Joint::Over] => add(parts[0], quotient(parts[1], parts[2])?),
        _ => return Err(error(text.len(), Problem::Unfinished)),
    };
    Ok(if negative { -value } else { value }.normalize())
}

fn stopped(text: &str, at: usize) -> ParseError {
    let problem = text[at..].chars().next().map_or(Problem::Unfinished, Problem::Unexpected);
    ParseError { at, problem }
}

fn add(a: Decimal, b: Decimal) -> Decimal {
    a.checked_add(b).unwrap_or(a)
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
        Some(c) if at > end && matches!(glyph(c), Some(Glyph::Arabic(_))) => (Joint::And, at),
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
                    let (start, negative) = match sign_before(text, floor, start) {
                        Some((start, minus)) => (start, minus),
                        None => (start, false),
                    };
                    let (lower, upper) = if negative { (-s.upper, -s.lower) } else { (s.lower, s.upper) };
                    return Some(Numeral { span: Span::new(start, s.end), lower, upper });
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

/// The sign that stands directly before a numeral at `start`, and whether it is a minus.
///
/// `-` joins as often as it negates (3-5个, 0355-5021234, H5-2), so it is a sign only where what stands before
/// it is neither a letter, a digit, a closing bracket nor another dash.
pub(crate) fn sign_before(text: &str, floor: usize, start: usize) -> Option<(usize, bool)> {
    let mut before = text[floor..start].chars().rev();
    let c = before.next()?;
    let at = start - c.len_utf8();
    match c {
        '负' | '負' => before.next().is_none_or(|p| !"胜抱肩担辜欺自".contains(p)).then_some((at, true)),
        '-' | '－' | '−' => before
            .next()
            .is_none_or(|p| {
                !(p.is_ascii_alphanumeric()
                    || glyph(p).is_some()
                    || matches!(p, '-' | '—' | '－' | '−' | ')' | '）' | ']' | '】' | '〕' | '号' | '年' | '月' | '日'))
            })
            .then_some((at, true)),
        _ => None,
    }
}

/// How much layout the scanner reads over.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// White space between all parts; a leading decimal point; nothing may follow.
    Parse,
    /// White space between a literal and its scale, and between Chinese parts.
    Prose,
    /// As `Prose`, in a text whose every digit has a space behind it: digits are joined over one space.
    Letterspaced,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Arabic,
    Chinese,
    /// Chinese digits read by position (二〇一七), this many of them.
    Positional(usize),
    /// 2018.02.11, 1.2.3: no number.
    Dotted,
}

/// What the scanner read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scan {
    pub(crate) end: usize,
    pub(crate) lower: Decimal,
    pub(crate) upper: Decimal,
    pub(crate) style: Style,
    /// 余, 多 or 几 stood before a scale: 五百余万.
    pub(crate) more: bool,
    /// Nothing but a multiplier: 百, 万, 百万.
    pub(crate) bare: bool,
    /// The power of ten of a scale that multiplies the whole number (2.5亿: 8), else 0.
    pub(crate) scale: u32,
    /// The number of digits of an Arabic literal's whole part, without a scale; else 0.
    pub(crate) digits: usize,
    /// A run of numeral characters that is no numeral; `end` is where it breaks the grammar (`Parse`) or
    /// where the run ends.
    pub(crate) malformed: bool,
}

pub(crate) enum Stop {
    /// No numeral; the offset of the character that cannot stand there.
    Nothing(usize),
    /// More than a decimal holds; where the part that is too large begins, and where reading stopped.
    TooLarge(usize, usize),
}

#[derive(Clone, Copy)]
struct Pair {
    lower: Decimal,
    upper: Decimal,
}

impl Pair {
    const ZERO: Pair = Pair { lower: Decimal::ZERO, upper: Decimal::ZERO };

    fn one(value: Decimal) -> Self {
        Pair { lower: value, upper: value }
    }

    fn plus(self, other: Pair) -> Option<Self> {
        Some(Pair {
            lower: self.lower.checked_add(other.lower)?,
            upper: self.upper.checked_add(other.upper)?,
        })
    }

    fn times_ten_to(self, exponent: u32) -> Option<Self> {
        let factor = Decimal::from(10u64.pow(exponent));
        Some(Pair { lower: self.lower.checked_mul(factor)?, upper: self.upper.checked_mul(factor)? })
    }
}

/// The state of a numeral half read: `total` holds the sections that are closed by a scale, `section` what
/// 千 百 十 have closed since, `pending` the digits that no unit has closed yet.
struct Reader {
    total: Pair,
    section: Pair,
    pending: Option<Pair>,
    pending_arabic: bool,
    /// Exponent of the last 十 百 千 of this section; 4 while there is none.
    section_unit: u32,
    /// Exponents of the last and of the greatest scale; none while there is none.
    last_scale: Option<u32>,
    max_scale: u32,
    parts: usize,
    /// Exponent of the multiplier before `pending`: 四百五.
    multiplier: Option<u32>,
    zero: bool,
    any: bool,
    fresh_scale: bool,
}

impl Reader {
    fn new() -> Self {
        Reader {
            total: Pair::ZERO,
            section: Pair::ZERO,
            pending: None,
            pending_arabic: false,
            section_unit: 4,
            last_scale: None,
            max_scale: 0,
            parts: 0,
            multiplier: None,
            zero: false,
            any: false,
            fresh_scale: false,
        }
    }

    fn digits(&mut self, value: Pair, arabic: bool) {
        self.pending = Some(value);
        self.pending_arabic = arabic;
        self.any = true;
        self.fresh_scale = false;
    }

    fn can_take_ten(&self, exponent: u32) -> bool {
        let implied_one = !self.any || (exponent == 1 && (self.zero || self.section_unit < 4));
        let coefficient = match self.pending {
            // 12百 is no way to write 1200.
            Some(p) => p.upper < Decimal::TEN,
            None => implied_one,
        };
        exponent < self.section_unit && coefficient
    }

    fn ten(&mut self, exponent: u32) -> Option<()> {
        let coefficient = self.pending.take().unwrap_or(Pair::one(Decimal::ONE));
        self.section = self.section.plus(coefficient.times_ten_to(exponent)?)?;
        self.section_unit = exponent;
        self.multiplier = Some(exponent);
        self.zero = false;
        self.any = true;
        self.fresh_scale = false;
        Some(())
    }

    fn section_is_empty(&self) -> bool {
        self.pending.is_none() && self.section_unit == 4
    }

    fn can_take_scale(&self, exponent: u32) -> bool {
        match self.last_scale {
            None => true,
            Some(_) if self.section_is_empty() => self.fresh_scale && self.parts == 1,
            Some(last) => exponent < last || exponent > self.max_scale,
        }
    }

    fn scale(&mut self, exponent: u32) -> Option<()> {
        let mut reached = exponent;
        match self.last_scale {
            Some(last) if self.section_is_empty() => {
                self.total = self.total.times_ten_to(exponent)?;
                reached = last + exponent;
            }
            last => {
                let mut section = self.section;
                match self.pending.take() {
                    Some(p) => section = section.plus(p)?,
                    None if self.section_unit == 4 => section = Pair::one(Decimal::ONE),
                    None => {}
                }
                if last.is_some_and(|last| exponent > last) {
                    self.total = self.total.plus(section)?.times_ten_to(exponent)?;
                    self.parts = 1;
                } else {
                    self.total = self.total.plus(section.times_ten_to(exponent)?)?;
                    self.parts += 1;
                }
            }
        }
        self.last_scale = Some(reached);
        self.max_scale = self.max_scale.max(reached);
        self.section = Pair::ZERO;
        self.section_unit = 4;
        self.multiplier = Some(exponent);
        self.zero = false;
        self.any = true;
        self.fresh_scale = true;
        Some(())
    }

    fn finish(&self) -> Option<Pair> {
        let mut sum = self.total.plus(self.section)?;
        if let Some(pending) = self.pending {
            let short = match self.multiplier {
                Some(m) if m >= 2 && !self.zero && !self.pending_arabic => m - 1,
                _ => 0,
            };
            sum = sum.plus(pending.times_ten_to(short)?)?;
        }
        Some(sum)
    }
}

/// Reads the numeral that begins at `at`, and no further than `end`.
pub(crate) fn scan(text: &str, at: usize, end: usize, mode: Mode) -> Result<Scan, Stop> {
    let mut reader = Reader::new();
    let mut out = Scan {
        end: at,
        lower: Decimal::ZERO,
        upper: Decimal::ZERO,
        style: Style::Chinese,
        more: false,
        bare: true,
        scale: 0,
        digits: 0,
        malformed: false,
    };
    // Whether the last part read was an Arabic literal: only a multiplier may stand behind it.
    let mut after_literal = false;
    let mut fraction: Option<Pair> = None;
    let mut pos = at;
    let mut parts = 0;
    loop {
        let here = if parts == 0 { pos } else { skip_layout(text, pos, end, mode) };
        let Some(c) = text[here..end].chars().next() else { break };
        let next = here + c.len_utf8();
        match glyph(c) {
            Some(Glyph::Arabic(_)) if reader.pending.is_none() && fraction.is_none() => {
                if reader.any && here > pos && mode != Mode::Parse {
                    break;
                }
                let literal = literal(text, here, end, mode).map_err(|stop| Stop::TooLarge(here, stop))?;
                let multiplied = multiplier_follows(text, literal.end, end, mode);
                // 6万8000 is one number; 390万65岁 is two.
                let rest = reader.fresh_scale
                    && reader.last_scale == Some(4)
                    && literal.digits == 4
                    && literal.value.is_integer()
                    && !text[literal.end..end].starts_with('年');
                if reader.any && !reader.zero && !multiplied && !rest {
                    break;
                }
                if parts == 0 {
                    out.style = Style::Arabic;
                    out.digits = literal.digits;
                    if literal.dotted {
                        return Ok(Scan { end: literal.end, style: Style::Dotted, bare: false, ..out });
                    }
                }
                out.bare = false;
                reader.digits(Pair::one(literal.value), true);
                pos = literal.end;
                after_literal = true;
            }
            Some(Glyph::Digit(0)) if reader.any && reader.pending.is_none() && fraction.is_none() => {
                reader.zero = true;
                pos = next;
            }
            Some(Glyph::Digit(d)) if reader.pending.is_none() && fraction.is_none() => {
                if financial_alone(text, c, here, next, end) {
                    return Err(Stop::Nothing(here));
                }
                let run = digit_run(text, here, end, mode);
                let ten = |at: usize| text[at..end].chars().next().is_some_and(|c| matches!(glyph(c), Some(Glyph::Ten(_))));
                if d == 0 && run.count == 1 && ten(next) {
                    // 零十
                    reader.zero = true;
                    reader.any = true;
                    pos = next;
                    parts += 1;
                    continue;
                }
                let consecutive = run.count == 2 && run.second == d + 1 && d > 0;
                if run.count == 1 {
                    reader.digits(Pair::one(d.into()), false);
                    pos = next;
                } else if consecutive {
                    reader.digits(Pair { lower: d.into(), upper: run.second.into() }, false);
                    pos = run.end;
                } else if !reader.any {
                    let Some(value) = run.value else { return Err(Stop::TooLarge(here, run.end)) };
                    reader.digits(Pair::one(value), false);
                    out.style = Style::Positional(run.count);
                    pos = run.end;
                } else {
                    break;
                }
                out.bare = false;
                after_literal = false;
            }
            Some(Glyph::Ten(exponent)) if reader.can_take_ten(exponent) && fraction.is_none() => {
                let positional = matches!(out.style, Style::Positional(_));
                if positional || (after_literal && names_unit(text, here, end)) {
                    break;
                }
                if !reader.any && financial_alone(text, c, here, next, end) {
                    return Err(Stop::Nothing(here));
                }
                out.bare &= exponent > 1;
                reader.ten(exponent).ok_or(Stop::TooLarge(here, next))?;
                pos = next;
                after_literal = false;
            }
            Some(Glyph::Twenty(tens)) if !reader.any || reader.can_take_ten(1) || reader.section_unit == 2 => {
                reader.digits(Pair::one(tens.into()), false);
                reader.ten(1).ok_or(Stop::TooLarge(here, next))?;
                out.bare = false;
                pos = next;
            }
            Some(Glyph::Scale(exponent)) if scale_here(text, c, next, end, mode) => {
                if let Some(value) = fraction {
                    fraction = Some(value.times_ten_to(exponent).ok_or(Stop::TooLarge(here, next))?);
                } else if reader.can_take_scale(exponent) {
                    reader.scale(exponent).ok_or(Stop::TooLarge(here, next))?;
                } else {
                    break;
                }
                pos = next;
                after_literal = false;
            }
            Some(Glyph::More) if reader.any && fraction.is_none() => {
                let beyond = skip_layout(text, next, end, mode);
                let scaled = text[beyond..end].chars().next().is_some_and(|c| matches!(glyph(c), Some(Glyph::Scale(_))));
                if !scaled {
                    break;
                }
                out.more = true;
                out.bare = false;
                pos = next;
            }
            Some(Glyph::Point) if reader.any && !after_literal && fraction.is_none() => {
                let first = skip_layout(text, next, end, mode);
                let run = digit_run(text, first, end, mode);
                let clock = text[run.end..end].chars().next().is_some_and(|c| matches!(glyph(c), Some(Glyph::Ten(_))));
                if run.count == 0 || clock || out.bare {
                    break;
                }
                let digits = run.value.ok_or(Stop::TooLarge(here, run.end))?;
                let whole = reader.finish().ok_or(Stop::TooLarge(here, next))?;
                let part = point(digits, run.count).ok_or(Stop::TooLarge(here, next))?;
                fraction = Some(whole.plus(Pair::one(part)).ok_or(Stop::TooLarge(here, next))?);
                pos = run.end;
            }
            Some(Glyph::DecimalMark) if mode == Mode::Parse && parts == 0 => {
                let run = literal(text, next, end, mode).map_err(|stop| Stop::TooLarge(here, stop))?;
                if run.digits == 0 || run.dotted || run.end > next + run.digits * 3 {
                    return Err(Stop::Nothing(here));
                }
                let part = point(run.value, run.digits).ok_or(Stop::TooLarge(here, next))?;
                reader.digits(Pair::one(part), true);
                out.style = Style::Arabic;
                out.bare = false;
                pos = run.end;
                after_literal = true;
            }
            _ => break,
        }
        parts += 1;
    }
    if parts == 0 {
        return Err(Stop::Nothing(at));
    }
    let value = match fraction {
        Some(value) => value,
        None => reader.finish().ok_or(Stop::TooLarge(at, pos))?,
    };
    out.end = pos;
    out.lower = value.lower.normalize();
    out.upper = value.upper.normalize();
    out.scale = match reader.last_scale {
        Some(s) if reader.parts == 1 && reader.section_is_empty() => s,
        _ => 0,
    };
    if reader.last_scale.is_some() || reader.section_unit < 4 {
        out.digits = 0;
    }
    // 一百零
    if mode == Mode::Parse && reader.zero && reader.pending.is_none() && fraction.is_none() && parts > 1 {
        out.malformed = true;
        return Ok(out);
    }
    // A Chinese numeral that another Chinese numeral touches is no numeral (三十百): what follows is not a
    // number of its own either, so the whole run is given up.
    let breaks = pos + numeral_run(&text[pos..end]);
    if !after_literal && breaks > pos && !names_unit(text, pos, end) {
        out.malformed = true;
        if mode != Mode::Parse {
            out.end = breaks;
        }
    }
    Ok(out)
}

/// Length in bytes of the Chinese numeral characters that `text` begins with.
fn numeral_run(text: &str) -> usize {
    text.char_indices()
        .find(|&(_, c)| !matches!(glyph(c), Some(Glyph::Digit(_) | Glyph::Ten(_) | Glyph::Scale(_))))
        .map_or(text.len(), |(i, _)| i)
}

/// 〇 to 9 digits after the point, as a fraction of one.
fn point(digits: Decimal, count: usize) -> Option<Decimal> {
    let mut value = digits;
    let scale = value.scale() + u32::try_from(count).ok()?;
    value.set_scale(scale).ok()?;
    Some(value)
}

/// 肆 伍 陆 拾 佰 仟 are letters of ordinary words (队伍, 收拾): one alone is no numeral.
fn financial_alone(text: &str, c: char, here: usize, next: usize, end: usize) -> bool {
    "肆伍陆陸拾佰仟".contains(c)
        && !text[skip_few_spaces(text, next, end)..end].starts_with('分')
        && !text[next..end].chars().next().is_some_and(|c| glyph(c).is_some_and(Glyph::is_part))
        && !text[..here].chars().next_back().is_some_and(|c| glyph(c).is_some_and(Glyph::is_part))
        && !(here == 0 && next == end)
}

/// Whether the 千 or 百 at `at` begins the name of a unit: 千瓦, 千米, 千克, 千伏, 百分点.
fn names_unit(text: &str, at: usize, end: usize) -> bool {
    let rest = &text[at..end];
    let thousand = rest.strip_prefix('千').is_some_and(|r| r.starts_with(|c| "瓦米克伏卡安赫焦帕".contains(c)));
    thousand || ["百分点", "百分點", "百分之"].iter().any(|w| rest.starts_with(w))
}

fn scale_here(text: &str, c: char, next: usize, end: usize, mode: Mode) -> bool {
    c != '兆'
        || text[next..end].chars().next().map_or(mode == Mode::Parse, |c| glyph(c).is_some_and(Glyph::is_part))
}

fn multiplier_follows(text: &str, at: usize, end: usize, mode: Mode) -> bool {
    let at = skip_layout(text, at, end, mode);
    match text[at..end].chars().next().and_then(glyph) {
        Some(Glyph::Ten(_)) => !names_unit(text, at, end),
        Some(Glyph::Scale(_)) => true,
        _ => false,
    }
}

/// White space that layout may have put between two parts: any in `Parse`, at most two characters and one
/// line break otherwise.
fn skip_layout(text: &str, at: usize, end: usize, mode: Mode) -> usize {
    if mode == Mode::Parse { skip_spaces(text, at, end) } else { skip_few_spaces(text, at, end) }
}

pub(crate) fn skip_spaces(text: &str, at: usize, end: usize) -> usize {
    text[at..end].char_indices().find(|&(_, c)| !is_space(c)).map_or(end, |(i, _)| at + i)
}

/// Layout inside an expression is short: past three characters of it, nothing is joined.
pub(crate) fn skip_few_spaces(text: &str, at: usize, end: usize) -> usize {
    let mut chars = text[at..end].char_indices();
    for _ in 0..4 {
        match chars.next() {
            Some((_, c)) if is_space(c) => {}
            Some((i, _)) => return at + i,
            None => return at,
        }
    }
    at
}

struct Run {
    count: usize,
    second: u8,
    value: Option<Decimal>,
    end: usize,
}

/// Chinese digits in a row (and, behind 点 in `Parse`, Arabic ones are none of them).
fn digit_run(text: &str, at: usize, end: usize, mode: Mode) -> Run {
    let mut run = Run { count: 0, second: 0, value: Some(Decimal::ZERO), end: at };
    let mut pos = at;
    loop {
        let here = if run.count > 0 && mode == Mode::Parse { skip_spaces(text, pos, end) } else { pos };
        let Some(c) = text[here..end].chars().next() else { break };
        let Some(Glyph::Digit(d)) = glyph(c) else { break };
        // 两 is no digit of a number read by position.
        if run.count > 0 && (matches!(c, '两' | '兩') && run.value != Some(Decimal::ONE) || run.second == 0 && text[at..].starts_with(['两', '兩']) && d != 3) {
            break;
        }
        run.count += 1;
        if run.count == 2 {
            run.second = d;
        }
        run.value =
            run.value.and_then(|v| v.checked_mul(Decimal::TEN)).and_then(|v| v.checked_add(Decimal::from(d)));
        pos = here + c.len_utf8();
        run.end = pos;
    }
    run
}

struct Literal {
    value: Decimal,
    digits: usize,
    end: usize,
    dotted: bool,
}

/// An Arabic literal; where it ends, if it has more digits than a [`Decimal`] holds.
fn literal(text: &str, at: usize, end: usize, mode: Mode) -> Result<Literal, usize> {
    let mut value = Digits::default();
    let mut pos = value.read(text, at, end, mode);
    let first = value.count;
    // Groups of three, all parted by the same separator.
    if (1..=3).contains(&first) {
        let mut separator = None;
        while let Some(c) = text[pos..end].chars().next() {
            let fits = matches!(c, ',' | '，' | ' ' | '\u{a0}') && separator.is_none_or(|s| s == c);
            let start = pos + c.len_utf8();
            if !fits || group_of_three(text, start, end).is_none() {
                break;
            }
            separator = Some(c);
            pos = value.read(text, start, end, Mode::Prose);
        }
    }
    let digits = value.count;
    let mut dots = 0;
    let most = if mode == Mode::Parse { 1 } else { usize::MAX };
    while dots < most && let Some((start, next)) = decimal_mark(text, pos, end, mode) {
        dots += 1;
        debug_assert!(next > start);
        value.scale_from = Some(value.scale_from.unwrap_or(value.count));
        pos = value.read(text, start, end, mode);
    }
    let dotted = dots > 1;
    let value = if dotted { Decimal::ZERO } else { value.finish().ok_or(pos)? };
    Ok(Literal { value, digits, end: pos, dotted })
}

/// A decimal mark at `at` with a digit behind it: where the digits begin, and the offset behind the first.
fn decimal_mark(text: &str, at: usize, end: usize, mode: Mode) -> Option<(usize, usize)> {
    let spaced = mode == Mode::Letterspaced;
    let mark = if spaced { skip_few_spaces(text, at, end) } else { at };
    let c = text[mark..end].chars().next().filter(|&c| glyph(c) == Some(Glyph::DecimalMark))?;
    let start = mark + c.len_utf8();
    let start = if spaced { skip_few_spaces(text, start, end) } else { start };
    let d = text[start..end].chars().next().filter(|&c| matches!(glyph(c), Some(Glyph::Arabic(_))))?;
    Some((start, start + d.len_utf8()))
}

fn group_of_three(text: &str, at: usize, end: usize) -> Option<()> {
    let mut chars = text[at..end].chars();
    for _ in 0..3 {
        matches!(glyph(chars.next()?), Some(Glyph::Arabic(_))).then_some(())?;
    }
    (!matches!(chars.next().and_then(glyph), Some(Glyph::Arabic(_)))).then_some(())
}

#[derive(Default)]
struct Digits {
    mantissa: i128,
    count: usize,
    /// How many digits stood before the decimal mark.
    scale_from: Option<usize>,
    overflow: bool,
}

impl Digits {
    fn read(&mut self, text: &str, at: usize, end: usize, mode: Mode) -> usize {
        let mut pos = at;
        loop {
            let here = if mode == Mode::Letterspaced && pos > at { skip_few_spaces(text, pos, end) } else { pos };
            let Some(c) = text[here..end].chars().next() else { break };
            let Some(Glyph::Arabic(d)) = glyph(c) else { break };
            // 10^29 is more than a decimal holds; the rest of the digits is read and not kept.
            if self.mantissa < 10i128.pow(29) {
                self.mantissa = self.mantissa * 10 + i128::from(d);
            } else {
                self.overflow = true;
            }
            self.count += 1;
            pos = here + c.len_utf8();
        }
        pos
    }

    fn finish(&self) -> Option<Decimal> {
        let scale = u32::try_from(self.count - self.scale_from.unwrap_or(self.count)).ok()?;
        if self.overflow {
            return None;
        }
        Decimal::try_from_i128_with_scale(self.mantissa, scale).ok()
    }
}
