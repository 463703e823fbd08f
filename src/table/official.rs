//! Which row of the official forms a cell reports, by the words of its headers.

use rustc_hash::FxHashMap;

use super::header::without_aside;
use super::words::*;

/// Which of the official tables a table is, or is among others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Official {
    requests: bool,
    cases: bool,
    statistics: bool,
    /// Whether a column is headed 总计: then 合计 is the sum of some columns only.
    total: bool,
    /// Whether several columns hold figures.
    several: bool,
    /// What the line before the table says its cases are.
    subject: &'static str,
    /// For every column, the words of the 统计表 that stand above its rows.
    under: FxHashMap<usize, &'static str>,
}

/// The names of the headers of a figure, without white space and numbering marks, the outermost first.
pub(super) struct Names<'n> {
    pub(super) row: &'n [&'n str],
    pub(super) column: &'n [&'n str],
    /// The column where the first name of the row stands.
    pub(super) home: usize,
}

impl Official {
    /// By all the words of a table, those of its header rows, the line before it, and whether figures stand in several columns.
    pub(super) fn of(words: &[&str], headers: &[&str], before: &str, several: bool) -> Self {
        let any = |word: &&str| words.iter().any(|said| said.contains(word));
        // A word of each of the groups.
        let all = |groups: &[&[&str]]| groups.iter().all(|group| group.iter().any(any));
        Official {
            requests: all(OF_REQUESTS),
            cases: all(OF_CASES),
            statistics: all(OF_STATISTICS),
            total: headers.contains(&"总计"),
            several,
            subject: subject_of(before),
            under: FxHashMap::default(),
        }
    }

    /// Goes on to a row of that name, in that column.
    pub(super) fn enter(&mut self, column: usize, name: &str) {
        if let Some((_, under)) = STATISTICS.iter().find(|(word, _)| name.contains(word)).filter(|_| self.statistics) {
            self.under.insert(column, under);
        }
    }

    /// The code of a figure; none where its headers name no row.
    pub(super) fn code(&self, names: &Names<'_>) -> Option<String> {
        let requests = || self.requests.then(|| self.requests(names))?;
        let cases = || self.cases.then(|| self.cases(names))?;
        let statistics = || self.statistics.then(|| self.statistics(names))?;
        requests().or_else(cases).or_else(statistics).or_else(|| disclosure(names))
    }

    fn statistics(&self, names: &Names<'_>) -> Option<String> {
        let (last, outer) = names.row.split_last()?;
        let counts = |name: &&str| STATISTICS_COLUMNS.iter().any(|word| name.contains(word));
        if self.several && !names.column.last().is_some_and(counts) {
            return None;
        }
        let named = match outer.last() {
            Some(outer) if TOTALS.contains(last) => outer,
            _ => last,
        };
        let under = self.under.get(&names.home).copied().unwrap_or_default();
        let fits = |(word, of, _): &&(&str, &str, &str)| named.contains(word) && (of.is_empty() || *of == under);
        STATISTICS_ROWS.iter().find(fits).map(|(.., code)| (*code).to_owned())
    }

    fn requests(&self, names: &Names<'_>) -> Option<String> {
        let applicant = self.applicant(names.column)?;
        let row = names.row.last()?;
        let (others, within, otherwise) = OTHERWISE_ROW;
        if let (true, Some((_, outer))) = (others.contains(row), names.row.split_last()) {
            let of_these = |name: &&str| others.contains(name) || name.contains(within);
            return outer.iter().any(of_these).then(|| format!("{otherwise}{applicant}"));
        }
        let fits = |(words, _): &&(&[&str], &str)| words.iter().all(|word| row.contains(word));
        REQUEST_ROWS.iter().find(fits).map(|(_, code)| format!("{code}{applicant}"))
    }

    fn cases(&self, names: &Names<'_>) -> Option<String> {
        let headers = || names.row.iter().chain(names.column);
        let said = |wanted: &str| headers().any(|name| subject_of(name) == wanted);
        let subject = CASES.iter().map(|(_, subject)| *subject).find(|subject| said(subject)).unwrap_or(self.subject);
        let (_, result) = RESULTS.iter().find(|(word, _)| headers().any(|name| name == word))?;
        Some(match (subject, *result) {
            // The form has no result of all litigation together.
            ("litigation" | "", _) => return None,
            ("review", result) => format!("review.{result}"),
            (subject, "total") => subject.to_owned(),
            (subject, result) => format!("{subject}.{result}"),
        })
    }

    /// The end of the code that says who applied.
    fn applicant(&self, column: &[&str]) -> Option<&'static str> {
        let (name, outer) = column.split_last()?;
        let name = &without_aside(name);
        let (part, of, end) = ORGANIZATIONS;
        if *name == part && outer.iter().any(|outer| outer.contains(of)) {
            return Some(end);
        }
        if *name == part && self.total {
            return None;
        }
        APPLICANT_COLUMNS.iter().find(|(column, _)| name == column).map(|(_, end)| *end)
    }
}

/// What the words say that cases are; none where they name both kinds, as the title of the table does.
fn subject_of(words: &str) -> &'static str {
    let both = words.contains("行政复议") && words.contains("行政诉讼");
    let named = CASES.iter().find(|(word, _)| !both && words.contains(word));
    named.map_or("", |(_, subject)| subject)
}

fn disclosure(names: &Names<'_>) -> Option<String> {
    let row = names.row.last()?;
    let (_, subject) = SUBJECTS.iter().find(|(name, _)| row == name)?;
    let (measured, measure) =
        MEASURES.iter().find(|(word, _)| names.column.last().is_some_and(|c| c.starts_with(word)))?;
    // The form of 2021 counts 行政规范性文件 where pages call them 规范性文件 for short, and the other way round.
    let subject = match (*subject, *measure) {
        ("documents", "repealed" | "in_force") => "normative",
        ("documents", "made") if measured.contains("制发") => "normative",
        ("normative", "disclosed" | "public") => "documents",
        ("normative", "made") if measured.contains("新制作") => "documents",
        (subject, _) => subject,
    };
    let code = format!("{subject}.{measure}");
    crate::indicator::find(&code).map(|_| code)
}
