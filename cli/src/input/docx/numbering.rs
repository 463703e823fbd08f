//! The numbers that Word shows before paragraphs and that are not in their text: 一、 （一） 1.

use std::collections::{HashMap, HashSet};

use super::xml::{Event, Tag, Xml};

/// Word has nine levels.
const LEVELS: usize = 9;
/// Styles rest on others so deep at most; a circle ends.
const STYLES: usize = 16;

/// The lists of a document, and the styles that number their paragraphs.
#[derive(Default)]
pub(super) struct Numbering {
    /// The abstract list of each list, and where its levels begin anew.
    lists: HashMap<u32, List>,
    levels: HashMap<u32, [Level; LEVELS]>,
    styles: HashMap<String, Style>,
}

#[derive(Default)]
struct List {
    levels: u32,
    starts: [Option<u32>; LEVELS],
}

#[derive(Clone, Default)]
struct Level {
    start: u32,
    format: String,
    /// `%1、`: the marks stand for the numbers of the levels.
    text: String,
    suffix: String,
    /// The style whose paragraphs are of this level.
    style: Option<String>,
}

#[derive(Default)]
struct Style {
    list: Option<u32>,
    level: Option<usize>,
    based_on: Option<String>,
}

impl Numbering {
    /// Reads both parts as far as they go: without them the text is still there.
    pub(super) fn read(numbering: &str, styles: &str) -> Self {
        let mut read = Numbering::default();
        let _ = read.lists(numbering);
        let _ = read.styles(styles);
        read
    }

    fn lists(&mut self, part: &str) -> Result<(), String> {
        let mut xml = Xml::new(part);
        let (mut of, mut list, mut level) = (None, None, 0);
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(tag) => match tag.name() {
                    "abstractNum" => of = number(&tag, "abstractNumId"),
                    "num" => list = number(&tag, "numId"),
                    "abstractNumId" => {
                        if let (Some(list), Some(levels)) = (list, number(&tag, "val")) {
                            self.lists.insert(list, List { levels, ..List::default() });
                        }
                    }
                    "lvl" | "lvlOverride" => level = tag.number("ilvl").unwrap_or(0).min(LEVELS - 1),
                    "startOverride" => {
                        if let Some(list) = list.and_then(|list| self.lists.get_mut(&list)) {
                            list.starts[level] = number(&tag, "val");
                        }
                    }
                    _ => {
                        if let Some(of) = of {
                            self.levels.entry(of).or_default()[level].set(&tag);
                        }
                    }
                },
                Event::End(end) if end.name() == "abstractNum" => of = None,
                Event::End(end) if end.name() == "num" => list = None,
                _ => {}
            }
        }
        Ok(())
    }

    fn styles(&mut self, part: &str) -> Result<(), String> {
        let mut xml = Xml::new(part);
        let mut name = None;
        while let Some(event) = xml.next()? {
            let Event::Start(tag) = event else { continue };
            if tag.name() == "style" {
                name = tag.value("styleId");
                continue;
            }
            let Some(name) = &name else { continue };
            let known = matches!(tag.name(), "numId" | "ilvl" | "basedOn");
            if !known {
                continue;
            }
            let style = self.styles.entry(name.clone()).or_default();
            match tag.name() {
                "numId" => style.list = number(&tag, "val"),
                "ilvl" => style.level = tag.number("val"),
                _ => style.based_on = tag.value("val"),
            }
        }
        Ok(())
    }

    /// The list and the level of a paragraph, by what it says itself, else by its style.
    pub(super) fn list(&self, own: (Option<u32>, Option<usize>), style: Option<&str>) -> Option<(u32, usize)> {
        let (mut list, mut level) = own;
        let mut at = style;
        for _ in 0..STYLES {
            let Some((name, style)) = at.and_then(|name| self.styles.get_key_value(name)) else { break };
            if list.is_none() && style.list.is_some() {
                list = style.list;
                // A style may leave its level to the list, which names the style.
                level = level.or(style.level).or_else(|| self.level_of(style.list, name));
            }
            at = style.based_on.as_deref();
        }
        // List 0 takes the number away.
        let list = list.filter(|&list| list != 0)?;
        Some((list, level.unwrap_or(0).min(LEVELS - 1)))
    }

    fn level_of(&self, list: Option<u32>, style: &str) -> Option<usize> {
        let levels = self.levels.get(&self.lists.get(&list?)?.levels)?;
        levels.iter().position(|level| level.style.as_deref() == Some(style))
    }
}

fn number(tag: &Tag<'_>, name: &str) -> Option<u32> {
    tag.number(name).and_then(|number| u32::try_from(number).ok())
}

impl Level {
    fn set(&mut self, tag: &Tag<'_>) {
        let value = || tag.value("val").unwrap_or_default();
        match tag.name() {
            "start" => self.start = number(tag, "val").unwrap_or(1),
            "numFmt" => self.format = value(),
            "lvlText" => self.text = value(),
            "suff" => self.suffix = value(),
            "pStyle" => self.style = tag.value("val"),
            _ => {}
        }
    }
}

/// How far each list has counted. Lists of one abstract list count on together, as in Word.
#[derive(Default)]
pub(super) struct Counters {
    counted: HashMap<u32, [Option<u32>; LEVELS]>,
    met: HashSet<u32>,
}

impl Counters {
    /// The number of the next paragraph of a list, as it stands before its text.
    pub(super) fn next(&mut self, numbering: &Numbering, list: u32, at: usize) -> String {
        let Some(known) = numbering.lists.get(&list) else { return String::new() };
        let Some(levels) = numbering.levels.get(&known.levels) else { return String::new() };
        let counted = self.counted.entry(known.levels).or_default();
        if self.met.insert(list) {
            for (counted, start) in counted.iter_mut().zip(known.starts) {
                *counted = start.map(|start| start.saturating_sub(1)).or(*counted);
            }
        }
        let start = levels[at].start;
        counted[at] = Some(counted[at].map_or(start, |count| count.saturating_add(1)));
        counted[at + 1..].fill(None);
        for (counted, level) in counted[..at].iter_mut().zip(levels) {
            counted.get_or_insert(level.start);
        }
        levels[at].shown(levels, counted)
    }
}

impl Level {
    fn shown(&self, levels: &[Level], counted: &[Option<u32>]) -> String {
        if matches!(&*self.format, "bullet" | "none" | "") {
            return String::new();
        }
        let mut shown = String::new();
        let mut rest = self.text.chars().peekable();
        while let Some(c) = rest.next() {
            let level = rest.peek().and_then(|digit| digit.to_digit(10)).filter(|_| c == '%');
            match level.and_then(|level| usize::try_from(level).ok()?.checked_sub(1)) {
                Some(level) => {
                    rest.next();
                    let count = counted.get(level).copied().flatten().unwrap_or(1);
                    shown.push_str(&formatted(count, levels.get(level).map_or("", |level| &level.format)));
                }
                None => shown.push(c),
            }
        }
        // Word sets a tab; behind a mark of Chinese there is room enough. A digit must not meet one of the text.
        let tight =
            shown.is_empty() || shown.ends_with(['、', '，', '．', '）', '】', '：']) || self.suffix == "nothing";
        if !tight {
            shown.push(' ');
        }
        shown
    }
}

/// A number as the format writes it; in digits where the format is an unusual one.
fn formatted(number: u32, format: &str) -> String {
    let from = |first: char, last: u32| {
        let at = number.checked_sub(1).filter(|&at| at < last)?;
        char::from_u32(u32::from(first) + at).map(String::from)
    };
    let of = |list: &str| Some(list.chars().nth(usize::try_from(number.checked_sub(1)?).ok()?)?.to_string());
    let special = match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "koreanCounting"
        | "japaneseDigitalTenThousand" => Some(chinese(number)),
        "ideographDigital" | "taiwaneseDigital" => {
            Some(number.to_string().chars().map(|c| glyph("〇一二三四五六七八九", c.to_digit(10))).collect())
        }
        "chineseLegalSimplified" | "ideographLegalTraditional" => Some(legal(&chinese(number))),
        "ideographTraditional" => of("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => of("子丑寅卯辰巳午未申酉戌亥"),
        "decimalZero" => Some(format!("{number:02}")),
        "decimalFullWidth" | "decimalFullWidth2" => {
            Some(number.to_string().chars().map(|c| glyph("０１２３４５６７８９", c.to_digit(10))).collect())
        }
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => from('①', 20),
        "decimalEnclosedParen" => from('⑴', 20),
        "decimalEnclosedFullstop" => from('⒈', 20),
        "ideographEnclosedCircle" => from('㊀', 10),
        "lowerLetter" => from('a', 26),
        "upperLetter" => from('A', 26),
        "upperRoman" => Some(roman(number)).filter(|roman| !roman.is_empty()),
        "lowerRoman" => Some(roman(number).to_lowercase()).filter(|roman| !roman.is_empty()),
        _ => None,
    };
    special.unwrap_or_else(|| number.to_string())
}

fn glyph(list: &str, digit: Option<u32>) -> char {
    digit.and_then(|digit| list.chars().nth(usize::try_from(digit).ok()?)).unwrap_or('?')
}

/// 一百零二; up to 9999, and digits beyond.
fn chinese(number: u32) -> String {
    if number == 0 {
        return "零".to_owned();
    }
    if number > 9999 {
        return number.to_string();
    }
    let mut written = String::new();
    let mut gap = false;
    for (power, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / power % 10;
        if digit == 0 {
            gap = !written.is_empty();
            continue;
        }
        if gap {
            written.push('零');
            gap = false;
        }
        // 十二, not 一十二.
        if !(digit == 1 && power == 10 && written.is_empty()) {
            written.push(glyph("零一二三四五六七八九", Some(digit)));
        }
        written.push_str(unit);
    }
    written
}

fn legal(chinese: &str) -> String {
    let plain = "一二三四五六七八九十百千";
    let of = |c: char| {
        plain.chars().zip("壹贰叁肆伍陆柒捌玖拾佰仟".chars()).find(|pair| pair.0 == c).map_or(c, |pair| pair.1)
    };
    chinese.chars().map(of).collect()
}

fn roman(mut number: u32) -> String {
    const PARTS: &[(u32, &str)] = &[
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3999 {
        return String::new();
    }
    let mut written = String::new();
    for &(value, part) in PARTS {
        while number >= value {
            written.push_str(part);
            number -= value;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats() {
        let chinese = |number| formatted(number, "chineseCountingThousand");
        assert_eq!(
            [1, 10, 12, 20, 105, 110, 1001].map(chinese),
            ["一", "十", "十二", "二十", "一百零五", "一百一十", "一千零一"]
        );
        assert_eq!(formatted(12, "ideographDigital"), "一二");
        assert_eq!(formatted(3, "decimalEnclosedCircleChinese"), "③");
        assert_eq!(formatted(21, "decimalEnclosedCircle"), "21");
        assert_eq!((formatted(4, "lowerRoman"), formatted(0, "upperRoman")), ("iv".to_owned(), "0".to_owned()));
        assert_eq!(formatted(12, "chineseLegalSimplified"), "拾贰");
        assert_eq!(formatted(7, "decimal"), "7");
    }
}
