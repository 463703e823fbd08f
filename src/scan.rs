//! The scanner of numerals: one pass over the characters, one number at a time.

use rust_decimal::Decimal;

use crate::glyph::{Glyph, glyph, is_digit, is_han, is_space};

/// How much layout the scanner reads over.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// White space between all parts; a leading decimal point.
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

#[derive(Clone, Copy, PartialEq)]
struct Pair {
    lower: Decimal,
    upper: Decimal,
}

impl Pair {
    const ZERO: Pair = Pair { lower: Decimal::ZERO, upper: Decimal::ZERO };

    fn one(value: Decimal) -> Self {
        Pair { lower: value, upper: value }
    }

    /// The exact sum; none where a decimal does not hold it.
    fn plus(self, other: Pair) -> Option<Self> {
        let add = |a: Decimal, b: Decimal| {
            if a.is_zero() || b.is_zero() {
                return Some(if a.is_zero() { b } else { a });
            }
            let sum = a.checked_add(b)?;
            // Past 28 digits decimal places are rounded away.
            let exact = sum.scale() >= a.scale().max(b.scale()) || sum.checked_sub(a) == Some(b);
            exact.then_some(sum)
        };
        Some(Pair { lower: add(self.lower, other.lower)?, upper: add(self.upper, other.upper)? })
    }

    fn times_ten_to(self, exponent: u32) -> Option<Self> {
        let factor = Decimal::from(10u64.pow(exponent));
        Some(Pair { lower: self.lower.checked_mul(factor)?, upper: self.upper.checked_mul(factor)? })
    }
}

/// The exponent of 亿亿.
const TWICE: u32 = 16;

/// The state of a numeral half read: `above` holds what 亿亿 has closed, `total` the sections that another scale has
/// closed since, `section` what 千 百 十 have closed since, `pending` the digits that no unit has closed yet.
struct Reader {
    above: Pair,
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
            above: Pair::ZERO,
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
            Some(last) if self.section_is_empty() => {
                let again = self.above != Pair::ZERO && last + exponent >= TWICE;
                self.fresh_scale && self.parts == 1 && !again
            }
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
                // 四亿亿零七百万亿: what is below 亿亿 is a number of its own.
                if last.is_some_and(|last| last >= TWICE) {
                    self.above = self.total;
                    (self.total, self.max_scale, self.parts) = (Pair::ZERO, 0, 0);
                }
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
        let mut sum = self.above.plus(self.total)?.plus(self.section)?;
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
    if let Some((value, digits, end)) = plain_literal(text, at, end) {
        return Ok(Scan { end, lower: value, upper: value, style: Style::Arabic, bare: false, digits, ..out });
    }
    // Half of the Chinese numerals of a report are one digit.
    if let Some((digit, end)) = lone_digit(text, at, end) {
        return Ok(Scan { end, lower: digit, upper: digit, bare: false, ..out });
    }
    let mut reader = Reader::new();
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
                    if parts > 0 {
                        break;
                    }
                    return Err(Stop::Nothing(here));
                }
                let run = digit_run(text, here, end, mode);
                let ten =
                    |at: usize| text[at..end].chars().next().is_some_and(|c| matches!(glyph(c), Some(Glyph::Ten(_))));
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
            Some(Glyph::Twenty(tens)) if reader.pending.is_none() && fraction.is_none() && reader.section_unit > 1 => {
                reader.digits(Pair::one(tens.into()), false);
                reader.ten(1).ok_or(Stop::TooLarge(here, next))?;
                out.bare = false;
                pos = next;
            }
            Some(Glyph::Scale(exponent)) if scale_here(text, c, next, end, mode) => {
                if let Some(value) = fraction {
                    // 三点五万亿, and nothing longer.
                    if !(out.scale == 0 || out.scale == 4 && exponent == 8) {
                        break;
                    }
                    out.scale += exponent;
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
                let scaled =
                    text[beyond..end].chars().next().is_some_and(|c| matches!(glyph(c), Some(Glyph::Scale(_))));
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
                let mut digits = Digits { scale_from: Some(0), ..Digits::default() };
                pos = digits.read(text, next, end, mode);
                if digits.count == 0 {
                    return Err(Stop::Nothing(here));
                }
                let part = digits.finish().ok_or(Stop::TooLarge(here, pos))?;
                reader.digits(Pair::one(part), true);
                out.style = Style::Arabic;
                out.bare = false;
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
    out.scale = match reader.last_scale.filter(|_| fraction.is_none()) {
        Some(s) if reader.parts == 1 && reader.section_is_empty() => s,
        _ if fraction.is_some() => out.scale,
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

/// A few digits of ASCII, a decimal point among them perhaps, that a character of no numeral or a mark follows at once: the number, how
/// many digits its whole part has, and where it ends. Most Arabic numerals are that.
fn plain_literal(text: &str, at: usize, end: usize) -> Option<(Decimal, usize, usize)> {
    /// No more digits than a word of the machine holds.
    const MOST: usize = 15;
    let bytes = text.as_bytes();
    let (mut number, mut digits, mut point) = (0i64, 0, None);
    let mut next = at;
    while next < end && digits <= MOST {
        match bytes[next] {
            digit @ b'0'..=b'9' => {
                number = number * 10 + i64::from(digit - b'0');
                digits += 1;
            }
            b'.' if point.is_none() && digits > 0 => point = Some(digits),
            _ => break,
        }
        next += 1;
    }
    let fits = digits > 0 && digits <= MOST && point != Some(digits);
    let behind = text[next..end].chars().next().filter(|_| fits)?;
    let apart = match behind {
        '%' | '。' | '；' | '、' => true,
        // 1,234 goes on.
        ',' | '，' => group_of_three(text, next + behind.len_utf8(), end).is_none(),
        _ => is_han(behind) && glyph(behind).is_none(),
    };
    let scale = point.map_or(0, |whole| digits - whole);
    let value = Decimal::new(number, u32::try_from(scale).ok()?);
    let value = if scale > 0 { value.normalize() } else { value };
    apart.then(|| (value, point.unwrap_or(digits), next))
}

/// A Chinese digit that a character of no numeral follows at once, and where it ends.
fn lone_digit(text: &str, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let mut chars = text[at..end].chars();
    let first = chars.next()?;
    let Some(Glyph::Digit(digit)) = glyph(first) else { return None };
    let next = at + first.len_utf8();
    let alone = chars.next().is_some_and(|c| is_han(c) && glyph(c).is_none());
    (alone && !financial_alone(text, first, at, next, end)).then(|| (digit.into(), next))
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
    if !matches!(c, '肆' | '伍' | '陆' | '陸' | '拾' | '佰' | '仟') {
        return false;
    }
    let part = |c: Option<char>| c.and_then(glyph).is_some_and(Glyph::is_part);
    let joined = part(text[next..end].chars().next()) || part(text[..here].chars().next_back());
    let divides = text[skip_few_spaces(text, next, end)..end].starts_with('分');
    let whole_text = here == 0 && next == end;
    !joined && !divides && !whole_text
}

/// Whether the 千 or 百 at `at` begins the name of a unit: 千瓦, 千米, 千克, 千伏, 百分点.
fn names_unit(text: &str, at: usize, end: usize) -> bool {
    let rest = &text[at..end];
    let thousand = rest.strip_prefix('千').is_some_and(|r| r.starts_with(|c| "瓦米克伏卡安赫焦帕".contains(c)));
    thousand || ["百分点", "百分點", "百分之"].iter().any(|w| rest.starts_with(w))
}

fn scale_here(text: &str, c: char, next: usize, end: usize, mode: Mode) -> bool {
    c != '兆' || text[next..end].chars().next().map_or(mode == Mode::Parse, |c| glyph(c).is_some_and(Glyph::is_part))
}

fn multiplier_follows(text: &str, at: usize, end: usize, mode: Mode) -> bool {
    let at = skip_layout(text, at, end, mode);
    match text[at..end].chars().next().and_then(glyph) {
        Some(Glyph::Ten(_)) => !names_unit(text, at, end),
        Some(Glyph::Scale(_)) => true,
        _ => false,
    }
}

/// White space that layout may have put between two parts: any in `Parse`, at most three characters otherwise.
fn skip_layout(text: &str, at: usize, end: usize, mode: Mode) -> usize {
    if mode == Mode::Parse { skip_spaces(text, at, end) } else { skip_few_spaces(text, at, end) }
}

pub(crate) fn skip_spaces(text: &str, at: usize, end: usize) -> usize {
    text[at..end].char_indices().find(|&(_, c)| !is_space(c)).map_or(end, |(i, _)| at + i)
}

/// Layout inside an expression is short: past three characters of it, nothing is joined. What stands before the end of a
/// line is as much as that end.
pub(crate) fn skip_few_spaces(text: &str, at: usize, end: usize) -> usize {
    const MOST: usize = 3;
    const LONGEST: usize = 16;
    let mut few = 0;
    for (i, c) in text[at..end].char_indices().take(LONGEST) {
        match c {
            '\n' => few = 1,
            _ if is_space(c) => few += 1,
            _ if few <= MOST => return at + i,
            _ => return at,
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

/// Chinese digits in a row, as a number read by position.
fn digit_run(text: &str, at: usize, end: usize, mode: Mode) -> Run {
    let mut run = Run { count: 0, second: 0, value: Some(Decimal::ZERO), end: at };
    let mut pos = at;
    loop {
        let here = if run.count > 0 && mode == Mode::Parse { skip_spaces(text, pos, end) } else { pos };
        let Some(c) = text[here..end].chars().next() else { break };
        let Some(Glyph::Digit(d)) = glyph(c) else { break };
        // 两 is no digit of a number read by position.
        if run.count > 0
            && (matches!(c, '两' | '兩') && run.value != Some(Decimal::ONE)
                || run.second == 0 && text[at..].starts_with(['两', '兩']) && d != 3)
        {
            break;
        }
        run.count += 1;
        if run.count == 2 {
            run.second = d;
        }
        run.value = run.value.and_then(|v| v.checked_mul(Decimal::TEN)).and_then(|v| v.checked_add(Decimal::from(d)));
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
        while let Some((c, start)) = separator_at(text, pos, end) {
            let fits = separator.is_none_or(|s| s == c);
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
    while dots < most
        && let Some(start) = decimal_mark(text, pos, end, mode)
    {
        dots += 1;
        value.scale_from = Some(value.scale_from.unwrap_or(value.count));
        pos = value.read(text, start, end, mode);
    }
    let dotted = dots > 1;
    let value = if dotted { Decimal::ZERO } else { value.finish().ok_or(pos)? };
    Ok(Literal { value, digits, end: pos, dotted })
}

/// What may part groups of three digits, and where it ends: a comma, a space, or the end of a wrapped line.
fn separator_at(text: &str, at: usize, end: usize) -> Option<(char, usize)> {
    let c = text[at..end].chars().next()?;
    let behind = at + c.len_utf8();
    let beyond = skip_few_spaces(text, at, end);
    let one = !text[behind..end].starts_with(is_space);
    match c {
        ',' | '，' => Some((c, behind)),
        _ if is_space(c) && text[at..beyond].contains('\n') => Some((' ', beyond)),
        ' ' | '\u{a0}' if one => Some((' ', behind)),
        _ => None,
    }
}

/// A decimal mark at `at` with a digit behind it: where the digits begin.
fn decimal_mark(text: &str, at: usize, end: usize, mode: Mode) -> Option<usize> {
    let spaced = mode == Mode::Letterspaced;
    let mark = if spaced { skip_few_spaces(text, at, end) } else { at };
    let c = text[mark..end].chars().next().filter(|&c| glyph(c) == Some(Glyph::DecimalMark))?;
    let start = mark + c.len_utf8();
    let start = if spaced { skip_few_spaces(text, start, end) } else { start };
    text[start..end].chars().next().filter(|&c| is_digit(c))?;
    Some(start)
}

fn group_of_three(text: &str, at: usize, end: usize) -> Option<()> {
    let mut chars = text[at..end].chars();
    for _ in 0..3 {
        is_digit(chars.next()?).then_some(())?;
    }
    (!chars.next().is_some_and(is_digit)).then_some(())
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
