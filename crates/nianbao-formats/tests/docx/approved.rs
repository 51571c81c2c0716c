//! Files as they were approved, kept in the repository.
// The wanted files are the repository's own.
#![allow(clippy::disallowed_methods)]

use std::path::PathBuf;

/// Holds each file to what was found for it. With `BLESS=1` writes what is found as what is wanted.
pub fn are(files: impl IntoIterator<Item = (PathBuf, String)>) {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for (file, found) in files {
        if bless {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, found).unwrap();
        } else if std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n") != found
        {
            wrong.push(format!("--- {}\n{found}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "not as approved; BLESS=1 rewrites:\n{}", wrong.join("\n"));
}
