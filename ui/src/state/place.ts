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
  const [page, year, part, view] = hash.replace(/^#\/?/, '').split('/')
  const known = PAGES.find((p) => p === page)
  if (known) place.page = known
  if (year !== undefined && /^\d{4}$/.test(year)) place.year = Number(year)
  if (part !== undefined && part !== '') place.part = decodeURIComponent(part)
  place.view = VIEWS.find((v) => v === view) ?? 'submission'
}

export function keepAddress(): void {
  watch(
    () => [place.page, place.year, place.part, place.view] as const,
    ([page, year, part, view]) => {
      const hash = year === null ? `#/${page}` : `#/${page}/${year}/${encodeURIComponent(part)}${view === 'submission' ? '' : `/${view}`}`
      if (window.location.hash !== hash) window.history.replaceState(null, '', hash)
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
