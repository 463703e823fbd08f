//! Does a report agree with itself?
//!
//! [`report`] redoes the arithmetic that a report claims and returns every [`Check`] that it could make, those that hold
//! too: a report with forty checks that hold is worth more than one that could not be checked. The broken ones are the
//! findings, each with a [`Severity`] and one sentence in Chinese and in English. [`series`] compares the reports of
//! one body over the years, and those of many bodies with each other. Nothing is changed: the audit only reads.
//!
//! | rule | what is redone | it is broken where |
//! |---|---|---|
//! | [`Rule::Sum`] | the parts of a total are added up, every breakdown of a total by itself; the halves or quarters of a year too, those of one name that miss no more than 15% of the year | the list is complete and the sum is another. It is complete by its wording (分别为, in brackets, with 其他 in it, 专职/兼职), or where no more than 2% of the total are missing from three parts or more. Examples behind 其中 accuse nobody |
//! | [`Rule::Share`] | 占…% as the quotient of the sharer and its whole | no possible whole gives it, rounded half up to the digits given |
//! | [`Rule::Rate`] | 办结率 and its like as the quotient of two figures of the sentence | there is one possible base and it gives another |
//! | [`Rule::Average`] | 人均, 户均, 平均每期 as the quotient of two figures of the sentence | there is one amount and one number and they give another |
//! | [`Rule::Change`] | a growth or difference from the two values, where the report gives both | it is another, or goes the other way |
//! | [`Rule::Enumeration`] | 八个分厅（…）: the items of the list are counted | there are more or less |
//! | [`Rule::Conflict`] | one official row, or one label in one list, that is told twice | the values differ |
//! | [`Rule::Identity`] | the identities of the official form (新收 + 上年结转 = 办结 + 结转下年度) | all members are told and do not fit |
//! | [`Rule::Range`] | rates and shares between 0 and 100%, a publication behind the period | they are not; what is in range is no check |
//!
//! A bound is an interval and never taken for its number: `约` is one unit of the last digit to either side, `余` and
//! `超过` have no upper end. A check on bounded values is broken only where no values inside the intervals fit.

mod average;
mod cells;
mod change;
mod interval;
mod list;
mod quotient;
mod row;
mod sentence;
mod series;
mod sum;
mod year;

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::fact::{Fact, Kind, Stated, names};
use crate::report::Report;
use crate::span::Span;

pub use series::series;

names! {
    /// What a check redoes; the rules stand in the docs of the [module](self).
    ///
    /// ```
    /// assert_eq!(nianbao::audit::Rule::Sum.as_str(), "sum");
    /// ```
    Rule {
        /// The parts of a total add up to it.
        Sum = "sum",
        /// 占…% is the quotient of the sharer and the whole.
        Share = "share",
        /// …率 is the quotient of two figures.
        Rate = "rate",
        /// 人均…, 平均每期… is the quotient of two figures.
        Average = "average",
        /// A change is what lies between two values.
        Change = "change",
        /// A list has as many items as its number says.
        Enumeration = "enumeration",
        /// A thing told twice has one value.
        Conflict = "conflict",
        /// An identity of the official form.
        Identity = "identity",
        /// A value that can be one at all.
        Range = "range",
        /// What last year's report handed on is what this one took over.
        CarryOver = "carry_over",
        /// A growth against the year before is that between the two reports.
        Growth = "growth",
        /// What is in force is what was, with what was made and without what was repealed.
        Stock = "stock",
        /// A report does not repeat the figures of the year before.
        Repetition = "repetition",
        /// A value far from those of all others.
        Outlier = "outlier",
    }
}

names! {
    /// How a check came out.
    ///
    /// ```
    /// assert_eq!(nianbao::audit::Outcome::CannotTell.as_str(), "cannot_tell");
    /// ```
    Outcome {
        /// The report is right.
        Holds = "holds",
        /// The report contradicts itself.
        Broken = "broken",
        /// The report does not say enough; [`Check::why`] says what is missing.
        CannotTell = "cannot_tell",
    }
}

names! {
    /// Why a check cannot be decided.
    ///
    /// ```
    /// assert_eq!(nianbao::audit::Why::Examples.as_str(), "examples");
    /// ```
    Why {
        /// The list may name examples only.
        Examples = "examples",
        /// A value is bounded (约, 余, 以上), and values inside the bounds fit.
        Bounded = "bounded",
        /// There is more than one figure that it could be about.
        Ambiguous = "ambiguous",
    }
}

names! {
    /// How much a broken check weighs.
    ///
    /// ```
    /// use nianbao::audit::Severity;
    /// assert!(Severity::Error > Severity::Warning);
    /// ```
    Severity {
        /// Worth a look, and often right: a value far from those of others, a sum that rounding explains.
        Note = "note",
        /// Likely wrong, or wrong in the wording.
        Warning = "warning",
        /// The figures contradict each other.
        Error = "error",
    }
}

/// One piece of arithmetic that a report, or a series of reports, claims.
///
/// ```
/// use nianbao::audit::{self, Outcome, Rule};
/// let text = "全年受理咨询100人次，其中现场60人次、电话30人次、其他20人次。";
/// let report = nianbao::Extractor::new().extract(text);
/// let checks = audit::report(&report);
/// let broken = checks.iter().find(|c| c.outcome == Outcome::Broken).unwrap();
/// assert_eq!((broken.rule, broken.expected, broken.stated), (Rule::Sum, Some(110.into()), Some(100.into())));
/// assert_eq!(broken.zh(&report), "分项合计110人次，比总数100人次多10人次");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Check {
    /// What is redone.
    pub rule: Rule,
    /// How it came out.
    pub outcome: Outcome,
    /// Why it cannot be decided.
    pub why: Option<Why>,
    /// How much it weighs; none where it is not broken.
    pub severity: Option<Severity>,
    /// Index of the report that is checked, into the reports that were given; 0 for one alone.
    pub report: usize,
    /// Indices of the facts that it rests on, into the facts of that report: the one that is checked first.
    pub facts: Vec<usize>,
    /// Index of the earlier report that it is compared with.
    pub earlier: Option<usize>,
    /// Indices of the facts that it rests on in the earlier report.
    pub earlier_facts: Vec<usize>,
    /// What the arithmetic gives, in the unit of the fact that is checked; none for a range.
    #[serde(with = "crate::decimal::option")]
    pub expected: Option<Decimal>,
    /// What the report says.
    #[serde(with = "crate::decimal::option")]
    pub stated: Option<Decimal>,
    /// Stated less expected.
    #[serde(with = "crate::decimal::option")]
    pub difference: Option<Decimal>,
}

impl Check {
    fn new(rule: Rule, outcome: Outcome, facts: Vec<usize>) -> Self {
        Check {
            rule,
            outcome,
            why: None,
            severity: Some(Severity::Error),
            report: 0,
            facts,
            earlier: None,
            earlier_facts: Vec::new(),
            expected: None,
            stated: None,
            difference: None,
        }
    }

    /// The same check with what the arithmetic gives and what the report says.
    fn with(self, expected: Decimal, stated: Decimal) -> Self {
        let difference = stated.checked_sub(expected);
        Check { expected: Some(expected.normalize()), stated: Some(stated.normalize()), difference, ..self }
    }

    fn weighing(self, severity: Severity) -> Self {
        Check { severity: Some(severity), ..self }
    }

    /// The check as it is handed out: only what is broken weighs.
    fn settled(self) -> Self {
        Check { severity: self.severity.filter(|_| self.is_broken()), ..self }
    }

    fn cannot_tell(self, why: Why) -> Self {
        Check { outcome: Outcome::CannotTell, why: Some(why), ..self }
    }

    /// Whether the report contradicts itself here: a finding.
    ///
    /// ```
    /// let report = nianbao::Extractor::new().extract("配备人员9人，其中专职4人、兼职5人。");
    /// assert!(!nianbao::audit::report(&report)[0].is_broken());
    /// ```
    pub fn is_broken(&self) -> bool {
        self.outcome == Outcome::Broken
    }

    /// One Chinese sentence that says how it came out; `report` is the one that is checked.
    ///
    /// ```
    /// let report = nianbao::Extractor::new().extract("配备人员9人，其中专职4人、兼职5人。");
    /// assert_eq!(nianbao::audit::report(&report)[0].zh(&report), "分项合计9人，与总数9人相符");
    /// ```
    pub fn zh(&self, report: &Report<'_>) -> String {
        sentence::chinese(self, report)
    }

    /// The same in English.
    ///
    /// ```
    /// let report = nianbao::Extractor::new().extract("配备人员9人，其中专职4人、兼职5人。");
    /// let sentence = nianbao::audit::report(&report)[0].en(&report);
    /// assert_eq!(sentence, "the parts add up to 9 人, as the total says");
    /// ```
    pub fn en(&self, report: &Report<'_>) -> String {
        sentence::english(self, report)
    }
}

/// Every check that can be made of one report, in the order of the figures that are checked.
///
/// ```
/// use nianbao::audit::{self, Rule};
/// let text = "受理12件，办结11件，办结率91.7%。";
/// let report = nianbao::Extractor::new().extract(text);
/// let rate = &audit::report(&report)[0];
/// assert_eq!((rate.rule, rate.is_broken(), &*rate.facts), (Rule::Rate, false, &[2, 1, 0][..]));
/// ```
pub fn report(report: &Report<'_>) -> Vec<Check> {
    let unwrapped = report.unwrapped();
    let audit = Audit::new(&unwrapped);
    let mut checks = audit.sums();
    checks.extend(audit.years());
    checks.extend(audit.shares());
    checks.extend(audit.rates());
    checks.extend(audit.averages());
    checks.extend(audit.changes());
    checks.extend(audit.enumerations());
    checks.extend(audit.conflicts());
    checks.extend(audit.identities());
    checks.extend(audit.cells());
    checks.extend(audit.ranges());
    checks.sort_by(|a, b| (a.facts.first(), a.rule, a.facts.get(1)).cmp(&(b.facts.first(), b.rule, b.facts.get(1))));
    // Two rules may read the same list.
    checks.dedup_by(|a, b| a.rule == b.rule && a.facts == b.facts);
    checks.into_iter().map(Check::settled).collect()
}

/// A report under audit.
struct Audit<'a> {
    report: &'a Report<'a>,
    /// Its facts, those too large to be added up without their values.
    facts: Cow<'a, [Fact<'a>]>,
    /// For every fact, its parts in the order of the text.
    parts: Vec<Vec<usize>>,
    /// The rows of the official form: the first fact that reports each, and its value where all that do agree exactly; of a
    /// row that a table tells, its cell.
    rows: BTreeMap<&'a str, Option<(usize, Decimal)>>,
}

fn rows<'a>(facts: &'a [Fact<'a>]) -> BTreeMap<&'a str, Option<(usize, Decimal)>> {
    let mut rows = BTreeMap::new();
    let in_cell = |fact: &Fact<'_>| fact.stated == Stated::Cell;
    // What the table says counts before what the prose says.
    let cells = facts.iter().enumerate().filter(|(_, fact)| in_cell(fact));
    for (i, fact) in cells.chain(facts.iter().enumerate().filter(|(_, fact)| !in_cell(fact))) {
        let Some(code) = fact.indicator.as_deref() else { continue };
        let value = interval::exact(fact).filter(|_| !too_large(fact));
        let row = rows.entry(code).or_insert_with(|| value.map(|value| (i, value)));
        let told = row.is_some_and(|(first, _)| in_cell(&facts[first]) && !in_cell(fact));
        if row.is_some_and(|(_, first)| value != Some(first)) && !told {
            *row = None;
        }
    }
    rows
}

/// So many facts back, one of the same sentence is looked for.
const NEAR: usize = 12;

/// Whether a fact says more than any report counts: a hundred times that, or a million of it together, would be more than a
/// decimal holds.
fn too_large(fact: &Fact<'_>) -> bool {
    const MOST: i128 = 100_000_000_000_000_000_000;
    let past = |value: Option<Decimal>| value.is_some_and(|value| value.abs() > Decimal::from_i128_with_scale(MOST, 0));
    past(fact.value) || past(fact.lower) || past(fact.upper)
}

fn without_value(fact: Fact<'_>) -> Fact<'_> {
    if too_large(&fact) { Fact { value: None, lower: None, upper: None, ..fact } } else { fact }
}

impl<'a> Audit<'a> {
    fn new(report: &'a Report<'a>) -> Self {
        let facts = report.facts();
        let mut parts = vec![Vec::new(); facts.len()];
        for (i, fact) in facts.iter().enumerate() {
            if let Some(list) = fact.part_of.and_then(|total| parts.get_mut(total)) {
                list.push(i);
            }
        }
        let rows = rows(facts);
        let facts = match facts.iter().any(too_large) {
            true => facts.iter().cloned().map(without_value).collect(),
            false => Cow::Borrowed(facts),
        };
        Audit { report, facts, parts, rows }
    }

    /// What stands between two facts; nothing where the report holds no text.
    fn between(&self, i: usize, j: usize) -> &'a str {
        let (from, to) = (self.facts[i].span.end, self.facts[j].span.start);
        self.report.text(Span::new(from, to.max(from)))
    }

    fn label(&self, i: usize) -> &'a str {
        self.report.facts()[i].label.as_deref().unwrap_or_default()
    }

    fn same_unit(&self, i: usize, j: usize) -> bool {
        self.facts[i].kind == self.facts[j].kind && self.facts[i].unit == self.facts[j].unit
    }

    /// The facts before `i` in its sentence, the nearest first.
    fn before(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        let sentence = self.facts[i].sentence;
        (0..i).rev().take(NEAR).take_while(move |&j| self.facts[j].sentence == sentence)
    }

    /// Whether a fact of the prose counts things or measures them, and states no change.
    fn counts(&self, i: usize) -> bool {
        let fact = &self.facts[i];
        let prose = fact.stated != Stated::Cell;
        prose && matches!(fact.kind, Kind::Count | Kind::Money | Kind::Measure) && fact.change.is_none()
    }

    /// By how much rounded values (3.2亿元, 1.5万人) may miss what they add up to: half a unit of the last digit each.
    fn rounding(&self, facts: &[usize]) -> Decimal {
        let scaled = |&&i: &&usize| self.facts[i].text.contains(['万', '亿', '萬', '億']);
        let half = |&i: &usize| self.facts[i].value.map_or(Decimal::ZERO, interval::last_digit) / Decimal::TWO;
        let all: Decimal = facts.iter().filter(scaled).map(half).sum();
        if facts.iter().any(|i| !scaled(&i)) { Decimal::ZERO } else { all }
    }

    /// Whether a sum misses a stated value by more than so many per cent of it: it is of something else.
    fn is_far(&self, sum: Decimal, stated: Decimal, percent: i64) -> bool {
        (stated - sum).abs() * Decimal::ONE_HUNDRED > Decimal::from(percent) * stated
    }

    /// A check that misses by what the rounding of its facts may explain weighs as much as a note.
    fn unless_rounded(&self, check: Check) -> Check {
        let explained = check.difference.is_some_and(|miss| miss.abs() <= self.rounding(&check.facts));
        if explained { check.weighing(Severity::Note) } else { check }
    }

    /// The exact value of a fact.
    fn exact(&self, i: usize) -> Option<Decimal> {
        interval::exact(&self.facts[i])
    }
}
