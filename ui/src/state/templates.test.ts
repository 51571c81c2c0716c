import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Section } from '../api/index.ts'

const { call } = vi.hoisted(() => ({ call: vi.fn() }))
vi.mock('../api/index.ts', async () => {
  const { DeskFault, faultOf } = await import('../api/fault.ts')
  return { call, DeskFault, faultOf, inWindow: false }
})
const { copyOf, freeName, movedBy, numberedAs } = await import('./templates.ts')

const section = (of: Section['of'], more: Partial<Section> = {}): Section => ({ of, title: of, items: 'listed', ...more })
const FIVE = [section('areas'), section('problems'), section('duties'), section('plans'), section('other', { items: 'plain' })]

beforeEach(() => call.mockReset())

describe('another template', () => {
  it('tells the new order, what moved among the areas, and what is not printed though it is written', () => {
    const said = movedBy(FIVE, [section('duties', { inside: true }), section('areas', { title: '' }), section('plans')], (of) => of === 'problems')
    expect(said).toEqual([
      '各部分的次序现在是：第一责任人履职、举措和成效、下一年度安排',
      '“第一责任人履职”排进了成效各领域之间',
      '每个领域各有一个一级标题',
      '这个模板没有“不足和原因”部分：写好的内容还在，只是不印出',
    ])
  })
  it('that differs in headings only has nothing to tell', () => {
    expect(movedBy(FIVE, FIVE.map((s) => ({ ...s, title: '另' })), () => true)).toEqual([])
  })
})

describe('a way of numbering', () => {
  it('sets how the items of each part stand, and leaves 其他 alone', () => {
    const styles = (dialect: 'd1' | 'd2' | 'd3' | 'd4' | 'd5', all = FIVE): string[] => numberedAs(dialect, all).map((s) => s.items)
    expect(styles('d1')).toEqual(['listed', 'listed', 'listed', 'listed', 'plain'])
    expect(styles('d2')).toEqual(['run_in_head', 'listed', 'listed', 'listed', 'plain'])
    expect(styles('d2', [section('areas', { title: '' })])).toEqual(['listed'])
    expect(styles('d3')).toEqual(['run_in', 'run_in', 'run_in', 'run_in', 'plain'])
    expect(styles('d4', [section('duties', { inside: true }), section('areas'), section('plans')])).toEqual(['numbered_on', 'numbered_on', 'listed'])
    expect(styles('d5')).toEqual(styles('d1'))
  })
})

describe('a copy', () => {
  it('has a name of its own', async () => {
    expect(freeName('平铺（改）', ['平铺（改）', '平铺（改）2'])).toBe('平铺（改）3')
    call.mockResolvedValue({ changed: { records: [], removed: [], undo: null, redo: null, notes: [], at: '', edit: 0 }, key: 'own-1', faults: [] })
    const from = { key: 'flat', name: '平铺', about: '', id: null, dialect: null, sections: FIVE, faults: [], years: [] }
    expect(await copyOf(from, ['平铺', '平铺（改）'])).toBe('own-1')
    expect(call.mock.calls).toEqual([['template.save', { from: 'flat', name: '平铺（改）2' }]])
  })
})
