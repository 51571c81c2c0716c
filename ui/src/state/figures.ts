import { computed, onBeforeUnmount, reactive, ref, shallowReactive, shallowRef } from 'vue'
import { call, DeskFault, faultOf } from '../api/index.ts'
import type { CellFault, Figure, FigureColumn, Grid, GridRow, Pasted } from '../api/index.ts'
import { useAsked } from './asked.ts'
import { blank } from './blank.ts'
import { desk } from './desk.ts'
import { changeText, fromLastYear, overwritten, readCell, saysMore } from './ledger.ts'
import type { Column } from './ledger.ts'
import { added } from './records.ts'
import { act, attempt, set, undo } from './saving.ts'
import { say } from './toast.ts'
import { keyFor } from './text.ts'

export interface Line {
  /** Stays the same from the empty row to the stored record, so that nothing typed in it is lost. */
  key: string
  figure: Figure | null
}

interface Refusal {
  typed: string
  fault: string
  hint: string
}

/** What was pasted last and not all taken; kept until it is closed. */
export interface PasteNote {
  taken: number
  added: number
  /** Which figures were there before and are not as they were. */
  changed: string
  faults: (CellFault & { column_name: string; field: FigureColumn | null })[]
  unread: string[]
}

/** Refused cells of the page as it was left, by figure: what was typed is not lost by looking elsewhere. */
const left = { library: '', cells: new Map<string, Refusal>() }

const cellOf = (line: string, field: Column): string => `${line}:${field}`

/** The ledger as rows; the last is empty and becomes a record when something is written in it. */
export function useFigures() {
  const library = desk.status?.library?.path ?? ''
  const before = left.library === library ? left.cells : new Map<string, Refusal>()
  const made = new Map<number, string>()
  /** Rows begun here, in order; each is a record as soon as the desk has it. The last is the empty one. */
  const begun = ref([...new Set([...before.keys()].flatMap((at) => /^new\d+/.exec(at)?.[0] ?? []))])
  const begin = (): void => void begun.value.push(`new${1 + Math.max(-1, ...begun.value.map((key) => Number(key.slice(3))))}`)
  begin()
  const creating = shallowReactive(new Map<string, Promise<number | null>>())
  /** What was typed and not accepted, beside its cell. */
  const refused = reactive(new Map<string, Refusal>(before))
  const note = shallowRef<PasteNote | null>(null)
  /** The figures that are shown; null: all, and the empty row. */
  const only = shallowRef<Set<number> | null>(null)

  // `made` is not reactive: a row turns into its record only together with the record's coming.
  const isStored = (key: string): boolean => (desk.records?.figures ?? []).some((figure) => made.get(figure.id) === key)
  /** Begun, and neither stored nor taken back. */
  const isOpen = (key: string): boolean =>
    !isStored(key) && (creating.has(key) || [...refused.keys()].some((at) => at.startsWith(`${key}:`)))
  /** On its way to the desk: shown as typed until it is there. */
  const underway = reactive(new Map<string, string>())

  const lines = computed<Line[]>(() => {
    const stored = (desk.records?.figures ?? []).map((figure) => ({ key: made.get(figure.id) ?? `f${figure.id}`, figure }))
    const shown = only.value
    if (shown) return stored.filter((line) => shown.has(line.figure.id))
    return [...stored, ...begun.value.filter((key, n) => n === begun.value.length - 1 || isOpen(key)).map((key) => ({ key, figure: null }))]
  })

  const grid = shallowRef<Grid | null>(null)
  const rows = shallowReactive(new Map<number, GridRow>())
  useAsked(
    (year) => call('figure.grid', { year }),
    (fresh) => {
      grid.value = fresh
      // A row that is as it was stays the same object: then it is not drawn again.
      const known = new Set(fresh.rows.map((row) => row.figure.id))
      for (const id of [...rows.keys()]) if (!known.has(id)) rows.delete(id)
      for (const row of fresh.rows) {
        if (JSON.stringify(rows.get(row.figure.id)) !== JSON.stringify(row)) rows.set(row.figure.id, row)
      }
    },
    (why) => say(why.whole, { bad: true }),
  )

  onBeforeUnmount(() => {
    left.library = library
    left.cells = new Map()
    const ids = new Map([...made].map(([id, key]) => [key, `f${id}`]))
    for (const [at, refusal] of refused) {
      const [line = '', field = ''] = at.split(':')
      left.cells.set(`${ids.get(line) ?? line}:${field}`, refusal)
    }
  })

  const figureOf = (line: string): Figure | null => lines.value.find((l) => l.key === line)?.figure ?? null
  const rowOf = (figure: Figure | null): GridRow | null => (figure ? (rows.get(figure.id) ?? null) : null)
  const isLastYears = (figure: Figure | null): boolean => fromLastYear(rowOf(figure), grid.value?.holds_last_year ?? false)

  /** A cell as it is shown and edited. */
  function shown(figure: Figure | null, field: Column): string {
    if (figure === null) return ''
    if (field === 'change') return changeText(rowOf(figure))
    if (field === 'previous') return (isLastYears(figure) ? rowOf(figure)?.last_year : figure.previous) ?? ''
    return figure[field] ?? ''
  }

  function create(line: string, fields: Partial<Figure>): Promise<number | null> {
    const records = desk.records
    if (!records) return Promise.resolve(null)
    if (begun.value.at(-1) === line) begin()
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

  async function writeNumber(id: number, field: 'value' | 'previous', typed: string): Promise<void> {
    const year = desk.records?.year.year ?? 0
    if (!saysMore(typed)) {
      await act(() => call('figure.set', { id, text: typed, column: field }))
      return
    }
    let faults: CellFault[] = []
    await act(async () => {
      const pasted = await call('figure.paste', { year, text: typed, at: id, column: field })
      faults = pasted.faults
      return pasted.changed
    })
    const [fault] = faults
    if (fault) throw new DeskFault({ code: 'bad_number', message: fault.message, hint: '' })
  }

  async function write(line: string, field: FigureColumn, typed: string): Promise<void> {
    // Nothing is awaited without need: at the end of the page there is no time to come back.
    if (creating.has(line)) await creating.get(line)
    const figure = figureOf(line)
    if (field === 'value' || field === 'previous') {
      if (field === 'previous' && isLastYears(figure)) {
        throw new DeskFault({ code: 'refused', message: '上年数是从上年的台账带出的', hint: '要改，请在左上角换到上年，在那里的台账里改' })
      }
      const id = figure?.id ?? (typed.trim() === '' ? null : await create(line, {}))
      if (id !== null) await writeNumber(id, field, typed)
      return
    }
    const fields = readCell(field, typed, desk.records?.year.year ?? 0)
    if ('fault' in fields) throw new DeskFault({ code: 'refused', message: fields.fault, hint: '' })
    if (figure) await set('figure', figure.id, fields)
    else if (typed.trim() !== '') await create(line, fields)
  }

  /** Stores a cell. What is refused stays in it as typed, with the reason beside it. */
  async function commit(line: string, field: Column, typed: string): Promise<boolean> {
    const at = cellOf(line, field)
    if (field === 'change') return false
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

  /** Empties marked cells in one edit; last year's own numbers stay, they are another year's. */
  async function clear(cells: readonly { line: Line; field: Column }[]): Promise<void> {
    for (const { line, field } of cells) refused.delete(cellOf(line.key, field))
    const full = cells.flatMap(({ line: { figure }, field }) => (figure !== null && field !== 'change' && (figure[field] ?? '') !== '' ? [{ id: figure.id, column: field }] : []))
    const kept = cells.some(({ line: { figure }, field }) => field === 'previous' && isLastYears(figure))
    const why = kept ? '上年数是从上年的台账带出的，没有清空' : ''
    if (full.length === 0) return kept ? say(why) : undefined
    if (!(await attempt(() => call('figure.clear', { cells: full })))) return
    say(`已清空 ${full.length} 格${kept ? `；${why}` : ''}`, { act: { word: '撤销', run: () => void undo() } })
  }

  function noteOf(pasted: Pasted, before: readonly Figure[]): PasteNote {
    return {
      taken: pasted.taken,
      added: pasted.added.length,
      changed: overwritten(before, pasted.changed.records.filter((record) => record.kind === 'figure').map(({ kind: _, ...figure }) => figure)),
      faults: pasted.faults.map((fault) => {
        const column = pasted.columns[fault.column - 1]
        return { ...fault, column_name: column?.name ?? '', field: column?.column ?? null }
      }),
      unread: pasted.columns.filter((c) => c.note !== '').map((c, n) => `${c.name === '' ? `第 ${n + 1} 列` : `“${c.name}”`}：${c.note}`).concat(pasted.notes),
    }
  }

  /** A block from a spreadsheet, as one edit. Cells that were not taken stand red where they belong. */
  async function paste(text: string, line: Line | undefined, field: Column): Promise<void> {
    const year = desk.records?.year.year ?? 0
    if (only.value) return say('正在筛选，表里不是全部数据，请先显示全部再粘贴', { bad: true })
    if (field === 'change') return say('同比由台账核算，请选别的格再粘贴', { bad: true })
    const before = (desk.records?.figures ?? []).map((figure) => ({ ...figure }))
    let pasted: Pasted | null = null
    try {
      await act(async () => {
        pasted = await call('figure.paste', { year, text, ...(line?.figure ? { at: line.figure.id, column: field } : {}) })
        return pasted.changed
      })
    } catch (thrown) {
      return say(faultOf(thrown).whole, { bad: true })
    }
    if (pasted === null) return
    const told = noteOf(pasted, before)
    const keys = new Map(lines.value.flatMap((l) => (l.figure ? [[l.figure.id, l.key]] : [])))
    for (const fault of told.faults) {
      const key = fault.figure === null ? undefined : keys.get(fault.figure)
      if (key !== undefined && fault.field !== null) refused.set(cellOf(key, fault.field), { typed: fault.typed, fault: fault.message, hint: '' })
    }
    const bad = told.faults.length
    note.value = bad > 0 || told.unread.length > 0 ? told : null
    const what = `已粘贴 ${told.taken} 格${told.added > 0 ? `，新增 ${told.added} 项数据` : ''}${told.changed === '' ? '' : `，${told.changed}`}`
    if (bad > 0) say(`${what}；有 ${bad} 格要改，见红字`, { bad: true })
    else say(what, { act: { word: '撤销', run: () => void undo() } })
  }

  async function removeFigure(figure: Figure): Promise<void> {
    const used = rowOf(figure)?.uses.length ?? 0
    try {
      await act(() => call('record.remove', { kind: 'figure', id: figure.id }))
      say(used === 0 ? '已删除，可撤销' : `已删除，正文里还有 ${used} 处引用它，可撤销`, { act: { word: '撤销', run: () => void undo() } })
    } catch (thrown) {
      say(faultOf(thrown).whole, { bad: true })
    }
  }

  /** What a cell shows. */
  function held(line: Line, field: Column): string {
    const at = cellOf(line.key, field)
    return underway.get(at) ?? refused.get(at)?.typed ?? shown(line.figure, field)
  }
  const fault = (line: Line, field: Column): Refusal | undefined => refused.get(cellOf(line.key, field))

  return { lines, grid, note, only, held, fault, rowOf, isLastYears, commit, clear, paste, removeFigure }
}

export type Figures = ReturnType<typeof useFigures>
