//! Bytes as text: the encodings in which Chinese offices write.

use std::fmt;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Why bytes are no text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Undecoded {
    Empty,
    /// A byte of value 0 at this offset: an archive, a picture, a file that was never written.
    Binary(usize),
    /// The encoding that fits best, and the offset of the first byte that does not fit it.
    Bad(&'static str, usize),
}

impl fmt::Display for Undecoded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Undecoded::Empty => write!(f, "empty file"),
            Undecoded::Binary(at) => write!(f, "no text: a zero byte at offset {at}"),
            Undecoded::Bad(encoding, at) => {
                write!(f, "not {encoding} text: invalid byte at offset {at} (--lossy reads the rest)")
            }
        }
    }
}

/// The text of a file, without a byte order mark.
///
/// A byte order mark says the encoding; without one it is UTF-8 where the bytes are valid UTF-8, else what the document
/// declares, else what its bytes look like. A declaration that the bytes contradict is not believed. `lossy` puts U+FFFD
/// for what does not fit.
pub(crate) fn decode(bytes: Vec<u8>, declared: Option<&str>, lossy: bool) -> Result<String, Undecoded> {
    if bytes.is_empty() {
        return Err(Undecoded::Empty);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return match strict(encoding, &bytes[mark..]) {
            Ok(text) if text.is_empty() => Err(Undecoded::Empty),
            Ok(text) => visible(text),
            Err(_) if lossy => Ok(encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned()),
            Err(at) => Err(Undecoded::Bad(named(encoding), mark + at)),
        };
    }
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        return Err(Undecoded::Binary(at));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => of_china(&error.into_bytes(), declared, lossy),
    }
}

/// UTF-16 can hold zeros behind a mark too.
fn visible(text: String) -> Result<String, Undecoded> {
    match text.find('\0') {
        Some(at) => Err(Undecoded::Binary(at)),
        None => Ok(text),
    }
}

/// Bytes that are not valid UTF-8.
fn of_china(bytes: &[u8], declared: Option<&str>, lossy: bool) -> Result<String, Undecoded> {
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes())).map(whole);
    // What is UTF-8 but for some bytes would often pass for GB18030, as characters that nobody wrote.
    let guesses = if is_damaged_utf8(bytes) { vec![UTF_8] } else { guesses(bytes, declared) };
    let mut best = (guesses[0], 0);
    for &encoding in &guesses {
        match strict(encoding, bytes) {
            Ok(text) => return Ok(text),
            Err(at) if at > best.1 => best = (encoding, at),
            Err(_) => {}
        }
    }
    if lossy {
        return Ok(best.0.decode_without_bom_handling(bytes).0.into_owned());
    }
    Err(Undecoded::Bad(named(best.0), best.1))
}

/// Encodings to try in their order: the declared one, then those of China as the bytes look.
fn guesses(bytes: &[u8], declared: Option<&'static Encoding>) -> Vec<&'static Encoding> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // A text that was cut off within a character is still of its encoding.
    detector.feed(bytes, false);
    let detected = match detector.guess(None, Utf8Detection::Deny) {
        encoding if encoding == BIG5 => [BIG5, GB18030],
        _ => [GB18030, BIG5],
    };
    let declared = declared.filter(|&encoding| encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE);
    let mut guesses: Vec<_> = declared.into_iter().collect();
    guesses.extend(detected.into_iter().filter(|&encoding| Some(encoding) != declared));
    guesses
}

/// GB2312 and GBK are parts of GB18030.
fn whole(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == encoding_rs::GBK { GB18030 } else { encoding }
}

/// The name as people write it.
fn named(encoding: &'static Encoding) -> &'static str {
    if encoding == GB18030 { "GB18030" } else { encoding.name() }
}

/// Whether more Chinese characters of UTF-8 stand in the bytes than errors.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut characters, mut errors) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        characters += chunk.valid().chars().filter(|c| c.len_utf8() == 3).count();
        errors += usize::from(!chunk.invalid().is_empty());
    }
    characters >= errors
}

/// The text, or the offset of the first byte that the encoding does not have.
fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, usize> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(room.unwrap_or(bytes.len()));
    let mut read = 0;
    loop {
        let (result, more) = decoder.decode_to_string_without_replacement(&bytes[read..], &mut text, true);
        read += more;
        match result {
            DecoderResult::InputEmpty => {
                text.shrink_to_fit();
                return Ok(text);
            }
            DecoderResult::OutputFull => text.reserve(bytes.len() - read + 16),
            DecoderResult::Malformed(length, after) => {
                return Err(read.saturating_sub(usize::from(length) + usize::from(after)));
            }
        }
    }
}

/// What a page says of its encoding: `<meta charset>`, `http-equiv`, or an XML declaration.
pub(crate) fn declared(page: &[u8]) -> Option<String> {
    /// Where browsers stop to look, and something for long heads.
    const HEAD: usize = 4096;
    let head = String::from_utf8_lossy(&page[..page.len().min(HEAD)]).to_ascii_lowercase();
    let after =
        head.split_once("charset").or_else(|| head.split_once("<?xml").and_then(|xml| xml.1.split_once("encoding")));
    let value = after?.1.trim_start().strip_prefix('=')?;
    let value = value.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(value.len());
    (end > 0).then(|| value[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLD: &str = "青柏县政府信息公开年度报告。全年收到申请12件，其中网络申请8件。";
    const TRADITIONAL: &str = "這是縣政府的年度報告，全年收到申請十二件，其中網路申請八件，書面申請四件。";

    fn read(bytes: &[u8]) -> Result<String, Undecoded> {
        decode(bytes.to_vec(), None, false)
    }

    #[test]
    fn every_encoding_of_china() {
        let utf16 = |mark: &[u8], unit: fn(u16) -> [u8; 2]| {
            [mark.to_vec(), TOLD.encode_utf16().flat_map(unit).collect()].concat()
        };
        for bytes in [
            TOLD.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", TOLD.as_bytes()].concat(),
            GB18030.encode(TOLD).0.into_owned(),
            utf16(b"\xff\xfe", u16::to_le_bytes),
            utf16(b"\xfe\xff", u16::to_be_bytes),
        ] {
            assert_eq!(read(&bytes).as_deref(), Ok(TOLD));
        }
        assert_eq!(read(&BIG5.encode(TRADITIONAL).0).as_deref(), Ok(TRADITIONAL));
    }

    #[test]
    fn a_declaration_holds_where_the_bytes_allow_it() {
        let bytes = BIG5.encode("年度報告").0.into_owned();
        assert_eq!(decode(bytes, Some("big5"), false).as_deref(), Ok("年度報告"));
        let bytes = GB18030.encode(TOLD).0.into_owned();
        assert_eq!(decode(bytes.clone(), Some("utf-8"), false).as_deref(), Ok(TOLD));
        assert_eq!(decode(bytes.clone(), Some("gb2312"), false).as_deref(), Ok(TOLD));
        assert_eq!(decode(bytes, Some("x-nonsense"), false).as_deref(), Ok(TOLD));
        assert_eq!(decode(TOLD.into(), Some("gbk"), false).as_deref(), Ok(TOLD));
    }

    #[test]
    fn where_a_page_declares() {
        for page in [
            "<html><meta charset=\"GB2312\">",
            "<META http-equiv='Content-Type' content='text/html; charset=gb2312'/>",
            "<?xml version='1.0' encoding='gb2312'?><html>",
        ] {
            assert_eq!(declared(page.as_bytes()).as_deref(), Some("gb2312"));
        }
        assert_eq!(declared(b"<html><body>encoding"), None);
        assert_eq!(declared(b"<meta charset=>"), None);
    }

    #[test]
    fn what_is_no_text_says_where() {
        assert_eq!(read(b""), Err(Undecoded::Empty));
        assert_eq!(read(b"\xef\xbb\xbf"), Err(Undecoded::Empty));
        assert_eq!(read(&[0; 9]), Err(Undecoded::Binary(0)));
        let mut cut = GB18030.encode(TOLD).0.into_owned();
        cut.pop();
        assert_eq!(read(&cut), Err(Undecoded::Bad("GB18030", cut.len() - 1)));
        assert_eq!(read("共3件\u{0}".as_bytes()), Err(Undecoded::Binary(7)));
        assert_eq!(read(b"\xe5\x85\xb13\xe4\xbb\xb6\xff\xff"), Err(Undecoded::Bad("UTF-8", 7)));
        let lossy = decode(b"\xe5\x85\xb13\xe4\xbb\xb6\xff".to_vec(), None, true);
        assert_eq!(lossy.as_deref(), Ok("共3件\u{fffd}"));
        assert!(decode(cut, None, true).unwrap().ends_with('\u{fffd}'));
    }
}
