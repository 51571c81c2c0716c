import type { UnitKind } from '../api/index.ts'

export const UNIT_KINDS: { value: UnitKind; word: string }[] = [
  { value: 'department', word: '县级以上政府部门' },
  { value: 'government', word: '县级以上政府' },
  { value: 'township', word: '乡镇、街道' },
]

/** What kind a unit of this name probably is; the person has the last word. */
export function guessKind(name: string): UnitKind {
  if (/(镇|乡)(人民)?政府$|(镇|乡)$|街道(办事处)?$/.test(name)) return 'township'
  if (/人民政府$/.test(name)) return 'government'
  return 'department'
}

/** What a unit of this name probably calls itself. */
export function guessShort(name: string): string {
  const found = /(局|委|办|厅|处|镇|乡|街道|中心|大队|支队)$/.exec(name.trim().replace(/委员会$/, '委').replace(/(办公室)$/, '办').replace(/街道办事处$/, '街道').replace(/(镇|乡|市|县|区|省|州)人民政府$/, '$1'))
  if (found) return `我${found[1] ?? ''}`
  const place = /(市|县|区|省|州)人民政府$/.exec(name.trim())
  return place ? `我${place[1] ?? ''}` : ''
}

/** A file name of what was typed: without what Windows refuses in one. */
export function fileName(name: string): string {
  return [...name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '').replace(/[. ]+$/, '').trim()].slice(0, 60).join('')
}

export function folderOf(path: string): string {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return at < 0 ? '' : path.slice(0, at + 1)
}

export function baseOf(path: string): string {
  return path.slice(folderOf(path).length)
}

/** A file of this name in that folder, with the folder's own kind of slash. */
export function inFolder(folder: string, name: string): string {
  const slash = folder.includes('\\') ? '\\' : '/'
  return folder === '' ? name : `${folder.replace(/[\\/]$/, '')}${slash}${name}`
}
