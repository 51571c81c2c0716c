import { reactive, watch } from 'vue'

export const PAGES = ['overview', 'fill', 'ledger', 'draft', 'check', 'loop', 'material', 'history', 'import', 'export'] as const
export type Page = (typeof PAGES)[number]

export const PAGE_WORD: { [page in Page]: string } = {
  overview: '总览',
  fill: '填报',
  ledger: '台账',
  draft: '成稿',
  check: '体检',
  loop: '闭环',
  material: '佐证与指标',
  history: '历史',
  import: '读入',
  export: '导出',
}

/** What 成稿 shows: either edition of the report, or what is different between them. */
export const VIEWS = ['submission', 'public', 'differences'] as const
export type View = (typeof VIEWS)[number]

interface Place {
  page: Page
  year: number | null
  /** Chosen part of 填报. */
  part: string
  /** Chosen record there. */
  record: { kind: string; id: number } | null
  view: View
}

/** Where the person is. It stands in the address, so that a reload comes back to it. */
export const place = reactive<Place>({ page: 'overview', year: null, part: 'lead', record: null, view: 'submission' })

export function readAddress(hash: string): void {
  const [page, year, part, ...rest] = hash.replace(/^#\/?/, '').split('/')
  const known = PAGES.find((p) => p === page)
  if (known) place.page = known
  if (year !== undefined && /^\d{4}$/.test(year)) place.year = Number(year)
  if (part !== undefined && part !== '') place.part = decodeURIComponent(part)
  place.view = VIEWS.find((v) => rest.includes(v)) ?? 'submission'
  const [, kind, id] = rest.map((r) => /^([a-z]+)-(\d+)$/.exec(r)).find((r) => r !== null) ?? []
  place.record = kind === undefined ? null : { kind, id: Number(id) }
}

/** A page is a step of the browser's own; a record or view is not. */
export function keepAddress(): void {
  let back = false
  window.addEventListener('popstate', () => {
    const year = place.year
    back = true
    readAddress(window.location.hash)
    // Which year is open is the desk's: going back changes the page, not the year.
    place.year = year
  })
  watch(
    () => [place.page, place.year, place.part, place.view, place.record] as const,
    ([page, year, part, view, record], [before]) => {
      const rest = [...(view === 'submission' ? [] : [view]), ...(record === null ? [] : [`${record.kind}-${record.id}`])]
      const hash = year === null ? `#/${page}` : `#/${[page, year, encodeURIComponent(part), ...rest].join('/')}`
      const step = page !== before && !back
      back = false
      if (window.location.hash === hash) return
      if (step) window.history.pushState(null, '', hash)
      else window.history.replaceState(null, '', hash)
    },
  )
}

/** Goes to a page; with a part and record, to that place of 填报. */
export function go(page: Page, at: { part?: string; record?: Place['record'] } = {}): void {
  if (at.part !== undefined) {
    place.part = at.part
    place.record = at.record ?? null
  } else if (at.record !== undefined) {
    place.record = at.record
  }
  place.page = page
}
