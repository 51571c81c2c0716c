//! Faces with PostScript outlines (CFF) as TrueType: the standard takes both, many readers only this.

use kurbo::{BezPath, CubicBez, Point, cubics_to_quadratic_splines};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::{FontRef, TableProvider, types::GlyphId};
use skrifa::{MetadataProvider, Tag};
use write_fonts::FontBuilder;
use write_fonts::from_obj::ToOwnedTable;
use write_fonts::tables::glyf::{Bbox, GlyfLocaBuilder, Glyph, SimpleGlyph};
use write_fonts::tables::head::Head;
use write_fonts::tables::hhea::Hhea;
use write_fonts::tables::hmtx::{Hmtx, LongMetric};
use write_fonts::tables::maxp::Maxp;

/// How far a curve may stray, in ems.
const STRAY: f64 = 0.0003;

const CFF: Tag = Tag::new(b"CFF ");

/// The same glyphs with the same numbers. None: there are no such outlines, or one cannot be drawn;
/// the face then stays as it is.
pub(super) fn truetype(font: &FontRef<'_>) -> Option<Vec<u8>> {
    font.cff().ok()?;
    let count = font.maxp().ok()?.num_glyphs();
    let mut head: Head = font.head().ok()?.to_owned_table();
    let mut hhea: Hhea = font.hhea().ok()?.to_owned_table();
    let advances = font.hmtx().ok()?;
    let outlines = font.outline_glyphs();
    let stray = f64::from(head.units_per_em) * STRAY;
    let mut glyphs = GlyfLocaBuilder::new();
    let mut metrics = Vec::new();
    let mut most = Maxp { num_glyphs: count, ..simple_only() };
    for id in (0..count).map(GlyphId::from) {
        let mut pen = Quads { path: BezPath::new(), at: Point::ZERO, stray };
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        outlines.get(id)?.draw(settings, &mut pen).ok()?;
        let glyph = if pen.path.is_empty() {
            Glyph::Empty
        } else {
            Glyph::Simple(SimpleGlyph::from_bezpath(&pen.path).ok()?)
        };
        let Bbox { x_min, .. } = glyph.bbox().unwrap_or_default();
        if let Glyph::Simple(simple) = &glyph {
            let points = simple.contours.iter().map(|contour| contour.len()).sum::<usize>();
            most.max_points = most.max_points.max(u16::try_from(points).ok());
            most.max_contours = most.max_contours.max(u16::try_from(simple.contours.len()).ok());
        }
        metrics.push(LongMetric { advance: advances.advance(id)?, side_bearing: x_min });
        glyphs.add_glyph(&glyph).ok()?;
    }
    let (glyf, loca, format) = glyphs.build();
    head.index_to_loc_format = format as i16;
    hhea.number_of_h_metrics = count;
    let mut builder = FontBuilder::new();
    builder.add_table(&glyf).ok()?.add_table(&loca).ok()?.add_table(&head).ok()?;
    builder.add_table(&hhea).ok()?.add_table(&most).ok()?;
    builder.add_table(&Hmtx::new(metrics, Vec::new())).ok()?;
    for record in font.table_directory().table_records() {
        let tag = record.tag();
        if tag != CFF && !builder.contains(tag) {
            builder.add_raw(tag, font.table_data(tag)?.as_bytes());
        }
    }
    Some(builder.build())
}

/// No glyph is made of others, and none has instructions.
fn simple_only() -> Maxp {
    Maxp {
        max_points: Some(0),
        max_contours: Some(0),
        max_composite_points: Some(0),
        max_composite_contours: Some(0),
        max_zones: Some(2),
        max_twilight_points: Some(0),
        max_storage: Some(0),
        max_function_defs: Some(0),
        max_instruction_defs: Some(0),
        max_stack_elements: Some(0),
        max_size_of_instructions: Some(0),
        max_component_elements: Some(0),
        max_component_depth: Some(0),
        ..Maxp::default()
    }
}

/// Draws with curves of the second degree, which is all that TrueType has.
struct Quads {
    path: BezPath,
    at: Point,
    stray: f64,
}

fn point(x: f32, y: f32) -> Point {
    Point::new(x.into(), y.into())
}

impl OutlinePen for Quads {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = point(x, y);
        self.path.move_to(self.at);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.at = point(x, y);
        self.path.line_to(self.at);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.at = point(x, y);
        self.path.quad_to(point(cx, cy), self.at);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let cubic = CubicBez::new(self.at, point(ax, ay), point(bx, by), point(x, y));
        self.at = cubic.p3;
        match cubics_to_quadratic_splines(&[cubic], self.stray).as_deref() {
            Some([spline]) => {
                spline.to_quads().for_each(|quad| self.path.quad_to(quad.p1, quad.p2))
            }
            _ => cubic
                .to_quads(self.stray)
                .for_each(|(.., quad)| self.path.quad_to(quad.p1, quad.p2)),
        }
    }

    fn close(&mut self) {
        self.path.close_path();
    }
}
