//! The functions in one process: types in, nulls, what is no report, folders and files.

use std::fs;
use std::sync::Arc;

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, LargeStringArray, RecordBatch, StringArray, StringViewArray, UInt32Array,
};
use datafusion::arrow::datatypes::{DataType, Decimal128Type};
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::prelude::SessionContext;

const TEXT: &str =
    "青柏县2017年政府信息公开工作年度报告\n一、概述\n全年收到政府信息公开申请12件，其中网络申请9件、当面申请4件。";

fn context() -> SessionContext {
    let context = SessionContext::new();
    nianbao_datafusion::register_all(&context);
    context
}

async fn rows(context: &SessionContext, sql: &str) -> Vec<RecordBatch> {
    context.sql(sql).await.unwrap().collect().await.unwrap()
}

async fn shown(context: &SessionContext, sql: &str) -> String {
    pretty_format_batches(&rows(context, sql).await).unwrap().to_string()
}

/// The first value of the one column, as text.
async fn value(context: &SessionContext, sql: &str) -> String {
    let shown = shown(context, sql).await;
    shown.lines().nth(3).unwrap().trim_matches(['|', ' ']).to_owned()
}

fn table(text: ArrayRef) -> SessionContext {
    let context = context();
    let number: ArrayRef = Arc::new(UInt32Array::from_iter_values(0..text.len() as u32));
    let batch = RecordBatch::try_from_iter([("number", number), ("text", text)]).unwrap();
    context.register_batch("reports_of", batch).unwrap();
    context
}

/// Every string type gives what the library gives; a null text a null list, a text without facts an empty one.
#[tokio::test]
async fn facts_of_every_string_type() {
    let texts = [Some(TEXT), None, Some("没有任何数字的文章"), Some("")];
    let arrays: [ArrayRef; 3] = [
        Arc::new(StringArray::from(texts.to_vec())),
        Arc::new(LargeStringArray::from(texts.to_vec())),
        Arc::new(StringViewArray::from(texts.to_vec())),
    ];
    let report = nianbao::Extractor::new().extract(TEXT);
    for array in arrays {
        let kind = array.data_type().clone();
        let context = table(array);
        let batches = rows(&context, "SELECT nianbao_facts(text) AS facts FROM reports_of ORDER BY number").await;
        let lists = batches[0].column(0).as_list::<i32>();
        assert!(lists.is_valid(0) && lists.is_null(1) && lists.is_valid(2), "{kind}");
        assert_eq!([lists.value_length(0), lists.value_length(2), lists.value_length(3)], [3, 0, 0], "{kind}");
        let facts = lists.value(0);
        let facts = facts.as_struct();
        let values = facts.column_by_name("value").unwrap().as_primitive::<Decimal128Type>();
        let labels = facts.column_by_name("label").unwrap().as_string::<i32>();
        for (i, fact) in report.facts().iter().enumerate() {
            assert_eq!(values.value(i), nianbao_arrow::scaled(fact.value.unwrap()).unwrap(), "{kind}");
            assert_eq!(Some(labels.value(i)), fact.label.as_deref(), "{kind}");
        }
    }
}

/// The struct is the schema of the facts; dictionaries are plain strings.
#[tokio::test]
async fn the_schema_is_that_of_the_facts() {
    let batches = rows(&context(), "SELECT nianbao_facts('3件') AS facts").await;
    let DataType::List(item) = batches[0].schema().field(0).data_type().clone() else { panic!("no list") };
    let DataType::Struct(fields) = item.data_type().clone() else { panic!("no struct") };
    let names: Vec<&String> = fields.iter().map(|field| field.name()).collect();
    let wanted = nianbao_arrow::fact_fields();
    assert_eq!(names, wanted.iter().map(|field| field.name()).collect::<Vec<_>>());
    assert!(fields.iter().all(|field| !matches!(field.data_type(), DataType::Dictionary(..))));
}

#[tokio::test]
async fn indicators() {
    let context = table(Arc::new(StringArray::from(vec![Some(TEXT), None, Some("无关")])));
    let sql = "SELECT nianbao_indicator(text, 'requests.received') AS r FROM reports_of ORDER BY number";
    let batches = rows(&context, sql).await;
    let values = batches[0].column(0).as_primitive::<Decimal128Type>();
    assert_eq!((values.value(0), values.is_null(1), values.is_null(2)), (12_000_000_000, true, true));
    let wide = "SELECT w['requests.received.online'] FROM (SELECT nianbao_wide(text) AS w FROM reports_of ORDER BY number LIMIT 1)";
    assert_eq!(value(&context, wide).await, "9.000000000");
    let null = "SELECT nianbao_wide(text) IS NULL FROM reports_of WHERE number = 1";
    assert_eq!(value(&context, null).await, "true");
    let unknown =
        context.sql("SELECT nianbao_indicator(text, 'no.such.row') FROM reports_of").await.unwrap().collect().await;
    assert!(unknown.unwrap_err().to_string().contains("no row of the official forms has the code \"no.such.row\""));
}

#[tokio::test]
async fn audits() {
    let context = table(Arc::new(StringArray::from(vec![Some(TEXT), None])));
    let sql = "SELECT c['rule'] AS rule, c['zh'] AS zh, c['difference'] AS d FROM \
        (SELECT unnest(nianbao_audit(text)) AS c FROM reports_of) WHERE c['outcome'] = 'broken'";
    let shown = shown(&context, sql).await;
    assert!(shown.contains("sum") && shown.contains("分项合计13件，比总数12件多1件"), "{shown}");
    assert_eq!(value(&context, "SELECT nianbao_audit(text) IS NULL FROM reports_of WHERE number = 1").await, "true");
}

/// A file that cannot be read costs only itself.
#[tokio::test]
async fn folders() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("sub")).unwrap();
    for name in ["a.txt", "sub/b.txt", "sub/c.md"] {
        fs::write(folder.path().join(name), TEXT).unwrap();
    }
    fs::write(folder.path().join("bad.txt"), b"\xff\xfe\x00").unwrap();
    let context = context();
    let from = format!("FROM reports('{}')", folder.path().display());
    let count = value(&context, &format!("SELECT count(*) FROM (SELECT unnest(nianbao_facts(text)) {from})")).await;
    assert_eq!(count, "6");
    let bad = value(&context, &format!("SELECT error {from} WHERE error IS NOT NULL")).await;
    assert!(bad.contains("valid UTF-8"), "{bad}");
    let missing = context.sql("SELECT * FROM reports('no such folder')").await.unwrap_err().to_string();
    assert!(missing.contains("no such folder"), "{missing}");
}

/// A cluster does not see the client's folders, and says so.
#[tokio::test]
async fn folders_on_a_cluster() {
    let context = nianbao_datafusion::cluster::connect("127.0.0.1", 1).unwrap();
    let error = context.sql("SELECT * FROM reports('.')").await.unwrap_err().to_string();
    assert!(error.contains("Parquet"), "{error}");
}

/// What DataFusion shows of the functions.
#[test]
fn documentation() {
    for function in nianbao_datafusion::functions() {
        let documentation = function.documentation().unwrap();
        assert!(documentation.sql_example.as_deref().unwrap().contains(function.name()));
        assert_eq!(documentation.arguments.as_ref().unwrap()[0].0, "text");
    }
}
