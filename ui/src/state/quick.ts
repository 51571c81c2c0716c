import { ref, shallowRef } from 'vue'
import { call, faultOf } from '../api/index.ts'
import type { QuickAdded, QuickLine } from '../api/index.ts'
import { sayDay } from './dates.ts'
import { desk } from './desk.ts'
import { act } from './saving.ts'

/** The parts of an understood line, as they are shown before Enter and after. */
export function saidOf(line: Pick<QuickLine, 'date' | 'until' | 'area_title' | 'title' | 'body'>): { name: string; text: string }[] {
  const until = line.until === null ? '' : ` 至 ${sayDay(line.until)}`
  return [
    { name: '日期', text: line.date === null ? '' : `${sayDay(line.date)}${until}` },
    { name: '领域', text: line.area_title },
    { name: '标题句', text: line.title },
    { name: '正文', text: line.body },
  ].filter(({ text }) => text !== '')
}

/** One line that notes an achievement: what it would become while it is typed, and why not. */
export function useQuick(area: () => number | null) {
  const line = ref('')
  const understood = shallowRef<QuickLine | null>(null)
  const fault = ref('')
  const noted = shallowRef<QuickAdded | null>(null)
  let asked = 0

  const args = (typed: string) => {
    const at = area()
    return { year: desk.records?.year.year ?? 0, line: typed, ...(at === null ? {} : { area: at }) }
  }

  async function read(typed: string): Promise<void> {
    line.value = typed
    fault.value = ''
    noted.value = null
    asked += 1
    const mine = asked
    const empty = typed.trim() === ''
    const told = empty ? null : await call('quick.read', args(typed)).catch((thrown: unknown) => faultOf(thrown))
    if (mine !== asked) return
    understood.value = told instanceof Error ? null : told
    fault.value = told instanceof Error ? told.whole : ''
  }

  /** Notes the line; the field is free for the next one at once, and gets its line back should it fail. */
  async function add(): Promise<QuickAdded | null> {
    const typed = line.value
    if (typed.trim() === '') return null
    asked += 1
    line.value = ''
    understood.value = null
    let added: QuickAdded | null = null
    try {
      await act(async () => {
        added = await call('quick.add', args(typed))
        return added.changed
      })
      noted.value = added
    } catch (thrown) {
      if (line.value === '') line.value = typed
      fault.value = faultOf(thrown).whole
    }
    return added
  }
  return { line, understood, fault, noted, read, add }
}
