use crate::check::rule::{Looks, RecordSpot, RecordSpots, Rule, Strength};
use crate::check::{Severity, YearInput};
use crate::record::Kind;

pub(super) static RULE: Rule = Rule {
    code: "D011",
    name: "标题的年份不是报告年度",
    severity: Severity::Warning,
    why: "标题沿用上年的没有改年份，整份报告就成了去年的。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "（2023年度的报告，标题写成“甲局2022年法治政府建设年度报告”）",
    right: "（标题写“甲局2023年法治政府建设年度报告”，或不填，由程序写）",
    looks: Looks::Records(look),
};

fn look(year: &YearInput<'_>, out: &mut RecordSpots) {
    let own = &year.records.year;
    let Some(named) = named(&own.title).filter(|named| *named != own.year) else { return };
    out.push(RecordSpot {
        kind: Kind::Year,
        id: own.id,
        field: "title",
        message: format!("标题写的是{named}年，报告年度是{}年", own.year),
        hint: "请改标题的年份".to_owned(),
    });
}

/// The one year a title names.
fn named(title: &str) -> Option<i32> {
    let chars: Vec<char> = title.chars().collect();
    let years = chars.windows(5).filter_map(|w| {
        let digits: String = w[..4].iter().filter(|c| c.is_ascii_digit()).collect();
        (w[4] == '年' && digits.len() == 4).then(|| digits.parse().ok()).flatten()
    });
    let years: Vec<i32> = years.collect();
    <[i32; 1]>::try_from(years).ok().map(|[year]| year)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::codes_of_year;
    use crate::record::{Unit, Year, YearRecords};

    #[test]
    fn a_title_of_another_year_is_told() {
        for (title, meant) in [
            ("甲局2022年法治政府建设年度报告", true),
            ("甲局2023年法治政府建设年度报告", false),
            ("甲局关于2022年、2023年法治政府建设的报告", false),
            ("甲局法治政府建设年度报告", false),
            ("", false),
        ] {
            let year = Year { year: 2023, title: title.to_owned(), ..Year::default() };
            let told = codes_of_year(&YearRecords::new(Unit::default(), year), None);
            assert_eq!(told.iter().any(|code| code == "D011"), meant, "{title}");
        }
    }
}
