//! Lists whose names and figures stand apart: A、B、C分别为1、2、3.

use super::super::words::{ONE_BY_ONE, PRICED, SHARED_NOUNS};
use super::{Labels, REACH_BACK};
use crate::glyph::{count, is_han, last_chars};
use crate::span::Span;

/// A clause of names is no longer than so many bytes.
const LONGEST_NAMES: usize = 300;

/// Between two figures of a list stand no more characters.
const LONGEST_JOINT: usize = 2;

/// What a clause with 分别 says of all of its figures.
pub(super) struct List {
    /// Index of the clause.
    clause: usize,
    /// The first of its figures, and how many it has; none where it has no such word.
    first: usize,
    count: usize,
    /// The names before the word.
    names: Vec<Span>,
    /// Whether no words of its own stand before the word.
    bare: bool,
}

impl Labels<'_> {
    /// A、B分别为1、2: the names of a list go to its figures one by one.
    pub(super) fn of_list(&self, i: usize, lists: &mut Option<List>, labels: &[Option<Span>]) -> Option<Span> {
        let home = self.homes[i]?;
        if lists.as_ref().is_none_or(|list| list.clause != home) {
            *lists = Some(self.list(home));
        }
        let list = lists.as_ref()?;
        // 依次是甲区8126条、乙区6950条: with names of their own nothing is dealt out.
        let named = self.figures.get(list.first + 1).filter(|_| list.count > 1).is_some_and(|next| {
            let before = self.figures[list.first].span.end;
            let asides = &self.clauses.asides;
            let aside = asides.get(asides.partition_point(|a| a.start < before)).filter(|a| a.end <= next.span.start);
            let from = aside.map_or(before, |a| a.end);
            count(&self.text[from..next.span.start.max(from)]) > LONGEST_JOINT
        });
        if list.count < 2 || named {
            return None;
        }
        let nth = i - list.first;
        if list.names.len() == list.count {
            let (name, last) = (list.names.get(nth).copied().filter(|s| !s.is_empty())?, *list.names.last()?);
            // 城镇和农村居民收入分别为…: a short one has its noun from the last.
            let length = |span: Span| count(&self.text[span.range()]);
            // 收到、办结申请分别为: what is done is told by its own word.
            let done = || self.words(name.start, &self.text[name.range()]).iter().any(|w| w.tag.starts_with('v'));
            let two = list.count == 2 && !self.text[last.range()].contains(['等', '级']);
            let short = || two && length(name) < 3 && length(last) > length(name) + 3;
            // 制造业、普惠小微贷款余额分别增长: what is measured stands behind the last.
            let said = &self.text[name.range()];
            let measured = || {
                let last = &self.text[last.range()];
                let noun = SHARED_NOUNS.iter().find(|w| last.len() > w.len() && last.ends_with(**w));
                noun.is_some()
                    && said.chars().all(is_han)
                    && !SHARED_NOUNS.iter().any(|w| said.ends_with(w))
                    && !said.ends_with(['率', '值', '额', '量', '数'])
            };
            // Of three and more names each is its own, but for 第一、二、三产业增加值.
            let few = two || length(name) < 3;
            let shares = (short() || few && measured()) && !done();
            return Some(if shares { Span::new(name.start, last.end) } else { name });
        }
        // 同比分别增长6.5%、9.4%: one by one as the list before.
        let before = list.first.checked_sub(list.count)?;
        (list.bare && self.same_sentence(before, i)).then(|| labels[before + nth])?
    }

    /// The list of a clause, for all of its figures.
    pub(super) fn list(&self, home: usize) -> List {
        let clause = self.clauses.clauses[home].span;
        let first = self.figures.partition_point(|f| f.span.start < clause.start);
        let mut list = List { clause: home, first, count: 0, names: Vec::new(), bare: false };
        let head = &self.text[clause.start..self.figures.get(first).map_or(clause.start, |f| f.span.start)];
        let near = last_chars(head, 2 * REACH_BACK);
        let start = clause.start + head.len() - near.len();
        let Some(word) = ONE_BY_ONE.all(near).next() else { return list };
        let at = word.start;
        let own = self.words_before_list(Span::new(start, start + at));
        // 按当年价格比上年分别上涨: by what is counted names nothing.
        let own = if PRICED.iter().any(|w| self.text[own.range()].starts_with(w)) {
            Span::new(own.start, own.start)
        } else {
            own
        };
        list.count = self.figures.partition_point(|f| f.span.end <= clause.end) - first;
        list.names =
            if own.is_empty() { self.names_before(first, list.count) } else { split(self.text, own, list.count) };
        list.bare = list.names.len() != list.count && self.words_before(Span::new(start, start + at)).is_none();
        list
    }

    /// 主要集中在征地拆迁、城市规划等方面，分别为74宗、31宗: the names of the clause before.
    fn names_before(&self, i: usize, count: usize) -> Vec<Span> {
        let before = || {
            let home = self.homes[i]?;
            let here = self.clauses.clauses[home];
            let clause = self.clauses.clauses[home.checked_sub(1)?];
            let figures = self.figures.partition_point(|f| f.span.end <= clause.span.start);
            let piece = &self.text[clause.span.range()];
            let from =
                ["在", "为", "有", "是"].iter().filter_map(|w| Some(piece.find(w)? + w.len())).min().unwrap_or(0);
            // 申请较多的三个领域为|甲、乙、丙: a figure before them is none of the names.
            let names = Span::new(clause.span.start + from, clause.span.end);
            let counted = self.figures[figures..].iter().take_while(|f| f.span.start < names.end);
            let counted = counted.into_iter().any(|f| f.span.end > names.start);
            (clause.sentence == here.sentence && clause.depth == here.depth && !counted).then_some(names)
        };
        let Some(names) = before().filter(|c| c.len() <= LONGEST_NAMES) else { return Vec::new() };
        let piece = &self.text[names.range()];
        let end = piece.rfind('等').filter(|at| *at > 0).unwrap_or(piece.len());
        split(self.text, Span::new(names.start, names.start + end), count)
    }

    /// The names before 分别, without what opens the clause.
    pub(super) fn words_before_list(&self, span: Span) -> Span {
        let words = self.words(span.start, &self.text[span.range()]);
        let words = self.without_openers(span.start, self.without_links(span.start, &words));
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => Span::new(span.start + first.span.start, span.start + last.span.end),
            _ => Span::new(span.start, span.start),
        }
    }
}

/// What parts the names of a list, from all to the surest: 和 and 及 stand inside of names too (普及率).
const PARTED_BY: [&[char]; 6] =
    [&['、', '和', '与', '及'], &['、', '和', '与'], &['、', '和'], &['、', '及'], &['、', '与'], &['、']];

/// The items of a list of names, parted so that there are as many as figures where they can be.
fn split(text: &str, span: Span, count: usize) -> Vec<Span> {
    let mut ways = PARTED_BY.iter().map(|marks| items(text, span, marks));
    let all = ways.next().unwrap_or_default();
    // 和平区、沈河区及大东区: no name is empty.
    let fits = |items: &Vec<Span>| items.len() == count && items.iter().all(|item| !item.is_empty());
    if fits(&all) { all } else { ways.find(fits).unwrap_or(all) }
}

fn items(text: &str, span: Span, marks: &[char]) -> Vec<Span> {
    let mut items = Vec::new();
    let mut start = span.start;
    for (i, mark) in text[span.range()].match_indices(marks) {
        items.push(Span::new(start, span.start + i));
        start = span.start + i + mark.len();
    }
    items.push(Span::new(start, span.end));
    items
}
