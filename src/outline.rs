//! Paragraphs, and the section tree from the numbering marks.
//!
//! A heading is a paragraph that begins with a mark (一、 （一） 1. （1） 第一章), alone on its line or run into its
//! paragraph: the title then ends at the first 。 or ：. The styles rank in that order; a report that skips one
//! uses the next as the next level down. A mark must start at one or go on from its sibling; one that breaks
//! the sequence (五、 after 一、, where tables were dropped) is taken only alone on its line.

use std::borrow::Cow;

use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use crate::bracket;
use crate::glyph::{Glyph, glyph, has_space, is_digit, is_han, is_space, last_of, marks, punctuation};
use crate::scan::{Mode, Style, scan};
use crate::span::Span;
use crate::unit::{Row, Units};

/// A section of a report: its heading, and where it stands in the tree.
///
/// ```
/// let report = nianbao::Extractor::new().extract("一、概述\n（一）主动公开。共3条。\n");
/// let sections = report.sections();
/// assert_eq!((sections[1].level, &*sections[1].marker, &*sections[1].title), (2, "（一）", "主动公开"));
/// assert_eq!(sections[1].parent, Some(0));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Section<'t> {
    /// 1 for the outermost headings of this report.
    pub level: usize,
    /// The numbering mark as it stands in the text.
    pub marker: Cow<'t, str>,
    /// The title, without the mark and the punctuation that closes it, layout breaks taken out.
    pub title: Cow<'t, str>,
    /// Mark and title; offsets into the text as given.
    pub span: Span,
    /// Index, into the sections of the report, of the section around it.
    pub parent: Option<usize>,
}

impl Section<'_> {
    /// The same section, holding its own copy of its strings.
    ///
    /// ```
    /// let report = nianbao::Extractor::new().extract("一、概述");
    /// assert_eq!(report.sections()[0].clone().into_owned().title, "概述");
    /// ```
    pub fn into_owned(self) -> Section<'static> {
        Section {
            level: self.level,
            marker: Cow::Owned(self.marker.into_owned()),
            title: Cow::Owned(self.title.into_owned()),
            span: self.span,
            parent: self.parent,
        }
    }
}

/// A stretch of the text that is read as one: a title, or a paragraph (without its mark).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Block {
    pub(crate) span: Span,
    pub(crate) section: Option<usize>,
}

pub(crate) struct Outline<'t> {
    pub(crate) sections: Vec<Section<'t>>,
    pub(crate) blocks: Vec<Block>,
    /// The marks at the beginning of paragraphs, of headings and of list items.
    pub(crate) marks: Vec<Span>,
}

/// A title longer than this (in characters) is a sentence that begins with a number.
const LONGEST_TITLE: usize = 60;
/// With white space and asides, in characters, nor is the stop behind a title further in.
const LONGEST_HEAD: usize = 200;
/// A list item without a body is no heading where it is longer than this and closed by 。.
const LONGEST_CLOSED_TITLE: usize = 40;

/// The sections of a text, in order, as [`Report::sections`](crate::Report::sections) has them.
///
/// ```
/// let sections = nianbao::outline::sections("一、概述\n1.总量。共3条。\n五、问题\n");
/// let found: Vec<_> = sections.iter().map(|s| (s.level, &*s.title)).collect();
/// assert_eq!(found, [(1, "概述"), (2, "总量"), (1, "问题")]);
/// ```
pub fn sections(text: &str) -> Vec<Section<'_>> {
    read(text, &paragraphs(text, &[])).sections
}

/// The outline of a text with these paragraphs.
pub(crate) fn read<'t>(text: &'t str, paragraphs: &[Span]) -> Outline<'t> {
    let mut outline = Outline { sections: Vec::new(), blocks: Vec::new(), marks: Vec::new() };
    let mut open: Vec<Open> = Vec::new();
    // The rank and the number of the list item right before.
    let mut item: Option<(u8, u32)> = None;
    for (i, &paragraph) in paragraphs.iter().enumerate() {
        let Some(mark) = mark(text, paragraph) else {
            item = None;
            let section = open.last().map(|o| o.section);
            outline.blocks.push(Block { span: paragraph, section });
            continue;
        };
        outline.marks.push(mark.span);
        let body = Span::new(mark.span.end, paragraph.end);
        let row = || paragraphs.get(i + 1).is_some_and(|next| figures_only(&text[next.range()]));
        // （3）专栏20条；⏎（4）其他45条。: what goes on behind a list item, and is closed as one, is one.
        let closed = || text[body.range()].trim_end_matches(is_space).ends_with('。');
        let listed = item.is_some_and(|before| before == (mark.rank, mark.number.wrapping_sub(1))) && closed();
        match heading(text, &mark, body).filter(|_| !listed) {
            Some(title) if goes_on(&open, &mark, title.alone) && !(title.alone && row()) => {
                item = None;
                push_section(text, &mut outline, &mut open, &mark, title.span);
                let section = Some(outline.sections.len() - 1);
                outline.blocks.push(Block { span: title.span, section });
                let rest = Span::new(title.end, paragraph.end);
                if !rest.is_empty() {
                    outline.blocks.push(Block { span: rest, section });
                }
            }
            _ => {
                let listed = text[body.range()].trim_end_matches(is_space).ends_with(['；', ';']);
                item = listed.then_some((mark.rank, mark.number));
                let section = open.last().map(|o| o.section);
                outline.blocks.push(Block { span: body, section });
            }
        }
    }
    outline
}

impl Outline<'_> {
    /// Adds the cells of tables that hold sentences, each in the section that it stands in.
    pub(crate) fn add_cells(&mut self, cells: &[Span]) {
        for &span in cells {
            let section = section_at(&self.sections, span.start);
            self.blocks.push(Block { span, section });
        }
        if !cells.is_empty() {
            self.blocks.sort_by_key(|block| block.span.start);
        }
    }
}

/// The section that a place stands in; none before the first heading.
pub(crate) fn section_at(sections: &[Section<'_>], at: usize) -> Option<usize> {
    sections.partition_point(|section| section.span.start <= at).checked_sub(1)
}

/// A section whose end has not come.
struct Open {
    rank: u8,
    number: u32,
    section: usize,
}

fn goes_on(open: &[Open], mark: &Mark, alone: bool) -> bool {
    let sibling = open.iter().rfind(|o| o.rank == mark.rank);
    mark.number == 1 || alone || sibling.is_some_and(|o| mark.number == o.number + 1)
}

fn push_section<'t>(text: &'t str, outline: &mut Outline<'t>, open: &mut Vec<Open>, mark: &Mark, title: Span) {
    while open.last().is_some_and(|o| o.rank >= mark.rank) {
        open.pop();
    }
    outline.sections.push(Section {
        level: open.len() + 1,
        marker: Cow::Borrowed(&text[mark.span.range()]),
        title: unwrapped(&text[title.range()]),
        span: Span::new(mark.span.start, title.end),
        parent: open.last().map(|o| o.section),
    });
    open.push(Open { rank: mark.rank, number: mark.number, section: outline.sections.len() - 1 });
}

/// A piece of the text with the line breaks of a wrapped paragraph taken out.
pub(crate) fn unwrapped(piece: &str) -> Cow<'_, str> {
    if !piece.contains(['\n', '\r']) {
        return Cow::Borrowed(piece);
    }
    let mut joined = String::with_capacity(piece.len());
    for line in piece.split(['\n', '\r']) {
        let line = line.trim_matches(is_space);
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if latin(joined.chars().next_back()) && latin(line.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    Cow::Owned(joined)
}

/// A piece of the text without the white space and the page marks that layout put into it.
pub(crate) fn squeezed(piece: &str) -> Cow<'_, str> {
    if !has_space(piece) {
        return Cow::Borrowed(piece);
    }
    let piece = piece.trim_matches(is_space);
    if !has_space(piece) {
        return Cow::Borrowed(piece);
    }
    let lines = piece.split('\n').map(|line| line.trim_matches(is_space));
    Cow::Owned(lines.filter(|line| !page_mark(line)).collect::<String>().replace(is_space, ""))
}

/// A squeezed piece with the full-width forms of the marks that reports type in either width.
pub(crate) fn unified(piece: &str) -> Cow<'_, str> {
    let narrow = |c| matches!(c, ',' | ';' | ':');
    if !marks(piece, Span::new(0, piece.len())).any(|(_, c)| narrow(c) || is_space(c)) {
        return Cow::Borrowed(piece);
    }
    let squeezed = squeezed(piece);
    if !squeezed.contains(narrow) {
        return squeezed;
    }
    let wide = |c| match c {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        c => c,
    };
    Cow::Owned(squeezed.chars().map(wide).collect())
}

/// A numbering mark at the beginning of a paragraph.
struct Mark {
    rank: u8,
    number: u32,
    span: Span,
}

fn mark(text: &str, paragraph: Span) -> Option<Mark> {
    let piece = &text[paragraph.range()];
    // Most paragraphs begin with no mark, and their first character says so.
    piece.chars().next().filter(|c| {
        matches!(c, '第' | '（' | '(' | '①'..='⒛' | '㈠'..='㈩') || glyph(*c).is_some_and(Glyph::is_part)
    })?;
    let (rank, number, len) = part_mark(piece)
        .or_else(|| bracketed_mark(piece))
        .or_else(|| plain_mark(piece))
        .or_else(|| circled_mark(piece))?;
    Some(Mark { rank, number, span: Span::new(paragraph.start, paragraph.start + len) })
}

/// How many bytes the numbering mark has that a piece begins with; 0 where it begins with none.
pub(crate) fn mark_length(piece: &str) -> usize {
    mark(piece, Span::new(0, piece.len())).map_or(0, |mark| mark.span.end)
}

/// A numeral up to 99 at the beginning of `piece`: its number, whether it is Chinese, its length.
fn number(piece: &str) -> Option<(u32, bool, usize)> {
    let numeral = scan(piece, 0, piece.len(), Mode::Prose).ok()?;
    let value = numeral.lower.to_u32().filter(|n| (1..100).contains(n) && numeral.lower == numeral.upper)?;
    let plain =
        numeral.lower.is_integer() && numeral.scale == 0 && !numeral.malformed && numeral.style != Style::Dotted;
    // 12 in 1 2 is layout, no mark.
    (plain && !piece[..numeral.end].contains(is_space)).then_some((value, numeral.style != Style::Arabic, numeral.end))
}

/// 第一部分, 第二章, 第三节: above all others.
fn part_mark(piece: &str) -> Option<(u8, u32, usize)> {
    let rest = piece.strip_prefix('第')?;
    let (value, _, len) = number(rest)?;
    let words = [("部分", 0), ("编", 0), ("篇", 0), ("章", 1), ("节", 2)];
    let (word, rank) = words.into_iter().find(|(w, _)| rest[len..].starts_with(w))?;
    let after = &rest[len + word.len()..];
    let mark = after.trim_start_matches(|c| is_space(c) || matches!(c, '、' | '：' | ':' | '.' | '．'));
    // 第一部分信息 is a phrase: a heading has something between mark and title.
    (mark.len() < after.len()).then_some((rank, value, piece.len() - mark.len()))
}

/// （一） (1) ⑴, and 1） without the opening bracket.
fn bracketed_mark(piece: &str) -> Option<(u8, u32, usize)> {
    let rest = piece.strip_prefix(['（', '(']);
    let inner = rest.unwrap_or(piece);
    let spaces = inner.len() - inner.trim_start_matches(is_space).len();
    let (value, chinese, len) = number(&inner[spaces..])?;
    let tail = inner[spaces + len..].trim_start_matches(is_space);
    let after = tail.strip_prefix(['）', ')'])?;
    if rest.is_none() && chinese {
        return None;
    }
    let after = after.strip_prefix('、').unwrap_or(after).trim_start_matches(is_space);
    Some((if chinese { 4 } else { 6 }, value, piece.len() - after.len()))
}

/// 一、 and 1. 1、 １．
fn plain_mark(piece: &str) -> Option<(u8, u32, usize)> {
    let (value, chinese, len) = number(piece)?;
    let tail = piece[len..].trim_start_matches(is_space);
    let after = tail.strip_prefix(['、', '.', '．'])?;
    let title = after.trim_start_matches(is_space);
    // 1.5万元 is a number; 三、四线城市 and 1、2、3 are lists.
    let next = title.chars().next().and_then(glyph);
    let listed = match next {
        // 一、12345热线: a mark in Chinese and a number in Arabic digits are no list.
        Some(Glyph::Arabic(_)) if after.len() == title.len() && !(chinese && tail.starts_with('、')) => {
            let digits = title.trim_start_matches(is_digit);
            // 二、2013年工作安排
            !(digits.starts_with('年') && title.len() - digits.len() >= 4)
        }
        Some(Glyph::Digit(_)) => {
            let run = title.trim_start_matches(|c| matches!(glyph(c), Some(Glyph::Digit(_))));
            run.starts_with(['、', '线', '产', '期', '类', '级'])
        }
        _ => false,
    };
    (!listed).then_some((if chinese { 3 } else { 5 }, value, piece.len() - title.len()))
}

fn circled_mark(piece: &str) -> Option<(u8, u32, usize)> {
    let c = piece.chars().next()?;
    let value = match c {
        '①'..='⑳' => c as u32 - '①' as u32,
        '⑴'..='⒇' => c as u32 - '⑴' as u32,
        '⒈'..='⒛' => c as u32 - '⒈' as u32,
        '㈠'..='㈩' => c as u32 - '㈠' as u32,
        _ => return None,
    };
    let rank = match c {
        '⒈'..='⒛' => 5,
        '㈠'..='㈩' => 4,
        _ => 6,
    };
    let rest = &piece[c.len_utf8()..];
    let title = rest.trim_start_matches(|c| is_space(c) || c == '、' || c == '.');
    Some((rank, value + 1, piece.len() - title.len()))
}

struct Title {
    span: Span,
    /// Where the body begins.
    end: usize,
    /// Nothing stands behind it on its line.
    alone: bool,
}

/// The title of a paragraph that begins with a mark; none where the paragraph is an item of a list.
fn heading(text: &str, mark: &Mark, body: Span) -> Option<Title> {
    let piece = &text[body.range()];
    // The stop of a title is no further in.
    let near = piece.char_indices().nth(LONGEST_HEAD).map_or(piece.len(), |(at, _)| at);
    let brackets = bracket::pairs(&punctuation(text, Span::new(body.start, body.start + near)));
    let mut nesting = bracket::Nesting::new(&brackets);
    let stop = piece[..near]
        .char_indices()
        .find(|&(i, c)| matches!(c, '。' | '：' | ':') && nesting.around(body.start + i).innermost.is_none());
    let (title_len, end) = match stop {
        Some((i, c)) => (i, body.start + i + c.len_utf8()),
        None => (piece.len(), body.end),
    };
    if title_len > 3 * LONGEST_HEAD {
        return None;
    }
    let around = |c| is_space(c) || matches!(c, '；' | ';' | '.' | '，' | ',');
    let title = piece[..title_len].trim_start_matches(around);
    let start = body.start + title_len - title.len();
    let title = title.trim_end_matches(around);
    let span = Span::new(start, start + title.len());
    let alone = text[end..body.end].trim_matches(is_space).is_empty();
    let length = title.chars().filter(|c| !is_space(*c)).count();
    // 1.主动公开； is an item; 1.收入情况。全区收入42亿元，…； has a body that a line break ends.
    let listed = piece.trim_end_matches(is_space).ends_with(['；', ';']) && stop.is_none_or(|(_, c)| c != '。');
    let item =
        alone && stop.is_some() && mark.rank >= 5 && (length > LONGEST_CLOSED_TITLE || title.contains(['，', ',']));
    let wordless = !title.chars().any(char::is_alphabetic);
    if length == 0 || length > LONGEST_TITLE || listed || item || wordless {
        return None;
    }
    Some(Title { span, end, alone })
}

/// The paragraphs of a text, white space at their ends left out.
///
/// A line is a paragraph, unless the text is wrapped (PDF): then a full line goes on in the next one. A line is full where
/// what begins the next one had no room in it; a text is wrapped where its lines are short and half of the full ones
/// stop in mid-sentence. In any text, a line of prose (it has a comma or a stop inside) that nothing closes goes on in
/// one that is hardly wider. A page mark between the two stands inside the paragraph then.
///
/// Lines that tables stand on are none.
pub(crate) fn paragraphs(text: &str, tables: &[Span]) -> Vec<Span> {
    let mut lines = lines(text);
    if !tables.is_empty() {
        let among = |line: Span| {
            let next = tables.partition_point(|table| table.end <= line.start);
            tables.get(next).is_some_and(|table| table.start < line.end)
        };
        lines.retain(|line| !among(line.span));
    }
    let full = full_width(text, &lines);
    let mut found: Vec<Span> = Vec::with_capacity(lines.len());
    // The line that goes on in the next one, and the page marks that came between.
    let mut open: Option<Line> = None;
    let mut marks: Vec<Span> = Vec::new();
    for line in lines {
        let piece = &text[line.span.range()];
        let page = page_mark(piece);
        // What a sentence ends, or a heading, goes on over no more than a blank line on each side of a mark.
        let loose = |open: Line| !closed(&text[open.span.range()]) && mark(text, open.span).is_none();
        let blanks = |open: Line| 2 * marks.len() + usize::from(!marks.is_empty() && loose(open));
        // Nothing goes on over a table.
        let over = |open: Line| {
            let next = tables.partition_point(|table| table.end <= open.span.end);
            tables.get(next).is_some_and(|table| table.start < line.span.start)
        };
        let near = |open: Line| line.number <= open.number + 1 + marks.len() + blanks(open) && !over(open);
        // Behind a full stop a bare number is more often one of a list than one of a page.
        if page && open.is_some_and(|o| !closed(&text[o.span.range()]) || page_number(piece)) {
            marks.push(line.span);
            continue;
        }
        let indented =
            text[line.begin..line.span.start].contains(['\u{3000}', '\t']) || line.span.start - line.begin >= 4;
        // 解读形式单⏎一、更新不够: the numeral goes on a sentence of several lines.
        let amid = |paragraph: Span| {
            let open = open.filter(|o| !closed(&text[o.span.range()]) && is_full(text, *o, line, full));
            open.is_some_and(|o| o.span.start > paragraph.start)
        };
        let item = |mark| open.is_some() && found.last().is_some_and(|p| listed(text, *p, mark) || amid(*p));
        let marked = || mark(text, line.span).is_some_and(|mark| !item(mark));
        let fresh = indented || page || marked();
        match found.last_mut() {
            Some(last) if !fresh && open.is_some_and(|o| near(o) && wraps(text, o, line, full)) => {
                last.end = line.span.end;
                marks.clear();
            }
            _ => {
                found.append(&mut marks);
                found.push(line.span);
            }
        }
        // In a wrapped text a full line may end with a sentence by chance.
        open = (!page && (full.is_some() || !closed(piece))).then_some(line);
    }
    found.append(&mut marks);
    found
}

/// （一）抓好学习；（二）规范程序；⏎（三）加大投入: whether the item before stands inside the paragraph.
fn listed(text: &str, paragraph: Span, mark: Mark) -> bool {
    /// So far back it is looked for, in bytes.
    const LONGEST_ITEM: usize = 600;
    let before = &text[last_of(text, paragraph, LONGEST_ITEM).range()];
    let item =
        |at: usize| bracketed_mark(&before[at..]).is_some_and(|(rank, n, _)| (rank, n + 1) == (mark.rank, mark.number));
    before.match_indices(['（', '(']).any(|(at, _)| at > 0 && item(at))
}

/// A line that wants no more columns is full.
const FULL: usize = 2;

/// Whether what begins the next line had no room in this one.
fn is_full(text: &str, line: Line, next: Line, full: Option<usize>) -> bool {
    full.is_some_and(|full| line.width + unbroken(&text[next.span.range()]) + FULL >= full)
}

/// Whether a line goes on in the next one.
fn wraps(text: &str, line: Line, next: Line, full: Option<usize>) -> bool {
    let said = &text[line.span.range()];
    let following = &text[next.span.range()];
    // Behind a full stop a salutation, a heading or a name begins anew.
    let filled = is_full(text, line, next, full);
    let short = || full.is_some_and(|full| next.width * 2 < full) && !closed(following);
    let salutes = || following.ends_with(['：', ':']) && !following.contains('。');
    if filled && !(closed(said) && (short() || salutes())) {
        return true;
    }
    if closed(said) {
        return false;
    }
    let prose = said.contains(['，', '。', '；', ',', ';']) || said.matches('（').count() > said.matches('）').count();
    // A salutation begins anew.
    let greeting = following.ends_with(['：', ':']);
    // 发放补贴4362.8|万元, 牛羊肉0.31万|吨: a number is not parted from its scale, nor that from its unit.
    let bare = said.trim_end_matches(['万', '亿']);
    let number =
        bare.ends_with(is_digit) && !said.contains(['：', ':']) && said.chars().filter(|c| is_han(*c)).count() > 3;
    let scaled = || {
        // 人均 is no unit, 万州 and 余杭 are no scales.
        let unit = |at| Units::built_in().at(text, at, next.span.end).is_some_and(|f| matches!(f.row, Row::Unit(_)));
        match following.chars().next() {
            _ if bare.len() < said.len() => unit(next.span.start),
            Some('%' | '％') => true,
            Some(scale @ ('万' | '亿' | '余' | '多')) => unit(next.span.start + scale.len_utf8()),
            _ => false,
        }
    };
    number && scaled() || prose && !greeting && 3 * next.width <= 4 * line.width
}

/// The columns of what no line break parts at the beginning of a line: a number or a word in Latin letters, else a
/// character.
fn unbroken(line: &str) -> usize {
    let breaks = |c: char| !(c.is_ascii_alphanumeric() || is_digit(c) || matches!(c, '.' | ',' | '%'));
    width(&line[..line.find(breaks).unwrap_or(line.len())]).max(2)
}

#[derive(Clone, Copy)]
struct Line {
    number: usize,
    /// Where the line begins, indentation included.
    begin: usize,
    span: Span,
    /// Columns, those of an indentation with them: two for a Chinese character.
    width: usize,
}

fn lines(text: &str) -> Vec<Line> {
    /// Of the indentation of a paragraph; a line in the middle or at the right has more.
    const DEEPEST: usize = 4;
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let (mut number, mut at) = (0, 0);
    // A lone carriage return ends a line too.
    for end in memchr::memchr2_iter(b'\n', b'\r', bytes).chain([bytes.len()]) {
        let piece = &text[at..end];
        let inner = piece.trim_start_matches(is_space);
        let begin = at + piece.len() - inner.len();
        let inner = inner.trim_end_matches(is_space);
        if !inner.is_empty() {
            let indent = width(&text[at..begin]).min(DEEPEST);
            let span = Span::new(begin, begin + inner.len());
            found.push(Line { number, begin: at, span, width: indent + width(inner) });
        }
        number += usize::from(bytes.get(end) == Some(&b'\n'));
        at = end + 1;
    }
    found
}

/// How many columns a line takes: two for each character that is not of ASCII.
fn width(line: &str) -> usize {
    // So many bytes that a byte counts their columns; the compiler makes this one instruction for many of them.
    const COUNTED: usize = 120;
    let columns = |&byte: &u8| u8::from(byte < 0x80) + 2 * u8::from(byte >= 0xc0);
    line.as_bytes().chunks(COUNTED).map(|chunk| usize::from(chunk.iter().map(columns).sum::<u8>())).sum()
}

/// The width of a full line, where the text is wrapped.
fn full_width(text: &str, lines: &[Line]) -> Option<usize> {
    /// Wider lines are paragraphs.
    const WIDEST: usize = 120;
    /// Fewer full lines than this prove nothing.
    const FEWEST: usize = 5;
    // One line in twenty may be wider: addresses and numbers do not break, and marks hang over.
    let mut widths: Vec<usize> = lines.iter().map(|l| l.width).collect();
    let last = widths.len().checked_sub(1 + widths.len() / 20)?;
    let widest = *widths.select_nth_unstable(last).1;
    if widest > WIDEST {
        return None;
    }
    let full = || lines.iter().filter(|l| l.width * 10 >= widest * 8);
    let mut open: Vec<usize> = full().filter(|l| !closed(&text[l.span.range()])).map(|l| l.width).collect();
    if open.len() < FEWEST || open.len() * 2 < full().count() {
        return None;
    }
    let middle = open.len() / 2;
    Some(*open.select_nth_unstable(middle).1)
}

fn closed(line: &str) -> bool {
    line.ends_with(['。', '！', '？', '；', '：', '!', '?', ';', ':'])
}

/// A line of bare numbers: the marked line before it is a row of a table that lost its layout.
fn figures_only(line: &str) -> bool {
    let figure = |c: char| is_space(c) || matches!(glyph(c), Some(Glyph::Arabic(_) | Glyph::DecimalMark)) || c == '/';
    line.chars().all(figure)
}

/// — 3 —, -1-, 12, 第 1 页 / 共 3 页: a line that only counts pages.
pub(crate) fn page_mark(line: &str) -> bool {
    let mark = |c| matches!(c, '-' | '—' | '－' | '–' | '第' | '页' | '共' | '/' | '／');
    let of_page = |c| mark(c) || is_space(c) || is_digit(c);
    !line.is_empty() && line.chars().all(of_page)
}

/// -3-, 第 3 页: a page mark, which a number alone and one below zero is not.
pub(crate) fn page_number(line: &str) -> bool {
    let dash = |c: char| "-—－–".contains(c);
    let between = line.starts_with(dash) && line.ends_with(dash);
    page_mark(line) && (between || line.contains(['第', '页'])) && line.contains(is_digit)
}
