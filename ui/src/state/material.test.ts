import { describe, expect, it } from 'vitest'
import type { CoverageRow, Evidence, EvidenceState } from '../api/index.ts'
import { blank } from './blank.ts'
import { inSight, seenRows } from './indicators.ts'
import { fileWord, fits, proves, toggled } from './material.ts'

const evidence = (fields: Partial<Evidence> = {}): Evidence => ({ id: 1, year: 2023, title: '通知', document: '溪法〔2023〕4号', date: '2023-03-01', page: '', path: '/甲/通知.pdf', hash: 'ab', size: 9, copied: false, order: 0, ...fields })
const state = (is: EvidenceState['state'], copy = false): EvidenceState => ({ id: 1, state: is, copy, message: '' })

describe('evidence', () => {
  it('says how its file stands', () => {
    expect(fileWord(evidence({ path: '' }), undefined)).toBe('没有附文件')
    expect(fileWord(evidence(), undefined)).toBe('正在核对…')
    expect(fileWord(evidence(), state('good'))).toBe('完好')
    expect(fileWord(evidence({ copied: true }), state('missing', true))).toBe('找不到原文件，库内有副本')
    expect(fileWord(evidence(), state('changed'))).toBe('文件已改动')
  })
  it('is filtered by its file, its links and its words', () => {
    const linked = { achievements: [3], indicators: [] }
    expect(fits(evidence(), state('missing'), linked, 'bad', '')).toBe(true)
    expect(fits(evidence(), state('good'), linked, 'bad', '')).toBe(false)
    expect(fits(evidence({ path: '' }), state('none'), linked, 'bad', '')).toBe(false)
    expect(fits(evidence({ path: '' }), state('none'), linked, 'none', '')).toBe(true)
    expect(fits(evidence(), state('good'), undefined, 'unlinked', '')).toBe(true)
    expect(fits(evidence(), state('good'), linked, 'all', '4号 2023')).toBe(true)
    expect(fits(evidence(), state('good'), linked, 'all', '5号')).toBe(false)
  })
  it('knows what it proves', () => {
    const indicator = { id: 7, year: 2023, code: '', title: '', parent: null, standard: '', assessment: '', evidence: [1], order: 0 }
    const achievement = { ...blank.achievement(2023, 0), id: 5, evidence: [1, 2] }
    expect([...proves({ achievements: [achievement], indicators: [indicator] })]).toEqual([
      [1, { achievements: [5], indicators: [7] }], [2, { achievements: [5], indicators: [] }],
    ])
    expect([toggled([1, 2], 2), toggled([1], 2)]).toEqual([[1], [1, 2]])
  })
})

const row = (id: number, level: number, title: string, open = ''): CoverageRow => ({
  id, level, title, code: '', above: [], standard: '', assessment: '', last_level: level === 3, achievements: [], evidence: [], no_achievement: open.includes('成'), no_evidence: open.includes('佐'),
})

describe('a tree of indicators', () => {
  const rows = [row(1, 1, '依法行政'), row(2, 2, '制度'), row(3, 3, '清理', '成佐'), row(4, 3, '审查'), row(5, 2, '执法'), row(6, 3, '公示', '佐'), row(7, 1, '保障'), row(8, 3, '培训')]
  const ids = (...args: Parameters<typeof seenRows> extends [unknown, ...infer Rest] ? Rest : never): number[] => seenRows(rows, ...args).map((r) => r.id)
  it('hides what is folded, at whatever level', () => {
    expect(ids(new Set(), 'all', '')).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(ids(new Set([2]), 'all', '')).toEqual([1, 2, 5, 6, 7, 8])
    expect(ids(new Set([1, 2]), 'all', ' ')).toEqual([1, 7, 8])
  })
  it('shows a filtered row under what it belongs to, folded or not', () => {
    expect(ids(new Set([1]), 'achievement', '')).toEqual([1, 2, 3])
    expect(ids(new Set(), 'evidence', '')).toEqual([1, 2, 3, 5, 6])
    expect(ids(new Set(), 'either', '公示')).toEqual([1, 5, 6])
    expect(ids(new Set(), 'all', '培训')).toEqual([7, 8])
    expect(ids(new Set(), 'all', '没有')).toEqual([])
  })
  it('draws only what is in sight, of two thousand rows some forty', () => {
    expect(inSight(2000, 40, 0, 800)).toEqual({ from: 0, to: 28 })
    expect(inSight(2000, 40, 40000, 800)).toEqual({ from: 992, to: 1028 })
    expect(inSight(2000, 40, 79200, 800)).toEqual({ from: 1972, to: 2000 })
    expect(inSight(0, 40, 0, 800)).toEqual({ from: 0, to: 0 })
  })
})
