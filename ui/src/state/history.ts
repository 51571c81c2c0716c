import { computed, onBeforeUnmount, reactive, ref, shallowRef, watch } from 'vue'
import { call, faultOf } from '../api/index.ts'
import type { Changed, DeskFault, Snapshot, Step } from '../api/index.ts'
import { dayOf, sayDate } from './dates.ts'
import { desk } from './desk.ts'
import { attempt, flush } from './saving.ts'
import { say } from './toast.ts'

export interface Day {
  /** 2026-11-25, by the clock on the wall. */
  day: string
  word: string
  steps: Step[]
}

/** Steps, the newest first, by the day they were made. */
export function byDay(steps: readonly Step[], now: Date): Day[] {
  const days: Day[] = []
  for (const step of steps) {
    const day = dayOf(new Date(step.at))
    const last = days.at(-1)
    if (last?.day === day) last.steps.push(step)
    else days.push({ day, word: sayDate(step.at, now), steps: [step] })
  }
  return days
}

export interface Way {
  call: 'history.undo' | 'history.redo'
  count: number
}

/** What it takes until a step is the last one that stands. Null: it is so already, or nothing brings it back. */
export function wayTo(steps: readonly Step[], step: Step): Way | null {
  const undo = steps.filter((s) => !s.undone && s.step > step.step).length
  const redo = steps.filter((s) => s.redoable && s.step <= step.step).length
  if (step.undone) return step.redoable ? { call: 'history.redo', count: redo } : null
  return undo > 0 ? { call: 'history.undo', count: undo } : null
}

/** Which steps Ctrl+Z and Ctrl+Y would take. */
export function heads(steps: readonly Step[], canUndo: boolean): { undo: number | null; redo: number | null } {
  const undo = canUndo ? steps.find((s) => !s.undone) : undefined
  return { undo: undo?.step ?? null, redo: steps.filter((s) => s.redoable).at(-1)?.step ?? null }
}

/** A fresh page over what is known: below a step that stands in both nothing has changed. Null: that cannot be said. */
export function joined(fresh: readonly Step[], known: readonly Step[]): Step[] | null {
  const stood = new Set(known.filter((s) => !s.undone).map((s) => s.step))
  const last = fresh.at(-1)
  if (!last || !fresh.some((s) => !s.undone && stood.has(s.step))) return null
  return [...fresh, ...known.filter((s) => s.step < last.step)]
}

export const PAGE = 200
const MOST = 1000

/** The steps read so far, the newest first; read anew after every edit, as undo and redo change them. */
export function useTimeline() {
  const steps = shallowRef<Step[]>([])
  const more = ref(false)
  const fault = ref<DeskFault | null>(null)
  const ready = ref(false)
  let gone = false
  let asked = 0
  onBeforeUnmount(() => { gone = true })

  async function read(wanted: number, known: Step[]): Promise<void> {
    const mine = ++asked
    const all = [...known]
    let full = true
    try {
      while (full && all.length < wanted) {
        const limit = Math.min(all.length === 0 ? PAGE : MOST, wanted - all.length)
        const before = all.at(-1)?.step
        const page = await call('history.list', before === undefined ? { limit } : { limit, before })
        if (gone || mine !== asked) return
        all.push(...page)
        full = page.length === limit
        const whole = known.length === 0 && full ? joined(all, steps.value) : null
        if (whole) {
          steps.value = whole
          fault.value = null
          return
        }
      }
      steps.value = all
      more.value = full
      fault.value = null
    } catch (thrown) {
      fault.value = faultOf(thrown)
    }
    ready.value = true
  }
  const again = (): Promise<void> => read(Math.max(PAGE, steps.value.length), [])
  const older = (): Promise<void> => read(steps.value.length + PAGE, steps.value)
  watch(() => [desk.revision, going.at === null] as const, ([, rests]) => { if (rests) void again() }, { immediate: true })
  return { steps, more, fault, ready, again, older }
}

/** A walk of many undos or redos, as far as it is. */
export const going = reactive<{ at: number | null; all: number; word: string; stop: boolean }>({ at: null, all: 0, word: '', stop: false })

/** Takes several steps back, or does them again. */
export async function walk(way: Way): Promise<void> {
  if (going.at !== null) return
  const word = way.call === 'history.undo' ? '撤销' : '重做'
  if (!(await flush())) return say(`有内容还没有保存，暂时不能${word}`, { bad: true })
  Object.assign(going, { at: 0, all: way.count, word, stop: false })
  let done = 0
  while (done < way.count && !going.stop) {
    const changed: Changed | null = await attempt(() => call(way.call, {}))
    if (!changed) break
    done += 1
    going.at = done
  }
  going.at = null
  if (done === 0) return
  const back: Way = { call: way.call === 'history.undo' ? 'history.redo' : 'history.undo', count: done }
  say(`已${word} ${done} 步`, { act: { word: word === '撤销' ? '重做' : '撤销', run: () => void walk(back) } })
}

/** What is wrong with a version's name; an empty one is made from the time. */
export function nameFault(name: string, here: readonly Snapshot[]): string {
  const wanted = name.trim()
  if ([...wanted].length > 40) return '名称太长，请缩到 40 字以内'
  return wanted !== '' && here.some((v) => v.name === wanted) ? '已经有同名的版本，请换一个名称' : ''
}

/** Kept versions of every year of the 库, the newest first. */
export function useVersions() {
  const versions = shallowRef<Snapshot[]>([])
  const fault = ref<DeskFault | null>(null)
  const ready = ref(false)
  const here = computed(() => versions.value.filter((v) => v.year === desk.records?.year.year))
  let gone = false
  onBeforeUnmount(() => { gone = true })

  async function read(): Promise<void> {
    try {
      const lists = await Promise.all((desk.status?.library?.years ?? []).map((year) => call('snapshot.list', { year })))
      if (gone) return
      versions.value = lists.flat()
      fault.value = null
    } catch (thrown) {
      fault.value = faultOf(thrown)
    }
    ready.value = true
  }
  /** Keeps the year as it stands, with all that is typed. Rejects with the desk's fault. */
  async function make(name: string): Promise<Snapshot> {
    const year = desk.records?.year.year ?? 0
    if (!(await flush())) throw faultOf({ code: 'program', message: '有内容还没有保存', hint: '请先处理顶上的“未能保存”，再留存版本' })
    const made = await call('snapshot.make', { year, name })
    await read()
    return made
  }
  watch(() => desk.status?.library?.years.join(), () => void read(), { immediate: true })
  return { versions, here, fault, ready, read, make }
}
