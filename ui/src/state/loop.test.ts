import { describe, expect, it } from 'vitest'
import type { LoopLine } from '../api/index.ts'
import { countWords, inPlace } from './loop.ts'

const line = (kind: 'plan' | 'problem', id: number): LoopLine => ({ kind, id, title: '', body: '', office: '', outcome: { state: 'unsaid', note: '' }, answers: [], unanswered: true })

describe('the lines of the loop', () => {
  it('keep their place while one works on them, and new ones come last', () => {
    const fresh = [line('problem', 1), line('plan', 1), line('plan', 9)]
    expect(inPlace(['plan:1', 'problem:1'], fresh).map((l) => `${l.kind}:${l.id}`)).toEqual(['plan:1', 'problem:1', 'plan:9'])
    expect(inPlace([], fresh)).toEqual(fresh)
  })
  it('are counted in words, what is none left out', () => {
    expect(countWords({ all: 3, done: 1, underway: 0, not_done: 0, unsaid: 2, unanswered: 2 })).toBe('完成 1 · 未说明 2')
  })
})
