//! 体检 in the terminal.

use std::path::Path;

use nianbao_app::{Fault, FaultCode};
use serde_json::{Value, json};

use crate::commands::{list, opened, say, say_json, text, word};

/// Where the result goes as a Word file, and whether as comments beside the report.
#[derive(Clone, Copy)]
pub struct Review<'a> {
    pub to: &'a Path,
    pub comments: bool,
}

/// Whether there are errors.
pub fn check(
    file: &Path,
    (year, edition): &(Option<i32>, String),
    as_json: bool,
    review: Option<Review<'_>>,
) -> Result<bool, Fault> {
    let library = file.extension().is_some_and(|e| e.eq_ignore_ascii_case("nianbao"));
    let done = if library {
        let desk = opened(file)?;
        let year = match year {
            Some(year) => *year,
            None => latest(&desk.call("app.status", json!({}))?)?,
        };
        if let Some(Review { to, comments }) = review {
            let form = if comments { "comments" } else { "sheet" };
            let args = json!({
                "year": year,
                "edition": edition,
                "path": text(to)?,
                "form": form,
                "overwrite": true,
            });
            desk.call("check.review", args)?;
        }
        if edition == "public" && !as_json {
            to_look_over(&desk.call("publication.list", json!({ "year": year }))?);
        }
        desk.call("check.run", json!({ "year": year, "edition": edition, "pages": true }))?
    } else if review.is_some() {
        return Err(Fault::new(
            FaultCode::Unsupported,
            "只有库里的年度可以导出体检意见",
            "请先用 nianbao import 把这份报告读入库里",
        ));
    } else {
        serde_json::to_value(nianbao_app::check_file(file)?)
            .map_err(|e| Fault::new(FaultCode::Panic, e.to_string(), "请重试"))?
    };
    if as_json {
        say_json(&for_scripts(&done));
    } else {
        tell(&done);
        if let Some(Review { to, .. }) = review {
            say(&format!("已导出：{}", to.display()));
        }
    }
    Ok(done["counts"]["error"].as_u64().unwrap_or(0) > 0)
}

pub fn latest(status: &Value) -> Result<i32, Fault> {
    let years = list(&status["library"]["years"]);
    let numbers = years.iter().filter_map(|year| year.as_i64().or_else(|| year["year"].as_i64()));
    numbers.max().and_then(|year| i32::try_from(year).ok()).ok_or_else(|| {
        Fault::new(FaultCode::NoSuchYear, "库里还没有年度", "请用 --year 写明是哪个年度")
    })
}

/// What scripts may lean on; the rest is the screen's.
fn for_scripts(done: &Value) -> Value {
    let kept = ["code", "severity", "message", "hint", "at", "record", "fix"];
    let findings = list(&done["findings"]).iter().map(|found| {
        let fields = kept.iter().map(|key| ((*key).to_owned(), found[*key].clone()));
        Value::Object(fields.collect())
    });
    json!({
        "findings": findings.collect::<Vec<_>>(),
        "counts": done["counts"],
        "rules_run": done["rules_run"],
    })
}

/// A place in its paragraph, in one line.
fn shown(excerpt: &Value) -> String {
    let parts = ["before", "marked", "after"].map(|key| word(&excerpt[key]).replace('\n', " "));
    let [before, marked, after] = parts;
    format!("{before}【{marked}】{after}")
}

/// What nobody has ticked off yet before publication. It is no finding.
fn to_look_over(publication: &Value) {
    let places = list(&publication["places"]);
    for place in places.iter().filter(|place| place["seen"] == false) {
        say(&format!("公开前看一遍 {}\n    {}", word(&place["what"]), shown(&place["excerpt"])));
    }
    if publication["unseen"].as_u64().is_some_and(|unseen| unseen > 0) {
        say(&format!(
            "公开前还有 {} 处要看一遍，在“体检”里选公开版，逐处打勾",
            publication["unseen"]
        ));
    }
}

fn tell(done: &Value) {
    for found in list(&done["findings"]) {
        let severity = match found["severity"].as_str() {
            Some("error") => "错误",
            Some("warning") => "警告",
            _ => "提示",
        };
        say(&format!("{severity} {} {}", word(&found["code"]), word(&found["message"])));
        let excerpt = &found["excerpt"];
        if word(&excerpt["marked"]).is_empty() {
            let place = word(&found["place"]);
            if !place.is_empty() {
                say(&format!("    {place}"));
            }
        } else {
            say(&format!("    {}", shown(excerpt)));
        }
        if !word(&found["hint"]).is_empty() {
            say(&format!("    {}", word(&found["hint"])));
        }
    }
    let counts = &done["counts"];
    say(&format!(
        "错误 {} 处，警告 {} 处，提示 {} 处；查了 {} 条规则",
        counts["error"], counts["warning"], counts["hint"], done["rules_run"]
    ));
}
