import { onBeforeUnmount, watch } from 'vue'
import { faultOf } from '../api/index.ts'
import type { DeskFault } from '../api/index.ts'
import { desk } from './desk.ts'

/**
 * What the desk reckons from a year's records: asked at once and after every edit, as long as the page is shown.
 * One question at a time; an answer that an edit has overtaken is not taken but asked for anew.
 * Gives a way to ask again, for what changes without an edit: done when an answer to that has been taken.
 * `wait`: what nobody is waiting for is asked when there is time, not between two strokes.
 */
export function useAsked<T>(
  ask: (year: number) => Promise<T>,
  take: (answer: T) => void,
  failed: (fault: DeskFault) => void,
  wait: () => Promise<void> = () => Promise.resolve(),
): () => Promise<void> {
  let asking: Promise<void> | null = null
  let times = 0
  let gone = false

  async function answered(): Promise<void> {
    for (;;) {
      await wait()
      const year = desk.records?.year.year
      if (gone || year === undefined) return
      const revision = desk.revision
      const nth = times
      const overtaken = (): boolean => revision !== desk.revision || nth !== times
      try {
        const answer = await ask(year)
        if (gone) return
        if (!overtaken()) return take(answer)
      } catch (thrown) {
        if (gone) return
        if (!overtaken()) return failed(faultOf(thrown))
      }
    }
  }
  const start = (): Promise<void> => (asking ??= answered().finally(() => { asking = null }))
  function again(): Promise<void> {
    times += 1
    return start()
  }
  watch(() => desk.revision, () => void start(), { immediate: true })
  onBeforeUnmount(() => { gone = true })
  return again
}
