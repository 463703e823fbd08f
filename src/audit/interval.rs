//! What a fact says its value may be.

use rust_decimal::Decimal;

use crate::fact::{Bound, Fact};

/// Between these two, ends included; an end that is none is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Interval {
    pub(super) low: Option<Decimal>,
    pub(super) high: Option<Decimal>,
}

impl Interval {
    /// What a fact says; none for a fraction, which is no value.
    pub(super) fn of(fact: &Fact<'_>) -> Option<Interval> {
        if fact.bound == Bound::Range {
            return Some(Interval { low: fact.lower, high: fact.upper });
        }
        let value = fact.value?;
        Some(match fact.bound {
            Bound::Exact => Interval { low: Some(value), high: Some(value) },
            Bound::MoreThan | Bound::AtLeast => Interval { low: Some(value), high: None },
            Bound::LessThan | Bound::AtMost => Interval { low: None, high: Some(value) },
            // About 1.2万 is something between 1.1万 and 1.3万.
            _ => {
                let step = last_digit(value);
                Interval { low: value.checked_sub(step), high: value.checked_add(step) }
            }
        })
    }

    pub(super) fn plus(self, other: Interval) -> Interval {
        let add = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_add(b?);
        Interval { low: add(self.low, other.low), high: add(self.high, other.high) }
    }

    pub(super) fn minus(self, other: Interval) -> Interval {
        let subtract = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_sub(b?);
        Interval { low: subtract(self.low, other.high), high: subtract(self.high, other.low) }
    }

    /// Whether one value can be in both.
    pub(super) fn meets(self, other: Interval) -> bool {
        let below = |high: Option<Decimal>, low: Option<Decimal>| high.zip(low).is_some_and(|(high, low)| high < low);
        !below(self.high, other.low) && !below(other.high, self.low)
    }
}

/// One unit of the last digit that is not zero: 1000 of 12000, 0.1 of 99.8.
pub(super) fn last_digit(value: Decimal) -> Decimal {
    let value = value.normalize();
    if value.scale() > 0 {
        return Decimal::new(1, value.scale());
    }
    let mut step = Decimal::ONE;
    while !value.is_zero() && (value % (step * Decimal::TEN)).is_zero() {
        step *= Decimal::TEN;
    }
    step
}

/// The value of a fact that is not bounded.
pub(super) fn exact(fact: &Fact<'_>) -> Option<Decimal> {
    fact.value.filter(|_| fact.bound == Bound::Exact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digit_of_a_number() {
        let digits =
            [("12000", "1000"), ("99.8", "0.1"), ("7", "1"), ("0", "1"), ("3000000", "1000000"), ("2.50", "0.1")];
        for (value, step) in digits {
            assert_eq!(last_digit(value.parse().unwrap()), step.parse().unwrap(), "{value}");
        }
    }
}
