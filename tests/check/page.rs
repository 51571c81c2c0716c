//! The page of rules is printed from the rules and committed; this tells when it is stale.

use std::fs;
use std::path::Path;

#[test]
#[allow(clippy::disallowed_methods)]
fn the_page_of_rules_is_that_of_the_rules() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rules.md");
    let now = nianbao_core::check::page();
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(committed == now, "docs/rules.md is stale: run `cargo xtask gen`");
}
