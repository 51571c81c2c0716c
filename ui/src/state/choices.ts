import { computed } from 'vue'
import { desk } from './desk.ts'
import type { PickOption } from './pick.ts'
import { opening, printed } from './text.ts'

/** What has been typed in such a field before, to be picked again. */
function used(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))].sort()
}

export const offices = computed(() => {
  const records = desk.records
  return records ? used([...records.achievements, ...records.problems, ...records.plans].map((r) => r.office)) : []
})
export const senders = computed(() => used((desk.records?.achievements ?? []).map((a) => a.source)))
export const documents = computed(() => used((desk.records?.plans ?? []).map((p) => p.document)))
export const givers = computed(() => used((desk.records?.opinions ?? []).map((o) => o.giver)))
export const posts = computed(() => used([...(desk.records?.unit.heads ?? []), ...(desk.records?.duties ?? [])].map((r) => r.post)))

function sentence(record: { title: string; body: string }, none: string): string {
  const text = record.title.trim() === '' ? opening(record.body) : record.title
  return text === '' ? none : printed(text, desk.records?.figures ?? [])
}

export const problemOptions = computed<PickOption[]>(() =>
  (desk.records?.problems ?? []).map((problem, n) => ({ value: problem.id, word: sentence(problem, `问题 ${n + 1}（还没有写）`), more: problem.office })),
)

export const planOptions = computed<PickOption[]>(() =>
  (desk.records?.plans ?? []).map((plan, n) => ({ value: plan.id, word: sentence(plan, `计划 ${n + 1}（还没有写）`), more: plan.office })),
)

/** Only the last level of an indicator table is answered; what was chosen above it stays shown. */
export const indicatorOptions = computed<PickOption[]>(() => {
  const all = desk.records?.indicators ?? []
  const above = new Set(all.map((i) => i.parent))
  const chosen = new Set((desk.records?.achievements ?? []).flatMap((a) => a.indicators))
  return all
    .filter((i) => !above.has(i.id) || chosen.has(i.id))
    .map((i) => ({ value: i.id, word: [i.code, opening(i.title)].filter((t) => t !== '').join(' '), more: all.find((up) => up.id === i.parent)?.title ?? '' }))
})

export const evidenceOptions = computed<PickOption[]>(() =>
  (desk.records?.evidence ?? []).map((e, n) => ({ value: e.id, word: e.title.trim() === '' ? `佐证 ${n + 1}（没有名称）` : e.title, more: e.document })),
)
