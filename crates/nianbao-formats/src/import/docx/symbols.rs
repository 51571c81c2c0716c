//! Characters of symbol fonts, by the ones anyone can read.

/// What a character of such a font shows; none where that is not known.
pub(super) fn shown(font: &str, code: u32) -> Option<char> {
    let font = font.to_ascii_lowercase();
    let low = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let table: &[(u32, char)] = if font == "wingdings" {
        &WINGDINGS
    } else if font == "wingdings 2" {
        &[(0x50, '✓'), (0x51, '✗'), (0x52, '☑'), (0x53, '☒'), (0xA3, '□'), (0x97, '●')]
    } else if font == "symbol" {
        &SYMBOL
    } else {
        return char::from_u32(code)
            .filter(|c| !c.is_control() && !(0xE000..0xF900).contains(&code));
    };
    table.iter().find(|(at, _)| *at == low).map(|(_, c)| *c)
}

const WINGDINGS: [(u32, char); 24] = [
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '❑'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x9F, '•'),
    (0xA7, '▪'),
    (0xA8, '□'),
    (0xAB, '★'),
    (0xD8, '➢'),
    (0xE0, '→'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
    (0x81, '①'),
    (0x82, '②'),
    (0x83, '③'),
    (0x84, '④'),
    (0x85, '⑤'),
    (0x86, '⑥'),
    (0x87, '⑦'),
    (0x88, '⑧'),
];

const SYMBOL: [(u32, char); 14] = [
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xA3, '≤'),
    (0xB3, '≥'),
    (0xA5, '∞'),
    (0xAE, '→'),
    (0x6D, 'μ'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0xD6, '√'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_symbols_are_read_and_the_rest_are_not_guessed() {
        for (font, code, meant) in [
            ("Wingdings", 0xF0FE, Some('☑')),
            ("Wingdings", 0x6C, Some('●')),
            ("Wingdings 2", 0xF052, Some('☑')),
            ("Symbol", 0xF0B4, Some('×')),
            ("宋体", 0x2460, Some('①')),
            ("Webdings", 0xF021, None),
            ("Wingdings", 0xF021, None),
        ] {
            assert_eq!(shown(font, code), meant, "{font} {code:x}");
        }
    }
}
