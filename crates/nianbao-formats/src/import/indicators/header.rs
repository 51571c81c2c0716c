//! Which row is the header, and what its columns are.

use super::{ColumnProposal, ColumnRole, DroppedRow, Grid};

pub(super) struct Header {
    /// From 0.
    pub row: usize,
    pub texts: Vec<String>,
    pub roles: Vec<ColumnRole>,
}

impl Header {
    /// The row with the most known headings among the first ones; of a header of two rows the lower.
    pub fn find(grid: &Grid, rows: usize) -> Option<Self> {
        let mut best: Option<(usize, Header)> = None;
        for row in 0..grid.rows.len().min(rows) {
            let width = grid.rows[row].len();
            let texts: Vec<String> =
                (0..width).map(|column| squeezed(&grid.text(row, column))).collect();
            let roles = roles(&texts);
            let names =
                |role: &ColumnRole| matches!(role, ColumnRole::Level(_) | ColumnRole::Title);
            let known = roles.iter().filter(|role| **role != ColumnRole::Left).count();
            let filled = texts.iter().filter(|text| !text.is_empty()).count();
            // A single column is a table only under a heading that is nothing else.
            let enough = known >= 2 || (known == 1 && filled == 1 && is_bare(&texts));
            if roles.iter().any(names) && enough && best.as_ref().is_none_or(|(k, _)| known > *k) {
                best = Some((known, Header { row, texts, roles }));
            }
        }
        best.map(|(_, header)| header)
    }

    pub fn columns(&self) -> Vec<ColumnProposal> {
        let columns = self.texts.iter().zip(&self.roles).enumerate();
        columns
            .filter(|(_, (header, _))| !header.is_empty())
            .map(|(n, (header, role))| ColumnProposal {
                letter: letter(n),
                header: header.clone(),
                role: *role,
            })
            .collect()
    }

    pub fn has_levels(&self) -> bool {
        self.roles.iter().any(|role| matches!(role, ColumnRole::Level(_)))
    }

    /// Columns of a role, from the left.
    pub fn of(&self, role: ColumnRole) -> impl Iterator<Item = usize> + '_ {
        self.roles.iter().enumerate().filter(move |(_, r)| **r == role).map(|(n, _)| n)
    }

    /// Columns that have no place in an indicator, and what stands above the header.
    pub fn note_left(&self, grid: &Grid, dropped: &mut Vec<DroppedRow>) {
        for row in 0..self.row {
            let text = row_text(grid, row);
            if !text.is_empty() {
                let why = "表头上面的文字，不是指标".to_owned();
                dropped.push(DroppedRow { row: row + 1, text, why });
            }
        }
        let width = grid.rows.iter().map(Vec::len).max().unwrap_or_default();
        for column in 0..width {
            if self.roles.get(column).is_some_and(|role| *role != ColumnRole::Left) {
                continue;
            }
            let below = self.row + 1..grid.rows.len();
            let filled = below.filter(|row| !grid.text(*row, column).is_empty()).count();
            if filled > 0 {
                let name = self.texts.get(column).filter(|text| !text.is_empty());
                let name = name.map_or_else(|| format!("{}列", letter(column)), Clone::clone);
                dropped.push(DroppedRow {
                    row: 0,
                    text: format!("“{name}”一列，共{filled}格"),
                    why: "指标里没有放它的地方".to_owned(),
                });
            }
        }
    }
}

/// A row's cells as one text.
pub(super) fn row_text(grid: &Grid, row: usize) -> String {
    let width = grid.rows.get(row).map_or(0, Vec::len);
    let texts = (0..width).map(|column| grid.text(row, column)).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join(" ")
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn is_bare(texts: &[String]) -> bool {
    texts
        .iter()
        .any(|t| ["指标", "指标名称", "指标内容", "考核内容", "考评内容"].contains(&t.as_str()))
}

fn roles(texts: &[String]) -> Vec<ColumnRole> {
    let mut roles: Vec<ColumnRole> = texts.iter().map(|text| role(text)).collect();
    let has = |roles: &[ColumnRole], f: fn(&ColumnRole) -> bool| roles.iter().any(f);
    let levels = has(&roles, |r| matches!(r, ColumnRole::Level(_)));
    // 序号 beside levels or a proper code only counts the rows.
    let coded =
        texts.iter().zip(&roles).any(|(t, r)| *r == ColumnRole::Code && !t.contains("序号"));
    for (text, role) in texts.iter().zip(&mut roles) {
        let counts = *role == ColumnRole::Code && text.contains("序号") && (levels || coded);
        // 指标内容 beside 一级指标 … says the rule of the last level.
        let rule = *role == ColumnRole::Title && levels;
        if counts {
            *role = ColumnRole::Left;
        } else if rule {
            *role = ColumnRole::Standard;
        }
    }
    // Of two headings for one thing the first counts.
    for single in [ColumnRole::Code, ColumnRole::Parent, ColumnRole::Title, ColumnRole::Assessment]
    {
        let mut met = false;
        for role in roles.iter_mut().filter(|role| **role == single) {
            if std::mem::replace(&mut met, true) {
                *role = ColumnRole::Left;
            }
        }
    }
    roles
}

fn role(text: &str) -> ColumnRole {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let code = has(&["编码", "编号", "代码", "序号", "指标号"]);
    // A heading is short; a sentence that names such words is none.
    if text.is_empty() || text.chars().count() > 14 {
        return ColumnRole::Left;
    }
    if has(&["上级", "父"]) {
        return ColumnRole::Parent;
    }
    match (level(text), code) {
        (Some(level), true) => return ColumnRole::LevelCode(level),
        (Some(level), false) if !has(&["分值", "权重", "标准"]) => {
            return ColumnRole::Level(level);
        }
        (None, true) => return ColumnRole::Code,
        _ => {}
    }
    if has(&["自评", "自查", "完成情况", "落实情况"]) {
        ColumnRole::Assessment
    } else if has(&["分值", "权重", "满分", "分数", "赋分"]) {
        ColumnRole::Points
    } else if has(&["标准", "细则", "评分", "办法", "要求", "说明"]) {
        ColumnRole::Standard
    } else if has(&["指标", "内容", "项目", "任务", "事项", "要点"]) {
        ColumnRole::Title
    } else {
        ColumnRole::Left
    }
}

/// 一级指标, 2级, 三级指标名称
fn level(text: &str) -> Option<usize> {
    let at = text.find('级')?;
    let before = text[..at].chars().next_back()?;
    let chinese = "一二三四五六".chars().position(|c| c == before).map(|n| n + 1);
    chinese.or_else(|| before.to_digit(10).map(|n| n as usize).filter(|n| (1..7).contains(n)))
}

/// 0 → A, 26 → AA
pub(super) fn letter(column: usize) -> String {
    let mut out = String::new();
    let mut n = column + 1;
    while n > 0 {
        n -= 1;
        out.insert(0, char::from(b'A' + (n % 26) as u8));
        n /= 26;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_words() {
        use ColumnRole::*;
        for (text, meant) in [
            ("一级指标", Level(1)),
            ("三级指标名称", Level(3)),
            ("2级指标", Level(2)),
            ("二级指标编号", LevelCode(2)),
            ("一级指标分值", Points),
            ("指标编码", Code),
            ("上级编码", Parent),
            ("指标内容", Title),
            ("考核项目", Title),
            ("评分标准", Standard),
            ("分值", Points),
            ("自评情况", Assessment),
            ("责任单位", Left),
            ("备注", Left),
            ("", Left),
            ("2023年度全县法治政府建设考核指标体系", Left),
        ] {
            assert_eq!(role(text), meant, "{text}");
        }
        let of = |texts: &[&str]| roles(&texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&["序号", "指标"]), [Code, Title]);
        assert_eq!(of(&["序号", "编号", "指标"]), [Left, Code, Title]);
        assert_eq!(of(&["序号", "一级指标", "指标内容"]), [Left, Level(1), Standard]);
        assert_eq!(
            (letter(0), letter(25), letter(26), letter(701)),
            ("A".into(), "Z".into(), "AA".into(), "ZZ".into())
        );
    }
}
