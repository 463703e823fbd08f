//! Another project's public test set for Chinese numerals, per cent and money (Recognizers-Text, half of its
//! Chinese cases), held against the library. The cases are not part of this project: the variable `NIANBAO_SPECS`
//! names their folder, and without it there is nothing to hold.

use std::fs;
use std::path::Path;

use rust_decimal::Decimal;
use serde_json::Value;

/// The results that are not ours, and why. One that comes right after all fails the test, so that the list
/// stays the truth.
const NOT_OURS: &[(&str, &str)] = &[
    ("对折", "折: a discount is a price, not a share"),
    ("陆 点 五 折", "折: a discount is a price, not a share"),
    ("7 2 折", "折: a discount is a price, not a share"),
    ("9.9折", "折: a discount is a price, not a share"),
    ("三点一折", "折: a discount is a price, not a share"),
    ("２折", "折: a discount is a price, not a share"),
    ("2折", "折: a discount is a price, not a share"),
    ("九折", "折: a discount is a price, not a share"),
    ("五五折", "折: a discount is a price, not a share"),
    ("八点五折", "折: a discount is a price, not a share"),
    ("兩折", "折: a discount is a price, not a share"),
    ("40k", "letters for thousands are no numerals"),
    ("百分之3.2k", "letters for thousands are no numerals"),
    ("１５k个百分点", "letters for thousands are no numerals"),
    ("１５k個百分點", "letters for thousands are no numerals"),
    ("2e5", "notation of programs, not of texts"),
    ("2^-1", "notation of programs, not of texts"),
    ("-1e1", "notation of programs, not of texts"),
    ("1.1^+23", "notation of programs, not of texts"),
    ("-1.1^+23", "notation of programs, not of texts"),
    ("-1.1^--23", "notation of programs, not of texts"),
    ("12.32e+14", "notation of programs, not of texts"),
    ("一打", "打 is a measure word of dozens"),
    ("十打", "打 is a measure word of dozens"),
    ("半成", "半 before 成 is far more often 半成品"),
    ("10日元5日本銭", "a subunit of the yen has not been money since 1953"),
    ("两美元又三美分", "又 between amounts is speech, not writing"),
];

/// What a result says: `6%` and `2.02E+23` among them; none for a unit without a number.
fn value(result: &Value) -> Option<Decimal> {
    let text = result["value"].as_str()?.trim_end_matches('%');
    text.parse().ok().or_else(|| Decimal::from_scientific(text).ok())
}

/// Equal, as far as the 15 digits go that the set gives of a quotient.
fn same(got: Decimal, want: Decimal) -> bool {
    got == want || got.round_sf(15) == want.round_sf(15)
}

fn numeral(text: &str) -> Option<Decimal> {
    nianbao::numeral::parse(text).ok()
}

fn quantity(text: &str) -> Option<Decimal> {
    let mut all = nianbao::quantity::find_iter(text);
    let one = all.next().filter(|_| all.next().is_none())?;
    one.value
}

#[test]
fn other_projects_cases() {
    let Some(folder) = std::env::var_os("NIANBAO_SPECS") else {
        eprintln!("NIANBAO_SPECS names no folder: nothing to hold");
        return;
    };
    let read = [
        ("number", numeral as fn(&str) -> Option<Decimal>),
        ("ordinal", |text| numeral(text.trim_start_matches('第'))),
        ("percent", quantity),
        ("currency", quantity),
    ];
    let (mut all, mut right, mut surprises) = (0, 0, Vec::new());
    for (name, read) in read {
        let file = fs::read_to_string(Path::new(&folder).join(name).with_extension("jsonl")).unwrap();
        for line in file.lines() {
            let case: Value = serde_json::from_str(line).unwrap();
            for result in case["results"].as_array().unwrap() {
                let text = result["text"].as_str().unwrap();
                let holds = match (read(text), value(result)) {
                    (Some(got), Some(want)) => same(got, want),
                    (got, want) => got.is_none() && want.is_none(),
                };
                all += 1;
                right += usize::from(holds);
                let listed = NOT_OURS.iter().any(|(t, _)| *t == text);
                if holds == listed {
                    surprises.push(format!("{name}: {text}: want {}, got {:?}", result["value"], read(text)));
                }
            }
        }
    }
    eprintln!("{right} of {all} results hold, {} are listed as not ours", NOT_OURS.len());
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
    assert!(all >= 250, "the set has been cut: {all} results");
}
