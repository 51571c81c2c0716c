import { describe, expect, it } from 'vitest'
import type { Figure, Relation } from '../api/index.ts'
import { blank } from './blank.ts'
import { circle, circleWords, draftOf, relationOf } from './relations.ts'

const figure = (key: string, relation: Relation | null = null): Figure => ({ ...blank.figure(2023, key, `${key}数`), relation })

describe('a relation', () => {
  const all: Relation[] = [
    { relation: 'sum', parts: ['甲', '乙'] },
    { relation: 'difference', from: '甲', less: ['乙', '丙'] },
    { relation: 'share', part: '甲', whole: '乙' },
    { relation: 'year_on_year', of: '甲' },
    { relation: 'times', of: '甲', base: '乙', last_year: true },
    { relation: 'points', of: '甲' },
  ]
  it.each(all)('$relation comes back from the form as it went in', (relation) => expect(relationOf(draftOf(relation))).toEqual(relation))
  it('can be none, and is told what it wants', () => {
    expect(relationOf(draftOf(null))).toBeNull()
    expect(relationOf({ kind: 'sum', first: ['甲'], second: [], lastYear: false })).toEqual({ place: 'first', wanting: '合计至少要两项' })
    expect(relationOf({ kind: 'share', first: ['甲'], second: [], lastYear: false })).toEqual({ place: 'second', wanting: '请选总数' })
  })
})

describe('a circle', () => {
  const figures = [figure('甲', { relation: 'sum', parts: ['乙', '丙'] }), figure('乙', { relation: 'difference', from: '丁', less: ['丙'] }), figure('丙'), figure('丁')]
  it('is found however long, and told with the names it goes through', () => {
    const way = circle(figures, '丁', { relation: 'share', part: '丙', whole: '甲' })
    expect(way).toEqual(['甲', '乙', '丁'])
    expect(circleWords(figures, '丁', way ?? [])).toBe('不能选“甲数”：它已经要由“乙数”、“丁数”得来，这样会绕成一圈')
  })
  it('is a figure that follows from itself', () => {
    const way = circle(figures, '丙', { relation: 'sum', parts: ['丁', '丙'] })
    expect(circleWords(figures, '丙', way ?? [])).toBe('“丙数”不能由它自己得来，请选别的数据')
  })
  it('is none where a figure is only used twice, or last year’s value is read', () => {
    expect(circle(figures, '丁', { relation: 'sum', parts: ['丙', '丙'] })).toBeNull()
    expect(circle(figures, '丁', { relation: 'times', of: '丙', base: '甲', last_year: true })).toBeNull()
  })
})
