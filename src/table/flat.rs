//! Official tables that lost their layout: what copying out of a browser or a PDF leaves of them.
//!
//! The titles of the official sections say where such a table is. Its figures are read where their number is exactly that
//! of the form, else none is; the rows and columns of the form say what each is. Figures come row by row, or, out of a PDF,
//! in blocks: the figures of some rows in the first column, then those in the second. Where both readings are possible,
//! the identities of the form decide; a reading that fewer than three quarters of them bear out is none.

use memchr::memmem;
use rust_decimal::Decimal;

use super::value::change;
use super::words::{MEASURES, RESULTS, SUBJECTS};
use crate::glyph::{is_digit, is_space, last_of};
use crate::indicator;
use crate::indicator::form::{APPLICANTS, OTHERWISE, REQUESTS};
use crate::numeral;
use crate::outline::{page_number, squeezed};
use crate::span::Span;

/// The titles of the official sections, as far as all forms have them, in their order.
const DISCLOSURE: &str = "主动公开政府信息情况";
const REQUESTED: &str = "收到和处理政府信息公开申请情况";
const REVIEWED: &[&str] = &["行政复议、行政诉讼情况", "行政复议、提起行政诉讼情况", "行政复议和行政诉讼情况"];
/// How the titles behind them begin, whatever they say: the rows of the tables have these marks up to 四、.
const BEHIND: &[&str] = &["五、", "六、", "七、", "五.", "六.", "七."];
/// Words of the headers of the table of requests.
const OUTCOMES: &str = "本年度办理结果";
const ORGANIZATION: &str = "法人或其他组织";
const TOTAL: &str = "总计";
/// The row of the total of the outcomes.
const CLOSED: &str = "requests.closed";
/// Before the words of a title on its line, in bytes.
const LONGEST_LEAD: usize = 72;
/// A table has no more lines.
const MOST_LINES: usize = 1200;
/// A line with more bytes is prose.
const LONGEST_LINE: usize = 600;
/// A part of the table of disclosure begins with this line.
const ARTICLE: [&str; 2] = ["第二十条第（", "第二十条第("];
/// Of the identities that are about anything, so many in a hundred hold where the reading is right.
const BORNE_OUT: usize = 75;

/// What a place of the form is: its code, and how its row and column are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) code: &'static str,
    pub(super) label: String,
}

/// A table without its layout.
#[derive(Debug, Default)]
pub(super) struct Flat {
    /// What of the text it is.
    pub(super) region: Span,
    /// Its figures, in the order of the text.
    pub(super) cells: Vec<(Span, Slot)>,
}

/// The tables without layout of a text, in its order.
pub(super) fn find(text: &str) -> Vec<Flat> {
    let sections = Sections::of(text);
    let disclosure = sections.disclosure.and_then(|span| disclosure(text, span));
    let requests = sections.requests.and_then(|span| requests(text, span));
    let cases = sections.cases.and_then(|span| cases(text, span));
    [disclosure, requests, cases].into_iter().flatten().collect()
}

/// What stands under the titles of the official sections.
#[derive(Default)]
struct Sections {
    disclosure: Option<Span>,
    requests: Option<Span>,
    cases: Option<Span>,
}

impl Sections {
    fn of(text: &str) -> Self {
        let Some(requests) = title(text, 0, REQUESTED) else { return Sections::default() };
        let disclosure = title(text, 0, DISCLOSURE).filter(|title| title.end <= requests.start);
        let cases = REVIEWED.iter().find_map(|words| title(text, requests.end, words));
        let end = behind(text, cases.unwrap_or(requests).end);
        Sections {
            disclosure: disclosure.map(|title| Span::new(title.end, requests.start)),
            requests: Some(Span::new(requests.end, cases.map_or(end, |title| title.start))),
            cases: cases.map(|title| Span::new(title.end, end)),
        }
    }
}

/// The line of a title: it ends with the words, and has little before them.
fn title(text: &str, from: usize, words: &str) -> Option<Span> {
    let breaks = |c: char| matches!(c, '\n' | '\r');
    memmem::find_iter(&text.as_bytes()[from..], words).map(|at| from + at).find_map(|at| {
        let near = last_of(text, Span::new(from, at), LONGEST_LEAD);
        let start = text[near.range()].rfind(breaks).map_or(near.start, |end| near.start + end + 1);
        let opens = start == 0 || text[..start].ends_with(breaks);
        let end = at + words.len();
        let behind = text[end..].chars().find(|c| breaks(*c) || !is_space(*c));
        (opens && behind.is_none_or(breaks)).then_some(Span::new(start, end))
    })
}

/// Where the next section begins.
fn behind(text: &str, from: usize) -> usize {
    let mut at = from;
    for line in text[from..].split_inclusive(['\n', '\r']) {
        if BEHIND.iter().any(|mark| line.trim_start_matches(is_space).starts_with(mark)) {
            return at;
        }
        at += line.len();
    }
    text.len()
}

/// Figures that stand in a column with nothing between; one that has something beside it on its line is a group of its own.
type Groups = Vec<Vec<Span>>;

/// The lines of a part of a text, without the white space at their ends; empty ones too.
fn lines(text: &str, part: Span) -> Vec<Span> {
    let mut at = part.start;
    let mut found = Vec::new();
    for line in text[part.range()].split(['\n', '\r']) {
        // \r\n ends one line.
        if line.is_empty() && text[..at].ends_with('\r') && text[at..part.end].starts_with('\n') {
            at += 1;
            continue;
        }
        if found.len() == MOST_LINES {
            break;
        }
        let inner = line.trim_start_matches(is_space);
        let start = at + line.len() - inner.len();
        found.push(Span::new(start, start + inner.trim_end_matches(is_space).len()));
        at += line.len() + 1;
    }
    found
}

/// A number, or a stroke in place of one.
fn figure(token: &str) -> bool {
    let stroke = !token.is_empty() && token.chars().all(|c| "/／—－-".contains(c));
    let number = change(token).1;
    stroke || number.starts_with(is_digit) && number.ends_with(is_digit) && numeral::parse(number).is_ok()
}

/// The figures of a line, and whether anything else stands on it. Figures with words between them are a sentence's.
fn figures(text: &str, line: Span) -> (Vec<Span>, bool) {
    let mut found = Vec::new();
    let mut words = 0;
    let mut runs = 0;
    let mut in_run = false;
    let mut at = line.start;
    for token in text[line.range()].split(is_space) {
        let span = Span::new(at, at + token.len());
        at += token.len();
        at += text[at..line.end].chars().next().map_or(0, char::len_utf8);
        match token {
            "" => {}
            token if figure(token) => {
                found.push(span);
                runs += usize::from(!in_run);
                in_run = true;
            }
            _ => {
                words += 1;
                in_run = false;
            }
        }
    }
    if runs > 1 { (Vec::new(), true) } else { (found, words > 0) }
}

/// The figures of some lines, by groups.
fn groups(text: &str, lines: &[Span]) -> Groups {
    let mut groups: Groups = Vec::new();
    let mut column = false;
    for &line in lines {
        if page_number(&text[line.range()]) {
            continue;
        }
        let (found, words) = figures(text, line);
        match &found[..] {
            [one] if !words => {
                match groups.last_mut().filter(|_| column) {
                    Some(group) => group.push(*one),
                    None => groups.push(vec![*one]),
                }
                column = true;
            }
            many => {
                groups.extend(many.iter().map(|one| vec![*one]));
                column = false;
            }
        }
    }
    groups
}

/// The figures row by row, as they come.
fn by_rows(groups: &Groups) -> Vec<Span> {
    groups.iter().flatten().copied().collect()
}

/// The figures row by row, where they come in blocks of some rows, column by column.
fn by_blocks(groups: &Groups, width: usize) -> Option<Vec<Span>> {
    let mut all = Vec::new();
    if !groups.len().is_multiple_of(width) {
        return None;
    }
    for block in groups.chunks(width) {
        let rows = block[0].len();
        if block.iter().any(|column| column.len() != rows) {
            return None;
        }
        all.extend((0..rows).flat_map(|row| block.iter().map(move |column| column[row])));
    }
    Some(all)
}

fn value(text: &str, span: Span) -> Option<Decimal> {
    numeral::parse(&text[span.range()]).ok()
}

/// Whether the identities bear a reading out: totals, and the places of their parts.
fn borne_out(text: &str, figures: &[Span], identities: &[(Vec<usize>, Vec<usize>)]) -> bool {
    let values: Vec<Decimal> = figures.iter().map(|span| value(text, *span).unwrap_or_default()).collect();
    let sum = |places: &[usize]| -> Option<Decimal> {
        places.iter().try_fold(Decimal::ZERO, |sum, &place| sum.checked_add(values[place]))
    };
    let sums = identities.iter().map(|(left, right)| (sum(left), sum(right)));
    let about: Vec<bool> = sums
        .filter(|(left, right)| [left, right].iter().any(|sum| sum.is_some_and(|sum| !sum.is_zero())))
        .map(|(left, right)| left == right)
        .collect();
    let held = about.iter().filter(|held| **held).count();
    held * 100 >= about.len() * BORNE_OUT
}

/// The table of requests, behind the line of its headers.
fn requests(text: &str, part: Span) -> Option<Flat> {
    let width = APPLICANTS.len() + 1;
    let lines = lines(text, part);
    let head = lines.iter().position(|line| begins(text, *line, &["申请人情况", "勾稽关系", "自然人"]))?;
    let (region, groups) = table(text, &lines[head..])?;
    let count = by_rows(&groups).len();
    // A table of a few figures is another one.
    if count < 2 * width {
        return None;
    }
    let rows = [REQUESTS.to_vec(), of_2019()].into_iter().find(|rows| rows.len() * width == count);
    let Some(rows) = rows else { return Some(Flat { region, cells: Vec::new() }) };
    let identities = balances(rows.len(), width);
    let right = |figures: &Vec<Span>| borne_out(text, figures, &identities);
    let read = one(by_rows(&groups), by_blocks(&groups, width), right);
    let cells = read.map(|figures| figures.into_iter().zip(slots(&rows)).collect()).unwrap_or_default();
    Some(Flat { region, cells })
}

/// The reading that is right; none where neither is, or both are and differ.
fn one(rows: Vec<Span>, blocks: Option<Vec<Span>>, right: impl Fn(&Vec<Span>) -> bool) -> Option<Vec<Span>> {
    let blocks = blocks.filter(|blocks| *blocks != rows).filter(&right);
    match (Some(rows).filter(right), blocks) {
        (Some(_), Some(_)) => None,
        (rows, blocks) => rows.or(blocks),
    }
}

fn of_2019() -> Vec<&'static str> {
    let (before, behind) = (&REQUESTS[..OTHERWISE.start], &REQUESTS[OTHERWISE.end..]);
    before.iter().chain(&["requests.otherwise"]).chain(behind).copied().collect()
}

/// The places of the identities of the table of requests: the rows add up, the columns balance.
fn balances(rows: usize, width: usize) -> Vec<(Vec<usize>, Vec<usize>)> {
    let last = width - 1;
    let across = (0..rows).map(|row| (vec![row * width + last], (0..last).map(|c| row * width + c).collect()));
    let at = |row: usize, column: usize| row * width + column;
    let flow = (0..width).map(|c| (vec![at(0, c), at(1, c)], vec![at(rows - 2, c), at(rows - 1, c)]));
    let closed = (0..width).map(|c| (vec![at(rows - 2, c)], (2..rows - 2).map(|row| at(row, c)).collect()));
    across.chain(flow).chain(closed).collect()
}

fn slots(rows: &[&'static str]) -> Vec<Slot> {
    let mut slots = Vec::with_capacity(rows.len() * (APPLICANTS.len() + 1));
    for row in rows {
        let applicants = APPLICANTS.iter().map(|(end, name)| (format!("{row}.{end}"), *name));
        for (code, applicant) in applicants.chain([((*row).to_owned(), TOTAL)]) {
            // Every row of the form has all columns.
            let Some(code) = indicator::find(&code).map(indicator::Indicator::code) else { continue };
            slots.push(Slot { code, label: label(row, applicant) });
        }
    }
    slots
}

/// The headers as the form nests them.
fn label(row: &str, applicant: &str) -> String {
    let mut names = Vec::new();
    let of = |code| indicator::find(code).map(indicator::Indicator::name);
    let closed = row == CLOSED;
    let parent = indicator::find(row).and_then(indicator::Indicator::parent);
    names.extend((closed || parent.is_some()).then_some(OUTCOMES));
    names.extend(parent.filter(|parent| *parent != CLOSED).and_then(of));
    names.extend(if closed { Some(TOTAL) } else { of(row) });
    match applicant {
        TOTAL if closed => {}
        TOTAL => names.push(TOTAL),
        person if person == APPLICANTS[0].1 => names.push(person),
        // 其他法人或组织 stands under 法人或其他组织 as 其他.
        organization => {
            let other = APPLICANTS.last().is_some_and(|(_, last)| *last == organization);
            names.extend([ORGANIZATION, if other { "其他" } else { organization }]);
        }
    }
    names.join(" / ")
}

/// Whether a line begins, or is, one of a table's headers.
fn begins(text: &str, line: Span, words: &[&str]) -> bool {
    let said = squeezed(&text[line.range()]);
    let short = line.len() <= LONGEST_LINE && !said.contains('。');
    short && words.iter().any(|word| said.contains(word))
}

/// The lines up to the last with figures or the name of a row, as a region, and their groups; none where no line has any.
fn table(text: &str, lines: &[Span]) -> Option<(Span, Groups)> {
    // Prose ends a table.
    let prose = |line: &Span| text[line.range()].contains('。') || line.len() > LONGEST_LINE;
    let lines = &lines[..lines.iter().position(prose).unwrap_or(lines.len())];
    let with_figures = |line: &&Span| {
        let said = &text[line.range()];
        let short = !page_number(said);
        // The name of a row may stand behind its figure.
        short && (!figures(text, **line).0.is_empty() || SUBJECTS.iter().any(|(name, _)| *name == squeezed(said)))
    };
    let last = lines.iter().rposition(|line| with_figures(&line))?;
    let lines = &lines[..=last];
    Some((Span::new(lines[0].start, lines[last].end), groups(text, lines)))
}

/// The table of reviews and lawsuits: a line of figures.
fn cases(text: &str, part: Span) -> Option<Flat> {
    let lines = lines(text, part);
    let head = lines.iter().position(|line| {
        let said = squeezed(&text[line.range()]);
        said.starts_with("行政复议") && line.len() <= LONGEST_LINE && !said.contains(['。', '，'])
    })?;
    let (region, groups) = table(text, &lines[head..])?;
    let figures = by_rows(&groups);
    let results = RESULTS.len();
    let tables = [
        ("review", "行政复议"),
        ("litigation.direct", "行政诉讼 / 未经复议直接起诉"),
        ("litigation.after_review", "行政诉讼 / 复议后起诉"),
    ];
    if figures.len() != tables.len() * results {
        return (figures.len() > results).then_some(Flat { region, cells: Vec::new() });
    }
    let identities: Vec<_> = (0..tables.len())
        .map(|table| (vec![(table + 1) * results - 1], (table * results..(table + 1) * results - 1).collect()))
        .collect();
    if !borne_out(text, &figures, &identities) {
        return Some(Flat { region, cells: Vec::new() });
    }
    let slots = tables.iter().flat_map(|(table, subject)| {
        RESULTS.iter().filter_map(move |(name, result)| {
            let code = match (*table, *result) {
                ("review", result) => format!("review.{result}"),
                (table, "total") => table.to_owned(),
                (table, result) => format!("{table}.{result}"),
            };
            Some(Slot { code: indicator::find(&code)?.code(), label: format!("{subject} / {name}") })
        })
    });
    Some(Flat { region, cells: figures.iter().copied().zip(slots).collect() })
}

/// The table of disclosure: a part for each item of the article, each with the figures that its headers ask for.
fn disclosure(text: &str, part: Span) -> Option<Flat> {
    let lines = lines(text, part);
    let opens = |line: &Span| {
        let said = squeezed(&text[line.range()]);
        ARTICLE.iter().any(|words| said.starts_with(words)) && said.ends_with('项') && line.len() <= 3 * 16
    };
    let starts: Vec<usize> = (0..lines.len()).filter(|&i| opens(&lines[i])).collect();
    let first = *starts.first()?;
    let (region, _) = table(text, &lines[first..])?;
    let mut cells = Vec::new();
    for (i, &start) in starts.iter().enumerate() {
        let end = starts.get(i + 1).copied().unwrap_or(lines.len());
        let lines: Vec<Span> = lines[start..end].iter().copied().filter(|line| line.end <= region.end).collect();
        cells.extend(item(text, &lines));
    }
    Some(Flat { region, cells })
}

/// The figures of one item, where they are as many as its rows and columns ask for.
fn item(text: &str, lines: &[Span]) -> Vec<(Span, Slot)> {
    let said: Vec<String> = lines.iter().map(|line| squeezed(&text[line.range()]).into_owned()).collect();
    let all = said.concat();
    let subjects: Vec<_> = SUBJECTS.iter().filter(|(name, _)| all.contains(name)).collect();
    // 行政规范性文件 holds 规范性文件.
    let longest = |name: &str| !subjects.iter().any(|(other, _)| *other != name && other.contains(name));
    let mut subjects: Vec<_> = subjects.iter().filter(|(name, _)| longest(name)).collect();
    // In the order of the text.
    subjects.sort_by_key(|(name, _)| all.find(name));
    let mut measures: Vec<(usize, _)> =
        MEASURES.iter().filter_map(|measure| Some((all.find(measure.0)?, measure))).collect();
    measures.sort_by_key(|(at, _)| *at);
    // 本年处理决定数量 holds 处理决定数量.
    measures.dedup_by(|later, earlier| earlier.1.0.contains(later.1.0));
    let groups = groups(text, lines);
    let (rows, width) = (by_rows(&groups), measures.len());
    if width == 0 || rows.len() != subjects.len() * width {
        return Vec::new();
    }
    let figures = by_blocks(&groups, width).unwrap_or(rows);
    let places = subjects.iter().flat_map(|subject| measures.iter().map(move |(_, measure)| (*subject, *measure)));
    let slots = places.map(|((subject, code), (measure, what))| {
        let code = indicator::find(&format!("{code}.{what}"))?.code();
        Some(Slot { code, label: format!("{subject} / {measure}") })
    });
    figures.into_iter().zip(slots).filter_map(|(span, slot)| Some((span, slot?))).collect()
}
