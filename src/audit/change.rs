//! Growth and differences from the values that they lie between.

use rust_decimal::Decimal;

use super::interval::Interval;
use super::quotient::{percentage, places, rounded, weight};
use super::{Audit, Check, NEAR, Outcome, Rule, Why};
use crate::fact::{Base, Bound, Direction, Kind};
use crate::span::Span;

/// Between two levels, before the new one.
const LEVELS: &[&str] = &["到", "至", "为", "成"];
/// Before a growth that is not one between the two values.
const AVERAGES: &[&str] = &["年均", "年平均", "月均", "平均每年", "每年", "可比", "不变价"];
/// Before a new value that stands behind its change.
const REACHED: &[&str] = &["达到", "达", "升至", "增至", "降至", "减至", "为"];
/// Before the value of the year before that stands beside it, in no more characters than these.
const LONGEST_ASIDE: usize = 10;
const EARLIER: &[&str] = &["上年", "去年", "上一年", "同期"];

impl Audit<'_> {
    pub(super) fn changes(&self) -> Vec<Check> {
        (0..self.facts.len()).filter_map(|i| self.change(i)).collect()
    }

    /// A stated change against the two values, where the report gives both.
    fn change(&self, i: usize) -> Option<Check> {
        let fact = &self.facts[i];
        let change = fact.change?;
        let new = change.of.or_else(|| self.reached(i))?;
        // 年均增长 is one of every year between.
        let said = self.lead(i);
        let clause = said.rsplit(['，', '。', '；', ',']).next().unwrap_or_default();
        if AVERAGES.iter().any(|w| clause.contains(w)) {
            return None;
        }
        let year = |j: usize| self.facts[j].period.map(|p| p.end.year);
        let base = match change.base {
            // 比2021年增长31.6%: of several years the one that is named.
            Some(Base::Year(base)) => Some(base),
            _ => year(new).map(|year| year - 1),
        };
        let told = base.and_then(|base| self.of_year(new, base));
        let other = |old: &usize| match change.base {
            Some(Base::Year(base)) => year(*old).is_some_and(|y| y != base && Some(y) != year(new)),
            _ => false,
        };
        let old = self.old_level(i, new).or(told).filter(|old| !other(old));
        if let Some(old) = old {
            return match fact.kind {
                Kind::Percent | Kind::Multiple => self.growth(i, new, old, change.direction),
                _ => self.difference(i, new, old, change.direction),
            };
        }
        // 比上年增加926条，增长32.7%: what it was is what it is without what was added.
        let amount = self.amount(i, new)?;
        (fact.kind == Kind::Percent).then(|| self.growth_by(i, new, amount, change.direction))?
    }

    /// The value that something changed from.
    fn old_level(&self, i: usize, new: usize) -> Option<usize> {
        let before = new.checked_sub(1).filter(|&old| self.rises(old, new));
        before.or_else(|| self.compared(i, new)).or_else(|| self.beside(new))
    }

    /// 2016年受理560件，2017年受理616件: the same thing in another year.
    fn of_year(&self, new: usize, year: u16) -> Option<usize> {
        (0..new).rev().take(NEAR).find(|&j| {
            let before = self.facts[j].period.is_some_and(|p| p.end.year == year);
            let same = self.same_unit(j, new) && self.label(j) == self.label(new) && self.facts[j].change.is_none();
            before && same && self.facts[j].part_of.is_none() && !self.between(j, new).contains('\n')
        })
    }

    /// 由32个增加到41个.
    pub(super) fn rises(&self, old: usize, new: usize) -> bool {
        let fact = &self.facts[old];
        let gap = self.between(old, new);
        let moves = gap.chars().count() <= 8
            && !gap.contains(['，', '。', '；', '、', ',', ';'])
            && LEVELS.iter().any(|w| gap.ends_with(w));
        fact.sentence == self.facts[new].sentence && fact.change.is_none() && self.same_unit(old, new) && moves
    }

    /// 较2013年的12,687条增加1,599条，增长12.6%: the value that the first change of the sentence is compared with; what it is
    /// now stands before it, or behind 达到.
    fn compared(&self, i: usize, new: usize) -> Option<usize> {
        self.before(i).filter(|&old| old != new).find(|&old| {
            let plain = self.counts(old) && self.same_unit(old, new) && self.facts[old].part_of.is_none();
            let lead = self.lead(old);
            let compares = lead.contains(['较', '比', '与']) && lead.trim_end().ends_with(['的', '年', '期']);
            let of = |change: crate::Change| change.of == Some(new) || self.label(old) == self.label(new);
            let moves = self.facts[old + 1].change.is_some_and(of)
                && !self.between(old, old + 1).contains(['，', '。', '；', ',', ';']);
            plain && compares && moves
        })
    }

    /// What stands before a fact since the one before it, in its sentence.
    pub(super) fn lead(&self, i: usize) -> &str {
        let fact = &self.facts[i];
        let before = i.checked_sub(1).map_or(0, |j| self.facts[j].span.end);
        self.report.text(Span::new(before.max(fact.sentence.start).min(fact.span.start), fact.span.start))
    }

    /// 增加270条，达到2070条: the new value behind its change.
    fn reached(&self, i: usize) -> Option<usize> {
        let after = (i + 1..self.facts.len()).take(4).take_while(|&j| self.facts[j].sentence == self.facts[i].sentence);
        let behind_move = |&j: &usize| REACHED.contains(&self.between(j - 1, j).trim_start_matches(['，', ',']));
        after.into_iter().filter(behind_move).find(|&j| self.facts[j].change.is_none() && self.same_unit(i, j))
    }

    /// 收到申请25件（上年为20件），增长25%; 开展培训36期，上年为30期.
    fn beside(&self, new: usize) -> Option<usize> {
        let old = new + 1;
        let fits = old < self.facts.len() && self.same_unit(old, new) && self.facts[old].change.is_none();
        let lead = fits.then(|| self.between(new, old))?.trim_start();
        let opens = lead.trim_start_matches(['（', '(', '，', ',']);
        let earlier = opens.len() < lead.len() && EARLIER.iter().any(|w| opens.starts_with(w));
        let same = earlier && !lead.contains("结转") && lead.chars().count() <= LONGEST_ASIDE;
        same.then_some(old)
    }

    /// The amount by which the same thing changed, told beside the growth.
    fn amount(&self, i: usize, new: usize) -> Option<usize> {
        let change = self.facts[i].change?;
        self.before(i).find(|&j| {
            let same = self.facts[j].change.is_some_and(|c| c.of == Some(new) && c.base == change.base);
            same && self.same_unit(j, new)
        })
    }

    /// 增加9个: what lies between the two values.
    fn difference(&self, i: usize, new: usize, old: usize, direction: Direction) -> Option<Check> {
        let fact = &self.facts[i];
        let signed = |value: Decimal| if direction == Direction::Decrease { -value } else { value };
        let stated = fact.value?;
        let check = Check::new(Rule::Change, Outcome::Broken, vec![i, new, old]);
        let known = [i, new, old].iter().all(|&j| self.exact(j).is_some());
        if !known {
            let lies = Interval::of(&self.facts[new])?.minus(Interval::of(&self.facts[old])?);
            let said = Interval::of(fact)?;
            let said = match direction {
                Direction::Decrease => Interval { low: said.high.map(|v| -v), high: said.low.map(|v| -v) },
                _ => said,
            };
            let between = signed(self.facts[new].value?.checked_sub(self.facts[old].value?)?);
            let check = check.with(between, stated);
            return Some(if lies.meets(said) { check.cannot_tell(Why::Bounded) } else { check });
        }
        let (now, was) = (self.exact(new)?, self.exact(old)?);
        let expected = signed(now.checked_sub(was)?);
        // 退出6家，比2020年末的108家增加13家: of something else.
        let far = now.max(was) > Decimal::from(3) * now.min(was);
        if far && expected.is_sign_negative() {
            return Some(check.with(expected, stated).cannot_tell(Why::Ambiguous));
        }
        // 两个百分点 of 96.13 less 94.1: rounded as it is told.
        let places = places(&fact.text);
        let near = fact.kind == Kind::PercentPoint && rounded(expected, places) == stated;
        let expected = if near { stated } else { expected };
        let outcome = if expected == stated { Outcome::Holds } else { Outcome::Broken };
        // 由5.2万人增加到6.8万人，增加1.7万人: each of them may have been rounded.
        Some(self.unless_rounded(Check { outcome, ..check.with(expected, stated) }))
    }

    /// 增长12.6%, 增长1.5倍: by how much of the old value.
    fn growth(&self, i: usize, new: usize, old: usize, direction: Direction) -> Option<Check> {
        // Percentages of percentages are seldom meant as they are said.
        if self.facts[new].kind == Kind::Percent {
            return None;
        }
        let rise = self.facts[new].value?.checked_sub(self.facts[old].value?)?;
        self.grown(i, &[new, old], rise, self.facts[old].value?, direction)
    }

    fn growth_by(&self, i: usize, new: usize, amount: usize, direction: Direction) -> Option<Check> {
        let (now, by) = (self.facts[new].value?, self.facts[amount].value?);
        let fallen = self.facts[amount].change?.direction == Direction::Decrease;
        let (was, rise) = if fallen { (now.checked_add(by)?, -by) } else { (now.checked_sub(by)?, by) };
        (was > Decimal::ZERO).then(|| self.grown(i, &[new, amount], rise, was, direction))?
    }

    fn grown(&self, i: usize, of: &[usize], rise: Decimal, was: Decimal, direction: Direction) -> Option<Check> {
        let fact = &self.facts[i];
        let stated = fact.value?;
        let places = places(&fact.text);
        let gives = match fact.kind {
            Kind::Multiple => rise.checked_div(was)?,
            _ => percentage(rise, was)?,
        };
        let gives = if direction == Direction::Decrease { -gives } else { gives };
        let expected = rounded(gives, places);
        let check = Check::new(Rule::Change, Outcome::Broken, [i].into_iter().chain(of.iter().copied()).collect());
        let check = check.with(expected, stated);
        // 增长超过20% of figures that are exact.
        let known = of.iter().all(|&j| self.exact(j).is_some());
        if fact.bound != Bound::Exact && known {
            let exactly = Interval { low: Some(gives), high: Some(gives) };
            return Some(match Interval::of(fact)?.meets(exactly) {
                true => check.cannot_tell(Why::Bounded),
                false => check,
            });
        }
        // 由约300件增加到450件.
        if fact.bound != Bound::Exact || of.iter().any(|&j| self.exact(j).is_none()) {
            return Some(check.cannot_tell(Why::Bounded));
        }
        // 翻一番 is twice, 增长1.5倍 two and a half times.
        let doubled = fact.kind == Kind::Multiple && fact.text.contains('番');
        let expected = if doubled { expected.checked_add(Decimal::ONE)? } else { expected };
        let check = check.with(expected, stated).weighing(weight(expected, stated, places));
        Some(if expected == stated { Check { outcome: Outcome::Holds, ..check } } else { check })
    }
}
