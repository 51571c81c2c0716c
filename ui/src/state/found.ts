import { composing } from './keys.ts'

/** The place a key leads to in a list that is walked from its search field; null: the key is none of the list's. */
export function walked(event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>, at: number, count: number): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey || count === 0) return null
  switch (event.key) {
    case 'ArrowDown': return (at + 1) % count
    case 'ArrowUp': return (at + count - 1) % count
    case 'PageDown': return Math.min(count - 1, at + 8)
    case 'PageUp': return Math.max(0, at - 8)
    default: return null
  }
}

/** Keys of a search field over a list: arrows walk, Enter takes. An input method's own keys are left alone (D1). */
export function walk(event: KeyboardEvent, at: number, count: number, to: (at: number) => void, take: () => void): void {
  if (composing(event)) return
  if (event.key === 'Enter') {
    event.preventDefault()
    take()
    return
  }
  const next = walked(event, at, count)
  if (next === null) return
  event.preventDefault()
  to(next)
}
