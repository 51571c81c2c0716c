//! The faces of a file: which glyphs of each are used, and what of it goes in.

use std::collections::BTreeMap;

use skrifa::raw::{FontRef, TableProvider};
use subsetter::{GlyphRemapper, Tag, subset_with_variations};
use typst::text::FontInstance;
use write_fonts::FontBuilder;
use write_fonts::tables::cmap::Cmap;
use write_fonts::types::{GlyphId, Tag as TableTag};

use super::{Ids, outlines};
use crate::TypesetError;

#[derive(Default)]
pub(super) struct Faces(Vec<Face>);

pub(super) struct Face {
    pub id: u32,
    font: FontInstance,
    /// Whether its licence lets a part of it into a file.
    pub embeds: bool,
    glyphs: GlyphRemapper,
    /// New number of the glyph of a character, for readers that look no further.
    characters: BTreeMap<char, u16>,
}

impl Faces {
    /// The face as this file knows it; a new one gets its number.
    pub fn face(&mut self, font: &FontInstance, ids: &mut Ids) -> &mut Face {
        let n = match self.0.iter().position(|face| face.font == *font) {
            Some(n) => n,
            None => {
                self.0.push(Face {
                    id: ids.next(),
                    font: font.clone(),
                    embeds: whole(font).is_none_or(|font| may_embed(&font)),
                    glyphs: GlyphRemapper::new(),
                    characters: BTreeMap::new(),
                });
                self.0.len() - 1
            }
        };
        &mut self.0[n]
    }

    pub fn iter(&self) -> impl Iterator<Item = &Face> {
        self.0.iter()
    }
}

impl Face {
    /// The glyph's number in the part that goes in.
    pub fn glyph(&mut self, old: u16) -> u16 {
        self.glyphs.remap(old)
    }

    /// Notes what stands for a character. One that has two glyphs keeps the first: each text says its
    /// glyphs itself.
    pub fn stands_for(&mut self, c: char, new: u16) {
        if new != 0 {
            self.characters.entry(c).or_insert(new);
        }
    }

    pub fn family(&self) -> &str {
        &self.font.font().info().family
    }

    pub fn name(&self) -> String {
        let of_its_own = self.font.font().post_script_name();
        of_its_own.filter(|_| self.embeds).unwrap_or_else(|| self.family().to_owned())
    }

    /// The glyphs in use as an OpenType file of their own, with its name.
    pub fn part(&self) -> Result<(String, Vec<u8>), TypesetError> {
        let wrong = |what: String| TypesetError::Ofd(format!("{}: {what}", self.family()));
        let font = self.font.font();
        let variations: Vec<(Tag, f32)> =
            self.font.variations().0.iter().map(|(t, v)| (Tag::new(&t.to_bytes()), v.0)).collect();
        let cut = subset_with_variations(font.data(), font.index(), &variations, &self.glyphs)
            .map_err(|e| wrong(e.to_string()))?;
        let readable = |bytes| FontRef::new(bytes).map_err(|e| wrong(e.to_string()));
        let characters = self.characters.iter().map(|(c, glyph)| (*c, GlyphId::from(*glyph)));
        let cmap = Cmap::from_mappings(characters).map_err(|e| wrong(e.to_string()))?;
        let mut builder = FontBuilder::new();
        builder.add_table(&cmap).map_err(|e| wrong(e.to_string()))?;
        // Says to the next program what the licence allows.
        let tag = TableTag::new(b"OS/2");
        if let Some(table) = whole(&self.font).and_then(|font| font.table_data(tag)) {
            builder.add_raw(tag, table.as_bytes());
        }
        builder.copy_missing_tables(readable(&cut)?);
        let built = builder.build();
        let cff = readable(&built)?;
        let bytes = outlines::truetype(&cff).unwrap_or_else(|| built.clone());
        let ending = if readable(&bytes)?.cff().is_ok() { "otf" } else { "ttf" };
        Ok((format!("Font_{}.{ending}", self.id), bytes))
    }
}

fn whole(font: &FontInstance) -> Option<FontRef<'_>> {
    FontRef::from_index(font.font().data(), font.font().index()).ok()
}

/// OS/2 fsType. A face without that table says nothing against it.
fn may_embed(font: &FontRef<'_>) -> bool {
    font.os2().is_ok_and(|table| allows(table.fs_type())) || font.os2().is_err()
}

/// What is installable, for preview and print or editable goes in; a licence that is restricted, that
/// forbids parts or allows pictures only does not.
fn allows(fs_type: u16) -> bool {
    const RESTRICTED: u16 = 0x2;
    const NO_PARTS: u16 = 0x100;
    const PICTURES_ONLY: u16 = 0x200;
    // Of several usage bits the mildest holds.
    fs_type & 0xE != RESTRICTED && fs_type & (NO_PARTS | PICTURES_ONLY) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_face_goes_in_as_far_as_its_licence_allows() {
        for (fs_type, meant) in [
            (0x0000, true),
            (0x0002, false),
            (0x0004, true),
            (0x0008, true),
            (0x000A, true),
            (0x0100, false),
            (0x0108, false),
            (0x0200, false),
        ] {
            assert_eq!(allows(fs_type), meant, "{fs_type:#06x}");
        }
    }
}
