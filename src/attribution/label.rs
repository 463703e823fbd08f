//! What a figure counts or measures: the words of the text that govern it.
//!
//! The counted noun behind the figure wins where there is one (外设八个分厅); else the words before it, back to
//! the figure before or to the beginning of the clause, without the time, place and manner before the predicate
//! and the linking words at the end; a clause without words of its own takes the label of the figure before
//! (推送128组，392条). The tables hold the words, the functions know none.

use crate::clause::Clauses;
use crate::fact::Kind;
use crate::glyph::is_space;
use crate::period::Time;
use crate::quantity::Quantity;
use crate::segment::{Segmenter, Word};
use crate::span::Span;

/// Linking words and adverbs between the words and the figure.
const LINKS: &[&str] = &[
    "总共", "合计", "共计", "总计", "累计", "达到了", "达到", "达", "高达", "多达", "为", "是", "有", "计", "共", "已", "约", "现", "仅", "只", "均",
    "各", "分别为", "分别达到", "分别达", "分别", "各自", "占", "至", "到", "了", "的", "：", ":", "人民币", "现有", "共有", "设有", "实际", "平均", "超",
    "得", "又", "再", "就", "也", "即", "在", "近", "总额", "第", "列", "居", "位居", "排名", "排", "位列", "全", "整", "每", "每人每月", "每人", "每月",
    "每年", "人均每月", "保持", "稳定", "等", "由", "从", "自", "（", "(", "“", "”", "‘", "’",
];

/// Words of change: between them and the figure stands nothing that it counts.
const CHANGES: &[&str] = &[
    "增长", "增加", "增至", "增加到", "增长到", "增加至", "增长至", "下降", "下降到", "下降至", "减少", "减少到", "减少至", "减至", "上升", "上升到", "上升至", "提高", "提高到",
    "提高至", "提升", "提升到", "提升至", "回落", "上涨", "降低", "降至", "降到", "缩小", "扩大", "压减", "压缩", "压缩至", "压缩到", "缩短", "缩短至", "增收", "增幅",
    "降幅", "涨幅", "净增", "同比", "环比", "年均", "多", "少", "翻", "高", "低", "快", "慢", "递增", "递减", "升至", "升", "降", "增", "减", "高于", "低于", "达成",
    "再增", "同比增", "同比降", "扩大到", "扩大至", "缩小到", "缩小至", "发展到", "上调至", "上调", "下调", "调整为", "调整到", "调整至",
];

/// Words that open a clause and say nothing of what is counted.
const OPENERS: &[&str] = &[
    "其中", "另外", "此外", "另有", "另", "还有", "还", "并", "且", "和", "及", "以及", "与", "、", "同时", "也", "又", "共", "共计", "累计", "总共", "全年", "年内", "今年",
    "去年", "上年", "本年度", "本年", "年度", "当年", "截至目前", "截至", "截止", "目前", "一年来", "全县", "全市", "全区", "全省", "全镇", "全乡", "全旗", "全州", "全国", "我县", "我市",
    "我区", "我省", "我局", "我镇", "我委", "我国", "本县", "本市", "本区", "本局", "本机关", "本级", "县级机关", "县级", "已", "已经", "现", "先后", "主要", "积极", "认真", "按时", "及时",
    "切实", "有力", "分别", "含", "包括", "包含", "即", "使", "由", "从", "自", "在", "对", "有", "是", "为", "作", "将", "把", "约", "平均", "各类共", "一共", "合计", "总计", "实际", "预计", "力争",
    "确保", "使得", "“", "”", "（", "(", "）", ")", "的", "均", "都", "全部", "实现", "到", "至", "底", "末", "年", "月", "日", "其它", "五年来", "期间", "等", "了", "新",
];

/// Words that open a phrase of manner, place or person before the predicate.
const PREPOSITIONS: &[&str] = &[
    "通过", "利用", "按照", "根据", "依托", "围绕", "针对", "结合", "借助", "以", "向", "为", "对", "在", "从", "由", "将", "把", "经", "据", "于", "随着", "给", "同", "就", "因", "用",
];

/// Adverbs that part a long subject from its predicate: 县行政服务中心累计|受理.
const PARTING: &[&str] = &["累计", "现共", "共", "已", "全年", "总计", "年均", "又", "还", "均", "合计", "主要", "先后"];

/// Predicates of reports; jieba tags several of them as adverbs or nouns.
const PREDICATES: &[&str] = &[
    "公开", "发布", "受理", "办理", "收到", "接到", "答复", "办结", "召开", "举办", "开展", "组织", "印发", "编发", "制发", "制定", "出台", "推送", "报送", "报道", "接待",
    "查阅", "发放", "移交", "完成", "新增", "建成", "建设", "改造", "投入", "安排", "争取", "培训", "处理", "回复", "征集", "收集", "编制", "编印", "更新", "清理", "整改", "审查",
    "梳理", "收取", "支出", "设立", "开设", "开通", "录入", "上传", "刊登", "刊发", "解读", "主动", "转办", "收办", "接受", "形成", "新建", "新开", "优化", "提供", "赠阅", "制作",
];

/// Behind a figure, words that are no counted noun.
const NO_NOUNS: &[&str] = &[
    "同比", "环比", "比", "较", "占", "增长", "下降", "增加", "减少", "提高", "上升", "均", "都", "已", "全部", "并", "其中", "和", "与", "及", "或", "以上", "以下", "以内", "左右", "用于", "分别", "、", "同时",
    "予以", "给予", "进行", "作出", "参加", "用", "为", "是", "在", "由", "经", "按", "的", "了", "等", "到", "至", "以", "对", "向", "从", "将", "把", "被", "因", "未", "不", "也", "还", "又", "共", "即", "年均", "扩大",
    "能", "可", "得到", "得", "实现", "成为", "通过", "超", "达", "达到", "位居", "居", "列", "下", "上", "内", "中", "后", "前", "起", "来", "时", "每", "各", "当", "有", "收取", "收到", "余", "多",
];
/// Counted things that jieba tags as verbs.
const VERBAL_NOUNS: &[&str] = &[
    "申请", "建议", "提案", "咨询", "投诉", "举报", "报道", "诉讼", "复议", "答复", "通报", "活动", "调查", "检查", "培训", "会议", "管理", "服务", "采购", "处罚", "改革", "试点", "试验", "改造", "创新", "监测",
];

/// A label longer than this many characters is cut back to its predicate.
const LONGEST: usize = 14;
/// A noun behind a figure is looked for so far.
const REACH: usize = 16;

/// The labels of the figures of one block.
pub(crate) struct Labels<'a> {
    pub(crate) text: &'a str,
    pub(crate) segmenter: &'a Segmenter,
    pub(crate) clauses: &'a Clauses,
    /// The figures of the block, in order, and the clause of each.
    pub(crate) figures: &'a [Quantity],
    pub(crate) homes: &'a [Option<usize>],
    /// The times named in the block.
    pub(crate) times: &'a [Time],
}

impl Labels<'_> {
    /// One label (or none) for every figure of the block.
    pub(crate) fn read(&self) -> Vec<Option<Span>> {
        let mut labels: Vec<Option<Span>> = Vec::with_capacity(self.figures.len());
        // Where the noun that the figure before has taken ends.
        let mut taken = 0;
        for i in 0..self.figures.len() {
            if let Some(label) = self.of_list(i, &labels) {
                labels.push(Some(label));
                continue;
            }
            let left = self.left(i, taken);
            let noun = self.noun_behind(i);
            let before = self.words_before(left);
            let label = match (noun, before) {
                (Some(noun), Some(before)) if self.noun_of_next(i, noun) => before,
                (Some(noun), _) => {
                    taken = noun.end;
                    noun
                }
                (None, Some(before)) => before,
                (None, None) => match self.inherited(i, &labels) {
                    Some(label) => label,
                    None => {
                        labels.push(None);
                        continue;
                    }
                },
            };
            labels.push(Some(label));
        }
        labels
    }

    fn same_sentence(&self, i: usize, j: usize) -> bool {
        let sentence = |k: usize| self.homes[k].map(|c| self.clauses.clauses[c].sentence);
        sentence(i) == sentence(j)
    }

    /// What the clause says before figure `i`, back to the figure before it; an aside that ends there is skipped.
    fn left(&self, i: usize, taken: usize) -> Span {
        let figure = self.figures[i].span;
        let clause = self.homes[i].map_or(figure, |c| self.clauses.clauses[c].span);
        let mut start = clause.start.min(figure.start);
        if let Some(before) = i.checked_sub(1).map(|j| self.figures[j].span) {
            // A figure inside an aside does not part the words outside of it.
            let aside = self.clauses.asides.iter().find(|a| a.contains(before) && !a.contains(figure));
            match aside {
                Some(aside) if aside.start >= start => {
                    if self.text[aside.end..figure.start].trim_matches(|c| is_space(c) || c == '、').is_empty() {
                        return Span::new(start, aside.start);
                    }
                    start = start.max(aside.end);
                }
                _ => start = start.max(before.end).max(taken),
            }
        }
        let mut span = Span::new(start.min(figure.start), figure.start);
        let end = self.text[span.range()].trim_end_matches(is_space).len() + span.start;
        let at = self.clauses.asides.partition_point(|a| a.end < end);
        if let Some(aside) = self.clauses.asides.get(at).filter(|a| a.end == end && a.start > span.start) {
            span.end = aside.start;
        }
        span
    }

    /// The words that govern a figure, out of what stands before it.
    fn words_before(&self, left: Span) -> Option<Span> {
        let mut span = self.after_separator(left);
        span = self.before_share(span)?;
        span = self.trim_end(span);
        span = self.trim_start(span);
        let whole = span;
        if let Some(predicate) = self.skip_manner(span) {
            span = self.trim_start(predicate);
        }
        span = self.trim_end(span);
        if span.is_empty() {
            return None;
        }
        // 政府公报公开32条: a bare verb alone keeps what it had before it.
        let bare = PREDICATES.contains(&&self.text[span.range()]);
        if bare && whole.start < span.start {
            let kept = self.trim_preposition(whole);
            if self.text[kept.range()].chars().count() <= LONGEST {
                return Some(kept);
            }
        }
        Some(self.shorten(span))
    }

    /// Behind the last 、 of a list, where what stands before it is another item; behind the space of layout.
    fn after_separator(&self, span: Span) -> Span {
        let piece = &self.text[span.range()];
        match piece.strip_prefix('、') {
            Some(rest) => Span::new(span.end - rest.len(), span.end),
            None => span,
        }
    }

    /// A share is labelled by the sharer: what stands before 占.
    fn before_share(&self, span: Span) -> Option<Span> {
        let piece = &self.text[span.range()];
        match piece.find('占') {
            Some(0) => None,
            Some(at) => Some(Span::new(span.start, span.start + at)),
            None => Some(span),
        }
    }

    fn trim_end(&self, span: Span) -> Span {
        let mut piece = &self.text[span.range()];
        loop {
            let shorter = piece.trim_end_matches(|c| is_space(c) || matches!(c, '，' | ',' | '、'));
            let shorter = longest_suffix(shorter, &[LINKS, CHANGES]).unwrap_or(shorter);
            let shorter = self.without_comparison(span.start, shorter);
            if shorter.len() == piece.len() {
                return Span::new(span.start, span.start + piece.len());
            }
            piece = shorter;
        }
    }

    /// 比上年, 较2016年, 由每月, 从2020年的: what a change or a value is compared with.
    fn without_comparison<'t>(&self, start: usize, piece: &'t str) -> &'t str {
        let Some((at, word)) = piece.char_indices().rev().take(14).find(|(_, c)| matches!(c, '比' | '较' | '由' | '从')) else {
            return piece;
        };
        let rest = &piece[at + word.len_utf8()..];
        let inside_word = matches!(word, '比') && piece[..at].ends_with(['占', '同', '环', '对']) || rest.starts_with(['例', '重']);
        let time = |s: &str| {
            let from = start + at + word.len_utf8();
            let dated = self.times.iter().any(|t| t.span.start >= from && t.span.end <= from + s.len());
            let words = ["上年", "去年", "同期", "上一年", "年初", "前", "每", "原", "上季", "上月", "往年", "年前", "以前", "过去", "预算"];
            dated || words.iter().any(|w| s.contains(w)) || s.trim_matches(is_space).is_empty()
        };
        if !inside_word && time(rest) { &piece[..at] } else { piece }
    }

    fn trim_start(&self, span: Span) -> Span {
        let mut start = span.start;
        loop {
            let piece = &self.text[start..span.end];
            let trimmed = piece.trim_start_matches(|c| is_space(c) || matches!(c, '，' | ','));
            let mut next = span.end - trimmed.len();
            if let Some(time) = self.times.iter().find(|t| t.span.start == next && t.span.end <= span.end) {
                next = time.span.end;
            } else if let Some(rest) = longest_prefix(trimmed, OPENERS).filter(|rest| !rest.is_empty()) {
                next = span.end - rest.len();
            }
            if next == start {
                return Span::new(start, span.end);
            }
            start = next;
        }
    }

    fn trim_preposition(&self, span: Span) -> Span {
        match longest_prefix(&self.text[span.range()], PREPOSITIONS) {
            Some(rest) if !rest.is_empty() => Span::new(span.end - rest.len(), span.end),
            _ => span,
        }
    }

    /// 通过不同渠道和方式|主动公开政府信息: from the predicate on, where a phrase of manner stands before it; and
    /// 县行政服务中心累计|受理, where the subject is long.
    fn skip_manner(&self, span: Span) -> Option<Span> {
        let piece = &self.text[span.range()];
        if piece.chars().count() > 8 {
            let parted = PARTING.iter().filter_map(|w| piece.rfind(w).map(|at| at + w.len())).max();
            if let Some(at) = parted.filter(|at| piece.len() - at >= 6) {
                let rest = Span::new(span.start + at, span.end);
                return Some(self.skip_manner(self.trim_start(rest)).unwrap_or(rest));
            }
        }
        let rest = longest_prefix(piece, PREPOSITIONS)?;
        let from = span.end - rest.len();
        let words = self.segmenter.words(rest);
        let predicate = words
            .iter()
            .enumerate()
            .find(|(i, w)| *i > 0 && predicate(w) && words.get(i + 1).is_none_or(|n| n.text != "的"))?;
        Some(Span::new(from + predicate.1.span.start, span.end))
    }

    /// A label that is too long begins at the last predicate that keeps it short enough, else at a word.
    fn shorten(&self, span: Span) -> Span {
        let piece = &self.text[span.range()];
        if piece.chars().count() <= LONGEST {
            return span;
        }
        let words = self.segmenter.words(piece);
        let fits = |w: &&Word<'_>| piece[w.span.start..].chars().count() <= LONGEST;
        let start = words.iter().find(|w| fits(w) && predicate(w)).or_else(|| words.iter().find(fits));
        self.trim_start(Span::new(start.map_or(span.start, |w| span.start + w.span.start), span.end))
    }

    /// The counted noun behind a count, an amount or a measure.
    fn noun_behind(&self, i: usize) -> Option<Span> {
        let figure = &self.figures[i];
        if !matches!(figure.kind, Kind::Count | Kind::Money | Kind::Measure) {
            return None;
        }
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
        let piece = piece.split('、').next().unwrap_or(piece);
        let start = figure.span.end + piece.len() - piece.trim_start_matches(is_space).len();
        let piece = piece.trim_start_matches(is_space);
        let words = self.segmenter.words(piece);
        let mut noun_end = 0;
        for (k, word) in words.iter().enumerate() {
            let first = k == 0;
            let stops = matches!(word.tag.as_bytes().first(), Some(b'p' | b'c' | b'u' | b'd' | b'r' | b'm' | b'x' | b'y' | b'f' | b't'))
                && !matches!(word.tag, "ug" | "ad" | "mq");
            if NO_NOUNS.contains(&word.text) || stops {
                break;
            }
            let noun = word.tag.starts_with('n') || matches!(word.tag, "vn" | "j" | "l" | "eng" | "an") || VERBAL_NOUNS.contains(&word.text);
            if noun {
                noun_end = word.span.end;
            } else if first && word.tag == "v" && words.len() == 1 {
                break;
            }
        }
        (noun_end > 0).then(|| Span::new(start, start + noun_end))
    }

    /// Whether the noun behind figure `i` belongs to the figure after it: 网站32条微博418条.
    fn noun_of_next(&self, i: usize, noun: Span) -> bool {
        self.figures.get(i + 1).is_some_and(|next| next.span.start == noun.end) && self.noun_behind(i + 1).is_none()
    }

    /// A、B分别为1、2: the names of a list go to its figures one by one.
    fn of_list(&self, i: usize, labels: &[Option<Span>]) -> Option<Span> {
        let clause = self.homes[i].map(|c| self.clauses.clauses[c].span)?;
        let first = (0..=i).rev().take_while(|&j| self.figures[j].span.start >= clause.start).last()?;
        let head = &self.text[clause.start..self.figures[first].span.start];
        let at = head.find("分别")?;
        let names = self.trim_start(self.trim_end(Span::new(clause.start, clause.start + at)));
        let names: Vec<Span> = split(self.text, names);
        let count = (first..self.figures.len()).take_while(|&j| self.figures[j].span.end <= clause.end).count();
        if names.len() == count && count > 1 {
            return names.get(i - first).copied().filter(|s| !s.is_empty());
        }
        // 同比分别增长6.5%、9.4%: one by one as the list before.
        let bare = self.words_before(Span::new(clause.start, clause.start + at)).is_none();
        let before = first.checked_sub(count)?;
        (bare && count > 1 && self.same_sentence(before, i)).then(|| labels[before + i - first])?
    }

    /// The label of the figure before, in the same sentence or, in its default, in the same block; else the words of
    /// the clause before.
    fn inherited(&self, i: usize, labels: &[Option<Span>]) -> Option<Span> {
        let before = i.checked_sub(1);
        if let Some(label) = before.filter(|&j| self.same_sentence(i, j)).and_then(|j| labels[j]) {
            return Some(label);
        }
        let home = self.homes[i]?;
        let clause = self.clauses.clauses[home];
        let previous = self.clauses.clauses[..home]
            .iter()
            .rev()
            .take(4)
            .find(|c| c.sentence == clause.sentence && c.depth <= clause.depth && c.span.end <= clause.span.start);
        let words = previous.and_then(|c| self.words_before(c.span));
        words.or_else(|| before.and_then(|j| labels[j]))
    }
}

fn predicate(word: &Word<'_>) -> bool {
    PREDICATES.contains(&word.text) || word.tag == "v" && word.text.chars().count() > 1
}

/// `piece` without the longest of the words that it ends with.
fn longest_suffix<'t>(piece: &'t str, tables: &[&[&str]]) -> Option<&'t str> {
    tables.iter().flat_map(|t| t.iter()).filter_map(|w| piece.strip_suffix(w)).min_by_key(|rest| rest.len())
}

fn longest_prefix<'t>(piece: &'t str, table: &[&str]) -> Option<&'t str> {
    table.iter().filter_map(|w| piece.strip_prefix(w)).min_by_key(|rest| rest.len())
}

/// The items of a list of names.
fn split(text: &str, span: Span) -> Vec<Span> {
    let mut items = Vec::new();
    let mut start = span.start;
    for (i, c) in text[span.range()].char_indices() {
        if matches!(c, '、' | '和' | '与' | '及') {
            items.push(Span::new(start, span.start + i));
            start = span.start + i + c.len_utf8();
        }
    }
    items.push(Span::new(start, span.end));
    items
}
