//! Markdown: text as it stands, but for its tables.

use super::sheet::{RawCell, Sheet, is_layout};

/// The text, its tables laid out. The lines keep their numbers, but for the head of a table, which moves down by one.
pub(crate) fn read(source: &str) -> Sheet {
    let mut sheet = Sheet::default();
    let mut lines = source.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let head = cells(line).filter(|head| lines.peek().is_some_and(|next| is_rule(next, head.len())));
        let Some(head) = head else {
            sheet.text.push_str(line);
            continue;
        };
        lines.next();
        let mut rows = vec![head];
        while let Some(row) = lines.peek().and_then(|line| cells(line)) {
            rows.push(row);
            lines.next();
        }
        // In the place of the rule.
        sheet.text.push('\n');
        match is_layout(&rows) {
            true => sheet.lines(&rows),
            false => sheet.rows(&rows),
        }
    }
    sheet
}

/// `| 甲 | 乙 |`.
fn cells(line: &str) -> Option<Vec<RawCell>> {
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inside.split('|').map(|cell| RawCell::new(cell.trim())).collect())
}

/// `|---|:-:|`.
fn is_rule(line: &str, columns: usize) -> bool {
    let is_dashes = |cell: &RawCell| cell.text.contains('-') && cell.text.chars().all(|c| "-: ".contains(c));
    columns > 1 && cells(line).is_some_and(|rule| rule.len() == columns && rule.iter().all(is_dashes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_found_and_the_rest_stays() {
        let sheet = read("# 一、概述\r\n\n| 内容 | 件数 |\n|---|--:|\n| 规章 | 3 |\n\n| 不是表\n");
        assert_eq!(sheet.text, "# 一、概述\r\n\n\n内容\t件数\n规章\t3\n\n| 不是表\n");
        let table = &sheet.tables[0];
        assert_eq!(&sheet.text[table.cell(1, 0).unwrap().span().range()], "规章");
    }
}
