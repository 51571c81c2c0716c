//! What becomes of paragraphs and rows when they close.

use super::{Body, Para, stands};
use crate::import::docx::line::{self, Line, Plain};
use crate::import::docx::numbers::Front;
use crate::import::manuscript::ChangeKind;

impl Body<'_> {
    pub(super) fn end_row(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        let cells = std::mem::take(&mut row.cells);
        let (mut lines, merged) = line::row(cells, row.before);
        if row.gone {
            // Its words are listed as changes; its paragraphs are gone with it.
            for line in &mut lines {
                line.words.empty();
            }
        }
        if merged && !row.said {
            row.said = true;
            if let Some(line) = lines.first_mut() {
                line.words
                    .drop("合并单元格", "表中合并的单元格：文字已读入，合并的样子没有保留，请核对");
            }
        }
        self.sink().lines.extend(lines);
    }

    pub(super) fn end_paragraph(&mut self) {
        let Some(mut para) = self.paras.pop() else { return };
        let mark = &para.own.mark;
        let gone = |kind| !stands(kind, self.revisions);
        let joined = mark.deleted.is_some() && gone(ChangeKind::Deleted)
            || mark.inserted.is_some() && gone(ChangeKind::Inserted);
        for (kind, mark) in [
            (ChangeKind::Inserted, mark.inserted.clone()),
            (ChangeKind::Deleted, mark.deleted.clone()),
        ] {
            if let Some(mark) = mark {
                para.words.change_of_mark(kind, &mark, !gone(kind));
            }
        }
        let hidden = mark_hides(&para);
        let front = if joined { Front::Nothing } else { self.front(&para) };
        match front {
            Front::Number(number) if !para.words.is_blank() => {
                let text = apart(number, &para.words.text);
                para.words.put_before(&text);
            }
            Front::Bullet => self.bullets = true,
            _ => {}
        }
        let sink = self.sink();
        let mut words = sink.open.take().unwrap_or_default();
        words.append(para.words);
        if joined || hidden {
            sink.open = Some(words);
            return;
        }
        let applied = para.applied;
        let most = para.looks.iter().max_by_key(|(_, count)| *count);
        let level = match para.own.outline {
            Some(outline) if outline < 9 => outline + 1,
            Some(_) => 0,
            None => applied.level,
        };
        let centered = para.own.centered.unwrap_or(applied.centered);
        sink.lines.push(Line {
            words: words.settled(centered || applied.title),
            level,
            title: applied.title,
            centered,
            look: most.map_or_else(|| Plain::from(applied.look), |(look, _)| *look),
            cell: false,
        });
    }

    fn front(&mut self, para: &Para) -> Front {
        let own = &para.own;
        let (list, level) = match own.list {
            Some(list) => (list, own.list_level.or(Some(0))),
            None => match para.applied.list {
                // Its level may be another than the style's.
                Some(list) => (list, own.list_level.or(para.applied.list_level)),
                None => return Front::Nothing,
            },
        };
        if list == 0 {
            return Front::Nothing;
        }
        self.numbers.count(list, level, own.style.as_deref(), self.styles)
    }
}

/// A heading that its mark's look joins with the paragraph behind it.
fn mark_hides(para: &Para) -> bool {
    para.own.mark.separates_style && para.own.mark.look.hidden == Some(true)
}

/// The number, and a space where it would run into the words: `1.` before `2023年`, `1` before 加强.
fn apart(mut number: String, text: &str) -> String {
    let last = number.trim_end().chars().next_back();
    let first = text.trim_start().chars().next();
    let open = last.is_some_and(char::is_alphanumeric);
    let decimal = last == Some('.') && first.is_some_and(|c| c.is_ascii_digit());
    number.truncate(number.trim_end().len());
    if open || decimal {
        number.push(' ');
    }
    number
}
