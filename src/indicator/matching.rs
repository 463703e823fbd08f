//! Which row each fact of a report says.

use std::borrow::Cow;
use std::cell::Cell;

use once_cell::sync::Lazy;
use once_cell::unsync::OnceCell;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::rules::{
    BODIES, DISCLOSURE, ELSEWHEN, FUTURE, HOUSES, MOVES, OF_ALL_WORK, OF_DISCLOSURE_WORDS, OF_REQUESTS_WORDS, PARTIAL,
    PLANNED, PLANS_DONE, RULES, RUNNING, Rule, SINCE, SMALLER, TAILS, TOPICS, UNITS, WHOLE, YEARS,
};
use super::{Form, Indicator, find};
use crate::charset::CharSet;
use crate::fact::{Fact, Kind, Period, Stated};
use crate::glyph::{is_digit, last_of};
use crate::outline::{Section, squeezed};
use crate::span::Span;

/// What the head of a report says that the rows depend on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head<'a> {
    pub(crate) title: Option<&'a str>,
    pub(crate) issuer: Option<&'a str>,
    pub(crate) year: Option<u16>,
    pub(crate) period: Option<Period>,
}

/// The clause before a figure is looked at for so many bytes, what stands behind it for so many.
const LONGEST_CLAUSE: usize = 240;
const LONGEST_BEHIND: usize = 60;
/// Between two levels stand no more bytes.
const LONGEST_MOVE: usize = 30;
/// The first year that was reported on.
const FIRST_YEAR: u16 = 2008;
/// What sums up the figures before it.
const SUMS: &[&str] = &["总计", "共计", "合计"];
/// The rows of all that came in, of all that was dealt with, and of all that was disclosed.
const RECEIVED: &str = "requests.received";
const CLOSED: &str = "requests.closed";
const DISCLOSED: &str = "disclosure.total";
/// The row of the places where the public reads.
const READING_POINTS: &str = "organization.reading_points";
/// A paragraph is looked at for so many bytes to either side of a sentence.
const LONGEST_PARAGRAPH: usize = 1500;
/// So many facts back, one of the same sentence is looked for.
const NEAR: usize = 16;

/// For every fact, the row that it reports.
pub(crate) fn read(
    text: &str,
    facts: &[Fact<'_>],
    sections: &[Section<'_>],
    head: Head<'_>,
) -> Vec<Option<&'static str>> {
    if head.title.is_some_and(of_all_work) {
        return vec![None; facts.len()];
    }
    let mut matcher = Matcher::new(text, facts, sections, head);
    // A total gives its parts what they are of, and may stand behind them.
    let late = |i: &usize| facts[*i].part_of.is_some_and(|total| total > *i);
    for i in (0..facts.len()).filter(|i| !late(i)) {
        matcher.codes[i] = matcher.row(i);
    }
    for i in (0..facts.len()).filter(late) {
        matcher.codes[i] = matcher.row(i);
    }
    // 予以公开52件、…，总计91件: a sum is known by its parts.
    for i in 0..facts.len() {
        if matcher.sums_up(i).is_some() {
            matcher.codes[i] = matcher.row(i);
        }
    }
    matcher.take_new_ones();
    matcher.drop_rivals();
    matcher.drop_narrow_zeros();
    matcher.codes
}

/// Whether a title is that of a government's report on all of its work, which speaks of disclosure in passing.
fn of_all_work(title: &str) -> bool {
    title.contains(OF_ALL_WORK) && !of_disclosure(title)
}

/// A condition of a rule.
enum Alternative {
    Word(Word),
    Behind(Word),
    /// Bit of a topic.
    Topic(u32),
    Under(&'static str),
    After(&'static str),
    Earlier(Word),
    Requests,
    Disclosure,
}

/// A rule, its conditions taken apart.
struct Conditions {
    indicator: &'static Indicator,
    /// The units in which reports tell the row.
    units: Vec<&'static str>,
    needs: Vec<Vec<Alternative>>,
    unless: Vec<Alternative>,
}

/// The last characters of a name, the last one first: one where there is but one.
type Last = (Option<char>, Option<char>);

/// The rules, and which of them each ending leads to.
#[derive(Default)]
struct Table {
    rules: Vec<Conditions>,
    /// The endings by their last two characters, the longest first.
    endings: FxHashMap<Last, Vec<(&'static str, Vec<usize>)>>,
    /// And each whole label.
    labels: FxHashMap<&'static str, Vec<usize>>,
    /// Rules for any label.
    any: Vec<usize>,
    /// The last characters of all endings, labels and tails.
    last: CharSet,
}

static TABLE: Lazy<Table> = Lazy::new(|| {
    let mut table = Table::default();
    for (i, rule) in RULES.iter().enumerate() {
        table.rules.push(conditions(rule));
        for ending in rule.endings.split_whitespace() {
            match ending.strip_prefix('=') {
                Some(label) => table.labels.entry(label).or_default().push(i),
                None if ending == "*" => table.any.push(i),
                None => {
                    let alike = table.endings.entry(last_two(ending)).or_default();
                    match alike.iter_mut().find(|(other, _)| *other == ending) {
                        Some((_, rules)) => rules.push(i),
                        None => alike.push((ending, vec![i])),
                    }
                }
            }
        }
    }
    for alike in table.endings.values_mut() {
        alike.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
    }
    let endings = table.endings.values().flatten().map(|(ending, _)| ending);
    let names = endings.chain(table.labels.keys()).chain(TAILS);
    table.last = CharSet::new(names.filter_map(|name| name.chars().next_back()));
    table
});

fn conditions(rule: &Rule) -> Conditions {
    let alternatives = |group: &'static str| group.split('|').map(alternative).collect();
    let indicator = find(rule.code).expect("a rule is one of a row");
    let told = UNITS.iter().find(|(unit, _)| *unit == indicator.unit).map_or("", |(_, told)| told);
    Conditions {
        indicator,
        units: told.split_whitespace().collect(),
        needs: rule.needs.split_whitespace().map(alternatives).collect(),
        unless: rule.unless.split_whitespace().map(alternative).collect(),
    }
}

fn alternative(item: &'static str) -> Alternative {
    match item.chars().next() {
        Some('§') => Alternative::Topic(topic(&item['§'.len_utf8()..])),
        Some('^') => Alternative::Under(&item[1..]),
        Some('<') => Alternative::After(&item[1..]),
        Some('>') => Alternative::Behind(Word::new(&item[1..])),
        Some('…') => Alternative::Earlier(Word::new(&item['…'.len_utf8()..])),
        Some('~') => Alternative::Requests,
        Some('@') => Alternative::Disclosure,
        _ => Alternative::Word(Word::new(item)),
    }
}

fn topic(name: &str) -> u32 {
    1 << TOPICS.iter().position(|(topic, _)| *topic == name).expect("a topic of the table")
}

struct Matcher<'a> {
    text: &'a str,
    facts: &'a [Fact<'a>],
    head: Head<'a>,
    codes: Vec<Option<&'static str>>,
    /// What each section is about: its own topics, else those of the section around it.
    topics: OnceCell<Vec<u32>>,
    sections: &'a [Section<'a>],
    disclosure: OnceCell<bool>,
    /// The year of the report; where it names none, the last that a figure is of.
    year: Option<u16>,
    /// What was found last of the paragraph around a sentence.
    spoken: Cell<Option<(Span, Speaks)>>,
}

/// What a paragraph speaks of.
#[derive(Clone, Copy)]
struct Speaks {
    of_requests: bool,
    of_disclosure: bool,
}

/// A piece of the text without its layout, made when it is first asked about: most figures are told before.
struct Piece<'a> {
    raw: &'a str,
    read: OnceCell<(Cow<'a, str>, Sketch)>,
}

impl<'a> Piece<'a> {
    fn new(raw: &'a str) -> Self {
        Piece { raw, read: OnceCell::new() }
    }

    fn read(&self) -> &(Cow<'a, str>, Sketch) {
        self.read.get_or_init(|| {
            let text = squeezed(self.raw);
            let sketch = Sketch::new(&text);
            (text, sketch)
        })
    }

    fn text(&self) -> &str {
        &self.read().0
    }

    fn contains(&self, word: &Word) -> bool {
        let (text, sketch) = self.read();
        sketch.may_hold(word.sketch) && text.contains(word.text)
    }
}

/// A word of a rule.
struct Word {
    text: &'static str,
    sketch: Sketch,
}

impl Word {
    fn new(text: &'static str) -> Self {
        Word { text, sketch: Sketch::new(text) }
    }
}

/// One bit for every 128th character: from it most words are told to be none of a piece without being looked for.
#[derive(Clone, Copy)]
struct Sketch(u128);

impl Sketch {
    fn new(text: &str) -> Self {
        Sketch(text.chars().fold(0, |bits, c| bits | 1 << (c as u32 % u128::BITS)))
    }

    fn may_hold(self, word: Sketch) -> bool {
        word.0 & !self.0 == 0
    }
}

/// What stands around a figure.
struct Around<'a> {
    label: Cow<'a, str>,
    /// The clause up to the end of the label, where that stands before the figure; else the label.
    name: Cow<'a, str>,
    /// The clause up to the figure, label and negating words included; of a list of names, the one name.
    clause: Piece<'a>,
    /// All of the clause.
    whole: Piece<'a>,
    behind: Piece<'a>,
    /// What stands before the clause since the last stop.
    segment: Piece<'a>,
    /// Whether the clause goes on right behind the figure before.
    behind_figure: bool,
    /// Whether the figure is one of the report's own year; asked for rule after rule.
    of_this_year: OnceCell<bool>,
}

impl<'a> Matcher<'a> {
    fn new(text: &'a str, facts: &'a [Fact<'a>], sections: &'a [Section<'a>], head: Head<'a>) -> Self {
        let year = head.year.or_else(|| facts.iter().filter_map(|f| f.period).map(|p| p.end.year).max());
        let (topics, disclosure) = Default::default();
        let codes = vec![None; facts.len()];
        Matcher { text, facts, head, codes, sections, topics, disclosure, year, spoken: Cell::new(None) }
    }

    /// What each section is about; of a report on other things nobody asks.
    fn topics(&self) -> &[u32] {
        self.topics.get_or_init(|| {
            let mut topics: Vec<u32> = Vec::with_capacity(self.sections.len());
            for section in self.sections {
                let own = topics_of(&section.title);
                topics.push(if own > 0 { own } else { section.parent.map_or(0, |parent| topics[parent]) });
            }
            topics
        })
    }

    /// Whether the report is on the disclosure of information: by its title, else by one of its headings.
    fn is_of_disclosure(&self) -> bool {
        let read = || match self.head.title {
            Some(title) => of_disclosure(title),
            None => self.sections.iter().any(|s| of_disclosure(&s.title)),
        };
        *self.disclosure.get_or_init(read)
    }

    /// Whether the section of a fact, or one around it, is on the disclosure of information.
    fn is_in_disclosure(&self, i: usize) -> bool {
        let around = std::iter::successors(self.facts[i].section, |&section| self.sections[section].parent);
        around.into_iter().any(|section| of_disclosure(&self.sections[section].title))
    }

    /// The row of one fact.
    fn row(&self, i: usize) -> Option<&'static str> {
        let fact = &self.facts[i];
        let amount = matches!(fact.kind, Kind::Count | Kind::Money);
        if !amount || fact.label_span.is_none() || fact.change.is_some() || fact.of_whole.is_some() {
            return None;
        }
        if !self.may_be_named(i) {
            return None;
        }
        let around = self.around(i)?;
        let other = self.of_those_before(i, &around) || self.is_within_limit(i) || self.sorts_documents(i);
        if self.adds_rows(i, &around) || other {
            return None;
        }
        let candidates = TABLE.candidates(&around);
        let behind = || around.behind.text().contains(['转', '延']);
        let moved = around.label.contains('转') || fact.stated != Stated::Negation && behind();
        let any = TABLE.any.iter().copied().filter(|_| moved);
        let found = any.chain(candidates).map(|rule| &TABLE.rules[rule]).find(|rule| self.applies(rule, i, &around))?;
        if self.of_another_time(i) || found.indicator.code == READING_POINTS && self.named_one_by_one(i) {
            return None;
        }
        let of_2019 = self.year.and_then(Form::of) == Some(Form::Of2019);
        Some(match found.indicator.code {
            // Those years count every document with an official number.
            "normative.made" if of_2019 => "documents.made",
            code => code,
        })
    }

    /// 同意公开和同意部分公开合计39件: the sum of two rows is neither.
    fn adds_rows(&self, i: usize, around: &Around<'_>) -> bool {
        let summed = SUMS.iter().any(|word| self.text[..self.facts[i].span.start].trim_end().ends_with(word));
        const JOINTS: [char; 4] = ['、', '和', '与', '及'];
        // 复议诉讼案件8件; 两类诉讼被纠正的共4件.
        let both = around.name.contains("复议诉讼");
        let kinds = i.checked_sub(1).map(|j| &self.facts[j]).is_some_and(|f| {
            let near =
                f.sentence == self.facts[i].sentence && matches!(f.unit.as_deref(), Some("类" | "种" | "项" | "者"));
            near && f.value.is_some_and(|v| v == Decimal::TWO) && self.own_words(i).contains(['共', '计'])
        });
        if both || kinds {
            return true;
        }
        let listed = || around.name.contains(JOINTS) || around.whole.raw.contains(JOINTS);
        // The name may be the last of a list: 复议、诉讼案件.
        let before = || self.facts[i].label_span.is_some_and(|l| self.text[..l.start].ends_with(JOINTS));
        summed && self.sums_up(i).is_none() && (listed() || before())
    }

    /// 县档案馆、县图书馆、县政务服务中心3个查阅场所: those that are named, of however many there are.
    fn named_one_by_one(&self, i: usize) -> bool {
        let fact = &self.facts[i];
        let behind = fact.label_span.is_some_and(|label| label.start >= fact.span.end);
        if !behind {
            // 档案馆、图书馆设立3处，各乡镇设立16处.
            let next =
                self.facts.get(i + 1).is_some_and(|next| next.sentence == fact.sentence && next.unit == fact.unit);
            let lead = &self.text[fact.sentence.start.min(fact.span.start)..fact.span.start];
            return next && lead.contains("馆、");
        }
        let own = self.own_words(i).trim_end();
        own.contains('、') && HOUSES.iter().any(|house| own.ends_with(house))
    }

    /// 15个工作日内答复57件: of those in time.
    fn is_within_limit(&self, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|j| {
            let gap = self.text.get(self.facts[j].span.end..self.facts[i].span.start).unwrap_or("，");
            self.facts[j].kind == Kind::Duration && !gap.contains(['，', ',', '。', '；', ';'])
        })
    }

    /// 制发规范性文件5件，主动公开4件: of the documents, not of all information.
    fn of_those_before(&self, i: usize, around: &Around<'_>) -> bool {
        let bare = around.label == "主动公开" && !around.whole.raw.contains("信息");
        let Some(before) = i.checked_sub(1).map(|j| &self.facts[j]).filter(|_| bare) else { return false };
        let fact = &self.facts[i];
        let other = before.label.as_deref().is_some_and(|label| !label.contains("信息") && !label.contains("公开"));
        before.sentence == fact.sentence && before.unit == fact.unit && before.unit.as_deref() != Some("条") && other
    }

    /// 公文5326件，其中主动公开3918件、依申请公开412件、不予公开996件: documents by how they may be disclosed.
    fn sorts_documents(&self, i: usize) -> bool {
        let label = self.facts[i].label.as_deref().unwrap_or_default();
        let near = i.saturating_sub(3)..(i + 4).min(self.facts.len());
        let on_request = |j: usize| self.facts[j].label.as_deref() == Some("依申请公开");
        let beside =
            |j: usize| self.facts[j].sentence == self.facts[i].sentence && self.facts[j].unit == self.facts[i].unit;
        label.ends_with("公开") && near.into_iter().any(|j| on_request(j) && beside(j))
    }

    /// Whether the last character of the label can be that of a name; most figures on other things are told by that.
    fn may_be_named(&self, i: usize) -> bool {
        let fact = &self.facts[i];
        let label = fact.label.as_deref().unwrap_or_default();
        let moves = |c: char| matches!(c, '转' | '延');
        label.chars().next_back().is_some_and(|last| TABLE.last.contains(last))
            || label.contains(moves)
            || self.text[fact.span.end..].chars().take(LONGEST_BEHIND / 3).any(moves)
            || self.sums_up(i).is_some()
    }

    /// The word of summing up that is all that stands before a figure in its clause.
    fn sums_up(&self, i: usize) -> Option<&'static str> {
        let lead = self.text[..self.facts[i].span.start].trim_end();
        SUMS.iter().copied().find(|word| lead.ends_with(word) && self.own_words(i).trim() == *word)
    }

    fn applies(&self, rule: &Conditions, i: usize, around: &Around<'_>) -> bool {
        let code = rule.indicator.code;
        self.unit_fits(i, rule)
            && (any_year(code) || *around.of_this_year.get_or_init(|| self.of_this_year(i, around)))
            && rule.needs.iter().all(|group| group.iter().any(|a| self.holds(a, i, around, &around.whole)))
            && !rule.unless.iter().any(|a| self.holds(a, i, around, &around.clause))
            && self.total(i) != Some(code)
            && (self.total(i).is_some() || !self.partial(around))
    }

    fn holds(&self, alternative: &Alternative, i: usize, around: &Around<'_>, clause: &Piece<'_>) -> bool {
        let below = |code: Option<&str>, root: &str| code.is_some_and(|code| code.starts_with(root));
        match alternative {
            Alternative::Word(word) => clause.contains(word),
            Alternative::Behind(word) => around.behind.contains(word),
            // A heading on reviews is one on reviews of disclosure in such a report only.
            Alternative::Topic(bit) => {
                let about = self.facts[i].section.is_some_and(|section| self.topics()[section] & *bit != 0);
                about && (self.head.title.is_none() || self.is_of_disclosure() || self.is_in_disclosure(i))
            }
            Alternative::Under(root) => below(self.total(i), root),
            Alternative::After(root) => below(self.before(i), root),
            Alternative::Earlier(word) => around.segment.contains(word),
            Alternative::Requests => self.paragraph(i).of_requests,
            Alternative::Disclosure => {
                self.is_of_disclosure() || self.is_in_disclosure(i) || self.paragraph(i).of_disclosure
            }
        }
    }

    /// What the paragraph of a fact speaks of.
    fn paragraph(&self, i: usize) -> Speaks {
        let sentence = self.facts[i].sentence;
        if let Some((_, speaks)) = self.spoken.get().filter(|(last, _)| *last == sentence) {
            return speaks;
        }
        let start = last_of(self.text, Span::new(0, sentence.start), LONGEST_PARAGRAPH).start;
        let start = self.text[start..sentence.start].rfind('\n').map_or(start, |at| start + at + 1);
        let rest = &self.text[sentence.end..];
        let end = rest.char_indices().take_while(|&(at, c)| c != '\n' && at < LONGEST_PARAGRAPH).last();
        let end = sentence.end + end.map_or(0, |(at, c)| at + c.len_utf8());
        let near = last_of(self.text, Span::new(start, end), 3 * LONGEST_PARAGRAPH);
        let told = &self.text[near.range()];
        let speaks = Speaks { of_requests: OF_REQUESTS_WORDS.any(told), of_disclosure: OF_DISCLOSURE_WORDS.any(told) };
        self.spoken.set(Some((sentence, speaks)));
        speaks
    }

    /// The row of the total that a fact is a part of.
    fn total(&self, i: usize) -> Option<&'static str> {
        self.facts[i].part_of.and_then(|total| self.codes[total])
    }

    /// The row of the last fact before that has one, in the sentence or the one before it.
    fn before(&self, i: usize) -> Option<&'static str> {
        let j = (0..i).rev().take(NEAR).find(|&j| self.codes[j].is_some())?;
        let gap = self.text.get(self.facts[j].span.end..self.facts[i].span.start)?;
        let near =
            self.facts[j].sentence == self.facts[i].sentence || gap.matches('。').count() == 1 && !gap.contains('\n');
        self.codes[j].filter(|_| near)
    }

    fn unit_fits(&self, i: usize, rule: &Conditions) -> bool {
        let fact = &self.facts[i];
        let money = rule.indicator.unit == "CNY";
        if fact.stated == Stated::Negation {
            // 未收取费用 is an amount; 无收费 may be told as a thing.
            return money || fact.kind == Kind::Count;
        }
        if money != (fact.kind == Kind::Money) {
            return false;
        }
        let Some(unit) = fact.unit.as_deref() else { return false };
        money && unit == "CNY" || rule.units.contains(&unit)
    }

    /// Whether the figure is one of the report's own year.
    fn of_this_year(&self, i: usize, around: &Around<'_>) -> bool {
        let fact = &self.facts[i];
        if self.changes_to_next(i) {
            return false;
        }
        let dated = match (self.year, fact.period) {
            // 2008年至2018年: not of the last year alone.
            (Some(year), Some(period)) => {
                let over = period.start.is_some_and(|start| start.year < year) && Some(period) != self.head.period;
                period.end.year == year && !over
            }
            // 由32个增加到41个: the first is of no time that is known.
            (_, None) => self.head.period.is_none(),
            (None, Some(_)) => true,
        };
        let own = self.own_words(i);
        let elsewhen = |clause: &str| {
            let since = clause.contains("以来") && !clause.contains("今年以来") && !clause.contains("本年以来");
            since || ELSEWHEN.any(clause) || RUNNING.any(clause)
        };
        // 《条例》施行以来，累计公开: of all years since, but for the report of the first one.
        let first = self.year.is_none_or(|year| year <= FIRST_YEAR);
        let since = |around: &Around<'_>| !first && SINCE.any(around.segment.text());
        // The clauses before say that too.
        let running = || RUNNING.any(around.segment.text()) || RUNNING.any(around.whole.text()) || since(around);
        dated && !elsewhen(around.clause.text()) && !elsewhen(own) && !running() && !self.over_years(i, own)
    }

    /// 公开21456条，加上本年度，累计27936条: a sum over years.
    fn over_years(&self, i: usize, own: &str) -> bool {
        let sum = SUMS.iter().any(|word| own.contains(word)) || own.contains("累计");
        let said = Span::new(self.facts[i].sentence.start.min(self.facts[i].span.start), self.facts[i].span.start);
        sum && YEARS.any(&self.text[last_of(self.text, said, LONGEST_CLAUSE).range()])
    }

    /// What stands right before a figure in its clause, since the figure before it.
    fn own_words(&self, i: usize) -> &'a str {
        let fact = &self.facts[i];
        let before = i.checked_sub(1).map_or(0, |j| self.facts[j].span.end).max(fact.sentence.start);
        let from = Span::new(before.min(fact.span.start), fact.span.start);
        &self.text[clause_start(self.text, from)..fact.span.start]
    }

    /// 新增4216条，历年累计1.87万条; 比去年的876条多167条: what the words right before a figure say of its time.
    fn of_another_time(&self, i: usize) -> bool {
        let fact = &self.facts[i];
        let own = self.own_words(i);
        let compared = own.contains(['比', '较']) && own.trim_end().ends_with(['的', '期']);
        // The words of another figure do not name what is told behind it, but in another unit: 128组，392条.
        let again = fact.label_span.is_some_and(|label| {
            let told = |j: &usize| self.facts[*j].label_span == Some(label) && self.codes[*j].is_some();
            (0..i).rev().take(NEAR).any(|j| told(&j))
        });
        let segment =
            last_of(self.text, Span::new(fact.sentence.start.min(fact.span.start), fact.span.start), LONGEST_CLAUSE);
        let told = &self.text[segment.range()];
        let segment = told.rsplit(['；', ';']).next().unwrap_or_default();
        // 下一步，一是…；二是组织培训4次: an item of what is planned.
        let mut ordinal = segment.trim_start().chars().take(2);
        let item = ordinal.next().is_some_and(|c| "二三四五六七八九".contains(c)) && ordinal.next() == Some('是');
        let segment = if item { told } else { segment };
        let planned =
            segment.split(['，', ',']).any(|clause| FUTURE.any(clause) || clause.trim_start().starts_with('将'));
        // 到查阅点查阅的，未收取费用: a condition.
        let condition =
            fact.stated == Stated::Negation && segment.trim_end_matches(|c| "，,均都也".contains(c)).ends_with('的');
        // 2018年少2件.
        let moved = own.trim_end().ends_with(['多', '少']);
        moved || compared || again && self.sums_up(i).is_none() || planned || condition || self.in_plan(i)
    }

    /// Whether a section on what is to be done holds a fact, and its sentence has not named the year of the report:
    /// 2016年仍存在不足，全年仅公开1684条.
    fn in_plan(&self, i: usize) -> bool {
        let fact = &self.facts[i];
        let around = std::iter::successors(fact.section, |&section| self.sections[section].parent);
        let plan = |title: &str| PLANNED.any(title) && !PLANS_DONE.any(title);
        let said = Span::new(fact.sentence.start.min(fact.span.start), fact.span.start);
        let said = || &self.text[last_of(self.text, said, LONGEST_CLAUSE).range()];
        let dated = || self.year.is_some_and(|year| said().contains(&year.to_string()));
        around.into_iter().any(|section| plan(&self.sections[section].title)) && !dated()
    }

    /// 由32个增加到41个: the first is what it was.
    fn changes_to_next(&self, i: usize) -> bool {
        let Some(next) = self.facts.get(i + 1) else { return false };
        let gap = &self.text[self.facts[i].span.end..next.span.start.max(self.facts[i].span.end)];
        let short = gap.len() <= LONGEST_MOVE && !gap.contains(['，', '。', '；', '、', ',', ';']);
        short && gap.ends_with(['到', '至', '为', '成']) && MOVES.iter().any(|w| gap.contains(w))
    }

    /// Whether the words before speak of a part of the body that reports: of the clauses back to the last stop, the
    /// nearest one that names a subject decides.
    fn partial(&self, around: &Around<'_>) -> bool {
        let own = |word: &str| self.head.issuer.is_some_and(|issuer| issuer.ends_with(word));
        // Whether the words name the whole (no) or a part of it (yes); none where they name no subject.
        let subject = |clause: &str| {
            let whole = WHOLE.any(clause);
            let smaller = SMALLER.iter().filter(|_| self.head.issuer.is_some());
            let part = PARTIAL.iter().chain(smaller).any(|word| clause.contains(word) && !own(word));
            (whole || part).then_some(!whole)
        };
        // 12个镇街、31个部门: what is counted is no subject.
        let uncounted = |clause: &str| subject(clause.split(is_digit).next().unwrap_or_default());
        // 8个县（市）新收294件，办结295件: those of whom a figure is told are one.
        let some = |clause: &str| {
            let bodies =
                clause.trim_start_matches(is_digit).strip_prefix('个').filter(|_| clause.starts_with(is_digit))?;
            let bodies = &bodies[..bodies.find(is_digit)?];
            let all = bodies.contains(['、', '均', '都', '各', '共', '合', '总']);
            (BODIES.iter().any(|body| bodies.starts_with(body)) && !all).then_some(true)
        };
        let named = |clause: &str| uncounted(clause).or_else(|| some(clause));
        let mut earlier = around.segment.text().rsplit(['，', ',']).filter_map(named);
        let clause = subject(around.clause.text());
        // 全县11个乡镇、34个县直单位|落实信息员: nor is what stands right behind a figure, where a subject stands before.
        let found = if around.behind_figure { earlier.next().or(clause) } else { clause.or_else(|| earlier.next()) };
        found.unwrap_or(false)
    }

    /// The words around a figure; none where it has no label.
    fn around(&self, i: usize) -> Option<Around<'a>> {
        let fact = &self.facts[i];
        let words = fact.label_span?;
        let label = match self.sums_up(i) {
            // 总计91件 has taken over the label of the figure before.
            Some(sum) => Cow::Borrowed(sum),
            None => squeezed(fact.label.as_deref()?),
        };
        let before = i.checked_sub(1).map_or(0, |j| self.facts[j].span.end);
        let first = words.start.min(fact.span.start);
        let from =
            if words.start >= before && first >= fact.sentence.start { before.max(fact.sentence.start) } else { 0 };
        let start = clause_start(self.text, Span::new(from.min(first), first));
        let end = match fact.stated {
            Stated::Negation => words.end.max(fact.span.end),
            _ if words.end <= fact.span.start && words.start >= before => fact.span.start,
            _ => words.end,
        };
        let behind = &self.text[fact.span.end..fact.sentence.end.max(fact.span.end)];
        // 另有7宗因答复时限未到，转入下一年度答复: through the next clause, up to the next figure.
        let next = self.facts.get(i + 1).map_or(usize::MAX, |f| f.span.start).saturating_sub(fact.span.end);
        let behind = &behind[..clause_end(behind, next)];
        let earlier = last_of(self.text, Span::new(fact.sentence.start.min(start), start), LONGEST_CLAUSE);
        let segment = self.text[earlier.range()].rsplit(['；', ';', '。']).next().unwrap_or_default();
        // A、B分别为1、2: the names stand before all figures.
        let gap = self.text.get(words.end..fact.span.start).unwrap_or_default();
        let listed = fact.stated != Stated::Negation && (gap.contains(['、', '和', '与']) || gap.contains("分别"));
        let end = if listed { fact.span.start } else { end };
        let whole = last_of(self.text, Span::new(start, end.max(start)), LONGEST_CLAUSE);
        let whole = self.text[whole.range()].trim_start_matches(['、', '和', '及']);
        let clause = if listed { &self.text[words.range()] } else { whole };
        // 以传真方式|申请6件: the clause up to the end of the label may say what the label alone does not.
        let own = start <= words.start && words.end <= fact.span.start && words.start >= before;
        let name = if own {
            squeezed(self.text[start..words.end].trim_start_matches(['、', '和', '及']))
        } else {
            label.clone()
        };
        Some(Around {
            label,
            name,
            clause: Piece::new(clause),
            whole: Piece::new(whole),
            behind: Piece::new(behind),
            segment: Piece::new(segment),
            behind_figure: start == before && before > 0,
            of_this_year: OnceCell::new(),
        })
    }

    /// 收到94件（新收89件，上年结转5件）: what is new of the year is the row, and neither the sum nor who sent all of them is;
    /// of 累计公开21436条，其中当年公开6218条 it is what is of the year.
    fn take_new_ones(&mut self) {
        for total in 0..self.facts.len() {
            if self.codes[total] == Some(DISCLOSED) {
                let new = |i: &usize| {
                    let own = self.own_words(*i);
                    self.facts[*i].part_of == Some(total) && ["当年", "本年", "今年"].iter().any(|w| own.contains(w))
                };
                if let Some(new) = (total + 1..self.facts.len()).take(NEAR).find(new) {
                    self.codes[total] = None;
                    self.codes[new] = Some(DISCLOSED);
                }
            }
            if !matches!(self.codes[total], Some(RECEIVED | CLOSED)) {
                continue;
            }
            let new = |i: &usize| self.facts[*i].part_of == Some(total) && self.label_ends(*i, "新收");
            let parts = (total + 1..self.facts.len()).take(2 * NEAR);
            let Some(new) = parts.clone().find(new) else { continue };
            for part in parts {
                let mut totals = std::iter::successors(self.facts[part].part_of, |&t| self.facts[t].part_of).take(4);
                if totals.any(|t| t == total) && self.codes[part].is_some_and(|code| code.starts_with(RECEIVED)) {
                    self.codes[part] = None;
                }
            }
            self.codes[total] = None;
            self.codes[new] = Some(RECEIVED);
        }
    }

    fn label_ends(&self, i: usize, word: &str) -> bool {
        self.facts[i].label.as_deref().is_some_and(|label| label.ends_with(word))
    }

    /// Two figures of one sentence, or two parts of one total, that differ are not both the row, and nothing says which:
    /// 召开联席会议2次、推进会3次.
    fn drop_rivals(&mut self) {
        let facts = self.facts;
        let mut rivals = Vec::new();
        for i in 0..facts.len() {
            let Some(code) = self.codes[i] else { continue };
            let rival = |&j: &usize| {
                let one = facts[j].sentence == facts[i].sentence
                    || facts[i].part_of.is_some() && facts[j].part_of == facts[i].part_of;
                self.codes[j] == Some(code) && one && facts[j].value != facts[i].value
            };
            let near: Vec<usize> = (0..i).rev().take(2 * NEAR).filter(rival).collect();
            if !near.is_empty() {
                rivals.extend(near.into_iter().chain([i]));
            }
        }
        for rival in rivals {
            self.codes[rival] = None;
        }
    }

    /// A zero of a row that has a figure in the same section is one of something narrower: 收取费用320元 …
    /// 到查阅点查阅的，未收取任何费用.
    fn drop_narrow_zeros(&mut self) {
        for i in 0..self.facts.len() {
            let fact = &self.facts[i];
            let Some(code) = self.codes[i].filter(|_| fact.stated == Stated::Negation) else { continue };
            let near = i.saturating_sub(NEAR)..(i + NEAR).min(self.facts.len());
            let mut same = near.filter(|&j| self.codes[j] == Some(code) && self.facts[j].section == fact.section);
            if same.any(|j| self.facts[j].value.is_some_and(|value| !value.is_zero())) {
                self.codes[i] = None;
            }
        }
    }
}

impl Table {
    /// The rules that a label leads to: those of the whole label, then those of its longest ending first; then the same
    /// without its tail.
    fn candidates(&self, around: &Around<'_>) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let mut name = &*around.name;
        loop {
            let cut = around.name.len() - name.len();
            let label = around.label.len().checked_sub(cut).and_then(|end| around.label.get(..end)).unwrap_or_default();
            found.extend(self.labels.get(label).into_iter().flatten());
            let last = last_two(name);
            let alike = [last, (last.0, None)].into_iter().filter_map(|last| self.endings.get(&last)).flatten();
            found.extend(alike.filter(|(ending, _)| name.ends_with(ending)).flat_map(|(_, rules)| rules));
            match TAILS.iter().find_map(|tail| name.strip_suffix(tail)) {
                Some(shorter) => name = shorter,
                None => return found,
            }
        }
    }
}

fn last_two(name: &str) -> Last {
    let mut back = name.chars().rev();
    (back.next(), back.next())
}

/// 上年结转, 上一年项目数量 name the year before, and are rows of this one.
fn any_year(code: &str) -> bool {
    code == "requests.carried_in" || code.ends_with(".items")
}

fn of_disclosure(words: &str) -> bool {
    DISCLOSURE.iter().any(|word| words.contains(word))
}

fn topics_of(title: &str) -> u32 {
    let named = |words: &str| words.split_whitespace().any(|word| title.contains(word));
    TOPICS.iter().enumerate().filter(|(_, (_, words))| named(words)).fold(0, |bits, (i, _)| bits | 1 << i)
}

/// Where the clause begins that ends at the end of a stretch.
fn clause_start(text: &str, span: Span) -> usize {
    let near = last_of(text, span, LONGEST_CLAUSE);
    let ends =
        |c: char| matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | ',' | ';' | ':' | '（' | '(' | '）' | ')');
    let mark = text[near.range()].char_indices().rev().find(|(_, c)| ends(*c));
    mark.map_or(near.start, |(at, c)| near.start + at + c.len_utf8())
}

/// How much of what stands behind a figure is said of it: its clause, and the next one where no figure stands in it.
fn clause_end(behind: &str, next: usize) -> usize {
    let ends = |c: char| matches!(c, '。' | '；' | '：' | '！' | '？' | ';' | '、' | '（' | '(' | '）' | ')');
    let near = behind.char_indices().take_while(|(at, _)| *at < LONGEST_BEHIND);
    let mut stops = near.filter(|(_, c)| ends(*c) || matches!(c, '，' | ',')).map(|(at, _)| at);
    let first = stops.next().unwrap_or(behind.len()).min(next);
    match stops.next() {
        Some(second) if behind[first..].starts_with(['，', ',']) && second < next => second,
        _ => (0..=first.min(LONGEST_BEHIND)).rev().find(|&at| behind.is_char_boundary(at)).unwrap_or(0),
    }
}
