// Generated from crates/nianbao-app by `cargo xtask gen`. Edits here are lost.

export type Achievement = { id: Id, year: number, area: Id, title: string, body: string, date: string | null, 
/**
 * Last day, where it took more than one.
 */
until: string | null, 
/**
 * Responsible office.
 */
office: string, 
/**
 * Who sent the material.
 */
source: string, 
/**
 * Last year's plan or problem it answers, of whatever year.
 */
answers: Array<Id>, indicators: Array<Id>, evidence: Array<Id>, sensitivity: Sensitivity, state: WorkState, order: number, };

export type Agreement = { "is": "holds", computed: string, } | { "is": "differs", value: string, computed: string, } | { "is": "offered", computed: string, } | { "is": "unknown", trouble: Trouble, 
/**
 * The trouble, as a clerk reads it.
 */
message: string, };

export type Align = "left" | "centre" | "right";

export type Answer = { id: Id, 
/**
 * Figures printed, in the text too.
 */
title: string, body: string, };

export type Area = { id: Id, year: number, 
/**
 * Key of the catalogue's area it was made from; empty for the person's own.
 */
key: string, 
/**
 * The heading, without number and without 。
 */
title: string, order: number, };

export type At = { start: number, end: number, text: string, };

export type Attached = { changed: Changed, 
/**
 * The evidence of each file, in their order.
 */
evidence: Array<Id>, 
/**
 * Files that could not be taken, a sentence each; the others were.
 */
faults: Array<FileFault>, };

export type AttachmentChoice = { title: string, of: AttachmentOf, 
/**
 * Of a text; a paragraph a line.
 */
body: string, };

export type AttachmentOf = "text" | "ledger";

export type Backup = { path: string, 
/**
 * By this machine's clock: `2026-11-25 14:03`.
 */
at: string, kind: BackupKind, 
/**
 * In bytes.
 */
size: number, };

export type BackupKind = "auto" | "hand" | "upgrade";

export type BackupPreview = { path: string, };

export type BackupSet = { 
/**
 * Where the original is, or was.
 */
path: string, 
/**
 * Its name without ending.
 */
name: string, unit: string, 
/**
 * Where its backups lie.
 */
folder: string, 
/**
 * It is the one at hand.
 */
open: boolean, 
/**
 * The original is no longer there.
 */
gone: boolean, 
/**
 * Newest first.
 */
backups: Array<Backup>, };

export type Block = { "block": "paragraph" } & Paragraph | { "block": "table" } & Table;

export type BlockProposal = { role: BlockRole, 
/**
 * Of a heading or a numbered item, 1 to 4; otherwise 0.
 */
level: number, 
/**
 * As written: 一、 （一） 一是. Empty: none.
 */
number: string, 
/**
 * The heading sentence, without number and without 。
 */
title: string, body: string, start: number, end: number, 
/**
 * Stands in the same paragraph as the block before it.
 */
runs_on: boolean, };

export type BlockRole = "title" | "addressee" | "lead" | "heading" | "achievement" | "problem" | "cause" | "plan" | "leader_duty" | "ending" | "signature" | "date" | "attachment";

export type BorrowedFace = { 
/**
 * The face of the text, as the Word file names it.
 */
wanted: string, 
/**
 * The face that has them.
 */
used: string, 
/**
 * Each once.
 */
characters: string, };

export type CallHelp = { name: string, does: string, 
/**
 * TypeScript types, declared in `declarations`.
 */
args: string, reply: string, };

export type Cancelling = { 
/**
 * False: nothing of that name runs, or not yet.
 */
running: boolean, };

export type Catalog = { areas: Array<CatalogArea>, templates: Array<Template>, lengths: Array<Length>, 
/**
 * What a leader duty may answer: the seven in order.
 */
prompts: Array<Prompt>, 
/**
 * Sentences that may close the 引言.
 */
openings: Array<string>, 
/**
 * Sentences that may stand as 结尾.
 */
closings: Array<string>, 
/**
 * What may follow 法治政府建设 in a title.
 */
tails: Array<string>, deadlines: Array<CatalogDeadline>, };

export type CatalogArea = { key: string, title: string, };

export type CatalogDeadline = { unit_kind: UnitKind, what: DeadlineOf, to: string, 
/**
 * In the year after the report year.
 */
month: number, day: number, };

export type Cell = { inlines: Array<Inline>, columns: number, rows: number, align: Align, };

export type CellFault = { 
/**
 * In the block, from 1.
 */
row: number, column: number, typed: string, message: string, 
/**
 * The figure of the row, where it is known.
 */
figure: Id | null, };

export type ChangeKind = "inserted" | "deleted" | "moved_here" | "moved_away";

export type Changed = { records: Array<Record>, removed: Array<RecordRef>, 
/**
 * Name of the step that undo would now take back.
 */
undo: string | null, redo: string | null, 
/**
 * What the person should know of it, a sentence each: where a report that was read in takes
 * another form than its source.
 */
notes: Array<string>, 
/**
 * When it was on the disk, local: `14:03`.
 */
at: string, 
/**
 * The number of this edit since the 库 was opened; one that changed nothing has that of the edit
 * before. A page that finds one missing has not seen what another page did.
 */
edit: number, };

export type ChangedFigure = { key: string, label: string, unit: string, then: string | null, now: string | null, 
/**
 * It was not there then.
 */
added: boolean, 
/**
 * It is not there now.
 */
removed: boolean, 
/**
 * The places to look at again.
 */
uses: Array<Use>, };

export type CheckAccept = { year: number, identity: string, 
/**
 * For the review list and whoever checks next.
 */
reason: string, 
/**
 * Without it: the one that is sent.
 */
edition?: Edition, };

export type CheckExport = { list: OwnList, 
/**
 * A name that ends in .xlsx or .csv.
 */
path: string, overwrite: boolean, };

export type CheckExported = { path: string, lines: number, };

export type CheckFile = { path: string, };

export type CheckFix = { year: number, 
/**
 * Of findings that `check.run` gave as fixable.
 */
identities: Array<string>, 
/**
 * Without it: the one that is sent.
 */
edition?: Edition, };

export type CheckImport = { list: OwnList, 
/**
 * A table of two columns: the wrong writing, the right one.
 */
path: string, };

export type CheckImported = { added: number, 
/**
 * Were there with another right writing.
 */
changed: number, 
/**
 * Rows without a wrong writing, or with the same twice.
 */
skipped: number, rules: CheckRules, };

export type CheckReview = { year: number, 
/**
 * A Word file.
 */
path: string, 
/**
 * Without it: the sheet.
 */
form?: ReviewForm, 
/**
 * Without it: the one that is sent.
 */
edition?: Edition, overwrite?: boolean, };

export type CheckReviewed = { path: string, bytes: number, counts: Counts, 
/**
 * Let stand, in the file with their reasons.
 */
accepted: number, 
/**
 * What did not come along, a sentence each.
 */
faults: Array<string>, };

export type CheckRules = { 
/**
 * In the order of their codes.
 */
rules: Array<RuleInfo>, words: Array<Own>, phrases: Array<Own>, laws: Array<Own>, };

export type CheckRun = { year: number, 
/**
 * Without it: the one that is sent.
 */
edition?: Edition, 
/**
 * Lays the report out for the rules of layout. Without it they see pages that are laid out already.
 */
pages?: boolean, };

export type CheckSet = { 
/**
 * Codes of rules to run again.
 */
on?: Array<string>, 
/**
 * Codes of rules not to run.
 */
off?: Array<string>, 
/**
 * The whole list, as it is to be.
 */
words?: Array<Own>, phrases?: Array<Own>, laws?: Array<Own>, };

export type CheckText = { text: string, };

export type CheckUnaccept = { year: number, identity: string, 
/**
 * Without it: the one that is sent.
 */
edition?: Edition, };

export type Checked = { 
/**
 * In the order of the text; those without a place first.
 */
findings: Array<PlacedFinding>, 
/**
 * Those a person lets stand. They are not counted.
 */
accepted: Array<LetStand>, counts: Counts, rules_run: number, 
/**
 * The parts of a report in their order, in words.
 */
parts: Array<PartWord>, };

export type Clip = { 
/**
 * Clean: what things are, and no looks.
 */
html: string, plain: string, };

export type ColumnProposal = { 
/**
 * As the spreadsheet calls it: A, B … AA.
 */
letter: string, header: string, role: ColumnRole, };

export type ColumnRole = { "is": "level", "level": number } | { "is": "level_code", "level": number } | { "is": "code" } | { "is": "parent" } | { "is": "title" } | { "is": "standard" } | { "is": "points" } | { "is": "assessment" } | { "is": "left" };

export type Comment = { text: string, 
/**
 * The words it is about, as far as they fit.
 */
about: string, who: string, when: string, at: number, };

export type Comparison = { 
/**
 * What the two are called: `送审稿（2024年1月12日 09:30）`, `2023年（现在）`.
 */
a: string, b: string, 
/**
 * Record by record. Side by side: old and same runs on the left, new and same on the right.
 */
records: Array<RecordDiff>, 
/**
 * The whole composed report as one text with marks.
 */
text: Array<Run>, };

export type CopyMade = { path: string, };

export type Counts = { error: number, warning: number, hint: number, };

export type Coverage = { rows: Array<CoverageRow>, 
/**
 * Levels of the table: the deepest row's.
 */
levels: number, 
/**
 * Lines of the last level, which alone are to be answered.
 */
all: number, without_achievement: number, without_evidence: number, };

export type CoverageRow = { id: Id, code: string, title: string, 
/**
 * From 1.
 */
level: number, 
/**
 * The indicators above it, from the first level.
 */
above: Array<string>, standard: string, assessment: string, 
/**
 * Nothing stands below it.
 */
last_level: boolean, achievements: Array<Answer>, 
/**
 * Its own evidence and that of its achievements, each once.
 */
evidence: Array<Proof>, 
/**
 * Of the last level, and nothing answers it.
 */
no_achievement: boolean, no_evidence: boolean, };

export type Deadline = { what: DeadlineOf, 
/**
 * Recipient, or where it is published.
 */
to: string, due: string, 
/**
 * When it was done.
 */
done: string | null, };

export type DeadlineLeft = { 
/**
 * Negative: it has passed. None: it is done.
 */
days_left: number | null, what: DeadlineOf, 
/**
 * Recipient, or where it is published.
 */
to: string, due: string, 
/**
 * When it was done.
 */
done: string | null, };

export type DeadlineOf = "sending" | "publishing";

export type DiagnoseWrite = { path: string, overwrite?: boolean, };

export type Diagnosed = { path: string, };

export type Dialect = "d1" | "d2" | "d3" | "d4" | "d5";

export type Difference = { reason: Reason, 
/**
 * What is masked in it besides.
 */
masked: boolean, 
/**
 * What it is: 成效“加大培训力度”, 主送.
 */
what: string, 
/**
 * The heading above it; empty: before the first.
 */
place: string, record: RecordRef | null, 
/**
 * Place in the text of the submission edition, in characters.
 */
start: number, end: number, 
/**
 * A few characters of its paragraph at either side.
 */
before: string, after: string, sent: string, 
/**
 * As published; empty: nothing.
 */
public: string, };

export type Doc = { meta: Meta, 
/**
 * Above the title of the first page.
 */
letterhead: Letterhead | null, 
/**
 * From the title to the end of the last attachment.
 */
blocks: Array<Block>, 
/**
 * At the foot of the last page.
 */
imprint: Imprint | null, };

export type Document = "report" | "notice" | "duty" | "differences";

export type DocumentArgs = { year: number, 
/**
 * Of the report; without it: the one that is sent.
 */
edition?: Edition, 
/**
 * Without it: the report.
 */
document?: Document, 
/**
 * Of 述法报告: whose, by the post; without it: the first head's.
 */
post?: string, };

export type Dropped = { text: string, 
/**
 * The reason, as a clerk reads it.
 */
why: string, start: number, end: number, };

export type DroppedRow = { 
/**
 * 0: a whole column.
 */
row: number, text: string, 
/**
 * The reason, as a clerk reads it.
 */
why: string, };

export type Duty = { id: Id, year: number, 
/**
 * 职务: 局长, 党组书记.
 */
post: string, 
/**
 * Key of the catalogue's prompt it answers; empty: none.
 */
prompt: string, title: string, body: string, 
/**
 * Meetings: date and topic, a line each.
 */
meetings: string, 
/**
 * 督办事项: matters pressed to a result, a line each.
 */
supervised: string, 
/**
 * Counts as typed decimals; empty: not said. 批示, 学法, 述法, 出庭应诉.
 */
instructions: string, study: string, accounts: string, court: string, order: number, };

export type Edition = "submission" | "public";

export type EditionArgs = { year: number, 
/**
 * Without it: the one that is sent.
 */
edition?: Edition, };

export type Evidence = { id: Id, year: number, title: string, 
/**
 * 文号
 */
document: string, date: string | null, 
/**
 * Where in it to look: a page, an article.
 */
page: string, 
/**
 * Where the file lies; empty: none was attached.
 */
path: string, 
/**
 * SHA-256 of its bytes when it was attached, in hexadecimal.
 */
hash: string, 
/**
 * In bytes, then.
 */
size: number, 
/**
 * A copy is kept inside the 库.
 */
copied: boolean, order: number, };

export type EvidenceAttach = { year: number, 
/**
 * Files; each becomes a piece of evidence. One that is already there is only linked.
 */
paths: Array<string>, 
/**
 * Keep a copy inside the 库.
 */
copy: boolean, 
/**
 * The achievement or indicator they prove, or the evidence whose file the one is.
 */
to?: RecordRef, };

export type EvidenceExport = { year: number, 
/**
 * The folder (made by it), or the file: .zip; a catalogue .xlsx or .csv.
 */
path: string, form: PackageForm, overwrite?: boolean, 
/**
 * A name for `task.progress` and `task.cancel`.
 */
task?: string, };

export type EvidenceState = { id: Id, state: FileState, 
/**
 * The 库 holds a copy, as it was when it was attached.
 */
copy: boolean, 
/**
 * Empty where all is well.
 */
message: string, };

export type Excerpt = { before: string, marked: string, after: string, };

export type ExportArgs = { path: string, 
/**
 * Key of a format. Without it: the first of the file's ending.
 */
format?: string, 
/**
 * Of a Word file; without it: lines alone.
 */
grid?: WordGrid, overwrite?: boolean, 
/**
 * A name for `task.progress` and `task.cancel`.
 */
task?: string, year: number, 
/**
 * Of the report; without it: the one that is sent.
 */
edition?: Edition, 
/**
 * Without it: the report.
 */
document?: Document, 
/**
 * Of 述法报告: whose, by the post; without it: the first head's.
 */
post?: string, };

export type ExportList = { year: number, 
/**
 * At most so many; left out: 20.
 */
limit?: number, };

export type ExportNote = { year: number, 
/**
 * RFC 3339, in UTC.
 */
at: string, 
/**
 * In words: 导出公开版 Word 文档“年报.docx”.
 */
words: string, 
/**
 * Key of the format.
 */
format: string, 
/**
 * Its name, without the folders above it.
 */
file: string, size: number, };

export type Exported = { path: string, 
/**
 * Key of the format.
 */
format: string, bytes: number, paragraphs: number, 
/**
 * Files in it, where it holds some.
 */
files: number, 
/**
 * Characters that the file cannot hold or no face here has, as code points.
 */
left_out: Array<string>, 
/**
 * What did not come along, a sentence each.
 */
faults: Array<string>, 
/**
 * Which faces stand in for others, a sentence each.
 */
notes: Array<string>, };

export type Face = { "is": "plain" } | { "is": "heading", "level": number } | { "is": "lead" };

export type FaceInUse = { 
/**
 * What of a report is set in it: 标题、正文……
 */
part: string, 
/**
 * As the Word file names it.
 */
wanted: string, 
/**
 * Null: there is no face at all.
 */
used: string | null, 
/**
 * Whether another face stands in.
 */
substitute: boolean, 
/**
 * Where it lies.
 */
files: Array<string>, };

export type Fault = { code: FaultCode, message: string, hint: string, 
/**
 * Another file name that is free, where the one asked for is not.
 */
suggested: string | null, };

export type FaultCode = "nothing_open" | "elsewhere" | "unknown_call" | "bad_arguments" | "bad_number" | "refused" | "no_such_year" | "no_such_record" | "nothing_to_undo" | "exists" | "not_found" | "not_a_file" | "file_busy" | "no_permission" | "disk_full" | "too_large" | "not_a_report" | "not_a_template" | "not_a_table" | "not_a_library" | "newer_library" | "damaged" | "unsupported" | "no_fonts" | "panic" | "cancelled" | "io";

export type Field = "title" | "body" | "cause" | "public_body" | "addressee" | "name" | "opening" | "closing";

export type FieldDiff = { 
/**
 * Name of the record's field.
 */
field: string, 
/**
 * As the form calls it.
 */
word: string, 
/**
 * In order. Side by side: those of `old` and `same` on the left, those of `new` and `same` on the
 * right.
 */
runs: Array<Run>, };

export type Figure = { id: Id, year: number, 
/**
 * Unique in its year, without braces and line feeds. Stays when the label changes.
 */
key: string, label: string, 
/**
 * None while it is not known.
 */
value: string | null, 
/**
 * 宗, 件, 人次, %.
 */
unit: string, precision: Precision, 
/**
 * 口径: what is counted, and in which period.
 */
scope: string, 
/**
 * How it follows from other figures; the value is checked against it, never overwritten.
 */
relation: Relation | null, 
/**
 * Last year's value as last year's report had it, where this 库 does not hold that year.
 */
previous: string | null, 
/**
 * Who answers for the number.
 */
source: string, 
/**
 * None: the year's.
 */
cutoff: string | null, order: number, };

export type FigureCell = { id: Id, column: FigureColumn, };

export type FigureClear = { cells: Array<FigureCell>, };

export type FigureColumn = "label" | "unit" | "previous" | "value" | "scope" | "cutoff" | "source";

export type FigureHistory = { key: string, 
/**
 * As the newest year has them.
 */
label: string, unit: string, 
/**
 * The oldest year first; a year without the figure is left out.
 */
points: Array<FigurePoint>, };

export type FigureHistoryArgs = { key: string, };

export type FigurePaste = { year: number, 
/**
 * Cells as Excel and WPS copy them: tabs between cells, a line a row.
 */
text: string, 
/**
 * The figure whose row the block begins in, where it has no header. Left out: rows are found by
 * their names, and those not found are added.
 */
at?: Id, 
/**
 * The column it begins in; left out: `value`.
 */
column?: FigureColumn, };

export type FigurePoint = { year: number, value: string | null, unit: string, scope: string, 
/**
 * Not of that year's ledger, but typed beside the year after.
 */
typed_beside: boolean, };

export type FigureProposal = { label: string, 
/**
 * A plain decimal: no separators, no unit.
 */
value: string, unit: string, precision: PrecisionWord, start: number, end: number, };

export type FigureRelate = { id: Id, 
/**
 * Null: it follows from nothing.
 */
relation: Relation | null, };

export type FigureSet = { id: Id, 
/**
 * As typed: full-width digits and thousands separators are understood. Empty: not known yet.
 */
text: string, 
/**
 * Which of its two numbers; left out: this year's.
 */
column?: NumberColumn, };

export type FiguresOverview = { count: number, without_value: number, without_source: number, 
/**
 * Keys that a text or a relation names and the ledger lacks.
 */
unknown: Array<string>, 
/**
 * Without value or source, or not what their relation gives, or changed since the review.
 */
unsettled: Array<UnsettledFigure>, };

export type FileFault = { path: string, message: string, };

export type FileState = "good" | "none" | "missing" | "changed" | "unreadable";

export type FindingPart = "whole" | "opening" | "results" | "duties" | "problems" | "plans" | "ending" | "ledger";

export type Fix = { replacement: string, };

export type Folder = { path: string, parent: string | null, 
/**
 * Folders first, then files, each by name; hidden ones left out.
 */
entries: Array<FolderEntry>, };

export type FolderArgs = { 
/**
 * None: the user's own folder.
 */
path?: string, };

export type FolderEntry = { name: string, path: string, folder: boolean, };

export type FontArgs = { 
/**
 * Left out: the one most offices ask for.
 */
profile?: Profile, };

export type FontList = { faces: Array<FaceInUse>, refused: Array<RefusedFont>, 
/**
 * Where a person's own font files may be put.
 */
folder: string, };

export type FormatName = { key: string, 
/**
 * Without the dot.
 */
ending: string, name: string, purpose: string, 
/**
 * Whether the edition makes a difference.
 */
editions: boolean, };

export type Found = { 
/**
 * What belongs to no year first, then the newest year.
 */
hits: Array<Hit>, 
/**
 * There are more than were asked for.
 */
more: boolean, };

export type FromTo = { from: string, 
/**
 * A file that is not there yet.
 */
to: string, };

export type Grid = { year: number, 
/**
 * Whether the 库 holds the year before: then last year's values are its own.
 */
holds_last_year: boolean, rows: Array<GridRow>, 
/**
 * Keys that a text or a relation names and the ledger lacks.
 */
unknown: Array<UnknownKey>, };

export type GridRow = { figure: Figure, 
/**
 * Last year's value: of last year's ledger, else the one typed beside this year's.
 */
last_year: string | null, 
/**
 * 同比 in percent; of a figure in % itself, in percentage points. None: one of the two is not known.
 */
change: string | null, change_in_points: boolean, 
/**
 * `= 检查 + 处罚 + 强制`; None: it follows from nothing.
 */
formula: string | null, agreement: Agreement | null, uses: Array<Use>, };

export type Head = { post: string, 
/**
 * May stay empty: reports name posts.
 */
name: string, };

export type Help = { calls: Array<CallHelp>, 
/**
 * The TypeScript of every type they name, by its name.
 */
declarations: { [key in string]: string }, };

export type HistoryList = { 
/**
 * Only steps before this one; left out: from the newest on.
 */
before?: number, 
/**
 * At most so many; left out: 200. Fewer come only where there are no more.
 */
limit?: number, };

export type Hit = { 
/**
 * None: it belongs to no year.
 */
year: number | null, kind: Kind, id: Id, name: string, 
/**
 * Name of the record's field with most of the words.
 */
field: string, 
/**
 * Some of its text; `…` where it is cut.
 */
excerpt: string, 
/**
 * Where the words stand in the excerpt, in characters: from, and up to.
 */
marks: Array<[number, number]>, };

export type Id = number;

export type ImportAccept = { source: string, 
/**
 * As read, with the roles the person changed.
 */
proposal: Proposal, year: number, 
/**
 * Take the offered full-width marks.
 */
full_width: boolean, };

export type ImportRead = { 
/**
 * A file; or else `text`.
 */
path?: string, 
/**
 * Pasted text.
 */
text?: string, 
/**
 * Which side of tracked changes; without it, as if all were accepted.
 */
revisions?: Revisions, };

export type Imprint = { 
/**
 * 抄送机关, without 抄送： and 。
 */
copies: string, 
/**
 * 印发机关
 */
office: string, 
/**
 * 印发日期 with 印发 behind it.
 */
printed: string, };

export type ImprintChoice = { on: boolean, 
/**
 * 抄送机关
 */
copies: string, 
/**
 * 印发机关; empty: the unit's name.
 */
office: string, 
/**
 * 印发日期; None: 成文日期.
 */
printed: string | null, };

export type InRecord = { kind: Kind, id: Id, field: string, start: number, end: number, };

export type Incomplete = { kind: Kind, id: Id, 
/**
 * In a few words.
 */
name: string, missing: Array<Missing>, };

export type Indicator = { id: Id, year: number, 
/**
 * As printed: 1.2.3; empty where the table has none.
 */
code: string, title: string, 
/**
 * The indicator above it.
 */
parent: Id | null, 
/**
 * Scoring rule or points, as printed.
 */
standard: string, 
/**
 * Self-assessment in words.
 */
assessment: string, evidence: Array<Id>, order: number, };

export type IndicatorAccept = { year: number, 
/**
 * As read, with what the person changed.
 */
proposal: IndicatorProposal, 
/**
 * Indicators of the year that the table does not have go; left out: they stay, after the others.
 */
replace?: boolean, };

export type IndicatorExport = { year: number, what: IndicatorSheet, 
/**
 * A name that ends in .xlsx or .csv.
 */
path: string, overwrite?: boolean, };

export type IndicatorLine = { row: number, level: number, 
/**
 * As printed; empty where the table has none.
 */
code: string, title: string, standard: string, assessment: string, 
/**
 * Place of the one above it in `lines`.
 */
parent: number | null, };

export type IndicatorProposal = { 
/**
 * Name of the sheet that was read; empty for CSV.
 */
sheet: string, 
/**
 * All sheets of the file, to choose another.
 */
sheets: Array<string>, header_row: number, columns: Array<ColumnProposal>, lines: Array<IndicatorLine>, dropped: Array<DroppedRow>, 
/**
 * What should be looked at, a sentence each.
 */
remarks: Array<string>, };

export type IndicatorRead = { 
/**
 * An XLSX or CSV file.
 */
path: string, 
/**
 * Name of the sheet; left out: the first with a table.
 */
sheet?: string, };

export type IndicatorSheet = "matrix" | "assessment";

export type Inline = { "inline": "text" } & Text | { "inline": "break" };

export type ItemStyle = "run_in" | "run_in_each" | "listed" | "headed" | "plain" | "run_in_head" | "numbered" | "numbered_on";

export type Kind = "unit" | "year" | "area" | "passage" | "achievement" | "problem" | "plan" | "duty" | "figure" | "indicator" | "evidence" | "opinion" | "template";

export type Latin = "chinese" | "times_new_roman";

export type Layout = { pages: number, 
/**
 * Every line of the report, top to bottom.
 */
lines: Array<PlacedLine>, 
/**
 * Official faces that are not on this machine.
 */
substitutes: Array<SubstituteFace>, 
/**
 * Each face of the profile, and what its text is set in.
 */
faces: Array<FaceInUse>, 
/**
 * Characters that their text's face lacks, by the face that has them.
 */
borrowed: Array<BorrowedFace>, 
/**
 * Characters that no face here has; 〓 stands for them.
 */
missing: Array<string>, remarks: Array<PageRemark>, };

export type LayoutFault = { field: LayoutField, 
/**
 * Which of several, from 0.
 */
at: number, message: string, };

export type LayoutField = "copy" | "issuer" | "number" | "attachment" | "printed";

export type LeftOut = { kind: Kind, id: Id, why: WhyLeftOut, 
/**
 * The reason, as a clerk reads it.
 */
message: string, };

export type Length = { unit_kind: UnitKind, least: number, most: number, };

export type LetStand = { reason: string, 
/**
 * RFC 3339, in UTC.
 */
since: string, 
/**
 * The same while rule, record and the text it stands in are.
 */
identity: string, part: FindingPart, 
/**
 * The record, as menus name it; empty: none.
 */
place: string, excerpt: Excerpt, 
/**
 * `check.fix` can mend it.
 */
fixable: boolean, code: string, severity: Severity, message: string, 
/**
 * What to do about it; may be empty.
 */
hint: string, 
/**
 * None: the report as a whole, or a record that prints nothing.
 */
at: At | null, record: InRecord | null, 
/**
 * Only where one text can be meant.
 */
fix: Fix | null, };

export type Letterhead = { 
/**
 * 份号
 */
copy: string, 
/**
 * 紧急程度
 */
urgency: string, 
/**
 * 发文机关标志, 文件 included; a line feed divides it.
 */
mark: string, 
/**
 * 发文字号
 */
number: string, 
/**
 * 签发人, of an upward report.
 */
signers: Array<string>, };

export type LetterheadChoice = { on: boolean, 
/**
 * 份号
 */
copy: string, urgency: Urgency, 
/**
 * 发文机关标志 without 文件; empty: the unit's name. A line for each of several.
 */
issuer: string, 
/**
 * Whether 文件 follows it.
 */
document: boolean, 
/**
 * 发文字号
 */
number: string, 
/**
 * 签发人 of an upward report, parted by 、 or blanks.
 */
signers: string, };

export type LibraryCopy = { path: string, overwrite?: boolean, };

export type LibraryCreate = { path: string, unit: Unit, year: number, 
/**
 * Key of a template in the catalogue.
 */
template: string, };

export type LibraryOpen = { path: string, 
/**
 * Where another machine's note says that it is in use, and nobody is: open it for work all the same.
 */
take_over?: boolean, };

export type LibraryStatus = { 
/**
 * Which opening this is: a page sends it along, so that its edits reach this 库 or none.
 */
opening: number, 
/**
 * How many edits changed something since; see [`Changed::edit`](super::record::Changed).
 */
edit: number, path: string, 
/**
 * File name without ending.
 */
name: string, unit: Unit, 
/**
 * Newest first.
 */
years: Array<number>, 
/**
 * It can be looked at, and not changed: the notices say why.
 */
read_only: boolean, notices: Array<Notice>, };

export type LookOver = { 
/**
 * The same while its paragraph is.
 */
identity: string, 
/**
 * Rule that masks it; None: a name that is printed.
 */
code: string | null, 
/**
 * What it is, in words.
 */
what: string, 
/**
 * The record, as menus name it; empty: none.
 */
place: string, record: RecordRef | null, field: string, 
/**
 * As typed.
 */
excerpt: Excerpt, 
/**
 * As it is published.
 */
published: string, seen: boolean, 
/**
 * By which `publication.print` knows it, where it may be published as typed.
 */
prints: string | null, 
/**
 * Why it is published as typed; None: it is not.
 */
reason: string | null, };

export type LooksChoice = { margins: Margins, faces: Profile, latin: Latin, page_numbers: PageNumbers, seal: Seal, };

export type LoopAnswer = { id: Id, title: string, state: WorkState, 
/**
 * Carried over, and nobody has written it yet.
 */
unwritten: boolean, };

export type LoopCount = { all: number, done: number, underway: number, not_done: number, unsaid: number, unanswered: number, };

export type LoopLine = { 
/**
 * Plan or problem.
 */
kind: Kind, id: Id, 
/**
 * Figures printed as last year had them, in the text too.
 */
title: string, body: string, office: string, outcome: Outcome, 
/**
 * Achievements of this year that answer it.
 */
answers: Array<LoopAnswer>, 
/**
 * Neither a state was said nor an achievement with something written answers.
 */
unanswered: boolean, };

export type LoopOverview = { last_year: number, plans: LoopCount, problems: LoopCount, };

export type LoopReply = { 
/**
 * The year accounted for: the one before this in the 库. None: there is none.
 */
last_year: number | null, 
/**
 * The unanswered first; among themselves plans before problems, each in last year's order.
 */
lines: Array<LoopLine>, plans: LoopCount, problems: LoopCount, };

export type LoopSet = { 
/**
 * `plan` or `problem`.
 */
kind: Kind, id: Id, 
/**
 * Left out: as it was.
 */
state?: OutcomeState, note?: string, 
/**
 * One of a burst of keystrokes: joins the step before it.
 */
typing?: boolean, };

export type Margins = "nominal" | "compensated";

export type MarkFix = { at: number, from: string, to: string, };

export type Meta = { title: string, unit: string, year: number, };

export type Missing = { 
/**
 * Name of the record's field; `plans` and `achievements`: what should refer to it.
 */
field: string, 
/**
 * As the form calls it.
 */
word: string, };

export type MissingReply = { 
/**
 * Records that lack something: 缺 N 项.
 */
records: Array<Incomplete>, 
/**
 * What was entered and can hardly be meant, beside its field.
 */
remarks: Array<Remark>, 
/**
 * What the report does not print, and why.
 */
left_out: Array<LeftOut>, };

export type Nothing = { [key: string]: never };

export type Notice = { kind: NoticeKind, message: string, hint: string, };

export type NoticeKind = "in_use" | "may_be_in_use" | "damaged" | "locked" | "backup" | "network" | "no_backup";

export type NumberColumn = "value" | "previous";

export type Opinion = { id: Id, year: number, giver: string, 
/**
 * Which place it is about, in words.
 */
about: string, body: string, verdict: Verdict, 
/**
 * Why it was taken or not.
 */
reason: string, order: number, };

export type Origin = { kind: Kind, id: Id, field: Field, };

export type Outcome = { state: OutcomeState, note: string, };

export type OutcomeState = "unsaid" | "done" | "underway" | "not_done";

export type Overview = { title: string, 
/**
 * Characters of the composed text, white space apart.
 */
chars: number, 
/**
 * Usual length for such a unit.
 */
least: number, most: number, 
/**
 * The five contents that 督察工作规定 asks for, in its order.
 */
parts: Array<PartOverview>, figures: FiguresOverview, 
/**
 * In the order they fall due, what is done last.
 */
deadlines: Array<DeadlineLeft>, 
/**
 * None: the 库 holds no earlier year to account for.
 */
closed_loop: LoopOverview | null, 
/**
 * Records that lack something: 缺 N 项.
 */
incomplete: Array<Incomplete>, 
/**
 * What was entered and can hardly be meant.
 */
remarks: Array<Remark>, recent: Array<RecentStep>, };

export type Own = { wrong: string, right: string, };

export type OwnList = "words" | "phrases" | "laws";

export type OwnTemplate = { id: Id, 
/**
 * Unique in the 库 and unlike every catalogue key: `own-` and a number.
 */
key: string, name: string, sections: Array<Section>, 
/**
 * As [`Template::dialect`](crate::catalog::Template::dialect).
 */
dialect: Dialect | null, };

export type PackageForm = "folder" | "zip" | "xlsx";

export type Packaged = { path: string, 
/**
 * Evidence in the catalogue.
 */
rows: number, 
/**
 * Files that came along.
 */
files: number, 
/**
 * What did not, or came otherwise than it was attached, a sentence each.
 */
faults: Array<string>, };

export type PageArgs = { 
/**
 * From 0.
 */
page: number, year: number, 
/**
 * Of the report; without it: the one that is sent.
 */
edition?: Edition, 
/**
 * Without it: the report.
 */
document?: Document, 
/**
 * Of 述法报告: whose, by the post; without it: the first head's.
 */
post?: string, };

export type PageNumbers = "outer" | "centred" | "none";

export type PagePicture = { svg: string, };

export type PageRemark = { page: number, block: number | null, message: string, };

export type Paragraph = { role: Role, inlines: Array<Inline>, };

export type PartOverview = { of: SectionOf, title: string, 
/**
 * Records in it.
 */
count: number, chars: number, 
/**
 * Share of the text in whole percent.
 */
percent: number, 
/**
 * A sentence each, naming what to do.
 */
missing: Array<string>, };

export type PartWord = { part: FindingPart, word: string, };

export type Passage = { id: Id, year: number, slot: Slot, 
/**
 * For [`Slot::AreaLead`] and [`Slot::AreaClose`].
 */
area: Id | null, body: string, 
/**
 * 一是…… follows in its last paragraph instead of beginning one.
 */
run_on: boolean, order: number, };

export type Pasted = { changed: Changed, 
/**
 * Cells that were taken.
 */
taken: number, 
/**
 * Figures that were added.
 */
added: Array<Id>, 
/**
 * Header rows of the block, and how its columns were understood.
 */
header_rows: number, columns: Array<PastedColumn>, 
/**
 * Cells that were not taken, with what stood in them.
 */
faults: Array<CellFault>, 
/**
 * Taken, but not all that stood there; a sentence each.
 */
notes: Array<string>, };

export type PastedColumn = { 
/**
 * As the header names it, merged cells joined: `数量/本年`. Empty: no header.
 */
name: string, 
/**
 * None: it was not read, and `note` says why.
 */
column: FigureColumn | null, note: string, };

export type Place = { "as": "achievement", area: Id, } | { "as": "problem" } | { "as": "plan" } | { "as": "duty" } | { "as": "passage", slot: Slot, 
/**
 * For 领域开头 and 领域结尾.
 */
area: Id | null, };

export type PlacedFinding = { 
/**
 * The same while rule, record and the text it stands in are.
 */
identity: string, part: FindingPart, 
/**
 * The record, as menus name it; empty: none.
 */
place: string, excerpt: Excerpt, 
/**
 * `check.fix` can mend it.
 */
fixable: boolean, code: string, severity: Severity, message: string, 
/**
 * What to do about it; may be empty.
 */
hint: string, 
/**
 * None: the report as a whole, or a record that prints nothing.
 */
at: At | null, record: InRecord | null, 
/**
 * Only where one text can be meant.
 */
fix: Fix | null, };

export type PlacedLine = { 
/**
 * From 0.
 */
page: number, 
/**
 * Index of the paragraph among the draft's blocks.
 */
block: number, x: number, baseline: number, 
/**
 * Characters in it.
 */
chars: number, };

export type Plan = { id: Id, year: number, title: string, body: string, 
/**
 * By what it will be measured.
 */
target: string, 
/**
 * Lead office.
 */
office: string, 
/**
 * Helping offices.
 */
helpers: string, due: string | null, 
/**
 * Problems of this year that it answers.
 */
answers: Array<Id>, 
/**
 * 文号 of the superior's document that asks for it.
 */
document: string, 
/**
 * Said in the year after.
 */
outcome: Outcome, order: number, };

export type Precision = "exact" | "about" | "over";

export type PrecisionWord = "exact" | "约" | "余";

export type Preview = { unit: string, 
/**
 * Newest first.
 */
years: Array<number>, counts: Array<PreviewCount>, 
/**
 * The last step and when it was made: `2026年11月25日 14:03`.
 */
last: string, last_at: string, };

export type PreviewCount = { kind: Kind, 
/**
 * As the screen calls it.
 */
word: string, count: number, };

export type Problem = { id: Id, year: number, title: string, 
/**
 * How it shows.
 */
body: string, cause: string, 
/**
 * Responsible office.
 */
office: string, source: ProblemSource, 
/**
 * Wording for the published edition; empty: the same.
 */
public_body: string, 
/**
 * Of its rectification, said in the year after.
 */
outcome: Outcome, order: number, };

export type ProblemSource = "unsaid" | "self_check" | "inspection" | "congress" | "litigation" | "assessment";

export type Profile = "gb2312" | "windows" | "founder";

export type Progress = { 
/**
 * False: nothing of that name runs, or not yet.
 */
running: boolean, 
/**
 * What is being done now, in Chinese.
 */
word: string, done: number, 
/**
 * Steps in all; 0: not known yet.
 */
all: number, };

export type Prompt = { key: string, title: string, 
/**
 * A reminder, never a quoted clause.
 */
hint: string, };

export type Proof = { id: Id, 
/**
 * In the 佐证目录.
 */
number: number, title: string, };

export type Proposal = { title: string, unit: string, year: number | null, 
/**
 * When it was dated or, if it bears no date, published.
 */
issued: string | null, blocks: Array<BlockProposal>, 
/**
 * Every character of the input is in a block or here; here too what a file holds beside its text,
 * at the place where it would stand.
 */
dropped: Array<Dropped>, figures: Array<FigureProposal>, 
/**
 * Half-width marks in Chinese text, offered as full-width.
 */
punctuation: Array<MarkFix>, 
/**
 * Name of the encoding it was read in, or of the kind of file.
 */
encoding: string, 
/**
 * What was written or struck under tracking.
 */
changes: Array<TrackedChange>, comments: Array<Comment>, };

export type Publication = { 
/**
 * What is masked first, then names; each in the order of the text.
 */
places: Array<LookOver>, unseen: number, };

export type PublicationPrint = { year: number, 
/**
 * `prints` of a place.
 */
identity: string, 
/**
 * For whoever reviews; left out: it is masked again.
 */
reason?: string, };

export type PublicationSee = { year: number, identity: string, 
/**
 * False: it is to be looked at again.
 */
seen: boolean, };

export type QuickAdd = { year: number, 
/**
 * `3月5日 行政执法 开展专项检查`: date and area may be left out.
 */
line: string, 
/**
 * Where no area is named; left out: the year's first.
 */
area?: Id, };

export type QuickAdded = { changed: Changed, id: Id, 
/**
 * `2023-03-05`; None: the line names none.
 */
date: string | null, until: string | null, area: Id, area_title: string, 
/**
 * The line names the area.
 */
area_named: boolean, title: string, body: string, 
/**
 * What looked like a date or an area and is none, a sentence each; it stayed in the text.
 */
remarks: Array<string>, };

export type QuickLine = { 
/**
 * `2023-03-05`; None: the line names none.
 */
date: string | null, until: string | null, area: Id, area_title: string, 
/**
 * The line names the area.
 */
area_named: boolean, title: string, body: string, 
/**
 * What looked like a date or an area and is none, a sentence each; it stayed in the text.
 */
remarks: Array<string>, };

export type Reading = { 
/**
 * The decoded input; the proposal's offsets count its characters.
 */
source: string, proposal: Proposal, 
/**
 * The 密级 that the file is marked with, if it is: it must not be taken in.
 */
secrecy: string | null, };

export type Reason = "sent_only" | "public_wording" | "masked" | "layout" | "bare" | "untold" | "renumbered";

export type RecentFile = { path: string, 
/**
 * The unit in it.
 */
name: string, state: RecentState, };

export type RecentForget = { path: string, };

export type RecentState = "same" | "gone" | "empty" | "smaller";

export type RecentStep = { name: string, 
/**
 * RFC 3339, in UTC.
 */
at: string, };

export type Record = { "kind": "unit" } & Unit | { "kind": "year" } & Year | { "kind": "area" } & Area | { "kind": "passage" } & Passage | { "kind": "achievement" } & Achievement | { "kind": "problem" } & Problem | { "kind": "plan" } & Plan | { "kind": "duty" } & Duty | { "kind": "figure" } & Figure | { "kind": "indicator" } & Indicator | { "kind": "evidence" } & Evidence | { "kind": "opinion" } & Opinion | { "kind": "template" } & OwnTemplate;

export type RecordAdd = { 
/**
 * With id 0; its order is given by `after`.
 */
record: Record, 
/**
 * The record of its list that it follows; none: it comes last.
 */
after?: Id, };

export type RecordChange = "added" | "removed" | "changed";

export type RecordDiff = { kind: Kind, 
/**
 * Its number now; of one that was removed, what it was.
 */
id: Id, 
/**
 * In a few words, as it is now.
 */
name: string, change: RecordChange, 
/**
 * It stands elsewhere in its list.
 */
moved: boolean, 
/**
 * Only those that read otherwise.
 */
fields: Array<FieldDiff>, };

export type RecordJoin = { kind: Kind, id: Id, };

export type RecordMove = { kind: Kind, id: Id, 
/**
 * The record it follows; null: it comes first.
 */
after: Id | null, 
/**
 * Another area to stand in.
 */
area?: Id, };

export type RecordRef = { kind: Kind, id: Id, };

export type RecordRemove = { kind: Kind, id: Id, };

export type RecordSet = { kind: Kind, id: Id, 
/**
 * Only these change. A figure's value: `figure.set` reads what was typed.
 */
fields: { [field: string]: unknown }, 
/**
 * One of a burst of keystrokes: joins the step before it.
 */
typing?: boolean, };

export type RecordSplit = { kind: Kind, id: Id, field: Field, 
/**
 * In front of this character of the field as typed, counted in Unicode characters.
 */
at: number, };

export type RecordTurn = { kind: Kind, id: Id, 
/**
 * Where it is to stand, and so as what.
 */
to: Place, 
/**
 * The record it follows there; left out: it comes last.
 */
after?: Id, };

export type RedlineArgs = { a: Version, b: Version, 
/**
 * Without it: the one that is sent.
 */
edition?: Edition, 
/**
 * A Word file.
 */
path: string, overwrite?: boolean, };

export type RefusedFont = { file: string, why: string, };

export type Relation = { "relation": "sum", parts: Array<string>, } | { "relation": "difference", from: string, less: Array<string>, } | { "relation": "share", part: string, whole: string, } | { "relation": "year_on_year", of: string, } | { "relation": "times", of: string, base: string, last_year?: boolean, } | { "relation": "points", of: string, };

export type Remark = { kind: Kind, id: Id, 
/**
 * Name of the record's field.
 */
field: string, message: string, };

export type ReviewForm = "sheet" | "comments";

export type ReviewList = { state: YearState, figures: Array<ChangedFigure>, };

export type ReviewedFigure = { key: string, value: string | null, };

export type Revisions = "accepted" | "original";

export type Role = { "is": "title" } | { "is": "addressee" } | { "is": "heading", "level": number } | { "is": "body" } | { "is": "signature" } | { "is": "date" } | { "is": "attachment_note" } | { "is": "note" } | { "is": "attachment_label" } | { "is": "attachment_title" } | { "is": "caption" };

export type RuleInfo = { code: string, 
/**
 * The wrong it finds.
 */
name: string, severity: Severity, why: string, source: string, 
/**
 * 规定, 一般, 实务.
 */
strength: string, wrong: string, right: string, on: boolean, };

export type Run = { side: Side, text: string, };

export type Saved = { path: string, parts: Array<SavedPart>, 
/**
 * Steps made before can no longer be undone.
 */
undo_lost: boolean, 
/**
 * One sentence of it all.
 */
message: string, };

export type SavedPart = { 
/**
 * 成效、问题……
 */
name: string, kept: number, 
/**
 * Known to have been there; there may have been more.
 */
lost: number, };

export type Seal = "none" | "room";

export type SearchFind = { 
/**
 * Parted by blanks; a record has them all.
 */
words: string, 
/**
 * At most so many; left out: 50.
 */
limit?: number, };

export type Section = { of: SectionOf, 
/**
 * The 一级标题. Empty only for areas: then each area has one of its own.
 */
title: string, items: ItemStyle, 
/**
 * Stands among the areas instead of under a 一级标题 of its own: before them or after, as the
 * sections' order says. For leader duties.
 */
inside?: boolean, };

export type SectionChoice = { of: SectionOf, 
/**
 * Empty: the template's.
 */
title: string, 
/**
 * None: the template's.
 */
items: ItemStyle | null, };

export type SectionOf = "areas" | "duties" | "problems" | "plans" | "other";

export type Sensitivity = "open" | "sent_only" | "internal";

export type Severity = "error" | "warning" | "hint";

export type ShowArgs = { 
/**
 * A file; its folder is shown.
 */
path: string, };

export type Shown = { path: string, };

export type Side = "same" | "old" | "new";

export type Slot = "lead" | "area_lead" | "area_close" | "duty_lead" | "problem_lead" | "cause" | "plan_lead" | "plan_close" | "other" | "ending";

export type Snapshot = { id: number, year: number, name: string, 
/**
 * RFC 3339, in UTC.
 */
at: string, };

export type SnapshotCompare = { a: Version, b: Version, };

export type SnapshotMake = { year: number, 
/**
 * Empty: date and time.
 */
name: string, };

export type SnapshotRestore = { id: number, };

export type Status = { version: string, library: LibraryStatus | null, recent: Array<RecentFile>, 
/**
 * Name of the step that undo would take back.
 */
undo: string | null, redo: string | null, 
/**
 * Whether this user has read that the program is no place for state secrets.
 */
noticed: boolean, 
/**
 * Today by this machine's clock, `2026-11-25`.
 */
today: string, };

export type Step = { step: number, name: string, 
/**
 * RFC 3339, in UTC.
 */
at: string, undone: boolean, 
/**
 * Undone, and no edit has come since: redo brings it back.
 */
redoable: boolean, 
/**
 * The records it touched, the first few of them.
 */
records: Array<StepRecord>, 
/**
 * All that it touched.
 */
record_count: number, 
/**
 * What was exported after it and before the next step, the newest first.
 */
exports: Array<ExportNote>, };

export type StepRecord = { kind: Kind, id: Id, 
/**
 * As it was called after the step; one that was removed, before.
 */
name: string, 
/**
 * The year it stands in; none: the unit or a template.
 */
year: number | null, change: RecordChange, };

export type SubstituteFace = { wanted: string, used: string, };

export type Table = { 
/**
 * Column widths in thousandths of the text width; they add up to 1000.
 */
columns: Array<number>, 
/**
 * So many rows from the top are repeated on each page.
 */
header_rows: number, rows: Array<Array<Cell>>, };

export type TaskArgs = { task: string, };

export type Template = { key: string, name: string, about: string, 
/**
 * How it numbers; None: a mixture.
 */
dialect: Dialect | null, 
/**
 * Keys of the areas a new year begins with.
 */
start: Array<string>, sections: Array<Section>, };

export type TemplateEntry = { key: string, name: string, about: string, 
/**
 * Of the person's own: its record. None: it ships with the program.
 */
id: Id | null, dialect: Dialect | null, sections: Array<Section>, 
/**
 * What it lacks or has twice, a sentence each; it composes all the same.
 */
faults: Array<string>, 
/**
 * The years that use it.
 */
years: Array<number>, };

export type TemplateExport = { key: string, path: string, overwrite?: boolean, };

export type TemplateImport = { path: string, };

export type TemplateRemove = { id: Id, };

export type TemplateSave = { 
/**
 * One of the person's own to change; left out: a new one.
 */
id?: Id, 
/**
 * Key of the template it is made from.
 */
from: string, name: string, 
/**
 * Left out: those of `from`.
 */
sections?: Array<Section>, 
/**
 * Left out: that of `from`, or the one it has.
 */
dialect?: Dialect, };

export type TemplateSaved = { changed: Changed, key: string, 
/**
 * As in `template.list`.
 */
faults: Array<string>, };

export type Text = { text: string, face: Face, 
/**
 * None for what the template adds: numbers, punctuation it supplies, 署名.
 */
origin: Origin | null, 
/**
 * Key of the figure this run prints; its text is not typed but looked up.
 */
figure: string | null, 
/**
 * Code of the rule by which the published edition masks what stands here.
 */
masked?: string, };

export type TitleForm = { 
/**
 * 关于……的
 */
about: boolean, 
/**
 * What follows 法治政府建设: 年度报告, 情况报告, 工作报告. Empty: 年度报告.
 */
tail: string, };

export type TrackedChange = { kind: ChangeKind, text: string, who: string, 
/**
 * As the file has it: `2024-01-05T09:30:00Z`; empty where it says nothing.
 */
when: string, 
/**
 * Whether it stands in the text that was read.
 */
taken: boolean, at: number, };

export type Trouble = { "trouble": "no_parts" } | { "trouble": "no_figure", key: string, } | { "trouble": "no_value", label: string, } | { "trouble": "no_last_year", label: string, } | { "trouble": "zero_base", label: string, } | { "trouble": "zero_last_year", label: string, } | { "trouble": "circle", labels: Array<string>, } | { "trouble": "too_long" };

export type TurnReply = { changed: Changed, 
/**
 * Links that the new kind cannot have, a sentence each. What referred to the record, in whatever
 * year, refers to it as what it is now where it can.
 */
lost: Array<string>, };

export type Unit = { id: Id, 
/**
 * Full name, as on its seal.
 */
name: string, 
/**
 * What the text calls it: 我局, 我委, 我镇.
 */
short: string, unit_kind: UnitKind, 
/**
 * Whom the edition sent up is addressed to, without the colon: 区委、区政府.
 */
addressee: string, 
/**
 * Where it is: 云溪市.
 */
region: string, heads: Array<Head>, };

export type UnitKind = "department" | "government" | "township";

export type UnitSet = { fields: Partial<Omit<Unit, 'id'>>, 
/**
 * One of a burst of keystrokes: joins the step before it.
 */
typing?: boolean, };

export type UnknownKey = { key: string, uses: Array<Use>, };

export type Unsettled = "no_value" | "no_source" | "differs" | "unknown" | "changed";

export type UnsettledFigure = { id: Id, key: string, label: string, why: Unsettled, 
/**
 * As a clerk reads it.
 */
message: string, };

export type Urgency = "none" | "urgent" | "most_urgent";

export type Use = { kind: Kind, id: Id, 
/**
 * Name of the record's field; `relation` for a figure that follows from it.
 */
field: string, 
/**
 * The sentence, figures printed in it; for a relation the formula.
 */
sentence: string, };

export type Verdict = "open" | "taken" | "taken_in_part" | "not_taken";

export type Verified = { sound: boolean, message: string, hint: string, };

export type Version = { "now": number } | { "snapshot": number };

export type WhyLeftOut = "rejected" | "unwritten" | "internal" | "sent_only" | "layout" | "no_area" | "no_section";

export type WordGrid = "lines" | "characters";

export type WorkState = "collected" | "verified" | "adopted" | "rejected";

export type Written = { path: string, bytes: number, };

export type Year = { id: Id, year: number, 
/**
 * Key of a template in the catalogue.
 */
template: string, 
/**
 * Empty: 单位 + 年份 + 法治政府建设年度报告.
 */
title: string, 
/**
 * 统计截止日; figures without one of their own are as of this day.
 */
cutoff: string | null, 
/**
 * 主送机关 of this report; empty: none is printed.
 */
addressee: string, 
/**
 * Whether 署名 and 成文日期 stand under the text.
 */
signed: boolean, 
/**
 * 成文日期. The 署名 stands alone while it is not set.
 */
dated: string | null, 
/**
 * Where this report departs from its template, section by section.
 */
sections: Array<SectionChoice>, 
/**
 * None: the template's own numbering.
 */
dialect: Dialect | null, form: TitleForm, 
/**
 * A phrase of the catalogue (现将有关情况报告如下。) that closes the lead; empty: none.
 */
opening: string, 
/**
 * A phrase of the catalogue (特此报告。) where no ending was written; empty: none.
 */
closing: string, deadlines: Array<Deadline>, state: YearState, 
/**
 * Values of the figures when the year was marked reviewed: what differs now is looked at again.
 */
reviewed: Array<ReviewedFigure>, letterhead: LetterheadChoice, attachments: Array<AttachmentChoice>, 
/**
 * 附注, without its brackets.
 */
note: string, imprint: ImprintChoice, looks: LooksChoice, };

export type YearArgs = { year: number, };

export type YearCarry = { from: number, to: number, 
/**
 * Template, headings, numbering, form of title, opening and ending, areas under their titles.
 */
structure: boolean, 
/**
 * Last year's plans, each as an achievement to be written that answers it.
 */
plans: boolean, 
/**
 * Last year's problems, likewise.
 */
problems: boolean, 
/**
 * The ledger without its values; last year's stand beside.
 */
figures: boolean, };

export type YearCreate = { year: number, 
/**
 * Key of a template, shipped or the person's own.
 */
template: string, };

export type YearRecords = { unit: Unit, year: Year, areas: Array<Area>, passages: Array<Passage>, achievements: Array<Achievement>, problems: Array<Problem>, plans: Array<Plan>, duties: Array<Duty>, figures: Array<Figure>, indicators: Array<Indicator>, evidence: Array<Evidence>, opinions: Array<Opinion>, 
/**
 * Of the whole 库, so that the year composes by the person's own.
 */
templates: Array<OwnTemplate>, };

export type YearReview = { year: number, state: YearState, };

export type YearSet = { year: number, fields: Partial<Omit<Year, 'id' | 'year'>>, 
/**
 * One of a burst of keystrokes: joins the step before it.
 */
typing?: boolean, };

export type YearState = "drafting" | "reviewed" | "final";

export interface Calls {
  /** Lists every call with its argument and reply types. */
  'help': { args: Nothing; reply: Help };
  /** Says what is open and what can be undone. */
  'app.status': { args: Nothing; reply: Status };
  /** Keeps that the notice on state secrets was read. */
  'app.notice': { args: Nothing; reply: Status };
  /** Makes a new 库 with one year and opens it. */
  'library.create': { args: LibraryCreate; reply: Status };
  /** Opens a 库. */
  'library.open': { args: LibraryOpen; reply: Status };
  /** Opens a fresh copy of the invented sample. */
  'library.sample': { args: Nothing; reply: Status };
  /** Closes the 库. */
  'library.close': { args: Nothing; reply: Status };
  /** Writes a whole copy of the open 库 to a file. */
  'library.copy': { args: LibraryCopy; reply: CopyMade };
  /** Looks at every page of the open 库. */
  'library.verify': { args: Nothing; reply: Verified };
  /** Saves what a damaged 库 still holds, as a new one. */
  'library.salvage': { args: FromTo; reply: Saved };
  /** Takes a file out of the list of recent ones. */
  'recent.forget': { args: RecentForget; reply: Status };
  /** Writes what went wrong to a text file, without any content. */
  'diagnose.write': { args: DiagnoseWrite; reply: Diagnosed };
  /** Lists the backups of every 库, newest first. */
  'backup.list': { args: Nothing; reply: Array<BackupSet> };
  /** Makes a backup of the open 库 now. */
  'backup.make': { args: Nothing; reply: Backup };
  /** Says what is in a backup; writes nothing. */
  'backup.preview': { args: BackupPreview; reply: Preview };
  /** Puts a backup into a new file. */
  'backup.restore': { args: FromTo; reply: CopyMade };
  /** Gives the areas and templates. */
  'catalog.get': { args: Nothing; reply: Catalog };
  /** Changes the named fields of the unit. */
  'unit.set': { args: UnitSet; reply: Changed };
  /** Adds a year with its template's areas. */
  'year.create': { args: YearCreate; reply: Changed };
  /** Gives every record of a year. */
  'year.get': { args: YearArgs; reply: YearRecords };
  /** Changes the named fields of a year. */
  'year.set': { args: YearSet; reply: Changed };
  /** Makes a year from an earlier one, as one edit. */
  'year.carry': { args: YearCarry; reply: Changed };
  /** Marks a year reviewed, final, or drafted again. */
  'year.review': { args: YearReview; reply: Changed };
  /** Lists the figures that changed since the review. */
  'review.list': { args: YearArgs; reply: ReviewList };
  /** Lists what records lack, remarks, and what is left out. */
  'missing.get': { args: EditionArgs; reply: MissingReply };
  /** Gives last year's plans and problems to account for. */
  'loop.get': { args: YearArgs; reply: LoopReply };
  /** Says what became of a plan or problem. */
  'loop.set': { args: LoopSet; reply: Changed };
  /** Adds a record after another one of its list, or last. */
  'record.add': { args: RecordAdd; reply: Changed };
  /** Changes the named fields of a record. */
  'record.set': { args: RecordSet; reply: Changed };
  /** Removes a record. */
  'record.remove': { args: RecordRemove; reply: Changed };
  /** Moves a record in its list, or to another area. */
  'record.move': { args: RecordMove; reply: Changed };
  /** Splits a record in two at a place in its text. */
  'record.split': { args: RecordSplit; reply: Changed };
  /** Joins a record with the next of its list. */
  'record.join': { args: RecordJoin; reply: Changed };
  /** Puts a record elsewhere, as another kind if need be. */
  'record.turn': { args: RecordTurn; reply: TurnReply };
  /** Says how a line would be noted; writes nothing. */
  'quick.read': { args: QuickAdd; reply: QuickLine };
  /** Notes an achievement from one line. */
  'quick.add': { args: QuickAdd; reply: QuickAdded };
  /** Sets a figure's value from what was typed. */
  'figure.set': { args: FigureSet; reply: Changed };
  /** Says how a figure follows from others, or no more. */
  'figure.relate': { args: FigureRelate; reply: Changed };
  /** Gives the ledger with all that is reckoned. */
  'figure.grid': { args: YearArgs; reply: Grid };
  /** Gives a figure's values across the years. */
  'figure.history': { args: FigureHistoryArgs; reply: FigureHistory };
  /** Empties cells of the ledger, as one edit. */
  'figure.clear': { args: FigureClear; reply: Changed };
  /** Takes a block of cells into the ledger, as one edit. */
  'figure.paste': { args: FigurePaste; reply: Pasted };
  /** Composes the report of a year. */
  'draft.compose': { args: DocumentArgs; reply: Doc };
  /** Lists where the published edition differs, and why. */
  'draft.differences': { args: YearArgs; reply: Array<Difference> };
  /** Says what around the text is not as the standard has it. */
  'layout.check': { args: YearArgs; reply: Array<LayoutFault> };
  /** Lays the report out; says where each line stands. */
  'pages.lay': { args: DocumentArgs; reply: Layout };
  /** Gives one laid-out page as a picture. */
  'pages.show': { args: PageArgs; reply: PagePicture };
  /** Says which faces are here, and which stand in. */
  'fonts.list': { args: FontArgs; reply: FontList };
  /** Counts what is there and names what is missing. */
  'overview.get': { args: YearArgs; reply: Overview };
  /** Lists all templates, the person's own last. */
  'template.list': { args: Nothing; reply: Array<TemplateEntry> };
  /** Saves a template of the person's own. */
  'template.save': { args: TemplateSave; reply: TemplateSaved };
  /** Removes a template of the person's own. */
  'template.remove': { args: TemplateRemove; reply: Changed };
  /** Writes a template to a file. */
  'template.export': { args: TemplateExport; reply: Written };
  /** Reads a template from a file into the 库. */
  'template.import': { args: TemplateImport; reply: TemplateSaved };
  /** Reads an indicator table; writes nothing. */
  'indicator.read': { args: IndicatorRead; reply: IndicatorProposal };
  /** Takes indicators into a year, as one edit. */
  'indicator.accept': { args: IndicatorAccept; reply: Changed };
  /** Says which indicator is answered by what. */
  'indicator.matrix': { args: YearArgs; reply: Coverage };
  /** Writes matrix or self-assessment as XLSX. */
  'indicator.export': { args: IndicatorExport; reply: Written };
  /** Attaches files as evidence, as one edit. */
  'evidence.attach': { args: EvidenceAttach; reply: Attached };
  /** Looks whether the evidence's files are as they were. */
  'evidence.check': { args: YearArgs; reply: Array<EvidenceState> };
  /** Writes the evidence as folder, ZIP or catalogue. */
  'evidence.export': { args: EvidenceExport; reply: Packaged };
  /** Checks a year; what was accepted stands apart. */
  'check.run': { args: CheckRun; reply: Checked };
  /** Checks any text. */
  'check.text': { args: CheckText; reply: Checked };
  /** Checks a report in a file; writes nothing. */
  'check.file': { args: CheckFile; reply: Checked };
  /** Mends findings by what they offer, as one edit. */
  'check.fix': { args: CheckFix; reply: Changed };
  /** Lets a finding stand, with a reason. */
  'check.accept': { args: CheckAccept; reply: Checked };
  /** Takes back that a finding stands. */
  'check.unaccept': { args: CheckUnaccept; reply: Checked };
  /** Writes what was found as a Word file. */
  'check.review': { args: CheckReview; reply: CheckReviewed };
  /** Lists what to look over before publication. */
  'publication.list': { args: YearArgs; reply: Publication };
  /** Keeps that a place was looked over, or not. */
  'publication.see': { args: PublicationSee; reply: Publication };
  /** Lets a masked place be published as typed. */
  'publication.print': { args: PublicationPrint; reply: Publication };
  /** Lists the rules and the person's own words. */
  'check.rules': { args: Nothing; reply: CheckRules };
  /** Turns rules on or off, puts own words. */
  'check.set': { args: CheckSet; reply: CheckRules };
  /** Adds own words from a table of two columns. */
  'check.import': { args: CheckImport; reply: CheckImported };
  /** Writes own words as a table. */
  'check.export': { args: CheckExport; reply: CheckExported };
  /** Keeps a year as it now is, under a name. */
  'snapshot.make': { args: SnapshotMake; reply: Snapshot };
  /** Lists the snapshots of a year, newest first. */
  'snapshot.list': { args: YearArgs; reply: Array<Snapshot> };
  /** Compares two states of a year, or two years. */
  'snapshot.compare': { args: SnapshotCompare; reply: Comparison };
  /** Brings a year back to a snapshot, as an edit. */
  'snapshot.restore': { args: SnapshotRestore; reply: Changed };
  /** Finds records of all years by words. */
  'search.find': { args: SearchFind; reply: Found };
  /** Reads a report and proposes; writes nothing. */
  'import.read': { args: ImportRead; reply: Reading };
  /** Takes a proposal into a year, as one edit. */
  'import.accept': { args: ImportAccept; reply: Changed };
  /** Lists the formats a report can be written in. */
  'export.formats': { args: Nothing; reply: Array<FormatName> };
  /** Writes a year to a file, in the format asked for. */
  'export.write': { args: ExportArgs; reply: Exported };
  /** Gives the report as it goes into the clipboard. */
  'export.clip': { args: DocumentArgs; reply: Clip };
  /** Writes what differs as tracked changes. */
  'export.redline': { args: RedlineArgs; reply: Exported };
  /** Lists the last exports of a year, newest first. */
  'export.list': { args: ExportList; reply: Array<ExportNote> };
  /** Says how far the work of that name is. */
  'task.progress': { args: TaskArgs; reply: Progress };
  /** Stops the work of that name; nothing of it is left. */
  'task.cancel': { args: TaskArgs; reply: Cancelling };
  /** Undoes the last step. */
  'history.undo': { args: Nothing; reply: Changed };
  /** Does the last undone step again. */
  'history.redo': { args: Nothing; reply: Changed };
  /** Lists the steps, newest first. */
  'history.list': { args: HistoryList; reply: Array<Step> };
  /** Shows a file in the system's file manager. */
  'folder.show': { args: ShowArgs; reply: Shown };
  /** Lists a folder, for choosing a file in a browser. */
  'folder.list': { args: FolderArgs; reply: Folder };
}
