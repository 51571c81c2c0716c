import type { Figure, Precision, YearRecords } from '../api/index.ts'
import { readDay } from './dates.ts'
import { refersTo } from './text.ts'

export const PRECISIONS: { value: Precision; word: string }[] = [
  { value: 'exact', word: '准确数' },
  { value: 'about', word: '约' },
  { value: 'over', word: '余' },
]

export type Column = 'label' | 'value' | 'unit' | 'precision' | 'scope' | 'cutoff' | 'source'

export const COLUMNS: { field: Column; title: string; also: string[]; hint: string }[] = [
  { field: 'label', title: '指标', also: ['指标名称', '项目', '名称'], hint: '' },
  { field: 'value', title: '数值', also: ['数量', '数据', '本年'], hint: '只填数字' },
  { field: 'unit', title: '单位', also: ['计量单位'], hint: '' },
  { field: 'precision', title: '约/余', also: ['约', '余'], hint: '填“约”或“余”，准确数空着；按空格轮换' },
  { field: 'scope', title: '口径', also: ['统计口径', '说明'], hint: '' },
  { field: 'cutoff', title: '截止', also: ['截止日', '统计截止日', '截止日期'], hint: '空着就是全年的统计截止日' },
  { field: 'source', title: '来源', also: ['数据来源', '提供科室'], hint: '' },
]

const PRECISION_WORD: { [value in Precision]: string } = { exact: '', about: '约', over: '余' }

/** A cell as it is shown and edited. */
export function shown(figure: Figure | null, field: Column): string {
  if (figure === null) return ''
  if (field === 'precision') return PRECISION_WORD[figure.precision]
  return figure[field] ?? ''
}

export function nextPrecision(now: Precision): Precision {
  return now === 'exact' ? 'about' : now === 'about' ? 'over' : 'exact'
}

/** What was typed into a cell, as fields of the record; or why it cannot be that. The value is not ours to read. */
export function readCell(field: Exclude<Column, 'value'>, typed: string, year: number): Partial<Figure> | { fault: string } {
  const text = typed.trim()
  switch (field) {
    case 'precision': {
      const found = PRECISIONS.find((p) => PRECISION_WORD[p.value] === text || p.word === text)
      return found ? { precision: found.value } : { fault: '只能填“约”或“余”，准确数空着' }
    }
    case 'cutoff': {
      const day = text === '' ? null : readDay(text, year)
      return text !== '' && day === null ? { fault: '没有这一天，请写成 12-31 或 2023-12-31' } : { cutoff: day }
    }
    default:
      return { [field]: text }
  }
}

/** Which columns a pasted block fills: by the headings it brings, else from the cell it is put on. */
export function columnsOf(rows: string[][], from: number): { columns: (Column | null)[]; heading: boolean } {
  const named = (rows[0] ?? []).map((cell) => COLUMNS.find((c) => c.title === cell || c.also.includes(cell))?.field ?? null)
  if (named.filter((c) => c !== null).length >= 2) return { columns: named, heading: true }
  const width = Math.max(0, ...rows.map((r) => r.length))
  return { columns: Array.from({ length: width }, (_, n) => COLUMNS[from + n]?.field ?? null), heading: false }
}

export interface Use {
  kind: 'achievement' | 'problem' | 'plan' | 'duty' | 'passage'
  id: number
  text: string
}

/** The records whose text refers to a figure. */
export function uses(records: YearRecords, figure: Pick<Figure, 'key'>): Use[] {
  const within = (kind: Use['kind'], list: readonly { id: number; title?: string; body: string; cause?: string }[]): Use[] =>
    list
      .filter((r) => [r.title ?? '', r.body, r.cause ?? ''].some((text) => refersTo(text, figure.key)))
      .map((r) => ({ kind, id: r.id, text: r.title !== undefined && r.title.trim() !== '' ? r.title : r.body }))
  return [
    ...within('passage', records.passages),
    ...within('achievement', records.achievements),
    ...within('duty', records.duties),
    ...within('problem', records.problems),
    ...within('plan', records.plans),
  ]
}
