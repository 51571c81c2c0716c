import { computed, onBeforeUnmount, onMounted, reactive, ref, watch } from 'vue'
import { call, faultOf } from '../api/index.ts'
import type { Evidence, EvidenceState, FileFault, RecordRef, YearRecords } from '../api/index.ts'
import { chooseFiles } from './choosing.ts'
import { desk } from './desk.ts'
import { act, attempt, set, undo } from './saving.ts'
import { printed } from './text.ts'
import { say } from './toast.ts'

export type Fileness = 'all' | 'bad' | 'none' | 'unlinked'

/** What a piece of evidence proves. */
export interface Proves {
  achievements: number[]
  indicators: number[]
}

/** The first characters, with a mark where some are left out. */
const brief = (text: string, most: number): string => ([...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text)

/** The year's achievements to choose from, each with its area. */
export function achievementChoices(records: Pick<YearRecords, 'achievements' | 'areas' | 'figures'>): { id: number; text: string; note: string }[] {
  const areas = new Map(records.areas.map((area) => [area.id, brief(area.title, 8)]))
  return records.achievements.map((a) => ({ id: a.id, text: brief(printed(a.title || a.body, records.figures), 60) || '未写标题', note: areas.get(a.area) ?? '' }))
}

export function proves(records: Pick<YearRecords, 'achievements' | 'indicators'>): Map<number, Proves> {
  const out = new Map<number, Proves>()
  const at = (id: number): Proves => {
    const known = out.get(id) ?? { achievements: [], indicators: [] }
    out.set(id, known)
    return known
  }
  for (const a of records.achievements) for (const id of a.evidence) at(id).achievements.push(a.id)
  for (const i of records.indicators) for (const id of i.evidence) at(id).indicators.push(i.id)
  return out
}

export const isBad = (state: EvidenceState | undefined): boolean => state !== undefined && state.state !== 'good' && state.state !== 'none'

/** The file, in few words. */
export function fileWord(evidence: Evidence, state: EvidenceState | undefined): string {
  if (evidence.path === '') return '没有附文件'
  if (state === undefined) return '正在核对…'
  const kept = state.copy ? '，库内有副本' : ''
  switch (state.state) {
    case 'good': return evidence.copied ? '完好，库内有副本' : '完好'
    case 'none': return '没有附文件'
    case 'missing': return `找不到原文件${kept}`
    case 'changed': return `文件已改动${kept}`
    case 'unreadable': return `打不开${kept}`
  }
}

export function fits(evidence: Evidence, state: EvidenceState | undefined, linked: Proves | undefined, wanted: Fileness, words: string): boolean {
  if (wanted === 'bad' && !isBad(state)) return false
  if (wanted === 'none' && evidence.path !== '') return false
  if (wanted === 'unlinked' && linked !== undefined) return false
  const text = [evidence.title, evidence.document, evidence.page, evidence.path, evidence.date ?? ''].join('\n').toLowerCase()
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word))
}

/** Adds what is not in the list, or takes out what is. */
export function toggled(ids: readonly number[], id: number): number[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]
}

const ANY_FILE = { title: '选佐证文件', save: false, endings: [], called: '文件' }

/** The evidence of the year and how its files stand. */
export function useEvidence() {
  const states = reactive(new Map<number, EvidenceState>())
  const faults = ref<FileFault[]>([])
  const checking = ref(false)
  let gone = false

  async function check(): Promise<void> {
    const year = desk.records?.year.year
    if (year === undefined || checking.value) return
    checking.value = true
    try {
      const all = await call('evidence.check', { year })
      if (gone) return
      states.clear()
      for (const state of all) states.set(state.id, state)
    } catch (thrown) {
      if (!gone) say(faultOf(thrown).whole, { bad: true })
    }
    checking.value = false
  }
  // Files change while another program has the screen: they are looked at again when this one is back.
  const back = (): void => void check()
  onMounted(() => window.addEventListener('focus', back))
  onBeforeUnmount(() => { gone = true; window.removeEventListener('focus', back) })
  const files = computed(() => (desk.records?.evidence ?? []).map((e) => `${e.id}:${e.path}:${e.hash}:${e.copied}`).join('\n'))
  watch(files, () => void check(), { immediate: true })

  /** Asks for files and attaches them; gives the evidence of the last. */
  async function attach(copy: boolean, to?: RecordRef, path?: string): Promise<number | null> {
    const year = desk.records?.year.year
    const paths = path === undefined ? await chooseFiles(ANY_FILE) : [path]
    if (year === undefined || paths.length === 0) return null
    const before = new Set(desk.records?.evidence.map((e) => e.id))
    let ids: number[] = []
    try {
      await act(async () => {
        const attached = await call('evidence.attach', { year, paths, copy, ...(to ? { to } : {}) })
        ids = attached.evidence
        faults.value = attached.faults
        return attached.changed
      })
    } catch (thrown) {
      say(faultOf(thrown).whole, { bad: true })
      return null
    }
    const known = ids.filter((id) => before.has(id)).length
    if (ids.length > 0) say(to?.kind === 'evidence' ? '已附上文件' : known === ids.length ? '这个文件已经在佐证里了，没有重复登记' : `已登记 ${ids.length} 个文件`, { act: { word: '撤销', run: () => void undo() } })
    if (to?.kind === 'evidence') await check()
    return ids.at(-1) ?? null
  }

  /** Evidence without a file: a document that is only named. */
  async function addBare(): Promise<number | null> {
    const year = desk.records?.year.year
    if (year === undefined) return null
    const changed = await attempt(() => call('record.add', {
      record: { kind: 'evidence', id: 0, year, title: '', document: '', date: null, page: '', path: '', hash: '', size: 0, copied: false, order: 0 },
    }))
    return changed?.records.find((r) => r.kind === 'evidence')?.id ?? null
  }

  return { states, faults, checking, check, attach, addBare }
}

export type EvidenceDesk = ReturnType<typeof useEvidence>

/** Ties a piece of evidence to an achievement or an indicator, or unties it. */
export async function tie(kind: 'achievement' | 'indicator', id: number, evidence: number): Promise<void> {
  const list = kind === 'achievement' ? desk.records?.achievements : desk.records?.indicators
  const record = list?.find((r) => r.id === id)
  if (record) await set(kind, id, { evidence: toggled(record.evidence, evidence) })
}

/** Ties an achievement to an indicator, or unties it. */
export async function tieIndicator(achievement: number, indicator: number): Promise<void> {
  const record = desk.records?.achievements.find((a) => a.id === achievement)
  if (record) await set('achievement', achievement, { indicators: toggled(record.indicators, indicator) })
}
