//! One reading of a paragraph for the hundreds of words that rules ask it for.

/// So many bits; a paragraph has some two hundred pairs.
const BITS: usize = 4096;

/// Which characters stand beside each other. Says for sure that a word is not there, so that the text
/// is searched only for the few that may be: characters of Chinese share their first byte, which is
/// hard on a search by bytes.
#[derive(Debug)]
pub(super) struct Pairs {
    bits: Box<[u64; BITS / 64]>,
}

impl Pairs {
    pub fn of(chars: &[char]) -> Self {
        let mut bits = Box::new([0; BITS / 64]);
        for pair in chars.windows(2) {
            let bit = bit(pair[0], pair[1]);
            bits[bit / 64] |= 1 << (bit % 64);
        }
        Self { bits }
    }

    /// False: the word is not there. A word of one character always may be.
    pub fn may_hold(&self, word: &str) -> bool {
        let mut chars = word.chars();
        let Some(mut last) = chars.next() else { return true };
        chars.all(|c| {
            let bit = bit(last, c);
            last = c;
            self.bits[bit / 64] >> (bit % 64) & 1 == 1
        })
    }
}

fn bit(a: char, b: char) -> usize {
    let mixed = (a as u32).wrapping_mul(0x9E37_79B1) ^ (b as u32).wrapping_mul(0x85EB_CA6B);
    (mixed >> 20) as usize % BITS
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn what_stands_in_a_text_is_never_denied(text in "[的一是在不了有和𠮷a-c😀]{1,40}", from in 0usize..40, length in 0usize..6) {
            let chars: Vec<char> = text.chars().collect();
            let from = from.min(chars.len());
            let word: String = chars[from..(from + length).min(chars.len())].iter().collect();
            assert!(Pairs::of(&chars).may_hold(&word));
        }
    }

    #[test]
    fn most_words_that_are_not_there_are_denied() {
        let text: Vec<char> = "深入推进行政执法规范化建设，全年办理案件若干宗".chars().collect();
        let pairs = Pairs::of(&text);
        let words =
            ["下一步", "今年来", "将继续", "请批示", "有限公司", "未成年人", "身份证", "机密"];
        assert!(words.iter().all(|word| !pairs.may_hold(word)));
    }
}
