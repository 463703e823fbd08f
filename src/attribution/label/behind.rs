//! What stands behind a figure: the counted noun, or the predicate of a figure that has none.

use super::super::words::*;
use super::noun::{Counted, is_holder, is_noun};
use super::{LONGEST, Labels, REACH, REACH_BACK, length, predicate};
use crate::fact::{Bound, Kind};
use crate::glyph::{self, count, is_han, is_letter, is_space, last_chars};
use crate::segment::Word;
use crate::span::Span;

impl Labels<'_> {
    /// The counted noun behind a count, an amount or a measure.
    pub(super) fn noun_behind(&self, i: usize) -> Option<Span> {
        let figure = &self.figures[i];
        let (start, piece) = self.counted_behind(i)?;
        let words = self.words(start, piece);
        // 投资450万元|拓宽国道: what the money is spent on is done, not counted.
        let before = self.text[..figure.span.start].trim_end_matches(is_space);
        let spent = || SPENDING.iter().any(|word| before.ends_with(word));
        if figure.kind == Kind::Money && words.first().is_some_and(predicate) && spent() {
            return None;
        }
        let followed = self.figures.get(i + 1).filter(|f| f.span.start == start + piece.len()).map(|f| f.kind);
        let owned = self.text[..start].ends_with('的');
        // 390万65岁以上老年人|建立档案.
        let aged = self.text[figure.span.end..start].contains('岁');
        let people = words.iter().position(|w| aged && w.tag.starts_with('v')).unwrap_or(words.len());
        // 实施36个贫困村退出 is of villages.
        let acted_on = matches!(figure.unit.as_deref(), Some("户" | "人" | "次" | "项")) || figure.kind == Kind::Money;
        let launched = acted_on && LAUNCHING.iter().any(|word| before.ends_with(word));
        let governed = !self.opens_clause(i);
        let counted = Counted { kind: figure.kind, words: &words[..people], followed, owned, launched, governed };
        let described = counted.described().map(|(from, to)| Span::new(start + from, start + to));
        let noun = described.or_else(|| counted.end().map(|end| Span::new(start, start + end))).or_else(|| {
            // 约谈3家排名靠后的单位.
            let whole = self.homes[i].is_some_and(|c| start + piece.len() == self.clauses.clauses[c].span.end);
            counted.tail().filter(|_| whole).map(|tail| Span::new(start + tail, start + piece.len()))
        })?;
        Some(self.over_aside(i, self.with_aside(noun)))
    }

    /// 9个镇（街道）便民服务中心: the bodies of those that the brackets name too.
    fn over_aside(&self, i: usize, noun: Span) -> Span {
        /// Behind the bracket, in characters.
        const LONGEST: usize = 8;
        if !self.text[..noun.end].ends_with(['）', ')']) {
            return noun;
        }
        // 5个乡镇（街道）项目完成投资2亿元: what the next figure is said of is none of it.
        let end = self.homes[i].map_or(noun.end, |c| self.clauses.clauses[c].span.end);
        let next = self.figures.get(i + 1).filter(|f| (noun.end..end).contains(&f.span.start));
        if next.is_some_and(|f| !self.text[noun.end..f.span.start].contains('、')) {
            return noun;
        }
        let rest = &self.text[noun.end..];
        let rest = rest.char_indices().take(LONGEST + 1).find(|(_, c)| !is_han(*c)).map_or("", |(at, _)| &rest[..at]);
        let words = self.words(noun.end, rest);
        let body = words.iter().take_while(|w| is_noun(w)).last();
        let body = body.filter(|w| is_holder(w.text) || PLACES.iter().any(|place| w.text.ends_with(place)));
        body.map_or(noun, |body| Span::new(noun.start, noun.end + body.span.end))
    }

    /// What stands behind a figure where that may begin with the noun that it counts.
    fn counted_behind(&self, i: usize) -> Option<(usize, &str)> {
        let kind = self.figures[i].kind;
        let (start, piece) = self.behind(i)?;
        // 3948人的安全饮水问题: what people have.
        let alone = piece.trim_end_matches(['和', '与', '及', '以']);
        let concern = || {
            let what = |w: &&str| alone.strip_suffix(*w).is_some_and(|what| count(what) > 2);
            kind == Kind::Count && CONCERNS.iter().any(what)
        };
        let owned = piece
            .strip_prefix('的')
            .filter(|_| matches!(kind, Kind::Percent | Kind::Fraction | Kind::Money) || concern());
        let Some(rest) = owned else {
            // 近两成单位未更新: where nothing stands before it in its clause.
            let counts = matches!(kind, Kind::Count | Kind::Money | Kind::Measure);
            let share = matches!(kind, Kind::Percent | Kind::Fraction);
            let fits = counts || share && (self.opens_clause(i) || self.exists(i));
            let class = if kind == Kind::Count { class_of_age(piece) } else { 0 };
            return fits.then(|| (start + class, &piece[class..]));
        };
        // 百分之八十五以上的农户: a share of the things behind it, where nothing before it is a rate.
        // 经济总量超过3万亿元的城市: the total before is what the amount is.
        let governing: &[char] = match kind {
            Kind::Money => &['量', '额', '值', '入', '资', '模', '出', '金', '款', '费'],
            _ => &['率', '占', '比', '重', '长', '降', '达', '到', '至', '为'],
        };
        let governed = self.text[..self.figures[i].span.start].ends_with(governing);
        (!governed).then_some((start + '的'.len_utf8(), rest))
    }

    /// What stands before a figure in its clause.
    fn clause_before(&self, i: usize) -> Option<&str> {
        let figure = self.figures[i].span;
        let clause = self.clauses.clauses[self.homes[i]?].span;
        Some(self.text[clause.start.min(figure.start)..figure.start].trim_matches(is_space))
    }

    /// Whether nothing stands before a figure in its clause, but for 其中.
    fn opens_clause(&self, i: usize) -> bool {
        matches!(self.clause_before(i), Some("" | "其中"))
    }

    /// 已有一半以上乡镇: whether there are as many, or must be (须经一半以上村民同意).
    fn exists(&self, i: usize) -> bool {
        /// In bytes.
        const LONGEST_LINK: usize = 24;
        let links = |before: &str| before.len() <= LONGEST_LINK && before.ends_with('有') && LINKS.contains(before);
        let asked = |before: &str| CONSENTING.iter().any(|w| before.ends_with(w));
        self.clause_before(i).is_some_and(|before| links(before) || asked(before))
    }

    /// 14个乡镇（街道）: what stands in short brackets right behind a noun belongs to its name.
    pub(super) fn with_aside(&self, noun: Span) -> Span {
        const SHORT: usize = 8;
        let at = self.clauses.asides.partition_point(|a| a.start < noun.end);
        let Some(aside) = self.clauses.asides.get(at).filter(|a| a.start == noun.end) else { return noun };
        let said = &self.text[aside.range()];
        let named = said.chars().count() <= SHORT && said.chars().all(|c| is_letter(c) || "（）()、".contains(c));
        if named { Span::new(noun.start, aside.end) } else { noun }
    }

    /// 180余人走进大厅: what stands behind persons is what they do.
    pub(super) fn does(&self, i: usize, noun: Span) -> bool {
        let unit = self.figures[i].unit.as_deref();
        let person = matches!(unit, Some("人" | "名" | "位" | "人次"));
        // 调度会四次|研究部署: what was held so often stands before the number.
        let held = || unit == Some("次") && self.is_object(i);
        let words = || self.words(noun.start, &self.text[noun.range()]);
        (person || held()) && words().first().is_some_and(|w| predicate(w) && !VERBAL_NOUNS.contains(&w.text))
    }

    /// Whether what stands before a figure is a thing that something was done to: 召开|调度会, and not 常务会议|两次听取汇报.
    fn is_object(&self, i: usize) -> bool {
        let left = self.left(i, 0);
        let said = last_chars(&self.text[left.range()], REACH_BACK).trim_matches(is_space);
        let words = self.segmenter.words(said.trim_start_matches('、'));
        let governed = said.starts_with('、') || words.first().is_some_and(predicate);
        let noun = |w: &Word<'_>| w.tag.starts_with('n') && !PREDICATES.contains(w.text) && count(w.text) > 1;
        governed && (said.ends_with('会') || words.last().is_some_and(noun))
    }

    /// 另有1件结转下年度: a figure without a noun is labelled by the predicate behind it, up to the clause's end.
    pub(super) fn predicate_behind(&self, i: usize) -> Option<Span> {
        let (start, piece) = self.told_behind(i)?;
        let words = self.words(start, piece);
        let first = words.first()?;
        let bare = NO_NOUNS.contains(first.text) && !DOING.contains(&first.text)
            || CHANGES.contains(first.text) && words.get(1).is_none_or(|w| !w.tag.starts_with('n'));
        let fits = length(&words) <= LONGEST && !bare;
        let count = self.figures[i].kind == Kind::Count;
        // 通过网络|提交, 尚在规定期限内|办理: what was done stands at the end.
        let led = WAYS.iter().any(|w| self.text[..start].ends_with(w)) || STILL.iter().any(|w| piece.starts_with(w));
        let way = led && (words.last().is_some_and(predicate) || piece.ends_with('内'));
        let verb = way
            || predicate(first)
            || DOING.contains(&first.text)
            || first.tag.starts_with('v')
            || matches!(first.tag, "d" | "ad" | "b" | "t") && words.get(1).is_some_and(|w| w.tag.starts_with('v'));
        (count && fits && verb).then(|| Span::new(start, start + piece.len()))
    }

    /// 1件为|2020年|结转: what stands behind a figure, without the link and the time before its predicate.
    fn told_behind(&self, i: usize) -> Option<(usize, &str)> {
        let (start, piece) = self.behind(i)?;
        if piece.starts_with('因') {
            return self.caused(start, piece);
        }
        // 3件由申请人主动撤回: what was done stands behind who did it, or where.
        if piece.starts_with(['由', '经', '被', '到', '在', '赴']) {
            let words = self.words(start, piece);
            let verb = words.iter().skip(2).find(|w| predicate(w) || w.tag == "d" && count(w.text) > 1)?;
            return Some((start + verb.span.start, &piece[verb.span.start..]));
        }
        if WAYS.iter().any(|way| piece.starts_with(way) && piece.len() > way.len()) {
            return self.by_way(i);
        }
        // 336件已办结.
        if let Some(rest) = DONE_ALREADY.iter().find_map(|w| piece.strip_prefix(w)).filter(|rest| !rest.is_empty()) {
            return Some((start + piece.len() - rest.len(), rest));
        }
        let Some(rest) = piece.strip_prefix(['为', '系', '属']) else { return Some((start, piece)) };
        let at = start + piece.len() - rest.len();
        let time = self.skips.binary_search_by_key(&at, |s| s.start).ok().map(|k| self.skips[k].end);
        let at = time.unwrap_or(at);
        let rest = self.text.get(at..start + piece.len())?;
        (!rest.is_empty()).then_some((at, rest))
    }

    /// 6件因涉密未予公开: what was done, or not, stands behind why.
    fn caused<'p>(&'p self, start: usize, piece: &'p str) -> Option<(usize, &'p str)> {
        let words = self.words(start, piece);
        let (last, before) = words.split_last().filter(|(last, _)| PREDICATES.contains(last.text))?;
        let denied = before.last().filter(|w| w.text.starts_with(['未', '不', '无']));
        let from = denied.unwrap_or(last).span.start;
        Some((start + from, &piece[from..]))
    }

    /// 81条通过公开栏、电子屏等方式公开: by which way is a part of what was done; but 3个通过验收 is done itself.
    fn by_way(&self, i: usize) -> Option<(usize, &str)> {
        let (start, piece) = self.clause_behind(i)?;
        let words = self.words(start, piece);
        let way = WAYS.iter().find(|way| piece.starts_with(**way))?;
        let skipped = if words.len() > 2 { way.len() } else { 0 };
        words.last().is_some_and(predicate).then_some((start + skipped, &piece[skipped..]))
    }

    /// 在15个工作日以内答复: a limit is one of what is done within it.
    pub(super) fn limited(&self, i: usize) -> Option<Span> {
        let figure = &self.figures[i];
        let limit = figure.kind == Kind::Duration && figure.bound == Bound::AtMost;
        let (start, piece) = self.behind(i).filter(|_| limit)?;
        let words = self.words(start, piece);
        let light = || matches!(words.as_slice(), [only] if LIGHT_ACTS.contains(&only.text));
        let fits = length(&words) <= LONGEST && words.first().is_some_and(predicate) && !light();
        fits.then(|| Span::new(start, start + piece.len()))
    }

    /// 43个部门中有35个公开了预算: what some of those that were counted right before do.
    pub(super) fn some_of(&self, i: usize, before: Span) -> Option<Span> {
        let among = self.text[before.end..self.figures[i].span.start].trim_start_matches(is_space);
        let counted = i
            .checked_sub(1)
            .is_some_and(|j| self.figures[j].span.end <= before.start && self.figures[j].unit == self.figures[i].unit);
        (counted && among.starts_with('中')).then(|| self.predicate_behind(i))?
    }

    /// 开展四轮巡检: behind a number, acts to the end of the clause are what a light predicate before it was done.
    pub(super) fn acts(&self, i: usize, before: Span) -> Option<Span> {
        let light = self.figures[i].kind == Kind::Count && LIGHT.contains(&&self.text[before.range()]);
        let (start, piece) = self.behind(i).filter(|_| light)?;
        let words = self.words(start, piece);
        let act = |w: &Word<'_>| {
            w.tag.starts_with('v') && count(w.text) > 1 && !NO_NOUNS.contains(w.text) && !BECOMING.contains(w.text)
        };
        (words.len() <= 2 && words.iter().all(act)).then(|| Span::new(start, start + piece.len()))
    }

    /// What stands right behind a figure in its clause, before the next figure, 、 or aside.
    pub(super) fn behind(&self, i: usize) -> Option<(usize, &str)> {
        let (start, piece) = self.clause_behind(i)?;
        let piece = piece.split('、').next().unwrap_or(piece).trim_end_matches(is_space);
        (!piece.is_empty()).then_some((start, piece))
    }

    /// The same, over 、.
    fn clause_behind(&self, i: usize) -> Option<(usize, &str)> {
        let figure = &self.figures[i];
        let clause = self.homes[i].map(|c| self.clauses.clauses[c].span)?;
        let mut end = clause.end;
        if let Some(next) = self.figures.get(i + 1) {
            end = end.min(next.span.start);
        }
        let aside = self.clauses.asides.partition_point(|a| a.start < figure.span.end);
        if let Some(aside) = self.clauses.asides.get(aside) {
            end = end.min(aside.start);
        }
        if end <= figure.span.end {
            return None;
        }
        let piece = &self.text[figure.span.end..end];
        let piece = piece.char_indices().nth(REACH).map_or(piece, |(at, _)| &piece[..at]);
        let start = figure.span.end + piece.len() - piece.trim_start_matches(is_space).len();
        let piece = piece.trim_matches(is_space);
        (!piece.is_empty()).then_some((start, piece))
    }

    /// Whether the noun behind figure `i` belongs to the figure after it: 网站32条微博418条.
    pub(super) fn noun_of_next(&self, i: usize, noun: Span, nouns: &[Option<Span>]) -> bool {
        // 4个栏目|超过3个月未更新: nor does it measure a time.
        let own = |kind: Kind| !matches!(kind, Kind::Rank | Kind::Duration);
        let next = self.figures.get(i + 1).filter(|next| own(next.kind) && next.span.start == noun.end);
        // 110千伏变电站2座, 18层以上建筑13栋: how large they are is said of the same things.
        let sized = self.figures[i].kind == Kind::Measure || self.figures[i].unit.as_deref() == Some("层");
        next.is_some() && nouns[i + 1].is_none() && !sized
    }
}

/// 65岁以上老年人: how many bytes of a class of age stand before the noun.
pub(super) fn class_of_age(piece: &str) -> usize {
    const LONGEST: usize = 24;
    let digits = glyph::leading_digits(piece);
    let years = piece[digits.len()..].find('岁').filter(|at| !digits.is_empty() && *at < LONGEST);
    let Some(years) = years.map(|at| digits.len() + at + '岁'.len_utf8()) else { return 0 };
    let bound = ["及以上", "以上", "及以下", "以下"].iter().find(|w| piece[years..].starts_with(**w));
    years + bound.map_or(0, |w| w.len())
}
