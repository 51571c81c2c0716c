//! What names a person: numbers of phones, cards and papers, and names behind a role.

use std::ops::Range;

use jiff::civil::Date;

use super::facts::Facts;
use crate::text::punctuation::is_han;

/// Digits written together or in groups (138 1234 5678), with nothing of a number beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Digits {
    pub digits: String,
    pub at: Range<usize>,
}

/// No number of a card is longer; a longer run is none.
const LONG: usize = 24;

pub(super) fn digits(facts: &Facts) -> Vec<Digits> {
    let chars = &facts.chars;
    let mut out = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        let mut digits = String::new();
        // One blank or hyphen may stand between digits.
        while let Some(&c) = chars.get(at) {
            let next = chars.get(at + 1).is_some_and(char::is_ascii_digit);
            if c.is_ascii_digit() {
                digits.push(c);
            } else if !(matches!(c, ' ' | '-') && next) {
                break;
            }
            at += 1;
        }
        let joins = |c: Option<&char>| {
            c.is_some_and(|c| {
                c.is_ascii_alphanumeric() || matches!(c, '*' | '＊' | '.' | '@' | '/' | '_' | '%')
            })
        };
        let before = start.checked_sub(1).and_then(|before| chars.get(before));
        // The last place of an ID may be an X.
        let mark = chars.get(at).filter(|c| matches!(c, 'X' | 'x') && digits.len() == 17);
        let end = at + usize::from(mark.is_some());
        if !joins(before) && !joins(chars.get(end)) && digits.len() <= LONG {
            digits.extend(mark.map(char::to_ascii_uppercase));
            out.push(Digits { digits, at: start..end });
        }
        at = end.max(at);
    }
    out
}

/// 18 places, a day that may be a birthday, and a last place that follows from the others.
pub(super) fn is_identity(number: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const LAST: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let chars: Vec<char> = number.chars().collect();
    if chars.len() != 18 || !number[..17].bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let born = Date::new(
        number[6..10].parse().unwrap_or_default(),
        number[10..12].parse().unwrap_or_default(),
        number[12..14].parse().unwrap_or_default(),
    );
    let born = born.is_ok_and(|born| (1900..=2100).contains(&born.year()));
    let sum: u32 =
        chars.iter().zip(WEIGHTS).filter_map(|(c, weight)| Some(c.to_digit(10)? * weight)).sum();
    let last = usize::try_from(sum % 11).ok().and_then(|n| LAST.get(n));
    born && last == chars.last()
}

/// Every second digit from the right doubled; the whole divides by ten.
pub(super) fn is_luhn(number: &str) -> bool {
    let sum: u32 = number
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(n, digit)| match (n % 2, digit * 2) {
            (0, _) => digit,
            (_, twice) => twice / 10 + twice % 10,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Family names as a name behind a role is told by. Those that are everyday words as well (和, 于, 向, 应)
/// are left out: a name missed is seen by the reader, 当事人应当 would be found on every page.
const FAMILY: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎武乔贺赖龚庞樊兰殷施陶洪翟颜倪严牛温芦季俞章鲁葛毕聂焦柳邢骆岳齐欧莫涂祁柴翁";

/// Words that begin like a name.
const WORDS: &str = "高度 张贴 周边 周知 金额 程序 章程 许可 严重 严格 顾虑 顾问 谢意 罗列 胡乱 林权 林地 黄金 郑重 石料 田地 武力 钱款 马上 白天 江河 史料 夏季 季度 余款 万元 牛羊 毛利 温和 段落 施工 陈述 方便 何时 何种 严厉 严肃 程度 金融 许诺 万余 余名 余人 钟情 石材 康复 齐全 田间 龙头 贺信 雷同 毕业 季节 武装 白条 林木 江湖 余额 钱财 洪水 苏醒 施暴 戴罪 陶瓷 章节 余下 曾经 曾因 何人 何地 何处 何事 陆续";

/// A full name (two or three characters) at a place, ended by a mark or a word that no name has.
pub(super) fn name_at(chars: &[char], at: usize) -> Option<Range<usize>> {
    name_before(chars, at, |rest| match rest.first() {
        None => true,
        Some(c) => "，。；、,;：:（(）) 与诉不因向自在于等的".contains(*c),
    })
}

/// A full name at a place, with what must stand behind it.
pub(super) fn name_before(
    chars: &[char],
    at: usize,
    ends: impl Fn(&[char]) -> bool,
) -> Option<Range<usize>> {
    let family = chars.get(at).filter(|c| FAMILY.contains(**c))?;
    let given = |n: usize| {
        chars.get(n).is_some_and(|c| {
            is_han(*c) && !"某×Ｘ人们等的了在是和与向不因为将一二三四五六七八九十".contains(*c)
        })
    };
    let two: String = [*family, *chars.get(at + 1)?].iter().collect();
    if WORDS.split(' ').any(|word| word == two) {
        return None;
    }
    [3, 2].into_iter().map(|n| at..at + n).find(|name| {
        chars.get(name.end..).is_some_and(&ends) && (name.start + 1..name.end).all(given)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_papers_and_cards_are_told_by_their_check_digits() {
        assert!(is_identity("11010519491231002X"));
        assert!(is_identity("440515198001010017") && is_identity("110101199003071233"));
        assert!(!is_identity("440524188001010014"), "born in 1880");
        assert!(!is_identity("110105194912310021"));
        assert!(is_luhn("6222022000001234564") && !is_luhn("6222022000001234565"));
        assert!(is_luhn("4111111111111111"));
        assert!(!is_luhn("4111111111111112"));
    }

    #[test]
    fn names_behind_a_role_are_told_from_words() {
        for (text, meant) in [
            ("张建国，", Some(3)),
            ("李明不服", Some(2)),
            ("陈述、申辩", None),
            ("许可证", None),
            ("张某某，", None),
            ("王强因", Some(2)),
            ("应当", None),
            ("高度认可，", None),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(name_at(&chars, 0).map(|name| name.len()), meant, "{text}");
        }
    }
}
