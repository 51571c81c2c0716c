import { computed, watch } from 'vue'
import { call } from '../api/index.ts'
import type { Slot } from '../api/index.ts'
import { blank } from './blank.ts'
import { desk } from './desk.ts'
import { told } from './missing.ts'
import { NO_AREA, parts, partOf, rows } from './parts.ts'
import type { ItemKind, Part, Row } from './parts.ts'
import { place } from './place.ts'
import { added } from './records.ts'
import { attempt, remove } from './saving.ts'

export const allParts = computed<Part[]>(() => (desk.records ? parts(desk.records, desk.catalog) : []))

/** The chosen part; the first where the chosen one is gone. */
export const part = computed<Part | null>(
  () => allParts.value.find((p) => p.key === place.part) ?? allParts.value.find((p) => p.of === 'areas') ?? allParts.value[0] ?? null,
)

export const listed = computed<Row[]>(() => (desk.records && part.value ? rows(desk.records, part.value) : []))

/** The chosen record; the first of the part where none is chosen. */
export const row = computed<Row | null>(
  () => listed.value.find((r) => r.kind === place.record?.kind && r.id === place.record.id) ?? listed.value[0] ?? null,
)

export function choosePart(key: string, record: typeof place.record = null): void {
  place.part = key
  place.record = record
}

export function chooseRow(wanted: Pick<Row, 'kind' | 'id'>): void {
  if (part.value) place.part = part.value.key
  place.record = { kind: wanted.kind, id: wanted.id }
}

/** Goes to the part a record stands in and chooses it. */
export function showRecord(kind: string, id: number): boolean {
  if (!desk.records) return false
  const found = partOf(allParts.value, desk.records, kind, id)
  if (!found) return false
  place.part = found.key
  place.record = kind === 'area' ? null : { kind, id }
  return true
}

function fresh(year: number, kind: ItemKind, area: number | null, title: string) {
  switch (kind) {
    case 'achievement': return blank.achievement(year, area ?? 0, title)
    case 'problem': return blank.problem(year, title)
    case 'plan': return blank.plan(year, title)
    case 'duty': return blank.duty(year, title)
    case 'opinion': return blank.opinion(year, title)
  }
}

/** A new numbered record in the chosen part: after the chosen one, or last. */
export async function addItem(title: string, where: 'here' | 'last'): Promise<number | null> {
  const at = part.value
  const records = desk.records
  if (!at?.kind || !records) return null
  const kind = at.kind
  const items = listed.value.filter((r) => r.kind === kind)
  const after = where === 'here' && row.value?.kind === kind ? row.value.id : items.at(-1)?.id
  let made: number | null = null
  await attempt(async () => {
    const changed = await call('record.add', {
      record: fresh(records.year.year, kind, at.area, title),
      ...(after === undefined ? {} : { after }),
    })
    made = added(records, changed, kind)?.id ?? null
    return changed
  })
  if (made !== null) place.record = { kind, id: made }
  return made
}

/** Plans that were joined to the chosen problem, or cut off, while it was shown: taking that back is seen there. */
export const linked = new Set<number>()
watch(() => place.record?.id, () => linked.clear(), { flush: 'sync' })

/** A plan of this year that answers a problem, chosen to be written. */
export async function addAnswer(problem: number): Promise<void> {
  const records = desk.records
  if (!records) return
  let made: number | null = null
  await attempt(async () => {
    const changed = await call('record.add', { record: { ...blank.plan(records.year.year), answers: [problem] } })
    made = added(records, changed, 'plan')?.id ?? null
    return changed
  })
  if (made !== null) showRecord('plan', made)
}

/** How much the records of each part lack, by the part's key. */
export const lacking = computed<ReadonlyMap<string, number>>(() => {
  const out = new Map<string, number>()
  for (const one of told.value.records) {
    const key = desk.records && partOf(allParts.value, desk.records, one.kind, one.id)?.key
    if (key) out.set(key, (out.get(key) ?? 0) + one.missing.length)
  }
  return out
})

export async function addPassage(slot: Slot, body = ''): Promise<void> {
  const at = part.value
  const records = desk.records
  if (!at || !records) return
  let made: number | null = null
  await attempt(async () => {
    const changed = await call('record.add', { record: blank.passage(records.year.year, slot, at.area === NO_AREA ? null : at.area, body) })
    made = added(records, changed, 'passage')?.id ?? null
    return changed
  })
  if (made !== null) place.record = { kind: 'passage', id: made }
}

export async function addArea(title: string, key: string): Promise<void> {
  const records = desk.records
  if (!records) return
  const last = records.areas.at(-1)?.id
  await attempt(async () => {
    const changed = await call('record.add', {
      record: blank.area(records.year.year, title, key),
      ...(last === undefined ? {} : { after: last }),
    })
    const made = added(records, changed, 'area')
    if (made) choosePart(`area:${made.id}`)
    return changed
  })
}

/** Puts the numbered record or area at place `to` among its own (0 is first). */
export async function moveTo(kind: ItemKind | 'area', id: number, to: number, among: readonly { id: number }[]): Promise<void> {
  const others = among.filter((r) => r.id !== id)
  const place = Math.max(0, Math.min(to, others.length))
  if (among[place]?.id === id) return
  await attempt(() => call('record.move', { kind, id, after: place === 0 ? null : (others[place - 1]?.id ?? null) }))
}

export function moveBy(kind: ItemKind | 'area', id: number, by: number, among: readonly { id: number }[]): Promise<void> {
  const now = among.findIndex((r) => r.id === id)
  return now < 0 ? Promise.resolve() : moveTo(kind, id, now + by, among)
}

/** Removes the row; the one that stood after it is chosen, or the one before. */
export async function removeRow(gone: Row): Promise<void> {
  const at = listed.value.findIndex((r) => r.kind === gone.kind && r.id === gone.id)
  const next = listed.value[at + 1] ?? listed.value[at - 1] ?? null
  if (await remove(gone.kind, gone.id)) place.record = next === null ? null : { kind: next.kind, id: next.id }
}
