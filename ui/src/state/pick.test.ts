import { describe, expect, it } from 'vitest'
import { matching, toggled } from './pick.ts'

const OPTIONS = [
  { value: 1, word: '充实基层法制力量', more: '计划 · 法规股' },
  { value: 2, word: '统一轻微违法处理尺度', more: '计划 · 执法大队' },
  { value: 3, word: 'A级目录', more: '' },
]

describe('a list to choose from', () => {
  it.each([
    ['', [1, 2, 3]], ['  ', [1, 2, 3]], ['法', [1, 2]], ['计划 尺度', [2]], ['尺度　计划', [2]], ['a级', [3]], ['没有', []],
  ])('narrows to what holds every word of “%s”', (typed, found) => {
    expect(matching(OPTIONS, typed).map((o) => o.value)).toEqual(found)
  })
  it('gives and takes; where one may be chosen, another takes its place', () => {
    expect(toggled([1], 2, false)).toEqual([1, 2])
    expect(toggled([1, 2], 1, false)).toEqual([2])
    expect(toggled([1], 2, true)).toEqual([2])
    expect(toggled([2], 2, true)).toEqual([])
  })
})
