import type { Catalog, Origin, SectionOf, Slot, YearRecords } from '../api/index.ts'
import { nameIn } from './acts.ts'
import { sections } from './parts.ts'
import { find } from './records.ts'
import type { Group } from './segments.ts'
import { proseOf } from './turning.ts'
import type { At } from './turning.ts'

/** A record that the report leaves out, where it would stand. */
export interface LeftLine {
  at: At
  name: string
  why: string
}

const OF: { [slot in Slot]: [SectionOf | null, number] } = {
  lead: [null, 0], area_lead: ['areas', 0], area_close: ['areas', 2], duty_lead: ['duties', 0], problem_lead: ['problems', 0],
  cause: ['problems', 2], plan_lead: ['plans', 0], plan_close: ['plans', 2], other: ['other', 0], ending: [null, 0],
}
const SECTION: { [kind in 'achievement' | 'problem' | 'plan' | 'duty']: SectionOf } = { achievement: 'areas', problem: 'problems', plan: 'plans', duty: 'duties' }

/** Section, area, before or after the items, order: compared one after the other. */
type Key = readonly [number, number, number, number]
const HEAD = -1
const NOWHERE = 900
const ENDING = 999

/** Not after. */
function before(a: Key, b: Key): boolean {
  for (let n = 0; n < a.length; n += 1) {
    const [x, y] = [a[n] ?? 0, b[n] ?? 0]
    if (x !== y) return x < y
  }
  return true
}

function keyOf(records: YearRecords, order: readonly SectionOf[], at: Pick<Origin, 'kind' | 'id'>): Key | null {
  const section = (of: SectionOf): number => (order.includes(of) ? order.indexOf(of) : NOWHERE)
  const area = (id: number | null): number => (id === null ? HEAD : records.areas.findIndex((a) => a.id === id) < 0 ? NOWHERE : records.areas.findIndex((a) => a.id === id))
  if (at.kind === 'area') return [section('areas'), area(at.id), HEAD, HEAD]
  const kind = proseOf(at.kind)
  if (kind === null) return null
  if (kind === 'passage') {
    const passage = find(records, kind, at.id)
    if (!passage) return null
    const [of, phase] = OF[passage.slot]
    if (of === null) return [passage.slot === 'lead' ? HEAD : ENDING, HEAD, phase, passage.order]
    return [section(of), of === 'areas' ? area(passage.area) : HEAD, phase, passage.order]
  }
  const record = find(records, kind, at.id)
  if (!record) return null
  return [section(SECTION[kind]), kind === 'achievement' ? area(find(records, kind, at.id)?.area ?? 0) : HEAD, 1, record.order]
}

/** Places of the paragraphs; a heading of the template stands at the head of what follows it. */
function keys(records: YearRecords, order: readonly SectionOf[], groups: readonly Group[]): (Key | null)[] {
  const out: (Key | null)[] = groups.map((group) => {
    const origins = group.paragraphs.flatMap((p) => p.inlines.flatMap((i) => (i.inline === 'text' && i.origin ? [i.origin] : [])))
    for (const origin of origins) {
      const key = keyOf(records, order, origin)
      if (key) return key
    }
    return null
  })
  for (let n = groups.length - 1; n >= 0; n -= 1) {
    const next = out[n + 1]
    if (out[n] === null && groups[n]?.paragraphs[0]?.role.is === 'heading' && next) out[n] = [next[0], HEAD, HEAD, HEAD]
  }
  return out
}

/** What is left out, by the paragraphs after which it would stand; what stands before all of them under ''. */
export function leftLines(records: YearRecords, catalog: Catalog, groups: readonly Group[], left: ReadonlyMap<string, string>): Map<string, LeftLine[]> {
  const out = new Map<string, LeftLine[]>()
  if (left.size === 0) return out
  const order = sections(records, catalog).map((s) => s.of)
  const places = keys(records, order, groups)
  const all: { line: LeftLine; key: Key }[] = []
  for (const [name, why] of left) {
    const [kindWord, id] = name.split(':')
    const kind = (['passage', 'achievement', 'problem', 'plan', 'duty'] as const).find((k) => k === kindWord)
    if (!kind) continue
    const at: At = { kind, id: Number(id) }
    const key = keyOf(records, order, at)
    if (key) all.push({ line: { at, name: nameIn(records, at), why }, key })
  }
  all.sort((a, b) => (before(a.key, b.key) ? (before(b.key, a.key) ? 0 : -1) : 1))
  for (const { line, key } of all) {
    let after = ''
    places.forEach((place, n) => { if (place !== null && before(place, key)) after = groups[n]?.key ?? after })
    out.set(after, [...(out.get(after) ?? []), line])
  }
  return out
}
