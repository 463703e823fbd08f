//! The extractor: configuration, and the pipeline.

use std::borrow::Cow;
use std::io::BufRead;

use crate::attribution::label::Labels;
use crate::clause;
use crate::error::Error;
use crate::fact::{Fact, Period, Reason, Rejected, Stated};
use crate::outline::{self, Block, Outline, unwrapped};
use crate::period;
use crate::quantity::{Quantity, Reader, Reading};
use crate::report::{self, Report};
use crate::segment::{self, Segmenter};
use crate::span::Span;
use crate::unit::{Unit, Units};

/// Reads reports. Cheap to make without a configuration, and free to share between threads.
///
/// ```
/// let extractor = nianbao::Extractor::new();
/// let report = extractor.extract("一、依申请公开\n2017年收到申请两件，办结率100%。");
/// let facts: Vec<_> = report.facts().iter().map(|f| (f.label.as_deref().unwrap(), &*f.text)).collect();
/// assert_eq!(facts, [("收到申请", "两件"), ("办结率", "100%")]);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Extractor {
    year: Option<u16>,
    units: Option<Units>,
    segmenter: Option<Segmenter>,
}

impl Extractor {
    /// An extractor that needs no configuration.
    ///
    /// ```
    /// assert!(nianbao::Extractor::new().extract("").facts().is_empty());
    /// ```
    pub fn new() -> Self {
        Extractor::default()
    }

    /// The year that the reports are of, where their text may not say it or says it wrong.
    ///
    /// ```
    /// let report = nianbao::Extractor::new().year(2017).extract("收到申请3件");
    /// assert_eq!(report.period().unwrap().end.to_string(), "2017-12-31");
    /// ```
    pub fn year(mut self, year: u16) -> Self {
        self.year = Some(year);
        self
    }

    /// Words that jieba's dictionary does not know, a line a word: `word [frequency [tag]]`.
    ///
    /// # Errors
    /// As [`Segmenter::with_dictionary`].
    ///
    /// ```
    /// let extractor = nianbao::Extractor::new().dictionary("古陵之窗 1000 nz\n".as_bytes()).unwrap();
    /// assert_eq!(extractor.extract("开设专栏3个").facts().len(), 1);
    /// ```
    pub fn dictionary(mut self, dictionary: impl BufRead) -> Result<Self, Error> {
        self.segmenter = Some(Segmenter::with_dictionary(dictionary)?);
        Ok(self)
    }

    /// Units of your own, which go before built-in ones of the same spelling. A second call replaces the first.
    ///
    /// # Errors
    /// [`Error`] for an empty spelling or name, and for a spelling with white space or a digit in it.
    ///
    /// ```
    /// use nianbao::{Extractor, Unit};
    /// let extractor = Extractor::new().units([Unit::count("盏")]).unwrap();
    /// assert_eq!(extractor.extract("路灯120盏").facts()[0].unit.as_deref(), Some("盏"));
    /// assert!(Extractor::new().units([Unit::count("")]).is_err());
    /// ```
    pub fn units(mut self, units: impl IntoIterator<Item = Unit>) -> Result<Self, Error> {
        self.units = Some(Units::with(units.into_iter().collect())?);
        Ok(self)
    }

    /// Reads a report. Any text gives a report; what it does not say is none in it.
    ///
    /// ```
    /// let report = nianbao::Extractor::new().extract("举办培训班4期，培训约1200人次。");
    /// assert_eq!(report.facts()[1].bound, nianbao::Bound::About);
    /// ```
    pub fn extract<'t>(&self, text: &'t str) -> Report<'t> {
        let outline = outline::read(text);
        let reading = self.quantities(text, &outline);
        let head = report::head(text, &outline.blocks, &reading.times);
        let year = self.year.or(head.year);
        // A year that was given overrules the statistics of another one.
        let period = head.period.filter(|p| self.year.is_none_or(|y| p.end.year == y));
        let period = period.or_else(|| year.and_then(Period::year));
        let facts = self.facts(text, &outline.blocks, &reading, period);
        Report {
            source: Cow::Borrowed(text),
            title: head.title,
            issuer: head.issuer,
            year,
            period,
            published: head.published,
            sections: outline.sections,
            facts,
            rejected: rejected(&outline.marks, reading.rejected),
        }
    }

    fn quantities(&self, text: &str, outline: &Outline<'_>) -> Reading {
        let units = self.units.as_ref().unwrap_or_else(|| Units::built_in());
        let mut reader = Reader::new(text, units, self.segmenter());
        for block in &outline.blocks {
            reader.block(block.span);
        }
        reader.reading
    }

    fn segmenter(&self) -> &Segmenter {
        self.segmenter.as_ref().unwrap_or_else(|| segment::shared())
    }

    /// The facts of all blocks; only a block that holds figures is cut into sentences and clauses.
    fn facts<'t>(&self, text: &'t str, blocks: &[Block], reading: &Reading, period: Option<Period>) -> Vec<Fact<'t>> {
        let mut facts = Vec::with_capacity(reading.quantities.len());
        let mut rest = reading.quantities.as_slice();
        for block in blocks {
            let count = rest.partition_point(|q| q.span.start < block.span.end);
            let (figures, later) = rest.split_at(count);
            rest = later;
            if figures.is_empty() {
                continue;
            }
            let clauses = clause::read(text, block.span);
            let homes = clauses.around(figures.iter().map(|q| q.span.start));
            let from = reading.times.partition_point(|t| t.span.start < block.span.start);
            let to = reading.times.partition_point(|t| t.span.start < block.span.end);
            let times = &reading.times[from..to];
            let holding = period::holding(text, times);
            let skips = skips(&reading.rejected, block.span);
            let labels =
                Labels { text, segmenter: self.segmenter(), clauses: &clauses, figures, homes: &homes, skips: &skips }
                    .read();
            for (figure, label) in figures.iter().zip(labels) {
                let sentence = clauses.sentence_of(figure.span).unwrap_or(block.span);
                let named = times.partition_point(|t| t.span.start < figure.span.start).checked_sub(1);
                let period = named.and_then(|i| holding[i]).or(period);
                facts.push(fact(text, figure, label, sentence, block.section, period));
            }
        }
        facts
    }
}

/// What stands between the words of a block and is no word of a label.
fn skips(rejected: &[Rejected], block: Span) -> Vec<Span> {
    let from = rejected.partition_point(|r| r.span.end <= block.start);
    let here = rejected[from..].iter().take_while(|r| r.span.start < block.end);
    let skipped = [Reason::Date, Reason::Period, Reason::Page, Reason::HeadingMark, Reason::Footnote];
    here.filter(|r| skipped.contains(&r.reason)).map(|r| r.span).collect()
}

fn fact<'t>(
    text: &'t str,
    figure: &Quantity,
    label: Option<Span>,
    sentence: Span,
    section: Option<usize>,
    period: Option<Period>,
) -> Fact<'t> {
    Fact {
        kind: figure.kind,
        value: figure.value,
        lower: figure.lower,
        upper: figure.upper,
        unit: figure.unit.clone(),
        bound: figure.bound,
        stated: Stated::Number,
        text: Cow::Borrowed(&text[figure.span.range()]),
        label: label.map(|l| unwrapped(&text[l.range()])),
        label_span: label,
        span: figure.span,
        sentence,
        section,
        part_of: None,
        change: None,
        period,
        indicator: None,
    }
}

/// The marks of headings among the other rejected numerals, in the order of the text.
fn rejected(marks: &[Span], others: Vec<Rejected>) -> Vec<Rejected> {
    let marks = marks.iter().map(|&span| Rejected { span, reason: Reason::HeadingMark });
    let mut all: Vec<_> = others.into_iter().chain(marks).collect();
    all.sort_by_key(|r| r.span.start);
    all
}
