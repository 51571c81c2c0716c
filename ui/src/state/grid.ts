/** walk: on a cell; over: typing in place of what it held; edit: changing what it holds. */
export type Mode = 'walk' | 'over' | 'edit'

export interface Spot {
  row: number
  col: number
}

export interface Answer {
  at: Spot
  act: 'none' | 'commit' | 'cancel' | 'edit' | 'clear' | 'extend'
}

/** A rectangle of cells, ends included. */
export interface Range {
  top: number
  bottom: number
  left: number
  right: number
}

export function rangeOf(a: Spot, b: Spot): Range {
  return { top: Math.min(a.row, b.row), bottom: Math.max(a.row, b.row), left: Math.min(a.col, b.col), right: Math.max(a.col, b.col) }
}

export interface Key {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** Rows that PageDown goes on. */
const PAGE = 15

const ARROWS: { [key: string]: [number, number] } = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

function clamp(at: Spot, rows: number, cols: number): Spot {
  return { row: Math.max(0, Math.min(at.row, rows - 1)), col: Math.max(0, Math.min(at.col, cols - 1)) }
}

/** Tab goes on to the next row and, from the last cell, out of the grid (null). */
function tabbed(at: Spot, back: boolean, rows: number, cols: number): Spot | null {
  const to = at.row * cols + at.col + (back ? -1 : 1)
  return to < 0 || to >= rows * cols ? null : { row: Math.floor(to / cols), col: to % cols }
}

/** What a key means on the grid; null: it is the field's own, or the page's. */
export function answer(key: Key, mode: Mode, at: Spot, rows: number, cols: number): Answer | null {
  const act = mode === 'walk' ? 'none' : 'commit'
  if (key.altKey || (key.metaKey && !key.ctrlKey)) return null
  if (key.ctrlKey) {
    if (mode !== 'walk') return null
    if (key.key === 'Home') return { at: { row: 0, col: 0 }, act }
    if (key.key === 'End') return { at: { row: rows - 1, col: cols - 1 }, act }
    const far = ARROWS[key.key]
    if (far) return { at: { row: far[0] === 0 ? at.row : far[0] < 0 ? 0 : rows - 1, col: far[1] === 0 ? at.col : far[1] < 0 ? 0 : cols - 1 }, act: key.shiftKey ? 'extend' : act }
    return null
  }
  if (key.key === 'PageDown' || key.key === 'PageUp') return { at: clamp({ row: at.row + (key.key === 'PageDown' ? PAGE : -PAGE), col: at.col }, rows, cols), act }
  if (key.key === 'Enter') return { at: clamp({ row: at.row + (key.shiftKey ? -1 : 1), col: at.col }, rows, cols), act }
  if (key.key === 'Tab') {
    const to = tabbed(at, key.shiftKey, rows, cols)
    if (to) return { at: to, act }
    return mode === 'walk' ? null : { at, act }
  }
  if (key.key === 'Escape') return mode === 'walk' ? null : { at, act: 'cancel' }
  if (key.key === 'F2') return mode === 'edit' ? null : { at, act: 'edit' }
  const arrow = ARROWS[key.key]
  if (arrow) {
    if (mode === 'edit' && arrow[0] === 0) return null
    const to = clamp({ row: at.row + arrow[0], col: at.col + arrow[1] }, rows, cols)
    return { at: to, act: key.shiftKey && mode === 'walk' ? 'extend' : act }
  }
  if (mode !== 'walk') return null
  if (key.key === 'Home') return { at: { row: at.row, col: 0 }, act }
  if (key.key === 'End') return { at: { row: at.row, col: cols - 1 }, act }
  if (key.key === 'Delete' || key.key === 'Backspace') return { at, act: 'clear' }
  return null
}
