//! Bad input: one Chinese sentence, one hint, exit 1, and nothing changed.

use std::fs;
use std::path::Path;

use nianbao_tests::{run, text};

fn is_chinese(line: &str) -> bool {
    line.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// Runs `convert` and `import` on a bad file and looks at what they say and leave.
fn refused(folder: &Path, bad: &Path) {
    let data = folder.join("data");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let lib = at("库.nianbao");
    if !Path::new(&lib).exists() {
        let new = ["new", &lib, "--unit", "云溪市水利局", "--year", "2023"];
        assert_eq!(run(&data, &new).status.code(), Some(0));
    }
    let before = fs::read(&lib).unwrap();
    let out = at("输出.docx");
    let bad = bad.to_str().unwrap();
    for arguments in [
        &["convert", bad, &out][..],
        &["import", &lib, bad, "--year", "2023"],
        &["import", &lib, bad, "--year", "2023", "--dry-run", "--json"],
    ] {
        let output = run(&data, arguments);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines.len(), 2, "{arguments:?}: {said}");
        assert!(is_chinese(lines[0]) && lines[1].starts_with("提示："), "{said}");
    }
    assert!(!Path::new(&out).exists());
    assert_eq!(fs::read(&lib).unwrap(), before);
}

#[test]
fn an_empty_file_and_a_binary_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let cases: [(&str, Vec<u8>); 5] = [
        ("空.txt", Vec::new()),
        ("空白.txt", b" \r\n\t\n".to_vec()),
        ("程序.exe", (0..=255u8).cycle().take(20_000).collect()),
        ("旧版.doc", [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 4096]].concat()),
        ("新版.docx", [b"PK\x03\x04\x14\x00".as_slice(), &[7; 4096]].concat()),
    ];
    for (name, bytes) in cases {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        refused(folder.path(), &path);
    }
}

#[test]
fn fifty_megabytes_of_text_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("很长.txt");
    fs::write(&path, "依法行政，全年办理案件12宗。\n".repeat(50 * 1024 * 1024 / 40)).unwrap();
    assert!(fs::metadata(&path).unwrap().len() > 50_000_000);
    refused(folder.path(), &path);
}

#[test]
fn a_directory_and_a_missing_file_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("文件夹")).unwrap();
    refused(folder.path(), &folder.path().join("文件夹"));
    refused(folder.path(), &folder.path().join("没有.txt"));
}

/// Root may read and write anywhere, so as root these two have nothing to show.
#[cfg(target_os = "linux")]
#[test]
fn a_file_and_a_folder_without_permission_are_refused() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("不可读.txt");
    fs::write(&file, "一、成效").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&file).is_ok() {
        as_nobody(folder.path());
        return;
    }
    refused(folder.path(), &file);
}

/// As root: the same through `setpriv`, which drops to another user.
#[cfg(target_os = "linux")]
fn as_nobody(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    use std::process::Command;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    // The build folder may not be open to others: the program is copied where it can be run.
    let program = folder.join("nianbao");
    fs::copy(nianbao_tests::nianbao(), &program).unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
        command.env("NIANBAO_DATA", "/nonexistent").args(arguments).output().unwrap()
    };
    let secret = folder.join("不可读.txt");
    let open = folder.join("可读.txt");
    fs::write(&open, "云溪市水利局2023年法治政府建设年度报告\n一、依法治水\n严格执法。\n").unwrap();
    let out = folder.join("输出.docx");
    let (secret, open, out) =
        (secret.to_str().unwrap(), open.to_str().unwrap(), out.to_str().unwrap());
    for arguments in [&["convert", secret, out][..], &["convert", open, out]] {
        let output = run(arguments);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
        assert!(said.contains("没有权限"), "{said}");
        assert!(!Path::new(out).exists());
    }
}

/// A file system of 64 KiB, where mounting is allowed.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let small = folder.path().join("小盘");
    fs::create_dir(&small).unwrap();
    let Some(_disk) = nianbao_tests::Disk::mount(&small, "64k") else { return };
    let report = folder.path().join("报告.txt");
    let title = "云溪市水利局2023年法治政府建设年度报告\n一、依法治水\n";
    fs::write(&report, format!("{title}{}", "严格执法。\n".repeat(10))).unwrap();
    let out = small.join("年报.docx");
    fs::write(&out, b"old").unwrap();
    fs::write(small.join("占满"), vec![0u8; 56 * 1024]).unwrap();
    let data = folder.path().join("data");
    let output = run(&data, &["convert", report.to_str().unwrap(), out.to_str().unwrap()]);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("磁盘空间不足"), "{said}");
    assert_eq!(fs::read(&out).unwrap(), b"old");
    assert_eq!(fs::read_dir(&small).unwrap().count(), 2, "nothing half-written stays");
    let lib = small.join("库.nianbao");
    let made = run(&data, &["new", lib.to_str().unwrap(), "--unit", "甲局", "--year", "2023"]);
    assert_eq!(made.status.code(), Some(1));
    assert!(text(&made.stderr).contains("磁盘"), "{}", text(&made.stderr));
    assert!(!lib.exists());
}
