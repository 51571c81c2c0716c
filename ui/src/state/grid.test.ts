import { describe, expect, it } from 'vitest'
import { answer, rangeOf } from './grid.ts'
import type { Answer, Key, Mode } from './grid.ts'
import { GROUPS, changeText, matches, nextPrecision, overwritten, readCell, saysMore, unsettled, withMark } from './ledger.ts'
import { blank } from './blank.ts'

const key = (name: string): Key => ({
  key: name.replace(/^(shift\+|ctrl\+)+/, ''), shiftKey: name.includes('shift+'), ctrlKey: name.includes('ctrl+'), metaKey: false, altKey: false,
})
const at = { row: 1, col: 1 }
const to = (row: number, col: number, act: Answer['act'] = 'none'): Answer => ({ at: { row, col }, act })

describe('keys on a grid of three by three', () => {
  const table: [Mode, string, Answer | null][] = [
    ['walk', 'ArrowUp', to(0, 1)],
    ['walk', 'ArrowRight', to(1, 2)],
    ['walk', 'Enter', to(2, 1)],
    ['walk', 'shift+Enter', to(0, 1)],
    ['walk', 'Tab', to(1, 2)],
    ['walk', 'F2', to(1, 1, 'edit')],
    ['walk', 'Delete', to(1, 1, 'clear')],
    ['walk', 'Home', to(1, 0)],
    ['walk', 'ctrl+End', to(2, 2)],
    ['walk', 'a', null],
    ['walk', 'ctrl+z', null],
    ['walk', 'Escape', null],
    ['over', 'ArrowRight', to(1, 2, 'commit')],
    ['over', 'Enter', to(2, 1, 'commit')],
    ['over', 'Escape', to(1, 1, 'cancel')],
    ['over', 'Backspace', null],
    ['over', 'F2', to(1, 1, 'edit')],
    ['edit', 'ArrowRight', null],
    ['edit', 'ArrowDown', to(2, 1, 'commit')],
    ['edit', 'Home', null],
    ['edit', 'Tab', to(1, 2, 'commit')],
  ]
  it.each(table)('%s: %s', (mode, name, meant) => expect(answer(key(name), mode, at, 3, 3)).toEqual(meant))
  it('stay inside, Tab goes on to the next row and from the last cell out', () => {
    expect(answer(key('ArrowDown'), 'walk', { row: 2, col: 0 }, 3, 3)).toEqual(to(2, 0))
    expect(answer(key('Tab'), 'walk', { row: 0, col: 2 }, 3, 3)).toEqual(to(1, 0))
    expect(answer(key('Tab'), 'walk', { row: 2, col: 2 }, 3, 3)).toBeNull()
    expect(answer(key('Tab'), 'over', { row: 2, col: 2 }, 3, 3)).toEqual(to(2, 2, 'commit'))
    expect(answer(key('shift+Tab'), 'walk', { row: 0, col: 0 }, 3, 3)).toBeNull()
  })
})

describe('a selection', () => {
  it('grows by Shift and an arrow, by Ctrl as well to the end, and is a rectangle whichever way it grew', () => {
    expect(answer(key('shift+ArrowDown'), 'walk', at, 3, 3)).toEqual(to(2, 1, 'extend'))
    expect(answer({ ...key('ArrowDown'), shiftKey: true, ctrlKey: true }, 'walk', { row: 0, col: 0 }, 9, 3)).toEqual(to(8, 0, 'extend'))
    expect(answer(key('shift+ArrowDown'), 'over', at, 3, 3)).toEqual(to(2, 1, 'commit'))
    expect(rangeOf({ row: 4, col: 1 }, { row: 2, col: 3 })).toEqual({ top: 2, bottom: 4, left: 1, right: 3 })
  })
})

describe('a cell', () => {
  it('reads a day, and says what it cannot read', () => {
    expect(readCell('cutoff', '6-30', 2023)).toEqual({ cutoff: '2023-06-30' })
    expect(readCell('cutoff', '6-31', 2023)).toHaveProperty('fault')
    expect(readCell('source', ' 法规科 ', 2023)).toEqual({ source: '法规科' })
  })
  it.each([
    ['1,234', false], ['１，２３４', false], ['-3.5', false], ['三十件', false], ['', false],
    ['约20', true], ['20余名', true], ['99.5%', true], ['99.5％', true], ['372件', true],
  ])('%s: whether it says more than a number: %s', (typed, more) => expect(saysMore(typed)).toBe(more))
  it('is copied out with 约 and 余, which Space turns in a round', () => {
    expect((['exact', 'about', 'over'] as const).map((precision) => withMark({ precision }, '20'))).toEqual(['20', '约20', '20余'])
    expect(withMark({ precision: 'about' }, '')).toBe('')
    expect(nextPrecision(nextPrecision(nextPrecision('exact')))).toBe('exact')
  })
  it('shows 同比 with its sign, and of percentages in percentage points', () => {
    const said = (change: string | null, change_in_points = false): string => changeText({ change, change_in_points, last_year: '10', figure: { value: '12' } })
    const from = (last_year: string, value: string | null): string => changeText({ change: null, change_in_points: false, last_year, figure: { value } })
    expect([from('-10', '12'), from('-10', '-20'), from('-10', '0'), from('-10', null), from('0', '5')]).toEqual(['由负转正', '', '', '', ''])
    expect([said('14.11'), said('-3.2'), said('0'), said('0.00'), said('0.05'), said('9', true), said(null)]).toEqual(['+14.11%', '-3.2%', '0%', '0.00%', '+0.05%', '+9 个百分点', ''])
  })
})

describe('a paste', () => {
  const there = (id: number, label: string, value: string | null, unit = ''): Parameters<typeof overwritten>[0][number] => ({ ...blank.figure(2023, label, label), id, value, unit })
  it('says which figures that were there it has changed, the first few by their numbers', () => {
    const before = ['甲', '乙', '丙', '丁'].map((label, n) => there(n + 1, label, '1'))
    expect(overwritten(before, [there(9, '新', '5'), there(1, '甲', '1')])).toBe('')
    expect(overwritten(before, [there(1, '甲', '200'), there(2, '乙', '1', '件')])).toBe('改动原有的 2 项：甲 1→200、乙')
    expect(overwritten(before, [{ ...there(3, '丙', null), previous: '7' }])).toBe('改动原有的 1 项：丙 1→待填 上年 待填→7')
    expect(overwritten(before, before.map((f) => ({ ...f, value: '2' })))).toBe('改动原有的 4 项：甲 1→2、乙 1→2、丙 1→2等，共 4 项')
  })
})

describe('the ledger', () => {
  const figure = { ...blank.figure(2023, '检查', '行政检查'), value: '3', source: '执法科' }
  it('has two header rows: 上年、本年、同比 under one heading, 口径、截止 under another', () => {
    expect(GROUPS.map((g) => [g.title, g.columns.map((c) => c.title).join('、')])).toEqual([
      ['', '指标'], ['', '单位'], ['数量', '上年、本年、同比'], ['统计口径', '口径、截止'], ['', '来源'],
    ])
  })
  it('says what is still to be settled about a figure', () => {
    expect(unsettled(figure, null, false)).toEqual([])
    expect(unsettled({ ...figure, value: null, source: ' ' }, null, true)).toEqual(['没有数值', '没有来源', '核定后改过'])
    expect(unsettled(figure, { is: 'differs', value: '3', computed: '4' }, false)).toEqual(['与关系不相符'])
  })
  it('is searched by all the words, in any column', () => {
    expect(matches(figure, '检查 执法')).toBe(true)
    expect(matches(figure, '检查 法规')).toBe(false)
    expect(matches(figure, '')).toBe(true)
  })
})
