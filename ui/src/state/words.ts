import type { ProblemSource, Sensitivity, Verdict, WorkState } from '../api/index.ts'

interface Word<Value> {
  value: Value
  word: string
}

export const SENSITIVITIES: readonly Word<Sensitivity>[] = [
  { value: 'open', word: '公开' },
  { value: 'sent_only', word: '仅报送' },
  { value: 'internal', word: '内部' },
]

export const WORK_STATES: readonly Word<WorkState>[] = [
  { value: 'collected', word: '收集' },
  { value: 'verified', word: '核实' },
  { value: 'adopted', word: '采用' },
  { value: 'rejected', word: '不采用' },
]

export const SOURCES: readonly Word<ProblemSource>[] = [
  { value: 'unsaid', word: '还没有选' },
  { value: 'self_check', word: '自查' },
  { value: 'inspection', word: '督察' },
  { value: 'congress', word: '人大' },
  { value: 'litigation', word: '复议诉讼' },
  { value: 'assessment', word: '考评' },
]

export const VERDICTS: readonly Word<Verdict>[] = [
  { value: 'open', word: '待定' },
  { value: 'taken', word: '采纳' },
  { value: 'taken_in_part', word: '部分采纳' },
  { value: 'not_taken', word: '不采纳' },
]

export function wordOf<Value>(words: readonly Word<Value>[], value: Value): string {
  return words.find((w) => w.value === value)?.word ?? ''
}
