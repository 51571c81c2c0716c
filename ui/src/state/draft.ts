import { computed, ref, watch } from 'vue'
import { call } from '../api/index.ts'
import type { DeskFault, Doc, Inline, Paragraph } from '../api/index.ts'
import { useAsked } from './asked.ts'
import { shown } from './edition.ts'
import { place } from './place.ts'
import type { View } from './place.ts'
import { groups } from './segments.ts'
import type { Group } from './segments.ts'
import { length } from './text.ts'

export interface Heading {
  key: string
  level: number
  text: string
}

export function plain(paragraph: Paragraph): string {
  return paragraph.inlines.map((inline: Inline) => (inline.inline === 'text' ? inline.text : '')).join('')
}

/** Characters of the report's own headings and text, and of what is attached to it. */
export function lengthsOf(doc: Pick<Doc, 'blocks'> | null): { text: number; attached: number } {
  const out = { text: 0, attached: 0 }
  let attached = false
  for (const block of doc?.blocks ?? []) {
    if (block.block === 'paragraph') {
      attached ||= block.role.is === 'attachment_label'
      const own = length(plain(block))
      if (attached) out.attached += own
      else if (block.role.is === 'heading' || block.role.is === 'body') out.text += own
    } else {
      for (const cell of block.rows.flat()) for (const inline of cell.inlines) if (inline.inline === 'text') out.attached += length(inline.text)
    }
  }
  return out
}

/** The draft, composed anew after every edit; an answer that an edit has overtaken is not shown. */
export function useDraft() {
  const doc = ref<Doc | null>(null)
  /** Which view it is of: what is masked must never be taken for what was typed. */
  const of = ref<View>(place.view)
  const fault = ref<DeskFault | null>(null)
  const compose = useAsked(
    async (year) => ({ view: place.view, fresh: await call('draft.compose', { year, ...shown() }) }),
    ({ view, fresh }) => {
      doc.value = fresh
      of.value = view
      fault.value = null
    },
    (why) => { fault.value = why },
  )

  watch(() => place.view, () => void compose())

  const all = computed<Group[]>(() => (doc.value ? groups(doc.value) : []))
  const outline = computed<Heading[]>(() =>
    all.value.flatMap((group) => {
      const first = group.paragraphs[0]
      if (!first) return []
      if (first.role.is === 'heading') return first.role.level <= 2 ? [{ key: group.key, level: first.role.level, text: plain(first) }] : []
      const lead = first.inlines.filter((i): i is Extract<Inline, { inline: 'text' }> => i.inline === 'text' && i.face.is === 'heading')
      const level = lead[0]?.face.is === 'heading' ? lead[0].face.level : 0
      return level > 0 && level <= 2 ? [{ key: group.key, level, text: lead.map((i) => i.text).join('').replace(/。$/, '') }] : []
    }),
  )
  const lengths = computed(() => lengthsOf(doc.value))
  /** Groups in which a figure has no value yet. */
  const open = computed(() =>
    all.value.filter((g) => g.paragraphs.some((p) => p.inlines.some((i) => i.inline === 'text' && i.figure !== null && i.text.startsWith('〔待填')))).map((g) => g.key),
  )
  return { doc, of, fault, groups: all, outline, lengths, open, compose }
}
