import { computed, onBeforeUnmount, shallowRef, watch } from 'vue'
import { call, faultOf } from '../api/index.ts'
import type { ChangedFigure, ReviewedFigure, ReviewList, YearState } from '../api/index.ts'
import { desk } from './desk.ts'
import { attempt, set, undo } from './saving.ts'
import { say } from './toast.ts'

/** The values noted at the review, with one figure noted as it is now. */
export function seen(reviewed: readonly ReviewedFigure[], changed: Pick<ChangedFigure, 'key' | 'now' | 'removed'>): ReviewedFigure[] {
  const others = reviewed.filter((r) => r.key !== changed.key)
  return changed.removed ? others : [...others, { key: changed.key, value: changed.now }]
}

/** Whether the year is reviewed, and which figures changed since. */
export function useReview() {
  const list = shallowRef<ReviewList | null>(null)
  let gone = false
  onBeforeUnmount(() => { gone = true })

  async function ask(): Promise<void> {
    const year = desk.records?.year
    if (!year) return
    if (year.state === 'drafting') {
      list.value = null
      return
    }
    const revision = desk.revision
    try {
      const fresh = await call('review.list', { year: year.year })
      if (!gone && revision === desk.revision) list.value = fresh
    } catch (thrown) {
      if (!gone) say(faultOf(thrown).whole, { bad: true })
    }
  }
  watch(() => desk.revision, () => void ask(), { immediate: true })

  async function mark(state: YearState): Promise<void> {
    const year = desk.records?.year.year
    if (year === undefined) return
    const changed = await attempt(() => call('year.review', { year, state }))
    if (!changed) return
    const word = state === 'drafting' ? '已改回起草中' : '已标记核定，之后改动的数据会在这里列出'
    say(word, { act: { word: '撤销', run: () => void undo() } })
  }

  async function look(changed: ChangedFigure): Promise<void> {
    const year = desk.records?.year
    if (year) await set('year', year.id, { reviewed: seen(year.reviewed, changed) })
  }

  const changed = computed(() => list.value?.figures ?? [])
  return { changed, keys: computed(() => new Set(changed.value.map((f) => f.key))), mark, look }
}

export type Review = ReturnType<typeof useReview>
