import { shallowRef, watch } from 'vue'
import { call } from '../api/index.ts'
import type { CheckRules, Checked, DeskFault, PlacedFinding, RuleInfo } from '../api/index.ts'
import { useAsked } from './asked.ts'
import { desk } from './desk.ts'
import { edition } from './edition.ts'
import { place } from './place.ts'

/** So long nothing must have been stored before the report is checked again while somebody works elsewhere. */
const QUIET = 600

/** What 体检 says of the year at hand: the list, the underlines and the counts are of one answer. */
export const findings = shallowRef<Checked | null>(null)
export const rules = shallowRef<CheckRules | null>(null)
export const findingsFault = shallowRef<DeskFault | null>(null)

export const ruleOf = (code: string): RuleInfo | undefined => rules.value?.rules.find((rule) => rule.code === code)
export const findingOf = (identity: string): PlacedFinding | null => findings.value?.findings.find((found) => found.identity === identity) ?? null
/** Errors and warnings that nobody has settled. */
export const unsettled = (): number => (findings.value ? findings.value.counts.error + findings.value.counts.warning : 0)

let hurry = (): void => undefined
function pause(): Promise<void> {
  return new Promise((done) => {
    const timer = window.setTimeout(done, QUIET)
    hurry = () => {
      window.clearTimeout(timer)
      done()
    }
  })
}

/** Nobody waits for underlines; on the page of findings somebody does. */
async function quiet(): Promise<void> {
  for (let before: number | null = null; before !== desk.revision && place.page !== 'check';) {
    before = desk.revision
    await pause()
  }
}

let again: () => Promise<void> = () => Promise.resolve()
/** Checks now, for what changes without an edit. */
export function recheck(): Promise<void> {
  hurry()
  return again()
}

/** Asked once, for all who show something of it, as long as a 库 is open. */
export function useFindings(): void {
  watch(() => [desk.status?.library?.path, desk.records?.year.year, edition()], () => { findings.value = null }, { flush: 'sync' })
  watch(() => desk.status?.library?.path, () => { rules.value = null }, { flush: 'sync' })
  // Pages are laid out for who looks at the list; what is known already stands there meanwhile.
  watch(() => place.page, (page) => (page === 'check' ? void recheck() : hurry()))
  again = useAsked(
    async (year) => {
      const fresh = await call('check.run', { year, edition: edition(), pages: place.page === 'check' })
      rules.value ??= await call('check.rules', {})
      return fresh
    },
    (fresh) => {
      findings.value = fresh
      findingsFault.value = null
    },
    (why) => { findingsFault.value = why },
    quiet,
  )
  watch(edition, () => void recheck())
}
