//! 版头 above the title: lines at the left, a space that brings the mark's ink 35 mm under the text's
//! upper edge, 发文字号 and 签发人 on the red line.

use nianbao_core::doc::Letterhead;
use nianbao_core::looks::letterhead::{Mark, Placed, RED, RULE, RULE_GAP, Row};
use nianbao_core::looks::{BODY_SIZE, CHAR, Margins, Twips};

use super::runs::{Pen, Setting};
use super::styles;
use crate::export::ooxml::{Justify, LineRule, ParagraphProps, Rule, Spacing, Xml};

pub fn write(x: &mut Xml, pen: &mut Pen<'_>, letterhead: &Letterhead) {
    let placed = Placed::new(letterhead, pen.style.margins);
    let style = pen.style;
    for (n, line) in placed.above.iter().enumerate() {
        let copy = placed.copy && n == 0;
        let face = if copy { &style.faces.body } else { &style.faces.heading1 };
        let props = ParagraphProps::styled(styles::LETTERHEAD);
        paragraph(x, pen, props, line, Setting { named: !copy, ..Setting::of(face) });
    }
    let spacer = ParagraphProps {
        spacing: Some(exact(placed.spacer)),
        ..ParagraphProps::styled(styles::TABLE_GAP)
    };
    x.element("w:p", &[], |x| spacer.write(x));
    mark(x, pen, &placed.mark);
    let last = placed.rows.len() - 1;
    for (n, one) in placed.rows.iter().enumerate() {
        let before = placed.above_row(n, style.margins.line());
        let mut props = ParagraphProps {
            spacing: Some(Spacing { before: Some(before), ..Spacing::default() }),
            ..ParagraphProps::styled(styles::LETTERHEAD)
        };
        if n == last {
            // As high as its glyphs, so that what is below them is little in any program.
            props.spacing = Some(Spacing { before: Some(before), ..exact(size(BODY_SIZE)) });
            props.rule = Some(Rule { width: RULE, space: RULE_GAP, color: RED });
        }
        row(x, pen, props, &placed, one);
    }
}

/// Lines above, mark and rows as they are read; what is between them is no text.
pub fn texts(letterhead: &Letterhead) -> Vec<String> {
    let placed = Placed::new(letterhead, Margins::default());
    let mut texts = placed.above.clone();
    texts.extend(placed.mark.lines.iter().cloned());
    texts.extend(placed.rows.iter().map(|row| row_parts(&placed, row).concat()));
    texts
}

fn exact(line: Twips) -> Spacing {
    Spacing { before: Some(0), after: Some(0), line: Some(LineRule::Exact(line)) }
}

fn size(half_points: u32) -> Twips {
    Twips::try_from(half_points * 10).unwrap_or(Twips::MAX)
}

fn mark(x: &mut Xml, pen: &mut Pen<'_>, mark: &Mark) {
    let face = pen.style.faces.title.as_str();
    for (n, line) in mark.lines.iter().enumerate() {
        let before = if n == 0 { 0 } else { mark.gap() };
        let props = ParagraphProps {
            spacing: Some(Spacing { before: Some(before), ..exact(mark.line()) }),
            ..ParagraphProps::styled(styles::MARK)
        };
        let setting = Setting { size: Some(mark.size), ..Setting::of(face) };
        paragraph(x, pen, props, line, setting);
    }
}

/// What stands in a row: before the names, and each name with the tab before it. A name that
/// begins where 签发人： ends needs none, and one there would leap to the next stop.
fn row_parts(placed: &Placed, row: &Row) -> [String; 3] {
    let mut head = String::new();
    if placed.upward
        && let Some(number) = &row.number
    {
        head = format!("\t{number}");
    } else if let Some(number) = &row.number {
        head.clone_from(number);
    }
    if !row.names.is_empty() {
        head.push('\t');
    }
    if row.label {
        head.push_str("签发人：");
    }
    let name = |n: usize| row.names.get(n).cloned().unwrap_or_default();
    let second = row.names.get(1).map(|name| format!("\t{name}")).unwrap_or_default();
    [head, name(0), second]
}

fn row(x: &mut Xml, pen: &mut Pen<'_>, mut props: ParagraphProps, placed: &Placed, row: &Row) {
    if placed.upward {
        let number = if row.number.is_some() { CHAR } else { 0 };
        let first = if row.label { placed.signers } else { placed.names[0] };
        let second = if row.names.len() > 1 { placed.names[1] } else { 0 };
        props.tabs = [number, if row.names.is_empty() { 0 } else { first }, second];
    } else {
        props.justify = Some(Justify::Center);
    }
    let [head, first, second] = row_parts(placed, row);
    let (body, names) = (&pen.style.faces.body, &pen.style.faces.heading2);
    x.element("w:p", &[], |x| {
        props.write(x);
        pen.plain(x, &head, Setting::of(body));
        let named = Setting { named: true, ..Setting::of(names) };
        pen.plain(x, &format!("{first}{second}"), named);
    });
}

fn paragraph(
    x: &mut Xml,
    pen: &mut Pen<'_>,
    props: ParagraphProps,
    text: &str,
    setting: Setting<'_>,
) {
    x.element("w:p", &[], |x| {
        props.write(x);
        pen.plain(x, text, setting);
    });
}
