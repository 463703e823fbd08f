//! The words that say what a figure of a table is: those of its row and those of its column.
//!
//! A row without a figure is one of headers. The headers of a column are its texts in the nearest rows of headers above
//! (a table may have several, one for each of its parts); those of a row are the texts that stand together left of the
//! figure.

use std::ops::Range;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::grid::Table;
use super::value::Content;

/// So many headers name a figure; a row of words without end names nothing.
const MOST_NAMES: usize = 8;
/// So many blocks of headers up, those of a column are looked for: a row that holds blanks only looks like one.
const MOST_BLOCKS: usize = 8;
/// Numbers that are years.
const YEARS: Range<u32> = 1949..2100;

/// Where the headers of a table stand.
pub(super) struct Headers<'a> {
    table: &'a Table,
    contents: &'a [Content],
    /// For every row, the block of header rows nearest above it.
    above: Vec<Option<Range<usize>>>,
    /// Whether a row is one of headers.
    header: Vec<bool>,
}

impl<'a> Headers<'a> {
    /// `contents` says what stands in each cell of the table.
    pub(super) fn new(table: &'a Table, contents: &'a [Content]) -> Self {
        let mut headers = Headers { table, contents, above: Vec::new(), header: Vec::new() };
        let mut figures = false;
        headers.header = (0..table.rows())
            .map(|row| {
                let header = headers.is_header(row, figures);
                figures |= !header;
                header
            })
            .collect();
        let mut block: Option<Range<usize>> = None;
        for row in 0..table.rows() {
            headers.above.push(block.clone());
            if headers.header[row] {
                block = match block {
                    Some(block) if block.end == row => Some(block.start..row + 1),
                    _ => Some(row..row + 1),
                };
            }
        }
        headers
    }

    /// Whether a row is one of headers.
    pub(super) fn is_header_row(&self, row: usize) -> bool {
        self.header[row]
    }

    /// Whether a row holds no figure, or one that only numbers or dates the columns.
    fn is_header(&self, row: usize, figures: bool) -> bool {
        let mut last = None;
        let mut numbers = Vec::new();
        let mut words = 0;
        for id in (0..self.table.columns()).filter_map(|column| self.table.at(row, column)) {
            if last == Some(id) || self.table.home(id).0 != row && self.contents[id].is_figure() {
                continue;
            }
            last = Some(id);
            match &self.contents[id] {
                Content::Bare(number) => numbers.push(*number),
                Content::Quantity(_) | Content::Bounded(_) => return false,
                Content::Text => words += 1,
                _ => {}
            }
        }
        if numbers.is_empty() {
            return true;
        }
        // Behind the first figures, 1 2 3 are figures too.
        let counted = || numbers.iter().zip(1u32..).all(|(number, at)| *number == Decimal::from(at));
        let dated = || numbers.iter().all(|number| number.to_u32().is_some_and(|year| YEARS.contains(&year)));
        !figures && words <= 1 && (numbers.len() > 2 && counted() || numbers.len() > 1 && dated())
    }

    /// The headers of a column for a figure of a row, the outermost first.
    pub(super) fn of_column(&self, row: usize, column: usize) -> Vec<usize> {
        let mut at = self.above[row].clone();
        for _ in 0..MOST_BLOCKS {
            let Some(block) = at else { break };
            let mut names: Vec<usize> = Vec::new();
            for above in block.clone().rev().take(2 * MOST_NAMES) {
                let id = self.table.at(above, column).filter(|&id| self.names(id));
                if let Some(id) = id.filter(|id| !names.contains(id)) {
                    names.push(id);
                }
            }
            if !names.is_empty() {
                names.truncate(MOST_NAMES);
                names.reverse();
                return names;
            }
            at = self.above[block.start].clone();
        }
        Vec::new()
    }

    /// Whether what stands in a cell can be a header: words, or the year or number of a column.
    fn names(&self, id: usize) -> bool {
        let numbered = self.contents[id].is_figure() && self.header[self.table.home(id).0];
        self.contents[id] == Content::Text || numbered
    }

    /// For every column of a row, the headers left of it, the outermost first.
    pub(super) fn of_row(&self, row: usize) -> Vec<Vec<usize>> {
        let mut found = Vec::with_capacity(self.table.columns());
        let mut run: Vec<usize> = Vec::new();
        let mut ended = false;
        for column in 0..self.table.columns() {
            found.push(run.clone());
            let id = self.table.at(row, column);
            match id.filter(|&id| self.contents[id] == Content::Text) {
                Some(id) if run.last() == Some(&id) && !ended => {}
                Some(id) => {
                    if ended {
                        run.clear();
                    }
                    ended = false;
                    run.push(id);
                    if run.len() > MOST_NAMES {
                        run.remove(0);
                    }
                }
                None => ended = true,
            }
        }
        found
    }
}
