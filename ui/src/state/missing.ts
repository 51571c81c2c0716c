import { shallowRef, watch } from 'vue'
import { call } from '../api/index.ts'
import type { Edition, Incomplete, Missing, MissingReply, Remark } from '../api/index.ts'
import { useAsked } from './asked.ts'

export interface Told {
  records: readonly Incomplete[]
  lacking: ReadonlyMap<string, readonly Missing[]>
  remarks: ReadonlyMap<string, readonly Remark[]>
  /** Why the report does not print it. */
  left: ReadonlyMap<string, string>
}

interface At {
  kind: string
  id: number
}

const nameOf = ({ kind, id }: At): string => `${kind}:${id}`
const NOTHING: Told = { records: [], lacking: new Map(), remarks: new Map(), left: new Map() }

/** What the year's records lack, as last told. */
export const told = shallowRef<Told>(NOTHING)

export function sort(reply: MissingReply): Told {
  const remarks = new Map<string, Remark[]>()
  for (const remark of reply.remarks) remarks.set(nameOf(remark), [...(remarks.get(nameOf(remark)) ?? []), remark])
  return {
    records: reply.records,
    lacking: new Map(reply.records.map((record) => [nameOf(record), record.missing])),
    remarks,
    left: new Map(reply.left_out.map((left) => [nameOf(left), left.message])),
  }
}

export const lacks = (at: At | null): readonly Missing[] => (at && told.value.lacking.get(nameOf(at))) ?? []
export const remarksOn = (at: At | null): readonly Remark[] => (at && told.value.remarks.get(nameOf(at))) ?? []
export const leftOut = (at: At | null): string => (at && told.value.left.get(nameOf(at))) ?? ''

/** Asks again after every edit, as long as the page is shown; an answer that an edit has overtaken is not taken. */
export function useMissing(edition: () => Edition = () => 'submission'): void {
  // Another 库 may use the same numbers.
  told.value = NOTHING
  const again = useAsked(
    (year) => call('missing.get', { year, edition: edition() }),
    (reply) => { told.value = sort(reply) },
    // A fault is left to the next edit: what is lacking hinders nobody's work.
    () => undefined,
  )
  watch(edition, () => void again())
}
