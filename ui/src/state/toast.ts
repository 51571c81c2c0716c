import { reactive } from 'vue'

export interface Toast {
  id: number
  text: string
  bad: boolean
  act: { word: string; run: () => void } | null
}

export const toasts = reactive<Toast[]>([])

let last = 0

/** A sentence at the foot of the window; it goes by itself unless something went wrong. */
export function say(text: string, more: { bad?: boolean; act?: Toast['act'] } = {}): void {
  last += 1
  const id = last
  const bad = more.bad ?? false
  while (toasts.length > 2) toasts.shift()
  toasts.push({ id, text, bad, act: more.act ?? null })
  window.setTimeout(() => hush(id), bad ? 15_000 : 7_000)
}

export function hush(id: number): void {
  const at = toasts.findIndex((t) => t.id === id)
  if (at >= 0) toasts.splice(at, 1)
}

/** An offer to take the last step back ends with the next step. */
export function hushActs(): void {
  for (const toast of toasts.filter((t) => t.act !== null)) hush(toast.id)
}
