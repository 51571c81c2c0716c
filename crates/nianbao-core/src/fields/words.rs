//! Each kind's fields with their words.

use jiff::civil::Date;

use super::Names;
use crate::catalog::{Catalog, Section};
use crate::ledger::{Decimal, formula};
use crate::looks::{Latin, Margins, PageNumbers, Profile, Seal};
use crate::record::{
    Achievement, AttachmentChoice, AttachmentOf, Deadline, Duty, Evidence, Figure, ImprintChoice,
    Indicator, LetterheadChoice, LooksChoice, Outcome, OutcomeState, Plan, Problem, ProblemSource,
    Record, SectionChoice, Unit, Year,
};
use crate::text::date::written;

type Listed = Vec<(&'static str, &'static str, String)>;

pub(super) fn listed(record: &Record, names: &Names<'_>) -> Listed {
    match record {
        Record::Unit(r) => unit(r),
        Record::Year(r) => year(r),
        Record::Area(r) => vec![("title", "标题", r.title.clone())],
        Record::Passage(r) => vec![
            ("slot", "位置", r.slot.word().to_owned()),
            ("area", "领域", r.area.map(|id| names.of(id)).unwrap_or_default()),
            ("body", "正文", r.body.clone()),
            ("run_on", "条目接在后面", yes(r.run_on)),
        ],
        Record::Achievement(r) => achievement(r, names),
        Record::Problem(r) => problem(r),
        Record::Plan(r) => plan(r, names),
        Record::Duty(r) => duty(r),
        Record::Figure(r) => figure(r, names),
        Record::Indicator(r) => indicator(r, names),
        Record::Evidence(r) => evidence(r),
        Record::Opinion(r) => vec![
            ("giver", "提出人", r.giver.clone()),
            ("about", "针对", r.about.clone()),
            ("body", "意见内容", r.body.clone()),
            ("verdict", "采纳情况", r.verdict.word().to_owned()),
            ("reason", "理由", r.reason.clone()),
        ],
        Record::Template(r) => vec![
            ("name", "名称", r.name.clone()),
            ("sections", "组成部分", lines(r.sections.iter().map(section))),
        ],
    }
}

fn unit(r: &Unit) -> Listed {
    let heads = r.heads.iter().map(|head| format!("{}{}", head.post, head.name));
    vec![
        ("name", "单位全称", r.name.clone()),
        ("short", "自称", r.short.clone()),
        ("unit_kind", "单位类别", r.kind.word().to_owned()),
        ("addressee", "主送机关", r.addressee.clone()),
        ("region", "所在地", r.region.clone()),
        ("heads", "主要负责人", lines(heads)),
    ]
}

fn year(r: &Year) -> Listed {
    let template = Catalog::built_in().template(&r.template);
    let deadlines = r.deadlines.iter().map(deadline);
    let reviewed = r.reviewed.iter().map(|f| format!("{}：{}", f.key, number(f.value)));
    vec![
        ("template", "模板", template.map_or(&r.template, |t| &t.name).clone()),
        ("title", "标题", r.title.clone()),
        ("cutoff", "统计截止日", day(r.cutoff)),
        ("addressee", "主送机关", r.addressee.clone()),
        ("signed", "落款", yes(r.signed)),
        ("dated", "成文日期", day(r.dated)),
        ("sections", "各部分的写法", lines(r.sections.iter().map(choice))),
        ("dialect", "编号方式", r.dialect.map(|d| d.word().to_owned()).unwrap_or_default()),
        (
            "form",
            "标题样式",
            format!("{}{}", if r.form.about { "关于……的" } else { "" }, r.form.tail),
        ),
        ("opening", "引言末句", r.opening.clone()),
        ("closing", "结束语", r.closing.clone()),
        ("deadlines", "报送和公开日期", lines(deadlines)),
        ("state", "状态", r.state.word().to_owned()),
        ("reviewed", "核定时的数据", lines(reviewed)),
        ("letterhead", "版头", letterhead(&r.letterhead)),
        ("attachments", "附件", lines(r.attachments.iter().map(attachment))),
        ("note", "附注", r.note.clone()),
        ("imprint", "版记", imprint(&r.imprint)),
        ("looks", "版面", looks(r.looks)),
    ]
}

fn letterhead(r: &LetterheadChoice) -> String {
    if !r.on {
        return String::new();
    }
    let file = if r.document { "文件" } else { "" };
    let issuer = format!("{}{file}", r.issuer);
    let lines = [
        ("份号", r.copy.as_str()),
        ("紧急程度", r.urgency.word()),
        ("发文机关标志", &issuer),
        ("发文字号", &r.number),
        ("签发人", &r.signers),
    ];
    said(&lines)
}

fn attachment(r: &AttachmentChoice) -> String {
    match r.of {
        AttachmentOf::Text => format!("{}\n{}", r.title, r.body),
        AttachmentOf::Ledger => format!("{}（台账）", r.title),
    }
}

fn imprint(r: &ImprintChoice) -> String {
    let printed = day(r.printed);
    let lines = [("抄送", r.copies.as_str()), ("印发机关", &r.office), ("印发日期", &printed)];
    if r.on { format!("印\n{}", said(&lines)).trim_end().to_owned() } else { String::new() }
}

fn looks(r: LooksChoice) -> String {
    let mut said = Vec::new();
    if r.margins == Margins::Compensated {
        said.push("版心按字面");
    }
    match r.faces {
        Profile::Gb2312 => {}
        Profile::Windows => said.push("字体用仿宋、楷体"),
        Profile::Founder => said.push("字体用方正GBK"),
    }
    if r.latin == Latin::TimesNewRoman {
        said.push("数字用Times New Roman");
    }
    match r.page_numbers {
        PageNumbers::Outer => {}
        PageNumbers::Centred => said.push("页码居中"),
        PageNumbers::None => said.push("不印页码"),
    }
    if r.seal == Seal::Room {
        said.push("落款留出用印位置");
    }
    said.join("\n")
}

/// What is filled in, a line each.
fn said(lines: &[(&str, &str)]) -> String {
    let filled = lines.iter().filter(|line| !line.1.trim().is_empty());
    filled.map(|(word, text)| format!("{word}：{text}")).collect::<Vec<_>>().join("\n")
}

fn achievement(r: &Achievement, names: &Names<'_>) -> Listed {
    vec![
        ("area", "领域", names.of(r.area)),
        ("title", "标题句", r.title.clone()),
        ("body", "正文", r.body.clone()),
        ("date", "日期", day(r.date)),
        ("until", "结束日期", day(r.until)),
        ("office", "责任科室", r.office.clone()),
        ("source", "材料来源", r.source.clone()),
        ("answers", "对应的上年计划或问题", names.all(&r.answers)),
        ("indicators", "对应的指标", names.all(&r.indicators)),
        ("evidence", "佐证", names.all(&r.evidence)),
        ("sensitivity", "公开范围", r.sensitivity.word().to_owned()),
        ("state", "状态", r.state.word().to_owned()),
    ]
}

fn problem(r: &Problem) -> Listed {
    let source = if r.source == ProblemSource::Unsaid { "" } else { r.source.word() };
    vec![
        ("title", "标题句", r.title.clone()),
        ("body", "表现", r.body.clone()),
        ("cause", "原因", r.cause.clone()),
        ("office", "责任科室", r.office.clone()),
        ("source", "来源", source.to_owned()),
        ("public_body", "公开版写法", r.public_body.clone()),
        ("outcome", "整改情况", outcome(&r.outcome)),
    ]
}

fn plan(r: &Plan, names: &Names<'_>) -> Listed {
    vec![
        ("title", "标题句", r.title.clone()),
        ("body", "具体措施", r.body.clone()),
        ("target", "目标", r.target.clone()),
        ("office", "牵头科室", r.office.clone()),
        ("helpers", "配合科室", r.helpers.clone()),
        ("due", "完成时限", day(r.due)),
        ("answers", "对应的问题", names.all(&r.answers)),
        ("document", "依据文件", r.document.clone()),
        ("outcome", "落实情况", outcome(&r.outcome)),
    ]
}

fn duty(r: &Duty) -> Listed {
    let prompt = Catalog::built_in().prompts.iter().find(|prompt| prompt.key == r.prompt);
    vec![
        ("post", "职务", r.post.clone()),
        ("prompt", "履职事项", prompt.map_or(&r.prompt, |prompt| &prompt.title).clone()),
        ("title", "标题句", r.title.clone()),
        ("body", "正文", r.body.clone()),
        ("meetings", "会议", r.meetings.clone()),
        ("supervised", "督办事项", r.supervised.clone()),
        ("instructions", "批示次数", r.instructions.clone()),
        ("study", "学法次数", r.study.clone()),
        ("accounts", "述法次数", r.accounts.clone()),
        ("court", "出庭应诉次数", r.court.clone()),
    ]
}

fn figure(r: &Figure, names: &Names<'_>) -> Listed {
    let relation = r.relation.as_ref().map(|relation| formula(relation, &names.ledger));
    vec![
        ("key", "数据名", r.key.clone()),
        ("label", "名称", r.label.clone()),
        ("value", "数", number(r.value)),
        ("unit", "计量单位", r.unit.clone()),
        ("precision", "准确程度", r.precision.word().to_owned()),
        ("scope", "口径", r.scope.clone()),
        ("relation", "关系", relation.unwrap_or_default()),
        ("previous", "上年数", number(r.previous)),
        ("source", "来源", r.source.clone()),
        ("cutoff", "统计截止日", day(r.cutoff)),
    ]
}

fn indicator(r: &Indicator, names: &Names<'_>) -> Listed {
    vec![
        ("code", "编号", r.code.clone()),
        ("title", "指标内容", r.title.clone()),
        ("parent", "上级指标", r.parent.map(|id| names.of(id)).unwrap_or_default()),
        ("standard", "评分标准", r.standard.clone()),
        ("assessment", "自评", r.assessment.clone()),
        ("evidence", "佐证", names.all(&r.evidence)),
    ]
}

fn evidence(r: &Evidence) -> Listed {
    let size = if r.path.is_empty() { String::new() } else { format!("{}字节", r.size) };
    vec![
        ("title", "名称", r.title.clone()),
        ("document", "文号", r.document.clone()),
        ("date", "日期", day(r.date)),
        ("page", "页码", r.page.clone()),
        ("path", "文件", r.path.clone()),
        ("hash", "校验值", r.hash.clone()),
        ("size", "大小", size),
        ("copied", "库内存有副本", yes(r.copied)),
    ]
}

fn deadline(deadline: &Deadline) -> String {
    let Deadline { what, to, due, done } = deadline;
    let done = done.map(|done| format!("，已于{}办理", written(done))).unwrap_or_default();
    format!("{}{to}：{}{done}", what.word(), written(*due))
}

fn choice(choice: &SectionChoice) -> String {
    let style = choice.items.map(|items| items.word()).unwrap_or_default();
    format!("{}：{}{style}", choice.of.word(), choice.title)
}

fn section(section: &Section) -> String {
    format!("{}：{}（{}）", section.of.word(), section.title, section.items.word())
}

fn outcome(outcome: &Outcome) -> String {
    match (outcome.state, outcome.note.trim()) {
        (OutcomeState::Unsaid, note) => note.to_owned(),
        (state, "") => state.word().to_owned(),
        (state, note) => format!("{}：{note}", state.word()),
    }
}

fn day(day: Option<Date>) -> String {
    day.map(written).unwrap_or_default()
}

fn number(value: Option<Decimal>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn yes(yes: bool) -> String {
    if yes { "是" } else { "否" }.to_owned()
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}
