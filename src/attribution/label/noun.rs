//! How far the counted noun reaches among the words behind a figure.
//!
//! Each word is asked the same three questions in the same order: may it stand inside the noun, does the noun end
//! before it, does it name things. A rule is a line of one of these questions.

use super::super::words::*;
use super::predicate_at;
use crate::fact::Kind;
use crate::glyph::count;
use crate::segment::Word;

/// The words behind a figure, up to the next figure, 、 or aside.
pub(super) struct Counted<'w, 't> {
    /// What the figure is.
    pub(super) kind: Kind,
    pub(super) words: &'w [Word<'t>],
    /// What the next figure is, where it stands right behind the words.
    pub(super) followed: Option<Kind>,
    /// Whether 的 stands between: 五分之一的村.
    pub(super) owned: bool,
    /// Whether a word of doing stands right before the figure: 启动2.3万户搬迁.
    pub(super) launched: bool,
    /// Whether anything stands before the figure in its clause.
    pub(super) governed: bool,
}

impl Counted<'_, '_> {
    /// Where the noun ends, in bytes from the first word on; none where no noun stands there.
    pub(super) fn end(&self) -> Option<usize> {
        let mut end = 0;
        let mut whole = true;
        let mut quoted = false;
        for (k, word) in self.words.iter().enumerate() {
            // 128项“一件事”事项: a name in quotation marks.
            if matches!(word.text, "“" | "”" | "《" | "》") {
                quoted = matches!(word.text, "“" | "《");
                // 30万群众|提供“家门口”服务.
                if quoted && end > 0 && self.words[k - 1].span.end != end {
                    whole = false;
                    break;
                }
                end = if quoted { end } else { word.span.end };
                continue;
            }
            if quoted || self.goes_on(k) {
                continue;
            }
            if self.stops(k, end > 0) {
                whole = false;
                break;
            }
            if self.names(k) {
                end = word.span.end;
            }
        }
        let all = self.words.last().filter(|_| whole && self.ends_in_acts(end > 0));
        let end = self.without_rate(self.without_amount(all.map_or(end, |last| last.span.end)));
        (end > 0).then_some(end)
    }

    /// 排名靠后的|单位: where the nouns begin that stand behind the last 的, to the end.
    pub(super) fn tail(&self) -> Option<usize> {
        let of = self.words.iter().rposition(|w| w.text == "的").filter(|&k| k > 0 && self.followed.is_none())?;
        let tail = &self.words[of + 1..];
        let told = self.words[..of].iter().any(|w| matches!(w.text, "了" | "过" | "着" | "是"));
        let things = self.kind == Kind::Count && (1..=2).contains(&tail.len()) && tail.iter().all(is_noun) && !told;
        things.then(|| tail[0].span.start)
    }

    /// 享受低保的|申请人: the noun behind 的 that the words before it describe; a vague one (申请) with them.
    pub(super) fn described(&self) -> Option<(usize, usize)> {
        /// So many words describe at most.
        const MOST: usize = 6;
        let of = self.words.iter().take(MOST + 1).position(|w| w.text == "的")?;
        let opens = |w: &Word<'_>| {
            matches!(w.tag, "v" | "a" | "ad") && !NO_NOUNS.contains(w.text) && !VERBAL_NOUNS.contains(&w.text)
        };
        // 53户不符合条件的农户.
        let denied = matches!(self.words[0].text, "不" | "不再" | "未") && self.kind == Kind::Count;
        // 5个工作滞后的单位.
        let qualified = (2..=3).contains(&of)
            && is_noun(&self.words[0])
            && matches!(self.words[of - 1].tag, "v" | "a" | "ad")
            && self.next(of).is_some_and(|w| is_holder(w.text));
        // 3件超过规定的期限, 1件申请不符合法定的形式: what is told of them is none of theirs.
        let told = self.words[..of]
            .iter()
            .any(|w| matches!(w.text, "了" | "过" | "着" | "是") || RELATING.contains(&w.text) || w.tag == "q");
        let opened = of > 0 && (self.governed && (opens(&self.words[0]) || qualified) || denied);
        let fits = opened && self.kind == Kind::Count && !told;
        let mut nouns = self.words[of + 1..].iter().take_while(|w| is_noun(w) && w.tag != "vn");
        let first = nouns.next().filter(|_| fits)?;
        let last = nouns.last();
        let vague = last.is_none() && VAGUE.contains(&first.text);
        Some((if vague { 0 } else { first.span.start }, last.unwrap_or(first).span.end))
    }

    fn next(&self, k: usize) -> Option<&Word<'_>> {
        self.words.get(k + 1)
    }

    /// Whether word `k` may stand inside a noun, whatever else it is.
    fn goes_on(&self, k: usize) -> bool {
        let word = &self.words[k];
        // 126个市级以上重点项目, 10个亿元以上项目.
        let measured = || word.text == "以上" && k > 0 && self.words[k - 1].text.ends_with(['级', '元']);
        // 6个均衡发展区.
        let named = || {
            CHANGES.contains(word.text)
                && (k > 0 || self.kind == Kind::Count && self.words.len() == 2)
                && self.next(k).is_some_and(|next| NAMED_BY_CHANGE.contains(next.text))
        };
        // 8家全国重点实验室.
        let nationwide = || {
            k == 0
                && self.kind == Kind::Count
                && matches!(word.text, "全国" | "全省" | "全市")
                && self.next(k).is_some_and(|next| is_noun(next) || ATTRIBUTES.contains(&next.text))
        };
        // 县域医|共|体: characters of a word that the dictionary does not know.
        let unknown = || {
            let single = |w: &Word<'_>| count(w.text) == 1;
            let around = k.checked_sub(1).map(|before| &self.words[before]).zip(self.next(k));
            single(word) && around.is_some_and(|(a, b)| single(a) && is_noun(a) && single(b) && is_noun(b))
        };
        // 38个民生保障和社会事业项目: to the end nothing but nouns.
        let joins = || {
            matches!(word.text, "和" | "与" | "及")
                && k > 0
                && (self.followed.is_none() || self.followed == Some(Kind::Money))
                && self.next(k).is_some()
                && self.words[k + 1..].iter().all(|w| is_noun(w) || w.tag == "b")
        };
        measured() || named() || nationwide() || unknown() || joins()
    }

    /// Whether no noun reaches over word `k`; `begun` where one stands before it.
    fn stops(&self, k: usize, begun: bool) -> bool {
        let word = &self.words[k];
        // 重点项目全面|竣工.
        let adverb = || begun && k + 2 == self.words.len() && FULLY.contains(&word.text);
        let unfit = || NO_NOUNS.contains(word.text) || CHANGES.contains(word.text);
        // 四个方面|统筹发力.
        let sides = || {
            let told = matches!(word.tag.as_bytes().first(), Some(b'v' | b'd' | b'a')) && !is_noun(word);
            k > 0 && self.words[k - 1].text == "方面" && told
        };
        // 12家单位|入选.
        let became = || begun && becomes(word) && self.next(k).is_some();
        // 监测对象|稳定消除风险.
        let manner = || {
            let how = begun && FULLY.contains(&word.text);
            how && self.next(k).is_some_and(|next| next.tag == "v" && !VERBAL_NOUNS.contains(&next.text))
        };
        adverb() || manner() || sides() || unfit() || self.is_function(k) || self.told_of_next(k, begun) || became()
    }

    /// Whether word `k` is a preposition, adverb, pronoun or the like, and no attribute of things.
    fn is_function(&self, k: usize) -> bool {
        let word = &self.words[k];
        !self.is_thing(k)
            && matches!(word.tag.as_bytes().first(), Some(b'p' | b'c' | b'u' | b'd' | b'r' | b'x' | b'y' | b'f' | b't'))
            && !matches!(word.tag, "ug" | "ad" | "mq")
            && !ATTRIBUTES.contains(&word.text)
    }

    /// 12家水厂|公开检测报告144份: whether word `k` is the predicate of the next figure.
    fn told_of_next(&self, k: usize, begun: bool) -> bool {
        let word = &self.words[k];
        let predicate = self.followed.is_some()
            && word.text.chars().count() > 1
            && predicate_at(self.words, k)
            && !VERBAL_NOUNS.contains(&word.text);
        // 24个行政执法单位|办理案件3915件: of two verbs the known one.
        let first =
            || PREDICATES.contains(word.text) || !self.words[k + 1..].iter().any(|w| PREDICATES.contains(w.text));
        let spent = || self.kind == Kind::Money && word.tag.starts_with('v');
        predicate && (begun && word.tag == "v" && first() || PREDICATES.contains(word.text) && (begun || spent()))
    }

    /// Whether word `k` names things.
    fn names(&self, k: usize) -> bool {
        // 六个查询点.
        let place = || PLACES.contains(&self.words[k].text);
        // 专业合作组织.
        let body = || k > 0 && BODIES.contains(&self.words[k].text);
        self.is_thing(k) || k + 1 == self.words.len() && (place() || body())
    }

    fn is_thing(&self, k: usize) -> bool {
        // 12个村, 3个村|入选名录: a thing that could measure another one.
        let single = || {
            k == 0
                && matches!(self.words[k].tag, "q" | "zg")
                && (self.owned
                    || self.next(k).is_none_or(|w| w.text == "的" || becomes(w) || CHANGES.contains(w.text) || acts(w)))
        };
        // 16条背街巷|道的综合整治.
        let last = || {
            k > 0
                && self.words[k].tag == "q"
                && is_noun(&self.words[k - 1])
                && self.next(k).is_some_and(|w| w.text == "的")
        };
        is_noun(&self.words[k]) || single() || last()
    }

    /// 3次网上评查: to the end of the clause, what is tagged as verbs behind an attribute is the thing itself.
    fn ends_in_acts(&self, begun: bool) -> bool {
        let attribute = |w: &Word<'_>| matches!(w.tag.as_bytes().first(), Some(b'a' | b'b' | b's')) && w.tag != "ad";
        let acts = self.words.iter().rev().take_while(|w| w.tag.starts_with('v')).count();
        let before = self.words.len().checked_sub(acts + 1).map(|k| &self.words[k]);
        // 惠民实事圆满|办结: the predicate of what is counted.
        let told = |w: &Word<'_>| PREDICATES.contains(w.text) || BECOMING.contains(w.text);
        let predicated = begun && self.words.last().is_some_and(told);
        // 启动2.3万户地质灾害|避险搬迁.
        let launched = self.launched && begun && before.is_some_and(is_noun);
        let fits = (1..=2).contains(&acts) && self.words.len() <= 4;
        fits && (launched || !predicated && before.is_some_and(attribute))
    }

    /// 11个单位|往来款项9436万元: whoever has what the next figure is of is counted without it.
    fn without_amount(&self, end: usize) -> usize {
        let other = matches!(self.followed, Some(Kind::Money | Kind::Percent)) && self.followed != Some(self.kind);
        let last = self.words.iter().rev().find(|w| w.span.end <= end);
        let amount = || last.is_some_and(|w| AMOUNTS.iter().any(|amount| w.text.ends_with(amount)));
        if self.kind != Kind::Count || !other || !amount() {
            return end;
        }
        let holder = self.words.iter().find(|w| is_holder(w.text));
        holder.map_or(end, |w| w.span.end.min(end))
    }

    /// 5处水源地水质|达标率: a rate is none of the things that one counts.
    fn without_rate(&self, mut end: usize) -> usize {
        let rate =
            |end: usize| self.words.iter().find(|w| w.span.end == end && w.span.start > 0 && w.text.ends_with('率'));
        while let Some(word) = rate(end) {
            end = word.span.start;
        }
        end
    }
}

/// Whether a word behind a figure names things.
pub(super) fn is_noun(word: &Word<'_>) -> bool {
    word.tag.starts_with('n')
        || matches!(word.tag, "vn" | "j" | "l" | "eng" | "an")
        || VERBAL_NOUNS.contains(&word.text)
}

/// Whether words end with one that can have things of its own.
pub(super) fn is_holder(words: &str) -> bool {
    HOLDERS.iter().any(|holder| words.ends_with(holder))
}

/// Whether a word behind a noun says what it does: 2个县|虚增收入, 1个县|向142人发放.
fn acts(word: &Word<'_>) -> bool {
    word.tag == "p" || word.tag == "v" && count(word.text) > 1 && !VERBAL_NOUNS.contains(&word.text)
}

/// Whether a word behind a noun says what became of the things.
fn becomes(word: &Word<'_>) -> bool {
    word.tag.starts_with('v') && BECOMING.contains(word.text) || ENTERING.contains(word.text)
}
