//! word/styles.xml. Built-in styles by their built-in names, so that Word's navigation pane, LibreOffice
//! and a later import know a heading when they see one.

use nianbao_core::doc::Role;
use nianbao_core::looks::table::LINE;

mod around;

use crate::export::ooxml::{
    Fonts, Indent, Justify, LineRule, ParagraphProps, RunProps, Spacing, StyleDef, StyleKind,
    Twips, W, Xml,
};
use nianbao_core::looks::{BODY_SIZE, CHAR, Looks, SMALL_SIZE, TIGHTEN, TITLE_SIZE, WordGrid};

pub const TABLE: &str = "TableGrid";
pub const TABLE_TEXT: &str = "TableText";
pub const TABLE_HEAD: &str = "TableHead";
/// The paragraph Word needs between two tables, and after the last. It is no paragraph of the report.
pub const TABLE_GAP: &str = "TableGap";
pub const FOOTER: &str = "Footer";
/// Lines of 版头 other than the mark.
pub const LETTERHEAD: &str = "Letterhead";
/// 发文机关标志
pub const MARK: &str = "Mark";
pub const IMPRINT: &str = "Imprint";

const HEADINGS: [(&str, &str, &str, &str); 4] = [
    ("Heading1", "heading 1", "Heading1Char", "Heading 1 Char"),
    ("Heading2", "heading 2", "Heading2Char", "Heading 2 Char"),
    ("Heading3", "heading 3", "Heading3Char", "Heading 3 Char"),
    ("Heading4", "heading 4", "Heading4Char", "Heading 4 Char"),
];

/// A heading's level as the standard has it, 1 to 4.
pub fn level(n: u8) -> u8 {
    n.clamp(1, 4)
}

fn heading(n: u8) -> (&'static str, &'static str, &'static str, &'static str) {
    HEADINGS[usize::from(level(n)) - 1]
}

/// Id of a role's paragraph style.
pub fn of(role: Role) -> &'static str {
    match role {
        Role::Title => "Title",
        Role::Addressee => "Salutation",
        Role::Heading(n) => heading(n).0,
        Role::Body => "BodyText",
        Role::AttachmentNote => "AttachmentNote",
        Role::Note => "Note",
        Role::AttachmentLabel => "AttachmentLabel",
        Role::AttachmentTitle => "AttachmentTitle",
        Role::Caption => "Caption",
        Role::Signature => "Signature",
        Role::Date => "Date",
    }
}

/// Id of the character style of a heading run into its paragraph.
pub fn run_in(n: u8) -> &'static str {
    heading(n).2
}

pub fn write(style: &Looks) -> Vec<u8> {
    let mut x = Xml::new(16 * 1024);
    x.element("w:styles", &[("xmlns:w", W.into())], |x| {
        x.element("w:docDefaults", &[], |x| {
            x.element("w:rPrDefault", &[], |x| {
                RunProps { size: Some(BODY_SIZE), chinese: true, ..face(style, &style.faces.body) }
                    .write(x);
            });
            x.element("w:pPrDefault", &[], |_| {});
        });
        base(x, style);
        report(x, style);
        headings(x, style);
        around::write(x, style);
        tables(x, style);
        FooterStyle(style).write(x);
    });
    x.finish()
}

fn face<'a>(style: &'a Looks, chinese: &'a str) -> RunProps<'a> {
    RunProps {
        fonts: Some(Fonts::Named { ascii: style.latin.beside(chinese), cjk: chinese }),
        ..RunProps::default()
    }
}

/// Of what is not in 三号: on a character grid it would be set by that of the text.
fn off_grid(style: &Looks) -> Option<bool> {
    (style.grid == WordGrid::Characters).then_some(false)
}

fn exact(line: Twips) -> Spacing {
    Spacing { before: Some(0), after: Some(0), line: Some(LineRule::Exact(line)) }
}

/// A body paragraph begins two 字 in (7.3.3).
const BODY_INDENT: Indent =
    Indent { left: None, right: None, first_line: Some((200, 2 * CHAR)), hanging: None };

fn base(x: &mut Xml, style: &Looks) {
    StyleDef {
        default: true,
        priority: 0,
        quick: true,
        paragraph: Some(ParagraphProps {
            widow_control: Some(false),
            strict_grid: true,
            snap_to_grid: Some(style.grid == WordGrid::Characters),
            spacing: Some(exact(style.margins.line())),
            justify: Some(Justify::Both),
            ..ParagraphProps::default()
        }),
        run: Some(RunProps {
            // Never both: each takes away what is too much.
            spacing: Some(if style.grid == WordGrid::Characters { 0 } else { TIGHTEN }),
            size: Some(BODY_SIZE),
            ..face(style, &style.faces.body)
        }),
        ..StyleDef::new(StyleKind::Paragraph, "Normal", "Normal")
    }
    .write(x);
    StyleDef {
        default: true,
        priority: 1,
        hidden: true,
        ..StyleDef::new(StyleKind::Character, "DefaultParagraphFont", "Default Paragraph Font")
    }
    .write(x);
    StyleDef {
        default: true,
        hidden: true,
        table: Some((None, 108)),
        ..StyleDef::new(StyleKind::Table, "TableNormal", "Normal Table")
    }
    .write(x);
    StyleDef {
        default: true,
        hidden: true,
        ..StyleDef::new(StyleKind::Numbering, "NoList", "No List")
    }
    .write(x);
}

/// A paragraph style of the report, resting on Normal and followed by body text.
fn paragraph(id: &'static str, name: &'static str) -> StyleDef<'static> {
    StyleDef {
        based_on: Some("Normal"),
        next: Some("BodyText"),
        priority: 10,
        quick: true,
        ..StyleDef::new(StyleKind::Paragraph, id, name)
    }
}

fn report(x: &mut Xml, style: &Looks) {
    let line = style.margins.line();
    StyleDef {
        paragraph: Some(ParagraphProps {
            keep_next: true,
            snap_to_grid: off_grid(style),
            // The same leading as body text under a taller character (3.2); one empty line follows (7.3.2).
            spacing: Some(Spacing { after: Some(line), ..exact(line + 120) }),
            indent: Some(Indent::NONE),
            contextual_spacing: true,
            justify: Some(Justify::Center),
            ..ParagraphProps::default()
        }),
        run: Some(RunProps {
            bold: Some(false),
            color: Some("000000"),
            spacing: Some(0),
            size: Some(TITLE_SIZE),
            ..face(style, &style.faces.title)
        }),
        ..paragraph("Title", "Title")
    }
    .write(x);
    StyleDef {
        paragraph: Some(ParagraphProps { indent: Some(Indent::NONE), ..ParagraphProps::default() }),
        ..paragraph("Salutation", "Salutation")
    }
    .write(x);
    StyleDef {
        paragraph: Some(ParagraphProps { indent: Some(BODY_INDENT), ..ParagraphProps::default() }),
        next: None,
        priority: 1,
        ..paragraph("BodyText", "Body Text")
    }
    .write(x);
    let right = ParagraphProps {
        keep_lines: true,
        indent: Some(Indent { right: Some(2 * CHAR), ..Indent::NONE }),
        justify: Some(Justify::Right),
        ..ParagraphProps::default()
    };
    StyleDef {
        next: Some("Date"),
        paragraph: Some(ParagraphProps {
            spacing: Some(Spacing { before: Some(line), ..Spacing::default() }),
            contextual_spacing: true,
            ..right
        }),
        ..paragraph("Signature", "Signature")
    }
    .write(x);
    StyleDef { paragraph: Some(right), ..paragraph("Date", "Date") }.write(x);
}

fn headings(x: &mut Xml, style: &Looks) {
    for n in 1..=4 {
        let (id, name, run_in, run_in_name) = heading(n);
        // Word's own headings are blue and, in some templates, bold.
        let run = RunProps {
            bold: Some(false),
            color: Some("000000"),
            size: Some(BODY_SIZE),
            ..face(style, style.faces.heading(n))
        };
        StyleDef {
            link: Some(run_in),
            priority: 9,
            paragraph: Some(ParagraphProps {
                keep_next: true,
                indent: Some(BODY_INDENT),
                outline: Some(n - 1),
                ..ParagraphProps::default()
            }),
            run: Some(run),
            ..paragraph(id, name)
        }
        .write(x);
        StyleDef {
            custom: true,
            based_on: Some("DefaultParagraphFont"),
            link: Some(id),
            priority: 9,
            run: Some(run),
            ..StyleDef::new(StyleKind::Character, run_in, run_in_name)
        }
        .write(x);
    }
}

fn tables(x: &mut Xml, style: &Looks) {
    StyleDef {
        based_on: Some("TableNormal"),
        priority: 39,
        table: Some((Some(4), 108)),
        ..StyleDef::new(StyleKind::Table, TABLE, "Table Grid")
    }
    .write(x);
    let cell = ParagraphProps {
        snap_to_grid: off_grid(style),
        spacing: Some(Spacing {
            before: Some(0),
            after: Some(0),
            line: Some(LineRule::AtLeast(LINE)),
        }),
        indent: Some(Indent::NONE),
        justify: Some(Justify::Left),
        ..ParagraphProps::default()
    };
    let small =
        |chinese| RunProps { spacing: Some(0), size: Some(SMALL_SIZE), ..face(style, chinese) };
    StyleDef {
        custom: true,
        next: None,
        paragraph: Some(cell),
        run: Some(small(&style.faces.body)),
        ..paragraph(TABLE_TEXT, "表格文字")
    }
    .write(x);
    StyleDef {
        custom: true,
        next: None,
        paragraph: Some(ParagraphProps { justify: Some(Justify::Center), ..cell }),
        run: Some(small(&style.faces.heading1)),
        ..paragraph(TABLE_HEAD, "表格标题行")
    }
    .write(x);
    StyleDef {
        custom: true,
        next: Some("BodyText"),
        quick: false,
        paragraph: Some(ParagraphProps {
            snap_to_grid: off_grid(style),
            spacing: Some(exact(20)),
            indent: Some(Indent::NONE),
            ..ParagraphProps::default()
        }),
        run: Some(RunProps { size: Some(2), ..RunProps::default() }),
        ..paragraph(TABLE_GAP, "表格间隔")
    }
    .write(x);
}

struct FooterStyle<'a>(&'a Looks);

impl FooterStyle<'_> {
    fn write(&self, x: &mut Xml) {
        let song = &self.0.faces.page_number;
        StyleDef {
            next: None,
            quick: false,
            priority: 99,
            paragraph: Some(ParagraphProps {
                snap_to_grid: off_grid(self.0),
                spacing: Some(exact(280)),
                indent: Some(Indent::NONE),
                justify: Some(Justify::Center),
                ..ParagraphProps::default()
            }),
            run: Some(RunProps {
                fonts: Some(Fonts::Named { ascii: song, cjk: song }),
                spacing: Some(0),
                size: Some(SMALL_SIZE),
                ..RunProps::default()
            }),
            ..paragraph(FOOTER, "footer")
        }
        .write(x);
    }
}
