//! The forms scripts depend on, and their exit codes.

use nianbao_tests::{run, text};

#[test]
fn a_library_is_made_filled_by_calls_and_exported() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let data = folder.path().join("data");
    let lib = at("甲局 2023.nianbao");
    let new = ["new", &lib, "--unit", "云溪市水利局", "--short", "我局", "--kind", "department"];
    let made = run(&data, &[&new[..], &["--year", "2023", "--template", "flat"]].concat());
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let again = run(&data, &[&new[..], &["--year", "2023"]].concat());
    assert_eq!(again.status.code(), Some(1));
    assert!(text(&again.stderr).contains("提示："));

    let plan = r#"{"record":{"kind":"plan","year":2023,"title":"修订河道管理办法"}}"#;
    let added = run(&data, &["call", &lib, "record.add", plan]);
    assert_eq!(added.status.code(), Some(0), "{}", text(&added.stderr));
    assert!(text(&added.stdout).contains("修订河道管理办法"));

    let out = at("年报.docx");
    let exported = run(&data, &["export", &lib, "--year", "2023", "--to", &out]);
    assert_eq!(exported.status.code(), Some(0), "{}", text(&exported.stderr));
    assert!(std::fs::read(&out).unwrap().starts_with(b"PK"));
}

#[test]
fn every_call_is_in_help_with_its_types_and_is_reached_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let (data, lib) = (folder.path().join("data"), folder.path().join("示例.nianbao"));
    let lib = lib.to_str().unwrap();
    assert_eq!(run(&data, &["sample", lib]).status.code(), Some(0));
    let help = run(&data, &["call", lib, "help"]);
    let help: serde_json::Value = serde_json::from_slice(&help.stdout).unwrap();
    let told = help["calls"].as_array().unwrap();
    let names: Vec<&str> = told.iter().map(|call| call["name"].as_str().unwrap()).collect();
    let all: Vec<&str> = nianbao_app::CALLS.iter().map(|call| call.name).collect();
    assert_eq!(names, all);
    let declared = help["declarations"].as_object().unwrap();
    let is_type = |name: &str| {
        let plain = ["string", "number", "boolean", "null", "Array", "never", "key", "Partial"];
        plain.contains(&name) || declared.contains_key(name)
    };
    for call in told {
        assert!(call["does"].as_str().unwrap().ends_with('.'), "{call}");
        for part in ["args", "reply"] {
            let written = call[part].as_str().unwrap();
            let words = written.split(|c: char| !(c.is_alphanumeric() || c == '_'));
            for word in words.filter(|word| !word.is_empty()) {
                assert!(is_type(word), "{}: {word} is nowhere declared", call["name"]);
            }
        }
    }
    for name in all {
        let output = run(&data, &["call", lib, name]);
        let said = text(&output.stderr);
        match output.status.code() {
            Some(0) => drop(serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()),
            // It was reached: it asks for its arguments, or has its own sentence.
            Some(1) => {
                let own = ["import.read", "history.undo", "history.redo"].contains(&name);
                let asks = said.starts_with("参数不对：missing field");
                assert!(asks != own && said.contains("提示："), "{name}: {said}");
                assert!(!said.contains("这个调用") && !said.contains("程序出错"), "{said}");
            }
            code => panic!("{name}: {code:?} {said}"),
        }
    }
}

#[test]
fn long_arguments_come_through_standard_input() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let folder = tempfile::tempdir().unwrap();
    let lib = folder.path().join("示例.nianbao");
    let lib = lib.to_str().unwrap();
    run(folder.path(), &["sample", lib]);
    let piped = |bytes: &[u8]| {
        let mut command = Command::new(nianbao_tests::nianbao());
        command.env("NIANBAO_DATA", folder.path()).args(["call", lib, "record.add", "-"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(bytes).unwrap();
        child.wait_with_output().unwrap()
    };
    let body = "长".repeat(300_000);
    let record = serde_json::json!({"record": {"kind": "plan", "year": 2023, "body": body}});
    let added = piped(record.to_string().as_bytes());
    assert_eq!(added.status.code(), Some(0), "{}", text(&added.stderr));
    let added: serde_json::Value = serde_json::from_slice(&added.stdout).unwrap();
    assert_eq!(added["records"][0]["body"], body);
    let bad = piped(b"\xB8\xF1");
    assert_eq!(bad.status.code(), Some(1));
    assert!(text(&bad.stderr).contains("提示：请把参数存成 UTF-8"), "{}", text(&bad.stderr));
}

#[test]
fn help_tells_the_exit_codes_and_shows_examples() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, told) in [
        (&["--help"][..], &["退出码：0 成功；1 没办成", "carry", "search", "diff"][..]),
        (&["carry", "--help"], &["--structure", "--plans", "--problems", "--figures", "例："]),
        (&["search", "--help"], &["--json", "hits", "例："]),
        (&["diff", "--help"], &["--json", "now", "例："]),
        (&["fonts", "--help"], &["--year", "NIANBAO_FONTS", "例："]),
        (&["call", "--help"], &["标准输入", "例："]),
    ] {
        let output = run(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(0));
        for words in told {
            assert!(text(&output.stdout).contains(words), "{arguments:?}: {words}");
        }
    }
}

#[test]
fn usage_faults_are_two_and_other_faults_one() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    for arguments in [&["export"][..], &["nonsense"], &["new", "a.nianbao", "--year", "x"]] {
        assert_eq!(run(&data, arguments).status.code(), Some(2), "{arguments:?}");
    }
    let missing = folder.path().join("无.nianbao");
    let missing = missing.to_str().unwrap();
    let out = run(&data, &["export", missing, "--year", "2023", "--to", "a.docx"]);
    assert_eq!(out.status.code(), Some(1));
    assert!(text(&out.stderr).contains("找不到"), "{}", text(&out.stderr));
    assert!(!std::path::Path::new(missing).exists());
}

#[test]
fn a_report_is_read_proposed_and_taken() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let data = folder.path().join("data");
    let report = at("旧报告.txt");
    std::fs::write(
        &report,
        "云溪市水利局2023年法治政府建设年度报告\n\n一、依法治水\n\n一是严格执法。全年检查120次,处罚8宗。\
         二是加强普法。发放手册300册。\n\n二、存在问题\n\n（一）力量不足。人手偏少。\n\n\
         三、下一步工作计划\n\n一是充实队伍。招录两人。二是健全制度。修订办法。\n",
    )
    .unwrap();
    let lib = at("甲.nianbao");
    let new = ["new", &lib, "--unit", "云溪市水利局", "--kind", "department", "--year", "2023"];
    assert_eq!(run(&data, &new).status.code(), Some(0));
    let before = std::fs::read(&lib).unwrap();
    let dry = run(&data, &["import", &lib, &report, "--year", "2023", "--dry-run", "--json"]);
    let proposal: serde_json::Value = serde_json::from_slice(&dry.stdout).unwrap();
    let count = |role: &str| {
        let blocks = proposal["blocks"].as_array().unwrap();
        blocks.iter().filter(|b| b["role"] == role).count()
    };
    assert_eq!(
        (count("heading"), count("achievement"), count("problem"), count("plan")),
        (3, 2, 1, 2),
        "{proposal:#}"
    );
    assert_eq!(std::fs::read(&lib).unwrap(), before, "a dry run writes nothing");
    let taken = run(&data, &["import", &lib, &report, "--year", "2023"]);
    assert_eq!(taken.status.code(), Some(0), "{}", text(&taken.stderr));
    let year = run(&data, &["call", &lib, "year.get", r#"{"year":2023}"#]);
    let year: serde_json::Value = serde_json::from_slice(&year.stdout).unwrap();
    assert_eq!(year["achievements"].as_array().unwrap().len(), 2);
    assert_eq!(year["achievements"][0]["body"], "全年检查{{检查}}，处罚{{处罚}}。");
    assert_eq!(year["areas"].as_array().unwrap().len(), 1, "the starting areas made room");

    let out = at("排版.docx");
    let converted = run(&data, &["convert", &report, &out]);
    assert_eq!(converted.status.code(), Some(0), "{}", text(&converted.stderr));
    assert!(std::fs::read(&out).unwrap().starts_with(b"PK"));
}

#[test]
fn a_year_is_carried_over_searched_and_compared_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let lib = folder.path().join("示例.nianbao");
    let lib = lib.to_str().unwrap();
    let said = |arguments: &[&str]| {
        let output = run(folder.path(), arguments);
        let code = output.status.code();
        assert_eq!(code, Some(0), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    };
    said(&["sample", lib]);
    let carried = said(&[
        "carry",
        lib,
        "--from",
        "2023",
        "--to",
        "2024",
        "--structure",
        "--plans",
        "--figures",
    ]);
    assert!(carried.contains("领域 6 个，待落实的事项 6 条，数据 40 个"), "{carried}");
    let again = run(folder.path(), &["carry", lib, "--from", "2023", "--to", "2024"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(text(&again.stderr).contains("库里已经有2024年"));

    let found = said(&["search", lib, "兼职", "法制员"]);
    assert!(found.contains("2023年 成效“执法质量稳步提升”"), "{found}");
    let json = said(&["search", lib, "兼职", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(json["hits"].as_array().unwrap().len() > 1);
    assert!(said(&["search", lib, "没有这样的话"]).contains("没有找到"));

    said(&["call", lib, "snapshot.make", r#"{"year": 2023, "name": "送审稿"}"#]);
    assert!(said(&["diff", lib, "送审稿", "now"]).contains("没有不同"));
    said(&["call", lib, "year.set", r#"{"year": 2023, "fields": {"closing": "专此报告。"}}"#]);
    let diff = said(&["diff", lib, "送审稿", "now"]);
    assert!(diff.contains("～ 修改 2023年"), "{diff}");
    assert!(diff.contains("{+专此报告。+}"), "{diff}");
    assert!(!diff.contains('\x1b'), "plain where no terminal is");
    assert!(said(&["diff", lib, "2022", "2023"]).contains("2022年（现在） → 2023年（现在）"));
    let unknown = run(folder.path(), &["diff", lib, "甲", "now"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(text(&unknown.stderr).contains("1（送审稿）"));

    let help = said(&["call", lib, "help", "{}"]);
    let help: serde_json::Value = serde_json::from_str(&help).unwrap();
    assert!(help["declarations"]["YearCarry"].as_str().unwrap().contains("from: number"));
}
