use super::{Twips, Xml};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Justify {
    Left,
    Center,
    Right,
    Both,
}

impl Justify {
    pub fn name(self) -> &'static str {
        match self {
            Justify::Left => "left",
            Justify::Center => "center",
            Justify::Right => "right",
            Justify::Both => "both",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum LineRule {
    /// Twips, whatever stands in the line.
    Exact(Twips),
    /// Twips or more: for table cells, which an exact line would clip.
    AtLeast(Twips),
}

/// CT_Spacing.
#[derive(Clone, Copy, Default)]
pub struct Spacing {
    pub before: Option<Twips>,
    pub after: Option<Twips>,
    pub line: Option<LineRule>,
}

/// CT_Ind.
#[derive(Clone, Copy, Default)]
pub struct Indent {
    pub left: Option<Twips>,
    pub right: Option<Twips>,
    /// Hundredths of a character and the same in twips: Word follows the first when the size is
    /// changed, LibreOffice knows only the second. So both or neither.
    pub first_line: Option<(i32, Twips)>,
    /// Where the first line begins left of the others; excludes `first_line`.
    pub hanging: Option<Twips>,
}

impl Indent {
    pub const NONE: Self =
        Self { left: Some(0), right: Some(0), first_line: Some((0, 0)), hanging: None };

    fn write(&self, x: &mut Xml) {
        let mut attrs = [("", 0.into()); 5];
        let mut n = 0;
        let mut put = |name, value: Twips| {
            attrs[n] = (name, value.into());
            n += 1;
        };
        if let Some(left) = self.left {
            put("w:left", left);
        }
        if let Some(right) = self.right {
            put("w:right", right);
        }
        if let Some((hundredths, twips)) = self.first_line {
            put("w:firstLineChars", hundredths);
            put("w:firstLine", twips);
        }
        if let Some(twips) = self.hanging {
            put("w:hanging", twips);
        }
        if n > 0 {
            x.empty("w:ind", &attrs[..n]);
        }
    }
}

/// One line of CT_PBdr.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Eighths of a point.
    pub width: u32,
    /// Points from the text.
    pub space: Twips,
    /// RRGGBB
    pub color: &'static str,
}

impl Rule {
    fn write(&self, x: &mut Xml) {
        x.element("w:pBdr", &[], |x| {
            x.empty(
                "w:bottom",
                &[
                    ("w:val", "single".into()),
                    ("w:sz", self.width.into()),
                    ("w:space", self.space.into()),
                    ("w:color", self.color.into()),
                ],
            );
        });
    }
}

/// CT_PPr. `None` and `false` leave a property to the style.
#[derive(Clone, Copy, Default)]
pub struct ParagraphProps {
    pub style: Option<&'static str>,
    pub keep_next: bool,
    pub keep_lines: bool,
    pub page_break_before: bool,
    pub widow_control: Option<bool>,
    /// Below the paragraph.
    pub rule: Option<Rule>,
    /// Left tab stops; 0: none.
    pub tabs: [Twips; 3],
    /// A right tab stop, behind those; 0: none.
    pub right_tab: Twips,
    /// What keeps a character grid honest, all at once: kinsoku on; no hanging punctuation, no gaps
    /// beside Latin and digits, no shifting of the right indent.
    pub strict_grid: bool,
    pub snap_to_grid: Option<bool>,
    pub spacing: Option<Spacing>,
    pub indent: Option<Indent>,
    /// No spacing between neighbours of one style.
    pub contextual_spacing: bool,
    pub justify: Option<Justify>,
    /// 0 is the highest.
    pub outline: Option<u8>,
}

impl ParagraphProps {
    pub fn styled(style: &'static str) -> Self {
        Self { style: Some(style), ..Self::default() }
    }

    pub fn write(&self, x: &mut Xml) {
        self.write_and(x, |_| {});
    }

    /// `end`: what is said of the paragraph's end, as CT_ParaRPr.
    pub fn write_and(&self, x: &mut Xml, end: impl FnOnce(&mut Xml)) {
        x.element("w:pPr", &[], |x| {
            if let Some(style) = self.style {
                x.val("w:pStyle", style);
            }
            x.switch("w:keepNext", self.keep_next.then_some(true));
            x.switch("w:keepLines", self.keep_lines.then_some(true));
            x.switch("w:pageBreakBefore", self.page_break_before.then_some(true));
            x.switch("w:widowControl", self.widow_control);
            if let Some(rule) = self.rule {
                rule.write(x);
            }
            self.tabs(x);
            if self.strict_grid {
                x.switch("w:kinsoku", Some(true));
                // A mark may hang at the line's end, as Word does unasked. Refusing it would be
                // read the wrong way round by LibreOffice 7.4, which then drops such marks from
                // justified lines altogether.
                x.switch("w:overflowPunct", Some(true));
                x.switch("w:autoSpaceDE", Some(false));
                x.switch("w:autoSpaceDN", Some(false));
                x.switch("w:adjustRightInd", Some(false));
            }
            x.switch("w:snapToGrid", self.snap_to_grid);
            if let Some(spacing) = self.spacing {
                spacing.write(x);
            }
            if let Some(indent) = self.indent {
                indent.write(x);
            }
            x.switch("w:contextualSpacing", self.contextual_spacing.then_some(true));
            if let Some(justify) = self.justify {
                x.val("w:jc", justify.name());
            }
            if let Some(outline) = self.outline {
                x.val("w:outlineLvl", outline);
            }
            end(x);
        });
    }
}

impl ParagraphProps {
    fn tabs(&self, x: &mut Xml) {
        if self.tabs == [0; 3] && self.right_tab == 0 {
            return;
        }
        x.element("w:tabs", &[], |x| {
            for stop in self.tabs.into_iter().filter(|stop| *stop > 0) {
                x.empty("w:tab", &[("w:val", "left".into()), ("w:pos", stop.into())]);
            }
            if self.right_tab > 0 {
                let stop = self.right_tab.into();
                x.empty("w:tab", &[("w:val", "right".into()), ("w:pos", stop)]);
            }
        });
    }
}

impl Spacing {
    fn write(&self, x: &mut Xml) {
        let mut attrs = [("", 0.into()); 4];
        let mut n = 0;
        let mut put = |pair| {
            attrs[n] = pair;
            n += 1;
        };
        if let Some(before) = self.before {
            put(("w:before", before.into()));
        }
        if let Some(after) = self.after {
            put(("w:after", after.into()));
        }
        match self.line {
            Some(LineRule::Exact(twips)) => {
                put(("w:line", twips.into()));
                put(("w:lineRule", "exact".into()));
            }
            Some(LineRule::AtLeast(twips)) => {
                put(("w:line", twips.into()));
                put(("w:lineRule", "atLeast".into()));
            }
            None => {}
        }
        if n > 0 {
            x.empty("w:spacing", &attrs[..n]);
        }
    }
}
