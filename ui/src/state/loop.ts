import { computed, onBeforeUnmount, reactive, ref, watch } from 'vue'
import { call } from '../api/index.ts'
import type { DeskFault, LoopCount, LoopLine, LoopReply, OutcomeState } from '../api/index.ts'
import { useAsked } from './asked.ts'
import { blank } from './blank.ts'
import { desk } from './desk.ts'
import { added } from './records.ts'
import { attempt, pick, stepped, undo } from './saving.ts'
import { opening } from './text.ts'
import { say } from './toast.ts'

export const STATES: { value: Exclude<OutcomeState, 'unsaid'>; word: string; key: string }[] = [
  { value: 'done', word: '完成', key: '1' },
  { value: 'underway', word: '推进中', key: '2' },
  { value: 'not_done', word: '未完成', key: '3' },
]

const keyOf = (line: Pick<LoopLine, 'kind' | 'id'>): string => `${line.kind}:${line.id}`

/** Lines known keep their place while one works on them: no row goes away under the hand. New ones come last. */
export function inPlace(known: readonly string[], lines: readonly LoopLine[]): LoopLine[] {
  const at = (line: LoopLine): number => { const n = known.indexOf(keyOf(line)); return n < 0 ? known.length : n }
  return [...lines].sort((a, b) => at(a) - at(b))
}

/** 3 项：完成 1 · 未说明 2 */
export function countWords(count: LoopCount): string {
  const each = [['完成', count.done], ['推进中', count.underway], ['未完成', count.not_done], ['未说明', count.unsaid]] as const
  return each.filter(([, n]) => n > 0).map(([word, n]) => `${word} ${n}`).join(' · ')
}

/** How long typing of a note may pause before it is stored. */
const PAUSE = 500

/** Last year's plans and problems, and what this year says of them. */
export function useLoop() {
  const reply = ref<LoopReply | null>(null)
  const fault = ref<DeskFault | null>(null)
  /** Notes typed and not stored yet. */
  const typed = reactive(new Map<string, string>())
  let known: string[] = []
  let timer: number | undefined

  const load = useAsked(
    (year) => call('loop.get', { year }),
    (fresh) => {
      fresh.lines = inPlace(known, fresh.lines)
      known = fresh.lines.map(keyOf)
      reply.value = fresh
      fault.value = null
    },
    (why) => { fault.value = why },
  )
  onBeforeUnmount(() => {
    storeNotes()
  })

  // An undone step is shown where it was made.
  watch(stepped, (changed) => {
    const only = changed?.records.length === 1 ? changed.records[0] : undefined
    const at = only ? lines.value.findIndex((l) => l.kind === only.kind && l.id === only.id) : -1
    if (at >= 0) chosen.value = at
  })

  const chosen = ref(0)
  const lines = computed(() => reply.value?.lines ?? [])
  const unanswered = computed(() => (reply.value ? reply.value.plans.unanswered + reply.value.problems.unanswered : 0))
  const noteOf = (line: LoopLine): string => typed.get(keyOf(line)) ?? line.outcome.note

  function note(line: LoopLine, text: string): void {
    typed.set(keyOf(line), text)
    window.clearTimeout(timer)
    timer = window.setTimeout(storeNotes, PAUSE)
  }

  /** Stores the notes typed so far. They stay shown as typed until they are there. */
  function storeNotes(): void {
    window.clearTimeout(timer)
    for (const [key, text] of [...typed]) {
      const line = lines.value.find((l) => keyOf(l) === key)
      if (!line || line.outcome.note === text) {
        typed.delete(key)
        continue
      }
      const { kind, id } = line
      void attempt(() => call('loop.set', { kind, id, note: text, typing: true })).then(async (changed) => {
        if (!changed) return
        await load()
        if (typed.get(key) === text) typed.delete(key)
      })
    }
  }

  /** Says the state; the one it has already is taken back. */
  async function setState(line: LoopLine, state: OutcomeState): Promise<void> {
    storeNotes()
    const { kind, id } = line
    await attempt(() => call('loop.set', { kind, id, state: line.outcome.state === state ? 'unsaid' : state }))
  }

  async function link(line: LoopLine, achievement: number, linked: boolean): Promise<void> {
    const record = desk.records?.achievements.find((a) => a.id === achievement)
    if (!record || record.answers.includes(line.id) === linked) return
    const answers = linked ? [...record.answers, line.id] : record.answers.filter((id) => id !== line.id)
    await pick('achievement', achievement, { answers })
    if (!linked) say('已取消关联，成效本身还在', { act: { word: '撤销', run: () => void undo() } })
  }

  /** A new achievement, to be written, that answers the line; in the year's first area. */
  async function make(line: LoopLine): Promise<number | null> {
    const records = desk.records
    const area = records?.areas[0]
    if (!records || !area) {
      say('这一年还没有领域，请先到填报里添加一个', { bad: true })
      return null
    }
    const last = records.achievements.filter((a) => a.area === area.id).at(-1)?.id
    const title = (line.title.trim() === '' ? opening(line.body) : line.title.trim()).replace(/。$/, '')
    let made: number | null = null
    await attempt(async () => {
      const changed = await call('record.add', {
        record: { ...blank.achievement(records.year.year, area.id, title), office: line.office, answers: [line.id], state: 'collected' },
        ...(last === undefined ? {} : { after: last }),
      })
      made = added(records, changed, 'achievement')?.id ?? null
      return changed
    })
    if (made !== null) say(`已在“${area.title}”里新记一条成效，正文待写`, { act: { word: '撤销', run: () => void undo() } })
    return made
  }

  return { reply, lines, chosen, fault, unanswered, noteOf, note, storeNotes, setState, link, make, load }
}
