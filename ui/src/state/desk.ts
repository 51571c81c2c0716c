import { reactive } from 'vue'
import { call, faultOf, showing, statusNow, whenElsewhere } from '../api/index.ts'
import type { Catalog, Changed, DeskFault, Status, UnitKind, YearRecords } from '../api/index.ts'
import { place } from './place.ts'
import { cover, patch } from './records.ts'
import type { Unsaved } from './records.ts'

interface Desk {
  ready: boolean
  /** Why nothing can be shown at all. */
  fault: DeskFault | null
  status: Status | null
  catalog: Catalog
  records: YearRecords | null
  /** Name of the 库 that another page opened in place of this one. */
  elsewhere: string | null
  /** Goes up with every edit that reached the file: what is computed elsewhere is asked for again. */
  revision: number
}

/** What is open. Changed only here and by `saving`. */
export const desk = reactive<Desk>({
  ready: false,
  fault: null,
  status: null,
  catalog: { areas: [], templates: [], lengths: [], prompts: [], openings: [], closings: [], tails: [], deadlines: [] },
  records: null,
  elsewhere: null,
  revision: 0,
})

let unsaved: Unsaved = () => null

/** `saving` says what is typed and not stored yet. */
export function protect(typed: Unsaved): void {
  unsaved = typed
}

/** Today by the machine's clock, from the desk; the page asks no clock of its own for it. */
export function today(): string {
  return desk.status?.today ?? ''
}

export async function start(): Promise<void> {
  whenElsewhere(findAgain)
  try {
    desk.catalog = await call('catalog.get', {})
    await take(await statusNow())
    desk.fault = null
  } catch (thrown) {
    desk.fault = faultOf(thrown)
  }
  desk.ready = true
}

/** Takes up a status: the year shown stays if it is still there. */
async function take(status: Status): Promise<void> {
  showing(status.library?.opening ?? null)
  const years = status.library?.years ?? []
  const year = place.year !== null && years.includes(place.year) ? place.year : (years[0] ?? null)
  desk.records = year === null ? null : await call('year.get', { year })
  desk.status = status
  desk.elsewhere = null
  place.year = year
  desk.revision += 1
  document.title = status.library ? `${status.library.name} - 法治年报` : '法治年报'
}

export async function openLibrary(path: string): Promise<void> {
  place.year = null
  await take(await call('library.open', { path }))
}

export async function openSample(): Promise<void> {
  place.year = null
  await take(await call('library.sample', {}))
}

export interface NewLibrary {
  path: string
  unit: { name: string; short: string; unit_kind: UnitKind }
  year: number
  template: string
}

export async function createLibrary(wanted: NewLibrary): Promise<void> {
  place.year = null
  await take(await call('library.create', { ...wanted, unit: { id: 0, addressee: '', region: '', heads: [], ...wanted.unit } }))
}

export async function closeLibrary(): Promise<void> {
  await take(await call('library.close', {}))
}

export async function showYear(year: number): Promise<void> {
  desk.records = await call('year.get', { year })
  place.year = year
  place.part = 'lead'
  place.record = null
  desk.revision += 1
}

/** The same 库 under another opening: what is typed stays, what is stored is read anew. */
async function rejoin(status: Status): Promise<void> {
  showing(status.library?.opening ?? null)
  desk.status = status
  desk.elsewhere = null
  await readAnew()
}

/** The records as they now are stored, under what is typed and not stored yet. */
async function readAnew(): Promise<void> {
  const known = desk.records
  if (!known) return
  const fresh = await call('year.get', { year: known.year.year })
  cover(fresh, unsaved)
  desk.records = fresh
  desk.revision += 1
}

async function findAgain(): Promise<boolean> {
  const status = await statusNow()
  if (status.library === null || status.library.path !== desk.status?.library?.path) {
    desk.elsewhere = status.library?.name ?? ''
    return false
  }
  await rejoin(status)
  return true
}

/** Back to the 库 of this page, after another page opened another. */
export async function goBack(): Promise<void> {
  const path = desk.status?.library?.path
  if (path === undefined) return
  await rejoin(await call('library.open', { path }))
}

/** This page is looked at again: what another page did meanwhile is shown before anything is typed over it. */
export async function lookAgain(): Promise<void> {
  const library = desk.status?.library
  if (!library || desk.elsewhere !== null) return
  try {
    const status = await call('app.status', {})
    if (status.library?.edit === desk.status?.library?.edit) return
    desk.status = status
    await readAnew()
  } catch {
    // Whatever it is, the next act says it beside itself.
  }
}

/** Something that is no record was decided, and what is reckoned from it is asked for again. */
export function anew(): void {
  desk.revision += 1
}

/** An edit has been stored: the records at hand and the names of undo and redo follow. */
export async function apply(changed: Changed): Promise<void> {
  if (desk.records) patch(desk.records, changed, unsaved)
  if (desk.status) {
    desk.status.undo = changed.undo
    desk.status.redo = changed.redo
    const library = desk.status.library
    const missed = library !== null && changed.edit > library.edit + 1
    if (library) library.edit = changed.edit
    if (missed) await readAnew()
    for (const record of changed.records) {
      if (record.kind === 'unit' && desk.status.library) desk.status.library.unit = record
    }
  }
  desk.revision += 1
  const known = desk.status?.library?.years ?? []
  const fresh = changed.records.some((r) => r.kind === 'year' && !known.includes(r.year))
  if (fresh || changed.removed.some((r) => r.kind === 'year')) await take(await call('app.status', {}))
}
