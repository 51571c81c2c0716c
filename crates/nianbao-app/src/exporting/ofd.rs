//! Laid-out pages as OFD.

use super::{Format, Made, Make};
use crate::typesetting;

/// On trial until it was opened in the readers that bureaus have.
pub(super) const FORMAT: Format = Format {
    key: "ofd",
    ending: "ofd",
    name: "OFD（试验）",
    purpose: "电子公文系统收的版式文件；正在试验，送出前请先用数科、福昕或 WPS 打开看一遍",
    editions: true,
    make: Make::Pages(|pages| {
        let file = pages.ofd(typesetting::now())?;
        let by_name = |family: &String| {
            format!("字体“{family}”的许可不让放进文件，别的电脑上会按这个名字另找字体")
        };
        let faults = file.named_only.iter().map(by_name).collect();
        Ok(Made {
            bytes: file.bytes,
            left_out: pages.missing().to_vec(),
            faults,
            ..Made::default()
        })
    }),
};
