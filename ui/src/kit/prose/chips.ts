import { RangeSetBuilder, StateEffect, StateField } from '@codemirror/state'
import type { EditorState, Extension } from '@codemirror/state'
import { Decoration, EditorView, ViewPlugin, WidgetType } from '@codemirror/view'
import type { DecorationSet, ViewUpdate } from '@codemirror/view'
import type { Figure } from '../../api/index.ts'
import { figureText, pieces } from '../../state/text.ts'

/** The ledger as the editor knows it. */
export const setFigures = StateEffect.define<readonly Figure[]>()

export const figuresField = StateField.define<readonly Figure[]>({
  create: () => [],
  update: (value, transaction) => {
    for (const effect of transaction.effects) if (effect.is(setFigures)) return effect.value
    return value
  },
})

/** How a reference shows: with its label, for a form; or as the number alone, for a page that reads as printed. */
export type ChipLook = 'labelled' | 'bare'

class Chip extends WidgetType {
  readonly key: string
  readonly label: string
  readonly value: string | null
  readonly look: ChipLook

  constructor(key: string, figure: Figure | undefined, look: ChipLook) {
    super()
    this.key = key
    this.label = figure ? figure.label.trim() || key : key
    this.value = figure ? figureText(figure) : null
    this.look = look
  }

  override eq(other: Chip): boolean {
    return this.key === other.key && this.label === other.label && this.value === other.value && this.look === other.look
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span')
    chip.className = `chip ${this.look}${this.value === null ? ' open' : ''}`
    chip.dataset['test'] = 'chip'
    chip.dataset['key'] = this.key
    chip.title = this.value === null ? `${this.label}：台账里还没有数值` : `${this.label}：${this.value}（数值在台账里改）`
    if (this.look === 'labelled') {
      const label = document.createElement('span')
      label.className = 'chip-label'
      label.textContent = this.label
      chip.append(label)
    }
    const value = document.createElement('b')
    value.textContent = this.value ?? (this.look === 'bare' ? `〔待填：${this.key}〕` : '待填')
    chip.append(value)
    return chip
  }

  override ignoreEvent(): boolean {
    return false
  }
}

function decorate(state: EditorState, look: ChipLook): DecorationSet {
  const figures = state.field(figuresField)
  const builder = new RangeSetBuilder<Decoration>()
  for (const piece of pieces(state.doc.toString())) {
    if ('text' in piece) continue
    const widget = new Chip(piece.key, figures.find((f) => f.key === piece.key), look)
    builder.add(piece.from, piece.to, Decoration.replace({ widget }))
  }
  return builder.finish()
}

/** References stand as one piece: shown as a chip, stepped over and deleted whole. */
export function chips(look: ChipLook): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      constructor(view: EditorView) {
        this.decorations = decorate(view.state, look)
      }
      update(update: ViewUpdate): void {
        if (update.docChanged || update.state.field(figuresField) !== update.startState.field(figuresField)) {
          this.decorations = decorate(update.state, look)
        }
      }
    },
    {
      decorations: (value) => value.decorations,
      provide: (it) => EditorView.atomicRanges.of((view) => view.plugin(it)?.decorations ?? Decoration.none),
    },
  )
  return [figuresField, plugin, whole]
}

/**
 * A double press on a chip selects the reference whole. Left to the browser, the selection would lie
 * inside the chip, and the first character typed over it would end up last.
 */
const whole = EditorView.domEventHandlers({
  mousedown(event, view) {
    const chip = event.target instanceof Element ? event.target.closest('.chip') : null
    if (event.detail < 2 || !(chip instanceof HTMLElement)) return false
    const at = view.posAtDOM(chip)
    const piece = pieces(view.state.doc.toString()).find((p) => !('text' in p) && p.from <= at && at <= p.to)
    if (!piece || 'text' in piece) return false
    event.preventDefault()
    view.dispatch({ selection: { anchor: piece.from, head: piece.to } })
    view.focus()
    return true
  },
})
