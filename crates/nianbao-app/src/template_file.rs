//! A template on its own, for another 库: JSON with a mark and a version.

use std::path::Path;

use nianbao_core::catalog::Section;
use nianbao_core::record::{Dialect, OwnTemplate};
use serde::{Deserialize, Serialize};

use crate::fault::{Fault, FaultCode, file_name};

const MARK: &str = "nianbao-template";
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct TemplateFile {
    format: String,
    version: u32,
    name: String,
    sections: Vec<Section>,
    #[serde(default)]
    dialect: Option<Dialect>,
}

/// What tells whether the rest can be understood.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// # Errors
/// None that a template can bring about.
pub(crate) fn write(template: &OwnTemplate) -> Result<Vec<u8>, Fault> {
    let file = TemplateFile {
        format: MARK.to_owned(),
        version: VERSION,
        name: template.name.clone(),
        sections: template.sections.clone(),
        dialect: template.dialect,
    };
    let mut bytes = serde_json::to_vec_pretty(&file)
        .map_err(|e| Fault::io(&std::io::Error::other(e), Path::new(&template.name)))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The template without number and key, also where it lacks a part. `path` names the file in faults.
///
/// # Errors
/// It is no template, or one of a newer program.
pub(crate) fn read(bytes: &[u8], path: &Path) -> Result<OwnTemplate, Fault> {
    let not_one = || {
        Fault::new(
            FaultCode::NotATemplate,
            format!("“{}”不是法治年报的模板", file_name(path)),
            "请选择用“导出模板”存下来的文件",
        )
    };
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let head: Head = serde_json::from_slice(bytes).map_err(|_| not_one())?;
    if head.format != MARK {
        return Err(not_one());
    }
    if head.version > VERSION {
        return Err(Fault::new(
            FaultCode::NotATemplate,
            format!("模板“{}”是用更新版本的程序导出的，本程序读不了", file_name(path)),
            "请先更新本程序，再读入这个模板",
        ));
    }
    let file: TemplateFile = serde_json::from_slice(bytes).map_err(|error| {
        Fault::new(
            FaultCode::NotATemplate,
            format!("模板“{}”的内容不完整或有改动，读不出来", file_name(path)),
            format!("请重新导出这个模板，再读入（第{}行）", error.line()),
        )
    })?;
    let TemplateFile { name, sections, dialect, .. } = file;
    Ok(OwnTemplate { name, sections, dialect, ..OwnTemplate::default() })
}

#[cfg(test)]
mod tests {
    use nianbao_core::catalog::Catalog;

    use super::*;

    #[test]
    fn a_template_comes_back_as_it_was_written() {
        for template in &Catalog::built_in().templates {
            let own = OwnTemplate {
                name: template.name.clone(),
                sections: template.sections.clone(),
                dialect: template.dialect,
                ..OwnTemplate::default()
            };
            let back = read(&write(&own).unwrap(), Path::new("模板.json")).unwrap();
            assert_eq!(back, own);
        }
    }

    #[test]
    fn other_files_and_newer_ones_are_refused_with_a_sentence() {
        for (text, meant) in [
            ("", "不是法治年报的模板"),
            ("[1, 2]", "不是法治年报的模板"),
            (r#"{"format": "other", "version": 1}"#, "不是法治年报的模板"),
            (r#"{"format": "nianbao-template", "version": 2}"#, "更新版本"),
            (r#"{"format": "nianbao-template", "version": 1, "name": "甲"}"#, "不完整"),
        ] {
            let fault = read(text.as_bytes(), Path::new("目录/甲.json")).unwrap_err();
            assert!(fault.message.contains(meant), "{text}: {}", fault.message);
            assert!(fault.message.contains("“甲.json”"), "{}", fault.message);
        }
    }
}
