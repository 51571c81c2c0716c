//! The page as LibreOffice sets it, measured in millimetres.

use crate::pages::{Page, TEXT_BOTTOM, TEXT_LEFT, TEXT_RIGHT};
use crate::{build, pages, raster, rendered};

/// One 字 of body text and of the page number.
const CHAR: f64 = 15.75 * 25.4 / 72.0;
const SMALL: f64 = 14.0 * 25.4 / 72.0;

pub fn near(what: &str, is: f64, should: f64, within: f64) {
    assert!((is - should).abs() <= within, "{what}: {is:.2} mm, not {should:.2} ± {within}");
}

fn full_pages(name: &str) -> Option<Vec<Page>> {
    let mut pages = pages(name)?;
    pages.pop();
    assert!(pages.len() > 1, "{name} has too few pages");
    Some(pages)
}

#[test]
fn a_full_page_holds_22_lines_of_28_characters() {
    for (name, pitch) in [("grid", 28.95), ("grid_compensated", 29.45)] {
        let Some(pages) = full_pages(name) else { return };
        for (n, page) in pages.iter().enumerate() {
            let lines = page.body();
            assert_eq!(lines.len(), 22, "{name}, page {}", n + 1);
            // The first line of the paragraph begins two 字 in.
            let first = usize::from(n == 0);
            assert_eq!(lines[0].count(), if n == 0 { 26 } else { 28 });
            for line in &lines[first..] {
                assert_eq!(line.count(), 28, "{name}, page {}: {}", n + 1, line.text);
                near("left edge", line.x0, TEXT_LEFT, 0.3);
                near("right edge", line.x1, TEXT_RIGHT, 0.5);
            }
            let rise = (lines[21].y0 - lines[0].y0) / 21.0;
            near("line pitch", rise, pitch * 25.4 / 72.0, 0.02);
        }
    }
}

#[test]
fn a_paragraph_begins_two_characters_in() {
    let Some(pages) = pages("grid") else { return };
    near("first line", pages[0].body()[0].x0, TEXT_LEFT + 2.0 * CHAR, 0.3);
}

#[test]
fn the_pages_of_a_report_are_full() {
    for name in ["report", "report_compensated"] {
        let Some(pages) = full_pages(name) else { return };
        // The title takes more than a line, and the last paragraph may follow its signature.
        for page in &pages[1..pages.len() - 1] {
            assert_eq!(page.body().len(), 22, "{name}");
        }
    }
}

#[test]
fn page_numbers_stand_outside_and_seven_millimetres_below_the_text() {
    for name in ["report", "report_compensated"] {
        let Some(pages) = pages(name) else { return };
        let pdf = rendered().unwrap().join(format!("{name}.pdf"));
        for (page, n) in pages.iter().zip(1..) {
            let number = page.footer().unwrap();
            assert_eq!(number.text, format!("—{n}—"));
            if n % 2 == 1 {
                near("odd page, right edge", number.x1, TEXT_RIGHT - SMALL, 0.5);
            } else {
                near("even page, left edge", number.x0, TEXT_LEFT + SMALL, 0.5);
            }
            let dash = raster::page(&pdf, n).top_of_first_mark(TEXT_BOTTOM + 1.0);
            near("dash below the text", dash - TEXT_BOTTOM, 7.0, 1.0);
        }
    }
}

#[test]
fn page_numbers_can_be_centred_or_left_out() {
    let Some(centred) = pages("centred") else { return };
    for page in &centred {
        let number = page.footer().unwrap();
        near("middle", (number.x0 + number.x1) / 2.0, (TEXT_LEFT + TEXT_RIGHT) / 2.0, 0.5);
    }
    for page in pages("unnumbered").unwrap() {
        assert!(page.footer().is_none());
    }
}

#[test]
fn the_date_begins_two_characters_right_of_the_name() {
    for (name, unit) in [("long_names", "清河市青山区人民政府城市"), ("short_name", "某某局")]
    {
        let Some(pages) = pages(name) else { return };
        let page = &pages[0];
        let date = page.line("二〇二四年").unwrap();
        let name = page.lines.iter().rfind(|l| l.text.starts_with(unit)).unwrap();
        near("date", date.x0 - name.x0, 2.0 * CHAR, 0.5);
    }
}

#[test]
fn what_is_longer_of_name_and_date_ends_two_characters_from_the_right() {
    let Some(pages) = pages("short_name") else { return };
    let date = pages[0].line("二〇二四年").unwrap();
    near("right edge", date.x1, TEXT_RIGHT - 2.0 * CHAR, 0.5);
}

#[test]
fn a_long_title_is_broken_after_the_name_and_centred() {
    let Some(pages) = pages("short_name") else { return };
    let title = pages[0].body();
    assert_eq!(title[0].text, "清河市青山区综合行政执法局");
    assert_eq!(title[1].text, "2023年法治政府建设年度报告");
    for line in &title[..2] {
        near("middle", (line.x0 + line.x1) / 2.0, (TEXT_LEFT + TEXT_RIGHT) / 2.0, 0.5);
    }
}

#[test]
fn a_line_ended_by_hand_is_not_stretched() {
    let Some(pages) = pages("soft_break") else { return };
    let line = pages[0].line("一二三四五六").unwrap();
    near("width", line.x1 - line.x0, 6.0 * CHAR, 0.5);
}

#[test]
fn a_signature_never_stands_without_text() {
    let Some(pages) = pages("signature_moves") else { return };
    assert_eq!(pages.len(), 2);
    let last = pages[1].text();
    for part in ["末", "清河市青山区司法局", "2024年1月30日"] {
        assert!(last.contains(part), "{part} is not on the last page: {last}");
    }
}

#[test]
fn text_of_many_pages_in_one_cell_is_all_there() {
    let Some(pages) = pages("tables") else { return };
    let text: String = pages.iter().flat_map(|p| p.body()).map(|l| l.text.as_str()).collect();
    let text = text.replace("序号内容", "");
    assert!(text.contains(&build::items(900)), "{text}");
    let heads = pages.iter().filter(|p| p.text().contains("序号内容")).count();
    assert!(heads >= 3, "the head row stands on {heads} pages");
}

#[test]
fn merged_cells_are_laid_out() {
    let Some(pages) = pages("tables") else { return };
    for words in ["件数（合并两列）", "纵向合并", "处罚"] {
        assert!(pages[0].text().contains(words), "{words}");
    }
}

#[test]
fn no_mark_is_lost_at_a_lines_end() {
    let Some(pages) = pages("marks") else { return };
    let shown: String = pages.iter().flat_map(Page::body).map(|line| line.text.as_str()).collect();
    let doc = crate::samples::all().into_iter().find(|sample| sample.0 == "marks").unwrap().1;
    let meant: String = doc.paragraphs().map(|paragraph| paragraph.plain()).collect();
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    assert_eq!(squeezed(&shown), squeezed(&meant));
}

#[test]
fn rare_characters_are_on_the_page() {
    let Some(pages) = pages("rare") else { return };
    assert!(pages[0].text().contains("䶮㛃珺"), "{}", pages[0].text());
}
