//! The parts of a total add up to it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::interval::Interval;
use super::{Audit, Check, NEAR, Outcome, Rule, Severity, Why};
use crate::fact::{Kind, Stated};
use crate::glyph::is_han;
use crate::span::Span;

/// A list that lacks no more than so many per cent of its total is taken for complete.
pub(super) const NEARLY: i64 = 2;

/// A list that nothing links to a total is one of it where it lacks no more, in per cent.
pub(super) const LOOSE: i64 = 15;
/// Between the items of such a list, in bytes.
const LONGEST_GAP: usize = 90;
/// What opens a list that says that it is one.
const CUES: &[&str] = &["分别", "看，", "看,", "分，", "分,", "划分", "中，", "中,"];
/// Before the sum of what stands before, no further into its clause than 全年.
const LONGEST_SCOPE: usize = 6;
const SUMMING: &[&str] = &["合计", "共计", "总计"];
/// Before the number of those that are summed up.
const PREVIOUS: &[&str] = &["上述", "以上", "前述"];
/// Before what has come together over the years, and before what has come this year.
const RUNNING: &[&str] = &["累计建成", "累计达", "累计达到", "累计"];
const ADDED: &[&str] = &["新建", "新增", "新建成", "新改建", "净增"];

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
    ("建议", "提案"),
    ("新增", "结转"),
    ("中央", "地方"),
];
/// What goes out and what comes in.
const TRADE: (&str, &str) = ("出口", "进口");
/// In the words of a part by channel: one thing can go out over several.
const CHANNELS: &[&str] = &["网站", "微博", "微信", "公报", "公众号", "客户端", "平台", "公开栏"];
/// In the label of a mean.
const MEANS: &[&str] = &["人均", "户均", "村均", "平均", "均价"];
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
        // Those of tables are added up by the identities of the form.
        let prose = |total: &usize| self.facts[*total].stated != Stated::Cell;
        let totals = (0..self.facts.len()).filter(|&total| !self.parts[total].is_empty()).filter(prose);
        let mut checks: Vec<Check> = totals.flat_map(|total| self.breakdowns(total)).collect();
        // Every figure is an item of one list.
        let mut next = 0;
        for i in 0..self.facts.len() {
            let check = if i < next {
                None
            } else {
                self.unlinked(i).or_else(|| self.summed(i)).or_else(|| self.exceeding(i)).or_else(|| self.outrun(i))
            };
            next = next.max(check.as_ref().and_then(|c| c.facts.last()).map_or(0, |last| last + 1));
            checks.extend(check);
        }
        checks
    }

    /// A list that says that it is one and adds up to no total, so that its items are parts of none: 1860条，分别为1020条、645条和185条.
    fn unlinked(&self, first: usize) -> Option<Check> {
        let before = first.checked_sub(1).filter(|_| self.free(first))?;
        let total = (0..first).rev().take(NEAR).find(|&t| {
            let whole = self.counts(t) && self.same_unit(t, first) && self.facts[t].part_of.is_none();
            whole && self.facts[t].value >= self.facts[first].value
        })?;
        // In the sentence of the total, or in the next.
        if !self.follows(total, first) {
            return None;
        }
        // 不予公开17件，无法提供46件，不予处理21件，其他处理29件: the total is none of a list itself.
        let listed = total.checked_sub(1).is_some_and(|j| {
            self.free(j) && self.same_unit(j, total) && self.facts[j].sentence == self.facts[total].sentence
        });
        let opening = self.between(before, first);
        let cued = CUES.iter().any(|w| opening.contains(w));
        if !cued && (before != total || listed) {
            return None;
        }
        let list = self.run(first);
        let rest = || list.parts.iter().skip(1).any(|&i| self.of_others(i));
        let fits = list.parts.len() > 1 && (cued || rest());
        fits.then(|| self.nearly(total, list, cued && opening.contains("分别")))?
    }

    /// Whether a fact stands in the sentence of one before it, or in the next one of its paragraph.
    fn follows(&self, i: usize, j: usize) -> bool {
        let (one, other) = (self.facts[i].sentence, self.facts[j].sentence);
        one == other || self.report.text(Span::new(one.end, other.start.max(one.end))).is_empty()
    }

    /// 解读稿件32篇，其中图解37篇: one of them is more than all.
    fn exceeding(&self, part: usize) -> Option<Check> {
        let total = part.checked_sub(1).filter(|&t| self.free(part) && self.counts(t) && self.same_unit(t, part))?;
        if !self.between(total, part).trim_start_matches(['，', ',', '。', '；']).starts_with("其中") {
            return None;
        }
        let (whole, more) = (self.exact(total)?, self.exact(part)?);
        let room = || self.before(total).any(|j| self.same_unit(j, part) && self.facts[j].value >= Some(more));
        // 人均收入21340元，净增1762元，其中城镇居民29350元: of a mean some have more, and a change is no total.
        let mean = || MEANS.iter().any(|w| self.label(total).contains(w));
        let moved = || self.lead(total).ends_with(['增', '加', '减', '少']);
        let check = Check::new(Rule::Sum, Outcome::Broken, vec![total, part]).with(more, whole);
        (more > whole && !mean() && !moved() && !room()).then_some(check)
    }

    /// 新建8.5万亩，累计建成6.3万亩: what came this year is in what has come together.
    fn outrun(&self, total: usize) -> Option<Check> {
        let added =
            total.checked_sub(1).filter(|&j| self.same_unit(j, total) && self.counts(j) && self.counts(total))?;
        let (whole, more) = (self.exact(total)?, self.exact(added)?);
        if more <= whole {
            return None;
        }
        let lead = self.between(added, total);
        let running = lead.strip_prefix('，').is_some_and(|told| RUNNING.contains(&told));
        let new = ADDED.iter().any(|w| self.label(added).starts_with(w) || self.lead(added).contains(w));
        // 累计800人享受待遇 is said of some.
        let ends = self.report.source.get(self.facts[total].span.end..).is_none_or(|rest| !rest.starts_with(is_han));
        let check = Check::new(Rule::Sum, Outcome::Broken, vec![total, added]).with(more, whole);
        (running && new && ends).then_some(check)
    }

    /// A受理2140件，B受理1665件，合计4995件: the figures before one that sums them up.
    fn summed(&self, total: usize) -> Option<Check> {
        let before = total.checked_sub(1).filter(|_| self.free(total) || self.repeats(total))?;
        let lead = self.between(before, total);
        // 办理结果总计 is a noun.
        let opens = lead.trim_start_matches(['，', ',']);
        let near = |at: usize| opens.get(at..).is_some_and(|rest| SUMMING.iter().any(|w| rest.starts_with(w)));
        let sums = (0..=LONGEST_SCOPE).any(near) && !lead.contains(STOPS);
        if !sums {
            return None;
        }
        // 公开1864条，其中…。以上五类合计1864条: those that are parts of the total already.
        let of = self.facts[before].part_of;
        let item = |j: usize| self.counts(j) && self.parts[j].is_empty() && self.facts[j].part_of == of;
        // 上述四项合计: so many of them.
        let number = Some(before).filter(|&j| {
            let lead = self.lead(j);
            !self.same_unit(j, total) && PREVIOUS.iter().any(|w| lead.trim_start_matches(['，', ',']).starts_with(w))
        });
        let most = number.and_then(|j| self.exact(j)?.to_usize());
        let mut parts: Vec<usize> = (0..number.unwrap_or(total))
            .rev()
            .take(most.unwrap_or(NEAR).min(NEAR))
            .take_while(|&j| self.follows(j, total) && item(j) && self.same_unit(j, total))
            .collect();
        if most.is_some_and(|most| most != parts.len()) {
            return None;
        }
        parts.reverse();
        let sum = self.running_sums(&parts).last().copied()?;
        (parts.len() > 1).then(|| self.nearly(total, List { parts, sum }, true))?
    }

    /// Whether a fact that sums up is told once more what it is a part of.
    fn repeats(&self, i: usize) -> bool {
        let total = self.facts[i].part_of;
        self.counts(i) && self.parts[i].is_empty() && total.is_some_and(|t| self.facts[t].value == self.facts[i].value)
    }

    /// Whether a fact counts things and belongs to no breakdown yet.
    fn free(&self, i: usize) -> bool {
        self.counts(i) && self.facts[i].part_of.is_none() && self.parts[i].is_empty()
    }

    /// The free figures from `first` on that stand in a row.
    fn run(&self, first: usize) -> List {
        let goes_on = |&i: &usize| {
            let joined = i == first || {
                let gap = self.between(i - 1, i);
                gap.len() <= LONGEST_GAP && !gap.contains(STOPS) && !EXAMPLES.iter().any(|w| gap.contains(w))
            };
            joined && self.free(i) && self.same_unit(i, first) && self.facts[i].sentence == self.facts[first].sentence
        };
        let parts: Vec<usize> = (first..self.facts.len()).take(NEAR).take_while(goes_on).collect();
        let sum = self.running_sums(&parts).last().copied().flatten();
        List { parts, sum }
    }

    /// A list that no link says to be one of a total is held against it only where it is nearly all of it.
    fn nearly(&self, total: usize, list: List, told: bool) -> Option<Check> {
        let (sum, stated) = (list.sum?, self.facts[total].value?);
        let check = self.added_up(total, &list).filter(|_| !self.is_far(sum, stated, LOOSE))?;
        match check.outcome {
            Outcome::CannotTell if told && check.why == Some(Why::Examples) => {
                Some(Check { outcome: Outcome::Broken, why: None, ..check })
            }
            Outcome::CannotTell => None,
            _ => Some(check),
        }
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
            let adds_up = |sums: &[Option<Decimal>]| {
                sums.iter().position(|sum| sum.is_some() && *sum == value).filter(|&at| at > 0 || parts.len() == 1)
            };
            let exact = adds_up(&sums);
            let block = self.block_end(parts, from);
            // 其中全文电子化的11974条。按主体分，县政府1043条，…: another list begins where that adds up from there on.
            let next = || block - from == 2 && adds_up(&self.running_sums(&parts[from + 1..])).is_some();
            let block = if exact.is_none() && next() { from + 1 } else { block };
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
        // （其中1件为上年结转），已答复8件，其余1件: what is left of something else.
        let alike = |i: &usize| self.counts(*i) && self.same_unit(*i, total);
        let Some(others) = after.into_iter().find(alike).filter(others) else { return };
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
        let clause = clause.rsplit(['，', '。', '；', '、', '：', ',', ';', ':']).next().unwrap_or(clause);
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
        // 县档案馆、县图书馆各1处: more than is told.
        if list.parts.iter().any(|&i| self.lead(i).trim_end().ends_with('各')) {
            return check.cannot_tell(Why::Ambiguous);
        }
        // 2008年以来公开15764条，其中2008年至2011年分别为…: of other times than the total.
        let period = self.facts[total].period;
        if list.parts.iter().all(|&i| self.facts[i].period.is_some_and(|p| period.is_some_and(|of| p.end < of.end))) {
            return check.cannot_tell(Why::Examples);
        }
        // 其中民生支出28.2亿元，教育支出7.6亿元: of money the first may be what holds the others.
        let first = list.parts.first().and_then(|&i| self.facts[i].value).unwrap_or_default();
        let held = sum.checked_sub(first).is_some_and(|rest| rest <= first);
        let far = (sum - stated) * Decimal::ONE_HUNDRED > Decimal::from(NEARLY) * stated;
        if self.facts[total].kind == Kind::Money && held && far {
            return check.cannot_tell(Why::Ambiguous);
        }
        let channels = list.parts.iter().any(|&i| CHANNELS.iter().any(|w| self.label(i).contains(w)));
        if sum > stated {
            return match (beyond(sum, stated), channels) {
                (true, _) => check.cannot_tell(Why::Ambiguous),
                (false, true) => check.weighing(Severity::Note),
                (false, false) if list.parts.len() > 1 => self.unless_rounded(check),
                (false, false) => check.cannot_tell(Why::Examples),
            };
        }
        let near = list.parts.len() > 2 && (stated - sum) * Decimal::ONE_HUNDRED <= Decimal::from(NEARLY) * stated;
        match (self.complete(total, list), near) {
            (true, _) => self.unless_rounded(check),
            // 其中普通中学168所、小学537所、幼儿园402所 may leave out the few others.
            (false, true) => {
                check.weighing(if self.named_as_examples(list) { Severity::Note } else { Severity::Warning })
            }
            (false, false) => check.cannot_tell(Why::Examples),
        }
    }

    /// What stands between a list and the figure before it.
    fn opening(&self, list: &List) -> &str {
        let first = list.parts[0];
        if first > 0 { self.between(first - 1, first) } else { "" }
    }

    /// Whether 其中 or its like opens a list.
    fn named_as_examples(&self, list: &List) -> bool {
        let opening = self.opening(list);
        EXAMPLES.iter().any(|w| opening.contains(w))
    }

    /// Whether the wording says that a list is complete.
    fn complete(&self, total: usize, list: &List) -> bool {
        if list.parts.len() < 2 {
            return false;
        }
        let first = list.parts[0];
        let opening = self.opening(list);
        let examples = self.named_as_examples(list);
        let labels = |word: &str| list.parts.iter().any(|&i| self.label(i).contains(word));
        let dichotomy = list.parts.len() == 2 && DICHOTOMIES.iter().any(|(a, b)| labels(a) && labels(b));
        // 机电产品出口, 农产品进口: of some goods only.
        let named = |word: &str| list.parts.iter().any(|&i| self.label(i).trim_end_matches(['额', '总']) == word);
        let dichotomy = dichotomy || list.parts.len() == 2 && named(TRADE.0) && named(TRADE.1);
        let others = list.parts.iter().any(|&i| self.of_others(i));
        // 招聘1136名（教育系统582名、卫生系统309名）: in brackets what is far from all may be examples.
        let all = list.sum.zip(self.facts[total].value).is_some_and(|(sum, stated)| !self.is_far(sum, stated, LOOSE));
        let aside = first == total + 1 && opening.trim_start().starts_with(['（', '(']) && !examples && all;
        // 其中教育、卫生支出分别为61.4亿元、31.7亿元 names examples.
        let told = COMPLETE.iter().any(|w| opening.contains(w)) && !examples && !opening.contains("主要");
        // 其中一季度16个、二季度23个、三季度27个、四季度18个.
        let year = || self.parts_of_year(first) == list.parts.len();
        others || dichotomy || aside || told || year()
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
