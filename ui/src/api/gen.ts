// Generated from crates/nianbao-app by `cargo xtask gen`. Edits here are lost.

export type Achievement = { id: Id, year: number, area: Id, title: string, body: string, date: string | null, 
/**
 * Responsible office.
 */
office: string, order: number, };

export type Area = { id: Id, year: number, 
/**
 * Key of the catalogue's area it was made from; empty for the person's own.
 */
key: string, 
/**
 * The heading, without number and without 。
 */
title: string, order: number, };

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

export type CallHelp = { name: string, does: string, 
/**
 * TypeScript types, declared in `declarations`.
 */
args: string, reply: string, };

export type Catalog = { areas: Array<CatalogArea>, templates: Array<Template>, lengths: Array<Length>, };

export type CatalogArea = { key: string, title: string, };

export type Cell = { inlines: Array<Inline>, columns: number, rows: number, };

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
at: string, };

export type Doc = { meta: Meta, blocks: Array<Block>, };

export type Dropped = { text: string, 
/**
 * The reason, as a clerk reads it.
 */
why: string, start: number, end: number, };

export type Duty = { id: Id, year: number, 
/**
 * 职务: 局长, 党组书记.
 */
post: string, title: string, body: string, order: number, };

export type ExportArgs = { year: number, path: string, overwrite?: boolean, };

export type Exported = { path: string, bytes: number, paragraphs: number, 
/**
 * Characters that no Word file can hold, left out, as code points.
 */
left_out: Array<string>, };

export type Face = { "is": "plain" } | { "is": "heading", "level": number } | { "is": "lead" };

export type Fault = { code: FaultCode, message: string, hint: string, 
/**
 * Another file name that is free, where the one asked for is not.
 */
suggested: string | null, };

export type FaultCode = "nothing_open" | "unknown_call" | "bad_arguments" | "bad_number" | "refused" | "no_such_year" | "no_such_record" | "nothing_to_undo" | "exists" | "not_found" | "not_a_file" | "file_busy" | "no_permission" | "disk_full" | "too_large" | "not_a_report" | "not_a_library" | "newer_library" | "damaged" | "unsupported" | "panic" | "io";

export type Field = "title" | "body" | "cause" | "addressee" | "name";

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
 * Who answers for the number.
 */
source: string, 
/**
 * None: the year's.
 */
cutoff: string | null, order: number, };

export type FigureProposal = { label: string, 
/**
 * A plain decimal: no separators, no unit.
 */
value: string, unit: string, precision: PrecisionWord, start: number, end: number, };

export type FigureSet = { id: Id, 
/**
 * As typed: full-width digits and thousands separators are understood. Empty: not known yet.
 */
text: string, };

export type FiguresOverview = { count: number, without_value: number, without_source: number, 
/**
 * Keys that a text names and the ledger lacks.
 */
unknown: Array<string>, };

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

export type Help = { calls: Array<CallHelp>, };

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
text?: string, };

export type Inline = { "inline": "text" } & Text | { "inline": "break" };

export type ItemStyle = "run_in" | "run_in_each" | "listed" | "headed" | "plain" | "run_in_head" | "numbered" | "numbered_on";

export type Kind = "unit" | "year" | "area" | "passage" | "achievement" | "problem" | "plan" | "duty" | "figure";

export type Length = { unit_kind: UnitKind, least: number, most: number, };

export type LibraryCreate = { path: string, unit: Unit, year: number, 
/**
 * Key of a template in the catalogue.
 */
template: string, };

export type LibraryOpen = { path: string, };

export type LibraryStatus = { path: string, 
/**
 * File name without ending.
 */
name: string, unit: Unit, 
/**
 * Newest first.
 */
years: Array<number>, };

export type MarkFix = { at: number, from: string, to: string, };

export type Meta = { title: string, unit: string, year: number, };

export type Nothing = { [key: string]: never };

export type Origin = { kind: Kind, id: Id, field: Field, };

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
parts: Array<PartOverview>, figures: FiguresOverview, recent: Array<RecentStep>, };

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

export type Passage = { id: Id, year: number, slot: Slot, 
/**
 * For [`Slot::AreaLead`] and [`Slot::AreaClose`].
 */
area: Id | null, body: string, 
/**
 * 一是…… follows in its last paragraph instead of beginning one.
 */
run_on: boolean, order: number, };

export type Plan = { id: Id, year: number, title: string, body: string, 
/**
 * Lead office.
 */
office: string, due: string | null, order: number, };

export type Precision = "exact" | "about" | "over";

export type PrecisionWord = "exact" | "约" | "余";

export type Problem = { id: Id, year: number, title: string, 
/**
 * How it shows.
 */
body: string, cause: string, order: number, };

export type Proposal = { title: string, unit: string, year: number | null, 
/**
 * When it was dated or, if it bears no date, published.
 */
issued: string | null, blocks: Array<BlockProposal>, 
/**
 * Every character of the input is in a block or here.
 */
dropped: Array<Dropped>, figures: Array<FigureProposal>, 
/**
 * Half-width marks in Chinese text, offered as full-width.
 */
punctuation: Array<MarkFix>, 
/**
 * Name of the encoding it was read in.
 */
encoding: string, };

export type Reading = { 
/**
 * The decoded input; the proposal's offsets count its characters.
 */
source: string, proposal: Proposal, };

export type RecentFile = { path: string, 
/**
 * The unit in it.
 */
name: string, };

export type RecentStep = { name: string, 
/**
 * RFC 3339, in UTC.
 */
at: string, };

export type Record = { "kind": "unit" } & Unit | { "kind": "year" } & Year | { "kind": "area" } & Area | { "kind": "passage" } & Passage | { "kind": "achievement" } & Achievement | { "kind": "problem" } & Problem | { "kind": "plan" } & Plan | { "kind": "duty" } & Duty | { "kind": "figure" } & Figure;

export type RecordAdd = { 
/**
 * With id 0; its order is given by `after`.
 */
record: Record, 
/**
 * The record of its list that it follows; none: it comes last.
 */
after?: Id, };

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

export type Role = { "is": "title" } | { "is": "addressee" } | { "is": "heading", "level": number } | { "is": "body" } | { "is": "signature" } | { "is": "date" };

export type Section = { of: SectionOf, 
/**
 * The 一级标题. Empty only for areas: then each area has one of its own.
 */
title: string, items: ItemStyle, };

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

export type Slot = "lead" | "area_lead" | "area_close" | "duty_lead" | "problem_lead" | "cause" | "plan_lead" | "plan_close" | "other" | "ending";

export type Status = { version: string, library: LibraryStatus | null, recent: Array<RecentFile>, 
/**
 * Name of the step that undo would take back.
 */
undo: string | null, redo: string | null, 
/**
 * Today by this machine's clock, `2026-11-25`.
 */
today: string, };

export type Step = { step: number, name: string, 
/**
 * RFC 3339, in UTC.
 */
at: string, undone: boolean, };

export type Table = { 
/**
 * Column widths in thousandths of the text width; they add up to 1000.
 */
columns: Array<number>, 
/**
 * So many rows from the top are repeated on each page.
 */
header_rows: number, rows: Array<Array<Cell>>, };

export type Template = { key: string, name: string, about: string, 
/**
 * Keys of the areas a new year begins with.
 */
start: Array<string>, sections: Array<Section>, };

export type Text = { text: string, face: Face, 
/**
 * None for what the template adds: numbers, punctuation it supplies, 署名.
 */
origin: Origin | null, 
/**
 * Key of the figure this run prints; its text is not typed but looked up.
 */
figure: string | null, };

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
addressee: string, };

export type UnitKind = "department" | "government" | "township";

export type UnitSet = { fields: Partial<Omit<Unit, 'id'>>, 
/**
 * One of a burst of keystrokes: joins the step before it.
 */
typing?: boolean, };

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
sections: Array<SectionChoice>, };

export type YearArgs = { year: number, };

export type YearCreate = { year: number, template: string, };

export type YearRecords = { unit: Unit, year: Year, areas: Array<Area>, passages: Array<Passage>, achievements: Array<Achievement>, problems: Array<Problem>, plans: Array<Plan>, duties: Array<Duty>, figures: Array<Figure>, };

export type YearSet = { year: number, fields: Partial<Omit<Year, 'id' | 'year'>>, 
/**
 * One of a burst of keystrokes: joins the step before it.
 */
typing?: boolean, };

export interface Calls {
  /** Lists every call with its argument and reply types. */
  'help': { args: Nothing; reply: Help };
  /** Says what is open and what can be undone. */
  'app.status': { args: Nothing; reply: Status };
  /** Makes a new 库 with one year and opens it. */
  'library.create': { args: LibraryCreate; reply: Status };
  /** Opens a 库. */
  'library.open': { args: LibraryOpen; reply: Status };
  /** Opens a fresh copy of the invented sample. */
  'library.sample': { args: Nothing; reply: Status };
  /** Closes the 库. */
  'library.close': { args: Nothing; reply: Status };
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
  /** Adds a record after another one of its list, or last. */
  'record.add': { args: RecordAdd; reply: Changed };
  /** Changes the named fields of a record. */
  'record.set': { args: RecordSet; reply: Changed };
  /** Removes a record. */
  'record.remove': { args: RecordRemove; reply: Changed };
  /** Moves a record in its list, or to another area. */
  'record.move': { args: RecordMove; reply: Changed };
  /** Sets a figure's value from what was typed. */
  'figure.set': { args: FigureSet; reply: Changed };
  /** Composes the report of a year. */
  'draft.compose': { args: YearArgs; reply: Doc };
  /** Counts what is there and names what is missing. */
  'overview.get': { args: YearArgs; reply: Overview };
  /** Reads a report and proposes; writes nothing. */
  'import.read': { args: ImportRead; reply: Reading };
  /** Takes a proposal into a year, as one edit. */
  'import.accept': { args: ImportAccept; reply: Changed };
  /** Writes the report of a year to a file. */
  'export.write': { args: ExportArgs; reply: Exported };
  /** Undoes the last step. */
  'history.undo': { args: Nothing; reply: Changed };
  /** Does the last undone step again. */
  'history.redo': { args: Nothing; reply: Changed };
  /** Lists the steps, newest first. */
  'history.list': { args: Nothing; reply: Array<Step> };
  /** Lists a folder, for choosing a file in a browser. */
  'folder.list': { args: FolderArgs; reply: Folder };
}
