//! A page's frame as its objects. What cannot be drawn is said, never left out.

use std::fmt::Write;

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::visualize::{
    CurveItem, FillRule, FixedStroke, Geometry, LineCap, LineJoin, Paint, Shape,
};

use super::faces::Faces;
use super::length::{Length, array};
use super::xml::Xml;
use super::{Ids, TypesetError, text};

pub(super) fn frame(
    x: &mut Xml,
    frame: &Frame,
    origin: Point,
    faces: &mut Faces,
    ids: &mut Ids,
) -> Result<(), TypesetError> {
    for (at, item) in frame.items() {
        let at = origin + *at;
        match item {
            FrameItem::Group(group) => {
                let moved = Point::new(group.transform.tx, group.transform.ty);
                let only_moved = Transform { tx: Abs::zero(), ty: Abs::zero(), ..group.transform };
                if only_moved != Transform::identity() || group.clip.is_some() {
                    return Err(TypesetError::Ofd("a group turned or cut off".to_owned()));
                }
                self::frame(x, &group.frame, at + moved, faces, ids)?;
            }
            FrameItem::Text(item) => text::write(x, item, at, faces, ids)?,
            FrameItem::Shape(item, _) => shape(x, item, at, ids)?,
            FrameItem::Image(..) => return Err(TypesetError::Ofd("a picture".to_owned())),
            // Neither has ink.
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
    Ok(())
}

/// `R G B` unless it is black, and how opaque unless wholly.
pub(super) fn colour(paint: &Paint) -> Result<(Option<String>, Option<String>), TypesetError> {
    let Paint::Solid(colour) = paint else {
        return Err(TypesetError::Ofd("a paint that is no colour".to_owned()));
    };
    let rgb = colour.to_rgb();
    let [r, g, b, a] =
        [rgb.red, rgb.green, rgb.blue, rgb.alpha].map(|part| (part * 255.0).round() as u8);
    let value = ((r, g, b) != (0, 0, 0)).then(|| format!("{r} {g} {b}"));
    Ok((value, (a != 255).then(|| a.to_string())))
}

fn shape(x: &mut Xml, shape: &Shape, at: Point, ids: &mut Ids) -> Result<(), TypesetError> {
    let stroke = shape.stroke.as_ref();
    if shape.fill.is_none() && stroke.is_none() {
        return Ok(());
    }
    let lines = stroke.map(|stroke| (stroke, colour(&stroke.paint)));
    let fill = shape.fill.as_ref().map(colour).transpose()?;
    // Ink on the edge of its box would be cut in half.
    let edge = Abs::mm(0.1);
    let around = shape.bbox(true);
    let corner = around.min - Point::splat(edge);
    let size = around.size() + Point::splat(edge * 2.0).to_size();
    let place = at + corner;
    let boundary = array(&[place.x, place.y, size.x, size.y].map(Length::of));
    let id = ids.next().to_string();
    let mut attrs = vec![("ID", id.as_str()), ("Boundary", &boundary)];
    let mut opaque = None;
    let mut line_attrs = Vec::new();
    let mut line_colour = None;
    if let Some((stroke, painted)) = lines {
        let (value, alpha) = painted?;
        line_colour = value;
        opaque = alpha;
        line_attrs = stroke_attrs(stroke);
    } else {
        attrs.push(("Stroke", "false"));
    }
    let mut fill_colour = None;
    if let Some((value, alpha)) = fill {
        attrs.push(("Fill", "true"));
        fill_colour = value;
        opaque = opaque.or(alpha);
        if shape.fill_rule == FillRule::EvenOdd {
            attrs.push(("Rule", "Even-Odd"));
        }
    }
    attrs.extend(line_attrs.iter().map(|(name, value)| (*name, value.as_str())));
    if let Some(alpha) = &opaque {
        attrs.push(("Alpha", alpha));
    }
    let data = data(&shape.geometry, corner);
    x.element("PathObject", &attrs, |x| {
        if let Some(value) = &line_colour {
            x.empty("StrokeColor", &[("Value", value)]);
        }
        // A fill that is not named is none at all.
        if shape.fill.is_some() {
            x.empty("FillColor", &[("Value", fill_colour.as_deref().unwrap_or("0 0 0"))]);
        }
        x.leaf("AbbreviatedData", &[], &data);
    });
    Ok(())
}

fn stroke_attrs(stroke: &FixedStroke) -> Vec<(&'static str, String)> {
    let mut attrs = vec![("LineWidth", Length::of(stroke.thickness).to_string())];
    match stroke.cap {
        LineCap::Butt => {}
        LineCap::Round => attrs.push(("Cap", "Round".to_owned())),
        LineCap::Square => attrs.push(("Cap", "Square".to_owned())),
    }
    match stroke.join {
        LineJoin::Miter => {
            let limit = Length::of(Abs::mm(stroke.miter_limit.get()));
            attrs.push(("MiterLimit", limit.to_string()));
        }
        LineJoin::Round => attrs.push(("Join", "Round".to_owned())),
        LineJoin::Bevel => attrs.push(("Join", "Bevel".to_owned())),
    }
    if let Some(dash) = &stroke.dash {
        let pattern: Vec<Length> = dash.array.iter().map(|part| Length::of(*part)).collect();
        attrs.push(("DashPattern", array(&pattern)));
        attrs.push(("DashOffset", Length::of(dash.phase).to_string()));
    }
    attrs
}

/// The path, from the corner of its box.
fn data(geometry: &Geometry, corner: Point) -> String {
    let mut out = String::new();
    let mut put = |mark: char, points: &[Point]| {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push(mark);
        for point in points {
            let inside = *point - corner;
            // Writing to a String cannot fail.
            let _ = write!(out, " {} {}", Length::of(inside.x), Length::of(inside.y));
        }
    };
    match geometry {
        Geometry::Line(to) => {
            put('M', &[Point::zero()]);
            put('L', &[*to]);
        }
        Geometry::Rect(size) => {
            put('M', &[Point::zero()]);
            put('L', &[Point::with_x(size.x)]);
            put('L', &[size.to_point()]);
            put('L', &[Point::with_y(size.y)]);
            put('C', &[]);
        }
        Geometry::Curve(curve) => {
            for item in &curve.0 {
                match item {
                    CurveItem::Move(to) => put('M', &[*to]),
                    CurveItem::Line(to) => put('L', &[*to]),
                    CurveItem::Cubic(a, b, to) => put('B', &[*a, *b, *to]),
                    CurveItem::Close => put('C', &[]),
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use typst::layout::{Ratio, Size};
    use typst::visualize::Color;

    use super::*;

    #[test]
    fn a_rectangle_is_drawn_from_the_corner_of_its_box() {
        let size = Size::new(Abs::mm(156.0), Abs::mm(0.35));
        let corner = Point::splat(Abs::mm(-0.1));
        assert_eq!(
            data(&Geometry::Rect(size), corner),
            "M 0.1 0.1 L 156.1 0.1 L 156.1 0.45 L 0.1 0.45 C"
        );
    }

    #[test]
    fn black_is_not_said_and_red_is() {
        let of = |colour| super::colour(&Paint::Solid(colour)).unwrap();
        assert_eq!(of(Color::BLACK), (None, None));
        assert_eq!(of(Color::from_u8(255, 0, 0, 255)), (Some("255 0 0".to_owned()), None));
        assert_eq!(of(Color::from_u8(0, 0, 0, 128)), (None, Some("128".to_owned())));
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        let mut turned = Frame::hard(Size::splat(Abs::mm(10.0)));
        turned.push(
            Point::zero(),
            FrameItem::Shape(
                Geometry::Line(Point::with_x(Abs::mm(5.0))).filled(Color::BLACK),
                typst::syntax::Span::detached(),
            ),
        );
        turned.transform(Transform::scale(Ratio::new(2.0), Ratio::one()));
        let mut refused = None;
        Xml::part("Page", &[], |x| {
            refused =
                frame(x, &turned, Point::zero(), &mut Faces::default(), &mut Ids::default()).err();
        });
        assert!(matches!(refused, Some(TypesetError::Ofd(_))));
    }
}
