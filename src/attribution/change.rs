//! The changes that figures state: which way, compared with what, and of which figure.
//!
//! A figure states a change where a word of change governs it (增长12.5%, 较上年增加35条) and no word behind that one
//! says that it is the new level (增加到). An amount needs a base in the text, else it is a plain count (新增26个);
//! a percentage needs none. What changed is the figure before that has the same label; of a list (分别增长), the
//! figures of the list before, one by one.

use once_cell::sync::Lazy;
use rust_decimal::Decimal;

use super::words::{
    BEFORE_MOVES, CUTTING, DOWN, EARLIER, EXCEEDING, GROWTH, HOLDING, LESS, LEVELS, MORE, MOVES, PERIOD_BASES, PLANS,
    REACHED, SEPARATORS, SHRINKING, SWINGS, UNNAMED, UP, YEAR_BASES,
};
use super::{Figures, MOST_BETWEEN, Phrases, core, without_asides};
use crate::charset::CharSet;
use crate::fact::{Base, Change, Direction, Kind};
use crate::glyph::{is_letter, last_of};
use crate::outline::unified;
use crate::span::Span;

/// 与上年相比， stands so many bytes before its last figure at most.
const LOOK_BACK: usize = 600;

/// One change (or none) for every figure, without what changed.
pub(crate) fn read(figures: &Figures<'_>) -> Vec<Option<Change>> {
    let mut changes: Vec<Option<Change>> = Vec::with_capacity(figures.len());
    for i in 0..figures.len() {
        let change = listed(figures, i, &changes).or_else(|| stated(figures, i, &changes));
        changes.push(change.or_else(|| told_again(figures, i, &changes)));
    }
    changes
}

/// The changes with the figures that changed; `parts` says which figures are parts of others.
pub(crate) fn with_subjects(
    figures: &Figures<'_>,
    changes: &[Option<Change>],
    parts: &[Option<usize>],
) -> Vec<Option<Change>> {
    let mut found: Vec<Option<Change>> = Vec::with_capacity(figures.len());
    for i in 0..figures.len() {
        let before = i.checked_sub(1).and_then(|j| found[j]);
        let of = || {
            let of = changed(figures, i, changes, parts, before)?;
            // 2010年比2009年增加15条，增长7.1%: as the change before.
            let again =
                before.is_some_and(|before| before.of == Some(of) && figures.labels[i] == figures.labels[i - 1]);
            let kept = again || between_parts(figures, i, of, parts);
            Some(if kept { of } else { whole_of(figures, i, of, changes, parts) })
        };
        found.push(changes[i].map(|change| Change { of: of(), ..change }));
    }
    found
}

/// Whether an amount of change is what lies between a part and another part of the same total: 2009年212条，2010年227条，
/// 2010年比2009年增加15条.
fn between_parts(figures: &Figures<'_>, i: usize, of: usize, parts: &[Option<usize>]) -> bool {
    let value = |j: usize| figures.quantities[j].value;
    let parted = |j: usize| {
        let apart = || Some(value(of)?.checked_sub(value(j)?)?.abs());
        parts[j] == parts[of] && j != of && apart() == value(i)
    };
    let listed = |total: usize| total < i && i - total <= MOST_BETWEEN && (total + 1..i).any(parted);
    value(i).is_some() && figures.same_unit(i, of) && parts[of].is_some_and(listed)
}

/// A total instead of its last part, where the change can only be the total's: its words say so (咨询总量比上年增加812人次),
/// it grew by more than the part has, or it stands behind a list that is told to its end.
fn whole_of(figures: &Figures<'_>, i: usize, of: usize, changes: &[Option<Change>], parts: &[Option<usize>]) -> usize {
    let Some(total) = parts[of].filter(|&total| {
        total < of && i - total <= MOST_BETWEEN && figures.places[of].depth == figures.places[i].depth
    }) else {
        return of;
    };
    let said = figures.label(i);
    let own = figures.labels[i] != figures.labels[of];
    let named = own && core(said).len() < said.len();
    let (change, part) = (&figures.quantities[i], &figures.quantities[of]);
    let grown = figures.same_unit(i, of) && change.value > part.value;
    let list: Vec<usize> = (total + 1..i).filter(|&j| parts[j] == Some(total)).collect();
    let add = |sum: Decimal, &j: &usize| sum.checked_add(figures.quantities[j].value?);
    let sum = list.iter().try_fold(Decimal::ZERO, add);
    let siblings = list.first().is_some_and(|&first| (first..of).any(|j| changes[j].is_some()));
    // 市本级19件、县区27件（河东11件、河西16件），净增9件: what stands in brackets behind the last part is its own.
    // 视频5篇，比上年的50篇多18篇，增长36%: nor is what it is compared with another one.
    let aside = |j: usize| figures.places[j].depth > figures.places[of].depth;
    let last = (of + 1..i).all(|j| {
        aside(j) || figures.is_share(j) || figures.same_unit(of, j) && (changes[j].is_some() || figures.is_old_level(j))
    });
    let told = list.len() > 1 && sum == figures.quantities[total].value && last && !own && !siblings;
    if named || grown || told { total } else { of }
}

/// 分别增长6.5%、9.4%: what stands behind a change, parted from it by no more than a 、, states one too; with a word
/// of its own (增长5%和下降3%) in its own direction.
fn listed(figures: &Figures<'_>, i: usize, changes: &[Option<Change>]) -> Option<Change> {
    let change = i.checked_sub(1).and_then(|before| changes[before]).filter(|_| joined(figures, i))?;
    let own = direction(figures.lead(i), None).map(|(direction, _)| direction);
    Some(Change { direction: own.unwrap_or(change.direction), ..change })
}

/// 比上年增产2200万吨，即7.8%: the change before, as a percentage.
fn told_again(figures: &Figures<'_>, i: usize, changes: &[Option<Change>]) -> Option<Change> {
    let before = i.checked_sub(1)?;
    let again = figures.gap(i).trim_start_matches(['，', ',', '、']) == "即";
    let percent = |j: usize| figures.quantities[j].kind == Kind::Percent;
    changes[before].filter(|_| again && percent(i) && !percent(before) && figures.same_sentence(i, before))
}

/// Whether a figure is the next of a list.
fn joined(figures: &Figures<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let gap = figures.gap(i);
    let rest = SEPARATORS.iter().find_map(|w| gap.strip_prefix(w));
    let bare = rest.is_some_and(|rest| rest.is_empty() || UP.ends(rest) == Some(0) || DOWN.ends(rest) == Some(0));
    bare && figures.same_sentence(i, before) && figures.quantities[before].kind == figures.quantities[i].kind
}

fn stated(figures: &Figures<'_>, i: usize, changes: &[Option<Change>]) -> Option<Change> {
    let lead = figures.lead(i);
    let quantity = &figures.quantities[i];
    // 增速为-1.4%: the value says which way.
    if quantity.value.is_some_and(|value| value.is_sign_negative()) {
        return None;
    }
    let base = base(figures, i, lead);
    // 比计划多5件: what it is compared with is no time; 较改版前 is one that has no name.
    let compared = base.is_none() && compared(lead);
    let timed = compared && UNNAMED.any(lead);
    if compared && !timed {
        return None;
    }
    let doubled = || figures.text[quantity.span.range()].starts_with('翻').then_some((Direction::Increase, true));
    // 压减政府性基金项目30%: the word of change opens the clause, what changed follows it.
    let cut = || {
        let percent = quantity.kind == Kind::Percent
            && CUTTING.iter().filter_map(|w| lead.strip_prefix(w)).any(|what| !what.starts_with('率'));
        percent.then_some((Direction::Decrease, true))
    };
    let (direction, free) =
        doubled().or_else(|| direction(lead, base.as_ref())).or_else(cut).or_else(|| moved_behind(figures, i, lead))?;
    // 变动幅度为0%: which way it went is not said.
    if direction == Direction::Flat && quantity.value.is_none_or(|v| !v.is_zero()) {
        return None;
    }
    let base = base.map(|found| found.base).or_else(|| carried(figures, i, lead, changes));
    // An amount is a change beside its base only; 多 and 高, which are much else, too.
    let relative = matches!(quantity.kind, Kind::Percent | Kind::PercentPoint | Kind::Multiple | Kind::Fraction);
    let enough = base.is_some() || timed || free && (relative || risen(figures, i));
    enough.then_some(Change { direction, base, of: None })
}

/// 保持20%以上的增长: the word of change stands behind the percentage.
fn moved_behind(figures: &Figures<'_>, i: usize, lead: &str) -> Option<(Direction, bool)> {
    /// A word of change and the character behind it.
    const LONGEST_MOVE: usize = 6;
    let quantity = &figures.quantities[i];
    let held = quantity.kind == Kind::Percent && HOLDING.iter().any(|w| lead.ends_with(w));
    let behind = figures.text.get(quantity.span.end..).filter(|_| held)?;
    let behind = behind.strip_prefix('的').unwrap_or(behind);
    let behind = behind.char_indices().nth(LONGEST_MOVE).map_or(behind, |(at, _)| &behind[..at]);
    let moves = [(&UP, Direction::Increase), (&DOWN, Direction::Decrease)];
    let ends = |at: usize| !behind[at..].starts_with(is_letter);
    let moved = |words: &Phrases| words.all(behind).next().is_some_and(|w| w.start == 0 && ends(w.end));
    moves.into_iter().find(|(words, _)| moved(words)).map(|(_, direction)| (direction, true))
}

/// A base of comparison, and where it stands in the lead.
struct Found {
    base: Base,
    start: usize,
    end: usize,
}

/// 同比, 比上年, 较2016年: the last one that the words before the figure name.
fn base(figures: &Figures<'_>, i: usize, lead: &str) -> Option<Found> {
    // Most leads compare with nothing.
    COMPARING.find(lead, 0, lead.len())?;
    let named = [(&YEAR_BASES, Base::PreviousYear), (&PERIOD_BASES, Base::PreviousPeriod)];
    let named = named.into_iter().filter_map(|(words, base)| {
        let word = words.last(lead)?;
        Some(Found { base, start: word.start, end: word.end })
    });
    let span = figures.lead_span(i);
    let dated = figures.times_in(span.start, span.end).filter_map(|time| {
        let start = without_asides(&figures.text[span.start..time.span.start]).len();
        let end = without_asides(&figures.text[span.start..time.span.end]).len();
        // 比历史最高的一九七九年: a few words may stand between.
        let before = lead.get(..start)?;
        let compared = before.ends_with(['与', '同', '以'])
            || before
                .rfind(['比', '较'])
                .is_some_and(|at| before[at..].chars().count() <= 8 && compared(&before[at..]));
        Some(Found { base: Base::Year(time.year.filter(|_| compared)?), start, end })
    });
    named.chain(dated).filter(|found| found.end <= lead.len()).max_by_key(|found| found.end)
}

/// Whether the words compare with something: 比全省平均, but not 比重.
fn compared(lead: &str) -> bool {
    lead.match_indices(['比', '较']).any(|(at, compared)| {
        let before = lead[..at].chars().next_back();
        let behind = lead[at + compared.len()..].chars().next();
        let word = |around: Option<char>, part: &str| around.is_some_and(|c| part.contains(c));
        match compared {
            "比" => !word(before, "同环占对百相可") && !word(behind, "重例率较如赛价值"),
            _ => !word(before, "比") && !word(behind, "好大多快高为强"),
        }
    })
}

/// Which way the words before a figure say that it goes; and whether they say so without a base.
fn direction(lead: &str, base: Option<&Found>) -> Option<(Direction, bool)> {
    let said = reached(lead);
    let noun = reached(said.trim_end_matches(['为', '是']));
    // 高于全县收入增速4.2个百分点: what it is compared with grew.
    if noun.ends_with(['幅', '速', '度']) && !EXCEEDING.any(noun) {
        let nouns = [(&GROWTH, Direction::Increase), (&SHRINKING, Direction::Decrease), (&SWINGS, Direction::Flat)];
        if let Some((_, direction)) = nouns.into_iter().find(|(words, _)| words.ends(noun).is_some()) {
            return Some((direction, true));
        }
    }
    // Most leads end in no word of change, and without a base it must touch the figure.
    if base.is_none() && !said.chars().next_back().is_some_and(|c| MOVE_ENDS.contains(c)) {
        return None;
    }
    // 高于去年1.8个百分点: before its base. 较上年多发布46篇: behind it, without touching the figure.
    let above = base.filter(|b| b.end == said.len()).map(|b| &lead[..b.start]);
    let told = base.and_then(|b| lead.get(b.end..));
    let place = |words: &Phrases| {
        let touching = || words.ends(said).map(|start| Span::new(start, said.len()));
        let before = above.and_then(|above| words.ends(above).map(|start| Span::new(start, above.len())));
        let loose = || {
            let told = told?;
            let word = words.last(told)?;
            let from = lead.len() - told.len();
            Some(Span::new(from + word.start, from + word.end))
        };
        before.or_else(touching).or_else(loose)
    };
    let moves = [
        (&UP, Direction::Increase, true),
        (&DOWN, Direction::Decrease, true),
        (&MORE, Direction::Increase, false),
        (&LESS, Direction::Decrease, false),
    ];
    let moves = moves.into_iter().filter_map(|(words, direction, free)| Some((place(words)?, direction, free)));
    let (word, direction, free) = moves.max_by_key(|(word, ..)| (word.end, word.len()))?;
    let behind = &lead[word.end..];
    (!LEVELS.iter().any(|w| behind.starts_with(w))).then_some((direction, free))
}

/// What every comparison holds.
static COMPARING: Lazy<CharSet> = Lazy::new(|| CharSet::new(['比', '较', '与', '同', '于', '以']));

/// The last characters of the words of reaching.
static REACHED_ENDS: Lazy<CharSet> =
    Lazy::new(|| CharSet::new(REACHED.iter().filter_map(|word| word.chars().next_back())));

/// The last characters of the words of change.
static MOVE_ENDS: Lazy<CharSet> = Lazy::new(|| {
    let words = MOVES.into_iter().flat_map(|words| words.list);
    CharSet::new(words.filter_map(|word| word.chars().next_back()))
});

/// The words without those that only lead to the number: 增长达, 增长了.
fn reached(lead: &str) -> &str {
    let mut lead = lead;
    while lead.chars().next_back().is_some_and(|c| REACHED_ENDS.contains(c)) {
        let Some(rest) = REACHED.iter().find_map(|w| lead.strip_suffix(w)) else { break };
        lead = rest;
    }
    lead
}

/// The base that words before the clause name: 较上年增加312条，增长2.5%; 与上年相比，增加3件.
fn carried(figures: &Figures<'_>, i: usize, lead: &str, changes: &[Option<Change>]) -> Option<Base> {
    // A clause with words of its own speaks of something else.
    let said = reached(lead);
    let said = reached(said.trim_end_matches(['为', '是']));
    let words = MOVES.into_iter().chain([&GROWTH, &SHRINKING, &SWINGS]);
    let bare = words.filter_map(|words| words.ends(said)).any(|start| BEFORE_MOVES.contains(&&said[..start]));
    let before = i.checked_sub(1).filter(|&j| figures.same_sentence(i, j));
    match before.and_then(|j| changes[j]) {
        Some(change) if bare => change.base,
        // 较2013年的12,687条增加1,599条.
        None if bare && before.is_some_and(|j| figures.is_old_level(j)) => {
            let old = before?;
            base(figures, old, figures.lead(old)).map(|found| found.base)
        }
        _ => {
            // 与上年相比，行政复议增加14件，行政诉讼减少7件: for all of the sentence.
            let sentence = figures.places[i].sentence.start;
            let span = Span::new(sentence, figures.lead_span(i).start.max(sentence));
            if let Some(clause) = compared_clause(figures.text, last_of(figures.text, span, LOOK_BACK)) {
                return named_base(&unified(&figures.text[clause.range()]), figures, clause);
            }
            let told = figures.between(i);
            (bare && told.contains("持平")).then(|| named_base(&told, figures, figures.between_span(i)))?
        }
    }
}

/// 与2016年相比，: what the last words of a stretch compare with, from the comparing word on.
fn compared_clause(text: &str, span: Span) -> Option<Span> {
    let said = &text[span.range()];
    let end = said.rfind("相比").filter(|at| said[at + "相比".len()..].starts_with(['，', ',']))?;
    let mark = said[..end].rfind(['，', '。', '；', ',']).unwrap_or(0);
    let with = said[mark..end].rfind(['与', '同', '和', '比', '较']).unwrap_or(0);
    Some(Span::new(span.start + mark + with, span.start + end))
}

/// The base that a stretch before the clause names.
fn named_base(told: &str, figures: &Figures<'_>, span: Span) -> Option<Base> {
    let year = YEAR_BASES.any(told).then_some(Base::PreviousYear);
    let named = year.or_else(|| PERIOD_BASES.any(told).then_some(Base::PreviousPeriod));
    let dated = || figures.times_in(span.start, span.end).filter_map(|t| t.year).last().map(Base::Year);
    named.or_else(dated)
}

/// 由32个增加到41个，增加9个: the change between the two values before.
fn risen(figures: &Figures<'_>, i: usize) -> bool {
    let to = i.checked_sub(1).filter(|&j| figures.same_sentence(i, j) && figures.same_unit(i, j));
    to.and_then(|to| to.checked_sub(1)).is_some_and(|from| figures.is_old_level(from))
}

/// The figure that changed; `before` is the change that the figure before states.
fn changed(
    figures: &Figures<'_>,
    i: usize,
    changes: &[Option<Change>],
    parts: &[Option<usize>],
    before: Option<Change>,
) -> Option<usize> {
    let change = |j: usize| changes[j].is_some();
    let first = (0..=i).rev().take(MOST_BETWEEN).find(|&j| !joined(figures, j) || !change(j - 1)).unwrap_or(i);
    let last =
        (i + 1..figures.len()).take(MOST_BETWEEN).take_while(|&j| joined(figures, j) && change(j)).last().unwrap_or(i);
    if last > first {
        let listed = of_list(figures, first, last - first + 1, changes).map(|of| of + (i - first));
        return listed.or_else(|| named_by(figures, i, first));
    }
    let points = figures.quantities[i].kind == Kind::PercentPoint;
    let lead = figures.lead(i);
    let rate = points && (GROWTH.any(lead) || SHRINKING.any(lead));
    // 访问量126万人次，日均3450人次，较上年增加28万人次: a mean changes by means.
    let mean = |lead: &str| ["日均", "月均", "每天", "每月"].iter().any(|w| lead.contains(w));
    let of_means = mean(lead);
    // 完成2846万元，为年计划2700万元的105%，比上年增加223万元: no plan grew.
    let planned = |j: usize| PLANS.iter().any(|w| figures.lead(j).ends_with(w));
    let plan = |j: usize| planned(j) || j > 0 && figures.gap(j) == "的" && planned(j - 1);
    let of_plans = PLANS.iter().any(|w| lead.contains(w));
    // 增速比上年提高0.8个百分点 is a change of a change.
    let plain = |j: usize| {
        fits(figures, i, j)
            && (of_means || !mean(figures.lead(j)))
            // 提前45天完成计划，比上年增长14.7%: nor did what is only ahead.
            && !figures.lead(j).ends_with("提前")
            && (of_plans || !plan(j))
            // 连跨两个万亿元台阶，年均增长5.7%: the steps do not grow.
            && !steps(figures, j)
            && !figures.is_old_level(j)
            && if change(j) { points } else { points || !figures.is_share(j) }
    };
    let label = figures.labels[i];
    // 人均结案312.5件，同比多结21件.
    let said = core(figures.label(i));
    let said = said.strip_prefix(['多', '少']).unwrap_or(said);
    // 总数较上年增加: what has parts is meant, or is none itself.
    let sum = said.is_empty() && label.is_some();
    let same = |j: usize| {
        if sum {
            return parts[j].is_none();
        }
        let other = figures.labels[j];
        let own = figures.places[j].depth <= figures.places[i].depth;
        own && other.is_some()
            && (other == label || !said.is_empty() && figures.label(j).contains(said) || rate && change(j))
    };
    // 收入12亿元，增收1.2亿元，增长10%: an amount of change is not what changed, where there is something else.
    let level = |j: &usize| {
        let lead = figures.lead(*j);
        UP.ends(lead).is_none() && DOWN.ends(lead).is_none() && !EARLIER.any(lead)
    };
    let block = figures.places[i].block;
    let here = |&j: &usize| figures.places[j].block == block;
    let near: Vec<usize> = (0..i).rev().take(MOST_BETWEEN).take_while(here).filter(|&j| plain(j)).collect();
    let near = || near.iter().copied();
    // 18640万斤，完成计划的103%，比上年增产9%: what is counted changed, before any percentage of it.
    let counted = |j: &usize| points || figures.quantities[*j].kind != Kind::Percent;
    let named = || near().find(|&j| same(j));
    let found =
        near().filter(counted).find(|&j| same(j) && named().is_none_or(|n| figures.label(n) == figures.label(j)));
    // 优良天数286天，占比78%，同比增加21天: without words of its own, what stands before in the unit of the change.
    // 工业总产值120亿元；工业经济回升，增长8.5%: nor with a clause of words between.
    let between = i.checked_sub(1).filter(|&j| figures.labels[j] != label).map(|j| figures.quantities[j].span.end);
    let own = label.is_some_and(|l| l.start >= between.unwrap_or(usize::MAX).min(figures.lead_span(i).start));
    let here = |j: &usize| figures.places[*j].depth <= figures.places[i].depth && figures.same_sentence(*j, i);
    // 经费比上年压减412.6万元，下降14.8%: nor past the same thing, of which only another change is told.
    let told = before.is_some_and(|before| before.of.is_none() && label.is_some() && figures.labels[i - 1] == label);
    let before = || near().filter(|_| !own && !told).find(here);
    let first = near().filter(counted).filter(level).find(|&j| same(j));
    let first = first.filter(|&f| named().is_none_or(|n| figures.label(n) == figures.label(f) || !level(&n)));
    first.or(found).or_else(named).or_else(before).or_else(|| reached_level(figures, i))
}

/// Whether a figure counts steps: 两个万亿元台阶.
fn steps(figures: &Figures<'_>, j: usize) -> bool {
    /// In characters.
    const NEAR: usize = 12;
    let behind = || figures.text[figures.quantities[j].span.end..].chars().take(NEAR);
    figures.quantities[j].kind == Kind::Count
        && behind().next().is_some_and(|c| matches!(c, '万' | '亿' | '千' | '百' | '大' | '新'))
        && behind().zip(behind().skip(1)).any(|pair| pair == ('台', '阶'))
}

/// 同比增长8.2%，达到15.6亿元: the new level stands behind its change.
fn reached_level(figures: &Figures<'_>, i: usize) -> Option<usize> {
    let next = (i + 1 < figures.len() && figures.same_sentence(i, i + 1)).then_some(i + 1)?;
    let gap = figures.gap(next);
    let level = gap
        .strip_prefix(['，', ','])
        .map(|g| g.strip_prefix('即').unwrap_or(g))
        .is_some_and(|g| matches!(g, "达到" | "达" | "为" | "升至" | "增至" | "降至" | "减至"));
    (level && fits(figures, i, next)).then_some(next)
}

/// The list of as many figures before one of changes.
fn of_list(figures: &Figures<'_>, first: usize, count: usize, changes: &[Option<Change>]) -> Option<usize> {
    let start = first.checked_sub(count)?;
    let run = (0..count).all(|k| {
        let j = start + k;
        changes[j].is_none() && figures.same_sentence(j, first) && fits(figures, first + k, j)
    });
    // The labels of a list that has names of its own are not those of the list before.
    let said = |j: usize| figures.label(j);
    let same = (0..count).all(|k| (start..first).any(|j| said(j) == said(first + k)));
    (run && same).then_some(start)
}

/// 发生事故4起，死亡3人，事故起数和死亡人数分别下降33.3%和25%: of a list with names of its own, what has such a label before it.
fn named_by(figures: &Figures<'_>, i: usize, first: usize) -> Option<usize> {
    let label = figures.label(i);
    let said = core(label);
    let before = figures.quantities[first.checked_sub(1)?].span.end;
    let own = !label.is_empty() && figures.labels[i].is_some_and(|label| label.start >= before);
    // 来访1342批3986人次，批次、人次分别下降: by its unit.
    let unit = |j: usize| figures.quantities[j].unit.as_deref().and_then(|unit| label.strip_prefix(unit));
    let by_unit = |j: usize| matches!(unit(j), Some("" | "次" | "数"));
    let by_label = |other: &str| !said.is_empty() && (other.ends_with(said) || core(other) == said);
    let named = |&j: &usize| figures.counts(j) && (by_unit(j) || fits(figures, i, j) && by_label(figures.label(j)));
    let before = (0..first).rev().take(MOST_BETWEEN).take_while(|&j| figures.same_sentence(i, j));
    before.filter(|_| own).find(named)
}

/// Whether a change of this kind can be one of that figure: points of a percentage, amounts of their own unit.
fn fits(figures: &Figures<'_>, change: usize, of: usize) -> bool {
    let kind = figures.quantities[of].kind;
    match figures.quantities[change].kind {
        Kind::PercentPoint => kind == Kind::Percent,
        Kind::Percent | Kind::Multiple | Kind::Fraction => {
            !matches!(kind, Kind::PercentPoint | Kind::Rank | Kind::Fraction)
        }
        _ => figures.same_unit(change, of),
    }
}
