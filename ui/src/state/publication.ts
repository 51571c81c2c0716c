import { ref, shallowRef } from 'vue'
import { call, faultOf } from '../api/index.ts'
import type { DeskFault, LookOver, Publication } from '../api/index.ts'
import { useAsked } from './asked.ts'
import { anew, desk } from './desk.ts'
import { showRecord } from './fill.ts'
import { toField } from './more.ts'
import { go, place } from './place.ts'
import { say } from './toast.ts'

/** To where it is written. */
export async function open(found: LookOver): Promise<void> {
  const at = found.record
  if (!at || !showRecord(at.kind, at.id)) {
    place.view = 'submission'
    return go('draft')
  }
  go('fill')
  await toField(at.kind, found.field)
}

/** What to look over before the report is published, and what somebody said of it. */
export function usePublication() {
  const list = shallowRef<Publication | null>(null)
  const fault = ref<DeskFault | null>(null)
  const year = (): number => desk.records?.year.year ?? 0
  const again = useAsked(
    (asked) => call('publication.list', { year: asked }),
    (fresh) => {
      list.value = fresh
      fault.value = null
    },
    (why) => { fault.value = why },
  )

  async function see(found: LookOver, seen: boolean): Promise<void> {
    try {
      list.value = await call('publication.see', { year: year(), identity: found.identity, seen })
    } catch (thrown) {
      say(faultOf(thrown).whole, { bad: true })
      await again()
    }
  }

  /** As typed, or masked again. Rejects with the desk's fault. */
  async function print(identity: string, reason: string | null): Promise<void> {
    list.value = await call('publication.print', { year: year(), identity, ...(reason === null ? {} : { reason }) })
    anew()
  }
  async function mask(identity: string): Promise<void> {
    try {
      await print(identity, null)
    } catch (thrown) {
      say(faultOf(thrown).whole, { bad: true })
    }
  }
  async function letPrint(identity: string, reason: string): Promise<void> {
    await print(identity, reason)
    say('公开版将照原样印出', { act: { word: '撤销', run: () => void mask(identity) } })
  }
  return { list, fault, again, see, letPrint, mask }
}
