import { describe, expect, it } from 'vitest'
import type { RecordDiff, Run } from '../api/index.ts'
import { choices, counts, firstChoice, fold, laid, sayCounts, sayLengths, stretches, versionOf } from './compare.ts'

const RUNS: Run[] = [{ side: 'same', text: '全年' }, { side: 'old', text: '检查3次' }, { side: 'new', text: '巡查12次' }, { side: 'same', text: '。' }, { side: 'new', text: '又及。' }]
const diff = (change: RecordDiff['change'], more: Partial<RecordDiff> = {}): RecordDiff => ({ kind: 'plan', id: 1, name: '', change, moved: false, fields: [{ field: 'title', word: '标题句', runs: RUNS }], ...more })

describe('marks', () => {
  it('put what went and what came in its place together, and number the changes', () => {
    expect(stretches(RUNS)).toEqual([{ same: '全年' }, { old: '检查3次', new: '巡查12次', at: 0 }, { same: '。' }, { old: '', new: '又及。', at: 1 }])
    expect(stretches([])).toEqual([])
  })
  it('keep all text of both sides', () => {
    const of = (side: 'old' | 'new'): string => stretches(RUNS).map((s) => ('same' in s ? s.same : s[side])).join('')
    expect([of('old'), of('new')]).toEqual(['全年检查3次。', '全年巡查12次。又及。'])
  })
  it('are numbered through fields and records; a record only moved is one', () => {
    const { records, changes } = laid([diff('changed'), diff('changed', { moved: true, fields: [] }), diff('added')])
    expect([records.map((r) => [r.at, r.fields.map((f) => f.at)]), changes]).toEqual([[[null, [0]], [1, []], [null, [2]]], 3])
  })
})

describe('what is the same', () => {
  const long = '甲'.repeat(50) + '𠮷'.repeat(50)
  it('is folded in the middle, no character is lost or halved', () => {
    const folded = fold(long, 10, { before: true, after: true })
    expect([folded.head, folded.tail, folded.count]).toEqual(['甲'.repeat(10), '𠮷'.repeat(10), 80])
    expect(folded.head + folded.middle + folded.tail).toBe(long)
  })
  it('keeps nothing at the ends of the text', () => {
    expect(fold(long, 10, { before: false, after: true })).toMatchObject({ head: '', count: 90 })
    expect(fold(long, 10, { before: true, after: false })).toMatchObject({ tail: '', count: 90 })
  })
  it.each([['甲'.repeat(40)], [''], ['甲']])('and short stays whole: %j', (text) => {
    expect(fold(text, 10, { before: true, after: true })).toEqual({ head: text, middle: '', tail: '', count: 0 })
  })
})

describe('how much changed', () => {
  it('is counted in records and in characters', () => {
    const all = counts([diff('added'), diff('removed'), diff('changed'), diff('changed', { moved: true }), diff('changed', { moved: true, fields: [] })])
    expect(sayCounts(all)).toBe('新增 1 条，删除 1 条，修改 2 条，换了位置 2 条')
    expect(sayCounts(counts([]))).toBe('没有改动')
    expect(sayLengths(RUNS)).toBe('正文增 8 字，删 4 字')
  })
})

describe('versions to choose from', () => {
  const now = new Date(2025, 0, 20, 15)
  const kept = [
    { id: 7, year: 2024, name: '送审稿', at: new Date(2025, 0, 12, 9, 30).toISOString() },
    { id: 3, year: 2023, name: '报出稿', at: new Date(2024, 1, 1, 8, 0).toISOString() },
  ]
  it('begin with this year, as it is now and as it was kept', () => {
    expect(choices([2022, 2024, 2023], kept, 2024, now).map((c) => c.word)).toEqual(['2024年，现在', '2024年，送审稿（1月12日 09:30）', '2023年，现在', '2023年，报出稿（2024年2月1日 08:00）', '2022年，现在'])
  })
  it('are what the call takes', () => expect([versionOf('now:2024'), versionOf('kept:7')]).toEqual([{ now: 2024 }, { snapshot: 7 }]))
  it.each([
    [2024, 'kept:7'],
    [2025, 'now:2024'],
    [2022, null],
  ])('for %i first is %s', (year, value) => expect(firstChoice([2025, 2024, 2022], kept, year)).toBe(value))
})
