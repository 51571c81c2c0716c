//! From one edition to the other: stretches that stay, and edits that together make the whole difference.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::flat::{END, Flat, Masked, Token};

/// A stretch of both texts, in characters.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    pub sent: Range<usize>,
    /// In the published text before it is masked.
    pub public: Range<usize>,
    /// Tokens of either side; none: it stays as it is.
    pub edit: Option<Edit>,
    pub masked: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Edit {
    pub sent: Range<usize>,
    pub public: Range<usize>,
}

/// In order and without gaps in either text.
pub(super) fn script(sent: &Flat, public: &Flat) -> Vec<Stretch> {
    let keys = |flat: &Flat| flat.tokens.iter().map(|t| t.key.clone()).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Myers, &keys(sent), &keys(public));
    let mut out = Pen { sent, public, out: Vec::new() };
    let mut done = 0;
    for (n, op) in ops.iter().enumerate() {
        match *op {
            DiffOp::Equal { old_index, new_index, len } => {
                for n in std::mem::take(&mut done)..len {
                    out.same(old_index + n, new_index + n);
                }
            }
            // Without the end of the paragraph before, but with its own.
            DiffOp::Delete { old_index, old_len, new_index }
                if matches!(ops.get(n + 1), Some(DiffOp::Equal { .. }))
                    && out.is_end(old_index)
                    && out.is_end(old_index + old_len) =>
            {
                out.same(old_index, new_index);
                out.gone(old_index + 1..old_index + old_len + 1, new_index + 1);
                done = 1;
            }
            DiffOp::Delete { old_index, old_len, new_index } => {
                out.gone(old_index..old_index + old_len, new_index);
            }
            DiffOp::Insert { old_index, new_index, new_len } => {
                out.put(old_index..old_index, new_index..new_index + new_len);
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                out.gone(old_index..old_index + old_len, new_index);
                let old_index = old_index + old_len;
                out.put(old_index..old_index, new_index..new_index + new_len);
            }
        }
    }
    masked(join(out.out, sent, public), &public.masks)
}

struct Pen<'a> {
    sent: &'a Flat,
    public: &'a Flat,
    out: Vec<Stretch>,
}

impl Pen<'_> {
    fn is_end(&self, at: usize) -> bool {
        self.sent.tokens.get(at).is_some_and(|token| token.key == END)
    }

    fn same(&mut self, old: usize, new: usize) {
        let stays = self.sent.tokens[old].text == self.public.tokens[new].text;
        if stays {
            let (sent, public) =
                (chars(self.sent, &(old..old + 1)), chars(self.public, &(new..new + 1)));
            self.out.push(Stretch { sent, public, edit: None, masked: false });
        } else {
            self.put(old..old + 1, new..new + 1);
        }
    }

    /// An edit for each record that is gone; the end of its paragraph goes with it.
    fn gone(&mut self, old: Range<usize>, new: usize) {
        let mut from = old.start;
        for at in old.clone() {
            let next = self.sent.tokens.get(at + 1).filter(|_| at + 1 < old.end);
            let goes_on = next.is_some_and(|next| {
                next.key == END
                    || self.sent.tokens[from..=at].iter().all(|t| t.key == END)
                    || belongs(&self.sent.tokens[from..=at], next)
            });
            if !goes_on {
                self.put(from..at + 1, new..new);
                from = at + 1;
            }
        }
    }

    fn put(&mut self, old: Range<usize>, new: Range<usize>) {
        let (sent, public) = (chars(self.sent, &old), chars(self.public, &new));
        let edit = Some(Edit { sent: old, public: new });
        self.out.push(Stretch { sent, public, edit, masked: false });
    }
}

/// Whether the token is of the same record as those before it.
fn belongs(before: &[Token], next: &Token) -> bool {
    let last = before.iter().rev().find(|token| token.key != END);
    last.is_some_and(|last| {
        last.of.record() == next.of.record() && {
            // What no record gives is told apart by its paragraph.
            next.of.record().is_some() || last.block == next.block
        }
    })
}

fn chars(flat: &Flat, tokens: &Range<usize>) -> Range<usize> {
    let at = |n: usize| match flat.tokens.get(n) {
        Some(token) => token.at,
        None => flat.tokens.last().map_or(0, |t| t.at + t.text.chars().count()),
    };
    at(tokens.start)..at(tokens.end)
}

/// Edits of one record that touch are one.
fn join(all: Vec<Stretch>, sent: &Flat, public: &Flat) -> Vec<Stretch> {
    let record = |edit: &Edit| {
        let tokens = sent.tokens[edit.sent.clone()].iter();
        let mut all = tokens.chain(&public.tokens[edit.public.clone()]);
        all.find_map(|token| token.of.record())
    };
    let mut out: Vec<Stretch> = Vec::new();
    for stretch in all {
        match (out.last_mut(), &stretch.edit) {
            (Some(Stretch { edit: None, sent, public, .. }), None) => {
                sent.end = stretch.sent.end;
                public.end = stretch.public.end;
            }
            (Some(Stretch { edit: Some(known), sent, public, .. }), Some(edit))
                if record(known).is_some() && record(known) == record(edit) =>
            {
                known.sent.end = edit.sent.end;
                known.public.end = edit.public.end;
                sent.end = stretch.sent.end;
                public.end = stretch.public.end;
            }
            _ => out.push(stretch),
        }
    }
    out
}

/// Cuts what is masked out of what stays; an edit takes in the masks that it touches.
fn masked(all: Vec<Stretch>, masks: &[Masked]) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    for mut stretch in all {
        // A mask that began in the stretch before goes on in this one: they are edited together.
        let runs_on =
            |mask: &&Masked| mask.start < stretch.public.start && stretch.public.start < mask.end;
        if masks.iter().any(|mask| runs_on(&mask))
            && let Some(before) = out.pop()
        {
            let edit = |s: &Stretch| s.edit.clone();
            let joined = match (edit(&before), edit(&stretch)) {
                (Some(a), Some(b)) => {
                    Edit { sent: a.sent.start..b.sent.end, public: a.public.start..b.public.end }
                }
                (Some(one), None) | (None, Some(one)) => one,
                (None, None) => Edit { sent: 0..0, public: 0..0 },
            };
            stretch = Stretch {
                sent: before.sent.start..stretch.sent.end,
                public: before.public.start..stretch.public.end,
                edit: Some(joined),
                masked: true,
            };
            out.push(stretch);
            continue;
        }
        let inside: Vec<&Masked> = masks
            .iter()
            .filter(|mask| mask.start >= stretch.public.start && mask.start < stretch.public.end)
            .collect();
        if stretch.edit.is_some() {
            stretch.masked = !inside.is_empty();
            out.push(stretch);
            continue;
        }
        for mask in inside {
            let (from, to) = (mask.start, mask.end.min(stretch.public.end));
            let (stays, rest) = split(&stretch, from);
            let (cut, rest) = split(&rest, to);
            out.extend((!stays.public.is_empty()).then_some(stays));
            out.push(Stretch {
                edit: Some(Edit { sent: 0..0, public: 0..0 }),
                masked: true,
                ..cut
            });
            stretch = rest;
        }
        out.extend((!stretch.public.is_empty()).then_some(stretch));
    }
    out
}

/// What stays, cut at a place of the published text.
fn split(stretch: &Stretch, at: usize) -> (Stretch, Stretch) {
    let middle = stretch.sent.start + (at - stretch.public.start);
    let (mut left, mut right) = (stretch.clone(), stretch.clone());
    left.sent.end = middle;
    left.public.end = at;
    right.sent.start = middle;
    right.public.start = at;
    (left, right)
}
