//! What stands around the text, as Typst text: 版头 above, 版记 below. None of it is a paragraph of the
//! document, so none of it leads back to one.

use nianbao_core::doc::{Imprint, Letterhead};
use nianbao_core::looks::imprint::{below, stands_whole};
use nianbao_core::looks::letterhead::{MARK_BELOW, Placed, RULE, RULE_GAP};
use nianbao_core::looks::{BODY_SIZE, CHAR, Margins, Twips};

use crate::source::Pen;

impl Pen<'_> {
    pub(crate) fn letterhead(&mut self, letterhead: &Letterhead, margins: Margins) {
        let placed = Placed::new(letterhead, margins);
        let line = margins.line();
        self.text.push_str("#letterhead(");
        // Two lines more before the title.
        self.length(placed.height + 2 * line);
        self.text.push_str(", [\n");
        for (n, text) in (0..).zip(&placed.above) {
            let face = if placed.copy && n == 0 { "body" } else { "heading1" };
            self.at("left-at", &[0, n * line], face, text);
        }
        // Counted from 37 mm in both presets, as the ink of the text's first line is.
        let mut y = MARK_BELOW;
        for text in &placed.mark.lines {
            self.at("mark-at", &[y, placed.mark.line()], "title", text);
            y += placed.mark.line() + placed.mark.gap();
        }
        y -= placed.mark.gap();
        for (n, row) in placed.rows.iter().enumerate() {
            y += placed.above_row(n, line);
            if let Some(number) = &row.number {
                let what = if placed.upward { "left-at" } else { "middle-at" };
                self.at(what, &[CHAR, y], "body", number);
            }
            if row.label {
                self.at("left-at", &[placed.signers, y], "body", "签发人：");
            }
            for (x, name) in placed.names.into_iter().zip(&row.names) {
                self.at("left-at", &[x, y], "heading2", name);
            }
            y += if n + 1 == placed.rows.len() { twips(BODY_SIZE * 10) } else { line };
        }
        self.text.push_str("#red-rule-at(");
        self.length(y + 20 * RULE_GAP);
        self.text.push_str(", ");
        self.length(twips(RULE * 20 / 8));
        self.text.push_str(")\n])\n\n");
    }

    pub(crate) fn imprint(&mut self, imprint: &Imprint, margins: Margins) {
        let copies = imprint.copies_line();
        if copies.is_empty() && imprint.office.is_empty() && imprint.printed.is_empty() {
            return;
        }
        let whole = stands_whole(imprint);
        self.text.push_str(if whole { "#imprint-at-foot(" } else { "#imprint-in-text(" });
        self.length(if whole { below(margins) } else { 0 });
        for text in [copies.strip_prefix("抄送：").unwrap_or(""), &imprint.office, &imprint.printed]
        {
            self.text.push_str(", ");
            self.literal(text);
        }
        self.text.push_str(")\n\n");
    }

    fn at(&mut self, name: &str, lengths: &[Twips; 2], face: &str, text: &str) {
        self.text.push('#');
        self.text.push_str(name);
        self.text.push('(');
        for length in lengths {
            self.length(*length);
            self.text.push_str(", ");
        }
        self.text.push_str("faces.");
        self.text.push_str(face);
        self.text.push_str(", ");
        self.literal(text);
        self.text.push_str(")\n");
    }
}

fn twips(n: u32) -> Twips {
    Twips::try_from(n).unwrap_or(Twips::MAX)
}
