//! The facts of a table that was handed in.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::flat::{Flat, Slot};
use super::grid::{Cell, Table};
use super::header::Headers;
use super::official::{Names, Official};
use super::value::{Content, Values, change};
use super::words::*;
use super::{Context, Reading};
use crate::fact::{Base, Bound, Change, Direction, Fact, Kind, Period, Reason, Rejected, Stated};
use crate::glyph::{is_letter, is_space, last_chars, last_of};
use crate::indicator::{self, Indicator};
use crate::outline::{mark_length, squeezed};
use crate::quantity::Quantity;
use crate::span::Span;

/// A header with more characters is no name.
const LONGEST_NAME: usize = 60;
/// The line before a table that may say 单位：万元, in bytes.
const LONGEST_CAPTION: usize = 180;
/// Years that headers name.
const YEARS: std::ops::Range<u16> = 1949..2100;

/// A table under reading.
struct Reader<'a, 't> {
    context: &'a Context<'a>,
    text: &'t str,
    table: &'a Table,
    values: Values<'a>,
    contents: Vec<Content>,
    /// The text of each cell without white space and numbering marks.
    names: Vec<Cow<'t, str>>,
    /// The unit that the lines before the table say.
    caption: Option<String>,
    reading: Reading<'t>,
}

/// Where a figure stands, and what its headers are.
struct Place<'p> {
    id: usize,
    sentence: Span,
    row: &'p [usize],
    column: &'p [usize],
    code: Option<&'static Indicator>,
}

/// Reads the figures of a table, which stands on the lines of `region`.
pub(super) fn read<'t>(context: &Context<'_>, text: &'t str, table: &Table, region: Span) -> Reading<'t> {
    let values = Values { units: context.units, segmenter: context.segmenter };
    let said = |cell: &Cell| &text[cell.span().range()];
    let contents: Vec<Content> = table.cells().iter().map(|cell| values.content(said(cell))).collect();
    let names: Vec<Cow<'t, str>> = table.cells().iter().map(|cell| name(said(cell))).collect();
    let caption = table.span().and_then(|span| caption(text, span)).and_then(|line| unit_in(&values, line));
    let mut reader = Reader { context, text, table, values, contents, names, caption, reading: Reading::default() };
    reader.all();
    reader.reject(region);
    reader.reading
}

/// A fact of a cell that says zero in words; others take what they say from it.
fn blank<'t>(context: &Context<'_>, text: &'t str, span: Span, label: String) -> Fact<'t> {
    Fact {
        kind: Kind::Count,
        value: Some(Decimal::ZERO),
        lower: None,
        upper: None,
        unit: None,
        bound: Bound::Exact,
        stated: Stated::Negation,
        text: Cow::Borrowed(&text[span.range()]),
        label: Some(Cow::Owned(label)),
        label_span: None,
        span,
        sentence: span,
        section: context.section(span.start),
        part_of: None,
        change: None,
        of_whole: None,
        period: context.period,
        indicator: None,
    }
}

/// The figures of a table that lost its layout.
pub(super) fn read_flat<'t>(context: &Context<'_>, text: &'t str, flat: &Flat) -> Reading<'t> {
    let values = Values { units: context.units, segmenter: context.segmenter };
    let mut reading = Reading::default();
    let mut at = flat.region.start;
    let mut cells: Vec<&(Span, Slot)> = flat.cells.iter().collect();
    cells.sort_by_key(|(span, _)| span.start);
    for (span, slot) in cells {
        super::reject_numerals(text, Span::new(at, span.start), &mut reading.rejected);
        at = span.end;
        let fact = blank(context, text, *span, slot.label.clone());
        match indicator::find(slot.code).and_then(|row| flat_cell(&values, row, fact)) {
            Some(fact) => reading.facts.push(Fact { period: of_items(context, slot.code), ..fact }),
            None if values.content(&text[span.range()]) == Content::NotApplicable => {
                reading.rejected.push(Rejected { span: *span, reason: Reason::NotApplicable });
            }
            None => super::reject_numerals(text, *span, &mut reading.rejected),
        }
    }
    super::reject_numerals(text, Span::new(at, flat.region.end), &mut reading.rejected);
    reading
}

/// The change that a cell of 本年增/减 states: without a word or a sign it is an increase.
fn changed(value: Option<Decimal>, way: Option<Direction>) -> Change {
    let zero = value.is_some_and(|v| v.is_zero());
    let direction = if zero { Direction::Flat } else { way.unwrap_or(Direction::Increase) };
    Change { direction, base: Some(Base::PreviousYear), of: None }
}

/// A figure of the form; none where the form does not say its unit.
fn flat_cell<'t>(values: &Values<'_>, row: &'static Indicator, fact: Fact<'t>) -> Option<Fact<'t>> {
    let (way, number) = change(&fact.text);
    let quantity = values.with_unit(number, form_unit(row)?)?;
    let change = row.code().ends_with("_change").then(|| changed(quantity.value, way));
    let fact = Fact { stated: Stated::Cell, change, indicator: Some(Cow::Borrowed(row.code())), ..fact };
    Some(measured(fact, quantity))
}

/// The unit that the form itself says.
fn form_unit(row: &Indicator) -> Option<&'static str> {
    match row.unit() {
        // The form asks for this amount in 万元.
        "CNY" => (row.code() == "charges.amount").then_some("万元"),
        unit => Some(unit),
    }
}

/// The time of a figure of the form: the year before for what it asks of it, else the report's.
fn of_items(context: &Context<'_>, code: &str) -> Option<Period> {
    let before = context.period.filter(|_| code.ends_with(".items")).and_then(|p| p.end.year.checked_sub(1));
    before.and_then(Period::year).or(context.period)
}

impl<'t> Reader<'_, 't> {
    fn all(&mut self) {
        let words: Vec<&str> = self.names.iter().map(|name| &**name).collect();
        let mut official = Official::of(&words);
        let headers = Headers::new(self.table, &self.contents);
        let unit_column = self.unit_column(&headers);
        let mut facts: Vec<Fact<'t>> = Vec::new();
        for row in 0..self.table.rows() {
            let sentence = self.line(row);
            let before = headers.of_row(row);
            if let Some(name) = before.last().and_then(|run| run.first()).map(|&id| &self.names[id]) {
                official.enter(name);
            }
            for (column, names) in before.iter().enumerate() {
                let Some(id) = self.table.at(row, column).filter(|&id| self.table.home(id) == (row, column)) else {
                    continue;
                };
                let figure = self.contents[id].is_figure() && !headers.is_header_row(row);
                if !figure && self.contents[id] != Content::Denied {
                    continue;
                }
                let row_names: Vec<usize> = names
                    .iter()
                    .copied()
                    .filter(|id| unit_column.is_none_or(|c| self.table.home(*id).1 != c))
                    .collect();
                let column_names = headers.of_column(row, column);
                let code = self.code(&official, &row_names, &column_names);
                let unit = unit_column.and_then(|c| self.table.at(row, c)).map(|id| self.names[id].to_string());
                let place = Place { id, sentence, row: &row_names, column: &column_names, code };
                facts.extend(self.fact(&place, unit));
            }
        }
        // Merged cells and ragged rows stand in the text as they come.
        facts.sort_by_key(|fact| fact.span.start);
        self.reading.facts = facts;
    }

    /// The column that says the unit of each row.
    fn unit_column(&self, headers: &Headers<'_>) -> Option<usize> {
        let unit = |row: usize, column: usize| {
            self.table.at(row, column).is_some_and(|id| UNIT_COLUMNS.contains(&&*self.names[id]))
        };
        let mut top = (0..self.table.rows()).take_while(|row| headers.is_header_row(*row));
        let column = top.find_map(|row| (0..self.table.columns()).find(|&column| unit(row, column)))?;
        // 单位 is the body that a row is about, too.
        let below = (0..self.table.rows()).filter(|row| !headers.is_header_row(*row));
        let names: Vec<&str> = below
            .filter_map(|row| self.table.at(row, column))
            .map(|id| &*self.names[id])
            .filter(|n| !n.is_empty())
            .collect();
        let units = names.iter().filter(|name| self.values.is_unit(name)).count();
        (2 * units > names.len()).then_some(column)
    }

    /// The text from the first cell of a row to its last.
    fn line(&self, row: usize) -> Span {
        let own = |column: usize| self.table.at(row, column).filter(|&id| self.table.home(id).0 == row);
        let spans = (0..self.table.columns()).filter_map(own).map(|id| self.table.cells()[id].span());
        spans.reduce(|line, span| Span::new(line.start.min(span.start), line.end.max(span.end))).unwrap_or_default()
    }

    fn code(&self, official: &Official, row: &[usize], column: &[usize]) -> Option<&'static Indicator> {
        let named = |ids: &[usize]| -> Vec<&str> { ids.iter().map(|&id| &*self.names[id]).collect() };
        let (row, column) = (named(row), named(column));
        indicator::find(&official.code(&Names { row: &row, column: &column })?)
    }

    /// The fact of a cell; none where its headers say that it is no figure, or nothing says what it is.
    fn fact(&self, place: &Place<'_>, unit: Option<String>) -> Option<Fact<'t>> {
        let label = self.label(place);
        if label.is_empty() || place.code.is_none() && self.states_nothing(place) {
            return None;
        }
        let span = trimmed(self.text, self.table.cells()[place.id].span());
        let blank = Fact {
            sentence: place.sentence,
            period: self.period(place),
            indicator: place.code.map(|row| Cow::Borrowed(row.code())),
            ..blank(self.context, self.text, span, label)
        };
        if self.contents[place.id] == Content::Denied {
            // 无 in a table of words denies nothing that is counted.
            return place.code.is_some().then_some(blank);
        }
        self.valued(place, unit, Fact { stated: Stated::Cell, ..blank })
    }

    /// The same fact with what the cell says.
    fn valued(&self, place: &Place<'_>, unit: Option<String>, fact: Fact<'t>) -> Option<Fact<'t>> {
        let changes =
            place.column.iter().chain(place.row).any(|&id| CHANGES.iter().any(|w| self.names[id].contains(w)));
        let said = &self.text[fact.span.range()];
        let (way, number) = change(said);
        let way = way.filter(|_| changes);
        let with_unit = || self.unit(place, unit).and_then(|unit| self.values.with_unit(number, &unit));
        let mut fact = match &self.contents[place.id] {
            Content::Quantity(quantity) => measured(fact, quantity.clone()),
            Content::Bare(number) => match with_unit() {
                Some(quantity) => measured(fact, quantity),
                None => self.counted(place, *number, fact)?,
            },
            Content::Bounded(count) => measured(fact, with_unit().unwrap_or_else(|| count.clone())),
            _ => return None,
        };
        // -2 outside of a column of changes is a number below zero.
        if !changes && number.len() < said.len() {
            let negative = said.starts_with(['-', '－', '−']);
            fact.value = fact.value.map(|v| if negative { -v.abs() } else { v });
        }
        if changes {
            fact.value = fact.value.map(|v| v.abs());
            fact.change = Some(changed(fact.value, way));
        }
        // The row counts another thing than the cell says.
        let fits = |row: &Indicator| {
            let amount = (row.unit() == "CNY") == (fact.kind == Kind::Money);
            let count = fact.kind == Kind::Count || row.unit() == "CNY";
            amount && count && row.code().ends_with("_change") == changes
        };
        if !place.code.is_some_and(fits) {
            fact.indicator = None;
        }
        Some(fact)
    }

    /// A bare number as its header has it: a place, points, or a count without a measure word.
    fn counted(&self, place: &Place<'_>, number: Decimal, fact: Fact<'t>) -> Option<Fact<'t>> {
        let ends = |words: &[&str]| {
            let header =
                |ids: &[usize]| ids.last().is_some_and(|&id| words.iter().any(|w| self.names[id].ends_with(w)));
            header(place.column) || header(place.row)
        };
        let amount = place.code.is_some_and(|row| row.unit() == "CNY");
        if ends(RATES) || amount {
            return None;
        }
        let (kind, unit) = if ends(RANKS) {
            (Kind::Rank, None)
        } else if ends(SCORES) {
            (Kind::Score, Some("分"))
        } else {
            (Kind::Count, None)
        };
        Some(Fact { kind, value: Some(number), unit: unit.map(Cow::Borrowed), ..fact })
    }

    /// The unit that the headers say for a bare number: the row's own, that of the column's headers, the innermost first,
    /// the line before the table, the form.
    fn unit(&self, place: &Place<'_>, of_row: Option<String>) -> Option<String> {
        let told = of_row.filter(|unit| self.values.is_unit(unit));
        let header = || {
            let ids = place.column.iter().rev().chain(place.row.iter().rev());
            ids.map(|&id| &self.text[self.table.cells()[id].span().range()])
                .find_map(|said| unit_in(&self.values, said))
        };
        let form = || place.code.and_then(form_unit).map(str::to_owned);
        // Of the official tables the form says the measure words.
        let official = || form().filter(|unit| !unit.contains('元'));
        told.or_else(official).or_else(header).or_else(|| self.caption.clone()).or_else(form)
    }

    /// The names of the headers, those of the row before those of the column: `规章 / 本年制发件数`.
    fn label(&self, place: &Place<'_>) -> String {
        let mut names: Vec<&str> = Vec::new();
        let all = self.table.columns();
        for &id in place.row.iter().chain(place.column) {
            let name = without_aside(&self.names[id]);
            // A line over all columns is the title of what stands below.
            let title = self.table.cells()[id].columns() == all && all > 1;
            // The years of columns say something, their numbers nothing.
            let fits = !title && (name.chars().any(is_letter) || year_in(name).is_some());
            if fits && names.last() != Some(&name) && name.chars().count() <= LONGEST_NAME {
                names.push(name);
            }
        }
        names.join(" / ")
    }

    fn states_nothing(&self, place: &Place<'_>) -> bool {
        let nothing =
            |ids: &[usize]| ids.last().is_some_and(|&id| NO_FIGURES.iter().any(|w| self.names[id].ends_with(w)));
        nothing(place.column) || nothing(place.row)
    }

    /// The year that a header names, else the year before for what the form asks of it, else the report's time.
    fn period(&self, place: &Place<'_>) -> Option<Period> {
        let named = place.column.iter().rev().chain(place.row.iter().rev()).find_map(|&id| year_in(&self.names[id]));
        let code = place.code.map_or("", Indicator::code);
        named.and_then(Period::year).or_else(|| of_items(self.context, code))
    }

    /// What of the table's lines states no figure, each numeral and stroke with its reason.
    fn reject(&mut self, region: Span) {
        let mut taken: Vec<Span> = self.reading.facts.iter().map(|fact| fact.span).collect();
        let mut strokes = Vec::new();
        for (cell, content) in self.table.cells().iter().zip(&self.contents) {
            match content {
                Content::NotApplicable => strokes.push(trimmed(self.text, cell.span())),
                Content::Text if super::is_prose(&self.text[cell.span().range()]) => taken.push(cell.span()),
                _ => {}
            }
        }
        taken.extend(&strokes);
        taken.sort();
        let rejected = &mut self.reading.rejected;
        let mut at = region.start;
        for span in taken.into_iter().chain([Span::new(region.end, region.end)]) {
            super::reject_numerals(self.text, Span::new(at, span.start.max(at)), rejected);
            at = span.end;
        }
        rejected.extend(strokes.into_iter().map(|span| Rejected { span, reason: Reason::NotApplicable }));
    }
}

fn measured<'t>(fact: Fact<'t>, quantity: Quantity) -> Fact<'t> {
    let Quantity { kind, value, lower, upper, unit, bound, .. } = quantity;
    Fact { kind, value, lower, upper, unit, bound, ..fact }
}

/// A span without the white space at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let piece = &text[span.range()];
    let start = span.start + piece.len() - piece.trim_start_matches(is_space).len();
    Span::new(start, start + text[start..span.end].trim_end_matches(is_space).len())
}

/// The words of a header: without white space, and without the numbering mark and 其中 before them.
fn name(cell: &str) -> Cow<'_, str> {
    let said = squeezed(cell);
    let marked = mark_length(&said);
    let rest = said[marked..].trim_start_matches(['、', '.', '．']);
    let rest = rest.strip_prefix("其中").map_or(rest, |rest| rest.trim_start_matches(['：', ':', '，']));
    let rest = &rest[mark_length(rest)..];
    match rest.is_empty() || rest.len() == said.len() {
        true => said,
        false => Cow::Owned(rest.to_owned()),
    }
}

/// A name without what stands in brackets behind it.
fn without_aside(name: &str) -> &str {
    let at = name.find(['（', '(']).filter(|at| *at > 0);
    at.map_or(name, |at| &name[..at])
}

/// The unit that a header says: 收费金额（单位：万元）, 占比（%）, 单位：件.
fn unit_in(values: &Values<'_>, said: &str) -> Option<String> {
    let said = squeezed(said);
    let told = said.find("单位").map(|at| said[at + "单位".len()..].trim_start_matches(['：', ':', '是', '为']));
    let until =
        |piece: &str| piece.split(['）', ')', '；', '，', '、', '】', ']']).next().unwrap_or_default().to_owned();
    let bracket = || said.rfind(['（', '(']).map(|at| until(said[at..].trim_start_matches(['（', '('])));
    let percent = || said.ends_with(['%', '％']).then(|| "%".to_owned());
    // 受理件数.
    let counted = || {
        let words = without_aside(&said).strip_suffix('数')?;
        [2, 1].into_iter().map(|count| last_chars(words, count)).find(|word| COUNTED.contains(word)).map(str::to_owned)
    };
    told.map(until)
        .filter(|u| values.is_unit(u))
        .or_else(|| bracket().filter(|u| values.is_unit(u)))
        .or_else(percent)
        .or_else(counted)
}

/// The line before a table.
fn caption(text: &str, table: Span) -> Option<&str> {
    let before = last_of(text, Span::new(0, table.start), LONGEST_CAPTION);
    let said = text[before.range()].trim_end_matches(is_space);
    let line = said.rsplit('\n').next()?;
    line.contains("单位").then_some(line)
}

/// The year in a header: 2022年, and 2022 alone.
fn year_in(name: &str) -> Option<u16> {
    let at = name.find(|c: char| c.is_ascii_digit())?;
    let digits = name[at..].bytes().take_while(u8::is_ascii_digit).count();
    let rest = &name[at + digits..];
    let year = name[at..at + digits].parse().ok().filter(|year| YEARS.contains(year))?;
    (rest.starts_with('年') || rest.is_empty() && at == 0).then_some(year)
}
