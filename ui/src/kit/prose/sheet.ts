import { EditorState, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state'
import type { Extension, TransactionSpec } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import type { DecorationSet } from '@codemirror/view'
import { clip, mapParts } from '../../state/segments.ts'
import type { Change, Part } from '../../state/segments.ts'
import { fromOutside } from './editor.ts'

/** Takes up a recomposed text with its parts. */
export const setParts = StateEffect.define<readonly Part[]>()

export const partsField = StateField.define<readonly Part[]>({
  create: () => [],
  update: (parts, transaction) => {
    for (const effect of transaction.effects) if (effect.is(setParts)) return effect.value
    return transaction.docChanged ? mapParts(parts, (at, assoc) => transaction.changes.mapPos(at, assoc)) : parts
  },
})

function face(part: Part): string {
  const own = part.face.is === 'heading' ? `face-${part.face.level}` : part.face.is === 'lead' ? 'face-lead' : ''
  return part.origin === null ? `${own} fixed` : own
}

function decorate(parts: readonly Part[], onlyFixed: boolean): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const part of parts) {
    const name = face(part)
    if (part.from < part.to && name !== '' && (!onlyFixed || part.origin === null)) {
      builder.add(part.from, part.to, Decoration.mark({ class: name }))
    }
  }
  return builder.finish()
}

/** The template's words can be read and stepped over, not changed. */
const holdFixed = EditorState.transactionFilter.of((transaction): TransactionSpec | readonly TransactionSpec[] => {
  if (!transaction.docChanged || transaction.annotation(fromOutside)) return transaction
  const parts = transaction.startState.field(partsField)
  const wanted: Change[] = []
  transaction.changes.iterChanges((from, to, _fromB, _toB, insert) => wanted.push({ from, to, insert: insert.toString() }))
  const kept = wanted.flatMap((change) => clip(change, parts))
  const asWanted = kept.length === wanted.length && kept.every((change, n) => change === wanted[n])
  if (asWanted) return transaction
  const first = kept[0]
  return first ? { changes: kept, selection: { anchor: first.from + first.insert.length }, userEvent: 'input' } : []
})

/** A caret among the template's words would be no place to begin a composition: it stands in a field. */
const caretInField = EditorState.transactionFilter.of((transaction): TransactionSpec | readonly TransactionSpec[] => {
  if (!transaction.selection || transaction.docChanged || !transaction.newSelection.main.empty) return transaction
  const { head } = transaction.newSelection.main
  const own = transaction.startState.field(partsField).filter((part) => part.origin !== null)
  if (own.some((part) => part.from <= head && head <= part.to)) return transaction
  const anchor = own.find((part) => part.from >= head)?.from ?? own[own.length - 1]?.to
  return anchor === undefined ? transaction : [transaction, { selection: { anchor }, sequential: true }]
})

export function sheet(parts: readonly Part[]): Extension {
  return [
    partsField.init(() => parts),
    holdFixed,
    caretInField,
    EditorView.decorations.compute([partsField], (state) => decorate(state.field(partsField), false)),
    EditorView.atomicRanges.of((view) => decorate(view.state.field(partsField), true)),
  ]
}
