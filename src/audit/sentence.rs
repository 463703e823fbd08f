//! A check as one sentence that a clerk understands.

use rust_decimal::Decimal;

use super::{Check, Outcome, Rule, Why};
use crate::fact::Fact;
use crate::indicator;
use crate::report::Report;

/// The facts that a check names.
struct Named<'a> {
    report: &'a Report<'a>,
    check: &'a Check,
}

impl<'a> Named<'a> {
    fn fact(&self, nth: usize) -> Option<&'a Fact<'a>> {
        self.report.facts().get(*self.check.facts.get(nth)?)
    }

    /// What the fact that is checked counts in, as a sentence says it.
    fn unit(&self) -> &'a str {
        match self.fact(0).and_then(|f| f.unit.as_deref()).unwrap_or_default() {
            "CNY" => "元",
            "pp" => "个百分点",
            unit => unit,
        }
    }

    fn label(&self, nth: usize) -> &'a str {
        self.fact(nth).and_then(|f| f.label.as_deref()).unwrap_or_default()
    }

    /// The name of the row that a fact reports, else its label.
    fn row(&self, nth: usize) -> &'a str {
        let row = self.fact(nth).and_then(|f| indicator::find(f.indicator.as_deref()?));
        row.map_or(self.label(nth), |row| row.name())
    }
}

fn number(value: Option<Decimal>) -> String {
    value.map_or(String::new(), |v| v.normalize().to_string())
}

fn distance(check: &Check) -> String {
    number(check.difference.map(|d| d.abs()))
}

fn less(check: &Check) -> bool {
    check.difference.is_some_and(|d| d.is_sign_positive() && !d.is_zero())
}

pub(super) fn chinese(check: &Check, report: &Report<'_>) -> String {
    let named = Named { report, check };
    let (unit, expected, stated) = (named.unit(), number(check.expected), number(check.stated));
    if let Some(why) = check.why {
        return undecided_zh(check.rule, why, &expected, &stated, unit);
    }
    let holds = check.outcome == Outcome::Holds;
    // Of a growth, the thing that grew.
    let row = named.row(usize::from(check.rule == Rule::Growth));
    let label = named.label(0);
    match check.rule {
        Rule::Sum if holds => format!("分项合计{expected}{unit}，与总数{stated}{unit}相符"),
        Rule::Sum => {
            let way = if less(check) { '少' } else { '多' };
            format!("分项合计{expected}{unit}，比总数{stated}{unit}{way}{}{unit}", distance(check))
        }
        Rule::Share if holds => format!("{}占比{stated}%，与计算结果相符", label.trim_end_matches("占比")),
        Rule::Share => format!("{}占比写为{stated}%，按两数计算应为{expected}%", label.trim_end_matches("占比")),
        Rule::Rate if holds => format!("{label}{stated}%，与计算结果相符"),
        Rule::Rate => format!("{label}写为{stated}%，按两数计算应为{expected}%"),
        Rule::Average if holds => format!("平均数{stated}{unit}，与计算结果相符"),
        Rule::Average => format!("平均数写为{stated}{unit}，按两数计算应为{expected}{unit}"),
        Rule::Change if holds => format!("增减{stated}{unit}，与前后两数相符"),
        Rule::Change => format!("增减写为{stated}{unit}，按前后两数计算应为{expected}{unit}"),
        Rule::Enumeration if holds => format!("写明{stated}{unit}，列举{expected}项，相符"),
        Rule::Enumeration => format!("写明{stated}{unit}，实际列举{expected}项"),
        Rule::Conflict if holds => format!("{row}前后均为{stated}{unit}"),
        Rule::Conflict => format!("{row}前后不一致：先为{expected}，后为{stated}"),
        Rule::Identity if holds => format!("{row}的表内关系成立：{expected} = {stated}"),
        Rule::Identity if check.facts.len() == 2 => format!("{row}{stated}，多于{}{expected}", named.row(1)),
        Rule::Identity => format!("{row}的表内关系不成立：{expected} ≠ {stated}"),
        Rule::Range if check.facts.is_empty() => "发布日期早于报告期末".to_owned(),
        Rule::Range => format!("{label}{stated}%，超出0至100%的范围"),
        Rule::CarryOver if holds => format!("上年结转{stated}{unit}，与上年报告的结转下年度相符"),
        Rule::CarryOver => format!("上年结转写为{stated}{unit}，上年报告的结转下年度为{expected}{unit}"),
        Rule::Growth if holds => format!("{row}的增减{stated}{unit}，与上年报告相符"),
        Rule::Growth => format!("{row}的增减写为{stated}{unit}，按上年报告计算应为{expected}{unit}"),
        Rule::Stock if holds => format!("{row}{stated}{unit}，与上年数及本年增减相符"),
        Rule::Stock => format!("{row}写为{stated}{unit}，按上年数及本年增减应为{expected}{unit}"),
        Rule::Repetition if holds => format!("与上年报告相同的指标{stated}个"),
        Rule::Repetition => format!("{stated}个指标与上年报告完全相同"),
        Rule::Outlier => format!("{row}{stated}{unit}，与其他报告的中位数{expected}{unit}相差悬殊"),
    }
}

fn undecided_zh(rule: Rule, why: Why, expected: &str, stated: &str, unit: &str) -> String {
    match (rule, why) {
        (Rule::Sum, Why::Examples) => format!("列出的分项合计{expected}{unit}，总数{stated}{unit}；可能只是举例"),
        (Rule::Sum, Why::Ambiguous) => format!("分项合计{expected}{unit}，总数{stated}{unit}；可能按不同口径各分一次"),
        (_, Why::Bounded) => format!("含约数，无法核对：{expected}与{stated}"),
        _ => format!("可对照的数不止一个，无法核对：{expected}与{stated}"),
    }
}

pub(super) fn english(check: &Check, report: &Report<'_>) -> String {
    let named = Named { report, check };
    let (expected, stated) = (number(check.expected), number(check.stated));
    let unit = match named.unit() {
        "" => String::new(),
        "%" => "%".to_owned(),
        unit => format!(" {unit}"),
    };
    if let Some(why) = check.why {
        return undecided_en(why, &expected, &stated, &unit);
    }
    let holds = check.outcome == Outcome::Holds;
    // Of a growth, the thing that grew.
    let row = named.row(usize::from(check.rule == Rule::Growth));
    let label = named.label(0);
    match check.rule {
        Rule::Sum if holds => format!("the parts add up to {expected}{unit}, as the total says"),
        Rule::Sum => {
            let way = if less(check) { "less" } else { "more" };
            format!("the parts add up to {expected}{unit}, {} {way} than the total of {stated}{unit}", distance(check))
        }
        Rule::Share if holds => format!("the share of {label} is {stated}%, as its figures give"),
        Rule::Share => format!("the share of {label} is told as {stated}%, its figures give {expected}%"),
        Rule::Rate if holds => format!("{label} is {stated}%, as its figures give"),
        Rule::Rate => format!("{label} is told as {stated}%, its figures give {expected}%"),
        Rule::Average if holds => format!("the mean is {stated}{unit}, as its figures give"),
        Rule::Average => format!("the mean is told as {stated}{unit}, its figures give {expected}{unit}"),
        Rule::Change if holds => format!("the change of {stated}{unit} is what lies between the two values"),
        Rule::Change => format!("the change is told as {stated}{unit}, the two values give {expected}{unit}"),
        Rule::Enumeration if holds => format!("{stated}{unit} are told and listed"),
        Rule::Enumeration => format!("{stated}{unit} are told, {expected} are listed"),
        Rule::Conflict if holds => format!("{row} is {stated}{unit} both times"),
        Rule::Conflict => format!("{row} is first {expected}, then {stated}"),
        Rule::Identity if holds => format!("the identity of {row} holds: {expected} = {stated}"),
        Rule::Identity if check.facts.len() == 2 => {
            format!("{row} is {stated}, more than {} with {expected}", named.row(1))
        }
        Rule::Identity => format!("the identity of {row} does not hold: {expected} ≠ {stated}"),
        Rule::Range if check.facts.is_empty() => "published before the end of the period that it reports".to_owned(),
        Rule::Range => format!("{label} is {stated}%, outside 0 to 100%"),
        Rule::CarryOver if holds => format!("{stated}{unit} were carried in, as last year's report handed on"),
        Rule::CarryOver => format!("{stated}{unit} were carried in, last year's report handed on {expected}{unit}"),
        Rule::Growth if holds => format!("the change of {row} by {stated}{unit} is that against last year's report"),
        Rule::Growth => {
            format!("the change of {row} is told as {stated}{unit}, last year's report gives {expected}{unit}")
        }
        Rule::Stock if holds => format!("{row} is {stated}{unit}, as last year's stock and this year's changes give"),
        Rule::Stock => {
            format!("{row} is told as {stated}{unit}, last year's stock and this year's changes give {expected}{unit}")
        }
        Rule::Repetition if holds => format!("{stated} rows are those of last year's report"),
        Rule::Repetition => format!("{stated} rows repeat last year's report to the digit"),
        Rule::Outlier => format!("{row} is {stated}{unit}, far from the median of the others, {expected}{unit}"),
    }
}

fn undecided_en(why: Why, expected: &str, stated: &str, unit: &str) -> String {
    match why {
        Why::Examples => format!("the parts add up to {expected}{unit} of {stated}{unit}, and may be examples"),
        Why::Bounded => format!("a value is bounded: {expected} and {stated} may fit"),
        Why::Ambiguous => format!("it may be about other figures: {expected} and {stated}"),
    }
}
