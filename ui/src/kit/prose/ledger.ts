import { autocompletion, pickedCompletion } from '@codemirror/autocomplete'
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { Figure } from '../../api/index.ts'
import { figureText, reference } from '../../state/text.ts'
import { figuresField } from './chips.ts'

/** A figure that is asked for and not in the ledger yet. */
export interface NewFigure {
  label: string
  value: string
  unit: string
  precision: Figure['precision']
  /** Puts the reference where it was asked for. */
  insert: (key: string) => void
}

// An input method in Chinese mode types ｛ for the same key.
const OPEN = /[{｛]+[^{}｛｝\n]*$/
const BRACES = /^[{｛]+/

interface Entry extends Completion {
  value: string
}

function put(view: EditorView, key: string, from: number, to: number): void {
  const text = reference(key)
  view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length }, userEvent: 'input.complete' })
}

function matches(figure: Figure, typed: string): boolean {
  const all = `${figure.label}\n${figure.key}\n${figure.scope}\n${figure.value ?? ''}`
  return typed === '' || all.toLowerCase().includes(typed.toLowerCase())
}

/** `{` opens the ledger: label and value of each figure, and a way to a new one. */
export function ledger(askNew: (wanted: NewFigure) => void): Extension {
  const source = (context: CompletionContext): CompletionResult | null => {
    const open = context.matchBefore(OPEN)
    if (!open) return null
    const typed = open.text.replace(BRACES, '').trim()
    const found = context.state
      .field(figuresField)
      .filter((figure) => matches(figure, typed))
      .slice(0, 60)
    const options: Entry[] = found.map((figure) => ({
      label: figure.label.trim() || figure.key,
      value: figureText(figure) ?? '待填',
      apply: (view, completion, from, to) => {
        put(view, figure.key, from, to)
        view.dispatch({ annotations: pickedCompletion.of(completion) })
      },
    }))
    options.push({
      label: typed === '' ? '新数据…' : `新数据“${typed}”…`,
      value: '记入台账',
      apply: (view, _completion, from, to) => {
        view.dispatch({ changes: { from, to, insert: '' } })
        askNew({ label: typed, value: '', unit: '', precision: 'exact', insert: (key) => put(view, key, from, from) })
      },
    })
    return { from: open.from, to: context.pos, options, filter: false }
  }
  return autocompletion({
    override: [source],
    icons: false,
    activateOnTypingDelay: 30,
    interactionDelay: 0,
    maxRenderedOptions: 61,
    addToOptions: [
      {
        position: 70,
        render: (completion) => {
          const value = document.createElement('span')
          value.className = 'ledger-value'
          value.textContent = (completion as Entry).value
          return value
        },
      },
    ],
  })
}

const NUMBER = /^(约)?\s*([0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)\s*(余)?\s*([^\d\s，。；、：（）]{0,4})$/

/** A selected number, taken apart; null when what is selected is none. */
export function numberIn(selected: string): Pick<NewFigure, 'value' | 'unit' | 'precision'> | null {
  const found = NUMBER.exec(selected.trim())
  if (!found) return null
  const precision = found[1] !== undefined ? 'about' : found[3] !== undefined ? 'over' : 'exact'
  return { value: found[2] ?? '', unit: found[4] ?? '', precision }
}
