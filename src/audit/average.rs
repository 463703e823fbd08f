//! Means as quotients of two figures of the sentence: 人均3200元, 平均每期75人次.

use rust_decimal::Decimal;

use super::interval::last_digit;
use super::quotient::rounded;
use super::{Audit, Check, Outcome, Rule, Severity, Why};
use crate::fact::Kind;
use crate::glyph::last_of;
use crate::span::Span;

/// What a mean is for each of, and the units in which those are counted.
const EACH: &[(&str, &[&str])] = &[
    ("人均", &["人", "名", "位", "人次"]),
    ("户均", &["户"]),
    ("件均", &["件", "宗", "起", "笔"]),
    ("篇均", &["篇"]),
    ("期均", &["期"]),
    ("场均", &["场", "场次"]),
    ("次均", &["次"]),
    ("亩均", &["亩"]),
];
/// Before the unit of each: 平均每期.
const MEAN: &str = "平均每";
/// A word of a mean, with its unit and the links behind it, takes no more bytes.
const NEAR: usize = 60;
/// Between the words of a mean and its figure.
const LINKS: &[&str] = &["约", "为", "达到", "达", "近", "超过", "超"];

impl Audit<'_> {
    pub(super) fn averages(&self) -> Vec<Check> {
        (0..self.facts.len()).filter_map(|i| self.average(i)).collect()
    }

    /// 救助5200人，发放1872万元，人均3600元: the amount over the number, the nearest of each in the sentence.
    fn average(&self, i: usize) -> Option<Check> {
        let fact = &self.facts[i];
        let stated = self.exact(i).filter(|_| self.counts(i) && fact.of_whole.is_none())?;
        let (own, of_each) = self.each(i)?;
        let all: Vec<usize> = self
            .before(i)
            .filter(|&j| self.counts(j) && self.same_unit(j, i) && self.facts[j].value > Some(stated))
            .collect();
        let each = |&j: &usize| {
            let counted = matches!(self.facts[j].kind, Kind::Count | Kind::Measure) && self.counts(j);
            counted && !all.contains(&j) && self.facts[j].unit.as_deref().is_some_and(|unit| of_each.contains(&unit))
        };
        let each: Vec<usize> = self.before(i).filter(each).collect();
        let pairs = || all.iter().flat_map(|&sum| each.iter().map(move |&number| (sum, number)));
        let check = |(sum, number): (usize, usize)| {
            Some(
                Check::new(Rule::Average, Outcome::Broken, vec![i, sum, number])
                    .with(self.mean(i, sum, number)?, stated),
            )
        };
        if let Some(pair) = pairs().find(|&(sum, number)| self.is_mean(i, sum, number) == Some(Severity::Note)) {
            return Some(Check { outcome: Outcome::Holds, ..check(pair)?.with(stated, stated) });
        }
        let first = pairs().next()?;
        let weight = self.is_mean(i, first.0, first.1)?;
        let check = check(first)?;
        Some(match (all.len(), each.len()) {
            // 农民可支配收入人均1.8万元: of what the words before it name.
            _ if !self.label(first.0).contains(own) => check.cannot_tell(Why::Ambiguous),
            _ if self.exact(first.0).is_none() || self.exact(first.1).is_none() => check.cannot_tell(Why::Bounded),
            (1, 1) => check.weighing(weight),
            _ => check.cannot_tell(Why::Ambiguous),
        })
    }

    /// The words of its clause before a mean, and the units of those that each get one.
    fn each(&self, i: usize) -> Option<(&str, Vec<&str>)> {
        let mut lead = self.lead(i).trim_end();
        // Before most figures stands no word of a mean.
        let near = &lead[last_of(lead, Span::new(0, lead.len()), NEAR).range()];
        if !near.contains(['均', '每']) {
            return None;
        }
        while let Some(rest) = LINKS.iter().find_map(|w| lead.strip_suffix(w)) {
            lead = rest.trim_end();
        }
        let clause = lead.rsplit(['，', '。', '；', ',', ';']).next().unwrap_or_default().trim();
        if let Some((own, units)) = EACH.iter().find_map(|(word, units)| Some((clause.strip_suffix(word)?, units))) {
            return Some((own, units.to_vec()));
        }
        let at = clause.rfind(MEAN)?;
        let unit = &clause[at + MEAN.len()..];
        (!unit.is_empty()).then(|| (&clause[..at], vec![unit]))
    }

    fn mean(&self, i: usize, sum: usize, number: usize) -> Option<Decimal> {
        let mean = self.facts[sum].value?.checked_div(self.facts[number].value?)?;
        let digits = last_digit(self.facts[i].value?).normalize().scale();
        Some(rounded(mean, digits))
    }

    /// How much it weighs that a mean is not what it is told to be; a note where it is.
    fn is_mean(&self, i: usize, sum: usize, number: usize) -> Option<Severity> {
        let stated = self.facts[i].value?;
        let less = |j: usize| self.facts[j].value?.checked_sub(self.rounding(&[j]));
        let more = |j: usize| self.facts[j].value?.checked_add(self.rounding(&[j]));
        let least = less(sum)?.checked_div(more(number)?)?;
        let most = more(sum)?.checked_div(less(number)?)?;
        let step = last_digit(stated);
        let within = |by: Decimal| Some(least <= stated.checked_add(by)? && stated.checked_sub(by)? <= most);
        Some(match (within(step / Decimal::TWO)?, within(step)?) {
            (true, _) => Severity::Note,
            // Somebody rounds down.
            (false, true) => Severity::Warning,
            (false, false) => Severity::Error,
        })
    }
}
