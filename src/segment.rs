//! Words and sentences: the only user of jieba-rs and of the sentence rules of UAX #29.

use std::fmt;
use std::io::BufRead;
use std::sync::Arc;

use jieba_rs::Jieba;
use once_cell::sync::OnceCell;
use unicode_segmentation::UnicodeSegmentation;

use crate::bracket::{self, Bracket, Nesting, Pair};
use crate::dictionary;
use crate::error::Error;
use crate::glyph::{Mark, is_digit, is_han, is_letter, is_space, punctuation};
use crate::outline::paragraphs;
use crate::span::Span;

/// Cuts Chinese text into words with their tags, and into sentences.
///
/// The dictionary of jieba is loaded once in a process, on first need; a segmenter with words of its own has
/// a dictionary of its own. Cloning is cheap.
///
/// ```
/// let segmenter = nianbao::Segmenter::new();
/// let words: Vec<_> = segmenter.words("主动公开政府信息").iter().map(|w| w.text).collect();
/// assert_eq!(words, ["主动", "公开", "政府", "信息"]);
/// ```
#[derive(Clone, Default)]
pub struct Segmenter {
    own: Option<Arc<Jieba>>,
}

static SHARED: OnceCell<Jieba> = OnceCell::new();

/// A word of a text.
///
/// ```
/// let segmenter = nianbao::Segmenter::new();
/// let word = segmenter.words("收到申请")[1];
/// assert_eq!((word.text, word.span.start, word.span.end), ("申请", 6, 12));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Word<'t> {
    /// The word as it stands in the text.
    pub text: &'t str,
    /// Its part of speech, in the tags of jieba's dictionary (n, v, d, …).
    pub tag: &'t str,
    /// Where it stands; offsets into the text that was segmented.
    pub span: Span,
}

impl Segmenter {
    /// The segmenter with jieba's own dictionary and the words of reports that it lacks (公众号, 转移支付).
    ///
    /// ```
    /// assert_eq!(nianbao::Segmenter::new().words("").len(), 0);
    /// ```
    pub fn new() -> Self {
        Segmenter { own: None }
    }

    /// A segmenter that knows more words: a line a word, `word [frequency [tag]]`, as jieba has them.
    ///
    /// # Errors
    /// [`Error`] where a line cannot be read, is not UTF-8, or has a frequency that is no number.
    ///
    /// ```
    /// let segmenter = nianbao::Segmenter::with_dictionary("古陵之窗 1000 nz\n".as_bytes()).unwrap();
    /// assert_eq!(segmenter.words("古陵之窗")[0].text, "古陵之窗");
    /// ```
    pub fn with_dictionary(mut dictionary: impl BufRead) -> Result<Self, Error> {
        let mut jieba = extended();
        jieba.load_dict(&mut dictionary).map_err(Error::dictionary)?;
        Ok(Segmenter { own: Some(Arc::new(jieba)) })
    }

    fn jieba(&self) -> &Jieba {
        match &self.own {
            Some(own) => own,
            None => SHARED.get_or_init(extended),
        }
    }

    /// The words of `text`, in order and without gaps.
    ///
    /// ```
    /// let segmenter = nianbao::Segmenter::new();
    /// assert_eq!(segmenter.words("受理申请").iter().map(|w| w.span.len()).sum::<usize>(), 12);
    /// ```
    pub fn words<'a>(&'a self, text: &'a str) -> Vec<Word<'a>> {
        self.jieba()
            .tag(text, false)
            .into_iter()
            .map(|t| Word { text: t.word, tag: t.tag, span: Span::new(t.byte_start, t.byte_end) })
            .collect()
    }

    /// The sentences of `text`: its bounds by UAX #29, corrected where those are wrong for Chinese prose. No
    /// sentence ends inside brackets or quotation, nor right behind them where they are a part of it, nor behind the
    /// point of an abbreviation or of a list mark (`1.`). White space at the ends is left out.
    ///
    /// ```
    /// let segmenter = nianbao::Segmenter::new();
    /// let text = "做好“应公开。”工作。1.增长2.5%！结束";
    /// let sentences: Vec<_> = segmenter.sentences(text).map(|s| &text[s.range()]).collect();
    /// assert_eq!(sentences, ["做好“应公开。”工作。", "1.增长2.5%！", "结束"]);
    /// ```
    pub fn sentences<'a>(&self, text: &'a str) -> impl Iterator<Item = Span> + use<'a> {
        paragraphs(text, &[]).into_iter().flat_map(|paragraph| {
            let marks = punctuation(text, paragraph);
            sentences(text, paragraph, &marks, &bracket::pairs(&marks))
        })
    }
}

/// jieba's dictionary with the words of reports.
fn extended() -> Jieba {
    let mut jieba = Jieba::new();
    for word in dictionary::WORDS {
        jieba.add_word(word, Some(dictionary::FREQUENCY), Some(dictionary::TAG));
    }
    jieba
}

impl fmt::Debug for Segmenter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Segmenter").field("own_dictionary", &self.own.is_some()).finish()
    }
}

/// The segmenter that is used where none is given.
pub(crate) fn shared() -> &'static Segmenter {
    static DEFAULT: Segmenter = Segmenter { own: None };
    &DEFAULT
}

/// The sentences of one stretch of the text with these marks and brackets; offsets into the whole text.
pub(crate) fn sentences(text: &str, span: Span, marks: &[Mark], brackets: &[Bracket]) -> Vec<Span> {
    let mut nesting = Nesting::new(brackets);
    let mut closing: Vec<&Bracket> = brackets.iter().collect();
    closing.sort_unstable_by_key(|b| b.span.end);
    let mut found = Vec::with_capacity(1 + span.len() / SENTENCE);
    let mut start = span.start;
    for end in bounds(text, span, marks) {
        let inside = nesting.around(end).innermost.is_some();
        if end < span.end && (!ends_sentence(text, start, end, &closing) || inside) {
            continue;
        }
        if let Some(sentence) = trim(text, Span::new(start, end)) {
            found.push(sentence);
        }
        start = end;
    }
    found
}

/// Few sentences are shorter, in bytes.
const SENTENCE: usize = 64;

/// The bounds of UAX #29, the end of the text among them. The rules have something to decide only behind a mark
/// that may end a sentence, so they are asked about the stretches around those marks alone: from the character
/// before to the letter behind, past which they do not look.
fn bounds(text: &str, span: Span, marks: &[Mark]) -> Vec<usize> {
    let mut bounds = Vec::with_capacity(1 + span.len() / SENTENCE);
    let mut seen = span.start;
    for &(at, c) in marks {
        if at < seen || quiet(c) {
            continue;
        }
        let behind = at + c.len_utf8();
        let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        // 2.5: a number goes on. What nothing follows ends with the stretch.
        if behind == span.end || c == '.' && behind < span.end && at > span.start && digit(at - 1) && digit(behind) {
            continue;
        }
        // Between a full stop and a Chinese character there is always one: nothing else needs to be asked.
        if matches!(c, '。' | '！' | '？') && text[behind..span.end].starts_with(is_han) {
            bounds.push(behind);
            continue;
        }
        let start = text[span.start..at].char_indices().next_back().map_or(at, |(i, _)| span.start + i);
        let next = text[at..span.end].char_indices().find(|(_, c)| letter(*c));
        let end = next.map_or(span.end, |(i, c)| at + i + c.len_utf8());
        bounds.extend(bounds_within(text, Span::new(start, end)).into_iter().filter(|b| (start + 1..end).contains(b)));
        seen = end;
    }
    bounds.push(span.end);
    bounds
}

/// A letter by which the rules decide at the latest.
fn letter(c: char) -> bool {
    is_han(c) || c.is_ascii_alphabetic()
}

/// A character behind which no sentence ends: what is not known to be one is looked at by the rules.
fn quiet(c: char) -> bool {
    is_han(c)
        || matches!(c, '，' | '、' | '；' | '：' | '（' | '）' | '《' | '》' | '“' | '”' | '　' | '％' | '０'..='９')
        || c.is_ascii() && !matches!(c, '.' | '!' | '?' | '\n' | '\r' | '\u{b}' | '\u{c}')
}

/// The bounds of UAX #29 within a stretch. Behind a full stop its rules look ahead to the next letter from every
/// character, so a run without letters is given to them in parts; where it is cut is no bound.
fn bounds_within(text: &str, span: Span) -> Vec<usize> {
    /// No sentence has as many marks and digits in a row.
    const LONGEST_RUN: usize = 64;
    let mut bounds = Vec::new();
    let mut from = span.start;
    let mut run = 0;
    let mut cut = |from: usize, to: usize| {
        bounds.extend(text[from..to].split_sentence_bound_indices().map(|(i, piece)| from + i + piece.len()));
        if to < span.end {
            bounds.pop();
        }
    };
    for (i, c) in text[span.range()].char_indices() {
        run = if is_letter(c) { 0 } else { run + 1 };
        if run == LONGEST_RUN {
            cut(from, span.start + i);
            from = span.start + i;
            run = 0;
        }
    }
    cut(from, span.end);
    bounds
}

/// Whether a bound of UAX #29 at `at` is one in Chinese prose, for a sentence that began at `start`.
fn ends_sentence(text: &str, start: usize, at: usize, closing: &[&Bracket]) -> bool {
    let before = text[start..at].trim_end_matches(is_space);
    let end = start + before.len();
    // 做好“应公开。”工作 goes on behind the quotation; 他说：“公开。” ends with it.
    if let Ok(i) = closing.binary_search_by_key(&end, |b| b.span.end) {
        let opening = text[start..closing[i].span.start.max(start)].trim_end_matches(is_space);
        return opening.is_empty() || closing[i].pair == Pair::Quote && opening.ends_with(['：', ':']);
    }
    let mut back = before.chars().rev();
    match back.next() {
        // A line break of a wrapped paragraph, or a page mark (— 3 —) in it.
        Some('，' | '、' | '；' | '：' | ',' | ';' | ':' | '—' | '－' | '–' | '-') => false,
        Some(c) if is_letter(c) || is_digit(c) => false,
        // A full stop in Latin letters ends a sentence only behind Chinese: 1. and No. do not.
        Some('.') => !back.next().is_some_and(|c| c.is_ascii_alphanumeric() || is_digit(c)),
        _ => true,
    }
}

fn trim(text: &str, span: Span) -> Option<Span> {
    let piece = &text[span.range()];
    let inner = piece.trim_start_matches(is_space);
    let start = span.end - inner.len();
    let inner = inner.trim_end_matches(is_space);
    (!inner.is_empty()).then(|| Span::new(start, start + inner.len()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pieces() -> impl Strategy<Value = String> {
        let known = prop::sample::select(vec![
            "公", "开", "。", "！", "？", ".", "!", "?", "…", "，", ",", "：", "”", "“", "）", "(", " ", "\u{3000}",
            "\n", "\r", "1", "２", "a", "B", "\u{301}", "\u{200d}", "\u{85}", "\u{2029}", "．", "｡", "‼", "é", "ß",
            "Д", "한", "、", "；", ";", "%",
        ]);
        let any = prop_oneof![12 => known.prop_map(str::to_owned), 1 => ".{0,2}"];
        prop::collection::vec(any, 0..30).prop_map(|v| v.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        /// Asked about the stretches around the marks alone, the rules say the same as about the whole.
        #[test]
        fn bounds_are_those_of_the_whole(text in pieces()) {
            let whole: Vec<usize> = text.split_sentence_bound_indices().map(|(i, piece)| i + piece.len()).collect();
            let whole = if whole.is_empty() { vec![text.len()] } else { whole };
            let span = Span::new(0, text.len());
            prop_assert_eq!(bounds(&text, span, &punctuation(&text, span)), whole);
        }
    }
}
