//! The extractor: configuration, and the pipeline.

use std::borrow::Cow;
use std::io::BufRead;

use rust_decimal::Decimal;

use crate::attribution::zero::Zero;
use crate::attribution::{self, Attribution, Times, Told};
use crate::error::Error;
use crate::fact::{Bound, Change, Fact, Period, Reason, Rejected, Stated, Whole};
use crate::indicator;
use crate::layout;
use crate::outline::{self, Outline, unwrapped};
use crate::quantity::{Quantity, Reader, Reading};
use crate::report::{self, Report};
use crate::segment::{self, Segmenter};
use crate::span::Span;
use crate::table::{self, Table, Tables};
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
        self.extract_with_tables(text, &[])
    }

    /// Reads a report whose tables are known: each cell with a figure is a fact (see [`table`](crate::table)), and what
    /// stands in a table is no prose, but for cells that hold sentences.
    ///
    /// Tables stand in the order of the text, on lines of their own; one that does not stand in the text, or not behind
    /// the one before, is left out.
    ///
    /// ```
    /// use nianbao::{Extractor, Span, table::{Cell, Table}};
    /// let text = "信息内容\t本年制发件数\n规章\t3\n";
    /// let cell = |start: usize, end: usize| Cell::new(Span::new(start, end));
    /// let table = Table::from_rows([[cell(0, 12), cell(13, 31)], [cell(32, 38), cell(39, 40)]]);
    /// let report = Extractor::new().extract_with_tables(text, &[table]);
    /// let fact = &report.facts()[0];
    /// assert_eq!((fact.label.as_deref(), fact.value), (Some("规章 / 本年制发件数"), Some(3.into())));
    /// assert_eq!(fact.indicator.as_deref(), Some("regulations.made"));
    /// ```
    pub fn extract_with_tables<'t>(&self, text: &'t str, tables: &[Table]) -> Report<'t> {
        let given = Tables::of(text, tables);
        let paragraphs = outline::paragraphs(text, &given.regions());
        match layout::join(text, &paragraphs) {
            Some(joined) => {
                let tables = given.moved(&joined.text, |span| joined.to_joined(span));
                let report = self.read(&joined.text, &tables, &joined.paragraphs);
                let report = joined.put_back(text, report);
                Report { joined: Some(Box::new(joined)), ..report }
            }
            None => self.read(text, &given, &paragraphs),
        }
    }

    /// The pipeline, a call a stage.
    fn read<'t>(&self, text: &'t str, tables: &Tables<'t, '_>, paragraphs: &[Span]) -> Report<'t> {
        let mut outline = outline::read(text, paragraphs);
        outline.add_cells(&tables.prose());
        let reading = self.quantities(text, &outline);
        let head = report::head(text, &outline.blocks, &reading.times);
        let year = self.year.or(head.year);
        // A year that was given overrules the statistics of another one.
        let period = head.period.filter(|p| self.year.is_none_or(|y| p.end.year == y));
        let period = period.or_else(|| year.and_then(Period::year));
        let said = attribution::read(text, &outline, &reading, self.segmenter(), Times { period, today: head.session });
        let mut facts = facts(text, &reading.quantities, &said);
        let of_report = indicator::Head { title: head.title.as_deref(), issuer: head.issuer.as_deref(), year, period };
        let rows = indicator::read(text, &facts, &outline.sections, of_report);
        for (fact, row) in facts.iter_mut().zip(rows) {
            fact.indicator = row.map(Cow::Borrowed);
        }
        let context = table::Context {
            sections: &outline.sections,
            period,
            units: self.known_units(),
            segmenter: self.segmenter(),
        };
        let cells = tables.read(&context);
        Report {
            source: Cow::Borrowed(text),
            title: head.title,
            issuer: head.issuer,
            year,
            period,
            published: head.published,
            sections: outline.sections,
            facts: table::merged(facts, cells.facts),
            rejected: rejected(&outline.marks, reading.rejected, cells.rejected, &said.zeros),
            joined: None,
        }
    }

    fn quantities(&self, text: &str, outline: &Outline<'_>) -> Reading {
        let units = self.known_units();
        let mut reader = Reader::new(text, units, self.segmenter());
        for block in &outline.blocks {
            reader.block(block.span);
        }
        reader.reading
    }

    fn known_units(&self) -> &Units {
        self.units.as_ref().unwrap_or_else(|| Units::built_in())
    }

    fn segmenter(&self) -> &Segmenter {
        self.segmenter.as_ref().unwrap_or_else(|| segment::shared())
    }
}

/// The facts of a report, in the order of the text: its figures, and the zeros that it states in words.
fn facts<'t>(text: &'t str, quantities: &[Quantity], said: &Attribution) -> Vec<Fact<'t>> {
    let mut order: Vec<(usize, Source)> =
        quantities.iter().enumerate().map(|(i, q)| (q.span.start, Source::Figure(i))).collect();
    order.extend(said.zeros.iter().enumerate().map(|(z, (zero, _))| (zero.span.start, Source::Zero(z))));
    order.sort_by_key(|&(start, _)| start);
    // Where the zeros come between the figures, the places of the figures move on.
    let mut moved = vec![0; quantities.len()];
    for (place, (_, source)) in order.iter().enumerate() {
        if let Source::Figure(i) = source {
            moved[*i] = place;
        }
    }
    let fact = |(_, source): (usize, Source)| match source {
        Source::Figure(i) => figure_fact(text, &quantities[i], said, i, &moved),
        Source::Zero(z) => zero_fact(text, &said.zeros[z]),
    };
    order.into_iter().map(fact).collect()
}

/// What a fact is made of.
enum Source {
    Figure(usize),
    Zero(usize),
}

fn figure_fact<'t>(text: &'t str, figure: &Quantity, said: &Attribution, i: usize, moved: &[usize]) -> Fact<'t> {
    let told = said.told[i];
    let at = |of: Option<usize>| of.map(|j| moved[j]);
    Fact {
        kind: figure.kind,
        value: figure.value,
        lower: figure.lower,
        upper: figure.upper,
        unit: figure.unit.clone(),
        bound: figure.bound,
        stated: Stated::Number,
        text: Cow::Borrowed(&text[figure.span.range()]),
        label: said.labels[i].map(|l| unwrapped(&text[l.range()])),
        label_span: said.labels[i],
        span: figure.span,
        sentence: told.sentence,
        section: told.section,
        part_of: at(said.parts[i]),
        change: said.changes[i].map(|c| Change { of: at(c.of), ..c }),
        of_whole: said.wholes[i].map(|w| Whole {
            label: w.label.map(|l| unwrapped(&text[l.range()])),
            label_span: w.label,
            fact: at(w.figure),
        }),
        period: told.period,
        indicator: None,
    }
}

fn zero_fact<'t>(text: &'t str, (zero, told): &(Zero, Told)) -> Fact<'t> {
    Fact {
        kind: zero.kind,
        value: Some(Decimal::ZERO),
        lower: None,
        upper: None,
        unit: None,
        bound: Bound::Exact,
        stated: Stated::Negation,
        text: Cow::Borrowed(&text[zero.span.range()]),
        label: Some(unwrapped(&text[zero.label.range()])),
        label_span: Some(zero.label),
        span: zero.span,
        sentence: told.sentence,
        section: told.section,
        part_of: None,
        change: None,
        of_whole: None,
        period: told.period,
        indicator: None,
    }
}

/// The marks of headings among the other rejected numerals, in the order of the text; a 零 that states a zero is
/// none of them.
fn rejected(marks: &[Span], others: Vec<Rejected>, of_tables: Vec<Rejected>, zeros: &[(Zero, Told)]) -> Vec<Rejected> {
    let marks = marks.iter().map(|&span| Rejected { span, reason: Reason::HeadingMark });
    let others = others.into_iter().filter(|r| !states_zero(r.span, zeros));
    let mut all: Vec<_> = others.chain(of_tables).chain(marks).collect();
    all.sort_by_key(|r| r.span.start);
    all
}

fn states_zero(span: Span, zeros: &[(Zero, Told)]) -> bool {
    let at = zeros.partition_point(|(zero, _)| zero.span.end <= span.start);
    zeros.get(at).is_some_and(|(zero, _)| zero.span.start < span.end)
}
