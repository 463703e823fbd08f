//! What a cell says: a figure, a zero in words, that the thing does not apply, or nothing.

use std::cell::RefCell;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::header::YEARS;
use crate::fact::{Bound, Direction};
use crate::glyph::{is_digit, is_letter, is_space, leading_digits, small_number};
use crate::numeral;
use crate::outline::squeezed;
use crate::quantity::{Quantity, Reader};
use crate::segment::Segmenter;
use crate::span::Span;
use crate::unit::Units;

/// A cell with more bytes states no figure alone.
const LONGEST_FIGURE: usize = 96;
/// A cell of nothing but these does not apply.
const NOT_APPLICABLE: &[char] = &['/', '／', '\\', '—', '－', '-', '–', '―', '─', '*', '一'];
/// A zero in words.
const DENIALS: &[&str] = &["无", "没有", "未发生", "零"];
/// What stands for a stroke.
const WITHOUT: &[&str] = &[
    "不涉及",
    "未涉及",
    "不适用",
    "无此项",
    "本单位无此项",
    "本机关无此项",
    "未开展",
    "未报送",
    "未统计",
    "未参评",
    "暂无",
    "暂无数据",
    "缺",
    "N/A",
    "NA",
];
/// What a cell of a change begins with.
const CHANGES: &[(&str, Direction)] = &[
    ("减少", Direction::Decrease),
    ("下降", Direction::Decrease),
    ("降低", Direction::Decrease),
    ("回落", Direction::Decrease),
    ("▼", Direction::Decrease),
    ("减", Direction::Decrease),
    ("-", Direction::Decrease),
    ("－", Direction::Decrease),
    ("−", Direction::Decrease),
    ("↓", Direction::Decrease),
    ("增加", Direction::Increase),
    ("新增", Direction::Increase),
    ("增长", Direction::Increase),
    ("提高", Direction::Increase),
    ("上升", Direction::Increase),
    ("上涨", Direction::Increase),
    ("▲", Direction::Increase),
    ("增", Direction::Increase),
    ("+", Direction::Increase),
    ("＋", Direction::Increase),
    ("↑", Direction::Increase),
];

/// What multiplies a number or a unit.
const SCALES: &[char] = &['百', '千', '万', '亿', '萬', '億'];

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    /// Nothing.
    Blank,
    /// A stroke: `/`, `—`.
    NotApplicable,
    /// 无.
    Denied,
    /// A number without a unit.
    Bare(Decimal),
    /// A number with its unit.
    Quantity(Quantity),
    /// A number with words that bound it and no unit: 约40; as a count of things.
    Bounded(Quantity),
    /// Words.
    Text,
}

impl Content {
    /// Whether a number stands in the cell.
    pub(super) fn is_figure(&self) -> bool {
        matches!(self, Content::Bare(_) | Content::Quantity(_) | Content::Bounded(_))
    }
}

/// Reads numbers and their units.
pub(super) struct Values<'a> {
    units: &'a Units,
    segmenter: &'a Segmenter,
    /// One of each unit that was met.
    ones: RefCell<FxHashMap<String, Option<Quantity>>>,
}

impl<'a> Values<'a> {
    pub(super) fn new(units: &'a Units, segmenter: &'a Segmenter) -> Self {
        Values { units, segmenter, ones: RefCell::default() }
    }

    /// What the text of a cell says.
    pub(super) fn content(&self, cell: &str) -> Content {
        let said = cell.trim_matches(is_space);
        if said.is_empty() {
            return Content::Blank;
        }
        if said.chars().all(|c| NOT_APPLICABLE.contains(&c)) || WITHOUT.contains(&said) {
            return Content::NotApplicable;
        }
        if said.len() > LONGEST_FIGURE {
            return Content::Text;
        }
        if DENIALS.contains(&said.trim_end_matches('。')) {
            return Content::Denied;
        }
        if !said.chars().any(is_digit) || scattered(said) || divided(said) {
            return Content::Text;
        }
        let said = core(said);
        if let Ok(number) = numeral::parse(said) {
            return if is_date(said) { Content::Text } else { Content::Bare(number) };
        }
        let number = change(said).1;
        // 减少8: the direction is read where the header asks for one.
        match numeral::parse(number) {
            Ok(number) => Content::Bare(number),
            Err(_) => self.noted(number),
        }
    }

    /// A number with what stands behind it in brackets: its unit (12（件）), or a note.
    fn noted(&self, said: &str) -> Content {
        let Some((number, aside)) = split_note(said) else { return self.measured(said) };
        if self.is_unit(aside)
            && let Some(quantity) = self.with_unit(number, aside)
        {
            return Content::Quantity(quantity);
        }
        numeral::parse(number).map_or_else(|_| self.measured(number), Content::Bare)
    }

    /// A number with its unit, or with words that bound it.
    fn measured(&self, number: &str) -> Content {
        if let Some(quantity) = self.whole(number) {
            return Content::Quantity(quantity);
        }
        let bounded = self.with_unit(number, "件").filter(|quantity| quantity.bound != Bound::Exact);
        bounded.map_or(Content::Text, |quantity| Content::Bounded(Quantity { unit: None, ..quantity }))
    }

    /// The one quantity that a piece is all of.
    pub(super) fn whole(&self, piece: &str) -> Option<Quantity> {
        let mut reader = Reader::new(piece, self.units, self.segmenter);
        let all = Span::new(0, piece.len());
        reader.block(all);
        match <[Quantity; 1]>::try_from(reader.reading.quantities) {
            Ok([quantity]) if quantity.span == all => Some(quantity),
            _ => None,
        }
    }

    /// A bare number, as the cell has it, with a unit behind it. 12.5万 under 万元 is no 12.5万万元.
    pub(super) fn with_unit(&self, cell: &str, unit: &str) -> Option<Quantity> {
        let said = change(core(cell)).1;
        let number = squeezed(split_note(said).map_or(said, |(number, _)| number));
        let unit = if number.ends_with(SCALES) { unit.trim_start_matches(SCALES) } else { unit };
        // Most cells are digits, and of one unit there are many.
        if let Ok(value) = numeral::parse(&number)
            && let Some(one) = self.one(unit)
        {
            return Some(Quantity { value: Some(one.value?.checked_mul(value)?.normalize()), ..one });
        }
        self.whole(&format!("{number}{unit}"))
    }

    /// One of a unit; none where 1 and 2 of it are not of one kind.
    fn one(&self, unit: &str) -> Option<Quantity> {
        if let Some(known) = self.ones.borrow().get(unit) {
            return known.clone();
        }
        let of = |number: &str| self.whole(&format!("{number}{unit}")).filter(|q| q.bound == Bound::Exact);
        let two = of("2").and_then(|two| Some((two.kind, two.unit, two.value?)));
        let alike = |one: &Quantity| {
            let twice = one.value.map(|value| value + value);
            two.as_ref().is_some_and(|(kind, unit, value)| (*kind, unit, Some(*value)) == (one.kind, &one.unit, twice))
        };
        let one = of("1").filter(alike);
        self.ones.borrow_mut().insert(unit.to_owned(), one.clone());
        one
    }

    /// Whether a word is a unit, by itself.
    pub(super) fn is_unit(&self, word: &str) -> bool {
        let letters = !word.is_empty() && word.chars().all(|c| is_letter(c) || "%％‰㎡/²".contains(c));
        letters && word.len() <= 24 && self.whole(&format!("2{word}")).is_some()
    }
}

/// The direction that a cell of a change says, and its number.
pub(super) fn change(cell: &str) -> (Option<Direction>, &str) {
    let said = cell.trim_matches(is_space);
    let found = CHANGES.iter().find_map(|(word, way)| said.strip_prefix(word).map(|rest| (*way, rest)));
    // Behind a word there is a number: 增 alone is none.
    match found.filter(|(_, rest)| rest.trim_start_matches(is_space).starts_with(is_digit)) {
        Some((way, rest)) => (Some(way), rest.trim_matches(is_space)),
        None => (None, said),
    }
}

/// A cell without what says nothing of its number: 共10件, 5件。, 10*.
fn core(cell: &str) -> &str {
    let said = cell.trim_matches(is_space);
    let said = said.strip_prefix('共').map_or(said, |rest| rest.trim_start_matches(is_space));
    let rest = said.trim_end_matches(['。', '；', ';', '*', '＊', '※']);
    if rest.ends_with(|c| is_digit(c) || is_letter(c) || "）)%％".contains(c)) { rest } else { said }
}

/// 45（含上年结转2）: what stands before the brackets at the end of a cell, and what in them.
fn split_note(said: &str) -> Option<(&str, &str)> {
    let inside = said.strip_suffix(['）', ')'])?;
    let at = inside.find(['（', '(']).filter(|at| *at > 0)?;
    Some((inside[..at].trim_end_matches(is_space), inside[at..].trim_start_matches(['（', '('])))
}

/// 20180305: a day, written as one number.
fn is_date(said: &str) -> bool {
    if said.chars().count() != 8 || !said.chars().all(is_digit) {
        return false;
    }
    // All of one width.
    let wide = said.len() / 8;
    let part = |from: usize, to: usize| said.get(from * wide..to * wide).and_then(small_number);
    let (Some(year), Some(month), Some(day)) = (part(0, 4), part(4, 6), part(6, 8)) else { return false };
    YEARS.contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
}

/// Whether a space stands between digits and the groups are not of three: two numbers in one cell.
fn scattered(said: &str) -> bool {
    let mut pieces = said.split(is_space).filter(|piece| !piece.is_empty());
    let mut last = pieces.next().unwrap_or_default();
    for piece in pieces {
        let digits = leading_digits(piece).chars().count();
        if last.ends_with(is_digit) && piece.starts_with(is_digit) && digits != 3 {
            return true;
        }
        last = piece;
    }
    false
}

/// 3/5: two numbers, which are no figure of a cell.
fn divided(said: &str) -> bool {
    said.split_once(['/', '／']).is_some_and(|(left, right)| left.ends_with(is_digit) && right.starts_with(is_digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment;

    fn content(cell: &str) -> Content {
        Values::new(Units::built_in(), segment::shared()).content(cell)
    }

    #[test]
    fn blank_and_stroke_and_zero_differ() {
        assert_eq!(content("  \u{a0}\u{3000}"), Content::Blank);
        for stroke in ["/", "／", "—", "－", "--", "一"] {
            assert_eq!(content(stroke), Content::NotApplicable, "{stroke}");
        }
        assert_eq!(content("无"), Content::Denied);
        assert_eq!(content("0"), Content::Bare(Decimal::ZERO));
    }

    #[test]
    fn numbers() {
        for (cell, number) in
            [("12", "12"), (" ４，１１９ ", "4119"), ("7730.28", "7730.28"), ("4 119", "4119"), ("-2", "-2")]
        {
            assert_eq!(content(cell), Content::Bare(number.parse().unwrap()), "{cell}");
        }
        for cell in ["80618元", "99.8%", "3.5万元", "12件"] {
            assert!(matches!(content(cell), Content::Quantity(_)), "{cell}");
        }
        assert_eq!(content("减少8"), Content::Bare(8.into()));
    }

    #[test]
    fn words_are_no_numbers() {
        for cell in
            ["规章", "12 34", "1.属于国家秘密", "2022年", "见附件3", "五", "3/5", "—5", "第（一）项", "0517-87222589"]
        {
            assert_eq!(content(cell), Content::Text, "{cell}");
        }
    }

    #[test]
    fn directions() {
        assert_eq!(change("减少8"), (Some(Direction::Decrease), "8"));
        assert_eq!(change("+3"), (Some(Direction::Increase), "3"));
        assert_eq!(change("-2"), (Some(Direction::Decrease), "2"));
        assert_eq!(change("5"), (None, "5"));
        assert_eq!(change("增"), (None, "增"));
    }
}
