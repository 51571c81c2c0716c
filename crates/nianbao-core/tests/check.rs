//! What holds of the check whatever the text.

use nianbao_core::catalog::Catalog;
use nianbao_core::check::{Checker, Finding, Options, Paper, YearInput, check_text, check_year};
use nianbao_core::compose::Edition;
use nianbao_core::record::{Id, Passage, Slot, Unit, Year, YearRecords};

/// The pieces that reports, good and bad, are made of.
const PIECES: &str = "[一二三四1-9]{0,2}[、.（）()是]{0,2}[办理案件其中占比同去年上增长共计今来截至目前将下步约余万]{0,8}[0-9]{0,5}[宗件%倍个人年月日.，。；\n（）“”《》{}*X]{0,4}";

proptest::proptest! {
    #[test]
    fn any_text_is_checked_with_places_inside_and_the_same_after_an_edit(
        paragraphs in proptest::collection::vec(PIECES, 0..8),
        edited in 0usize..8,
        by in PIECES,
    ) {
        let before = Paper::plain(&paragraphs.join("\n"));
        let mut changed = paragraphs.clone();
        if let Some(paragraph) = changed.get_mut(edited) {
            *paragraph = by;
        }
        let text = changed.join("\n");
        let after = Paper::plain(&text);
        let mut checker = Checker::new(Options::default());
        checker.check_text(&before);
        let report = checker.check_text(&after);
        assert_eq!(report, check_text(&after, &Options::default()));
        let chars: Vec<char> = text.chars().collect();
        for at in report.findings.iter().filter_map(|finding| finding.at.as_ref()) {
            assert_eq!(chars[at.start..at.end].iter().collect::<String>(), at.text);
        }
    }
}

/// What two paragraphs of one year, or of this and last, may have in common.
const SAID: [&str; 6] = [
    "印发《甲区2023年依法治区工作要点》，压实责任。",
    "制定甲区2023年依法治区工作要点，抓好落实。",
    "我局开展执法培训12次，提升执法人员依法办事的能力，规范执法行为，树立良好形象，群众满意。",
    "我委开展执法培训15次，提升执法人员依法办事的能力，规范执法行为，树立良好形象，群众满意。",
    "共收到行政复议申请247宗",
    "累计收到行政复议申请250宗。对作出布署的工作逐项督办。",
];

/// A year of passages: which of [`SAID`] each says.
fn year(number: i32, said: &[usize]) -> YearRecords {
    let of_unit = Unit { name: "甲局".to_owned(), short: "我局".to_owned(), ..Unit::default() };
    let mut records = YearRecords::new(of_unit, Year { year: number, ..Year::default() });
    records.passages = (1..)
        .zip(said)
        .map(|(id, said)| {
            let body = SAID[*said].to_owned();
            Passage { id: Id(id), slot: Slot::Lead, body, ..Passage::default() }
        })
        .collect();
    records
}

proptest::proptest! {
    #[test]
    fn a_year_is_checked_the_same_after_edits_of_it_and_of_the_one_before(
        mut this in proptest::collection::vec(0..SAID.len(), 1..6),
        mut last in proptest::collection::vec(0..SAID.len(), 1..6),
        edits in proptest::collection::vec((0..4_u8, 0..6_usize, 0..SAID.len()), 1..8),
    ) {
        let catalog = Catalog::built_in();
        let mut checker = Checker::new(Options::default());
        let mut edition = Edition::Submission;
        for (what, at, said) in edits {
            match what {
                0 if at < this.len() => this[at] = said,
                1 if at < last.len() => last[at] = said,
                2 => this.insert(at.min(this.len()), said),
                _ => edition = if said % 2 == 0 { Edition::Public } else { Edition::Submission },
            }
            let (records, before) = (year(2023, &this), year(2022, &last));
            let last = (at % 2 == 0).then_some(&before);
            let input = YearInput { records: &records, last, edition, catalog };
            assert_eq!(checker.check_year(&input), check_year(&input, &Options::default()));
        }
    }
}

#[test]
fn texts_no_person_writes_are_checked_to_their_end() {
    // Each took minutes where a rule compared all with all.
    for text in [
        "“".repeat(10_000),
        "（".repeat(10_000),
        "其中1件，".repeat(20_000),
        "一是".repeat(100_000),
        "共1件（1件、".repeat(20_000),
        "字".repeat(1_000_000),
        "5月".repeat(100_000),
        "1、\n".repeat(20_000),
        "《".repeat(10_000) + "》",
        "《甲".repeat(20_000) + &"》".repeat(20_000),
        "习近平新时代".repeat(20_000),
        "的".repeat(1_000_000),
        "当事人".repeat(100_000),
        "13812341234 ".repeat(20_000),
        "1".repeat(1_000_000),
        "甲有限公司处罚。".repeat(20_000),
        "文化路12号".repeat(20_000),
        "印发《甲区2023年依法治区工作要点》".repeat(10_000),
        "，。".repeat(200_000),
        "a@".repeat(100_000),
    ] {
        let report = check_text(&Paper::plain(&text), &Options::default());
        let length = text.chars().count();
        let inside = |finding: &Finding| finding.at.as_ref().is_none_or(|at| at.end <= length);
        assert!(report.findings.iter().all(inside));
    }
}
