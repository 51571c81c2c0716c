//! What a clerk does with the real window, from outside.

use nianbao_window_journeys::{Outcome, Stage};
use serde_json::json;

#[tokio::test]
async fn the_window_opens_and_its_one_door_answers() -> Outcome<()> {
    let Some(stage) = Stage::set_up()? else { return Ok(()) };
    let window = stage.start(&[]).await?;
    window.shown("#app > *").await?;
    let status = window.call("app.status", json!({})).await?;
    assert!(status["version"].is_string(), "{status}");
    assert!(status["library"].is_null(), "{status}");
    stage.picture("first-start")?;
    window.close_by_keyboard(&stage).await
}

#[tokio::test]
async fn the_page_can_reach_nothing_but_the_door_and_two_dialogs() -> Outcome<()> {
    let Some(stage) = Stage::set_up()? else { return Ok(()) };
    let window = stage.start(&[]).await?;
    window.shown("#app > *").await?;
    let script = "const [done] = arguments;
        const refused = (command, args) => window.__TAURI_INTERNALS__.invoke(command, args).then(() => command, () => null);
        Promise.all([
            refused('plugin:window|create', { label: 'x', options: {} }),
            refused('plugin:fs|read_text_file', { path: '/etc/hostname' }),
            refused('plugin:dialog|message', { message: 'x' }),
            refused('plugin:path|resolve_directory', { directory: 1 }),
            refused('plugin:app|version', {}),
            fetch('http://127.0.0.1:9/').then(() => 'fetch', () => null),
        ]).then((answers) => done([answers.filter((answer) => answer !== null), typeof window.__TAURI__]))";
    let answer = window.page.execute_async(script, vec![]).await?;
    assert_eq!(answer, json!([[], "undefined"]));
    Ok(())
}
