use std::sync::Arc;

use nianbao_app::{Desk, Fault, FaultCode};
use serde_json::Value;
use tauri::State;

use crate::closing::Closing;

/// The one door. Runs off the main thread, so that the window answers while a report is read or exported.
#[tauri::command]
pub async fn call(
    desk: State<'_, Arc<Desk>>,
    closing: State<'_, Closing>,
    name: String,
    args: Value,
) -> Result<Value, Fault> {
    closing.page_is_alive();
    let desk = Arc::clone(&desk);
    tauri::async_runtime::spawn_blocking(move || desk.call(&name, args)).await.unwrap_or_else(
        |_| {
            Err(Fault::new(
                FaultCode::Panic,
                "程序出错，这一步没有完成",
                "已保存的内容都在；请重新打开程序后再试",
            ))
        },
    )
}
