//! Which time a figure covers.
//!
//! What the clause or sentence names before the figure, else what the paragraph named last, else the report's period.
//! A time that something is compared with (比2016年) covers nothing; of a list of years before a list of figures
//! (2015年、2016年分别为9件、14件) each covers its own; a time in brackets right behind a figure covers it.

use super::Phrases;
use super::words::SUMMING;
use crate::fact::{Date, Kind, Period};
use crate::glyph::{is_han, is_space, last_chars};
use crate::period::Time;
use crate::quantity::Quantity;
use crate::span::Span;

/// What joins two times to a range: 自1月1日起至12月31日止.
const JOINTS: &[&str] = &["至", "到", "-", "—", "——", "－", "～"];
/// What is compared with does not say what the figure covers: 比2016年增加, 等于1949年的2.6倍.
const COMPARED: &[&str] = &["比", "较", "与", "同", "等于", "相当于"];
/// Before the year of a level that something has come to.
const REGAINED: &[&str] = &["恢复到", "恢复至", "达到", "达", "相当于"];
/// Between a base and its figure, in bytes: 上年决算数.
const LONGEST_SUM: usize = 18;
/// Before the time of the first of two levels.
const FROM: [char; 2] = ['由', '从'];
/// Before a time of something that the clause rests on.
static RESTING: Phrases = Phrases::new(&["根据", "按照", "依据", "遵照"]);
/// What a report does with what it tells.
const TOLD: &[&str] = &["反映", "指出", "提出", "确定", "明确", "部署"];
/// Before a time that a state is as of.
const AS_OF: &[&str] = &["截至", "截止", "截止到", "截至到"];
/// Between two times of a list.
const LISTED: &[&str] = &["、", "和", "与", "及", "，", ","];

/// So many times in a row are passed over that are only compared with.
const MOST_COMPARED: usize = 16;

/// So many brackets back, one is looked for that is still open.
const NEAR: usize = 16;

/// 上年度|审计工作报告反映的237个问题: a report is told of, not its year.
fn report_of(behind: &str) -> bool {
    /// The name of a report, in bytes.
    const LONGEST: usize = 30;
    let near = behind.char_indices().take_while(|(at, c)| *at < LONGEST && is_han(*c)).last();
    let near = near.map_or("", |(at, c)| &behind[..at + c.len_utf8()]);
    let at = near.find("报告");
    let told = at.map_or("", |at| &behind[at + "报告".len()..]);
    TOLD.iter().any(|w| told.starts_with(w))
}

/// A time of a block with the period that it gives.
#[derive(Debug, Clone, Copy)]
struct Named {
    span: Span,
    period: Option<Period>,
    /// It is only compared with.
    compared: bool,
    /// It is a part of a year.
    part: bool,
    /// Where it holds no more: 7场（2017年4场） names one inside its brackets.
    until: usize,
}

/// The times of one block, and what holds for the figures among them.
pub(crate) struct Holding {
    named: Vec<Named>,
    /// The report's period, for what no time covers.
    report: Option<Period>,
}

impl Holding {
    /// Resolves the times of a block, in order: words against the report's year, months against the year named last.
    /// `today` is the year in which the report speaks, where it is another than that of the report's period.
    pub(crate) fn new(text: &str, times: &[Time], asides: &[Span], report: Option<Period>, today: Option<u16>) -> Self {
        let mut named: Vec<Named> = Vec::with_capacity(times.len());
        let mut year = None;
        for time in merged(text, times) {
            let left = text[..time.span.start].trim_end();
            let left = left.trim_end_matches(['“', '「', '"']);
            // 根据2008年国务院令第492号: nor does what a clause rests on.
            let near = last_chars(left, 24);
            let clause = near.rfind(['，', '。', '；', ',']).map_or(near, |at| &near[at..]);
            let behind = &text[time.span.end..];
            let compared = COMPARED.iter().any(|w| left.ends_with(w))
                || RESTING.any(clause)
                || multiplied(behind)
                || departs(left, behind)
                || time.shift == Some(-1) && (behind.starts_with(['为', '是']) || report_of(behind))
                || behind.starts_with('的') && REGAINED.iter().any(|w| left.ends_with(w));
            let today = today.or(report.map(|r| r.end.year));
            let shifted = |shift: i16| today.and_then(|year| year.checked_add_signed(shift));
            // 2018年工作回顾 … 比上年的11.3亿元: of the year before the one that is told of, whenever that is said.
            let told = year.or(report.map(|r| r.end.year)).filter(|_| compared);
            let before = |shift: i16| told.and_then(|year| year.checked_add_signed(shift)).or_else(|| shifted(shift));
            let own = time.year.or(time.shift.and_then(before));
            let relative = time.shift.is_some() || time.months.is_some() || time.whole;
            let reference = if relative { year.or(report.map(|r| r.end.year)).or(today) } else { None };
            let dated = Time { year: own.or(reference.filter(|_| time.shift.is_none())), ..time };
            let state = AS_OF.iter().any(|w| left.ends_with(w));
            let mut period = match own.or(year) {
                // 全年 of the report is the report's own period, be that a year or not.
                None if time.whole => report,
                _ => dated.period(),
            };
            if let (Some(period), Some(before)) = (&mut period, named.last()) {
                let joined = joins(&text[before.span.end..time.span.start]);
                let first = before.period.and_then(|p| p.start).filter(|s| joined && *s <= period.end);
                period.start = first.or(period.start);
            }
            // 自2010年以来: to the end of what the report covers.
            let since = || {
                let behind = &text[time.span.end..];
                let clause =
                    behind.char_indices().take(24).take_while(|(_, c)| !matches!(c, '，' | '。' | '；' | ',')).last();
                clause.is_some_and(|(at, c)| behind[..at + c.len_utf8()].contains("以来"))
            };
            if time.year.is_some() && time.since.is_none() && since() {
                let open = |p: Period| Some(Period { start: p.start, end: report.filter(|r| r.end >= p.end)?.end });
                period = period.and_then(open);
            }
            // 年底 alone says when, 截至年底 that it is a state.
            if time.shift.is_none() && time.year.is_none() && time.at_end && !state && time.span.len() <= "年底".len()
            {
                continue;
            }
            if let Some(period) = period.as_mut().filter(|_| state) {
                period.start = None;
            }
            if !compared {
                year = own.or(year);
            }
            let opened = asides.partition_point(|a| a.start < time.span.start);
            let aside = asides[..opened].iter().rev().take(NEAR).find(|a| a.contains(time.span)).copied();
            let until = aside.map_or(usize::MAX, |aside| aside.end);
            named.push(Named {
                span: time.span,
                period,
                compared,
                part: time.months.is_some() && time.days.is_none(),
                until,
            });
        }
        close(text, &mut named);
        Holding { named, report }
    }

    /// The period that holds at a place of the text.
    pub(crate) fn at(&self, place: usize) -> Option<Period> {
        let before = self.named.partition_point(|n| n.span.start < place);
        let reaches = |n: &&Named| !n.compared && place < n.until;
        let last = self.named[..before].iter().rev().take(MOST_COMPARED).find(reaches);
        match last {
            Some(named) => named.period,
            None => self.report,
        }
    }

    /// The period that the title of a section names, where it begins with one: 2012年工作回顾.
    pub(crate) fn of_title(
        text: &str,
        title: Span,
        times: &[Time],
        report: Option<Period>,
        today: Option<u16>,
    ) -> Option<Period> {
        // “十四五”时期和2025年工作回顾 is of both.
        let first = Holding::new(text, times.get(..1).filter(|_| times.len() == 1)?, &[], report, today);
        let named = first.named.first().filter(|n| !n.compared)?;
        let before = &text[title.start..named.span.start];
        let opens = before.trim_matches(|c: char| is_space(c) || "“「\"".contains(c)).is_empty();
        opens.then_some(named.period)?
    }

    /// The periods of the figures of the block.
    pub(crate) fn read(&self, text: &str, figures: &[Quantity]) -> Vec<Option<Period>> {
        let mut periods: Vec<Option<Period>> = Vec::with_capacity(figures.len());
        for (i, figure) in figures.iter().enumerate() {
            let bracketed = self.behind(text, figure.span);
            let own = bracketed.or_else(|| self.of_base(text, figure)).or_else(|| self.of_list(text, figures, i));
            let period = own.or_else(|| self.at(figure.span.start));
            periods.push(period);
        }
        periods
    }

    /// 9件（2016年）.
    fn behind(&self, text: &str, figure: Span) -> Option<Period> {
        let next = self.named.get(self.named.partition_point(|n| n.span.start < figure.end))?;
        let opens = matches!(text[figure.end..next.span.start].trim(), "（" | "(");
        let closes = text[next.span.end..].trim_start().starts_with(['）', ')']);
        (opens && closes).then_some(next.period)?
    }

    /// 较2013年的12,687条增加: the figure that something is compared with is of the time that is named before it.
    fn of_base(&self, text: &str, figure: &Quantity) -> Option<Period> {
        let before = self.named.partition_point(|n| n.span.start < figure.span.start);
        let last = self.named[..before].last().filter(|n| n.compared)?;
        let gap = text[last.span.end..figure.span.start].trim();
        // 比上年决算数1398万元.
        let sum = || gap.len() <= LONGEST_SUM && gap.ends_with(['数', '额', '量']) && gap.chars().all(is_han);
        let of = matches!(gap, "的" | "同期的" | "度的" | "为" | "是" | "仅为")
            || sum()
            || gap.is_empty() && text[..last.span.start].ends_with(FROM);
        // 1949年的2.6倍 and 恢复到2019年的83% are of today.
        let regained = figure.kind == Kind::Percent && REGAINED.iter().any(|w| text[..last.span.start].ends_with(w));
        (of && !regained && figure.kind != Kind::Multiple).then_some(last.period)?
    }

    /// 2015年、2016年分别为9件、14件，共23件: each its own, the sum all of them.
    fn of_list(&self, text: &str, figures: &[Quantity], i: usize) -> Option<Period> {
        let last = self.named.partition_point(|n| n.span.start < figures[i].span.start).checked_sub(1)?;
        let listed = |k: usize| LISTED.contains(&text[self.named[k - 1].span.end..self.named[k].span.start].trim());
        let first = (0..=last).rev().take(16).find(|&k| k == 0 || !listed(k))?;
        let names = &self.named[first..=last];
        if names.len() < 2 || names.iter().any(|n| n.compared) {
            return None;
        }
        let begin = figures.partition_point(|f| f.span.start < names[names.len() - 1].span.end);
        let lead = &text[names[names.len() - 1].span.end..figures[begin].span.start];
        let apart = lead.contains("分别") && !lead.contains('。');
        match names.get(i - begin) {
            Some(own) if apart => own.period,
            _ => {
                let lead = &text[figures[i.max(1) - 1].span.end.min(figures[i].span.start)..figures[i].span.start];
                let sum = !apart && i == begin || i == begin + names.len() && SUMMING.any(lead);
                let ends = (names[0].period?, names[names.len() - 1].period?);
                (sum && ends.0.start <= ends.1.start).then_some(Period { start: ends.0.start, end: ends.1.end })
            }
        }
    }
}

/// What holds in its own sentence alone: of several parts of a year (上半年109件，下半年134件。) none is what the next
/// sentence is about, nor is a running total beside others (1150套，三年累计4260套。). 五年来 that opens a text goes on.
fn close(text: &str, named: &mut [Named]) {
    const LONGEST: usize = 200;
    let end = |last: &Named| {
        let behind = text[last.span.end..].char_indices().take(LONGEST).find(|(_, c)| *c == '。');
        behind.map_or(usize::MAX, |(at, _)| last.span.end + at)
    };
    for i in 0..named.len() {
        let last = named[i];
        let listed = i.checked_sub(1).map(|k| named[k]).filter(|before| {
            let between = &text[before.span.end..last.span.start];
            before.part && last.part && !between.contains('。') && !joins(between)
        });
        let first = if listed.is_some() { i - 1 } else { i };
        let running = last.period.is_none()
            && text[..last.span.start].ends_with(['，', ','])
            && (text[last.span.range()].ends_with("累计") || text[last.span.end..].starts_with("累计"));
        if listed.is_some() || running {
            let end = end(&last);
            for one in &mut named[first..=i] {
                one.until = one.until.min(end);
            }
        }
    }
}

/// Whether what stands between two times makes a range of them: 1月1日|起，至|12月31日.
fn joins(between: &str) -> bool {
    let said = between.trim();
    let said = said.strip_prefix('起').unwrap_or(said);
    JOINTS.contains(&said.trim_start_matches(['，', ',']))
}

/// Whether a multiple of what was then stands behind a time: 为1949年|的2.6倍.
fn multiplied(behind: &str) -> bool {
    const LONGEST: usize = 12;
    let told = behind.strip_prefix('的').unwrap_or_default().chars().take(LONGEST);
    told.take_while(|c| !matches!(c, '，' | '。' | '；' | ',')).any(|c| c == '倍')
}

/// Whether something goes from what it was then to what it is: 由2016年的96.2%提高到98.6%, but not 从2016年至2018年.
fn departs(left: &str, behind: &str) -> bool {
    const LONGEST: usize = 40;
    let arrives = |c: char| matches!(c, '到' | '至' | '为');
    let told = || behind.chars().take(LONGEST).take_while(|c| !matches!(c, '，' | '。' | '；' | ','));
    left.ends_with(FROM) && !behind.trim_start().starts_with(|c| arrives(c) || c == '起') && told().any(arrives)
}

/// 去年|12月: a year and the part of it that stands right behind are one time.
fn merged(text: &str, times: &[Time]) -> Vec<Time> {
    let mut merged: Vec<Time> = Vec::with_capacity(times.len());
    for &time in times {
        if let Some(last) = merged.last_mut() {
            let gap = text.get(last.span.end..time.span.start).map(str::trim);
            let year = last.months.is_none() && !last.whole && (last.year.is_some() || last.shift.is_some());
            let part = time.months.is_some() && time.year.is_none();
            if year && part && matches!(gap, Some("" | "第" | "的")) {
                let span = Span::new(last.span.start, time.span.end);
                *last = Time { span, year: last.year, since: last.since, shift: last.shift, ..time };
                continue;
            }
        }
        merged.push(time);
    }
    merged
}

/// The range that two times give which stand near each other, as of the statistics of a report.
pub(crate) fn range(text: &str, times: &[Time]) -> Option<Period> {
    let holding = Holding::new(text, times, &[], None, None);
    holding.named.get(1).and_then(|n| n.period).filter(|p: &Period| p.start.is_some_and(|s: Date| s <= p.end))
}
