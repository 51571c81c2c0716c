import { describe, expect, it } from 'vitest'
import type { FigurePoint } from '../api/index.ts'
import { bars } from './chart.ts'
import { seen } from './reviewing.ts'
import { useCounts } from './uses.ts'

const point = (year: number, value: string | null): FigurePoint => ({ year, value, unit: '件', scope: '', typed_beside: false })

describe('a chart across the years', () => {
  it('draws each value from the line up, the highest to the top, a missing one not at all', () => {
    const { bars: drawn, zero } = bars([point(2021, '50'), point(2022, null), point(2023, '100')])
    expect(drawn.map((b) => Math.round(b.y + b.height - zero))).toEqual([0, 0, 0])
    expect(drawn.map((b) => b.value)).toEqual(['50', null, '100'])
    expect(drawn[0]?.height).toBeCloseTo((drawn[2]?.height ?? 0) / 2)
    expect(drawn[1]?.height).toBe(0)
    expect(drawn.map((b) => b.last)).toEqual([false, false, true])
  })
  it('draws a negative value from the line down', () => {
    const { bars: drawn, zero } = bars([point(2022, '-5'), point(2023, '10')])
    expect(drawn[0]?.y).toBe(zero)
    expect((drawn[1]?.y ?? 0) + (drawn[1]?.height ?? 0)).toBeCloseTo(zero)
  })
  it('keeps the newest eight', () => {
    const all = Array.from({ length: 12 }, (_, n) => point(2012 + n, String(n)))
    expect(bars(all).bars.map((b) => b.year)).toEqual([2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023])
  })
})

describe('where a figure stands', () => {
  it('is counted by kind, relations apart', () => {
    const use = (kind: 'achievement' | 'figure', field: string) => ({ kind, id: 1, field, sentence: '' })
    expect(useCounts([use('achievement', 'body'), use('figure', 'relation'), use('achievement', 'title')])).toBe('成效 2、关系 1')
    expect(useCounts([])).toBe('')
  })
})

describe('a changed figure that was looked at', () => {
  const noted = [{ key: '甲', value: '1' }, { key: '乙', value: '2' }]
  it('is noted as it is now; one that is gone is noted no more', () => {
    expect(seen(noted, { key: '乙', now: '3', removed: false })).toEqual([{ key: '甲', value: '1' }, { key: '乙', value: '3' }])
    expect(seen(noted, { key: '乙', now: null, removed: true })).toEqual([{ key: '甲', value: '1' }])
    expect(seen(noted, { key: '丙', now: null, removed: false })).toEqual([...noted, { key: '丙', value: null }])
  })
})
