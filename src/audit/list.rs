//! The items of a list against the number that it is said to have.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Audit, Check, Outcome, Rule, Severity};
use crate::fact::{Bound, Fact, Kind, Stated};
use crate::glyph::{is_han, is_space, last_of};
use crate::span::Span;

/// A list is no longer than so many bytes, nor has it more items.
const LONGEST: usize = 900;
const MOST: u32 = 50;

/// A name in a list behind a colon has no more characters.
const LONGEST_NAME: usize = 8;

/// In brackets behind a number: what is no list of all of it.
const NO_LIST: &[&str] = &["等", "如", "其中", "包括", "含", "详见", "见附", "不含", "每", "主要"];
/// In which things are counted that are named one by one.
const THINGS: &[&str] = &["个", "家", "名", "项", "类", "种", "大类", "所"];
/// Between a number and the names of all.
const NAMED: &[&str] = &["，依次为", "，依次是", "，分别为", "，分别是", "，即"];
/// Before a list that names everything.
const OPENERS: &[&str] = &["由", "分为", "分", "包括", "设", "涵盖", "即"];

impl Audit<'_> {
    pub(super) fn enumerations(&self) -> Vec<Check> {
        (0..self.facts.len()).filter_map(|i| self.behind(i).or_else(|| self.ahead(i))).collect()
    }

    /// The whole number of things that a fact counts, where it can be that of a list.
    fn number(&self, i: usize) -> Option<u32> {
        let fact = &self.facts[i];
        let counted = fact.kind == Kind::Count && fact.stated == Stated::Number && fact.bound == Bound::Exact;
        fact.value.filter(|v| counted && v.is_integer())?.to_u32().filter(|n| (2..=MOST).contains(n))
    }

    /// 外设八个分厅（公安、国税、…）.
    fn behind(&self, i: usize) -> Option<Check> {
        let number = self.number(i)?;
        let fact = &self.facts[i];
        let noun =
            fact.label_span.filter(|label| label.start >= fact.span.end).map_or(fact.span.end, |label| label.end);
        let rest = self.report.source.get(noun..)?.trim_start_matches(is_space);
        let (inner, closes): (&str, &[char]) = match rest.strip_prefix(['（', '(']) {
            Some(inner) => (inner, &['）', ')']),
            // 三个检查组：综合组、业务组、督导组。六个领域，依次为…。
            None => {
                let colon = || rest.strip_prefix(['：', ':']);
                // 诉求集中在六个|领域，依次为: the label may stand before the number.
                let noun = rest
                    .char_indices()
                    .take(LONGEST_NAME)
                    .find(|(_, c)| !is_han(*c))
                    .map_or(rest, |(at, _)| &rest[at..]);
                let thing = fact.unit.as_deref().is_some_and(|unit| THINGS.contains(&unit));
                match NAMED.iter().find_map(|w| noun.strip_prefix(w)).filter(|_| thing) {
                    Some(names) => (names, &['。', '；', ';', '\n']),
                    None => (colon()?, &['。', '；', '，', ';', ',', '\n']),
                }
            }
        };
        let end = inner.char_indices().take_while(|(at, _)| *at < LONGEST).find(|(_, c)| closes.contains(c))?.0;
        let list = &inner[..end];
        // Behind a colon stands much else than names.
        if closes.contains(&'。') && list.split('、').any(|item| item.chars().count() > LONGEST_NAME) {
            return None;
        }
        // A figure in it makes it a breakdown, a bracket in it something longer.
        let from = self.report.source.len() - inner.len();
        let counted = self.facts.get(i + 1).is_some_and(|next| next.span.start < from + end);
        let listed = list.contains('、') && !counted && !list.contains(['（', '(', '。', '；', '：', '，', ',']);
        if !listed || NO_LIST.iter().any(|w| list.contains(w)) {
            return None;
        }
        let items = items(list);
        let check = self.counted(i, items[0]);
        if items.contains(&number) {
            return Some(Check { outcome: Outcome::Holds, ..self.counted(i, number) });
        }
        // 3个镇（A、B）might name some of them.
        Some(check.weighing(Severity::Warning))
    }

    /// 由概述、主动公开、依申请公开等三个部分组成.
    fn ahead(&self, i: usize) -> Option<Check> {
        let number = self.number(i)?;
        let fact = &self.facts[i];
        let text = &self.report.source;
        let sentence = Span::new(fact.sentence.start.min(fact.span.start), fact.span.start);
        let lead = text.get(last_of(text, sentence, LONGEST).range())?;
        let list = lead.trim_end_matches(is_space);
        let open = list.strip_suffix('等');
        let list = open.unwrap_or(list);
        let mark = list
            .rfind(['，', '。', '；', '：', ',', ';', ':'])
            .map_or(0, |at| at + list[at..].chars().next().map_or(0, char::len_utf8));
        let clause = &list[mark..];
        let from = text.len().min(fact.span.start) - (lead.len() - mark);
        let counted = i.checked_sub(1).is_some_and(|j| self.facts[j].span.end > from);
        if !clause.contains('、') || counted || clause.contains(['（', '(']) && !clause.contains(['）', ')']) {
            return None;
        }
        let items = items(clause);
        if items.contains(&number) {
            return Some(Check { outcome: Outcome::Holds, ..self.counted(i, number) });
        }
        // A list before 等 may name some of them, and two names before a number are seldom what it counts; three and more that
        // miss it by one are.
        let told = items[1];
        let (more, near) = (told > number, told >= 3 && told.abs_diff(number) == 1 && !clause.contains('等'));
        let opened = || OPENERS.iter().any(|w| clause.find(w).is_some_and(|at| at < clause.find('、').unwrap_or(0)));
        let wrong = if open.is_some() { more && opened() } else { near };
        wrong.then(|| self.counted(i, told).weighing(Severity::Warning))
    }

    fn counted(&self, i: usize, items: u32) -> Check {
        let stated = self.exact_or_zero(&self.facts[i]);
        Check::new(Rule::Enumeration, Outcome::Broken, vec![i]).with(items.into(), stated)
    }

    fn exact_or_zero(&self, fact: &Fact<'_>) -> Decimal {
        fact.value.unwrap_or_default()
    }
}

/// How many items a list has: by 、 alone, and with its last 和.
fn items(list: &str) -> [u32; 2] {
    let marks = list.matches('、').count() as u32;
    let joined = list.rsplit('、').next().is_some_and(|last| last.contains(['和', '及', '与']));
    // 国税、地税和车管: three.
    [marks + 1, marks + 1 + u32::from(joined)]
}
