//! 版记: a table whose last rule is the text block's lower edge on the last page.

use nianbao_core::doc::Imprint;
use nianbao_core::looks::imprint::{CHAR, INNER_RULE, OUTER_RULE, below, stands_whole};
use nianbao_core::looks::table::Merge;
use nianbao_core::looks::{LEFT, TEXT_WIDTH};

use super::runs::{Pen, Setting};
use super::styles;
use crate::export::ooxml::{
    CellProps, Floating, Indent, LineRule, ParagraphProps, Rules, Spacing, TableProps, Twips, Xml,
};

pub fn write(x: &mut Xml, pen: &mut Pen<'_>, imprint: &Imprint) {
    let rows = texts(imprint);
    if rows.is_empty() {
        return;
    }
    let whole = stands_whole(imprint);
    let below = if whole { below(pen.style.margins) } else { 0 };
    x.element("w:tbl", &[], |x| {
        TableProps {
            style: styles::TABLE,
            floating: whole.then_some(Floating::AtFoot { left: LEFT }),
            width: TEXT_WIDTH,
            rules: Rules::Across(OUTER_RULE, if rows.len() > 1 { INNER_RULE } else { OUTER_RULE }),
            cell_margins: (0, 0),
        }
        .write(x);
        x.element("w:tblGrid", &[], |x| x.empty("w:gridCol", &[("w:w", TEXT_WIDTH.into())]));
        for text in &rows {
            x.element("w:tr", &[], |x| row(x, pen, text, text.starts_with("抄送：")));
        }
        if below > 0 {
            rest(x, below);
        }
    });
    // A table in the text's place is held by the paragraph behind it.
    x.element("w:p", &[], |x| ParagraphProps::styled(styles::TABLE_GAP).write(x));
}

/// A row each, as read.
pub fn texts(imprint: &Imprint) -> Vec<String> {
    let below = format!("{}\t{}", imprint.office, imprint.printed);
    let mut rows = vec![imprint.copies_line(), below.trim_end_matches('\t').to_owned()];
    rows.retain(|row| !row.is_empty());
    rows
}

fn row(x: &mut Xml, pen: &mut Pen<'_>, text: &str, copies: bool) {
    let indent = if copies {
        // Further lines begin behind 抄送：.
        Indent {
            left: Some(4 * CHAR),
            right: Some(CHAR),
            hanging: Some(3 * CHAR),
            ..Indent::default()
        }
    } else {
        Indent { left: Some(CHAR), right: Some(CHAR), ..Indent::NONE }
    };
    let right_tab = if copies { 0 } else { TEXT_WIDTH - CHAR };
    let indent = Some(indent);
    let props = ParagraphProps { indent, right_tab, ..ParagraphProps::styled(styles::IMPRINT) };
    let face = pen.style.faces.body.as_str();
    x.element("w:tc", &[], |x| {
        CellProps { width: TEXT_WIDTH, span: 1, merge: Merge::None, open_below: false }.write(x);
        x.element("w:p", &[], |x| {
            props.write(x);
            pen.plain(x, text, Setting::of(face));
        });
    });
}

/// An empty row without a rule: the text area ends so much below the text block.
fn rest(x: &mut Xml, height: Twips) {
    x.element("w:tr", &[], |x| {
        x.element("w:trPr", &[], |x| {
            x.empty("w:trHeight", &[("w:val", height.into()), ("w:hRule", "exact".into())]);
        });
        x.element("w:tc", &[], |x| {
            CellProps { width: TEXT_WIDTH, span: 1, merge: Merge::None, open_below: true }.write(x);
            let line = Spacing { line: Some(LineRule::Exact(20)), ..Spacing::default() };
            let props =
                ParagraphProps { spacing: Some(line), ..ParagraphProps::styled(styles::TABLE_GAP) };
            x.element("w:p", &[], |x| props.write(x));
        });
    });
}
