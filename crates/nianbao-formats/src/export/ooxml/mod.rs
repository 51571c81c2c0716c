//! The part of WordprocessingML this program writes, as types. Each type writes its children in the
//! order of ECMA-376 (CT_PPr, CT_RPr, CT_TblPr, CT_SectPr …): Word refuses any other, and a caller
//! cannot get it wrong.

mod paragraph;
mod run;
mod section;
mod style;
mod table;
mod xml;

pub use paragraph::{Indent, Justify, LineRule, ParagraphProps, Rule, Spacing};
pub use run::{Fonts, RunProps};
pub use section::{FooterKind, FooterRef, Section};
pub use style::{StyleDef, StyleKind};
pub use table::{CellProps, Floating, Rules, TableProps};
pub use xml::{Xml, allowed};

pub use nianbao_core::looks::Twips;

pub const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
