//! The whole that a share is of: its words, and its figure where the text has one.
//!
//! 占 before a percentage or a fraction makes it a share. The words between name the whole; which figure that is, the
//! arithmetic decides among those with such a label, else the total that the sharer is a part of.

use rust_decimal::{Decimal, RoundingStrategy};

use super::words::{BEFORE_WHOLE, NO_SHARES, PROPORTIONS, SHARES_AFTER_ALL, WHOLE_ENDS};
use super::{Figures, MOST_BETWEEN, core, part_of};
use crate::fact::{Change, Kind};
use crate::glyph::is_space;
use crate::span::Span;

/// What a share is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Whole {
    /// The words that name it.
    pub(crate) label: Option<Span>,
    /// Its figure.
    pub(crate) figure: Option<usize>,
}

/// The whole of every figure that is a share and says of what.
pub(crate) fn read(figures: &Figures<'_>, changes: &[Option<Change>], parts: &[Option<usize>]) -> Vec<Option<Whole>> {
    let mut wholes: Vec<Option<Whole>> = Vec::with_capacity(figures.len());
    for i in 0..figures.len() {
        let whole = match said(figures, i) {
            Said::Nothing => None,
            Said::Again => i.checked_sub(1).and_then(|j| wholes[j]),
            Said::Counted(of) => Some(Whole { label: named(figures, of), figure: Some(of) }),
            Said::Named => {
                let label = named(figures, i);
                let figure = figure(figures, i, label, changes, parts).or_else(|| follows(figures, i, label, &wholes));
                (label.is_some() || figure.is_some()).then_some(Whole { label, figure })
            }
        };
        wholes.push(whole);
    }
    wholes
}

/// 图解类占20%，文字类占80%: a share behind another one, each of its own sharer, is of the same whole.
fn follows(figures: &Figures<'_>, i: usize, label: Option<Span>, wholes: &[Option<Whole>]) -> Option<usize> {
    let before = i.checked_sub(1).filter(|&j| label.is_none() && figures.same_sentence(i, j))?;
    wholes[before].filter(|w| w.label.is_none())?.figure
}

/// How the words before a figure say that it is a share.
enum Said {
    Nothing,
    /// With 占 and the words of the whole, if any.
    Named,
    /// 占申请总数200件的60%: with the whole's own figure between.
    Counted(usize),
    /// 占总数的21%和79%: as the share before.
    Again,
}

fn said(figures: &Figures<'_>, i: usize) -> Said {
    if !matches!(figures.quantities[i].kind, Kind::Percent | Kind::Fraction) {
        return Said::Nothing;
    }
    let gap = figures.gap(i);
    let before = i.checked_sub(1).filter(|&j| figures.same_sentence(i, j));
    let shared = |j: usize| opens(figures.lead(j)).is_some();
    match before {
        _ if opens(figures.lead(i)).is_some() => Said::Named,
        Some(j) if gap == "的" && shared(j) => Said::Counted(j),
        Some(j)
            if matches!(gap, "、" | "和" | "与" | "及") && figures.quantities[j].kind == figures.quantities[i].kind =>
        {
            Said::Again
        }
        _ => Said::Nothing,
    }
}

/// Where 占 stands that makes a share, or 在 that does.
pub(super) fn opens(lead: &str) -> Option<usize> {
    within(lead).or_else(|| lead.rfind('占').filter(|&at| is_share(lead, at)))
}

/// Where 在 stands in 轻工业|在工业总产值中的比重, a share by another word.
pub(super) fn within(lead: &str) -> Option<usize> {
    let at = PROPORTIONS.last(lead)?.start;
    lead[..at].rfind('在')
}

/// Whether the 占 at `at` makes a share.
pub(super) fn is_share(lead: &str, at: usize) -> bool {
    let behind = &lead[at + '占'.len_utf8()..];
    // 占有效监测天数的79.5%.
    SHARES_AFTER_ALL.iter().any(|right| behind.starts_with(right))
        || !NO_SHARES.iter().any(|(left, right)| lead[..at].ends_with(left) && behind.starts_with(right))
}

/// The words between 占 or 在 and figure `i` that name the whole.
fn named(figures: &Figures<'_>, i: usize) -> Option<Span> {
    let lead = figures.lead_span(i);
    let piece = &figures.text[lead.range()];
    let at = opens(piece)?;
    let mut from = lead.start + at + piece[at..].chars().next().map_or(0, char::len_utf8);
    // 占比升至46%: a rate by its own name.
    if figures.text[from..lead.end].starts_with('比') {
        return None;
    }
    let mut piece = figures.text[from..lead.end].trim_end_matches(is_space);
    while let Some(rest) = WHOLE_ENDS.iter().find_map(|w| piece.strip_suffix(w)) {
        piece = rest.trim_end_matches(is_space);
    }
    while let Some(rest) = BEFORE_WHOLE.iter().find_map(|w| piece.strip_prefix(w)) {
        from += piece.len() - rest.len();
        piece = rest;
    }
    (!piece.is_empty()).then(|| Span::new(from, from + piece.len()))
}

/// 上年为62847万元: what it was a year before.
fn earlier(lead: &str) -> bool {
    let lead = lead.trim_start_matches(['，', ',']);
    ["上年", "去年"].iter().any(|year| lead.starts_with(year))
}

/// The figure of the whole.
fn figure(
    figures: &Figures<'_>,
    i: usize,
    label: Option<Span>,
    changes: &[Option<Change>],
    parts: &[Option<usize>],
) -> Option<usize> {
    let counted = |j: &usize| figures.counts(*j) && figures.quantities[*j].value.is_some() && changes[*j].is_none();
    let near = || {
        (0..i)
            .rev()
            .take(MOST_BETWEEN)
            .take_while(|&j| figures.places[j].block == figures.places[i].block)
            .filter(counted)
    };
    // 占比75%, without words of its own: the figure before is the sharer's.
    let bare = opens(figures.lead(i)) == Some(0);
    // 民生支出占比76.8%.
    let said = figures.label(i);
    let said = said.strip_suffix("占比").filter(|rest| !rest.is_empty()).unwrap_or(said);
    let sharer = near()
        .take_while(|&j| figures.same_sentence(i, j))
        // 收入68913万元，上年为62847万元，占…的67.3%: not what it was then.
        .find(|&j| !earlier(figures.lead(j)) && (bare || figures.label(j) == said && !said.is_empty()));
    let larger = |j: &usize| {
        sharer.is_none_or(|s| {
            *j != s && figures.same_unit(*j, s) && figures.quantities[*j].value >= figures.quantities[s].value
        })
    };
    let holds = |j: &usize| sharer.is_some_and(|s| quotient_holds(figures, i, s, *j));
    match label {
        // 已审结的79件中，纠正的占17.7%.
        None if part_of::among(figures, i) && larger(&(i - 1)) => Some(i - 1),
        Some(label) => {
            let core = core(&figures.text[label.range()]);
            // 占总数的67.2%: of what the sharer is a part of.
            if let Some(total) = sharer.and_then(|s| parts[s]).filter(|_| core.is_empty()) {
                return Some(total);
            }
            let alike = |j: &usize| !core.is_empty() && figures.label(*j).contains(core);
            let fits = || near().filter(larger).filter(alike).filter(|&j| !earlier(figures.lead(j)));
            let total = sharer.and_then(|s| parts[s]).filter(alike);
            fits().find(holds).or(total).or_else(|| fits().find(|&j| parts[j].is_none()))
        }
        None => {
            let total = sharer.and_then(|s| parts[s]);
            // 共发布500条，其中图解类占20%.
            let listed = || near().next().filter(|_| sharer.is_none() && figures.between(i).contains("其中"));
            total
                .or_else(listed)
                .or_else(|| near().take_while(|&j| figures.same_sentence(i, j)).filter(larger).find(holds))
        }
    }
}

/// Whether the share is that of figure `part` in figure `whole`, rounded to the digits that it has.
pub(super) fn quotient_holds(figures: &Figures<'_>, share: usize, part: usize, whole: usize) -> bool {
    let value = |j: usize| figures.quantities[j].value;
    let quotient = || value(part)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(value(whole)?);
    let quantity = &figures.quantities[share];
    match (quantity.value, quantity.lower, quantity.upper) {
        (Some(share), ..) => quotient()
            .is_some_and(|q| q.round_dp_with_strategy(share.scale(), RoundingStrategy::MidpointAwayFromZero) == share),
        (None, Some(lower), Some(upper)) if quantity.kind == Kind::Fraction => {
            let cross = |a: Option<Decimal>, b: Decimal| a.and_then(|a| a.checked_mul(b));
            cross(value(part), upper).is_some() && cross(value(part), upper) == cross(value(whole), lower)
        }
        _ => false,
    }
}
