import { nextTick, reactive } from 'vue'
import { caretAt } from '../kit/prose/marks.ts'

const KEPT = 'nianbao-more'

function kept(): string[] {
  return (window.localStorage.getItem(KEPT) ?? '').split(' ').filter((kind) => kind !== '')
}

/** Kinds whose form has 更多 open; this machine remembers it. */
export const unfolded = reactive(new Set<string>(kept()))

export function unfold(kind: string, open: boolean): void {
  if (open) unfolded.add(kind)
  else unfolded.delete(kind)
  window.localStorage.setItem(KEPT, [...unfolded].join(' '))
}

const TAKES_KEYS = '.cm-content, input, select, textarea, button'

/** Puts the caret into a field of the form, unfolding what hides it; at a place of its text where one is named. */
export async function toField(kind: string, field: string, span?: { start: number; end: number }): Promise<void> {
  const find = (): HTMLElement | null => document.querySelector<HTMLElement>(`.form [data-field="${field}"]`)
  if (!find()) unfold(kind, true)
  await nextTick()
  const box = find()
  const takes = box?.querySelector<HTMLElement>(TAKES_KEYS)
  takes?.focus()
  if (takes && span) caretAt(takes, span)
  box?.scrollIntoView({ block: 'nearest' })
}
