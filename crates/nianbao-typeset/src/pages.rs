//! Laid-out pages: as pictures, as PDF, and measured.

use std::collections::{BTreeMap, BTreeSet};

use typst::foundations::{Datetime, Smart};
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::syntax::{Source, Span, SyntaxKind};
use typst::text::TextItem;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_svg::SvgOptions;

use crate::TypesetError;
use crate::fonts::{Chains, Chosen, Substitute};
use crate::ofd::{self, Ofd};
use crate::source::Piece;

/// A report laid out.
pub struct Pages {
    document: PagedDocument,
    runs: Vec<Run>,
    chosen: Vec<Chosen>,
    latin: Option<String>,
    missing: Vec<char>,
}

/// Text that stands in one piece on a page: part of a line, in one face. Lengths in points from the
/// page's upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// From 0.
    pub page: usize,
    pub x: f64,
    pub baseline: f64,
    pub width: f64,
    pub size: f64,
    pub text: String,
    /// Family it is really set in.
    pub family: String,
    /// None: what the layout adds, such as page numbers.
    pub from: Option<From>,
}

/// Where in the document a run comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct From {
    /// Index in the document's blocks.
    pub block: usize,
    /// Index among the inlines of the block; in a table through all cells.
    pub inline: usize,
    /// Unicode characters from the inline's beginning to the run's first.
    pub offset: usize,
}

/// Which kind of PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PdfKind {
    /// PDF/A-2b, ISO 19005-2: for keeping.
    #[default]
    Archive,
    /// PDF/UA-1, ISO 14289-1: for being read aloud.
    Accessible,
    /// PDF 1.7 without promises.
    Plain,
}

/// When a file says it was made, in local time; PDF/A must say it, and we ask no clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    pub year: i32,
    pub month: u8,
    pub day: u8,
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
    /// Minutes east of UTC.
    pub offset: i32,
}

impl Made {
    fn stamp(self) -> Option<Timestamp> {
        let Self { year, month, day, hour, minute, second, offset } = self;
        let when = Datetime::from_ymd_hms(year, month, day, hour, minute, second)?;
        Timestamp::new_local(when, offset)
    }
}

impl Pages {
    pub(crate) fn new(
        document: PagedDocument,
        source: &Source,
        pieces: &[Piece],
        chains: Chains,
        replaced: BTreeSet<char>,
    ) -> Self {
        let mut eye = Eye {
            source,
            pieces,
            known: known(source, pieces),
            page: 0,
            runs: Vec::new(),
            missing: replaced,
        };
        for (n, page) in document.pages().iter().enumerate() {
            eye.page = n;
            eye.walk(&page.frame, Point::zero());
        }
        let Eye { runs, missing, .. } = eye;
        let Chains { chosen, latin, .. } = chains;
        Self { document, runs, chosen, latin, missing: missing.into_iter().collect() }
    }

    /// How many pages.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// A page as SVG, 595.28 × 841.89 points; None beyond the last.
    pub fn svg(&self, page: usize) -> Option<String> {
        let page = self.document.pages().get(page)?;
        Some(typst_svg::svg(page, &SvgOptions { render_bleed: false, pretty: false }))
    }

    /// All pages as PDF, with outline, title and language; the same pages, kind and time
    /// give the same bytes.
    ///
    /// # Errors
    /// [`TypesetError::Pdf`] if the standard asked for cannot be kept.
    pub fn pdf(&self, kind: PdfKind, made: Made) -> Result<Vec<u8>, TypesetError> {
        let standard = match kind {
            PdfKind::Archive => vec![PdfStandard::A_2b],
            PdfKind::Accessible => vec![PdfStandard::Ua_1],
            PdfKind::Plain => vec![],
        };
        let standards =
            PdfStandards::new(&standard).map_err(|e| TypesetError::Pdf(e.message().to_string()))?;
        let options = PdfOptions {
            creator: Smart::Custom(Some("法治年报".to_owned())),
            timestamp: made.stamp(),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options)
            .map_err(|errors| TypesetError::of(&errors, TypesetError::Pdf))
    }

    /// All pages as OFD, with outline, title and unit; the same pages and time give the same bytes.
    ///
    /// # Errors
    /// [`TypesetError::Ofd`] if there is something on a page that cannot be drawn.
    pub fn ofd(&self, made: Made) -> Result<Ofd, TypesetError> {
        ofd::write(&self.document, made)
    }

    /// Every run, page by page as set.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Each face that was asked for, and what its text is set in.
    pub fn chosen(&self) -> &[Chosen] {
        &self.chosen
    }

    /// The face of digits and letters, if it is one of its own.
    pub fn latin(&self) -> Option<&str> {
        self.latin.as_deref()
    }

    /// Official faces that are not here, with what stands in for them; each once.
    pub fn substitutes(&self) -> Vec<Substitute> {
        let one = |chosen: &Chosen| {
            Some(Substitute { wanted: chosen.wanted.clone(), used: chosen.used.clone()? })
        };
        let all: BTreeSet<Substitute> =
            self.chosen.iter().filter(|chosen| chosen.is_substitute()).filter_map(one).collect();
        all.into_iter().collect()
    }

    /// Characters that no face here has; 〓 stands for them.
    pub fn missing(&self) -> &[char] {
        &self.missing
    }

    /// The run at a place of a page, or the nearest on its line; in points.
    pub fn at(&self, page: usize, x: f64, y: f64) -> Option<&Run> {
        let far = |run: &Run| {
            let down = (y - (run.baseline - 0.38 * run.size)).abs() - 0.9 * run.size;
            let aside = (run.x - x).max(x - run.x - run.width).max(0.0);
            (down <= 0.0).then_some(aside)
        };
        let on_page = self.runs.iter().filter(|run| run.page == page && run.from.is_some());
        on_page
            .filter_map(|run| Some((far(run)?, run)))
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, run)| run)
    }
}

/// The pieces by their spans, in one walk: to look each span up in the tree takes the square of it.
fn known(source: &Source, pieces: &[Piece]) -> BTreeMap<u64, usize> {
    let mut known = BTreeMap::new();
    let mut open = vec![(source.root(), 0)];
    while let Some((node, at)) = open.pop() {
        if node.kind() == SyntaxKind::Str
            && let Ok(n) = pieces.binary_search_by_key(&at, |piece| piece.range.start)
        {
            known.insert(node.span().into_raw().get(), n);
        }
        let mut at = at;
        for child in node.children() {
            open.push((child, at));
            at += child.len();
        }
    }
    known
}

/// Goes over the frames and notes what is set where.
struct Eye<'a> {
    source: &'a Source,
    pieces: &'a [Piece],
    /// Index of the piece by the span that its glyphs carry.
    known: BTreeMap<u64, usize>,
    page: usize,
    runs: Vec<Run>,
    missing: BTreeSet<char>,
}

impl<'a> Eye<'a> {
    fn walk(&mut self, frame: &Frame, origin: Point) {
        for (at, item) in frame.items() {
            let at = origin + *at;
            match item {
                FrameItem::Group(group) => {
                    let moved = Point::new(group.transform.tx, group.transform.ty);
                    self.walk(&group.frame, at + moved);
                }
                FrameItem::Text(text) => self.text(text, at),
                _ => {}
            }
        }
    }

    fn text(&mut self, item: &TextItem, at: Point) {
        let mut x = Abs::zero();
        for glyph in &item.glyphs {
            let text = item.text.get(glyph.range()).unwrap_or_default();
            if glyph.id == 0 {
                // Of a letter and its accents it may be one accent that has no shape.
                let face = item.font.ttf();
                self.missing.extend(text.chars().filter(|c| face.glyph_index(*c).is_none()));
            }
            let width = glyph.x_advance.at(item.size);
            let piece = self.piece(glyph.span.0);
            let place = piece.map(|piece| (piece.block, piece.inline));
            let same = self.runs.last_mut().filter(|run| {
                x > Abs::zero() && run.from.map(|from| (from.block, from.inline)) == place
            });
            match same {
                Some(run) => {
                    run.text.push_str(text);
                    run.width += width.to_pt();
                }
                None => self.runs.push(Run {
                    page: self.page,
                    x: (at.x + x).to_pt(),
                    baseline: at.y.to_pt(),
                    width: width.to_pt(),
                    size: item.size.to_pt(),
                    text: text.to_owned(),
                    family: item.font.font().info().family.clone(),
                    from: piece.map(|piece| From {
                        block: piece.block,
                        inline: piece.inline,
                        offset: self.offset(piece, usize::from(glyph.span.1)),
                    }),
                }),
            }
            x += width;
        }
    }

    fn piece(&self, span: Span) -> Option<&'a Piece> {
        self.pieces.get(*self.known.get(&span.into_raw().get())?)
    }

    /// Characters in the literal before a byte of what it means.
    fn offset(&self, piece: &Piece, bytes: usize) -> usize {
        let literal =
            self.source.text().get(piece.range.start + 1..piece.range.end - 1).unwrap_or_default();
        let mut passed = 0;
        let mut chars = 0;
        let mut escaped = false;
        for c in literal.chars() {
            if passed >= bytes {
                break;
            }
            if c == '\\' && !escaped {
                escaped = true;
                continue;
            }
            escaped = false;
            passed += c.len_utf8();
            chars += 1;
        }
        chars
    }
}
