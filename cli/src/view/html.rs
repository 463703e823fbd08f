//! Text that is safe in a page: in HTML, in a block of JSON, in a template, and the sums that the page's policy names.

use serde::Serialize;
use sha2::{Digest, Sha256};

/// Writes a text so that HTML shows every character of it, in an element and in a quoted attribute.
pub(super) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // No HTML parser keeps it.
            '\0' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
}

/// The same as a text of its own.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(&mut out, text);
    out
}

/// JSON that can stand in a `<script>`: nothing in it closes the element or opens a comment, nor ends a line for old
/// engines. These characters stand in strings only, where JSON has escapes for them.
pub(super) fn json(value: &impl Serialize) -> serde_json::Result<String> {
    let plain = serde_json::to_string(value)?;
    let mut out = String::with_capacity(plain.len());
    for c in plain.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            _ => out.push(c),
        }
    }
    Ok(out)
}

/// Writes a template with what stands for each `{{name}}`. What is put in is not read again, so that no report can name
/// a place of the template.
pub(super) fn fill(out: &mut String, template: &str, mut value: impl FnMut(&mut String, &str)) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, behind)) = after.split_once("}}") else { break };
        out.push_str(before);
        value(out, name);
        rest = behind;
    }
    out.push_str(rest);
}

/// A script or a style sheet as a browser reads it: with plain line ends, whatever the checkout made of them.
pub(super) fn asset(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// How a Content-Security-Policy names an inline script or style: by its SHA-256, so that no other one runs.
pub(super) fn source_hash(asset: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(asset.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let word = (0..3).fold(0, |word, i| word << 8 | u32::from(three.get(i).copied().unwrap_or_default()));
        for i in 0..4 {
            let six = (word >> (18 - 6 * i)) & 63;
            out.push(if i <= three.len() { char::from(ALPHABET[six as usize]) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_written_as_the_policy_wants_it() {
        // The example of the specification.
        let hash = source_hash("alert('Hello, world.');");
        assert_eq!(hash, "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
        assert_eq!((base64(b"f"), base64(b"fo"), base64(b"foo")), ("Zg==".into(), "Zm8=".into(), "Zm9v".into()));
    }

    #[test]
    fn what_is_put_into_a_template_is_not_read_again() {
        let mut out = String::new();
        fill(&mut out, "a {{x}} b {{y}} {{", |out, name| out.push_str(if name == "x" { "{{y}}" } else { "2" }));
        assert_eq!(out, "a {{y}} b 2 {{");
    }

    #[test]
    fn json_holds_nothing_that_html_reads() {
        let json = json(&"</script><!--&\u{2028}\u{2029}").unwrap();
        assert_eq!(json, r#""\u003c/script\u003e\u003c!--\u0026\u2028\u2029""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), "</script><!--&\u{2028}\u{2029}");
    }
}
