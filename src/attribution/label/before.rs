//! What stands before a figure: the words that govern it, without the time, place and manner before the predicate and
//! the linking words at the end.

use super::super::share::{is_share, within};
use super::super::words::*;
use super::behind::class_of_age;
use super::{LONGEST, Labels, REACH_BACK, length, predicate, predicate_at};
use crate::bracket::{Bracket, Pair};
use crate::fact::Kind;
use crate::glyph::{Glyph, count, glyph, is_han, is_letter, is_space, last_chars};
use crate::segment::Word;
use crate::span::Span;

impl Labels<'_> {
    /// The words that govern a figure, out of what stands before it.
    pub(super) fn words_before(&self, left: Span) -> Option<Span> {
        let mut near = self.after_separator(left);
        // 38个贫困村退出、2.16万人脱贫: what stands before 、 is said of another figure.
        let said = self.text[near.range()].trim_end_matches(is_space);
        if blank(said) || said.ends_with('、') {
            return None;
        }
        near.start = near.end - last_chars(&self.text[near.range()], REACH_BACK).len();
        let span = self.behind_order(self.behind_base(self.before_share(near)?));
        if let Some(name) = self.quoted(span) {
            return Some(name);
        }
        let piece = self.text[span.range()].trim_matches(pause);
        // ，增长 and its like are the whole lead of many figures.
        if blank(piece) || CHANGES.contains(piece) || LINKS.contains(piece) {
            return None;
        }
        // The dictionary cuts 占比达 into 占|比达.
        let said = &self.text[span.range()];
        let said = said.strip_suffix('达').filter(|rest| rest.ends_with("占比")).unwrap_or(said);
        let words = self.words(span.start, said);
        let words = self.without_links(span.start, &words);
        let words = self.without_openers(span.start, words);
        let words = Self::behind_place(Self::behind_subject(words));
        // 各级行政机关因政府信息公开|被申请行政复议.
        let manner = || words.iter().position(|w| MANNERS.contains(&w.text));
        let words = if length(words) > 10 { &words[manner().unwrap_or(0)..] } else { words };
        let kept = self.without_openers(span.start, Self::behind_manner(words));
        let kept = match kept {
            // 政府公报公开32条: a predicate alone keeps the manner that it had before it.
            [only] if predicate(only) && words.len() > 1 => {
                let whole = if PREPOSITIONS.contains(&words[0].text) { &words[1..] } else { words };
                if length(whole) <= LONGEST { whole } else { kept }
            }
            _ => kept,
        };
        let kept = self.without_openers(span.start, balanced(Self::shortened(kept)));
        // 我县得94.35分: the place alone is nothing that is counted.
        let aside = |at: usize| self.clauses.asides.binary_search_by_key(&at, |a| a.start).is_ok();
        // 街道3个 are counted.
        let next = self.figures.get(self.figures.partition_point(|f| f.span.start < span.end));
        let counted = next.is_some_and(|f| f.span.start == span.end && f.unit.as_deref() == Some("个"));
        let counted = |word: &str| counted && SETTLEMENTS.contains(&word);
        if matches!(kept, [only] if SCOPES.contains(&only.text) && !counted(only.text) && !aside(span.start + only.span.end))
        {
            return None;
        }
        // 村均4.2名: nor is what each has some of.
        if matches!(kept, [only] if count(only.text) == 1 && self.text[span.start + only.span.end..].starts_with('均'))
        {
            return None;
        }
        let (first, last) = (kept.first()?, kept.last()?);
        // 比全市平均水平高1.1个百分点 says what is compared with, not what is.
        if matches!(first.text, "比" | "较") {
            return None;
        }
        let label = self.closed(Span::new(span.start + first.span.start, span.start + last.span.end));
        let label = self.with_extreme(self.with_each(label, span.end), span.end);
        // 12—|17岁学生接种率: it does not begin inside a class of age.
        let inside = self.text[..label.start].ends_with(['—', '-', '－', '–', '~', '～', '至', '到']);
        let age = if inside { class_of_age(&self.text[label.range()]) } else { 0 };
        let label = Span::new(label.start + age, label.end);
        // 其中乡镇（街道）906名.
        let label = if label.end == span.end { self.with_aside(label) } else { label };
        let label = self.named(label);
        // 全省119个县（市、区）排名第17位: what stands in brackets does not name what stands outside.
        let aside = self.clauses.aside_around(label);
        if let Some(aside) = aside.filter(|a| a.end <= span.end) {
            // 总产值（按不变价格计算）达到: what stands before them does.
            let behind = Span::new(aside.end, span.end);
            let words = self.words(behind.start, &self.text[behind.range()]);
            let bare = self.without_links(behind.start, &words).is_empty();
            let before = Span::new(left.start.min(aside.start), aside.start);
            return if bare && !before.is_empty() { self.words_before(before) } else { None };
        }
        // 按可比价计算|增长8.3%: by what it is counted is not what is.
        let said = &self.text[label.range()];
        if said.starts_with('按') && said.ends_with("计算") || PRICED.iter().any(|w| said.starts_with(w)) {
            return None;
        }
        // 共|9大类: nor does a number of sorts.
        let sorts = said.trim_start_matches(|c| glyph(c).is_some_and(Glyph::is_part));
        if sorts.len() < said.len() && SORTS.contains(&sorts) {
            return None;
        }
        // 连跨4个|万亿元台阶、双双: an amount names nothing.
        let says = |c: char| is_letter(c) && c != '元' && !glyph(c).is_some_and(Glyph::is_part);
        self.text[label.range()].contains(says).then_some(label)
    }

    /// 脱贫户户|均增收: a label that ends with those of whom each has more takes 均 and the word of change with it.
    fn with_each(&self, label: Span, end: usize) -> Span {
        let said = &self.text[label.range()];
        let rest = self.text[label.end..end.max(label.end)].trim_end_matches(is_space);
        // The dictionary cuts 户|均增收 and 户均|增收.
        let (of, change) = match rest.strip_prefix('均') {
            Some(change) => (Some(said), change),
            None => (said.strip_suffix('均'), rest),
        };
        let each = of.is_some_and(|of| EACH.iter().any(|w| of.ends_with(w))) && CHANGES.contains(change);
        let fits = each && count(said) + count(rest) <= LONGEST;
        if fits { Span::new(label.start, label.end + rest.len()) } else { label }
    }

    /// 单日|最高: which one of the values is meant.
    fn with_extreme(&self, label: Span, end: usize) -> Span {
        let rest = &self.text[label.end..end.max(label.end)];
        let each = EACH_ONE.iter().any(|w| self.text[label.range()].ends_with(w));
        let word = EXTREMES.iter().find(|w| each && rest.starts_with(**w));
        Span::new(label.start, label.end + word.map_or(0, |w| w.len()))
    }

    /// 户籍办理、不动产登记等高频事项: the noun that holds the names before it together; of a long label with 的,
    /// what stands behind it.
    fn named(&self, label: Span) -> Span {
        let said = &self.text[label.range()];
        // The names may begin before the label: 甲路口、|乙线等事故多发路段.
        let names = |at: usize| said[..at].contains(['、', '和']) || self.text[..label.start].ends_with('、');
        // 中等职业学校 and 高等教育 are one word; 小学、初中等学校 is a list.
        let degree = |at: usize| {
            let begins = |w: &&&str| {
                let from = w.find('等').and_then(|k| at.checked_sub(k));
                from.and_then(|from| said.get(from..)).is_some_and(|rest| rest.starts_with(**w))
            };
            DEGREES.iter().any(|w| begins(&w)) && !SCHOOLS.iter().any(|w| said[..at].ends_with(w))
        };
        let listed = said.rfind('等').filter(|at| names(*at) && !degree(*at)).map(|at| at + '等'.len_utf8());
        let long = count(said) > 10;
        let owned = || said.rfind('的').map(|at| at + '的'.len_utf8());
        // 社会物流总费用与GDP的比率: a relation says too little alone.
        let noun = |at: &usize| {
            let noun = &said[*at..];
            noun.chars().filter(|c| is_letter(*c)).count() > 1 && !RELATIONS.contains(&noun)
        };
        // 公开行政审批方面的信息, 甲型流感等|突发事件的信息: a vague noun keeps what it is of.
        let kept = |at: usize| {
            let of = said[..at].trim_end_matches('的');
            match of.rfind('等').map(|list| list + '等'.len_utf8()).filter(|list| *list < of.len()) {
                Some(list) if VAGUE.contains(&&said[at..]) => list,
                _ if !long || of.ends_with("方面") && VAGUE.contains(&&said[at..]) && count(said) <= LONGEST => 0,
                _ => at,
            }
        };
        let at = listed.filter(noun).or_else(|| owned().filter(noun).map(kept)).unwrap_or(0);
        Span::new(label.start + at, label.end)
    }

    /// 实施“千里林带”: the mark that closes what the label opens belongs to it.
    fn closed(&self, label: Span) -> Span {
        let names = &self.clauses.names;
        let name = names.get(names.partition_point(|n| n.inner.end < label.end));
        let opened = |n: &&Bracket| n.inner.end == label.end && (label.start..label.end).contains(&n.span.start);
        Span::new(label.start, name.filter(opened).map_or(label.end, |n| n.span.end))
    }

    /// A share is labelled by the sharer: what stands before 占.
    fn before_share(&self, span: Span) -> Option<Span> {
        let piece = &self.text[span.range()];
        // 总产值完成全年计划的百分之一百零三; without words before, the label of the clause before.
        let told = piece.trim_end_matches(is_space).trim_end_matches('的');
        // 完成试点任务98项 counts the tasks.
        let rated = || {
            let next = self.figures.get(self.figures.partition_point(|f| f.span.start < span.end));
            next.is_some_and(|f| matches!(f.kind, Kind::Percent | Kind::PercentPoint | Kind::Fraction | Kind::Multiple))
        };
        if PLANS.iter().any(|w| told.ends_with(w)) && rated() {
            let word = FULFILLED.all(told).next();
            let at = word.map_or(told.len(), |word| word.start);
            // 已完成整改任务的三分之一: without a subject, a plan of its own; that of the year has none.
            let plan = word.map_or("", |word| &told[word.end..]);
            let timed = plan.starts_with(|c| glyph(c).is_some_and(Glyph::is_part));
            let own = LINKS.contains(&told[..at]) && !timed && !PLAN_TIMES.iter().any(|w| plan.starts_with(w));
            if let Some(word) = word.filter(|_| own) {
                return Some(Span::new(span.start + word.end, span.start + told.len()));
            }
            return (at > 0).then(|| Span::new(span.start, span.start + at));
        }
        // 参加合作社的农户已经达到全体农户的60%: a share of what stands behind the verb.
        let shared = || piece.trim_end_matches(is_space).ends_with('的') && rated();
        if let Some(at) = REACHING_OF.last(piece).map(|word| word.start).filter(|at| *at > 0 && shared()) {
            return Some(Span::new(span.start, span.start + at));
        }
        // 轻工业|在工业总产值中的比重.
        if rated()
            && let Some(at) = within(piece)
        {
            return (at > 0).then(|| Span::new(span.start, span.start + at));
        }
        // 所占分值由2分提高到5分: what something takes up, and no share of it.
        let taken = piece.find("所占").map(|at| at + "所占".len());
        let taken = taken.filter(|at| !piece[*at..].trim_start_matches('的').starts_with(['比', '份', '百']));
        if let Some(at) = taken.filter(|at| *at < piece.len()) {
            return Some(Span::new(span.start + at, span.end));
        }
        // 占地120亩 is no share.
        if piece.contains('占')
            && piece.find("占地").is_some_and(|at| !piece[at + "占地".len()..].starts_with(['区', '方']))
        {
            return Some(span);
        }
        let cut = match share(piece) {
            Some(_) if piece.contains("占比") => piece.len(),
            // 信息公开占绩效考核的分值由3分提高到4分: what is no quotient is no share.
            Some(_) if !rated() && (piece.contains("分值") || piece.contains("分数")) => piece.len(),
            Some(at) => at,
            // 水质优良（达到或优于Ⅲ类）断面比例: what stands in brackets compares nothing outside of them.
            None => {
                let outside = |word: &Span| !piece[word.end..].contains(['）', ')']);
                EXCEEDING.all(piece).find(outside).map_or(piece.len(), |word| word.start)
            }
        };
        (cut > 0 || piece.is_empty()).then(|| Span::new(span.start, span.start + cut))
    }

    /// “非本机关公开职责权限范围”27宗: what is quoted is one name, whatever its words are.
    fn quoted(&self, span: Span) -> Option<Span> {
        let piece = self.text[span.range()].trim_end_matches(is_space);
        let end = span.start + piece.strip_suffix('的').unwrap_or(piece).len();
        let names = &self.clauses.names;
        let name = names.get(names.partition_point(|n| n.span.end < end))?;
        if name.pair != Pair::Quote || name.span.end != end || name.span.start < span.start {
            return None;
        }
        let fits = (2..=20).contains(&self.text[name.inner.range()].chars().count());
        let skip = self.skips.get(self.skips.partition_point(|s| s.start < name.inner.start));
        let plain = !skip.is_some_and(|s| name.inner.contains(*s));
        (fits && plain).then(|| self.channel(Span::new(span.start, name.span.start), name).unwrap_or(name.inner))
    }

    /// 微信公众号|“榆湾之窗”: a name with the channel that bears it.
    fn channel(&self, before: Span, name: &Bracket) -> Option<Span> {
        let said = self.text[before.range()].trim_end_matches(is_space);
        CHANNELS.iter().find(|w| said.ends_with(**w))?;
        let words = self.words(before.start, &self.text[before.range()]);
        let words = self.without_openers(before.start, &words);
        let first = words.first().filter(|_| !words.iter().any(predicate))?;
        Some(Span::new(before.start + first.span.start, name.span.end))
    }

    /// 由多到少依次是|甲区: a name of its own behind the words that tell a list one by one.
    fn behind_order(&self, span: Span) -> Span {
        let piece = &self.text[span.range()];
        let ends = ONE_BY_ONE.all(piece).map(|word| word.end).last();
        let name = ends.and_then(|end| piece[end..].strip_prefix(['是', '为']));
        name.filter(|name| !blank(name)).map_or(span, |name| Span::new(span.end - name.len(), span.end))
    }

    /// 同比增加35条: what opens with its base of comparison.
    fn behind_base(&self, span: Span) -> Span {
        let piece = self.text[span.range()].trim_start_matches(pause);
        let rest = ["同比", "环比"].iter().find_map(|w| piece.strip_prefix(w));
        rest.map_or(span, |rest| Span::new(span.end - rest.len(), span.end))
    }

    /// The words before the links, changes, times and comparisons that stand right before the figure.
    pub(super) fn without_links<'w, 't>(&self, start: usize, words: &'w [Word<'t>]) -> &'w [Word<'t>] {
        let mut words = words;
        let end = words.last().map_or(start, |w| start + w.span.end);
        // Whether a word of change has been left out.
        let mut changed = false;
        while let Some((last, before)) = words.split_last() {
            // 占比 is a noun, whatever its characters are.
            // 存贷比 is one too, and 同比 none.
            let ends = start + last.span.end == end;
            let noun = |w: &Word<'_>| w.text == "占" || ends && w.tag.starts_with('n');
            let share = last.text == "占比" || last.text == "比" && before.last().is_some_and(noun);
            if share {
                break;
            }
            // 收入总计45.49亿元, 审减3.12亿元.
            let whole = before.last().is_some_and(|w| {
                last.text == "总计" && SUMMED.contains(&w.text)
                    || CUT_MOVES.contains(&(w.text, last.text))
                    || last.text == "增收" && (w.text.ends_with('均') || w.text == "年")
            });
            if whole {
                break;
            }
            let reaching = REACHING.contains(&last.text) && !self.without_openers(start, before).is_empty();
            // 迈|上, 压|减至: a word of the tables that the dictionary does not know.
            if let Some((last_but_one, shorter)) = before.split_last() {
                let both = Span::new(start + last_but_one.span.start, start + last.span.end);
                let both = &self.text[both.range()];
                let change = CHANGES.contains(both);
                if change || LINKS.contains(both) {
                    changed |= change;
                    words = shorter;
                    continue;
                }
            }
            let dispensable = blank(last.text)
                || reaching
                || LINKS.contains(last.text)
                || CHANGES.contains(last.text)
                || self.in_skip(start, last);
            if dispensable {
                changed |= CHANGES.contains(last.text);
                words = before;
                continue;
            }
            // 水价为每|立方米: what it is of each.
            if let [rest @ .., each, unit] = words
                && each.text == "每"
                && unit.tag == "q"
                && !rest.is_empty()
            {
                words = rest;
                continue;
            }
            match self.without_comparison(start, words, changed) {
                shorter if shorter.len() < words.len() => words = shorter,
                _ => break,
            }
        }
        words
    }

    /// Whether a word is of a time; 本年收入 is one word, and none.
    fn in_skip(&self, start: usize, word: &Word<'_>) -> bool {
        let word = Span::new(start + word.span.start, start + word.span.end);
        let i = self.skips.partition_point(|s| s.end <= word.start);
        self.skips.get(i).is_some_and(|s| s.contains(word))
    }

    /// 比上年, 较2016年, 由每月, 从2020年的: what a change or a value is compared with.
    fn without_comparison<'w, 't>(&self, start: usize, words: &'w [Word<'t>], changed: bool) -> &'w [Word<'t>] {
        // 与上年同期相比: all of it.
        if words.last().is_some_and(|w| matches!(w.text, "相比" | "相比较" | "持平")) {
            let with = words.iter().rposition(|w| matches!(w.text, "与" | "同" | "和"));
            return with.map_or(words, |at| &words[..at]);
        }
        let Some(at) = words.iter().rposition(|w| COMPARING.contains(&w.text)) else { return words };
        let told = &words[at + 1..];
        let time = told.iter().any(|w| self.in_skip(start, w) || PAST.contains(&w.text));
        // 从业人员比“四经普”|增长: before a word of change it is what it is compared with, whatever it is.
        let grown = matches!(words[at].text, "比" | "较") && !told.is_empty() && changed;
        if (time || grown && at > 0) && told.len() <= 6 { &words[..at] } else { words }
    }

    pub(super) fn without_openers<'w, 't>(&self, start: usize, words: &'w [Word<'t>]) -> &'w [Word<'t>] {
        let mut words = words;
        while let Some((first, rest)) = words.split_first() {
            let opener = blank(first.text) || OPENERS.contains(first.text) || self.in_skip(start, first);
            // 上年结转 is one thing.
            let kept = rest.first().is_some_and(|next| match first.text {
                "即" => !blank(next.text),
                "实际" => ["使用", "利用", "到位"].iter().any(|w| next.text.starts_with(w)),
                // 再就业 is one word of statistics.
                "再" => next.text == "就业",
                "约" => next.text.starts_with('谈'),
                "可" => next.text.starts_with("再生") || next.text.starts_with('办'),
                "应" => next.text.starts_with(['办', '缴', '收']),
                "其余" => !blank(next.text),
                // 在皖投资企业: the place belongs to the name.
                // 在岗职工, 在校学生.
                "在" => {
                    in_province(words)
                        || next.text.starts_with(['岗', '职', '校', '读', '建', '册', '编', '园', '院', '籍'])
                }
                "“" => rest.iter().any(|w| w.text == "”"),
                _ => ["结转", "结余", "结存"].iter().any(|w| next.text.starts_with(w)) || next.text == "一贯制",
            });
            if kept || !opener || rest.is_empty() && !OPENERS.contains(first.text) {
                break;
            }
            words = rest;
        }
        words
    }

    /// 县行政服务中心累计|受理: from the adverb on, where the subject before it is long.
    fn behind_subject<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
        if length(words) <= 8 {
            return words;
        }
        // 县政府主要负责人 is one.
        let parts = |k: usize| {
            let head = words.get(k + 1).is_some_and(|w| w.text.starts_with("负责") || w.text.starts_with("领导"));
            PARTING.contains(&words[k].text) && !(words[k].text == "主要" && head)
        };
        let Some(at) = (0..words.len()).rev().find(|&k| parts(k)) else { return words };
        match &words[at + 1..] {
            [] => words,
            // 《县人民政府公报》全年出版12期: of a title, not of the verb.
            [only] if only.tag.starts_with('v') && at > 0 && words[at - 1].text == "》" => &words[..at],
            // 直接投资年均|增速 says too little alone.
            [only] if QUANTITIES.contains(&only.text) => words,
            rest => rest,
        }
    }

    /// 在新媒体抽查检查中|总体合格率: from behind the place on.
    fn behind_place<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
        let ends = |w: &Word<'_>| matches!(w.text, "中" | "方面" | "过程中" | "期间");
        match words.iter().rposition(ends) {
            Some(at) if at > 1 && at + 1 < words.len() && words[at + 1].text != "的" => &words[at + 1..],
            _ => words,
        }
    }

    /// 通过不同渠道和方式|主动公开政府信息: from the predicate on, where a phrase of manner stands before it.
    fn behind_manner<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
        let manner = words.first().is_some_and(|w| PREPOSITIONS.contains(&w.text) && !in_province(words));
        if !manner {
            return words;
        }
        let free = |i: &usize| words.get(*i + 1).is_none_or(|n| n.text != "的");
        let known = (2..words.len()).filter(free).find(|&i| known_predicate_at(words, i));
        let at = known.or_else(|| (2..words.len()).filter(free).find(|&i| predicate_at(words, i)));
        match at {
            // 告知通过其他途径|办理数: how much is done says too little alone.
            Some(at) if at + 2 == words.len() && QUANTITIES.contains(&words[at + 1].text) => &words[1..],
            // 主动公开: the adverb belongs to its predicate.
            Some(at) if words[at - 1].text == "主动" => &words[at - 1..],
            Some(at) => &words[at..],
            None => &words[1..],
        }
    }

    /// A label that is too long begins at the first predicate that makes it short enough, else at a word.
    fn shortened<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
        let mut words = words;
        // 公务用车购置及运行维护费|支出决算: as what an account is kept says too little alone.
        let account = words.iter().rev().take_while(|w| w.text == "支出" || ACCOUNTS.contains(&w.text)).count();
        let mut rest = length(&words[..words.len() - account]);
        if rest > LONGEST {
            // From here on it is short enough.
            let first = words.iter().position(|word| {
                let fits = rest <= LONGEST;
                rest = rest.saturating_sub(count(word.text));
                fits
            });
            let first = first.unwrap_or(words.len());
            let fitting = || first..words.len();
            let at = fitting().find(|i| known_predicate_at(words, *i) && i + 1 < words.len());
            // 细|颗粒物: an attribute of one character stays with its noun.
            let attribute = |i: &usize| matches!(words[*i].tag, "a" | "b") && count(words[*i].text) == 1;
            let word = || fitting().find(|i| count(words[*i].text) > 1).or(fitting().next()).unwrap_or(0);
            let at = at.unwrap_or_else(|| word() - usize::from(word().checked_sub(1).is_some_and(|k| attribute(&k))));
            // 编辑出版|《国家渔政管理总局公报》: nor does it begin inside a title.
            let opened = words[..at].iter().rposition(|w| w.text == "《");
            let whole = opened.filter(|&o| !words[o..at].iter().any(|w| w.text == "》"));
            words = &words[whole.unwrap_or(at)..];
        }
        // 县电视台播出《政务之窗》节目: a long one does without its subject, and without a light predicate.
        if length(words) > 10 && words.first().is_some_and(|w| !predicate(w)) {
            // 规模以上工业企业实现利润总额
            let does = |i: usize| known_predicate_at(words, i) || words[i].text == "实现";
            let at = (1..words.len()).find(|&i| does(i) && i + 1 < words.len());
            words = &words[at.unwrap_or(0)..];
        }
        match words.split_first() {
            Some((first, rest)) if length(words) > 10 && LIGHT.contains(&first.text) && !rest.is_empty() => rest,
            _ => words,
        }
    }
}

/// Where the first 占 of a share stands: 挤占资金 is none.
fn share(piece: &str) -> Option<usize> {
    piece.match_indices('占').map(|(at, _)| at).find(|&at| is_share(piece, at))
}

/// Whether a predicate of the table begins at word `i`: inside a long noun (可支配收入, 示范创建) other verbs are none.
fn known_predicate_at(words: &[Word<'_>], i: usize) -> bool {
    // 更新量 is a quantity.
    // So is 购置及运行维护费.
    // 因公出国（境）费支出决算, too.
    let joined = |w: &Word<'_>| [QUANTITIES, SEPARATORS, ACCOUNTS].iter().any(|words| words.contains(&w.text));
    let noun = words.get(i + 1).is_some_and(joined);
    // 法治政府建设|工作 is one, too.
    let noun = noun || words.get(i + 1).is_some_and(|w| w.text == "工作") && i + 2 == words.len();
    PREDICATES.contains(words[i].text) && predicate_at(words, i) && !noun
}

/// A label that begins inside a quotation (发布”微信公众号) begins behind it; one that would end inside a bracket
/// ends before it.
fn balanced<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let opened = words.iter().rposition(|w| w.text.ends_with(['（', '(']));
    let words = match opened {
        Some(at) if !words[at..].iter().any(|w| w.text.starts_with(['）', ')'])) => &words[..at],
        _ => words,
    };
    // （包河）产业园营收: one that begins inside a bracket begins behind it.
    let closed = words.iter().position(|w| w.text.contains(['）', ')', '（', '(']));
    let words = match closed {
        Some(at) if words[at].text.ends_with(['）', ')']) && at + 1 < words.len() => &words[at + 1..],
        _ => words,
    };
    match words.iter().position(|w| w.text.contains(['“', '”', '《', '》'])) {
        Some(at) if words[at].text.ends_with(['”', '》']) => &words[at + 1..],
        // “白石沟之声”公众号推送: a long one does without the name.
        Some(0) if length(words) > 10 => match words.iter().position(|w| w.text.ends_with(['”', '》'])) {
            Some(at) if at + 1 < words.len() => &words[at + 1..],
            _ => words,
        },
        _ => words,
    }
}

/// 在皖|投资企业: a place that is a part of the name behind it.
fn in_province(words: &[Word<'_>]) -> bool {
    let named = |rest: &[Word<'_>]| !rest.iter().any(|w| PREDICATES.contains(w.text));
    matches!(words, [first, place, rest @ ..] if first.text == "在" && PROVINCES.contains(&place.text) && named(rest))
}

/// What may stand between the words before a figure and what was before them.
pub(super) fn pause(c: char) -> bool {
    matches!(c, '，' | '、' | '；' | ',' | ';') || is_space(c)
}

fn blank(word: &str) -> bool {
    let mark = |c: char| is_space(c) || "，,、：:；;“”‘’\"（）()—-－".contains(c);
    word.chars().all(|c| !is_han(c) && mark(c))
}
