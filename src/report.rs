//! The report: its head, its sections, its facts, and what was refused.

use std::borrow::Cow;

use once_cell::sync::Lazy;
use regex::Regex;
use serde::{Deserialize, Serialize};

use crate::attribution::period;
use crate::fact::{Date, Fact, Period, Rejected};
use crate::glyph::{Glyph, glyph, is_digit, is_han, last_of};
use crate::layout::Joined;
use crate::outline::{Block, Section, unwrapped};
use crate::period::Time;
use crate::span::Span;

/// What was read out of one text.
///
/// It borrows from the text; [`Report::into_owned`] gives one that does not. The JSON of a report (through
/// serde) has the fields of the accessors below, without the text and the rejected candidates; a report read
/// back from JSON has no text, so that [`Report::text`] gives the empty string there.
///
/// ```
/// let text = "青柏县人民政府2017年政府信息公开年度报告\n一、概述\n2017年公开信息8532条。\n";
/// let report = nianbao::Extractor::new().extract(text);
/// assert_eq!(report.issuer(), Some("青柏县人民政府"));
/// assert_eq!(report.year(), Some(2017));
/// assert_eq!(report.text(report.facts()[0].span), "8532条");
/// let json = serde_json::to_value(&report).unwrap();
/// assert_eq!(json["facts"][0]["value"], 8532);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report<'t> {
    #[serde(skip)]
    pub(crate) source: Cow<'t, str>,
    pub(crate) title: Option<Cow<'t, str>>,
    pub(crate) issuer: Option<Cow<'t, str>>,
    pub(crate) year: Option<u16>,
    pub(crate) period: Option<Period>,
    pub(crate) published: Option<Date>,
    pub(crate) sections: Vec<Section<'t>>,
    pub(crate) facts: Vec<Fact<'t>>,
    #[serde(skip)]
    pub(crate) rejected: Vec<Rejected>,
    /// The text with its wrapped paragraphs joined, where it has such: a second copy of it, for the audit.
    #[serde(skip)]
    pub(crate) joined: Option<Box<Joined>>,
}

impl<'t> Report<'t> {
    /// The facts, in the order of the text; their spans do not overlap.
    ///
    /// ```
    /// assert!(nianbao::Extractor::new().extract("无").facts().is_empty());
    /// ```
    pub fn facts(&self) -> &[Fact<'t>] {
        &self.facts
    }

    /// The sections, in the order of the text.
    ///
    /// ```
    /// assert_eq!(nianbao::Extractor::new().extract("一、概述").sections().len(), 1);
    /// ```
    pub fn sections(&self) -> &[Section<'t>] {
        &self.sections
    }

    /// The numerals that are no facts, in the order of the text. Every numeral character of the text lies in
    /// one of these or in a fact.
    ///
    /// ```
    /// let report = nianbao::Extractor::new().extract("三大任务，12件。");
    /// assert_eq!(report.rejected().len(), 1);
    /// ```
    pub fn rejected(&self) -> &[Rejected] {
        &self.rejected
    }

    /// The title line, layout spaces between its characters taken out.
    ///
    /// ```
    /// let report = nianbao::Extractor::new().extract("政 府 工 作 报 告\n各位代表：\n");
    /// assert_eq!(report.title(), Some("政府工作报告"));
    /// ```
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Who reports: the body that the title names, else the one on a line of its own above it.
    ///
    /// ```
    /// let report = nianbao::Extractor::new().extract("望栎县水务局\n2022年政府信息公开工作年度报告\n");
    /// assert_eq!(report.issuer(), Some("望栎县水务局"));
    /// ```
    pub fn issuer(&self) -> Option<&str> {
        self.issuer.as_deref()
    }

    /// The year that the report is of (not that of its publication): as configured, else the title's, else
    /// that of its statistics.
    ///
    /// ```
    /// assert_eq!(nianbao::Extractor::new().year(2015).extract("共3条").year(), Some(2015));
    /// ```
    pub fn year(&self) -> Option<u16> {
        self.year
    }

    /// The time that its figures cover: 统计期限 where the text says it, else the year.
    ///
    /// ```
    /// let text = "数据统计期限自2017年1月1日起至2017年12月31日止。";
    /// let period = nianbao::Extractor::new().extract(text).period().unwrap();
    /// assert_eq!(period.end.to_string(), "2017-12-31");
    /// ```
    pub fn period(&self) -> Option<Period> {
        self.period
    }

    /// When it was published, where the text says it.
    ///
    /// ```
    /// let report = nianbao::Extractor::new().extract("发布时间：2018-02-11\n");
    /// assert_eq!(report.published().unwrap().to_string(), "2018-02-11");
    /// ```
    pub fn published(&self) -> Option<Date> {
        self.published
    }

    /// The slice of the text at `span`; empty where the report holds no such text (it was read from JSON).
    ///
    /// ```
    /// let report = nianbao::Extractor::new().extract("共3条");
    /// assert_eq!(report.text(nianbao::Span::new(3, 7)), "3条");
    /// ```
    pub fn text(&self, span: Span) -> &str {
        self.source.get(span.start..span.end).unwrap_or_default()
    }

    /// The whole text as it was given, which all spans are relative to; empty where the report was read from JSON.
    ///
    /// ```
    /// let report = nianbao::Extractor::new().extract("共3条");
    /// assert_eq!(report.source_text(), "共3条");
    /// ```
    pub fn source_text(&self) -> &str {
        &self.source
    }

    /// The same report on its text without line breaks inside of paragraphs.
    pub(crate) fn unwrapped(&self) -> Cow<'_, Report<'_>> {
        match &self.joined {
            Some(joined) => Cow::Owned(joined.rejoined(self)),
            None => Cow::Borrowed(self),
        }
    }

    /// The same report, holding its own copy of the text.
    ///
    /// ```
    /// let owned = {
    ///     let text = String::from("共3条");
    ///     nianbao::Extractor::new().extract(&text).into_owned()
    /// };
    /// assert_eq!(owned.text(owned.facts()[0].span), "3条");
    /// ```
    pub fn into_owned(self) -> Report<'static> {
        let own = |s: Cow<'_, str>| Cow::Owned(s.into_owned());
        Report {
            source: own(self.source),
            title: self.title.map(own),
            issuer: self.issuer.map(own),
            year: self.year,
            period: self.period,
            published: self.published,
            sections: self.sections.into_iter().map(Section::into_owned).collect(),
            facts: self.facts.into_iter().map(Fact::into_owned).collect(),
            rejected: self.rejected,
            joined: self.joined,
        }
    }
}

/// What the head of a report says of it.
#[derive(Debug, Default)]
pub(crate) struct Head<'t> {
    pub(crate) title: Option<Cow<'t, str>>,
    pub(crate) issuer: Option<Cow<'t, str>>,
    pub(crate) year: Option<u16>,
    pub(crate) period: Option<Period>,
    pub(crate) published: Option<Date>,
    /// The year in which it was read to an assembly.
    pub(crate) session: Option<u16>,
}

/// The title and the names stand among the first paragraphs.
const HEAD: usize = 12;
/// No title line is longer, in characters.
const LONGEST_TITLE: usize = 60;

/// A line that begins with one of these goes on from the line before.
const GOING_ON: [char; 5] = ['和', '及', '暨', '与', '的'];

/// What a report is called: the name of the body ends before it.
const REPORT_NAMES: &[&str] = &[
    "政府信息公开",
    "政务公开",
    "信息公开",
    "政府工作报告",
    "工作报告",
    "年度报告",
    "工作年度",
    "关于",
    "年政府",
    "工作总结",
    "国民经济",
];
/// How the name of a body or of a place ends.
#[rustfmt::skip] // Many words a line.
const BODIES: &[&str] = &[
    "政府", "局", "委员会", "委", "办公室", "办公厅", "厅", "中心", "署", "院", "办事处", "管委会", "省", "市", "县", "区", "镇", "乡", "街道", "旗", "州", "盟", "会",
    "学校", "大学", "公司", "站", "所", "支队", "大队",
];

static TITLE: Lazy<Regex> = Lazy::new(|| {
    pattern(r"(?:年报|报告|工作总结(?:[和及暨].{2,16})?|统计公报)(?:[（(].{0,12}[）)]|[\[［]\d{1,2}[\]］])?[_\-—]*$")
});
static PUBLISHED: Lazy<Regex> = Lazy::new(|| {
    pattern(
        r"(?:发布|公开|发文|成文|印发|生成|公布|发表)(?:时间|日期)\s*[：:]?\s*[\[【]?\s*(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})",
    )
});
static TITLE_YEAR: Lazy<Regex> = Lazy::new(|| pattern(r"(\d{4}|[〇○零一二三四五六七八九]{4})年"));
static STATISTICS: Lazy<Regex> =
    Lazy::new(|| pattern(r"统计(?:的)?(?:期限|时限|时间|周期|区间|截止)|(?:期限|时限|时间范围).{0,8}[自从]"));

/// ——2018年3月5日在第十三届全国人民代表大会第一次会议上.
static SESSION: Lazy<Regex> = Lazy::new(|| {
    pattern(r"^[（(—\-－―─]*([12１２]\d{3}|[一二〇○零九八七六五四三]{4})年.{1,9}[日月].{0,6}在.{4,60}(?:会议|大会)")
});

fn pattern(regex: &str) -> Regex {
    Regex::new(regex).expect("the pattern is a constant that the tests compile")
}

/// Reads the head of a report.
pub(crate) fn head<'t>(text: &'t str, blocks: &[Block], times: &[Time]) -> Head<'t> {
    let mut head = Head::default();
    let first: Vec<&'t str> = blocks.iter().take(HEAD).map(|b| &text[b.span.range()]).collect();
    let short = |p: &&&str| p.chars().count() <= LONGEST_TITLE;
    // 一、2021年工作总结 is a heading.
    let numbered = |p: &str| p.split_once('、').is_some_and(|(mark, _)| crate::numeral::parse(mark).is_ok());
    let at = first.iter().position(|p| short(&p) && !breadcrumbs(p) && !numbered(p) && TITLE.is_match(&squeezed(p)));
    let title = at.map(|i| whole_title(&first, i));
    let bodies = at.iter().flat_map(|&i| title.iter().cloned().chain(first[..i].iter().rev().map(|p| squeezed(p))));
    head.issuer = bodies.filter(|p| p.chars().count() <= LONGEST_TITLE).find_map(issuer);
    head.published = first.iter().chain(blocks.last().map(|b| &text[b.span.range()]).iter()).find_map(|p| published(p));
    head.period = statistics(text, times);
    head.year = title
        .as_deref()
        .and_then(|t| TITLE_YEAR.captures(t))
        .and_then(|c| year(&c[1]))
        .or_else(|| head.period.map(|p| p.end.year));
    // Most paragraphs do not even begin like one.
    let opens = |p: &&&str| p.starts_with(|c: char| "（(—-－―─ ".contains(c) || glyph(c).is_some_and(Glyph::is_part));
    head.session = first.iter().filter(opens).find_map(|p| year(&SESSION.captures(&squeezed(p))?[1]));
    head.title = title;
    head
}

/// The title on a line, with the line before where it only goes on from that, and without a footnote's mark.
fn whole_title<'t>(first: &[&'t str], at: usize) -> Cow<'t, str> {
    let line = squeezed(first[at]);
    let before = at.checked_sub(1).map(|before| first[before]).filter(|_| line.starts_with(GOING_ON));
    // 关于2021年财政预算执行情况|和2022年…; but 和平区 is a place.
    let opens = |before: &&str| {
        before.chars().count() <= LONGEST_TITLE
            && TITLE_YEAR.is_match(&squeezed(before))
            && !before.contains(['：', ':', '。', '>', '-', '日'])
    };
    let title = match before.filter(opens) {
        Some(before) => Cow::Owned(format!("{}{line}", squeezed(before))),
        None => line,
    };
    let end = title.trim_end_matches([']', '］']).trim_end_matches(is_digit).trim_end_matches(['[', '［']).len();
    match title {
        title if !title.ends_with([']', '］']) => title,
        Cow::Borrowed(title) => Cow::Borrowed(&title[..end]),
        Cow::Owned(mut title) => {
            title.truncate(end);
            Cow::Owned(title)
        }
    }
}

/// 首页 > 政务公开 > 政府信息公开年报: where a page stands in its site.
fn breadcrumbs(line: &str) -> bool {
    line.contains(['>', '＞', '»', '›']) || line.contains("首页") || line.contains("当前位置")
}

/// A line without its layout: line breaks, and spaces between Chinese characters.
fn squeezed(line: &str) -> Cow<'_, str> {
    let line = unwrapped(line);
    if !line.contains(crate::glyph::is_space) {
        return line;
    }
    Cow::Owned(line.chars().filter(|c| !crate::glyph::is_space(*c)).collect())
}

fn year(digits: &str) -> Option<u16> {
    let year = crate::numeral::parse(digits).ok()?;
    u16::try_from(year.mantissa()).ok().filter(|y| year.scale() == 0 && (1900..2200).contains(y))
}

/// The body that a line names: what stands before the year or the name of the report, where it ends as the name
/// of a body or a place does.
fn issuer(line: Cow<'_, str>) -> Option<Cow<'_, str>> {
    let year = TITLE_YEAR.find(&line);
    let name = match year {
        Some(year) if year.start() == 0 => line[year.end()..].trim_start_matches('度'),
        Some(year) => &line[..year.start()],
        None => &line,
    };
    let named = REPORT_NAMES.iter().filter_map(|w| name.find(w));
    let end = named.chain(name.find(|c: char| is_digit(c) || "（(".contains(c))).min().unwrap_or(name.len());
    let name = &name[..end];
    let known = BODIES.iter().any(|w| name.ends_with(w)) && (2..=30).contains(&name.chars().count());
    (known && name.chars().all(is_han)).then(|| Cow::Owned(name.to_owned()))
}

fn published(paragraph: &str) -> Option<Date> {
    // Cheaper to look for than all of the pattern.
    if !paragraph.contains("时间") && !paragraph.contains("日期") {
        return None;
    }
    let found = PUBLISHED.captures(paragraph)?;
    Date::new(found[1].parse().ok()?, found[2].parse().ok()?, found[3].parse().ok()?)
}

/// The period of the statistics, by the two dates behind 统计期限.
fn statistics(text: &str, times: &[Time]) -> Option<Period> {
    /// Between those words and the dates, in bytes, and the words with that.
    const BETWEEN: usize = 90;
    const REACH: usize = 130;
    (0..times.len()).find_map(|i| {
        let from = i.checked_sub(1).map_or(0, |before| times[before].span.end);
        let before = last_of(text, Span::new(from.min(times[i].span.start), times[i].span.start), REACH);
        let words = STATISTICS.find(&text[before.range()])?;
        let end = before.start + words.end();
        let near = times[i..].iter().take(2).take_while(|t| t.span.start < end + BETWEEN).count();
        period::range(text, &times[i..i + near])
    })
}
