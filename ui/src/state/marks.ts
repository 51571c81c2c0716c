import type { At, Doc, Figure, InRecord, Origin, PlacedFinding, Severity } from '../api/index.ts'
import type { Part } from './segments.ts'
import { printed } from './text.ts'
import { placeIn } from './turning.ts'

/** A stretch of a text under which a finding stands, in UTF-16 units as the editor counts. */
export interface Mark {
  from: number
  to: number
  identity: string
  severity: Severity
}

/** Where a count of Unicode characters leads in a text. */
export function unitsAt(text: string, chars: number): number {
  let at = 0
  let left = chars
  for (const c of text) {
    if (left <= 0) break
    left -= 1
    at += c.length
  }
  return at
}

type Placed = PlacedFinding & { at: At; record: InRecord }

/** Those that stand at a place of a field; a finding of the field as a whole underlines nothing. */
function of(findings: readonly PlacedFinding[], origin: { kind: string; id: number; field: string }): Placed[] {
  return findings.filter((found): found is Placed => {
    const { at, record } = found
    return at !== null && at.text !== '' && record !== null && record.kind === origin.kind && record.id === origin.id && record.field === origin.field && record.start < record.end
  })
}

/** The marks of a field as typed. What no longer reads as it was found is left alone. */
export function fieldMarks(
  findings: readonly PlacedFinding[], origin: { kind: string; id: number; field: string }, text: string, figures: readonly Figure[], shown = text,
): Mark[] {
  return of(findings, origin).flatMap(({ at, record, identity, severity }) => {
    const from = placeIn(text, shown, unitsAt(text, record.start))
    const to = placeIn(text, shown, unitsAt(text, record.end))
    return from < to && printed(shown.slice(from, to), figures) === at.text ? [{ from, to, identity, severity }] : []
  })
}

/** The marks of an edited piece of the sheet, whose parts are fields as they are shown. */
export function sheetMarks(
  findings: readonly PlacedFinding[], text: string, parts: readonly Part[], typed: (origin: Origin) => string, figures: readonly Figure[],
): Mark[] {
  return parts.flatMap(({ from, to, origin }) =>
    origin === null ? [] : fieldMarks(findings, origin, typed(origin), figures, text.slice(from, to)).map((mark) => ({ ...mark, from: mark.from + from, to: mark.to + from })),
  )
}

/** Where each paragraph of the report begins, and how it reads: as the desk counts, with a break for one character. */
function lines(doc: Doc): { start: number; text: string }[] {
  let next = 0
  return doc.blocks.flatMap((block) => {
    if (block.block !== 'paragraph') return []
    const text = block.inlines.map((inline) => (inline.inline === 'text' ? inline.text : '\n')).join('')
    const start = next
    next += [...text].length + 1
    return [{ start, text }]
  })
}

/** The paragraph in which a place of the report stands. */
export function paragraphAt(doc: Doc, at: number): number {
  return lines(doc).filter((line) => line.start <= at).length - 1
}

/** The marks of each paragraph of the report as it reads, by its place in the document. */
export function printedMarks(findings: readonly PlacedFinding[], doc: Doc): Map<number, Mark[]> {
  const all = lines(doc)
  const out = new Map<number, Mark[]>()
  let n = 0
  for (const { at, identity, severity } of findings) {
    if (at === null || at.start >= at.end) continue
    // In the order of the text.
    while ((all[n + 1]?.start ?? Infinity) <= at.start) n += 1
    const { start, text } = all[n] ?? { start: 0, text: '' }
    const from = unitsAt(text, at.start - start)
    const to = unitsAt(text, at.end - start)
    if (from < to && text.slice(from, to) === at.text) out.set(n, [...(out.get(n) ?? []), { from, to, identity, severity }])
  }
  return out
}

const RANK: { [severity in Severity]: number } = { error: 0, warning: 1, hint: 2 }

/** The gravest first. */
export function gravest<T extends { severity: Severity }>(marks: readonly T[]): T | null {
  return [...marks].sort((a, b) => RANK[a.severity] - RANK[b.severity])[0] ?? null
}

export interface Cut {
  text: string
  mark: Mark | null
}

/** A run of a paragraph, which begins `from` units into it, cut where marks begin and end. */
export function cut(text: string, from: number, marks: readonly Mark[]): Cut[] {
  const to = from + text.length
  const here = marks.filter((mark) => mark.from < to && mark.to > from)
  if (here.length === 0) return [{ text, mark: null }]
  const edges = [...new Set([from, to, ...here.flatMap((mark) => [mark.from, mark.to])])].filter((at) => at >= from && at <= to).sort((a, b) => a - b)
  return edges.slice(1).map((end, n) => {
    const start = edges[n] ?? from
    return { text: text.slice(start - from, end - from), mark: gravest(here.filter((mark) => mark.from <= start && mark.to >= end)) }
  })
}
