//! The functions of a text.

use std::collections::BTreeSet;
use std::sync::Arc;

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, Decimal128Builder, ListArray, ListBuilder, StringBuilder, StructArray, UInt32Builder,
};
use datafusion::arrow::buffer::{NullBuffer, OffsetBuffer};
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::{Result, exec_err};
use datafusion::logical_expr::{
    ColumnarValue, DocSection, Documentation, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use nianbao::{Extractor, Report, audit, indicator};
use nianbao_arrow::{Facts, fact_fields, plain_fields, scaled};

/// All functions of this crate, for registries that take them one by one.
///
/// ```
/// let names: Vec<_> = nianbao_datafusion::functions().iter().map(|f| f.name().to_owned()).collect();
/// assert_eq!(names, ["nianbao_facts", "nianbao_indicator", "nianbao_audit", "nianbao_wide"]);
/// ```
pub fn functions() -> Vec<ScalarUDF> {
    [What::Facts, What::Indicator, What::Audit, What::Wide].map(|what| ScalarUDF::from(Function::new(what))).into()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum What {
    Facts,
    Indicator,
    Audit,
    Wide,
}

/// A function that reads a text.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Function {
    what: What,
    signature: Signature,
    returns: DataType,
    documentation: Documentation,
}

impl Function {
    fn new(what: What) -> Self {
        let (arguments, returns) = match what {
            What::Facts => (1, list_of(plain_fields())),
            What::Indicator => (2, decimal()),
            What::Audit => (1, list_of(check_fields())),
            What::Wide => (1, DataType::Struct(wide_fields())),
        };
        let signature = Signature::string(arguments, Volatility::Immutable);
        Function { what, signature, returns, documentation: documentation(what) }
    }

    fn report<'t>(text: &'t str) -> Report<'t> {
        Extractor::new().extract(text)
    }
}

impl ScalarUDFImpl for Function {
    fn name(&self) -> &str {
        match self.what {
            What::Facts => "nianbao_facts",
            What::Indicator => "nianbao_indicator",
            What::Audit => "nianbao_audit",
            What::Wide => "nianbao_wide",
        }
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(self.returns.clone())
    }

    fn documentation(&self) -> Option<&Documentation> {
        Some(&self.documentation)
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let alone = args.args.iter().all(|arg| matches!(arg, ColumnarValue::Scalar(_)));
        let arrays = ColumnarValue::values_to_arrays(&args.args)?;
        let texts = Texts::of(&arrays[0])?;
        let result = match self.what {
            What::Facts => facts(&texts)?,
            What::Indicator => indicators(&texts, &Texts::of(&arrays[1])?)?,
            What::Audit => audits(&texts)?,
            What::Wide => wide(&texts)?,
        };
        // One value for literals, which are evaluated once.
        if alone && result.len() == 1 {
            return Ok(ColumnarValue::Scalar(datafusion::common::ScalarValue::try_from_array(&result, 0)?));
        }
        Ok(ColumnarValue::Array(result))
    }
}

/// The strings of a column of any string type.
enum Texts<'a> {
    Utf8(&'a datafusion::arrow::array::StringArray),
    Large(&'a datafusion::arrow::array::LargeStringArray),
    View(&'a datafusion::arrow::array::StringViewArray),
}

impl<'a> Texts<'a> {
    fn of(array: &'a ArrayRef) -> Result<Self> {
        match array.data_type() {
            DataType::Utf8 => Ok(Texts::Utf8(array.as_string())),
            DataType::LargeUtf8 => Ok(Texts::Large(array.as_string())),
            DataType::Utf8View => Ok(Texts::View(array.as_string_view())),
            other => exec_err!("nianbao reads strings, not {other}"),
        }
    }

    fn len(&self) -> usize {
        match self {
            Texts::Utf8(array) => array.len(),
            Texts::Large(array) => array.len(),
            Texts::View(array) => array.len(),
        }
    }

    fn get(&self, row: usize) -> Option<&'a str> {
        match self {
            Texts::Utf8(array) => array.is_valid(row).then(|| array.value(row)),
            Texts::Large(array) => array.is_valid(row).then(|| array.value(row)),
            Texts::View(array) => array.is_valid(row).then(|| array.value(row)),
        }
    }

    fn iter(&self) -> impl Iterator<Item = Option<&'a str>> + '_ {
        (0..self.len()).map(|row| self.get(row))
    }
}

/// The type of values: that of the facts.
fn decimal() -> DataType {
    let fields = fact_fields();
    fields.iter().find(|field| field.name() == "value").map_or(DataType::Null, |field| field.data_type().clone())
}

fn decimals() -> Decimal128Builder {
    Decimal128Builder::new().with_data_type(decimal())
}

fn list_of(fields: Fields) -> DataType {
    DataType::List(item(fields))
}

fn item(fields: Fields) -> Arc<Field> {
    Arc::new(Field::new_list_field(DataType::Struct(fields), true))
}

/// Lists under construction: how many structs each row has.
#[derive(Default)]
struct Lists {
    lengths: Vec<usize>,
    valid: Vec<bool>,
}

impl Lists {
    fn push(&mut self, length: Option<usize>) {
        self.lengths.push(length.unwrap_or_default());
        self.valid.push(length.is_some());
    }

    fn finish(self, fields: Fields, columns: Vec<ArrayRef>) -> Result<ArrayRef> {
        let items = StructArray::try_new(fields.clone(), columns, None)?;
        let offsets = OffsetBuffer::from_lengths(self.lengths);
        Ok(Arc::new(ListArray::try_new(item(fields), offsets, Arc::new(items), Some(NullBuffer::from(self.valid)))?))
    }
}

fn facts(texts: &Texts<'_>) -> Result<ArrayRef> {
    let (mut lists, mut facts) = (Lists::default(), Facts::plain());
    for text in texts.iter() {
        let report = text.map(Function::report);
        if let Some(report) = &report {
            (0..report.facts().len()).for_each(|index| facts.push(report, index));
        }
        lists.push(report.map(|report| report.facts().len()));
    }
    lists.finish(plain_fields(), facts.finish())
}

fn indicators(texts: &Texts<'_>, codes: &Texts<'_>) -> Result<ArrayRef> {
    let mut values = decimals();
    for row in 0..texts.len() {
        let (Some(text), Some(code)) = (texts.get(row), codes.get(row)) else {
            values.append_null();
            continue;
        };
        if indicator::find(code).is_none() {
            return exec_err!("no row of the official forms has the code {code:?}");
        }
        values.append_option(indicator::value(&Function::report(text), code).and_then(scaled));
    }
    Ok(Arc::new(values.finish()))
}

fn check_fields() -> Fields {
    let facts = DataType::List(Arc::new(Field::new_list_field(DataType::UInt32, true)));
    [
        ("rule", DataType::Utf8, false),
        ("outcome", DataType::Utf8, false),
        ("severity", DataType::Utf8, true),
        ("zh", DataType::Utf8, false),
        ("en", DataType::Utf8, false),
        ("expected", decimal(), true),
        ("stated", decimal(), true),
        ("difference", decimal(), true),
        ("facts", facts, false),
    ]
    .into_iter()
    .map(|(name, kind, nullable)| Field::new(name, kind, nullable))
    .collect()
}

fn audits(texts: &Texts<'_>) -> Result<ArrayRef> {
    let mut lists = Lists::default();
    let [mut rules, mut outcomes, mut severities, mut zh, mut en] = [(); 5].map(|()| StringBuilder::new());
    let [mut expected, mut stated, mut difference] = [(); 3].map(|()| decimals());
    let mut facts = ListBuilder::new(UInt32Builder::new());
    for text in texts.iter() {
        let Some(report) = text.map(Function::report) else {
            lists.push(None);
            continue;
        };
        let checks = audit::report(&report);
        lists.push(Some(checks.len()));
        for check in checks {
            rules.append_value(check.rule.as_str());
            outcomes.append_value(check.outcome.as_str());
            severities.append_option(check.severity.map(|severity| severity.as_str()));
            zh.append_value(check.zh(&report));
            en.append_value(check.en(&report));
            expected.append_option(check.expected.and_then(scaled));
            stated.append_option(check.stated.and_then(scaled));
            difference.append_option(check.difference.and_then(scaled));
            for fact in check.facts {
                facts.values().append_option(u32::try_from(fact).ok());
            }
            facts.append(true);
        }
    }
    let columns: Vec<ArrayRef> = vec![
        Arc::new(rules.finish()),
        Arc::new(outcomes.finish()),
        Arc::new(severities.finish()),
        Arc::new(zh.finish()),
        Arc::new(en.finish()),
        Arc::new(expected.finish()),
        Arc::new(stated.finish()),
        Arc::new(difference.finish()),
        Arc::new(facts.finish()),
    ];
    lists.finish(check_fields(), columns)
}

fn wide_fields() -> Fields {
    indicator::table().map(|row| Field::new(row.code(), decimal(), true)).collect()
}

fn wide(texts: &Texts<'_>) -> Result<ArrayRef> {
    let mut columns: Vec<Decimal128Builder> = indicator::table().map(|_| decimals()).collect();
    let mut valid = Vec::with_capacity(texts.len());
    for text in texts.iter() {
        let report = text.map(Function::report);
        let told: BTreeSet<&str> =
            report.iter().flat_map(|r| r.facts()).filter_map(|fact| fact.indicator.as_deref()).collect();
        for (row, column) in indicator::table().zip(&mut columns) {
            let reports = report.as_ref().filter(|_| told.contains(row.code()));
            column.append_option(reports.and_then(|report| indicator::value(report, row.code())).and_then(scaled));
        }
        valid.push(text.is_some());
    }
    let columns = columns.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef).collect();
    Ok(Arc::new(StructArray::try_new(wide_fields(), columns, Some(NullBuffer::from(valid)))?))
}

fn documentation(what: What) -> Documentation {
    let section = DocSection {
        include: true,
        label: "Nianbao Functions",
        description: Some("Figures of Chinese government reports."),
    };
    let (description, syntax, example) = match what {
        What::Facts => (
            "Every figure of a text: a list with a struct for each, in the order of the text.",
            "nianbao_facts(text)",
            "SELECT f['label'], f['value'] FROM (SELECT unnest(nianbao_facts('收到申请12件。')) AS f)",
        ),
        What::Indicator => (
            "The value that a text reports of a row of the official forms; null where it reports none, or several that differ.",
            "nianbao_indicator(text, code)",
            "SELECT nianbao_indicator('全年收到政府信息公开申请12件。', 'requests.received')",
        ),
        What::Audit => (
            "Every check of a report's arithmetic with its outcome: holds, broken, cannot_tell.",
            "nianbao_audit(text)",
            "SELECT c['zh'] FROM (SELECT unnest(nianbao_audit(text)) AS c FROM reports('folder')) WHERE c['outcome'] = 'broken'",
        ),
        What::Wide => (
            "The values of all rows of the official forms that a text reports: a struct with a field for each code.",
            "nianbao_wide(text)",
            "SELECT w['requests.received'] FROM (SELECT nianbao_wide(text) AS w FROM reports('folder'))",
        ),
    };
    let builder = Documentation::builder(section, description, syntax).with_sql_example(example);
    let builder = builder.with_argument("text", "The text of a report; null gives null.");
    match what {
        What::Indicator => builder.with_argument("code", "The code of the row, as `requests.received`.").build(),
        _ => builder.build(),
    }
}
