//! The evidence of a year as a folder or one ZIP: what each file is called there, and the archive.

mod archive;
mod names;

pub use archive::{Archive, Entry, entries};
pub use names::{Package, PackageFile, package, safe_name};
