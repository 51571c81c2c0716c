//! What is accepted, and what is looked for.

use nianbao_core::check::{Options, Own};

use super::{at, library};
use crate::{Accepted, Refused, Store, StoreError};

fn accepted(identity: &str, reason: &str) -> Accepted {
    Accepted { identity: identity.into(), code: "T001".into(), reason: reason.into(), at: at(7) }
}

#[test]
fn what_is_accepted_stays_with_its_reason_until_it_is_taken_back() {
    let (_folder, mut store) = library();
    store.accept(2023, &accepted("甲", "原文如此")).unwrap();
    store.accept(2023, &accepted("乙", "")).unwrap();
    store.accept(2023, &accepted("甲", "文件原文如此")).unwrap();
    let all = [accepted("乙", ""), accepted("甲", "文件原文如此")];
    assert_eq!(store.accepted(2023).unwrap(), all);
    assert_eq!(store.accepted(2022).unwrap(), []);
    // No step of the journal: undo takes back what the report says, not this.
    assert_eq!(store.undo_name().unwrap(), None);
    let none = store.accept(2020, &accepted("甲", ""));
    assert!(matches!(none, Err(StoreError::Refused(Refused::NoYear(2020)))));
    let path = store.path().to_owned();
    store.close().unwrap();
    let mut store = Store::open(&path).unwrap();
    assert_eq!(store.accepted(2023).unwrap(), all);
    store.unaccept(2023, "甲").unwrap();
    store.unaccept(2023, "丙").unwrap();
    assert_eq!(store.accepted(2023).unwrap(), [accepted("乙", "")]);
}

#[test]
fn rules_that_are_off_and_own_words_are_put_as_a_whole() {
    let (_folder, mut store) = library();
    assert_eq!(store.check_options().unwrap(), Options::default());
    let own = |wrong: &str, right: &str| Own { wrong: wrong.into(), right: right.into() };
    let options = Options {
        off: ["F012".into(), "D003".into()].into(),
        words: vec![own("布署", "部署"), own("按装", "安装")],
        phrases: vec![own("两个维护", "“两个维护”")],
        laws: vec![own("《甲条例》", "")],
    };
    store.set_check_options(&options).unwrap();
    assert_eq!(store.check_options().unwrap(), options);
    let twice = Options { words: vec![own("甲", "乙"), own("甲", "丙")], ..Options::default() };
    store.set_check_options(&twice).unwrap();
    let kept = Options { words: vec![own("甲", "丙")], ..Options::default() };
    assert_eq!(store.check_options().unwrap(), kept);
}
