//! 密级 as it is marked on a paper. This program is no place for state secrets: a mark is refused where
//! one could be set; prose on 保守国家秘密 is none.

const GRADES: [&str; 3] = ["绝密", "机密", "秘密"];
/// The star between grade and term, and what stands in for it.
const STARS: [char; 5] = ['★', '☆', '*', '＊', '✩'];

/// The mark in a text: 机密★1年 anywhere, 秘密, 密级：秘密 or 绝密 长期 where a line says nothing else.
pub fn mark(text: &str) -> Option<String> {
    text.lines().find_map(|line| starred(line).or_else(|| alone(line)))
}

fn starred(line: &str) -> Option<String> {
    let chars: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
    let star = chars.iter().enumerate().find_map(|(n, c)| {
        let grade: String = chars.get(n.checked_sub(2)?..n)?.iter().collect();
        (STARS.contains(c) && GRADES.contains(&grade.as_str())).then_some(grade)
    })?;
    Some(format!("{star}★"))
}

fn alone(line: &str) -> Option<String> {
    let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let line = line.trim_matches(['（', '）', '(', ')', '【', '】', '[', ']', '。', '：', ':']);
    let line = line.strip_prefix("密级").unwrap_or(line).trim_start_matches(['：', ':', '为']);
    let grade = GRADES.into_iter().find(|grade| line.starts_with(grade))?;
    let rest = line[grade.len()..].trim_start_matches('级');
    let term = ["年", "个月", "月", "日", "长期", ""].into_iter().any(|unit| {
        rest.strip_suffix(unit).is_some_and(|n| {
            n.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十〇零两".contains(c))
        })
    });
    term.then(|| grade.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_prose() {
        for (typed, meant) in [
            ("机密★1年", Some("机密★")),
            ("绝密 ★ 长期", Some("绝密★")),
            ("甲局文件 秘密*", Some("秘密★")),
            ("秘密", Some("秘密")),
            ("（机密级）", Some("机密")),
            ("密级：秘密", Some("秘密")),
            ("绝密10年", Some("绝密")),
            ("某局报告\n机密", Some("机密")),
            ("保守国家秘密", None),
            ("保守国家秘密，开展保密教育。", None),
            ("秘密工作规定", None),
            ("机密文件管理情况报告", None),
            ("商业秘密保护", None),
            ("", None),
        ] {
            assert_eq!(mark(typed).as_deref(), meant, "{typed}");
        }
    }
}
