import type { Figure } from '../api/index.ts'

export type Piece = { text: string } | { key: string; from: number; to: number }

/** Splits a text at its `{{key}}` references, by the same rules as the core. Braces without a key are text. */
export function pieces(text: string): Piece[] {
  const out: Piece[] = []
  let start = 0
  let from = 0
  for (;;) {
    const open = text.indexOf('{{', from)
    const close = open < 0 ? -1 : text.indexOf('}}', open)
    if (close < 0) break
    const key = text.slice(open + 2, close)
    if (key !== '' && key.trim() === key && !/[{}\n\r]/.test(key)) {
      if (start < open) out.push({ text: text.slice(start, open) })
      out.push({ key, from: open, to: close + 2 })
      start = from = close + 2
    } else {
      from = open + 1
    }
  }
  if (start < text.length) out.push({ text: text.slice(start) })
  return out
}

export function reference(key: string): string {
  return `{{${key}}}`
}

/** As the report prints it: 12925宗, 约20名, 20余名. Null while the value is not known. */
export function figureText(figure: Figure): string | null {
  if (figure.value === null) return null
  if (figure.precision === 'about') return `约${figure.value}${figure.unit}`
  if (figure.precision === 'over') return `${figure.value}余${figure.unit}`
  return `${figure.value}${figure.unit}`
}

/** A text with its references printed. */
export function printed(text: string, figures: readonly Figure[]): string {
  return pieces(text)
    .map((piece) => {
      if ('text' in piece) return piece.text
      const figure = figures.find((f) => f.key === piece.key)
      return (figure && figureText(figure)) ?? `〔待填：${piece.key}〕`
    })
    .join('')
}

/** The first sentence, for a list. */
export function opening(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? ''
  const end = line.search(/[。！？；]/)
  return end < 0 ? line : line.slice(0, end + 1)
}

/** Characters as a clerk counts them: blanks are none, a surrogate pair is one. */
export function length(text: string): number {
  return [...text.replace(/\s/g, '')].length
}

/** Where a key is referred to. */
export function refersTo(text: string, key: string): boolean {
  return pieces(text).some((piece) => 'key' in piece && piece.key === key)
}

/** A key for a figure, made from its label and not yet taken. */
export function keyFor(label: string, taken: readonly string[]): string {
  const clean = [...label.replace(/[{}\r\n\t]/g, '').trim()].slice(0, 20).join('').trim()
  const base = clean === '' ? '数据' : clean
  let key = base
  for (let n = 2; taken.includes(key); n += 1) key = `${base}${n}`
  return key
}

const SIZES = ['字节', 'KB', 'MB'] as const

/** A file's size in the unit one would say. */
export function size(bytes: number): string {
  let left = bytes
  let n = 0
  while (left >= 1024 && n < SIZES.length - 1) {
    left /= 1024
    n += 1
  }
  return `${n === 0 ? left : left.toFixed(left < 10 ? 1 : 0)} ${SIZES[n] ?? ''}`
}

/** A title in the pieces a reader would not divide: the unit's name, the year, the rest. */
export function phrases(title: string, unit: string): string[] {
  const own = unit !== '' && title.startsWith(unit) ? unit : ''
  const rest = title.slice(own.length)
  const year = /^.*?[0-9]年(?!度)/.exec(rest)?.[0] ?? ''
  return [own, year, rest.slice(year.length)].filter((piece) => piece !== '')
}
