import { ref, watch } from 'vue'
import { call } from '../api/index.ts'
import type { DeskFault, Doc, Layout } from '../api/index.ts'
import { useAsked } from './asked.ts'
import { shown } from './edition.ts'
import { place } from './place.ts'
import { groups } from './segments.ts'

const KEPT = 'nianbao-preview'

/** Whether the pages stand beside the text; as left the last time. */
export const previewed = ref(window.localStorage.getItem(KEPT) === 'yes')
watch(previewed, (shown) => window.localStorage.setItem(KEPT, shown ? 'yes' : 'no'))

/** A page as laid out, in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const

/** Where a paragraph stands on a page, in points. */
export interface Box {
  page: number
  top: number
  height: number
}

/** The boxes of some blocks, one a page. Lines stand 28.95 pt apart; a box takes half of that above and below. */
export function boxes(layout: Layout, blocks: ReadonlySet<number>): Box[] {
  const out: Box[] = []
  for (const line of layout.lines) {
    if (!blocks.has(line.block)) continue
    const top = line.baseline - 20
    const last = out.at(-1)
    if (last?.page === line.page) last.height = line.baseline + 9 - last.top
    else out.push({ page: line.page, top, height: line.baseline + 9 - top })
  }
  return out
}

/** The block of the line nearest to a height of a page. */
export function blockAt(layout: Layout, page: number, y: number): number | null {
  let best: { block: number; far: number } | null = null
  for (const line of layout.lines) {
    if (line.page !== page) continue
    const far = Math.abs(line.baseline - 6 - y)
    if (best === null || far < best.far) best = { block: line.block, far }
  }
  return best?.block ?? null
}

/** The group each block of a draft belongs to, by key; null for tables. */
export function keysOf(doc: Doc): (string | null)[] {
  const all = groups(doc)
  let nth = -1
  return doc.blocks.map((block) => {
    if (block.block !== 'paragraph') return null
    nth += 1
    return all.filter((group) => group.at <= nth).at(-1)?.key ?? null
  })
}

/** The pages, laid out anew after every edit; an answer that an edit has overtaken is not shown. */
export function usePages() {
  const layout = ref<Layout | null>(null)
  const fault = ref<DeskFault | null>(null)
  /** Goes up with every layout: pictures of the one before are stale. */
  const version = ref(0)
  const lay = useAsked(
    (year) => call('pages.lay', { year, ...shown() }),
    (fresh) => {
      layout.value = fresh
      fault.value = null
      version.value += 1
    },
    (why) => { fault.value = why },
  )
  watch(() => place.view, () => void lay())
  return { layout, fault, version, lay }
}
