//! Which faces this machine has for a report, in the terminal.

use std::path::Path;

use nianbao_app::Fault;
use serde_json::{Value, json};

use crate::check::latest;
use crate::commands::{desk, list, opened, say, say_json, word};

/// Of a year, with what its text borrows; or, without a 库, of the faces most offices ask for.
pub fn fonts(lib: Option<&Path>, year: Option<i32>, as_json: bool) -> Result<(), Fault> {
    let desk = lib.map_or_else(|| Ok(desk()), opened)?;
    let mut found = desk.call("fonts.list", json!({}))?;
    if lib.is_some() {
        let year = match year {
            Some(year) => year,
            None => latest(&desk.call("app.status", json!({}))?)?,
        };
        let layout = desk.call("pages.lay", json!({ "year": year }))?;
        for key in ["faces", "borrowed", "missing"] {
            found[key] = layout[key].clone();
        }
    }
    if as_json {
        say_json(&found);
    } else {
        tell(&found);
    }
    Ok(())
}

fn tell(found: &Value) {
    let mut told: Vec<&str> = Vec::new();
    for face in list(&found["faces"]) {
        let (part, wanted) = (word(&face["part"]), word(&face["wanted"]));
        let used = match (face["used"].as_str(), face["substitute"].as_bool()) {
            (None, _) => "没有，也没有可以代替的字体".to_owned(),
            (Some(used), Some(true)) => format!("没有，用 {used} 代替"),
            (Some(_), _) => "有".to_owned(),
        };
        say(&format!("{part}：{wanted}，{used}"));
        // Several parts may share a face.
        for file in list(&face["files"]).iter().filter_map(Value::as_str) {
            if !told.contains(&file) {
                say(&format!("    {file}"));
                told.push(file);
            }
        }
    }
    for one in list(&found["borrowed"]) {
        let (used, characters) = (word(&one["used"]), word(&one["characters"]));
        say(&format!("补字：“{characters}”不在所用的字体里，由 {used} 补上"));
    }
    let missing: String = list(&found["missing"]).iter().filter_map(Value::as_str).collect();
    if !missing.is_empty() {
        say(&format!("缺字：“{missing}”没有字体有，排成“〓”"));
    }
    for one in list(&found["refused"]) {
        say(&format!("略过：{}，{}", word(&one["file"]), word(&one["why"])));
    }
    say(&format!("自己的字体文件可以放进 {}", word(&found["folder"])));
}
