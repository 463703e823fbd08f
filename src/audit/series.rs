//! Reports against those of the year before, and against those of other bodies.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::quotient::{percentage, places, rounded, weight};
use super::{Audit, Check, Outcome, Rule, Severity};
use crate::fact::{Base, Direction, Kind};
use crate::indicator::form::APPLICANTS;
use crate::report::Report;

/// So many rows that are the same as the year before, and so many per cent of those that both tell, repeat it.
const REPEATED: usize = 5;
const MOSTLY: usize = 80;
/// A value is far from the others where so many tell it and it is so many times their median, or that part of it.
const PEERS: usize = 8;
const FAR: i64 = 20;

/// What the form of 2019 counts the items of.
const ITEMS: &[&str] = &["licensing", "services", "penalties", "coercion", "charges"];

/// Every check that can be made of reports against each other: of one body over the years (what was carried over,
/// growth against the report of the year before, stock, figures taken over wholesale), and of all bodies in one year
/// (a value that is twenty times the median of eight or more, or a twentieth, as a note).
///
/// A body is known by [`Report::issuer`], a year by [`Report::year`]; reports that lack one are left out. The checks
/// stand in the order of the reports that were given; their `report` and `earlier` are indices into them.
///
/// ```
/// use nianbao::{Extractor, audit};
/// let texts = [
///     "澄溪县2021年政府信息公开年度报告\n新收政府信息公开申请20件，结转下年度继续办理3件。",
///     "澄溪县2022年政府信息公开年度报告\n新收政府信息公开申请25件，上年结转政府信息公开申请2件。",
/// ];
/// let reports: Vec<_> = texts.iter().map(|text| Extractor::new().extract(text)).collect();
/// let broken = audit::series(&reports).into_iter().find(|c| c.is_broken()).unwrap();
/// assert_eq!(broken.rule, audit::Rule::CarryOver);
/// assert_eq!((broken.report, broken.earlier), (1, Some(0)));
/// assert_eq!(broken.zh(&reports[1]), "上年结转写为2件，上年报告的结转下年度为3件");
/// ```
pub fn series<'t, R: Borrow<Report<'t>>>(reports: &[R]) -> Vec<Check> {
    let unwrapped: Vec<_> = reports.iter().map(|report| report.borrow().unwrapped()).collect();
    let audits: Vec<Audit<'_>> = unwrapped.iter().map(|report| Audit::new(report)).collect();
    let mut checks = Vec::new();
    for (earlier, later) in pairs(&audits) {
        let pair = Pair { earlier: &audits[earlier], later: &audits[later] };
        let found = pair.checks().into_iter().map(|check| Check { report: later, earlier: Some(earlier), ..check });
        checks.extend(found);
    }
    checks.extend(outliers(&audits));
    checks.sort_by_key(|check| (check.report, check.facts.first().copied(), check.rule));
    checks.into_iter().map(Check::settled).collect()
}

/// The reports of one body of one year and the next.
fn pairs(audits: &[Audit<'_>]) -> Vec<(usize, usize)> {
    let mut bodies: BTreeMap<(&str, u16), usize> = BTreeMap::new();
    for (i, audit) in audits.iter().enumerate() {
        if let (Some(issuer), Some(year)) = (audit.report.issuer(), audit.report.year()) {
            bodies.entry((issuer, year)).or_insert(i);
        }
    }
    let before = |(&(issuer, year), &later): (&(&str, u16), &usize)| {
        Some((*bodies.get(&(issuer, year.checked_sub(1)?))?, later))
    };
    bodies.iter().filter_map(before).collect()
}

/// A report and that of the year before.
struct Pair<'a> {
    earlier: &'a Audit<'a>,
    later: &'a Audit<'a>,
}

impl Pair<'_> {
    fn checks(&self) -> Vec<Check> {
        let growth = (0..self.later.facts.len()).filter_map(|i| self.growth(i));
        let ends = APPLICANTS.iter().map(|(end, _)| format!(".{end}")).chain([String::new()]);
        let carried = ends.filter_map(|column| self.carried(&column));
        let items = ITEMS.iter().filter_map(|subject| self.items(subject));
        let others = [self.stock("normative"), self.stock("regulations"), self.repeated()];
        growth.chain(carried).chain(items).chain(others.into_iter().flatten()).collect()
    }

    /// What was handed on is what was taken over, in every column of the table.
    fn carried(&self, column: &str) -> Option<Check> {
        let (before, expected) = self.earlier.row(&format!("requests.carried_over{column}"))?;
        let (now, stated) = self.later.row(&format!("requests.carried_in{column}"))?;
        Some(decided(Rule::CarryOver, vec![now], vec![before], expected, stated))
    }

    /// The items of the year before are those of the year before that, with what was added or dropped.
    fn items(&self, subject: &str) -> Option<Check> {
        let row = |what: &str| self.earlier.row(&format!("{subject}.{what}"));
        let ((before, was), (change, amount)) = (row("items")?, row("items_change")?);
        let (now, stated) = self.later.row(&format!("{subject}.items"))?;
        let way = self.earlier.facts[change].change?.direction;
        let expected = if way == Direction::Decrease { was.checked_sub(amount)? } else { was.checked_add(amount)? };
        Some(decided(Rule::Stock, vec![now], vec![before, change], expected, stated))
    }

    /// What is in force is what was, with what was made, without what was repealed.
    fn stock(&self, kind: &str) -> Option<Check> {
        let row = |audit: &Audit<'_>, what: &str| audit.row(&format!("{kind}.{what}"));
        let (before, was) = row(self.earlier, "in_force")?;
        let (now, stated) = row(self.later, "in_force")?;
        let ((made_at, made), (repealed_at, repealed)) = (row(self.later, "made")?, row(self.later, "repealed")?);
        let expected = was.checked_add(made)?.checked_sub(repealed)?;
        let check = decided(Rule::Stock, vec![now, made_at, repealed_at], vec![before], expected, stated);
        // A clean-up is told in prose, if at all.
        Some(check.weighing(Severity::Warning))
    }

    /// A growth against the year before is that between the two reports.
    fn growth(&self, i: usize) -> Option<Check> {
        let fact = &self.later.facts[i];
        let change = fact.change?;
        let last_year = match change.base? {
            Base::PreviousYear => true,
            Base::Year(year) => self.earlier.report.year() == Some(year),
            _ => false,
        };
        let of = change.of.filter(|_| last_year)?;
        let (before, was) = self.earlier.row(self.later.facts[of].indicator.as_deref()?)?;
        let now = self.later.exact(of)?;
        let stated = self.later.exact(i)?;
        let rise = match change.direction {
            Direction::Decrease => was.checked_sub(now)?,
            _ => now.checked_sub(was)?,
        };
        let facts = vec![i, of];
        if fact.kind != Kind::Percent {
            return self.later.same_unit(i, of).then(|| decided(Rule::Growth, facts, vec![before], rise, stated));
        }
        let places = places(&fact.text);
        let expected = rounded(percentage(rise, was)?, places);
        let check = decided(Rule::Growth, facts, vec![before], expected, stated);
        Some(check.weighing(weight(expected, stated, places)))
    }

    /// Figures that were taken over from the report of the year before.
    fn repeated(&self) -> Option<Check> {
        let both = |code: &&str| {
            let ((now, value), (before, earlier)) = (self.later.row(code)?, self.earlier.row(code)?);
            (!value.is_zero() && !earlier.is_zero()).then_some((now, before, value == earlier))
        };
        let told: Vec<_> = self.later.rows.keys().filter(|code| !by_applicant(code)).filter_map(both).collect();
        let same: Vec<_> = told.iter().filter(|(.., same)| *same).collect();
        let wholesale = same.len() >= REPEATED && same.len() * 100 >= told.len() * MOSTLY;
        let outcome = if wholesale { Outcome::Broken } else { Outcome::Holds };
        let check = Check::new(Rule::Repetition, outcome, same.iter().map(|(now, ..)| *now).collect());
        let check = Check { earlier_facts: same.iter().map(|(_, before, _)| *before).collect(), ..check };
        let count = Decimal::from(same.len());
        (told.len() >= REPEATED).then(|| check.with(Decimal::ZERO, count).weighing(Severity::Warning))
    }
}

/// Whether a row is one of a kind of applicant: mostly the same figure as the row of all.
fn by_applicant(code: &str) -> bool {
    APPLICANTS.iter().any(|(end, _)| code.strip_suffix(end).is_some_and(|row| row.ends_with('.')))
}

fn decided(rule: Rule, facts: Vec<usize>, earlier_facts: Vec<usize>, expected: Decimal, stated: Decimal) -> Check {
    let outcome = if expected == stated { Outcome::Holds } else { Outcome::Broken };
    Check { earlier_facts, ..Check::new(rule, outcome, facts).with(expected, stated) }
}

/// A report, a fact of it, and its value.
type Claim = (usize, usize, Decimal);

/// Values far from those that the other bodies tell in the same year.
fn outliers(audits: &[Audit<'_>]) -> Vec<Check> {
    let mut told: BTreeMap<(&str, u16), Vec<Claim>> = BTreeMap::new();
    for (report, audit) in audits.iter().enumerate() {
        let Some(year) = audit.report.year() else { continue };
        for (&code, &row) in audit.rows.iter().filter(|(code, _)| !by_applicant(code)) {
            if let Some((fact, value)) = row.filter(|(_, value)| !value.is_zero()) {
                told.entry((code, year)).or_default().push((report, fact, value));
            }
        }
    }
    let mut checks = Vec::new();
    for values in told.into_values().filter(|values| values.len() >= PEERS) {
        let mut sorted: Vec<Decimal> = values.iter().map(|(.., value)| *value).collect();
        sorted.sort();
        let median = sorted[sorted.len() / 2];
        let times = Decimal::from(FAR);
        let far = |value: Decimal| {
            let over = |a: Decimal, b: Decimal| b.checked_mul(times).is_some_and(|b| a > b);
            over(value, median) || over(median, value)
        };
        for (report, fact, value) in values.into_iter().filter(|&(.., value)| far(value)) {
            let check = Check::new(Rule::Outlier, Outcome::Broken, vec![fact]).with(median, value);
            checks.push(Check { report, ..check.weighing(Severity::Note) });
        }
    }
    checks
}
