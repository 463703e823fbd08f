//! The halves or quarters of a year against the year.

use rust_decimal::Decimal;

use super::sum::{LOOSE, NEARLY};
use super::{Audit, Check, NEAR, Outcome, Rule};
use crate::fact::{Date, Period};
use crate::glyph::last_of;
use crate::span::Span;

/// The clause before the quarters is looked at for so many bytes.
const LONGEST_LEAD: usize = 180;
/// Before what is told of all of the year.
const WHOLE: &[&str] = &["全年", "合计", "共计", "总计"];

impl Audit<'_> {
    pub(super) fn years(&self) -> Vec<Check> {
        let mut checks = Vec::new();
        let mut next = 0;
        for i in 0..self.facts.len() {
            let parts = if i < next { 0 } else { self.parts_of_year(i) };
            if parts > 1 {
                next = i + parts;
                checks.extend(self.year(i, parts));
            }
            if parts == 4 {
                checks.extend((next..self.facts.len()).take(2).filter_map(|half| self.half(i, half)));
            }
        }
        checks
    }

    /// How many figures from `i` on are told of the halves or quarters of one year, all of them; 0 where none are.
    pub(super) fn parts_of_year(&self, i: usize) -> usize {
        let free = |j: usize| self.counts(j) && self.same_unit(i, j) && self.parts[j].is_empty();
        let here = |j: &usize| self.facts[*j].sentence == self.facts[i].sentence && free(*j);
        let run = (i..self.facts.len()).take(4).take_while(here).count();
        // 上半年发布2418条，下半年发布2998条.
        let year = |j: usize| self.facts[j].period.map(|p| p.end.year);
        let months = |j: usize| self.facts[j].period.and_then(months).filter(|_| year(j) == year(i));
        let tiles = |count: u8| {
            let step = 12 / count;
            run >= count.into()
                && (0..count).all(|k| months(i + usize::from(k)) == Some((k * step + 1, (k + 1) * step)))
        };
        if tiles(2) {
            return 2;
        }
        if tiles(4) {
            return 4;
        }
        // 一至四季度分别为…
        let listed = || (i + 1..i + 4).all(|j| self.between(j - 1, j).len() <= '、'.len_utf8());
        let told = || {
            let lead = Span::new(self.facts[i].sentence.start.min(self.facts[i].span.start), self.facts[i].span.start);
            let lead = self.report.text(last_of(&self.report.source, lead, LONGEST_LEAD));
            let clause = lead.rsplit(['；', '。', '，', ';', ',']).next().unwrap_or_default();
            clause.contains("季度") && clause.contains("分别")
        };
        if run == 4 && listed() && told() { 4 } else { 0 }
    }

    /// 一季度20件、二季度23件、…，上半年共受理43件: a half of the year against its quarters.
    fn half(&self, first: usize, half: usize) -> Option<Check> {
        let here =
            self.facts[half].sentence == self.facts[first].sentence && self.counts(half) && self.same_unit(half, first);
        let quarters = match self.facts[half].period.and_then(months).filter(|_| here)? {
            (1, 6) => [first, first + 1],
            (7, 12) => [first + 2, first + 3],
            _ => return None,
        };
        let year = |j: usize| self.facts[j].period.map(|p| p.end.year);
        let sum = quarters.iter().try_fold(Decimal::ZERO, |sum, &j| sum.checked_add(self.exact(j)?))?;
        let stated = self.exact(half).filter(|_| year(half) == year(first))?;
        let outcome = if sum == stated { Outcome::Holds } else { Outcome::Broken };
        let check = Check::new(Rule::Sum, outcome, [half].into_iter().chain(quarters).collect()).with(sum, stated);
        let check = if sum == stated { check } else { self.unless_rounded(check) };
        (!self.is_far(sum, stated, LOOSE)).then_some(check)
    }

    /// The parts from `first` on against what is told of the year: right behind them, or the nearest figure before that is
    /// itself a part of nothing.
    fn year(&self, first: usize, count: usize) -> Option<Check> {
        let parts: Vec<usize> = (first..first + count).collect();
        // What is linked as a whole is added up already.
        let of = self.facts[first].part_of;
        if of.is_some() && parts.iter().all(|&j| self.facts[j].part_of == of) {
            return None;
        }
        let behind = first + count;
        let whole = |&t: &usize| {
            let lead = self.lead(t);
            let here = self.facts[t].sentence == self.facts[first].sentence;
            here && self.fits_year(t, first) && WHOLE.iter().any(|w| lead.contains(w)) && !lead.contains(['；', ';'])
        };
        let year = self.facts[first].period.map(|p| p.end.year);
        let of_year = |&t: &usize| {
            let period = self.facts[t].period;
            self.fits_year(t, first)
                && period.and_then(months) == Some((1, 12))
                && period.map(|p| p.end.year) == year
                && !self.between(t, first).contains('\n')
        };
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, &j| sum.checked_add(self.exact(j)?))?;
        let next = Some(behind).filter(|t| *t < self.facts.len()).filter(whole);
        let before = || (0..first).rev().take(2 * NEAR).filter(of_year);
        // 收入86.42亿元，完成预算86亿元: of several what they add up to.
        let fitting = || before().find(|&t| self.exact(t) == Some(sum));
        let total = next.or(of).or_else(fitting).or_else(|| before().next())?;
        let stated = self.exact(total)?;
        let check = Check::new(Rule::Sum, Outcome::Holds, [total].into_iter().chain(parts).collect()).with(sum, stated);
        if sum == stated {
            return Some(check);
        }
        // 网站公开980条。微信上半年推送418条，下半年推送492条: what is called otherwise must be nearly as much.
        let most = if self.called_alike(total, first) { LOOSE } else { NEARLY };
        let broken = || self.unless_rounded(Check { outcome: Outcome::Broken, ..check });
        (!self.is_far(sum, stated, most)).then(broken)
    }

    /// Whether the words of a part are those of the year, or none of its own.
    fn called_alike(&self, total: usize, part: usize) -> bool {
        let (total, part) = (self.label(total), self.label(part));
        total.contains(part) || part.contains(total)
    }

    fn fits_year(&self, total: usize, part: usize) -> bool {
        self.counts(total)
            && self.same_unit(total, part)
            && self.facts[total].part_of.is_none()
            && self.facts[total].value > self.facts[part].value
    }
}

/// The first and last month of a period of whole months of one year.
pub(super) fn months(period: Period) -> Option<(u8, u8)> {
    let start = period.start?;
    let whole = start.day == 1 && Date::last_of_month(period.end.year, period.end.month) == Some(period.end);
    (whole && start.year == period.end.year).then_some((start.month, period.end.month))
}
