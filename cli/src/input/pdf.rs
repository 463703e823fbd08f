//! PDF files, through `pdftotext` of poppler.

use std::io::{ErrorKind, Write};
use std::process::{Command, Stdio};

/// The text of a PDF file, or why there is none.
pub(crate) fn read(bytes: &[u8]) -> Result<String, String> {
    let command = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = match command {
        Ok(child) => child,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err("needs `pdftotext` (package poppler-utils)".to_owned());
        }
        Err(error) => return Err(format!("pdftotext: {error}")),
    };
    let input = child.stdin.take();
    let output = std::thread::scope(|scope| {
        // It may write before it has read everything, and may stop to read what it cannot use.
        scope.spawn(move || input.map(|mut input| input.write_all(bytes)));
        child.wait_with_output()
    });
    let output = output.map_err(|error| format!("pdftotext: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let reason = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("failed without a word");
        return Err(format!("pdftotext: {}", reason.trim()));
    }
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if text.trim().is_empty() {
        return Err("no text in this PDF: its pages may be pictures".to_owned());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With `pdftotext` or without it.
    #[test]
    fn what_is_no_pdf_says_why() {
        let reason = read(b"%PDF-1.4 nothing").unwrap_err();
        assert!(reason.contains("pdftotext"), "{reason}");
    }
}
