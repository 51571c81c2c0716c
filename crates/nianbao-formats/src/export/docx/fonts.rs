//! word/fontTable.xml: the faces by name, with the names other systems know them by.

use crate::export::ooxml::{W, Xml};
use nianbao_core::looks::{Latin, Looks};

/// Other names of a face, and faces that stand in for it.
const OTHER_NAMES: [(&str, &str); 13] = [
    ("仿宋_GB2312", "FangSong_GB2312,仿宋,FangSong"),
    ("仿宋", "FangSong"),
    ("楷体_GB2312", "KaiTi_GB2312,楷体,KaiTi"),
    ("楷体", "KaiTi"),
    ("黑体", "SimHei"),
    ("宋体", "SimSun"),
    ("宋体-ExtB", "SimSun-ExtB"),
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S,方正小标宋_GBK"),
    ("方正小标宋_GBK", "FZXiaoBiaoSong-B05,方正小标宋简体"),
    ("方正仿宋_GBK", "FZFangSong-Z02,仿宋,FangSong"),
    ("方正楷体_GBK", "FZKai-Z03,楷体,KaiTi"),
    ("方正黑体_GBK", "FZHei-B01,黑体,SimHei"),
    ("华文中宋", "STZhongsong"),
];

pub fn write(style: &Looks, substitutes: &[(char, &'static str)]) -> Vec<u8> {
    let faces = &style.faces;
    let mut names: Vec<&str> =
        vec![&faces.title, &faces.body, &faces.heading1, &faces.heading2, &faces.page_number];
    names.extend(substitutes.iter().map(|s| s.1));
    names.sort_unstable();
    names.dedup();
    let mut x = Xml::new(2048);
    x.element("w:fonts", &[("xmlns:w", W.into())], |x| {
        for name in names {
            font(x, name, true);
        }
        if style.latin == Latin::TimesNewRoman {
            font(x, "Times New Roman", false);
        }
    });
    x.finish()
}

fn font(x: &mut Xml, name: &str, chinese: bool) {
    x.element("w:font", &[("w:name", name.into())], |x| {
        if let Some((_, others)) = OTHER_NAMES.iter().find(|(of, _)| *of == name) {
            x.val("w:altName", *others);
        }
        // 134: GB2312 (0x86).
        x.val("w:charset", if chinese { "86" } else { "00" });
        x.val("w:family", if chinese { "auto" } else { "roman" });
        x.val("w:pitch", "variable");
    });
}
