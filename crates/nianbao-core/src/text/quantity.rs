//! Quantities in prose: 办理案件12925宗.
//!
//! A number is a quantity when a unit of counting follows it. Years, dates, times, ordinals, document
//! numbers, ranges, ratios and numbers inside quoted names are refused: a ledger that holds 第五届 as
//! a 5 is worse than one that lacks a figure. Chinese numerals are left to names (一村一法律顾问).

mod label;
mod lexicon;
mod refused;
mod units;

use self::refused::{begins_range, is_one_each, is_padded, is_part_of_something, named};
use crate::ledger::Decimal;
use crate::record::Precision;

/// A number met in prose. `start..end` counts characters and takes in 约 and the unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    pub value: Decimal,
    pub unit: String,
    pub precision: Precision,
    pub start: usize,
    pub end: usize,
}

/// Every quantity of a paragraph, in order. Linear in the paragraph.
pub fn read(text: &[char]) -> Vec<Quantity> {
    let named = named(text);
    let mut found: Vec<Quantity> = Vec::new();
    // The end of the number before, kept or not: a range refuses both its ends.
    let mut last_end = 0;
    let mut at = 0;
    while at < text.len() {
        if !is_digit(text[at]) {
            at += 1;
            continue;
        }
        let number = number(text, at);
        let next = number.end;
        if let Some(one) = quantity(text, &number, last_end) {
            let end = one.end;
            if !named[at] && !is_one_each(text, &one) && !begins_range(text, end) {
                found.push(one);
            }
            last_end = end;
            at = end.max(next);
        } else {
            last_end = next;
            at = next;
        }
    }
    found
}

/// What each of a paragraph's quantities counts, from the words of its clause; never empty. `year` is
/// the report's: its own year says nothing in a label, another year's does (`2022年办理案件`).
pub fn labels(text: &[char], quantities: &[Quantity], year: Option<i32>) -> Vec<String> {
    label::all(text, quantities, year)
}

/// Digits, thousands in threes, one decimal point.
struct Number {
    start: usize,
    end: usize,
    digits: String,
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn number(text: &[char], start: usize) -> Number {
    let run = |from: usize| text[from..].iter().take_while(|&&c| is_digit(c)).count();
    let mut end = start + run(start);
    while end - start < 24
        && matches!(text.get(end), Some(',' | '，'))
        && run(end + 1) == 3
        && (text[end] == ',' || !text[start..end].iter().all(char::is_ascii))
        && run(start) <= 3
    {
        end += 4;
    }
    let mut digits: String =
        text[start..end].iter().filter(|c| is_digit(**c)).map(|&c| narrow(c)).collect();
    if matches!(text.get(end), Some('.' | '．')) && run(end + 1) > 0 {
        let fraction = run(end + 1);
        digits.push('.');
        digits.extend(text[end + 1..end + 1 + fraction].iter().map(|&c| narrow(c)));
        end += 1 + fraction;
    }
    Number { start, end, digits }
}

fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        c => c,
    }
}

/// The number with its modifiers and unit; None where it counts nothing.
fn quantity(text: &[char], number: &Number, last_end: usize) -> Option<Quantity> {
    if is_part_of_something(text, number, last_end) || is_padded(&number.digits) {
        return None;
    }
    let mut at = spaces(text, number.end);
    let mut precision = Precision::Exact;
    if let Some(p) = suffix(text, at) {
        precision = p;
        at += 1;
    }
    let scale = scale(text, at);
    let (unit_start, mut end) = (at, at + scale);
    if scale > 0
        && let Some(p) = suffix(text, end)
    {
        precision = p;
        end += 1;
    }
    end = spaces(text, end);
    let unit = units::at(text, end, scale > 0)?;
    let word: String =
        text[unit_start..unit_start + scale].iter().chain(&text[end..end + unit]).collect();
    end += unit;
    if number.digits == "24" && word == "小时" {
        return None;
    }
    if let Some((p, taken)) = after(text, end) {
        precision = p;
        end += taken;
    }
    let (start, before) = before(text, number.start);
    let value = number.digits.parse().ok()?;
    Some(Quantity { value, unit: word, precision: before.unwrap_or(precision), start, end })
}

/// Spaces that stand between a number and its unit; a tab is a cell's border.
fn spaces(text: &[char], at: usize) -> usize {
    at + text[at..].iter().take(2).take_while(|c| matches!(c, ' ' | '\u{A0}')).count()
}

/// 余 of 20余名; 万 may stand before or after it.
fn suffix(text: &[char], at: usize) -> Option<Precision> {
    match text.get(at)? {
        '余' | '多' => Some(Precision::Over),
        '来' => Some(Precision::About),
        _ => None,
    }
}

/// How many characters of 万, 亿, 千万 … stand there; they belong to the unit: 3.5万件.
fn scale(text: &[char], at: usize) -> usize {
    text[at..].iter().take(2).take_while(|c| "十百千万亿".contains(**c)).count()
}

/// 左右, 以上 behind the unit.
fn after(text: &[char], at: usize) -> Option<(Precision, usize)> {
    match text.get(at..at + 2)? {
        ['左', '右'] | ['上', '下'] => Some((Precision::About, 2)),
        ['以', '上'] => Some((Precision::Over, 2)),
        _ => None,
    }
}

/// 约 and its like before the number, and where they begin. 节约20万元 and 签约30家 are no estimates.
fn before(text: &[char], number: usize) -> (usize, Option<Precision>) {
    let end = number - text[..number].iter().rev().take(2).take_while(|c| **c == ' ').count();
    let ends = |word: &str| {
        let mut back = text[..end].iter().rev();
        let stands = word.chars().rev().all(|c| back.next() == Some(&c));
        stands.then(|| end - word.chars().count())
    };
    for (words, precision) in [
        (["大约", "约为", "将近", "接近", "约", "近"].as_slice(), Precision::About),
        (["超过", "不少于", "至少", "超", "逾"].as_slice(), Precision::Over),
    ] {
        for word in words {
            let Some(start) = ends(word) else { continue };
            let joined = start.checked_sub(1).and_then(|i| text.get(i));
            if word.chars().count() == 1
                && joined.is_some_and(|c| "节预签履契违公制赴邀相最就附邻亲靠临远".contains(*c))
            {
                continue;
            }
            return (start, Some(precision));
        }
    }
    (number, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let quantities = read(&chars);
        let labels = labels(&chars, &quantities, Some(2023));
        labels
            .into_iter()
            .zip(quantities)
            .map(|(label, q)| {
                let span: String = chars[q.start..q.end].iter().collect();
                let precision = match q.precision {
                    Precision::Exact => "",
                    Precision::About => "约",
                    Precision::Over => "余",
                };
                format!("{label}={}{}{precision}@{span}", q.value, q.unit)
            })
            .collect()
    }

    #[test]
    fn quantities_are_read_with_what_they_count() {
        for (text, meant) in [
            ("全年共收到622份法制件，涉及多个领域。", "法制件=622份@622份"),
            ("共收到行政复议申请247宗。", "行政复议申请=247宗@247宗"),
            (
                "组织镇街约20名新获证的执法人员进行实操培训",
                "实操培训新获证的执法人员=20名约@约20名",
            ),
            ("走访企业20余家。", "走访企业=20家余@20余家"),
            ("发放宣传资料3.5万份。", "发放宣传资料=3.5万份@3.5万份"),
            ("发放资料1万余份。", "发放资料=1万份余@1万余份"),
            ("办理案件12,925宗。", "办理案件=12925宗@12,925宗"),
            ("办理案件 12925 宗。", "办理案件=12925宗@12925 宗"),
            ("办理案件１２宗。", "办理案件=12宗@１２宗"),
            ("优秀率99.97%。", "优秀率=99.97%@99.97%"),
            ("3.5%的案件按期办结", "案件按期办结=3.5%@3.5%"),
            ("挽回损失350万元。", "挽回损失=350万元@350万元"),
            ("新建12支队伍，其中镇级3支。", "队伍=12支@12支 镇级=3支@3支"),
            ("受理20件办结18件。", "受理=20件@20件 办结=18件@18件"),
            ("咨询人数1000人左右。", "咨询人数=1000人约@1000人左右"),
            ("组织法律知识考试，共175人参考。", "法律知识考试参考=175人@175人"),
            ("持有证件20本，公共服务5次", "持有证件=20本@20本 公共服务=5次@5次"),
            ("（2022年共办理案件1970宗）", "2022年办理案件=1970宗@1970宗"),
            ("办理案件12宗，同比增长5%。", "办理案件=12宗@12宗 办理案件同比增长=5%@5%"),
            ("制定规范性文件，共12件。", "制定规范性文件=12件@12件"),
            ("律师、调解员等共12人。", "律师、调解员等=12人@12人"),
            ("行政处罚\t465宗", "行政处罚=465宗@465宗"),
            ("100%。", "比例=100%@100%"),
            ("优秀率由82%提高到91%。", "优秀率=82%@82% 优秀率提高到=91%@91%"),
            ("接待来访180批次610人次。", "接待来访=180批次@180批次 接待来访=610人次@610人次"),
            ("一是清理文件46件。", "清理文件=46件@46件"),
            ("为18个村提供咨询", "村=18个@18个"),
            ("研究法治议题5个，下设3个小组。", "研究法治议题=5个@5个 小组=3个@3个"),
            (
                "为3.2万余名劳动者追回工资约4500万元",
                "劳动者=3.2万名余@3.2万余名 劳动者追回工资=4500万元约@约4500万元",
            ),
            ("挽回损失约460万元", "挽回损失=460万元约@约460万元"),
            ("全区42所学校完成章程修订", "学校=42所@42所"),
            ("占道经营\u{3000}412宗\u{3000}61.2%", "占道经营=412宗@412宗 占道经营比例=61.2%@61.2%"),
            ("节约20万元，签约30家。", "节约=20万元@20万元 签约=30家@30家"),
        ] {
            assert_eq!(seen(text).join(" "), meant, "{text}");
        }
    }

    #[test]
    fn what_counts_nothing_is_no_quantity() {
        for text in [
            "2023年5月，区委召开会议",
            "2023年度",
            "2024年2月1日",
            "2024-02-01 17:43",
            "规划(2021-2035年)",
            "4月至9月",
            "4至9月",
            "区府办〔2023〕5号文件",
            "第5届委员会第6次会议",
            "第3、5、7条",
            "第三次会议",
            "一村（社区）一法律顾问",
            "三区十九室",
            "“12348”广东法网",
            "12345热线",
            "拨打0754-85721234",
            "电话：13800001234",
            "“八五”普法",
            "“1名律师”行动",
            "《第12批次3个清单》",
            "每日8:30开门",
            "比例为1:3",
            "1.加强领导",
            "（1）人员不足",
            "1、个别单位",
            "1.5版方案",
            "A4纸",
            "4A级景区",
            "1人1档",
            "1村1顾问",
            "3-5次",
            "3至5名",
            "3%—5%",
            "24小时值班",
            "“12·4”宣传日",
            "12部门联合",
            "20名额",
            "007件",
            "3个月",
            "https://a.gov.cn/8件",
            "身份证440501********1234件",
            "",
        ] {
            assert_eq!(seen(text), Vec::<String>::new(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_with_spans_in_order_and_inside(text in "[0-9０-９.,:年月日第约余近、件个人次%万的共“”《》()（）至 a-z-]{0,60}") {
            let chars: Vec<char> = text.chars().collect();
            let quantities = read(&chars);
            let labels = labels(&chars, &quantities, Some(2023));
            assert_eq!(labels.len(), quantities.len());
            let mut last = 0;
            for (label, q) in labels.iter().zip(&quantities) {
                assert!(last <= q.start && q.start < q.end && q.end <= chars.len(), "{text}: {q:?}");
                assert!(!label.is_empty() && !q.unit.is_empty(), "{text}: {q:?}");
                last = q.end;
            }
        }
    }
}
