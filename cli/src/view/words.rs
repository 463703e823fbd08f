//! What the codes of the library are called in Chinese.

use std::collections::BTreeMap;

/// Codes with their names; a code that is not among them stands for itself.
pub(super) type Names = &'static [(&'static str, &'static str)];

pub(super) const KINDS: Names = &[
    ("count", "数量"),
    ("percent", "百分比"),
    ("percent_point", "百分点"),
    ("money", "金额"),
    ("measure", "计量"),
    ("duration", "时长"),
    ("score", "分值"),
    ("rank", "位次"),
    ("multiple", "倍数"),
    ("fraction", "分数"),
];

const BOUNDS: Names = &[
    ("exact", "确数"),
    ("about", "约数"),
    ("more_than", "超过"),
    ("at_least", "不少于"),
    ("less_than", "不足"),
    ("at_most", "不超过"),
    ("range", "区间"),
];

const STATED: Names = &[("number", "正文数字"), ("negation", "否定表述"), ("cell", "表格单元")];

const DIRECTIONS: Names = &[("increase", "增加"), ("decrease", "减少"), ("flat", "持平")];

const BASES: Names = &[("previous_year", "上年"), ("previous_period", "上期")];

const REASONS: Names = &[
    ("heading_mark", "标题序号"),
    ("date", "日期"),
    ("period", "时期"),
    ("document_number", "文号"),
    ("article", "条款号"),
    ("ordinal", "序数"),
    ("telephone", "电话"),
    ("post_code", "邮编"),
    ("address", "地址"),
    ("web", "网址"),
    ("name", "名称"),
    ("idiom", "成语"),
    ("indefinite", "虚指"),
    ("not_stated", "未写明数"),
    ("page", "页码"),
    ("footnote", "脚注"),
    ("ratio", "比例"),
    ("expression", "算式"),
    ("group", "归类数"),
    ("slogan", "口号"),
    ("class", "等级"),
    ("bare", "无所指"),
    ("table", "表头或非数字单元"),
    ("not_applicable", "不适用"),
];

const SEVERITIES: Names = &[("error", "错误"), ("warning", "警告"), ("note", "提示")];

const RULES: Names = &[
    ("sum", "分项合计"),
    ("share", "占比"),
    ("rate", "比率"),
    ("average", "平均数"),
    ("change", "增减"),
    ("enumeration", "列举项数"),
    ("conflict", "前后不一"),
    ("identity", "勾稽关系"),
    ("range", "取值范围"),
    ("carry_over", "结转衔接"),
    ("growth", "年际增长"),
    ("stock", "存量衔接"),
    ("repetition", "沿用上年"),
    ("outlier", "离群值"),
];

fn name(names: Names, code: &str) -> Option<&'static str> {
    names.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

/// A code in English: its words.
pub(super) fn english(code: &str) -> String {
    code.replace('_', " ")
}

pub(super) fn reason(code: &'static str) -> &'static str {
    name(REASONS, code).unwrap_or(code)
}

pub(super) fn severity(code: &'static str) -> &'static str {
    name(SEVERITIES, code).unwrap_or(code)
}

pub(super) fn rule(code: &'static str) -> &'static str {
    name(RULES, code).unwrap_or(code)
}

/// The names for the script of the page, by what they name.
pub(super) fn all() -> BTreeMap<&'static str, BTreeMap<&'static str, &'static str>> {
    let groups = [
        ("kind", KINDS),
        ("bound", BOUNDS),
        ("stated", STATED),
        ("direction", DIRECTIONS),
        ("base", BASES),
        ("severity", SEVERITIES),
        ("rule", RULES),
    ];
    groups.into_iter().map(|(group, names)| (group, names.iter().copied().collect())).collect()
}
