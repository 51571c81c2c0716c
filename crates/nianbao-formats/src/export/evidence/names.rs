//! Names that are right on Windows and Linux, in Chinese, whatever the evidence is called.

use std::collections::BTreeSet;

use nianbao_core::directory::DirectoryLine;
use nianbao_core::record::Id;
use serde::Serialize;
use ts_rs::TS;

/// What goes into the folder or the ZIP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Package {
    /// The folder's name, and the ZIP's without its ending.
    pub folder: String,
    /// The directory's name, as XLSX.
    pub directory: String,
    pub files: Vec<PackageFile>,
    /// Numbers of the evidence that has no file.
    pub without_file: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackageFile {
    pub id: Id,
    /// In the 佐证目录.
    pub number: usize,
    pub name: String,
    /// Where the file lies now.
    pub path: String,
    /// The 库 holds a copy.
    pub copied: bool,
}

/// The most characters of a title in a file's name: three bytes each, and Linux allows 255 in all.
const MOST_OF_TITLE: usize = 60;

/// Plans the package: `03 会议纪要.pdf`, numbered as the directory is.
pub fn package(lines: &[DirectoryLine], unit: &str, year: i32) -> Package {
    let digits = lines.len().to_string().len().max(2);
    let mut taken = BTreeSet::new();
    let mut package = Package {
        folder: safe_name(&format!("{unit}{year}年佐证材料"), MOST_OF_TITLE),
        directory: format!("{:0digits$} 佐证目录.xlsx", 0),
        files: Vec::new(),
        without_file: Vec::new(),
    };
    for line in lines {
        if line.path.trim().is_empty() && !line.copied {
            package.without_file.push(line.number);
            continue;
        }
        let (stem, ending) = parts(&line.path);
        let title = line.title.trim();
        let title = title.strip_suffix(&ending).unwrap_or(title);
        let title = safe_name(if title.trim().is_empty() { stem } else { title }, MOST_OF_TITLE);
        let mut name = format!("{:0digits$} {title}{ending}", line.number);
        // Windows knows no difference between A and a. Numbers differ, so this ends at once.
        while !taken.insert(name.to_lowercase()) {
            name.insert(0, '_');
        }
        package.files.push(PackageFile {
            id: line.id,
            number: line.number,
            name,
            path: line.path.clone(),
            copied: line.copied,
        });
    }
    package
}

/// A path's name without its ending, and the ending with its dot: of Windows or Linux, wherever we run.
/// An ending is a few Latin letters or digits.
fn parts(path: &str) -> (&str, String) {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    match name.rsplit_once('.') {
        Some((stem, ending))
            if !stem.is_empty()
                && (1..=8).contains(&ending.len())
                && ending.bytes().all(|b| b.is_ascii_alphanumeric()) =>
        {
            (stem, format!(".{ending}"))
        }
        _ => (name, String::new()),
    }
}

/// A name for a file or folder without its ending, at most so many characters: signs that Windows
/// forbids become their full-width likes, invisible ones go, and no device is named.
pub fn safe_name(text: &str, most: usize) -> String {
    let mut name: String = text.chars().filter_map(allowed).take(most).collect();
    // Windows drops dots and spaces at the end, and then two names may be one.
    while name.ends_with(['.', ' ', '\u{3000}']) {
        name.pop();
    }
    let name = name.trim_start();
    let name = if name.is_empty() { "佐证" } else { name };
    if is_device(name) { format!("_{name}") } else { name.to_owned() }
}

fn allowed(c: char) -> Option<char> {
    Some(match c {
        '<' => '＜',
        '>' => '＞',
        ':' => '：',
        '"' => '＂',
        '/' => '／',
        '\\' => '＼',
        '|' => '｜',
        '?' => '？',
        '*' => '＊',
        '\n' | '\t' | '\u{A0}' => ' ',
        // Marks of direction make `gpj.exe` look like `exe.jpg`.
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{AD}'
        | '\u{FFFE}'
        | '\u{FFFF}' => return None,
        c if c.is_control() => return None,
        c => c,
    })
}

/// Names that Windows keeps for devices, with any ending: CON, COM1, nul.txt.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |device: &str| {
        let number = stem.strip_prefix(device).unwrap_or_default();
        number.chars().count() == 1 && number.chars().all(|c| "0123456789¹²³".contains(c))
    };
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&stem.as_str())
        || numbered("COM")
        || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_on_windows_and_stay_chinese() {
        for (text, meant) in [
            ("会议纪要", "会议纪要"),
            ("关于“三项制度”的通知〔2023〕5号", "关于“三项制度”的通知〔2023〕5号"),
            ("甲:乙/丙\\丁?*<>|\"", "甲：乙／丙＼丁？＊＜＞｜＂"),
            ("  前后空格 . ", "前后空格"),
            ("两行\n标题", "两行 标题"),
            ("看\u{202E}gpj\u{200B}\u{2}", "看gpj"),
            ("", "佐证"),
            ("...", "佐证"),
            ("CON", "_CON"),
            ("nul.表", "_nul.表"),
            ("COM1", "_COM1"),
            ("COM10", "COM10"),
            ("LPT²", "_LPT²"),
            ("CONSOLE", "CONSOLE"),
            ("䶮㛃𬭎", "䶮㛃𬭎"),
        ] {
            assert_eq!(safe_name(text, 60), meant, "{text:?}");
        }
        assert_eq!(safe_name(&"长".repeat(100), 60).chars().count(), 60);
    }

    #[test]
    fn an_ending_is_kept_and_never_doubled() {
        for (path, stem, ending) in [
            ("C:\\材料\\纪要.pdf", "纪要", ".pdf"),
            ("/home/甲/纪要.v2.docx", "纪要.v2", ".docx"),
            ("纪要", "纪要", ""),
            ("纪要.最终稿", "纪要.最终稿", ""),
            ("/a/.bashrc", ".bashrc", ""),
            ("", "", ""),
        ] {
            assert_eq!(parts(path), (stem, ending.to_owned()), "{path}");
        }
    }

    #[test]
    fn files_are_numbered_as_the_directory_is() {
        let line = |number, title: &str, path: &str| DirectoryLine {
            number,
            id: Id(i64::try_from(number).unwrap()),
            title: title.to_owned(),
            document: String::new(),
            date: None,
            page: String::new(),
            path: path.to_owned(),
            copied: false,
            proves: Vec::new(),
        };
        let lines = [
            line(1, "纪要.pdf", "D:\\a.pdf"),
            line(2, "没有文件", ""),
            line(3, "", "/tmp/照片：一.JPG"),
            line(4, &"长".repeat(300), "/tmp/x.docx"),
        ];
        let package = package(&lines, "清禾县司法局", 2023);
        assert_eq!(package.folder, "清禾县司法局2023年佐证材料");
        assert_eq!(package.directory, "00 佐证目录.xlsx");
        assert_eq!(package.without_file, [2]);
        let names: Vec<_> = package.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names[..2], ["01 纪要.pdf", "03 照片：一.JPG"]);
        assert!(names.iter().all(|name| name.len() <= 255));
    }
}
