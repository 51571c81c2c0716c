import { nextTick, ref, shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import { faultOf } from '../api/index.ts'
import type { DeskFault } from '../api/index.ts'
import { menuOf } from './acts.ts'
import type { Choice } from './acts.ts'
import { desk } from './desk.ts'
import { showRecord } from './fill.ts'
import { go } from './place.ts'
import { undo } from './saving.ts'
import type { Group } from './segments.ts'
import { say } from './toast.ts'
import { groupOf, join, proseOf, recordsOf, shift, split, turn } from './turning.ts'
import type { Aim, At, Done, Spot } from './turning.ts'

/** What the sheet lends: which paragraph is written, where the caret stands, and how to get somewhere. */
interface Hands {
  groups: () => readonly Group[]
  active: Ref<string | null>
  spot: () => Spot | null
  open: (group: Group, at: Aim) => void
  still: (key: string) => Promise<void>
  refocus: () => void
}

interface Note {
  key: string
  fault: DeskFault | null
  notes: readonly string[]
}

type Does = NonNullable<Choice['does']>

/** Splitting, joining, moving and turning on the sheet; the caret follows what it was in. */
export function useActs(hands: Hands) {
  /** From a cut until the draft shows it the editor takes nothing: its text is about to be another. */
  const frozen = ref(false)
  const menu = shallowRef<{ items: Choice[]; group: Group; x: number; y: number } | null>(null)
  const note = shallowRef<Note | null>(null)
  let pending: { done: Done; editing: boolean; row: number } | null = null

  function spotIn(group: Group): { at: At; aim: Aim; spot: Spot } | null {
    const spot = hands.active.value === group.key ? hands.spot() : null
    const kind = spot && proseOf(spot.origin.kind)
    return spot && kind ? { at: { kind, id: spot.origin.id }, aim: { kind, id: spot.origin.id, field: spot.origin.field, at: spot.at }, spot } : null
  }

  /** The one record meant, or else a menu to say which. */
  function act(does: Does, group: Group, at: { x: number; y: number }): boolean {
    const records = recordsOf(group)
    const meant = spotIn(group)?.aim ?? (records.length === 1 ? records[0] : undefined)
    if (meant) void run(does, group, meant)
    else ask(group, at)
    return records.length > 0
  }

  function ask(group: Group, at: { x: number; y: number }): boolean {
    if (!desk.records || frozen.value) return false
    const here = spotIn(group)
    const items = menuOf(desk.records, here ? [here.at] : recordsOf(group), here !== null)
    if (items.length > 0) menu.value = { items, group, ...at }
    return items.length > 0
  }

  function pick(choice: Choice): void {
    const { group } = menu.value ?? {}
    menu.value = null
    const meant = choice.of ?? (group && (spotIn(group)?.aim ?? recordsOf(group)[0]))
    if (group && meant && choice.does) void run(choice.does, group, meant)
  }

  function close(): void {
    menu.value = null
    hands.refocus()
  }

  async function run(does: Does, group: Group, aim: Aim): Promise<void> {
    if (frozen.value) return
    if (does === 'show') {
      if (showRecord(aim.kind, aim.id)) go('fill')
      return
    }
    const here = spotIn(group)
    frozen.value = true
    note.value = null
    try {
      const done = await step(does, here?.spot ?? null, aim)
      if (done) {
        pending = { done, editing: here !== null, row: hands.groups().indexOf(group) }
        return say(done.says, { act: { word: '撤销', run: () => void undo() } })
      }
      say(does === 'down' ? '已经在最后面了' : '已经在最前面了')
    } catch (thrown) {
      note.value = { key: group.key, fault: faultOf(thrown), notes: [] }
    }
    frozen.value = false
    hands.refocus()
  }

  function step(does: Exclude<Does, 'show'>, spot: Spot | null, aim: Aim): Promise<Done | null> {
    if (typeof does === 'object') return turn(aim, does.to)
    if (does === 'join') return join({ kind: aim.kind, id: aim.id })
    if (does === 'split') return spot ? split(spot) : Promise.resolve(null)
    return shift(aim, does === 'up' ? -1 : 1)
  }

  async function land(): Promise<void> {
    if (!pending) return
    const { done, editing, row } = pending
    pending = null
    frozen.value = false
    const groups = hands.groups()
    const group = groupOf(groups, done.aim, done.aim.field)
    const near = group ?? groups[Math.min(row, groups.length - 1)]
    if (!near) return
    if (done.notes.length > 0) note.value = { key: near.key, fault: null, notes: done.notes }
    if (group && editing) return hands.open(group, done.aim)
    hands.active.value = null
    await nextTick()
    await hands.still(near.key)
  }

  watch(hands.groups, (groups, before) => {
    if (menu.value) menu.value = null
    if (pending) return void land()
    const was = hands.active.value
    if (was === null || groups.some((g) => g.key === was)) return
    // The paragraph that was written goes by another name now, or is gone with a step taken back.
    const old = before.find((g) => g.key === was)
    const group = old && recordsOf(old).map((at) => groupOf(groups, at)).find((g) => g !== null)
    const record = group && recordsOf(group)[0]
    if (group && record) return hands.open(group, { ...record, at: 0 })
    hands.active.value = null
  })

  return { frozen, menu, note, act, ask, pick, close }
}
