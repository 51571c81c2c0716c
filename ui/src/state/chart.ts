import type { FigurePoint } from '../api/index.ts'

export interface Bar {
  year: number
  value: string | null
  typed_beside: boolean
  last: boolean
  x: number
  width: number
  middle: number
  y: number
  height: number
  /** Where the value is written. */
  label: number
}

const WIDTH = 260
const TOP = 30
const BOTTOM = 114
/** So many years fit and can still be read. */
const MOST = 8

/** Bars of a chart 260 wide. A height may be a float: it is drawn, never printed; the value stays text. */
export function bars(points: readonly FigurePoint[]): { bars: Bar[]; zero: number } {
  const shown = points.slice(-MOST)
  const heights = shown.map((p) => (p.value === null ? 0 : Number(p.value)))
  const most = Math.max(0, ...heights)
  const least = Math.min(0, ...heights)
  const scale = most - least === 0 ? 0 : (BOTTOM - TOP - (least < 0 ? 12 : 0)) / (most - least)
  const zero = TOP + most * scale
  const base = scale === 0 ? BOTTOM : zero
  const step = WIDTH / Math.max(shown.length, 3)
  const width = Math.min(40, step * 0.6)
  return {
    zero: base,
    bars: shown.map((p, n) => {
      const high = (heights[n] ?? 0) * scale
      const y = high < 0 ? base : base - high
      const middle = step * (n + 0.5)
      return {
        year: p.year, value: p.value, typed_beside: p.typed_beside, last: n === shown.length - 1,
        x: middle - width / 2, width, middle, y, height: Math.max(Math.abs(high), p.value === null ? 0 : 1), label: high < 0 ? base - high + 11 : y - 4,
      }
    }),
  }
}
