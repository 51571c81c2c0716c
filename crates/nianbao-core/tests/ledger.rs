//! Relations between figures: what holds, what does not, and what cannot be reckoned.

use nianbao_core::ledger::{Agreement, Decimal, Ledger, formula, uses};
use nianbao_core::record::*;
use proptest::prelude::*;

fn figure(key: &str, value: &str) -> Figure {
    Figure {
        id: Id(1),
        year: 2023,
        key: key.to_owned(),
        value: value.parse().ok(),
        ..Figure::default()
    }
}

fn related(key: &str, value: &str, relation: Relation) -> Figure {
    Figure { relation: Some(relation), ..figure(key, value) }
}

fn names(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

fn sum(parts: &[&str]) -> Relation {
    Relation::Sum { parts: names(parts) }
}

fn share(part: &str, whole: &str) -> Relation {
    Relation::Share { part: part.to_owned(), whole: whole.to_owned() }
}

fn times(of: &str, base: &str, last_year: bool) -> Relation {
    Relation::Times { of: of.to_owned(), base: base.to_owned(), last_year }
}

fn year_on_year(of: &str) -> Relation {
    Relation::YearOnYear { of: of.to_owned() }
}

/// In short: 合 6.56, 不合 6.50≠6.56, 可填 6.56, or the sentence.
fn told(figures: &[Figure], last: &[Figure], key: &str) -> String {
    match Ledger::of(figures, last).agreement(key) {
        None => "无关系".to_owned(),
        Some(Agreement::Holds { computed }) => format!("合 {computed}"),
        Some(Agreement::Differs { value, computed }) => format!("不合 {value}≠{computed}"),
        Some(Agreement::Offered { computed }) => format!("可填 {computed}"),
        Some(Agreement::Unknown { message, .. }) => message,
    }
}

#[test]
fn every_relation_is_reckoned_and_rounded_to_the_values_own_decimals() {
    let base = [
        figure("检查", "12447"),
        figure("处罚", "465"),
        figure("强制", "13"),
        figure("案件", "12925"),
        figure("参考", "6642"),
        figure("优秀", "6640"),
        figure("合格率", "99.5"),
        figure("零", "0"),
    ];
    let last = [figure("案件", "1970"), figure("合格率", "98.25"), figure("零", "0")];
    let difference = |from: &str, less: &[&str]| Relation::Difference {
        from: from.to_owned(),
        less: names(less),
    };
    let points = Relation::Points { of: "合格率".to_owned() };
    for (typed, relation, meant) in [
        ("12925", sum(&["检查", "处罚", "强制"]), "合 12925"),
        ("12926", sum(&["检查", "处罚", "强制"]), "不合 12926≠12925"),
        ("12925.0", sum(&["检查", "处罚", "强制"]), "合 12925.0"),
        ("", sum(&["检查", "处罚", "强制"]), "可填 12925"),
        ("13", difference("案件", &["检查", "处罚"]), "合 13"),
        ("-13", difference("强制", &["强制", "强制"]), "合 -13"),
        ("99.97", share("优秀", "参考"), "合 99.97"),
        ("100", share("优秀", "参考"), "合 100"),
        ("99.98", share("优秀", "参考"), "不合 99.98≠99.97"),
        ("", share("优秀", "参考"), "可填 99.97"),
        ("6.56", times("案件", "案件", true), "合 6.56"),
        ("6.57", times("案件", "案件", true), "不合 6.57≠6.56"),
        ("27.8", times("检查", "处罚", false), "不合 27.8≠26.8"),
        ("556.1", year_on_year("案件"), "合 556.1"),
        ("", year_on_year("案件"), "可填 556.09"),
        ("1.25", points.clone(), "合 1.25"),
        ("1.3", points.clone(), "合 1.3"),
        ("1", points, "合 1"),
        ("1", share("案件", "零"), "“零”是 0，不能用来除，请核对"),
        ("1", times("案件", "零", true), "“零”的上年数是 0，不能用来除，请核对"),
        ("1", year_on_year("零"), "“零”的上年数是 0，不能用来除，请核对"),
        ("1", year_on_year("检查"), "没有“检查”的上年数，请在上年一栏补填"),
        ("1", sum(&["检查", "没有的"]), "台账里没有“没有的”，请补上这个数据，或改选另一个"),
        ("1", sum(&[]), "还没有选参与计算的数据，请选好"),
        ("1", share("", "案件"), "还没有选参与计算的数据，请选好"),
    ] {
        let mut figures = base.to_vec();
        figures.push(related("结果", typed, relation.clone()));
        assert_eq!(told(&figures, &last, "结果"), meant, "{typed} {relation:?}");
    }
    assert_eq!(told(&base, &[], "案件"), "无关系");
}

#[test]
fn about_and_over_are_respected_on_both_sides() {
    let with = |precision, key: &str, value: &str| Figure { precision, ..figure(key, value) };
    for (total, precision, parts, meant) in [
        ("20", Precision::About, ["13", "6"], "不合 20≠19"),
        ("20", Precision::About, ["13", "6.5"], "合 20"),
        ("20", Precision::Over, ["13", "13"], "合 26"),
        ("20", Precision::Over, ["13", "17"], "不合 20≠30"),
        ("20", Precision::Over, ["13", "6"], "不合 20≠19"),
    ] {
        let mut figures = vec![figure("甲", parts[0]), figure("乙", parts[1])];
        figures.push(Figure { precision, ..related("合计", total, sum(&["甲", "乙"])) });
        assert_eq!(told(&figures, &[], "合计"), meant);
    }
    // 20余 and 13 can be anything from 33 up to, not with, 43; 43 itself may be 42.9 rounded.
    for (total, meant) in
        [("33", "合 33"), ("42", "合 33"), ("44", "不合 44≠33"), ("32", "不合 32≠33")]
    {
        let figures = [
            with(Precision::Over, "甲", "20"),
            figure("乙", "13"),
            related("合计", total, sum(&["甲", "乙"])),
        ];
        assert_eq!(told(&figures, &[], "合计"), meant);
    }
}

#[test]
fn a_part_without_a_value_counts_as_what_its_own_relation_gives() {
    let figures = [
        related("合计", "", sum(&["小计", "丙"])),
        related("小计", "", sum(&["甲", "乙"])),
        figure("甲", "1.5"),
        figure("乙", "2"),
        figure("丙", ""),
    ];
    assert_eq!(told(&figures, &[], "小计"), "可填 3.5");
    assert_eq!(told(&figures, &[], "合计"), "“丙”还没有填数，填好后自动核算");
    // What was typed counts, even where it does not hold.
    let figures = [
        related("合计", "10", sum(&["小计"])),
        related("小计", "10", sum(&["甲"])),
        figure("甲", "9"),
    ];
    assert_eq!(told(&figures, &[], "合计"), "合 10");
    assert_eq!(told(&figures, &[], "小计"), "不合 10≠9");
}

#[test]
fn circles_are_found_and_what_stands_beside_them_is_reckoned() {
    let figures = [
        related("甲", "3", sum(&["乙", "丙"])),
        Figure { label: "乙数".to_owned(), ..related("乙", "", share("甲", "丙")) },
        figure("丙", "1"),
        related("自己", "1", sum(&["自己"])),
        related("旁", "3", sum(&["甲"])),
        related("另旁", "3", sum(&["乙"])),
        related("同比", "1", year_on_year("同比")),
    ];
    let circle = "“甲”“乙数”的关系绕成了圈，互相推算，请改掉其中一个";
    assert_eq!(told(&figures, &[], "甲"), circle);
    assert_eq!(told(&figures, &[], "乙"), circle);
    assert_eq!(told(&figures, &[], "自己"), "“自己”的关系绕成了圈，互相推算，请改掉其中一个");
    assert_eq!(told(&figures, &[], "旁"), "合 3");
    assert_eq!(told(&figures, &[], "另旁"), circle);
    assert_eq!(told(&figures, &[], "同比"), "“同比”的关系绕成了圈，互相推算，请改掉其中一个");
}

#[test]
fn last_years_value_is_the_records_else_the_one_typed_beside() {
    let typed = Figure { previous: "5".parse().ok(), ..figure("案件", "10") };
    let figures = [typed, related("倍数", "", times("案件", "案件", true))];
    assert_eq!(told(&figures, &[], "倍数"), "可填 2.00");
    assert_eq!(told(&figures, &[figure("案件", "4")], "倍数"), "可填 2.50");
    assert_eq!(told(&figures, &[figure("案件", "")], "倍数"), "可填 2.00");
}

#[test]
fn results_longer_than_a_value_may_be_and_long_chains_end_well() {
    let nines = "9".repeat(28);
    let figures = [figure("甲", &nines), related("合计", "", sum(&["甲", "甲"]))];
    assert_eq!(told(&figures, &[], "合计"), "算出的数超过 28 位，请核对参与计算的数据");
    let figures = [
        figure("甲", &nines),
        figure("乙", "0.000000000000000000000000001"),
        related("合计", &nines, sum(&["甲", "乙"])),
    ];
    assert!(
        told(&figures, &[], "合计").starts_with("合"),
        "nothing is rounded before it is compared"
    );
    // Each of these is twice the next: reckoned once each, not twice.
    let count = 80;
    let mut chain: Vec<_> = (0..count)
        .map(|n| related(&n.to_string(), "", sum(&[(n + 1).to_string().as_str(); 2])))
        .collect();
    chain.push(figure(&count.to_string(), "1"));
    assert_eq!(told(&chain, &[], "0"), format!("可填 {}", 2_i128.pow(count)));
    let count = 20_000;
    let mut chain: Vec<_> =
        (0..count).map(|n| related(&n.to_string(), "", sum(&[&(n + 1).to_string()]))).collect();
    chain.push(figure(&count.to_string(), "1"));
    assert_eq!(told(&chain, &[], "0"), "可填 1");
}

#[test]
fn formulas_are_told_in_words() {
    let figures = [
        Figure { label: "检查宗数".to_owned(), ..figure("检查", "1") },
        figure("处罚", "1"),
        figure("强制", "1"),
    ];
    let ledger = Ledger::of(&figures, &[]);
    for (relation, words) in [
        (sum(&["检查", "处罚", "强制"]), "= 检查宗数 + 处罚 + 强制"),
        (sum(&[]), "= 〔未选〕"),
        (
            Relation::Difference { from: "检查".to_owned(), less: names(&["处罚", "强制"]) },
            "= 检查宗数 − 处罚 − 强制",
        ),
        (share("处罚", "检查"), "= 处罚 ÷ 检查宗数 × 100%"),
        (year_on_year("处罚"), "=（处罚 − 上年处罚）÷ 上年处罚 × 100%"),
        (times("处罚", "检查", false), "= 处罚 ÷ 检查宗数"),
        (times("处罚", "处罚", true), "= 处罚 ÷ 上年处罚"),
        (Relation::Points { of: "没有的".to_owned() }, "= 没有的 − 上年没有的"),
    ] {
        assert_eq!(formula(&relation, &ledger), words);
    }
}

#[test]
fn every_use_of_a_figure_is_found_with_its_sentence() {
    let unit = Unit::default();
    let mut records = YearRecords::new(unit, Year { year: 2023, ..Year::default() });
    records.figures.push(Figure { unit: "宗".to_owned(), id: Id(5), ..figure("案件", "9") });
    records
        .figures
        .push(Figure { id: Id(6), ..related("合计", "9", sum(&["案件", "案件"])) });
    records.achievements.push(Achievement {
        id: Id(7),
        title: "办案{{案件}}".to_owned(),
        body: "前一句。共办{{案件}}，罚{{罚款}}。后一句。又办{{案件}}".to_owned(),
        ..Achievement::default()
    });
    records.problems.push(Problem {
        id: Id(8),
        cause: "只有{{案件}}".to_owned(),
        ..Problem::default()
    });
    let uses = uses(&records);
    let of = |key: &str| -> Vec<_> {
        uses[key].iter().map(|u| (u.id.0, u.field.as_str(), u.sentence.as_str())).collect()
    };
    assert_eq!(
        of("案件"),
        [
            (7, "title", "办案9宗"),
            (7, "body", "共办9宗，罚〔待填：罚款〕。"),
            (7, "body", "又办9宗"),
            (8, "cause", "只有9宗"),
            (6, "relation", "合计 = 案件 + 案件"),
        ]
    );
    assert_eq!(of("罚款"), [(7, "body", "共办9宗，罚〔待填：罚款〕。")]);
    assert!(!uses.contains_key("合计"));
}

/// A decimal of at most seven digits as so many ten-thousandths.
fn decimal() -> impl Strategy<Value = (String, i128)> {
    (-999_999_i128..1_000_000, 0_u32..4).prop_map(|(digits, decimals)| {
        let size = digits.unsigned_abs();
        let unit = 10_u128.pow(decimals);
        let sign = if digits < 0 { "-" } else { "" };
        let text = match decimals {
            0 => format!("{sign}{size}"),
            d => format!("{sign}{}.{:0width$}", size / unit, size % unit, width = d as usize),
        };
        (text, digits * 10_i128.pow(4 - decimals))
    })
}

/// `above / below` rounded 四舍五入 to so many decimals, in units of the last.
fn rounded(above: i128, below: i128, decimals: u32) -> i128 {
    let (above, below) = (above * below.signum() * 10_i128.pow(decimals), below.abs());
    let size = (2 * above.abs() + below) / (2 * below);
    size * above.signum()
}

proptest! {
    #[test]
    fn relations_agree_with_exact_arithmetic(
        a in decimal(), b in decimal(), before in decimal(), typed in decimal(), kind in 0..6_usize,
    ) {
        let ((a_text, a), (b_text, b), (before_text, before)) = (a, b, before);
        let (relation, above, below) = match kind {
            0 => (sum(&["a", "b", "a"]), a + b + a, 10_000),
            1 => (Relation::Difference { from: "a".into(), less: names(&["b"]) }, a - b, 10_000),
            2 => (share("a", "b"), a * 100, b),
            3 => (times("a", "b", false), a, b),
            4 => (year_on_year("a"), (a - before) * 100, before),
            _ => (Relation::Points { of: "a".into() }, a - before, 10_000),
        };
        let last = [figure("a", &before_text)];
        let told = |value: &str| {
            let figures =
                [figure("a", &a_text), figure("b", &b_text), related("r", value, relation.clone())];
            Ledger::of(&figures, &last).agreement("r").unwrap()
        };
        if below == 0 {
            let unknown = matches!(told(""), Agreement::Unknown { .. });
            prop_assert!(unknown);
            return Ok(());
        }
        let Agreement::Offered { computed } = told("") else { panic!("{:?}", told("")) };
        let digits = |value: Decimal| value.value().mantissa();
        prop_assert_eq!(digits(computed), rounded(above, below, computed.decimals()));
        // What is offered holds once it is typed.
        let offered = told(&computed.to_string());
        let holds = |agreement: &Agreement| matches!(agreement, Agreement::Holds { .. });
        prop_assert!(holds(&offered), "{:?}", offered);
        let value: Decimal = typed.0.parse().unwrap();
        let right = digits(value) == rounded(above, below, value.decimals());
        let agreement = told(&typed.0);
        prop_assert_eq!(holds(&agreement), right, "{:?}", agreement);
    }
}
