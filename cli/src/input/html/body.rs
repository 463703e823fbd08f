//! The report among what else is on a page.

use super::tree::{Step, Tree};

/// Elements that show nothing, or nothing to read.
const SILENT: &[&str] = &[
    "head", "script", "style", "noscript", "template", "iframe", "select", "button", "textarea", "datalist", "svg",
    "object", "canvas", "audio", "video", "rt", "rp",
];

/// What stands around a report; a page that has most of its text in one of these means something else by it.
const AROUND: &[&str] = &["nav", "header", "footer", "aside", "form"];

/// The ids and classes in which the editors of government sites put their texts, and nothing else.
const EDITORS: &[&str] = &[
    "trs_editor",
    "trs_uedit",
    "trs_uedito_view",
    "trs_ueditor",
    "trs_editor_view",
    "my_doccontent",
    "ivs_content",
    "rm_txt_con",
    "box_con",
    "detail-news",
    "xl_content",
    "text_content",
    "j-fontcontent",
    "view",
    "zoom",
    "ucap-content",
    "pages_content",
    "news_content",
    "newscontent",
    "news-content",
    "txt_con",
    "txtcon",
    "con_text",
    "article-content",
    "article_content",
    "articlecontent",
    "article-body",
    "article_body",
    "articlebody",
    "article-con",
    "article_con",
    "articlecon",
    "content-text",
    "content_text",
    "contenttext",
    "text-content",
    "xxgk_content",
    "xxgk-content",
    "info_content",
    "detail-content",
    "detail_content",
    "main-txt",
    "main_txt",
    "conttxt",
    "bt_content",
    "vsb_content",
    "v_news_content",
    "nr",
];

/// Names of the part of a page that the text is in, often with a line or two around it.
const PARTS: &[&str] = &[
    "content",
    "article",
    "main",
    "detail",
    "details",
    "main-content",
    "main_content",
    "maincontent",
    "contents",
    "container-content",
    "body-content",
    "wenzhang",
    "neirong",
    "zhengwen",
];

/// Names of the titles of texts, where they are no headings.
const TITLES: &[&str] = &[
    "title",
    "tit",
    "bt",
    "article-title",
    "article_title",
    "articletitle",
    "content-title",
    "content_title",
    "con_title",
    "title_con",
    "xl_title",
    "arti_title",
    "news_title",
    "detail-title",
    "detail_title",
    "info_title",
];

/// A page with what is known of its nodes.
pub(super) struct Page {
    pub(super) tree: Tree,
    left_out: Vec<bool>,
    holds_table: Vec<bool>,
    /// How much there is to read in each node, outside links.
    weights: Vec<usize>,
}

impl Page {
    pub(super) fn new(tree: Tree) -> Page {
        let none = vec![false; tree.len()];
        let left_out = (0..tree.len()).map(|id| is_silent(&tree, id)).collect();
        let mut page = Page { tree, left_out, holds_table: none, weights: Vec::new() };
        page.weigh();
        let half = page.weights.first().map_or(0, |all| all / 2);
        for id in 0..page.tree.len() {
            let around = page.tree.name(id).is_some_and(|name| AROUND.contains(&name));
            page.left_out[id] |= around && page.weights[id] <= half;
        }
        page.weigh();
        page
    }

    /// Whether a node is not shown, or is around the report.
    pub(super) fn is_left_out(&self, id: usize) -> bool {
        self.left_out[id]
    }

    /// Whether another table stands in this one.
    pub(super) fn holds_table(&self, id: usize) -> bool {
        self.holds_table[id]
    }

    fn weigh(&mut self) {
        let mut weights = vec![0; self.tree.len()];
        let (mut links, mut tables) = (0, Vec::new());
        for step in self.tree.walk(0, |id| !self.left_out[id]) {
            let (Step::Enter(id) | Step::Leave(id)) = step;
            let name = self.tree.name(id).unwrap_or_default();
            match step {
                Step::Enter(id) => {
                    links += usize::from(name == "a");
                    if name == "table" {
                        if let Some(&outer) = tables.last() {
                            self.holds_table[outer] = true;
                        }
                        tables.push(id);
                    }
                    let text = self.tree.text(id).filter(|_| links == 0);
                    weights[id] = text.map_or(0, weight);
                }
                Step::Leave(id) => {
                    links -= usize::from(name == "a");
                    if name == "table" {
                        tables.pop();
                    }
                    if let Some(parent) = self.tree.parent(id) {
                        weights[parent] += weights[id];
                    }
                }
            }
        }
        self.weights = weights;
    }

    /// The element that holds the report.
    pub(super) fn body(&self) -> usize {
        let all = self.weights.first().copied().unwrap_or(0);
        let mut editor = (0, 0);
        let mut part = None;
        for step in self.tree.walk(0, |id| !self.left_out[id]) {
            let Step::Enter(id) = step else { continue };
            let weight = self.weights[id];
            // One in the other: the inner one, if it has nearly all of it.
            let inner = || weight * 10 >= editor.1 * 8 && self.is_in(id, editor.0);
            if self.is_named(id, EDITORS) && (weight > editor.1 || inner()) {
                editor = (id, weight);
            }
            // The innermost that has most of the text.
            if weight * 10 >= all * 7 && self.is_named(id, PARTS) {
                part = Some(id);
            }
        }
        match part {
            _ if editor.1 > 0 && editor.1 * 2 >= all => editor.0,
            Some(part) => part,
            None => self.densest(all),
        }
    }

    fn is_in(&self, id: usize, outer: usize) -> bool {
        std::iter::successors(self.tree.parent(id), |&id| self.tree.parent(id)).any(|id| id == outer)
    }

    /// Whether an element is called a title.
    pub(super) fn is_title(&self, id: usize) -> bool {
        self.is_named(id, TITLES)
    }

    fn is_named(&self, id: usize, known: &[&str]) -> bool {
        if self.weights[id] == 0 {
            return false;
        }
        let name = self.tree.name(id).unwrap_or_default();
        let words = ["id", "class"].into_iter().filter_map(|attribute| self.tree.attribute(id, attribute));
        let mut words = words.flat_map(str::split_whitespace);
        let named = |word: &str| known.iter().any(|known| word.eq_ignore_ascii_case(known));
        words.any(named) || matches!(name, "article" | "main") && named(name)
    }

    /// The innermost element that has nearly all of the text.
    fn densest(&self, all: usize) -> usize {
        let mut densest = 0;
        for step in self.tree.walk(0, |id| !self.left_out[id]) {
            if let Step::Enter(id) = step
                && self.tree.name(id).is_some_and(is_part)
                && self.weights[id] * 10 >= all * 9
            {
                densest = id;
            }
        }
        densest
    }
}

/// Elements that can be a part of a page by themselves. A cell with nearly all of the text is of a table for layout.
fn is_part(name: &str) -> bool {
    matches!(name, "body" | "div" | "section" | "article" | "main" | "center" | "form" | "td")
}

fn is_silent(tree: &Tree, id: usize) -> bool {
    let Some(name) = tree.name(id) else { return false };
    SILENT.contains(&name) || tree.attribute(id, "hidden").is_some() || is_hidden(tree.attribute(id, "style"))
}

fn is_hidden(style: Option<&str>) -> bool {
    let hides = |rule: &str| {
        let Some((property, value)) = rule.split_once(':') else { return false };
        let (property, value) = (property.trim(), value.trim().split(['!', ' ']).next().unwrap_or_default());
        let is = |name, hidden| property.eq_ignore_ascii_case(name) && value.eq_ignore_ascii_case(hidden);
        is("display", "none") || is("visibility", "hidden")
    };
    style.is_some_and(|style| style.split(';').any(hides))
}

/// How much there is to read in a text: its characters of Chinese and its digits, and the more the more it is prose.
fn weight(text: &str) -> usize {
    let of = |c: char| match c {
        '，' | '。' | '；' | '、' => 5,
        '\u{3400}'..='\u{9fff}' | '0'..='9' => 1,
        _ => 0,
    };
    text.chars().map(of).sum()
}
