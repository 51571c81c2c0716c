//! Two states of a year, compared.

use nianbao_core::diff::{RecordChange, Run, Side, diff, runs};
use nianbao_core::record::*;
use proptest::prelude::*;

fn text(value: &str) -> String {
    value.to_owned()
}

/// As one text with marks: 相同[-旧-][+新+].
fn marked(runs: &[Run]) -> String {
    let one = |run: &Run| match run.side {
        Side::Same => run.text.clone(),
        Side::Old => format!("[-{}-]", run.text),
        Side::New => format!("[+{}+]", run.text),
    };
    runs.iter().map(one).collect()
}

#[test]
fn changes_are_marked_in_stretches_that_can_be_read() {
    for (old, new, meant) in [
        ("", "", ""),
        ("不变。", "不变。", "不变。"),
        ("", "新。", "[+新。+]"),
        ("旧。", "", "[-旧。-]"),
        ("一句。二句。", "一句。三句。", "一句。[-二-][+三+]句。"),
        (
            "共办案12925宗，同比上升。",
            "共办案1970宗，同比上升。",
            "共办案[-12925-][+1970+]宗，同比上升。",
        ),
        ("办案{{案件}}宗。", "办案{{案件数}}宗。", "办案[-{{案件}}-][+{{案件数}}+]宗。"),
        // Two characters between two changes are no place to rest the eye.
        ("规范执法行为", "严格执法程序", "[-规范执法行为-][+严格执法程序+]"),
        ("甲乙丙丁戊己庚", "子乙丙丁戊己丑", "[-甲-][+子+]乙丙丁戊己[-庚-][+丑+]"),
        ("甲。\n乙。", "甲。乙。", "甲。[-\n-]乙。"),
        ("甲。乙。丙。", "甲。丙。", "甲。[-乙。-]丙。"),
        ("99.97%", "100%", "[-99.97%-][+100%+]"),
    ] {
        assert_eq!(marked(&runs(old, new)), meant, "{old} → {new}");
    }
}

fn year() -> YearRecords {
    let mut records = YearRecords::new(
        Unit { id: Id(1), name: text("清禾县市场监管局"), ..Unit::default() },
        Year { id: Id(2), year: 2023, ..Year::default() },
    );
    records.areas.push(Area { id: Id(3), title: text("规范执法"), ..Area::default() });
    records.areas.push(Area { id: Id(4), title: text("普法宣传"), ..Area::default() });
    for (id, title) in [(10, "甲"), (11, "乙"), (12, "丙")] {
        records.achievements.push(Achievement {
            id: Id(id),
            area: Id(3),
            title: text(title),
            body: text("原来的一句话。"),
            order: id,
            ..Achievement::default()
        });
    }
    records.figures.push(Figure {
        id: Id(20),
        key: text("案件"),
        value: "12".parse().ok(),
        ..Figure::default()
    });
    records
}

fn told(old: &YearRecords, new: &YearRecords) -> Vec<(String, RecordChange, bool, Vec<String>)> {
    let field = |f: &nianbao_core::diff::FieldDiff| format!("{}：{}", f.word, marked(&f.runs));
    let all = diff(old, new).into_iter();
    all.map(|d| (d.name, d.change, d.moved, d.fields.iter().map(field).collect())).collect()
}

#[test]
fn records_are_added_removed_changed_and_moved() {
    use RecordChange::{Added, Changed, Removed};
    let old = year();
    assert_eq!(told(&old, &old), []);
    let mut new = old.clone();
    new.achievements[0].body = text("改过的一句话。");
    new.achievements[0].area = Id(4);
    new.achievements[0].state = WorkState::Verified;
    new.achievements.remove(1);
    new.plans.push(Plan { id: Id(30), title: text("招录"), ..Plan::default() });
    new.figures[0].value = "13".parse().ok();
    new.year.state = YearState::Final;
    let named = |name: &str, change, fields: &[&str]| {
        (text(name), change, false, fields.iter().map(|f| text(f)).collect::<Vec<_>>())
    };
    assert_eq!(
        told(&old, &new),
        [
            named("2023年", Changed, &["状态：[-起草-][+定稿+]"]),
            named(
                "成效“甲”",
                Changed,
                &[
                    "领域：[-规范执法-][+普法宣传+]",
                    "正文：[-原来-][+改过+]的一句话。",
                    "状态：[-采用-][+核实+]"
                ]
            ),
            named(
                "成效“乙”",
                Removed,
                &[
                    "领域：[-规范执法-]",
                    "标题句：[-乙-]",
                    "正文：[-原来的一句话。-]",
                    "公开范围：[-公开-]",
                    "状态：[-采用-]"
                ]
            ),
            named("计划“招录”", Added, &["标题句：[+招录+]"]),
            named("数据", Changed, &["数：[-12-][+13+]"]),
        ]
    );
}

#[test]
fn only_what_was_moved_is_told_as_moved() {
    let old = year();
    let mut new = old.clone();
    new.achievements.rotate_left(1);
    assert_eq!(told(&old, &new), [(text("成效“甲”"), RecordChange::Changed, true, vec![])]);
    // Numbered anew in the same order: nothing to tell.
    let mut new = old.clone();
    for (n, achievement) in (1..).zip(&mut new.achievements) {
        achievement.order = n * 1024;
    }
    assert_eq!(told(&old, &new), []);
}

#[test]
fn a_record_made_anew_is_known_by_its_key_or_heading() {
    let old = year();
    let mut new = old.clone();
    new.achievements[0].id = Id(90);
    new.figures[0].id = Id(91);
    new.figures[0].value = "13".parse().ok();
    assert_eq!(
        told(&old, &new),
        [(text("数据"), RecordChange::Changed, false, vec![text("数：[-12-][+13+]")])]
    );
}

#[test]
fn very_long_texts_are_compared_in_a_moment() {
    let long = |word: &str| word.repeat(20_000 / word.chars().count());
    let (old, new) = (long("甲乙丙丁，"), long("戊己庚辛；"));
    let told = runs(&old, &new);
    assert_eq!(told.len(), 2);
    let changed = old.replacen("甲乙", "乙甲", 1);
    assert_eq!(runs(&old, &changed).iter().filter(|run| run.side == Side::Same).count(), 1);
    let sentences = |n: usize| (0..n).map(|n| format!("第{n}句。")).collect::<String>();
    let mut runs = runs(&sentences(4000), &format!("开头。{}", sentences(4000)));
    assert_eq!(marked(&[runs.remove(0)]), "[+开头。+]");
}

proptest! {
    #[test]
    fn the_runs_hold_both_texts_whole(
        old in "([甲乙丙。，\\n]|12|\\{\\{a\\}\\}|[a-c ]){0,30}",
        new in "([甲乙丙。，\\n]|12|\\{\\{a\\}\\}|[a-c ]){0,30}",
    ) {
        let runs = runs(&old, &new);
        let side = |side: Side| -> String {
            let own = runs.iter().filter(|run| run.side == Side::Same || run.side == side);
            own.map(|run| run.text.as_str()).collect()
        };
        prop_assert_eq!(side(Side::Old), &old[..]);
        prop_assert_eq!(side(Side::New), &new[..]);
        prop_assert!(runs.iter().all(|run| !run.text.is_empty()));
        prop_assert!(runs.windows(2).all(|pair| pair[0].side != pair[1].side));
        prop_assert_eq!(old == new, runs.iter().all(|run| run.side == Side::Same));
    }
}
