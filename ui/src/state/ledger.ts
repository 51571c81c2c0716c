import type { Agreement, Figure, FigureColumn, GridRow, Precision } from '../api/index.ts'
import { readDay } from './dates.ts'

export const PRECISIONS: { value: Precision; word: string }[] = [
  { value: 'exact', word: '准确数' },
  { value: 'about', word: '约' },
  { value: 'over', word: '余' },
]

/** A column of the grid; 同比 is reckoned and cannot be typed in. */
export type Column = FigureColumn | 'change'

export const COLUMNS: { field: Column; title: string; group: string; hint: string }[] = [
  { field: 'label', title: '指标', group: '', hint: '' },
  { field: 'unit', title: '单位', group: '', hint: '' },
  { field: 'previous', title: '上年', group: '数量', hint: '库里有上年的台账时，从那里带出' },
  { field: 'value', title: '本年', group: '数量', hint: '填数字；“约20”“20余”也认得，按空格轮换准确数、约、余' },
  { field: 'change', title: '同比', group: '数量', hint: '由台账核算，不用填' },
  { field: 'scope', title: '口径', group: '统计口径', hint: '数什么、数到什么时候' },
  { field: 'cutoff', title: '截止', group: '统计口径', hint: '空着就是全年的统计截止日' },
  { field: 'source', title: '来源', group: '', hint: '' },
]

/** The upper of the two header rows: each group once, over its columns. */
export const GROUPS: { title: string; columns: typeof COLUMNS }[] = COLUMNS.reduce<{ title: string; columns: typeof COLUMNS }[]>((out, column) => {
  const last = out.at(-1)
  if (last && column.group !== '' && last.title === column.group) last.columns.push(column)
  else out.push({ title: column.group, columns: [column] })
  return out
}, [])

/** The desk knows last year's value from last year's own ledger: it is changed there. */
export function fromLastYear(row: GridRow | null, holdsLastYear: boolean): boolean {
  return row !== null && holdsLastYear && row.last_year !== null && row.figure.previous !== row.last_year
}

/** 同比 as a cell shows it. */
export function changeText(row: (Pick<GridRow, 'change' | 'change_in_points' | 'last_year'> & { figure: Pick<Figure, 'value'> }) | null): string {
  // Of less than nothing there is no share.
  if (row !== null && row.change === null && row.last_year?.startsWith('-') === true && row.figure.value !== null && !/^[-0.]+$|^-/.test(row.figure.value)) return '由负转正'
  if (row === null || row.change === null) return ''
  const sign = /^[-0]/.test(row.change) && !/^0\.?0*[1-9]/.test(row.change) ? '' : '+'
  return `${sign}${row.change}${row.change_in_points ? ' 个百分点' : '%'}`
}

export const MARK: { [value in Precision]: string } = { exact: '', about: '约', over: '余' }

/** A number as it is copied out: paste reads 约 and 余 again. */
export function withMark(figure: Pick<Figure, 'precision'>, text: string): string {
  if (text === '') return ''
  return figure.precision === 'about' ? `约${text}` : figure.precision === 'over' ? `${text}余` : text
}

export function nextPrecision(now: Precision): Precision {
  return now === 'exact' ? 'about' : now === 'about' ? 'over' : 'exact'
}

/** More than digits and their marks: 约20名, 99.5%. The desk reads such cells as it reads pasted ones. */
export function saysMore(typed: string): boolean {
  return /[0-9０-９]/.test(typed) && !/^[-+−－＋0-9０-９.．,，\s]+$/.test(typed)
}

/** What was typed into a cell of words, as fields of the record; or why it cannot be that. */
export function readCell(field: 'label' | 'unit' | 'scope' | 'cutoff' | 'source', typed: string, year: number): Partial<Figure> | { fault: string } {
  const text = typed.trim()
  if (field !== 'cutoff') return { [field]: text }
  const day = text === '' ? null : readDay(text, year)
  return text !== '' && day === null ? { fault: '没有这一天，请写成 12-31 或 2023-12-31' } : { cutoff: day }
}

/** More of them are told by their count alone. */
const TOLD = 3

/** Which of the figures that were there a paste has changed, the numbers with what stood there; empty: none. */
export function overwritten(before: readonly Figure[], now: readonly Figure[]): string {
  const told = now.flatMap((figure) => {
    const was = before.find((one) => one.id === figure.id)
    if (!was || JSON.stringify(was) === JSON.stringify(figure)) return []
    const number = (word: string, from: string | null, to: string | null): string[] => (from === to ? [] : [`${word}${from ?? '待填'}→${to ?? '待填'}`])
    const numbers = [...number('', was.value, figure.value), ...number('上年 ', was.previous, figure.previous)]
    return [[was.label || '未命名的数据', ...numbers].join(' ')]
  })
  if (told.length === 0) return ''
  return `改动原有的 ${told.length} 项：${told.slice(0, TOLD).join('、')}${told.length > TOLD ? `等，共 ${told.length} 项` : ''}`
}

/** Something is still to be settled about a figure; in few words. */
export function unsettled(figure: Figure, agreement: Agreement | null, changed: boolean): string[] {
  const out: string[] = []
  if (figure.value === null) out.push('没有数值')
  if (figure.source.trim() === '') out.push('没有来源')
  if (agreement?.is === 'differs') out.push('与关系不相符')
  if (agreement?.is === 'unknown') out.push('关系算不出')
  if (changed) out.push('核定后改过')
  return out
}

/** Whether all the words typed stand somewhere in the figure's row. */
export function matches(figure: Figure, words: string): boolean {
  const text = [figure.label, figure.key, figure.unit, figure.scope, figure.source, figure.value ?? ''].join('\n').toLowerCase()
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word))
}
