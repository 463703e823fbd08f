//! The parts of a total add up to it.

use rust_decimal::Decimal;

use super::interval::Interval;
use super::{Audit, Check, NEAR, Outcome, Rule, Severity, Why};
use crate::span::Span;

/// A list that lacks no more than so many per cent of its total is taken for complete.
const NEARLY: i64 = 2;

/// Words of a part that stands for all others.
const OTHERS: &[&str] = &["其他", "其它", "其余", "另外"];
/// Before a list that is complete.
const COMPLETE: &[&str] = &["分别为", "分别是", "分为"];
/// Before a list that may name examples.
const EXAMPLES: &[&str] = &["其中", "包括", "含", "主要"];
/// Two parts that are all there is.
const DICHOTOMIES: &[(&str, &str)] = &[
    ("专职", "兼职"),
    ("自然人", "法人"),
    ("公民", "法人"),
    ("男", "女"),
    ("城镇", "农村"),
    ("城市", "农村"),
    ("按时", "延期"),
    ("线上", "线下"),
    ("新收", "结转"),
    ("新增", "结转"),
    ("中央", "地方"),
];
/// In the words of a part by channel: one thing can go out over several.
const CHANNELS: &[&str] = &["网站", "微博", "微信", "公报", "公众号", "客户端", "平台", "公开栏"];
/// Where one breakdown ends and another may begin.
const BRACKETS: &[char] = &['）', ')', '（', '('];
const STOPS: &[char] = &['；', ';', '。', '\n'];

/// One list of parts, and what it adds up to.
struct List {
    parts: Vec<usize>,
    sum: Option<Decimal>,
}

impl Audit<'_> {
    pub(super) fn sums(&self) -> Vec<Check> {
        let totals = (0..self.facts.len()).filter(|&total| !self.parts[total].is_empty());
        totals.flat_map(|total| self.breakdowns(total)).collect()
    }

    /// The checks of the breakdowns of one total.
    fn breakdowns(&self, total: usize) -> Vec<Check> {
        let mut lists = self.lists(total);
        if let Some(last) = lists.last_mut() {
            self.complete_by_others(total, last);
        }
        lists.iter().filter_map(|list| self.added_up(total, list)).collect()
    }

    /// The lists of parts of a total: as many of its blocks as add up to it exactly are one, else each block is.
    fn lists(&self, total: usize) -> Vec<List> {
        let parts = &self.parts[total];
        let value = self.facts[total].value;
        let mut lists: Vec<List> = Vec::new();
        let mut from = 0;
        while from < parts.len() {
            let sums = self.running_sums(&parts[from..]);
            let exact =
                sums.iter().position(|sum| sum.is_some() && *sum == value).filter(|&at| at > 0 || parts.len() == 1);
            let block = self.block_end(parts, from);
            // A list that goes on behind what adds up goes on: 0件 adds nothing.
            let end = exact.map_or(block, |at| from + at + 1 + self.zeros(&parts[from + at + 1..]));
            lists.push(List { parts: parts[from..end].to_vec(), sum: sums[end - from - 1] });
            from = end;
        }
        lists
    }

    /// How many parts from the first on are zero and of the same sentence as what stands before.
    fn zeros(&self, parts: &[usize]) -> usize {
        let zero = |&&i: &&usize| {
            self.facts[i].value.is_some_and(|v| v.is_zero()) && i > 0 && !self.between(i - 1, i).contains(STOPS)
        };
        parts.iter().take_while(zero).count()
    }

    /// What the first so many parts add up to.
    fn running_sums(&self, parts: &[usize]) -> Vec<Option<Decimal>> {
        let mut sum = Some(Decimal::ZERO);
        let mut add = |i: usize| {
            sum = sum.zip(self.facts[i].value).and_then(|(sum, value)| sum.checked_add(value));
            sum
        };
        parts.iter().map(|&i| add(i)).collect()
    }

    /// Where the block of parts ends that begins at `from`: at the end of its brackets, or at a full stop or semicolon,
    /// unless that stands between every two parts.
    fn block_end(&self, parts: &[usize], from: usize) -> usize {
        let gap = |at: usize| without_brackets(self.between(parts[at - 1], parts[at]));
        let ends = |at: usize| {
            let gap = gap(at);
            gap.contains(BRACKETS) || EXAMPLES.iter().any(|w| gap.contains(w))
        };
        let stops = |at: usize| gap(at).contains(STOPS);
        let mut at = from + 1;
        let apart = at < parts.len() && stops(at);
        while at < parts.len() && !ends(at) && stops(at) == apart {
            at += 1;
        }
        at
    }

    /// 其中A、B。通过其他形式公开2025条: what stands behind the list for all others belongs to it.
    fn complete_by_others(&self, total: usize, list: &mut List) {
        let (Some(sum), Some(value), Some(&last)) = (list.sum, self.facts[total].value, list.parts.last()) else {
            return;
        };
        let after = last + 1..(last + 1 + NEAR / 4).min(self.facts.len());
        let others = |&i: &usize| {
            let near = !self.between(last, i).contains('\n');
            let beside = self.facts[i].part_of.is_none() && self.parts[i].is_empty() && self.counts(i);
            near && beside && self.same_unit(i, total) && self.of_others(i)
        };
        if sum >= value {
            return;
        }
        let Some(others) = after.into_iter().find(others) else { return };
        let all = self.facts[others].value.and_then(|v| sum.checked_add(v)).filter(|all| !beyond(*all, value));
        if all.is_some() {
            list.parts.push(others);
            list.sum = all;
        }
    }

    /// Whether the words of a fact stand for all others.
    fn of_others(&self, i: usize) -> bool {
        let label = self.facts[i].label_span.map_or(self.facts[i].span, |label| label);
        let start = label.start.min(self.facts[i].span.start);
        // 通过其它|形式公开: the label may begin behind the word.
        let before = crate::glyph::last_of(&self.report.source, Span::new(0, start.min(self.report.source.len())), 12);
        let clause = self.report.text(Span::new(before.start, self.facts[i].span.start));
        let clause = clause.rsplit(['，', '。', '；', '、', '：']).next().unwrap_or(clause);
        OTHERS.iter().any(|w| self.label(i).starts_with(w) || clause.contains(w))
    }

    fn added_up(&self, total: usize, list: &List) -> Option<Check> {
        let (sum, stated) = (list.sum?, self.facts[total].value?);
        let facts = [total].into_iter().chain(list.parts.iter().copied()).collect();
        let check = Check::new(Rule::Sum, Outcome::Broken, facts).with(sum, stated);
        let bounded =
            self.facts[total].bound != crate::Bound::Exact || list.parts.iter().any(|&i| self.exact(i).is_none());
        if sum == stated && !bounded {
            // One part that is all of its total says nothing.
            return (list.parts.len() > 1).then_some(Check { outcome: Outcome::Holds, ..check });
        }
        if bounded {
            let parts = list.parts.iter().map(|&i| Interval::of(&self.facts[i]));
            let zero = Interval { low: Some(Decimal::ZERO), high: Some(Decimal::ZERO) };
            let all = parts.into_iter().try_fold(zero, |sum, part| Some(sum.plus(part?)))?;
            if all.meets(Interval::of(&self.facts[total])?) {
                return Some(check.cannot_tell(Why::Bounded));
            }
        }
        Some(self.accused(total, list, check, sum, stated))
    }

    /// A sum that is not that of the total: whether the list is complete, and how much it weighs.
    fn accused(&self, total: usize, list: &List, check: Check, sum: Decimal, stated: Decimal) -> Check {
        let channels = list.parts.iter().any(|&i| CHANNELS.iter().any(|w| self.label(i).contains(w)));
        if sum > stated {
            return match (beyond(sum, stated), channels) {
                (true, _) => check.cannot_tell(Why::Ambiguous),
                (false, true) => check.weighing(Severity::Note),
                (false, false) if list.parts.len() > 1 => check,
                (false, false) => check.cannot_tell(Why::Examples),
            };
        }
        let near = list.parts.len() > 2 && (stated - sum) * Decimal::ONE_HUNDRED <= Decimal::from(NEARLY) * stated;
        match (self.complete(total, list), near) {
            (true, _) => check,
            (false, true) => check.weighing(Severity::Warning),
            (false, false) => check.cannot_tell(Why::Examples),
        }
    }

    /// Whether the wording says that a list is complete.
    fn complete(&self, total: usize, list: &List) -> bool {
        if list.parts.len() < 2 {
            return false;
        }
        let first = list.parts[0];
        let opening = if first > 0 { self.between(first - 1, first) } else { "" };
        let examples = EXAMPLES.iter().any(|w| opening.contains(w));
        let labels = |word: &str| list.parts.iter().any(|&i| self.label(i).contains(word));
        let dichotomy = list.parts.len() == 2 && DICHOTOMIES.iter().any(|(a, b)| labels(a) && labels(b));
        let others = list.parts.iter().any(|&i| self.of_others(i));
        let aside = first == total + 1 && opening.trim_start().starts_with(['（', '(']) && !examples;
        let told = COMPLETE.iter().any(|w| opening.contains(w)) && !opening.contains("主要");
        others || dichotomy || aside || told
    }
}

/// What is told by place and by kind at once adds up to twice the total: past one and a half of it, no sum is meant.
fn beyond(sum: Decimal, total: Decimal) -> bool {
    Decimal::TWO * sum >= Decimal::from(3) * total
}

/// A piece without what stands in brackets that open and close inside it.
fn without_brackets(piece: &str) -> std::borrow::Cow<'_, str> {
    if !piece.contains(['（', '(']) {
        return piece.into();
    }
    let mut kept = String::with_capacity(piece.len());
    let mut open: Vec<usize> = Vec::new();
    for c in piece.chars() {
        match c {
            '（' | '(' => {
                open.push(kept.len());
                kept.push(c);
            }
            '）' | ')' if !open.is_empty() => kept.truncate(open.pop().unwrap_or(0)),
            _ => kept.push(c),
        }
    }
    kept.into()
}
