//! The outline: the report's headings, each with its place.

use std::num::NonZeroUsize;

use typst::foundations::{NativeElement, StyleChain};
use typst::introspection::Introspector;
use typst::model::{HeadingElem, OutlineNode};
use typst_layout::PagedDocument;

use super::length::Length;
use super::xml::Xml;

pub(super) struct Entry {
    title: String,
    /// From 1.
    page: NonZeroUsize,
    left: Length,
    top: Length,
}

pub(super) type Node = OutlineNode<Entry>;

pub(super) fn of(document: &PagedDocument) -> Vec<Node> {
    let introspector = document.introspector();
    let headings = introspector.query(&HeadingElem::ELEM.select());
    let flat = headings.iter().filter_map(|content| {
        let heading = content.to_packed::<HeadingElem>()?;
        let place = introspector.position(content.location()?)?;
        let entry = Entry {
            title: heading.body.plain_text().to_string(),
            page: place.page,
            left: Length::of(place.point.x),
            top: Length::of(place.point.y),
        };
        Some((entry, heading.resolve_level(StyleChain::default()), true))
    });
    OutlineNode::build_tree(flat)
}

/// Children of an outline or of one of its entries; `pages` are the pages' numbers in the file.
pub(super) fn write(x: &mut Xml, nodes: &[Node], pages: &[u32]) {
    for node in nodes {
        let Entry { title, page, left, top } = &node.entry;
        let Some(page) = pages.get(page.get() - 1).map(u32::to_string) else { continue };
        let count = node.children.len().to_string();
        let mut attrs = vec![("Title", title.as_str())];
        if !node.children.is_empty() {
            attrs.push(("Count", &count));
        }
        let (left, top) = (left.to_string(), top.to_string());
        x.element("OutlineElem", &attrs, |x| {
            x.element("Actions", &[], |x| {
                x.element("Action", &[("Event", "CLICK")], |x| {
                    x.element("Goto", &[], |x| {
                        let place =
                            [("Type", "XYZ"), ("PageID", &*page), ("Left", &*left), ("Top", &*top)];
                        x.empty("Dest", &place);
                    });
                });
            });
            write(x, &node.children, pages);
        });
    }
}
