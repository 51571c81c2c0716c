//! Chinese numerals as headings use them: 一 to 一百九十九.

const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// `11` → 十一, never 一十一; `111` → 一百一十一. None outside 1 to 199.
pub fn chinese(n: u32) -> Option<String> {
    if !(1..200).contains(&n) {
        return None;
    }
    let (hundreds, rest) = (n / 100, n % 100);
    let (tens, ones) = (rest / 10, rest % 10);
    let mut out = String::new();
    if hundreds > 0 {
        out.push_str("一百");
        if tens == 0 && ones > 0 {
            out.push('零');
        }
    }
    if tens > 0 {
        if tens > 1 || hundreds > 0 {
            out.push_str(DIGITS[tens as usize]);
        }
        out.push('十');
    }
    out.push_str(DIGITS[ones as usize]);
    Some(out)
}

/// The other way. Reads 一十一 and 一百十一 too, as people write them.
pub fn value(text: &str) -> Option<u32> {
    let digit = |c: char| "一二三四五六七八九".chars().position(|d| d == c).map(|p| p as u32 + 1);
    let mut rest = text;
    let mut total = 0;
    if let Some(after) = rest.strip_prefix("一百") {
        total = 100;
        rest = after;
        if let Some(after) = rest.strip_prefix('零') {
            let mut chars = after.chars();
            let ones = digit(chars.next()?)?;
            return chars.next().is_none().then_some(total + ones);
        }
        if rest.is_empty() {
            return Some(total);
        }
    }
    let chars: Vec<char> = rest.chars().collect();
    let below_hundred = match *chars.as_slice() {
        ['十'] => 10,
        ['十', ones] => 10 + digit(ones)?,
        [tens, '十'] => digit(tens)? * 10,
        [tens, '十', ones] => digit(tens)? * 10 + digit(ones)?,
        [ones] if total == 0 => digit(ones)?,
        _ => return None,
    };
    Some(total + below_hundred)
}

/// `二〇二四` → 2024, and `２０２４` and `2024` too: a number written digit by digit. None for any
/// other character, an empty text and more than nine digits.
pub fn digit_by_digit(text: &[char]) -> Option<u32> {
    if text.is_empty() || text.len() > 9 {
        return None;
    }
    text.iter().try_fold(0, |n: u32, &c| Some(n * 10 + digit(c)?))
}

fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        // People type the letter O, the circle and the geometric sign for 〇 as well.
        '〇' | '零' | '○' => Some(0),
        c => "一二三四五六七八九".chars().position(|d| d == c).map(|p| p as u32 + 1),
    }
}

/// Whether a Chinese numeral from 1 to 199 can be written with it.
pub fn is_numeral(c: char) -> bool {
    "一二三四五六七八九十百零".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_digit_by_digit() {
        let read = |text: &str| digit_by_digit(&text.chars().collect::<Vec<_>>());
        for text in ["二〇二四", "二○二四", "二零二四", "2024", "２０２４"] {
            assert_eq!(read(text), Some(2024), "{text}");
        }
        for text in ["", "二十", "20年", "1234567890"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn one_to_199_there_and_back() {
        for n in 1..200 {
            assert_eq!(value(&chinese(n).unwrap()), Some(n), "{n}");
        }
        assert_eq!((chinese(0), chinese(200)), (None, None));
    }

    #[test]
    fn written_forms() {
        for (n, text) in
            [(10, "十"), (11, "十一"), (20, "二十"), (101, "一百零一"), (111, "一百一十一")]
        {
            assert_eq!(chinese(n).unwrap(), text);
        }
        assert_eq!(value("一十一"), Some(11));
        for text in ["", "零", "一二", "百", "十十", "一百零", "一百一"] {
            assert_eq!(value(text), None, "{text}");
        }
    }
}
