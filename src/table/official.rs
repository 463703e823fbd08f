//! Which row of the official forms a cell reports, by the words of its headers.

use super::words::*;

/// Which of the official tables a table is, or is among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Official {
    requests: bool,
    cases: bool,
    statistics: bool,
    /// The words above the rows of the 统计表.
    under: &'static str,
}

/// The names of the headers of a figure, without white space and numbering marks, the outermost first.
pub(super) struct Names<'n> {
    pub(super) row: &'n [&'n str],
    pub(super) column: &'n [&'n str],
}

impl Official {
    /// By all the words of a table, without white space.
    pub(super) fn of(words: &[&str]) -> Self {
        let all = |of: &[&str]| of.iter().all(|word| words.iter().any(|said| said.contains(word)));
        Official { requests: all(OF_REQUESTS), cases: all(OF_CASES), statistics: all(OF_STATISTICS), under: "" }
    }

    /// Goes on to a row of that name.
    pub(super) fn enter(&mut self, name: &str) {
        if let Some((_, under)) = STATISTICS.iter().find(|(word, _)| name.contains(word)).filter(|_| self.statistics) {
            self.under = under;
        }
    }

    /// The code of a figure; none where its headers name no row.
    pub(super) fn code(&self, names: &Names<'_>) -> Option<String> {
        let requests = || self.requests.then(|| requests(names))?;
        let cases = || self.cases.then(|| cases(names))?;
        let statistics = || self.statistics.then(|| self.statistics(names))?;
        requests().or_else(cases).or_else(statistics).or_else(|| disclosure(names))
    }

    fn statistics(&self, names: &Names<'_>) -> Option<String> {
        let name = names.row.first()?;
        let fits =
            |(word, under, _): &&(&str, &str, &str)| name.contains(word) && (under.is_empty() || *under == self.under);
        STATISTICS_ROWS.iter().find(fits).map(|(.., code)| (*code).to_owned())
    }
}

fn requests(names: &Names<'_>) -> Option<String> {
    let applicant = applicant(names.column.last()?)?;
    let row = names.row.last()?;
    let (other, within, otherwise) = OTHERWISE;
    if *row == other {
        return names.row.iter().any(|name| name.contains(within)).then(|| format!("{otherwise}{applicant}"));
    }
    let fits = |(words, _): &&(&[&str], &str)| words.iter().all(|word| row.contains(word));
    REQUESTS.iter().find(fits).map(|(_, code)| format!("{code}{applicant}"))
}

fn applicant(column: &str) -> Option<&'static str> {
    APPLICANTS.iter().find(|(name, _)| column == *name).map(|(_, end)| *end)
}

fn cases(names: &Names<'_>) -> Option<String> {
    // The title of the table names both.
    let one = |name: &&&str| !(name.contains("行政复议") && name.contains("行政诉讼"));
    let headers = || names.row.iter().chain(names.column).filter(one);
    let (_, subject) = CASES.iter().find(|(word, _)| headers().any(|name| name.contains(word)))?;
    let (_, result) = RESULTS.iter().find(|(word, _)| headers().any(|name| name == word))?;
    Some(match (*subject, *result) {
        // The form has no result of all litigation together.
        ("litigation", _) => return None,
        ("review", result) => format!("review.{result}"),
        (subject, "total") => subject.to_owned(),
        (subject, result) => format!("{subject}.{result}"),
    })
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
