//! What the figures of a ledger are called: a block of a thousand rows asks a thousand times.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_core::record::Figure;
use nianbao_core::text::reference::is_key;

#[derive(Default)]
pub(super) struct Names {
    /// Places in the ledger, by label and by key, white space apart.
    places: BTreeMap<String, Vec<usize>>,
    keys: BTreeSet<String>,
}

impl Names {
    pub(super) fn of(figures: &[Figure]) -> Self {
        let mut names = Self::default();
        for (n, figure) in figures.iter().enumerate() {
            names.add(n, figure);
        }
        names
    }

    pub(super) fn add(&mut self, place: usize, figure: &Figure) {
        let (label, key) = (squeeze(figure.label_or_key()), squeeze(&figure.key));
        if key != label {
            self.places.entry(key).or_default().push(place);
        }
        self.places.entry(label).or_default().push(place);
        self.keys.insert(figure.key.clone());
    }

    /// The places of figures called so.
    pub(super) fn called(&self, name: &str) -> Vec<usize> {
        self.places.get(&squeeze(name)).cloned().unwrap_or_default()
    }

    /// A key for a new figure of that name, which none has.
    pub(super) fn free_key(&self, label: &str) -> String {
        let plain: String =
            label.chars().filter(|c| !c.is_control() && !"{}".contains(*c)).collect();
        let plain = if is_key(plain.trim()) { plain.trim() } else { "数据" };
        let numbered = (2..).map(|n| format!("{plain}（{n}）"));
        let mut keys = std::iter::once(plain.to_owned()).chain(numbered);
        keys.find(|key| !self.keys.contains(key)).unwrap_or_default()
    }
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
