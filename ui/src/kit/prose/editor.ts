import { closeCompletion, completionKeymap } from '@codemirror/autocomplete'
import { standardKeymap } from '@codemirror/commands'
import { Annotation, EditorState } from '@codemirror/state'
import type { Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder as placeholderOf } from '@codemirror/view'

/** A change that came from the records, not from the person. */
export const fromOutside = Annotation.define<boolean>()

/** What every text of ours needs: wrapping, plain keys, the program's own undo, no help that rewrites Chinese. */
export function base(placeholder: string): Extension {
  return [
    EditorView.lineWrapping,
    keymap.of([...completionKeymap, ...standardKeymap]),
    placeholder === '' ? [] : placeholderOf(placeholder),
    EditorState.phrases.of({ Completions: '台账里的数据' }),
    EditorView.contentAttributes.of({ tabindex: '0', spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off', translate: 'no' }),
    EditorView.domEventHandlers({
      blur: (_event, view) => {
        closeCompletion(view)
        return false
      },
    }),
  ]
}

/** One line only: what is pasted with line feeds becomes one sentence. */
export const oneLine: Extension = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction
  const text = transaction.newDoc.toString().replace(/\s*\n\s*/g, '')
  return {
    changes: { from: 0, to: transaction.startState.doc.length, insert: text },
    selection: { anchor: Math.min(transaction.newSelection.main.head, text.length) },
  }
})

/** Text as it may be stored: Windows line ends, no-break spaces and control characters do not get in. */
export const cleanPaste: Extension = EditorView.clipboardInputFilter.of((text) =>
  text.replace(/\r\n?/g, '\n').replace(/\u00a0/g, ' ').replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, ''),
)

/**
 * Tells of the text once it is settled: never while an input method is composing (D1), and once
 * more when it has ended, because the last change may have come before that.
 */
export function settled(tell: (text: string) => void): Extension {
  let told: string | null = null
  const check = (view: EditorView): void => {
    if (view.composing || view.compositionStarted) return
    const text = view.state.doc.toString()
    if (text === told) return
    told = text
    tell(text)
  }
  return [
    EditorView.updateListener.of((update) => {
      told ??= update.startState.doc.toString()
      if (update.transactions.some((t) => t.annotation(fromOutside))) told = update.state.doc.toString()
      else if (update.docChanged) check(update.view)
    }),
    EditorView.domEventHandlers({
      compositionend: (_event, view) => {
        window.setTimeout(() => check(view), 0)
        return false
      },
      blur: (_event, view) => {
        window.setTimeout(() => check(view), 0)
        return false
      },
    }),
  ]
}

/** Brings the text up to `wanted` by the smallest change, so that the caret stays where it is. */
export function bringTo(view: EditorView, wanted: string): void {
  const now = view.state.doc.toString()
  if (now === wanted) return
  let from = 0
  while (from < now.length && from < wanted.length && now[from] === wanted[from]) from += 1
  let end = 0
  while (end < now.length - from && end < wanted.length - from && now[now.length - 1 - end] === wanted[wanted.length - 1 - end]) end += 1
  view.dispatch({
    changes: { from, to: now.length - end, insert: wanted.slice(from, wanted.length - end) },
    annotations: fromOutside.of(true),
  })
}
