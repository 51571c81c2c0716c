import type { YearCarry, YearRecords } from '../api/index.ts'
import { readYear, sayDay } from './dates.ts'

export type Choice = Omit<YearCarry, 'from' | 'to'>

export interface Offer {
  key: keyof Choice
  word: string
  /** How much there is of it. */
  count: string
  /** What becomes of it in the new year. */
  then: string
  /** There is something to take along. */
  some: boolean
}

/** What a year has to give to the next one, with its counts. */
export function offers(from: YearRecords): Offer[] {
  const year = from.year.year
  const valued = from.figures.filter((f) => f.value !== null).length
  return [
    { key: 'structure', word: '结构', count: `${from.areas.length} 个领域`, then: '各部分的标题、编排、编号和标题写法，也一起沿用', some: true },
    { key: 'plans', word: `${year}年的计划`, count: `${from.plans.length} 项`, then: '各成一条待写的成效，记着它落实的是哪项计划', some: from.plans.length > 0 },
    { key: 'problems', word: `${year}年的问题`, count: `${from.problems.length} 个`, then: '各成一条待写的成效，记着它整改的是哪个问题', some: from.problems.length > 0 },
    { key: 'figures', word: '台账', count: `${from.figures.length} 项，${valued} 项有数`, then: '名称、单位、口径、来源照搬，数值作为上年数，本年的空着', some: from.figures.length > 0 },
  ]
}

/** What always comes along, in words. */
export function always(from: YearRecords): string[] {
  const { unit, year } = from
  const out: string[] = []
  if (unit.heads.length > 0) out.push(`第一责任人 ${unit.heads.length} 位（${unit.heads.map((h) => h.post).filter((post) => post !== '').join('、')}）`)
  if (year.addressee !== '') out.push(`主送机关“${year.addressee}”`)
  const to = year.deadlines.map((d) => d.to).filter((name) => name !== '')
  out.push(to.length === 0 ? '报送和公开时限按单位类型填好，可以改' : `报送和公开对象 ${to.length} 个（${to.join('、')}），时限往后推`)
  if (year.cutoff !== null) out.push(`统计截止日（${sayDay(year.cutoff)}），往后推`)
  return out
}

/** Why a year cannot be begun; empty: it can. */
export function yearFault(typed: string, years: readonly number[], from: number | null): string {
  const text = typed.trim()
  if (text === '') return ''
  const year = readYear(text)
  if (year === null) return '请填四位年份，如 2024'
  if (years.includes(year)) return `库里已经有${year}年，请换一个年份，或在左上角直接切换过去`
  return from !== null && year < from ? `${year}年比沿用的${from}年还早，请换一个年份，或从空白开始` : ''
}
