//! Shares and rates as quotients of two figures.

use rust_decimal::{Decimal, RoundingStrategy};

use super::interval::Interval;
use super::{Audit, Check, Outcome, Rule, Severity, Why};
use crate::fact::{Fact, Kind};
use crate::glyph::{Glyph, count, glyph, last_of};
use crate::indicator;
use crate::span::Span;

/// In the words of what a body puts out, of which no rate of what it was asked is one.
const PUT_OUT: &[&str] = &["公开", "发布", "推送", "编发", "制作", "刊登", "召开"];

/// The clause before a percentage is looked at for so many bytes.
const LONGEST_LEAD: usize = 180;

/// Before a share of what several figures add up to.
const TOGETHER: &[&str] = &["合计占", "共计占", "总计占", "共占", "三者占", "两者占", "合占", "半年占", "季度占"];

/// The rate of those who live in towns, who they are, and of whom it is another one.
const URBAN: (&str, &str, &str) = ("城镇化率", "城镇", "户籍");

/// In the words of a whole that is all there is.
const TOTALS: &[&str] = &["总数", "总量", "总额", "全部"];

/// How many digits the text gives behind the decimal mark: 75.0% has one, 百分之九十三点五 too.
pub(super) fn places(text: &str) -> u32 {
    let mut chars = text.chars().skip_while(|c| !matches!(c, '.' | '．' | '点'));
    let digit = |c: &char| matches!(glyph(*c), Some(Glyph::Arabic(_) | Glyph::Digit(_)));
    match chars.next() {
        Some(_) => chars.take_while(digit).count() as u32,
        None => 0,
    }
}

/// Rounded half up, as reports round.
pub(super) fn rounded(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// How many hundredths one value is of another.
pub(super) fn percentage(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// How much a quotient that is not the stated one weighs: a unit of the last digit may be another way of rounding.
pub(super) fn weight(expected: Decimal, stated: Decimal, places: u32) -> Severity {
    let unit = Decimal::new(1, places);
    if (stated - expected).abs() <= unit { Severity::Warning } else { Severity::Error }
}

impl Audit<'_> {
    pub(super) fn shares(&self) -> Vec<Check> {
        (0..self.facts.len()).filter_map(|i| self.share(i)).collect()
    }

    /// 占91.3%: the sharer over its whole.
    fn share(&self, i: usize) -> Option<Check> {
        let fact = self.percentage_fact(i)?;
        // 2417户9568人，占62.6%和62.8%: each is of another, and nothing says which.
        let next = self.facts.get(i + 1).filter(|next| next.kind == Kind::Percent);
        let lead = self.report.text(Span::new(fact.sentence.start, fact.span.start));
        if next.is_some() && self.between(i, i + 1) == "和" && !lead.contains("分别") {
            return None;
        }
        // 分别为96件、61件、40件，合计占61.9%, 上半年占42.4%: of a sum of them.
        if TOGETHER.iter().any(|word| self.lead(i).contains(word)) {
            return None;
        }
        let Some(whole) = fact.of_whole.as_ref() else {
            let before = i.checked_sub(1)?;
            let lead = self.between(before, i).trim_start_matches(['，', ',', '）', ')']);
            return (lead == "占").then(|| self.of_only(i))?;
        };
        let (base, sharer) = match (whole.fact, whole.label.as_deref()) {
            (Some(base), _) => (base, self.sharer(i, base)?),
            (None, Some(label)) => self.of_row(i, label)?,
            (None, None) => return self.of_only(i),
        };
        let mut bases = vec![base];
        if whole.label.is_none() {
            bases.extend(self.totals(sharer));
        }
        // Words name the whole, or it is what the sharer is a part of: else it is a guess.
        let known = whole.label.is_some() || self.facts[sharer].part_of == Some(base);
        self.quotient(Rule::Share, i, sharer, &bases, known)
    }

    /// 收到申请96件，自然人申请84件，占85.7%: a share that names no whole is one of the only figure before its sharer.
    fn of_only(&self, i: usize) -> Option<Check> {
        let sharer = i.checked_sub(1).filter(|&j| self.counts(j))?;
        let counted = |&j: &usize| j != sharer && self.counts(j) && self.same_unit(j, sharer);
        let bases: Vec<usize> = self.before(sharer).filter(counted).collect();
        let [base] = *bases else { return None };
        // 同意公开38件，占62.3%；部分公开7件，占11.5%: what has a share itself is no whole.
        let share = self.facts.get(base + 1).is_some_and(|next| next.kind == Kind::Percent);
        let shared = share && self.lead(base + 1).contains('占');
        let fits = !shared && self.facts[base].value >= self.facts[sharer].value;
        fits.then(|| self.quotient(Rule::Share, i, sharer, &[base], true))?
    }

    /// 占公开总数的68.6%, where no figure before is called so: the row that the sharer's row is a part of, and the sharer.
    fn of_row(&self, i: usize, label: &str) -> Option<(usize, usize)> {
        let own = self.facts[i].label_span;
        let sharer = self.before(i).find(|&j| own.is_some() && self.facts[j].label_span == own && self.counts(j))?;
        let parent = indicator::find(self.facts[sharer].indicator.as_deref()?)?.parent()?;
        let (base, _) = self.row(parent).filter(|_| TOTALS.iter().any(|w| label.contains(w)))?;
        self.same_unit(base, sharer).then_some((base, sharer))
    }

    /// The figure whose share a percentage is.
    fn sharer(&self, i: usize, whole: usize) -> Option<usize> {
        let counted = |&j: &usize| j != whole && self.same_unit(j, whole) && self.counts(j);
        let mut near: Vec<usize> = self.before(i).filter(counted).collect();
        // 收入68913万元，上年为62847万元，占收入总额的67.3%: of no earlier year, where one is.
        let year = |j: usize| self.facts[j].period.map(|period| period.end.year);
        if near.iter().any(|&j| year(j) >= year(i)) {
            near.retain(|&j| year(j) >= year(i));
        }
        // 民生支出占比76.8%.
        let label = self.label(i);
        let label = label.strip_suffix("占比").filter(|rest| !rest.is_empty()).unwrap_or(label);
        // 占比分别为44.2%、10.6%、9%: which is whose is told one by one.
        let percent = |j: usize| self.facts.get(j).is_some_and(|f| f.kind == Kind::Percent);
        let joined = |j: usize| percent(j) && percent(j + 1) && matches!(self.between(j, j + 1), "、" | "和");
        let listed = joined(i) || i > 0 && joined(i - 1);
        if listed && (label == "占比" || label.is_empty()) {
            return None;
        }
        let named = near.iter().copied().find(|&j| !label.is_empty() && self.label(j) == label);
        // 其中A类41件，占比42.7%: the figure right before.
        named.or_else(|| near.first().copied().filter(|&j| j + 1 == i && self.label(i) == "占比"))
    }

    /// The totals that a fact is a part of, from the nearest on.
    fn totals(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.facts[i].part_of, |&total| self.facts[total].part_of).take(4)
    }

    pub(super) fn rates(&self) -> Vec<Check> {
        (0..self.facts.len()).filter_map(|i| self.rate(i)).collect()
    }

    /// 受理12件，办结11件，办结率91.7%.
    fn rate(&self, i: usize) -> Option<Check> {
        let fact = self.percentage_fact(i).filter(|f| f.of_whole.is_none())?;
        // 死亡率7.12‰ is one of all people.
        let label = fact.label.as_deref().filter(|_| !fact.text.contains('‰'))?;
        let done = label.strip_suffix('率')?;
        // 常住人口158.2万人，其中城镇人口97.6万人，城镇化率61.7%.
        if label.ends_with(URBAN.0) && !label.contains(URBAN.2) {
            let urban = i.checked_sub(1).filter(|&j| self.label(j).contains(URBAN.1) && self.counts(j))?;
            let base = self.facts[urban].part_of?;
            return self.quotient(Rule::Rate, i, urban, &[base], true);
        }
        let counted: Vec<usize> = self.before(i).filter(|&j| self.counts(j)).collect();
        // 不合格73批次，合格率98.6% is one of the others.
        let does = |label: &str| label.strip_suffix(done).is_some_and(|rest| !rest.ends_with(['不', '未']));
        // 满意的248件，基本满意的3件，满意率98.8%: of several the one that gives it.
        let mut exactly: Vec<usize> =
            counted.iter().copied().filter(|&j| !done.is_empty() && does(self.label(j))).collect();
        // 承办建议88件，办结85件；承办提案70件，办结69件，办结率98.6%.
        if exactly.iter().any(|&j| !self.between(j, i).contains(['；', ';'])) {
            exactly.retain(|&j| !self.between(j, i).contains(['；', ';']));
        }
        let several = exactly.len() > 1;
        let checks: Vec<Check> = exactly.into_iter().filter_map(|j| self.rate_of(i, j, "")).collect();
        if !checks.is_empty() {
            let fits = |check: &Check| !several || check.outcome == Outcome::Holds;
            return checks.into_iter().find(fits);
        }
        let (numerator, rest) = counted
            .iter()
            .filter(|&&j| count(self.label(j)) > 1)
            .find_map(|&j| Some((j, done.strip_suffix(self.label(j))?)))?;
        self.rate_of(i, numerator, rest)
    }

    /// A rate against the quotient of what was done and what stands before it; `rest` is what the base must be called by.
    fn rate_of(&self, i: usize, numerator: usize, rest: &str) -> Option<Check> {
        let least = self.facts[numerator].value?;
        // 抽检合格率 is one of what was 抽检, 按时办结率 none of what was 受理.
        let base = |&j: &usize| {
            let fits =
                self.counts(j) && self.same_unit(j, numerator) && self.facts[j].value.is_some_and(|v| v >= least);
            fits && (rest.is_empty() || self.label(j).contains(rest))
        };
        let mut bases: Vec<usize> = self.before(numerator).filter(base).collect();
        // 承办建议88件，办结85件；承办提案70件，办结69件: each behind its own semicolon.
        let own: Vec<usize> =
            bases.iter().copied().filter(|&j| !self.between(j, numerator).contains(['；', ';'])).collect();
        if !own.is_empty() {
            bases = own;
        }
        // 公开信息12600条，留言办结1843条，办结率99.2%: what was put out came not in.
        let put_out = |&base: &usize| {
            let (base, part) = (self.label(base), self.label(numerator));
            let pair = |at: usize| part.get(at..at + 2 * '万'.len_utf8());
            PUT_OUT.iter().any(|w| base.contains(w))
                && !["申请", "受理", "收"].iter().any(|w| base.contains(w))
                && !(0..part.len()).filter_map(pair).any(|pair| base.contains(pair))
        };
        let known = bases.len() == 1 && !bases.iter().any(put_out);
        self.quotient(Rule::Rate, i, numerator, &bases, known)
    }

    /// A percentage that is neither a change nor bounded.
    fn percentage_fact(&self, i: usize) -> Option<&Fact<'_>> {
        let fact = &self.facts[i];
        (fact.kind == Kind::Percent && fact.change.is_none() && fact.value.is_some()).then_some(fact)
    }

    /// 占比由上年的55%提高到67%, 若按当年收件数计算，办结率为100.4%: what it is of stands in other words.
    pub(super) fn is_told_otherwise(&self, i: usize) -> bool {
        let fact = &self.facts[i];
        let lead = last_of(&self.report.source, Span::new(fact.sentence.start, fact.span.start), LONGEST_LEAD);
        let lead = self.report.text(lead).rsplit(['；', ';', '。']).next().unwrap_or_default();
        let supposed = lead.contains("若按")
            || lead.contains("如按")
            || lead.contains("按") && (lead.contains("计算，") || lead.contains("计算,"));
        let old = || i + 1 < self.facts.len() && lead.contains(['由', '从']) && self.rises(i, i + 1);
        // 合格率98.0%，较上年的97.6%提高: of the year before.
        let own = self.lead(i);
        let compared = own.contains(['较', '比']) && own.trim_end().ends_with(['的', '年', '期']);
        supposed || old() || compared
    }

    /// A percentage against the quotient of a figure and the nearest of the bases that gives it.
    fn quotient(&self, rule: Rule, i: usize, part: usize, bases: &[usize], known: bool) -> Option<Check> {
        let stated = self.facts[i].value?;
        let places = places(&self.facts[i].text);
        let first = *bases.first()?;
        if self.is_told_otherwise(i) {
            return None;
        }
        let check = |base: usize| Check::new(rule, Outcome::Broken, vec![i, part, base]);
        // 占七成以上 of figures that are exact.
        if let (None, Some(part), Some(whole)) = (self.exact(i), self.exact(part), self.exact(first)) {
            let gives = percentage(part, whole)?;
            let exactly = Interval { low: Some(gives), high: Some(gives) };
            let check = check(first).with(gives, stated);
            let fits = Interval::of(&self.facts[i])?.meets(exactly) || !known;
            return Some(if fits { check.cannot_tell(Why::Bounded) } else { check });
        }
        let bounded = |base: usize| [i, part, base].iter().any(|&j| self.exact(j).is_none());
        if bases.iter().any(|&base| bounded(base)) {
            let gives = percentage(self.facts[part].value?, self.facts[first].value?)?;
            return Some(check(first).with(rounded(gives, places), stated).cannot_tell(Why::Bounded));
        }
        let gives = |base: usize| Some(rounded(percentage(self.exact(part)?, self.exact(base)?)?, places));
        if let Some(&base) = bases.iter().find(|&&base| gives(base) == Some(stated)) {
            return Some(Check { outcome: Outcome::Holds, ..check(base).with(stated, stated) });
        }
        let expected = gives(first)?;
        let check = check(first).with(expected, stated).weighing(weight(expected, stated, places));
        Some(if known { check } else { check.cannot_tell(Why::Ambiguous) })
    }
}
