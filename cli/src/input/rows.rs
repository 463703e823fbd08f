//! Texts in rows: JSON lines and CSV.

use std::io::{self, BufRead};

use serde_json::Value;

use super::{Document, Inputs, Problem, Take, Work, encoding};

/// Reads JSON lines, a text a line.
pub(crate) fn read_lines(name: &str, lines: &mut dyn BufRead, inputs: &Inputs, take: Take<'_>) -> io::Result<()> {
    let mut line = Vec::new();
    let mut met = false;
    for number in 1.. {
        line.clear();
        match lines.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => return take(Err(Problem::new(name, error))),
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        met = true;
        let place = format!("{name}:{number}");
        take(match object(&line, inputs) {
            Ok((text, carried)) => Ok(Work::Document(Document { name: place, text, tables: Vec::new(), carried })),
            Err(reason) => Err(Problem::new(place, reason)),
        })?;
    }
    if met { Ok(()) } else { take(Err(Problem::new(name, "empty file: no row in it"))) }
}

/// The text of a row, and its other columns.
type Row = (String, Vec<(String, String)>);

fn object(line: &[u8], inputs: &Inputs) -> Result<Row, String> {
    let line = encoding::decode(line.to_vec(), None, inputs.lossy).map_err(|reason| reason.to_string())?;
    let value = serde_json::from_str(&line).map_err(|error| format!("no JSON object: {error}"))?;
    let Value::Object(object) = value else { return Err("no JSON object".to_owned()) };
    let column = inputs.text_column();
    let mut text = None;
    let mut carried = Vec::new();
    for (key, value) in object {
        match value {
            Value::String(value) if key == column => text = Some(value),
            _ if key == column => return Err(format!("the column `{column}` is no text")),
            Value::String(value) => carried.push((key, value)),
            Value::Number(_) | Value::Bool(_) => carried.push((key, value.to_string())),
            Value::Null | Value::Array(_) | Value::Object(_) => {}
        }
    }
    let text = text.ok_or_else(|| format!("no column `{column}` (--text-column names another)"))?;
    not_empty(text, column).map(|text| (text, carried))
}

pub(super) fn not_empty(text: String, column: &str) -> Result<String, String> {
    if text.trim().is_empty() { Err(format!("no text in the column `{column}`")) } else { Ok(text) }
}

/// Reads CSV with a row of names, a text a row.
pub(crate) fn read_csv(name: &str, bytes: Vec<u8>, inputs: &Inputs, take: Take<'_>) -> io::Result<()> {
    let table = match encoding::decode(bytes, None, inputs.lossy) {
        Ok(table) => table,
        Err(reason) => return take(Err(Problem::new(name, reason))),
    };
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let columns = match reader.headers() {
        Ok(columns) => columns.clone(),
        Err(error) => return take(Err(Problem::new(name, error))),
    };
    let column = inputs.text_column();
    let Some(at) = columns.iter().position(|name| name.trim() == column) else {
        let known = columns.iter().collect::<Vec<_>>().join(", ");
        let reason = format!("no column `{column}` (--text-column names another of: {known})");
        return take(Err(Problem::new(name, reason)));
    };
    // A reader meets its own errors only in what is read, not in where it is read from.
    for record in reader.records() {
        take(match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                row(&record, &columns, at, format!("{name}:{line}")).map(Work::Document)
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                Err(Problem::new(format!("{name}:{line}"), broken(&error)))
            }
        })?;
    }
    Ok(())
}

fn broken(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} fields, the head has {expected_len}")
        }
        _ => error.to_string(),
    }
}

fn row(record: &csv::StringRecord, columns: &csv::StringRecord, at: usize, name: String) -> Result<Document, Problem> {
    let text = record.get(at).unwrap_or_default().to_owned();
    let text = match not_empty(text, &columns[at]) {
        Ok(text) => text,
        Err(reason) => return Err(Problem::new(name, reason)),
    };
    let others = columns.iter().zip(record).enumerate().filter(|&(place, _)| place != at);
    let carried = others.map(|(_, (column, field))| (column.to_owned(), field.to_owned())).collect();
    Ok(Document { name, text, tables: Vec::new(), carried })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{gathered, inputs};
    use super::*;

    #[test]
    fn json_lines() {
        let lines = "{\"text\":\"收到3件\",\"id\":7,\"县\":\"青柏县\",\"x\":null}\n\n{\"text\":3}\nnonsense\n{\"a\":1}\n{\"text\":\"5件\"}";
        let found = gathered(|take| read_lines("r.jsonl", &mut lines.as_bytes(), &inputs(), take));
        let ok = |name: &str, text: &str| Ok((name.to_owned(), text.to_owned()));
        assert_eq!(found[0], ok("r.jsonl:1", "收到3件"));
        assert_eq!(found[1], Err("r.jsonl:3: the column `text` is no text".to_owned()));
        assert!(found[2].as_ref().is_err_and(|reason| reason.starts_with("r.jsonl:4: no JSON object")), "{found:?}");
        assert!(found[3].as_ref().is_err_and(|reason| reason.starts_with("r.jsonl:5: no column `text`")), "{found:?}");
        assert_eq!(found[4], ok("r.jsonl:6", "5件"));
        let (_, carried) = object(lines.lines().next().unwrap().as_bytes(), &inputs()).unwrap();
        assert_eq!(carried, [("id".to_owned(), "7".to_owned()), ("县".to_owned(), "青柏县".to_owned())]);
    }

    #[test]
    fn csv_in_its_encoding() {
        let table = "县,正文,年\n青柏县,\"收到3件，\n办结2件\",2017\n松泉镇,少\n望栎县,收到5件,2018\n望栎县,,2018\n";
        let bytes = encoding_rs::GB18030.encode(table).0.into_owned();
        let named = Inputs { text_column: Some("正文".to_owned()), ..inputs() };
        let found = gathered(|take| read_csv("r.csv", bytes.clone(), &named, take));
        assert_eq!(found[0], Ok(("r.csv:2".to_owned(), "收到3件，\n办结2件".to_owned())));
        assert_eq!(found[1], Err("r.csv:4: 2 fields, the head has 3".to_owned()));
        assert_eq!(found[2], Ok(("r.csv:5".to_owned(), "收到5件".to_owned())));
        assert_eq!(found[3], Err("r.csv:6: no text in the column `正文`".to_owned()));
        let found = gathered(|take| read_csv("r.csv", bytes, &inputs(), take));
        assert_eq!(found, [Err("r.csv: no column `text` (--text-column names another of: 县, 正文, 年)".to_owned())]);
    }
}
