// Days are text, 2025-12-31, from the field to the file: no instant, so no time zone can move one (D7).

const DIGITS: Record<string, string> = Object.fromEntries([...'０１２３４５６７８９'].map((c, n) => [c, String(n)]))

function real(year: number, month: number, day: number): string | null {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > last) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** What a clerk types for a year: 2023, ２０２３, 2023年. Null: no year a report is written for. */
export function readYear(typed: string): number | null {
  const text = typed.trim().replace(/[０-９]/g, (c) => DIGITS[c] ?? c).replace(/\s*年度?$/, '')
  return /^(19|20)\d\d$/.test(text) ? Number(text) : null
}

/**
 * What a clerk types for a day: 2024-3-1, 2024.3.1, 2024/03/01, 20240301, 2024年3月1日, 3月1日, 3-1
 * (then of `year`). Null: no such day.
 */
export function readDay(typed: string, year: number): string | null {
  const text = typed.trim().replace(/[０-９]/g, (c) => DIGITS[c] ?? c).replace(/\s/g, '')
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const full = packed ?? /^(\d{4})[-./年－．／](\d{1,2})[-./月－．／](\d{1,2})日?$/.exec(text)
  if (full) return real(Number(full[1]), Number(full[2]), Number(full[3]))
  const short = /^(\d{1,2})[-./月－．／](\d{1,2})日?$/.exec(text)
  return short ? real(year, Number(short[1]), Number(short[2])) : null
}

/** 2024年3月1日 */
export function sayDay(day: string | null): string {
  const parts = day === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return parts ? `${Number(parts[1])}年${Number(parts[2])}月${Number(parts[3])}日` : ''
}

/** An instant as the clock on the wall shows it: 14:03. */
export function sayTime(at: string | Date): string {
  const when = typeof at === 'string' ? new Date(at) : at
  if (Number.isNaN(when.getTime())) return ''
  return `${String(when.getHours()).padStart(2, '0')}:${String(when.getMinutes()).padStart(2, '0')}`
}

/** The day of an instant by the clock on the wall. */
export function dayOf(when: Date): string {
  return `${when.getFullYear()}-${String(when.getMonth() + 1).padStart(2, '0')}-${String(when.getDate()).padStart(2, '0')}`
}

/** 今天, 昨天, 11月3日, 2024年11月3日 */
export function sayDate(at: string, now: Date): string {
  const when = new Date(at)
  if (Number.isNaN(when.getTime())) return ''
  if (dayOf(when) === dayOf(now)) return '今天'
  if (dayOf(when) === addDays(dayOf(now), -1)) return '昨天'
  const day = `${when.getMonth() + 1}月${when.getDate()}日`
  return when.getFullYear() === now.getFullYear() ? day : `${when.getFullYear()}年${day}`
}

/** 今天 14:03, 11月3日 09:20 */
export function sayMoment(at: string, now: Date): string {
  return `${sayDate(at, now)} ${sayTime(at)}`.trim()
}

/** The day so many days after another, by the calendar alone. */
export function addDays(day: string, days: number): string {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(Date.UTC(year ?? 1970, (month ?? 1) - 1, (date ?? 1) + days)).toISOString().slice(0, 10)
}

/** The same day so many months on, or the last of that month. */
export function addMonths(day: string, months: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last))).toISOString().slice(0, 10)
}

/** Six weeks from a Monday that show the month of a day. */
export function weeks(day: string): string[][] {
  const first = `${day.slice(0, 8)}01`
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, n) => addDays(first, week * 7 + n - weekday)))
}
