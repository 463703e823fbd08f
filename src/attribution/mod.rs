//! What is said of each figure: one file a relation.
//!
//! The labels are read block by block, with the words of the text at hand; every other relation is read once over
//! the figures of the whole report, in this order: `change`, `part_of` (which asks what is a change), `share` (which
//! asks what is a part). Each gives one answer for every figure. What changed is told once the parts are known, and a change
//! without words of its own then takes the label of that figure. `zero` is about the text without
//! figures, and stands by itself.

use std::borrow::Cow;

use once_cell::sync::OnceCell;
use rustc_hash::FxHashSet;

use crate::bracket;
use crate::clause::{self, Clauses};
use crate::fact::{Change, Kind, Period};
use crate::glyph::{is_space, last_of, marks, within};
use crate::lexicon::Phrases;
use crate::outline::{Block, Outline, page_mark, unified};
use crate::period::Time;
use crate::quantity::{Quantity, Reading};
use crate::segment::Segmenter;
use crate::span::Span;
use label::Labels;
use period::Holding;
use share::Whole;
use words::PAST_TIMES;
use zero::{Negation, Zero};

mod change;
mod label;
mod part_of;
pub(crate) mod period;
pub(crate) mod share;
#[rustfmt::skip] // Tables of words, many a line.
mod words;
pub(crate) mod zero;

/// The words of a clause before a figure are looked at for so many bytes.
const LONGEST_LEAD: usize = 240;

/// Between a total and the brackets that break it down, with other brackets between.
const LONGEST_ASIDES: usize = 2400;

/// How many figures back a relation may reach: past the longest list of a report, and short enough for any text.
const MOST_BETWEEN: usize = 64;

/// A long table of words that is asked about whole words, by their hash.
struct Words {
    list: &'static [&'static str],
    set: OnceCell<WordSet>,
}

struct WordSet {
    words: FxHashSet<&'static str>,
    /// The characters of the longest word.
    longest: usize,
}

impl Words {
    const fn new(list: &'static [&'static str]) -> Self {
        Words { list, set: OnceCell::new() }
    }

    fn set(&self) -> &WordSet {
        self.set.get_or_init(|| WordSet {
            words: self.list.iter().copied().collect(),
            longest: self.list.iter().map(|word| word.chars().count()).max().unwrap_or(0),
        })
    }

    fn contains(&self, word: &str) -> bool {
        self.set().words.contains(word)
    }

    /// Whether the text ends with one of the words.
    fn ends(&self, text: &str) -> bool {
        let WordSet { words, longest } = self.set();
        text.char_indices().rev().take(*longest).any(|(at, _)| words.contains(&text[at..]))
    }
}

/// What is said of the figures of a report: one answer for each of them, and the zeros beside them.
pub(crate) struct Attribution {
    pub(crate) told: Vec<Told>,
    pub(crate) labels: Vec<Option<Span>>,
    pub(crate) changes: Vec<Option<Change>>,
    pub(crate) parts: Vec<Option<usize>>,
    pub(crate) wholes: Vec<Option<Whole>>,
    pub(crate) zeros: Vec<(Zero, Told)>,
}

/// What a figure or a zero has from its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told {
    pub(crate) sentence: Span,
    pub(crate) section: Option<usize>,
    pub(crate) period: Option<Period>,
}

/// What the head of a report says of its time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Times {
    pub(crate) period: Option<Period>,
    /// The year in which it speaks: of 去年 and 今年.
    pub(crate) today: Option<u16>,
}

/// Reads what is said of the figures.
pub(crate) fn read(
    text: &str,
    outline: &Outline<'_>,
    reading: &Reading,
    segmenter: &Segmenter,
    of_report: Times,
) -> Attribution {
    let of_sections = section_periods(text, outline, reading, of_report);
    // Stage by stage over all blocks, not block by block: each stage's code and tables stay at hand.
    let paragraphs = paragraphs(text, outline, reading);
    let mut figures = Figures {
        text,
        quantities: &reading.quantities,
        times: &reading.times,
        places: Vec::with_capacity(reading.quantities.len()),
        labels: Vec::with_capacity(reading.quantities.len()),
        leads: Vec::new(),
        gaps: Vec::new(),
        old_levels: Vec::new(),
        shares: Vec::new(),
    };
    let mut told: Vec<Told> = Vec::with_capacity(reading.quantities.len());
    let mut zeros = Vec::new();
    let mut sentences = 0;
    let mut skipped: Vec<Vec<Span>> = Vec::with_capacity(paragraphs.len());
    for paragraph in &paragraphs {
        let Paragraph { block, here, clauses, homes, .. } = paragraph;
        let times = reading.times(text, block.span);
        let period = block.section.map_or(of_report.period, |s| of_sections[s]);
        let holding = Holding::new(text, &times, &clauses.asides, period, of_report.today);
        let mut skips = reading.skips(block.span);
        skips.extend(times.iter().map(|t| t.span));
        skips.sort_by_key(|s| (s.start, s.end));
        skips.dedup();
        skipped.push(skips);
        let place = |at: Span| {
            let sentence = clauses.sentence_of(at).unwrap_or(block.span);
            Told { sentence, section: block.section, period: holding.at(at.start) }
        };
        let periods = holding.read(text, here);
        for ((figure, home), period) in here.iter().zip(homes).zip(periods) {
            let clause = home.map(|c| clauses.clauses[c]);
            let told_here = Told { period, ..place(figure.span) };
            figures.places.push(Place {
                block: paragraph.number,
                sentence_no: sentences + clause.map_or(0, |c| c.sentence),
                sentence: told_here.sentence,
                clause: clause.map_or(figure.span, |c| c.span),
                depth: clause.map_or(0, |c| c.depth),
                aside: clauses.aside_around(figure.span),
            });
            told.push(told_here);
        }
        sentences += clauses.sentences.len().max(1);
        let spans: Vec<Span> = here.iter().map(|q| q.span).collect();
        let stated = zero::read(text, segmenter, clauses, &paragraph.negations, &spans);
        zeros.extend(stated.into_iter().filter(|z| !reading.splits(z.span)).map(|z| (z, place(z.span))));
    }
    for (Paragraph { here, clauses, homes, .. }, skips) in paragraphs.iter().zip(&skipped) {
        figures.labels.extend(Labels { text, segmenter, clauses, figures: here, homes, skips }.read());
    }
    figures.leads = (0..figures.len()).map(|i| without_asides(&text[figures.lead_span(i).range()])).collect();
    figures.gaps = (0..figures.len()).map(|i| unified(&text[figures.gap_span(i).range()])).collect();
    figures.old_levels = (0..figures.len()).map(|i| figures.compares_level(i)).collect();
    figures.shares = figures.leads.iter().map(|lead| share::opens(lead).is_some()).collect();
    for (i, told) in told.iter_mut().enumerate() {
        // 由32个增加到41个: the time of the second is not that of the first.
        let lead = figures.lead_span(i);
        if figures.is_old_level(i)
            && figures.times_in(lead.start, lead.end).next().is_none()
            && !PAST_TIMES.any(figures.lead(i))
        {
            told.period = None;
        }
    }
    let periods: Vec<Option<Period>> = told.iter().map(|t| t.period).collect();
    let changes = change::read(&figures);
    let parts = part_of::read(&figures, &changes, &periods);
    let changes = change::with_subjects(&figures, &changes, &parts);
    figures.relabel(&changes);
    figures.relabel_done(&changes);
    let wholes = share::read(&figures, &changes, &parts);
    Attribution { told, labels: figures.labels, changes, parts, wholes, zeros }
}

/// A block that says something, cut up.
struct Paragraph<'a> {
    /// Its place among the blocks.
    number: usize,
    block: &'a Block,
    here: &'a [Quantity],
    negations: Vec<Negation>,
    clauses: Clauses,
    /// The clause of each figure.
    homes: Vec<Option<usize>>,
}

/// The blocks that hold figures or negations; only those are cut into sentences and clauses.
fn paragraphs<'a>(text: &str, outline: &'a Outline<'_>, reading: &'a Reading) -> Vec<Paragraph<'a>> {
    let mut rest = reading.quantities.as_slice();
    let mut found = Vec::with_capacity(outline.blocks.len());
    let mut number = 0;
    for block in &outline.blocks {
        // What follows over the end of a page follows.
        number += usize::from(!page_mark(&text[block.span.range()]));
        let count = rest.partition_point(|q| q.span.start < block.span.end);
        let (here, later) = rest.split_at(count);
        rest = later;
        let negations = zero::negations(text, block.span);
        if !here.is_empty() || !negations.is_empty() {
            let (clauses, homes) = Default::default();
            found.push(Paragraph { number, block, here, negations, clauses, homes });
        }
    }
    for Paragraph { block, here, clauses, homes, .. } in &mut found {
        let marks = within(&reading.marks, block.span, |(at, _)| *at);
        *clauses = if here.is_empty() {
            clause::read(text, block.span, marks, &bracket::pairs(marks))
        } else {
            clause::read(text, block.span, marks, reading.brackets(block.span))
        };
        *homes = clauses.around(here.iter().map(|q| q.span.start));
    }
    found
}

/// The period that the title of each section names, else that of the section around it, else the report's. 过去五年工作回顾
/// names years without saying which: none.
fn section_periods(text: &str, outline: &Outline<'_>, reading: &Reading, report: Times) -> Vec<Option<Period>> {
    let mut periods: Vec<Option<Period>> = Vec::with_capacity(outline.sections.len());
    for section in &outline.sections {
        let title = Span::new(
            section.span.start + section.marker.len(),
            section.span.end.max(section.span.start + section.marker.len()),
        );
        let times = reading.times(text, title);
        let own = Holding::of_title(text, title, &times, report.period, report.today);
        let undated = own.is_none() && times.iter().any(|time| time.vague && time.year.is_none());
        let around = || section.parent.map_or(report.period, |p| periods[p]);
        periods.push(if undated { None } else { own.or_else(around) });
    }
    periods
}

/// Where a figure stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// The paragraph, counted through the report.
    pub(crate) block: usize,
    /// The sentence, counted through the report, and its span.
    pub(crate) sentence_no: usize,
    pub(crate) sentence: Span,
    pub(crate) clause: Span,
    /// How many brackets are around it, and the innermost of them.
    pub(crate) depth: usize,
    pub(crate) aside: Option<Span>,
}

/// The figures of a report in the order of the text, where they stand and what they count.
pub(crate) struct Figures<'a> {
    pub(crate) text: &'a str,
    pub(crate) quantities: &'a [Quantity],
    pub(crate) times: &'a [Time],
    pub(crate) places: Vec<Place>,
    pub(crate) labels: Vec<Option<Span>>,
    /// Before each figure: the words of its clause, and what stands since the figure before.
    leads: Vec<Cow<'a, str>>,
    gaps: Vec<Cow<'a, str>>,
    /// Whether each figure is the first of two levels.
    old_levels: Vec<bool>,
    /// Whether it is a share.
    shares: Vec<bool>,
}

impl<'a> Figures<'a> {
    fn len(&self) -> usize {
        self.quantities.len()
    }

    fn label(&self, i: usize) -> &str {
        self.labels[i].map_or("", |l| &self.text[l.range()])
    }

    fn same_sentence(&self, i: usize, j: usize) -> bool {
        self.places[i].sentence_no == self.places[j].sentence_no
    }

    /// Gives a change that has no words of its own the label of the figure that changed.
    fn relabel(&mut self, changes: &[Option<Change>]) {
        for (i, change) in changes.iter().enumerate() {
            let own = self.labels[i].is_some_and(|l| l.start >= self.lead_span(i).start);
            if let Some(of) = change.and_then(|c| c.of).filter(|_| !own) {
                self.labels[i] = self.labels[of];
            }
        }
    }

    /// 原有机构38家，压减35家: a count that says only what was done with things is labelled by that, where its label would
    /// be that of what stands before in its sentence.
    fn relabel_done(&mut self, changes: &[Option<Change>]) {
        for (i, change) in changes.iter().enumerate().skip(1) {
            let counted = change.is_none() && self.quantities[i].kind == Kind::Count;
            let own = if counted { self.done_with(i) } else { None };
            let taken = |j: usize| self.labels[j] == self.labels[i] && self.same_unit(i, j) && self.same_sentence(i, j);
            if own.is_some() && (0..i).rev().take(MOST_BETWEEN).any(taken) {
                self.labels[i] = own;
            }
        }
    }

    /// The word that is all that stands before a figure in its clause, where that is one of what is done.
    fn done_with(&self, i: usize) -> Option<Span> {
        let lead = self.lead_span(i);
        let piece = &self.text[lead.range()];
        let start = piece.len() - piece.trim_start_matches(|c| is_space(c) || matches!(c, '，' | ',' | '、')).len();
        let said = piece[start..].trim_end_matches(is_space);
        words::DONE_WITH.contains(&said).then(|| Span::new(lead.start + start, lead.start + start + said.len()))
    }

    /// Whether two figures count in the same unit.
    fn same_unit(&self, i: usize, j: usize) -> bool {
        let (a, b) = (&self.quantities[i], &self.quantities[j]);
        a.kind == b.kind && a.unit == b.unit
    }

    /// Between the figure before, in the same block, and this one.
    fn gap(&self, i: usize) -> &str {
        &self.gaps[i]
    }

    fn gap_span(&self, i: usize) -> Span {
        let before = i.checked_sub(1).filter(|&j| self.places[j].block == self.places[i].block);
        let place = &self.places[i];
        let start = before.map_or(place.sentence.start.min(place.clause.start), |j| self.quantities[j].span.end);
        let end = self.quantities[i].span.start;
        Span::new(start.min(end), end)
    }

    /// The part of the gap that stands in the figure's own sentence.
    fn between(&self, i: usize) -> Cow<'_, str> {
        unified(&self.text[self.between_span(i).range()])
    }

    fn between_span(&self, i: usize) -> Span {
        let end = self.quantities[i].span.start;
        Span::new(self.gap_span(i).start.max(self.places[i].sentence.start).min(end), end)
    }

    /// The words of the figure's clause before it, back to the figure before that stands at its level, without asides.
    fn lead(&self, i: usize) -> &str {
        &self.leads[i]
    }

    fn lead_span(&self, i: usize) -> Span {
        let end = self.quantities[i].span.start;
        let level = |j: &usize| self.places[*j].depth <= self.places[i].depth;
        let before = (0..i).rev().take(8).find(level).map_or(0, |j| self.quantities[j].span.end);
        let words = Span::new(self.places[i].clause.start.max(before).min(end), end);
        last_of(self.text, words, LONGEST_LEAD)
    }

    /// What stands before figure `i` since the figure before it: of an aside, its beginning.
    fn opening(&self, i: usize) -> Cow<'_, str> {
        let between = self.between_span(i);
        let inside = self.places[i].aside.filter(|aside| aside.start >= between.start).map(|aside| {
            let bracket = self.text[aside.start..].chars().next().map_or(0, char::len_utf8);
            aside.start + bracket
        });
        without_asides(&self.text[inside.unwrap_or(between.start)..between.end])
    }

    /// Whether nothing but the words of one clause and asides stand between two places.
    fn reaches(&self, from: usize, to: usize) -> bool {
        let Some(between) = self.text.get(from..to).filter(|b| b.len() <= LONGEST_ASIDES) else { return false };
        let mut depth = 0usize;
        for c in between.chars() {
            match c {
                '（' | '(' | '〔' | '[' | '【' => depth += 1,
                '）' | ')' | '〕' | ']' | '】' => depth = depth.saturating_sub(1),
                '，' | ',' | '。' | '；' | ';' | '：' if depth == 0 => return false,
                _ => {}
            }
        }
        true
    }

    /// 由32个增加到41个, 较2013年的12,687条增加1,599条: what the next figure comes from or is compared with.
    fn is_old_level(&self, i: usize) -> bool {
        self.old_levels[i]
    }

    fn compares_level(&self, i: usize) -> bool {
        let next = i + 1;
        if next == self.len() || !self.same_sentence(i, next) {
            return false;
        }
        let (lead, gap) = (self.lead(i), self.gap(next));
        let level = words::LEVELS.iter().any(|w| gap.ends_with(w)) && lead.contains(['由', '从']);
        if level {
            return self.same_unit(i, next);
        }
        // 与2014年的18,903条相比，增加2,583条.
        let gap = gap.strip_prefix("相比").map_or(gap, |rest| rest.trim_start_matches('，')).trim_end_matches('了');
        lead.ends_with(['的', '年', '期', '数', '额'])
            && lead.contains(['比', '较', '与'])
            && words::MOVES.iter().any(|moves| moves.ends(gap) == Some(0))
    }

    /// Whether a figure counts things: not a rate, a place, a length of time or points.
    fn counts(&self, i: usize) -> bool {
        matches!(self.quantities[i].kind, Kind::Count | Kind::Money | Kind::Measure)
    }

    /// 占91.3%: a part of a whole.
    fn is_share(&self, i: usize) -> bool {
        self.shares[i]
    }

    /// 41件，占12.0%: whether the share of a figure stands right behind it.
    fn has_share(&self, i: usize) -> bool {
        i + 1 < self.len() && self.is_share(i + 1) && self.same_sentence(i, i + 1)
    }

    /// The times that stand in a stretch of the text.
    fn times_in(&self, start: usize, end: usize) -> impl Iterator<Item = &Time> {
        let from = self.times.partition_point(|t| t.span.start < start);
        self.times[from..].iter().take_while(move |t| t.span.end <= end)
    }
}

/// A squeezed piece without what stands in brackets; a bracket that opens outside of the piece ends an aside too.
fn without_asides(piece: &str) -> Cow<'_, str> {
    let bracket = |c| matches!(c, '（' | '(' | '）' | ')' | '〔' | '[' | '〕' | ']');
    if !marks(piece, Span::new(0, piece.len())).any(|(_, c)| bracket(c)) {
        return unified(piece);
    }
    let piece = unified(piece);
    let mut kept = String::with_capacity(piece.len());
    let mut depth = 0usize;
    for c in piece.chars() {
        match c {
            '（' | '(' | '〔' | '[' => depth += 1,
            '）' | ')' | '〕' | ']' if depth == 0 => kept.clear(),
            '）' | ')' | '〕' | ']' => depth -= 1,
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    Cow::Owned(kept)
}

/// 答复总数 is the number of what is labelled 答复.
fn core(words: &str) -> &str {
    let mut words = words;
    while let Some(rest) = words::TOTALLING.iter().find_map(|w| words.strip_suffix(w).or_else(|| words.strip_prefix(w)))
    {
        words = rest;
    }
    words
}
