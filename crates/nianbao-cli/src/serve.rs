//! The same UI in the system's own browser, on loopback only. Who does not know the token gets the
//! page and no data.

use std::io::Write;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, Path as UrlPath, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use nianbao_app::{Desk, Env, Fault, FaultCode};
use rust_embed::RustEmbed;
use serde_json::{Value, json};

use crate::commands::{Done, opened};

/// The built UI. A build without it serves a page that says how to make it.
#[derive(RustEmbed)]
#[folder = "../../ui/dist"]
#[allow_missing = true]
struct Ui;

const TOKEN_HEADER: &str = "x-nianbao-token";
/// Which opening of a 库 the page shows; none before it shows any.
const OPENING_HEADER: &str = "x-nianbao-opening";
/// The longest pasted report with room to spare.
const BODY_LIMIT: usize = 80 * 1024 * 1024;
const CSP: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

struct Server {
    desk: Desk,
    token: String,
    /// `127.0.0.1:PORT` and `localhost:PORT`: what an honest browser says.
    hosts: [String; 2],
    /// Of calls with the token, and of those without.
    pace: Pace,
    guesses: Pace,
}

/// So many at once, and so many a second from then on.
struct Pace {
    burst: u64,
    a_second: u64,
    /// When it was last counted, and how many were left.
    left: Mutex<(Instant, u64)>,
}

impl Pace {
    fn new(burst: u64, a_second: u64) -> Self {
        Self { burst, a_second, left: Mutex::new((Instant::now(), burst)) }
    }

    fn admits(&self, now: Instant) -> bool {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let passed = u64::try_from(now.duration_since(left.0).as_millis()).unwrap_or(u64::MAX);
        let come = passed.saturating_mul(self.a_second) / 1000;
        if come > 0 {
            *left = (now, left.1.saturating_add(come).min(self.burst));
        }
        let admits = left.1 > 0;
        left.1 -= u64::from(admits);
        admits
    }
}

/// `stay`: also when whoever started it has ended.
pub fn serve(lib: Option<&Path>, port: u16, open: bool, stay: bool) -> Done {
    let desk = match lib {
        Some(lib) => opened(lib)?,
        None => Desk::new(Env::of_this_user()),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|e| fault(&e))?;
    let served = runtime.block_on(run(desk.clone(), port, open, stay)).map_err(|e| fault(&e));
    // Its edits are on the disk; what is left is its backup, and the note beside it.
    drop(desk.call("library.close", json!({})));
    served
}

fn fault(error: &std::io::Error) -> Fault {
    let (why, hint) = match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            ("端口已被别的程序占用", "请用 --port 换一个端口，或关闭占用它的程序")
        }
        std::io::ErrorKind::PermissionDenied => {
            ("没有权限使用这个端口", "请用 --port 换一个 1024 以上的端口")
        }
        _ => ("系统没有允许", "请重新启动计算机后再试；仍然不行，请联系维护人员"),
    };
    Fault::new(FaultCode::Io, format!("没能在本机打开服务：{why}"), hint)
}

async fn run(desk: Desk, port: u16, open: bool, stay: bool) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let port = listener.local_addr()?.port();
    let token = token()?;
    let url = format!("http://127.0.0.1:{port}/?token={token}");
    let server = Arc::new(Server {
        desk,
        token,
        hosts: [format!("127.0.0.1:{port}"), format!("localhost:{port}")],
        // A page that opens asks some dozens of things at once.
        pace: Pace::new(600, 300),
        guesses: Pace::new(20, 1),
    });
    let router = Router::new()
        .route("/call/{name}", post(call))
        .fallback(get(page))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(server);
    writeln!(std::io::stdout(), "{url}")?;
    std::io::stdout().flush()?;
    if open {
        open_browser(&url);
    }
    axum::serve(listener, router).with_graceful_shutdown(stopped(stay)).await
}

/// Ctrl+C; on Unix also a plain kill, or the end of whoever started it. Every acknowledged edit is on
/// the disk already.
async fn stopped(stay: bool) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
                () = orphaned(), if !stay => {}
            }
            return;
        }
    }
    #[cfg(not(unix))]
    let _ = stay;
    drop(tokio::signal::ctrl_c().await);
}

/// A server that nobody knows of any more keeps a file from everybody else.
#[cfg(unix)]
async fn orphaned() {
    let parent = std::os::unix::process::parent_id();
    let mut every = tokio::time::interval(std::time::Duration::from_secs(1));
    while std::os::unix::process::parent_id() == parent {
        every.tick().await;
    }
}

fn token() -> std::io::Result<String> {
    let mut bytes = [0u8; 24];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    Ok(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

fn open_browser(url: &str) {
    let (program, before): (&str, &[&str]) = if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    // Without a browser opener the printed address still works.
    drop(std::process::Command::new(program).args(before).arg(url).spawn());
}

/// Other sites' pages reach loopback too (DNS rebinding, cross-site posts): Host and Origin tell.
fn is_ours(server: &Server, headers: &HeaderMap) -> bool {
    let text = |name: header::HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    let host_ok = text(header::HOST).is_some_and(|host| server.hosts.iter().any(|h| h == host));
    let origin_ok = text(header::ORIGIN).is_none_or(|origin| {
        origin.strip_prefix("http://").is_some_and(|o| server.hosts.iter().any(|h| h == o))
    });
    // A browser says itself whether the page that asks is one of ours; "none" is an address typed in.
    let site_ok = headers.get("sec-fetch-site").and_then(|v| v.to_str().ok());
    let site_ok = site_ok.is_none_or(|site| matches!(site, "same-origin" | "none"));
    host_ok && origin_ok && site_ok
}

fn token_fits(server: &Server, headers: &HeaderMap) -> bool {
    let said = headers.get(TOKEN_HEADER).map_or(&[][..], HeaderValue::as_bytes);
    let ours = server.token.as_bytes();
    // Every byte is looked at: the time taken says nothing of where they part.
    said.len() == ours.len() && said.iter().zip(ours).fold(0, |d, (a, b)| d | (a ^ b)) == 0
}

async fn call(
    State(server): State<Arc<Server>>,
    UrlPath(name): UrlPath<String>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    if !is_ours(&server, &headers) || !token_fits(&server, &headers) {
        if !server.guesses.admits(Instant::now()) {
            return StatusCode::TOO_MANY_REQUESTS.into_response();
        }
        let fault =
            Fault::new(FaultCode::NoPermission, "这个页面已经失效", "请关闭它，再从程序里重新打开");
        return answer(StatusCode::FORBIDDEN, &json!(fault));
    }
    if !server.pace.admits(Instant::now()) {
        let fault = Fault::new(FaultCode::Refused, "请求太密，这一步没有做", "请稍等一下再试");
        return answer(StatusCode::TOO_MANY_REQUESTS, &json!(fault));
    }
    let Ok(body) = body else {
        let fault = Fault::new(
            FaultCode::Refused,
            "送来的内容太大，这一步没有做",
            "请分成几次，或者从文件里读入",
        );
        return answer(StatusCode::PAYLOAD_TOO_LARGE, &json!(fault));
    };
    let args = if body.is_empty() { Ok(Value::Null) } else { serde_json::from_slice(&body) };
    let args = match args {
        Ok(args) => args,
        Err(_) => {
            let fault =
                Fault::new(FaultCode::BadArguments, "送来的内容看不懂，这一步没有做", "请重试");
            return answer(StatusCode::BAD_REQUEST, &json!(fault));
        }
    };
    let opening = headers.get(OPENING_HEADER).and_then(|v| v.to_str().ok()?.parse().ok());
    let desk = server.desk.showing(opening);
    let done = tokio::task::spawn_blocking(move || desk.call(&name, args)).await;
    match done {
        Ok(Ok(reply)) => answer(StatusCode::OK, &reply),
        Ok(Err(fault)) => answer(StatusCode::BAD_REQUEST, &json!(fault)),
        Err(_) => answer(
            StatusCode::INTERNAL_SERVER_ERROR,
            &json!(Fault::new(FaultCode::Panic, "程序出错，这一步没有完成", "请重试")),
        ),
    }
}

fn answer(status: StatusCode, body: &Value) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, body.to_string()).into_response()
}

async fn page(State(server): State<Arc<Server>>, headers: HeaderMap, uri: Uri) -> Response {
    if !is_ours(&server, &headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let path = match uri.path().trim_start_matches('/') {
        "" => "index.html",
        path => path,
    };
    let security = [
        ("content-security-policy", CSP),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("cache-control", "no-store"),
    ];
    match Ui::get(path) {
        Some(file) => {
            let kind = [(header::CONTENT_TYPE, content_type(path))];
            (security, kind, file.data.into_owned()).into_response()
        }
        None if path == "index.html" => {
            let kind = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
            let text = "这个程序里没有界面文件，请重新安装；开发者请先运行 cargo xtask run。";
            (StatusCode::NOT_FOUND, security, kind, text).into_response()
        }
        None => (StatusCode::NOT_FOUND, security).into_response(),
    }
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "json" => "application/json; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_burst_is_admitted_and_then_so_many_a_second() {
        let pace = Pace::new(5, 2);
        let start = Instant::now();
        let admitted = |at: Duration| (0..50).filter(|_| pace.admits(start + at)).count();
        assert_eq!(admitted(Duration::from_millis(100)), 5);
        assert_eq!(admitted(Duration::from_millis(400)), 0);
        assert_eq!(admitted(Duration::from_secs(2)), 4);
        assert_eq!(admitted(Duration::from_secs(500)), 5);
    }
}
