import { onBeforeUnmount, ref } from 'vue'

/**
 * Reordering with the pointer. Not the platform's drag and drop: in the Windows web view the window
 * itself takes that for files.
 */
export function useDrag(list: () => HTMLElement | null, drop: (id: number, to: number) => void) {
  const dragged = ref<number | null>(null)
  /** The dragged row would stand before this place; counted without it. */
  const target = ref<number | null>(null)
  let startY = 0
  let candidate: number | null = null
  let pointer = 0

  function elements(): HTMLElement[] {
    return [...(list()?.querySelectorAll<HTMLElement>('[data-drag]') ?? [])]
  }

  function move(event: PointerEvent): void {
    if (event.pointerId !== pointer || candidate === null) return
    if (dragged.value === null) {
      if (Math.abs(event.clientY - startY) < 5) return
      dragged.value = candidate
      document.body.classList.add('dragging')
    }
    event.preventDefault()
    const others = elements().filter((e) => e.dataset['drag'] !== String(dragged.value))
    const before = others.findIndex((e) => {
      const box = e.getBoundingClientRect()
      return event.clientY < box.top + box.height / 2
    })
    target.value = before < 0 ? others.length : before
  }

  function stop(): void {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('pointercancel', stop)
    window.removeEventListener('keydown', escape, true)
    document.body.classList.remove('dragging')
    candidate = dragged.value = target.value = null
  }

  function up(): void {
    const [id, to] = [dragged.value, target.value]
    if (id !== null) {
      // The click that ends a drag is none.
      window.addEventListener('click', swallow, { capture: true, once: true })
      window.setTimeout(() => window.removeEventListener('click', swallow, true), 0)
    }
    stop()
    if (id !== null && to !== null) drop(id, to)
  }

  function swallow(event: Event): void {
    event.stopPropagation()
    event.preventDefault()
  }

  function escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    stop()
  }

  function begin(event: PointerEvent, id: number): void {
    if (event.button !== 0) return
    candidate = id
    pointer = event.pointerId
    startY = event.clientY
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('keydown', escape, true)
  }

  /** Where the line that shows the new place stands: before or after this row. */
  function edge(id: number): 'before' | 'after' | null {
    if (dragged.value === null || target.value === null || id === dragged.value) return null
    const others = elements().filter((e) => e.dataset['drag'] !== String(dragged.value))
    const at = others.findIndex((e) => e.dataset['drag'] === String(id))
    if (at === target.value) return 'before'
    return at === others.length - 1 && target.value === others.length ? 'after' : null
  }

  onBeforeUnmount(stop)
  return { dragged, begin, edge }
}
