import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { call, faultOf } from '../api/index.ts'
import type { Coverage, CoverageRow } from '../api/index.ts'
import { desk } from './desk.ts'
import { say } from './toast.ts'

export type Gap = 'all' | 'achievement' | 'evidence' | 'either'

/** The rows that are seen: what is folded away and what the filter leaves out is not among them. */
export function seenRows(rows: readonly CoverageRow[], folded: ReadonlySet<number>, gap: Gap, words: string): CoverageRow[] {
  const said = words.trim().toLowerCase()
  if (gap === 'all' && said === '') {
    const out: CoverageRow[] = []
    let hidden = Infinity
    for (const row of rows) {
      if (row.level > hidden) continue
      hidden = folded.has(row.id) ? row.level : Infinity
      out.push(row)
    }
    return out
  }
  const meant = (row: CoverageRow): boolean => {
    if (gap === 'achievement' && !row.no_achievement) return false
    if (gap === 'evidence' && !row.no_evidence) return false
    if (gap === 'either' && !row.no_achievement && !row.no_evidence) return false
    const text = `${row.code}\n${row.title}\n${row.standard}`.toLowerCase()
    return said.split(/\s+/).every((word) => text.includes(word))
  }
  // From the last row up: what stands above a row that is meant is shown, to tell where it belongs.
  const out: CoverageRow[] = []
  let above = 0
  for (const row of [...rows].reverse()) {
    if (meant(row)) {
      out.push(row)
      above = row.level - 1
    } else if (row.level <= above) {
      out.push(row)
      above = row.level - 1
    }
  }
  return out.reverse()
}

/** The slice of a long list that stands in sight, a few rows to spare on either side. */
export function inSight(count: number, height: number, top: number, view: number): { from: number; to: number } {
  const spare = 8
  const from = Math.max(0, Math.floor(top / height) - spare)
  return { from: Math.min(from, Math.max(0, count - 1)), to: Math.min(count, Math.ceil((top + view) / height) + spare) }
}

/** The indicators of the year with what answers them, asked again after every edit. */
export function useIndicators() {
  const coverage = shallowRef<Coverage | null>(null)
  const folded = ref(new Set<number>())
  const gap = ref<Gap>('all')
  const words = ref('')
  let gone = false
  onBeforeUnmount(() => { gone = true })

  async function ask(): Promise<void> {
    const year = desk.records?.year.year
    if (year === undefined) return
    const revision = desk.revision
    try {
      const fresh = await call('indicator.matrix', { year })
      if (!gone && revision === desk.revision) coverage.value = fresh
    } catch (thrown) {
      if (!gone) say(faultOf(thrown).whole, { bad: true })
    }
  }
  watch(() => desk.revision, () => void ask(), { immediate: true })

  const rows = computed(() => seenRows(coverage.value?.rows ?? [], folded.value, gap.value, words.value))

  function fold(id: number, closed: boolean): void {
    const next = new Set(folded.value)
    if (closed) next.add(id)
    else next.delete(id)
    folded.value = next
  }
  /** Everything below a level folded away; 0: nothing is. */
  function foldBelow(level: number): void {
    folded.value = new Set(level === 0 ? [] : (coverage.value?.rows ?? []).filter((r) => r.level >= level && !r.last_level).map((r) => r.id))
  }
  return { coverage, folded, gap, words, rows, fold, foldBelow }
}

export type Indicators = ReturnType<typeof useIndicators>
