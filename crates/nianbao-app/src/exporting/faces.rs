//! What a person should know of the faces a file is set in.

use nianbao_core::doc::Doc;
use nianbao_typeset::{Pages, borrowed};

/// More are counted, not named.
const NAMED: usize = 12;

pub(super) fn notes(doc: &Doc, pages: &Pages) -> Vec<String> {
    let substitutes = pages
        .substitutes()
        .into_iter()
        .map(|one| format!("这台电脑没有“{}”，文件里用“{}”代替", one.wanted, one.used));
    let borrowed = borrowed(doc, pages).into_iter().map(|one| {
        format!("{}不在所用的字体里，由“{}”补上", named(one.characters.chars()), one.used)
    });
    let missing = (!pages.missing().is_empty()).then(|| {
        let characters = named(pages.missing().iter().copied());
        format!("这台电脑的字体都没有{characters}，文件里写作“〓”")
    });
    substitutes.chain(borrowed).chain(missing).collect()
}

/// `“䶮珺”`, `“䶮珺……”等 40 个字`
fn named(characters: impl Iterator<Item = char> + Clone) -> String {
    let all = characters.clone().count();
    let first: String = characters.take(NAMED).collect();
    if all > NAMED {
        format!("“{first}……”等 {all} 个字")
    } else {
        format!("“{first}”")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_characters_are_named_and_many_counted() {
        assert_eq!(named("䶮珺".chars()), "“䶮珺”");
        assert_eq!(named("国".repeat(40).chars()), format!("“{}……”等 40 个字", "国".repeat(12)));
    }
}
