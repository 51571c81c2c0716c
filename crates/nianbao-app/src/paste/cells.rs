//! The clipboard's text as rows of cells.

/// Rows without the blank ones at either end; line feeds inside a cell stay.
pub(super) fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = vec![Vec::new()];
    let mut rest = text;
    loop {
        let (cell, after) = match quoted(rest) {
            Some(found) => found,
            None => {
                let end = rest.find(['\t', '\n', '\r']).unwrap_or(rest.len());
                (rest[..end].to_owned(), &rest[end..])
            }
        };
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        if let Some(next) = after.strip_prefix('\t') {
            rest = next;
        } else if let Some(next) = line_end(after) {
            rows.push(Vec::new());
            rest = next;
        } else {
            break;
        }
    }
    let is_blank = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
    while rows.last().is_some_and(is_blank) {
        rows.pop();
    }
    let first = rows.iter().position(|row| !is_blank(row)).unwrap_or(0);
    rows.drain(..first);
    rows
}

fn line_end(text: &str) -> Option<&str> {
    text.strip_prefix("\r\n").or_else(|| text.strip_prefix(['\n', '\r']))
}

/// A cell that had to be quoted: it holds a tab, a line feed or a quotation mark. A cell that merely
/// begins with a quotation mark is none.
fn quoted(text: &str) -> Option<(String, &str)> {
    let inner = text.strip_prefix('"')?;
    let mut cell = String::new();
    let mut rest = inner;
    loop {
        let end = rest.find('"')?;
        cell.push_str(&rest[..end]);
        let after = &rest[end + 1..];
        if let Some(next) = after.strip_prefix('"') {
            cell.push('"');
            rest = next;
            continue;
        }
        let ends = after.is_empty() || after.starts_with(['\t', '\n', '\r']);
        let needed = cell.contains(['\t', '\n', '\r', '"']);
        return (ends && needed).then(|| (cell.replace("\r\n", "\n"), after));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_as_excel_and_wps_copy_them() {
        for (text, meant) in [
            ("a\tb\r\nc\td\r\n", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("\r\na\t\r\n\t\r\n", vec![vec!["a", ""]]),
            ("\"a\nb\"\tc", vec![vec!["a\nb", "c"]]),
            ("\"说\"\"好\"\"\"\tc", vec![vec!["说\"好\"", "c"]]),
            ("\"甲\"项目\t1\n乙\t2", vec![vec!["\"甲\"项目", "1"], vec!["乙", "2"]]),
            ("\"甲\t1\n乙\t2", vec![vec!["\"甲", "1"], vec!["乙", "2"]]),
            ("", vec![]),
            ("\n\n", vec![]),
        ] {
            assert_eq!(rows(text), meant, "{text:?}");
        }
    }
}
