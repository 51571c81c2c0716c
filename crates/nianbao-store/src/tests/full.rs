//! A small bureau's two years with every field of every kind filled.

use std::path::Path;

use nianbao_core::catalog::Section;
use nianbao_core::looks::{Latin, Margins, PageNumbers, Profile, Seal};
use nianbao_core::record::{
    Achievement, Area, AttachmentChoice, AttachmentOf, Deadline, DeadlineOf, Dialect, Duty,
    Evidence, Figure, Head, Id, ImprintChoice, Indicator, ItemStyle, Kind, LetterheadChoice,
    LooksChoice, Opinion, Outcome, OutcomeState, OwnTemplate, Passage, Plan, Precision, Problem,
    ProblemSource, Record, RecordRef, Relation, ReviewedFigure, SectionChoice, SectionOf,
    Sensitivity, Slot, TitleForm, Unit, UnitKind, Urgency, Verdict, WorkState, Year, YearState,
};

use super::at;
use crate::{Change, Edit, Export, Store};

fn day(text: &str) -> Option<jiff::civil::Date> {
    Some(text.parse().unwrap())
}

/// A file of this version, with a journal that was walked back and forth.
pub(super) fn make(path: &Path) {
    let mut store = Store::create(path, unit(), first_year(), at(0)).unwrap();
    let mut step = 0;
    let mut edit = |store: &mut Store, name: &str, changes: Vec<Change>| {
        step += 100;
        let edit = Edit { name: name.into(), changes, merge: Some("一步".into()), at: at(step) };
        store.edit(edit).unwrap()
    };
    let made = edit(&mut store, "读入2022年报告", records().into_iter().map(Change::Put).collect());
    let of = |kind: Kind| made.records.iter().find(|r| r.kind() == kind).unwrap().clone();

    let mut plan = of(Kind::Plan);
    plan.set_order(1024);
    edit(&mut store, "移动计划", vec![Change::Put(plan)]);
    let problem = RecordRef { kind: Kind::Problem, id: of(Kind::Problem).id() };
    edit(&mut store, "删除问题“执法力量不足”", vec![Change::Remove(problem)]);
    edit(
        &mut store,
        "新增履职",
        vec![Change::Put(Record::Duty(Duty { year: 2023, ..Duty::default() }))],
    );
    store.undo(at(1000)).unwrap();
    store.undo(at(1001)).unwrap();
    edit(&mut store, "新增数据", vec![Change::Put(super::figure("培训人次", 2023))]);
    edit(&mut store, "新增数据二", vec![Change::Put(super::figure("普法场次", 2023))]);
    store.undo(at(2000)).unwrap();
    let export = Export {
        year: 2022,
        at: at(2001),
        format: "docx".into(),
        edition: "submission".into(),
        file: "青石区水务局2022年法治政府建设年度报告.docx".into(),
        size: 20_480,
        hash: crate::hash(b"PK"),
    };
    store.note_export(&export).unwrap();
    store.close().unwrap();
}

fn unit() -> Unit {
    Unit {
        id: Id::NEW,
        name: "青石区水务局".into(),
        short: "我局".into(),
        kind: UnitKind::Department,
        addressee: "区委、区政府".into(),
        region: "青石区".into(),
        heads: vec![
            Head { post: "党组书记、局长".into(), name: "周明远".into() },
            Head { post: "党组副书记".into(), name: String::new() },
        ],
    }
}

fn first_year() -> Year {
    Year {
        id: Id::NEW,
        year: 2022,
        template: "own-1".into(),
        title: "青石区水务局2022年法治政府建设年度报告".into(),
        cutoff: day("2022-11-30"),
        addressee: "区委、区政府".into(),
        signed: true,
        dated: day("2023-01-12"),
        sections: vec![
            SectionChoice {
                of: SectionOf::Problems,
                title: "存在的问题".into(),
                items: Some(ItemStyle::RunIn),
            },
            SectionChoice { of: SectionOf::Plans, title: String::new(), items: None },
        ],
        dialect: Some(Dialect::D4),
        form: TitleForm { about: true, tail: "工作报告".into() },
        opening: "现将有关情况报告如下。".into(),
        closing: "特此报告。".into(),
        deadlines: vec![
            Deadline {
                what: DeadlineOf::Sending,
                to: "区委依法治区办".into(),
                due: "2023-03-01".parse().unwrap(),
                done: day("2023-02-20"),
            },
            Deadline {
                what: DeadlineOf::Publishing,
                to: "区政府网站".into(),
                due: "2023-04-01".parse().unwrap(),
                done: None,
            },
        ],
        state: YearState::Reviewed,
        reviewed: vec![
            ReviewedFigure { key: "水事案件".into(), value: Some("12.50".parse().unwrap()) },
            ReviewedFigure { key: "巡查人次".into(), value: None },
        ],
        letterhead: LetterheadChoice {
            on: true,
            copy: "000001".into(),
            urgency: Urgency::Urgent,
            issuer: "乙市水务局".into(),
            document: true,
            number: "乙水〔2023〕3号".into(),
            signers: "甲某、乙某".into(),
        },
        attachments: vec![AttachmentChoice {
            title: "主要数据".into(),
            of: AttachmentOf::Ledger,
            body: "说明".into(),
        }],
        note: "联系人：丙某".into(),
        imprint: ImprintChoice {
            on: true,
            copies: "乙市司法局".into(),
            office: "乙市水务局办公室".into(),
            printed: day("2023-02-01"),
        },
        looks: LooksChoice {
            margins: Margins::Compensated,
            faces: Profile::Windows,
            latin: Latin::TimesNewRoman,
            page_numbers: PageNumbers::Centred,
            seal: Seal::Room,
        },
    }
}

/// Everything else, of 2022 but for 2023's account of 2022's plan and problem.
pub(super) fn records() -> Vec<Record> {
    let mut all = vec![Record::Year(Year { year: 2023, ..Year::default() })];
    all.extend(prose());
    all.extend(loops());
    all.extend(ledger());
    all.extend(assessment());
    all
}

fn prose() -> Vec<Record> {
    vec![
        Record::Area(Area {
            id: Id(-1),
            year: 2022,
            key: "enforcement".into(),
            title: "严格规范公正文明执法".into(),
            order: 1024,
        }),
        Record::Passage(Passage {
            id: Id::NEW,
            year: 2022,
            slot: Slot::AreaLead,
            area: Some(Id(-1)),
            body: "全年立案{{水事案件}}。\n主要做法如下：".into(),
            run_on: true,
            order: 1024,
        }),
        Record::Achievement(Achievement {
            id: Id::NEW,
            year: 2022,
            area: Id(-1),
            title: "开展河道巡查".into(),
            body: "出动{{巡查人次}}，“零容忍”查处非法取水。".into(),
            date: day("2022-06-01"),
            until: day("2022-06-30"),
            office: "执法大队".into(),
            source: "各镇水务所".into(),
            answers: vec![Id(-2)],
            indicators: vec![Id(-6), Id(-5)],
            evidence: vec![Id(-8), Id(-7)],
            sensitivity: Sensitivity::SentOnly,
            state: WorkState::Verified,
            order: 1024,
        }),
        Record::Duty(Duty {
            id: Id::NEW,
            year: 2022,
            post: "局长".into(),
            prompt: "study".into(),
            title: "带头学法".into(),
            body: "主持学法4次。".into(),
            meetings: "3月5日 部署普法\n9月9日 研究执法".into(),
            supervised: "旧改项目逾期办证".into(),
            instructions: "6".into(),
            study: "4".into(),
            accounts: "1".into(),
            court: "2".into(),
            order: 1024,
        }),
    ]
}

fn loops() -> Vec<Record> {
    vec![
        Record::Problem(Problem {
            id: Id(-2),
            year: 2022,
            title: "执法力量不足".into(),
            body: "持证人员偏少。".into(),
            cause: "编制未到位。".into(),
            office: "人事科".into(),
            source: ProblemSource::Inspection,
            public_body: "执法力量有待加强。".into(),
            outcome: Outcome { state: OutcomeState::Underway, note: "已招录2人".into() },
            order: 1024,
        }),
        Record::Plan(Plan {
            id: Id(-3),
            year: 2022,
            title: "补齐执法人员".into(),
            body: "组织考试取证。".into(),
            target: "持证率达到95%".into(),
            office: "人事科".into(),
            helpers: "执法大队、法规科".into(),
            due: day("2023-09-30"),
            answers: vec![Id(-2)],
            document: "青法治办〔2022〕7号".into(),
            outcome: Outcome { state: OutcomeState::Done, note: "持证率96%".into() },
            order: -512,
        }),
        Record::Area(Area {
            id: Id(-4), year: 2023, title: "依法行政".into(), ..Area::default()
        }),
        Record::Achievement(Achievement {
            year: 2023,
            area: Id(-4),
            title: "执法人员补齐".into(),
            answers: vec![Id(-3), Id(-2)],
            state: WorkState::Collected,
            ..Achievement::default()
        }),
        Record::Opinion(Opinion {
            id: Id::NEW,
            year: 2022,
            giver: "分管副局长".into(),
            about: "第二部分".into(),
            body: "数据再核一遍。".into(),
            verdict: Verdict::TakenInPart,
            reason: "已核对水事案件一项".into(),
            order: 1024,
        }),
    ]
}

fn ledger() -> Vec<Record> {
    vec![
        Record::Figure(Figure {
            id: Id::NEW,
            year: 2022,
            key: "水事案件".into(),
            label: "水事案件立案".into(),
            value: Some("12.50".parse().unwrap()),
            unit: "宗".into(),
            precision: Precision::Over,
            scope: "当年新立案".into(),
            relation: Some(Relation::Difference {
                from: "全部案件".into(),
                less: vec!["其他案件".into()],
            }),
            previous: Some("11.0".parse().unwrap()),
            source: "执法大队".into(),
            cutoff: day("2022-12-31"),
            order: 1024,
        }),
        Record::Figure(Figure {
            year: 2022,
            key: "巡查人次".into(),
            relation: Some(Relation::YearOnYear { of: "水事案件".into() }),
            order: 2048,
            ..Figure::default()
        }),
    ]
}

fn assessment() -> Vec<Record> {
    let file = |id: i64, title: &str| Evidence {
        id: Id(id),
        year: 2022,
        title: title.into(),
        document: "青水发〔2022〕15号".into(),
        date: day("2022-05-06"),
        page: "第3页".into(),
        path: "佐证/巡查方案.pdf".into(),
        hash: "ab".repeat(32),
        size: 20_480,
        copied: true,
        order: 1024,
    };
    vec![
        Record::Indicator(Indicator {
            id: Id(-5),
            year: 2022,
            code: "2.1".into(),
            title: "行政执法".into(),
            parent: None,
            standard: "10分".into(),
            assessment: "得9分".into(),
            evidence: vec![],
            order: 1024,
        }),
        Record::Indicator(Indicator {
            id: Id(-6),
            year: 2022,
            code: "2.1.1".into(),
            title: "执法人员持证".into(),
            parent: Some(Id(-5)),
            standard: "每少1人扣0.5分".into(),
            assessment: "扣1分".into(),
            evidence: vec![Id(-7)],
            order: 2048,
        }),
        Record::Evidence(file(-7, "河道巡查方案")),
        Record::Evidence(file(-8, "执法人员名册")),
        Record::Template(OwnTemplate {
            id: Id::NEW,
            key: "own-1".into(),
            name: "本局常用".into(),
            sections: vec![
                Section {
                    of: SectionOf::Areas,
                    title: String::new(),
                    items: ItemStyle::Headed,
                    inside: false,
                },
                Section {
                    of: SectionOf::Duties,
                    title: "履职".into(),
                    items: ItemStyle::RunInEach,
                    inside: true,
                },
            ],
            dialect: Some(Dialect::D5),
        }),
    ]
}
