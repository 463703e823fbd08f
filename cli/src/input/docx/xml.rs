//! XML as far as Word needs it: elements without their prefixes, and text with its entities.

use std::borrow::Cow;

use quick_xml::events::{BytesEnd, BytesStart, Event as Raw};
use quick_xml::{Reader, XmlVersion};

/// The parts of a document in their order.
pub(super) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    open: usize,
}

pub(super) enum Event<'x> {
    Start(Tag<'x>),
    End(End<'x>),
    Text(Cow<'x, str>),
}

pub(super) struct Tag<'x>(BytesStart<'x>);

pub(super) struct End<'x>(BytesEnd<'x>);

impl<'x> Xml<'x> {
    pub(super) fn new(source: &'x str) -> Self {
        let mut reader = Reader::from_str(source);
        reader.config_mut().expand_empty_elements = true;
        Xml { reader, open: 0 }
    }

    /// The next part; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Event<'x>>, String> {
        loop {
            let event = self.reader.read_event();
            let event = event.map_err(|error| format!("{error} (at offset {})", self.reader.error_position()))?;
            return Ok(Some(match event {
                Raw::Start(tag) => {
                    self.open += 1;
                    Event::Start(Tag(tag))
                }
                Raw::End(tag) => {
                    self.open = self.open.saturating_sub(1);
                    Event::End(End(tag))
                }
                Raw::Text(text) => Event::Text(text.into_inner()),
                Raw::CData(text) => Event::Text(text.into_inner()),
                Raw::GeneralRef(entity) => match entity.resolve_char_ref() {
                    Ok(Some(c)) => Event::Text(c.to_string().into()),
                    _ => Event::Text(predefined(&entity).into()),
                },
                Raw::Eof if self.open > 0 => return Err("it ends within an element".to_owned()),
                Raw::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }
}

/// The entities that XML knows by itself; no other is declared in the documents of Word.
fn predefined(entity: &str) -> &'static str {
    match entity {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "apos" => "'",
        "quot" => "\"",
        _ => "",
    }
}

impl End<'_> {
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

impl Tag<'_> {
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, whatever its prefix.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|a| a.key.local_name().into_inner() == name)?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    }

    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.value(name)?.trim().parse().ok()
    }

    /// Whether a property is set; its value says no, if it has one.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value("val").as_deref(), Some("0" | "false" | "off"))
    }
}
