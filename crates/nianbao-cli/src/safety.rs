//! Backups, and what to do with a damaged file.

use std::path::Path;

use nianbao_app::{Desk, Env, Fault, FaultCode};
use serde_json::json;

use crate::commands::{Done, list, opened, say, say_json, text, word};

pub fn backup(lib: &Path, to: Option<&Path>) -> Done {
    let desk = opened(lib)?;
    let made = match to {
        Some(to) => desk.call("library.copy", json!({ "path": text(to)? }))?,
        None => desk.call("backup.make", json!({}))?,
    };
    say(&format!("已备份：{}", word(&made["path"])));
    Ok(())
}

pub fn backups(json: bool) -> Done {
    let sets = Desk::new(Env::of_this_user()).call("backup.list", json!({}))?;
    if json {
        say_json(&sets);
        return Ok(());
    }
    let sets = list(&sets);
    for set in sets {
        let gone = if set["gone"] == true { "（原文件不在了）" } else { "" };
        say(&format!("{} {}{gone}", word(&set["unit"]), word(&set["path"])));
        for one in list(&set["backups"]) {
            say(&format!("    {} {}", word(&one["at"]), word(&one["path"])));
        }
    }
    if sets.is_empty() {
        say("还没有备份");
    }
    Ok(())
}

pub fn restore(from: &Path, to: &Path) -> Done {
    let desk = Desk::new(Env::of_this_user());
    let seen = desk.call("backup.preview", json!({ "path": text(from)? }))?;
    desk.call("backup.restore", json!({ "from": text(from)?, "to": text(to)? }))?;
    say(&format!("已恢复到新文件：{}", to.display()));
    say(&format!(
        "{}，最后一步：{} {}",
        word(&seen["unit"]),
        word(&seen["last_at"]),
        word(&seen["last"])
    ));
    Ok(())
}

pub fn salvage(from: &Path, to: &Path) -> Done {
    let desk = Desk::new(Env::of_this_user());
    let saved = desk.call("library.salvage", json!({ "from": text(from)?, "to": text(to)? }))?;
    say(word(&saved["message"]));
    if saved["undo_lost"] == true {
        say("以前的步骤不能再撤销");
    }
    Ok(())
}

/// An error where the file is damaged.
pub fn verify(lib: &Path) -> Done {
    let desk = opened(lib)?;
    let found = desk.call("library.verify", json!({}))?;
    if found["sound"] == true {
        say(word(&found["message"]));
        return Ok(());
    }
    Err(Fault::new(FaultCode::Damaged, word(&found["message"]), word(&found["hint"])))
}
