import { call, faultOf } from '../api/index.ts'
import type { Edition, PlacedFinding, RuleInfo } from '../api/index.ts'
import { desk } from './desk.ts'
import { edition } from './edition.ts'
import { findings, recheck, rules } from './findings.ts'
import { attempt, flush, undo } from './saving.ts'
import { say } from './toast.ts'

const of = (): { year: number; edition: Edition } => ({ year: desk.records?.year.year ?? 0, edition: edition() })

/** What was found once more, after what was typed elsewhere in the field has been stored. */
export function sameAs(found: PlacedFinding, among: readonly PlacedFinding[]): PlacedFinding | null {
  const alike = (other: PlacedFinding): boolean =>
    other.code === found.code && other.message === found.message && other.at?.text === found.at?.text
    && other.record?.kind === found.record?.kind && other.record?.id === found.record?.id && other.record?.field === found.record?.field
  const near = (other: PlacedFinding): number => Math.abs((other.record?.start ?? 0) - (found.record?.start ?? 0))
  return among.find((other) => other.identity === found.identity) ?? among.filter(alike).sort((a, b) => near(a) - near(b))[0] ?? null
}

/** As it now stands: what waits to be stored is stored first. */
export async function current(found: PlacedFinding): Promise<PlacedFinding | null> {
  await flush()
  await recheck()
  return sameAs(found, findings.value?.findings ?? [])
}

/** Mends them as one step; the toast takes it back. */
export async function fix(found: readonly PlacedFinding[]): Promise<boolean> {
  const changed = await attempt(() => call('check.fix', { ...of(), identities: found.map((f) => f.identity) }))
  if (changed) say(`已修正 ${found.length} 处`, { act: { word: '撤销', run: () => void undo() } })
  return changed !== null
}

export async function fixHere(found: PlacedFinding): Promise<void> {
  const now = await current(found)
  if (now) await fix([now])
  else say('这一处已经不在了')
}

/** Rejects with the desk's fault. */
export async function accept(found: PlacedFinding, reason: string): Promise<void> {
  findings.value = await call('check.accept', { ...of(), identity: found.identity, reason })
  say('已认可，列在体检页下面', { act: { word: '撤销', run: () => void unaccept(found) } })
}

export async function unaccept(found: PlacedFinding): Promise<void> {
  try {
    findings.value = await call('check.unaccept', { ...of(), identity: found.identity })
  } catch (thrown) {
    say(faultOf(thrown).whole, { bad: true })
  }
}

/** A rule that is off is turned on, and the other way round. Rejects with the desk's fault. */
export async function turn(wanted: RuleInfo): Promise<void> {
  rules.value = await call('check.set', wanted.on ? { off: [wanted.code] } : { on: [wanted.code] })
  await recheck()
}
