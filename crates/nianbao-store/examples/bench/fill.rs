//! A large bureau's years: more than any has, in words that such reports are made of.

use std::path::Path;

use jiff::Timestamp;
use nianbao_core::record::{
    Achievement, Area, Duty, Evidence, Figure, Id, Indicator, Opinion, Passage, Plan, Problem,
    Record, ReviewedFigure, Slot, Unit, Year, YearState,
};
use nianbao_store::{Change, Edit, Store};

use crate::measure::Outcome;

pub const FIGURES: i64 = 1500;
pub const RECORDS: i64 = 3000;
const AREAS: i64 = 10;
const ACHIEVEMENTS: i64 = 1500;
const PROBLEMS: i64 = 350;
const PLANS: i64 = 350;
const EVIDENCE: i64 = 350;
const INDICATORS: i64 = 200;

const WORDS: &[&str] = &[
    "法治政府",
    "建设",
    "行政执法",
    "开展",
    "监督",
    "检查",
    "加强",
    "落实",
    "制度",
    "培训",
    "推进",
    "案件",
    "普法宣传",
    "审查",
    "规范性文件",
    "组织",
    "全面",
    "整改",
    "公开",
    "审批",
    "许可",
    "复议",
    "诉讼",
    "应诉",
    "完善",
    "健全",
    "决策",
    "听证",
    "合同",
    "调解",
    "信访",
    "处罚",
    "汇报",
    "部署",
    "持续",
    "深入",
    "提升",
    "优化",
    "营商环境",
    "服务",
    "群众",
    "企业",
    "社区",
    "学校",
    "证件",
    "清单",
    "事项",
    "权责",
    "公示",
    "记录",
    "法制审核",
    "双随机",
    "联合",
    "专项",
    "行动",
    "安全",
    "生产",
    "保护",
    "污染",
    "防治",
    "市场",
    "监管",
    "城市",
    "管理",
    "交通",
    "教育",
    "卫生",
    "宪法",
    "民法典",
    "学习",
    "讲座",
    "考试",
    "党组",
    "会议",
    "研究",
    "方案",
    "统计",
    "办结",
    "受理",
    "满意率",
    "热线",
    "投诉",
    "举报",
    "核查",
    "反馈",
    "短板",
    "力量",
    "编制",
    "经费",
    "保障",
    "平台",
    "系统",
    "共享",
    "应用",
    "河道",
    "取水",
];

pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + seconds).unwrap_or_default()
}

/// The same numbers in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap_or_default() % end
    }

    /// Earlier words are more common, as in any text.
    fn text(&mut self, words: usize) -> String {
        let mut text = String::new();
        for n in 1..=words {
            let word = self.below(WORDS.len()).min(self.below(WORDS.len()));
            text.push_str(WORDS[word]);
            match n {
                _ if n % 10 == 0 => text.push('。'),
                _ if n % 5 == 0 => text.push('，'),
                _ if n % 12 == 3 => text.push_str(&format!("{{{{数据{}}}}}", self.below(1500))),
                _ => {}
            }
        }
        text
    }
}

/// A new 库 whose unit has no year but the one before the first.
pub fn create(path: &Path, first: i32) -> Outcome<Store> {
    let unit =
        Unit { name: "青石区水务局".into(), short: "我局".into(), ..Unit::default() };
    let year = Year { year: first - 1, ..Year::default() };
    Ok(Store::create(path, unit, year, at(0))?)
}

/// Adds a year; the ids of its achievements.
pub fn year(store: &mut Store, year: i32) -> Outcome<Vec<Id>> {
    let last = store.year(year - 1)?;
    let answers: Vec<Id> = last.plans.iter().map(|plan| plan.id).collect();
    let mut dice = Dice(u64::from(year.unsigned_abs()));
    let mut records = frame(&mut dice, year);
    records.extend(items(&mut dice, year, &answers));
    records.extend(support(&mut dice, year));
    let changes = records.into_iter().map(Change::Put).collect();
    let made = store.edit(Edit { name: format!("{year}年"), changes, merge: None, at: at(1) })?;
    Ok(made.records.iter().filter(|r| r.area().is_some()).map(Record::id).collect())
}

// Placeholders: areas from -1, indicators from -1000, evidence from -2000.
fn frame(dice: &mut Dice, year: i32) -> Vec<Record> {
    let reviewed = (0..FIGURES)
        .map(|n| ReviewedFigure { key: format!("数据{n}"), value: n.to_string().parse().ok() });
    let mut records = vec![Record::Year(Year {
        year,
        state: YearState::Reviewed,
        reviewed: reviewed.collect(),
        ..Year::default()
    })];
    records.extend((0..AREAS).map(|n| {
        let (id, title) = (Id(-1 - n), dice.text(4));
        Record::Area(Area { id, year, title, order: n, ..Area::default() })
    }));
    records.extend((0..20).map(|n| {
        let body = dice.text(60);
        Record::Passage(Passage { year, slot: Slot::Other, body, order: n, ..Passage::default() })
    }));
    records.extend((0..FIGURES).map(|n| {
        Record::Figure(Figure {
            year,
            key: format!("数据{n}"),
            label: dice.text(3),
            value: dice.below(9000).to_string().parse().ok(),
            unit: "件".into(),
            scope: dice.text(4),
            source: "执法大队".into(),
            order: n,
            ..Figure::default()
        })
    }));
    records
}

fn items(dice: &mut Dice, year: i32, last_plans: &[Id]) -> Vec<Record> {
    let mut records = Vec::new();
    for n in 0..ACHIEVEMENTS {
        records.push(Record::Achievement(Achievement {
            year,
            area: Id(-1 - n % AREAS),
            title: dice.text(4),
            body: dice.text(50),
            office: "政策法规科".into(),
            answers: last_plans
                .get(usize::try_from(n * 4).unwrap_or_default())
                .copied()
                .into_iter()
                .collect(),
            indicators: vec![Id(-1000 - n % INDICATORS)],
            evidence: vec![Id(-2000 - n % EVIDENCE), Id(-2000 - (n + 7) % EVIDENCE)],
            order: n,
            ..Achievement::default()
        }));
    }
    for n in 0..PROBLEMS {
        let (title, body, cause) = (dice.text(4), dice.text(30), dice.text(20));
        records.push(Record::Problem(Problem {
            year,
            title,
            body,
            cause,
            order: n,
            ..Problem::default()
        }));
    }
    for n in 0..PLANS {
        let (title, body, target) = (dice.text(4), dice.text(30), dice.text(6));
        records.push(Record::Plan(Plan { year, title, body, target, order: n, ..Plan::default() }));
    }
    let rest = RECORDS - AREAS - 20 - ACHIEVEMENTS - PROBLEMS - PLANS - EVIDENCE - INDICATORS - 21;
    for n in 0..rest {
        let (title, body) = (dice.text(4), dice.text(30));
        records.push(Record::Duty(Duty { year, title, body, order: n, ..Duty::default() }));
    }
    records
}

fn support(dice: &mut Dice, year: i32) -> Vec<Record> {
    let mut records = Vec::new();
    for n in 0..EVIDENCE {
        records.push(Record::Evidence(Evidence {
            id: Id(-2000 - n),
            year,
            title: dice.text(5),
            document: format!("青水发〔{year}〕{n}号"),
            path: format!("佐证/{year}/{n}.pdf"),
            hash: format!("{n:064x}"),
            size: 100_000 + n,
            order: n,
            ..Evidence::default()
        }));
    }
    for n in 0..INDICATORS {
        records.push(Record::Indicator(Indicator {
            id: Id(-1000 - n),
            year,
            code: format!("{}.{}", 1 + n / 10, n % 10),
            title: dice.text(5),
            parent: (n % 10 != 0).then_some(Id(-1000 - n / 10 * 10)),
            standard: dice.text(8),
            evidence: vec![Id(-2000 - n % EVIDENCE)],
            order: n,
            ..Indicator::default()
        }));
    }
    for n in 0..20 {
        let body = dice.text(15);
        records.push(Record::Opinion(Opinion { year, body, order: n, ..Opinion::default() }));
    }
    records
}
