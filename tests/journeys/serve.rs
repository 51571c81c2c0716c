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
}
