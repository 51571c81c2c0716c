import { describe, expect, it } from 'vitest'
import { addDays, addMonths, readDay, readYear, sayDate, sayDay, sayMoment, weeks } from './dates.ts'

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
  it.each([['2023', 2023], [' ２０２３ ', 2023], ['2023年', 2023], ['２０２３年度', 2023], ['23', null], ['2203', null], ['', null]])('the year %j is read as %j', (typed, meant) => expect(readYear(typed)).toBe(meant))
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

describe('moments', () => {
  const now = new Date(2026, 10, 25, 15)
  it.each([
    [new Date(2026, 10, 25, 0, 1), '今天'],
    [new Date(2026, 10, 24, 23, 59), '昨天'],
    [new Date(2026, 10, 3), '11月3日'],
    [new Date(2025, 11, 31), '2025年12月31日'],
  ])('%s is said as %s', (at, word) => expect(sayDate(at.toISOString(), now)).toBe(word))
  it('have the time of day, and say nothing of no moment', () => {
    expect(sayMoment(new Date(2026, 10, 25, 9, 5).toISOString(), now)).toBe('今天 09:05')
    expect(sayMoment('', now)).toBe('')
  })
})
