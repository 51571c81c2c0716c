import { ref, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { call } from '../api/index.ts'
import type { LayoutFault } from '../api/index.ts'
import { useAsked } from './asked.ts'

/** What around the text is not as the standard has it; asked again after every edit. */
export function useLayoutFaults(): ShallowRef<readonly LayoutFault[]> {
  const faults = shallowRef<readonly LayoutFault[]>([])
  // Without an answer nothing is said; the pages themselves say what failed.
  useAsked((year) => call('layout.check', { year }), (found) => { faults.value = found }, () => { faults.value = [] })
  return faults
}

/** The sentence to stand beside a field, the first if there are several. */
export const faultOn = (faults: readonly LayoutFault[], field: LayoutFault['field'], at = 0): string => faults.find((f) => f.field === field && f.at === at)?.message ?? ''

/** Which half of the settings is shown: how the text is made up, or what stands around it. */
export const half = ref<'text' | 'around'>('text')
const AROUND = ['attachment_note', 'attachment_label', 'attachment_title', 'note']

/** Turns to the half that sets a paragraph of this role. */
export function turnTo(role: string | undefined): void {
  half.value = role !== undefined && AROUND.includes(role) ? 'around' : 'text'
}
