//! Archives: .zip of what else is read.

use std::io::{self, Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{Inputs, Kind, Problem, Take, encoding, read_bytes};

/// A member is unpacked no further than this.
const LARGEST: u64 = 256 << 20;
/// All the members of an archive together are unpacked no further than this.
const LARGEST_ALL: u64 = 2 << 30;

/// A member as the directory of the archive tells it.
struct Member {
    index: usize,
    name: String,
    kind: Option<Kind>,
}

/// Reads the members of an archive by name; what is no text is passed over as in a folder.
pub(crate) fn read(name: &str, file: impl Read + Seek, inputs: &Inputs, take: Take<'_>) -> io::Result<()> {
    let mut archive = match ZipArchive::new(file) {
        Ok(archive) => archive,
        Err(error) => return take(Err(Problem::new(name, format!("no readable .zip archive: {}", told(&error))))),
    };
    let mut members = Vec::new();
    for index in 0..archive.len() {
        match member(&mut archive, index, inputs) {
            Ok(member) => members.extend(member),
            Err(error) => take(Err(Problem::new(format!("{name}/#{index}"), told(&error))))?,
        }
    }
    if members.is_empty() {
        return take(Err(Problem::new(name, "no .txt, .md, .html, .docx or .pdf file in this archive")));
    }
    members.sort_by(|a, b| a.name.cmp(&b.name));
    let mut left = LARGEST_ALL;
    for member in members {
        let inside = format!("{name}/{}", member.name);
        match unpack(&mut archive, &member, &mut left) {
            Ok(bytes) => read_bytes(&inside, member.kind, bytes, inputs, take)?,
            Err(reason) => take(Err(Problem::new(inside, reason)))?,
        }
    }
    Ok(())
}

/// A member that is to be read, or that has to be told of.
fn member<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    index: usize,
    inputs: &Inputs,
) -> Result<Option<Member>, ZipError> {
    let file = archive.by_index_raw(index)?;
    // Where nothing says UTF-8, it is what Windows writes in China.
    let name = encoding::decode(file.name_raw().to_vec(), Some("gbk"), true).unwrap_or_default().replace('\\', "/");
    let base = name.rsplit('/').next().unwrap_or_default();
    // Folders, links, and what macOS and Word put beside files.
    let aside = name.starts_with("__MACOSX/") || base.starts_with("._") || base.starts_with("~$");
    if name.ends_with('/') || aside || file.is_symlink() {
        return Ok(None);
    }
    let kind = Kind::gathered(&name, inputs);
    Ok(kind.map(|_| Member { index, name, kind }))
}

fn unpack<R: Read + Seek>(archive: &mut ZipArchive<R>, member: &Member, left: &mut u64) -> Result<Vec<u8>, String> {
    if climbs(&member.name) {
        return Err("its name leads out of the archive; not read".to_owned());
    }
    if member.kind == Some(Kind::Zip) {
        return Err("an archive in an archive is not opened; unpack it first".to_owned());
    }
    let file = archive.by_index(member.index).map_err(|error| told(&error))?;
    let limit = LARGEST.min(*left);
    let known = file.size();
    let bytes = if known > limit { Err(too_large(limit)) } else { bounded(file, known, limit) }?;
    *left -= bytes.len() as u64;
    Ok(bytes)
}

/// What a reader has, up to a limit; `known` is how much it says to have, which may be a lie.
pub(crate) fn bounded(reader: impl Read, known: u64, limit: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::with_capacity(usize::try_from(known.min(1 << 20)).unwrap_or_default());
    reader.take(limit + 1).read_to_end(&mut bytes).map_err(|error| format!("broken in the archive: {error}"))?;
    if bytes.len() as u64 > limit { Err(too_large(limit)) } else { Ok(bytes) }
}

pub(crate) fn too_large(limit: u64) -> String {
    format!("unpacks to more than {} MiB; not read", limit >> 20)
}

/// Whether a name leads somewhere else than into the folder where it would be unpacked.
fn climbs(name: &str) -> bool {
    name.starts_with('/') || name.split('/').any(|part| part == "..") || name.as_bytes().get(1) == Some(&b':')
}

fn told(error: &ZipError) -> String {
    match error {
        ZipError::UnsupportedArchive(reason) if reason.to_ascii_lowercase().contains("password") => {
            "encrypted; unpack it first".to_owned()
        }
        ZipError::InvalidPassword => "encrypted; unpack it first".to_owned(),
        error => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_out() {
        for name in ["/etc/a.txt", "a/../../b.txt", "..", "C:/a.txt"] {
            assert!(climbs(name), "{name}");
        }
        assert!(!climbs("a/..b/c..txt"));
    }

    #[test]
    fn a_lie_about_the_size_does_not_help() {
        assert_eq!(bounded(io::repeat(0), 3, 8 << 20), Err("unpacks to more than 8 MiB; not read".to_owned()));
        assert_eq!(bounded(&b"abc"[..], u64::MAX, 3).as_deref(), Ok(&b"abc"[..]));
    }
}
