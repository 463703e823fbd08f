//! What is said of a figure: the types of the records, and nothing else.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::span::Span;

/// A number that the text states about the world, with what it counts or measures.
///
/// ```
/// use nianbao::{Bound, Extractor, Kind};
/// let report = Extractor::new().extract("全年接待群众近300万人次。");
/// let fact = &report.facts()[0];
/// assert_eq!((fact.kind, fact.value, fact.bound), (Kind::Count, Some(3_000_000.into()), Bound::About));
/// assert_eq!((fact.unit.as_deref(), fact.label.as_deref()), (Some("人次"), Some("接待群众")));
/// assert_eq!(report.text(fact.span), "近300万人次");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Fact<'t> {
    /// What sort of number it is.
    pub kind: Kind,
    /// The exact value in the unit of `unit`; none for a range and for a fraction.
    #[serde(with = "crate::decimal::option")]
    pub value: Option<Decimal>,
    /// The lower end of a range; the numerator of a fraction.
    #[serde(with = "crate::decimal::option")]
    pub lower: Option<Decimal>,
    /// The upper end of a range; the denominator of a fraction.
    #[serde(with = "crate::decimal::option")]
    pub upper: Option<Decimal>,
    /// The measure word as written (条), the canonical unit of a measure (平方米), the ISO 4217 code of a currency
    /// (CNY), `%` or `pp`; none where none is written.
    pub unit: Option<Cow<'t, str>>,
    /// How the value bounds the truth.
    pub bound: Bound,
    /// Whether the text says the number itself or denies the thing.
    pub stated: Stated,
    /// The quantity expression as it stands in the text: the slice at `span`.
    pub text: Cow<'t, str>,
    /// What is counted or measured: the words that govern the figure, as written; none where the text
    /// has none. Of a change it is that of what changed, of a share that of the sharer, of a zero the thing denied.
    pub label: Option<Cow<'t, str>>,
    /// Where the label stands; offsets into the text as given.
    pub label_span: Option<Span>,
    /// The quantity expression; offsets into the text as given.
    pub span: Span,
    /// The sentence that it stands in; offsets into the text as given.
    pub sentence: Span,
    /// Index, into the sections of the report, of the innermost heading that it stands under; none before
    /// the first heading.
    pub section: Option<usize>,
    /// Index, into the facts of the report, of the total that it is a part of: a fact of the same kind and unit, and not
    /// less. The wording opens a list of parts (其中, brackets, a colon), and the arithmetic picks its total; what stands behind
    /// 已审结的52件中 is of those 52, whatever it adds up to.
    pub part_of: Option<usize>,
    /// The change that it states; its value stays positive. An amount states one only beside what it is compared with
    /// (比上年增加35条), a percentage without that too. A growth below zero (增速为-1.4%) says its direction by its sign, and is none.
    pub change: Option<Change>,
    /// What it is a share of, for a percentage or a fraction behind 占.
    pub of_whole: Option<Whole<'t>>,
    /// The time that it covers: what its clause or sentence names, else what the paragraph named last, else what the
    /// title of its section begins with, else the report's. None where the text names a run of years without its first
    /// (五年来), and for the first of two levels (由32个增加到41个) that names no time of its own.
    pub period: Option<Period>,
    /// The code of the row of the official form that it reports (see [`indicator`](crate::indicator)); none where it reports
    /// none, or where more than one row could be meant.
    pub indicator: Option<Cow<'t, str>>,
}

impl Fact<'_> {
    /// The same fact, holding its own copy of every string.
    ///
    /// ```
    /// let fact = {
    ///     let text = String::from("收到申请12件。");
    ///     nianbao::Extractor::new().extract(&text).facts()[0].clone().into_owned()
    /// };
    /// assert_eq!(fact.text, "12件");
    /// ```
    pub fn into_owned(self) -> Fact<'static> {
        let own = |s: Cow<'_, str>| Cow::Owned(s.into_owned());
        Fact {
            kind: self.kind,
            value: self.value,
            lower: self.lower,
            upper: self.upper,
            unit: self.unit.map(own),
            bound: self.bound,
            stated: self.stated,
            text: own(self.text),
            label: self.label.map(own),
            label_span: self.label_span,
            span: self.span,
            sentence: self.sentence,
            section: self.section,
            part_of: self.part_of,
            change: self.change,
            of_whole: self.of_whole.map(|w| Whole { label: w.label.map(own), ..w }),
            period: self.period,
            indicator: self.indicator.map(own),
        }
    }

    /// The same fact with the texts of this one, none of them copied.
    pub(crate) fn borrowed(&self) -> Fact<'_> {
        fn whole<'a>(whole: &'a Whole<'_>) -> Whole<'a> {
            let label = whole.label.as_deref().map(Cow::Borrowed);
            Whole { label, label_span: whole.label_span, fact: whole.fact }
        }
        Fact {
            unit: self.unit.as_deref().map(Cow::Borrowed),
            text: Cow::Borrowed(&self.text),
            label: self.label.as_deref().map(Cow::Borrowed),
            of_whole: self.of_whole.as_ref().map(whole),
            indicator: self.indicator.as_deref().map(Cow::Borrowed),
            ..*self
        }
    }
}

/// The whole that a share is of.
///
/// ```
/// let report = nianbao::Extractor::new().extract("答复41件，其中不予公开5件，占答复总数的12.2%。");
/// let share = report.facts()[2].of_whole.as_ref().unwrap();
/// assert_eq!((share.label.as_deref(), share.fact), (Some("答复总数"), Some(0)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whole<'t> {
    /// The words that name it, as written; none where the text names it by its figure alone.
    pub label: Option<Cow<'t, str>>,
    /// Where these words stand; offsets into the text as given.
    pub label_span: Option<Span>,
    /// Index, into the facts of the report, of its figure; none where the text has none.
    pub fact: Option<usize>,
}

/// An enum whose variants have a name in JSON and CSV.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, ::serde::Serialize, ::serde::Deserialize)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $text)] $variant,)*
        }

        impl $name {
            /// The name that stands in JSON and CSV; the example of the type shows one.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

pub(crate) use names;

names! {
    /// What sort of number a fact states.
    ///
    /// ```
    /// assert_eq!(nianbao::Kind::PercentPoint.as_str(), "percent_point");
    /// ```
    Kind {
        /// Discrete things, with the measure word as unit: 8532条.
        Count = "count",
        /// Per cent: 99.8%, 百分之九十五, 3‰ (0.3), 九成 (90).
        Percent = "percent",
        /// Percentage points: 3.2个百分点.
        PercentPoint = "percent_point",
        /// An amount of money, in the main unit of its currency: 2万元整 is 20000 CNY.
        Money = "money",
        /// A physical quantity, scale applied: 3.5万亩 is 35000 亩.
        Measure = "measure",
        /// A length of time: 15个工作日.
        Duration = "duration",
        /// Points: 79.33分.
        Score = "score",
        /// A place in an order of merit: 第十九位.
        Rank = "rank",
        /// 倍 and 番: 1.5倍; 翻一番 is 2.
        Multiple = "multiple",
        /// 三分之一: numerator in `lower`, denominator in `upper`.
        Fraction = "fraction",
    }
}

names! {
    /// How a value bounds the truth.
    ///
    /// ```
    /// assert_eq!(nianbao::Bound::AtLeast.to_string(), "at_least");
    /// ```
    Bound {
        /// The number itself, also after 共 达 为 累计.
        Exact = "exact",
        /// 约 近 左右.
        About = "about",
        /// 余 多 超 突破.
        MoreThan = "more_than",
        /// 以上 不少于 至少.
        AtLeast = "at_least",
        /// 不足 不到 低于.
        LessThan = "less_than",
        /// 以内 以下 不超过 至多.
        AtMost = "at_most",
        /// 3至5个: `lower` and `upper` are set.
        Range = "range",
    }
}

names! {
    /// How the text says a number.
    ///
    /// ```
    /// assert_eq!(nianbao::Stated::Number.as_str(), "number");
    /// ```
    Stated {
        /// As a number in prose.
        Number = "number",
        /// By denying the thing: 未收到申请. The fact's span is that of the negating words; its value is 0, its unit none.
        Negation = "negation",
        /// As a figure in a table's cell.
        Cell = "cell",
    }
}

names! {
    /// Which way a thing changed.
    ///
    /// ```
    /// assert_eq!(nianbao::Direction::Flat.as_str(), "flat");
    /// ```
    Direction {
        /// 增长 上升 提高.
        Increase = "increase",
        /// 下降 减少 回落.
        Decrease = "decrease",
        /// 持平.
        Flat = "flat",
    }
}

names! {
    /// Why a numeral of the text is no fact.
    ///
    /// ```
    /// let report = nianbao::Extractor::new().extract("会议提出三大任务。");
    /// assert_eq!(report.rejected()[0].reason, nianbao::Reason::Group);
    /// ```
    Reason {
        /// A mark of order in the text itself: 一、 （一） 1. 一是.
        HeadingMark = "heading_mark",
        /// A calendar date, year, month or clock time.
        Date = "date",
        /// A period: 一季度, 五年来, 十三五, 连续16个季度.
        Period = "period",
        /// 〔2017〕52号, 第711号.
        DocumentNumber = "document_number",
        /// 第二十条第（一）项.
        Article = "article",
        /// 第六期, 第二届, 二期工程.
        Ordinal = "ordinal",
        /// A telephone or fax number, a hotline.
        Telephone = "telephone",
        /// A post code.
        PostCode = "post_code",
        /// A street number, a floor, a room.
        Address = "address",
        /// A part of a web or mail address.
        Web = "web",
        /// A part of a name, of a title in 《》, of a quoted name, or attached to Latin letters (5G).
        Name = "name",
        /// A part of a set phrase: 十分, 统一, 一带一路.
        Idiom = "idiom",
        /// The article-like 一: 一个问题, 一系列.
        Indefinite = "indefinite",
        /// A number that is not stated: 数十家, 几百人.
        NotStated = "not_stated",
        /// A page number, or the count of a page's readers.
        Page = "page",
        /// A footnote mark: `工业[5]增加值`.
        Footnote = "footnote",
        /// A ratio without a unit: 8.7∶41.2.
        Ratio = "ratio",
        /// A product or sum of numbers: 2×35万千瓦.
        Expression = "expression",
        /// 三大领域, 六部分.
        Group = "group",
        /// A percentage that measures nothing: 100%全覆盖.
        Slogan = "slogan",
        /// A size or age class: 7亿吨级, 65岁以上老年人.
        Class = "class",
        /// A number that nothing says what it counts.
        Bare = "bare",
        /// A part of a table's header, or of a cell that states no figure.
        Table = "table",
        /// A stroke in a table's cell, which says that the thing does not apply; no numeral, and no zero.
        NotApplicable = "not_applicable",
    }
}

/// A numeral of the text that is no fact, and why.
///
/// ```
/// let report = nianbao::Extractor::new().extract("根据国办发〔2016〕80号文件，收到申请3件。");
/// let why: Vec<_> = report.rejected().iter().map(|r| (report.text(r.span), r.reason.as_str())).collect();
/// assert_eq!(why, [("〔2016〕80号", "document_number")]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Rejected {
    /// The expression that was recognised; offsets into the text as given.
    pub span: Span,
    /// What it is instead.
    pub reason: Reason,
}

/// A calendar day.
///
/// ```
/// let day: nianbao::Date = "2017-12-31".parse().unwrap();
/// assert_eq!((day.year, day.month, day.day), (2017, 12, 31));
/// assert!("2017-02-30".parse::<nianbao::Date>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
#[non_exhaustive]
pub struct Date {
    /// The year of the common era.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// A day of the years 1 to 9999, where the calendar has it.
    ///
    /// ```
    /// assert!(nianbao::Date::new(2016, 2, 29).is_some());
    /// assert!(nianbao::Date::new(2017, 2, 29).is_none());
    /// ```
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let known = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days(year, month)).contains(&day);
        known.then_some(Date { year, month, day })
    }

    pub(crate) fn last_of_month(year: u16, month: u8) -> Option<Self> {
        Date::new(year, month, days(year, month))
    }
}

fn days(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = crate::Error;

    fn try_from(text: String) -> Result<Self, crate::Error> {
        text.parse()
    }
}

impl FromStr for Date {
    type Err = crate::Error;

    /// Reads `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, crate::Error> {
        let mut parts = text.splitn(3, '-');
        let digits = |p: &&str| p.bytes().all(|b| b.is_ascii_digit());
        let mut part = || parts.next().filter(digits).and_then(|p| p.parse::<u16>().ok());
        let date = (|| {
            let (year, month, day) = (part()?, part()?, part()?);
            Date::new(year, month.try_into().ok()?, day.try_into().ok()?)
        })();
        date.ok_or_else(|| crate::Error::date(text))
    }
}

/// The time that a figure or a report covers, both days included.
///
/// ```
/// let report = nianbao::Extractor::new().extract("2017年收到申请12件。");
/// let period = report.facts()[0].period.unwrap();
/// assert_eq!(period.start.unwrap().to_string(), "2017-01-01");
/// assert_eq!(period.end.to_string(), "2017-12-31");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first day; none for a state as of `end` (截至2017年底).
    pub start: Option<Date>,
    /// The last day.
    pub end: Date,
}

impl Period {
    /// The calendar year; none for a year that no date has (0, and those past 9999).
    ///
    /// ```
    /// assert_eq!(nianbao::Period::year(2017).unwrap().end.to_string(), "2017-12-31");
    /// assert!(nianbao::Period::year(0).is_none());
    /// ```
    pub fn year(year: u16) -> Option<Self> {
        Some(Period { start: Date::new(year, 1, 1), end: Date::new(year, 12, 31)? })
    }
}

/// The change that a figure states.
///
/// ```
/// use nianbao::{Change, Direction};
/// let change: Change = serde_json::from_str(r#"{"direction":"increase","base":null,"of":3}"#).unwrap();
/// assert_eq!((change.direction, change.of), (Direction::Increase, Some(3)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which way.
    pub direction: Direction,
    /// What it is compared with; none where the text does not say.
    pub base: Option<Base>,
    /// Index, into the facts of the report, of the fact that changed.
    pub of: Option<usize>,
}

/// What a change is compared with.
///
/// ```
/// assert_eq!(serde_json::to_string(&nianbao::Base::PreviousYear).unwrap(), r#""previous_year""#);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Base {
    /// 同比, 比上年.
    PreviousYear,
    /// 环比.
    PreviousPeriod,
    /// 较2016年.
    Year(u16),
}
