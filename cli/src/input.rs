//! Where the texts come from: files, folders, standard input.

use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A file to read, or standard input.
pub(crate) enum Source {
    File(PathBuf),
    StandardInput,
}

/// Why an input could not be read: its name and the reason.
#[derive(Debug)]
pub(crate) struct Problem {
    name: String,
    reason: Reason,
}

#[derive(Debug)]
enum Reason {
    Io(io::Error),
    /// Not UTF-8 from this byte on.
    Encoding(usize),
    /// A folder without a file that the command reads.
    NoText,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.name)?;
        match &self.reason {
            Reason::Io(error) => write!(f, "{error}"),
            Reason::Encoding(at) => write!(f, "not UTF-8 text: invalid byte at offset {at}"),
            Reason::NoText => write!(f, "no .txt or .md file in this folder"),
        }
    }
}

impl Problem {
    fn io(name: &Path, error: io::Error) -> Self {
        Problem { name: name.display().to_string(), reason: Reason::Io(error) }
    }
}

impl Source {
    /// The name and the text.
    pub(crate) fn read(self) -> Result<(String, String), Problem> {
        let (name, bytes) = match self {
            Source::File(path) => {
                let bytes = fs::read(&path).map_err(|e| Problem::io(&path, e))?;
                (path.display().to_string(), bytes)
            }
            Source::StandardInput => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map_err(|e| Problem::io(Path::new("-"), e))?;
                ("-".to_owned(), bytes)
            }
        };
        match String::from_utf8(bytes) {
            Ok(text) => Ok((name, text)),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                Err(Problem { name, reason: Reason::Encoding(at) })
            }
        }
    }
}

/// The inputs that the paths name, in their order; a folder gives its texts by name, its own folders walked too.
pub(crate) fn sources(paths: &[PathBuf]) -> Vec<Result<Source, Problem>> {
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            found.push(Ok(Source::StandardInput));
        } else if path.is_dir() {
            let before = found.len();
            walk(path, &mut found);
            if found.len() == before {
                let name = path.display().to_string();
                found.push(Err(Problem { name, reason: Reason::NoText }));
            }
        } else {
            // A file named by hand is read whatever its ending.
            found.push(Ok(Source::File(path.clone())));
        }
    }
    found
}

/// An output that is also an input would be gone before it is read.
pub(crate) fn refuse_as_output(paths: &[PathBuf], output: &Path) -> io::Result<()> {
    let Ok(output_file) = output.canonicalize() else { return Ok(()) };
    let same = |path: &PathBuf| path.canonicalize().is_ok_and(|p| p == output_file);
    if paths.iter().any(same) {
        let reason = format!("{}: the output is also an input", output.display());
        return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
    }
    Ok(())
}

fn walk(folder: &Path, found: &mut Vec<Result<Source, Problem>>) {
    let entries = match fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<Vec<_>>>()) {
        Ok(entries) => entries,
        Err(error) => return found.push(Err(Problem::io(folder, error))),
    };
    let mut paths: Vec<_> = entries.iter().map(|entry| (entry.path(), entry.file_type())).collect();
    paths.sort_by(|a, b| a.0.cmp(&b.0));
    for (path, kind) in paths {
        // A link to a folder is not followed: it may lead back to where it stands.
        if kind.is_ok_and(|k| k.is_dir()) {
            walk(&path, found);
        } else if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("txt") || e.eq_ignore_ascii_case("md")) {
            found.push(Ok(Source::File(path)));
        }
    }
}
