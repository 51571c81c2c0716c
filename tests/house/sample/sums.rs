//! The sample's arithmetic.

use nianbao_core::ledger::Decimal;

use super::{Sample, YEARS, invented};
use crate::{Wrong, hold};

const RULE: &str = "The sample's sums, shares and changes are right: a wrong total is what clerks fear most, \
     and it must not stand in what the program shows them first.";

/// A figure by year and key.
type At = (i32, &'static str);

enum Relation {
    /// The first is the sum of the others.
    Sum(At, &'static [At]),
    /// The first is less than the second.
    Within(At, At),
    /// The first is the second as a percentage of the third.
    Share(At, At, At),
    /// The first is the growth from the third to the second in per cent.
    Growth(At, At, At),
    /// The first is the second less the third.
    Difference(At, At, At),
}

use Relation::{Difference, Growth, Share, Sum, Within};

const RELATIONS: [Relation; 22] = [
    Sum((2023, "清理文件"), &[(2023, "保留文件"), (2023, "修改文件"), (2023, "废止文件")]),
    Sum(
        (2023, "办结案件"),
        &[(2023, "食品案件"), (2023, "药械案件"), (2023, "质量案件"), (2023, "其他案件")],
    ),
    Sum((2023, "投诉举报"), &[(2023, "投诉"), (2023, "举报")]),
    Sum((2022, "投诉举报"), &[(2022, "投诉"), (2022, "举报")]),
    Sum((2023, "持证人员"), &[(2022, "持证人员"), (2023, "新增持证")]),
    Within((2023, "完成任务"), (2023, "年度任务")),
    Within((2023, "公平审查修改"), (2023, "公平审查")),
    Within((2023, "联合抽查"), (2023, "抽查户数")),
    Within((2023, "法制审核"), (2023, "办结案件")),
    Within((2022, "法制审核"), (2022, "办结案件")),
    Within((2023, "复议纠错"), (2023, "复议审结")),
    Within((2022, "评查优秀率"), (2022, "优秀率目标")),
    Within((2022, "优秀率目标"), (2023, "评查优秀率")),
    Within((2022, "在线企业目标"), (2023, "在线和解企业")),
    Share((2023, "决策采纳率"), (2023, "决策采纳"), (2023, "决策意见")),
    Share((2023, "评查优秀率"), (2023, "优秀案卷"), (2023, "评查案卷")),
    Share((2022, "评查优秀率"), (2022, "优秀案卷"), (2022, "评查案卷")),
    Share((2022, "联合占比"), (2022, "联合抽查"), (2022, "抽查户数")),
    Share((2022, "出庭率"), (2022, "负责人出庭"), (2022, "开庭案件")),
    Growth((2023, "办结增幅"), (2023, "办结案件"), (2022, "办结案件")),
    Difference((2023, "优秀率提升"), (2023, "评查优秀率"), (2022, "评查优秀率")),
    // The text says that complaints rose.
    Within((2022, "投诉举报"), (2023, "投诉举报")),
];

fn number(text: &str) -> Decimal {
    text.parse().expect("a number")
}

/// None where the relation holds.
fn fault(relation: &Relation, find: impl Fn(At) -> Decimal) -> Option<Wrong> {
    let value = |at: At| find(at).value();
    let hundred = number("100").value();
    // A rounded percentage may be half its last digit off.
    let half = |at: At| {
        let places = value(at).scale() as usize;
        number(&format!("0.{}5", "0".repeat(places))).value()
    };
    let (at, holds, what) = match relation {
        Sum(total, parts) => {
            let sum = parts.iter().map(|part| value(*part)).sum();
            (*total, value(*total) == sum, format!("the parts make {sum}"))
        }
        Within(part, whole) => {
            (*part, value(*part) < value(*whole), format!("not less than {}", whole.1))
        }
        Share(share, part, whole) => {
            let exact = value(*part) * hundred / value(*whole);
            (*share, (value(*share) - exact).abs() <= half(*share), format!("it is {exact}"))
        }
        Growth(growth, now, before) => {
            let exact = (value(*now) - value(*before)) * hundred / value(*before);
            (*growth, (value(*growth) - exact).abs() <= half(*growth), format!("it is {exact}"))
        }
        Difference(difference, now, before) => {
            let exact = value(*now) - value(*before);
            (*difference, value(*difference) == exact, format!("it is {exact}"))
        }
    };
    (!holds).then(|| Wrong::new(format!("{} {}", at.0, at.1), what))
}

fn value(sample: &Sample, key: &str) -> Decimal {
    let figure = sample.year.figure(key).unwrap_or_else(|| panic!("no figure {key}"));
    figure.value.expect("a value")
}

#[test]
fn the_samples_sums_shares_and_changes_are_right() {
    let find = |(year, key): At| value(&YEARS[&year], key);
    hold(RULE, RELATIONS.iter().filter_map(|relation| fault(relation, find)).collect());
}

#[test]
fn every_percentage_of_the_sample_is_reckoned() {
    for (year, sample) in YEARS.iter() {
        for figure in sample.year.figures.iter().filter(|figure| figure.unit.contains('%')) {
            let reckoned = RELATIONS.iter().any(|relation| match relation {
                Share(at, ..) | Growth(at, ..) => *at == (*year, figure.key.as_str()),
                _ => false,
            });
            assert!(reckoned || figure.label.contains("目标"), "{year} {}", figure.key);
        }
    }
}

#[test]
fn wrong_arithmetic_is_seen() {
    let figure = |n: i64, key: &str, value: &str| {
        format!(r#"{{"kind":"figure","id":{},"year":2023,"key":"{key}","value":"{value}"}}"#, -n)
    };
    let json =
        [figure(1, "三", "3"), figure(2, "一", "1"), figure(3, "二", "2"), figure(4, "比", "33.3")];
    let json: Vec<&str> = json.iter().map(String::as_str).collect();
    let sample = invented(&json);
    let find = |(_, key): At| value(&sample, key);
    let (one, two, three, rate) = ((2023, "一"), (2023, "二"), (2023, "三"), (2023, "比"));
    for (relation, holds) in [
        (Sum(three, &[(2023, "一"), (2023, "二")]), true),
        (Sum(three, &[(2023, "二"), (2023, "二")]), false),
        (Within(one, two), true),
        (Within(two, two), false),
        (Share(rate, one, three), true),
        (Share(rate, two, three), false),
        (Growth(rate, three, two), false),
        (Difference(one, three, two), true),
        (Difference(two, three, two), false),
    ] {
        assert_eq!(fault(&relation, find).is_none(), holds);
    }
}
