import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { open, save } from '@tauri-apps/plugin-dialog'
import { inWindow } from './transport.ts'

export interface Wanted {
  title: string
  /** Save under a new name, or open what is there. */
  save: boolean
  /** File name offered, or the folder and name. */
  suggested?: string
  /** Endings without a dot; the first is added to a bare name. None: files of any kind, or a folder to be made. */
  endings: string[]
  /** What files of these endings are called. */
  called: string
}

function filtersOf(wanted: Wanted): { name: string; extensions: string[] }[] {
  return wanted.endings.length === 0 ? [] : [{ name: wanted.called, extensions: wanted.endings }]
}

/** Several files at once; none when the person thinks better of it. */
export async function chooseManyNatively(wanted: Wanted): Promise<string[]> {
  return (await open({ title: wanted.title, filters: filtersOf(wanted), multiple: true, directory: false })) ?? []
}

/** The system's own file dialog; null when the person thinks better of it. */
export async function chooseNatively(wanted: Wanted): Promise<string | null> {
  const filters = filtersOf(wanted)
  const defaultPath = wanted.suggested
  if (wanted.save) {
    const path = await save({ title: wanted.title, filters, ...(defaultPath === undefined ? {} : { defaultPath }) })
    return path === null ? null : withEnding(path, wanted.endings)
  }
  return await open({ title: wanted.title, filters, multiple: false, directory: false })
}

/** A name typed without an ending gets one; a name with another ending keeps it and gets ours too. */
export function withEnding(path: string, endings: string[]): string {
  const first = endings[0]
  if (first === undefined || endings.some((ending) => path.toLowerCase().endsWith(`.${ending}`))) return path
  return `${path}.${first}`
}

export interface Farewells {
  /** The page is going and is waited for; false: something typed could not be stored. */
  farewell: () => Promise<boolean>
  /** Whether something typed cannot be stored as it stands: then a browser asks before it goes. */
  stuck: () => boolean
  /** The page is going and nobody waits. */
  leave: () => void
  /** The page is out of sight and may not come back. */
  flush: () => Promise<unknown>
  /** The page is looked at again. */
  lookAgain: () => Promise<unknown>
}

/**
 * Everything that ends the page takes this one path (D3): the window waits for `farewell` and is then
 * told it may go; a browser tab cannot wait, so it flushes whenever it is hidden and leaves at the end.
 */
export function onClosing({ farewell, stuck, leave, flush, lookAgain }: Farewells): void {
  if (inWindow) {
    void listen('nianbao://closing', () => {
      void farewell().then((saved) => invoke('ready_to_close', { saved }), () => invoke('ready_to_close', { saved: false }))
    })
  }
  window.addEventListener('beforeunload', (event) => {
    if (stuck()) event.preventDefault()
  })
  // A reload goes this way in the window too.
  window.addEventListener('pagehide', leave)
  window.addEventListener('pageshow', () => void flush())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flush()
  })
  // Two tabs may show one 库, or two windows of the browser side by side.
  if (!inWindow) window.addEventListener('focus', () => void lookAgain())
}
