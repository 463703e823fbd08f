//! Tables: the grid that a reader of documents hands in, and the figures in it.
//!
//! The library reads text; whoever parses HTML or a text processor's file knows where the tables are. A [`Table`] says
//! where in the text each cell stands, and [`Extractor::extract_with_tables`](crate::Extractor::extract_with_tables)
//! makes a fact of every cell that holds a figure: `stated` is [`Stated::Cell`], the label are the
//! headers of its row and of its column, outer to inner, without numbering marks (`规章 / 本年制发件数`); it has no
//! `label_span`. `sentence` is the row.
//!
//! - A row without a figure is one of headers. The headers of a column stand in the nearest ones above, those of a row
//!   left of the figure.
//! - The unit is the cell's own (80618元), else that of the column's header (收费金额（单位：万元）, 占比（%）), of a
//!   column of units, of the other headers, of the lines before the table (单位：万元), or of the official form. A
//!   number without any is a count without a unit; an amount or a rate without any is none.
//! - In a table of an official form (see [`indicator`]) every figure has its code, with the kind of
//!   applicant for its end: `requests.granted.natural_person`.
//! - A blank cell gives nothing. A stroke (`/`, `—`) is rejected as [`Reason::NotApplicable`](crate::Reason), 无 in an official
//!   table is a zero in words, and 0 is a figure.
//! - Under 本年增/减 a cell states a [`change`](crate::Fact::change); its value stays positive.
//! - Official tables that lost their layout (copied out of a browser, or a PDF) are found in any text by the titles of
//!   their sections, and read where their figures are exactly as many as the form has; else their figures are rejected as
//!   [`Reason::Table`](crate::Reason).
//! - Columns of serial numbers, dates, telephones and the like hold no figures; a cell with a sentence is read as prose.

mod flat;
mod grid;
mod header;
mod official;
mod read;
mod value;
#[rustfmt::skip] // Tables of words, many a line.
mod words;

pub use grid::{Cell, Table};

use std::borrow::Cow;

use flat::Flat;

use rustc_hash::FxHashMap;

use crate::fact::{Change, Fact, Period, Reason, Rejected, Stated};
use crate::glyph::{Glyph, glyph, is_space};
use crate::indicator;
use crate::numeral;
use crate::outline::{self, Section, page_mark};
use crate::segment::Segmenter;
use crate::span::Span;
use crate::unit::Units;

/// A cell with a full stop and at least so many characters is a sentence.
const SHORTEST_PROSE: usize = 16;

/// What the reading of a table rests on.
pub(crate) struct Context<'a> {
    pub(crate) sections: &'a [Section<'a>],
    pub(crate) period: Option<Period>,
    pub(crate) units: &'a Units,
    pub(crate) segmenter: &'a Segmenter,
}

impl Context<'_> {
    /// The section that a place stands in.
    fn section(&self, at: usize) -> Option<usize> {
        outline::section_at(self.sections, at)
    }
}

/// What the tables of a text say, in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Reading<'t> {
    pub(crate) facts: Vec<Fact<'t>>,
    pub(crate) rejected: Vec<Rejected>,
}

/// The tables of a text.
pub(crate) struct Tables<'t, 'a> {
    text: &'t str,
    /// Those that were handed in, each with the lines that it stands on; the pieces of one that a page break parted as one.
    given: Vec<(Cow<'a, Table>, Span)>,
    /// Those that lost their layout.
    flat: Vec<Flat>,
}

impl<'t, 'a> Tables<'t, 'a> {
    /// Those that were handed in and stand in the text, one behind the other; others are left out.
    pub(crate) fn of(text: &'t str, given: &'a [Table]) -> Self {
        let mut end = 0;
        let mut placed: Vec<(&'a Table, Span)> = Vec::new();
        for table in given {
            let fits = |cell: &Cell| text.get(cell.span().range()).is_some();
            let ordered = table.cells().windows(2).all(|pair| pair[0].span().end <= pair[1].span().start);
            let Some(span) = table.span().filter(|span| span.start >= end) else { continue };
            if ordered && table.cells().iter().all(fits) {
                placed.push((table, span));
                end = span.end;
            }
        }
        let breaks = ['\n', '\r'];
        for i in 0..placed.len() {
            let from = i.checked_sub(1).map_or(0, |before| placed[before].1.end);
            let to = placed.get(i + 1).map_or(text.len(), |(_, next)| next.start);
            let span = &mut placed[i].1;
            span.start = text[from..span.start].rfind(breaks).map_or(from, |at| from + at + 1);
            span.end = text[span.end..to].find(breaks).map_or(to, |at| span.end + at);
        }
        let apart = |flat: &Flat| !placed.iter().any(|(_, r)| r.start < flat.region.end && flat.region.start < r.end);
        let flat = flat::find(text).into_iter().filter(apart).collect();
        Tables { text, given: joined(text, placed), flat }
    }

    /// The same where they stand in a text that was joined around them.
    pub(crate) fn moved<'j>(&self, text: &'j str, place: impl Fn(Span) -> Span) -> Tables<'j, 'static> {
        let table = |(table, region): &(Cow<'_, Table>, Span)| (Cow::Owned(table.moved(&place)), place(*region));
        let cell = |(span, slot): &(Span, flat::Slot)| (place(*span), slot.clone());
        let flat = |flat: &Flat| Flat { region: place(flat.region), cells: flat.cells.iter().map(cell).collect() };
        Tables { text, given: self.given.iter().map(table).collect(), flat: self.flat.iter().map(flat).collect() }
    }

    /// What of the text is no prose.
    pub(crate) fn regions(&self) -> Vec<Span> {
        let given = self.given.iter().map(|(_, region)| *region);
        let mut regions: Vec<Span> = given.chain(self.flat.iter().map(|flat| flat.region)).collect();
        regions.sort();
        regions
    }

    /// The cells that hold sentences.
    pub(crate) fn prose(&self) -> Vec<Span> {
        let cells = self.given.iter().flat_map(|(table, _)| table.cells());
        cells.map(Cell::span).filter(|span| is_prose(&self.text[span.range()])).collect()
    }

    /// The figures of the tables.
    pub(crate) fn read(&self, context: &Context<'_>) -> Reading<'t> {
        let given = self.given.iter().map(|(table, region)| read::read(context, self.text, table, *region));
        let flat = self.flat.iter().map(|flat| read::read_flat(context, self.text, flat));
        let mut all = Reading::default();
        for mut found in given.chain(flat) {
            link(&mut found.facts);
            // What was read before moves no fact of this table.
            let before = all.facts.len();
            for fact in &mut found.facts {
                fact.part_of = fact.part_of.map(|total| total + before);
            }
            all.facts.append(&mut found.facts);
            all.rejected.append(&mut found.rejected);
        }
        all
    }
}

/// The tables of a text, with those that go on with the one before put under it: they have as many columns, begin with a
/// row of figures, and nothing stands between.
fn joined<'a>(text: &str, tables: Vec<(&'a Table, Span)>) -> Vec<(Cow<'a, Table>, Span)> {
    let mut all: Vec<(Cow<'a, Table>, Span)> = Vec::with_capacity(tables.len());
    for (table, region) in tables {
        match all.last_mut() {
            Some((above, span)) if goes_on(text, above, *span, table, region) => {
                above.to_mut().append(table);
                span.end = region.end;
            }
            _ => all.push((Cow::Borrowed(table), region)),
        }
    }
    all
}

fn goes_on(text: &str, above: &Table, above_at: Span, table: &Table, at: Span) -> bool {
    let between = &text[above_at.end..at.start];
    let nothing = || between.lines().all(|line| line.trim_matches(is_space).is_empty() || page_mark(line));
    let number = |column| {
        let said = table.cell(0, column).map(|cell| text[cell.span().range()].trim_matches(is_space));
        let number = said.and_then(|said| numeral::parse(value::change(said).1).ok());
        number.is_some_and(|number| !header::is_year(&number))
    };
    above.columns() > 1 && above.columns() == table.columns() && nothing() && (1..table.columns()).any(number)
}

/// Makes the figures of an official table parts of their totals: those of the applicants of the row's, the results and the
/// outcomes of theirs.
fn link(facts: &mut [Fact<'_>]) {
    let mut rows: FxHashMap<&'static str, usize> = FxHashMap::default();
    for (i, fact) in facts.iter().enumerate() {
        if let Some(row) = fact.indicator.as_deref().and_then(indicator::find) {
            rows.entry(row.code()).or_insert(i);
        }
    }
    let totals: Vec<Option<usize>> = facts.iter().map(|fact| total(fact.indicator.as_deref()?, &rows)).collect();
    for (i, total) in totals.into_iter().enumerate() {
        let fits = |total: &usize| {
            let (part, whole) = (&facts[i], &facts[*total]);
            let same = part.kind == whole.kind && part.unit == whole.unit && part.stated == whole.stated;
            // 无 is none of a part of nothing.
            let told = part.stated != Stated::Negation;
            same && told && *total != i && part.change.is_none() && part.value.is_some() && part.value <= whole.value
        };
        facts[i].part_of = total.filter(fits);
    }
}

/// The nearest row above a row that is told.
fn total(code: &str, rows: &FxHashMap<&'static str, usize>) -> Option<usize> {
    let above = |code: &str| match indicator::find(code)?.parent()? {
        // One thing can be disclosed over several channels.
        "disclosure.total" if code != "disclosure.normative" => None,
        // The form of 2014 divides what was answered.
        "requests.closed" if rows.contains_key("requests.answered") && !code.contains(".closed") => {
            Some("requests.answered")
        }
        parent => Some(parent),
    };
    let mut row = above(code);
    while let Some(code) = row {
        if let Some(&total) = rows.get(code) {
            return Some(total);
        }
        row = above(code);
    }
    None
}

/// Of prose that counts what was handed on from the year before with what came in (收到申请20件 beside the table's 17 and 3),
/// takes the row away: the form's row is 新收 alone.
fn settle(facts: &mut [Fact<'_>]) {
    let cell = |code: &str| {
        let of = |fact: &&Fact<'_>| fact.stated == Stated::Cell && fact.indicator.as_deref() == Some(code);
        facts.iter().find(of)?.value
    };
    let (Some(received), Some(carried)) = (cell("requests.received"), cell("requests.carried_in")) else { return };
    let all = received.checked_add(carried).filter(|all| *all != received);
    for fact in facts.iter_mut().filter(|fact| fact.stated == Stated::Number) {
        if fact.indicator.as_deref() == Some("requests.received") && all.is_some() && fact.value == all {
            fact.indicator = None;
        }
    }
}

/// The facts of the prose and those of the tables, in the order of the text.
pub(crate) fn merged<'t>(prose: Vec<Fact<'t>>, cells: Vec<Fact<'t>>) -> Vec<Fact<'t>> {
    if cells.is_empty() {
        return prose;
    }
    let from_prose = prose.len();
    let mut all = prose;
    all.extend(cells);
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|&i| all[i].span.start);
    let mut moved = vec![0; all.len()];
    for (place, &i) in order.iter().enumerate() {
        moved[i] = place;
    }
    for (i, fact) in all.iter_mut().enumerate() {
        // A cell points at cells, prose at prose.
        let base = if i < from_prose { 0 } else { from_prose };
        let place = |of: usize| moved[base + of];
        fact.part_of = fact.part_of.map(place);
        fact.change = fact.change.map(|change| Change { of: change.of.map(place), ..change });
        if let Some(whole) = &mut fact.of_whole {
            whole.fact = whole.fact.map(place);
        }
    }
    // The sort is stable: the things that one negation denies stay in their order.
    all.sort_by_key(|fact| fact.span.start);
    settle(&mut all);
    all
}

/// Whether a cell holds a sentence.
fn is_prose(cell: &str) -> bool {
    cell.contains('。') && cell.trim_matches(is_space).chars().count() >= SHORTEST_PROSE
}

/// Rejects the numerals of a piece of a table that states no figure.
fn reject_numerals(text: &str, span: Span, rejected: &mut Vec<Rejected>) {
    let mut at = span.start;
    for numeral in numeral::find_iter(&text[span.range()]) {
        let numeral = Span::new(numeral.span.start + span.start, numeral.span.end + span.start);
        reject_runs(text, Span::new(at, numeral.start), rejected);
        rejected.push(in_table(numeral));
        at = numeral.end;
    }
    reject_runs(text, Span::new(at, span.end), rejected);
}

/// Rejects the runs of numeral characters that are no numerals: 三千三千.
fn reject_runs(text: &str, span: Span, rejected: &mut Vec<Rejected>) {
    let mut run: Option<Span> = None;
    for (i, c) in text[span.range()].char_indices() {
        let (start, end) = (span.start + i, span.start + i + c.len_utf8());
        match &mut run {
            _ if !glyph(c).is_some_and(Glyph::is_part) => rejected.extend(run.take().map(in_table)),
            Some(run) => run.end = end,
            None => run = Some(Span::new(start, end)),
        }
    }
    rejected.extend(run.map(in_table));
}

fn in_table(span: Span) -> Rejected {
    Rejected { span, reason: Reason::Table }
}
