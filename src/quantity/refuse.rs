//! What has numerals in it and states no figure: names, references, marks of order, ordinals.
//!
//! Each recogniser looks at the numeral and what touches it, and says what it read and why it is no figure.

use once_cell::sync::Lazy;
use rust_decimal::Decimal;

use super::words::*;
use super::{LastWhat, Number, Outcome, Reader, at_boundary, idiom, is_han};
use crate::bracket::{Around, Bracket, Pair};
use crate::charset::CharSet;
use crate::clause::divides;
use crate::fact::{Bound, Kind, Reason};
use crate::glyph::{Glyph, glyph, is_digit, is_space, marks};
use crate::period;
use crate::quantity::Quantity;
use crate::scan::{Scan, Style, scan, skip_few_spaces};
use crate::span::Span;
use crate::unit::{Calendar, Found, Row};

/// A quotation up to this many characters without punctuation is a name: “两微一号一栏”.
const QUOTED_NAME: usize = 16;

/// An address of the web or a record number is looked at this far to either side, in bytes, so that a text without
/// white space stays linear.
const LONGEST_TOKEN: usize = 256;

/// The last characters of the words before numbers that one calls or files.
static CALLING: Lazy<CharSet> = Lazy::new(|| {
    let words = POST_CODE.iter().chain(TELEPHONE).chain(RECORD);
    CharSet::new(words.filter_map(|word| word.chars().next_back()))
});

impl Reader<'_> {
    /// What the numeral is a part of, where that states no figure (or states one by itself: a rank, a fraction).
    pub(super) fn refuse(&self, n: &Number, around: Around) -> Option<Outcome> {
        if self.is_plain(n, around) {
            return None;
        }
        self.latin(n)
            .or_else(|| self.parts_of(n))
            .or_else(|| self.phrase(n))
            .or_else(|| n.scan.malformed.then(|| Outcome::Refused(n.span(), Reason::Bare)))
            .or_else(|| self.enclosed(n, around))
            .or_else(|| self.digits(n))
            .or_else(|| self.ratio(n))
            .or_else(|| self.ordinal(n))
            .or_else(|| self.order_mark(n))
            .or_else(|| self.not_stated(n))
    }

    /// Whether none of the recognisers has anything to look at: one or two digits between Chinese characters or commas that
    /// are none of theirs, outside of brackets. Most numerals are that.
    fn is_plain(&self, n: &Number, around: Around) -> bool {
        let follows = matches!(self.last.what, LastWhat::Refused(Reason::Article | Reason::Ordinal));
        let small = n.scan.style == Style::Arabic && n.scan.digits < 3 && !n.scan.malformed;
        if follows || !small || around.innermost.is_some() {
            return false;
        }
        let before = self.text[self.block.start..n.start].chars().next_back();
        let behind = self.right(n.scan.end).chars().next();
        before.is_some_and(|c| {
            is_han(c) && !matches!(c, '第' | '前' | '页' | '共') || matches!(c, ',' | '，' | '、' | '。' | '；' | '）')
        }) && behind.is_some_and(|c| is_han(c) && c != '分' || matches!(c, '%' | ',' | '，' | '。' | '；'))
    }

    fn refused(&self, start: usize, end: usize, reason: Reason) -> Option<Outcome> {
        Some(Outcome::Refused(Span::new(start, end), reason))
    }

    /// Attached to Latin letters (5G, PM2.5, H5), or inside an address of the web.
    fn latin(&self, n: &Number) -> Option<Outcome> {
        let end = n.scan.end;
        let before = self.left(n.start, 2);
        let mut back = before.chars().rev();
        // PDF两种 counts in Chinese.
        let touching = n.scan.style == Style::Arabic
            && match back.next() {
                Some('-' | '_') => back.next().is_some_and(|c| c.is_ascii_alphabetic()),
                Some(c) => c.is_ascii_alphabetic(),
                None => false,
            };
        let next = self.right(end).chars().next();
        let followed = next.is_some_and(|c| c.is_ascii_alphabetic());
        let unit = followed && self.units.at(self.text, end, self.block.end).is_some();
        let web_mark = next.is_some_and(|c| matches!(c, '@' | '_' | '=' | '#' | '&'))
            || before.ends_with(['/', '@', '_', '=', '#', '&', '?', '%']) && before.len() > 1;
        if !touching && (!followed || unit) && !web_mark {
            return None;
        }
        let token = self.latin_token(n.start, end);
        let word = &self.text[token.range()];
        let web = ["://", "www.", "@", ".com", ".cn", ".net", ".gov", ".org"].iter().any(|w| word.contains(w));
        if web {
            return Some(Outcome::Refused(token, Reason::Web));
        }
        if !touching && !followed {
            return None;
        }
        let record = RECORD.iter().any(|w| self.left(token.start, 6).trim_end_matches(['：', ':', ' ']).ends_with(w));
        let reason = if record { Reason::DocumentNumber } else { Reason::Name };
        let end = if record { token.end } else { end };
        self.refused(n.start, end, reason)
    }

    /// The run of printable ASCII around a place, back to what was read last.
    fn latin_token(&self, start: usize, end: usize) -> Span {
        let inside = |b: &u8| b.is_ascii_graphic() && !b"(),;\"<>[]".contains(b);
        let floor = self.last.end.max(self.block.start).min(start);
        let left =
            self.text.as_bytes()[floor..start].iter().rev().take(LONGEST_TOKEN).take_while(|b| inside(b)).count();
        let right =
            self.text.as_bytes()[end..self.block.end].iter().take(LONGEST_TOKEN).take_while(|b| inside(b)).count();
        Span::new(start - left, end + right)
    }

    /// 百分之五 is a percentage, 三分之一 and 1/3 are fractions.
    fn parts_of(&self, n: &Number) -> Option<Outcome> {
        let right = self.right(n.scan.end);
        let at = skip_few_spaces(self.text, n.scan.end, self.block.end);
        if let Some(rest) = self.right(at).strip_prefix('分') {
            let at = skip_few_spaces(self.text, self.block.end - rest.len(), self.block.end);
            if self.right(at).starts_with('之') {
                return self.parts_in_words(n, skip_few_spaces(self.text, at + '之'.len_utf8(), self.block.end));
            }
            // 百分百
            if n.is(self.text, "百") && rest.starts_with('百') && right.starts_with('分') {
                let end = self.block.end - rest.len() + '百'.len_utf8();
                let quantity = self.percent(n.start, end, Decimal::ONE_HUNDRED, Decimal::ONE_HUNDRED);
                return Some(self.unless_slogan(quantity));
            }
        }
        let denominator = right.strip_prefix(['/', '／'])?;
        let at = self.block.end - denominator.len();
        let m = scan(self.text, at, self.block.end, self.mode).ok()?;
        let plain = |s: &Scan| s.style == Style::Arabic && s.lower.is_integer() && s.scale == 0;
        let proper = plain(&n.scan) && plain(&m) && n.scan.lower < m.lower && n.scan.lower > Decimal::ZERO;
        let alone = !self.right(m.end).starts_with(['/', '／', '-', '.']) && !self.left(n.start, 1).ends_with('/');
        if !proper || !alone || period::digits_date(self.text, n.start, self.block.end).is_some() {
            return None;
        }
        // 24/7 and 1/30000 are names and marks more often than parts.
        if m.lower > Decimal::ONE_HUNDRED {
            return self.refused(n.start, m.end, Reason::Expression);
        }
        Some(self.fraction(n.start, m.end, n.scan.lower, m.lower))
    }

    fn parts_in_words(&self, n: &Number, at: usize) -> Option<Outcome> {
        let Ok(m) = scan(self.text, at, self.block.end, self.mode) else {
            return self.refused(n.start, at, Reason::NotStated);
        };
        let parts = n.scan.lower;
        // 十分之一 is a fraction; 百分之, 千分之, 万分之 count parts of a whole as % and ‰ do.
        if n.scan.bare && parts >= Decimal::ONE_HUNDRED && !m.malformed {
            return self.percent_in_words(n, &m, parts);
        }
        // 十分之三四 states no one fraction.
        if m.malformed || m.lower != m.upper {
            return self.refused(n.begin(), m.end, Reason::NotStated);
        }
        Some(self.fraction(n.begin(), m.end, m.lower, parts))
    }

    /// 百分之五, 百分之七八十, 百分之二十几.
    fn percent_in_words(&self, n: &Number, m: &Scan, parts: Decimal) -> Option<Outcome> {
        let of_hundred = |v: Decimal| v.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(parts).map(|v| v.normalize());
        let (mut lower, mut upper) = (of_hundred(m.lower)?, of_hundred(m.upper)?);
        if n.minus.is_some() {
            (lower, upper) = (-upper, -lower);
        }
        let (end, more) = self.more(m.end);
        let mut quantity = self.percent(n.begin(), if more { end } else { m.end }, lower, parts);
        if more || m.more {
            quantity.bound = Bound::MoreThan;
        }
        if lower < upper {
            quantity = quantity.ranging(lower, upper);
        }
        Some(self.unless_slogan(quantity))
    }

    /// A percentage in words, with its bounds, and with its upper end where 至 brings one (百分之五至七).
    fn percent(&self, start: usize, end: usize, value: Decimal, parts: Decimal) -> Quantity {
        let quantity = self.bounded(Span::new(start, end), Kind::Percent, value, Some("%".into()), false);
        let gap = skip_few_spaces(self.text, end, self.block.end);
        let joint = ["至", "到", "—", "-", "～"].iter().find(|w| self.right(gap).starts_with(**w));
        let departs = self.left(start, 1).ends_with(['由', '从', '自']);
        let Some(joint) = joint.filter(|_| !departs && quantity.span.end == end) else { return quantity };
        let at = skip_few_spaces(self.text, gap + joint.len(), self.block.end);
        let Ok(m) = scan(self.text, at, self.block.end, self.mode) else { return quantity };
        let upper = m.lower.checked_mul(Decimal::ONE_HUNDRED).and_then(|v| v.checked_div(parts));
        // 百分之五至百分之七 is met again, as a range of two wholes.
        let whole = self.right(m.end).starts_with("分之");
        let unit = self.units.at(self.text, m.end, self.block.end).is_some();
        match upper.filter(|u| *u > value && !whole && !unit) {
            Some(upper) => {
                let span = Span::new(quantity.span.start, m.end);
                Quantity { span, ..quantity }.ranging(value, upper.normalize())
            }
            None => quantity,
        }
    }

    fn fraction(&self, start: usize, end: usize, numerator: Decimal, denominator: Decimal) -> Outcome {
        let quantity = self.bounded(Span::new(start, end), Kind::Fraction, numerator, None, false);
        Outcome::Quantity(Quantity { value: None, lower: Some(numerator), upper: Some(denominator), ..quantity })
    }

    /// A set phrase that holds the whole numeral; or one that ends inside it (唯一|一家), and takes its part.
    fn phrase(&self, n: &Number) -> Option<Outcome> {
        // The phrases are written in Chinese.
        if n.scan.style == Style::Arabic {
            return None;
        }
        let (span, reason) = idiom::around(self.text, self.block, n.start)?;
        let holds = span.start <= n.start && n.scan.end <= span.end;
        // 例如一|九五三年, 同一|九四九年: a year is no end of a phrase.
        let year = matches!(n.scan.style, Style::Positional(_));
        let takes = span.start < n.start && n.start < span.end && !year;
        if !holds && !takes {
            return None;
        }
        // 十分 in 考核得十分 stands at the end of its clause, the adverb never does.
        if &self.text[span.range()] == "十分" && at_boundary(self.right(span.end)) {
            return None;
        }
        Some(Outcome::Refused(span, reason))
    }

    /// Inside a title, inside a quoted name, or alone in brackets.
    fn enclosed(&self, n: &Number, around: Around) -> Option<Outcome> {
        let bracket = around.innermost?;
        if around.titled {
            return self.refused(n.start, n.scan.end, Reason::Name);
        }
        if let Some(quote) = around.quote {
            let inner = &self.text[quote.inner.range()];
            let short = inner.chars().nth(QUOTED_NAME).is_none();
            if short && !marks(self.text, quote.inner).any(|(at, c)| divides(self.text, quote.inner, at, c)) {
                return self.refused(n.start, n.scan.end, Reason::Name);
            }
        }
        if bracket.pair != Pair::Aside {
            return None;
        }
        /// Nothing but a numeral and layout is longer.
        const LONGEST: usize = 96;
        if bracket.inner.len() > LONGEST {
            return None;
        }
        let inner = self.text[bracket.inner.range()].trim_matches(is_space);
        let alone = inner == &self.text[n.start..n.scan.end];
        if alone {
            return self.alone_in_brackets(n, &bracket);
        }
        // （2024版）
        let edition = inner.strip_suffix("版").is_some_and(|year| year.trim() == &self.text[n.start..n.scan.end]);
        if edition { self.refused(n.start, n.scan.end, Reason::Name) } else { None }
    }

    /// 〔2017〕52号, 第（一）项, （一）, 工业[5].
    fn alone_in_brackets(&self, n: &Number, bracket: &Bracket) -> Option<Outcome> {
        let after = skip_few_spaces(self.text, bracket.span.end, self.block.end);
        let rest = self.right(after);
        let numbered = rest.strip_prefix('第').unwrap_or(rest);
        let at = self.block.end - numbered.len();
        if let Ok(number) = scan(self.text, at, self.block.end, self.mode) {
            let end = skip_few_spaces(self.text, number.end, self.block.end);
            if self.right(end).starts_with('号') {
                return self.refused(bracket.span.start, end + '号'.len_utf8(), Reason::DocumentNumber);
            }
        }
        let before = self.left(bracket.span.start, 1);
        if before == "第" {
            let end = ["项", "款", "条", "目"].iter().find(|w| rest.starts_with(**w)).map_or(0, |w| w.len());
            return self.refused(bracket.span.start - before.len(), after + end, Reason::Article);
        }
        let dialled = self.text[n.start..].starts_with('0') && n.scan.digits >= 3;
        if dialled {
            return Some(Outcome::Refused(bracket.span, Reason::Telephone));
        }
        if n.scan.style == Style::Arabic && n.scan.digits == 4 {
            return self.refused(n.start, n.scan.end, Reason::Date);
        }
        let square = self.text[bracket.span.range()].starts_with(['[', '［', '〔', '【']);
        let reason = if square { Reason::Footnote } else { Reason::HeadingMark };
        Some(Outcome::Refused(bracket.span, reason))
    }

    /// Dates in digits, telephone numbers, post codes, page numbers, versions.
    fn digits(&self, n: &Number) -> Option<Outcome> {
        if let Some(time) = period::digits_date(self.text, n.start, self.block.end) {
            return Some(Outcome::Time(time));
        }
        if n.scan.style == Style::Dotted {
            return self.refused(n.start, n.scan.end, Reason::Name);
        }
        if n.scan.style != Style::Arabic {
            return None;
        }
        let right = self.right(n.start);
        let joined = right.char_indices().take(LONGEST_TOKEN).take_while(|&(_, c)| is_digit(c) || c == '-').last();
        let token = right[..joined.map_or(0, |(i, c)| i + c.len_utf8())].trim_end_matches('-');
        let end = (n.start + token.len()).max(n.scan.end);
        // Nothing that one calls or files has fewer digits.
        if token.len() < 3 && n.scan.digits < 3 {
            return self.page(n);
        }
        let near = self.left(n.start, 14);
        // Before most numbers stands no word of calling or filing, nor the last character of one.
        let spaced: String = match near.chars().any(|c| CALLING.contains(c)) {
            true => near.chars().filter(|c| !is_space(*c)).collect(),
            false => String::new(),
        };
        let after = |words: &[&str]| {
            let left = spaced.trim_end_matches(['：', ':', '为', '是', '（', '(', '+', '、', '/', '转']);
            words.iter().any(|w| left.ends_with(w))
        };
        let has_unit = || {
            let at = skip_few_spaces(self.text, n.scan.end, self.block.end);
            let unit = self.units.at(self.text, at, self.block.end);
            unit.is_some_and(|u| !matches!(u.row, Row::Instead(Reason::Bare)))
        };
        if after(POST_CODE) && n.scan.digits == 6 {
            return self.refused(n.start, end, Reason::PostCode);
        }
        let count = token.chars().filter(|&c| is_digit(c)).count();
        let dashed = token.contains('-');
        let shaped =
            dashed && count >= 10 && (token.starts_with('0') || token.starts_with("400") || token.starts_with("800"))
                || !dashed && count == 11 && token.starts_with('1') && !has_unit();
        let follows_call = matches!(self.last.what, LastWhat::Refused(Reason::Telephone))
            && self.text[self.last.end..n.start].chars().all(|c| "、，, ；;转/—-".contains(c))
            && n.scan.digits >= 3;
        let called = count >= 3 && CALLED.iter().any(|w| self.right(end).starts_with(w)) && count <= 6 && !has_unit();
        if shaped || called || (after(TELEPHONE) || follows_call) && count >= 3 && !has_unit() {
            return self.refused(n.start, end.max(n.scan.end), Reason::Telephone);
        }
        if after(RECORD) && !has_unit() {
            let token = self.latin_token(n.start, n.scan.end);
            return self.refused(n.start, token.end, Reason::DocumentNumber);
        }
        if dashed && token.matches('-').count() > 1 {
            return self.refused(n.start, end, Reason::Name);
        }
        self.page(n)
    }

    /// — 3 — on a line of its own; 第3页; the counter of a page's readers.
    fn page(&self, n: &Number) -> Option<Outcome> {
        let touching = self.left(n.start, 1);
        let alone = touching.is_empty() || touching.starts_with(|c| is_space(c) || "：:-—－–第页共".contains(c));
        if !alone {
            return None;
        }
        let colon = self.left(n.start, 12).trim_end_matches(is_space);
        if let Some(left) = colon.strip_suffix(['：', ':'])
            && READERS.iter().any(|w| left.trim_end_matches(is_space).ends_with(w))
        {
            let unit = ["次", "人次", "人"].iter().find(|w| self.right(n.scan.end).starts_with(**w));
            return self.refused(n.start, n.scan.end + unit.map_or(0, |w| w.len()), Reason::Page);
        }
        let before = self.left(n.start, 2).trim_end_matches(is_space);
        let again = matches!(self.last.what, LastWhat::Refused(Reason::Page));
        let counted = before.ends_with('第') || again && before.ends_with('共');
        if let Some(rest) = self.right(n.scan.end).trim_start_matches(is_space).strip_prefix('页').filter(|_| counted)
        {
            return self.refused(n.start, self.block.end - rest.len(), Reason::Page);
        }
        // The line that the number stands on, as far as a page mark can be long.
        let before = self.left(n.start, 8);
        let after = self.ahead(n.scan.end, 8);
        let breaks = |c: char| c == '\n' || c == '\r';
        let dashes = |s: &str| {
            s.chars().all(|c| is_space(c) || "-—－–第页共".contains(c)) && !s.trim_matches(is_space).is_empty()
        };
        let opens = before
            .rsplit(breaks)
            .next()
            .filter(|s| s.len() < before.len() || n.start - before.len() == self.block.start);
        let closes =
            after.split(breaks).next().filter(|s| s.len() < after.len() || n.scan.end + after.len() == self.block.end);
        let line = opens.is_some_and(dashes) && closes.is_some_and(dashes);
        line.then(|| Outcome::Refused(n.span(), Reason::Page))
    }

    /// 8.7∶41.2∶50.1, 14：43, 2×35万千瓦, 1+1: numbers that a sign joins.
    fn ratio(&self, n: &Number) -> Option<Outcome> {
        if n.scan.style != Style::Arabic {
            return None;
        }
        let mut end = n.scan.end;
        let mut first = None;
        let mut parts = 1;
        loop {
            let at = skip_few_spaces(self.text, end, self.block.end);
            let Some(sign) = self.right(at).chars().next().filter(|c| "∶：:×xX*＊+＋".contains(*c)) else {
                break;
            };
            let next = skip_few_spaces(self.text, at + sign.len_utf8(), self.block.end);
            let digit = self.right(next).chars().next().is_some_and(is_digit);
            let Ok(m) = scan(self.text, next, self.block.end, self.mode) else { break };
            if !digit {
                break;
            }
            first.get_or_insert((sign, m));
            end = m.end;
            parts += 1;
        }
        let (sign, second) = first?;
        if !"∶：:".contains(sign) {
            return self.refused(n.start, end, Reason::Expression);
        }
        let clock = sign != '∶'
            && second.digits == 2
            && n.scan.digits <= 2
            && n.scan.lower < Decimal::from(24)
            && second.lower < Decimal::from(60)
            && parts <= 3;
        self.refused(n.start, end, if clock { Reason::Date } else { Reason::Ratio })
    }

    /// 第 before the numeral: an article, a rank, or an ordinal.
    fn ordinal(&self, n: &Number) -> Option<Outcome> {
        let left = self.text[self.block.start..n.start].trim_end_matches(is_space);
        let Some(before) = left.strip_suffix('第') else { return self.inherited(n).or_else(|| self.place(n)) };
        let start = self.block.start + before.len();
        let at = skip_few_spaces(self.text, n.scan.end, self.block.end);
        let right = self.right(at);
        if let Some(word) = ARTICLES.iter().find(|w| right.starts_with(**w)) {
            return self.refused(start, at + word.len(), Reason::Article);
        }
        let found = self.units.at(self.text, at, self.block.end);
        match found.as_ref().map(|f| (f.row, f.end)) {
            Some((Row::Instead(Reason::DocumentNumber), end)) => self.refused(start, end, Reason::DocumentNumber),
            Some((Row::Calendar(Calendar::Period), end)) => self.refused(start, end, Reason::Period),
            Some((Row::Unit(unit), end)) if matches!(unit.spelling(), "位" | "名") => {
                let priority = ["放在", "摆在", "作为", "是"].iter().any(|w| before.ends_with(w));
                if priority {
                    return self.refused(start, end, Reason::Ordinal);
                }
                let name = unit.spelling().to_owned();
                self.rank(start, end, n, Some(name.into()), Bound::Exact)
            }
            _ => {
                let window = self.left(start, 14);
                let among = AMONG.iter().any(|w| before.ends_with(w));
                // 位列功能区第一: among whom may be any name.
                let listed = LISTED.iter().any(|w| {
                    let name = window.rfind(w).map(|at| &window[at + w.len()..]);
                    name.is_some_and(|name| name.chars().all(is_han))
                });
                let placed = listed || PLACED.iter().any(|w| before.ends_with(w));
                // 列47个市直部门第四: among those that are counted.
                let counted = self.last.what == LastWhat::Quantity
                    && self.text[self.last.end..start].chars().all(is_han)
                    && PLACED.iter().any(|w| self.left(self.last.end, 12).contains(w));
                // 由全市第八跃升至第二.
                let rises = among && RISES.iter().any(|w| right.starts_with(w));
                let stands = rises || at_boundary(right) || right.starts_with(['、', '的', '和']);
                if stands
                    && (placed
                        || counted
                        || among && (window.chars().count() > 2 || PLACED.iter().any(|w| window.contains(w))))
                {
                    return self.rank(start, n.scan.end, n, None, Bound::Exact);
                }
                let end = match found {
                    Some(f) if matches!(f.row, Row::Unit(_) | Row::Instead(Reason::Ordinal) | Row::Calendar(_)) => {
                        f.end
                    }
                    _ => n.scan.end,
                };
                self.refused(start, end, Reason::Ordinal)
            }
        }
    }

    fn rank(
        &self,
        start: usize,
        end: usize,
        n: &Number,
        unit: Option<std::borrow::Cow<'static, str>>,
        bound: Bound,
    ) -> Option<Outcome> {
        let value = n.values().0;
        let span = Span::new(start, end);
        Some(Outcome::Quantity(Quantity {
            span,
            kind: Kind::Rank,
            value: Some(value),
            lower: None,
            upper: None,
            unit,
            bound,
            shared: None,
        }))
    }

    /// 居全省前三位: at most the third place. Elsewhere 前三名 counts, and what it counts is not a figure.
    fn place(&self, n: &Number) -> Option<Outcome> {
        let before = self.left(n.start, 14).strip_suffix('前')?;
        let placed = PLACED.iter().any(|w| before.contains(w)) && AMONG.iter().any(|w| before.ends_with(w));
        let right = self.right(n.scan.end);
        let unit = ["位", "名"].iter().find(|w| right.starts_with(**w));
        let end = n.scan.end + unit.map_or(0, |w| w.len());
        let stands = at_boundary(self.right(end)) || self.right(end).starts_with("行列");
        if placed && stands {
            return self.rank(n.start - '前'.len_utf8(), end, n, unit.map(|w| (*w).into()), Bound::AtMost);
        }
        unit.and_then(|_| self.refused(n.start, end, Reason::Ordinal))
    }

    /// 第九、十条; 第九条至第十二条; 十四届|五次会议: what goes on from a reference is one.
    fn inherited(&self, n: &Number) -> Option<Outcome> {
        let LastWhat::Refused(reason @ (Reason::Article | Reason::Ordinal)) = self.last.what else { return None };
        let gap = self.text.get(self.last.end..n.start)?.trim_matches(is_space);
        if !matches!(gap, "" | "、" | "和" | "至" | "-" | "—" | "～" | "到" | "及") {
            return None;
        }
        // 十四届|五次会议 goes on, 第一剂|108.9万剂次 does not.
        if gap.is_empty() && (reason == Reason::Article || n.scan.style == Style::Arabic || n.scan.scale > 0) {
            return None;
        }
        let at = skip_few_spaces(self.text, n.scan.end, self.block.end);
        let found = self.units.at(self.text, at, self.block.end);
        // 第二十条和26个领域: no article is counted so.
        let counts = |f: &Found<'_>| matches!(f.row, Row::Unit(unit) if !ARTICLES.contains(&unit.spelling()));
        if reason == Reason::Article && n.scan.style == Style::Arabic && found.as_ref().is_some_and(counts) {
            return None;
        }
        let end = match found {
            Some(f)
                if matches!(f.row, Row::Unit(_) | Row::Instead(_))
                    && self.text[f.start..f.end].chars().count() == 1 =>
            {
                f.end
            }
            _ => n.scan.end,
        };
        self.refused(n.start, end, reason)
    }

    /// 一是 二要 at the beginning of a clause; 1. 2、 3） behind a colon or a stop.
    fn order_mark(&self, n: &Number) -> Option<Outcome> {
        let before = self.text[self.block.start..n.start].trim_end_matches(is_space);
        let opens =
            before.is_empty() || before.ends_with(['。', '；', '：', ';', ':', '！', '？', '）', '，', ',', '、']);
        let right = self.right(n.scan.end);
        let small = n.scan.lower < Decimal::ONE_HUNDRED && n.scan.scale == 0;
        if !opens || !small {
            return None;
        }
        let word = ["是", "要", "则", "抓", "来"].iter().find(|w| right.starts_with(**w));
        if let Some(word) = word.filter(|_| n.scan.style == Style::Chinese) {
            return self.refused(n.start, n.scan.end + word.len(), Reason::HeadingMark);
        }
        if before.ends_with(['，', ',', '、']) {
            return None;
        }
        let mark = right.chars().next().filter(|c| matches!(c, '.' | '．' | '、' | ')' | '）'))?;
        let rest = &right[mark.len_utf8()..];
        // 3、5、8件 is a list of numbers and 1.5 one number.
        let numbered =
            rest.trim_start_matches(is_space).chars().next().is_some_and(|c| !glyph(c).is_some_and(Glyph::is_part));
        numbered.then(|| Outcome::Refused(Span::new(n.start, n.scan.end + mark.len_utf8()), Reason::HeadingMark))
    }

    /// 数十家, 几百人, 好几千: the number is not said.
    fn not_stated(&self, n: &Number) -> Option<Outcome> {
        // 几十万 is as vague as 几十.
        let tens = self.text[n.start..n.scan.end].strip_prefix('十');
        let vague =
            n.scan.bare || tens.is_some_and(|rest| rest.chars().all(|c| matches!(c, '万' | '亿' | '萬' | '億')));
        let left = self.left(n.start, 2);
        let last = left.chars().next_back()?;
        let word = match last {
            // 人数十二人 says how many; 数十人 does not.
            '数' => !["人数", "户数", "总数", "件数", "次数", "个数"].contains(&left),
            '几' | '幾' => true,
            _ => false,
        };
        if !vague || !word {
            return None;
        }
        let at = skip_few_spaces(self.text, n.scan.end, self.block.end);
        let end = match self.units.at(self.text, at, self.block.end) {
            Some(f) if matches!(f.row, Row::Unit(_)) => f.end,
            _ => n.scan.end,
        };
        self.refused(n.start - last.len_utf8(), end, Reason::NotStated)
    }

    /// Whether a percentage measures nothing: 100%全覆盖, 百分百公开. One that a rate or a verb of reaching
    /// governs, or that ends its clause, is a figure.
    fn slogan(&self, quantity: &Quantity) -> bool {
        let right = self.right(quantity.span.end);
        let goes_on = right.chars().next().is_some_and(|c| is_han(c) && !"的以左和及与且并同比较占即为".contains(c));
        let left = self.left(quantity.span.start, 10);
        let reached = left.ends_with(['比', '达', '为', '至', '度', '均', '了', '是', '到', '重', '例'])
            && !left.ends_with("做到");
        let governed = reached || left.contains(['率', '占']);
        quantity.value == Some(Decimal::ONE_HUNDRED) && goes_on && !governed
    }

    /// A quantity that has been read, unless it is a percentage that measures nothing.
    pub(super) fn unless_slogan(&self, quantity: Quantity) -> Outcome {
        match quantity.kind == Kind::Percent && self.slogan(&quantity) {
            true => Outcome::Refused(quantity.span, Reason::Slogan),
            false => Outcome::Quantity(quantity),
        }
    }
}
