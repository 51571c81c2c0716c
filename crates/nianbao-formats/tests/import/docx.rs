//! Word files: what is read, what is listed, what is refused.

use nianbao_formats::import::{
    BlockRole, ChangeKind, ImportError, Manuscript, Revisions, manuscript, text,
};

use proptest::prelude::*;

use crate::word::{document, package, word};

fn read(source: &str) -> Manuscript {
    of(&word(source), Revisions::Accepted)
}

fn of(bytes: &[u8], revisions: Revisions) -> Manuscript {
    manuscript(bytes, "docx", revisions).unwrap()
}

fn lines(found: &Manuscript) -> Vec<&str> {
    found.text.lines().collect()
}

/// Every offset falls on a character, in order.
fn sound(found: &Manuscript) {
    let length = found.text.chars().count();
    let places = found.changes.iter().map(|c| c.at).chain(found.comments.iter().map(|c| c.at));
    for at in places.chain(found.dropped.iter().map(|d| d.start)) {
        assert!(at <= length, "{at} of {length}");
    }
    let mut last = 0;
    for form in found.forms.as_deref().unwrap_or_default() {
        assert!(last <= form.start && form.start <= form.end && form.end <= length, "{form:?}");
        last = form.end;
    }
}

#[test]
fn automatic_numbers_become_text() {
    let found = read(
        "n1/0 ‖ 主要举措\nn1/1 ‖ 加强学习\nn1/2 ‖ 集体学法\nn1/3 ‖ 每季一次\nn1/3 ‖ 人人发言\nn1/1 ‖ 规范执法\n\
         n1/0 ‖ 存在问题\nn1/1 ‖ 力量不足\nn2/0 ‖ 另起一份\nn3/0 ‖ 2023年的事\nn3/1 ‖ 细目\nn4/0 ‖ 带点的\nn5/0 ‖ 总则\nn0/0 ‖ 没有号",
    );
    assert_eq!(
        lines(&found),
        [
            "一、主要举措",
            "（一）加强学习",
            "1．集体学法",
            "（1）每季一次",
            "（2）人人发言",
            "（二）规范执法",
            "二、存在问题",
            "（一）力量不足",
            "一、另起一份",
            "1. 2023年的事",
            "(1)细目",
            "带点的",
            "第一章 总则",
            "没有号"
        ]
    );
    assert!(found.dropped.iter().any(|d| d.why.contains("项目符号")));
}

#[test]
fn tracked_changes_are_listed_and_either_side_is_read() {
    let source = "<w:r><w:t>全年办案</w:t></w:r>\
        <w:del w:id=\"1\" w:author=\"李四\" w:date=\"2024-01-05T09:30:00Z\"><w:r><w:delText>10</w:delText></w:r></w:del>\
        <w:ins w:id=\"2\" w:author=\"李四\"><w:r><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r></w:ins>\
        <w:r><w:rPr><w:b/><w:rPrChange w:id=\"9\"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>宗。</w:t></w:r>";
    let bytes = word(source);
    let new = of(&bytes, Revisions::Accepted);
    assert_eq!(lines(&new), ["全年办案12宗。"]);
    let old = of(&bytes, Revisions::Original);
    assert_eq!(lines(&old), ["全年办案10宗。"]);
    for (found, taken) in [(&new, [false, true]), (&old, [true, false])] {
        sound(found);
        let changes: Vec<(ChangeKind, &str, bool, usize)> =
            found.changes.iter().map(|c| (c.kind, c.text.as_str(), c.taken, c.at)).collect();
        let second = if taken[0] { 6 } else { 4 };
        assert_eq!(
            changes,
            [
                (ChangeKind::Deleted, "10", taken[0], 4),
                (ChangeKind::Inserted, "12", taken[1], second),
            ]
        );
        assert_eq!(found.changes[0].who, "李四");
        assert_eq!(found.changes[0].when, "2024-01-05T09:30:00Z");
    }
}

#[test]
fn paragraphs_joined_moved_and_rows_struck_under_tracking_are_as_they_will_be() {
    let mark = |change: &str, text: &str| {
        format!(
            "xml ‖ <w:p><w:pPr><w:rPr><w:{change} w:id=\"1\" w:author=\"王五\"/></w:rPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>\n"
        )
    };
    let joined = mark("del", "甲段落，") + "乙段落。\n" + &mark("ins", "丙段落。") + "丁段落。";
    assert_eq!(lines(&read(&joined)), ["甲段落，乙段落。", "丙段落。", "丁段落。"]);
    let before = of(&word(&joined), Revisions::Original);
    assert_eq!(lines(&before), ["甲段落，", "乙段落。", "丙段落。丁段落。"]);
    let moved = "<w:moveFrom w:id=\"1\" w:author=\"王五\"><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:r><w:t>中</w:t></w:r>\
         <w:moveTo w:id=\"2\" w:author=\"王五\"><w:r><w:t>新处</w:t></w:r></w:moveTo>";
    let found = read(moved);
    assert_eq!(lines(&found), ["中新处"]);
    assert_eq!(found.changes[0].kind, ChangeKind::MovedAway);
    let row = "xml ‖ <w:tbl><w:tr><w:trPr><w:del w:id=\"1\" w:author=\"王五\"/></w:trPr><w:tc><w:p><w:del w:id=\"2\" w:author=\"王五\"><w:r><w:delText>旧行</w:delText></w:r></w:del></w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:p><w:r><w:t>新行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let found = read(row);
    assert_eq!(lines(&found), ["新行"]);
    assert_eq!(found.changes[0].text, "旧行");
}

#[test]
fn comments_are_listed_with_what_they_are_about() {
    let found = read(
        "part comments ‖ <w:comment w:id=\"0\" w:author=\"张局\" w:date=\"2024-01-02T00:00:00Z\"><w:p><w:r><w:t>数字请核实</w:t></w:r></w:p><w:p><w:r><w:t>另附来源</w:t></w:r></w:p></w:comment>\n\
         第一段。\n\
         <w:r><w:t>办案</w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:t>12宗</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:t>。</w:t></w:r>",
    );
    sound(&found);
    let comment = &found.comments[0];
    assert_eq!(
        (comment.who.as_str(), comment.text.as_str(), comment.about.as_str(), comment.at),
        ("张局", "数字请核实\n另附来源", "12宗", 10)
    );
    assert_eq!(lines(&found), ["第一段。", "办案12宗。"]);
}

#[test]
fn what_does_not_stand_in_the_text_is_listed_with_the_reason() {
    let found = read(
        "part header1 ‖ <w:p><w:r><w:t>内部资料</w:t></w:r></w:p>\n\
         part footer1 ‖ <w:p><w:r><w:t>第</w:t></w:r><w:r><w:t>3页</w:t></w:r></w:p>\n\
         part footnotes ‖ <w:footnote w:id=\"0\" w:type=\"separator\"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>含派出机构</w:t></w:r></w:p></w:footnote>\n\
         <w:r><w:t>执法</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>不公开的话</w:t></w:r><w:r><w:t>人员12名</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>。</w:t></w:r>\n\
         <w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"图片 1\" descr=\"现场照片\"/><pic:pic/></wp:inline></w:drawing></w:r><w:r><w:sym w:font=\"Webdings\" w:char=\"F021\"/><w:t>完。</w:t></w:r>",
    );
    sound(&found);
    assert_eq!(lines(&found), ["执法人员12名。", "完。"]);
    let dropped: Vec<(&str, usize)> =
        found.dropped.iter().map(|d| (d.text.as_str(), d.start)).collect();
    assert_eq!(
        dropped,
        [
            ("内部资料", 0),
            ("第3页", 0),
            ("不公开的话", 2),
            ("含派出机构", 7),
            ("图片：现场照片", 9),
            ("特殊符号", 9)
        ]
    );
    assert!(found.dropped.iter().all(|d| !d.why.is_empty()));
}

#[test]
fn text_boxes_tables_fields_breaks_and_symbols_are_text() {
    for (source, meant) in [
        (
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>\
             <mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>框外的话</w:t></w:r>",
            vec!["框里的话", "框外的话"],
        ),
        (
            "row ‖ 类别 | 数量\nrow ‖ 处罚 | 12宗\nrow ‖ ^ | 3宗",
            vec!["类别\t数量", "处罚\t12宗", "3宗"],
        ),
        (
            "xml ‖ <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>合计</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>15</w:t></w:r></w:p><w:p><w:r><w:t>宗</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            vec!["合计\t\t15宗"],
        ),
        (
            "xml ‖ <w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            vec!["甲", "乙"],
        ),
        (
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF 数 </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:fldSimple w:instr=\"DATE\"><w:r><w:t>2月</w:t></w:r></w:fldSimple>",
            vec!["122月"],
        ),
        (
            "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>eq \\o\\ac(○,3)</w:instrText><w:fldChar w:fldCharType=\"end\"/><w:t>项</w:t></w:r>",
            vec!["③项"],
        ),
        (
            "<w:r><w:t>某区司法局</w:t><w:br/><w:t>2023年报告</w:t><w:tab/><w:t>甲</w:t><w:noBreakHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>",
            vec!["某区司法局", "2023年报告\t甲-☑"],
        ),
        (
            "<w:r><w:t>深入学习贯彻习近平法治思想，全面推进依法行政各项</w:t><w:br/><w:t>工作。</w:t></w:r>",
            vec!["深入学习贯彻习近平法治思想，全面推进依法行政各项工作。"],
        ),
        (
            "<w:sdt><w:sdtContent><w:smartTag><w:hyperlink><w:r><w:t>标签里</w:t></w:r></w:hyperlink></w:smartTag></w:sdtContent></w:sdt><w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            vec!["标签里拼"],
        ),
        (
            "<w:r><w:t>  左右空格 </w:t></w:r><w:r><w:t xml:space=\"preserve\"> 留</w:t></w:r><w:r><w:t> A &amp; B&#x4E2D; </w:t></w:r>",
            vec!["左右空格 留A & B中"],
        ),
    ] {
        let found = read(source);
        sound(&found);
        assert_eq!(lines(&found), meant, "{source}");
    }
}

#[test]
fn headings_without_numbers_are_known_by_style_and_by_look() {
    let by_style = "title ‖ 某区司法局年度工作材料\nh1 ‖ 主要做法\nh2 ‖ 加强学习\n全年学法12次，人人参加。\nh2 ‖ 规范执法\n办案30宗。\nh1 ‖ 存在问题\n力量不足。\nh1 ‖ 下一步打算\n充实力量。";
    let by_look = "center big ‖ 某区司法局年度工作材料\nhei ‖ 主要做法\nkai ‖ 加强学习\n全年学法12次，人人参加，人人发言，人人有收获，成效明显。\nkai ‖ 规范执法\n办案30宗。\nhei ‖ 存在问题\n力量不足。\nhei ‖ 下一步打算\n充实力量。";
    let one_higher = by_style.replace("h2 ", "h3 ").replace("h1 ", "h2 ").replace("title ", "h1 ");
    for source in [by_style, by_look, &one_higher] {
        let proposal = text::read_manuscript(&read(source)).unwrap();
        let roles: Vec<(BlockRole, u8)> =
            proposal.blocks.iter().map(|block| (block.role, block.level)).collect();
        assert_eq!(proposal.title, "某区司法局年度工作材料");
        assert_eq!(
            roles,
            [
                (BlockRole::Title, 0),
                (BlockRole::Heading, 1),
                (BlockRole::Heading, 2),
                (BlockRole::Achievement, 0),
                (BlockRole::Heading, 2),
                (BlockRole::Achievement, 0),
                (BlockRole::Heading, 1),
                (BlockRole::Problem, 0),
                (BlockRole::Heading, 1),
                (BlockRole::Plan, 0),
            ],
            "{source}"
        );
    }
}

#[test]
fn a_table_of_contents_is_left_out_and_said() {
    let found = read(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC \\o</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>一、成效 1</w:t></w:r>\n\
         <w:r><w:t>二、问题 3</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>\nh1 ‖ 一、成效",
    );
    assert_eq!(lines(&found), ["一、成效"]);
    assert_eq!(found.dropped[0].text, "一、成效 1\n二、问题 3");
}

#[test]
fn names_of_parts_and_prefixes_may_be_others() {
    let document = "<?xml version=\"1.0\"?><x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r><x:t>严格版</x:t></x:r></x:p></x:body></x:document>";
    let related = "<Relationships><Relationship Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/Word/Doc2.xml\"/></Relationships>";
    let bytes =
        package(&[("_rels/.rels", related.to_owned()), ("word\\doc2.xml", document.to_owned())]);
    assert_eq!(lines(&of(&bytes, Revisions::Accepted)), ["严格版"]);
}

#[test]
fn other_kinds_of_files_are_told_apart_by_what_is_in_them() {
    let package = |name: &str, text: &str| package(&[(name, text.to_owned())]);
    for (bytes, error) in [
        (package("OFD.xml", "<OFD/>"), ImportError::Ofd),
        (package("META-INF/manifest.xml", "<m/>"), ImportError::OpenDocument),
        (package("年度报告.docx", "x"), ImportError::Archive),
        (package("[Content_Types].xml", "<Types/>"), ImportError::Broken),
        (package("word/document.xml", "<workbook/>"), ImportError::Sheet),
        (package("word/document.xml", "<p:presentation xmlns:p='x'/>"), ImportError::Slides),
        (document("<w:p/>", &[]), ImportError::Empty),
        (b"{\\rtf1\\ansi }".to_vec(), ImportError::Rtf),
        (b"%PDF-1.7 ".to_vec(), ImportError::Pdf),
    ] {
        assert_eq!(manuscript(&bytes, "docx", Revisions::Accepted).unwrap_err(), error);
        assert!(!error.hint().is_empty());
    }
    let page = b"<!DOCTYPE html><p>\xE7\x94\xB2</p>";
    assert_eq!(manuscript(page, "doc", Revisions::Accepted).unwrap().text, "甲\n");
}

#[test]
fn hostile_files_are_refused() {
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let part = |text: String| package(&[("word/document.xml", text)]);
    let whole =
        |inner: &str| part(format!("<w:document {w}><w:body>{inner}</w:body></w:document>"));
    let deep = "<w:p>".repeat(100_000);
    let laughs = format!(
        "<!DOCTYPE x [<!ENTITY a \"哈哈哈\"><!ENTITY b \"&a;&a;&a;\">]><w:document {w}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    );
    let outside = format!(
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document {w}><w:body/></w:document>"
    );
    let names: Vec<(String, String)> =
        (0..5000).map(|n| (format!("{n}.xml"), String::new())).collect();
    let many: Vec<(&str, String)> = names.iter().map(|(n, t)| (n.as_str(), t.clone())).collect();
    for (bytes, error) in [
        (whole(&deep), ImportError::Bomb),
        (part(laughs), ImportError::Bomb),
        (part(outside), ImportError::Bomb),
        (package(&many), ImportError::Bomb),
        (part(" ".repeat(80 << 20)), ImportError::Bomb),
        (whole("<w:p><w:r><w:t>&unknown;</w:t></w:r></w:p>"), ImportError::Broken),
        (whole("<w:p></w:r>"), ImportError::Broken),
        (whole("</w:p>"), ImportError::Broken),
        (part(format!("<w:document {w}><w:body><w:p><w:r><w:t>甲")), ImportError::Broken),
        (part(String::new()), ImportError::Broken),
        (b"PK\x03\x04anything".to_vec(), ImportError::Broken),
        (whole(&"<w:p/>".repeat(200_001)), ImportError::TooLarge),
    ] {
        assert_eq!(manuscript(&bytes, "docx", Revisions::Accepted).unwrap_err(), error);
    }
    // Elements without their parents are read as far as they can be.
    for inner in [
        "<w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>",
        "<w:tc><w:tcPr/><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>",
        "<w:p><w:t>甲</w:t></w:p>",
        "<mc:Choice xmlns:mc=\"x\"><w:p><w:t>甲</w:t></w:p></mc:Choice>",
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"end\"/><w:t>甲</w:t></w:r></w:p>",
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:t>甲</w:t></w:r></w:p>",
    ] {
        let found = of(&whole(inner), Revisions::Accepted);
        assert_eq!(lines(&found), ["甲"], "{inner}");
    }
}

/// Pieces a body is made of, opened and closed in any order.
fn piece() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("<w:p>"),
        Just("</w:p>"),
        Just("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"),
        Just("<w:r>"),
        Just("</w:r>"),
        Just("<w:t>一、成效</w:t>"),
        Just("<w:t>（一）办案12宗。</w:t>"),
        Just("<w:br/>"),
        Just("<w:tab/>"),
        Just("<w:del w:author=\"甲\">"),
        Just("</w:del>"),
        Just("<w:ins>"),
        Just("</w:ins>"),
        Just("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"),
        Just("<w:rPr><w:vanish/></w:rPr>"),
        Just("<w:tbl>"),
        Just("</w:tbl>"),
        Just("<w:tr>"),
        Just("</w:tr>"),
        Just("<w:tc>"),
        Just("</w:tc>"),
        Just("<w:tcPr><w:gridSpan w:val=\"99999999999\"/><w:vMerge/></w:tcPr>"),
        Just("<w:trPr><w:del/><w:gridBefore w:val=\"7\"/></w:trPr>"),
        Just("<w:drawing>"),
        Just("</w:drawing>"),
        Just("<w:txbxContent>"),
        Just("</w:txbxContent>"),
        Just("<mc:AlternateContent>"),
        Just("</mc:AlternateContent>"),
        Just("<mc:Choice>"),
        Just("</mc:Choice>"),
        Just("<mc:Fallback>"),
        Just("</mc:Fallback>"),
        Just("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"),
        Just("</w:sdt>"),
        Just("<w:fldChar w:fldCharType=\"begin\"/>"),
        Just("<w:fldChar w:fldCharType=\"separate\"/>"),
        Just("<w:fldChar w:fldCharType=\"end\"/>"),
        Just("<w:instrText>TOC</w:instrText>"),
        Just("<w:commentRangeStart w:id=\"0\"/>"),
        Just("<w:commentReference w:id=\"0\"/>"),
        Just("<w:sym w:char=\"F0FE\" w:font=\"Wingdings\"/>"),
        Just("&amp;"),
    ];
    word.prop_map(str::to_owned)
}

/// The pieces with what is open closed, and what is not open left out: a body a parser takes.
fn balanced(pieces: &[String]) -> String {
    let mut out = String::new();
    let mut open: Vec<String> = Vec::new();
    for piece in pieces {
        if let Some(name) = piece.strip_prefix("</") {
            while let Some(last) = open.pop() {
                out.push_str(&format!("</{last}>"));
                if name.starts_with(last.as_str()) {
                    break;
                }
            }
            continue;
        }
        out.push_str(piece);
        let name: String = piece
            .trim_start_matches('<')
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == ':')
            .collect();
        let closed = piece.ends_with("/>")
            || piece.ends_with(&format!("</{name}>"))
            || piece.starts_with('&');
        if !closed {
            open.push(name);
        }
    }
    for name in open.iter().rev() {
        out.push_str(&format!("</{name}>"));
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_body_is_read_or_refused_with_every_place_in_the_text(
        pieces in proptest::collection::vec(piece(), 0..60), original: bool, whole: bool,
    ) {
        let body = if whole { balanced(&pieces) } else { pieces.concat() };
        let comments = ("comments".to_owned(), "<w:comment w:id=\"0\"><w:p><w:r><w:t>批</w:t></w:r></w:p></w:comment>".to_owned());
        let side = if original { Revisions::Original } else { Revisions::Accepted };
        if let Ok(found) = manuscript(&document(&body, &[comments]), "docx", side) {
            sound(&found);
            text::read_manuscript(&found).unwrap();
        }
    }

    #[test]
    fn a_file_with_any_bytes_changed_is_read_or_refused(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = word("title ‖ 某区司法局2023年法治政府建设年度报告\nn1/0 ‖ 成效\nn1/1 ‖ 办案12宗。\nrow ‖ 甲 | 乙");
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(found) = manuscript(&bytes, "docx", Revisions::Accepted) {
            sound(&found);
        }
    }
}
