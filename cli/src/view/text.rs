//! The text of a report in HTML: its lines as headings, paragraphs and tables, with a mark around every figure.

use std::fmt::Write;

use nianbao::{Report, Section, Span, Stated};

use super::html::escape;
use super::{Reading, words};

/// A stretch of the text that one mark stands around.
struct Piece {
    span: Span,
    what: What,
}

enum What {
    /// The facts that the stretch states: more than one where one negation denies several things.
    Facts(Vec<usize>),
    /// It is none; the code says why.
    Rejected(&'static str),
}

/// What a line of the text is.
enum Shape {
    Blank,
    /// A heading that has the line for itself: the index of its section.
    Heading(usize),
    /// A row of a table.
    Row(Vec<Span>),
    Prose,
}

/// So many lines, about, are laid out as one: the browser skips those that are far from the window.
const CHUNK: usize = 40;
/// About so many characters fill a line.
const WIDTH: usize = 45;
/// A line with more cells is shown as it is: no table of a report has as many columns.
const MOST_CELLS: usize = 60;
/// A table is cut after so many rows, so that no chunk grows without end.
const MOST_ROWS: usize = 200;

/// Writes the text of a report.
pub(super) fn write(out: &mut String, reading: &Reading<'_>) {
    let pieces = pieces(reading.report);
    let sections = apart(reading.report.sections());
    let mut stops: Vec<Span> = pieces.iter().map(|piece| piece.span).collect();
    stops.extend(sections.iter().map(|&i| reading.report.sections()[i].span));
    let lines = lines(reading.report.source_text(), stops);
    let mut writer = Writer { out, reading, pieces, sections, height: 0, rows: Vec::new() };
    writer.out.push_str("<div class=\"k\">");
    for line in lines {
        writer.line(line);
    }
    writer.table();
    writer.out.push_str("</div>");
}

/// The figures and the rejected candidates in the order of the text, none over another; a fact goes first.
fn pieces(report: &Report<'_>) -> Vec<Piece> {
    let facts = report.facts().iter().enumerate().map(|(i, f)| Piece { span: f.span, what: What::Facts(vec![i]) });
    let rejected = report.rejected().iter();
    let rejected = rejected.map(|r| Piece { span: r.span, what: What::Rejected(r.reason.as_str()) });
    let mut all: Vec<Piece> = facts.chain(rejected).collect();
    all.sort_by_key(|piece| (piece.span.start, matches!(piece.what, What::Rejected(_))));
    let mut apart: Vec<Piece> = Vec::with_capacity(all.len());
    for piece in all {
        match apart.last_mut() {
            Some(last) if piece.span.start < last.span.end => match (&mut last.what, piece.what) {
                (What::Facts(facts), What::Facts(more)) => facts.extend(more),
                (What::Rejected(_), What::Facts(facts)) => *last = Piece { span: piece.span, what: What::Facts(facts) },
                (_, What::Rejected(_)) => {}
            },
            _ => apart.push(piece),
        }
    }
    apart
}

/// The sections whose headings lie apart from each other, in the order of the text.
fn apart(sections: &[Section<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sections.len()).collect();
    order.sort_by_key(|&i| sections[i].span.start);
    let mut end = 0;
    order.retain(|&i| {
        let free = sections[i].span.start >= end;
        end = end.max(sections[i].span.end);
        free
    });
    order
}

/// The lines of a text without their ends; none of the `stops` is cut.
fn lines(text: &str, mut stops: Vec<Span>) -> Vec<Span> {
    stops.sort_by_key(|stop| stop.start);
    let mut lines = Vec::new();
    let (mut from, mut next, mut end) = (0, 0, 0);
    for (at, _) in text.match_indices('\n') {
        while let Some(stop) = stops.get(next).filter(|stop| stop.start < at) {
            end = end.max(stop.end);
            next += 1;
        }
        if end <= at {
            lines.push(Span::new(from, at));
            from = at + 1;
        }
    }
    lines.push(Span::new(from, text.len()));
    lines
}

struct Writer<'a> {
    out: &'a mut String,
    reading: &'a Reading<'a>,
    pieces: Vec<Piece>,
    sections: Vec<usize>,
    /// About so many lines tall is the chunk so far.
    height: usize,
    /// The rows of a table that is not written yet.
    rows: Vec<Vec<Span>>,
}

impl Writer<'_> {
    fn line(&mut self, line: Span) {
        let shape = self.shape(line);
        if !matches!(shape, Shape::Row(_)) {
            self.table();
            self.chunk();
        }
        match shape {
            Shape::Blank => self.out.push('\n'),
            Shape::Heading(section) => self.heading(section, line),
            Shape::Row(cells) => {
                self.rows.push(cells);
                if self.rows.len() == MOST_ROWS {
                    self.table();
                }
            }
            Shape::Prose => {
                self.out.push_str("<p>");
                self.prose(line);
                self.out.push_str("</p>\n");
            }
        }
        self.height += 1 + self.text(line).len() / (3 * WIDTH);
    }

    /// Begins a new chunk where the one before is tall enough.
    fn chunk(&mut self) {
        if self.height >= CHUNK {
            self.out.push_str("</div><div class=\"k\">");
            self.height = 0;
        }
    }

    fn text(&self, span: Span) -> &str {
        let text = self.reading.report.source_text();
        text.get(span.range()).unwrap_or_default()
    }

    fn shape(&self, line: Span) -> Shape {
        let text = self.text(line);
        let start = line.start + (text.len() - text.trim_start().len());
        let trimmed = Span::new(start, start + text.trim().len());
        if trimmed.is_empty() {
            return Shape::Blank;
        }
        // A tab at an edge makes an empty cell only in a table: paragraphs are indented with tabs too.
        let all = self.cells(line);
        let is_row = all.len() > 1 && (!self.rows.is_empty() || self.cells(trimmed).len() > 1);
        if is_row && all.len() <= MOST_CELLS {
            return Shape::Row(all);
        }
        match self.sections_in(trimmed).first() {
            Some(&i) if self.section(i).span == trimmed => Shape::Heading(i),
            _ => Shape::Prose,
        }
    }

    /// The cells of a line: what tabs part, and spaces where figures of a table stand in it. Fewer than two where it is
    /// no row.
    fn cells(&self, line: Span) -> Vec<Span> {
        let in_table = self.pieces_in(line).iter().filter(|piece| self.is_cell(piece)).count();
        let parts = |c: char| c == '\t' || in_table > 1 && c.is_whitespace();
        let mut cells = Vec::new();
        let mut from = line.start;
        for (at, c) in self.text(line).char_indices().filter(|&(_, c)| parts(c)) {
            let at = line.start + at;
            if self.in_piece(at) {
                continue;
            }
            // Tabs part cells that may be empty; of spaces there may be several.
            if c == '\t' || at > from {
                cells.push(Span::new(from, at));
            }
            from = at + c.len_utf8();
        }
        cells.push(Span::new(from, line.end));
        cells
    }

    fn is_cell(&self, piece: &Piece) -> bool {
        let What::Facts(facts) = &piece.what else { return false };
        facts.iter().any(|&i| self.reading.report.facts()[i].stated == Stated::Cell)
    }

    fn in_piece(&self, at: usize) -> bool {
        let next = self.pieces.partition_point(|piece| piece.span.end <= at);
        self.pieces.get(next).is_some_and(|piece| piece.span.start <= at)
    }

    /// The pieces that begin in a stretch.
    fn pieces_in(&self, span: Span) -> &[Piece] {
        let at = |place| self.pieces.partition_point(|piece| piece.span.start < place);
        let (from, to) = (at(span.start), at(span.end));
        self.pieces.get(from..to).unwrap_or_default()
    }

    /// The sections whose headings begin in a stretch.
    fn sections_in(&self, span: Span) -> Vec<usize> {
        let at = |place| self.sections.partition_point(|&i| self.section(i).span.start < place);
        let (from, to) = (at(span.start), at(span.end));
        self.sections.get(from..to).unwrap_or_default().to_vec()
    }

    fn section(&self, i: usize) -> &Section<'static> {
        &self.reading.report.sections()[i]
    }

    /// A line that is a heading: below the page's, the report's and no deeper than HTML goes.
    fn heading(&mut self, section: usize, line: Span) {
        let level = (self.section(section).level + 2).min(6);
        let report = self.reading.index;
        let _ = write!(self.out, "<h{level} id=\"r{report}s{section}\">");
        self.marked(line);
        let _ = writeln!(self.out, "</h{level}>");
    }

    /// A line of prose, with the headings that are run into it.
    fn prose(&mut self, line: Span) {
        let mut at = line.start;
        for i in self.sections_in(line) {
            let (span, level, report) = (self.section(i).span, self.section(i).level + 2, self.reading.index);
            at = self.marked(Span::new(at, span.start));
            let _ = write!(self.out, "<b id=\"r{report}s{i}\" role=\"heading\" aria-level=\"{level}\">");
            at = self.marked(Span::new(at, span.end));
            self.out.push_str("</b>");
        }
        self.marked(Span::new(at, line.end));
    }

    /// Writes a stretch with its marks; where it ends, which may be further on where the last mark reaches over the
    /// end.
    fn marked(&mut self, span: Span) -> usize {
        let mut at = span.start;
        let from = self.pieces.partition_point(|piece| piece.span.start < span.start);
        let mut next = from;
        while let Some(piece) = self.pieces.get(next).filter(|piece| piece.span.start < span.end) {
            let inside = piece.span;
            self.plain(Span::new(at, inside.start));
            self.open(next);
            self.plain(inside);
            let rejected = matches!(self.pieces[next].what, What::Rejected(_));
            self.out.push_str(if rejected { "</i>" } else { "</mark>" });
            at = inside.end;
            next += 1;
        }
        if at < span.end {
            self.plain(Span::new(at, span.end));
            at = span.end;
        }
        at
    }

    fn plain(&mut self, span: Span) {
        let text = self.reading.report.source_text().get(span.range()).unwrap_or_default();
        escape(self.out, text);
    }

    /// Opens the mark of a piece.
    fn open(&mut self, piece: usize) {
        let reading = self.reading;
        let facts = match &self.pieces[piece].what {
            What::Rejected(reason) => {
                let _ = write!(self.out, "<i data-why=\"{}\">", words::reason(reason));
                return;
            }
            What::Facts(facts) => facts,
        };
        let Some((&first, others)) = facts.split_first() else { return };
        let report = reading.index;
        let kind = reading.report.facts()[first].kind.as_str();
        let _ = write!(self.out, "<mark id=\"r{report}f{first}\" class=\"{kind}");
        if let Some(severity) = facts.iter().filter_map(|&i| reading.severity(i)).max() {
            let _ = write!(self.out, " bad {}", severity.as_str());
        }
        self.out.push_str("\">");
        for other in others {
            let _ = write!(self.out, "<span id=\"r{report}f{other}\"></span>");
        }
    }

    /// Writes the table whose rows were collected.
    fn table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return;
        }
        self.out.push_str("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"表格 table\"><table>\n");
        let most = rows.iter().map(Vec::len).max().unwrap_or_default();
        for cells in rows {
            self.out.push_str("<tr>");
            if cells.len() < most && !cells.iter().any(|&cell| self.tells(cell)) {
                self.loose(&cells, most);
            } else {
                self.row(&cells, most);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</table></div>\n");
        self.chunk();
    }

    /// Whether a fact stands in a stretch.
    fn tells(&self, span: Span) -> bool {
        self.pieces_in(span).iter().any(|piece| matches!(piece.what, What::Facts(_)))
    }

    /// A row of figures. One with fewer cells than others has them on the right, as the official forms do.
    fn row(&mut self, cells: &[Span], most: usize) {
        for (i, &cell) in cells.iter().enumerate() {
            let over = if i == 0 { most - cells.len() + 1 } else { 1 };
            let side = if i > 0 && self.tells(cell) { " class=\"n\"" } else { "" };
            let _ = match over {
                1 => write!(self.out, "<td{side}>"),
                _ => write!(self.out, "<td colspan=\"{over}\">"),
            };
            self.anchors(cell);
            self.marked(cell);
            self.out.push_str("</td>");
        }
    }

    /// A row of headers that lost its columns: what the text parts is parted, and no more is said.
    fn loose(&mut self, cells: &[Span], most: usize) {
        let _ = write!(self.out, "<td colspan=\"{most}\">");
        for &cell in cells {
            self.out.push_str("<span class=\"cell\">");
            self.anchors(cell);
            self.marked(cell);
            self.out.push_str("</span> ");
        }
        self.out.push_str("</td>");
    }

    /// The places of the headings that stand in a cell.
    fn anchors(&mut self, cell: Span) {
        for i in self.sections_in(cell) {
            let _ = write!(self.out, "<span id=\"r{}s{i}\"></span>", self.reading.index);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_ends_inside_a_figure() {
        let text = "收到12\n件，办结\n3件\n";
        let found = lines(text, vec![Span::new(6, 12)]);
        let texts: Vec<&str> = found.iter().map(|line| &text[line.range()]).collect();
        assert_eq!(texts, ["收到12\n件，办结", "3件", ""]);
    }
}
