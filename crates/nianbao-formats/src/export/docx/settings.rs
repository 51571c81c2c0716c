//! word/settings.xml

use crate::export::ooxml::{W, Xml};
use nianbao_core::looks::PageNumbers;

pub fn write(page_numbers: PageNumbers) -> Vec<u8> {
    let mut x = Xml::new(2048);
    x.element("w:settings", &[("xmlns:w", W.into())], |x| {
        x.empty("w:zoom", &[("w:percent", 100.into())]);
        x.val("w:defaultTabStop", 420);
        if page_numbers == PageNumbers::Outer {
            x.empty("w:evenAndOddHeaders", &[]);
        }
        x.val("w:characterSpacingControl", "doNotCompress");
        x.element("w:compat", &[], |x| {
            x.empty("w:balanceSingleByteDoubleByteWidth", &[]);
            // Else a line ended by hand in justified text is stretched over the measure.
            x.empty("w:doNotExpandShiftReturn", &[]);
            x.empty("w:useFELayout", &[]);
            for (name, value) in [
                ("compatibilityMode", "15"),
                ("overrideTableStyleFontSizeAndJustification", "1"),
                ("enableOpenTypeFeatures", "1"),
                ("doNotFlipMirrorIndents", "1"),
                ("differentiateMultirowTableHeaders", "1"),
            ] {
                x.empty(
                    "w:compatSetting",
                    &[
                        ("w:name", name.into()),
                        ("w:uri", "http://schemas.microsoft.com/office/word".into()),
                        ("w:val", value.into()),
                    ],
                );
            }
        });
        x.empty("w:themeFontLang", &[("w:val", "en-US".into()), ("w:eastAsia", "zh-CN".into())]);
        x.val("w:decimalSymbol", ".");
        x.val("w:listSeparator", ",");
    });
    x.finish()
}
