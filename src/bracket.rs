//! Brackets and quotation marks of a piece of text, matched.

use crate::glyph::Mark;
use crate::span::Span;

/// What a pair encloses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pair {
    /// （） () 〔〕 [] 【】: an aside.
    Aside,
    /// 《》 〈〉: the title of a document.
    Title,
    /// “” 「」 ‘’ "": quotation.
    Quote,
}

/// A matched pair: `span` has both marks inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bracket {
    pub(crate) pair: Pair,
    pub(crate) span: Span,
    pub(crate) inner: Span,
}

/// How far an opening mark may stand back on the stack and still be closed: reports forget to close one or two,
/// and a text of nothing but brackets must stay linear.
const FORGIVEN: usize = 4;

/// The matched pairs among the marks of a stretch, by where they open.
pub(crate) fn pairs(marks: &[Mark]) -> Vec<Bracket> {
    let mut found = Vec::new();
    let mut open: Vec<(char, usize)> = Vec::new();
    for &(at, c) in marks {
        let Some((closes, pair)) = mark(c) else { continue };
        let straight = c == '"' && !open.iter().rev().take(FORGIVEN).any(|&(o, _)| o == '"');
        if closes && !straight {
            let depth = open.iter().rev().take(FORGIVEN).position(|&(o, _)| partner(o, c));
            if let Some(depth) = depth {
                open.truncate(open.len() - depth);
                if let Some((o, start)) = open.pop() {
                    let inner = Span::new(start + o.len_utf8(), at);
                    found.push(Bracket { pair, span: Span::new(start, at + c.len_utf8()), inner });
                }
            }
        } else {
            open.push((c, at));
        }
    }
    found.sort_unstable_by_key(|b| b.span.start);
    found
}

fn mark(c: char) -> Option<(bool, Pair)> {
    Some(match c {
        '（' | '(' | '〔' | '[' | '【' | '﹝' | '［' => (false, Pair::Aside),
        '）' | ')' | '〕' | ']' | '】' | '﹞' | '］' => (true, Pair::Aside),
        '《' | '〈' => (false, Pair::Title),
        '》' | '〉' => (true, Pair::Title),
        '“' | '「' | '『' | '‘' => (false, Pair::Quote),
        '”' | '」' | '』' | '’' => (true, Pair::Quote),
        '"' => (true, Pair::Quote),
        _ => return None,
    })
}

/// Half- and full-width brackets close each other, as they do in reports.
fn partner(open: char, close: char) -> bool {
    let shape = |c| match c {
        '（' | '(' | '）' | ')' => 1,
        '〔' | '﹝' | '[' | '［' | '〕' | '﹞' | ']' | '］' => 2,
        '【' | '】' => 3,
        '《' | '》' => 4,
        '〈' | '〉' => 5,
        '“' | '”' => 6,
        '「' | '」' => 7,
        '『' | '』' => 8,
        '‘' | '’' => 9,
        _ => 10,
    };
    shape(open) == shape(close)
}

/// Walks the pairs along with ascending positions, so that a whole text costs one pass, however deep it nests.
pub(crate) struct Nesting<'b> {
    brackets: &'b [Bracket],
    next: usize,
    open: Vec<Open>,
}

/// A pair around the place, and what is known of it and those around it.
#[derive(Clone, Copy)]
struct Open {
    bracket: Bracket,
    titled: bool,
    quote: Option<Bracket>,
}

/// What is around a place.
#[derive(Clone, Copy, Default)]
pub(crate) struct Around {
    pub(crate) innermost: Option<Bracket>,
    /// Whether a title is among the pairs.
    pub(crate) titled: bool,
    /// The innermost quotation among the pairs.
    pub(crate) quote: Option<Bracket>,
}

impl<'b> Nesting<'b> {
    pub(crate) fn new(brackets: &'b [Bracket]) -> Self {
        Nesting { brackets, next: 0, open: Vec::new() }
    }

    /// What is around `at`. Positions must not descend from call to call.
    pub(crate) fn around(&mut self, at: usize) -> Around {
        while let Some(&bracket) = self.brackets.get(self.next).filter(|b| b.span.start < at) {
            while self.open.last().is_some_and(|o| o.bracket.span.end <= bracket.span.start) {
                self.open.pop();
            }
            let around = self.open.last().copied();
            let titled = bracket.pair == Pair::Title || around.is_some_and(|o| o.titled);
            let quote = if bracket.pair == Pair::Quote { Some(bracket) } else { around.and_then(|o| o.quote) };
            self.open.push(Open { bracket, titled, quote });
            self.next += 1;
        }
        while self.open.last().is_some_and(|o| o.bracket.span.end <= at) {
            self.open.pop();
        }
        self.open.last().map_or(Around::default(), |o| Around {
            innermost: Some(o.bracket),
            titled: o.titled,
            quote: o.quote,
        })
    }
}
