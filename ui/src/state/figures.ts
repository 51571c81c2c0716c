import { computed, reactive, ref, shallowReactive } from 'vue'
import { call, DeskFault, faultOf } from '../api/index.ts'
import type { Figure } from '../api/index.ts'
import { blank } from './blank.ts'
import { desk } from './desk.ts'
import { columnsOf, readCell, shown, uses } from './ledger.ts'
import type { Column } from './ledger.ts'
import { added } from './records.ts'
import { act, set, undo } from './saving.ts'
import { say } from './toast.ts'
import { keyFor } from './text.ts'

export interface Line {
  /** Stays the same from the empty row to the stored record, so that nothing typed in it is lost. */
  key: string
  figure: Figure | null
}

/** The ledger as rows; the last is empty and becomes a record when something is written in it. */
export function useFigures() {
  const made = new Map<number, string>()
  /** Rows begun here, in order; each is a record as soon as the desk has it. The last is the empty one. */
  const begun = ref(['new0'])
  const creating = shallowReactive(new Map<string, Promise<number | null>>())
  /** What was typed and not accepted, beside its cell. */
  const refused = reactive(new Map<string, { typed: string; fault: string; hint: string }>())

  // `made` is not reactive: a row turns into its record only together with the record's coming.
  const isStored = (key: string): boolean => (desk.records?.figures ?? []).some((figure) => made.get(figure.id) === key)
  /** Begun, and neither stored nor taken back. */
  const isOpen = (key: string): boolean =>
    !isStored(key) && (creating.has(key) || [...refused.keys()].some((at) => at.startsWith(`${key}:`)))
  /** On its way to the desk: shown as typed until it is there. */
  const underway = reactive(new Map<string, string>())

  const lines = computed<Line[]>(() => [
    ...(desk.records?.figures ?? []).map((figure) => ({ key: made.get(figure.id) ?? `f${figure.id}`, figure })),
    ...begun.value.filter((key, n) => n === begun.value.length - 1 || isOpen(key)).map((key) => ({ key, figure: null })),
  ])
  const cell = (line: string, field: Column): string => `${line}:${field}`

  const figureOf = (line: string): Figure | null => lines.value.find((l) => l.key === line)?.figure ?? null

  function create(line: string, fields: Partial<Figure>): Promise<number | null> {
    const records = desk.records
    if (!records) return Promise.resolve(null)
    if (begun.value.at(-1) === line) begun.value.push(`new${begun.value.length}`)
    let id: number | null = null
    const done = act(async () => {
      // Reckoned when its turn has come: the row before may just have become a record.
      const key = keyFor(fields.label ?? '', records.figures.map((f) => f.key))
      const last = records.figures.at(-1)?.id
      const changed = await call('record.add', {
        record: { ...blank.figure(records.year.year, key, ''), ...fields },
        ...(last === undefined ? {} : { after: last }),
      })
      const fresh = added(records, changed, 'figure')
      if (fresh) {
        id = fresh.id
        made.set(fresh.id, line)
      }
      return changed
    }).then(() => id, (thrown: unknown) => { throw thrown })
    creating.set(line, done.catch(() => null))
    return done.finally(() => creating.delete(line))
  }

  async function write(line: string, field: Column, typed: string): Promise<void> {
    // Nothing is awaited without need: at the end of the page there is no time to come back.
    if (creating.has(line)) await creating.get(line)
    const figure = figureOf(line)
    if (field === 'value') {
      const id = figure?.id ?? (typed.trim() === '' ? null : await create(line, {}))
      if (id !== null) await act(() => call('figure.set', { id, text: typed }))
      return
    }
    const fields = readCell(field, typed, desk.records?.year.year ?? 0)
    if ('fault' in fields) throw new DeskFault({ code: 'refused', message: fields.fault, hint: '' })
    if (figure) await set('figure', figure.id, fields)
    else if (typed.trim() !== '') await create(line, fields)
  }

  /** Stores a cell. What is refused stays in it as typed, with the reason beside it. */
  async function commit(line: string, field: Column, typed: string): Promise<boolean> {
    const at = cell(line, field)
    if (typed === shown(figureOf(line), field)) {
      refused.delete(at)
      return true
    }
    underway.set(at, typed)
    try {
      await write(line, field, typed)
      refused.delete(at)
      return true
    } catch (thrown) {
      const fault = faultOf(thrown)
      refused.set(at, { typed, fault: fault.message, hint: fault.hint })
      return false
    } finally {
      underway.delete(at)
    }
  }

  /** A block from a spreadsheet: over the rows from here on, and as new rows below the last. */
  async function paste(rows: string[][], from: { row: number; col: number }): Promise<void> {
    const { columns, heading } = columnsOf(rows, from.col)
    const body = (heading ? rows.slice(1) : rows).filter((cells) => cells.some((c) => c !== ''))
    let bad = 0
    for (const [n, cells] of body.entries()) {
      const line = lines.value[from.row + n] ?? lines.value.at(-1)
      if (!line) break
      for (const [c, text] of cells.entries()) {
        const field = columns[c]
        if (field && !(await commit(line.key, field, text))) bad += 1
      }
    }
    say(bad === 0 ? `已粘贴 ${body.length} 行` : `已粘贴 ${body.length} 行，有 ${bad} 格要改，见红字`, { bad: bad > 0 })
  }

  async function removeLine(line: Line): Promise<void> {
    const figure = line.figure
    if (!figure || !desk.records) return
    const used = uses(desk.records, figure).length
    try {
      await act(() => call('record.remove', { kind: 'figure', id: figure.id }))
      say(used === 0 ? '已删除，可撤销' : `已删除，正文里还有 ${used} 处引用它，可撤销`, { act: { word: '撤销', run: () => void undo() } })
    } catch (thrown) {
      say(faultOf(thrown).whole, { bad: true })
    }
  }

    /** What a cell shows. */
  function held(line: Line, field: Column): string {
    const at = cell(line.key, field)
    return underway.get(at) ?? refused.get(at)?.typed ?? shown(line.figure, field)
  }

  return { lines, refused, cell, held, commit, paste, removeLine }
}
