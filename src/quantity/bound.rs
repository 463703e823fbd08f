//! Bound words, and how they stand around a number.

use crate::fact::Bound;

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

/// Longer words first, so that 不超过 is not read as 超过.
const BEFORE: &[Before] = &[
    before("不得少于", Bound::AtLeast, ""),
    before("不得低于", Bound::AtLeast, ""),
    before("不得超过", Bound::AtMost, ""),
    before("不得高于", Bound::AtMost, ""),
    before("不能超过", Bound::AtMost, ""),
    before("未超过", Bound::AtMost, ""),
    before("不少于", Bound::AtLeast, ""),
    before("不低于", Bound::AtLeast, ""),
    before("不小于", Bound::AtLeast, ""),
    before("不下于", Bound::AtLeast, ""),
    before("不超过", Bound::AtMost, ""),
    before("不高于", Bound::AtMost, ""),
    before("不多于", Bound::AtMost, ""),
    before("不大于", Bound::AtMost, ""),
    before("至少", Bound::AtLeast, ""),
    before("最少", Bound::AtLeast, ""),
    before("至多", Bound::AtMost, ""),
    before("最多", Bound::AtMost, ""),
    before("约有", Bound::About, "节预签制公契违合条纽简集邀"),
    before("约为", Bound::About, "节预签制公契违合条纽简集邀"),
    before("约达", Bound::About, "节预签制公契违合条纽简集邀"),
    before("约占", Bound::About, "节预签制公契违合条纽简集邀"),
    before("大约", Bound::About, ""),
    before("大概", Bound::About, ""),
    before("接近", Bound::About, ""),
    before("将近", Bound::About, ""),
    before("几乎", Bound::About, ""),
    before("超过", Bound::MoreThan, ""),
    before("超出", Bound::MoreThan, ""),
    before("突破", Bound::MoreThan, "术题点新大关"),
    before("高于", Bound::MoreThan, "不"),
    before("多于", Bound::MoreThan, "不"),
    before("大于", Bound::MoreThan, "不"),
    // 自身不足6项 names shortcomings, it does not bound 6.
    before("不足", Bound::LessThan, "身和与、存找些出在题项"),
    before("不到", Bound::LessThan, "查找收得看听见办做达受感想料"),
    before("低于", Bound::LessThan, "不"),
    before("少于", Bound::LessThan, "不"),
    before("小于", Bound::LessThan, "不"),
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

/// Words that bound a scale alone (上百, 破亿, 过百) and nothing else: 以上3项, 通过3个.
const BEFORE_SCALE: &[Before] = &[
    before("上", Bound::AtLeast, "以向网线天早晚之马"),
    before("破", Bound::MoreThan, "突"),
    before("过", Bound::MoreThan, "超通经不"),
];

/// Words behind the unit. 内 and 之内 close a limit just as 以内 does.
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
    let fits = |b: &Before| {
        let rest = without(left, b.word)?;
        (!rest.ends_with(|c: char| b.not_after.contains(c))).then_some((floor + rest.len(), b.bound))
    };
    let found = BEFORE.iter().find_map(fits);
    found.or_else(|| BEFORE_SCALE.iter().filter(|_| scale_alone).find_map(fits))
}

/// `left` without the word that it ends with; a line break of a wrapped paragraph may stand inside the word.
fn without<'t>(left: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = left;
    for (i, c) in word.chars().rev().enumerate() {
        if i > 0 {
            rest = rest.trim_end_matches(['\n', '\r', ' ', '\u{3000}']);
        }
        rest = rest.strip_suffix(c)?;
    }
    Some(rest)
}

/// The bound word that begins at `at`, as (end, bound).
pub(super) fn suffix(text: &str, at: usize, end: usize) -> Option<(usize, Bound)> {
    let right = &text[at..end];
    AFTER.iter().find_map(|&(word, bound)| {
        let rest = right.strip_prefix(word)?;
        let broken = NOT_BEFORE.iter().any(|(w, next)| *w == word && rest.starts_with(|c: char| next.contains(c)));
        (!broken).then_some((at + word.len(), bound))
    })
}
