import type { RecordDiff, Run, Snapshot, Version } from '../api/index.ts'
import { sayMoment } from './dates.ts'

/** A stretch that is the same, or an old text with the new that replaces it. */
export type Stretch = { same: string } | { old: string; new: string; at: number }

/** Runs as stretches; each change has its number, from `from` on. */
export function stretches(runs: readonly Run[], from = 0): Stretch[] {
  const out: Stretch[] = []
  let at = from
  for (const run of runs) {
    const last = out.at(-1)
    if (run.side === 'same') {
      if (last && 'same' in last) last.same += run.text
      else out.push({ same: run.text })
      continue
    }
    if (last && 'old' in last) last[run.side] += run.text
    else out.push({ old: '', new: '', [run.side]: run.text, at: at++ })
  }
  return out
}

export interface Folded {
  head: string
  /** Not shown until asked for. */
  middle: string
  tail: string
  /** Characters folded away. */
  count: number
}

/** What is the same, with only so many characters left beside each change. */
export function fold(same: string, around: number, sides: { before: boolean; after: boolean }): Folded {
  const chars = [...same]
  const head = sides.before ? around : 0
  const tail = sides.after ? around : 0
  const left = chars.length - head - tail
  // Folding less than it takes to say so gains nothing.
  if (left <= around * 2) return { head: same, middle: '', tail: '', count: 0 }
  return {
    head: chars.slice(0, head).join(''),
    middle: chars.slice(head, head + left).join(''),
    tail: tail === 0 ? '' : chars.slice(-tail).join(''),
    count: left,
  }
}

export interface Counts {
  added: number
  removed: number
  changed: number
  moved: number
}

export function counts(records: readonly RecordDiff[]): Counts {
  const out: Counts = { added: 0, removed: 0, changed: 0, moved: 0 }
  for (const record of records) {
    if (record.change !== 'changed' || record.fields.length > 0) out[record.change] += 1
    if (record.moved) out.moved += 1
  }
  return out
}

/** 新增 2 条，修改 5 条 */
export function sayCounts(counted: Counts): string {
  const words: [string, number][] = [['新增', counted.added], ['删除', counted.removed], ['修改', counted.changed], ['换了位置', counted.moved]]
  const said = words.filter(([, n]) => n > 0).map(([word, n]) => `${word} ${n} 条`)
  return said.length === 0 ? '没有改动' : said.join('，')
}

/** How many characters came and went in the text. */
export function sayLengths(runs: readonly Run[]): string {
  const of = (side: Run['side']): number => runs.filter((r) => r.side === side).reduce((sum, r) => sum + [...r.text.replace(/\s/g, '')].length, 0)
  return `正文增 ${of('new')} 字，删 ${of('old')} 字`
}

/** A version as a choice: `now:2024`, `kept:3`. */
export interface Choice {
  value: string
  word: string
}

export function versionOf(value: string): Version {
  const [is, number] = value.split(':')
  return is === 'kept' ? { snapshot: Number(number) } : { now: Number(number) }
}

/** This year first, then the others, the newest first; each as it is now, then what was kept of it. */
export function choices(years: readonly number[], kept: readonly Snapshot[], here: number, now: Date): Choice[] {
  const order = [here, ...years.filter((y) => y !== here).sort((a, b) => b - a)]
  return order.flatMap((year) => [
    { value: `now:${year}`, word: `${year}年，现在` },
    ...kept.filter((v) => v.year === year).map((v) => ({ value: `kept:${v.id}`, word: `${year}年，${v.name}（${sayMoment(v.at, now)}）` })),
  ])
}

/** What is compared at first: the last that was kept, or the year before; null: there is nothing. */
export function firstChoice(years: readonly number[], kept: readonly Snapshot[], here: number): string | null {
  const last = kept.find((v) => v.year === here)
  if (last) return `kept:${last.id}`
  const before = Math.max(...years.filter((y) => y < here))
  return Number.isFinite(before) ? `now:${before}` : null
}

export interface LaidField {
  field: string
  word: string
  stretches: Stretch[]
  /** Number of the change. */
  at: number
}

export type LaidRecord = Omit<RecordDiff, 'fields'> & { fields: LaidField[]; at: number | null }

/** Records with their changes numbered: each field is one; of a record without any, the record. */
export function laid(records: readonly RecordDiff[]): { records: LaidRecord[]; changes: number } {
  let changes = 0
  const out = records.map((record) => {
    const at = record.fields.length === 0 ? changes++ : null
    const fields = record.fields.map(({ field, word, runs }) => ({ field, word, stretches: stretches(runs), at: changes++ }))
    return { ...record, fields, at }
  })
  return { records: out, changes }
}
