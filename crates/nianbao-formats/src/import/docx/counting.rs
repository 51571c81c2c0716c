//! The ways a number is counted: 三, 3, ③, iii.

use nianbao_core::text::numeral;

/// `n` in the counting of this name; in digits where the name is unknown or does not reach so far.
pub(super) fn written(format: &str, n: u32) -> String {
    let found = match format {
        "none" => Some(String::new()),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting" => numeral::chinese(n),
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => {
            Some(each(n, "〇一二三四五六七八九"))
        }
        "chineseLegalSimplified" => {
            numeral::chinese(n).map(|text| swap(&text, "壹贰叁肆伍陆柒捌玖拾佰"))
        }
        "ideographLegalTraditional" => {
            numeral::chinese(n).map(|text| swap(&text, "壹貳參肆伍陸柒捌玖拾佰"))
        }
        "decimalFullWidth" | "decimalFullWidth2" => Some(each(n, "０１２３４５６７８９")),
        "decimalZero" if n < 10 => Some(format!("0{n}")),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => nth('①', n, 20),
        "decimalEnclosedParen" => nth('⑴', n, 20),
        "decimalEnclosedFullstop" => nth('⒈', n, 20),
        "ideographEnclosedCircle" => nth('㊀', n, 10),
        "ideographTraditional" => pick(n, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => pick(n, "子丑寅卯辰巳午未申酉戌亥"),
        "upperLetter" => letters(n, b'A'),
        "lowerLetter" => letters(n, b'a'),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).map(|text| text.to_lowercase()),
        _ => None,
    };
    found.unwrap_or_else(|| n.to_string())
}

fn each(n: u32, digits: &str) -> String {
    let digit = |b: u8| digits.chars().nth(usize::from(b - b'0'));
    n.to_string().bytes().filter_map(digit).collect()
}

fn swap(text: &str, digits: &str) -> String {
    let digit = |c| "一二三四五六七八九十百".chars().position(|d| d == c);
    text.chars().map(|c| digit(c).and_then(|at| digits.chars().nth(at)).unwrap_or(c)).collect()
}

fn nth(first: char, n: u32, most: u32) -> Option<String> {
    let c = (1..=most).contains(&n).then(|| char::from_u32(first as u32 + n - 1)).flatten()?;
    Some(c.to_string())
}

fn pick(n: u32, from: &str) -> Option<String> {
    let at = usize::try_from(n.checked_sub(1)?).ok()?;
    from.chars().nth(at).map(String::from)
}

/// a, b … z, aa, bb … as Word goes on.
fn letters(n: u32, first: u8) -> Option<String> {
    let at = n.checked_sub(1)?;
    let letter = char::from(first + u8::try_from(at % 26).ok()?);
    let times = usize::try_from(at / 26 + 1).ok().filter(|times| *times <= 30)?;
    Some(letter.to_string().repeat(times))
}

fn roman(n: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = (1..4000).contains(&n).then_some(n)?;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_shows_them() {
        for (format, n, meant) in [
            ("chineseCounting", 11, "十一"),
            ("chineseCountingThousand", 111, "一百一十一"),
            ("japaneseCounting", 20, "二十"),
            ("chineseCounting", 200, "200"),
            ("ideographDigital", 20, "二〇"),
            ("chineseLegalSimplified", 12, "拾贰"),
            ("decimalFullWidth", 12, "１２"),
            ("decimalZero", 3, "03"),
            ("decimalEnclosedCircleChinese", 3, "③"),
            ("decimalEnclosedCircle", 21, "21"),
            ("decimalEnclosedParen", 1, "⑴"),
            ("ideographTraditional", 2, "乙"),
            ("lowerLetter", 28, "bb"),
            ("lowerLetter", u32::MAX, "4294967295"),
            ("upperRoman", 1994, "MCMXCIV"),
            ("lowerRoman", 0, "0"),
            ("decimal", 7, "7"),
            ("none", 7, ""),
            ("anything", 7, "7"),
        ] {
            assert_eq!(written(format, n), meant, "{format} {n}");
        }
    }
}
