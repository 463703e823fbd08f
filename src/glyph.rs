//! The characters of numerals, in the one table that says what each of them is worth.

use once_cell::sync::Lazy;

use crate::charset::CharSet;
use crate::span::Span;

/// What a character is worth in a numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Glyph {
    /// 0–9, half- or full-width.
    Arabic(u8),
    /// 〇 一 二 … and the financial forms.
    Digit(u8),
    /// 十 百 千, by the power of ten.
    Ten(u32),
    /// 廿 卅 卌, by the number of tens.
    Twenty(u8),
    /// 万 亿 兆, by the power of ten.
    Scale(u32),
    /// 余 多 几: the number is more than it says.
    More,
    /// 点 between Chinese digits.
    Point,
    /// `.` between Arabic digits.
    DecimalMark,
}

impl Glyph {
    /// Whether the character can be a part of a numeral by itself.
    pub(crate) fn is_part(self) -> bool {
        !matches!(self, Glyph::More | Glyph::Point | Glyph::DecimalMark)
    }
}

/// The characters with which a quantity may begin: the parts of numerals, and 半 (过半, 半数).
pub(crate) static STARTS: Lazy<CharSet> = Lazy::new(|| {
    let han = CODES.iter().map(|(c, _)| *c);
    let others = ('0'..='9').chain('０'..='９').chain(['〇', '○']);
    CharSet::new(han.chain(others).filter(|c| glyph(*c).is_some_and(Glyph::is_part)).chain(['半']))
});

/// What `c` is worth; none for a character of no numeral.
pub(crate) fn glyph(c: char) -> Option<Glyph> {
    let point = c as u32;
    if point < 0x4e00 {
        return Some(match c {
            '0'..='9' => Glyph::Arabic((point - 0x30) as u8),
            '.' => Glyph::DecimalMark,
            // ○ is what many keyboards give for 〇.
            '〇' | '○' => Glyph::Digit(0),
            _ => return None,
        });
    }
    if let Some(&code) = HAN.get((point - 0x4e00) as usize) {
        return decode(code);
    }
    match c {
        '０'..='９' => Some(Glyph::Arabic((point - 0xff10) as u8)),
        '．' => Some(Glyph::DecimalMark),
        _ => None,
    }
}

/// An Arabic digit, half- or full-width.
#[inline]
pub(crate) fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// The number of a few such digits.
pub(crate) fn small_number(digits: &str) -> Option<u16> {
    let step = |number: u16, c| match glyph(c) {
        Some(Glyph::Arabic(digit)) => number.checked_mul(10)?.checked_add(digit.into()),
        _ => None,
    };
    let number = digits.chars().try_fold(0, step);
    number.filter(|_| !digits.is_empty())
}

/// The digits that a text begins with.
pub(crate) fn leading_digits(text: &str) -> &str {
    let end = text.char_indices().find(|(_, c)| !is_digit(*c)).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// A Chinese character that is no mark.
#[inline]
pub(crate) fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// The characters of a stretch that are none of U+4000 to U+9FFF, with their places: marks, digits and letters. Most
/// of a text is Chinese characters, which nobody who looks for marks needs to decode.
pub(crate) fn marks(text: &str, span: Span) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    let mut at = span.start;
    std::iter::from_fn(move || {
        while at < span.end && matches!(bytes[at], 0xe4..=0xe9) {
            at += 3;
        }
        let c = text[at..span.end].chars().next()?;
        let place = at;
        at += c.len_utf8();
        Some((place, c))
    })
}

/// A mark of punctuation, and where it stands.
pub(crate) type Mark = (usize, char);

/// The marks of a stretch: every character that is neither Chinese nor a letter or digit of ASCII.
pub(crate) fn punctuation(text: &str, span: Span) -> Vec<Mark> {
    /// Few stretches have more than one in so many bytes.
    const APART: usize = 24;
    let mut found = Vec::with_capacity(1 + span.len() / APART);
    survey(text, span, &NONE, &mut found, |_| ());
    found
}

static NONE: Lazy<CharSet> = Lazy::new(CharSet::default);

/// One pass over a stretch for all who look for marks, and for the places of the characters of a set and of the digits.
pub(crate) fn survey(text: &str, span: Span, set: &CharSet, marks: &mut Vec<Mark>, mut found: impl FnMut(usize)) {
    let bytes = &text.as_bytes()[..span.end];
    let mut at = span.start;
    loop {
        // Most characters are Chinese, and those need not be decoded.
        while let Some(&[lead @ 0xe4..=0xe9, middle, last]) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
            if set.has(lead, middle, last) {
                found(at);
            }
            at += 3;
        }
        match bytes.get(at) {
            Some(b'0'..=b'9') => {
                found(at);
                at += 1;
            }
            Some(byte) if byte.is_ascii_alphabetic() => at += 1,
            Some(_) => {
                let Some(c) = text[at..span.end].chars().next() else { break };
                if set.contains(c) {
                    found(at);
                }
                marks.push((at, c));
                at += c.len_utf8();
            }
            None => break,
        }
    }
}

/// Those of things in the order of the text that begin in a stretch.
pub(crate) fn within<T>(things: &[T], span: Span, start: impl Fn(&T) -> usize) -> &[T] {
    let from = things.partition_point(|thing| start(thing) < span.start);
    let to = things.partition_point(|thing| start(thing) < span.end);
    &things[from..to]
}

/// The last `count` characters of a piece, or all of it.
pub(crate) fn last_chars(piece: &str, count: usize) -> &str {
    let bytes = piece.as_bytes();
    let mut start = bytes.len();
    for _ in 0..count {
        start = match bytes[..start] {
            // A lead of three bytes so many before the end of a character is its own.
            [.., 0xe0..=0xef, _, _] => start - 3,
            _ => bytes[..start].iter().rposition(|byte| !matches!(byte, 0x80..0xc0)).unwrap_or(0),
        };
    }
    &piece[start..]
}

/// How many characters a piece has without its layout.
pub(crate) fn count(piece: &str) -> usize {
    let bytes = piece.as_bytes();
    let (mut at, mut count) = (0, 0);
    while let Some(lead) = bytes.get(at) {
        if matches!(lead, 0xe4..=0xe9) {
            at += 3;
            count += 1;
            continue;
        }
        let Some(c) = piece[at..].chars().next() else { break };
        at += c.len_utf8();
        count += usize::from(!is_space(c));
    }
    count
}

/// The last `bytes` of a stretch, from a character on: whoever looks back looks no further, so that a text of one long
/// clause is read in linear time.
pub(crate) fn last_of(text: &str, span: Span, bytes: usize) -> Span {
    let mut start = span.start.max(span.end.saturating_sub(bytes));
    while start < span.end && !text.is_char_boundary(start) {
        start += 1;
    }
    Span::new(start.min(span.end), span.end)
}

/// White space as layout leaves it, the byte order mark with it.
#[inline]
pub(crate) fn is_space(c: char) -> bool {
    // Most characters are Chinese, and the question is asked of all of them.
    !is_han(c) && (c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}

/// Whether layout left white space in a piece.
pub(crate) fn has_space(piece: &str) -> bool {
    marks(piece, Span::new(0, piece.len())).any(|(_, c)| is_space(c))
}

/// A letter of any script.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    // The marks that most texts have need not be looked up.
    let mark = matches!(c, '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}');
    is_han(c) || !mark && c.is_alphabetic()
}

const fn decode(code: u8) -> Option<Glyph> {
    Some(match code {
        1..=10 => Glyph::Digit(code - 1),
        11..=13 => Glyph::Ten((code - 10) as u32),
        22..=24 => Glyph::Twenty(code - 20),
        34 | 38 | 42 => Glyph::Scale((code - 30) as u32),
        50 => Glyph::More,
        51 => Glyph::Point,
        _ => return None,
    })
}

/// The characters by their code: a digit + 1, a power of ten + 10, tens + 20, a scale's power + 30.
/// 参 is left out, which is 叁 only in old accounts and 参加 everywhere else.
#[rustfmt::skip] // A line for every kind of character.
const CODES: &[(char, u8)] = &[
    ('零', 1), ('一', 2), ('壹', 2), ('弌', 2), ('二', 3), ('贰', 3), ('貳', 3), ('弍', 3), ('两', 3), ('兩', 3),
    ('三', 4), ('叁', 4), ('叄', 4), ('四', 5), ('肆', 5), ('五', 6), ('伍', 6), ('六', 7), ('陆', 7), ('陸', 7),
    ('七', 8), ('柒', 8), ('八', 9), ('捌', 9), ('九', 10), ('玖', 10),
    ('十', 11), ('拾', 11), ('百', 12), ('佰', 12), ('千', 13), ('仟', 13),
    ('廿', 22), ('卅', 23), ('卌', 24),
    ('万', 34), ('萬', 34), ('亿', 38), ('億', 38), ('兆', 42),
    ('余', 50), ('餘', 50), ('多', 50), ('几', 50), ('幾', 50), ('点', 51), ('點', 51),
];

/// One byte for every character from U+4E00 to U+9FFF, so that a text is searched with one load a character.
static HAN: [u8; 0x5200] = {
    let mut table = [0; 0x5200];
    let mut i = 0;
    while i < CODES.len() {
        table[CODES[i].0 as usize - 0x4e00] = CODES[i].1;
        i += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::is_letter;

    #[test]
    fn letters_are_those_of_unicode() {
        assert!(('\0'..=char::MAX).all(|c| is_letter(c) == c.is_alphabetic()));
    }
}
