import { describe, expect, it } from 'vitest'
import { answer, block } from './grid.ts'
import type { Answer, Key, Mode } from './grid.ts'
import { columnsOf, readCell } from './ledger.ts'

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

describe('a block from a spreadsheet', () => {
  it('is rows and cells; a quoted cell may hold line ends, tabs and quotes', () => {
    expect(block('a\tb\r\nc\td\r\n')).toEqual([['a', 'b'], ['c', 'd']])
    expect(block('"x\ny"\t"他说""好"""\n')).toEqual([['xy', '他说"好"']])
    expect(block('1,205\t\t5"屏')).toEqual([['1,205', '', '5"屏']])
  })
  it('fills the columns its headings name, else those from the cell on', () => {
    expect(columnsOf([['指标', '单位', '数值']], 0)).toEqual({ columns: ['label', 'unit', 'value'], heading: true })
    expect(columnsOf([['检查', '12']], 0)).toEqual({ columns: ['label', 'value'], heading: false })
    expect(columnsOf([['法规科', '多余']], 6)).toEqual({ columns: ['source', null], heading: false })
  })
})

describe('a cell', () => {
  it('reads 约 and 余 and a day, and says what it cannot read', () => {
    expect(readCell('precision', '约', 2023)).toEqual({ precision: 'about' })
    expect(readCell('precision', '', 2023)).toEqual({ precision: 'exact' })
    expect(readCell('precision', '大概', 2023)).toHaveProperty('fault')
    expect(readCell('cutoff', '6-30', 2023)).toEqual({ cutoff: '2023-06-30' })
    expect(readCell('cutoff', '6-31', 2023)).toHaveProperty('fault')
    expect(readCell('source', ' 法规科 ', 2023)).toEqual({ source: '法规科' })
  })
})
