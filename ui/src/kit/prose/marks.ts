import { StateEffect, StateField } from '@codemirror/state'
import type { Extension, Transaction } from '@codemirror/state'
import { Decoration, EditorView, keymap } from '@codemirror/view'
import { gravest, unitsAt } from '../../state/marks.ts'
import type { Mark } from '../../state/marks.ts'

export type { Mark }

interface Kept extends Mark {
  /** The text under it has changed while an input method composed: it goes when that has ended. */
  gone: boolean
}

export const setMarks = StateEffect.define<readonly Mark[]>()
/** Composing has ended. */
const sweep = StateEffect.define<null>()

function moved(marks: readonly Kept[], transaction: Transaction): readonly Kept[] {
  const composes = transaction.isUserEvent('input.type.compose')
  return marks.flatMap((mark) => {
    const gone = mark.gone || transaction.changes.touchesRange(mark.from, mark.to) !== false
    // What is being composed stands in what is drawn round it: that stays as it is until it is settled.
    if (gone && !composes) return []
    const from = transaction.changes.mapPos(mark.from, 1)
    const to = transaction.changes.mapPos(mark.to, -1)
    return from < to ? [{ ...mark, from, to, gone }] : []
  })
}

const marksField = StateField.define<readonly Kept[]>({
  create: () => [],
  update: (marks, transaction) => {
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) return effect.value.map((mark) => ({ ...mark, gone: false }))
      if (effect.is(sweep)) return marks.filter((mark) => !mark.gone)
    }
    return transaction.docChanged ? moved(marks, transaction) : marks
  },
  provide: (field) =>
    EditorView.decorations.compute([field], (state) =>
      Decoration.set(
        state.field(field).map(({ from, to, severity, identity }) => Decoration.mark({ class: `found found-${severity}`, attributes: { 'data-finding': identity } }).range(from, to)),
        true,
      )),
})

/** Puts fresh marks in; never while an input method composes: then they come when it has ended. */
export function mark(view: EditorView, marks: () => readonly Mark[] | null): void {
  if (view.composing || view.compositionStarted) return
  const fresh = marks()
  if (fresh !== null) view.dispatch({ effects: setMarks.of(fresh) })
}

/** The mark at the caret, the gravest of several; else the next one on, round and round. */
function at(view: EditorView): Mark | null {
  const all = [...view.state.field(marksField)].sort((a, b) => a.from - b.from)
  const { head } = view.state.selection.main
  const here = gravest(all.filter((one) => one.from <= head && head <= one.to))
  return here ?? all.find((one) => one.from > head) ?? all[0] ?? null
}

export interface Asked {
  identity: string
  /** Of the marked text, in the window. */
  box: { left: number; top: number; bottom: number }
}

/** Findings as quiet underlines; a key asks what is said of the place of the caret. `again`: time for fresh marks. */
export function marks(ask: (asked: Asked | null) => void, again: () => void): Extension {
  const run = (view: EditorView): boolean => {
    const found = at(view)
    if (!found) {
      ask(null)
      return true
    }
    const { head } = view.state.selection.main
    if (head < found.from || head > found.to) view.dispatch({ selection: { anchor: found.from }, scrollIntoView: true })
    const from = view.coordsAtPos(found.from, 1)
    const box = view.dom.getBoundingClientRect()
    ask({ identity: found.identity, box: from ?? { left: box.left, top: box.top, bottom: box.bottom } })
    return true
  }
  return [
    marksField,
    // Input methods keep Ctrl+. for their own punctuation, so there is a second key.
    keymap.of([{ key: 'Mod-.', run }, { key: 'Alt-Enter', run }]),
    EditorView.domEventHandlers({
      compositionend: (_event, view) => {
        window.setTimeout(() => {
          if (view.composing || view.compositionStarted) return
          if (view.state.field(marksField).some((one) => one.gone)) view.dispatch({ effects: sweep.of(null) })
          again()
        }, 0)
        return false
      },
    }),
  ]
}

/** Puts the caret round a stretch of a field's text, counted in Unicode characters. */
export function caretAt(content: HTMLElement, span: { start: number; end: number }): void {
  const view = EditorView.findFromDOM(content)
  if (!view) return
  const text = view.state.doc.toString()
  view.dispatch({ selection: { anchor: unitsAt(text, span.start), head: unitsAt(text, span.end) }, scrollIntoView: true })
}
