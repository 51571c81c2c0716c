import { call } from '../api/index.ts'
import type { Changed, Field, Kind, Origin, Place, Slot, YearRecords } from '../api/index.ts'
import { desk } from './desk.ts'
import { added, find, WORD } from './records.ts'
import { act, flush, saving } from './saving.ts'
import type { Group } from './segments.ts'

/** Kinds whose text the draft prints: these can be split, joined, moved and turned. */
const PROSE = ['passage', 'achievement', 'problem', 'plan', 'duty'] as const
export type Prose = (typeof PROSE)[number]

export interface At {
  kind: Prose
  id: number
}

/** Where the caret goes: into a record, at a place of one of its texts as shown. */
export interface Aim extends At {
  field?: Field
  at?: number
}

/** The place of a caret on the sheet: so far into a record's text as shown. */
export interface Spot {
  origin: Origin
  shown: string
  at: number
}

export interface Done {
  aim: Aim
  says: string
  /** What could not come along, or changed on the way: a sentence each. */
  notes: string[]
}

export const SLOT_NAME: { [slot in Slot]: string } = {
  lead: '引言',
  area_lead: '领域开头',
  area_close: '领域结尾',
  duty_lead: '履职情况开头',
  problem_lead: '问题部分开头',
  cause: '原因分析',
  plan_lead: '计划部分开头',
  plan_close: '计划部分结尾',
  other: '其他情况',
  ending: '结尾',
}

export function proseOf(kind: Kind): Prose | null {
  return PROSE.find((prose) => prose === kind) ?? null
}

export function same(a: At, b: { kind: Kind; id: number }): boolean {
  return a.kind === b.kind && a.id === b.id
}

/** The records whose text stands in these paragraphs, in order. */
export function recordsOf(group: Group): At[] {
  const out: At[] = []
  for (const inline of group.paragraphs.flatMap((p) => p.inlines)) {
    const origin = inline.inline === 'text' ? inline.origin : null
    const kind = origin && proseOf(origin.kind)
    if (origin && kind && !out.some((known) => same(known, origin))) out.push({ kind, id: origin.id })
  }
  return out
}

/** The paragraphs in which a record stands. */
export function groupOf(groups: readonly Group[], at: At, field?: Field): Group | null {
  const has = (group: Group, wanted?: Field): boolean =>
    group.paragraphs.some((p) => p.inlines.some((i) => i.inline === 'text' && i.origin !== null && same(at, i.origin) && (wanted === undefined || i.origin.field === wanted)))
  return groups.find((group) => field !== undefined && has(group, field)) ?? groups.find((group) => has(group)) ?? null
}

function textOf(record: object | null, field: Field): string {
  const text: unknown = record === null ? '' : Reflect.get(record, field)
  return typeof text === 'string' ? text : ''
}

const BLANK = /[\s\u0085]/

/** A place in one text found again in another that differs from it in blanks only: what is printed is trimmed. */
export function placeIn(from: string, to: string, at: number): number {
  if (from === to) return at
  let passed = [...from.slice(0, at)].filter((c) => !BLANK.test(c)).length
  let place = 0
  for (const c of to) {
    if (passed === 0) break
    if (!BLANK.test(c)) passed -= 1
    place += c.length
  }
  return place
}

/** As the desk counts: Unicode characters in front of a place in the stored text. */
export function charsBefore(spot: Pick<Spot, 'shown' | 'at'>, stored: string): number {
  return [...stored.slice(0, placeIn(spot.shown, stored, spot.at))].length
}

/** What was typed is stored first: the desk cuts the stored text. */
async function settled(): Promise<YearRecords> {
  if (!(await flush()) && saving.fault) throw saving.fault
  if (!desk.records) throw new Error('no year')
  return desk.records
}

function aimOf(records: YearRecords, changed: Changed, kind: Prose): Aim | null {
  const made = added(records, changed, kind)
  return made && { kind, id: made.id }
}

export async function split(spot: Spot): Promise<Done | null> {
  const kind = proseOf(spot.origin.kind)
  if (!kind) return null
  const { id, field } = spot.origin
  const records = await settled()
  const at = charsBefore(spot, textOf(find(records, kind, id), field))
  let aim: Aim = { kind, id }
  const changed = await act(async () => {
    const changed = await call('record.split', { kind, id, field, at })
    aim = aimOf(records, changed, kind) ?? aim
    return changed
  })
  return { aim: { ...aim, at: 0 }, says: `已分成两${kind === 'passage' ? '段' : `条${WORD[kind]}`}`, notes: changed.notes }
}

export async function join(at: At): Promise<Done> {
  const records = await settled()
  const before = { ...find(records, at.kind, at.id) }
  const changed = await act(() => call('record.join', { ...at }))
  const joined = changed.records.find((record) => same(at, record)) ?? null
  const field = (['body', 'cause', 'title'] as const).find((f) => textOf(joined, f) !== textOf(before, f)) ?? 'body'
  const [old, fresh] = [textOf(before, field), textOf(joined, field)]
  const stop = fresh[old.length] === '。' && !old.endsWith('。') ? 1 : 0
  return { aim: { ...at, field, at: placeIn(fresh, fresh.trim(), old.length + stop) }, says: '已和下一条合并', notes: changed.notes }
}

/** The list in which a record stands, itself included, in the report's order. */
export function listOf(records: YearRecords, at: At): { id: number }[] {
  switch (at.kind) {
    case 'achievement': {
      const own = find(records, at.kind, at.id)
      return records.achievements.filter((a) => a.area === own?.area)
    }
    case 'passage': {
      const own = find(records, at.kind, at.id)
      return records.passages.filter((p) => p.slot === own?.slot && p.area === own.area)
    }
    case 'problem': return records.problems
    case 'plan': return records.plans
    case 'duty': return records.duties
  }
}

/** One place up or down; an achievement at the edge of its area goes on into the next. Null: there is no further. */
export async function shift(at: Aim, by: 1 | -1): Promise<Done | null> {
  const records = await settled()
  const list = listOf(records, at)
  const now = list.findIndex((other) => other.id === at.id)
  const to = now + by
  if (now >= 0 && to >= 0 && to < list.length) {
    const after = by > 0 ? list[to]?.id : list[to - 1]?.id
    const changed = await act(() => call('record.move', { kind: at.kind, id: at.id, after: after ?? null }))
    return { aim: at, says: by > 0 ? '已下移' : '已上移', notes: changed.notes }
  }
  const own = at.kind === 'achievement' ? find(records, 'achievement', at.id) : null
  const area = own && records.areas[records.areas.findIndex((a) => a.id === own.area) + by]
  if (!area || !records.areas.some((a) => a.id === own.area)) return null
  const last = records.achievements.filter((a) => a.area === area.id).at(-1)
  const changed = await act(() => call('record.move', { kind: at.kind, id: at.id, after: by > 0 ? null : (last?.id ?? null), area: area.id }))
  return { aim: at, says: `已移到“${area.title}”`, notes: changed.notes }
}

function nameOf(records: YearRecords, to: Place): string {
  const area = 'area' in to ? records.areas.find((a) => a.id === to.area)?.title : undefined
  const where = area === undefined ? '' : `“${area}”`
  if (to.as === 'passage') return `${where}${where === '' ? '' : '的'}${SLOT_NAME[to.slot]}`
  return to.as === 'achievement' ? `${where}的${WORD.achievement}` : WORD[to.as]
}

/** Puts a record elsewhere, as another kind if need be. */
export async function turn(at: Aim, to: Place): Promise<Done> {
  const records = await settled()
  const before = { ...find(records, at.kind, at.id) }
  const stays = at.kind === to.as
  let lost: string[] = []
  let aim: Aim = at
  const changed = await act(async () => {
    const reply = await call('record.turn', { kind: at.kind, id: at.id, to })
    lost = reply.lost
    if (!stays) {
      const made = aimOf(records, reply.changed, to.as)
      aim = made ? { ...at, ...made } : at
    }
    return reply.changed
  })
  const notes = [...lost, ...changed.notes]
  const body = textOf(changed.records.find((record) => same(aim, record)) ?? null, 'body')
  const bracket = /（[^（）]*：.*）$/.exec(body)?.[0]
  if (!stays && bracket !== undefined && !textOf(before, 'body').endsWith(bracket)) notes.push(`${WORD[to.as]}没有这些栏目，内容写在了文字末尾的括号里，不需要可以删去`)
  return { aim, says: stays ? `已移到${nameOf(records, to)}` : `已改为${nameOf(records, to)}`, notes }
}
