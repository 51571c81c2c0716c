import { ref } from 'vue'
import { chooseFile } from './choosing.ts'
import { folderOf, inFolder } from './naming.ts'

/** Whether the backups are shown: from the first screen, the bar above, or a notice. */
export const backupShown = ref(false)

/** Where a new file is to be; null: thought better of it. */
export function chooseNew(title: string, of: string, word: string): Promise<string | null> {
  const name = of.slice(folderOf(of).length).replace(/^[/\\]/, '').replace(/\.nianbao$/, '')
  return chooseFile({ title, save: true, suggested: inFolder(folderOf(of), `${name}（${word}）.nianbao`), endings: ['nianbao'], called: '法治年报库' })
}

/** `1.2 MB`, as a file manager says it. */
export function sizeWord(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
