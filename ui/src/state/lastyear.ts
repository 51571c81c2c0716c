import { computed, onBeforeUnmount, shallowRef, watch } from 'vue'
import { call } from '../api/index.ts'
import type { LoopReply } from '../api/index.ts'
import { desk } from './desk.ts'
import type { PickOption } from './pick.ts'
import { WORD } from './records.ts'
import { stepped } from './saving.ts'
import { opening } from './text.ts'

const loop = shallowRef<LoopReply | null>(null)

export const lastYear = computed(() => loop.value?.last_year ?? null)

/** Last year's plans and problems, for an achievement to answer: the unanswered first. */
export const lastYearOptions = computed<PickOption[]>(() => {
  return (loop.value?.lines ?? []).map((line) => ({
    value: line.id,
    word: line.title.trim() === '' ? opening(line.body) : line.title,
    more: [WORD[line.kind], line.office].filter((word) => word !== '').join(' · '),
  }))
})

/** Asked once a page: only 闭环 and undo change last year's records. */
export function useLastYear(): void {
  let gone = false
  async function ask(): Promise<void> {
    const year = desk.records?.year.year
    if (year === undefined) return
    const reply = await call('loop.get', { year }).catch(() => null)
    if (!gone) loop.value = reply
  }
  watch([() => desk.records?.year.year, stepped], () => void ask(), { immediate: true })
  onBeforeUnmount(() => { gone = true })
}
