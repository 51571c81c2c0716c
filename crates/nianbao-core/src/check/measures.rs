//! What the laid-out pages look like, as far as rules ask. It comes from the compositor as data; without
//! it nothing is said of pages.

/// Paragraphs are those of the paper, pages count from 0.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measures {
    pub pages: usize,
    pub found: Vec<Measured>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measured {
    /// A paragraph's last line holds one or two characters.
    ShortLastLine {
        para: usize,
        page: usize,
        text: String,
    },
    /// A heading is the last line of a page.
    HeadingAtFoot {
        para: usize,
        page: usize,
    },
    /// 署名 or 成文日期 begins a page.
    SignatureAlone {
        para: usize,
        page: usize,
    },
    /// The last page of the text holds so few lines.
    PageNearlyEmpty {
        para: usize,
        page: usize,
        lines: usize,
    },
    FirstPageWithoutText,
}
