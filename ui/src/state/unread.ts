import { desk } from './desk.ts'

/** Words that are no day, by the place they stand in: they stay there until they are mended, as in the ledger. */
const kept = { library: '', words: new Map<string, string>() }

function words(): Map<string, string> {
  const library = desk.status?.library?.path ?? ''
  if (kept.library !== library) Object.assign(kept, { library, words: new Map<string, string>() })
  return kept.words
}

export function unreadAt(place: string): string {
  return words().get(place) ?? ''
}

/** Empty: there is nothing unread there. */
export function keepUnread(place: string, typed: string): void {
  if (place === '') return
  if (typed === '') words().delete(place)
  else words().set(place, typed)
}
