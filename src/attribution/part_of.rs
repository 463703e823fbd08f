//! Which figure is a part of which: a candidate list by the wording, its total by the arithmetic.
//!
//! A list of parts opens behind 其中 and its like, in a parenthesis behind a total, behind a colon, or without a
//! word where it adds up. Of the figures before it that have its kind and unit, the list belongs to the nearest one
//! that it, or what it begins with, adds up to exactly; else, where the wording alone is enough, to the nearest one
//! that is not less than its sum. The lists are read from the last to the first, so that the parts of a part have
//! gone to their own total before the list around them is added up.

use std::collections::BTreeSet;

use once_cell::sync::Lazy;
use rust_decimal::Decimal;

use super::share::quotient_holds;
use super::words::{
    AIMED, AMONG_THINGS, APART, BALANCES, CONTRASTS, LIGHT, LISTING, NAMING, OPENING, PART_HEADS, PER, PREDICATES,
    PRODUCT, RESULTS, SECTORS, SUMMING, WITH_MIDDLE,
};
use super::{Figures, MOST_BETWEEN, without_asides};
use crate::fact::{Change, Kind, Period};
use crate::glyph::{is_digit, is_han, is_space};
use crate::lexicon::Lexicon;
use crate::span::Span;

/// The lines that a list may go on over, behind its total.
const MOST_LINES: usize = 12;
/// The figures of a clause that a bracket behind it may break down: the nearest ones.
const MOST_BEFORE_ASIDE: usize = 8;
/// The name of what a part is one of, in bytes.
const LONGEST_NAME: usize = 48;
/// A list that no word opens stands so many sentences behind its total at most: behind other lists of it.
const NEXT_SENTENCES: usize = 5;
/// A list without a word that opens it must add up to as much as this, so that it does so by chance in one report
/// of many; one of three and more parts to half of it.
const NO_CHANCE: u32 = 100;

/// All words that say how a list stands to a total: most figures have none of them before them.
static CUES: Lazy<Lexicon<()>> = Lazy::new(|| {
    let words: BTreeSet<&str> = [&APART, &NAMING, &LISTING].into_iter().flat_map(|words| words.list).copied().collect();
    Lexicon::new(words.into_iter().map(|word| (word, ())))
});

/// For every figure the one that it is a part of.
pub(crate) fn read(
    figures: &Figures<'_>,
    changes: &[Option<Change>],
    periods: &[Option<Period>],
) -> Vec<Option<usize>> {
    let plain = (0..figures.len()).map(|i| plain(figures, i, changes)).collect();
    let cued: Vec<bool> = (0..figures.len()).map(|i| CUES.find_iter(figures.gap(i)).next().is_some()).collect();
    let apart = (0..figures.len()).map(|i| cued[i] && APART.any(&without_asides(figures.gap(i)))).collect();
    let mut linker = Linker { figures, periods, plain, apart, parts: vec![None; figures.len()] };
    let openers: Vec<Option<Opener>> = (0..figures.len()).map(|i| linker.opener(i, cued[i])).collect();
    for i in (0..figures.len()).rev() {
        if let Some(opener) = openers[i] {
            linker.opened(i, opener, &openers);
        }
    }
    for (i, opener) in openers.iter().enumerate() {
        linker.sorted_once_more(i, *opener);
    }
    for i in 0..figures.len() {
        linker.summed(i);
        linker.followed(i, &openers);
    }
    linker.parts
}

/// What says that a list of parts begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opener {
    /// 其中, 包括, 含: wording that is enough by itself.
    Named,
    /// 分别为, a colon: only where the list adds up.
    Listed,
    /// A parenthesis behind its total.
    Aside(Span),
    /// 办结的52件中，: the total is the figure right before, whatever the list adds up to.
    Among,
}

/// Whether a figure can be a total or a part: a thing counted, neither a change nor a rate nor another year's.
fn plain(figures: &Figures<'_>, i: usize, changes: &[Option<Change>]) -> bool {
    let quantity = &figures.quantities[i];
    let lead = figures.lead(i);
    let counted = !matches!(quantity.kind, Kind::Percent | Kind::PercentPoint | Kind::Rank | Kind::Multiple);
    // 收到申请25件（上年为20件）: the same thing in another year.
    let bare = figures.places[i].depth > 0 || lead.ends_with(['为', '是']) && lead.chars().count() <= 4;
    let past = bare && lead.starts_with(['上', '去']) && lead.contains('年') && !lead.contains("结转");
    let aimed = figures.places[i].depth > 0 && AIMED.iter().any(|w| lead.contains(w));
    let rate = PER.any(lead) || past || aimed || figures.is_old_level(i);
    // 完成预算45亿元的93.7%: what a share is of is told for it alone.
    let base = figures
        .quantities
        .get(i + 1)
        .is_some_and(|next| matches!(next.kind, Kind::Percent | Kind::Fraction) && figures.gap(i + 1) == "的");
    counted && quantity.value.is_some() && changes[i].is_none() && !rate && !base
}

/// Whether a word opens a list: 含税, 不含 and 投身其中， do not.
fn names(lead: &str, word: Span) -> bool {
    let (before, behind) = (&lead[..word.start], &lead[word.end..]);
    let other = &lead[word.range()] == "含" && behind.starts_with(['税', '量', '义', '金', '有']);
    let closing = behind.starts_with(['，', '。', ',']) && before.ends_with(is_han);
    !before.ends_with(OPENING) && !other && !closing
}

struct Linker<'a> {
    figures: &'a Figures<'a>,
    periods: &'a [Option<Period>],
    plain: Vec<bool>,
    /// What stands beside the total before it: 另有, 此外.
    apart: Vec<bool>,
    parts: Vec<Option<usize>>,
}

impl Linker<'_> {
    /// What figures add up to; none past what a decimal holds.
    fn sum(&self, figures: &[usize]) -> Option<Decimal> {
        figures.iter().try_fold(Decimal::ZERO, |sum, &j| sum.checked_add(self.value(j)))
    }

    fn value(&self, i: usize) -> Decimal {
        self.figures.quantities[i].value.unwrap_or_default()
    }

    /// Whether a list of parts opens right before figure `i`.
    fn opener(&self, i: usize, cued: bool) -> Option<Opener> {
        let figures = self.figures;
        let place = &figures.places[i];
        if self.among(i) {
            return Some(Opener::Among);
        }
        if !cued && place.aside.is_none() {
            return self.line_opener(i);
        }
        let lead = figures.opening(i);
        if let Some(aside) = place.aside {
            let first = i == 0 || figures.quantities[i - 1].span.start < aside.start;
            if first {
                return (!APART.any(&lead)).then_some(Opener::Aside(aside));
            }
        }
        if APART.any(&lead) {
            return None;
        }
        // 全文包括概述、主动公开等七个部分: a sentence with a subject of its own names none of the things before it.
        let begins = !i.checked_sub(1).is_some_and(|j| figures.same_sentence(i, j));
        let own = |word: Span| {
            let named =
                lead[word.end..].contains('、') && lead[..word.start].chars().filter(|c| is_han(*c)).count() > 1;
            begins && &lead[word.range()] != "其中" && named
        };
        // 人员经费2516万元，主要包括基本工资、奖金等；公用经费357万元: a list ends with its clause.
        let closed = |word: Span| lead[word.end..].contains(['；', ';', '。']);
        if NAMING.last(&lead).is_some_and(|word| names(&lead, word) && !own(word) && !closed(word)) {
            return Some(Opener::Named);
        }
        LISTING.any(&lead).then_some(Opener::Listed).or_else(|| self.line_opener(i))
    }

    /// Whether figure `i` tells of those that the figure right before counts, and that can be a total.
    fn among(&self, i: usize) -> bool {
        among(self.figures, i) && self.plain[i - 1]
    }

    /// 公开信息170条，其中： and a list of lines.
    fn line_opener(&self, i: usize) -> Option<Opener> {
        let figures = self.figures;
        let place = &figures.places[i];
        let before = i.checked_sub(1)?;
        let lines = place.block.checked_sub(figures.places[before].block)?;
        let end = figures.quantities[before].span.end;
        let told = &figures.text[end..place.sentence.start.max(end)];
        let mark = |c: char| is_space(c) || is_digit(c) || "一二三四五六七八九十、.．（）()".contains(c);
        ((1..=2).contains(&lines) && told.trim_end_matches(mark).ends_with(['：', ':'])).then_some(Opener::Listed)
    }

    /// Whether a list that opens at figure `i` may reach to figure `j`: to the end of its brackets or its sentence.
    fn goes_on(&self, opener: Opener, i: usize, j: usize) -> bool {
        match opener {
            Opener::Aside(aside) => aside.contains(self.figures.quantities[j].span),
            _ => self.figures.same_sentence(i, j),
        }
    }

    /// The figures from `first` on that can be parts of one total, of the kind and unit of `first`.
    fn run(&self, first: usize, opener: Opener) -> Vec<usize> {
        let figures = self.figures;
        let home = &figures.places[first];
        let mut run = Vec::new();
        for j in (first..figures.len()).take(MOST_BETWEEN) {
            let place = &figures.places[j];
            if !self.goes_on(opener, first, j) {
                break;
            }
            if place.depth != home.depth || place.aside != home.aside {
                continue;
            }
            // A236条、B1618条，以上两类合计1854条: nor is the sum of the list one of it.
            let lead = figures.lead(j);
            let sum = || SUMMING.begins(lead) && (!lead.starts_with('共') || lead.starts_with("共计"));
            if j > first && (self.apart[j] || sum()) {
                break;
            }
            if self.plain[j] && self.parts[j].is_none() && figures.same_unit(first, j) {
                run.push(j);
            }
        }
        run
    }

    /// Links the lists that open at figure `i`, one for each kind and unit in them.
    fn opened(&mut self, i: usize, opener: Opener, openers: &[Option<Opener>]) {
        let figures = self.figures;
        let mut heads: Vec<usize> = Vec::new();
        for j in (i..figures.len()).take(MOST_BETWEEN) {
            let apart = j > i && self.apart[j] && !matches!(opener, Opener::Aside(_));
            if !self.goes_on(opener, i, j) || apart || heads.len() > 4 {
                break;
            }
            let level = figures.places[j].depth == figures.places[i].depth;
            if level && self.plain[j] && !heads.iter().any(|&h| figures.same_unit(h, j)) {
                heads.push(j);
            }
        }
        // 其中判处五年以上的47人: what no figure before can be the total of leads no list.
        let led = heads.iter().position(|&head| !self.totals(i, head, opener).is_empty()).unwrap_or(0);
        let mut first = None;
        for &head in &heads[led..] {
            let run = self.run(head, opener);
            let totals = self.totals(i, head, opener);
            let first = *first.get_or_insert(run.len());
            // 甲局1件，收取420元；乙局2件，收取290元: what counts in another unit belongs to a list of its own only in pairs.
            // Behind a semicolon no list of another unit begins: 其中转为公开的88件；清理链接1094个、信息三千条.
            let between = || &figures.text[figures.quantities[i].span.end..figures.quantities[head].span.start];
            let beside = || run.len() == first && !between().contains(['；', ';']);
            let paired = head == heads[led] || beside() || self.exact(&run, &totals).is_some();
            if paired {
                self.resolve(i, opener, run, &totals, openers);
            }
        }
    }

    /// 41件，占12.0%（…）: where a figure ends with the share that is said of it.
    fn end_with_share(&self, j: usize) -> usize {
        let figures = self.figures;
        figures.quantities[if figures.has_share(j) { j + 1 } else { j }].span.end
    }

    /// The figures that a list which opens at `i` and whose first part is `head` may belong to, the nearest first.
    fn totals(&self, i: usize, head: usize, opener: Opener) -> Vec<usize> {
        let figures = self.figures;
        let place = &figures.places[i];
        let fits = |j: &usize| self.plain[*j] && figures.same_unit(*j, head);
        let near = (0..i).rev().take(MOST_BETWEEN);
        match opener {
            Opener::Aside(aside) => near
                .skip_while(|&j| figures.quantities[j].span.start >= aside.start)
                .filter(|&j| figures.places[j].depth < place.depth)
                .take(MOST_BEFORE_ASIDE)
                .take_while(|&j| figures.reaches(self.end_with_share(j), aside.start))
                .filter(fits)
                .collect(),
            Opener::Among => near.take(1).filter(fits).collect(),
            _ => near
                .take_while(|&j| {
                    figures.places[j].block == place.block && figures.places[j].sentence_no + 2 >= place.sentence_no
                })
                .filter(|&j| figures.places[j].depth <= place.depth)
                .filter(fits)
                .filter(|&j| !(opener == Opener::Named && figures.gap(i).starts_with('；') && self.is_item(j)))
                .collect(),
        }
    }

    /// 线上答复88件，邮寄答复35件，当面答复2件；其中延期17件: whether a figure is one of a list whose whole is told elsewhere.
    fn is_item(&self, i: usize) -> bool {
        let figures = self.figures;
        let joined = |j: usize| {
            let both = j > 0 && j < figures.len() && self.plain[j] && self.plain[j - 1];
            both && figures.same_sentence(j, j - 1)
                && figures.same_unit(j, j - 1)
                && figures.gap(j).starts_with(['，', '、'])
        };
        (joined(i) || joined(i + 1)) && !self.has_predicate(i) && self.parts[i].is_none()
    }

    /// Gives a list its total.
    fn resolve(&mut self, i: usize, opener: Opener, run: Vec<usize>, totals: &[usize], openers: &[Option<Opener>]) {
        let figures = self.figures;
        let Some(&head) = run.first() else { return };
        // 文化站6处，其余6处: one item behind a word of a list is as much as what stands before it by chance.
        let chance = opener == Opener::Listed && run.len() == 1;
        if let Some((total, parts)) = self.exact(&run, totals).filter(|_| !chance) {
            self.link(total, &run[..parts]);
            // By place, by applicant, by result: what follows may be the same total once more.
            self.again(total, &run[parts..]);
            return;
        }
        if self.by_predicate(&run, totals) || self.one_by_one(i, &run) {
            return;
        }
        if opener == Opener::Named && self.by_name(&run, totals) {
            return;
        }
        // 全年受理95648件，上半年44199件，下半年51449件。其中夜间受理7842件，占8.2%: the share says of which.
        if opener == Opener::Named
            && let [only] = run[..]
            && let Some(total) = self.by_share(i, only)
        {
            return self.link(total, &[only]);
        }
        // 其余7件, the last of a list, begins none in the next sentence.
        if chance && self.line_opener(i).is_none() && figures.gap(i).contains("其余") {
            return;
        }
        if opener == Opener::Listed {
            // 现场检查的部门中，有2个: of what is named right there.
            let gap = figures.gap(i);
            if !LISTING.last(gap).is_some_and(|word| gap[word.range()].contains('中')) {
                self.over_lines(i, head, opener);
            }
            return;
        }
        if let Some((total, parts)) = self.continued(&run, totals) {
            return self.link(total, &parts);
        }
        let mut run = self.bounded(i, run, openers);
        if matches!(opener, Opener::Aside(_)) {
            // 收到申请25件（2017年为20件）: another year, not a part.
            run.retain(|&j| {
                let lead = self.figures.lead_span(j);
                self.figures.times_in(lead.start, lead.end).all(|t| t.year.is_none())
            });
        }
        if run.is_empty() {
            return;
        }
        let Some(sum) = self.sum(&run) else { return };
        let most = run.iter().map(|&j| self.value(j)).max().unwrap_or_default();
        let first = self.value(head);
        // In its own sentence a total with room for all parts, for the largest, for the first; else in the one before.
        let here = |j: &usize| self.figures.same_sentence(*j, i);
        let enough = |least: Decimal| totals.iter().find(|j| here(j) && self.value(**j) >= least);
        // Of the sentence before, what stands in a list of its own is itself a part.
        let listed = |j: usize| {
            let mut near = (0..=j).rev().take(MOST_BETWEEN).take_while(|&k| self.figures.same_sentence(k, j));
            near.any(|k| openers[k].is_some())
        };
        let before = |least: Decimal| {
            let enough = |j: &&usize| self.value(**j) >= least;
            totals.iter().filter(|j| !listed(**j)).find(enough).or_else(|| totals.iter().find(enough))
        };
        let total = enough(sum).or_else(|| enough(most)).or_else(|| enough(first));
        match total.or_else(|| before(sum)).or_else(|| before(most)) {
            Some(&total) => {
                let parts = self.trimmed(total, run);
                self.link(total, &parts);
            }
            None => self.over_lines(i, head, opener),
        }
    }

    /// 收到20件，办结19件。其中，甲镇收到12件，办结11件；乙镇收到8件，办结8件: each total has the parts of its own predicate.
    fn by_predicate(&mut self, run: &[usize], totals: &[usize]) -> bool {
        let figures = self.figures;
        let groups: Vec<(usize, Vec<usize>)> = totals
            .iter()
            .take(4)
            .filter_map(|&t| {
                let predicate = first_pair(figures.label(t));
                let own = |j: &usize| !predicate.is_empty() && figures.label(*j).contains(predicate);
                let parts: Vec<usize> = run.iter().copied().filter(own).collect();
                (parts.len() > 1 && self.sum(&parts) == Some(self.value(t))).then_some((t, parts))
            })
            .collect();
        let covered: usize = groups.iter().map(|(_, parts)| parts.len()).sum();
        let found = groups.len() > 1 && covered == run.len();
        if found {
            groups.iter().for_each(|(total, parts)| self.link(*total, parts));
        }
        found
    }

    /// 社会保险基金收入96.3亿元，支出88.7亿元，结余102.5亿元。其中，养老保险基金收入41.2亿元，支出44.6亿元: each is a part
    /// of what is named like it, where that is not the nearest total.
    fn by_name(&mut self, run: &[usize], totals: &[usize]) -> bool {
        let figures = self.figures;
        let named_alike = |t: usize, j: usize| {
            let (whole, part) = (figures.label(t), figures.label(j));
            let tail = part.char_indices().rev().nth(3).map(|(at, _)| &part[at..]);
            !part.is_empty() && (whole == part || tail.is_some_and(|tail| whole.ends_with(tail)))
        };
        let own: Vec<(usize, usize)> = run
            .iter()
            .filter_map(|&j| {
                let fits = |t: &&usize| self.value(**t) >= self.value(j) && named_alike(**t, j);
                totals.iter().find(fits).map(|&t| (t, j))
            })
            .collect();
        let [first, second, ..] = own[..] else { return false };
        let each = first.1 == run[0] && first.0 != second.0 && totals.first() != Some(&first.0);
        if each {
            own.iter().for_each(|&(t, j)| self.link(t, &[j]));
        }
        each
    }

    /// The figure of the paragraph that the share behind a part says that it is a part of.
    fn by_share(&self, i: usize, part: usize) -> Option<usize> {
        let figures = self.figures;
        let said = figures.has_share(part) && figures.gap(part + 1).trim_start_matches(['，', ',']) == "占";
        let near =
            || (0..i).rev().take(MOST_BETWEEN).take_while(|&j| figures.places[j].block == figures.places[i].block);
        let fits = |&j: &usize| {
            let level = figures.places[j].depth <= figures.places[i].depth;
            self.plain[j] && figures.same_unit(j, part) && level && quotient_holds(figures, part + 1, part, j)
        };
        said.then(|| near().find(fits))?
    }

    /// 受理服务事项8215件、许可事项1246件，其中即办件分别为5120件和621件: a part of each of as many totals.
    fn one_by_one(&mut self, i: usize, run: &[usize]) -> bool {
        let figures = self.figures;
        let count = run.len();
        let Some(first) = i.checked_sub(count).filter(|_| count > 1 && run[0] == i) else { return false };
        let total = |k: usize| first + k;
        let fits = |k: usize| {
            let t = total(k);
            self.plain[t]
                && figures.same_unit(t, i)
                && figures.same_sentence(t, i)
                && figures.places[t].depth == figures.places[i].depth
                && self.value(run[k]) <= self.value(t)
        };
        let pairs = figures.gap(i).contains("分别") && (0..count).all(fits);
        if pairs {
            (0..count).for_each(|k| self.link(total(k), &[run[k]]));
        }
        pairs
    }

    /// A list that goes on in the next sentences, where it adds up with them.
    fn continued(&self, run: &[usize], totals: &[usize]) -> Option<(usize, Vec<usize>)> {
        let figures = self.figures;
        let last = *run.last()?;
        let place = &figures.places[last];
        let more = (last + 1..figures.len())
            .take(MOST_BETWEEN)
            .take_while(|&j| {
                figures.places[j].block == place.block && figures.places[j].sentence_no <= place.sentence_no + 2
            })
            .take_while(|&j| !self.apart[j])
            .filter(|&j| self.plain[j] && self.parts[j].is_none() && figures.same_unit(last, j))
            .filter(|&j| figures.places[j].depth == place.depth);
        let all: Vec<usize> = run.iter().copied().chain(more).collect();
        let (total, parts) = self.exact(&all, totals)?;
        (parts > run.len()).then(|| (total, all[..parts].to_vec()))
    }

    /// The nearest total that the longest beginning of the list adds up to. Nothing that is below zero is a part.
    fn exact(&self, run: &[usize], totals: &[usize]) -> Option<(usize, usize)> {
        let mut sums = Vec::with_capacity(run.len());
        let mut sum = Decimal::ZERO;
        for &j in run {
            let value = self.value(j);
            if value.is_sign_negative() {
                return None;
            }
            sum = sum.checked_add(value)?;
            sums.push(sum);
        }
        totals.iter().find_map(|&t| {
            let total = self.value(t);
            let mut parts = sums.partition_point(|s| *s <= total);
            if total.is_zero() || parts == 0 || sums[parts - 1] != total {
                return None;
            }
            // A zero behind a semicolon adds nothing, and begins something else.
            let parted = |j: usize| self.figures.gap(j).contains(['；', ';', '。']);
            let apart = |at: usize| {
                let all = at > 2 && parted(run[at - 2]) && !self.figures.gap(run[at - 1]).contains('。');
                self.value(run[at - 1]).is_zero() && parted(run[at - 1]) && !all
            };
            while parts > 1 && apart(parts) {
                parts -= 1;
            }
            // 其中咨询类500件、求助类543件、投诉类100件: a list does not end before a 、.
            let next = run.get(parts).filter(|&&next| next == run[parts - 1] + 1 && !self.value(next).is_zero());
            let goes_on = next.is_some_and(|&next| self.figures.gap(next).starts_with('、'));
            (!goes_on).then_some((t, parts))
        })
    }

    fn link(&mut self, total: usize, parts: &[usize]) {
        for &j in parts {
            if j != total {
                self.parts[j] = Some(total);
            }
        }
    }

    /// Whether a list sorts once more what was sorted before it. 收到126件，其中…。答复122件，另有4件顺延 tells what became
    /// of it, and that it adds up is chance.
    fn sorts_again(&self, list: &[usize]) -> bool {
        let figures = self.figures;
        let sorted = figures.gap(list[0]).contains(['看', '分', '按']);
        let told = self.has_predicate(list[0]) || figures.label(list[0]).starts_with('被');
        !list[1..].iter().any(|&j| self.apart[j]) && (sorted || !told)
    }

    /// 申请人类型：自然人19件，企业2件。⏎申请方式：网络13件，信函8件: a list in a line of its own is of what the line before
    /// sorts, where it adds up.
    fn sorted_once_more(&mut self, i: usize, opener: Option<Opener>) {
        let figures = self.figures;
        let lists = opener == Some(Opener::Listed) && self.parts[i].is_none();
        let Some(before) = i.checked_sub(1).filter(|_| lists && figures.gap(i).contains(['：', ':'])) else { return };
        let next = figures.places[before].block + 1 == figures.places[i].block;
        let Some(total) = self.parts[before].filter(|_| next) else { return };
        let run = self.run(i, Opener::Listed);
        if figures.same_unit(i, total)
            && let Some((_, parts)) = self.exact(&run, &[total]).filter(|&(_, parts)| parts > 1 && parts == run.len())
        {
            self.link(total, &run[..parts]);
        }
    }

    /// More lists over the same total, each only where it adds up.
    fn again(&mut self, total: usize, rest: &[usize]) {
        let mut rest = rest;
        while let Some((_, parts)) = self.exact(rest, &[total]) {
            if parts < 2 || !self.sorts_again(&rest[..parts]) {
                break;
            }
            self.link(total, &rest[..parts]);
            rest = &rest[parts..];
        }
    }

    /// How far a list goes that does not add up: to the semicolon where it stands inside another one, and not over a
    /// predicate where it began without any.
    fn bounded(&self, i: usize, run: Vec<usize>, openers: &[Option<Opener>]) -> Vec<usize> {
        let figures = self.figures;
        // 固定电话2.3万户；移动电话41.8万户，其中5G用户23.6万户；宽带15万户: semicolons part the totals.
        let head = run[0];
        let mut before = (1..i).rev().take(MOST_BETWEEN).take_while(|&j| figures.same_sentence(j - 1, i));
        let parted_before = before.any(|j| figures.gap(j).contains('；') && figures.same_unit(j - 1, head));
        let mut near = (0..i).rev().take(MOST_BETWEEN).take_while(|&j| figures.same_sentence(i, j));
        let nested = parted_before || near.any(|j| openers[j].is_some());
        let led = self.has_predicate(head);
        let end = run.iter().enumerate().skip(1).find(|&(k, &j)| {
            let between = &figures.text[figures.quantities[run[k - 1]].span.end..figures.quantities[j].span.start];
            let parted = between.contains(['；', ';']);
            // 其中城镇人口20.8万人，城镇化率50.5%；全年出生3106人: what other figures part from the list is none of it.
            let beside = parted && (run[k - 1] + 1..j).any(|other| !figures.is_share(other) && !figures.counts(other));
            let total = || self.parts.get(j + 1..).is_some_and(|p| p.iter().take(MOST_BETWEEN).any(|t| *t == Some(j)));
            // 其中高速公路4.2万公里，高速公路总里程达9.56万公里: a sum of its own.
            let sum = figures.label(j).contains('总') || figures.lead(j).contains("累计");
            sum || beside
                || parted && (nested || total())
                || !led && self.has_predicate(j) && (parted || between.contains(['，', ',']))
        });
        let end = end.map_or(run.len(), |(k, _)| k);
        run[..end].to_vec()
    }

    fn has_predicate(&self, i: usize) -> bool {
        let label = self.figures.label(i);
        let predicate = |word: &str| PREDICATES.contains(word) || LIGHT.contains(&word);
        label.char_indices().nth(2).is_some_and(|(at, _)| predicate(&label[..at])) || predicate(label)
    }

    /// Without the last parts that are more than the total has room for and are led by a predicate of their own, or stand
    /// behind a semicolon: 总额1.73亿美元，其中出口1.52亿美元；利用外资2180万美元.
    fn trimmed(&self, total: usize, run: Vec<usize>) -> Vec<usize> {
        let mut run = run;
        let mut sum = self.sum(&run).unwrap_or(Decimal::MAX);
        while run.len() > 1 && sum > self.value(total) {
            match run.last() {
                Some(&last) if self.has_predicate(last) || self.figures.gap(last).contains(['；', ';']) => {
                    sum -= self.value(last);
                    run.pop();
                }
                _ => break,
            }
        }
        let end = run.iter().position(|&j| self.value(j) > self.value(total)).unwrap_or(run.len());
        run.truncate(end);
        run
    }

    /// A list that goes on over lines, or whose total stands in a line before: only where it adds up.
    fn over_lines(&mut self, i: usize, head: usize, opener: Opener) {
        if matches!(opener, Opener::Aside(_) | Opener::Among) {
            return;
        }
        let figures = self.figures;
        let place = &figures.places[i];
        let totals: Vec<usize> = (0..i)
            .rev()
            .take(MOST_BETWEEN)
            .take_while(|&j| figures.places[j].block + 2 > place.block)
            .filter(|&j| self.plain[j] && figures.same_unit(j, head) && figures.places[j].depth == 0)
            .collect();
        let run: Vec<usize> = (head..figures.len())
            .take(MOST_BETWEEN)
            .take_while(|&j| figures.places[j].block <= place.block + MOST_LINES && (j == head || !self.apart[j]))
            .filter(|&j| self.plain[j] && self.parts[j].is_none() && figures.same_unit(j, head))
            .filter(|&j| figures.places[j].depth == place.depth)
            .collect();
        if let Some((total, parts)) = self.exact(&run, &totals).filter(|&(_, parts)| parts > 1) {
            self.link(total, &run[..parts]);
        }
    }

    /// 网络20件、信函30件，共计50件: a total behind its parts.
    fn summed(&mut self, t: usize) {
        let figures = self.figures;
        let lead = figures.lead(t);
        let said = |lead: &str| SUMMING.last(lead).map(|word| &lead[word.range()] != "共");
        // 合计8件、660元.
        let listed = || (figures.gap(t) == "、" && t > 0).then(|| said(figures.lead(t - 1)))?;
        let Some(strong) = said(lead).or_else(listed).filter(|_| self.plain[t] && figures.counts(t)) else { return };
        let reach = if lead.contains("以上") { 4 } else { 1 };
        let mut run: Vec<usize> = (0..t)
            .rev()
            .take(MOST_BETWEEN)
            .take_while(|&j| figures.places[j].block == figures.places[t].block)
            .take_while(|&j| figures.places[j].sentence_no + reach >= figures.places[t].sentence_no)
            .filter(|&j| self.plain[j] && self.parts[j].is_none() && figures.same_unit(j, t))
            .filter(|&j| figures.places[j].depth == figures.places[t].depth)
            .collect();
        let bare = figures.labels[t].is_none_or(|l| l.start < figures.lead_span(t).start);
        // 公开文件2件，公开计划1件，共收到申请3件: 共 alone opens much else.
        let one = |j: &usize| figures.places[*j].clause == figures.places[t].clause;
        let meant = |parts: &[usize]| bare || strong || parts.iter().all(one) || self.alike(t, parts);
        let grown = |parts: &[usize]| lead.contains("累计") && parts.iter().any(|&j| figures.lead(j).contains('增'));
        let exact = self.exact(&run, &[t]).filter(|&(_, parts)| parts > 1);
        if let Some((_, parts)) = exact.filter(|&(_, n)| meant(&run[..n]) && !grown(&run[..n])) {
            self.link(t, &run[..parts]);
            return;
        }
        // 合计55件 says by itself that what stands before it is added up.
        run.retain(|&j| figures.same_sentence(j, t));
        let most = run.iter().map(|&j| self.value(j)).max().unwrap_or_default();
        if bare && strong && run.len() > 1 && most < self.value(t) {
            self.link(t, &run);
        }
    }

    /// 行政复议2起，维持1起，纠正1起: a list that no word opens, behind its total, in its sentence or the next one.
    fn followed(&mut self, t: usize, openers: &[Option<Opener>]) {
        let figures = self.figures;
        if !self.plain[t] || !figures.counts(t) {
            return;
        }
        let home = &figures.places[t];
        // What is a part itself has none in the next sentence.
        let whole = self.parts[t].is_none();
        let ahead = |j: &usize| {
            let place = &figures.places[*j];
            place.block == home.block
                && (whole || figures.same_sentence(*j, t))
                && place.sentence_no <= home.sentence_no + NEXT_SENTENCES
                && (self.parts[*j].is_some() || openers[*j].is_none_or(|o| matches!(o, Opener::Aside(_))))
                && (!self.apart[*j] || !figures.same_sentence(*j, t) || place.depth > home.depth)
        };
        let level = |j: &usize| figures.places[*j].depth == home.depth && figures.places[*j].aside == home.aside;
        let run = || {
            (t + 1..figures.len())
                .take(MOST_BETWEEN)
                .take_while(ahead)
                .filter(level)
                .filter(|&j| self.plain[j] && self.parts[j].is_none() && figures.same_unit(j, t))
        };
        // Most figures are less than the next one, or than the next few together.
        let left = |left: &mut Decimal, j: usize| {
            *left = left.checked_sub(self.value(j)).filter(|left| !left.is_sign_negative())?;
            Some(left.is_zero())
        };
        let adds_up = || run().scan(self.value(t), left).skip(1).any(|exact| exact);
        if let Some(sectors) = self.sectors(t) {
            return self.link(t, &sectors);
        }
        let shares = figures.shares[t + 1..].iter().take(MOST_BETWEEN).any(|share| *share);
        if !shares && !adds_up() {
            return;
        }
        let run: Vec<usize> = run().collect();
        // What is sorted to its end already has no other parts by chance.
        let sorted: Vec<usize> =
            (t + 1..figures.len()).take(MOST_BETWEEN).filter(|&j| self.parts[j] == Some(t)).collect();
        let whole = !sorted.is_empty() && self.sum(&sorted) == Some(self.value(t));
        let exact = self.exact(&run, &[t]).filter(|&(_, parts)| parts > 1);
        let exact = exact.filter(|&(_, parts)| !whole || self.sorts_again(&run[..parts]));
        if let Some((_, parts)) = exact.filter(|&(_, parts)| self.alike(t, &run[..parts])) {
            self.link(t, &run[..parts]);
            self.again(t, &run[parts..]);
        } else {
            self.by_shares(t, &run);
        }
    }

    /// 地区生产总值214.7亿元。第一产业38.6亿元，第二产业82.2亿元，第三产业93.9亿元: parts by their names, though rounded.
    fn sectors(&self, t: usize) -> Option<Vec<usize>> {
        let figures = self.figures;
        let whole = figures.label(t).contains(PRODUCT) && self.parts[t].is_none();
        let home = whole.then_some(&figures.places[t])?;
        let near = |j: &usize| {
            let place = &figures.places[*j];
            place.block == home.block && place.sentence_no <= home.sentence_no + NEXT_SENTENCES
        };
        let run = (t + 1..figures.len()).take(MOST_BETWEEN).take_while(near).filter(|&j| {
            let fits = self.value(j) <= self.value(t) && !self.value(j).is_sign_negative();
            let level = figures.places[j].depth == home.depth;
            self.plain[j] && self.parts[j].is_none() && figures.same_unit(j, t) && level && fits
        });
        let parts: Vec<usize> = run.take(SECTORS.len()).collect();
        let named =
            |(&j, sector): (&usize, &&str)| figures.label(j).contains(sector) && self.periods[j] == self.periods[t];
        (parts.len() == SECTORS.len() && parts.iter().zip(SECTORS).all(named)).then_some(parts)
    }

    /// 答复805件。不予公开35件，占4.3%；无法提供265件，占32.9%: the shares say of what they are.
    fn by_shares(&mut self, t: usize, run: &[usize]) {
        let figures = self.figures;
        let shared: Vec<usize> = run.iter().copied().filter(|&j| figures.has_share(j)).collect();
        let holding = shared.iter().filter(|&&j| quotient_holds(figures, j + 1, j, t)).count();
        let room = self.sum(&shared).is_some_and(|sum| sum <= self.value(t));
        if holding > 1 && 2 * holding >= shared.len() && room {
            self.link(t, &shared);
        }
    }

    /// Whether figures that happen to add up speak of one thing.
    fn alike(&self, t: usize, parts: &[usize]) -> bool {
        let figures = self.figures;
        let year = parts.iter().all(|&j| self.periods[j] == self.periods[t]);
        // 行政复议1件，维持1件，纠正0件.
        let all = || parts.len() > 1 && parts.iter().all(|&j| RESULTS.iter().any(|w| figures.label(j).contains(w)));
        let less = parts.iter().all(|&j| self.value(j) < self.value(t)) || all();
        // 收入967元，支出882元，结余85元: a balance, no parts.
        let balance = parts.iter().any(|&j| BALANCES.iter().any(|w| figures.label(j).ends_with(w)));
        // 收入3326万元；支出1826万元，调出1500万元: what goes out is none of what came in.
        let spent = figures.label(t).contains("收入") && parts.iter().any(|&j| figures.label(j).contains("支出"));
        let balance = balance || spent;
        // 专职3名、兼职2名: one of a sort has none of the other in it.
        let contrast = CONTRASTS.iter().any(|&(one, other)| {
            let within = |w: &str| parts.iter().any(|&j| figures.label(j).contains(w));
            let (a, b) = (figures.label(t).contains(one), figures.label(t).contains(other));
            a != b && within(if a { other } else { one })
        });
        if !year || !less || balance || contrast || figures.lead(t).contains('新') {
            return false;
        }
        let head = last_pair(figures.label(t));
        let whole = figures.label(t);
        // 行政诉讼5件，网上咨询3件: by which way is said of the same thing only.
        let way = |label: &str, w: &str| {
            let rest = label.replacen(w, "", 1);
            label.contains(w) && !whole.contains(w) && (rest.chars().count() < 2 || whole.contains(last_pair(&rest)))
        };
        let result = |label: &str| RESULTS.iter().any(|w| label.contains(w));
        // 复议4件…。诉讼2件，维持1件，纠正1件: the first is the total of the others.
        let rest = parts.get(1..).filter(|rest| rest.len() > 1 && self.sum(rest) == Some(self.value(parts[0])));
        let own = |rest: &[usize]| {
            let first = parts[0];
            let here = !figures.same_sentence(first, t) && rest.iter().all(|&j| figures.same_sentence(first, j));
            here && rest.iter().all(|&j| result(figures.label(j))) && !result(figures.label(first))
        };
        if rest.is_some_and(own) {
            return false;
        }
        let heads = |label: &str| result(label) || PART_HEADS.iter().any(|w| way(label, w));
        let named = parts.iter().filter(|&&j| heads(figures.label(j))).count();
        // 公开环保信息120条，公开价格信息80条，公开教育信息40条: each of its own sort, and none of another.
        let siblings = whole.chars().count() > 5
            && parts.iter().all(|&j| {
                let part = figures.label(j);
                part.starts_with(first_pair(whole)) && part.ends_with(head) && part != whole
            });
        if siblings && named < parts.len() {
            return false;
        }
        let shared = parts.iter().filter(|&&j| !head.is_empty() && figures.label(j).contains(head)).count();
        let chance = Decimal::from(if parts.len() > 2 { NO_CHANCE / 2 } else { NO_CHANCE });
        2 * named >= parts.len()
            || 2 * shared >= parts.len() && self.value(t) >= Decimal::TEN
            || self.value(t) >= chance
    }
}

/// The first two characters of a label, by which it is told what is done.
fn first_pair(label: &str) -> &str {
    label.char_indices().nth(2).map_or(label, |(at, _)| &label[..at])
}

/// The last two characters of a label, by which it is told with what; none where it has not as many.
fn last_pair(label: &str) -> &str {
    let label = label.trim_end_matches(is_space);
    label.char_indices().rev().nth(1).map_or("", |(at, _)| &label[at..])
}

/// 已审结的52件中, 收到的22件申请中，, 150份答复书中有23份: whether figure `i` tells of those that the figure right before
/// counts. 5件审理中，2件已判决 and 23人中毒 do not.
pub(super) fn among(figures: &Figures<'_>, i: usize) -> bool {
    let gap = figures.gap(i);
    if !gap.contains('中') {
        return false;
    }
    let things = gap.split(['，', '：']).next().unwrap_or_default();
    let things = if things.len() < gap.len() { things } else { things.strip_suffix('有').unwrap_or(things) };
    let opens = match things.strip_suffix('中') {
        Some(things) => {
            // 在28个行业大类中，有19个.
            let some = gap[things.len() + '中'.len_utf8()..].trim_start_matches('，').starts_with('有');
            let named =
                some || things.is_empty() || things.contains('的') || AMONG_THINGS.iter().any(|w| things.ends_with(w));
            named && things.len() <= LONGEST_NAME && things.chars().all(is_han)
        }
        None => things
            .strip_prefix('中')
            .is_some_and(|behind| behind.starts_with(is_han) && !behind.starts_with(WITH_MIDDLE)),
    };
    let total = i.checked_sub(1).filter(|_| opens);
    total.is_some_and(|t| figures.counts(t) && figures.same_sentence(t, i))
}
