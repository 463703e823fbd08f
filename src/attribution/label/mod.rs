//! What a figure counts or measures: the words of the text that govern it.
//!
//! The counted noun behind the figure wins where there is one (外设八个分厅); else the words before it, back to
//! the figure before or to the beginning of the clause, without the time, place and manner before the predicate
//! and the linking words at the end; a clause without words of its own takes the label of the figure before
//! (推送128组，392条). The words stand in tables of their own, but for the few that one function alone is about
//! (占, 分别).

mod before;
mod behind;
mod list;
mod noun;

use super::words::*;
use crate::clause::Clauses;
use crate::fact::Kind;
use crate::glyph::{count, is_digit, is_han, is_space};
use crate::quantity::Quantity;
use crate::segment::{Segmenter, Word};
use crate::span::Span;

/// How many figures back a label may be taken from.
const NEAR: usize = 16;
/// How far back the words before a figure are looked at, in characters.
const REACH_BACK: usize = 32;
/// A label longer than this many characters is cut back to its predicate.
const LONGEST: usize = 14;
/// A noun behind a figure is looked for so far.
const REACH: usize = 16;

/// The labels of the figures of one block.
pub(crate) struct Labels<'a> {
    pub(crate) text: &'a str,
    pub(crate) segmenter: &'a Segmenter,
    pub(crate) clauses: &'a Clauses,
    /// The figures of the block, in order, and the clause of each.
    pub(crate) figures: &'a [Quantity],
    pub(crate) homes: &'a [Option<usize>],
    /// What stands in the block and is neither word nor figure: times, marks of order and of pages.
    pub(crate) skips: &'a [Span],
}

impl Labels<'_> {
    /// One label (or none) for every figure of the block.
    pub(crate) fn read(&self) -> Vec<Option<Span>> {
        let mut labels: Vec<Option<Span>> = Vec::with_capacity(self.figures.len());
        // Where the noun that the figure before has taken ends.
        let mut taken = 0;
        let mut nouns: Vec<Option<Span>> = (0..self.figures.len()).map(|i| self.noun_behind(i)).collect();
        // 5类22项80条措施: all of them count the noun behind the last.
        for i in (1..nouns.len()).rev() {
            let [before, next] = [&self.figures[i - 1], &self.figures[i]];
            let counts = before.kind == Kind::Count && next.kind == Kind::Count;
            // 抽查单位68个1352份案卷: but not where one with its own noun begins.
            if nouns[i - 1].is_none() && counts && before.span.end == next.span.start && !self.noun_ahead(i - 1) {
                nouns[i - 1] = nouns[i];
            }
        }
        let mut list = None;
        for i in 0..self.figures.len() {
            if let Some(label) = self.of_list(i, &mut list, &labels) {
                labels.push(Some(label));
                continue;
            }
            let noun = nouns[i];
            if let Some(noun) = noun.filter(|n| !self.does(i, *n) && !self.noun_of_next(i, *n, &nouns)) {
                taken = noun.end;
                labels.push(Some(noun));
                continue;
            }
            if let Some(label) = self.ranked(i, &labels) {
                labels.push(Some(label));
                continue;
            }
            let left = self.left(i, taken);
            let before = self.words_before(self.before_place(i, left)).or_else(|| self.done_to(i, left));
            let label = match (noun, before) {
                (Some(_), Some(before)) => Some(before),
                (Some(noun), None) => {
                    taken = noun.end;
                    Some(noun)
                }
                (None, Some(before)) => {
                    let behind = self.limited(i).or_else(|| self.some_of(i, before)).or_else(|| self.acts(i, before));
                    behind.or(Some(before))
                }
                (None, None) => {
                    // 5小时内发声、24小时内举行发布会.
                    let listed = || self.text[..self.figures[i].span.start].ends_with('、');
                    let within =
                        || listed().then(|| self.subject_of_list(i, &nouns).or_else(|| self.limited(i))).flatten();
                    let behind = || within().or_else(|| self.predicate_behind(i));
                    self.before_aside(i).or_else(behind).or_else(|| self.inherited(i, &labels))
                }
            };
            labels.push(label);
        }
        labels
    }

    /// 报装压减至2个环节、不超过5个工作日: what another sort of figure in the list is said of.
    fn subject_of_list(&self, i: usize, nouns: &[Option<Span>]) -> Option<Span> {
        let before = i.checked_sub(1).filter(|&j| self.homes[j] == self.homes[i] && nouns[j].is_some())?;
        let other = self.figures[before].kind == Kind::Count && self.figures[i].kind == Kind::Duration;
        let near = || {
            nouns[before]
                .is_some_and(|n| self.text[n.end..self.figures[i].span.start].trim_end_matches(is_space) == "、")
        };
        (other && near()).then(|| self.words_before(self.left(before, 0)))?
    }

    /// Whether the thing that figure `i` counts stands right before it.
    fn noun_ahead(&self, i: usize) -> bool {
        noun::is_holder(&self.text[..self.figures[i].span.start])
    }

    /// The words of a piece that begins at `start`, the marks of every quotation written “ ”.
    fn words<'p>(&'p self, start: usize, piece: &'p str) -> Vec<Word<'p>> {
        let mut words = self.segmenter.words(piece);
        for word in words.iter_mut().filter(|w| matches!(w.text, "\"" | "‘" | "’" | "「" | "」" | "『" | "』"))
        {
            let at = start + word.span.start;
            let names = &self.clauses.names;
            match names.get(names.partition_point(|n| n.inner.end < at)) {
                Some(name) if name.span.start == at => word.text = "“",
                Some(name) if name.inner.end == at => word.text = "”",
                _ => {}
            }
        }
        words
    }

    fn same_sentence(&self, i: usize, j: usize) -> bool {
        let sentence = |k: usize| self.homes[k].map(|c| self.clauses.clauses[c].sentence);
        sentence(i) == sentence(j)
    }

    /// What the clause says before figure `i`, back to the figure before it; an aside that ends there is skipped.
    fn left(&self, i: usize, taken: usize) -> Span {
        let figure = self.figures[i].span;
        let clause = self.homes[i].map_or(figure, |c| self.clauses.clauses[c].span);
        let mut start = clause.start.min(figure.start);
        if let Some(before) = i.checked_sub(1).map(|j| self.figures[j].span) {
            // A figure inside an aside does not part the words outside of it.
            let opened = self.clauses.asides.partition_point(|a| a.start <= before.start);
            let aside = opened.checked_sub(1).map(|k| self.clauses.asides[k]);
            match aside.filter(|a| a.contains(before) && !a.contains(figure)) {
                Some(aside) if aside.start >= start => {
                    let outside = self.figures.partition_point(|f| f.span.end <= aside.start);
                    if let Some(last) = outside.checked_sub(1).map(|k| self.figures[k].span.end) {
                        start = start.max(last);
                    }
                    if self.text[aside.end..figure.start].trim_matches(|c| is_space(c) || c == '、').is_empty() {
                        return Span::new(start, aside.start);
                    }
                    start = start.max(aside.end);
                }
                _ => start = start.max(before.end).max(taken),
            }
        }
        let mut span = Span::new(start.min(figure.start), figure.start);
        let end = self.text[span.range()].trim_end_matches(is_space).len() + span.start;
        let at = self.clauses.asides.partition_point(|a| a.end < end);
        if let Some(aside) = self.clauses.asides.get(at).filter(|a| a.end == end && a.start > span.start) {
            span.end = aside.start;
        }
        span
    }

    /// 下放31项、调整12项: in a list a word of change may be what was done.
    fn done_to(&self, i: usize, left: Span) -> Option<Span> {
        let before = &self.figures[i.checked_sub(1)?];
        let piece = self.after_separator(left);
        let listed = piece.start > left.start && before.span.end == left.start;
        let alike =
            self.figures[i].kind == Kind::Count && before.kind == Kind::Count && before.unit == self.figures[i].unit;
        (listed && alike && DONE_TO.contains(&&self.text[piece.range()])).then_some(piece)
    }

    /// Behind a figure, without the 、 or 和 that joins the next one to it.
    fn after_separator(&self, span: Span) -> Span {
        let piece = &self.text[span.range()];
        let follows = self.figures.binary_search_by_key(&span.start, |f| f.span.end).is_ok() || piece.starts_with('、');
        if !follows {
            return span;
        }
        // 796元/月|提高至: what the figure before is for, up to the word of change.
        let per = || {
            let rest = piece.strip_prefix(['/', '／'])?;
            let end = rest.char_indices().take(6).find(|(_, c)| "由提降增减调上下达升涨回至到为，,".contains(*c));
            end.map(|(at, _)| &rest[at..])
        };
        let rest = per().or_else(|| SEPARATORS.iter().find_map(|w| piece.strip_prefix(w)));
        rest.map_or(span, |rest| Span::new(span.end - rest.len(), span.end))
    }

    /// 得分91分，位列全省88个县第16位: behind the number of those ranked, a rank is one of what the clause before counts.
    fn ranked(&self, i: usize, labels: &[Option<Span>]) -> Option<Span> {
        let clause = self.clauses.clauses[self.homes[i]?].span;
        let among = i
            .checked_sub(1)
            .filter(|&j| self.figures[i].kind == Kind::Rank && clause.contains(self.figures[j].span))?;
        let lead = &self.text[clause.start..self.figures[among].span.start];
        // 9个区域医疗中心开诊运营、居全国|第2位: behind what those do.
        let own = Span::new(self.figures[among].span.end, self.before_place(i, self.left(i, 0)).end);
        let own = Span::new(labels[among].map_or(own.start, |l| l.end.max(own.start)).min(own.end), own.end);
        let own = self.text[own.range()].trim_matches(before::pause);
        let does = |w: &Word<'_>| w.tag.starts_with('v') && !w.text.ends_with(['速', '幅', '率', '量', '额']);
        if !own.is_empty() && self.words(0, own).iter().all(does) {
            return labels[among];
        }
        // 更新量在13个县中居第4位: the thing ranked stands before 在.
        let gap = &self.text[self.figures[among].span.end..self.figures[i].span.start];
        let at = lead.rfind('在').filter(|_| gap.contains('中'));
        if let Some(label) = at.and_then(|at| self.words_before(Span::new(clause.start, clause.start + at))) {
            return Some(label);
        }
        // 综合指数为3.98，在13个市中排名第4位: its clause may be the one before.
        let ahead = at.filter(|&at| lead[..at].trim_matches(is_space).is_empty()).and_then(|_| {
            let home = self.homes[i]?;
            let (here, clause) = (self.clauses.clauses[home], self.clauses.clauses[home.checked_sub(1)?]);
            let said = &self.text[clause.span.range()];
            let rest = said.trim_end_matches(|c: char| is_digit(c) || c == '.');
            let near = clause.sentence == here.sentence && clause.depth == here.depth && rest.len() < said.len();
            near.then(|| Span::new(clause.span.start, clause.span.start + rest.len()))
        });
        if let Some(label) = ahead.and_then(|clause| self.words_before(clause)) {
            return Some(label);
        }
        let placed = RANKING.iter().any(|w| lead.trim_start_matches(is_space).starts_with(w));
        let before = self.figures.partition_point(|f| f.span.start < clause.start).checked_sub(1)?;
        (placed && self.same_sentence(i, before)).then(|| labels[before])?
    }

    /// A rank is labelled by the thing ranked: what stands before 位列 and its like.
    fn before_place(&self, i: usize, span: Span) -> Span {
        if self.figures[i].kind != Kind::Rank {
            return span;
        }
        let piece = &self.text[span.range()];
        let cut = RANKING.iter().filter_map(|w| piece.rfind(w)).min();
        Span::new(span.start, cut.map_or(span.end, |at| span.start + at))
    }

    /// 市规划局（71件）、市房管局（40件）: the item before the bracket, where no figure stands between.
    fn before_aside(&self, i: usize) -> Option<Span> {
        let figure = self.figures[i].span;
        let aside = self.clauses.aside_around(figure)?;
        let open = self.text[aside.start..].chars().next().map_or(0, char::len_utf8);
        if !self.text[aside.start + open..figure.start].trim_matches(is_space).is_empty() {
            return None;
        }
        let before = self.clauses.clauses.partition_point(|c| c.span.start < aside.start);
        let clause = self.clauses.clauses[..before].iter().rev().take(8).find(|c| c.span.contains(aside))?;
        let start = i.checked_sub(1).map_or(0, |j| self.figures[j].span.end);
        // Behind the bracket of the figure before.
        let start = self.text[start..aside.start].rfind(['）', ')']).map_or(start, |at| start + at);
        let span = Span::new(clause.span.start.max(start), aside.start.max(clause.span.start.max(start)));
        let span = match self.text[span.range()].rfind('、') {
            Some(at) => Span::new(span.start + at + '、'.len_utf8(), span.end),
            None => span,
        };
        self.words_before(span)
    }

    /// 其中： and 情况如下： name nothing.
    fn opens_list(&self, words: Span) -> bool {
        let said = &self.text[words.range()];
        let figure = self.figures.partition_point(|f| f.span.end <= words.start);
        said.ends_with("如下") || self.figures.get(figure).is_some_and(|f| f.span.start < words.end)
    }

    /// The label of the figure before: in the same sentence, else in the same block. A figure outside an aside does
    /// not take it from one inside. In its default, the words of the clause before.
    fn inherited(&self, i: usize, labels: &[Option<Span>]) -> Option<Span> {
        let home = self.homes[i]?;
        let clause = self.clauses.clauses[home];
        let depth = |j: usize| self.homes[j].map_or(0, |c| self.clauses.clauses[c].depth);
        // 收入31.56亿元，为预算31.18亿元的101.2%，占全市的36.5%: what a percentage is of is no subject.
        let base = |j: usize| {
            let next = self.figures.get(j + 1).filter(|next| next.kind == Kind::Percent);
            next.is_some_and(|next| {
                &self.text[self.figures[j].span.end..next.span.start.max(self.figures[j].span.end)] == "的"
            })
        };
        let from = |j: &usize| depth(*j) <= clause.depth && labels[*j].is_some() && !base(*j);
        let before = || (0..i).rev().take(NEAR);
        // 加工转化率与上年持平，为68.4%: what is only linked has its subject in the clause before.
        let lead = self.text[clause.span.start.min(self.figures[i].span.start)..self.figures[i].span.start]
            .trim_matches(before::pause);
        let linked = matches!(lead, "为" | "是" | "达" | "达到" | "约为");
        // 电话咨询：415件.
        let ahead = self.text[..clause.span.start].trim_end_matches(is_space);
        let told = home.checked_sub(1).map(|k| self.clauses.clauses[k].span).filter(|_| ahead.ends_with(['：', ':']));
        if let Some(words) = told.and_then(|span| self.words_before(span)).filter(|w| !self.opens_list(*w)) {
            return Some(words);
        }
        let labelled = before().find(from);
        let near = labelled.filter(|&j| self.same_sentence(i, j));
        let previous = self.clauses.clauses[..home]
            .iter()
            .rev()
            .take(4)
            .find(|c| c.sentence == clause.sentence && c.depth <= clause.depth && c.span.end <= clause.span.start);
        let previous = previous.filter(|c| !self.holds_figure(c.span)).map(|c| c.span);
        // 从申请渠道看，217件通过网络提交: by what is sorted names nothing.
        let sorts = |words: &Span| self.text[words.range()].ends_with(['看', '分']);
        let words = || previous.and_then(|clause| self.words_before(clause)).filter(|w| !sorts(w));
        let near_label = near.and_then(|j| labels[j]);
        if SUMMED_UP.contains(&lead)
            && let Some(words) = self.summed_up(i, near.zip(near_label), previous)
        {
            return Some(words);
        }
        // 参保1.4万人；养老金标准再次提高，人均增加156元: behind a semicolon the clause before comes first, but for a cause.
        let gap = |j: usize| &self.text[self.figures[j].span.end..self.figures[i].span.start];
        let subject = |clause: Span| {
            let said = self.text[clause.range()].trim_start_matches(is_space);
            count(said) > 5 && !CAUSES.iter().any(|word| said.starts_with(word))
        };
        let parted = near.is_some_and(|j| gap(j).contains(['；', ';'])) && previous.is_some_and(subject);
        let told = if parted || linked { words().or(near_label) } else { near_label.or_else(words) };
        told.or_else(|| labelled.and_then(|j| labels[j]))
    }

    fn holds_figure(&self, span: Span) -> bool {
        let next = self.figures.partition_point(|f| f.span.start < span.start);
        self.figures.get(next).is_some_and(|f| span.contains(f.span))
    }

    /// What figure `i` sums up (共15份) of the labelled figure before, or of the clause before, which has none.
    fn summed_up(&self, i: usize, near: Option<(usize, Span)>, previous: Option<Span>) -> Option<Span> {
        // 其余为部门动态，计40条.
        if let Some(clause) = previous {
            let said = self.text[clause.range()].trim_start_matches(is_space);
            let rest = REMAINING.iter().any(|w| said.starts_with(w));
            return rest.then(|| self.words_before(clause))?;
        }
        // 公示5个村的清单，共15份: what those that were counted have.
        let (j, label) = near?;
        let clause = self.clauses.clauses[self.homes[j]?].span;
        let rest = Span::new(label.end, clause.end.max(label.end));
        let own = self.figures[j].span.end <= label.start && self.figures[j].unit != self.figures[i].unit;
        let alone = own && !self.holds_figure(rest) && self.text[rest.range()].contains(is_han);
        alone.then(|| self.words_before(rest))?
    }
}

/// Whether a predicate begins at word `i`; in 信息公开 and 政务公开 none does.
fn predicate_at(words: &[Word<'_>], i: usize) -> bool {
    let before = i.checked_sub(1).map_or("", |k| words[k].text);
    let compound = words[i].text == "公开" && DISCLOSED.contains(&before);
    // 项目批准和|实施信息: what 和 joins to another word does not begin anything.
    !compound && !SEPARATORS.contains(&before) && predicate(&words[i])
}

fn predicate(word: &Word<'_>) -> bool {
    PREDICATES.contains(word.text) || word.tag == "v" && word.text.chars().count() > 1
}

/// Characters from the first word to the last.
fn length(words: &[Word<'_>]) -> usize {
    words.iter().map(|w| count(w.text)).sum()
}
