//! What is told of the official rows: one value each, and the identities of the form. And values that cannot be.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::interval::Interval;
use super::{Audit, Check, Outcome, Rule, Severity, Why};
use crate::fact::{Kind, Stated};
use crate::span::Span;

/// The rows of the left side add up to what those of the right side add up to; how much it weighs where they do not.
struct Identity(&'static [&'static str], &'static [&'static str], Severity);

/// The identities of the forms: `hard` ones are printed in the form itself.
const IDENTITIES: &[Identity] = &[
    // 2019 and later: all that came in is all that went out.
    Identity(
        &["requests.received", "requests.carried_in"],
        &["requests.closed", "requests.carried_over"],
        Severity::Error,
    ),
    Identity(
        &["requests.received"],
        &[
            "requests.received.in_person",
            "requests.received.fax",
            "requests.received.online",
            "requests.received.letter",
        ],
        Severity::Error,
    ),
    Identity(
        &["requests.received"],
        &["requests.received.natural_person", "requests.received.organization"],
        Severity::Error,
    ),
    Identity(
        &["requests.received.organization"],
        &[
            "requests.received.business",
            "requests.received.research",
            "requests.received.social",
            "requests.received.legal_service",
            "requests.received.other_organization",
        ],
        Severity::Error,
    ),
    Identity(&["requests.closed"], &["requests.closed.on_time", "requests.closed.extended"], Severity::Error),
    Identity(
        &["requests.answered"],
        &[
            "requests.already_public",
            "requests.granted",
            "requests.granted_in_part",
            "requests.refused",
            "requests.not_responsible",
            "requests.nonexistent",
            "requests.to_be_amended",
            "requests.redirected",
        ],
        Severity::Error,
    ),
    Identity(
        &["requests.refused"],
        &[
            "requests.refused.state_secret",
            "requests.refused.trade_secret",
            "requests.refused.privacy",
            "requests.refused.safety",
            "requests.refused.not_government_information",
            "requests.refused.other",
        ],
        Severity::Error,
    ),
    Identity(
        &["requests.closed"],
        &[
            "requests.granted",
            "requests.granted_in_part",
            "requests.refused",
            "requests.unavailable",
            "requests.not_processed",
            "requests.otherwise",
        ],
        Severity::Error,
    ),
    Identity(&["litigation.total"], &["litigation.direct", "litigation.after_review"], Severity::Error),
    Identity(&["staff.total"], &["staff.full_time", "staff.part_time"], Severity::Error),
    // Pending cases were sometimes left out.
    Identity(
        &["review.total"],
        &["review.upheld", "review.corrected", "review.other", "review.pending"],
        Severity::Warning,
    ),
];

/// The first row is not more than the second; how much it weighs where it is.
const LIMITS: &[(&str, &str, Severity)] = &[
    ("disclosure.normative", "disclosure.total", Severity::Error),
    ("disclosure.website", "disclosure.total", Severity::Note),
    ("disclosure.gazette", "disclosure.total", Severity::Note),
    ("disclosure.microblog", "disclosure.total", Severity::Note),
    ("disclosure.wechat", "disclosure.total", Severity::Note),
    ("requests.received.natural_person", "requests.received", Severity::Error),
    ("requests.closed.on_time", "requests.closed", Severity::Error),
];

/// A name has at least so many characters.
const SHORTEST_NAME: usize = 4;

/// Rates that may be more than all: 完成率, 增长率, 产销率.
const BEYOND: &[&str] = &[
    "完成", "增长", "增速", "增幅", "产销", "负债", "达产", "计划", "预算", "利润", "回报", "周转", "收益", "目标",
    "任务", "上年", "去年", "倍", "超额", "债务", "偿债", "拨备",
];

/// A label without the verb of disclosing before it.
fn thing(label: &str) -> &str {
    ["主动公开", "公开", "发布"].iter().find_map(|verb| label.strip_prefix(verb)).unwrap_or(label)
}

impl Audit<'_> {
    /// One row, or one label in a list, that is told more than once.
    pub(super) fn conflicts(&self) -> Vec<Check> {
        let rows = self.told_again();
        let lists = (0..self.facts.len()).filter_map(|i| Some((i, self.same_in_list(i)?)));
        let told =
            |&(i, first): &(usize, usize)| self.facts[i].indicator.is_none() || self.facts[first].indicator.is_none();
        let lists = lists.filter(told);
        // Two tables of one kind may be of two years, or of the body and a part of it.
        let cell = |i: usize| self.facts[i].stated == Stated::Cell;
        let weight = move |i, first| if cell(i) && cell(first) { Severity::Note } else { Severity::Error };
        let rows = rows.into_iter().map(|(i, first)| self.told_twice(i, first, weight(i, first)));
        rows.chain(lists.filter_map(|(i, first)| self.differs(i, first))).collect()
    }

    /// Every fact whose row was told before, with the first that told it.
    fn told_again(&self) -> Vec<(usize, usize)> {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        let rows = self.facts.iter().enumerate().filter_map(|(i, fact)| Some((i, fact.indicator.as_deref()?)));
        rows.map(|(i, row)| (i, *first.entry(row).or_insert(i))).filter(|(i, first)| i != first).collect()
    }

    fn told_twice(&self, i: usize, first: usize, severity: Severity) -> Check {
        let (a, b) = (&self.facts[first], &self.facts[i]);
        let check = Check::new(Rule::Conflict, Outcome::Broken, vec![i, first]).weighing(severity);
        // A range is told by its lower end.
        let check = match (a.value.or(a.lower), b.value.or(b.lower)) {
            (Some(a), Some(b)) => check.with(a, b),
            _ => check,
        };
        match (self.exact(first), self.exact(i)) {
            (Some(a), Some(b)) if a == b => Check { outcome: Outcome::Holds, ..check },
            (Some(_), Some(_)) => check,
            _ => match (Interval::of(a), Interval::of(b)) {
                (Some(a), Some(b)) if !a.meets(b) => check,
                _ => check.cannot_tell(Why::Bounded),
            },
        }
    }

    /// 公共资源配置信息135条，公共资源配置信息92条: the item before in the list with the same name.
    fn same_in_list(&self, i: usize) -> Option<usize> {
        let label = self.facts[i].label_span?;
        let total = self.facts[i].part_of;
        // 收取420元 … 收取290元: a verb is said again of other things.
        let named = self.label(i).chars().count() >= SHORTEST_NAME;
        let same = |j: usize| {
            // 公开教育类信息45条、…、教育类信息52条.
            let called = thing(self.label(i)) == thing(self.label(j));
            // 上半年公开信息1530条，下半年公开信息1872条 are two.
            let apart = match (self.words_before_label(i), self.words_before_label(j)) {
                ("", _) | (_, "") => false,
                (one, other) => one != other,
            };
            let apart = apart || self.facts[i].period != self.facts[j].period;
            called && !apart && self.same_unit(i, j) && self.facts[j].label_span != Some(label)
        };
        // The items stand in a row: each is a part of the one total, or joined to the one before.
        let joined = |k: usize| match total {
            Some(total) => self.facts[k].part_of == Some(total),
            None => k > 0 && self.facts[k].part_of.is_none() && self.between(k - 1, k).starts_with('、'),
        };
        let row = (0..i).rev().take(super::NEAR).take_while(|&j| joined(j + 1) && total.is_none_or(|_| joined(j)));
        row.into_iter().filter(|_| named).find(|&j| same(j))
    }

    /// What stands before the label of a fact in its clause, since the figure before.
    fn words_before_label(&self, i: usize) -> &str {
        let Some(label) = self.facts[i].label_span else { return "" };
        let start = i.checked_sub(1).map_or(0, |j| self.facts[j].span.end).max(self.facts[i].sentence.start);
        let said = self.report.text(Span::new(start.min(label.start), label.start));
        said.rsplit(['，', '、', '；', '：', ',', ';', ':', '（', '(']).next().unwrap_or_default().trim()
    }

    fn differs(&self, i: usize, first: usize) -> Option<Check> {
        let check = self.told_twice(i, first, Severity::Warning);
        (check.outcome != Outcome::Holds).then_some(check)
    }

    /// The one value of a row that is told; none where it has several.
    pub(super) fn row(&self, code: &str) -> Option<(usize, Decimal)> {
        self.rows.get(code).copied().flatten()
    }

    pub(super) fn identities(&self) -> Vec<Check> {
        let sums = IDENTITIES.iter().filter_map(|identity| self.identity(identity));
        sums.chain(LIMITS.iter().filter_map(|&(part, whole, severity)| self.limit(part, whole, severity))).collect()
    }

    fn identity(&self, &Identity(left, right, severity): &Identity) -> Option<Check> {
        let rows = |codes: &[&str]| codes.iter().map(|code| self.row(code)).collect::<Option<Vec<_>>>();
        let (left, right) = (rows(left)?, rows(right)?);
        // The parts of a total are added up already.
        let total = left[0].0;
        let prose = self.facts[total].stated != Stated::Cell;
        if prose && left.len() == 1 && right.iter().all(|&(i, _)| self.facts[i].part_of == Some(total)) {
            return None;
        }
        let sum = |rows: &[(usize, Decimal)]| rows.iter().try_fold(Decimal::ZERO, |sum, (_, v)| sum.checked_add(*v));
        let (expected, stated) = (sum(&left)?, sum(&right)?);
        let facts = left.iter().chain(&right).map(|&(i, _)| i).collect();
        let outcome = if expected == stated { Outcome::Holds } else { Outcome::Broken };
        Some(Check::new(Rule::Identity, outcome, facts).with(expected, stated).weighing(severity))
    }

    /// A part of a row that is more than it; one that is not says little, and is no check.
    fn limit(&self, part: &str, whole: &str, severity: Severity) -> Option<Check> {
        let ((i, part), (j, whole)) = (self.row(part)?, self.row(whole)?);
        (part > whole)
            .then(|| Check::new(Rule::Identity, Outcome::Broken, vec![i, j]).with(whole, part).weighing(severity))
    }

    /// Rates and shares beyond 0 and 100%, and a publication before what it reports had ended.
    pub(super) fn ranges(&self) -> Vec<Check> {
        let rates = (0..self.facts.len()).filter(|&i| self.beyond(i));
        let mut checks: Vec<Check> = rates.filter_map(|i| self.out_of_range(i)).collect();
        if let (Some(published), Some(period)) = (self.report.published(), self.report.period())
            && published < period.end
        {
            checks.push(Check::new(Rule::Range, Outcome::Broken, Vec::new()).weighing(Severity::Warning));
        }
        checks
    }

    fn beyond(&self, i: usize) -> bool {
        let fact = &self.facts[i];
        let of_all = fact.kind == Kind::Percent && fact.change.is_none() && fact.stated == Stated::Number;
        let outside = fact.value.is_some_and(|v| v > Decimal::ONE_HUNDRED || v < Decimal::ZERO);
        let label = self.label(i);
        let whole = fact.of_whole.as_ref().and_then(|w| w.label.as_deref()).unwrap_or_default();
        let rate = label.ends_with('率') || label.ends_with("占比") || fact.of_whole.is_some();
        of_all
            && outside
            && rate
            && !self.is_told_otherwise(i)
            && !BEYOND.iter().any(|w| label.contains(w) || whole.contains(w))
    }

    fn out_of_range(&self, i: usize) -> Option<Check> {
        let stated = self.facts[i].value?;
        let limit = if stated < Decimal::ZERO { Decimal::ZERO } else { Decimal::ONE_HUNDRED };
        Some(Check::new(Rule::Range, Outcome::Broken, vec![i]).with(limit, stated))
    }
}
