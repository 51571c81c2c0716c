import { reactive, shallowRef } from 'vue'
import { call, faultOf } from '../api/index.ts'
import type { DeskFault, Document, Edition, ExportNote, FormatName, Progress } from '../api/index.ts'
import { fileName } from './naming.ts'

/** What can be exported of a year, as one choice. */
export type Which = 'submission' | 'public' | 'notice' | 'duty' | 'differences'

export const WHICH: readonly { key: Which; word: string; document: Document; edition: Edition; mark: string }[] = [
  { key: 'submission', word: '年度报告（报送版）', document: 'report', edition: 'submission', mark: '' },
  { key: 'public', word: '年度报告（公开版）', document: 'report', edition: 'public', mark: '（公开版）' },
  { key: 'notice', word: '文字解读', document: 'notice', edition: 'public', mark: '' },
  { key: 'duty', word: '述法报告', document: 'duty', edition: 'submission', mark: '' },
  { key: 'differences', word: '差异清单（公开前审查用）', document: 'differences', edition: 'submission', mark: '' },
]

export interface Wanted {
  year: number
  document: Document
  edition: Edition
  post?: string
}

/** `post`: of 述法报告, whose it is. */
export function wanted(which: Which, year: number, post = ''): Wanted {
  const { document, edition } = WHICH.find((w) => w.key === which) ?? { document: 'report', edition: 'submission' }
  return { year, document, edition, ...(document === 'duty' && post !== '' ? { post } : {}) }
}

/** A file name for a title, without an ending. */
export function stemOf(title: string, which: Which): string {
  return `${fileName(title.replace(/\n/g, ''))}${WHICH.find((w) => w.key === which)?.mark ?? ''}`
}

/** The name with this ending; another one that a format has goes. A dot of the name's own stays. */
export function withEnding(name: string, ending: string, formats: readonly Pick<FormatName, 'ending'>[]): string {
  const bare = name.trim()
  const lower = bare.toLowerCase()
  const old = formats.find((f) => lower.endsWith(`.${f.ending}`))
  if (lower.endsWith(`.${ending}`)) return bare
  return `${old ? bare.slice(0, -old.ending.length - 1) : bare}.${ending}`
}

/** How far a long call is; null while none runs. */
export interface Running extends Progress {
  stopping: boolean
}

export const PAUSE = 250

/**
 * A long call and how far it is. The name for it is made here; the desk is asked now and then, one question
 * at a time, as long as the call has not come back.
 */
export function useLongCall() {
  const state = reactive<{ running: Running | null }>({ running: null })
  let last = 0
  let name = ''

  async function follow(task: string, ended: () => boolean): Promise<void> {
    while (!ended()) {
      await new Promise((resolve) => window.setTimeout(resolve, PAUSE))
      if (ended()) return
      try {
        if (state.running?.stopping) await call('task.cancel', { task })
        const progress = await call('task.progress', { task })
        if (!ended() && state.running && progress.running) Object.assign(state.running, progress)
      } catch {
        // The call itself will say what is wrong.
      }
    }
  }

  async function run<T>(begin: (task: string) => Promise<T>): Promise<T> {
    last += 1
    const task = `${Date.now()}-${last}`
    name = task
    state.running = { running: true, word: '', done: 0, all: 0, stopping: false }
    let over = false
    void follow(task, () => over)
    try {
      return await begin(task)
    } finally {
      over = true
      state.running = null
    }
  }

  /** It ends at its next step. Asked before it has begun, it hears nothing: it is asked again while it runs. */
  function stop(): void {
    if (!state.running || state.running.stopping) return
    state.running.stopping = true
    void call('task.cancel', { task: name }).catch(() => undefined)
  }
  return { state, run, stop }
}

/** What was exported of a year, the newest first. */
export function useLastExports(year: () => number) {
  const notes = shallowRef<ExportNote[] | null>(null)
  const fault = shallowRef<DeskFault | null>(null)
  async function read(): Promise<void> {
    try {
      notes.value = await call('export.list', { year: year(), limit: 8 })
      fault.value = null
    } catch (thrown) {
      fault.value = faultOf(thrown)
    }
  }
  return { notes, fault, read }
}
