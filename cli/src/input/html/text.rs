//! The text of a page as a browser shows it, a line a block.

use super::body::Page;
use super::tree::Step;
use crate::input::sheet::{RawCell, Sheet, is_wide};

/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// What stands around the numbers of notes, or in place of them.
const NOTES: &[char] = &['[', ']', '(', ')', '（', '）', '〔', '〕', '【', '】', '*', '＊', '※', '注', ',', '、', ' '];

/// Lines with their white space as it is shown.
#[derive(Default)]
struct Flow {
    text: String,
    /// Where the last line begins.
    start: usize,
    /// White space that is shown if something follows on the line; whether a line of the source ends in it.
    space: Option<bool>,
    /// How many `<pre>` are open.
    kept: usize,
}

impl Flow {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' if self.kept > 0 => self.end_line(),
                ' ' | '\t' if self.kept > 0 => self.text.push(' '),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                    self.space = Some(self.space.unwrap_or(false) || c == '\n' || c == '\r');
                }
                // What has no width: break opportunities, byte order marks in the middle.
                '\u{200b}' | '\u{feff}' | '\u{ad}' | '\u{2060}' => {}
                '\u{a0}' => self.show(' '),
                c => self.show(c),
            }
        }
    }

    fn show(&mut self, c: char) {
        let before = self.text[self.start..].chars().next_back();
        if let (Some(broken), Some(before)) = (self.space.take(), before)
            // A source that is broken into lines has no space in the middle of Chinese.
            && !(broken && is_wide(before) && is_wide(c))
        {
            self.text.push(' ');
        }
        self.text.push(c);
    }

    /// Ends the line; one with nothing on it is none.
    fn end_line(&mut self) {
        self.space = None;
        if self.text[self.start..].trim().is_empty() {
            self.text.truncate(self.start);
        } else {
            self.text.truncate(self.text.trim_end_matches(' ').len());
            self.text.push('\n');
        }
        self.start = self.text.len();
    }

    fn take(&mut self) -> String {
        self.end_line();
        self.start = 0;
        std::mem::take(&mut self.text)
    }
}

/// A table that no other stands in, while its cells are read.
#[derive(Default)]
struct Grid {
    caption: String,
    /// Head, bodies and foot in the order of the page, each with its place in the order of showing.
    groups: Vec<(u8, Vec<Vec<RawCell>>)>,
}

impl Grid {
    fn group(&mut self, name: &str) {
        let order = match name {
            "thead" => 0,
            "tfoot" => 2,
            _ => 1,
        };
        self.groups.push((order, Vec::new()));
    }

    fn row(&mut self) {
        if self.groups.is_empty() {
            self.group("tbody");
        }
        if let Some((_, rows)) = self.groups.last_mut() {
            rows.push(Vec::new());
        }
    }

    fn cell(&mut self, cell: RawCell) {
        if let Some(row) = self.groups.last_mut().and_then(|(_, rows)| rows.last_mut()) {
            row.push(cell);
        }
    }

    /// The rows from the head to the foot. No cell reaches out of its part; 0 rows are all that follow.
    fn rows(mut self) -> Vec<Vec<RawCell>> {
        self.groups.sort_by_key(|&(order, _)| order);
        let mut all = Vec::new();
        for (_, mut rows) in self.groups {
            let count = rows.len();
            for (at, row) in rows.iter_mut().enumerate() {
                let below = count - at;
                row.iter_mut().for_each(|cell| cell.rows = if cell.rows == 0 { below } else { cell.rows.min(below) });
            }
            all.append(&mut rows);
        }
        all
    }
}

/// Writes what is shown of a node onto the sheet, without the node `but` and what is in it.
pub(super) fn write(page: &Page, root: usize, but: Option<usize>, sheet: &mut Sheet) {
    let mut writer = Writer { page, sheet, flow: Flow::default(), grid: None, headings: 0, raised: None };
    for step in page.tree.walk(root, |id| !page.is_left_out(id) && Some(id) != but) {
        match step {
            Step::Enter(id) => writer.enter(id),
            Step::Leave(id) => writer.leave(id),
        }
    }
    writer.flush();
}

/// The text of a node as one line.
pub(super) fn line(page: &Page, root: usize) -> String {
    let mut flow = Flow::default();
    for step in page.tree.walk(root, |id| id == root || !page.is_left_out(id)) {
        match step {
            Step::Enter(id) if page.tree.name(id) == Some("br") => flow.push("\n"),
            Step::Enter(id) => flow.push(page.tree.text(id).unwrap_or_default()),
            Step::Leave(_) => {}
        }
    }
    flow.take().trim().to_owned()
}

struct Writer<'p> {
    page: &'p Page,
    sheet: &'p mut Sheet,
    flow: Flow,
    grid: Option<Grid>,
    /// How many headings are open: one is one line, however it is broken.
    headings: usize,
    /// The number of a note that is passed over.
    raised: Option<usize>,
}

impl Writer<'_> {
    /// What was read so far goes onto the sheet.
    fn flush(&mut self) {
        let text = self.flow.take();
        self.sheet.text.push_str(&text);
    }

    fn enter(&mut self, id: usize) {
        if self.raised.is_some() {
            return;
        }
        if let Some(text) = self.page.tree.text(id) {
            return self.flow.push(text);
        }
        if self.page.tree.name(id) == Some("sup") && self.is_note(id) {
            self.raised = Some(id);
            return;
        }
        let name = self.page.tree.name(id).unwrap_or_default();
        match name {
            "br" if self.headings > 0 => self.flow.push("\n"),
            "br" => self.flow.end_line(),
            name if BLOCKS.contains(&name) => self.flow.end_line(),
            _ => {}
        }
        self.headings += usize::from(is_heading(name));
        match (name, &mut self.grid) {
            ("pre", _) => self.flow.kept += 1,
            ("table", None) if !self.page.holds_table(id) => {
                self.flush();
                self.grid = Some(Grid::default());
            }
            ("thead" | "tbody" | "tfoot", Some(grid)) => grid.group(name),
            ("tr", Some(grid)) => grid.row(),
            _ => {}
        }
    }

    /// Whether what is raised is the number of a note: behind a digit it would be read as its last digits. Behind 米 it is a
    /// power.
    fn is_note(&self, id: usize) -> bool {
        let behind_digit = self.flow.text.ends_with(char::is_numeric) && self.flow.space.is_none();
        behind_digit && line(self.page, id).chars().all(|c| c.is_numeric() || NOTES.contains(&c))
    }

    fn leave(&mut self, id: usize) {
        if self.raised.is_some() {
            self.raised = self.raised.filter(|&raised| raised != id);
            return;
        }
        let name = self.page.tree.name(id).unwrap_or_default();
        self.headings = self.headings.saturating_sub(usize::from(is_heading(name)));
        if BLOCKS.contains(&name) {
            self.flow.end_line();
        }
        match (name, &mut self.grid) {
            ("pre", _) => self.flow.kept = self.flow.kept.saturating_sub(1),
            ("td" | "th", Some(grid)) => {
                let span = |name| self.page.tree.attribute(id, name).and_then(number);
                let (rows, columns) = (span("rowspan").unwrap_or(1), span("colspan").unwrap_or(1).max(1));
                grid.cell(RawCell { text: self.flow.take(), rows, columns });
            }
            ("caption", Some(grid)) => grid.caption.push_str(&self.flow.take()),
            ("table", _) => self.end_table(),
            _ => {}
        }
    }

    fn end_table(&mut self) {
        let Some(grid) = self.grid.take() else { return };
        // What the parser left between the cells.
        self.flush();
        grid.caption.lines().for_each(|line| self.sheet.line(line));
        self.sheet.table(&grid.rows());
    }
}

pub(super) fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3")
}

/// A number as HTML reads one: the digits that it begins with.
fn number(value: &str) -> Option<usize> {
    let value = value.trim_start();
    let digits = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    value[..digits.min(6)].parse().ok()
}
