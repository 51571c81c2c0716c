import type { Place, Slot, YearRecords } from '../api/index.ts'
import { find, WORD } from './records.ts'
import { printed, opening } from './text.ts'
import { SLOT_NAME } from './turning.ts'
import type { At } from './turning.ts'

/** What can be done with a record on the sheet: done at once, or a list of its own. */
export interface Choice {
  word: string
  keys?: string
  does?: 'split' | 'join' | 'up' | 'down' | 'show' | { to: Place }
  more?: Choice[]
  /** For one of several records in a paragraph. */
  of?: At
}

const SLOTS: readonly Slot[] = ['lead', 'area_lead', 'area_close', 'duty_lead', 'problem_lead', 'cause', 'plan_lead', 'plan_close', 'other', 'ending']

function areas(records: YearRecords, to: (area: number) => Place, but: number | null = null): Choice[] {
  return records.areas.filter((area) => area.id !== but).map((area) => ({ word: area.title, does: { to: to(area.id) } }))
}

function slots(records: YearRecords, own: { slot: Slot; area: number | null } | null): Choice[] {
  return SLOTS.flatMap((slot): Choice[] => {
    const word = SLOT_NAME[slot]
    const here = own?.slot === slot
    if (slot !== 'area_lead' && slot !== 'area_close') return here ? [] : [{ word, does: { to: { as: 'passage', slot, area: null } } }]
    const more = areas(records, (area) => ({ as: 'passage', slot, area }), here ? own.area : null)
    if (slot === 'area_lead' && !(here && own.area === null)) more.unshift({ word: '所有领域之前', does: { to: { as: 'passage', slot, area: null } } })
    return more.length === 0 ? [] : [{ word, more }]
  })
}

/** Other places for a record of its kind. */
export function elsewhere(records: YearRecords, at: At): Choice[] {
  if (at.kind === 'achievement') return areas(records, (area) => ({ as: 'achievement', area }), find(records, 'achievement', at.id)?.area)
  if (at.kind === 'passage') return slots(records, find(records, 'passage', at.id))
  return []
}

/** Other kinds it may become. */
export function others(records: YearRecords, at: At): Choice[] {
  const out: Choice[] = []
  if (at.kind !== 'achievement' && records.areas.length > 0) out.push({ word: WORD.achievement, more: areas(records, (area) => ({ as: 'achievement', area })) })
  for (const as of ['problem', 'plan', 'duty'] as const) if (at.kind !== as) out.push({ word: WORD[as], does: { to: { as } } })
  if (at.kind !== 'passage') out.push({ word: WORD.passage, more: slots(records, null) })
  return out
}

/** The menu of a record; `caret`: it is being written, so that it can be split. */
export function acts(records: YearRecords, at: At, caret: boolean): Choice[] {
  const places = elsewhere(records, at)
  return [
    ...(caret ? [{ word: '从光标处分成两段', keys: 'Ctrl+Enter', does: 'split' } as const] : []),
    { word: at.kind === 'passage' ? '和下一段合并' : `和下一条${WORD[at.kind]}合并`, keys: 'Ctrl+Shift+Enter', does: 'join' },
    { word: '上移', keys: 'Alt+↑', does: 'up' },
    { word: '下移', keys: 'Alt+↓', does: 'down' },
    ...(places.length > 0 ? [{ word: '移到', more: places }] : []),
    { word: '改为', more: others(records, at) },
    { word: '去填报', does: 'show' },
  ]
}

/** How a record begins, to be told from others. */
export function nameIn(records: YearRecords, at: At): string {
  const record = at.kind === 'passage' ? find(records, 'passage', at.id) : find(records, at.kind, at.id)
  const title = record && 'title' in record ? record.title.trim() : ''
  return printed(title !== '' ? title : opening(record?.body ?? ''), records.figures)
}

/** Of a paragraph in which several records stand, one is chosen first. */
export function menuOf(records: YearRecords, all: readonly At[], caret: boolean): Choice[] {
  const [first] = all
  if (!first) return []
  if (all.length === 1) return acts(records, first, caret)
  return all.map((at) => ({ word: `${WORD[at.kind]}：${nameIn(records, at)}`, more: meant(acts(records, at, false), at) }))
}

function meant(choices: Choice[], of: At): Choice[] {
  return choices.map((choice) => ({ ...choice, of, ...(choice.more ? { more: meant(choice.more, of) } : {}) }))
}
