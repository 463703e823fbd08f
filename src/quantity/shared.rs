//! Numbers that share a unit: lists (3、5、8件), ranges (3至5万元), and 由47.6提升至73.4%.

use rust_decimal::Decimal;

use super::words::*;
use super::{LastWhat, Number, Quantity, Reader, Shared};
use crate::fact::{Bound, Kind, Reason};
use crate::glyph::is_space;
use crate::scan::Style;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    List,
    Range,
    Change,
}

impl Reader<'_> {
    /// How the text between two numerals joins them, if it does.
    fn joint(&self, from: &Number, to: usize) -> Option<Joint> {
        let gap = self.text[from.scan.end..to].trim_matches(is_space);
        if RANGE.contains(&gap) {
            return Some(Joint::Range);
        }
        if LIST.contains(&gap) {
            return Some(Joint::List);
        }
        let arrives = gap.chars().count() <= 8 && ARRIVAL.iter().any(|w| gap.ends_with(w));
        let plain = gap.chars().all(super::is_han);
        (arrives && plain && self.left(from.begin(), 24).contains(DEPARTURE)).then_some(Joint::Change)
    }

    /// Whether `from` and the number at `to` are the two values of a change.
    pub(super) fn changes(&self, from: &Number, to: usize) -> bool {
        from.scan.end <= to && self.joint(from, to) == Some(Joint::Change)
    }

    pub(super) fn joins_waiting(&self, number: &Number) -> bool {
        self.waiting.last().is_some_and(|w| self.joint(w, number.start).is_some())
    }

    /// Where a range begins that the number ends, or the number.
    pub(super) fn begin_of_range(&self, number: &Number) -> usize {
        let from = self.waiting.last().filter(|w| self.joint(w, number.start) == Some(Joint::Range));
        from.map_or(number.begin(), Number::begin)
    }

    /// Nothing came that the waiting numerals could share.
    pub(super) fn flush(&mut self) {
        self.give_up_waiting(Reason::Bare);
    }

    /// The waiting numerals are of the same sort as what came: 三、四级, 2015、2016年.
    pub(super) fn give_up_waiting(&mut self, reason: Reason) {
        if self.waiting.is_empty() {
            return;
        }
        let block = &self.text[self.block.range()];
        let ratio = |words: &str| RATIOS.iter().any(|word| words.contains(word));
        let ratios = reason == Reason::Bare && *self.ratios.get_or_insert_with(|| ratio(block));
        for number in std::mem::take(&mut self.waiting) {
            let compared = ratios && ratio(self.left(number.begin(), 20));
            self.reject(number.span(), if compared { Reason::Ratio } else { reason });
        }
    }

    /// A quantity has come: the waiting numerals take its unit, and what joins to a range does.
    pub(super) fn share(&mut self, quantity: Quantity, number: Option<Number>) {
        let (Some(number), Some(shared)) = (number, quantity.shared) else {
            self.flush();
            return self.push(quantity, number);
        };
        let waiting = std::mem::take(&mut self.waiting);
        let mut items = waiting.as_slice();
        let mut quantity = quantity;
        if let Some((last, before)) = items.split_last()
            && let Some(range) = self.range(last, &number, &quantity, shared)
        {
            quantity = range;
            items = before;
        }
        for item in items {
            match self.share_one(item, &quantity, shared) {
                Some(one) => self.reading.quantities.push(one),
                None => self.reject(item.span(), Reason::Bare),
            }
        }
        self.push(quantity, Some(number).filter(|_| waiting.is_empty()));
    }

    /// 提高0.4个、1.9个百分点: what stands before points in a list and counts nothing is points too.
    fn points_before(&mut self, points: &Quantity) {
        let mut next = points.span.start;
        for before in self.reading.quantities.iter_mut().rev() {
            let joined =
                before.span.end <= next && LIST.contains(&self.text[before.span.end..next].trim_matches(is_space));
            let bare = before.kind == Kind::Count && before.unit.as_deref() == Some("个");
            if before.span.start < self.block.start || !joined || !bare {
                return;
            }
            next = before.span.start;
            (before.kind, before.unit) = (points.kind, points.unit.clone());
        }
    }

    /// Writes a quantity down; with the one before it, where the two are a range.
    fn push(&mut self, quantity: Quantity, number: Option<Number>) {
        if quantity.kind == Kind::PercentPoint {
            self.points_before(&quantity);
        }
        match number.and_then(|n| self.range_of_wholes(&n, &quantity)) {
            Some(range) => {
                self.reading.quantities.pop();
                self.reading.quantities.push(range);
            }
            None => self.reading.quantities.push(quantity),
        }
    }

    fn share_one(&self, item: &Number, with: &Quantity, shared: Shared) -> Option<Quantity> {
        let factor = times(share_scale(item, shared.scale, Decimal::ONE_THOUSAND), shared.factor)?;
        let (lower, upper) = item.values();
        let (lower, upper) = (times(lower, factor)?, times(upper, factor)?);
        let bound = if item.scan.more { Bound::MoreThan } else { Bound::Exact };
        let one = Quantity {
            span: item.span(),
            kind: with.kind,
            value: Some(lower),
            lower: None,
            upper: None,
            unit: with.unit.clone(),
            bound,
            shared: None,
        };
        Some(if lower == upper { one } else { one.ranging(lower, upper) })
    }

    /// 3至5万元, 3、4个, 三、四百人: the numeral that waits and the one that came are two ends of a range.
    fn range(&self, from: &Number, to: &Number, with: &Quantity, shared: Shared) -> Option<Quantity> {
        let upper = with.value?;
        let scale = match self.joint(from, to.start)? {
            Joint::Range => share_scale(from, shared.scale, mantissa(to, shared.scale)),
            Joint::List => {
                let one = one_more(from, to)?;
                let apart = self.left(from.begin(), 12).contains("分别") || self.waiting_before(from);
                if apart || self.text[from.scan.end..to.start].trim_matches(is_space) != "、" {
                    return None;
                }
                one
            }
            Joint::Change => return None,
        };
        let lower = times(times(from.values().0, scale)?, shared.factor)?;
        if lower >= upper || self.left(from.begin(), 1).contains(DEPARTURE) {
            return None;
        }
        let start = super::bound::prefix(self.text, self.block.start, from.begin(), false)
            .map_or(from.begin(), |(start, _)| start);
        Some(with.clone().starting(start).ranging(lower, upper))
    }

    /// Whether `from` is itself an item of a longer list.
    fn waiting_before(&self, from: &Number) -> bool {
        self.left(from.begin(), 1) == "、"
    }

    /// 2%-4%, 5亿元至8亿元: two whole expressions of one unit.
    fn range_of_wholes(&self, to: &Number, with: &Quantity) -> Option<Quantity> {
        let from = self.reading.quantities.last()?;
        if self.last.what != LastWhat::Quantity || from.span.end != self.last.end || from.span.end > with.span.start {
            return None;
        }
        let gap = self.text[from.span.end..to.start].trim_matches(is_space);
        let (lower, upper) = (from.value?, with.value?);
        let same = from.kind == with.kind && from.unit == with.unit && lower < upper;
        let departs = self.left(from.span.start, 1).contains(DEPARTURE);
        (RANGE.contains(&gap) && same && !departs).then(|| with.clone().starting(from.span.start).ranging(lower, upper))
    }
}

/// The scale that an unscaled numeral takes from the one with the unit: 3至5万元. One that is `most` or more
/// has its own (3000至5万元).
fn share_scale(item: &Number, scale: u32, most: Decimal) -> Decimal {
    let own = item.scan.scale > 0 || item.scan.upper >= most;
    if own { Decimal::ONE } else { power(scale) }
}

/// Scales past 万亿亿 are not shared.
fn power(exponent: u32) -> Decimal {
    10u64.checked_pow(exponent).map_or(Decimal::ONE, Decimal::from)
}

fn mantissa(number: &Number, scale: u32) -> Decimal {
    let own = if number.scan.scale > 0 { power(scale) } else { Decimal::ONE };
    number.scan.upper.checked_div(own).unwrap_or(number.scan.upper)
}

/// The second of two digits is one more than the first: 3、4个 (1), 三、四百人 (100).
fn one_more(from: &Number, to: &Number) -> Option<Decimal> {
    let nine = Decimal::from(9);
    let first = from.scan.lower;
    if !first.is_integer() || first < Decimal::ONE || first > nine {
        return None;
    }
    let next = first + Decimal::ONE;
    let unit = to.scan.lower.checked_div(next)?;
    let whole = to.scan.lower == to.scan.upper && unit.is_integer() && unit.mantissa() > 0;
    let power_of_ten = whole && {
        let mut n = unit.mantissa();
        while n % 10 == 0 {
            n /= 10;
        }
        n == 1
    };
    // In Arabic digits only 3、4个 is one: 3、40个 states 3 and 40.
    (power_of_ten && (to.scan.style != Style::Arabic || unit == Decimal::ONE)).then_some(unit)
}

fn times(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_mul(b).map(|product| product.normalize())
}
