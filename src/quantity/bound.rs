//! Bound words, and how they stand around a number.

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use crate::charset::CharSet;
use crate::fact::Bound;
use crate::glyph::is_space;

/// A word before the number: the bound that it sets, and the characters before it that make it a part of
/// another word (节约, 签约, 通过, 附近).
struct Before {
    word: &'static str,
    bound: Bound,
    not_after: &'static str,
}

const fn before(word: &'static str, bound: Bound, not_after: &'static str) -> Before {
    Before { word, bound, not_after }
}

/// Bound words that a verb parts from the number: 至少公开1次.
pub(super) const BEFORE_VERB: &[(&str, Bound)] = &[("至少", Bound::AtLeast), ("至多", Bound::AtMost)];

/// Words that bound by themselves; longer ones first.
const BEFORE: &[Before] = &[
    before("至少", Bound::AtLeast, ""),
    before("最少", Bound::AtLeast, ""),
    before("至多", Bound::AtMost, ""),
    before("最多", Bound::AtMost, ""),
    before("约有", Bound::About, "节预签制公契违合条纽简集邀"),
    before("约为", Bound::About, "节预签制公契违合条纽简集邀"),
    before("约达", Bound::About, "节预签制公契违合条纽简集邀"),
    before("约占", Bound::About, "节预签制公契违合条纽简集邀"),
    before("大约是", Bound::About, ""),
    before("大约为", Bound::About, ""),
    before("大约有", Bound::About, ""),
    before("大约", Bound::About, ""),
    before("大概", Bound::About, ""),
    before("接近", Bound::About, ""),
    before("将近", Bound::About, ""),
    before("几乎", Bound::About, ""),
    before("突破", Bound::MoreThan, "术题点新大关"),
    before("未达到", Bound::LessThan, ""),
    before("达不到", Bound::LessThan, ""),
    before("不满", Bound::LessThan, ""),
    // 自身不足6项 names shortcomings, it does not bound 6.
    before("不足", Bound::LessThan, "身和与、存找些出在题项"),
    before("不到", Bound::LessThan, "查找收得看听见办做受感想料"),
    before("约", Bound::About, "节预签制公契违合条纽简集邀相履守"),
    before("近", Bound::About, "附最临就邻靠接将远亲贴逼切走新"),
    before("超", Bound::MoreThan, "赶反高中英"),
    before("逾", Bound::MoreThan, ""),
    before("＞", Bound::MoreThan, ""),
    before(">", Bound::MoreThan, ""),
    before("≥", Bound::AtLeast, ""),
    before("≧", Bound::AtLeast, ""),
    before("＜", Bound::LessThan, ""),
    before("<", Bound::LessThan, ""),
    before("≤", Bound::AtMost, ""),
    before("≦", Bound::AtMost, ""),
];

type Comparative = (&'static str, Bound, Bound);

/// Comparatives: the bound that they set, and the one that they set when they are denied (不超过, 不得少于).
const COMPARATIVES: &[Comparative] = &[
    ("超过", Bound::MoreThan, Bound::AtMost),
    ("超出", Bound::MoreThan, Bound::AtMost),
    ("高于", Bound::MoreThan, Bound::AtMost),
    ("多于", Bound::MoreThan, Bound::AtMost),
    ("大于", Bound::MoreThan, Bound::AtMost),
    ("低于", Bound::LessThan, Bound::AtLeast),
    ("少于", Bound::LessThan, Bound::AtLeast),
    ("小于", Bound::LessThan, Bound::AtLeast),
    ("下于", Bound::LessThan, Bound::AtLeast),
];

/// What denies a comparative; longer ones first.
const DENIALS: &[&str] = &[
    "没有", "不得", "不能", "不应", "不会", "不宜", "不可", "不许", "不准", "不要", "并未", "从未", "未曾", "均未",
    "均不", "不", "未",
];

/// Words that bound a scale alone (上百, 破亿, 过百) and nothing else: 以上3项, 通过3个.
const BEFORE_SCALE: &[Before] = &[
    before("上", Bound::AtLeast, "以向网线天早晚之马"),
    before("破", Bound::MoreThan, "突"),
    before("过", Bound::MoreThan, "超通经不"),
];

/// Words behind the unit.
const AFTER: &[(&str, Bound)] = &[
    ("以上", Bound::AtLeast),
    ("及以上", Bound::AtLeast),
    ("或以上", Bound::AtLeast),
    ("以下", Bound::AtMost),
    ("及以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
];

/// What goes on a word behind the unit and makes it none: 以下简称, 上下联动.
const NOT_BEFORE: &[(&str, &str)] = &[("以下", "简称几各"), ("上下", "联一齐游级"), ("左右", "两")];

/// The bound word that ends at `at`, as (start, bound); longest first. `scale_alone` allows 上 破 过 too.
pub(super) fn prefix(text: &str, floor: usize, at: usize, scale_alone: bool) -> Option<(usize, Bound)> {
    let left = &text[floor..at];
    // Before most numbers stands no bound word: its last character says so.
    let ending = ENDINGS.get(&left.trim_end_matches(is_space).chars().next_back()?)?;
    let fits = |b: &&Before| {
        let rest = without(left, b.word)?;
        (!rest.ends_with(|c: char| b.not_after.contains(c))).then_some((floor + rest.len(), b.bound))
    };
    let found = compared(&ending.comparatives, left, floor).or_else(|| ending.words.iter().find_map(fits));
    found.or_else(|| ending.before_scale.iter().filter(|_| scale_alone).find_map(fits))
}

/// The words before a number that end with one character, in the order of their tables.
#[derive(Default)]
struct Ending {
    comparatives: Vec<&'static Comparative>,
    words: Vec<&'static Before>,
    before_scale: Vec<&'static Before>,
}

static ENDINGS: Lazy<FxHashMap<char, Ending>> = Lazy::new(|| {
    let mut endings: FxHashMap<char, Ending> = FxHashMap::default();
    let last = |word: &str| word.chars().next_back().expect("a word has characters");
    for row in COMPARATIVES {
        endings.entry(last(row.0)).or_default().comparatives.push(row);
    }
    for row in BEFORE {
        endings.entry(last(row.word)).or_default().words.push(row);
    }
    for row in BEFORE_SCALE {
        endings.entry(last(row.word)).or_default().before_scale.push(row);
    }
    endings
});

/// The first characters of the words behind a unit.
static BEGINS: Lazy<CharSet> = Lazy::new(|| CharSet::new(AFTER.iter().filter_map(|(word, _)| word.chars().next())));

/// A comparative that `left` ends with, and what denies it.
fn compared(comparatives: &[&Comparative], left: &str, floor: usize) -> Option<(usize, Bound)> {
    comparatives.iter().find_map(|&&(word, plain, denied)| {
        let rest = without(left, word)?;
        let rest_end = rest.trim_end_matches(is_space);
        Some(match DENIALS.iter().find_map(|denial| without(rest_end, denial)) {
            Some(rest) => (floor + rest.len(), denied),
            None => (floor + rest.len(), plain),
        })
    })
}

/// `left` without the word that it ends with; layout may stand inside the word (超 过).
fn without<'t>(left: &'t str, word: &str) -> Option<&'t str> {
    if let Some(rest) = left.strip_suffix(word) {
        return Some(rest);
    }
    let mut rest = left;
    for (i, c) in word.chars().rev().enumerate() {
        if i > 0 {
            rest = rest.trim_end_matches(is_space);
        }
        rest = rest.strip_suffix(c)?;
    }
    Some(rest)
}

/// The bound word that begins at `at`, as (end, bound).
pub(super) fn suffix(text: &str, at: usize, end: usize) -> Option<(usize, Bound)> {
    let right = &text[at..end];
    if !BEGINS.contains(right.chars().next()?) {
        return None;
    }
    AFTER.iter().find_map(|&(word, bound)| {
        let rest = right.strip_prefix(word)?;
        let broken = NOT_BEFORE.iter().any(|(w, next)| *w == word && rest.starts_with(|c: char| next.contains(c)));
        (!broken).then_some((at + word.len(), bound))
    })
}
