import { onBeforeUnmount, onMounted, ref } from 'vue'
import { flush, redo, saving, undo } from './saving.ts'
import { searchShown } from './search.ts'
import { say } from './toast.ts'

/** Whether an input method has the key: then it is none of ours (D1). */
export function composing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** Keys a page answers to, by name: `mod+Enter`, `alt+ArrowUp`. True from an answer: the key is spent. */
export type Answers = { [key: string]: (event: KeyboardEvent) => boolean | void }

const listening: Answers[] = []

export function nameOf(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : ''
  const alt = event.altKey ? 'alt+' : ''
  const shift = event.shiftKey && event.key.length > 1 ? 'shift+' : ''
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return `${mod}${alt}${mod !== '' && event.shiftKey && event.key.length === 1 ? 'shift+' : ''}${shift}${key}`
}

/** The page's keys, as long as it is shown. */
export function useKeys(answers: Answers): void {
  onMounted(() => listening.push(answers))
  onBeforeUnmount(() => {
    const at = listening.indexOf(answers)
    if (at >= 0) listening.splice(at, 1)
  })
}

export const helpShown = ref(false)

export function typesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

async function saveNow(): Promise<void> {
  if (await flush()) say('已保存。写下的内容随时自动保存，不用按 Ctrl+S')
  else if (saving.fault) say(saving.fault.whole, { bad: true })
}

/** Where one wants to be in a pane: at what is chosen, else in a text, else at the first thing that takes a key. */
const FIRST_IN_PANE = [
  '[data-first]', '[aria-current]:not([tabindex="-1"])', '.cm-content', '[tabindex="0"]', 'input, select, textarea', 'button:not(:disabled):not([tabindex="-1"])',
]

/** F6 goes round the panes of the page, as in other programs of this desk. */
function nextPane(back: boolean): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null)
  if (panes.length === 0) return
  const now = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(now + (back ? panes.length - 1 : 1) + (now < 0 && back ? 1 : 0)) % panes.length]
  for (const wanted of FIRST_IN_PANE) {
    const first = next?.querySelector<HTMLElement>(wanted)
    if (first) return first.focus()
  }
}

const ALWAYS: Answers = {
  'mod+z': () => void undo(),
  'mod+shift+z': () => void redo(),
  'mod+y': () => void redo(),
  'mod+s': () => void saveNow(),
  'mod+f': () => { searchShown.value = true },
  F1: () => { helpShown.value = true },
  F6: () => nextPane(false),
  'shift+F6': () => nextPane(true),
}

export function listenForKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (composing(event) || event.defaultPrevented) return
    const name = nameOf(event)
    if ((event.key === '?' || event.key === '？') && !typesText(event.target)) {
      event.preventDefault()
      helpShown.value = true
      return
    }
    // Under a dialog the page rests.
    const covered = document.querySelector('[aria-modal="true"]') !== null
    if (!covered) {
      for (const answers of [...listening].reverse()) {
        if (answers[name]?.(event) === true) {
          event.preventDefault()
          event.stopPropagation()
          return
        }
      }
    }
    const always = ALWAYS[name]
    if (always) {
      event.preventDefault()
      event.stopPropagation()
      if (!covered || name === 'mod+s') always(event)
    }
  }, true)
  // The web view's own undo, from its menu, knows nothing of the records.
  window.addEventListener('beforeinput', (event) => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
    event.preventDefault()
    void (event.inputType === 'historyUndo' ? undo() : redo())
  }, true)
}
