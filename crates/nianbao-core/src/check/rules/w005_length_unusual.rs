use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::compose::Edition;
use crate::doc::Role;

pub(super) static RULE: Rule = Rule {
    code: "W005",
    name: "篇幅偏长或偏短",
    severity: Severity::Hint,
    why: "没有规定写多少字；太长没有人读完，太短会被认为没有做事。这里按同类单位公开报告的篇幅提示。",
    source: "对公开报告的统计",
    strength: Strength::Practice,
    wrong: "（县级部门的报告写了8000字，同类报告多在3000至4500字）",
    right: "（县级部门的报告写了3800字）",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    // What is published is shorter by what is left out, and nobody writes it apart.
    let Some(year) = document.year.filter(|year| year.edition == Edition::Submission) else {
        return;
    };
    let Some(length) = year.catalog.length(year.records.unit.kind) else { return };
    // Attachments are looked up, not read through.
    let read = document.paper.paras.iter().take_while(|para| para.role != Role::AttachmentLabel);
    let chars = read.flat_map(|para| para.text.chars()).filter(|c| !c.is_whitespace()).count();
    let (word, hint) = if chars > length.most {
        ("偏长", "请看看哪些话可以不说")
    } else if chars < length.least {
        ("偏短", "请看看是否还有应写的内容")
    } else {
        return;
    };
    let pages = match &document.paper.measures {
        Some(measures) => format!("、{}页", measures.pages),
        None => String::new(),
    };
    let message =
        format!("全文{chars}字{pages}，{word}；同类单位多在{}至{}字", length.least, length.most);
    out.push((None, Spot::new(0..0, message).hint(hint)));
}

#[cfg(test)]
mod tests {
    use crate::catalog::Catalog;
    use crate::check::rules::tests::{codes_of_year, one_line};
    use crate::record::UnitKind;

    #[test]
    fn a_report_out_of_the_usual_length_of_its_kind_is_told() {
        let told = |kind: UnitKind, chars: usize| {
            let mut records = one_line(&"字".repeat(chars), &[]);
            records.unit.kind = kind;
            codes_of_year(&records, None).iter().filter(|code| *code == "W005").count()
        };
        let of = |kind| Catalog::built_in().length(kind).map_or(0, |length| length.most);
        for kind in [UnitKind::Department, UnitKind::Township] {
            assert_eq!(told(kind, of(kind) - 200), 0);
            assert_eq!(told(kind, of(kind) + 200), 1);
            assert_eq!(told(kind, 100), 1);
        }
    }
}
