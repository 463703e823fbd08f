//! Dates and years in the text, and the period that they give to the figures near them.

use rust_decimal::prelude::ToPrimitive;

use crate::fact::{Date, Period};
use crate::glyph::{Glyph, glyph};
use crate::scan::{Mode, Scan, Style, scan, skip_few_spaces};
use crate::span::Span;
use crate::unit::Calendar;

/// A time that the text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Time {
    pub(crate) span: Span,
    pub(crate) year: Option<u16>,
    /// The first and the last month.
    pub(crate) months: Option<(u8, u8)>,
    /// The first and the last day; 0 is the last of the month.
    pub(crate) days: Option<(u8, u8)>,
    /// 底 or 末 closes it: 2017年底. What is said of it is a state.
    pub(crate) at_end: bool,
    /// 初 closes it, which names no day.
    pub(crate) vague: bool,
}

impl Time {
    fn new(span: Span) -> Self {
        Time { span, year: None, months: None, days: None, at_end: false, vague: false }
    }

    /// The days that it covers, where it names its year.
    pub(crate) fn period(&self) -> Option<Period> {
        let year = self.year.filter(|_| !self.vague)?;
        let (first, last) = self.months.unwrap_or((1, 12));
        let end_of_month = Date::last_of_month(year, last)?;
        let (start, end) = match self.days {
            None => (Date::new(year, first, 1)?, end_of_month),
            Some((from, 0)) => (Date::new(year, first, from)?, end_of_month),
            Some((from, to)) => (Date::new(year, first, from)?, Date::new(year, last, to)?),
        };
        Some(Period { start: (!self.at_end).then_some(start), end })
    }
}

/// The year that a numeral before 年 names: four digits, Arabic or by position; two by position (九五年)
/// where they can only be of the twentieth century.
pub(crate) fn year_of(scan: &Scan) -> Option<u16> {
    let value = scan.lower.to_u16().filter(|_| scan.lower == scan.upper && scan.lower.is_integer())?;
    match scan.style {
        Style::Arabic if scan.digits == 4 => Some(value),
        Style::Positional(4) => Some(value),
        Style::Positional(2) if value >= 49 => Some(1900 + value),
        _ => None,
    }
    .filter(|year| (1000..3000).contains(year))
}

/// What closes a date and belongs to it: a part of a year or of a month, its end, or nothing new.
#[derive(Clone, Copy)]
enum Tail {
    Months(u8, u8),
    Days(u8, u8),
    End,
    Beginning,
    Nothing,
}

const TAILS: &[(&str, Tail)] = &[
    ("上半年", Tail::Months(1, 6)),
    ("下半年", Tail::Months(7, 12)),
    ("上旬", Tail::Days(1, 10)),
    ("中旬", Tail::Days(11, 20)),
    ("下旬", Tail::Days(21, 0)),
    ("底", Tail::End),
    ("末", Tail::End),
    ("初", Tail::Beginning),
    ("度末", Tail::End),
    ("度", Tail::Nothing),
    ("份", Tail::Nothing),
];

/// The date whose first numeral is `scan` and whose unit, ending at `unit_end`, is 年 or 月.
pub(crate) fn date(
    text: &str,
    start: usize,
    first: &Scan,
    unit: Calendar,
    unit_end: usize,
    end: usize,
    mode: Mode,
) -> Option<Time> {
    let mut time = Time::new(Span::new(start, unit_end));
    match unit {
        Calendar::Year => {
            time.year = Some(year_of(first)?);
            let months = quarter(text, unit_end, end, mode).or_else(|| months(text, unit_end, end, mode));
            if let Some((months, at)) = months {
                time.months = Some(months);
                time.span.end = at;
            }
        }
        Calendar::Month => {
            let month = small(first, 12)?;
            time.months = Some((month, month));
        }
        _ => return None,
    }
    if time.months.is_some_and(|(a, b)| a == b) {
        let day =
            part(text, time.span.end, end, mode, "日", 31).or_else(|| part(text, time.span.end, end, mode, "号", 31));
        if let Some((day, at)) = day {
            time.days = Some((day, day));
            time.span.end = at;
        }
    }
    let at = skip_few_spaces(text, time.span.end, end);
    // 初中 and 初级 begin another word.
    let found = TAILS
        .iter()
        .find(|(t, _)| text[at..end].strip_prefix(t).is_some_and(|r| *t != "初" || !r.starts_with(['中', '级', '步'])));
    if let Some(&(word, tail)) = found {
        match tail {
            Tail::Months(a, b) if time.months.is_none() => time.months = Some((a, b)),
            Tail::Days(a, b) if time.months.is_some() && time.days.is_none() => time.days = Some((a, b)),
            Tail::End => time.at_end = true,
            Tail::Beginning => time.vague = true,
            _ => {}
        }
        time.span.end = at + word.len();
    }
    Some(time)
}

/// 第一季度, 3季度 behind a year.
fn quarter(text: &str, at: usize, end: usize, mode: Mode) -> Option<((u8, u8), usize)> {
    let at = skip_few_spaces(text, at, end);
    let at = if text[at..end].starts_with('第') { at + '第'.len_utf8() } else { at };
    let (n, at) = part(text, at, end, mode, "季度", 4)?;
    Some(((3 * n - 2, 3 * n), at))
}

/// 3月, 1—11月 behind a year.
fn months(text: &str, at: usize, end: usize, mode: Mode) -> Option<((u8, u8), usize)> {
    if let Some((month, at)) = part(text, at, end, mode, "月", 12) {
        return Some(((month, month), at));
    }
    let start = skip_few_spaces(text, at, end);
    let number = scan(text, start, end, mode).ok()?;
    let first = small(&number, 12)?;
    let rest = &text[number.end..end];
    let joint = ["至", "到", "-", "—", "–", "－", "~", "～"].iter().find(|w| rest.starts_with(**w))?;
    let (last, at) = part(text, number.end + joint.len(), end, mode, "月", 12)?;
    (first <= last).then_some(((first, last), at))
}

fn small(scan: &Scan, most: u8) -> Option<u8> {
    let value = scan.lower.to_u8().filter(|_| scan.lower == scan.upper && scan.lower.is_integer())?;
    (1..=most).contains(&value).then_some(value)
}

/// A numeral up to `most` with `unit` behind it.
fn part(text: &str, at: usize, end: usize, mode: Mode, unit: &str, most: u8) -> Option<(u8, usize)> {
    let start = skip_few_spaces(text, at, end);
    let number = scan(text, start, end, mode).ok()?;
    let value = small(&number, most)?;
    let unit_at = skip_few_spaces(text, number.end, end);
    // 2月日均 is no day.
    let rest = text[unit_at..end].strip_prefix(unit)?;
    (!rest.starts_with("均")).then_some((value, unit_at + unit.len()))
}

/// A date in digits and one separator: 2018-02-11, 2018/2/11, 2018.02.11.
pub(crate) fn digits_date(text: &str, start: usize, end: usize) -> Option<Time> {
    let mut numbers = [0u16; 3];
    let mut at = start;
    let mut separator = None;
    for (i, number) in numbers.iter_mut().enumerate() {
        let digits = &text[at..end];
        let len = digits.bytes().take_while(u8::is_ascii_digit).count();
        if len == 0 || len > 4 || (i == 0) != (len == 4) || len == 3 {
            return None;
        }
        *number = digits[..len].parse().ok()?;
        at += len;
        if i < 2 {
            let c = text[at..end].chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
            if separator.is_some_and(|s| s != c) {
                return None;
            }
            separator = Some(c);
            at += 1;
        }
    }
    if text[at..end].chars().next().is_some_and(|c| matches!(glyph(c), Some(Glyph::Arabic(_))) || c == '-') {
        return None;
    }
    let [year, month, day] = numbers;
    let (month, day) = (month.try_into().ok()?, day.try_into().ok()?);
    Date::new(year, month, day).filter(|_| (1000..3000).contains(&year))?;
    Some(Time {
        year: Some(year),
        months: Some((month, month)),
        days: Some((day, day)),
        ..Time::new(Span::new(start, at))
    })
}

/// What joins two times to a range: 自1月1日起至12月31日止.
const JOINTS: &[&str] = &["至", "起至", "到", "起到", "起，至", "-", "—", "——", "－", "～"];
/// What is compared with does not say what the figure covers: 比2016年增加.
const COMPARED: &[char] = &['比', '较', '与', '同'];
/// Before a time that a state is as of.
const AS_OF: &[&str] = &["截至", "截止", "截止到", "截至到"];

/// For every time of a block, the period that holds for the figures behind it: its own; joined with the one before, the
/// range of both; with the year of the one before where it names none. Where a time gives none, what held before
/// goes on.
pub(crate) fn holding(text: &str, times: &[Time]) -> Vec<Option<Period>> {
    let mut year = None;
    let mut before: Option<(Span, Option<Period>)> = None;
    let mut holds = None;
    times
        .iter()
        .map(|time| {
            let left = text[..time.span.start].trim_end();
            let compared = left.ends_with(COMPARED);
            let dated = Time { year: time.year.or(year.filter(|_| time.months.is_some())), ..*time };
            let mut own = dated.period();
            if let (Some(period), Some((span, Some(first)))) = (&mut own, before) {
                let joined = JOINTS.contains(&text[span.end..time.span.start].trim());
                if joined && first.start.is_some_and(|s| s <= period.end) {
                    period.start = first.start;
                }
            }
            if let Some(period) = own.as_mut().filter(|_| AS_OF.iter().any(|w| left.ends_with(w))) {
                period.start = None;
            }
            before = Some((time.span, own));
            if !compared {
                year = time.year.or(year);
                holds = own.or(holds);
            }
            holds
        })
        .collect()
}
