//! The words that say what a figure of a table is: those of its row and those of its column.
//!
//! A row without a figure is one of headers. The headers of a column are its texts in the nearest rows of headers above
//! (a table may have several, one for each of its parts); those of a row are the texts that stand together left of the
//! figure. Words among the figures of a row begin a second half of the table only where their column is headed like the
//! first of the row, or names each row; else they are remarks.

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rustc_hash::FxHashSet;

use super::grid::Table;
use super::value::Content;
use super::words::*;
use crate::glyph::{is_digit, leading_digits, small_number};

/// So many headers name a figure; a row of words without end names nothing.
const MOST_NAMES: usize = 8;
/// Numbers that are years.
pub(super) const YEARS: Range<u16> = 1949..2100;

/// Where the headers of a table stand.
pub(super) struct Headers<'a> {
    table: &'a Table,
    contents: &'a [Content],
    names: &'a [Cow<'a, str>],
    /// Whether a row is one of headers.
    header: Vec<bool>,
    /// For every row, the block of header rows nearest above it.
    above: Vec<Option<usize>>,
    /// For every block and every column, the headers, the outermost first; where a block has none, those of the one above.
    heads: Vec<Vec<Vec<usize>>>,
    /// Whether the words of a column name each row.
    naming: Vec<bool>,
}

impl<'a> Headers<'a> {
    /// `contents` says what stands in each cell of the table, `names` its words without white space and numbering marks.
    pub(super) fn new(table: &'a Table, contents: &'a [Content], names: &'a [Cow<'a, str>]) -> Self {
        let (header, above, heads, naming) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut headers = Headers { table, contents, names, header, above, heads, naming };
        headers.find_rows();
        headers.find_heads();
        headers.naming = (0..table.columns()).map(|column| headers.names_rows(column)).collect();
        headers
    }

    /// Whether a row is one of headers.
    pub(super) fn is_header_row(&self, row: usize) -> bool {
        self.header[row]
    }

    /// The headers of the column of a figure, the outermost first; of one over several columns, those of them all.
    pub(super) fn of_column(&self, id: usize) -> Vec<usize> {
        let (row, column) = self.table.home(id);
        let last = column + self.table.cells()[id].columns() - 1;
        let shared = |name: &usize| {
            let there = self.table.at(self.table.home(*name).0, last);
            there.is_none_or(|other| other == *name || !self.is_head(other))
        };
        self.heads_of(row, column).iter().copied().filter(shared).collect()
    }

    /// For every column of a row, the headers left of it, the outermost first.
    /// Those before the first words have these: 名次 stands before the body.
    pub(super) fn of_row(&self, row: usize) -> Vec<Vec<usize>> {
        let mut found: Vec<Vec<usize>> = Vec::with_capacity(self.table.columns());
        let mut run = Run::default();
        for column in 0..self.table.columns() {
            found.push(run.names.clone());
            let Some(id) = self.table.at(row, column) else {
                run.ended = true;
                continue;
            };
            if !self.is_name(row, column, id) {
                run.ended = true;
                run.figures |= self.contents[id].is_figure() && !run.names.is_empty();
            } else if run.names.last() != Some(&id) {
                if run.ended && !run.names.is_empty() {
                    match self.opens_half(row, column, run.start) {
                        true => run = Run { start: column, ..Run::default() },
                        false if run.figures => continue,
                        false => {}
                    }
                } else if run.names.is_empty() {
                    run.start = column;
                }
                run.ended = false;
                run.names.push(id);
                if run.names.len() > MOST_NAMES {
                    run.names.remove(0);
                }
            }
        }
        let first = found.iter().position(|names| !names.is_empty()).unwrap_or(found.len());
        let names = found.get(first).cloned().unwrap_or(run.names);
        found[..first].fill(names);
        found
    }

    /// Of the headers left of a figure, those that name it: not a file's number or date beside its name, and of a figure
    /// over several rows only what heads them all.
    pub(super) fn of_figure(&self, id: usize, left: &[usize]) -> Vec<usize> {
        let (row, _) = self.table.home(id);
        let last = row + self.table.cells()[id].rows() - 1;
        let shared = |name: &usize| {
            let there = self.table.at(last, self.table.home(*name).1);
            there.is_none_or(|other| other == *name || self.contents[other] != Content::Text)
        };
        let names = |name: &usize| self.head(row, self.table.home(*name).1).is_none_or(|head| !states_nothing(head));
        let left: Vec<usize> = left.iter().copied().filter(shared).collect();
        let naming: Vec<usize> = left.iter().copied().filter(names).collect();
        if naming.is_empty() { left } else { naming }
    }

    /// Whether a figure only numbers the words beside it: both stand under one header.
    pub(super) fn numbers_words(&self, id: usize) -> bool {
        let (row, column) = self.table.home(id);
        let Some(&head) = self.heads_of(row, column).last() else { return false };
        let over_both = self.table.home(head).1 == column && self.table.cells()[head].columns() > 1;
        let beside = self.table.at(row, column + 1);
        let whole = matches!(self.contents[id], Content::Bare(number) if number.is_integer());
        over_both && whole && beside.is_some_and(|id| self.contents[id] == Content::Text)
    }

    fn find_rows(&mut self) {
        let mut figures = false;
        for row in 0..self.table.rows() {
            let header = self.is_header(row, figures);
            figures |= !header;
            self.header.push(header);
        }
    }

    fn find_heads(&mut self) {
        let mut block: Option<Range<usize>> = None;
        for row in 0..self.table.rows() {
            if self.header[row] {
                let start = block.take().map_or(row, |block| block.start);
                block = Some(start..row + 1);
                // Among headers, those that stand above so far are not asked for.
                self.above.push(self.heads.len().checked_sub(1));
                continue;
            }
            if let Some(block) = block.take() {
                let heads = (0..self.table.columns()).map(|column| self.heads_in(&block, column)).collect();
                self.heads.push(heads);
            }
            self.above.push(self.heads.len().checked_sub(1));
        }
    }

    /// The headers of a column in a block, else in the one before.
    fn heads_in(&self, block: &Range<usize>, column: usize) -> Vec<usize> {
        let mut heads: Vec<usize> = Vec::new();
        for row in block.clone().rev() {
            let id = self.table.at(row, column).filter(|&id| self.is_head(id));
            if let Some(id) = id.filter(|id| !heads.contains(id)) {
                heads.push(id);
            }
            if heads.len() == MOST_NAMES {
                break;
            }
        }
        heads.reverse();
        if heads.is_empty() { self.heads.last().map_or_else(Vec::new, |above| above[column].clone()) } else { heads }
    }

    fn heads_of(&self, row: usize, column: usize) -> &[usize] {
        self.above[row].map_or(&[], |block| &self.heads[block][column])
    }

    /// The innermost header of a column.
    fn head(&self, row: usize, column: usize) -> Option<&str> {
        let heads = if column < self.table.columns() { self.heads_of(row, column) } else { &[] };
        heads.last().map(|&id| &*self.names[id])
    }

    /// Whether a row holds no figure, or one that only numbers or dates the columns: beside a word for that.
    fn is_header(&self, row: usize, figures: bool) -> bool {
        let mut last = None;
        let mut numbers = Vec::new();
        let mut words: Vec<&str> = Vec::new();
        for id in (0..self.table.columns()).filter_map(|column| self.table.at(row, column)) {
            if last == Some(id) || self.table.home(id).0 != row && self.contents[id].is_figure() {
                continue;
            }
            last = Some(id);
            match &self.contents[id] {
                Content::Bare(number) => numbers.push(*number),
                Content::Quantity(_) | Content::Bounded(_) => return false,
                Content::Text => words.push(&self.names[id]),
                _ => {}
            }
        }
        if numbers.is_empty() {
            return !self.holds_values(row);
        }
        let beside = |of: &[&str]| words.iter().all(|word| of.contains(word));
        let counted = || numbers.iter().zip(1u32..).all(|(number, at)| *number == Decimal::from(at));
        // Behind the first figures, 1 2 3 are figures too.
        !figures
            && (numbers.len() > 2 && beside(OF_NUMBERS) && counted()
                || numbers.len() > 1 && beside(OF_YEARS) && numbers.iter().all(is_year))
    }

    /// Whether words of a row stand for figures: behind its name, under headers, they begin with digits that count no years.
    fn holds_values(&self, row: usize) -> bool {
        let own = |column: usize| {
            let id = self.table.at(row, column).filter(|&id| self.table.home(id).0 == row)?;
            (self.contents[id] == Content::Text).then(|| &*self.names[id])
        };
        let value = |name: &str| {
            let rest = name.trim_start_matches(|c: char| is_digit(c) || ".-－—".contains(c));
            rest.len() < name.len() && !rest.starts_with(['年', '月', '日', '季'])
        };
        let headed = row > 0 && self.header[row - 1] && own(0).is_some();
        headed && (1..self.table.columns()).filter_map(own).any(value)
    }

    /// Whether what stands in a cell of a header row can be a header: words, or the year or number of a column.
    fn is_head(&self, id: usize) -> bool {
        let numbered = self.contents[id].is_figure() && self.header[self.table.home(id).0];
        self.contents[id] == Content::Text || numbered
    }

    /// Whether what stands in a cell can name its row: words, or a year in a column of years.
    fn is_name(&self, row: usize, column: usize, id: usize) -> bool {
        match &self.contents[id] {
            Content::Text => true,
            Content::Bare(number) => {
                is_year(number) && self.head(row, column).is_some_and(|head| YEAR_COLUMNS.contains(&head))
            }
            _ => false,
        }
    }

    /// Whether the words in a column begin the second half of a table, whose first half begins with those of `first`.
    fn opens_half(&self, row: usize, column: usize, first: usize) -> bool {
        let Some(own) = self.head(row, column) else { return self.naming[column] };
        self.head(row, first) == Some(own)
            || self.head(row, column + 1).is_some_and(|next| self.head(row, first + 1) == Some(next))
            || self.naming[column] && !states_nothing(own)
    }

    /// Whether the words of a column name the rows: they differ, and stand before every figure.
    fn names_rows(&self, column: usize) -> bool {
        let mut said: FxHashSet<&str> = FxHashSet::default();
        let mut last = None;
        for row in (0..self.table.rows()).filter(|row| !self.header[*row]) {
            let id = self.table.at(row, column);
            let figure = self.table.at(row, column + 1).is_some_and(|id| self.contents[id].is_figure());
            match id.map(|id| &self.contents[id]) {
                Some(Content::Text) if id == last => {}
                Some(Content::Text) if !id.is_some_and(|id| said.insert(&*self.names[id])) => return false,
                Some(Content::Text) => {}
                _ if figure => return false,
                _ => {}
            }
            last = id;
        }
        said.len() > 1
    }
}

/// The words left of a figure, while a row is walked.
#[derive(Default)]
struct Run {
    names: Vec<usize>,
    /// The column of the first of them.
    start: usize,
    /// Whether something else stands behind them.
    ended: bool,
    /// Whether a figure does.
    figures: bool,
}

/// Whether a number can be a year.
pub(super) fn is_year(number: &Decimal) -> bool {
    number.is_integer() && number.to_u16().is_some_and(|year| YEARS.contains(&year))
}

/// Whether a header heads no figures: serial numbers, telephones.
pub(super) fn states_nothing(name: &str) -> bool {
    let name = without_aside(name);
    SERIALS.contains(&name) || YEAR_COLUMNS.contains(&name) || NO_FIGURES.iter().any(|word| name.ends_with(word))
}

/// A name without what stands in brackets behind it.
pub(super) fn without_aside(name: &str) -> &str {
    let at = name.find(['（', '(']).filter(|at| *at > 0);
    at.map_or(name, |at| &name[..at])
}

/// The one year that a header names: 2022年, and 2022 alone.
pub(super) fn year_in(name: &str) -> Option<u16> {
    let mut years = Vec::new();
    let mut rest = name;
    while let Some(at) = rest.find(is_digit) {
        let digits = leading_digits(&rest[at..]);
        let behind = &rest[at + digits.len()..];
        let alone = digits.len() == name.len();
        let year = small_number(digits).filter(|year| YEARS.contains(year));
        years.extend(year.filter(|_| digits.chars().count() == 4 && (behind.starts_with('年') || alone)));
        rest = behind;
    }
    match years[..] {
        [year] => Some(year),
        _ => None,
    }
}
