//! What stands around the text, as LibreOffice sets it.

use crate::layout::near;
use crate::pages::{Page, TEXT_BOTTOM, TEXT_LEFT, TEXT_RIGHT};
use crate::raster::{self, Ink};
use crate::{pages, rendered};

const CHAR: f64 = 15.75 * 25.4 / 72.0;

fn ink(name: &str, page: usize) -> Ink {
    raster::page(&rendered().unwrap().join(format!("{name}.pdf")), page)
}

fn line<'a>(page: &'a Page, with: &str) -> &'a crate::pages::Line {
    page.line(with).unwrap()
}

#[test]
fn the_mark_stands_35_millimetres_under_the_texts_edge() {
    for name in ["official", "official_compensated", "sealed"] {
        if pages(name).is_none() {
            return;
        }
        near("top of the mark", ink(name, 1).top_of_red(40.0), 72.0, 1.0);
    }
}

#[test]
fn the_red_line_is_4_millimetres_under_the_number_and_as_wide_as_the_text() {
    for name in ["official", "official_compensated", "sealed"] {
        let Some(pages) = pages(name) else { return };
        let ink = ink(name, 1);
        let number = line(&pages[0], "清司〔2024〕3号");
        let rule = ink.red_rule().unwrap();
        let bottom = ink.bottom_between(number.y0, rule.top - 0.5, TEXT_LEFT, TEXT_RIGHT);
        near("below the number", rule.top - bottom, 4.0, 0.5);
        near("left end", rule.left, TEXT_LEFT, 0.3);
        near("right end", rule.right, TEXT_RIGHT, 0.3);
    }
}

#[test]
fn an_upward_report_has_its_number_left_and_its_signers_right() {
    let Some(pages) = pages("official") else { return };
    let last = line(&pages[0], "清司〔2024〕3号");
    near("number", last.x0, TEXT_LEFT + CHAR, 0.5);
    let first = line(&pages[0], "签发人：");
    near("last name", first.x1, TEXT_RIGHT - CHAR, 0.5);
    assert!(first.text.contains("李某") && first.text.contains("王某某"), "{}", first.text);
    assert!(last.text.contains("赵某某"), "{}", last.text);
}

#[test]
fn copy_number_and_urgency_stand_in_the_first_two_lines() {
    let Some(pages) = pages("official") else { return };
    let body = pages[0].body();
    assert_eq!((body[0].text.as_str(), body[1].text.as_str()), ("000001", "特急"));
    near("left edge", body[0].x0, TEXT_LEFT, 0.3);
}

#[test]
fn a_long_name_takes_two_lines_and_no_glyph_is_squeezed() {
    let Some(pages) = pages("sealed") else { return };
    let body = pages[0].body();
    let first = body[0];
    let em = (first.x1 - first.x0) / first.count() as f64;
    near("width of a glyph", em, 21.0 * 25.4 / 72.0, 0.3);
    near("middle", (first.x0 + first.x1) / 2.0, (TEXT_LEFT + TEXT_RIGHT) / 2.0, 0.5);
}

#[test]
fn the_imprints_last_line_is_the_text_blocks_lower_edge() {
    for name in ["official", "official_compensated", "sealed"] {
        let Some(pages) = pages(name) else { return };
        let ink = ink(name, pages.len());
        let rules = ink.black_rules(200.0, 275.0);
        near("last line", rules.last().unwrap().bottom, TEXT_BOTTOM, 1.0);
        near("left end", rules[0].left, TEXT_LEFT, 0.5);
        near("right end", rules[0].right, TEXT_RIGHT, 0.5);
        let last = pages.last().unwrap();
        assert!(last.text().contains("2024年1月31日印发"));
        near("right edge", line(last, "印发").x1, TEXT_RIGHT - 14.0 * 25.4 / 72.0, 0.5);
    }
}

#[test]
fn each_attachment_begins_a_page_with_its_title_in_the_third_line() {
    let Some(pages) = pages("official") else { return };
    let firsts: Vec<_> = pages.iter().filter(|p| p.body()[0].text.starts_with("附件")).collect();
    assert_eq!(firsts.len(), 2);
    for page in firsts {
        let body = page.body();
        let rise = (body[1].y0 + body[1].y1 - body[0].y0 - body[0].y1) / 2.0;
        near("from label to title", rise, 2.0 * 28.95 * 25.4 / 72.0, 2.0);
    }
}

#[test]
fn the_annex_repeats_its_head_on_every_page() {
    let Some(pages) = pages("official") else { return };
    let with = pages.iter().filter(|page| page.text().contains("指标")).count();
    assert!(with >= 2, "the head stands on {with} pages");
}

#[test]
fn under_a_seal_the_date_ends_four_characters_from_the_right() {
    let Some(pages) = pages("sealed") else { return };
    let date = line(&pages[0], "二〇二四年");
    near("right edge", date.x1, TEXT_RIGHT - 4.0 * CHAR, 0.5);
    let name = pages[0].lines.iter().rfind(|l| l.text == "清河市司法局").unwrap();
    near("middle", (name.x0 + name.x1) / 2.0, (date.x0 + date.x1) / 2.0, 0.5);
}
