//! The coverage matrix: each indicator with what answers it, and the gaps.

use nianbao_core::coverage::{Coverage, CoverageRow};

use super::{Cell, Sheet};

const LEVELS: [&str; 6] = ["一级", "二级", "三级", "四级", "五级", "六级"];

/// A row for every line that is to be answered, and for those above that have something of their own.
pub fn matrix(coverage: &Coverage, unit: &str, year: i32) -> Sheet {
    let mut sheet = Sheet {
        name: "指标对照".to_owned(),
        title: format!("{unit}{year}年法治政府建设指标对照表"),
        note: format!(
            "共{}项末级指标，{}项还没有成效，{}项还没有佐证",
            coverage.all, coverage.without_achievement, coverage.without_evidence
        ),
        ..Sheet::default()
    };
    levels(&mut sheet, coverage);
    sheet.column("编号", 10, false);
    sheet.column("评分标准", 36, false);
    sheet.column("成效", 40, false);
    sheet.column("佐证", 30, false);
    sheet.column("缺口", 12, false);
    for row in shown(coverage) {
        let mut cells = above(row, coverage.levels);
        cells.push(row.code.as_str().into());
        cells.push(row.standard.as_str().into());
        cells.push(Cell { text: answers(row), gap: row.no_achievement, ..Cell::default() });
        cells.push(Cell { text: proofs(row), gap: row.no_evidence, ..Cell::default() });
        cells.push(match (row.no_achievement, row.no_evidence) {
            (true, true) => Cell::gap("缺成效、缺佐证"),
            (true, false) => Cell::gap("缺成效"),
            (false, true) => Cell::gap("缺佐证"),
            (false, false) => Cell::default(),
        });
        sheet.rows.push(cells);
    }
    sheet
}

/// A column a level, merged but for the last: two lines of one name are two all the same.
pub(super) fn levels(sheet: &mut Sheet, coverage: &Coverage) {
    for level in 0..coverage.levels.max(1) {
        let name =
            LEVELS.get(level).map_or_else(|| format!("{}级", level + 1), |n| (*n).to_owned());
        sheet.column(&format!("{name}指标"), 18, level + 1 < coverage.levels);
    }
}

/// Lines to be answered, and those above that say something themselves.
pub(super) fn shown(coverage: &Coverage) -> impl Iterator<Item = &CoverageRow> {
    coverage.rows.iter().filter(|row| {
        let said = !row.standard.trim().is_empty() || !row.assessment.trim().is_empty();
        row.last_level || said || !row.achievements.is_empty() || !row.evidence.is_empty()
    })
}

/// The row's own title on its level, those above it on theirs.
pub(super) fn above(row: &CoverageRow, levels: usize) -> Vec<Cell> {
    let titles = row.above.iter().chain([&row.title]);
    let mut cells: Vec<Cell> = titles.map(|title| title.as_str().into()).collect();
    cells.resize(levels.max(1).max(cells.len()), Cell::default());
    cells
}

fn answers(row: &CoverageRow) -> String {
    let one = |answer: &nianbao_core::coverage::Answer| {
        let title = answer.title.trim();
        if title.is_empty() {
            answer.body.trim().chars().take(40).collect()
        } else {
            title.to_owned()
        }
    };
    let all: Vec<String> = row.achievements.iter().map(one).collect();
    all.join("\n")
}

/// By their numbers in the 佐证目录.
pub(super) fn proofs(row: &CoverageRow) -> String {
    let all = row.evidence.iter().map(|proof| format!("{}.{}", proof.number, proof.title.trim()));
    all.collect::<Vec<_>>().join("\n")
}
