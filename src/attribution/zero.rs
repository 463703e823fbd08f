//! Stated zeros: what a sentence denies receiving, handling, having or being charged, one zero for every thing.
//!
//! A negation counts where a verb of happening stands behind it (未收到), or a thing that reports count (无投诉,
//! 零差错). What is denied follows it to the end of the clause, or stands before it where nothing follows
//! (行政复议、行政诉讼均未发生). An aim, a condition, a question and a relative clause deny nothing.

use aho_corasick::{AhoCorasick, MatchKind};
use once_cell::sync::Lazy;

use super::words::{
    AIMS, ASKED_BY, ASKING, BEFORE_NEGATION, CHARGES, DENIALS_AFTER_ALL, DENIED, DENYING, DOINGS, DONE, EVENT_ADVERBS,
    EVENTS, GENERIC, GIVERS, GOING_ON, MADE, MAKING, MODIFYING, NO_AIMS, NO_DENIALS, NO_EVENTS, NO_THING_OPENS,
    NO_THINGS, OCCURRENCES, OWN_BODIES, OWN_TIMES, PASSIVE, PREDICATES, RECORDS, SINGLE,
};
use crate::clause::{Clause, Clauses};
use crate::fact::Kind;
use crate::glyph::{count, is_letter, is_space, last_of};
use crate::lexicon::Lexicon;
use crate::segment::Segmenter;
use crate::span::Span;

/// A thing of which the text says that there was none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Zero {
    /// The negating words.
    pub(crate) span: Span,
    /// What is denied.
    pub(crate) label: Span,
    /// An amount where a charge is denied, else a count.
    pub(crate) kind: Kind,
}

/// A label is not much longer than this many characters.
const LONGEST: usize = 16;
/// 我县, 本单位, 全系统 have no more characters.
const LONGEST_BODY: usize = 5;
/// What is denied is a phrase of no more than so many bytes.
const LONGEST_OBJECT: usize = 240;
/// What makes a denial none stands so many bytes before it at most.
const LOOK_BACK: usize = 240;
/// How far a verb may stand behind its negation: 未因政府信息公开被提起.
const REACH: usize = 24;

/// The negations of a stretch of text that may deny something; cheap, and asked before the text is cut up.
pub(crate) fn negations(text: &str, span: Span) -> Vec<Negation> {
    let piece = &text[span.range()];
    let mut negations: Vec<Negation> = Vec::new();
    for word in NEGATIONS.find_iter(piece) {
        let at = span.start + word.start();
        if negations.last().is_some_and(|n| at < n.span.end) {
            continue;
        }
        negations.extend(negation(text, span, at));
    }
    negations
}

/// A few words in all of the text: by bytes, many at a time.
static NEGATIONS: Lazy<AhoCorasick> = Lazy::new(|| {
    let builder = || AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(DENYING);
    builder().expect("a few short words are no more than the automaton holds")
});

/// The words of an aim (yes), and those that only hold one (no).
static AIM_WORDS: Lazy<Lexicon<bool>> = Lazy::new(|| {
    let aims = AIMS.iter().map(|word| (*word, true));
    Lexicon::new(aims.chain(NO_AIMS.iter().map(|word| (*word, false))))
});

/// A negation, and in which way it denies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Negation {
    pub(crate) span: Span,
    form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// 未收到: with a verb of happening, which may be the thing itself (未收费).
    Event { verb: Span },
    /// 无, 没有: before a thing, or behind it.
    Absence,
    /// 零: before a thing, or behind 为.
    Nought,
}

fn negation(text: &str, span: Span, at: usize) -> Option<Negation> {
    let rest = &text[at..span.end];
    let before = &text[span.start..at];
    let word = DENYING.iter().find(|w| rest.starts_with(**w))?;
    let part = NO_EVENTS.iter().any(|(left, right)| before.ends_with(*left) && rest.starts_with(right));
    let none = || NO_DENIALS.begins(rest) && !DENIALS_AFTER_ALL.iter().any(|w| rest.starts_with(w));
    if part || none() {
        return None;
    }
    let form = match *word {
        "零" => Form::Nought,
        "无" | "不存在" => Form::Absence,
        _ => return event(text, span, at, word),
    };
    Some(Negation { span: Span::new(at, at + word.len()), form })
}

/// 未收到, 从未发生过, 未被提起, 未向申请人收取; 没有 without a verb is an absence.
fn event(text: &str, span: Span, at: usize, word: &str) -> Option<Negation> {
    let start = at - if text[span.start..at].ends_with('从') { '从'.len_utf8() } else { 0 };
    let mut from = at + word.len();
    while let Some(adverb) = EVENT_ADVERBS.iter().find(|w| text[from..span.end].starts_with(**w)) {
        from += adverb.len();
    }
    let verb = |from: usize| {
        let rest = &text[from..span.end];
        // 未制定规范性文件: of all that is made, documents are reported.
        let made = || {
            MAKING.iter().find(|w| {
                rest.strip_prefix(**w).is_some_and(|what| {
                    MADE.iter().any(|m| {
                        what.strip_prefix(m)
                            .is_some_and(|rest| !rest.starts_with(is_letter) || rest.starts_with(['和', '等', '及']))
                    })
                })
            })
        };
        let verb = EVENTS.iter().find(|w| rest.starts_with(**w)).or_else(made)?;
        Some(Span::new(from, from + verb.len()))
    };
    let passive = |from: usize| {
        let rest = text[from..span.end].strip_prefix('被')?;
        let verb = PASSIVE.iter().find(|w| rest.starts_with(**w))?;
        let start = span.end.min(from + '被'.len_utf8());
        Some(Span::new(start, start + verb.len()))
    };
    // 未向申请人收取, 未因政府信息公开被提起: the verb stands behind a phrase.
    let phrase = || {
        let rest = &text[from..span.end];
        let first = rest.chars().next().filter(|c| "向对因就由".contains(*c))?;
        let mut places = rest.char_indices().take(REACH).skip(1).take_while(|(_, c)| !"，。；：,;、".contains(*c));
        places.find_map(|(i, _)| passive(from + i).or_else(|| verb(from + i).filter(|_| first != '因')))
    };
    let found = verb(from).or_else(|| passive(from)).or_else(phrase);
    // 没有收费、减免情况: a thing of a list, and no verb.
    let listed = |verb: &Span| {
        word == "没有" && DENIED.contains(&text[verb.range()]) && text[verb.end..span.end].starts_with('、')
    };
    let verb = match found.filter(|verb| !listed(verb)) {
        Some(verb) => verb,
        None if word == "没有" => {
            return Some(Negation { span: Span::new(start, at + word.len()), form: Form::Absence });
        }
        None => return None,
    };
    let end = verb.end + if text[verb.end..span.end].starts_with('过') { '过'.len_utf8() } else { 0 };
    Some(Negation { span: Span::new(start, end), form: Form::Event { verb } })
}

/// The zeros that the negations of a block state, in the order of the text.
pub(crate) fn read(
    text: &str,
    segmenter: &Segmenter,
    clauses: &Clauses,
    negations: &[Negation],
    figures: &[Span],
) -> Vec<Zero> {
    let homes = clauses.around(negations.iter().map(|n| n.span.start));
    let mut zeros = Vec::new();
    for (k, negation) in negations.iter().enumerate() {
        let Some(home) = homes[k] else { continue };
        let next = negations.get(k + 1).map_or(usize::MAX, |n| n.span.start);
        let denial =
            Denial { text, segmenter, clauses, home: clauses.clauses[home], index: home, negation, next, figures };
        denial.zeros(&mut zeros);
    }
    zeros
}

/// One negation in its clause.
struct Denial<'a> {
    text: &'a str,
    segmenter: &'a Segmenter,
    clauses: &'a Clauses,
    home: Clause,
    index: usize,
    negation: &'a Negation,
    /// Where the next negation begins.
    next: usize,
    figures: &'a [Span],
}

impl Denial<'_> {
    fn zeros(&self, zeros: &mut Vec<Zero>) {
        if !self.denies() {
            return;
        }
        let things = match (self.negation.form, self.object()) {
            (form, Some(object)) => self.things_in(self.acted(object), form),
            (Form::Event { verb }, None) if self.is_thing(verb) => vec![verb],
            (form, None) => self.subject(form),
        };
        zeros.extend(things.into_iter().map(|label| Zero { span: self.negation.span, label, kind: self.kind(label) }));
    }

    fn piece(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// The clause before the negation, as far as it is looked at.
    fn before(&self) -> &str {
        self.piece(last_of(self.text, self.clause_before(), LOOK_BACK))
    }

    /// All of the clause before the negation.
    fn clause_before(&self) -> Span {
        Span::new(self.home.span.start.min(self.negation.span.start), self.negation.span.start)
    }

    /// Whether a figure stands in a span.
    fn counted(&self, span: Span) -> bool {
        let next = self.figures.partition_point(|f| f.end <= span.start);
        self.figures.get(next).is_some_and(|f| f.start < span.end)
    }

    /// Whether the sentence denies: it is neither an aim nor a condition, a question, a name or a relative clause.
    fn denies(&self) -> bool {
        let sentence = self.clauses.sentence_of(self.negation.span).unwrap_or(self.home.span);
        let question = self.piece(sentence).ends_with(['？', '?']);
        let before = self.before();
        let aim = AIM_WORDS.find_iter(before).any(|(_, aim)| aim);
        let at = self.negation.span.start;
        let names = &self.clauses.names;
        let name = names.get(names.partition_point(|n| n.span.end <= at));
        let quoted = name.is_some_and(|n| n.inner.start < at);
        !question && !aim && !quoted && !self.counted(self.negation.span)
    }

    /// What stands behind the negation in its clause, up to the next negation.
    fn object(&self) -> Option<Span> {
        let start = self.negation.span.end;
        // 无投诉、无举报: up to the next negation, where that begins another item.
        let joints = ['、', '和', '也', '且', '均', '，', ','];
        let next = Some(self.next).filter(|n| (start..self.home.span.end).contains(n));
        // 服务零投诉、办件|零差错: what stands before the next 零 is its own.
        let item = |n: usize| match self.negation.form {
            Form::Nought => self.text[start..n].rfind('、').map(|at| start + at + '、'.len_utf8()),
            _ => None,
        };
        let next = next.and_then(|n| Some(n).filter(|n| self.text[start..*n].ends_with(joints)).or_else(|| item(n)));
        let end = next.unwrap_or(self.home.span.end).max(start);
        // A phrase without end names nothing.
        if end - start > 2 * LONGEST_OBJECT {
            return None;
        }
        let piece = &self.text[start..end];
        let piece = if next.is_some() { piece.trim_end_matches(joints) } else { piece };
        let mut from = start + piece.len() - piece.trim_start_matches(is_space).len();
        while let Some(word) = SINGLE.iter().find(|w| self.text[from..start + piece.len()].starts_with(**w)) {
            from += word.len();
        }
        let inner = self.text[from..start + piece.len()].trim_end_matches(is_space);
        // 未收到申请（上年结转0件）: what stands in a bracket behind it is another matter.
        let aside = self.clauses.aside_ending(from + inner.len()).filter(|aside| aside.start > from);
        let inner = aside.map_or(inner, |aside| self.text[from..aside.start].trim_end_matches(is_space));
        // 未发生检索费的收取.
        let inner = OCCURRENCES.iter().find_map(|w| inner.strip_suffix(w)).unwrap_or(inner);
        let near = inner.len() <= LONGEST_OBJECT;
        (!inner.is_empty() && near).then(|| Span::new(from, from + inner.len()))
    }

    /// 零差错|发布: behind 零 the thing without what is done with it.
    fn acted(&self, object: Span) -> Span {
        let whole = self.piece(object);
        // 零败诉|的记录.
        let record = |w: &str| whole.strip_suffix(w).and_then(|said| said.strip_suffix('的'));
        let said = RECORDS.iter().find_map(|w| record(w)).filter(|said| DENIED.ends(said)).unwrap_or(whole);
        let object = Span::new(object.start, object.start + said.len());
        let nought = self.negation.form == Form::Nought && !DENIED.contains(said);
        let thing = |at: &usize| PREDICATES.contains(&said[*at..]) && DENIED.ends(&said[..*at]);
        let at = said.char_indices().map(|(at, _)| at).filter(|_| nought).find(thing);
        Span::new(object.start, at.map_or(object.end, |at| object.start + at))
    }

    /// The things denied in a phrase behind the negation; none where it is something else.
    fn things_in(&self, object: Span, form: Form) -> Vec<Span> {
        let said = self.piece(object);
        // 没有办结的单位; but 因暴雨造成的人员伤亡 is a thing.
        let of_persons = said
            .match_indices('的')
            .map(|(at, of)| &said[at + of.len()..])
            .any(|rest| GIVERS.iter().any(|w| rest.starts_with(w)) && !DENIED.ends(rest));
        let relative = said.starts_with('的')
            || said.ends_with('的')
            || of_persons
            || said.contains('的') && GIVERS.iter().any(|w| said.ends_with(w))
            || GOING_ON.iter().any(|w| said.find(w).is_some_and(|at| at > 0));
        let counted = self.counted(object);
        let named = match form {
            Form::Event { .. } => {
                !NO_THINGS.iter().any(|w| said.ends_with(w)) && !said.contains(['的']) || self.is_thing(object)
            }
            Form::Absence => {
                // 无按日连续处罚案件.
                let other = NO_THINGS.iter().chain(DONE).any(|w| said.starts_with(w))
                    && !said.starts_with("按日")
                    && !said.contains("提出的");
                (self.is_thing(object) || self.is_own() && self.is_named(object)) && !other
            }
            Form::Nought => self.is_thing(object) && count(said) <= LONGEST / 2,
        };
        if relative || counted {
            return Vec::new();
        }
        match named {
            true => self.split(object),
            false => self.asked(object, form).into_iter().collect(),
        }
    }

    /// 没有公民向我局申请: what somebody is denied to have done.
    fn asked(&self, object: Span, form: Form) -> Option<Span> {
        let said = self.piece(object);
        let person = form == Form::Absence && GIVERS.iter().any(|w| said.starts_with(w));
        let first = |w: &&str| said.find(*w).map(|at| Span::new(object.start + at, object.start + at + w.len()));
        person.then(|| ASKING.iter().filter_map(first).min_by_key(|s| s.start))?
    }

    /// Whether 无 stands behind the time of the report or the body whose report it is: 本年度无, 我局无.
    fn is_own(&self) -> bool {
        let said = self.piece(self.stripped(last_of(self.text, self.clause_before(), LOOK_BACK)));
        let timed = || [self.before(), said].iter().any(|said| OWN_TIMES.iter().any(|w| said.ends_with(w)));
        let body = || said.starts_with(OWN_BODIES) && !said.starts_with("我们") && count(said) <= LONGEST_BODY;
        self.piece(self.negation.span) == "无" && (timed() || body())
    }

    /// Whether a phrase behind 无 names a thing, by the words that it is made of: 无|下属单位, not 无霜期|较长.
    fn is_named(&self, object: Span) -> bool {
        let said = self.piece(object);
        let quality = said.starts_with(NO_THING_OPENS) || NO_THINGS.iter().any(|w| said.ends_with(w));
        if quality || !(3..=LONGEST).contains(&count(said)) || said.contains('的') {
            return false;
        }
        let words = self.segmenter.words(self.piece(Span::new(self.negation.span.start, object.end)));
        let apart = words.first().is_some_and(|w| w.text == "无");
        let noun = words.last().is_some_and(|w| w.tag.starts_with('n') || DOINGS.contains(&w.text));
        apart && noun
    }

    /// 行政复议、行政诉讼均未发生: the things before the negation, in its clause or in the one before.
    fn subject(&self, form: Form) -> Vec<Span> {
        let clause = last_of(self.text, self.clause_before(), LONGEST_OBJECT);
        let existing = self.piece(self.negation.span) == "不存在";
        if existing || form == Form::Nought && !self.piece(clause).ends_with('为') {
            return Vec::new();
        }
        let earlier = || {
            let clause = self.clauses.clauses[..self.index].last()?;
            let near = clause.sentence == self.home.sentence && clause.depth == self.home.depth;
            near.then(|| last_of(self.text, clause.span, LONGEST_OBJECT))
        };
        // 行政赔偿（无）: nothing else stands in the bracket.
        if let Some(thing) = self.bracketed() {
            return vec![thing];
        }
        let own = self.stripped(clause);
        match [Some(own), earlier().map(|c| self.stripped(c))].into_iter().flatten().find(|s| self.is_thing(*s)) {
            Some(subject) if !self.counted(subject) => self.split(subject),
            _ => Vec::new(),
        }
    }

    /// The thing before a bracket in which nothing but the negation stands.
    fn bracketed(&self) -> Option<Span> {
        /// The brackets, the negation and a mark.
        const LONGEST_ASIDE: usize = 24;
        let aside = self.clauses.aside_around(self.negation.span).filter(|aside| aside.len() <= LONGEST_ASIDE)?;
        let inside = self.text[aside.range()].trim_matches(|c| !is_letter(c));
        let before = last_of(self.text, Span::new(0, aside.start), LONGEST_OBJECT);
        let said = self.piece(before).trim_end_matches(is_space);
        let start = said.trim_end_matches(is_letter).len();
        let thing = Span::new(before.start + start, before.start + said.len());
        (inside == self.piece(self.negation.span) && self.is_thing(thing) && count(self.piece(thing)) <= LONGEST)
            .then_some(thing)
    }

    /// A subject without the adverbs behind it.
    fn stripped(&self, clause: Span) -> Span {
        let mut said = self.piece(clause).trim_end_matches(is_space);
        while let Some(rest) = BEFORE_NEGATION.iter().find_map(|w| said.strip_suffix(w)) {
            said = rest.trim_end_matches(is_space);
        }
        Span::new(clause.start, clause.start + said.len())
    }

    /// Whether a phrase names something that reports count and deny.
    fn is_thing(&self, span: Span) -> bool {
        let said = self.piece(span);
        DENIED.ends(said)
    }

    /// The things of a list, each as its label. What stands before the first thing is who sends it, or of what
    /// sort it is: 公民、法人和其他组织的咨询, 检索、复制、邮寄等费用.
    fn split(&self, phrase: Span) -> Vec<Span> {
        let mut items = items(self.text, phrase);
        let mut things: Vec<Span> = Vec::new();
        while let Some(item) = items.pop() {
            // 检索、处理等费用 is one thing, 咨询、申请、投诉 are three.
            let others = things.last().is_some_and(|thing| self.piece(*thing).contains('等'));
            let generic = || others && GENERIC.contains(&self.piece(item));
            // 传真、信函申请: each is counted apart.
            let way = || {
                ASKED_BY.contains(&self.piece(item)) && things.last().is_some_and(|t| self.piece(*t).ends_with("申请"))
            };
            if things.is_empty() || self.is_thing(item) && !generic() || way() {
                things.push(item);
                continue;
            }
            // 检索、复制、邮寄等费用: one thing, with the words that say which.
            if let Some(first) = things.last_mut() {
                // 信息处理费和|检索、复制等其他费用: from the thing before on.
                let others = items.iter().rposition(|i| self.is_thing(*i)).map_or(0, |at| at + 1);
                let start = items.get(others).map_or(item.start, |i| i.start);
                items.truncate(others);
                let whole = Span::new(start, first.end);
                let giver = GIVERS.iter().any(|w| self.piece(item).ends_with(w));
                if giver || self.piece(whole).contains('的') || count(self.piece(whole)) > LONGEST {
                    break;
                }
                *first = whole;
            }
        }
        things.reverse();
        things.into_iter().map(|t| self.head(t)).filter(|t| self.piece(*t).contains(is_letter)).collect()
    }

    /// A thing without the words that only say whence or whereof it is.
    fn head(&self, thing: Span) -> Span {
        let mut start = thing.start;
        // 因公出国 is one thing.
        let modifying = |said: &str| MODIFYING.iter().find(|w| said.starts_with(**w) && !said.starts_with("因公"));
        while let Some(word) = modifying(&self.text[start..thing.end]) {
            start += word.len();
        }
        let said = &self.text[start..thing.end];
        // 有关政府信息公开方面的行政复议; but 不予公开的情况 is one thing.
        let cut = said.rfind('的').map(|at| at + '的'.len_utf8());
        let generic = cut.is_some_and(|at| GENERIC.contains(&&said[at..]));
        let cut = match cut {
            Some(at) if generic => said[..at - '的'.len_utf8()].rfind('的').map(|at| at + '的'.len_utf8()),
            cut => cut,
        };
        let start = start + cut.unwrap_or(0);
        let said = &self.text[start..thing.end];
        if count(said) <= LONGEST {
            return Span::new(start, thing.end);
        }
        let at = ["引起", "引发", "导致", "提起", "方面", "涉及"]
            .iter()
            .filter_map(|w| Some(said.rfind(w)? + w.len()))
            .max();
        let at =
            at.filter(|at| *at < said.len()).or_else(|| said.char_indices().rev().nth(LONGEST - 1).map(|(at, _)| at));
        Span::new(start + at.unwrap_or(0), thing.end)
    }

    fn kind(&self, label: Span) -> Kind {
        let said = self.piece(label);
        if CHARGES.iter().any(|w| said.ends_with(w)) { Kind::Money } else { Kind::Count }
    }
}

/// The pieces of a phrase between 、 and its like.
fn items(text: &str, phrase: Span) -> Vec<Span> {
    let mut items = Vec::new();
    let mut start = phrase.start;
    let mut at = phrase.start;
    while at < phrase.end {
        let rest = &text[at..phrase.end];
        let joint = ["、", "以及", "或者", "和", "与", "及", "或"].iter().find(|w| rest.starts_with(**w));
        match joint {
            // 与公开有关的: no list has begun.
            Some(joint) if at > start => {
                items.push(Span::new(start, at));
                at += joint.len();
                start = at;
            }
            _ => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    items.push(Span::new(start, phrase.end));
    items
}
