//! word/theme/theme1.xml. Nothing in the file refers to it: a theme's faces would beat the official ones.
//! It is here because checkers of the format, and new text boxes in Word, look for one; it names the
//! report's own faces, and black and white.

use crate::export::ooxml::Xml;
use nianbao_core::looks::Looks;

const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

pub fn write(style: &Looks) -> Vec<u8> {
    let mut x = Xml::new(4096);
    x.element("a:theme", &[("xmlns:a", A.into()), ("name", "公文".into())], |x| {
        x.element("a:themeElements", &[], |x| {
            colours(x);
            x.element("a:fontScheme", &[("name", "公文".into())], |x| {
                faces(x, "a:majorFont", &style.faces.title);
                faces(x, "a:minorFont", &style.faces.body);
            });
            formats(x);
        });
    });
    x.finish()
}

fn colours(x: &mut Xml) {
    const NAMES: [(&str, &str); 12] = [
        ("a:dk1", "000000"),
        ("a:lt1", "FFFFFF"),
        ("a:dk2", "000000"),
        ("a:lt2", "FFFFFF"),
        ("a:accent1", "C00000"),
        ("a:accent2", "404040"),
        ("a:accent3", "595959"),
        ("a:accent4", "737373"),
        ("a:accent5", "8C8C8C"),
        ("a:accent6", "A6A6A6"),
        ("a:hlink", "000000"),
        ("a:folHlink", "000000"),
    ];
    x.element("a:clrScheme", &[("name", "公文".into())], |x| {
        for (name, colour) in NAMES {
            x.element(name, &[], |x| x.empty("a:srgbClr", &[("val", colour.into())]));
        }
    });
}

fn faces(x: &mut Xml, name: &'static str, face: &str) {
    x.element(name, &[], |x| {
        x.empty("a:latin", &[("typeface", face.into())]);
        x.empty("a:ea", &[("typeface", face.into())]);
        x.empty("a:cs", &[("typeface", "".into())]);
    });
}

/// Three of each, as the format demands; all plain.
fn formats(x: &mut Xml) {
    let fill = |x: &mut Xml| {
        x.element("a:solidFill", &[], |x| x.empty("a:schemeClr", &[("val", "phClr".into())]));
    };
    x.element("a:fmtScheme", &[("name", "公文".into())], |x| {
        x.element("a:fillStyleLst", &[], |x| (0..3).for_each(|_| fill(x)));
        x.element("a:lnStyleLst", &[], |x| {
            for width in [6350, 12700, 19050] {
                x.element("a:ln", &[("w", width.into())], fill);
            }
        });
        x.element("a:effectStyleLst", &[], |x| {
            for _ in 0..3 {
                x.element("a:effectStyle", &[], |x| x.empty("a:effectLst", &[]));
            }
        });
        x.element("a:bgFillStyleLst", &[], |x| (0..3).for_each(|_| fill(x)));
    });
}
