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
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
    /// 底 or 末 closes it: 2017年底.
    pub(crate) at_end: bool,
}

impl Time {
    pub(crate) fn day_of(span: Span, year: u16, month: u8, day: u8) -> Self {
        Time { span, year: Some(year), month: Some(month), day: Some(day), at_end: false }
    }

    /// The days that it covers, where it names its year.
    pub(crate) fn period(&self) -> Option<Period> {
        let year = self.year?;
        match (self.month, self.day) {
            (None, _) => Period::year(year),
            (Some(month), None) => {
                Some(Period { start: Date::new(year, month, 1), end: Date::last_of_month(year, month)? })
            }
            (Some(month), Some(day)) => {
                let day = Date::new(year, month, day)?;
                Some(Period { start: Some(day), end: day })
            }
        }
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

/// What closes a date and belongs to it.
const TAILS: &[&str] =
    &["年末", "月底", "月末", "年底", "上半年", "下半年", "底", "末", "初", "上旬", "中旬", "下旬", "度末", "度", "份"];

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
    let mut time = Time { span: Span::new(start, unit_end), year: None, month: None, day: None, at_end: false };
    match unit {
        Calendar::Year => {
            time.year = Some(year_of(first)?);
            if let Some((month, at)) = part(text, unit_end, end, mode, "月", 12) {
                time.month = Some(month);
                time.span.end = at;
            }
        }
        Calendar::Month => {
            time.month = Some(small(first, 12)?);
        }
        _ => return None,
    }
    if time.month.is_some() {
        let day =
            part(text, time.span.end, end, mode, "日", 31).or_else(|| part(text, time.span.end, end, mode, "号", 31));
        if let Some((day, at)) = day {
            time.day = Some(day);
            time.span.end = at;
        }
    }
    let tail_at = skip_few_spaces(text, time.span.end, end);
    if let Some(tail) = TAILS.iter().find(|t| text[tail_at..end].starts_with(**t)) {
        time.at_end = tail.ends_with(['底', '末']);
        time.span.end = tail_at + tail.len();
    }
    Some(time)
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
    Some(Time::day_of(Span::new(start, at), year, month, day))
}

/// The period that the times of one sentence give to a figure at `at`: the last one before it, from a range
/// where two are joined by 至 (自1月1日起至12月31日止), as of its end behind 截至.
pub(crate) fn of_sentence(text: &str, times: &[Time], at: usize) -> Option<Period> {
    let before = times.iter().take_while(|t| t.span.start < at);
    // 比2016年, 较2016年: what is compared with is not what the figure covers.
    let compared = |t: &Time| text[..t.span.start].trim_end().ends_with(['比', '较', '与', '同']);
    let named = before.enumerate().filter(|(_, t)| t.year.is_some() && !compared(t)).last()?;
    let (i, time) = named;
    let mut period = time.period()?;
    let left = text[..time.span.start].trim_end();
    if left.ends_with("截至") || left.ends_with("截止") || left.ends_with("截止到") || left.ends_with("截至到")
    {
        period.start = None;
        return Some(period);
    }
    if time.at_end && time.month.is_none() {
        period.start = None;
        return Some(period);
    }
    if let Some(first) = i.checked_sub(1).and_then(|i| times.get(i)) {
        let joined = matches!(
            text[first.span.end..time.span.start].trim(),
            "至" | "起至" | "到" | "起到" | "-" | "—" | "——" | "－"
        );
        if let (true, Some(start)) = (joined, first.period().and_then(|p| p.start))
            && start <= period.end
        {
            period.start = Some(start);
        }
    }
    Some(period)
}
