//! The rows of the official forms, and which of them a fact reports.
//!
//! Four generations of rules say what a body must report of its disclosure of government information. An [`Indicator`]
//! is a row of one of them; rows that mean the same in several share their code, so that the reports of all years and
//! places can be joined by [`Fact::indicator`](crate::Fact::indicator). A fact has a code only where the words of its
//! clause, the heading above it, the total that it is a part of and its year all fit one row: no indicator is better
//! than a wrong one. The parts of a total by place, office or subject are no rows, nor are figures of other years,
//! changes and shares.
#![doc = include_str!("forms.md")]

pub(crate) mod form;
mod matching;
#[rustfmt::skip] // Tables of words, many a line.
mod rules;

use std::fmt;

use rust_decimal::Decimal;

use crate::fact::Bound;
use crate::report::Report;

pub(crate) use matching::{Head, read};

/// A generation of the official form, by the years of the reports (not of their publication).
///
/// ```
/// use nianbao::indicator::Form;
/// assert_eq!(Form::of(2016), Some(Form::Of2014));
/// assert_eq!(Form::of(1998), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Form {
    /// Reports of 2008 to 2013: provincial forms, in prose.
    Prose,
    /// Reports of 2014 to 2018: 《政府信息公开情况统计表》, the annex to 国办发〔2014〕32号.
    Of2014,
    /// Reports of 2019 and 2020: 国办公开办函〔2019〕60号.
    Of2019,
    /// Reports from 2021 on: 国办公开办函〔2021〕30号.
    Of2021,
}

impl Form {
    /// The form of the reports of a year; none before 2008.
    ///
    /// ```
    /// assert_eq!(nianbao::indicator::Form::of(2023), Some(nianbao::indicator::Form::Of2021));
    /// ```
    pub fn of(year: u16) -> Option<Form> {
        Some(match year {
            ..2008 => return None,
            2008..=2013 => Form::Prose,
            2014..=2018 => Form::Of2014,
            2019..=2020 => Form::Of2019,
            2021.. => Form::Of2021,
        })
    }

    /// The first and the last year of its reports; no last one for the form in use.
    ///
    /// ```
    /// assert_eq!(nianbao::indicator::Form::Of2019.years(), (2019, Some(2020)));
    /// ```
    pub fn years(self) -> (u16, Option<u16>) {
        match self {
            Form::Prose => (2008, Some(2013)),
            Form::Of2014 => (2014, Some(2018)),
            Form::Of2019 => (2019, Some(2020)),
            Form::Of2021 => (2021, None),
        }
    }
}

impl fmt::Display for Form {
    /// The years of its reports: `2014–2018`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.years() {
            (first, Some(last)) => write!(f, "{first}–{last}"),
            (first, None) => write!(f, "{first}–"),
        }
    }
}

/// A row of the official forms.
///
/// ```
/// let row = nianbao::indicator::find("requests.received").unwrap();
/// assert_eq!((row.name(), row.unit()), ("本年新收政府信息公开申请数量", "件"));
/// assert_eq!(nianbao::indicator::find("requests.received.fax").unwrap().parent(), Some("requests.received"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Indicator {
    code: &'static str,
    parent: &'static str,
    name: &'static str,
    unit: &'static str,
    forms: &'static [Form],
    verified: bool,
}

impl Indicator {
    /// Its code, as [`Fact::indicator`](crate::Fact::indicator) has it. Codes do not change once released.
    ///
    /// ```
    /// assert_eq!(nianbao::indicator::table().next().unwrap().code(), "disclosure.total");
    /// ```
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The code of the row that it is a part of.
    ///
    /// ```
    /// assert_eq!(nianbao::indicator::find("review.upheld").unwrap().parent(), Some("review.total"));
    /// ```
    pub fn parent(&self) -> Option<&'static str> {
        (!self.parent.is_empty()).then_some(self.parent)
    }

    /// Its name in the latest form that has it.
    ///
    /// ```
    /// assert_eq!(nianbao::indicator::find("requests.granted").unwrap().name(), "予以公开");
    /// ```
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The unit of the form: a measure word, or `CNY` for an amount, which is in yuan here whatever the form says.
    ///
    /// ```
    /// assert_eq!(nianbao::indicator::find("fees.charged").unwrap().unit(), "CNY");
    /// ```
    pub fn unit(&self) -> &'static str {
        self.unit
    }

    /// The forms that have the row.
    ///
    /// ```
    /// use nianbao::indicator::Form;
    /// assert_eq!(nianbao::indicator::find("requests.refused.privacy").unwrap().forms(), [Form::Of2014]);
    /// ```
    pub fn forms(&self) -> &'static [Form] {
        self.forms
    }

    /// Whether the name was read in the annex itself; others were put together from reports that use the form.
    ///
    /// ```
    /// assert!(!nianbao::indicator::find("staff.full_time").unwrap().is_verified());
    /// ```
    pub fn is_verified(&self) -> bool {
        self.verified
    }
}

/// Every row, those of one subject together and a total before its parts; behind them, for each row of the table of
/// requests, those of the kinds of applicants (`requests.granted.natural_person`).
///
/// ```
/// let of_2014 = nianbao::indicator::table().filter(|row| row.forms().contains(&nianbao::indicator::Form::Of2014));
/// assert!(of_2014.count() > 50);
/// ```
pub fn table() -> impl Iterator<Item = &'static Indicator> {
    form::ROWS.iter().chain(form::COLUMNS.iter().flatten())
}

/// The row of a code.
///
/// ```
/// assert!(nianbao::indicator::find("requests.lost").is_none());
/// ```
pub fn find(code: &str) -> Option<&'static Indicator> {
    table().find(|row| row.code == code)
}

/// The different values that a report says of a row, each with its bound; of a range the lower end. One exact value is taken
/// alone: 18万余条 in one place and the exact number in another are no contradiction.
///
/// ```
/// use nianbao::{Bound, Extractor, indicator};
/// let report = Extractor::new().extract("全年收到政府信息公开申请12件。");
/// assert_eq!(indicator::values(&report, "requests.received"), [(12.into(), Bound::Exact)]);
/// ```
pub fn values(report: &Report<'_>, code: &str) -> Vec<(Decimal, Bound)> {
    let mut values: Vec<(Decimal, Bound)> = Vec::new();
    for fact in report.facts().iter().filter(|fact| fact.indicator.as_deref() == Some(code)) {
        let value = fact.value.or(fact.lower).map(|value| (value.normalize(), fact.bound));
        values.extend(value.filter(|value| !values.contains(value)));
    }
    if values.iter().filter(|(_, bound)| *bound == Bound::Exact).count() == 1 {
        values.retain(|(_, bound)| *bound == Bound::Exact);
    }
    values
}

/// The value that a report says of a row; none where it says none, or several that differ.
///
/// ```
/// use nianbao::{Extractor, indicator};
/// let report = Extractor::new().extract("全年收到政府信息公开申请12件。");
/// assert_eq!(indicator::value(&report, "requests.received"), Some(12.into()));
/// assert_eq!(indicator::value(&report, "fees.charged"), None);
/// ```
pub fn value(report: &Report<'_>, code: &str) -> Option<Decimal> {
    match values(report, code)[..] {
        [(value, _)] => Some(value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fmt::Write;

    use super::*;

    #[test]
    fn codes_are_unique_and_parents_stand_before() {
        let mut seen = BTreeSet::new();
        for row in table() {
            assert!(row.parent().is_none_or(|parent| seen.contains(parent)), "{} stands before its total", row.code);
            assert!(seen.insert(row.code), "{} stands twice", row.code);
        }
    }

    /// The table of the docs is that of the code.
    #[test]
    fn the_docs_show_the_table() {
        let mut table = String::from("| code | row | unit | reports of | part of |\n|---|---|---|---|---|\n");
        for row in form::ROWS {
            let forms: Vec<String> = row.forms.iter().map(Form::to_string).collect();
            let mark = if row.verified { "" } else { "†" };
            let parent = row.parent().map_or(String::new(), |parent| format!("`{parent}`"));
            writeln!(table, "| `{}` | {}{mark} | {} | {} | {parent} |", row.code, row.name, row.unit, forms.join(", "))
                .unwrap();
        }
        let docs = include_str!("forms.md");
        assert!(docs.contains(&table), "src/indicator/forms.md lacks this table:\n{table}");
    }
}
