//! `cargo xtask bench`: beside what people use today and beside the bare thing, as ratios in one run.
//! Never a timed test: a slow machine slows both sides.

mod check;
mod contender;
mod convert;
mod pages;
mod store;

use crate::shell::{Failure, Shell};

/// Without a part: all of them.
pub fn bench(shell: &mut Shell, parts: &[String]) -> Result<(), Failure> {
    let folder = shell.target("bench");
    std::fs::create_dir_all(&folder)
        .map_err(|error| Failure::new(format!("无法新建 {}：{error}", folder.display())))?;
    if let Some(other) =
        parts.iter().find(|part| !["convert", "pages", "store", "check"].contains(&part.as_str()))
    {
        return Err(Failure::new(format!(
            "没有“{other}”这一项；可选 convert、pages、store、check，不写则全做。"
        )));
    }
    let asked = |part: &str| parts.is_empty() || parts.iter().any(|p| p == part);
    if asked("convert") {
        convert::convert(shell, &folder)?;
    }
    if asked("pages") {
        pages::pages(shell, &folder)?;
    }
    if asked("check") {
        check::check(shell, &folder)?;
    }
    if asked("store") {
        store::store(shell, &folder)?;
    }
    Ok(())
}
