//! The identities of the official tables, cell by cell: every row adds up over the applicants, every column of requests
//! is balanced, and the results of reviews and lawsuits add up.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Audit, Check, Outcome, Rule, Severity};
use crate::fact::Stated;
use crate::indicator::form::{APPLICANTS, OTHERWISE, REQUESTS};
use crate::indicator::{self, Form};

/// The row for all of 其他处理, in the form of 2019.
const OTHER_OUTCOMES: &str = "requests.otherwise";

/// Before it stand what came in anew and what was left.
const FIRST_OUTCOME: usize = 2;

/// Totals of other tables, and the ends of the codes of their parts.
const RESULTS: &[&str] = &["upheld", "corrected", "other", "pending"];
const TOTALS: &[(&str, &str, &[&str])] = &[
    ("review.total", "review", RESULTS),
    ("litigation.direct", "litigation.direct", RESULTS),
    ("litigation.after_review", "litigation.after_review", RESULTS),
];

/// A cell and its value.
type Told = (usize, Decimal);

/// The cells of the official tables by their codes.
struct Cells<'a> {
    told: BTreeMap<&'a str, Told>,
}

impl Cells<'_> {
    fn get(&self, row: &str, column: &str) -> Option<Told> {
        let told = if column.is_empty() { self.told.get(row) } else { self.told.get(&*format!("{row}{column}")) };
        told.copied()
    }

    /// All of the rows; none where a cell is blank.
    fn all(&self, rows: &[&str], column: &str) -> Option<Vec<Told>> {
        rows.iter().map(|row| self.get(row, column)).collect()
    }

    /// Every outcome of a column: 其他处理 is one row in the form of 2019, and three in that of 2021.
    fn outcomes(&self, column: &str) -> Option<Vec<Told>> {
        let otherwise = || self.get(OTHER_OUTCOMES, column).map(|told| vec![told]);
        let mut all = self.all(&REQUESTS[FIRST_OUTCOME..OTHERWISE.start], column)?;
        all.extend(self.all(&REQUESTS[OTHERWISE], column).or_else(otherwise)?);
        Some(all)
    }
}

impl Audit<'_> {
    /// The checks of the official tables.
    pub(super) fn cells(&self) -> Vec<Check> {
        let cells = self.official();
        if cells.told.is_empty() {
            return Vec::new();
        }
        let ends: Vec<String> = APPLICANTS.iter().map(|(end, _)| format!(".{end}")).collect();
        let columns = || ends.iter().map(String::as_str).chain([""]);
        let rows = indicator::table().filter(|row| row.forms().contains(&Form::Of2021) || row.code() == OTHER_OUTCOMES);
        let rows = rows.filter_map(|row| {
            let total = cells.get(row.code(), "")?;
            let parts: Option<Vec<Told>> = ends.iter().map(|end| cells.get(row.code(), end)).collect();
            adds_up(total, &parts?)
        });
        let columns = columns().flat_map(|column| {
            let sum = cells.get("requests.closed", column).and_then(|total| adds_up(total, &cells.outcomes(column)?));
            // That of the totals is an identity of the rows.
            let flow = if column.is_empty() { None } else { flow(&cells, column) };
            sum.into_iter().chain(flow)
        });
        let totals = TOTALS.iter().filter_map(|(total, of, ends)| {
            let parts: Option<Vec<Told>> = ends.iter().map(|end| cells.get(of, &format!(".{end}"))).collect();
            adds_up(cells.get(total, "")?, &parts?)
        });
        rows.chain(columns).chain(totals).collect()
    }

    /// The cells that report a row; of a table that stands twice, the first.
    fn official(&self) -> Cells<'_> {
        let mut told = BTreeMap::new();
        for (i, fact) in self.facts.iter().enumerate().filter(|(_, fact)| fact.stated != Stated::Number) {
            // 无 in a cell has no place of a label.
            let cell = fact.stated == Stated::Cell || fact.label_span.is_none();
            if let (Some(code), Some(value)) = (fact.indicator.as_deref().filter(|_| cell), self.exact(i)) {
                told.entry(code).or_insert((i, value));
            }
        }
        Cells { told }
    }
}

fn sum(told: &[Told]) -> Option<Decimal> {
    told.iter().try_fold(Decimal::ZERO, |sum, (_, value)| sum.checked_add(*value))
}

fn decided(rule: Rule, facts: Vec<usize>, expected: Decimal, stated: Decimal) -> Check {
    let outcome = if expected == stated { Outcome::Holds } else { Outcome::Broken };
    Check::new(rule, outcome, facts).with(expected, stated).weighing(Severity::Error)
}

/// The parts of a total, none of them blank.
fn adds_up(total: Told, parts: &[Told]) -> Option<Check> {
    let facts = [total.0].into_iter().chain(parts.iter().map(|(i, _)| *i)).collect();
    Some(decided(Rule::Sum, facts, sum(parts)?, total.1))
}

/// 第一项加第二项之和，等于第三项加第四项之和.
fn flow(cells: &Cells<'_>, column: &str) -> Option<Check> {
    let came = cells.all(&["requests.received", "requests.carried_in"], column)?;
    let went = cells.all(&["requests.closed", "requests.carried_over"], column)?;
    let facts = came.iter().chain(&went).map(|(i, _)| *i).collect();
    Some(decided(Rule::Identity, facts, sum(&came)?, sum(&went)?))
}
