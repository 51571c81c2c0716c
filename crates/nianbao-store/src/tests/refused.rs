use nianbao_core::record::{Id, Kind, Passage, Plan, Record, RecordRef, Slot, Unit, Year};

use super::{achievement, area, edit, figure, here, library, problem, put, whole, year};
use crate::{Change, Code, Refused, StoreError};

fn remove(kind: Kind, id: i64) -> Change {
    Change::Remove(RecordRef { kind, id: Id(id) })
}

#[test]
fn what_the_records_do_not_allow_is_refused_with_a_sentence_and_changes_nothing() {
    let (_folder, mut store) = library();
    put(&mut store, year(2022));
    let this = put(&mut store, area(0, 2023)).id().0;
    let last = put(&mut store, area(0, 2022)).id().0;
    put(&mut store, achievement(this, 2023));
    let number = put(&mut store, figure("案件数", 2023)).id();
    let lead = Record::Passage(Passage {
        year: 2022,
        slot: Slot::AreaLead,
        area: Some(Id(last)),
        ..Passage::default()
    });
    put(&mut store, lead);
    let with_id = |id: i64, mut record: Record| {
        record.set_id(Id(id));
        record
    };
    let long_gone = put(&mut store, problem("旧")).id().0;
    store.edit(edit(vec![remove(Kind::Problem, long_gone)])).unwrap();

    let put = Change::Put;
    let cases: Vec<(Code, Vec<Change>)> = vec![
        (Code::SecondUnit, vec![put(Record::Unit(Unit::default()))]),
        (Code::UnitNeeded, vec![remove(Kind::Unit, 1)]),
        (Code::YearTwice, vec![put(year(2022))]),
        (Code::YearTwice, vec![put(with_id(2, year(2022)))]),
        (Code::YearInUse, vec![remove(Kind::Year, 2)]),
        (Code::YearInUse, vec![put(with_id(2, year(2030)))]),
        (Code::NoYear, vec![put(figure("新", 2019))]),
        (Code::NoArea, vec![put(achievement(0, 2023))]),
        (Code::NoArea, vec![put(achievement(999, 2023))]),
        (Code::NoArea, vec![put(achievement(number.0, 2023))]),
        (Code::NoPlaceholder, vec![put(achievement(-5, 2023))]),
        (Code::NoPlaceholder, vec![remove(Kind::Area, -5)]),
        (Code::PlaceholderTwice, vec![put(area(-1, 2023)), put(with_id(-1, problem("甲")))]),
        (Code::AreaOfOtherYear, vec![put(achievement(last, 2023))]),
        (Code::AreaInUse, vec![remove(Kind::Area, last)]),
        (Code::AreaInUse, vec![put(with_id(this, area(0, 2022)))]),
        (
            Code::NoArea,
            vec![put(achievement(-1, 2023)), put(area(-1, 2023)), remove(Kind::Area, -1)],
        ),
        (Code::FigureKeyTwice, vec![put(figure("案件数", 2023))]),
        (Code::FigureKeyTwice, vec![put(figure("新", 2023)), put(figure("新", 2023))]),
        (Code::FigureKey, vec![put(figure("", 2023))]),
        (Code::FigureKey, vec![put(figure("{案件}", 2023))]),
        (Code::FigureKey, vec![put(figure("案\n件", 2023))]),
        (Code::NoRecord, vec![put(with_id(999, problem("甲")))]),
        (Code::NoRecord, vec![put(with_id(this, problem("甲")))]),
        (Code::NoRecord, vec![put(with_id(long_gone, problem("甲")))]),
        (Code::NoRecord, vec![remove(Kind::Problem, long_gone)]),
        (Code::NoRecord, vec![remove(Kind::Problem, this)]),
        (Code::NoRecord, vec![remove(Kind::Figure, number.0), remove(Kind::Figure, number.0)]),
        (Code::NoRecord, vec![remove(Kind::Problem, 0)]),
        (Code::NoRecord, vec![put(with_id(long_gone + 1, problem("猜")))]),
        (Code::NoRecord, vec![remove(Kind::Plan, long_gone + 1)]),
        (Code::NoRecord, vec![remove(Kind::Plan, -1), put(with_id(-1, problem("后来")))]),
    ];
    for (n, (code, mut changes)) in cases.into_iter().enumerate() {
        let before = whole(&store);
        changes.insert(0, put(Record::Plan(Plan { year: 2022, ..Plan::default() })));
        let error = store.edit(edit(changes)).unwrap_err();
        assert_eq!(error.code(), code, "case {n}: {error:?}");
        assert_eq!(whole(&store), before, "case {n}");
    }
}

#[test]
fn the_same_key_may_stand_in_two_years() {
    let (_folder, mut store) = library();
    put(&mut store, year(2022));
    put(&mut store, figure("案件数", 2023));
    put(&mut store, figure("案件数", 2022));
}

#[test]
fn every_refusal_has_a_chinese_sentence_a_hint_and_a_code_of_its_own() {
    let refused = [
        Refused::NoRecord(Kind::Plan),
        Refused::NoYear(2023),
        Refused::YearTwice(2023),
        Refused::YearInUse(2023),
        Refused::SecondUnit,
        Refused::UnitNeeded,
        Refused::NoArea,
        Refused::AreaOfOtherYear(2023),
        Refused::AreaInUse("依法行政".into()),
        Refused::FigureKeyTwice { year: 2023, key: "案件数".into() },
        Refused::FigureKey("{".into()),
        Refused::TemplateKeyTwice("own-1".into()),
        Refused::NoTarget(Kind::Evidence),
        Refused::TargetOfOtherYear { kind: Kind::Evidence, year: 2023 },
        Refused::IndicatorCircle,
        Refused::NoSnapshot,
        Refused::CopyTooLarge,
        Refused::NoCopy,
        Refused::CopyDamaged,
        Refused::PlaceholderTwice,
        Refused::NoPlaceholder,
    ];
    let errors = [
        StoreError::Missing,
        StoreError::Empty,
        StoreError::Folder,
        StoreError::NoFolder,
        StoreError::Exists,
        StoreError::NoPermission,
        StoreError::ReadOnly,
        StoreError::NotLibrary,
        StoreError::OtherProgram,
        StoreError::Newer { file: 9, known: 1 },
        StoreError::Damaged("page 3".into()),
        StoreError::Busy,
        StoreError::DiskFull,
        StoreError::Failed("sqlite 1".into()),
    ];
    let mut words = Vec::new();
    for error in errors.into_iter().chain(refused.map(StoreError::from)) {
        let code = error.code();
        assert_eq!(serde_json::to_value(code).unwrap(), code.word());
        words.push(code.word());
        for sentence in [error.message(), error.hint().to_owned()] {
            let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
            assert!(sentence.chars().filter(|c| chinese(*c)).count() > 4, "{code:?}: {sentence}");
            assert!(!sentence.ends_with('。') && !sentence.contains("sqlite"), "{sentence}");
        }
    }
    let count = words.len();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), count);
}

#[test]
fn a_reference_that_slips_past_the_sentences_is_still_refused_by_the_tables() {
    let (_folder, mut store) = library();
    put(&mut store, area(0, 2023));
    let before = whole(&store);
    let tx = store.conn.transaction().unwrap();
    crate::table::Writer::new(&tx)
        .put(crate::table::Row::New, None, &{
            let mut record = achievement(999, 2023);
            record.set_id(Id(50));
            record
        })
        .unwrap();
    assert!(tx.commit().is_err());
    assert_eq!(whole(&store), before);
    let year_gone = Record::Year(Year { id: Id(2), year: 2023, ..Year::default() });
    assert!(crate::table::remove(&store.conn, here(&year_gone)).is_err());
}
