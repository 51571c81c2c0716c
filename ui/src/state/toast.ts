import { reactive } from 'vue'

export interface Toast {
  id: number
  text: string
  bad: boolean
  act: { word: string; run: () => void } | null
  /** What it offers is nowhere else: it goes only when the person sends it away. */
  stays: boolean
  gone: () => void
}

export const toasts = reactive<Toast[]>([])

let last = 0

/** A sentence at the foot of the window; it goes by itself unless something went wrong. */
export function say(text: string, more: Partial<Omit<Toast, 'id' | 'text'>> = {}): void {
  last += 1
  const id = last
  const { bad = false, act = null, stays = false, gone = () => undefined } = more
  while (toasts.length > 2) {
    const oldest = toasts.find((toast) => !toast.stays)
    if (!oldest) break
    hush(oldest.id)
  }
  toasts.push({ id, text, bad, act, stays, gone })
  if (!stays) window.setTimeout(() => hush(id), bad ? 15_000 : 7_000)
}

export function hush(id: number): void {
  const at = toasts.findIndex((t) => t.id === id)
  for (const toast of at >= 0 ? toasts.splice(at, 1) : []) toast.gone()
}

/** An offer to take the last step back ends with the next step. */
export function hushActs(): void {
  for (const toast of toasts.filter((t) => t.act !== null && !t.stays)) hush(toast.id)
}
