import { onMounted, watch } from 'vue'
import type { ShallowRef } from 'vue'

/**
 * A field that is typed into. Its text is not bound: while an input method composes, nothing may write into the
 * field, and what is composed half is told to nobody. `tell` is given what stands there, when that is something new.
 */
export function useTyping(
  input: Readonly<ShallowRef<HTMLInputElement | HTMLTextAreaElement | null>>,
  text: () => string,
  tell: (text: string) => void,
) {
  let composing = false

  function show(now: string): void {
    if (input.value && !composing && input.value.value !== now) input.value.value = now
  }
  function say(): void {
    if (input.value && input.value.value !== text()) tell(input.value.value)
  }
  onMounted(() => show(text()))
  watch(text, show)
  return {
    input: (event: Event): void => { if (!composing && !(event as InputEvent).isComposing) say() },
    compositionstart: (): void => { composing = true },
    compositionend: (): void => {
      composing = false
      say()
    },
  }
}
