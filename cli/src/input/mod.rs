//! Where the texts come from: files of every kind, folders, archives, standard input.

mod archive;
mod docx;
mod encoding;
mod html;
mod markdown;
mod parquet;
mod pdf;
mod rows;
mod sheet;

use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use bytes::Bytes;
use nianbao::table::Table;
use serde::{Deserialize, Serialize};

use sheet::Sheet;

/// What is read, and how.
#[derive(clap::Args)]
pub(crate) struct Inputs {
    /// Files and folders; `-` is standard input.
    ///
    /// Text (.txt, .md), pages (.html, .htm, .shtml), .docx, .pdf (through `pdftotext`), rows (.jsonl, .csv, .parquet) and
    /// .zip archives of these. A file with another ending is read as what it looks like. In folders and archives, rows are
    /// read only with --text-column, so that the output of an earlier run is not taken for an input.
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// The year that the reports are of, where their text may not say it.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=9999))]
    pub(crate) year: Option<u16>,
    /// Read a text although some of its bytes are none in its encoding; U+FFFD stands for them.
    #[arg(long)]
    pub(crate) lossy: bool,
    /// The column of .jsonl, .csv and .parquet files that has the text [default: text]; the other columns are carried
    /// through.
    #[arg(long, value_name = "NAME")]
    pub(crate) text_column: Option<String>,
    /// How many cores to use; all where it is not given.
    #[arg(short = 'j', long, value_name = "COUNT")]
    pub(crate) threads: Option<usize>,
}

/// A text to read, and what the document says besides.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) tables: Vec<Table>,
    /// The other columns of the row that the text stands in.
    pub(crate) carried: Vec<(String, String)>,
}

/// Why an input could not be read: its name and the reason.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Problem {
    name: String,
    reason: String,
}

impl Problem {
    pub(crate) fn new(name: impl Into<String>, reason: impl fmt::Display) -> Self {
        Problem { name: name.into(), reason: reason.to_string() }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.reason)
    }
}

/// A document that was found and may have to be read still, on any thread.
#[derive(Debug)]
pub(crate) enum Work {
    /// A row, whose text is known.
    Document(Document),
    /// A file that is one document.
    File { path: PathBuf, kind: Kind },
    /// The same in memory.
    Bytes { name: String, kind: Kind, bytes: Vec<u8> },
}

impl Work {
    pub(crate) fn name(&self) -> &str {
        match self {
            Work::Document(document) => &document.name,
            Work::File { path, .. } => path.to_str().unwrap_or("?"),
            Work::Bytes { name, .. } => name,
        }
    }

    /// About how much memory it takes.
    pub(crate) fn bytes(&self) -> u64 {
        match self {
            Work::Document(document) => document.text.len() as u64,
            Work::File { path, .. } => fs::metadata(path).map_or(0, |metadata| metadata.len()),
            Work::Bytes { bytes, .. } => bytes.len() as u64,
        }
    }

    /// Reads it.
    pub(crate) fn document(self, inputs: &Inputs) -> Result<Document, Problem> {
        let (name, kind, bytes) = match self {
            Work::Document(document) => return Ok(document),
            Work::Bytes { name, kind, bytes } => (name, kind, bytes),
            Work::File { path, kind } => {
                let name = path.display().to_string();
                match fs::read(&path) {
                    Ok(bytes) => (name, kind, bytes),
                    Err(error) => return Err(Problem::new(name, error)),
                }
            }
        };
        if let Some(reason) = unreadable(&bytes) {
            return Err(Problem::new(name, reason));
        }
        match sheet(kind, bytes, inputs) {
            Ok(Sheet { text, tables }) => Ok(Document { name, text, tables, carried: Vec::new() }),
            Err(reason) => Err(Problem::new(name, reason)),
        }
    }
}

/// Takes one document after the other, or why there is none.
type Take<'t> = &'t mut dyn FnMut(Result<Work, Problem>) -> io::Result<()>;

/// The kinds of files that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Markdown,
    Html,
    Docx,
    Pdf,
    Zip,
    JsonLines,
    Csv,
    Parquet,
}

impl Kind {
    /// What the ending of a name says.
    fn named(name: &str) -> Option<Kind> {
        let ending = Path::new(name).extension()?.to_str()?.to_ascii_lowercase();
        Some(match &*ending {
            "txt" => Kind::Text,
            "md" => Kind::Markdown,
            "html" | "htm" | "shtml" | "xhtml" => Kind::Html,
            "docx" => Kind::Docx,
            "pdf" => Kind::Pdf,
            "zip" => Kind::Zip,
            "jsonl" => Kind::JsonLines,
            "csv" => Kind::Csv,
            "parquet" => Kind::Parquet,
            _ => return None,
        })
    }

    /// What is read of a folder or an archive; rows only where their column is named.
    fn gathered(name: &str, inputs: &Inputs) -> Option<Kind> {
        Kind::named(name).filter(|kind| inputs.text_column.is_some() || !kind.is_rows())
    }

    /// Whether a file of this kind is one document.
    fn is_document(self) -> bool {
        matches!(self, Kind::Text | Kind::Markdown | Kind::Html | Kind::Docx | Kind::Pdf)
    }

    fn is_rows(self) -> bool {
        matches!(self, Kind::JsonLines | Kind::Csv | Kind::Parquet)
    }

    /// What a file without a known ending looks like.
    fn sniffed(bytes: &[u8], inputs: &Inputs) -> Kind {
        let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let start = start[..start.len().min(1024)].trim_ascii_start().to_ascii_lowercase();
        let is = |mark: &str| start.starts_with(mark.as_bytes());
        if is("pk\u{3}\u{4}") || is("pk\u{5}\u{6}") {
            return if docx::is_document(bytes) { Kind::Docx } else { Kind::Zip };
        }
        if is("par1") {
            return Kind::Parquet;
        }
        if is("%pdf") {
            return Kind::Pdf;
        }
        if ["<!doctype", "<html", "<head", "<body", "<meta", "<title", "<?xml", "<!--"].into_iter().any(is) {
            return Kind::Html;
        }
        match inputs.text_column {
            Some(_) if is("{") => Kind::JsonLines,
            Some(_) => Kind::Csv,
            None => Kind::Text,
        }
    }
}

/// Files of other programs, by how they begin, with what can be done about them.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"\xd0\xcf\x11\xe0", "a file of an older Office (.doc, .wps, .xls); save it as .docx"),
    (b"Rar!", "a .rar archive; unpack it first"),
    (b"7z\xbc\xaf", "a .7z archive; unpack it first"),
    (b"\x1f\x8b", "a gzip file; unpack it first"),
    (b"\x89PNG", "a picture, no text"),
    (b"\xff\xd8\xff", "a picture, no text"),
];

/// A file to read, or standard input.
pub(crate) enum Source {
    File(PathBuf),
    StandardInput,
}

impl Inputs {
    /// Hands on every document of the sources in their order, with the number of its source; what cannot be read costs
    /// only itself.
    pub(crate) fn each(
        &self,
        sources: Vec<Result<Source, Problem>>,
        take: &mut dyn FnMut(usize, Result<Work, Problem>) -> io::Result<()>,
    ) -> io::Result<()> {
        for (number, source) in sources.into_iter().enumerate() {
            match source {
                Ok(source) => source.read(self, &mut |work| take(number, work))?,
                Err(problem) => take(number, Err(problem))?,
            }
        }
        Ok(())
    }

    /// What the paths name.
    pub(crate) fn sources(&self) -> Vec<Result<Source, Problem>> {
        sources(self)
    }

    fn text_column(&self) -> &str {
        self.text_column.as_deref().unwrap_or("text")
    }

    /// Whether rows may be among the inputs, whose other columns are carried through.
    pub(crate) fn has_rows(&self) -> bool {
        let named = |path: &PathBuf| path.to_str().and_then(Kind::named).is_some_and(Kind::is_rows);
        self.text_column.is_some() || self.paths.iter().any(named)
    }

    /// An output that is also an input would be gone before it is read.
    pub(crate) fn refuse_as_output(&self, output: &Path) -> io::Result<()> {
        let Ok(output_file) = output.canonicalize() else { return Ok(()) };
        let same = |source: Result<Source, Problem>| match source {
            Ok(Source::File(path)) => path.canonicalize().is_ok_and(|path| path == output_file),
            _ => false,
        };
        if sources(self).into_iter().any(same) {
            let reason = format!("{}: the output is also an input", output.display());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
        }
        Ok(())
    }
}

impl Source {
    fn read(self, inputs: &Inputs, take: Take<'_>) -> io::Result<()> {
        match self {
            Source::File(path) => {
                let name = path.display().to_string();
                read_file(&path, &name, inputs, take).unwrap_or_else(|error| take(Err(Problem::new(name, error))))
            }
            Source::StandardInput => {
                let mut bytes = Vec::new();
                match io::stdin().lock().read_to_end(&mut bytes) {
                    Ok(_) => read_bytes("-", None, bytes, inputs, take),
                    Err(error) => take(Err(Problem::new("-", error))),
                }
            }
        }
    }
}

/// Reads a file; the outer error is of the file, the inner one of whoever takes.
fn read_file(path: &Path, name: &str, inputs: &Inputs, take: Take<'_>) -> io::Result<io::Result<()>> {
    let kind = path.to_str().and_then(Kind::named);
    Ok(match kind {
        // These can be larger than the memory, and need not be there at once.
        Some(Kind::Zip) if is_zip(path)? => archive::read(name, BufReader::new(File::open(path)?), inputs, take),
        Some(Kind::Parquet) => parquet::read(name, File::open(path)?, inputs, take),
        Some(Kind::JsonLines) => rows::read_lines(name, &mut BufReader::new(File::open(path)?), inputs, take),
        Some(kind) if kind.is_document() => take(Ok(Work::File { path: path.to_owned(), kind })),
        _ => read_bytes(name, kind, fs::read(path)?, inputs, take),
    })
}

fn is_zip(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?.take(2).read_to_end(&mut start)?;
    Ok(start == b"PK")
}

/// Reads what stands in memory; without a kind, as what it looks like.
fn read_bytes(name: &str, kind: Option<Kind>, bytes: Vec<u8>, inputs: &Inputs, take: Take<'_>) -> io::Result<()> {
    if let Some(reason) = unreadable(&bytes) {
        return take(Err(Problem::new(name, reason)));
    }
    match kind.unwrap_or_else(|| Kind::sniffed(&bytes, inputs)) {
        Kind::Zip => archive::read(name, Cursor::new(bytes), inputs, take),
        Kind::JsonLines => rows::read_lines(name, &mut Cursor::new(bytes), inputs, take),
        Kind::Csv => rows::read_csv(name, bytes, inputs, take),
        Kind::Parquet => parquet::read(name, Bytes::from(bytes), inputs, take),
        kind => take(Ok(Work::Bytes { name: name.to_owned(), kind, bytes })),
    }
}

/// Why nothing can be read of a file, whatever its kind.
fn unreadable(bytes: &[u8]) -> Option<String> {
    if bytes.is_empty() {
        return Some(encoding::Undecoded::Empty.to_string());
    }
    FOREIGN.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, reason)| (*reason).to_owned())
}

/// The text of a file that is one document, or why it has none.
fn sheet(kind: Kind, bytes: Vec<u8>, inputs: &Inputs) -> Result<Sheet, String> {
    let decoded = |bytes: Vec<u8>, declared: Option<&str>| {
        encoding::decode(bytes, declared, inputs.lossy).map_err(|reason| reason.to_string())
    };
    let sheet = match kind {
        Kind::Html => {
            let declared = encoding::declared(&bytes);
            html::read(&decoded(bytes, declared.as_deref())?)?
        }
        Kind::Docx => docx::read(bytes)?,
        Kind::Pdf => Sheet { text: pdf::read(&bytes)?, tables: Vec::new() },
        Kind::Markdown => markdown::read(&decoded(bytes, None)?),
        _ => {
            // Offsets into a text of UTF-8 are those into its file, so that its byte order mark stays.
            let marked = bytes.starts_with("\u{feff}".as_bytes());
            let text = decoded(bytes, None)?;
            Sheet { text: if marked { format!("\u{feff}{text}") } else { text }, tables: Vec::new() }
        }
    };
    if sheet.text.trim().is_empty() {
        return Err("no text: nothing but white space".to_owned());
    }
    Ok(sheet)
}

/// The inputs that the paths name, in their order; a folder gives its files by name, its own folders walked too.
fn sources(inputs: &Inputs) -> Vec<Result<Source, Problem>> {
    let mut found = Vec::new();
    for path in &inputs.paths {
        if path.as_os_str() == "-" {
            found.push(Ok(Source::StandardInput));
        } else if path.is_dir() {
            let before = found.len();
            walk(path, inputs, &mut found);
            if found.len() == before {
                let kinds = "no .txt, .md, .html, .docx, .pdf or .zip file in this folder";
                let rows = if inputs.text_column.is_some() { ", nor .jsonl, .csv or .parquet" } else { "" };
                found.push(Err(Problem::new(path.display().to_string(), format!("{kinds}{rows}"))));
            }
        } else {
            // A file named by hand is read whatever its ending.
            found.push(Ok(Source::File(path.clone())));
        }
    }
    found
}

fn walk(root: &Path, inputs: &Inputs, found: &mut Vec<Result<Source, Problem>>) {
    // The last is next: folders deep in each other cost no stack.
    let mut open = vec![(root.to_owned(), true)];
    while let Some((path, is_folder)) = open.pop() {
        if !is_folder {
            found.push(Ok(Source::File(path)));
            continue;
        }
        let entries = match fs::read_dir(&path).and_then(|entries| entries.collect::<io::Result<Vec<_>>>()) {
            Ok(entries) => entries,
            Err(error) => {
                found.push(Err(Problem::new(path.display().to_string(), error)));
                continue;
            }
        };
        // A link to a folder is not followed: it may lead back to where it stands.
        let mut inside: Vec<_> =
            entries.iter().map(|entry| (entry.path(), entry.file_type().is_ok_and(|kind| kind.is_dir()))).collect();
        inside.retain(|(path, is_folder)| {
            *is_folder || !path.is_dir() && path.to_str().is_some_and(|name| Kind::gathered(name, inputs).is_some())
        });
        inside.sort_by(|a, b| b.0.cmp(&a.0));
        open.append(&mut inside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read as it is without flags.
    pub(super) fn inputs() -> Inputs {
        Inputs { paths: Vec::new(), year: None, lossy: false, text_column: None, threads: None }
    }

    /// The names and the texts of what a reader gives, and its problems as they are told.
    pub(super) fn gathered(read: impl FnOnce(Take<'_>) -> io::Result<()>) -> Vec<Result<(String, String), String>> {
        let mut found = Vec::new();
        read(&mut |document| {
            let document = document.and_then(|work| work.document(&inputs()));
            found.push(document.map(|d| (d.name, d.text)).map_err(|problem| problem.to_string()));
            Ok(())
        })
        .unwrap();
        found
    }

    #[test]
    fn what_a_file_looks_like() {
        let rows = Inputs { text_column: Some("内容".to_owned()), ..inputs() };
        let plain = |bytes: &[u8]| Kind::sniffed(bytes, &inputs());
        assert_eq!(plain(b"PK\x03\x04"), Kind::Zip);
        assert_eq!(plain(b"%PDF-1.4"), Kind::Pdf);
        assert_eq!(plain(b"\xef\xbb\xbf\n <!DOCTYPE html>"), Kind::Html);
        assert_eq!(plain(b"{\"text\""), Kind::Text);
        assert_eq!(Kind::sniffed(b"{\"text\"", &rows), Kind::JsonLines);
        assert_eq!(Kind::sniffed("标题,内容".as_bytes(), &rows), Kind::Csv);
    }

    #[test]
    fn rows_of_a_folder_are_read_on_demand() {
        assert_eq!(Kind::gathered("a/facts.CSV", &inputs()), None);
        let rows = Inputs { text_column: Some("text".to_owned()), ..inputs() };
        assert_eq!(Kind::gathered("a/facts.CSV", &rows), Some(Kind::Csv));
        assert_eq!(Kind::gathered("a/b.png", &rows), None);
    }
}
