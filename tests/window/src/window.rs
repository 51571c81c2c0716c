use std::net::TcpListener;
use std::process::Stdio;

use fantoccini::elements::Element;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::group::Group;
use crate::{Outcome, PATIENCE, Stage, until};

/// The running program, driven from inside its page by WebDriver and from outside by keyboard.
pub struct Window {
    pub page: Client,
    _driver: Group,
}

impl Window {
    pub(crate) async fn open(stage: &Stage, arguments: &[&str]) -> Outcome<Self> {
        let port = free_port()?;
        let driver = Group::start(
            stage
                .command("WebKitWebDriver")
                .arg(format!("--port={port}"))
                // Wry lets itself be driven only when asked.
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .stdout(Stdio::null()),
        )?;
        let address = format!("http://127.0.0.1:{port}");
        until("the driver", async || Ok(std::net::TcpStream::connect(("127.0.0.1", port)).ok()))
            .await?;
        let mut capabilities = Capabilities::new();
        let options = json!({ "binary": stage.program, "args": arguments });
        capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
        let mut client = ClientBuilder::new(HttpConnector::new());
        let begun =
            tokio::time::timeout(PATIENCE, client.capabilities(capabilities).connect(&address))
                .await;
        let page = begun.map_err(|_| "the program does not come up")??;
        Ok(Self { page, _driver: driver })
    }

    /// The element, as soon as it is shown.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn shown(&self, css: &str) -> Outcome<Element> {
        until(css, async || match self.page.find(Locator::Css(css)).await {
            Ok(element) => Ok(element.is_displayed().await?.then_some(element)),
            Err(error) if error.is_no_such_element() || error.is_stale_element_reference() => {
                Ok(None)
            }
            Err(error) => Err(error.into()),
        })
        .await
    }

    /// Waits until the element's text contains `part`; answers the whole text.
    ///
    /// # Errors
    /// When it never does.
    pub async fn says(&self, css: &str, part: &str) -> Outcome<String> {
        until(&format!("“{part}” in {css}"), async || {
            let script = "const e = document.querySelector(arguments[0]); return e && (e.innerText || e.value || '')";
            let text = self.page.execute(script, vec![json!(css)]).await?;
            Ok(text.as_str().filter(|text| text.contains(part)).map(str::to_owned))
        })
        .await
    }

    /// Clicks when it is there to be clicked.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn click(&self, css: &str) -> Outcome<()> {
        Ok(self.shown(css).await?.click().await?)
    }

    /// Clicks into a field and types.
    ///
    /// # Errors
    /// When the field does not come or cannot be typed into.
    pub async fn type_into(&self, css: &str, text: &str) -> Outcome<()> {
        let field = self.shown(css).await?;
        field.click().await?;
        Ok(field.send_keys(text).await?)
    }

    /// A call through the window's own door, as the page makes it.
    ///
    /// # Errors
    /// When the page cannot ask. A fault comes as `{"fault": …}`.
    pub async fn call(&self, name: &str, args: Value) -> Outcome<Value> {
        let script = "const [name, args, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('call', { name, args }).then(done, (fault) => done({ fault }))";
        Ok(self.page.execute_async(script, vec![json!(name), args]).await?)
    }

    /// Alt+F4, as a person closes the program.
    ///
    /// # Errors
    /// When there is no window to close.
    pub async fn press_alt_f4(&self, stage: &Stage) -> Outcome<()> {
        stage.focus("法治年报").await?;
        stage.xdotool(&["key", "alt+F4"])?;
        Ok(())
    }

    /// Closes the program with the keyboard; returns when its process has ended.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn close_by_keyboard(self, stage: &Stage) -> Outcome<()> {
        self.press_alt_f4(stage).await?;
        self.ended(stage).await
    }

    /// Returns when the program's process has ended.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn ended(self, stage: &Stage) -> Outcome<()> {
        until("the end of the program", async || Ok((!stage.still_runs()).then_some(()))).await
    }
}

/// Nobody else takes it in the moment until the driver does: the system hands ports out in turn.
fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
