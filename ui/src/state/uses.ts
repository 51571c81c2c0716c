import type { Use } from '../api/index.ts'
import { WORD } from './records.ts'

/** Where a figure stands, counted by kind: 成效 2、关系 1. */
export function useCounts(uses: readonly Use[]): string {
  const counts = new Map<string, number>()
  for (const use of uses) {
    const word = use.field === 'relation' ? '关系' : WORD[use.kind]
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].map(([word, count]) => `${word} ${count}`).join('、')
}
