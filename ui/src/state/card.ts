import { shallowRef } from 'vue'
import type { InRecord, PlacedFinding } from '../api/index.ts'
import { desk } from './desk.ts'
import { findingOf, findings } from './findings.ts'
import { fieldMarks, sheetMarks } from './marks.ts'
import type { Mark } from './marks.ts'
import { find } from './records.ts'
import { isUnsaved } from './saving.ts'
import type { Part } from './segments.ts'
import { say } from './toast.ts'

export interface Asked {
  identity: string
  box: { left: number; top: number; bottom: number }
}

/** What is said of a finding, beside the text; `held`: it was asked for by a key and has the keys. */
export const card = shallowRef<{ found: PlacedFinding; box: Asked['box']; held: boolean } | null>(null)

let back: HTMLElement | null = null
let resting: number | undefined

/** By a key in a text; null: there is nothing to say there. */
export function askCard(asked: Asked | null): void {
  const found = asked && findingOf(asked.identity)
  if (!asked || !found) return say('这一段没有查出问题')
  back = document.activeElement instanceof HTMLElement ? document.activeElement : null
  card.value = { found, box: asked.box, held: true }
}

export function closeCard(): void {
  const here = document.activeElement?.closest('.finding-card') !== null
  card.value = null
  if (here && back?.isConnected) back.focus()
}

/** The pointer rests on what is underlined; it has a moment to get from there to the card. */
export function hover(event: MouseEvent): void {
  const { target, clientY } = event
  if (card.value?.held || !(target instanceof Element)) return
  window.clearTimeout(resting)
  if (target.closest('.finding-card')) return
  const over = target.closest<HTMLElement>('[data-finding]')
  const found = findingOf(over?.dataset['finding'] ?? '')
  if (!over || !found) {
    if (card.value) resting = window.setTimeout(() => { if (!card.value?.held) card.value = null }, 250)
  } else if (found.identity !== card.value?.found.identity) {
    resting = window.setTimeout(() => {
      // What is broken over two lines has two boxes: the card stands at the one under the pointer.
      const { left, top, bottom } = [...over.getClientRects()].find((one) => clientY >= one.top - 2 && clientY <= one.bottom + 2) ?? over.getBoundingClientRect()
      if (!over.isConnected || card.value?.held) return
      back = document.activeElement instanceof HTMLElement ? document.activeElement : null
      card.value = { found, box: { left, top, bottom }, held: false }
    }, 350)
  }
}

function textOf(record: object | null, field: string): string {
  const text: unknown = record === null ? '' : Reflect.get(record, field)
  return typeof text === 'string' ? text : ''
}

/** The text a field of a record holds. */
export function typedIn({ kind, id, field }: Pick<InRecord, 'kind' | 'id' | 'field'>): string {
  return textOf(desk.records && find(desk.records, kind, id), field)
}

/** The underlines of a field in its form. While it is being typed in they only move with the text. */
export function markField(at: Pick<InRecord, 'kind' | 'id' | 'field'>): (text: string) => readonly Mark[] | null {
  const all = findings.value?.findings ?? []
  const figures = desk.records?.figures ?? []
  return (text) => (isUnsaved(at.kind, at.id) ? null : fieldMarks(all, at, text, figures))
}

/** The same of an edited piece of the sheet. */
export function markSheet(): (text: string, parts: readonly Part[]) => readonly Mark[] | null {
  const all = findings.value?.findings ?? []
  const figures = desk.records?.figures ?? []
  return (text, parts) =>
    parts.some(({ origin }) => origin !== null && isUnsaved(origin.kind, origin.id)) ? null : sheetMarks(all, text, parts, typedIn, figures)
}
