import { ref } from 'vue'
import { call } from '../api/index.ts'
import type { DeskFault, Overview, PartOverview } from '../api/index.ts'
import { useAsked } from './asked.ts'
import { allParts, showRecord } from './fill.ts'
import type { Target } from './next.ts'
import { desk } from './desk.ts'
import { go } from './place.ts'
import { unitShown } from './unit.ts'

/** Asked again after every edit; an answer that an edit has overtaken is not shown. */
export function useOverview() {
  const overview = ref<Overview | null>(null)
  const fault = ref<DeskFault | null>(null)
  const load = useAsked(
    (year) => call('overview.get', { year }),
    (fresh) => {
      overview.value = fresh
      fault.value = null
    },
    (why) => { fault.value = why },
  )
  return { overview, fault, load }
}

/** To the place of the part where there is something to do. */
export function openPart(part: Pick<PartOverview, 'of' | 'missing'>): void {
  const all = allParts.value.filter((p) => p.of === part.of)
  const wanted = (part.missing.length > 0 ? all.find((p) => p.count === 0) : undefined) ?? all[0]
  go('fill', { part: wanted?.key ?? 'lead' })
}

export function openFigure(id: number): void {
  go('ledger', { record: { kind: 'figure', id } })
}

export function openRecord(kind: string, id: number): void {
  if (kind === 'figure') return openFigure(id)
  if (kind === 'unit') {
    unitShown.value = true
    return
  }
  if (showRecord(kind, id)) return go('fill')
  const year = desk.records?.year
  // What a year lacks is set in three places; the first that lacks something is shown.
  const settings = year?.cutoff === null ? 'ledger' : year?.addressee === '' ? 'draft' : 'overview'
  go(kind === 'indicator' || kind === 'evidence' ? 'material' : kind === 'year' ? settings : 'fill', { record: { kind, id } })
}

/** Goes where an act is done. */
export function follow(to: Target, overview: Overview): void {
  if (to.is === 'page') go(to.page)
  else if (to.is === 'record') openRecord(to.kind, to.id)
  else if (to.is === 'part') openPart(overview.parts.find((p) => p.of === to.of) ?? { of: to.of, missing: [] })
}
