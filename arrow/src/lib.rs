//! The facts of reports as Arrow arrays.
//!
//! One schema, for the Parquet files of the command and for query engines. [`schema`] is that of a table with one row a
//! fact: what is said of the report stands before, what is said of the fact behind. [`fact_fields`] are the latter alone,
//! for engines that keep the facts of a text in a list.
//!
//! | column | type | what it is |
//! |---|---|---|
//! | `source` | string | the name of the input |
//! | `title`, `issuer` | string | of the report |
//! | `year` | uint16 | of the report |
//! | `published` | date32 | of the report |
//! | `section_path` | list of string | the titles of the sections around the fact, the outermost first |
//! | `index` | uint32 | the number of the fact in its report, from 0 |
//! | `kind` | dictionary of string | `count`, `percent`, `money` … |
//! | `value`, `lower`, `upper` | decimal(38, 9) | as in [`nianbao::Fact`]; null where a number has more than 9 digits behind the point |
//! | `unit`, `bound`, `stated` | dictionary of string | |
//! | `text`, `label` | string | |
//! | `part_of` | uint32 | the `index` of the total |
//! | `change_direction` | dictionary of string | `increase`, `decrease`, `flat` |
//! | `change_base` | string | `previous_year`, `previous_period`, or the year |
//! | `change_of` | uint32 | the `index` of the fact that changed |
//! | `whole_label`, `whole` | string, uint32 | what a share is of, and the `index` of its fact |
//! | `period_start`, `period_end` | date32 | |
//! | `indicator` | dictionary of string | the code of the official row |
//! | `start`, `end` | uint64 | the byte offsets of `text` in the text of the input |
//! | `columns` | string | what else the input says of the text, as a JSON object; null where it says nothing |
//!
//! ```
//! let report = nianbao::Extractor::new().extract("收到申请12件，其中网上9件。");
//! let mut table = nianbao_arrow::Table::new();
//! table.push("a.txt", &report, None);
//! let batch = table.finish();
//! assert_eq!((batch.num_rows(), batch.schema()), (2, nianbao_arrow::schema()));
//! ```

use std::sync::Arc;

use arrow_array::builder::{
    Date32Builder, Decimal128Builder, ListBuilder, StringBuilder, StringDictionaryBuilder, UInt16Builder,
    UInt32Builder, UInt64Builder,
};
use arrow_array::types::{Date32Type, Int32Type};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef};
use chrono::NaiveDate;
use nianbao::{Base, Date, Fact, Report};
use rust_decimal::Decimal;

/// Digits of a value, and of these behind the point: every whole number that the library reads fits.
const PRECISION: u8 = 38;
const SCALE: i8 = 9;

/// The columns of a table with one row a fact, as the docs of the crate list them.
///
/// ```
/// assert_eq!(nianbao_arrow::schema().field(0).name(), "source");
/// ```
pub fn schema() -> SchemaRef {
    let report = [
        Field::new("source", DataType::Utf8, false),
        Field::new("title", DataType::Utf8, true),
        Field::new("issuer", DataType::Utf8, true),
        Field::new("year", DataType::UInt16, true),
        Field::new("published", DataType::Date32, true),
    ];
    let facts = fact_fields();
    let fields = report.into_iter().map(Arc::new).chain(facts.iter().cloned());
    let carried = Arc::new(Field::new("columns", DataType::Utf8, true));
    Arc::new(Schema::new(fields.chain([carried]).collect::<Fields>()))
}

/// The columns that are about a fact, from `section_path` to `end`.
///
/// ```
/// assert_eq!(nianbao_arrow::fact_fields().last().unwrap().name(), "end");
/// ```
pub fn fact_fields() -> Fields {
    let words = || DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    let decimal = DataType::Decimal128(PRECISION, SCALE);
    let path = DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, true)));
    [
        ("section_path", path, false),
        ("index", DataType::UInt32, false),
        ("kind", words(), false),
        ("value", decimal.clone(), true),
        ("lower", decimal.clone(), true),
        ("upper", decimal, true),
        ("unit", words(), true),
        ("bound", words(), false),
        ("stated", words(), false),
        ("text", DataType::Utf8, false),
        ("label", DataType::Utf8, true),
        ("part_of", DataType::UInt32, true),
        ("change_direction", words(), true),
        ("change_base", DataType::Utf8, true),
        ("change_of", DataType::UInt32, true),
        ("whole_label", DataType::Utf8, true),
        ("whole", DataType::UInt32, true),
        ("period_start", DataType::Date32, true),
        ("period_end", DataType::Date32, true),
        ("indicator", words(), true),
        ("start", DataType::UInt64, false),
        ("end", DataType::UInt64, false),
    ]
    .into_iter()
    .map(|(name, kind, nullable)| Field::new(name, kind, nullable))
    .collect()
}

/// The same columns with strings in place of dictionaries, which query engines do not take apart inside of lists.
///
/// ```
/// let fields = nianbao_arrow::plain_fields();
/// assert_eq!(fields.len(), nianbao_arrow::fact_fields().len());
/// ```
pub fn plain_fields() -> Fields {
    let plain = |kind: &DataType| match kind {
        DataType::Dictionary(_, value) => (**value).clone(),
        other => other.clone(),
    };
    let fields = fact_fields();
    fields.iter().map(|field| Field::new(field.name(), plain(field.data_type()), field.is_nullable())).collect()
}

/// The titles of the sections around a fact, the outermost first.
///
/// ```
/// let report = nianbao::Extractor::new().extract("一、概述\n（一）总量。共公开3条。");
/// assert_eq!(nianbao_arrow::section_path(&report, &report.facts()[0]), ["概述", "总量"]);
/// ```
pub fn section_path<'r>(report: &'r Report<'_>, fact: &Fact<'_>) -> Vec<&'r str> {
    let mut path = Vec::new();
    let mut at = fact.section;
    while let Some(section) = at.and_then(|i| report.sections().get(i)) {
        path.push(&*section.title);
        at = section.parent;
    }
    path.reverse();
    path
}

/// What a change is compared with, as one word: `previous_year`, `previous_period`, or the year.
///
/// ```
/// assert_eq!(nianbao_arrow::base(nianbao::Base::Year(2016)), "2016");
/// ```
pub fn base(base: Base) -> String {
    match base {
        Base::PreviousYear => "previous_year".to_owned(),
        Base::PreviousPeriod => "previous_period".to_owned(),
        Base::Year(year) => year.to_string(),
        // A base that this crate does not know yet stands as the library names it.
        other => format!("{other:?}"),
    }
}

/// Few different words in many rows: as a dictionary, or each spelt out.
enum Words {
    Dictionary(StringDictionaryBuilder<Int32Type>),
    Plain(StringBuilder),
}

impl Words {
    fn append_value(&mut self, word: &str) {
        match self {
            Words::Dictionary(words) => words.append_value(word),
            Words::Plain(words) => words.append_value(word),
        }
    }

    fn append_option(&mut self, word: Option<&str>) {
        match self {
            Words::Dictionary(words) => words.append_option(word),
            Words::Plain(words) => words.append_option(word),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Words::Dictionary(words) => Arc::new(words.finish()),
            Words::Plain(words) => Arc::new(words.finish()),
        }
    }
}

/// The columns of facts under construction, in the order of [`fact_fields`].
///
/// ```
/// let report = nianbao::Extractor::new().extract("收到申请12件。");
/// let mut facts = nianbao_arrow::Facts::new();
/// facts.push(&report, 0);
/// assert_eq!(facts.finish().len(), nianbao_arrow::fact_fields().len());
/// ```
pub struct Facts {
    section_path: ListBuilder<StringBuilder>,
    index: UInt32Builder,
    kind: Words,
    value: Decimal128Builder,
    lower: Decimal128Builder,
    upper: Decimal128Builder,
    unit: Words,
    bound: Words,
    stated: Words,
    text: StringBuilder,
    label: StringBuilder,
    part_of: UInt32Builder,
    change_direction: Words,
    change_base: StringBuilder,
    change_of: UInt32Builder,
    whole_label: StringBuilder,
    whole: UInt32Builder,
    period_start: Date32Builder,
    period_end: Date32Builder,
    indicator: Words,
    start: UInt64Builder,
    end: UInt64Builder,
}

impl Default for Facts {
    fn default() -> Self {
        Facts::of(|| Words::Dictionary(StringDictionaryBuilder::new()))
    }
}

impl Facts {
    fn of(words: impl Fn() -> Words) -> Self {
        let decimal = || Decimal128Builder::new().with_data_type(DataType::Decimal128(PRECISION, SCALE));
        Facts {
            section_path: ListBuilder::default(),
            index: UInt32Builder::default(),
            kind: words(),
            value: decimal(),
            lower: decimal(),
            upper: decimal(),
            unit: words(),
            bound: words(),
            stated: words(),
            text: StringBuilder::default(),
            label: StringBuilder::default(),
            part_of: UInt32Builder::default(),
            change_direction: words(),
            change_base: StringBuilder::default(),
            change_of: UInt32Builder::default(),
            whole_label: StringBuilder::default(),
            whole: UInt32Builder::default(),
            period_start: Date32Builder::default(),
            period_end: Date32Builder::default(),
            indicator: words(),
            start: UInt64Builder::default(),
            end: UInt64Builder::default(),
        }
    }
}

impl Facts {
    /// Columns without a row.
    ///
    /// ```
    /// assert!(nianbao_arrow::Facts::new().finish().iter().all(|column| column.is_empty()));
    /// ```
    pub fn new() -> Self {
        Facts::default()
    }

    /// Columns without a row, with strings in place of dictionaries: those of [`plain_fields`].
    ///
    /// ```
    /// let columns = nianbao_arrow::Facts::plain().finish();
    /// assert!(columns.iter().zip(&nianbao_arrow::plain_fields()).all(|(c, f)| c.data_type() == f.data_type()));
    /// ```
    pub fn plain() -> Self {
        Facts::of(|| Words::Plain(StringBuilder::new()))
    }

    /// Adds a fact of a report by its number.
    ///
    /// # Panics
    /// Where the report has no fact of that number.
    ///
    /// ```
    /// let report = nianbao::Extractor::new().extract("收到申请12件。");
    /// nianbao_arrow::Facts::new().push(&report, 0);
    /// ```
    pub fn push(&mut self, report: &Report<'_>, index: usize) {
        let fact = &report.facts()[index];
        for title in section_path(report, fact) {
            self.section_path.values().append_value(title);
        }
        self.section_path.append(true);
        self.index.append_value(number(index));
        self.kind.append_value(fact.kind.as_str());
        self.value.append_option(fact.value.and_then(scaled));
        self.lower.append_option(fact.lower.and_then(scaled));
        self.upper.append_option(fact.upper.and_then(scaled));
        self.unit.append_option(fact.unit.as_deref());
        self.bound.append_value(fact.bound.as_str());
        self.stated.append_value(fact.stated.as_str());
        self.text.append_value(&fact.text);
        self.label.append_option(fact.label.as_deref());
        self.part_of.append_option(fact.part_of.map(number));
        self.change_direction.append_option(fact.change.map(|c| c.direction.as_str()));
        self.change_base.append_option(fact.change.and_then(|c| c.base).map(base));
        self.change_of.append_option(fact.change.and_then(|c| c.of).map(number));
        let whole = fact.of_whole.as_ref();
        self.whole_label.append_option(whole.and_then(|w| w.label.as_deref()));
        self.whole.append_option(whole.and_then(|w| w.fact).map(number));
        self.period_start.append_option(fact.period.and_then(|p| p.start).map(days));
        self.period_end.append_option(fact.period.map(|p| days(p.end)));
        self.indicator.append_option(fact.indicator.as_deref());
        self.start.append_value(fact.span.start as u64);
        self.end.append_value(fact.span.end as u64);
    }

    /// The columns; none of the rows is left.
    ///
    /// ```
    /// assert_eq!(nianbao_arrow::Facts::new().finish().len(), 22);
    /// ```
    pub fn finish(&mut self) -> Vec<ArrayRef> {
        vec![
            Arc::new(self.section_path.finish()),
            Arc::new(self.index.finish()),
            self.kind.finish(),
            Arc::new(self.value.finish()),
            Arc::new(self.lower.finish()),
            Arc::new(self.upper.finish()),
            self.unit.finish(),
            self.bound.finish(),
            self.stated.finish(),
            Arc::new(self.text.finish()),
            Arc::new(self.label.finish()),
            Arc::new(self.part_of.finish()),
            self.change_direction.finish(),
            Arc::new(self.change_base.finish()),
            Arc::new(self.change_of.finish()),
            Arc::new(self.whole_label.finish()),
            Arc::new(self.whole.finish()),
            Arc::new(self.period_start.finish()),
            Arc::new(self.period_end.finish()),
            self.indicator.finish(),
            Arc::new(self.start.finish()),
            Arc::new(self.end.finish()),
        ]
    }
}

/// A table with one row a fact under construction, with the columns of [`schema`].
///
/// ```
/// let mut table = nianbao_arrow::Table::new();
/// table.push("a.txt", &nianbao::Extractor::new().extract("共3条"), Some("{\"county\":\"青柏\"}"));
/// assert_eq!(table.finish().num_rows(), 1);
/// ```
#[derive(Default)]
pub struct Table {
    source: StringBuilder,
    title: StringBuilder,
    issuer: StringBuilder,
    year: UInt16Builder,
    published: Date32Builder,
    facts: Facts,
    columns: StringBuilder,
    rows: usize,
}

impl Table {
    /// A table without a row.
    ///
    /// ```
    /// assert_eq!(nianbao_arrow::Table::new().finish().num_rows(), 0);
    /// ```
    pub fn new() -> Self {
        Table::default()
    }

    /// Adds the facts of a report, in their order; `columns` is what else its input says of it, as a JSON object.
    ///
    /// ```
    /// let mut table = nianbao_arrow::Table::new();
    /// table.push("a.txt", &nianbao::Extractor::new().extract("共3条"), None);
    /// assert_eq!(table.len(), 1);
    /// ```
    pub fn push(&mut self, source: &str, report: &Report<'_>, columns: Option<&str>) {
        for index in 0..report.facts().len() {
            self.source.append_value(source);
            self.title.append_option(report.title());
            self.issuer.append_option(report.issuer());
            self.year.append_option(report.year());
            self.published.append_option(report.published().map(days));
            self.facts.push(report, index);
            self.columns.append_option(columns);
        }
        self.rows += report.facts().len();
    }

    /// How many rows it has.
    ///
    /// ```
    /// assert_eq!(nianbao_arrow::Table::new().len(), 0);
    /// ```
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether it has no row.
    ///
    /// ```
    /// assert!(nianbao_arrow::Table::new().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The rows as one batch; the table has none of them any more.
    ///
    /// ```
    /// assert_eq!(nianbao_arrow::Table::new().finish().num_columns(), nianbao_arrow::schema().fields().len());
    /// ```
    pub fn finish(&mut self) -> RecordBatch {
        let mut columns: Vec<ArrayRef> = vec![
            Arc::new(self.source.finish()),
            Arc::new(self.title.finish()),
            Arc::new(self.issuer.finish()),
            Arc::new(self.year.finish()),
            Arc::new(self.published.finish()),
        ];
        columns.append(&mut self.facts.finish());
        columns.push(Arc::new(self.columns.finish()));
        self.rows = 0;
        RecordBatch::try_new(schema(), columns).expect("the builders have the types of the schema, and one row a fact")
    }
}

/// A number of the library as the integer of a decimal with 9 digits behind the point, as the columns of values have it; none
/// where it has more.
///
/// ```
/// assert_eq!(nianbao_arrow::scaled(rust_decimal::Decimal::new(15, 1)), Some(1_500_000_000));
/// ```
pub fn scaled(value: Decimal) -> Option<i128> {
    let value = value.normalize();
    let missing = i64::from(SCALE) - i64::from(value.scale());
    let power = u32::try_from(missing).ok()?;
    value.mantissa().checked_mul(10i128.checked_pow(power)?)
}

/// A report has fewer facts than this type counts: each takes a byte of a text at least.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Days since 1970-01-01.
fn days(date: Date) -> i32 {
    let day = NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into());
    day.map_or(0, Date32Type::from_naive_date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        let date = |text: &str| days(text.parse().unwrap());
        assert_eq!((date("1970-01-01"), date("1969-12-31"), date("2000-02-29")), (0, -1, 11_016));
        assert_eq!((date("2024-12-31"), date("0001-01-01")), (20_088, -719_162));
    }

    #[test]
    fn values_keep_all_digits_or_are_none() {
        let value = |text: &str| scaled(text.parse().unwrap());
        assert_eq!(value("99.8"), Some(99_800_000_000));
        assert_eq!(value("0.1234567890"), Some(123_456_789));
        assert_eq!(value("0.1234567891"), None);
        assert_eq!(value("79228162514264337593543950335"), Some(79_228_162_514_264_337_593_543_950_335_000_000_000));
    }
}
