//! Word documents: paragraphs, tables and automatic numbers out of a .docx file.

mod numbering;
mod xml;

use std::collections::HashMap;
use std::io::Cursor;

use zip::ZipArchive;
use zip::result::ZipError;

use numbering::{Counters, Numbering};
use xml::{Event, Tag, Xml};

use super::archive::{bounded, too_large};
use super::encoding;
use super::sheet::{RawCell, Sheet};

/// A part of a document is unpacked no further than this.
const LARGEST: u64 = 64 << 20;
const DOCUMENT: &str = "word/document.xml";

/// Whether an archive is a Word document.
pub(crate) fn is_document(bytes: &[u8]) -> bool {
    ZipArchive::new(Cursor::new(bytes)).is_ok_and(|archive| archive.index_for_name(DOCUMENT).is_some())
}

/// The text of a document and its tables, or why there is none.
pub(crate) fn read(bytes: Vec<u8>) -> Result<Sheet, String> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| format!("no readable .docx file: {error}"))?;
    let document = part(&mut archive, DOCUMENT)?.ok_or("no Word document: it has no part word/document.xml")?;
    // Without these it is still a text.
    let mut optional = |name| part(&mut archive, name).ok().flatten().unwrap_or_default();
    let numbering = Numbering::read(&optional("word/numbering.xml"), &optional("word/styles.xml"));
    Reader::new(&numbering).read(&document).map_err(|reason| format!("broken XML in {DOCUMENT}: {reason}"))
}

/// A part as text; none where the document has no such part.
fn part(archive: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Result<Option<String>, String> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(format!("{name}: {error}")),
    };
    let known = file.size();
    let bytes = if known > LARGEST { Err(too_large(LARGEST)) } else { bounded(file, known, LARGEST) };
    let text = bytes.and_then(|bytes| encoding::decode(bytes, None, false).map_err(|reason| reason.to_string()));
    text.map(Some).map_err(|reason| format!("{name}: {reason}"))
}

/// A paragraph while it is read.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    /// The number of its list and the level in it.
    list: (Option<u32>, Option<usize>),
    /// The paragraphs of the text boxes in it.
    boxes: Vec<String>,
}

/// A table while it is read; one in another is read as lines of its cell.
#[derive(Default)]
struct Grid {
    rows: Vec<Vec<RawCell>>,
    /// For every column, the cell that a merged one would go on: its row, and its place in it.
    open: HashMap<usize, (usize, usize)>,
    column: usize,
    cell: GridCell,
}

#[derive(Default)]
struct GridCell {
    text: String,
    columns: usize,
    merge: Merge,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum Merge {
    #[default]
    None,
    Begins,
    GoesOn,
}

struct Reader<'n> {
    sheet: Sheet,
    numbering: &'n Numbering,
    counters: Counters,
    /// Those that are open: a text box in a paragraph has paragraphs of its own.
    paragraphs: Vec<Paragraph>,
    grid: Option<Grid>,
    /// How many tables are open in that one, or in a text box.
    inner: usize,
    /// How many elements are open in one that is passed over, itself among them.
    silent: usize,
    /// Whether the run is hidden, and whether its text is being read.
    hidden: bool,
    in_text: bool,
    /// Whether what is being read says something of a paragraph, and not of a change to it.
    in_properties: bool,
}

impl<'n> Reader<'n> {
    fn new(numbering: &'n Numbering) -> Self {
        Reader {
            sheet: Sheet::default(),
            numbering,
            counters: Counters::default(),
            paragraphs: Vec::new(),
            grid: None,
            inner: 0,
            silent: 0,
            hidden: false,
            in_text: false,
            in_properties: false,
        }
    }

    fn read(mut self, document: &str) -> Result<Sheet, String> {
        let mut xml = Xml::new(document);
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(_) if self.silent > 0 => self.silent += 1,
                Event::End(_) if self.silent > 0 => self.silent -= 1,
                Event::Start(tag) if is_silent(&tag) => self.silent = 1,
                Event::Start(tag) => self.start(&tag),
                Event::End(tag) => self.end(tag.name()),
                Event::Text(text) => self.text(&text),
            }
        }
        Ok(self.sheet)
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "p" => self.paragraphs.push(Paragraph::default()),
            "pPr" => self.in_properties = true,
            "r" => self.hidden = false,
            "vanish" => self.hidden |= !self.in_properties && tag.is_on(),
            "t" => self.in_text = true,
            "tab" | "ptab" if !self.in_properties => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "tbl" if self.grid.is_some() || !self.paragraphs.is_empty() => self.inner += 1,
            "tbl" => self.grid = Some(Grid::default()),
            name => match self.paragraphs.last_mut() {
                Some(paragraph) if self.in_properties => property(paragraph, name, tag),
                _ if self.inner == 0 => self.in_grid(name, tag),
                _ => {}
            },
        }
    }

    fn in_grid(&mut self, name: &str, tag: &Tag<'_>) {
        let Some(grid) = &mut self.grid else { return };
        match name {
            "tr" => {
                grid.rows.push(Vec::new());
                grid.column = 0;
            }
            "gridBefore" => grid.before(tag.number("val").unwrap_or(0)),
            "tc" => grid.cell = GridCell { columns: 1, ..GridCell::default() },
            "gridSpan" => grid.cell.columns = tag.number("val").unwrap_or(1).max(1),
            "vMerge" if tag.value("val").as_deref() == Some("restart") => grid.cell.merge = Merge::Begins,
            "vMerge" => grid.cell.merge = Merge::GoesOn,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "pPr" => self.in_properties = false,
            "r" => self.hidden = false,
            "t" => self.in_text = false,
            "tbl" if self.inner > 0 => self.inner -= 1,
            "tbl" => {
                if let Some(grid) = self.grid.take() {
                    self.sheet.table(&grid.rows);
                }
            }
            "tc" if self.inner == 0 => {
                if let Some(grid) = &mut self.grid {
                    grid.end_cell();
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        if let (Some(paragraph), false) = (self.paragraphs.last_mut(), self.hidden) {
            paragraph.text.push_str(text);
        }
    }

    /// A paragraph of a text box goes behind the one that the box hangs at.
    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        self.hidden = false;
        let mut lines = vec![self.numbered(&paragraph)];
        lines.extend(paragraph.boxes);
        match (self.paragraphs.last_mut(), &mut self.grid) {
            (Some(outer), _) => outer.boxes.append(&mut lines),
            (None, Some(grid)) => lines.iter().for_each(|line| {
                grid.cell.text.push_str(line);
                grid.cell.text.push('\n');
            }),
            (None, None) => lines.iter().for_each(|line| self.sheet.line(line)),
        }
    }

    /// The text of a paragraph behind the number that Word shows before it.
    fn numbered(&mut self, paragraph: &Paragraph) -> String {
        // Word counts an empty paragraph, but there is nothing to read in it.
        let list = self.numbering.list(paragraph.list, paragraph.style.as_deref());
        let number = list.map(|(list, level)| self.counters.next(self.numbering, list, level)).unwrap_or_default();
        if paragraph.text.trim().is_empty() { String::new() } else { number + &paragraph.text }
    }
}

/// What a paragraph is, as far as its number depends on it.
fn property(paragraph: &mut Paragraph, name: &str, tag: &Tag<'_>) {
    match name {
        "pStyle" => paragraph.style = tag.value("val"),
        "numId" => paragraph.list.0 = tag.number("val").and_then(|number| u32::try_from(number).ok()),
        "ilvl" => paragraph.list.1 = tag.number("val"),
        _ => {}
    }
}

/// What was deleted or moved away, what stands for something that is read too, and what a change replaced.
fn is_silent(tag: &Tag<'_>) -> bool {
    matches!(
        tag.name(),
        "del" | "moveFrom" | "Fallback" | "pPrChange" | "rPrChange" | "tcPrChange" | "trPrChange" | "rt"
    )
}

impl Grid {
    /// A row may begin some columns to the right.
    fn before(&mut self, columns: usize) {
        if let (Some(row), true) = (self.rows.last_mut(), columns > 0) {
            row.push(RawCell { text: String::new(), rows: 1, columns });
            self.column += columns;
        }
    }

    fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        let column = self.column;
        self.column += cell.columns.max(1);
        if cell.merge == Merge::GoesOn
            && let Some(&(row, place)) = self.open.get(&column)
            && let Some(begun) = self.rows.get_mut(row).and_then(|row| row.get_mut(place))
        {
            begun.rows += 1;
            return;
        }
        let at = self.rows.len().saturating_sub(1);
        let Some(row) = self.rows.last_mut() else { return };
        match cell.merge {
            Merge::Begins => self.open.insert(column, (at, row.len())),
            _ => self.open.remove(&column),
        };
        row.push(RawCell { text: cell.text, rows: 1, columns: cell.columns.max(1) });
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(content.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn document(body: &str) -> String {
        format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>")
    }

    fn shown(body: &str) -> Sheet {
        read(packed(&[(DOCUMENT, &document(body))])).unwrap()
    }

    fn p(text: &str) -> String {
        format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    }

    #[test]
    fn paragraphs() {
        let body = "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t xml:space='preserve'>公开 </w:t></w:r>\
            <w:ins><w:r><w:t>12&#26465;&amp;</w:t></w:r></w:ins><w:del><w:r><w:t>旧</w:t></w:r></w:del>\
            <w:hyperlink><w:smartTag><w:r><w:tab/><w:t>网站</w:t><w:br/><w:t>二</w:t></w:r></w:smartTag></w:hyperlink>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p><w:sdt><w:sdtContent><w:p><w:r><w:t>三</w:t></w:r></w:p></w:sdtContent></w:sdt>";
        assert_eq!(shown(body).text, "公开 12条&\t网站\n二\n三\n");
    }

    #[test]
    fn a_text_box_is_read_once() {
        let body = format!(
            "<w:p><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice>\
             <mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            p("框内")
        );
        assert_eq!(shown(&body).text, "正文\n框内\n");
    }

    #[test]
    fn tables_with_merged_cells() {
        let cell = |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text));
        let inner = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("", "内"));
        let body = format!(
            "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}<w:tc>{inner}{}</w:tc></w:tr></w:tbl>{}",
            cell("", "内容"),
            cell("<w:gridSpan w:val='2'/>", "件数"),
            cell("<w:vMerge w:val='restart'/>", "规章"),
            cell("", "3"),
            cell("", "4"),
            cell("<w:vMerge/>", ""),
            cell("", "5"),
            p("外"),
            p("以上"),
        );
        let sheet = shown(&body);
        assert_eq!(sheet.text, "内容\t件数\n规章\t3\t4\n5\t内外\n\n以上\n");
        let table = &sheet.tables[0];
        let cell = |row, column| &sheet.text[table.cell(row, column).unwrap().span().range()];
        assert_eq!((cell(0, 2), cell(2, 0), cell(2, 2)), ("件数", "规章", "内外"));
    }

    #[test]
    fn automatic_numbers_are_in_the_text() {
        let level = |level: usize, format: &str, text: &str, more: &str| {
            format!(
                "<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{format}'/>{more}<w:lvlText w:val='{text}'/></w:lvl>"
            )
        };
        let numbering = format!(
            "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='4'>{}{}{}</w:abstractNum>\
             <w:num w:numId='1'><w:abstractNumId w:val='4'/></w:num></w:numbering>",
            level(0, "chineseCountingThousand", "%1、", "<w:pStyle w:val='Head'/>"),
            level(1, "chineseCounting", "（%2）", ""),
            level(2, "decimal", "%3.", ""),
        );
        let styles = "<w:styles xmlns:w='w'><w:style w:styleId='Head'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>\
            <w:style w:styleId='Own'><w:basedOn w:val='Head'/></w:style></w:styles>";
        let listed = |level: usize, text: &str| {
            format!(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
            )
        };
        let styled = "<w:p><w:pPr><w:pStyle w:val='Own'/></w:pPr><w:r><w:t>其他</w:t></w:r></w:p>";
        let body = [
            listed(0, "概述"),
            listed(1, "公开"),
            listed(2, "数量"),
            listed(1, "申请"),
            styled.to_owned(),
            listed(1, "无"),
        ];
        let file = packed(&[
            (DOCUMENT, &document(&body.concat())),
            ("word/numbering.xml", &numbering),
            ("word/styles.xml", styles),
        ]);
        assert_eq!(read(file).unwrap().text, "一、概述\n（一）公开\n1. 数量\n（二）申请\n二、其他\n（一）无\n");
    }

    #[test]
    fn what_is_no_document_says_why() {
        let reason = |bytes: Vec<u8>| read(bytes).err().unwrap();
        assert!(reason(b"PK\x03\x04".to_vec()).starts_with("no readable .docx file: "));
        assert_eq!(reason(packed(&[("a.txt", "x")])), "no Word document: it has no part word/document.xml");
        assert!(
            reason(packed(&[(DOCUMENT, "<w:document><w:p></w:document>")]))
                .starts_with("broken XML in word/document.xml")
        );
        assert!(reason(packed(&[(DOCUMENT, "<w:document><w:p>")])).contains("ends within"));
        let deep = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(50_000), "</w:tc></w:tr></w:tbl>".repeat(50_000));
        assert_eq!(shown(&deep).text, "");
    }
}
