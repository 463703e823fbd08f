//! What the script of the page knows of the reports. The text is not in it: it stands in the page.

use std::collections::BTreeMap;

use nianbao::{Base, Bound, Fact, Report, Stated, indicator};
use rust_decimal::Decimal;
use serde::Serialize;

use super::{Reading, words};

#[derive(Serialize)]
pub(super) struct Data<'a> {
    /// The Chinese names of codes, by what they name.
    names: BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>,
    /// The rows of the official forms that the reports tell.
    indicators: BTreeMap<&'a str, Row>,
    reports: Vec<OfReport<'a>>,
}

#[derive(Serialize)]
struct Row {
    name: &'static str,
    unit: &'static str,
    /// Its place in the table of the forms.
    order: usize,
}

#[derive(Serialize)]
struct OfReport<'a> {
    source: &'a str,
    name: &'a str,
    issuer: Option<&'a str>,
    year: Option<u16>,
    sections: Vec<OfSection<'a>>,
    facts: Vec<OfFact<'a>>,
    findings: Vec<OfFinding<'a>>,
}

#[derive(Serialize)]
struct OfSection<'a> {
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<&'a usize>,
}

/// A fact without what is not said of it: a page holds many. Numbers are strings, so that none loses digits.
#[derive(Serialize)]
struct OfFact<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lower: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    upper: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    /// None where it is `exact`.
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<&'static str>,
    /// None where it is `number`.
    #[serde(skip_serializing_if = "Option::is_none")]
    stated: Option<&'static str>,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<OfChange>,
    #[serde(skip_serializing_if = "Option::is_none")]
    whole: Option<OfWhole<'a>>,
    /// The first day, empty where there is none, and the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<[String; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator: Option<&'a str>,
}

#[derive(Serialize)]
struct OfChange {
    direction: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<usize>,
}

#[derive(Serialize)]
struct OfWhole<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<usize>,
}

#[derive(Serialize)]
struct OfFinding<'a> {
    severity: &'static str,
    rule: &'static str,
    facts: &'a [usize],
    #[serde(skip_serializing_if = "Option::is_none")]
    earlier: Option<usize>,
    #[serde(skip_serializing_if = "<[usize]>::is_empty")]
    earlier_facts: &'a [usize],
    zh: &'a str,
    en: &'a str,
}

pub(super) fn data<'a>(readings: &'a [Reading<'a>]) -> Data<'a> {
    let told = readings.iter().flat_map(|reading| reading.report.facts());
    let codes = told.filter_map(|fact| fact.indicator.as_deref());
    Data { names: words::all(), indicators: rows(codes), reports: readings.iter().map(of_report).collect() }
}

fn rows<'a>(codes: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, Row> {
    let mut rows = BTreeMap::new();
    for code in codes {
        rows.entry(code).or_insert_with(|| {
            let place = indicator::table().enumerate().find(|(_, row)| row.code() == code);
            place.map_or(Row { name: "", unit: "", order: usize::MAX >> 12 }, |(order, row)| Row {
                name: row.name(),
                unit: row.unit(),
                order,
            })
        });
    }
    rows
}

fn of_report<'a>(reading: &'a Reading<'a>) -> OfReport<'a> {
    let report = reading.report;
    OfReport {
        source: reading.source,
        name: &reading.name,
        issuer: report.issuer(),
        year: report.year(),
        sections: of_sections(report),
        facts: report.facts().iter().map(of_fact).collect(),
        findings: reading.findings.iter().map(of_finding).collect(),
    }
}

fn of_sections<'a>(report: &'a Report<'_>) -> Vec<OfSection<'a>> {
    let of = |section: &'a nianbao::Section<'_>| OfSection {
        title: format!("{}{}", section.marker, section.title),
        parent: section.parent.as_ref(),
    };
    report.sections().iter().map(of).collect()
}

fn of_finding<'a>(finding: &'a super::Finding) -> OfFinding<'a> {
    OfFinding {
        severity: finding.severity(),
        rule: finding.check.rule.as_str(),
        facts: &finding.check.facts,
        earlier: finding.check.earlier,
        earlier_facts: &finding.check.earlier_facts,
        zh: &finding.zh,
        en: &finding.en,
    }
}

fn of_fact<'a>(fact: &'a Fact<'_>) -> OfFact<'a> {
    let number = |n: Option<Decimal>| n.map(|n| n.normalize().to_string());
    OfFact {
        kind: fact.kind.as_str(),
        value: number(fact.value),
        lower: number(fact.lower),
        upper: number(fact.upper),
        unit: fact.unit.as_deref(),
        bound: (fact.bound != Bound::Exact).then(|| fact.bound.as_str()),
        stated: (fact.stated != Stated::Number).then(|| fact.stated.as_str()),
        text: &fact.text,
        label: fact.label.as_deref(),
        section: fact.section,
        part_of: fact.part_of,
        change: fact.change.map(|change| OfChange {
            direction: change.direction.as_str(),
            base: change.base.map(base),
            of: change.of,
        }),
        whole: fact.of_whole.as_ref().map(|whole| OfWhole { label: whole.label.as_deref(), fact: whole.fact }),
        period: fact.period.map(|p| [p.start.map_or(String::new(), |day| day.to_string()), p.end.to_string()]),
        indicator: fact.indicator.as_deref(),
    }
}

/// What a change is compared with: a code, or the year.
fn base(base: Base) -> String {
    match base {
        Base::PreviousYear => "previous_year".to_owned(),
        Base::PreviousPeriod => "previous_period".to_owned(),
        Base::Year(year) => year.to_string(),
        // A base that this command does not know yet stands as the library names it.
        other => format!("{other:?}"),
    }
}
