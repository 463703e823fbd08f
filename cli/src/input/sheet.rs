//! A text as it is put together out of a document, with its tables.

use nianbao::Span;
use nianbao::table::{Cell, Table};

/// A cell with more characters than this and a full stop holds prose.
const PROSE: usize = 120;

/// A table has no more columns: what HTML allows. One that is wider was made by no office.
const WIDEST: usize = 1000;

/// The text so far.
#[derive(Default)]
pub(crate) struct Sheet {
    pub(crate) text: String,
    pub(crate) tables: Vec<Table>,
}

/// The text of a cell, its lines apart, and how many rows and columns it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RawCell {
    pub(crate) text: String,
    pub(crate) rows: usize,
    pub(crate) columns: usize,
}

impl RawCell {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        RawCell { text: text.into(), rows: 1, columns: 1 }
    }
}

impl Sheet {
    /// A line of its own; nothing for an empty one.
    pub(crate) fn line(&mut self, line: &str) {
        if !line.trim().is_empty() {
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    /// A table with an empty line before and after it, a line a row; one that only lays out a page as lines.
    pub(crate) fn table(&mut self, rows: &[Vec<RawCell>]) {
        if is_layout(rows) {
            return self.lines(rows);
        }
        self.blank();
        self.rows(rows);
        self.blank();
    }

    /// The lines of what is no table of data.
    pub(super) fn lines(&mut self, rows: &[Vec<RawCell>]) {
        rows.iter().flatten().flat_map(|cell| cell.text.lines()).for_each(|line| self.line(line));
    }

    /// The lines of a table, and where its cells are.
    pub(crate) fn rows(&mut self, rows: &[Vec<RawCell>]) {
        let mut places = Vec::with_capacity(rows.len());
        for row in rows {
            places.push(self.row(row));
        }
        self.tables.push(Table::from_rows(places));
    }

    fn row(&mut self, row: &[RawCell]) -> Vec<Cell> {
        let mut places = Vec::with_capacity(row.len());
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                self.text.push('\t');
            }
            let start = self.text.len();
            self.text.push_str(&joined(&cell.text));
            places.push(Cell::new(Span::new(start, self.text.len())).spanning(cell.rows, cell.columns));
        }
        // A row that cells from above fill has no line.
        if !row.is_empty() {
            self.text.push('\n');
        }
        places
    }

    /// An empty line, where something stands before it.
    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}

/// Whether a table shows no rows and columns of data: it has one of either, or prose fills most of it.
pub(super) fn is_layout(rows: &[Vec<RawCell>]) -> bool {
    let lines = rows.iter().filter(|row| !row.is_empty()).count();
    let columns = rows.iter().map(|row| row.iter().map(|cell| cell.columns).sum::<usize>()).max().unwrap_or(0);
    let cells = rows.iter().map(Vec::len).max().unwrap_or(0);
    if lines < 2 || columns < 2 || cells < 2 || widest(rows) > WIDEST {
        return true;
    }
    let (mut all, mut prose) = (0, 0);
    for cell in rows.iter().flatten() {
        let length = cell.text.chars().count();
        all += length;
        if length > PROSE && cell.text.contains('。') {
            prose += length;
        }
    }
    prose * 2 > all
}

/// How many columns the cells of a row and those that reach into it from above take.
fn widest(rows: &[Vec<RawCell>]) -> usize {
    let mut ending = vec![0; rows.len() + 1];
    let (mut width, mut widest) = (0, 0);
    for (at, row) in rows.iter().enumerate() {
        width -= ending[at];
        for cell in row {
            // As far as a table believes it.
            let columns = cell.columns.min(WIDEST);
            width += columns;
            ending[at.saturating_add(cell.rows.max(1)).min(rows.len())] += columns;
        }
        widest = widest.max(width);
    }
    widest
}

/// The lines of a cell as one: nothing between two Chinese characters, a space elsewhere. No tab is left in it.
pub(crate) fn joined(lines: &str) -> String {
    let mut line = String::with_capacity(lines.len());
    for part in lines.split(['\n', '\r', '\t']).map(str::trim).filter(|part| !part.is_empty()) {
        let apart = match (line.chars().next_back(), part.chars().next()) {
            (Some(before), Some(after)) => !(is_wide(before) && is_wide(after)),
            _ => false,
        };
        if apart {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

/// A character that takes no space beside its like: Han, kana, full-width letters and marks.
pub(crate) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3ffff}' | '“' | '”' | '‘' | '’' | '—' | '…')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(rows: &[&[&str]]) -> Vec<Vec<RawCell>> {
        rows.iter().map(|row| row.iter().map(|&text| RawCell::new(text)).collect()).collect()
    }

    #[test]
    fn a_table_stands_between_empty_lines() {
        let mut sheet = Sheet::default();
        sheet.line("一、概述");
        sheet.table(&raw(&[&["信息内容", "制发\n件数"], &["规章", "3"]]));
        sheet.line("二、其他");
        assert_eq!(sheet.text, "一、概述\n\n信息内容\t制发件数\n规章\t3\n\n二、其他\n");
        let table = &sheet.tables[0];
        assert_eq!((table.rows(), table.columns()), (2, 2));
        assert_eq!(&sheet.text[table.cell(1, 1).unwrap().span().range()], "3");
    }

    #[test]
    fn what_only_lays_out_is_lines() {
        let prose = format!("{}。", "全年公开信息".repeat(30));
        let wide = vec!["一"; WIDEST + 1];
        for rows in [
            raw(&[&wide, &["二"]]),
            raw(&[&["一"], &["二"]]),
            raw(&[&["一", "二"]]),
            raw(&[&["一", &prose], &["二", "三"]]),
        ] {
            let mut sheet = Sheet::default();
            sheet.table(&rows);
            assert!(sheet.tables.is_empty());
            assert!(!sheet.text.contains('\t'));
        }
    }

    #[test]
    fn lines_of_a_cell() {
        assert_eq!(joined("行政\n许可"), "行政许可");
        assert_eq!(joined("Word\n文件\t 12\n"), "Word 文件 12");
    }
}
