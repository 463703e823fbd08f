//! The tree of a page, as html5ever builds it.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, Tracer, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use html5ever::tree_builder::TreeBuilder;
use html5ever::{Attribute, LocalName, QualName, TokenizerResult, local_name, ns};

/// Elements that are open at a time; the start tags of deeper ones are passed over, as browsers do it. It bounds the
/// time too: html5ever looks through the open elements at every tag.
const DEEPEST: usize = 512;

/// What stands for no node.
const NONE: usize = usize::MAX;

/// The nodes of a page; the first is the document.
pub(crate) struct Tree {
    nodes: Vec<Node>,
}

struct Node {
    parent: usize,
    first: usize,
    last: usize,
    before: usize,
    after: usize,
    data: Data,
}

enum Data {
    Element(LocalName, Vec<Attribute>),
    Text(String),
    /// The document itself, comments, what templates hold.
    Other,
}

/// A step of a walk in the order of the page.
#[derive(Clone, Copy)]
pub(crate) enum Step {
    Enter(usize),
    Leave(usize),
}

impl Tree {
    /// The tree of a page. None where broken markup would make more elements than the page has bytes: what was left
    /// open is opened again in every paragraph, without end.
    pub(crate) fn parse(page: &str) -> Option<Tree> {
        let sink = Sink { nodes: RefCell::new(Vec::new()), most: page.len() + 1024 };
        sink.create(Data::Other);
        let tree = TreeBuilder::new(sink, Default::default());
        let shallow = Shallow { tree, open: Cell::new(0), too_many: Cell::new(false) };
        let tokenizer = Tokenizer::new(shallow, Default::default());
        let input = BufferQueue::default();
        // In pieces, for the tokenizer counts a piece in 32 bits.
        let mut rest = page;
        while !rest.is_empty() {
            let end = (1 << 20..rest.len()).find(|&end| rest.is_char_boundary(end)).unwrap_or(rest.len());
            let (piece, more) = rest.split_at(end);
            rest = more;
            input.push_back(StrTendril::from_slice(piece));
            while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        }
        tokenizer.end();
        let whole = !tokenizer.sink.too_many.get();
        whole.then(|| Tree { nodes: tokenizer.sink.tree.sink.nodes.into_inner() })
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn parent(&self, id: usize) -> Option<usize> {
        self.node(self.nodes.get(id)?.parent)
    }

    fn node(&self, id: usize) -> Option<usize> {
        (id < self.nodes.len()).then_some(id)
    }

    /// The name of an element.
    pub(crate) fn name(&self, id: usize) -> Option<&str> {
        match &self.nodes.get(id)?.data {
            Data::Element(name, _) => Some(name),
            _ => None,
        }
    }

    pub(crate) fn attribute(&self, id: usize, name: &str) -> Option<&str> {
        match &self.nodes.get(id)?.data {
            Data::Element(_, attributes) => {
                let found = attributes.iter().find(|attribute| &*attribute.name.local == name)?;
                Some(&found.value)
            }
            _ => None,
        }
    }

    pub(crate) fn text(&self, id: usize) -> Option<&str> {
        match &self.nodes.get(id)?.data {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Walks the node and what is in it, without recursion: how deep a page is does not matter. What `into` says no to
    /// is neither entered nor left.
    pub(crate) fn walk<'t>(
        &'t self,
        root: usize,
        mut into: impl FnMut(usize) -> bool + 't,
    ) -> impl Iterator<Item = Step> + 't {
        let mut next = Some(Step::Enter(root)).filter(|_| into(root));
        std::iter::from_fn(move || {
            let step = next.take()?;
            let mut candidate = match step {
                Step::Enter(id) => Candidate::Child(self.nodes[id].first, id),
                Step::Leave(id) if id == root => return Some(step),
                Step::Leave(id) => Candidate::Child(self.nodes[id].after, self.nodes[id].parent),
            };
            while let Candidate::Child(id, parent) = candidate {
                candidate = match self.node(id) {
                    None => Candidate::Step(Step::Leave(parent)),
                    Some(id) if into(id) => Candidate::Step(Step::Enter(id)),
                    Some(id) => Candidate::Child(self.nodes[id].after, parent),
                };
            }
            if let Candidate::Step(step) = candidate {
                next = Some(step);
            }
            Some(step)
        })
    }
}

/// Where a walk goes on: at this node of that parent, if there is one; or surely here.
enum Candidate {
    Child(usize, usize),
    Step(Step),
}

/// Passes tokens on, but for the start tags of what would be too deep.
struct Shallow {
    tree: TreeBuilder<Handle, Sink>,
    /// How many elements are open at most.
    open: Cell<usize>,
    too_many: Cell<bool>,
}

impl Shallow {
    fn is_too_deep(&self, tag: &Tag) -> bool {
        // What is in these is no markup; without their start it would be taken for some.
        let raw = matches!(&*tag.name, "script" | "style" | "textarea" | "title" | "iframe" | "noframes" | "xmp");
        if tag.kind == TagKind::EndTag || raw && !self.adjusted_current_node_present_but_not_in_html_namespace() {
            return false;
        }
        if self.open.get() >= DEEPEST {
            let count = Count(Cell::new(0));
            self.tree.trace_handles(&count);
            self.open.set(count.0.get());
        }
        // A tag can open more than itself: a cell its row and its rows.
        self.open.set(self.open.get() + 4);
        self.open.get() > DEEPEST + 4
    }
}

struct Count(Cell<usize>);

impl Tracer for Count {
    type Handle = Handle;

    fn trace_handle(&self, _: &Handle) {
        self.0.set(self.0.get() + 1);
    }
}

impl TokenSink for Shallow {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        let nodes = self.tree.sink.nodes.borrow().len();
        if nodes > self.tree.sink.most {
            self.too_many.set(true);
            return TokenSinkResult::Continue;
        }
        if let Token::TagToken(tag) = &token
            && self.is_too_deep(tag)
        {
            return TokenSinkResult::Continue;
        }
        match self.tree.process_token(token, line) {
            // No script is run.
            TokenSinkResult::Script(_) | TokenSinkResult::EncodingIndicator(_) => TokenSinkResult::Continue,
            result => result,
        }
    }

    fn end(&self) {
        self.tree.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.tree.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// A node while the tree is built, with the name of its element.
#[derive(Clone)]
struct Handle {
    id: usize,
    name: QualName,
}

/// Takes what html5ever builds.
struct Sink {
    nodes: RefCell<Vec<Node>>,
    /// How many nodes are believed.
    most: usize,
}

impl Sink {
    fn create(&self, data: Data) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { parent: NONE, first: NONE, last: NONE, before: NONE, after: NONE, data });
        nodes.len() - 1
    }

    fn unnamed(&self, data: Data) -> Handle {
        Handle { id: self.create(data), name: QualName::new(None, ns!(), local_name!("")) }
    }

    fn detach(&self, id: usize) {
        let mut nodes = self.nodes.borrow_mut();
        let Node { parent, before, after, .. } = nodes[id];
        match before {
            NONE if parent != NONE => nodes[parent].first = after,
            NONE => {}
            _ => nodes[before].after = after,
        }
        match after {
            NONE if parent != NONE => nodes[parent].last = before,
            NONE => {}
            _ => nodes[after].before = before,
        }
        (nodes[id].parent, nodes[id].before, nodes[id].after) = (NONE, NONE, NONE);
    }

    /// Puts a node into a parent, before one of its children or at its end.
    fn put(&self, id: usize, parent: usize, after: usize) {
        self.detach(id);
        let mut nodes = self.nodes.borrow_mut();
        let before = if after == NONE { nodes[parent].last } else { nodes[after].before };
        (nodes[id].parent, nodes[id].before, nodes[id].after) = (parent, before, after);
        match before {
            NONE => nodes[parent].first = id,
            _ => nodes[before].after = id,
        }
        match after {
            NONE => nodes[parent].last = id,
            _ => nodes[after].before = id,
        }
    }

    /// A text goes on with the one that stands before it.
    fn insert(&self, parent: usize, after: usize, child: NodeOrText<Handle>) {
        match child {
            NodeOrText::AppendNode(node) => self.put(node.id, parent, after),
            NodeOrText::AppendText(text) => {
                if !self.grew(parent, after, &text) {
                    self.put(self.create(Data::Text(text.to_string())), parent, after);
                }
            }
        }
    }

    fn grew(&self, parent: usize, after: usize, more: &str) -> bool {
        let mut nodes = self.nodes.borrow_mut();
        let before = if after == NONE { nodes[parent].last } else { nodes[after].before };
        match nodes.get_mut(before).map(|node| &mut node.data) {
            Some(Data::Text(text)) => {
                text.push_str(more);
                true
            }
            _ => false,
        }
    }

    fn parent(&self, id: usize) -> usize {
        self.nodes.borrow()[id].parent
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { id: 0, name: QualName::new(None, ns!(), local_name!("")) }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        Handle { id: self.create(Data::Element(name.local.clone(), attributes)), name }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.unnamed(Data::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.unnamed(Data::Other)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.id, NONE, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        match self.parent(element.id) {
            NONE => self.append(previous, child),
            _ => self.append_before_sibling(element, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What a template holds is shown nowhere; it is no part of the tree.
    fn get_template_contents(&self, _: &Handle) -> Handle {
        self.unnamed(Data::Other)
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        match self.parent(sibling.id) {
            NONE => {}
            parent => self.insert(parent, sibling.id, child),
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, more: Vec<Attribute>) {
        if let Data::Element(_, attributes) = &mut self.nodes.borrow_mut()[target.id].data {
            for attribute in more {
                if !attributes.iter().any(|known| known.name == attribute.name) {
                    attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        loop {
            let first = self.nodes.borrow()[node.id].first;
            if first == NONE {
                break;
            }
            self.put(first, parent.id, NONE);
        }
    }
}
