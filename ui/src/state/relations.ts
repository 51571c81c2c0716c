import type { Figure, Relation } from '../api/index.ts'

export type RelationKind = Relation['relation']

export const RELATIONS: { value: RelationKind | ''; word: string }[] = [
  { value: '', word: '不由别的数得来' },
  { value: 'sum', word: '合计：几项相加' },
  { value: 'difference', word: '差：一项减去几项' },
  { value: 'share', word: '占比：一项占另一项的百分之几' },
  { value: 'year_on_year', word: '同比：比上年增减百分之几' },
  { value: 'times', word: '倍数：一项是另一项的几倍' },
  { value: 'points', word: '百分点：比上年提高几个百分点' },
]

/** What the form holds: one list for the first place of the relation, one for the second. */
export interface RelationDraft {
  kind: RelationKind | ''
  first: string[]
  second: string[]
  lastYear: boolean
}

/** How each kind calls its places; `many`: more than one figure may stand there. */
export const PLACES: { [kind in RelationKind]: { first: string; manyFirst: boolean; second: string; manySecond: boolean } } = {
  sum: { first: '相加的各项', manyFirst: true, second: '', manySecond: false },
  difference: { first: '被减的一项', manyFirst: false, second: '减去的各项', manySecond: true },
  share: { first: '部分', manyFirst: false, second: '总数', manySecond: false },
  year_on_year: { first: '哪一项的同比', manyFirst: false, second: '', manySecond: false },
  times: { first: '哪一项', manyFirst: false, second: '是哪一项的几倍', manySecond: false },
  points: { first: '哪一项的百分点', manyFirst: false, second: '', manySecond: false },
}

export function draftOf(relation: Relation | null): RelationDraft {
  const draft = (kind: RelationKind | '', first: string[], second: string[] = [], lastYear = false): RelationDraft => ({ kind, first, second, lastYear })
  switch (relation?.relation) {
    case undefined: return draft('', [])
    case 'sum': return draft('sum', [...relation.parts])
    case 'difference': return draft('difference', [relation.from], [...relation.less])
    case 'share': return draft('share', [relation.part], [relation.whole])
    case 'year_on_year': return draft('year_on_year', [relation.of])
    case 'times': return draft('times', [relation.of], [relation.base], relation.last_year ?? false)
    case 'points': return draft('points', [relation.of])
  }
}

/** The relation that was put together; null: none is meant. A sentence: something is wanting. */
export function relationOf(draft: RelationDraft): Relation | null | { place: 'first' | 'second'; wanting: string } {
  if (draft.kind === '') return null
  const places = PLACES[draft.kind]
  const [first] = draft.first
  const [second] = draft.second
  if (first === undefined) return { place: 'first', wanting: `请选${places.first}` }
  if (draft.kind === 'sum') {
    return draft.first.length < 2 ? { place: 'first', wanting: '合计至少要两项' } : { relation: 'sum', parts: draft.first }
  }
  if (draft.kind === 'year_on_year' || draft.kind === 'points') return { relation: draft.kind, of: first }
  if (second === undefined) return { place: 'second', wanting: `请选${places.second}` }
  if (draft.kind === 'difference') return { relation: 'difference', from: first, less: draft.second }
  if (draft.kind === 'share') return { relation: 'share', part: first, whole: second }
  return { relation: 'times', of: first, base: second, last_year: draft.lastYear }
}

/** The keys whose values of this year a relation reads. Last year's cannot close a circle. */
export function readsKeys(relation: Relation): string[] {
  switch (relation.relation) {
    case 'sum': return relation.parts
    case 'difference': return [relation.from, ...relation.less]
    case 'share': return [relation.part, relation.whole]
    case 'year_on_year': case 'points': return [relation.of]
    case 'times': return relation.last_year === true ? [relation.of] : [relation.of, relation.base]
  }
}

/** The way from a figure back to itself, were it to have the relation: key after key. Null: there is none. */
export function circle(figures: readonly Figure[], key: string, relation: Relation): string[] | null {
  const relations = new Map(figures.map((f) => [f.key, f.relation]))
  const seen = new Set<string>()
  const walk = (at: string, way: string[]): string[] | null => {
    if (at === key) return [...way, at]
    if (seen.has(at)) return null
    seen.add(at)
    const next = relations.get(at) ?? null
    if (next === null) return null
    for (const to of readsKeys(next)) {
      const found = walk(to, [...way, at])
      if (found) return found
    }
    return null
  }
  for (const to of readsKeys(relation)) {
    const found = walk(to, [])
    if (found) return found
  }
  return null
}

/** Why a relation may not be: it would lead round to the figure itself. */
export function circleWords(figures: readonly Figure[], key: string, way: readonly string[]): string {
  const name = (k: string): string => `“${figures.find((f) => f.key === k)?.label || k}”`
  const [first] = way
  if (first === undefined || way.length === 1) return `${name(key)}不能由它自己得来，请选别的数据`
  return `不能选${name(first)}：它已经要由${way.slice(1).map(name).join('、')}得来，这样会绕成一圈`
}
