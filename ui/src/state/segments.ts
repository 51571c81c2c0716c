import type { Doc, Face, Origin, Paragraph } from '../api/index.ts'
import { reference } from './text.ts'

/** Paragraphs that are edited together: a text of several paragraphs is one field of one record. */
export interface Group {
  /** Of the first text that can be edited; else of its place. */
  key: string
  /** Place of its first paragraph in the document. */
  at: number
  paragraphs: Paragraph[]
  editable: boolean
}

/** A stretch of the edited text: a record's field as typed, or what the template puts between (origin null). */
export interface Part {
  from: number
  to: number
  origin: Origin | null
  face: Face
}

export function nameOf(origin: Origin): string {
  return `${origin.kind}:${origin.id}:${origin.field}`
}

function same(a: Origin | null, b: Origin | null): boolean {
  return a !== null && b !== null && nameOf(a) === nameOf(b)
}

function edge(paragraph: Paragraph | undefined, last: boolean): Origin | null {
  const inlines = paragraph?.inlines ?? []
  const inline = last ? inlines.at(-1) : inlines[0]
  return inline?.inline === 'text' ? inline.origin : null
}

/** The paragraphs of a document, together where a field runs on from one to the next, empty ones between included. */
export function groups(doc: Doc): Group[] {
  const paragraphs = doc.blocks.flatMap((block) => (block.block === 'paragraph' ? [block] : []))
  const out: Group[] = []
  let at = 0
  while (at < paragraphs.length) {
    let end = at
    for (let next = at + 1; next < paragraphs.length; next += 1) {
      const paragraph = paragraphs[next]
      if (paragraph?.inlines.length === 0) continue
      if (!same(edge(paragraphs[end], true), edge(paragraph, false))) break
      end = next
    }
    const own = paragraphs.slice(at, end + 1)
    const first = own.flatMap((p) => p.inlines).find((inline) => inline.inline === 'text' && inline.origin !== null)
    const origin = first?.inline === 'text' ? first.origin : null
    out.push({ key: origin ? nameOf(origin) : `at:${at}`, at, paragraphs: own, editable: origin !== null })
    at = end + 1
  }
  return out
}

/** A group as one text to edit, figures as references, and which stretch of it belongs to what. */
export function edited(group: Group): { text: string; parts: Part[] } {
  const parts: Part[] = []
  let text = ''
  const add = (piece: string, origin: Origin | null, face: Face): void => {
    const last = parts.at(-1)
    const joins = last && (same(last.origin, origin) || (last.origin === null && origin === null && last.face.is === face.is))
    if (last && joins) last.to += piece.length
    else parts.push({ from: text.length, to: text.length + piece.length, origin, face })
    text += piece
  }
  const breakLine = (): void => {
    const last = parts.at(-1)
    add('\n', last?.origin ?? null, last?.face ?? { is: 'plain' })
  }
  group.paragraphs.forEach((paragraph, n) => {
    if (n > 0) breakLine()
    for (const inline of paragraph.inlines) {
      if (inline.inline === 'break') breakLine()
      else add(inline.figure === null ? inline.text : reference(inline.figure), inline.origin, inline.face)
    }
  })
  return { text, parts }
}

/** The texts of the fields in a group, by field. */
export function fieldsOf(text: string, parts: readonly Part[]): { origin: Origin; text: string }[] {
  return parts.flatMap((part) => (part.origin === null ? [] : [{ origin: part.origin, text: text.slice(part.from, part.to) }]))
}

/** Where parts lie after a change; what is typed at a border belongs to the field there, never to the template. */
export function mapParts(parts: readonly Part[], map: (at: number, assoc: -1 | 1) => number): Part[] {
  return parts.map((part, n) => {
    const before = parts[n - 1]
    const next = parts[n + 1]
    if (part.origin === null) {
      // Squeezed by the fields beside it: never grows.
      const from = map(part.from, before?.origin ? 1 : -1)
      return { ...part, from, to: Math.max(from, map(part.to, next?.origin ? -1 : 1)) }
    }
    const from = map(part.from, -1)
    return { ...part, from, to: Math.max(from, map(part.to, next && next.origin !== null ? -1 : 1)) }
  })
}

export interface Change {
  from: number
  to: number
  insert: string
}

/** A change held to the fields: the template's words stay as they are. */
export function clip(change: Change, parts: readonly Part[]): Change[] {
  const own = parts.filter((part) => part.origin !== null)
  const inside = own.filter((part) => part.from <= change.from && change.to <= part.to).at(-1)
  if (inside) return [change]
  const touched = own.filter((part) => part.from <= change.to && change.from <= part.to)
  if (touched.length === 0 && change.insert !== '') {
    // Typed among the template's words: it goes to the field that follows, or to the last.
    const next = own.find((part) => part.from >= change.to)
    const at = next?.from ?? own.at(-1)?.to
    return at === undefined ? [] : [{ from: at, to: at, insert: change.insert }]
  }
  return touched.map((part, n) => ({
    from: Math.max(part.from, change.from),
    to: Math.min(part.to, change.to),
    insert: n === 0 ? change.insert : '',
  }))
}
