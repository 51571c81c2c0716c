//! Fields: what they show is text, what they are made of is not.

/// The fields that are open, the innermost last.
#[derive(Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// How many of them have not come to what they show.
    waiting: usize,
    /// How many are tables of contents.
    contents: usize,
}

#[derive(Default)]
struct Field {
    code: String,
    shows: bool,
    contents: bool,
}

/// A field's code is kept so far: enough to know it by.
const CODE: usize = 200;

impl Fields {
    pub fn begin(&mut self) {
        self.open.push(Field::default());
        self.waiting += 1;
    }

    pub fn say(&mut self, code: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| field.code.len() < CODE) {
            field.code.push_str(code);
        }
    }

    pub fn separate(&mut self) {
        let Some(field) = self.open.last_mut().filter(|field| !field.shows) else { return };
        field.shows = true;
        field.contents = field.code.trim_start().starts_with("TOC");
        self.waiting -= 1;
        self.contents += usize::from(field.contents);
    }

    /// What it shows, if it is one that shows what its code says: `eq \o\ac(○,3)`.
    pub fn end(&mut self) -> Option<char> {
        let field = self.open.pop()?;
        self.waiting -= usize::from(!field.shows);
        self.contents -= usize::from(field.contents);
        if field.shows { None } else { circled(&field.code) }
    }

    /// Text that stands in the code of one field because another stands in it.
    pub fn hides(&self) -> bool {
        self.waiting > 0 && self.open.len() > 1
    }

    pub fn in_contents(&self) -> bool {
        self.contents > 0
    }
}

fn circled(code: &str) -> Option<char> {
    let code = code.trim();
    code.get(..2).filter(|name| name.eq_ignore_ascii_case("eq"))?;
    let (_, rest) = code.split_once("○,").or_else(|| code.split_once("〇,"))?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let n = digits.parse::<u32>().ok().filter(|n| (1..=20).contains(n))?;
    char::from_u32('①' as u32 + n - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_shows_its_result_and_a_circled_number_its_code() {
        let mut fields = Fields::default();
        fields.begin();
        fields.say(" eq \\o\\ac(○,12)");
        assert_eq!(fields.end(), Some('⑫'));
        fields.begin();
        fields.say("TOC \\o");
        assert!(!fields.in_contents());
        fields.separate();
        assert!(fields.in_contents() && !fields.hides());
        fields.begin();
        assert!(fields.hides());
        assert_eq!((fields.end(), fields.end(), fields.end()), (None, None, None));
        assert!(!fields.in_contents() && !fields.hides());
    }
}
