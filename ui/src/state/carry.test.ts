import { describe, expect, it } from 'vitest'
import { yearFault } from './carry.ts'
import { daysWords, next, usual } from './deadlines.ts'

describe('a new year', () => {
  it.each([
    ['2024', 2023, ''],
    ['', 2023, ''],
    ['202', 2023, '请填四位年份，如 2024'],
    ['2023', 2023, '库里已经有2023年，请换一个年份，或在左上角直接切换过去'],
    ['2021', 2023, '2021年比沿用的2023年还早，请换一个年份，或从空白开始'],
    ['2021', null, ''],
  ])('typed %j after %s is told %j', (typed, from, told) => expect(yearFault(typed, [2023, 2022], from)).toBe(told))
})

describe('deadlines', () => {
  it.each([[5, '还有 5 天'], [0, '就是今天'], [-3, '已过 3 天']])('%d days are said %j', (days, said) => expect(daysWords(days)).toBe(said))
  it('usual for a kind of unit fall in the year after', () => {
    const all = [
      { unit_kind: 'department', what: 'sending', to: '本级党委、政府', month: 3, day: 1 },
      { unit_kind: 'township', what: 'publishing', to: '政府网站', month: 4, day: 1 },
    ] as const
    expect(usual(all, 'department', 2024)).toEqual([{ what: 'sending', to: '本级党委、政府', due: '2025-03-01', done: null }])
  })
  it('the next is the first that is not done', () => {
    const one = (to: string, days_left: number | null) => ({ what: 'sending' as const, to, due: '2025-03-01', done: null, days_left })
    expect(next([one('甲', 3), one('乙', 9)], 'sending')?.to).toBe('甲')
    expect(next([one('丙', null)], 'sending')).toBeNull()
  })
})
