//! The times that the text names: dates and years in numerals, and the words of time (去年, 上半年, 十三五期间).
//! Which figure they cover is told in `attribution`.

use once_cell::sync::Lazy;
use rust_decimal::prelude::ToPrimitive;

use crate::fact::{Date, Period};
use crate::glyph::{is_digit, leading_digits, small_number};
use crate::lexicon::Lexicon;
use crate::scan::{Mode, Scan, Style, scan, skip_few_spaces};
use crate::span::Span;
use crate::unit::Calendar;

/// A time that the text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Time {
    pub(crate) span: Span,
    pub(crate) year: Option<u16>,
    /// The first of several years, of which `year` is the last: 2013—2017年, 十三五期间.
    pub(crate) since: Option<u16>,
    /// The year by its distance from the report's: 去年 is -1.
    pub(crate) shift: Option<i16>,
    /// 全年: all of the year that was named last.
    pub(crate) whole: bool,
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
        Time {
            span,
            year: None,
            since: None,
            shift: None,
            whole: false,
            months: None,
            days: None,
            at_end: false,
            vague: false,
        }
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
        let start = match self.since {
            Some(since) => Date::new(since, 1, 1)?,
            None => start,
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
            time.since = year_before(text, start).filter(|since| Some(*since) < time.year);
            let months = quarter(text, unit_end, end, mode).or_else(|| months(text, unit_end, end, mode));
            if let Some((months, at)) = months {
                time.months = Some(months);
                time.span.end = at;
            }
        }
        Calendar::Month => {
            let month = small(first, 12)?;
            let since = month_before(text, start).filter(|since| *since < month);
            time.months = Some((since.unwrap_or(month), month));
        }
        _ => return None,
    }
    if time.months.is_some_and(|(a, b)| a == b) {
        let day =
            part(text, time.span.end, end, mode, "日", 31).or_else(|| part(text, time.span.end, end, mode, "号", 31));
        if let Some((day, at)) = day {
            // 6月1日至30日.
            let until = JOINED
                .iter()
                .find_map(|w| text[at..end].starts_with(w).then(|| part(text, at + w.len(), end, mode, "日", 31))?);
            let (last, at) = until.filter(|(last, _)| *last > day).unwrap_or((day, at));
            time.days = Some((day, last));
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
    let joint = JOINED.iter().find(|w| rest.starts_with(**w))?;
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
        let digits = leading_digits(&text[at..end]);
        let len = digits.chars().count();
        if len == 0 || len > 4 || (i == 0) != (len == 4) || len == 3 {
            return None;
        }
        *number = small_number(digits)?;
        at += digits.len();
        if i < 2 {
            let c = text[at..end].chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
            if separator.is_some_and(|s| s != c) {
                return None;
            }
            separator = Some(c);
            at += 1;
        }
    }
    if text[at..end].chars().next().is_some_and(|c| is_digit(c) || c == '-') {
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

/// Inside a range of times of one kind.
const JOINED: &[&str] = &["至", "到", "-", "—", "–", "－", "~", "～"];

/// The digits before a joint that stands right before `at`.
fn digits_before(text: &str, at: usize) -> Option<&str> {
    let left = text[..at].trim_end_matches(' ');
    let left = JOINED.iter().find_map(|w| left.strip_suffix(w))?.trim_end_matches(' ');
    let digits = left.chars().rev().take(5).take_while(|c| is_digit(*c));
    Some(&left[left.len() - digits.map(char::len_utf8).sum::<usize>()..])
}

/// 2013—2017年: the year before the one at `at`.
fn year_before(text: &str, at: usize) -> Option<u16> {
    let year = digits_before(text, at).filter(|d| d.chars().count() == 4).and_then(small_number);
    year.filter(|year| (1000..3000).contains(year))
}

/// 1—11月: the month before the one at `at`.
fn month_before(text: &str, at: usize) -> Option<u8> {
    let month = digits_before(text, at).and_then(small_number);
    month.filter(|month| (1..=12).contains(month)).and_then(|month| month.try_into().ok())
}

/// What a word of time says.
#[derive(Clone, Copy)]
pub(crate) enum Word {
    /// A year by its distance from the report's.
    Shift(i16),
    /// The first and the last month of a year that is named elsewhere.
    Months(u8, u8),
    /// The end of a year that is named elsewhere.
    End,
    /// All of the year that was named last.
    Whole,
    /// A run of years that names no first one: 五年来. What it covers is not known.
    Years,
    /// A five-year plan, by its first year, where a word of its time stands behind it.
    Plan(u16),
    /// No time, though it begins like one.
    Nothing,
}

/// The words of time; the longest that fits is taken.
#[rustfmt::skip]
const TABLE: &[(&str, Word)] = &[
    ("大前年", Word::Shift(-3)), ("前年", Word::Shift(-2)), ("去年", Word::Shift(-1)), ("上年", Word::Shift(-1)), ("上年度", Word::Shift(-1)), ("上一年", Word::Shift(-1)),
    ("上一年度", Word::Shift(-1)), ("今年", Word::Shift(0)), ("本年", Word::Shift(0)), ("本年度", Word::Shift(0)), ("报告期内", Word::Shift(0)), ("明年", Word::Shift(1)),
    ("下年度", Word::Shift(1)), ("上年同期", Word::Nothing), ("去年同期", Word::Nothing), ("上年度结转", Word::Nothing), ("上年结转", Word::Nothing), ("上年结余", Word::Nothing), ("上年度结余", Word::Nothing), ("上年结存", Word::Nothing), ("结转下年度", Word::Nothing), ("转下年度", Word::Nothing),
    ("结转至下年度", Word::Nothing), ("结转到下年度", Word::Nothing), ("顺延到下年度", Word::Nothing), ("顺延至下年度", Word::Nothing), ("结转本年度", Word::Nothing), ("转入本年度", Word::Nothing),
    ("上年末", Word::Shift(-1)), ("上半年", Word::Months(1, 6)), ("一至二季度", Word::Months(1, 6)), ("一至三季度", Word::Months(1, 9)), ("一至四季度", Word::Months(1, 12)), ("下半年", Word::Months(7, 12)), ("一季度", Word::Months(1, 3)), ("二季度", Word::Months(4, 6)),
    ("三季度", Word::Months(7, 9)), ("四季度", Word::Months(10, 12)), ("1季度", Word::Months(1, 3)), ("2季度", Word::Months(4, 6)), ("3季度", Word::Months(7, 9)),
    ("4季度", Word::Months(10, 12)), ("前三季度", Word::Months(1, 9)), ("前3季度", Word::Months(1, 9)), ("前两季度", Word::Months(1, 6)), ("前二季度", Word::Months(1, 6)),
    ("年底", Word::End), ("年末", Word::End), ("全年", Word::Whole), ("年内", Word::Whole), ("当年", Word::Whole), ("中青年", Word::Nothing), ("少年末", Word::Nothing),
    ("五年来", Word::Years), ("五年中", Word::Years), ("五年间", Word::Years), ("过去五年", Word::Years), ("近五年", Word::Years), ("这五年", Word::Years), ("过去的五年", Word::Years),
    ("三年来", Word::Years), ("近三年", Word::Years), ("这三年", Word::Years), ("三年中", Word::Years), ("过去三年", Word::Years), ("两年来", Word::Years), ("这两年", Word::Years), ("两年中", Word::Years),
    ("近两年", Word::Years), ("四年来", Word::Years), ("四年中", Word::Years), ("近四年", Word::Years), ("十年来", Word::Years), ("近十年", Word::Years), ("过去十年", Word::Years), ("这十年", Word::Years),
    ("五年累计", Word::Years), ("三年累计", Word::Years), ("两年累计", Word::Years), ("五年共", Word::Years), ("五年新增", Word::Years), ("五年增加", Word::Years), ("多年来", Word::Years), ("近年来", Word::Years), ("近几年", Word::Years), ("几年来", Word::Years), ("本届政府", Word::Years), ("任期", Word::Nothing),
    ("一五", Word::Plan(1953)), ("二五", Word::Plan(1958)), ("三五", Word::Plan(1966)), ("四五", Word::Plan(1971)), ("五五", Word::Plan(1976)), ("六五", Word::Plan(1981)),
    ("七五", Word::Plan(1986)), ("八五", Word::Plan(1991)), ("九五", Word::Plan(1996)), ("十五", Word::Plan(2001)), ("十一五", Word::Plan(2006)), ("十二五", Word::Plan(2011)),
    ("十三五", Word::Plan(2016)), ("十四五", Word::Plan(2021)), ("十五五", Word::Plan(2026)),
];

/// Behind the name of a plan, which is else a title: 十三五期间.
const PLAN_TIMES: &[&str] = &["期间", "时期", "以来", "五年", "的五年"];

pub(crate) static WORDS: Lazy<Lexicon<Word>> = Lazy::new(|| Lexicon::new(TABLE.iter().copied()));

/// The times of a block in the order of the text: those in numerals, and those that words name elsewhere, each of which
/// begins at one of `places`.
pub(crate) fn with_words(text: &str, block: Span, dates: &[Time], places: &[usize]) -> Vec<Time> {
    let apart = |word: &Time| {
        let next = dates.partition_point(|d| d.span.end <= word.span.start);
        dates.get(next).is_none_or(|d| d.span.start >= word.span.end)
    };
    let words = words(text, block, places).filter(apart);
    let mut times: Vec<Time> = words.chain(dates.iter().copied()).collect();
    times.sort_by_key(|time| time.span.start);
    times
}

/// Whether a date in digits stands right before.
fn dated(text: &str, at: usize) -> bool {
    let left = text[..at].trim_end_matches(['，', ',', '的', '”', '」', '"', '度', '底']);
    left.strip_suffix('年').is_some_and(|left| left.ends_with(is_digit))
}

fn words(text: &str, block: Span, places: &[usize]) -> impl Iterator<Item = Time> {
    let named = move |(span, word): (Span, Word)| {
        let time = Time::new(span);
        let behind = text[span.end..block.end].trim_start_matches(['”', '」', '"']);
        Some(match word {
            Word::Shift(years) => Time { shift: Some(years), ..time },
            Word::Months(first, last) => Time { months: Some((first, last)), ..time },
            Word::End => Time { months: Some((12, 12)), at_end: true, ..time },
            Word::Whole => Time { whole: true, ..time },
            // 2013—2017年五年间 has said which.
            Word::Years
                if text[block.start..span.start].ends_with(['年', '的', '”', '」', '"', '，', ','])
                    && dated(text, span.start) =>
            {
                return None;
            }
            Word::Years => Time { vague: true, ..time },
            Word::Plan(first) if PLAN_TIMES.iter().any(|w| behind.starts_with(w)) => {
                Time { since: Some(first), year: Some(first + 4), ..time }
            }
            Word::Plan(_) | Word::Nothing => return None,
        })
    };
    let mut end = block.start;
    let found = places.iter().filter_map(move |&at| {
        let (word, said) = WORDS.longest(&text[at..block.end]).filter(|_| at >= end)?;
        end = at + word.len();
        Some((Span::new(at, end), said))
    });
    found.filter_map(named)
}
