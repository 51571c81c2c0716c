use super::table::{Rules, borders, cell_margins};
use super::{ParagraphProps, RunProps, Twips, Xml};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum StyleKind {
    Paragraph,
    Character,
    Table,
    Numbering,
}

/// CT_Style. A built-in style is known by its `name` ("heading 1"), never by its id.
#[derive(Clone, Copy)]
pub struct StyleDef<'a> {
    pub kind: StyleKind,
    pub id: &'static str,
    pub name: &'static str,
    /// What paragraphs, characters or tables have when they name none.
    pub default: bool,
    /// Not one of Word's own.
    pub custom: bool,
    pub based_on: Option<&'static str>,
    pub next: Option<&'static str>,
    pub link: Option<&'static str>,
    pub priority: u32,
    /// Shown among the quick styles.
    pub quick: bool,
    pub hidden: bool,
    pub paragraph: Option<ParagraphProps>,
    pub run: Option<RunProps<'a>>,
    /// Rule width in eighths of a point (None: no rules) and cell margin.
    pub table: Option<(Option<u32>, Twips)>,
}

impl StyleDef<'_> {
    pub fn new(kind: StyleKind, id: &'static str, name: &'static str) -> Self {
        Self {
            kind,
            id,
            name,
            default: false,
            custom: false,
            based_on: None,
            next: None,
            link: None,
            priority: 99,
            quick: false,
            hidden: false,
            paragraph: None,
            run: None,
            table: None,
        }
    }

    pub fn write(&self, x: &mut Xml) {
        let kind = match self.kind {
            StyleKind::Paragraph => "paragraph",
            StyleKind::Character => "character",
            StyleKind::Table => "table",
            StyleKind::Numbering => "numbering",
        };
        let mut attrs = vec![("w:type", kind.into())];
        if self.default {
            attrs.push(("w:default", 1.into()));
        }
        if self.custom {
            attrs.push(("w:customStyle", 1.into()));
        }
        attrs.push(("w:styleId", self.id.into()));
        x.element("w:style", &attrs, |x| {
            x.val("w:name", self.name);
            for (name, value) in
                [("w:basedOn", self.based_on), ("w:next", self.next), ("w:link", self.link)]
            {
                if let Some(value) = value {
                    x.val(name, value);
                }
            }
            x.val("w:uiPriority", self.priority);
            if self.hidden {
                x.empty("w:semiHidden", &[]);
                x.empty("w:unhideWhenUsed", &[]);
            }
            if self.quick {
                x.empty("w:qFormat", &[]);
            }
            if let Some(props) = &self.paragraph {
                props.write(x);
            }
            if let Some(props) = &self.run {
                props.write(x);
            }
            if let Some((rule, margin)) = self.table {
                x.element("w:tblPr", &[], |x| {
                    x.empty("w:tblInd", &[("w:w", 0.into()), ("w:type", "dxa".into())]);
                    if let Some(rule) = rule {
                        borders(x, Rules::All(rule));
                    }
                    cell_margins(x, (0, margin));
                });
            }
        });
    }
}
