//! Reports against each other: of one body over the years, of many in one.

use nianbao::audit::{self, Check, Outcome, Rule, Severity};
use nianbao::{Extractor, Report};

fn reports(texts: &[&str]) -> Vec<Report<'static>> {
    texts.iter().map(|text| Extractor::new().extract(text).into_owned()).collect()
}

fn only(checks: &[Check], rule: Rule) -> &Check {
    let found: Vec<&Check> = checks.iter().filter(|check| check.rule == rule).collect();
    assert_eq!(found.len(), 1, "{rule}: {checks:?}");
    found[0]
}

/// Of Lanting, two years whose reports fit each other.
const EARLIER: &str = "兰汀县2021年政府信息公开年度报告\n\
    一、总体情况\n制发行政规范性文件6件，废止2件，现行有效40件。\n\
    三、收到和处理政府信息公开申请情况\n本年新收政府信息公开申请50件，上年结转2件，办结49件，结转下年度继续办理3件。\n";
const LATER: &str = "兰汀县2022年政府信息公开年度报告\n\
    一、总体情况\n制发行政规范性文件5件，废止4件，现行有效41件。\n\
    三、收到和处理政府信息公开申请情况\n本年新收政府信息公开申请60件，同比增长20%，上年结转3件，办结58件，结转下年度继续办理5件。\n";

#[test]
fn what_fits_holds() {
    let reports = reports(&[EARLIER, LATER]);
    let checks = audit::series(&reports);
    for rule in [Rule::CarryOver, Rule::Growth, Rule::Stock] {
        let check = only(&checks, rule);
        assert_eq!((check.outcome, check.report, check.earlier), (Outcome::Holds, 1, Some(0)), "{rule}");
        assert!(!check.earlier_facts.is_empty(), "{rule}");
    }
    assert!(checks.iter().all(|check| !check.is_broken()), "{checks:?}");
}

#[test]
fn what_does_not_fit_is_found_in_any_order() {
    let wrong =
        LATER.replace("上年结转3件", "上年结转4件").replace("增长20%", "增长25%").replace("有效41件", "有效44件");
    let reports = reports(&[&wrong, EARLIER]);
    let checks = audit::series(&reports);
    let said: Vec<_> = checks
        .iter()
        .filter(|check| check.is_broken())
        .map(|check| (check.rule, check.severity.unwrap(), check.expected.unwrap(), check.stated.unwrap()))
        .collect();
    let number = rust_decimal::Decimal::from;
    assert_eq!(
        said,
        [
            (Rule::Stock, Severity::Warning, number(41), number(44)),
            (Rule::Growth, Severity::Error, number(20), number(25)),
            (Rule::CarryOver, Severity::Error, number(3), number(4)),
        ]
    );
    assert!(checks.iter().all(|check| (check.report, check.earlier) == (0, Some(1))));
    let stock = only(&checks, Rule::Stock);
    assert_eq!(stock.zh(&reports[0]), "行政规范性文件现行有效件数写为44件，按上年数及本年增减应为41件");
    assert_eq!(
        only(&checks, Rule::Growth).en(&reports[0]),
        "the change of 本年新收政府信息公开申请数量 is told as 25%, last year's report gives 20%"
    );
}

#[test]
fn other_bodies_and_other_years_are_left_alone() {
    let other = LATER.replace("兰汀县", "苇川县");
    let late = LATER.replace("2022年", "2024年");
    assert_eq!(audit::series(&reports(&[EARLIER, &other, &late])), []);
}

#[test]
fn a_report_that_repeats_the_year_before_is_found() {
    let again = EARLIER.replace("2021年", "2022年");
    let checks = audit::series(&reports(&[EARLIER, &again]));
    let repeated = only(&checks, Rule::Repetition);
    assert!(repeated.is_broken());
    assert_eq!((repeated.severity, repeated.facts.len()), (Some(Severity::Warning), 7));
    // Two reports that share a few small numbers repeat nothing.
    assert_eq!(only(&audit::series(&reports(&[EARLIER, LATER])), Rule::Repetition).outcome, Outcome::Holds);
}

#[test]
fn a_value_far_from_all_others_is_a_note() {
    let text = |i: usize, requests: usize| {
        let place = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"][i];
        format!("{place}川县2022年政府信息公开年度报告\n一、依申请公开情况\n全年收到政府信息公开申请{requests}件。\n")
    };
    let mut texts: Vec<String> = (0..9).map(|i| text(i, 40 + i)).collect();
    let plain: Vec<&str> = texts.iter().map(String::as_str).collect();
    assert_eq!(audit::series(&reports(&plain)), []);
    texts[4] = text(4, 9000);
    let reports = reports(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let checks = audit::series(&reports);
    let far = only(&checks, Rule::Outlier);
    assert_eq!((far.report, far.severity, far.stated), (4, Some(Severity::Note), Some(9000.into())));
}

/// The items of the year before are those that the report of that year had, with what it added or dropped.
#[test]
fn items_are_carried_on() {
    let text = |year: u16, items: [&str; 4]| {
        let [licences, dropped, services, added] = items;
        format!(
            "兰汀县{year}年政府信息公开年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\n上一年项目数量\n\
             本年增/减\n处理决定数量\n行政许可\n{licences}\n{dropped}\n5102\n其他对外管理服务事项\n{services}\n{added}\n811\n\
             三、收到和处理政府信息公开申请情况\n"
        )
    };
    let earlier = text(2019, ["310", "-8", "96", "3"]);
    let later = text(2020, ["302", "0", "98", "1"]);
    let checks = audit::series(&reports(&[&earlier, &later]));
    let stock = checks.iter().filter(|c| c.rule == Rule::Stock);
    let said: Vec<_> = stock.map(|c| (c.rule, c.outcome, c.expected.unwrap(), c.stated.unwrap())).collect();
    let number = rust_decimal::Decimal::from;
    assert_eq!(
        said,
        [
            (Rule::Stock, Outcome::Holds, number(302), number(302)),
            (Rule::Stock, Outcome::Broken, number(99), number(98)),
        ]
    );
}
