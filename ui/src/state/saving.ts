import { reactive, shallowRef } from 'vue'
import { call, faultOf } from '../api/index.ts'
import type { Changed, DeskFault, YearRecords } from '../api/index.ts'
import { apply, desk, protect } from './desk.ts'
import { find } from './records.ts'
import type { Fields, Kind } from './records.ts'
import { hushActs, say } from './toast.ts'

/** How long typing may pause before it is stored. */
const PAUSE = 500

interface Typed {
  kind: Kind
  id: number
  fields: { [field: string]: unknown }
  /** What those fields held before. */
  over: { [field: string]: unknown }
}

export const saving = reactive<{ state: 'saved' | 'typed' | 'saving' | 'failed'; at: string; fault: DeskFault | null }>({
  state: 'saved',
  at: '',
  fault: null,
})

const waiting = new Map<string, Typed>()
const sending = new Map<string, Typed>()
let timer: number | undefined
/** Edits go to the desk one after the other, in the order they were made. */
let tail: Promise<unknown> = Promise.resolve()

const name = (kind: Kind, id: number): string => `${kind}:${id}`

protect((kind, id) => {
  const key = name(kind, id)
  const typed = { ...sending.get(key)?.fields, ...waiting.get(key)?.fields }
  return Object.keys(typed).length === 0 ? null : typed
})

/** Whether something typed in this record is not stored yet. */
export function isUnsaved(kind: Kind, id: number): boolean {
  return waiting.has(name(kind, id)) || sending.has(name(kind, id))
}

/** Takes what is being typed: shown at once, stored after a pause. */
export function type<K extends Kind>(kind: K, id: number, fields: Fields<K>): void {
  const record = desk.records && find(desk.records, kind, id)
  if (!record) return
  const key = name(kind, id)
  const typed = waiting.get(key) ?? { kind, id, fields: {}, over: {} }
  const held: { [field: string]: unknown } = { ...record }
  for (const field of Object.keys(fields)) if (!(field in typed.over)) typed.over[field] = held[field]
  Object.assign(record, fields)
  Object.assign(typed.fields, fields)
  waiting.set(key, typed)
  if (saving.state !== 'saving') saving.state = 'typed'
  window.clearTimeout(timer)
  timer = window.setTimeout(() => void flush(), PAUSE)
}

/** Stores everything typed so far. True when nothing is left over. */
export function flush(): Promise<boolean> {
  window.clearTimeout(timer)
  return queue(sendWaiting)
}

/** A choice, not typing: stored at once as a step of its own. */
export async function set<K extends Kind>(kind: K, id: number, fields: Fields<K>): Promise<void> {
  type(kind, id, fields)
  await flush()
}

/** As `set`, and never joined with the choice before it: each is taken back by itself. */
export async function pick<K extends Kind>(kind: K, id: number, fields: Fields<K>): Promise<void> {
  await attempt(() => call('record.set', { kind, id, fields }))
}

function queue<T>(run: () => Promise<T>): Promise<T> {
  const next = tail.then(run, run)
  tail = next.catch(() => undefined)
  return next
}

async function sendWaiting(): Promise<boolean> {
  if (waiting.size === 0) return saving.state !== 'failed'
  saving.state = 'saving'
  let fault: DeskFault | null = null
  for (const [key, typed] of [...waiting]) {
    waiting.delete(key)
    sending.set(key, typed)
    try {
      const changed = await store(typed)
      sending.delete(key)
      hushActs()
      await apply(changed)
      saving.at = changed.at
    } catch (thrown) {
      sending.delete(key)
      fault = faultOf(thrown)
      if (fault.code === 'no_such_record') continue
      // What was typed since stands above what could not be stored.
      const since = waiting.get(key)
      waiting.set(key, { ...typed, fields: { ...typed.fields, ...since?.fields }, over: { ...since?.over, ...typed.over } })
    }
  }
  saving.fault = fault
  saving.state = fault ? 'failed' : waiting.size > 0 ? 'typed' : 'saved'
  return fault === null
}

function store({ kind, id, fields }: Typed): Promise<Changed> {
  if (kind === 'unit') return call('unit.set', { fields, typing: true })
  if (kind === 'year') return call('year.set', { year: desk.records?.year.year ?? 0, fields, typing: true })
  return call('record.set', { kind, id, fields, typing: true })
}

/** Any other edit: what was typed before it is stored before it. Rejects with the desk's fault. */
export function act(edit: () => Promise<Changed>): Promise<Changed> {
  window.clearTimeout(timer)
  return queue(async () => {
    await sendWaiting()
    const changed = await edit()
    hushActs()
    await apply(changed)
    saving.at = changed.at
    return changed
  })
}

/** As `act`, for a place that has no field to put a fault beside. */
export async function attempt(edit: () => Promise<Changed>): Promise<Changed | null> {
  try {
    return await act(edit)
  } catch (thrown) {
    say(faultOf(thrown).whole, { bad: true })
    return null
  }
}

/** Removes a record; the toast offers to take it back. */
export async function remove(kind: Kind, id: number): Promise<boolean> {
  const changed = await attempt(() => call('record.remove', { kind, id }))
  if (!changed) return false
  say('已删除，可撤销', { act: { word: '撤销', run: () => void undo() } })
  return true
}

/** A date or a cell takes what is typed when it is left: at the end it is left. */
function settleFocused(): void {
  const here = document.activeElement
  if (here instanceof HTMLElement && !here.isContentEditable) here.blur()
}

/** Everything typed is stored before the window closes. */
export async function farewell(): Promise<boolean> {
  settleFocused()
  await new Promise((resolve) => window.setTimeout(resolve, 0))
  return flush()
}

const LEFT = 'nianbao-left'

interface Left {
  path: string
  year: number
  typed: Typed[]
}

/**
 * The browser is taking the page away and waits for nobody: what is not stored yet is sent without
 * a word, and kept in this tab, in case the page comes back before it has arrived.
 */
export function leave(): void {
  settleFocused()
  window.clearTimeout(timer)
  const typed = [...sending.values(), ...waiting.values()]
  if (typed.length === 0 || !desk.records) return
  const left: Left = { path: desk.status?.library?.path ?? '', year: desk.records.year.year, typed }
  window.sessionStorage.setItem(LEFT, JSON.stringify(left))
  for (const one of waiting.values()) void store(one).catch(() => undefined)
}

/** Takes up what `leave` kept. Where the file holds something newer, the person chooses. */
export async function comeBack(): Promise<void> {
  const kept = window.sessionStorage.getItem(LEFT)
  window.sessionStorage.removeItem(LEFT)
  if (kept === null) return
  const left = JSON.parse(kept) as Left
  const records = desk.records
  if (left.path !== desk.status?.library?.path || left.year !== records?.year.year) return
  const retype = (all: Typed[]): void => { for (const { kind, id, fields } of all) type(kind, id, fields as Fields<typeof kind>) }
  const newer = left.typed.filter((typed) => isNewer(records, typed))
  retype(left.typed.filter((typed) => !newer.includes(typed)))
  await flush()
  if (newer.length === 0) return
  window.sessionStorage.setItem(LEFT, JSON.stringify({ ...left, typed: newer } satisfies Left))
  say('上次离开时有文字没存上，那一处后来又改过', {
    bad: true,
    stays: true,
    act: { word: '用没存上的文字', run: () => { retype(newer); void flush() } },
    gone: () => window.sessionStorage.removeItem(LEFT),
  })
}

/** Whether the file now holds neither what was typed nor what it was typed over. */
function isNewer(records: YearRecords, { kind, id, fields, over }: Typed): boolean {
  const record = find(records, kind, id)
  if (!record) return false
  const held: { [field: string]: unknown } = { ...record }
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  return Object.keys(fields).some((field) => !same(held[field], fields[field]) && !same(held[field], over[field]))
}

/** Gives up what is not stored: a person said so. */
export function forget(): void {
  window.clearTimeout(timer)
  waiting.clear()
  saving.state = 'saved'
  saving.fault = null
}

/** Gives up what could not be stored and shows what is stored. */
async function giveUp(): Promise<void> {
  forget()
  if (desk.records) desk.records = await call('year.get', { year: desk.records.year.year })
  desk.revision += 1
}

/** What the last undo or redo changed, for the page to show. */
export const stepped = shallowRef<Changed | null>(null)

async function step(which: 'history.undo' | 'history.redo'): Promise<Changed | null> {
  const word = which === 'history.undo' ? '撤销' : '重做'
  if (!(await flush())) {
    say(`有内容还没有保存，暂时不能${word}`, { bad: true, act: { word: '放弃没保存的内容', run: () => void giveUp() } })
    return null
  }
  const what = which === 'history.undo' ? desk.status?.undo : desk.status?.redo
  if (what == null) {
    say(`没有可以${word}的步骤`)
    return null
  }
  const changed = await attempt(() => call(which, {}))
  if (!changed) return null
  const years = changed.records.flatMap((r) => (r.kind === 'unit' || r.kind === 'template' ? [] : [r.year]))
  const other = years.find((year) => year !== desk.records?.year.year)
  say(`已${word}${other === undefined ? '' : `（${other}年）`}：${what}`)
  stepped.value = changed
  return changed
}

export const undo = (): Promise<Changed | null> => step('history.undo')
export const redo = (): Promise<Changed | null> => step('history.redo')
