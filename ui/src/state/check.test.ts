import { describe, expect, it } from 'vitest'
import type { CheckRules, PlacedFinding, FindingPart, Severity } from '../api/index.ts'
import { fixWord, grouped, kinds } from './check.ts'
import { sameAs } from './settling.ts'

function found(code: string, part: FindingPart, severity: Severity, more: Partial<PlacedFinding> = {}): PlacedFinding {
  return {
    identity: `${code}:${part}:${severity}`, code, part, severity, message: '', hint: '', fix: null, fixable: false, place: '',
    excerpt: { before: '', marked: '', after: '' }, at: null, record: null, ...more,
  }
}

describe('findings on the page', () => {
  const all = [found('T003', 'plans', 'hint'), found('F001', 'results', 'warning'), found('D001', 'results', 'error')]
  const parts = [{ part: 'results' as const, word: '举措和成效' }, { part: 'plans' as const, word: '下一年度安排' }]
  it('stand by part of the report, the gravest first', () => {
    expect(grouped({ findings: all, parts }, null).map((g) => [g.part, g.findings.map((f) => f.code)])).toEqual([['results', ['D001', 'F001']], ['plans', ['T003']]])
    expect(grouped({ findings: all, parts }, 'warning').map((g) => g.findings.map((f) => f.code))).toEqual([['F001']])
  })
  it('are counted kind by kind, with the rules that are on', () => {
    const rules = { rules: [{ code: 'F001', on: true }, { code: 'F002', on: false }, { code: 'T003', on: true }] } as CheckRules
    expect(kinds(rules, all)).toEqual([{ word: '数据', rules: 1, findings: 1 }, { word: '文字', rules: 1, findings: 1 }])
  })
  it('say what their mend does', () => {
    const at = { start: 0, end: 1, text: '的' }
    expect(fixWord(found('T001', 'results', 'warning', { at, fix: { replacement: '' } }))).toBe('删去“的”')
    expect(fixWord(found('T003', 'results', 'warning', { at, fix: { replacement: '地' } }))).toBe('改为“地”')
  })
})

describe('a finding after the text has been stored anew', () => {
  const at = (start: number) => ({ kind: 'plan' as const, id: 1, field: 'body', start, end: start + 2 })
  const text = { start: 0, end: 2, text: '布署' }
  it('is the same one by its identity, else the like one nearest to where it stood', () => {
    const old = found('T003', 'plans', 'warning', { identity: 'old', at: text, record: at(10) })
    const near = found('T003', 'plans', 'warning', { identity: 'near', at: text, record: at(12) })
    const far = found('T003', 'plans', 'warning', { identity: 'far', at: text, record: at(90) })
    expect(sameAs(old, [far, near])?.identity).toBe('near')
    expect(sameAs(old, [near, old])?.identity).toBe('old')
    expect(sameAs(old, [found('T004', 'plans', 'warning', { at: text, record: at(10) })])).toBe(null)
  })
})
