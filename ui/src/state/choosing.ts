import { shallowRef } from 'vue'
import { chooseManyNatively, chooseNatively, inWindow } from '../api/index.ts'
import type { Wanted } from '../api/window.ts'

/** What the browser's own chooser is asked for; App shows it. */
export const asked = shallowRef<{ wanted: Wanted; done: (path: string | null) => void } | null>(null)

/** A file's path: by the system's dialog in the window, by ours in a browser. Null: thought better of it. */
export function chooseFile(wanted: Wanted): Promise<string | null> {
  if (inWindow) return chooseNatively(wanted)
  return new Promise((resolve) => {
    asked.value = {
      wanted,
      done: (path) => {
        asked.value = null
        resolve(path)
      },
    }
  })
}

/** Files' paths; the browser's chooser gives one at a time. */
export async function chooseFiles(wanted: Wanted): Promise<string[]> {
  if (inWindow) return chooseManyNatively(wanted)
  const path = await chooseFile(wanted)
  return path === null ? [] : [path]
}
