import { describe, expect, it } from 'vitest'
import type { Doc, Figure, PlacedFinding, Severity } from '../api/index.ts'
import { cut, fieldMarks, printedMarks, unitsAt } from './marks.ts'

function found(start: number, end: number, text: string, more: { severity?: Severity; at?: number; field?: string } = {}): PlacedFinding {
  const at = more.at ?? 0
  return {
    identity: `${start}`, code: 'T003', severity: more.severity ?? 'warning', message: '', hint: '', fix: null, fixable: false, part: 'results', place: '',
    excerpt: { before: '', marked: text, after: '' }, at: { start: at, end: at + [...text].length, text },
    record: { kind: 'achievement', id: 1, field: more.field ?? 'body', start, end },
  }
}
const AT = { kind: 'achievement', id: 1, field: 'body' }
const FIGURES = [{ key: '件数', value: '12', unit: '件', precision: 'exact' }] as Figure[]

describe('underlines of a field', () => {
  it('stand where the finding does, counted past characters of two units', () => {
    expect(unitsAt('😀甲乙', 2)).toBe(3)
    expect(fieldMarks([found(2, 4, '布署')], AT, '😀甲布署', [])).toEqual([{ from: 3, to: 5, identity: '2', severity: 'warning' }])
  })
  it('survive a figure, which is longer as typed than as printed', () => {
    const text = '共{{件数}}，布署'
    expect(fieldMarks([found(8, 10, '布署')], AT, text, FIGURES).map((m) => text.slice(m.from, m.to))).toEqual(['布署'])
    expect(fieldMarks([found(0, 7, '共12件')], AT, text, FIGURES).map((m) => text.slice(m.from, m.to))).toEqual(['共{{件数}}'])
  })
  it('are found again where the sheet shows the text trimmed', () => {
    expect(fieldMarks([found(3, 5, '布署')], AT, '  甲布署 ', [], '甲布署')).toEqual([{ from: 1, to: 3, identity: '3', severity: 'warning' }])
  })
  it('are none where the text has changed, for another field, and for a field as a whole', () => {
    expect(fieldMarks([found(0, 2, '布署')], AT, '部署', [])).toEqual([])
    expect(fieldMarks([found(0, 2, '布署', { field: 'title' })], AT, '布署', [])).toEqual([])
    expect(fieldMarks([found(0, 0, '')], AT, '布署', [])).toEqual([])
  })
})

describe('underlines of the report as it reads', () => {
  const run = (text: string) => ({ inline: 'text', text, origin: null, figure: null, face: { is: 'plain' } })
  const doc = { blocks: [
    { block: 'paragraph', role: { is: 'body' }, inlines: [run('😀一'), { inline: 'break' }, run('二')] },
    { block: 'paragraph', role: { is: 'body' }, inlines: [run('三四')] },
  ] } as unknown as Doc
  it('are told paragraph by paragraph, a break counting as one character', () => {
    const marks = printedMarks([found(0, 1, '二', { at: 3 }), found(1, 2, '四', { at: 6 }), found(2, 3, '五', { at: 6 })], doc)
    expect([...marks].map(([n, all]) => [n, ...all.map((m) => [m.from, m.to])])).toEqual([[0, [4, 5]], [1, [1, 2]]])
  })
  it('cut a run where they begin and end, the gravest on top', () => {
    const marks = [{ from: 2, to: 6, identity: 'a', severity: 'hint' as const }, { from: 4, to: 5, identity: 'b', severity: 'error' as const }]
    expect(cut('二三四五', 2, marks).map((c) => [c.text, c.mark?.identity])).toEqual([['二三', 'a'], ['四', 'b'], ['五', 'a']])
    expect(cut('一', 0, marks)).toEqual([{ text: '一', mark: null }])
  })
})
