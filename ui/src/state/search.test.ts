import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Found, Hit } from '../api/index.ts'

const { call } = vi.hoisted(() => ({ call: vi.fn() }))
vi.mock('../api/index.ts', async () => {
  const { DeskFault, faultOf } = await import('../api/fault.ts')
  return { call, DeskFault, faultOf, inWindow: false }
})
const { byYear, fieldWord, nearFirst, runs, useSearch } = await import('./search.ts')
const { walked } = await import('./found.ts')

const hit = (id: number, year: number | null): Hit => ({ year, kind: 'plan', id, name: '', field: 'title', excerpt: '', marks: [] })
const key = (name: string, more = {}) => ({ key: name, altKey: false, ctrlKey: false, metaKey: false, ...more })

beforeEach(() => { call.mockReset() })

describe('what was found', () => {
  it('is marked where the words stand, counted in characters, a rare one once', () => {
    expect(runs('𠀀用普法讲普法', [[2, 4], [5, 7]])).toEqual([
      { text: '𠀀用', marked: false }, { text: '普法', marked: true }, { text: '讲', marked: false }, { text: '普法', marked: true },
    ])
  })
  it('shows a reference without its braces', () => {
    expect(runs('共{{案件}}，', [[3, 5]])).toEqual([{ text: '共', marked: false }, { text: '案件', marked: true }, { text: '，', marked: false }])
  })
  it('stands by year, in the order it came', () => {
    expect(byYear([hit(1, null), hit(2, 2023), hit(3, 2023), hit(4, 2022)]).map((g) => [g.title, g.hits.length])).toEqual([['不分年度', 1], ['2023年', 2], ['2022年', 1]])
  })
  it('of the year one is in comes first, the rest in the order it came', () => {
    expect(nearFirst([hit(1, null), hit(2, 2024), hit(3, 2023), hit(4, 2022), hit(5, 2023)], 2023).map((h) => h.id)).toEqual([3, 5, 1, 2, 4])
    expect(nearFirst([hit(1, null), hit(2, 2024)], null).map((h) => h.id)).toEqual([1, 2])
  })
  it('says which field it is, a name where the title is no sentence', () => {
    expect([fieldWord('plan', 'title'), fieldWord('evidence', 'title'), fieldWord('area', 'title'), fieldWord('year', 'title'), fieldWord('plan', 'body')]).toEqual(['标题句', '名称', '名称', '标题', '正文'])
  })
  it('of words that newer ones have overtaken is dropped', async () => {
    const answers: ((found: Found) => void)[] = []
    call.mockImplementation(() => new Promise((resolve) => { answers.push(resolve) }))
    const { look, hits, answered } = useSearch()
    const [first, second] = [look('旧'), look('新')]
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    answers[1]?.({ hits: [hit(2, 2023)], more: false })
    answers[0]?.({ hits: [hit(1, 2022)], more: false })
    await Promise.all([first, second])
    expect([answered.value, hits.value.map((h) => h.id)]).toEqual(['新', [2]])
  })
  it('is nothing without a word, and nobody is asked', async () => {
    const { look, hits } = useSearch()
    await look('  ')
    expect([hits.value, call.mock.calls]).toEqual([[], []])
  })
})

describe('a list below its field', () => {
  it.each([['ArrowDown', 2, 0], ['ArrowUp', 0, 2], ['PageDown', 0, 2], ['PageUp', 2, 0]] as const)('%s leads from %d to %d', (name, at, to) => expect(walked(key(name), at, 3)).toBe(to))
  it('leaves other keys, and those with Alt or Ctrl, alone', () => {
    expect([walked(key('a'), 0, 3), walked(key('ArrowDown', { altKey: true }), 0, 3), walked(key('ArrowDown'), 0, 0)]).toEqual([null, null, null])
  })
})
