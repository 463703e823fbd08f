//! The changes that figures state: which way, compared with what, and of which figure.
//!
//! A figure states a change where a word of change governs it (增长12.5%, 较上年增加35条) and no word behind that one
//! says that it is the new level (增加到). An amount needs a base in the text, else it is a plain count (新增26个);
//! a percentage needs none. What changed is the figure before that has the same label; of a list (分别增长), the
//! figures of the list before, one by one.

use super::words::{BASES, GROWTH, LEVELS, MOVES, REACHED, Since};
use super::{Figures, MOST_BETWEEN};
use crate::fact::{Base, Change, Direction, Kind};
use crate::glyph::is_space;

/// One change (or none) for every figure.
pub(crate) fn read(figures: &Figures<'_>) -> Vec<Option<Change>> {
    let mut changes: Vec<Option<Change>> = Vec::with_capacity(figures.len());
    for i in 0..figures.len() {
        let change = listed(figures, i, &changes).or_else(|| stated(figures, i, &changes));
        changes.push(change);
    }
    for i in 0..figures.len() {
        if let Some(change) = changes[i] {
            let of = changed(figures, i, &changes);
            changes[i] = Some(Change { of, ..change });
        }
    }
    changes
}

/// 分别增长6.5%、9.4%: what stands behind a change, parted from it by no more than a 、, states one too.
fn listed(figures: &Figures<'_>, i: usize, changes: &[Option<Change>]) -> Option<Change> {
    let before = i.checked_sub(1)?;
    (joined(figures, i) && figures.quantities[before].kind == figures.quantities[i].kind).then(|| changes[before])?
}

fn joined(figures: &Figures<'_>, i: usize) -> bool {
    i > 0 && matches!(figures.gap(i).trim_matches(is_space), "、" | "和" | "与" | "及" | "以及")
}

fn stated(figures: &Figures<'_>, i: usize, changes: &[Option<Change>]) -> Option<Change> {
    let lead = figures.lead(i);
    let base = base(figures, i, lead);
    // 比计划多5件: what it is compared with is no time.
    if base.is_none() && compared(lead) {
        return None;
    }
    let relative = matches!(figures.quantities[i].kind, Kind::Percent | Kind::PercentPoint | Kind::Multiple);
    let (direction, free) = direction(lead, base.as_ref().map(|b| b.end))?;
    let carried = || carried(figures, i, lead, changes);
    let since = match base {
        Some(found) => Some(found.base),
        None => carried(),
    };
    // 多 and 高 are words of change only beside what they compare with.
    let enough = since.is_some() || relative && free || !relative && free && risen(figures, i);
    enough.then_some(Change { direction, base: since, of: None })
}

/// A base of comparison, and where it ends in the lead.
struct Found {
    base: Base,
    end: usize,
}

/// 同比, 比上年, 较2016年: the last one that the words before the figure name.
fn base(figures: &Figures<'_>, i: usize, lead: &str) -> Option<Found> {
    let named = BASES.iter().filter_map(|(word, since)| {
        let at = lead.rfind(word)?;
        let base = match since {
            Since::Year => Base::PreviousYear,
            Since::Period => Base::PreviousPeriod,
        };
        Some(Found { base, end: at + word.len() })
    });
    let start = figures.quantities[i].span.start - lead.len();
    let dated = figures.times_in(start, start + lead.len()).filter_map(|time| {
        let at = time.span.start - start;
        let compared = lead[..at].trim_end().ends_with(['比', '较', '与', '同', '以']);
        Some(Found { base: Base::Year(time.year.filter(|_| compared)?), end: time.span.end - start })
    });
    named.chain(dated).max_by_key(|found| found.end)
}

/// Whether the words compare with something: 比全省平均, but not 比重.
fn compared(lead: &str) -> bool {
    lead.char_indices().any(|(at, c)| {
        let before = lead[..at].chars().next_back();
        let behind = lead[at + c.len_utf8()..].chars().next();
        let word = |around: Option<char>, part: &str| around.is_some_and(|c| part.contains(c));
        match c {
            '比' => !word(before, "同环占对百") && !word(behind, "重例率较如赛价值"),
            '较' => !word(before, "比") && !word(behind, "好大多快高为强"),
            _ => false,
        }
    })
}

/// Which way the words before a figure say that it goes; and whether the word of change says so without a base.
fn direction(lead: &str, base_end: Option<usize>) -> Option<(Direction, bool)> {
    let said = reached(lead);
    let growth = GROWTH.iter().find(|(word, _)| reached(said.trim_end_matches(['为', '是'])).ends_with(word));
    if let Some(&(_, direction)) = growth {
        return Some((direction, true));
    }
    // 较上年多发布46篇: behind its base a word of change need not touch the figure.
    let told = base_end.map_or("", |end| &lead[end.min(lead.len())..]);
    let moves = MOVES.iter().filter_map(|m| {
        let at = if said.ends_with(m.word) {
            said.len() - m.word.len()
        } else {
            lead.len() - told.len() + told.rfind(m.word)?
        };
        Some((at, m))
    });
    let (at, found) = moves.max_by_key(|(at, m)| (*at + m.word.len(), m.word.len()))?;
    let behind = &lead[at + found.word.len()..];
    if LEVELS.iter().any(|w| behind.trim_start_matches(is_space).starts_with(w)) {
        return None;
    }
    Some((found.direction, found.free))
}

/// The words without those that only lead to the number: 增长达, 增长了.
fn reached(lead: &str) -> &str {
    let mut lead = lead.trim_end_matches(is_space);
    while let Some(rest) = REACHED.iter().find_map(|w| lead.strip_suffix(w)) {
        lead = rest.trim_end_matches(is_space);
    }
    lead
}

/// 较上年增加312条，增长2.5%; 与上年相比，增加3件: the base of the clause before, in the same sentence.
fn carried(figures: &Figures<'_>, i: usize, lead: &str, changes: &[Option<Change>]) -> Option<Base> {
    // A clause with words of its own speaks of something else.
    let bare = MOVES.iter().any(|m| {
        reached(lead).strip_suffix(m.word).is_some_and(|rest| REACHED_OPENERS.contains(&rest.trim_matches(is_space)))
    });
    if !bare {
        return None;
    }
    let before = i.checked_sub(1).filter(|&j| figures.same_sentence(i, j));
    if let Some(change) = before.and_then(|j| changes[j]) {
        return change.base;
    }
    let text = figures.between(i);
    let compares = text.contains("相比") || text.contains("比较");
    let found = compares.then(|| base(figures, i, text))??;
    Some(found.base)
}

/// What may stand before a word of change without being its subject.
const REACHED_OPENERS: &[&str] = &["", "又", "再", "共", "分别", "也", "则", "仍"];

/// 由32个增加到41个，增加9个: the change between the two values before.
fn risen(figures: &Figures<'_>, i: usize) -> bool {
    let Some(to) = i.checked_sub(1).filter(|&j| figures.same_sentence(i, j)) else { return false };
    let Some(from) = to.checked_sub(1).filter(|&j| figures.same_sentence(to, j)) else { return false };
    let gap = figures.gap(to);
    let level = LEVELS.iter().any(|w| reached(gap).ends_with(w));
    let began = figures.lead(from).contains(['由', '从']);
    level && began && figures.same_unit(i, to)
}

/// The figure that changed.
fn changed(figures: &Figures<'_>, i: usize, changes: &[Option<Change>]) -> Option<usize> {
    let first = (0..=i).rev().find(|&j| !joined(figures, j) || changes[j].is_none()).filter(|&j| changes[j].is_some());
    let first = first.unwrap_or(i);
    let last = (i + 1..figures.len()).take_while(|&j| joined(figures, j) && changes[j].is_some()).last().unwrap_or(i);
    let count = last - first + 1;
    if count > 1 {
        return of_list(figures, first, count, changes).map(|of| of + (i - first));
    }
    let plain = |j: usize| changes[j].is_none() && fits(figures, i, j) && !figures.is_share(j);
    let label = figures.labels[i]?;
    let said = &figures.text[label.range()];
    let near = (0..i).rev().take(MOST_BETWEEN).take_while(|&j| figures.places[j].block == figures.places[i].block);
    let same = |j: &usize| {
        let Some(other) = figures.labels[*j] else { return false };
        figures.places[*j].depth <= figures.places[i].depth && (other == label || &figures.text[other.range()] == said)
    };
    near.filter(|&j| plain(j)).find(same)
}

/// The list of as many figures before one of changes.
fn of_list(figures: &Figures<'_>, first: usize, count: usize, changes: &[Option<Change>]) -> Option<usize> {
    let start = first.checked_sub(count)?;
    let run =
        (start..first).all(|j| changes[j].is_none() && figures.same_sentence(j, first) && fits(figures, first, j));
    // The labels of a list that has names of its own are not those of the list before.
    let same = (0..count).all(|k| {
        let said = |j: usize| figures.labels[j].map(|l| &figures.text[l.range()]);
        said(start + k) == said(first + k)
    });
    (run && same).then_some(start)
}

/// Whether a change of this kind can be one of that figure: points of a percentage, amounts of their own unit.
fn fits(figures: &Figures<'_>, change: usize, of: usize) -> bool {
    let kind = figures.quantities[of].kind;
    match figures.quantities[change].kind {
        Kind::PercentPoint => kind == Kind::Percent,
        Kind::Percent | Kind::Multiple => !matches!(kind, Kind::PercentPoint | Kind::Rank | Kind::Fraction),
        _ => figures.same_unit(change, of),
    }
}
