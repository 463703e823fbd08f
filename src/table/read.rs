//! The facts of a table that was handed in.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::flat::{Flat, Slot};
use super::grid::{Cell, Table};
use super::header::{Headers, states_nothing, without_aside, year_in};
use super::official::{Names, Official};
use super::value::{Content, Values, change};
use super::words::*;
use super::{Context, Reading};
use crate::fact::{Base, Bound, Change, Direction, Fact, Kind, Period, Reason, Rejected, Stated};
use crate::glyph::{is_letter, is_space, last_chars, last_of};
use crate::indicator::{self, Indicator};
use crate::numeral;
use crate::outline::{mark_length, squeezed};
use crate::quantity::Quantity;
use crate::span::Span;

/// A header with more characters is no name.
const LONGEST_NAME: usize = 60;
/// The line before a table that may say 单位：万元, in bytes.
const LONGEST_CAPTION: usize = 180;
/// A line before a table that says its year, in characters.
const LONGEST_HEADING: usize = 40;
/// So many lines before a table are looked at.
const MOST_LINES: usize = 3;
/// So many of its rows can be titles.
const MOST_TITLES: usize = 4;

/// A table under reading.
struct Reader<'a, 't> {
    context: &'a Context<'a>,
    text: &'t str,
    table: &'a Table,
    values: Values<'a>,
    contents: Vec<Content>,
    /// The text of each cell without white space and numbering marks.
    names: Vec<Cow<'t, str>>,
    /// The units that the lines before the table say, or a cell of its own above it.
    caption: Vec<String>,
    /// The line before it.
    before: &'t str,
    /// The year that it says.
    year: Option<u16>,
    reading: Reading<'t>,
}

/// Where a figure stands, and what its headers are.
struct Place<'p> {
    id: usize,
    sentence: Span,
    row: &'p [usize],
    column: &'p [usize],
    code: Option<&'static Indicator>,
    period: Option<Period>,
}

/// The columns that say the units of the rows.
struct UnitColumns {
    columns: Vec<usize>,
    /// Whether they stand before their figures.
    before: bool,
}

impl UnitColumns {
    /// That of a figure: the nearest.
    fn of(&self, column: usize) -> Option<usize> {
        let mut columns = self.columns.iter().copied();
        if self.before { columns.rfind(|c| *c < column) } else { columns.find(|c| *c > column) }
    }
}

/// Reads the figures of a table, which stands on the lines of `region`.
pub(super) fn read<'t>(context: &Context<'_>, text: &'t str, table: &Table, region: Span) -> Reading<'t> {
    let values = Values::new(context.units, context.segmenter);
    let said = |cell: &Cell| &text[cell.span().range()];
    let mut contents: Vec<Content> = table.cells().iter().map(|cell| values.content(said(cell))).collect();
    let names: Vec<Cow<'t, str>> = table.cells().iter().map(|cell| name(said(cell))).collect();
    let lines = table.span().map_or_else(Vec::new, |span| lines_before(text, span));
    // Excel puts 单位：万元 into a cell of its own, at the end of a line over the headers.
    let of_title = |id: &usize| contents[*id] == Content::Text && UNIT_TITLES.iter().any(|t| names[*id].starts_with(t));
    let titles: Vec<usize> =
        (0..names.len()).take_while(|&id| table.home(id).0 < MOST_TITLES).filter(of_title).collect();
    let told = titles.iter().map(|&id| said(&table.cells()[id]));
    let lines_of_units = told.chain(lines.iter().copied()).filter(|line| line.contains("单位"));
    let caption =
        lines_of_units.map(|line| units_in(&values, line)).find(|units| !units.is_empty()).unwrap_or_default();
    titles.iter().for_each(|&id| contents[id] = Content::Blank);
    let before = lines.first().copied().unwrap_or_default();
    let dated = before.chars().count() <= LONGEST_HEADING && !before.contains(['月', '日']);
    let year = if dated { year_in(before) } else { None };
    let reading = Reading::default();
    let mut reader = Reader { context, text, table, values, contents, names, caption, before, year, reading };
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
    let values = Values::new(context.units, context.segmenter);
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

/// The change that a cell states.
fn changed(value: Option<Decimal>, direction: Direction, base: Option<Base>) -> Change {
    let zero = value.is_some_and(|v| v.is_zero());
    Change { direction: if zero { Direction::Flat } else { direction }, base, of: None }
}

/// Whether a header is one of changes.
fn of_change(name: &str) -> bool {
    let own = without_aside(name).trim_end_matches(['%', '％']);
    CHANGES.iter().any(|word| name.contains(word)) || CHANGED.iter().any(|word| own.ends_with(word))
}

/// What a header of changes compares with, where it says so.
fn base(name: &str) -> Option<Base> {
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    match (says(FROM_PERIOD), says(FROM_YEAR)) {
        (true, false) => Some(Base::PreviousPeriod),
        (false, true) => Some(Base::PreviousYear),
        _ => None,
    }
}

/// Which way the changes under a header go that say nothing of it: up, where it does not say down alone.
fn way_of(name: &str) -> Direction {
    let down = DOWN.iter().any(|word| name.contains(word)) && !UP.iter().any(|word| name.contains(word));
    if down { Direction::Decrease } else { Direction::Increase }
}

/// A figure of the form; none where the form does not say its unit.
fn flat_cell<'t>(values: &Values<'_>, row: &'static Indicator, fact: Fact<'t>) -> Option<Fact<'t>> {
    let (way, number) = change(&fact.text);
    let quantity = values.with_unit(number, form_unit(row)?)?;
    let way = way.unwrap_or(Direction::Increase);
    let change = row.code().ends_with("_change").then(|| changed(quantity.value, way, Some(Base::PreviousYear)));
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
    if code.ends_with(".items") { year_before(context.period).or(context.period) } else { context.period }
}

fn year_before(period: Option<Period>) -> Option<Period> {
    period.and_then(|period| period.end.year.checked_sub(1)).and_then(Period::year)
}

impl<'t> Reader<'_, 't> {
    fn all(&mut self) {
        let headers = Headers::new(self.table, &self.contents, &self.names);
        let mut official = self.official(&headers);
        let unit_columns = self.unit_columns(&headers);
        let mut facts: Vec<Fact<'t>> = Vec::new();
        for row in 0..self.table.rows() {
            let sentence = self.line(row);
            let before = headers.of_row(row);
            for (column, left) in before.iter().enumerate() {
                let Some(id) = self.table.at(row, column).filter(|&id| self.table.home(id) == (row, column)) else {
                    continue;
                };
                if self.contents[id] == Content::Text {
                    official.enter(column, &self.names[id]);
                }
                let figure = self.contents[id].is_figure() && !headers.is_header_row(row);
                if !figure && self.contents[id] != Content::Denied || headers.numbers_words(id) {
                    continue;
                }
                let named = |id: &usize| !unit_columns.columns.contains(&self.table.home(*id).1);
                let left: Vec<usize> = left.iter().copied().filter(named).collect();
                let row_names = headers.of_figure(id, &left);
                let column_names = headers.of_column(id);
                let unit = unit_columns.of(column).and_then(|c| self.table.at(row, c)).map(|id| &*self.names[id]);
                let code = self.code(&official, &row_names, &column_names);
                let mut place = Place { id, sentence, row: &row_names, column: &column_names, code, period: None };
                self.date(&mut place);
                facts.extend(self.fact(&place, unit));
            }
        }
        // Merged cells and ragged rows stand in the text as they come.
        facts.sort_by_key(|fact| fact.span.start);
        self.reading.facts = facts;
    }

    fn official(&self, headers: &Headers<'_>) -> Official {
        let words: Vec<&str> = self.names.iter().map(|name| &**name).collect();
        let row = |id: usize| self.table.home(id).0;
        let heads = (0..words.len()).filter(|&id| headers.is_header_row(row(id)));
        let heads: Vec<&str> = heads.map(|id| words[id]).collect();
        let figures = |column: usize| {
            let below = (0..self.table.rows()).filter(|&row| !headers.is_header_row(row));
            let mut cells = below.filter_map(|row| self.table.at(row, column));
            cells.any(|id| self.contents[id].is_figure() && !self.states_nothing(&headers.of_column(id)))
        };
        let several = (0..self.table.columns()).filter(|&column| figures(column)).count() > 1;
        Official::of(&words, &heads, self.before, several)
    }

    /// The columns that say the unit of each row.
    fn unit_columns(&self, headers: &Headers<'_>) -> UnitColumns {
        let top: Vec<usize> = (0..self.table.rows()).take_while(|row| headers.is_header_row(*row)).collect();
        let below = || (0..self.table.rows()).filter(|row| !headers.is_header_row(*row));
        let columns: Vec<usize> = (0..self.table.columns())
            .filter(|&column| {
                let mut cells = top.iter().filter_map(|row| self.table.at(*row, column));
                cells.any(|id| UNIT_COLUMNS.contains(&&*self.names[id]))
            })
            // 单位 is the body that a row is about, too.
            .filter(|&column| {
                let names = below().filter_map(|row| self.table.at(row, column)).map(|id| &*self.names[id]);
                let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
                let units = names.iter().filter(|name| self.values.is_unit(name)).count();
                2 * units > names.len()
            })
            .collect();
        let first = columns.first().copied().unwrap_or_default();
        let figure = |id: usize| self.contents[id].is_figure() && !self.states_nothing(&headers.of_column(id));
        let left = |row: usize| (0..first).filter_map(move |column| self.table.at(row, column));
        let before = !below().any(|row| left(row).any(figure));
        UnitColumns { columns, before }
    }

    /// The text from the first cell of a row to its last.
    fn line(&self, row: usize) -> Span {
        let own = |column: usize| self.table.at(row, column).filter(|&id| self.table.home(id).0 == row);
        let spans = (0..self.table.columns()).filter_map(own).map(|id| self.table.cells()[id].span());
        spans.reduce(|line, span| Span::new(line.start.min(span.start), line.end.max(span.end))).unwrap_or_default()
    }

    fn code(&self, official: &Official, row: &[usize], column: &[usize]) -> Option<&'static Indicator> {
        let named = |ids: &[usize]| -> Vec<&str> { ids.iter().map(|&id| &*self.names[id]).collect() };
        let home = row.first().map_or(0, |&id| self.table.home(id).1);
        let (row, column) = (named(row), named(column));
        indicator::find(&official.code(&Names { row: &row, column: &column, home })?)
    }

    /// The time of a figure: the year that its headers name, else that of the line before the table, else the report's. A
    /// figure of another year than the report's has no code: its row is asked of the report's.
    fn date(&self, place: &mut Place<'_>) {
        let headers = place.column.iter().rev().chain(place.row.iter().rev()).map(|&id| &*self.names[id]);
        let mut headers = headers.filter(|name| !of_change(name));
        let named = headers.find_map(|name| match PREVIOUS.contains(&name) {
            true => year_before(self.context.period),
            false => year_in(name).and_then(Period::year),
        });
        let named = named.or_else(|| self.year.and_then(Period::year));
        let year = |period: Period| period.end.year;
        if named.is_some_and(|named| self.context.period.is_some_and(|report| year(report) != year(named))) {
            place.code = None;
        }
        place.period = named.or_else(|| of_items(self.context, place.code.map_or("", Indicator::code)));
    }

    /// The fact of a cell; none where its headers say that it is no figure, or nothing says what it is.
    fn fact(&self, place: &Place<'_>, unit: Option<&str>) -> Option<Fact<'t>> {
        let label = self.label(place);
        let nothing = || self.states_nothing(place.column) || self.states_nothing(place.row) || self.is_called(place);
        if label.is_empty() || place.code.is_none() && nothing() {
            return None;
        }
        let span = trimmed(self.text, self.table.cells()[place.id].span());
        let blank = Fact {
            sentence: place.sentence,
            period: place.period,
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
    fn valued(&self, place: &Place<'_>, unit: Option<&str>, fact: Fact<'t>) -> Option<Fact<'t>> {
        let mut headers = place.column.iter().rev().chain(place.row.iter().rev()).map(|&id| &*self.names[id]);
        let header = headers.find(|name| of_change(name));
        let said = &self.text[fact.span.range()];
        let (way, number) = change(said);
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
        // Words state a change by themselves; -2 and +2 do where the header asks for one.
        let signed = said.starts_with(SIGNS);
        fact.value = match (header, signed, way) {
            (None, true, Some(Direction::Decrease)) => fact.value.map(|v| -v.abs()),
            (None, true, _) => fact.value,
            _ => fact.value.map(|v| v.abs()),
        };
        if header.is_some() || way.is_some() && !signed {
            let up = header.map_or(Direction::Increase, way_of);
            fact.change = Some(changed(fact.value, way.unwrap_or(up), header.and_then(base)));
        }
        // The row counts another thing than the cell says.
        let fits = |row: &Indicator| {
            let amount = (row.unit() == "CNY") == (fact.kind == Kind::Money);
            let count = fact.kind == Kind::Count || row.unit() == "CNY";
            amount && count && row.code().ends_with("_change") == fact.change.is_some()
        };
        if !place.code.is_some_and(fits) {
            fact.indicator = None;
        }
        Some(fact)
    }

    /// A bare number as its header has it: a place, points, or a count without a measure word.
    fn counted(&self, place: &Place<'_>, number: Decimal, fact: Fact<'t>) -> Option<Fact<'t>> {
        let amount = place.code.is_some_and(|row| row.unit() == "CNY");
        let (kind, unit) = if self.ends(place, RANKS) {
            (Kind::Rank, None)
        } else if self.ends(place, SCORES) {
            (Kind::Score, Some("分"))
        } else if self.ends(place, RATES) || self.ends(place, AMOUNTS) || amount || self.is_rate(place) {
            return None;
        } else {
            (Kind::Count, None)
        };
        let number = self.scale(place).map_or(Some(number), |scale| number.checked_mul(scale))?;
        Some(Fact { kind, value: Some(number), unit: unit.map(Cow::Borrowed), ..fact })
    }

    /// Whether the innermost header of the column, or that of the row, ends with one of some words.
    fn ends(&self, place: &Place<'_>, words: &[&str]) -> bool {
        self.innermost_ends(place.column, words) || self.innermost_ends(place.row, words)
    }

    fn innermost_ends(&self, headers: &[usize], words: &[&str]) -> bool {
        let name = headers.last().map(|&id| without_aside(&self.names[id]));
        name.is_some_and(|name| words.iter().any(|word| name.ends_with(word)))
    }

    /// Whether the headers say a unit for each of something.
    fn is_rate(&self, place: &Place<'_>) -> bool {
        place.column.iter().chain(place.row).any(|&id| of_rate(&self.values, self.said(id)))
    }

    /// What the header multiplies its numbers with: 粉丝数（万）.
    fn scale(&self, place: &Place<'_>) -> Option<Decimal> {
        let header = *place.column.last()?;
        numeral::parse(aside(&squeezed(self.said(header)))?).ok().filter(|scale| *scale >= Decimal::ONE_HUNDRED)
    }

    fn said(&self, id: usize) -> &'t str {
        &self.text[self.table.cells()[id].span().range()]
    }

    /// The unit of a bare number: that of the column's innermost header, of the row in a column of units, of the form's measure
    /// words, of the other headers, of the lines before the table, of the form.
    fn unit(&self, place: &Place<'_>, of_row: Option<&str>) -> Option<String> {
        let of_header = |id: usize| unit_in(&self.values, self.said(id));
        let own = || place.column.last().and_then(|&id| of_header(id));
        // 同比, 排名 beside the unit of what they are of.
        let other = [RATES, RANKS, SCORES].iter().any(|words| self.innermost_ends(place.column, words));
        let told = || of_row.filter(|unit| !other && self.values.is_unit(unit)).map(str::to_owned);
        let header = || {
            let mut ids = place.column.iter().rev().chain(place.row.iter().rev());
            ids.find_map(|&id| of_header(id))
        };
        let form = || place.code.and_then(form_unit).map(str::to_owned);
        // Of the official tables the form says the measure words.
        let official = || form().filter(|unit| !unit.contains('元'));
        own().or_else(told).or_else(official).or_else(header).or_else(|| self.of_table(place)).or_else(form)
    }

    /// The unit that the lines before the table say: of several, the only one for amounts, for rates, or for counts.
    fn of_table(&self, place: &Place<'_>) -> Option<String> {
        if self.is_rate(place) || self.ends(place, RANKS) || self.ends(place, SCORES) {
            return None;
        }
        let rate = self.ends(place, RATES);
        let fits = |unit: &&String| match unit.contains(['%', '％', '‰']) {
            true => rate,
            false => !rate && !self.ends(place, if unit.contains('元') { COUNTS } else { AMOUNTS }),
        };
        let mut fitting = self.caption.iter().filter(fits);
        match (fitting.next(), fitting.next()) {
            (Some(unit), None) => Some(unit.clone()),
            _ => None,
        }
    }

    /// The names of the headers, those of the row before those of the column: `规章 / 本年制发件数`.
    fn label(&self, place: &Place<'_>) -> String {
        let mut names: Vec<&str> = Vec::new();
        let all = self.table.columns();
        for &id in place.row.iter().chain(place.column) {
            let name = self.without_unit(&self.names[id]);
            // A row of units under the headers.
            if place.column.len() > 1 && place.column.last() == Some(&id) && self.values.is_unit(name) {
                continue;
            }
            // A line over all columns is the title of what stands below.
            let title = self.table.cells()[id].columns() == all && all > 1;
            // The years of columns say something, their numbers nothing.
            let fits = !title && name != OVER_APPLICANTS && (name.chars().any(is_letter) || year_in(name).is_some());
            if fits && names.last() != Some(&name) && name.chars().count() <= LONGEST_NAME {
                names.push(name);
            }
        }
        names.join(" / ")
    }

    /// A name without the brackets at its end that say a unit, or much; short ones tell rows apart: 培训（县级）.
    fn without_unit<'n>(&self, name: &'n str) -> &'n str {
        let Some((own, aside)) = split_aside(name) else { return name };
        let note = aside.chars().count() > LONGEST_ASIDE || NOTES.iter().any(|word| aside.contains(word));
        let unit = || numeral::parse(aside).is_ok() || self.values.is_unit(aside) || of_rate(&self.values, name);
        if note || unit() { own } else { name }
    }

    /// Whether the innermost of some headers heads no figures; 办理时间（天） does.
    fn states_nothing(&self, headers: &[usize]) -> bool {
        let nothing = |id: usize| {
            let name = &*self.names[id];
            SERIALS.contains(&name) || states_nothing(name) && unit_in(&self.values, self.said(id)).is_none()
        };
        headers.last().is_some_and(|&id| nothing(id))
    }

    /// Whether a number is one that one calls: 传真 heads those of applications too, which are less.
    fn is_called(&self, place: &Place<'_>) -> bool {
        let many = matches!(self.contents[place.id], Content::Bare(number) if number >= Decimal::from(LEAST_CALLED));
        many && self.ends(place, CALLING)
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
    let rest = rest.strip_prefix("其中").map_or(rest, |rest| rest.trim_start_matches(['：', ':', '，', ',']));
    let rest = &rest[mark_length(rest)..];
    match rest.is_empty() || rest.len() == said.len() {
        true => said,
        false => Cow::Owned(rest.to_owned()),
    }
}

/// What stands in the brackets at the end of a name, and what before them.
fn split_aside(name: &str) -> Option<(&str, &str)> {
    let inside = name.strip_suffix(['）', ')', '〕', ']'])?;
    let at = inside.rfind(['（', '(', '〔', '[']).filter(|at| *at > 0)?;
    Some((&inside[..at], inside[at..].trim_start_matches(['（', '(', '〔', '['])))
}

/// What of a header says its unit: behind the last 单位：, else in the last brackets, else behind a stroke.
fn aside(said: &str) -> Option<&str> {
    let told = |title: &str| said.rfind(title).map(|at| &said[at + title.len()..]);
    let colon = || ["单位：", "单位:", "单位是", "单位为"].into_iter().filter_map(told).next();
    let inside = || {
        let at = said.rfind(['（', '(', '〔', '[']).filter(|_| said.ends_with(['）', ')', '〕', ']']))?;
        Some(said[at..].trim_start_matches(['（', '(', '〔', '[']).trim_start_matches("单位"))
    };
    let bare = || said.strip_prefix("单位");
    let stroke = || said.rsplit_once(['/', '／']).map(|(_, unit)| unit);
    colon().or_else(inside).or_else(bare).or_else(stroke)?.split(['）', ')', '；', '】', '〕', ']']).next()
}

/// The units that a line or a header says: 单位：件、万元.
fn units_in(values: &Values<'_>, said: &str) -> Vec<String> {
    let said = squeezed(said);
    let Some(told) = aside(&said) else { return Vec::new() };
    if values.is_unit(told) {
        return vec![told.to_owned()];
    }
    if of_rate(values, &said) {
        return Vec::new();
    }
    let pieces = told.split(['、', '，', ',', '/', '／', '和', '或']);
    pieces.filter(|piece| values.is_unit(piece)).map(str::to_owned).collect()
}

/// The unit that a header says: 收费金额（单位：万元）, 占比（%）, 件; of several none.
fn unit_in(values: &Values<'_>, said: &str) -> Option<String> {
    let units = units_in(values, said);
    let said = squeezed(said);
    if values.is_unit(&said) {
        return Some(said.into_owned());
    }
    let percent = || said.ends_with(['%', '％']).then(|| "%".to_owned());
    // 受理件数.
    let counted = || {
        let words = without_aside(&said).strip_suffix('数')?;
        [2, 1].into_iter().map(|count| last_chars(words, count)).find(|word| COUNTED.contains(word)).map(str::to_owned)
    };
    match &units[..] {
        [unit] => Some(unit.clone()),
        [] => percent().or_else(counted),
        _ => None,
    }
}

/// Whether a header says a unit for each of something: 人均（元/人）.
fn of_rate(values: &Values<'_>, said: &str) -> bool {
    let said = squeezed(said);
    let piece = said.rfind(['（', '(']).map(|at| said[at..].trim_matches(['（', '(', '）', ')']));
    let piece = piece.filter(|piece| !values.is_unit(piece));
    piece.and_then(|piece| piece.split_once(['/', '／'])).is_some_and(|(unit, _)| values.is_unit(unit))
}

/// The lines before a table that are no sentences, the nearest first.
fn lines_before(text: &str, table: Span) -> Vec<&str> {
    let before = last_of(text, Span::new(0, table.start), LONGEST_CAPTION);
    let whole = |(at, line): &(usize, &str)| *at > 0 || before.start == 0 || line.is_empty();
    let said = &text[before.range()];
    let lines = said.split('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len() + 1;
        Some((start, line))
    });
    let lines: Vec<&str> = lines.filter(whole).map(|(_, line)| line.trim_matches(is_space)).collect();
    let lines = lines.into_iter().rev().filter(|line| !line.is_empty());
    lines.take_while(|line| !line.contains(['。', '，'])).take(MOST_LINES).collect()
}
