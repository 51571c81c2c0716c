//! The repository's text files, read once.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Built, fetched or written by a run; nobody's handiwork.
const NOT_OURS: [&str; 9] = [
    ".git",
    "dist",
    "gen",
    "node_modules",
    "out",
    "playwright-report",
    "target",
    "test-results",
    "__pycache__",
];

const TEXT: [&str; 15] = [
    "css", "html", "js", "json", "md", "mjs", "py", "rs", "sh", "sql", "toml", "ts", "vue", "yaml",
    "yml",
];

pub struct File {
    /// From the root, with `/`.
    pub path: String,
    pub text: String,
}

impl File {
    #[cfg(test)]
    pub fn invented(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    pub fn is(&self, ending: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, e)| e == ending)
    }

    pub fn in_folder(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }
}

/// Every text file of the repository, by path.
pub static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
    let root = root();
    let mut files = Vec::new();
    read(&root, &root, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files.len() > 50, "the repository was not found at {}", root.display());
    files
});

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ lies in the root").to_owned()
}

pub fn file(path: &str) -> Option<&'static File> {
    FILES.iter().find(|file| file.path == path)
}

fn read(root: &Path, folder: &Path, files: &mut Vec<File>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the repository") {
        let path = entry.expect("an entry of a folder").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_symlink() {
            continue;
        }
        if path.is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                read(root, &path, files);
            }
            continue;
        }
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if !TEXT.contains(&ending.as_str()) {
            continue;
        }
        // A file that another program has just taken away, or that is not UTF-8, is no handiwork of ours.
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let path = path.strip_prefix(root).expect("below the root");
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        files.push(File { path: parts.join("/"), text });
    }
}
