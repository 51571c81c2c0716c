import type { CatalogDeadline, Deadline, DeadlineLeft, DeadlineOf, UnitKind } from '../api/index.ts'

export const DEADLINE_WORD: { [what in DeadlineOf]: string } = { sending: '报送', publishing: '公开' }

/** 还有 5 天, 今天, 已过 3 天 */
export function daysWords(days: number): string {
  if (days === 0) return '就是今天'
  return days > 0 ? `还有 ${days} 天` : `已过 ${-days} 天`
}

/** The usual ones for such a unit, in the year after the report's. */
export function usual(all: readonly CatalogDeadline[], kind: UnitKind, year: number): Deadline[] {
  return all
    .filter((d) => d.unit_kind === kind)
    .map(({ what, to, month, day }) => ({ what, to, due: `${year + 1}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, done: null }))
}

/** The first that is not done yet, of those that come in the order they fall due. */
export function next(all: readonly DeadlineLeft[], what: DeadlineOf): DeadlineLeft | null {
  return all.find((d) => d.what === what && d.days_left !== null) ?? null
}
