//! A run of glyphs as text objects: what is read, where it stands and with which glyphs.

use std::ops::Range;

use typst::layout::{Abs, Point};
use typst::text::TextItem;

use super::draw::colour;
use super::faces::Faces;
use super::length::{Length, steps};
use super::xml::Xml;
use super::{Ids, TypesetError};

/// Part of a run in which a character is one glyph, or one cluster that is not so.
struct Piece<'a> {
    text: &'a str,
    glyphs: Vec<u16>,
    /// Where the origin of each glyph stands on the page.
    places: Vec<Point>,
    /// Where the last glyph ends.
    end: Abs,
}

pub(super) fn write(
    x: &mut Xml,
    item: &TextItem,
    at: Point,
    faces: &mut Faces,
    ids: &mut Ids,
) -> Result<(), TypesetError> {
    if item.stroke.is_some() {
        return Err(TypesetError::Ofd("text with an outline".to_owned()));
    }
    let (colour, alpha) = colour(&item.fill)?;
    let face = faces.face(&item.font, ids);
    let metrics = item.font.metrics();
    // What is drawn beyond its box is cut off: ink stands over a little on every side.
    let up = metrics.ascender.at(item.size).max(item.size);
    let down = (-metrics.descender.at(item.size)).max(item.size * 0.3);
    let aside = item.size * 0.2;
    for piece in pieces(item, at) {
        let (Some(first), Some(left)) =
            (piece.places.first(), piece.places.iter().map(|p| p.x).min())
        else {
            continue;
        };
        let corner = Point::new(left - aside, first.y - up);
        let size = Point::new(piece.end - left + aside * 2.0, up + down);
        let boundary = [corner.x, corner.y, size.x, size.y].map(Length::of);
        let glyphs: Vec<u16> = piece.glyphs.iter().map(|glyph| face.glyph(*glyph)).collect();
        let mut characters = piece.text.chars();
        if let (Some(c), None, [glyph]) = (characters.next(), characters.next(), &glyphs[..]) {
            face.stands_for(c, *glyph);
        } else if piece.text.chars().count() == glyphs.len() {
            piece.text.chars().zip(&glyphs).for_each(|(c, glyph)| face.stands_for(c, *glyph));
        }
        let inside = |length: fn(&Point) -> Abs, from: Abs| -> Vec<Length> {
            piece.places.iter().map(|p| Length::of(length(p) - from)).collect()
        };
        let across = inside(|p| p.x, corner.x);
        let along = inside(|p| p.y, corner.y);
        let [x0, y0] =
            [&across, &along].map(|l| l.first().copied().unwrap_or_default().to_string());
        let [dx, dy] = [steps(&across), steps(&along)];
        let mut code = vec![("X", x0.as_str()), ("Y", y0.as_str())];
        if !dx.is_empty() {
            code.push(("DeltaX", &dx));
        }
        if along.iter().any(|y| Some(y) != along.first()) {
            code.push(("DeltaY", &dy));
        }
        let boundary = super::length::array(&boundary);
        let (id, font) = (ids.next().to_string(), face.id.to_string());
        let size = Length::of(item.size).to_string();
        let mut attrs =
            vec![("ID", id.as_str()), ("Boundary", &boundary), ("Font", &font), ("Size", &size)];
        if let Some(alpha) = &alpha {
            attrs.push(("Alpha", alpha));
        }
        let embeds = face.embeds;
        x.element("TextObject", &attrs, |x| {
            if let Some(colour) = &colour {
                x.empty("FillColor", &[("Value", colour)]);
            }
            if embeds {
                glyphs_of(x, piece.text.chars().count(), &glyphs);
            }
            x.leaf("TextCode", &code, piece.text);
        });
    }
    Ok(())
}

/// Which glyphs stand for the characters of a text.
fn glyphs_of(x: &mut Xml, characters: usize, glyphs: &[u16]) {
    let (codes, count) = (characters.to_string(), glyphs.len().to_string());
    let numbers: Vec<String> = glyphs.iter().map(u16::to_string).collect();
    let attrs = [("CodePosition", "0"), ("CodeCount", &*codes), ("GlyphCount", &*count)];
    x.element("CGTransform", &attrs, |x| x.leaf("Glyphs", &[], &numbers.join(" ")));
}

/// Cut so that no reader can count otherwise than we do: a ligature stands alone, and so does a
/// character that is two units of UTF-16.
fn pieces(item: &TextItem, at: Point) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut pen = at;
    // Bytes of the text that the piece at hand has, while more may follow.
    let mut open: Option<Range<usize>> = None;
    let mut glyphs = item.glyphs.iter().peekable();
    while let Some(first) = glyphs.next() {
        let range = first.range();
        let mut cluster = vec![first];
        while let Some(next) = glyphs.next_if(|next| next.range() == range) {
            cluster.push(next);
        }
        let text = item.text.get(range.clone()).unwrap_or_default();
        let mut characters = text.chars();
        let plain = cluster.len() == 1
            && characters.next().is_some_and(|c| c.len_utf16() == 1)
            && characters.next().is_none();
        // From right to left, what stands next is not what is read next.
        let start = match open.filter(|open| plain && open.end == range.start) {
            Some(open) => open.start,
            None => {
                pieces.push(Piece { text: "", glyphs: vec![], places: vec![], end: pen.x });
                range.start
            }
        };
        if let Some(piece) = pieces.last_mut() {
            piece.text = item.text.get(start..range.end).unwrap_or_default();
            for glyph in cluster {
                let off = Point::new(glyph.x_offset.at(item.size), -glyph.y_offset.at(item.size));
                piece.glyphs.push(glyph.id);
                piece.places.push(pen + off);
                pen.x += glyph.x_advance.at(item.size);
                pen.y -= glyph.y_advance.at(item.size);
            }
            piece.end = pen.x;
        }
        open = plain.then_some(start..range.end);
    }
    pieces
}
