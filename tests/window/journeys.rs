//! What a clerk does with the real window, from outside.

use std::io::Read;
use std::path::Path;

use nianbao_window_journeys::{Outcome, Stage, Window};
use serde_json::json;

const UNIT: &str = "清河县市场监督管理局";
const TITLE: &str = "推行“首违不罚”清单。";
const BODY: &str = "全年对轻微违法行为免予处罚，企业满意度持续上升。";
const ADDED: &str = "新增一句，写完就关。";

/// Each field of the page by the name it has for tests.
fn test(name: &str) -> String {
    format!("[data-test=\"{name}\"]")
}

#[tokio::test]
async fn the_window_opens_and_its_one_door_answers() -> Outcome<()> {
    let Some(stage) = Stage::set_up()? else { return Ok(()) };
    let window = stage.start(&[]).await?;
    window.shown(&test("door-new")).await?;
    let status = window.call("app.status", json!({})).await?;
    assert!(status["version"].is_string(), "{status}");
    assert!(status["library"].is_null(), "{status}");
    let refused = window.call("no.such.call", json!({})).await?;
    assert_eq!(refused["fault"]["code"], "unknown_call", "{refused}");
    stage.picture("first-start")?;
    window.close_by_keyboard(&stage).await
}

#[tokio::test]
async fn the_page_can_reach_nothing_but_the_door_and_two_dialogs() -> Outcome<()> {
    let Some(stage) = Stage::set_up()? else { return Ok(()) };
    let window = stage.start(&[]).await?;
    window.shown(&test("door-new")).await?;
    let script = "const [done] = arguments;
        const reached = (command, args) => window.__TAURI_INTERNALS__.invoke(command, args).then(() => command, () => null);
        Promise.all([
            reached('plugin:window|create', { label: 'x', options: {} }),
            reached('plugin:fs|read_text_file', { path: '/etc/hostname' }),
            reached('plugin:dialog|message', { message: 'x' }),
            reached('plugin:path|resolve_directory', { directory: 1 }),
            reached('plugin:app|version', {}),
            fetch('http://127.0.0.1:9/').then(() => 'fetch', () => null),
            Promise.resolve(window.open('https://example.com/')).then((other) => other && 'window.open'),
        ]).then((answers) => done([answers.filter((answer) => answer !== null), typeof window.__TAURI__]))";
    let answer = window.page.execute_async(script, vec![]).await?;
    assert_eq!(answer, json!([[], "undefined"]));
    for elsewhere in ["https://example.com/", "file:///etc/hostname", "data:text/html,x"] {
        window.page.execute("window.location.href = arguments[0]", vec![json!(elsewhere)]).await?;
        window.shown(&test("door-new")).await?;
        assert_eq!(window.page.current_url().await?.host_str(), Some("localhost"), "{elsewhere}");
    }
    window.close_by_keyboard(&stage).await
}

/// From the first start to a year with one achievement.
async fn write_a_first_achievement(stage: &Stage, window: &Window, library: &Path) -> Outcome<()> {
    window.click(&test("door-new")).await?;
    window.type_into(&test("unit-name"), UNIT).await?;
    window.says(&test("library-path"), UNIT).await?;
    window.click(&test("choose-path")).await?;
    stage.answer_dialog("库文件存在哪里", library).await?;
    window.says(&test("library-path"), &library.to_string_lossy()).await?;
    stage.picture("new")?;
    window.click(&test("create")).await?;

    window.click(&test("page-fill")).await?;
    window.click("[data-part^=\"area:\"]").await?;
    window.click(&test("add-first")).await?;
    window.type_into(&test("field-title"), TITLE).await?;
    window.type_into(&test("field-body"), BODY).await?;
    window.says(&test("save-state"), "已保存").await?;
    window.says(&test("row"), TITLE).await?;
    stage.picture("filled")
}

#[tokio::test]
async fn what_is_typed_is_saved_exported_and_there_again_after_closing() -> Outcome<()> {
    let Some(stage) = Stage::set_up()? else { return Ok(()) };
    let library = stage.document("qinghe.nianbao");
    let report = stage.document("report-2025.docx");

    let window = stage.start(&[]).await?;
    write_a_first_achievement(&stage, &window, &library).await?;
    window.click(&test("page-draft")).await?;
    window.says("main", BODY).await?;
    stage.picture("draft")?;
    window.click(&test("page-export")).await?;
    window.click(&test("export-choose")).await?;
    stage.answer_dialog("导出到", &report).await?;
    window.click(&test("export")).await?;
    window.says(&test("exported"), "已导出").await?;
    stage.picture("exported")?;
    let text = document_text(&report)?;
    assert!(text.contains(TITLE) && text.contains(BODY), "{text}");
    window.close_by_keyboard(&stage).await?;

    let window = stage.start(&[]).await?;
    window.click(&test("recent")).await?;
    window.click(&test("page-draft")).await?;
    let draft = window.says("main", BODY).await?;
    assert!(draft.contains(TITLE) && draft.contains(UNIT), "{draft}");
    stage.picture("reopened")?;
    window.close_by_keyboard(&stage).await
}

#[tokio::test]
async fn a_sentence_typed_just_before_alt_f4_is_there_when_the_file_is_double_clicked()
-> Outcome<()> {
    let Some(stage) = Stage::set_up()? else { return Ok(()) };
    let library = stage.document("farewell.nianbao");
    let window = stage.start(&[]).await?;
    write_a_first_achievement(&stage, &window, &library).await?;
    window.type_into(&test("field-body"), ADDED).await?;
    window.close_by_keyboard(&stage).await?;

    let window = stage.start(&[&library.to_string_lossy()]).await?;
    window.click(&test("page-draft")).await?;
    window.says("main", ADDED).await?;
    Ok(())
}

#[tokio::test]
async fn text_that_cannot_be_saved_keeps_the_window_open_until_a_person_gives_it_up() -> Outcome<()>
{
    let Some(stage) = Stage::set_up()? else { return Ok(()) };
    let window = stage.start(&[]).await?;
    write_a_first_achievement(&stage, &window, &stage.document("gone.nianbao")).await?;
    // The 库 goes away under the page: from now on no edit can be stored.
    window.call("library.close", json!({})).await?;
    window.type_into(&test("field-body"), ADDED).await?;
    window.says(&test("save-state"), "未能保存").await?;

    window.press_alt_f4(&stage).await?;
    stage.focus("没有保存").await?;
    stage.leave_dialog("没有保存", "Escape").await?;
    window.says(&test("field-body"), ADDED).await?;
    window.press_alt_f4(&stage).await?;
    stage.focus("没有保存").await?;
    stage.leave_dialog("没有保存", "Return").await?;
    window.says(&test("field-body"), ADDED).await?;

    window.press_alt_f4(&stage).await?;
    stage.focus("没有保存").await?;
    stage.xdotool(&["key", "Right"])?;
    stage.leave_dialog("没有保存", "Return").await?;
    window.ended(&stage).await
}

#[tokio::test]
async fn a_file_double_clicked_while_the_window_is_open_is_shown_in_it_and_nothing_typed_is_lost()
-> Outcome<()> {
    let Some(stage) = Stage::set_up()? else { return Ok(()) };
    let library = stage.document("first.nianbao");
    let window = stage.start(&["--sample"]).await?;
    window.shown(&test("library")).await?;
    let sample = window.call("app.status", json!({})).await?;
    window.call("library.close", json!({})).await?;
    window.page.refresh().await?;
    write_a_first_achievement(&stage, &window, &library).await?;
    window.type_into(&test("field-body"), ADDED).await?;

    let other = sample["library"]["path"].as_str().ok_or("the sample has no path")?;
    assert!(stage.double_click(Path::new(other))?.success());
    let unit = sample["library"]["unit"]["name"].as_str().ok_or("the sample has no unit")?;
    window.says("body", unit).await?;
    assert!(stage.double_click(&library)?.success());
    window.says("body", UNIT).await?;
    window.click(&test("page-draft")).await?;
    window.says("main", ADDED).await?;
    stage.picture("second-start")
}

/// The words of the document, without its markup.
fn document_text(path: &Path) -> Outcome<String> {
    let mut xml = String::new();
    zip::ZipArchive::new(std::fs::File::open(path)?)?
        .by_name("word/document.xml")?
        .read_to_string(&mut xml)?;
    let words = xml.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text);
    Ok(words.collect())
}
