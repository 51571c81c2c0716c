//! The generated TypeScript is committed; this test tells when it is stale.
#![allow(clippy::disallowed_methods)]

use std::fs;
use std::path::Path;

#[test]
fn the_generated_types_are_those_of_the_calls() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/api/gen.ts");
    let now = nianbao_app::types::typescript();
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &now).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(committed == now, "ui/src/api/gen.ts is stale: run `cargo xtask gen`");
}
