use std::sync::Arc;

use nianbao_core::doc::Doc;
use nianbao_core::looks::Looks;
use nianbao_core::looks::faults::{LayoutFault, faults};
use nianbao_typeset::{Line, Measure, Pages, Substitute, borrowed, lines, measure};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::{DocumentArgs, draft_and_looks};
use super::fonts::{BorrowedFace, FaceInUse, faces};
use super::year::{YearArgs, records};
use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};

/// A report laid out, without its pictures.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Layout {
    pub pages: usize,
    /// Every line of the report, top to bottom.
    pub lines: Vec<PlacedLine>,
    /// Official faces that are not on this machine.
    pub substitutes: Vec<SubstituteFace>,
    /// Each face of the profile, and what its text is set in.
    pub faces: Vec<FaceInUse>,
    /// Characters that their text's face lacks, by the face that has them.
    pub borrowed: Vec<BorrowedFace>,
    /// Characters that no face here has; 〓 stands for them.
    pub missing: Vec<String>,
    pub remarks: Vec<PageRemark>,
}

/// A line of a page; lengths in points, a page being 595.28 × 841.89.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PlacedLine {
    /// From 0.
    pub page: usize,
    /// Index of the paragraph among the draft's blocks.
    pub block: usize,
    pub x: f64,
    pub baseline: f64,
    /// Characters in it.
    pub chars: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SubstituteFace {
    pub wanted: String,
    pub used: String,
}

/// Something about the pages worth a look; never a wrong of the report itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PageRemark {
    pub page: usize,
    pub block: Option<usize>,
    pub message: String,
}

fn pages(desk: &Desk, doc: Doc, looks: &Looks) -> Result<Arc<Pages>, Fault> {
    desk.typesetting.pages(&desk.env.data, doc, looks)
}

fn remark(measure: Measure) -> PageRemark {
    match measure {
        Measure::ShortLastLine { block, page, text } => PageRemark {
            page,
            block: Some(block),
            message: format!("这一段的末行只有“{text}”，增减几个字可以使版面更好看"),
        },
        Measure::HeadingAtFoot { block, page } => PageRemark {
            page,
            block: Some(block),
            message: "标题落在这一页的最后一行，正文在下一页".to_owned(),
        },
        Measure::FirstPageWithoutText => PageRemark {
            page: 0,
            block: None,
            message: "首页没有正文，请缩短标题或主送机关，使首页显示正文".to_owned(),
        },
        Measure::SignatureAlone { page, .. } => PageRemark {
            page,
            block: None,
            message: "落款单独在一页，请调整正文，使落款所在页有正文".to_owned(),
        },
        Measure::PageNearlyEmpty { block, page, lines } => PageRemark {
            page,
            block: Some(block),
            message: format!("这一页只有{lines}行字，删几句话可以少一页"),
        },
    }
}

/// What the settings for letterhead, attachments and imprint lack or have otherwise than the standard.
pub fn check(desk: &Desk, args: YearArgs) -> Result<Vec<LayoutFault>, Fault> {
    let records = desk.with(|open| records(open, args.year))?;
    Ok(faults(&records))
}

pub fn lay(desk: &Desk, args: DocumentArgs) -> Result<Layout, Fault> {
    let (doc, looks) = draft_and_looks(desk, &args)?;
    let pages = pages(desk, doc.clone(), &looks)?;
    let lines = lines(&pages);
    let line = |line: &Line| PlacedLine {
        page: line.page,
        block: line.block,
        x: line.x,
        baseline: line.baseline,
        chars: line.text.chars().count(),
    };
    let substitute = |s: Substitute| SubstituteFace { wanted: s.wanted, used: s.used };
    Ok(Layout {
        pages: pages.count(),
        lines: lines.iter().map(line).collect(),
        substitutes: pages.substitutes().into_iter().map(substitute).collect(),
        faces: faces(desk, &looks),
        borrowed: borrowed(&doc, &pages).into_iter().map(BorrowedFace::from).collect(),
        missing: pages.missing().iter().map(char::to_string).collect(),
        remarks: measure(&doc, &lines).into_iter().map(remark).collect(),
    })
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct PageArgs {
    #[serde(flatten)]
    pub of: DocumentArgs,
    /// From 0.
    pub page: usize,
}

/// One page as a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PagePicture {
    pub svg: String,
}

pub fn show(desk: &Desk, args: PageArgs) -> Result<PagePicture, Fault> {
    let (doc, looks) = draft_and_looks(desk, &args.of)?;
    let pages = pages(desk, doc, &looks)?;
    let svg = pages.svg(args.page).ok_or_else(|| {
        Fault::new(FaultCode::NotFound, "报告没有这一页", "报告可能刚刚变短，请回到前面的页面")
    })?;
    Ok(PagePicture { svg })
}
