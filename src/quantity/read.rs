//! A numeral and what stands behind it: its unit, its bounds, its kind.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::words::*;
use super::{CLOSING, Number, Outcome, Quantity, Reader, Shared, at_boundary, bound, is_han};
use crate::bracket::Pair;
use crate::fact::{Bound, Kind, Reason};
use crate::glyph::{Glyph, glyph, is_digit, is_space, last_chars};
use crate::period;
use crate::scan::{Style, scan, skip_few_spaces};
use crate::span::Span;
use crate::unit::{Calendar, Found, Row, Unit};

impl Reader<'_> {
    /// The quantity that begins with the numeral, by the unit behind it or the noun before it.
    pub(super) fn read(&self, n: &Number) -> Outcome {
        // 1 0 8 9 万吨: which of the numbers set side by side the unit belongs to is anybody's guess.
        if self.beside_another(n) {
            let (at, _) = self.more(n.scan.end);
            let end = self.unit_at(n, at).map_or(n.scan.end, |(found, _)| found.end);
            return Outcome::Refused(Span::new(n.begin(), end), Reason::Bare);
        }
        if let Some(outcome) = self.one_half(n) {
            return outcome;
        }
        let (at, more) = self.more(n.scan.end);
        let Some((found, number)) = self.unit_at(n, at) else { return self.without_unit(n, at, more) };
        match found.row {
            Row::Calendar(calendar) => self.calendar(&number, *calendar, &found),
            Row::Instead(reason) => self.instead(&number, *reason, &found),
            Row::Unit(unit) => {
                let half = if unit.spelling() == "个" { self.half_inside(&number, &found) } else { None };
                half.unwrap_or_else(|| self.with_unit(&number, unit, &found, more))
            }
        }
    }

    /// Whether nothing but a space parts the numeral from an Arabic one that waits.
    fn beside_another(&self, n: &Number) -> bool {
        let Some(before) = self.waiting.last().filter(|w| w.scan.style == Style::Arabic) else { return false };
        let gap = &self.text[before.scan.end..n.begin()];
        n.scan.style == Style::Arabic && !gap.is_empty() && gap.chars().all(is_space)
    }

    /// 余 多 几 behind the numeral, before its unit: 200余场.
    pub(super) fn more(&self, at: usize) -> (usize, bool) {
        let next = skip_few_spaces(self.text, at, self.block.end);
        let mut chars = self.right(next).chars();
        let more = chars.next().filter(|&c| glyph(c) == Some(Glyph::More));
        // 几十 is a number that is not stated.
        let goes_on = chars.next().and_then(glyph).is_some_and(Glyph::is_part);
        match more.filter(|_| !goes_on) {
            Some(c) => (next + c.len_utf8(), true),
            None => (at, false),
        }
    }

    /// What stands behind a numeral: over layout, over a parenthesis before a scale or a unit that is no
    /// measure word (276.38（不含企业）亿元), and with layout inside it.
    fn unit_at(&self, n: &Number, at: usize) -> Option<(Found<'_>, Number)> {
        let end = self.block.end;
        let next = skip_few_spaces(self.text, at, end);
        // 受理130，: no unit begins with a mark between clauses.
        if self.right(next).starts_with(['，', ',', '。', '；', '、']) {
            return None;
        }
        let plain = self.units.at(self.text, next, end).and_then(|found| match found.row {
            Row::Instead(Reason::Bare) => self.unit_in_word(found),
            _ => Some(found),
        });
        // A measure word may be the first character of one with a space inside it (个百分 点).
        let spaced = self.right(next).chars().take(5).any(is_space);
        let longer = if spaced { self.units.at_spaced(self.text, next, end) } else { None };
        // 3个 体育馆, 3件 次日: only a unit that is no measure word is put together over a space.
        let whole = |f: &Found<'_>| matches!(f.row, Row::Unit(unit) if unit.kind != Kind::Count);
        let longer = longer.filter(|l| whole(l) && plain.as_ref().is_none_or(|p| l.end > p.end));
        if let Some(found) = longer.or(plain).filter(|f| !matches!(f.row, Row::Instead(Reason::Bare))) {
            let found = self.named_by_next(n, &found).map_or(found, |row| Found { row, ..found });
            return Some((found, *n));
        }
        let aside = self.brackets.binary_search_by_key(&next, |b| b.span.start).ok().map(|i| self.brackets[i])?;
        if aside.pair != Pair::Aside || self.text[aside.inner.range()].chars().nth(30).is_some() {
            return None;
        }
        let mut number = *n;
        let mut at = aside.span.end;
        let mut scaled = false;
        while let Some((c, Glyph::Scale(exponent))) =
            self.right(at).chars().next().and_then(|c| glyph(c).map(|g| (c, g)))
        {
            let factor = Decimal::from(10u64.pow(exponent));
            number.scan.lower = number.scan.lower.checked_mul(factor)?.normalize();
            number.scan.upper = number.scan.upper.checked_mul(factor)?.normalize();
            number.scan.scale += exponent;
            at += c.len_utf8();
            scaled = true;
        }
        let found = self.units.at(self.text, at, end)?;
        let Row::Unit(unit) = found.row else { return None };
        // 共三（3）个 says its number twice.
        let numbered = self.text[aside.inner.range()].chars().any(|c| glyph(c).is_some_and(Glyph::is_part));
        (scaled || !numbered || matches!(unit.kind, Kind::Money | Kind::Measure | Kind::Percent))
            .then_some((found, number))
    }

    /// 6名医务人员: 名医 keeps its unit out only where it is a word of the text.
    fn unit_in_word<'f>(&'f self, found: Found<'f>) -> Option<Found<'f>> {
        let words = self.segmenter.words(self.ahead(found.start, 8));
        let first = words.first().map_or(0, |w| w.text.len());
        if found.start + first >= found.end {
            return Some(found);
        }
        self.units.at(self.text, found.start, found.start + first).or(Some(found))
    }

    fn with_unit(&self, n: &Number, unit: &Unit, found: &Found<'_>, more: bool) -> Outcome {
        let refused = |reason| Outcome::Refused(Span::new(n.begin(), found.end), reason);
        if let Some(reason) = self.no_quantity(n, unit, found, more) {
            return refused(reason);
        }
        // A product with more places than a decimal has would be rounded.
        if n.scan.lower.scale().max(n.scan.upper.scale()) + unit.factor.scale() > Decimal::MAX_SCALE {
            return refused(Reason::Bare);
        }
        // Most units count one by one, and most numerals are one number.
        let of_units = |value: Decimal| match unit.factor == Decimal::ONE {
            true => Some(value),
            false => value.checked_mul(unit.factor).map(|product| product.normalize()),
        };
        let Some(mut lower) = of_units(n.scan.lower) else { return refused(Reason::Bare) };
        let mut upper = lower;
        if n.scan.upper != n.scan.lower {
            let Some(product) = of_units(n.scan.upper) else { return refused(Reason::Bare) };
            upper = product;
        }
        let mut shared = Some(Shared { factor: unit.factor, scale: n.scan.scale });
        let mut end = found.end;
        if unit.spelling() == "番" {
            let Some(doublings) = n.scan.lower.to_u32().filter(|n| lower == upper && (1..=10).contains(n)) else {
                return refused(Reason::Bare);
            };
            lower = Decimal::from(1u32 << doublings);
            upper = lower;
            shared = None;
        }
        if unit.kind == Kind::Money && lower == upper {
            (lower, end) = self.small_money(lower, end);
            upper = lower;
        }
        let more_of_it = match unit.spelling() {
            "成" => self.tenth(lower, end),
            _ => self.half_after(unit, end).map(|end| (Decimal::new(5, 1), end)),
        };
        if let Some((part, part_end)) = more_of_it {
            let sums = (lower.checked_add(part), upper.checked_add(part));
            let (Some(a), Some(b)) = sums else { return refused(Reason::Bare) };
            (lower, upper, end) = (a, b, part_end);
        }
        // The sign comes last: -3元5角 is less than -3.
        if n.minus.is_some() {
            (lower, upper) = (-upper, -lower);
        }
        let mut quantity =
            self.bounded(Span::new(n.begin(), end), unit.kind, lower, Some(unit.canonical.clone()), n.scan.bare);
        quantity.shared = shared;
        if more || n.scan.more {
            quantity.bound = Bound::MoreThan;
        }
        if unit.kind == Kind::Count && self.breaks_through(&quantity) {
            quantity.span.start = n.begin();
            quantity.bound = Bound::Exact;
        }
        if unit.spelling() == "番" {
            quantity.span.start -= self.doubling(n).map_or(0, str::len);
        }
        if lower != upper {
            quantity = quantity.ranging(lower, upper);
        }
        self.unless_slogan(quantity)
    }

    /// 翻一番, 翻了一番: the verb before the numeral.
    fn doubling(&self, n: &Number) -> Option<&'static str> {
        DOUBLING.iter().copied().find(|w| self.left(n.begin(), 3).ends_with(w))
    }

    /// 九成八: the digit behind 成, where it is no number of its own.
    fn tenth(&self, value: Decimal, end: usize) -> Option<(Decimal, usize)> {
        let at = skip_few_spaces(self.text, end, self.block.end);
        let tenth = scan(self.text, at, self.block.end, self.mode).ok()?;
        let digit = tenth.lower < Decimal::TEN && tenth.style != Style::Arabic && tenth.lower == tenth.upper;
        let counts = self.units.at(self.text, tenth.end, self.block.end).is_some();
        let fits = digit && tenth.lower.is_integer() && !counts && value < Decimal::ONE_HUNDRED;
        fits.then_some((tenth.lower, tenth.end))
    }

    /// 突破3项关键技术: the verb, and no bound.
    fn breaks_through(&self, quantity: &Quantity) -> bool {
        let near = || self.ahead(quantity.span.end, 8);
        self.text[quantity.span.range()].starts_with("突破") && BREAKTHROUGHS.iter().any(|w| near().contains(w))
    }

    /// Why a numeral with a unit states no figure, if it does not.
    fn no_quantity(&self, n: &Number, unit: &Unit, found: &Found<'_>, more: bool) -> Option<Reason> {
        let right = self.right(found.end);
        let prefix = bound::prefix(self.text, self.block.start, n.begin(), n.scan.bare);
        let suffix = bound::suffix(self.text, found.end, self.block.end);
        // 零件, 零部件: 零 counts nothing before a measure word. A zero that it states before a noun is no number.
        // 行政诉讼零起，: one that ends its clause is the number.
        if n.is(self.text, "零") {
            let counts = CASES.contains(&unit.spelling()) && at_boundary(right);
            return (!counts).then_some(Reason::Bare);
        }
        // 三五户: two digits by position are no number of things.
        if matches!(n.scan.style, Style::Positional(2)) && unit.kind != Kind::Percent {
            return Some(Reason::NotStated);
        }
        if unit.canonical() == "岁" {
            // 65岁以上老年人 and 18岁青年 are classes of people; 寿命达到76.7岁 measures.
            let people = right.chars().next().is_some_and(is_han);
            let spans_life = ["寿命", "年龄"].iter().any(|w| self.left(n.begin(), 16).contains(w));
            if spans_life && unit.spelling() == "岁" {
                return None;
            }
            return (suffix.is_some() || people || unit.spelling() != "岁").then_some(Reason::Class);
        }
        // 2个1类创新药: the class of what is counted.
        let counted = matches!(self.last.what, super::LastWhat::Quantity) && self.last.end == n.begin();
        if counted && unit.spelling() == "类" && right.starts_with(is_han) {
            return Some(Reason::Class);
        }
        if right.starts_with('级') && unit.spelling() != "个" {
            return Some(Reason::Class);
        }
        if n.scan.bare && !more {
            let sized = matches!(unit.kind, Kind::Money | Kind::Measure);
            let closed = suffix.is_some_and(|(end, _)| {
                let rest = self.right(end);
                at_boundary(rest) || rest.starts_with(['并', '且', '而'])
            });
            return match prefix {
                // 稳定在万亿斤以上
                None if closed => None,
                None if sized => Some(Reason::Class),
                None => Some(Reason::Name),
                Some(_) => None,
            };
        }
        if unit.kind == Kind::Money && unit.spelling() == "元" && self.named_like_money(n, found.end) {
            return Some(Reason::Name);
        }
        if unit.kind == Kind::Duration {
            // 15分钟健身圈
            let near = self.ahead(found.end, 8);
            if near.split(|c| !is_han(c)).next().is_some_and(|name| name.contains('圈')) {
                return Some(Reason::Name);
            }
            if self.goes_on(n.begin(), found.end) {
                return Some(Reason::Period);
            }
            if n.is(self.text, "一")
                && prefix.is_none()
                && suffix.is_none()
                && !at_boundary(right)
                && !right.starts_with('半')
                && !right.starts_with('内')
            {
                return Some(Reason::Indefinite);
            }
        }
        if unit.kind == Kind::Score
            && matches!(self.last.what, super::LastWhat::Refused(Reason::Date))
            && self.last.end == n.begin()
        {
            return Some(Reason::Date);
        }
        // 江滨路二段128号
        if unit.spelling() == "段" && self.numbers_houses(n, found.end) {
            return Some(Reason::Name);
        }
        if unit.spelling() == "番" && self.doubling(n).is_none() {
            return Some(Reason::Idiom);
        }
        if unit.spelling() == "方" && n.scan.style == Style::Chinese && n.scan.scale == 0 {
            return Some(Reason::Name);
        }
        if unit.kind != Kind::Count && unit.kind != Kind::Measure {
            return None;
        }
        if n.scan.style == Style::Chinese && n.scan.scale == 0 {
            return self.small_chinese(n, unit, found);
        }
        None
    }

    /// 三元、九元 are firms more often than prices: so small an amount in Chinese numerals needs a word of money.
    fn named_like_money(&self, n: &Number, end: usize) -> bool {
        let small = n.scan.style == Style::Chinese && n.scan.lower < Decimal::TEN && n.scan.scale == 0;
        let goes_on = self.small_money(n.scan.lower, end).1 > end;
        small && !goes_on && !PRICES.iter().any(|w| self.left(n.begin(), 12).contains(w))
    }

    /// The traps of small Chinese numerals: the article-like 一, 二期, 三期工程, 三门峡.
    fn small_chinese(&self, n: &Number, unit: &Unit, found: &Found<'_>) -> Option<Reason> {
        let right = self.right(found.end);
        let prefix = bound::prefix(self.text, self.block.start, n.begin(), false).is_some();
        let suffix = bound::suffix(self.text, found.end, self.block.end).is_some();
        let prefix = prefix && !(n.is(self.text, "一") && self.left(n.begin(), 2) == "突破");
        if n.is(self.text, "一") && !prefix && !suffix {
            return self.indefinite(n, unit, found).then_some(Reason::Indefinite);
        }
        if n.is(self.text, "二") && ORDINAL_WITH_ER.contains(unit.spelling()) {
            return Some(Reason::Ordinal);
        }
        if unit.spelling() == "期" && n.scan.lower < Decimal::TEN && !n.is(self.text, "两") {
            // 编印《政府公报》四期共2000册.
            let issues = PERIODICALS.iter().any(|w| self.left(n.begin(), 2).ends_with(w));
            let phase = !issues && !at_boundary(right)
                || self.left(n.begin(), 1).ends_with(['厂', '目', '程', '园', '区', '建', '站', '线']);
            return phase.then_some(Reason::Ordinal);
        }
        if unit.spelling() == "次"
            && (right.starts_with("产业") || right.starts_with("创业") || right.starts_with("供水"))
        {
            return Some(Reason::Ordinal);
        }
        // 县人大五次会议
        let assembly = ["会议", "全会", "全体"].iter().any(|w| right.starts_with(w))
            && ["人大", "政协", "大会", "委员会", "中央", "党委"].iter().any(|w| self.left(n.begin(), 3).ends_with(w));
        if unit.spelling() == "次" && assembly {
            return Some(Reason::Ordinal);
        }
        // Inside a longer word of the dictionary that is a name or a phrase: 三门峡, 七里河.
        let short = unit.kind == Kind::Count && unit.spelling().chars().count() == 1 && n.scan.lower <= Decimal::TEN;
        if short && !prefix && self.in_longer_word(n.start, found.end) {
            return Some(Reason::Name);
        }
        None
    }

    fn in_longer_word(&self, start: usize, end: usize) -> bool {
        let left = self.left(start, 4);
        let from = start - left.len();
        let to = end + self.ahead(end, 3).len();
        let words = self.segmenter.words(&self.text[from..to]);
        words.iter().any(|w| {
            let (s, e) = (from + w.span.start, from + w.span.end);
            let name = ["ns", "nr", "nt", "nz", "i", "l"].iter().any(|t| w.tag.starts_with(t));
            s <= start && start < e && (s < start || e > end) && name
        })
    }

    /// 一 and a measure word before its noun is an article (一个问题). It counts after its noun, at the end of
    /// the clause (收到申请一件), and after a verb of counting (共一件).
    fn indefinite(&self, n: &Number, unit: &Unit, found: &Found<'_>) -> bool {
        // 新增一批企业
        let right = self.right(found.end);
        let noun = || right.chars().next().is_some_and(|c| is_han(c) && !"并等用已及和与次分共".contains(c));
        if unit.spelling() == "批" && noun() {
            return true;
        }
        let left = self.left(n.begin(), 12);
        if COUNTING.iter().any(|w| left.ends_with(w)) {
            return false;
        }
        // 申请一件和咨询三件, but not 一个和谐统一的社会: the next item has a number, or the same measure word.
        let list = ["和", "及", "以及", "、"].iter().filter_map(|w| right.strip_prefix(w)).any(|rest| {
            rest.char_indices().take(8).take_while(|(_, c)| !"，。；、,;的".contains(*c)).any(|(at, c)| match c {
                '一' => rest[at + c.len_utf8()..].starts_with(unit.spelling()),
                _ => glyph(c).is_some_and(Glyph::is_part),
            })
        });
        let clause = left.rsplit(['，', '。', '；', '：', '、', ',', ';', '（', '(']).next().unwrap_or(left);
        let noun_before = clause.chars().next_back().is_some_and(is_han);
        let frequency = clause.contains(['每', '逐'])
            || clause.ends_with(['有', '是', '着', '同', '了', '最', '唯', '首', '末', '后', '头', '的']);
        // 一件|一档: to each its own.
        let each = {
            let mut back = left.chars().rev();
            back.next().is_some_and(is_han) && back.next() == Some('一')
        };
        // 一起 is together, except of cases.
        let together = unit.spelling() == "起" && !clause.ends_with(['案', '件', '故', '讼', '议', '纷', '诉']);
        !(at_boundary(right) || list) || !noun_before || frequency || together || each
    }

    /// 江滨路二段128号: a part of a street.
    fn numbers_houses(&self, n: &Number, end: usize) -> bool {
        let house = self.right(end);
        let number = house.trim_start_matches(is_digit);
        let street = self.left(n.begin(), 1).ends_with(['路', '街', '道']);
        street && n.scan.style == Style::Chinese && number.len() < house.len() && number.starts_with('号')
    }

    /// Whether a length of time says how long something went on, or when.
    fn goes_on(&self, start: usize, end: usize) -> bool {
        let right = self.right(end);
        let after = GOES_ON_AFTER.iter().any(|w| right.starts_with(w)) && !right.starts_with("前置");
        let left = self.left(start, 8);
        // 公布后3个工作日内 is a limit.
        let limit = || {
            let event = left.ends_with('后') && !["今后", "往后", "此后"].iter().any(|w| left.ends_with(w));
            event && right.starts_with(['内', '以'])
        };
        // 3个月以上未更新 says how long.
        let still = right.strip_prefix("以上").is_some_and(|rest| rest.starts_with(['未', '没']));
        // 缩短近6个工作日: about so long, and not lately.
        let about = || {
            left.ends_with("将近") || left.strip_suffix('近').is_some_and(|rest| TERM.iter().any(|w| rest.ends_with(w)))
        };
        let before = || GOES_ON_BEFORE.iter().any(|w| left.ends_with(w)) && !about();
        after || still || before() && !limit() && !["之前", "提前"].iter().any(|w| left.ends_with(w))
    }

    fn calendar(&self, n: &Number, calendar: Calendar, found: &Found<'_>) -> Outcome {
        let refused = |reason| Outcome::Refused(Span::new(n.begin(), found.end), reason);
        let date = period::date(self.text, n.start, &n.scan, calendar, found.end, self.block.end, self.mode);
        if let Some(time) = date {
            return Outcome::Time(time);
        }
        let end = self.block.end;
        match calendar {
            Calendar::Year => {
                let right = self.right(found.end);
                let half = right.starts_with('半');
                let unit = Unit { kind: Kind::Duration, ..Unit::measure("年", "年") };
                let suffix = bound::suffix(self.text, found.end, end).is_some();
                // 聘期3—5年
                let begin = self.begin_of_range(n);
                let left = self.left(begin, 10);
                let left = ["提高", "增加", "提升", "延长", "缩短", "上升", "下降"]
                    .iter()
                    .find_map(|w| left.strip_suffix(['到', '至'])?.strip_suffix(w))
                    .unwrap_or(left);
                let bare = LINKS.iter().fold(left, |l, w| l.strip_suffix(w).unwrap_or(l));
                let prefix = bound::prefix(self.text, self.block.start, begin, false);
                let left = prefix.map_or(bare, |(at, _)| self.left(at, 10));
                let term = TERM.iter().any(|w| left.ends_with(w));
                // 三年左右, 两年内 say when; 三年以上 is a term.
                let limit = suffix && !["内", "之内", "左右", "上下"].iter().any(|w| right.starts_with(w));
                // 需要十年的时间
                let needed = ["需", "需要"].iter().any(|w| left.ends_with(w))
                    && (at_boundary(right) || ["时间", "的时间"].iter().any(|w| right.starts_with(w)));
                if needed {
                    return self.with_unit(n, &unit, found, false);
                }
                if self.goes_on(begin, found.end) || !(term || limit || half && !left.ends_with(['的', '这'])) {
                    return refused(Reason::Period);
                }
                self.with_unit(n, &unit, found, false)
            }
            Calendar::Day => {
                let right = self.right(found.end);
                let limit = right.starts_with('内') || bound::suffix(self.text, found.end, end).is_some();
                let left = self.left(n.begin(), 10);
                let term = TERM.iter().chain(&["不超过", "不少于", "满"]).any(|w| left.ends_with(w));
                if limit || term {
                    let unit = Unit { kind: Kind::Duration, ..Unit::measure("日", "天") };
                    return self.with_unit(n, &unit, found, false);
                }
                refused(Reason::Date)
            }
            Calendar::Month | Calendar::Hour => refused(Reason::Date),
            // 2017年|代表满意率: a decade ends in a nought.
            Calendar::Period
                if &self.text[found.start..found.end] == "年代"
                    && n.scan.lower >= Decimal::ONE_HUNDRED
                    && !(n.scan.lower % Decimal::TEN).is_zero() =>
            {
                let year = Found { end: found.start + '年'.len_utf8(), ..*found };
                self.calendar(n, Calendar::Year, &year)
            }
            Calendar::Period => refused(Reason::Period),
            Calendar::Point => {
                let left = self.left(n.begin(), 3);
                let minutes = scan(self.text, found.end, end, self.mode).is_ok();
                let clock = ["午", "晨", "早", "晚", "早上", "晚上", "日"].iter().any(|w| left.ends_with(w))
                    || minutes
                    || self.text[..found.end].ends_with('钟')
                    || at_boundary(self.right(found.end)) && left.ends_with(['至', '到', '于', '—', '-']);
                if clock {
                    return refused(Reason::Date);
                }
                let unit = Unit::count("点");
                self.with_unit(n, &unit, found, false)
            }
        }
    }

    /// The words behind a numeral that make it something else.
    fn instead(&self, n: &Number, reason: Reason, found: &Found<'_>) -> Outcome {
        let word = &self.text[found.start..found.end];
        let refused = |reason| Outcome::Refused(Span::new(n.begin(), found.end), reason);
        match reason {
            Reason::DocumentNumber => {
                let street = self
                    .left(n.begin(), 1)
                    .ends_with(['路', '街', '道', '巷', '弄', '里', '村', '区', '园', '苑', '段', '座']);
                let floor = self.right(found.end).chars().next().is_some_and(|c| is_digit(c) || "院楼室".contains(c));
                refused(if street || floor { Reason::Address } else { Reason::DocumentNumber })
            }
            Reason::Ordinal if word == "届" => {
                let held =
                    ["举办", "承办", "召开", "连续", "共", "届、"].iter().any(|w| self.left(n.begin(), 10).contains(w));
                if held && (at_boundary(self.right(found.end)) || n.scan.style == Style::Arabic) {
                    return self.with_unit(n, &Unit::count("届"), found, false);
                }
                refused(Reason::Ordinal)
            }
            _ => refused(reason),
        }
    }

    /// A number without a unit: counted by the noun of quantity before it (粉丝数54373), by its own scale and
    /// the noun behind it (46万群众), or by a bound on a scale alone (播放量破亿). Else it waits.
    fn without_unit(&self, n: &Number, end: usize, more: bool) -> Outcome {
        let right = self.right(end);
        let large = n.scan.bare || n.scan.scale >= 4;
        let prefix = bound::prefix(self.text, self.block.start, n.begin(), large);
        let before = self.text[self.block.start..n.begin()].trim_end();
        // Most numbers stand behind a word or a mark of punctuation.
        let worded = before.ends_with(|c| is_han(c) || CLOSING.contains(c));
        let signed = CURRENCY_SIGNS.iter().filter(|_| !worded).find(|(sign, _)| before.ends_with(sign));
        if let Some((_, code)) = signed {
            let span = Span::new(n.begin(), n.scan.end);
            return Outcome::Quantity(self.bounded(span, Kind::Money, n.values().0, Some((*code).into()), false));
        }
        // 三角五分: an amount below the main unit; 三角 alone is more often a place.
        if right.starts_with(['角', '毛']) {
            let (cents, cents_end) = self.small_money(Decimal::ZERO, n.start);
            let priced =
                || PRICES.iter().any(|w| self.left(n.begin(), 12).contains(w)) && at_boundary(self.right(cents_end));
            if cents_end > n.start && (cents_end > n.scan.end + '角'.len_utf8() || priced()) {
                let span = Span::new(n.begin(), cents_end);
                return Outcome::Quantity(self.bounded(span, Kind::Money, cents, Some("CNY".into()), false));
            }
        }
        let counts = n.scan.lower == n.scan.upper
            && !matches!(n.scan.style, Style::Positional(_))
            && (n.scan.lower.is_integer() || n.scan.scale > 0);
        let stands = at_boundary(right)
            || bound::suffix(self.text, end, self.block.end).is_some()
            || ["和", "及", "与"].iter().any(|w| right.starts_with(w));
        let governed = stands && self.governed_by_noun(prefix.map_or(n.begin(), |(at, _)| at));
        let scaled = n.scan.scale > 0 && !n.scan.bare;
        let own_noun = scaled && (self.noun_follows(end) || self.people_follow(end));
        let scale_alone = n.scan.bare && n.scan.scale > 0 && prefix.is_some() && at_boundary(right);
        if counts && (governed || own_noun || scale_alone) {
            let mut quantity = self.bounded(Span::new(n.begin(), end), Kind::Count, n.values().0, None, large);
            quantity.shared = Some(Shared { factor: Decimal::ONE, scale: n.scan.scale });
            if more || n.scan.more {
                quantity.bound = Bound::MoreThan;
            }
            return Outcome::Quantity(quantity);
        }
        Outcome::Waits
    }

    /// 压缩至2个和1个工作日: the 个 of a number is that of the next one.
    fn named_by_next(&self, n: &Number, found: &Found<'_>) -> Option<&Row> {
        let one = matches!(found.row, Row::Unit(unit) if unit.spelling() == "个");
        let right = self.right(found.end);
        // 项目12个、2个工作日办结 are of two sorts.
        let reached = || matches!(self.left(n.begin(), 1), "至" | "到" | "为" | "了" | "短" | "少");
        let next = ["和", "与", "及"].iter().find_map(|w| right.strip_prefix(w)).filter(|_| one && reached())?;
        // 环节、时间分别压缩至2个和1个工作日: nor are they where a time is one of the names.
        let names = self.left(n.begin(), 24);
        if ["时间", "时限", "时长"].iter().any(|w| names.contains(w)) && names.contains(['、', '和']) {
            return None;
        }
        let unit = next.trim_start_matches(|c| c == '.' || glyph(c).is_some_and(Glyph::is_part));
        let counted = unit.len() < next.len() && unit.starts_with('个');
        let at = found.end + right.len() - unit.len();
        let found = self.units.at(self.text, at, self.block.end).filter(|_| counted)?;
        matches!(found.row, Row::Unit(unit) if unit.kind != Kind::Count).then_some(found.row)
    }

    /// Whether a noun of quantity governs the number that begins at `at`, by itself or through 其中 or a list.
    fn governed_by_noun(&self, at: usize) -> bool {
        let before = self.text[self.block.start..at].trim_end_matches(is_space);
        // Behind a mark no word governs.
        let worded = before.ends_with(|c| is_han(c) || matches!(c, '：' | ':'));
        let mut left = if worded { self.left(at, 24).trim_end_matches(is_space) } else { "" };
        while let Some(shorter) = LINKS.iter().find_map(|w| left.strip_suffix(w)) {
            left = shorter.trim_end_matches(is_space);
        }
        let noun = NOUNS_OF_QUANTITY.iter().any(|w| left.ends_with(w))
            && !NO_NOUNS_OF_QUANTITY.iter().any(|w| left.ends_with(w));
        // 人次由8300万增加到1.3亿: through the number that it changed from.
        let changed =
            self.waiting.last().is_some_and(|from| self.changes(from, at) && self.governed_by_noun(from.begin()));
        let through = || {
            let Some(last) = self.reading.quantities.last() else { return false };
            let unitless = last.kind == Kind::Count && last.unit.is_none() && last.span.end >= self.block.start;
            let Some(gap) = self.text.get(last.span.end..at).filter(|g| unitless && g.len() <= 120) else {
                return false;
            };
            let listed = matches!(gap.trim_matches(is_space), "、" | "和" | "与" | "及");
            listed
                || self.lists(gap)
                || gap.contains("其中") && !gap.contains(['。', '；']) && left.chars().next_back().is_some_and(is_han)
        };
        noun || changed || through()
    }

    /// 其中移动端2104、电脑端1760: whether `gap` joins one more item to the list of parts that the last quantity is of.
    fn lists(&self, gap: &str) -> bool {
        /// The name of an item, in bytes.
        const LONGEST: usize = 30;
        let item = gap.strip_prefix('、').filter(|name| name.len() <= LONGEST && name.chars().all(is_han));
        let [.., before, last] = self.reading.quantities.as_slice() else { return false };
        let listed = self.text.get(before.span.end..last.span.start);
        item.is_some() && listed.is_some_and(|gap| gap.contains("其中") || gap.starts_with('、'))
    }

    /// Whether a noun stands right behind the number (46万群众), or another number that does (390万65岁以上老年人).
    fn noun_follows(&self, at: usize) -> bool {
        let right = self.right(at);
        let Some(c) = right.chars().next() else { return false };
        if is_digit(c) {
            return right.trim_start_matches(is_digit).starts_with('岁');
        }
        if !is_han(c) || "的多余以左上之至到为和与及或".contains(c) {
            return false;
        }
        let window = self.ahead(at, 8);
        let window = window.split(|c: char| !is_han(c)).next().unwrap_or(window);
        let words = self.segmenter.words(window);
        let noun = |tag: &str| tag.starts_with('n') && !tag.starts_with("nr") || matches!(tag, "j" | "l");
        let Some(first) = words.first() else { return false };
        let next = || words.get(1).is_some_and(|w| noun(w.tag));
        // 50万监测对象, 89万贫困人口: an attribute opens what a noun closes.
        let attribute = first.tag == "a" || first.tag == "b" || ATTRIBUTES.contains(&first.text);
        // 35万青壮年|文盲: no person's name has a noun behind it.
        let people = first.text == "青年" || first.tag.starts_with("nr") && next();
        noun(first.tag) || people || attribute && words.iter().skip(1).take(2).any(|w| noun(w.tag))
    }

    /// 100万以上|农村人口: behind a bound, people are counted; all else is sorted by size (5000万以上项目, 20万以上人口县).
    fn people_follow(&self, at: usize) -> bool {
        let Some((after, _)) = bound::suffix(self.text, at, self.block.end) else { return false };
        let window = self.ahead(after, 8);
        let window = window.split(|c: char| !is_han(c)).next().unwrap_or(window);
        PEOPLE.iter().any(|w| window.contains(w)) && !window.contains(['县', '市', '城', '区', '镇', '乡'])
    }

    /// 一半 as 50 per cent.
    fn one_half(&self, n: &Number) -> Option<Outcome> {
        let rest = self.right(n.scan.end).strip_prefix('半')?;
        if !n.is(self.text, "一") || rest.starts_with(['年', '月', '天', '日', '小', '个']) {
            return None;
        }
        let span = Span::new(n.start, n.scan.end + '半'.len_utf8());
        Some(Outcome::Quantity(self.bounded(span, Kind::Percent, Decimal::from(50), Some("%".into()), false)))
    }

    /// 过半, 半数, 半数以上 as 50 per cent; `at` is where 半 stands.
    pub(super) fn half_word(&self, at: usize) -> Option<Quantity> {
        let after = at + '半'.len_utf8();
        let right = self.right(after);
        let number = right.starts_with('数');
        let over = self.left(at, 2);
        let passes = over.ends_with('过') && !over.ends_with("不过") && !over.ends_with("超过");
        // 过半乡镇, where nothing before it is past its half.
        let opens = !over.chars().next().is_some_and(is_han);
        if !number && !(passes && (opens || at_boundary(right) || right.starts_with(['的', '以']))) {
            return None;
        }
        let end = if number { after + '数'.len_utf8() } else { after };
        let span = Span::new(at, end);
        let mut quantity = self.bounded(span, Kind::Percent, Decimal::from(50), Some("%".into()), false);
        if passes && quantity.span.start == at {
            quantity.span.start -= '过'.len_utf8();
            quantity.bound = Bound::MoreThan;
        }
        Some(quantity)
    }

    /// 半 behind the unit, or inside it (两个半小时): where it ends.
    fn half_after(&self, unit: &Unit, end: usize) -> Option<usize> {
        let rest = self.right(end).strip_prefix('半')?;
        let after = self.block.end - rest.len();
        let divisible = matches!(unit.kind, Kind::Measure | Kind::Duration | Kind::Multiple);
        (divisible && !rest.starts_with(['年', '月', '天', '日', '小', '数'])).then_some(after)
    }

    /// 两个半小时, 一个半月, 2个多小时, 2个多百分点.
    fn half_inside(&self, n: &Number, found: &Found<'_>) -> Option<Outcome> {
        let inside = self.right(found.end).chars().next().filter(|c| matches!(c, '半' | '多' | '余'))?;
        let at = found.end + inside.len_utf8();
        let length = self.units.at(self.text, at, self.block.end)?;
        let (kind, name, end) = match length.row {
            Row::Unit(unit) if matches!(unit.kind, Kind::Duration | Kind::PercentPoint) => {
                (unit.kind, unit.canonical.clone(), length.end)
            }
            Row::Calendar(Calendar::Month) => (Kind::Duration, "月".into(), at + '月'.len_utf8()),
            _ => return None,
        };
        let half = if inside == '半' { Decimal::new(5, 1) } else { Decimal::ZERO };
        let value = n.values().0.checked_add(half)?;
        if kind == Kind::Duration && self.goes_on(n.begin(), end) {
            return Some(Outcome::Refused(Span::new(n.begin(), end), Reason::Period));
        }
        let mut quantity = self.bounded(Span::new(n.begin(), end), kind, value, Some(name), false);
        if inside != '半' {
            quantity.bound = Bound::MoreThan;
        }
        Some(Outcome::Quantity(quantity))
    }

    /// 三元五角, 50元6角三分: what stands behind the main unit.
    fn small_money(&self, value: Decimal, end: usize) -> (Decimal, usize) {
        let (mut value, mut end) = (value, end);
        for (words, scale) in [(["角", "毛"], 1), (["分钱", "分"], 2)] {
            let at = skip_few_spaces(self.text, end, self.block.end);
            let Ok(part) = scan(self.text, at, self.block.end, self.mode) else { continue };
            let whole = part.lower == part.upper && part.lower.is_integer() && part.lower < Decimal::ONE_HUNDRED;
            let at = skip_few_spaces(self.text, part.end, self.block.end);
            let word = words.iter().find(|w| self.right(at).starts_with(**w)).filter(|_| whole);
            // 5元3分钟
            let word = word.filter(|w| !self.right(at + w.len()).starts_with(['钟', '之', '别']));
            let Some(word) = word else { continue };
            let Some(sum) = part.lower.checked_mul(Decimal::new(1, scale)).and_then(|p| value.checked_add(p)) else {
                continue;
            };
            (value, end) = (sum.normalize(), at + word.len());
        }
        (value, end)
    }

    /// A quantity of one value with the bound words that touch it, the sign of its currency, and 整.
    pub(super) fn bounded(
        &self,
        span: Span,
        kind: Kind,
        value: Decimal,
        unit: Option<std::borrow::Cow<'static, str>>,
        scale_alone: bool,
    ) -> Quantity {
        let mut span = span;
        // What was read before it stays what it is.
        let floor = self.last.end.max(self.block.start).min(span.start);
        let mut bound = Bound::Exact;
        if kind == Kind::Money {
            let left = self.text[floor..span.start].trim_end_matches(is_space);
            if let Some((sign, _)) = CURRENCY_SIGNS.iter().find(|(sign, _)| left.ends_with(sign)) {
                span.start = floor + left.len() - sign.len();
            }
            if let Some(rest) = self.right(span.end).strip_prefix('整') {
                span.end = self.block.end - rest.len();
            }
        }
        let before = self.text[floor..span.start].trim_end_matches(is_space).len() + floor;
        // Layout between bound and number is short, as everywhere.
        let near = self.text[before..span.start].chars().nth(3).is_none();
        let prefix = bound::prefix(self.text, floor, before, scale_alone).filter(|_| near);
        // 约占81个社区的64%: what is about so much is the share, not its whole.
        let share =
            |start: usize| matches!(kind, Kind::Percent | Kind::Fraction) || !self.text[start..].starts_with("约占");
        if let Some((start, word)) = prefix.filter(|(start, _)| share(*start)) {
            span.start = start;
            bound = word;
        }
        // 每季度至少公开1次.
        let verb = || {
            let left = &self.text[floor..span.start];
            let near = last_chars(left, 6);
            let told = |&(word, bound): &(&str, Bound)| {
                let at = near.rfind(word)? + word.len();
                // 扩大至少数民族村5个.
                let parted = near[at..].starts_with('数') || near[at..].starts_with('年');
                (at < near.len() && !parted && near[at..].chars().all(is_han)).then_some(bound)
            };
            super::bound::BEFORE_VERB.iter().find_map(told)
        };
        if bound == Bound::Exact && kind == Kind::Count {
            bound = verb().unwrap_or(bound);
        }
        if let Some((end, word)) = bound::suffix(self.text, span.end, self.block.end) {
            span.end = end;
            // 约5万元以上 is at least; 不超过3天以上 is at most, whatever was meant.
            if matches!(bound, Bound::Exact | Bound::About) {
                bound = word;
            }
        } else if kind == Kind::Duration && self.right(span.end).starts_with('内') {
            span.end += '内'.len_utf8();
            bound = Bound::AtMost;
        } else if let Some(c) = self.right(span.end).chars().next().filter(|c| matches!(c, '多' | '余')) {
            // 三年多, 两万元余: only where nothing goes on from it.
            let after = span.end + c.len_utf8();
            // 一成多空白或没有更新.
            let tenths = self.text[span.range()].ends_with('成')
                && kind == Kind::Percent
                && (!self.right(after).starts_with(['年', '种', '个', '样', '元', '次', '项'])
                    || self.right(after).starts_with("年轻"));
            if at_boundary(self.right(after)) || self.right(after).starts_with('的') || tenths {
                span.end = after;
                bound = Bound::MoreThan;
            }
        } else if let Some(rest) =
            self.right(span.end).strip_prefix('起').filter(|_| matches!(kind, Kind::Money | Kind::Count))
        {
            // 100元起, 5户起可申请
            if at_boundary(rest) || rest.starts_with('可') {
                span.end += '起'.len_utf8();
                bound = Bound::AtLeast;
            }
        }
        Quantity { span, kind, value: Some(value), lower: None, upper: None, unit, bound, shared: None }
    }
}
