import type * as api from '../api/index.ts'

export type Kind = api.Kind
/** One record with its kind, as it comes in a `Changed`. */
export type AnyRecord = api.Record
export type Of<K extends Kind> = Extract<api.Record, { kind: K }>
/** Kinds that stand in ordered lists of a year; templates belong to the whole 库. */
export type Listed = Exclude<Kind, 'unit' | 'year' | 'template'>
export type Fields<K extends Kind> = Partial<Omit<Of<K>, 'kind' | 'id'>>

const LIST = {
  area: 'areas',
  passage: 'passages',
  achievement: 'achievements',
  problem: 'problems',
  plan: 'plans',
  duty: 'duties',
  figure: 'figures',
  indicator: 'indicators',
  evidence: 'evidence',
  opinion: 'opinions',
} as const satisfies { [kind in Listed]: keyof api.YearRecords }

export const WORD: { [kind in Kind]: string } = {
  unit: '单位',
  year: '年度',
  area: '领域',
  passage: '段落',
  achievement: '成效',
  problem: '问题',
  plan: '计划',
  duty: '履职',
  figure: '数据',
  indicator: '指标',
  evidence: '佐证',
  opinion: '意见',
  template: '模板',
}

interface Stored {
  id: number
  order: number
}

function list(records: api.YearRecords, kind: Listed): Stored[] {
  return records[LIST[kind]]
}

/** A record by kind and number; of a year there is one, of a unit too. */
export function find<K extends Kind>(records: api.YearRecords, kind: K, id: number): Omit<Of<K>, 'kind'> | null
export function find(records: api.YearRecords, kind: Kind, id: number): { id: number } | null {
  if (kind === 'unit') return records.unit
  if (kind === 'year') return records.year
  if (kind === 'template') return records.templates.find((t) => t.id === id) ?? null
  return list(records, kind).find((r) => r.id === id) ?? null
}

/** What one knows a record by. */
export function calledIn(records: api.YearRecords, kind: Kind, id: number): string {
  if (kind === 'year') return `${records.year.year}年`
  const fields: { [field: string]: unknown } = { ...find(records, kind, id) }
  const names = ['title', 'label', 'name'].map((field) => fields[field])
  return names.find((name): name is string => typeof name === 'string' && name.trim() !== '') ?? `没有名称的${WORD[kind]}`
}

/** Fields typed and not yet stored: what came back from the desk does not overwrite them. */
export type Unsaved = (kind: Kind, id: number) => object | null

/** Puts what is typed and not stored yet over records just read. */
export function cover(records: api.YearRecords, unsaved: Unsaved): void {
  const over = (kind: Kind, record: { id: number }): void => { Object.assign(record, unsaved(kind, record.id)) }
  over('unit', records.unit)
  over('year', records.year)
  for (const template of records.templates) over('template', template)
  for (const kind of Object.keys(LIST) as Listed[]) for (const record of list(records, kind)) over(kind, record)
}

/** Brings the records of a year up to what an edit changed. Records of other years are passed over. */
export function patch(
  records: api.YearRecords,
  changed: Pick<api.Changed, 'records' | 'removed'>,
  unsaved: Unsaved = () => null,
): void {
  for (const gone of changed.removed) {
    if (gone.kind === 'unit' || gone.kind === 'year') continue
    const among = gone.kind === 'template' ? records.templates : list(records, gone.kind)
    const at = among.findIndex((r) => r.id === gone.id)
    if (at >= 0) among.splice(at, 1)
  }
  const touched = new Set<Listed>()
  for (const record of changed.records) {
    const { kind, ...fields } = record
    const fresh = { ...fields, ...unsaved(kind, record.id) }
    if (record.kind === 'unit') {
      Object.assign(records.unit, fresh)
    } else if (record.kind === 'template') {
      const known = records.templates.find((t) => t.id === record.id)
      if (known) Object.assign(known, fresh)
      else records.templates.push({ ...record })
    } else if (record.year !== records.year.year) {
      continue
    } else if (record.kind === 'year') {
      Object.assign(records.year, fresh)
    } else {
      const among = list(records, record.kind)
      const known = among.find((r) => r.id === record.id)
      if (known) Object.assign(known, fresh)
      else among.push({ ...record, ...unsaved(kind, record.id) })
      touched.add(record.kind)
    }
  }
  for (const kind of touched) list(records, kind).sort((a, b) => a.order - b.order || a.id - b.id)
}

/** The record of a kind that a `Changed` brought and that was not there before. */
export function added<K extends Listed>(
  records: api.YearRecords,
  changed: Pick<api.Changed, 'records'>,
  kind: K,
): Of<K> | null {
  const known = new Set(list(records, kind).map((r) => r.id))
  return (changed.records.find((r): r is Of<K> => r.kind === kind && !known.has(r.id)) as Of<K> | undefined) ?? null
}
