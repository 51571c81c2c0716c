//! The TypeScript the window is written against, printed from the call list.

use std::collections::BTreeMap;
use std::fmt::Write;

use ts_rs::{Config, TS, TypeVisitor};

use crate::calls::CALLS;
use crate::fault::Fault;

/// Declarations by type name, as they are met.
#[derive(Default)]
pub struct Declarations {
    config: Config,
    by_name: BTreeMap<String, String>,
}

impl Declarations {
    pub(crate) fn new() -> Self {
        // Ids and orders stay far below 2^53; JSON brings them as numbers, not BigInt.
        Self { config: Config::new().with_large_int("number"), ..Self::default() }
    }

    pub(crate) fn by_name(self) -> BTreeMap<String, String> {
        self.by_name
    }

    /// Declares a type and all it is made of; gives what to call it.
    pub fn name_of<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.by_name.contains_key(&name) {
                return;
            }
            let declaration = T::decl(&self.config);
            self.by_name.insert(name, format!("export {declaration}"));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The whole of `ui/src/api/gen.ts`.
pub fn typescript() -> String {
    let mut declarations = Declarations::new();
    let mut calls = String::new();
    for call in CALLS {
        let (args, reply) = (call.types)(&mut declarations);
        // Writing to a String cannot fail.
        let _ = writeln!(
            calls,
            "  /** {} */\n  '{}': {{ args: {args}; reply: {reply} }};",
            call.does, call.name
        );
    }
    declarations.visit::<Fault>();
    let mut out = String::from(
        "// Generated from crates/nianbao-app by `cargo xtask gen`. Edits here are lost.\n\n",
    );
    for declaration in declarations.by_name.values() {
        let _ = writeln!(out, "{declaration}\n");
    }
    let _ = write!(out, "export interface Calls {{\n{calls}}}\n");
    out
}
