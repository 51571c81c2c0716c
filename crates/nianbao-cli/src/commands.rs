//! Each friendly command is a few calls through the one door.

use std::io::{self, Write};
use std::path::Path;

use nianbao_app::{ChangeKind, Desk, Env, Fault, FaultCode, Revisions};
use serde_json::{Value, json};

pub type Done = Result<(), Fault>;

pub fn desk() -> Desk {
    Desk::new(Env::of_this_user())
}

pub fn opened(lib: &Path) -> Result<Desk, Fault> {
    let desk = desk();
    let status = desk.call("library.open", json!({ "path": text(lib)? }))?;
    for notice in list(&status["library"]["notices"]) {
        let (message, hint) = (word(&notice["message"]), word(&notice["hint"]));
        drop(writeln!(io::stderr(), "注意：{message}\n提示：{hint}"));
    }
    Ok(desk)
}

pub fn text(path: &Path) -> Result<&str, Fault> {
    path.to_str().ok_or_else(|| {
        Fault::new(FaultCode::Refused, "路径里有无法识别的字符", "请把文件改名或换一个文件夹")
    })
}

/// Prints a line; a reader who hung up is no fault of ours.
pub fn say(line: &str) {
    drop(writeln!(io::stdout(), "{line}"));
}

/// A word of a reply; empty where there is none.
pub fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A list of a reply; empty where there is none.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub fn say_json(value: &Value) {
    say(&format!("{value:#}"));
}

pub fn say_fault(fault: &Fault) {
    drop(writeln!(io::stderr(), "{}\n提示：{}", fault.message, fault.hint));
}

pub fn new(lib: &Path, unit: &str, short: &str, kind: &str, year: i32, template: &str) -> Done {
    desk().call(
        "library.create",
        json!({
            "path": text(lib)?,
            "unit": { "name": unit, "short": short, "unit_kind": kind },
            "year": year,
            "template": template,
        }),
    )?;
    say(&format!("已新建：{}", lib.display()));
    Ok(())
}

pub fn sample(lib: &Path) -> Done {
    nianbao_app::write_sample(lib)?;
    say(&format!("已写出示例：{}", lib.display()));
    Ok(())
}

pub fn import_dry(file: &Path, revisions: Revisions, json: bool) -> Done {
    let reading = nianbao_app::read_file(file, revisions)?;
    let proposal = &reading.proposal;
    if json {
        say_json(
            &serde_json::to_value(proposal)
                .map_err(|e| Fault::new(FaultCode::Panic, e.to_string(), ""))?,
        );
        return Ok(());
    }
    say(&format!("标题：{}", proposal.title));
    say(&format!("单位：{}", proposal.unit));
    say(&format!(
        "年度：{}",
        proposal.year.map_or_else(|| "没有找到".to_owned(), |year| year.to_string())
    ));
    for block in &proposal.blocks {
        let start: String = block.title.chars().chain(block.body.chars()).take(30).collect();
        let role = serde_json::to_value(block.role).unwrap_or_default();
        say(&format!("{:<12} {}{start}", role.as_str().unwrap_or_default(), block.number));
    }
    say(&format!(
        "数据 {} 个，半角标点 {} 处可改为全角",
        proposal.figures.len(),
        proposal.punctuation.len()
    ));
    for change in &proposal.changes {
        let what = match change.kind {
            ChangeKind::Inserted => "修订插入",
            ChangeKind::Deleted => "修订删除",
            ChangeKind::MovedHere => "移来",
            ChangeKind::MovedAway => "移走",
        };
        let taken = if change.taken { "已读入" } else { "未读入" };
        say(&format!("{what}（{}，{taken}）：{}", change.who, change.text));
    }
    for comment in &proposal.comments {
        say(&format!("批注（{}）对“{}”：{}", comment.who, comment.about, comment.text));
    }
    for dropped in &proposal.dropped {
        let start: String = dropped.text.chars().take(30).collect();
        say(&format!("未读入（{}）：{start}", dropped.why));
    }
    Ok(())
}

/// How a report is taken.
pub struct Taking {
    pub year: i32,
    pub full_width: bool,
    pub revisions: Revisions,
}

pub fn import(lib: &Path, file: &Path, taking: &Taking, json: bool) -> Done {
    let desk = opened(lib)?;
    let mut args =
        desk.call("import.read", json!({ "path": text(file)?, "revisions": taking.revisions }))?;
    let count = |key: &str| args["proposal"][key].as_array().map_or(0, Vec::len);
    let (blocks, dropped, figures) = (count("blocks"), count("dropped"), count("figures"));
    args["year"] = json!(taking.year);
    args["full_width"] = json!(taking.full_width);
    let changed = desk.call("import.accept", args)?;
    if json {
        say_json(&changed);
    } else {
        say(&format!(
            "已读入 {blocks} 段、{figures} 个数据，另有 {dropped} 处没有读入（用 --dry-run 查看）"
        ));
    }
    Ok(())
}

/// `of`: which document, and of the report which edition.
/// Which document, in which edition; of 述法报告 whose.
pub struct Of {
    pub document: String,
    pub edition: String,
    pub post: String,
}

pub fn export(lib: &Path, year: i32, of: &Of, format: Option<&str>, to: &Path) -> Done {
    let mut args = json!({
        "year": year,
        "document": of.document,
        "edition": of.edition,
        "post": of.post,
        "path": text(to)?,
        "overwrite": true,
    });
    if let Some(format) = format {
        args["format"] = json!(format);
    }
    let done = opened(lib)?.call("export.write", args)?;
    let count = match done["files"].as_u64() {
        Some(files) if files > 0 => format!("{files} 个文件"),
        _ => format!("{} 段", done["paragraphs"]),
    };
    say(&format!("已导出：{}（{count}，{} 字节）", to.display(), done["bytes"]));
    for key in ["faults", "notes"] {
        for sentence in list(&done[key]) {
            say(word(sentence));
        }
    }
    let left_out = list(&done["left_out"]);
    if !left_out.is_empty() {
        let codes: Vec<&str> = left_out.iter().filter_map(Value::as_str).take(10).collect();
        let more = if left_out.len() > codes.len() { "等" } else { "" };
        let count = left_out.len();
        say(&format!("有 {count} 个字符没能写进去或没有字形：{}{more}", codes.join("、")));
    }
    Ok(())
}

pub fn differences(lib: &Path, year: i32, to: &Path) -> Done {
    let desk = opened(lib)?;
    let lines = desk.call("draft.differences", json!({ "year": year }))?;
    let args = json!({
        "year": year,
        "document": "differences",
        "path": text(to)?,
        "overwrite": true,
    });
    desk.call("export.write", args)?;
    let count = lines.as_array().map_or(0, Vec::len);
    say(&format!("已写出差异清单：{}（{count} 处）", to.display()));
    Ok(())
}

pub fn convert(file: &Path, out: &Path, full_width: bool) -> Done {
    let done = nianbao_app::convert(file, out, full_width)?;
    say(&format!("已排好：{}（{} 段，{} 字节）", out.display(), done.paragraphs, done.bytes));
    done.notes.iter().for_each(|sentence| say(sentence));
    Ok(())
}

/// What comes along from the year before.
#[derive(Clone, Copy)]
pub struct Along {
    pub structure: bool,
    pub plans: bool,
    pub problems: bool,
    pub figures: bool,
}

pub fn carry(lib: &Path, from: i32, to: i32, along: Along) -> Done {
    let args = json!({
        "from": from,
        "to": to,
        "structure": along.structure,
        "plans": along.plans,
        "problems": along.problems,
        "figures": along.figures,
    });
    let changed = opened(lib)?.call("year.carry", args)?;
    let records = list(&changed["records"]);
    let count = |kind: &str| records.iter().filter(|record| record["kind"] == kind).count();
    say(&format!(
        "已由{from}年带到{to}年：领域 {} 个，待落实的事项 {} 条，数据 {} 个",
        count("area"),
        count("achievement"),
        count("figure")
    ));
    Ok(())
}

pub fn search(lib: &Path, words: &[String], json: bool) -> Done {
    let found = opened(lib)?.call("search.find", json!({ "words": words.join(" ") }))?;
    if json {
        say_json(&found);
        return Ok(());
    }
    let hits = list(&found["hits"]);
    for hit in hits {
        let text = |key: &str| word(&hit[key]);
        let year = hit["year"].as_i64().map_or_else(String::new, |year| format!("{year}年 "));
        say(&format!("{year}{}\n    {}", text("name"), text("excerpt")));
    }
    match (hits.is_empty(), found["more"].as_bool()) {
        (true, _) => say("没有找到"),
        (false, Some(true)) => say(&format!("以上是前 {} 条，还有更多", hits.len())),
        (false, _) => say(&format!("共 {} 条", hits.len())),
    }
    Ok(())
}

/// What a proposal of two thousand lines needs: no command line is so long.
fn piped() -> Result<String, Fault> {
    io::read_to_string(io::stdin()).map_err(|_| {
        Fault::new(
            FaultCode::BadArguments,
            "标准输入里的参数读不出来",
            "请把参数存成 UTF-8 编码的文件，再用 < 送进来",
        )
    })
}

pub fn call(lib: &Path, name: &str, args: &str) -> Done {
    let args = if args == "-" { piped()? } else { args.to_owned() };
    let args: Value = serde_json::from_str(&args).map_err(|e| {
        Fault::new(
            FaultCode::BadArguments,
            format!("参数不是 JSON：{e}"),
            "例如：nianbao call 库.nianbao year.get '{\"year\":2023}'",
        )
    })?;
    let desk = if name == "help" { desk() } else { opened(lib)? };
    say_json(&desk.call(name, args)?);
    Ok(())
}
