//! A table as a grid: rows of cells, merged cells at every place that they cover.

use crate::span::Span;

/// A row is no wider, and a cell spans no more columns: what HTML allows. Cells beyond stand at no place.
const MOST_COLUMNS: usize = 1000;
/// Merged cells cover no more places than this in one table; those beyond cover one place only.
const MOST_PLACES: usize = 1 << 20;

/// A cell as it stands in a document: where its text is, and how many rows and columns it covers.
///
/// ```
/// use nianbao::{Span, table::Cell};
/// let cell = Cell::new(Span::new(0, 9)).spanning(1, 3);
/// assert_eq!((cell.rows(), cell.columns()), (1, 3));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    span: Span,
    rows: usize,
    columns: usize,
}

impl Cell {
    /// A cell of one row and one column, whose text stands at `span` of the text that is read; an empty span for a
    /// cell without text.
    ///
    /// ```
    /// let cell = nianbao::table::Cell::new(nianbao::Span::new(3, 3));
    /// assert!(cell.span().is_empty());
    /// ```
    pub fn new(span: Span) -> Self {
        Cell { span, rows: 1, columns: 1 }
    }

    /// The same cell over so many rows and columns (`rowspan`, `colspan`); 0 is taken for 1.
    ///
    /// ```
    /// let cell = nianbao::table::Cell::new(nianbao::Span::new(0, 3)).spanning(0, 2);
    /// assert_eq!((cell.rows(), cell.columns()), (1, 2));
    /// ```
    pub fn spanning(self, rows: usize, columns: usize) -> Self {
        Cell { rows: rows.max(1), columns: columns.clamp(1, MOST_COLUMNS), ..self }
    }

    /// Where its text stands; offsets into the text that is read.
    ///
    /// ```
    /// assert_eq!(nianbao::table::Cell::new(nianbao::Span::new(0, 3)).span().len(), 3);
    /// ```
    pub fn span(&self) -> Span {
        self.span
    }

    /// How many rows it covers.
    ///
    /// ```
    /// assert_eq!(nianbao::table::Cell::new(nianbao::Span::new(0, 3)).rows(), 1);
    /// ```
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many columns it covers.
    ///
    /// ```
    /// assert_eq!(nianbao::table::Cell::new(nianbao::Span::new(0, 3)).columns(), 1);
    /// ```
    pub fn columns(&self) -> usize {
        self.columns
    }
}

/// A table of a document, for [`Extractor::extract_with_tables`](crate::Extractor::extract_with_tables): the text of its
/// cells stands in the text that is read, row by row and nothing else between.
///
/// A merged cell is met at every place that it covers. Rows may differ in length; where a row is too short, its last
/// places are empty.
///
/// ```
/// use nianbao::{Span, table::{Cell, Table}};
/// // 规章 over two rows, a figure beside each.
/// let text = "规章\t3\n5";
/// let table = Table::from_rows([
///     vec![Cell::new(Span::new(0, 6)).spanning(2, 1), Cell::new(Span::new(7, 8))],
///     vec![Cell::new(Span::new(9, 10))],
/// ]);
/// assert_eq!((table.rows(), table.columns()), (2, 2));
/// assert_eq!(&text[table.cell(1, 0).unwrap().span().range()], "规章");
/// assert_eq!(&text[table.cell(1, 1).unwrap().span().range()], "5");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    cells: Vec<Cell>,
    /// The row and the column where each cell begins.
    homes: Vec<(usize, usize)>,
    /// For every row, the cell that covers each of its places.
    places: Vec<Vec<Option<usize>>>,
    columns: usize,
}

impl Table {
    /// A table from the cells of each row, in the order of the text, each cell once: in the row where it begins.
    ///
    /// Merged cells are laid out as browsers do it: a cell goes to the first place of its row that none from a row
    /// above covers. A cell that reaches below the last row ends there.
    ///
    /// ```
    /// use nianbao::table::{Cell, Table};
    /// let table = Table::from_rows(Vec::<Vec<Cell>>::new());
    /// assert_eq!((table.rows(), table.columns()), (0, 0));
    /// ```
    pub fn from_rows<R>(rows: impl IntoIterator<Item = R>) -> Self
    where
        R: IntoIterator<Item = Cell>,
    {
        let rows: Vec<Vec<Cell>> = rows.into_iter().map(|row| row.into_iter().collect()).collect();
        let mut layout = Layout::default();
        let mut table = Table::default();
        for (at, row) in rows.iter().enumerate() {
            layout.begin_row();
            for cell in row {
                let (column, cell) = layout.place(*cell, table.cells.len(), rows.len() - at);
                table.homes.push((at, column));
                table.cells.push(cell);
            }
            layout.end_row();
        }
        table.columns = layout.covered.iter().map(Vec::len).max().unwrap_or(0);
        table.places = layout.covered;
        table
    }

    /// How many rows it has.
    ///
    /// ```
    /// assert_eq!(nianbao::table::Table::default().rows(), 0);
    /// ```
    pub fn rows(&self) -> usize {
        self.places.len()
    }

    /// How many columns its widest row has.
    ///
    /// ```
    /// assert_eq!(nianbao::table::Table::default().columns(), 0);
    /// ```
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The cell that covers a place, both counted from 0; none where no cell does.
    ///
    /// ```
    /// assert!(nianbao::table::Table::default().cell(0, 0).is_none());
    /// ```
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.at(row, column).map(|id| &self.cells[id])
    }

    /// The cells, each once, in the order of the text.
    ///
    /// ```
    /// assert_eq!(nianbao::table::Table::default().cells().len(), 0);
    /// ```
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// From the first cell to the end of the last; none for a table without cells.
    ///
    /// ```
    /// assert_eq!(nianbao::table::Table::default().span(), None);
    /// ```
    pub fn span(&self) -> Option<Span> {
        let start = self.cells.iter().map(|cell| cell.span.start).min()?;
        let end = self.cells.iter().map(|cell| cell.span.end).max()?;
        Some(Span::new(start, end.max(start)))
    }

    /// Puts the rows of another table, which stands behind this one, under its own.
    pub(super) fn append(&mut self, below: &Table) {
        let (cells, rows) = (self.cells.len(), self.rows());
        self.cells.extend_from_slice(&below.cells);
        self.homes.extend(below.homes.iter().map(|(row, column)| (row + rows, *column)));
        let moved = |row: &Vec<Option<usize>>| row.iter().map(|place| place.map(|id| id + cells)).collect();
        self.places.extend(below.places.iter().map(moved));
        self.columns = self.columns.max(below.columns);
    }

    /// The same table where the text of its cells stands elsewhere.
    pub(super) fn moved(&self, place: impl Fn(Span) -> Span) -> Table {
        let cells = self.cells.iter().map(|cell| Cell { span: place(cell.span), ..*cell }).collect();
        Table { cells, homes: self.homes.clone(), places: self.places.clone(), columns: self.columns }
    }

    /// The number of the cell that covers a place.
    pub(super) fn at(&self, row: usize, column: usize) -> Option<usize> {
        *self.places.get(row)?.get(column)?
    }

    /// The row and the column where a cell begins.
    pub(super) fn home(&self, id: usize) -> (usize, usize) {
        self.homes[id]
    }
}

/// The table as far as it is laid out.
#[derive(Default)]
struct Layout {
    /// For every column, the cell from above that goes on there, and for how many rows more; no longer than it must be.
    open: Vec<Option<(usize, usize)>>,
    /// For every row, the cell that covers each place.
    covered: Vec<Vec<Option<usize>>>,
    /// How many places merged cells cover in all.
    merged: usize,
    /// Before it no place of the row is free.
    free: usize,
}

impl Layout {
    fn begin_row(&mut self) {
        self.merged += self.open.len();
        if self.merged > MOST_PLACES {
            self.open.clear();
        }
        self.covered.push(self.open.iter().map(|open| open.map(|(id, _)| id)).collect());
        self.free = 0;
    }

    /// Puts a cell at the first free place of the row; `below` is how many rows there are from here on.
    fn place(&mut self, cell: Cell, id: usize, below: usize) -> (usize, Cell) {
        let row = self.covered.last_mut().expect("a row was begun");
        while row.get(self.free).is_some_and(Option::is_some) {
            self.free += 1;
        }
        let column = self.free;
        if column >= MOST_COLUMNS {
            return (column, Cell { rows: 1, columns: 1, ..cell });
        }
        let room = (1..=cell.columns.min(MOST_COLUMNS - column))
            .take_while(|more| row.get(column + more - 1).is_none_or(Option::is_none));
        let mut columns = room.last().unwrap_or(1);
        let mut rows = cell.rows.min(below);
        if rows * columns > 1 {
            self.merged += rows * columns;
            if self.merged > MOST_PLACES {
                (rows, columns) = (1, 1);
            }
        }
        let end = column + columns;
        if row.len() < end {
            row.resize(end, None);
        }
        row[column..end].fill(Some(id));
        self.free = end;
        if rows > 1 {
            if self.open.len() < end {
                self.open.resize(end, None);
            }
            // This row is one of them, and is closed at its end.
            self.open[column..end].fill(Some((id, rows)));
        }
        (column, Cell { rows, columns, ..cell })
    }

    fn end_row(&mut self) {
        for open in &mut self.open {
            *open = open.and_then(|(id, rows)| (rows > 1).then(|| (id, rows - 1)));
        }
        let used = self.open.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        self.open.truncate(used);
    }
}
