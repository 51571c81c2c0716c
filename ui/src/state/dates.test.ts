import { describe, expect, it } from 'vitest'
import { addDays, addMonths, readDay, sayDay, weeks } from './dates.ts'

describe('days', () => {
  it.each([
    ['2024-3-1', '2024-03-01'],
    ['2024.03.01', '2024-03-01'],
    ['2024/3/1', '2024-03-01'],
    ['20240301', '2024-03-01'],
    ['２０２４年３月１日', '2024-03-01'],
    ['3月1日', '2025-03-01'],
    ['12-31', '2025-12-31'],
    ['2024-2-29', '2024-02-29'],
    ['2025-2-29', null],
    ['2024-13-1', null],
    ['今天', null],
    ['202431', null],
  ])('%j is read as %j', (typed, meant) => expect(readDay(typed, 2025)).toBe(meant))
  it('are said in Chinese', () => {
    expect(sayDay('2025-12-31')).toBe('2025年12月31日')
    expect(sayDay(null)).toBe('')
  })
  it('stay what they are, whatever the hour and the time zone', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28')
    expect(addMonths('2025-12-31', 1)).toBe('2026-01-31')
  })
  it('stand in weeks that begin on Monday', () => {
    const month = weeks('2025-12-31')
    expect(month[0]).toEqual(['2025-12-01', '2025-12-02', '2025-12-03', '2025-12-04', '2025-12-05', '2025-12-06', '2025-12-07'])
    expect(month).toHaveLength(6)
  })
})
