//! Word files as written: small goldens, the rules of the layout read off the XML, and any document at all.

mod acceptance;
mod any;
mod build;
mod golden;
mod parts;
