//! `nianbao serve` lets the person's own browser in, and nobody else.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use nianbao_tests::nianbao;
use tempfile::TempDir;

struct Served {
    child: Child,
    port: u16,
    token: String,
    _data: TempDir,
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn serve() -> Served {
    let data = tempfile::tempdir().unwrap();
    let mut child = Command::new(nianbao())
        .arg("serve")
        .env("NIANBAO_DATA", data.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let rest = line.trim().strip_prefix("http://127.0.0.1:").unwrap().to_owned();
    let (port, token) = rest.split_once("/?token=").unwrap();
    Served { child, port: port.parse().unwrap(), token: token.to_owned(), _data: data }
}

impl Served {
    /// Sends one request with these header lines; gives the status and the whole answer.
    fn send(&self, request: &str, headers: &[&str], body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let length = body.len();
        let headers: String = headers.iter().map(|h| format!("{h}\r\n")).collect();
        write!(
            stream,
            "{request} HTTP/1.1\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        (answer[9..12].parse().unwrap(), answer)
    }

    fn host(&self) -> String {
        format!("Host: 127.0.0.1:{}", self.port)
    }
}

#[test]
fn only_the_page_that_knows_the_token_gets_data() {
    let served = serve();
    let (host, token) = (served.host(), format!("X-Nianbao-Token: {}", served.token));
    let call = "POST /call/app.status";
    let (status, answer) = served.send(call, &[&host, &token], "{}");
    assert_eq!(status, 200, "{answer}");
    assert!(answer.contains("\"library\":null"), "{answer}");
    for wrong in ["X-Other: 1", "X-Nianbao-Token: ", "X-Nianbao-Token: 00"] {
        let (status, answer) = served.send(call, &[&host, wrong], "{}");
        assert_eq!(status, 403, "{wrong}");
        assert!(!answer.contains("version"), "{answer}");
    }
}

#[test]
fn a_foreign_host_or_origin_is_turned_away() {
    let served = serve();
    let token = format!("X-Nianbao-Token: {}", served.token);
    let call = "POST /call/app.status";
    let rebound = format!("Host: evil.example:{}", served.port);
    assert_eq!(served.send(call, &[&rebound, &token], "{}").0, 403);
    assert_eq!(served.send("GET /", &[&rebound], "").0, 403);
    for origin in ["Origin: https://evil.example", "Origin: null", "Origin: http://127.0.0.1:1"] {
        assert_eq!(served.send(call, &[&served.host(), &token, origin], "{}").0, 403, "{origin}");
    }
    let own = format!("Origin: http://127.0.0.1:{}", served.port);
    let (status, answer) = served.send(call, &[&served.host(), &token, &own], "{}");
    assert_eq!(status, 200);
    assert!(!answer.to_lowercase().contains("access-control-allow"), "no CORS");
}

#[test]
fn another_sites_page_is_turned_away_by_what_the_browser_says_of_it() {
    let served = serve();
    let (host, token) = (served.host(), format!("X-Nianbao-Token: {}", served.token));
    for (site, status) in [("cross-site", 403), ("same-site", 403), ("same-origin", 200)] {
        let site = format!("Sec-Fetch-Site: {site}");
        let heads = [host.as_str(), token.as_str(), site.as_str()];
        assert_eq!(served.send("POST /call/app.status", &heads, "{}").0, status, "{site}");
    }
}

#[test]
fn who_guesses_tokens_is_slowed_down_and_the_page_goes_on() {
    let served = serve();
    let host = served.host();
    let guess = [host.as_str(), "X-Nianbao-Token: 00"];
    let answers: Vec<u16> =
        (0..60).map(|_| served.send("POST /call/app.status", &guess, "{}").0).collect();
    assert_eq!(answers[0], 403);
    assert!(answers.contains(&429), "{answers:?}");
    let token = format!("X-Nianbao-Token: {}", served.token);
    assert_eq!(served.send("POST /call/app.status", &[&host, &token], "{}").0, 200);
}

#[cfg(unix)]
#[test]
fn it_ends_with_whoever_started_it_and_leaves_a_backup_and_no_note() {
    let data = tempfile::tempdir().unwrap();
    let lib = data.path().join("库.nianbao");
    let made = nianbao_tests::run(data.path(), &["sample", lib.to_str().unwrap()]);
    assert!(made.status.success());
    let mut shell = Command::new("sh")
        .args(["-c", "\"$0\" serve \"$1\" & read line"])
        .arg(nianbao())
        .arg(&lib)
        .env("NIANBAO_DATA", data.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(shell.stdout.take().unwrap());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    let rest = line.trim().strip_prefix("http://127.0.0.1:").unwrap();
    let (port, token) = rest.split_once("/?token=").unwrap();
    let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
    let body = "{\"fields\":{\"short\":\"本局\"}}";
    write!(
        stream,
        "POST /call/unit.set HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Nianbao-Token: {token}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let note = data.path().join(".~lock.库.nianbao#");
    assert!(note.exists());
    drop(shell.stdin.take());
    shell.wait().unwrap();
    // The server holds the other end until it is gone.
    out.read_to_string(&mut line).unwrap();
    assert!(!note.exists());
    let kept = std::fs::read_dir(data.path().join("备份")).unwrap().count();
    assert_eq!(kept, 1);
}

#[test]
fn a_bad_call_is_a_fault_and_the_server_lives_on() {
    let served = serve();
    let (host, token) = (served.host(), format!("X-Nianbao-Token: {}", served.token));
    let heads = [host.as_str(), token.as_str()];
    let (status, answer) = served.send("POST /call/year.get", &heads, "{\"year\":2023}");
    assert_eq!(status, 400);
    assert!(answer.contains("还没有打开库"), "{answer}");
    assert_eq!(served.send("POST /call/year.get", &heads, "not json").0, 400);
    assert_eq!(served.send("POST /call/year.get", &heads, "\"a\"").0, 400);
    assert_eq!(served.send("GET /../../etc/passwd", &heads, "").0, 404);
    assert_eq!(served.send("POST /call/app.status", &heads, "{}").0, 200);
}

#[test]
fn pages_carry_a_strict_policy() {
    let served = serve();
    let (_, answer) = served.send("GET /", &[&served.host()], "");
    let head = answer.to_lowercase();
    assert!(head.contains("content-security-policy: default-src 'self'; script-src 'self'"));
    assert!(head.contains("x-content-type-options: nosniff"));
    for part in
        ["object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]
    {
        assert!(head.contains(part), "{part}");
    }
    let scripts = head.split("script-src").nth(1).unwrap().split(';').next().unwrap();
    assert_eq!(scripts.trim(), "'self'", "no script but ours, none inline, none made at run time");
    assert!(head.contains("cross-origin-resource-policy: same-origin"));
}
