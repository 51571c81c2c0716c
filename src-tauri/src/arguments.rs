use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// What the person asked for when starting the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    Nothing,
    /// `--sample`: a fresh copy of the invented sample.
    Sample,
    /// A 库 that was double-clicked or named.
    Library(PathBuf),
}

impl Wanted {
    /// `arguments` without the program's own name; a relative path counts from `folder`.
    /// Switches that we do not know are none of ours: desktops add some.
    pub fn from_arguments<I>(arguments: I, folder: &Path) -> Self
    where
        I: IntoIterator,
        I::Item: Into<OsString>,
    {
        for argument in arguments {
            let argument = argument.into();
            if argument == "--sample" {
                return Self::Sample;
            }
            if !argument.is_empty() && !argument.to_string_lossy().starts_with('-') {
                return Self::Library(folder.join(argument));
            }
        }
        Self::Nothing
    }

    /// The call that fulfils it.
    pub fn as_call(&self) -> Option<(&'static str, Value)> {
        match self {
            Self::Nothing => None,
            Self::Sample => Some(("library.sample", json!({}))),
            Self::Library(path) => {
                Some(("library.open", json!({ "path": path.to_string_lossy() })))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_double_clicked_file_the_sample_and_a_bare_start_are_told_apart() {
        let folder = Path::new("/home/we");
        let table: [(&[&str], Wanted); 6] = [
            (&[], Wanted::Nothing),
            (&["--sample"], Wanted::Sample),
            (&["/data/我局.nianbao"], Wanted::Library("/data/我局.nianbao".into())),
            (&["我局.nianbao"], Wanted::Library("/home/we/我局.nianbao".into())),
            (
                &["--gapplication-service", "a b.nianbao"],
                Wanted::Library("/home/we/a b.nianbao".into()),
            ),
            (&["-psn_0_1", ""], Wanted::Nothing),
        ];
        for (typed, meant) in table {
            assert_eq!(Wanted::from_arguments(typed.iter().copied(), folder), meant, "{typed:?}");
        }
    }
}
