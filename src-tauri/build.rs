use std::error::Error;
use std::io::Write;

use tauri_build::{AppManifest, Attributes};

/// Tauri looks for these beside the manifest; ours stand with the rest of the window.
const CAPABILITIES: &str = "src-tauri/capabilities/**/*.json";
const PERMISSIONS: &str = "src-tauri/permissions/**/*.toml";

fn main() -> Result<(), Box<dyn Error>> {
    let mut cargo = std::io::stdout();
    writeln!(cargo, "cargo:rerun-if-changed=src-tauri/capabilities")?;
    writeln!(cargo, "cargo:rerun-if-changed=src-tauri/permissions")?;
    // The commands are not listed here: Tauri would write permission files of its own at the root.
    let manifest = AppManifest::new().permissions_path_pattern(PERMISSIONS);
    let attributes =
        Attributes::new().capabilities_path_pattern(CAPABILITIES).app_manifest(manifest);
    Ok(tauri_build::try_build(attributes)?)
}
