import { reactive } from 'vue'
import { call, faultOf } from '../api/index.ts'
import type { BlockProposal, BlockRole, DeskFault, FigureProposal, Reading, Revisions } from '../api/index.ts'
import { baseOf } from './naming.ts'

export const ROLES: { value: BlockRole; word: string; key: string }[] = [
  { value: 'heading', word: '小标题', key: '1' },
  { value: 'lead', word: '段落', key: '2' },
  { value: 'achievement', word: '成效', key: '3' },
  { value: 'problem', word: '问题', key: '4' },
  { value: 'cause', word: '原因', key: '5' },
  { value: 'plan', word: '计划', key: '6' },
  { value: 'leader_duty', word: '履职', key: '7' },
  { value: 'ending', word: '结尾', key: '8' },
  { value: 'title', word: '报告标题', key: '' },
  { value: 'addressee', word: '主送机关', key: '' },
  { value: 'signature', word: '署名', key: '' },
  { value: 'date', word: '成文日期', key: '' },
  { value: 'attachment', word: '附件', key: '' },
]

export const OUT_KEY = '0'

/** One of several files: read or not, taken in or not. */
export interface Waiting {
  path: string
  name: string
  reading: Reading | null
  fault: DeskFault | null
  taken: boolean
}

/** A reading under review. It stays while the person looks at other pages. */
interface Importing {
  /** Where the report taken in last reads otherwise than its source; until the person has seen it. */
  notes: string[]
  from: string
  /** The file under review; empty: pasted text. */
  path: string
  reading: Reading | null
  revisions: Revisions
  /** Files are gathered in a list before they are looked at: the browser's chooser gives one at a time. */
  several: boolean
  files: Waiting[]
  stopped: boolean
  fault: DeskFault | null
  busy: boolean
  chosen: number
  fullWidth: boolean
  year: string
  text: string
}

export const importing = reactive<Importing>({ from: '', path: '', reading: null, revisions: 'accepted', several: false, files: [], stopped: false, fault: null, busy: false, chosen: 0, fullWidth: true, year: '', text: '', notes: [] })

export async function read(from: { path: string } | { text: string }, year: number, revisions: Revisions = 'accepted'): Promise<void> {
  importing.busy = true
  importing.fault = null
  try {
    const reading = await call('import.read', { ...from, revisions })
    review(reading, 'path' in from ? from.path : '', year)
    importing.revisions = revisions
  } catch (thrown) {
    importing.fault = faultOf(thrown)
  }
  importing.busy = false
}

/** Puts a reading before the person. */
function review(reading: Reading, path: string, year: number): void {
  importing.reading = reading
  importing.path = path
  importing.from = path === '' ? '粘贴的文字' : baseOf(path)
  importing.chosen = 0
  importing.fullWidth = true
  if (importing.files.length === 0) importing.notes = []
  importing.year = String(reading.proposal.year ?? year)
}

/** Several files, one after another; what was read stays when the person stops it. */
export async function readAll(paths: readonly string[], year: number): Promise<void> {
  const [only] = paths
  if (only === undefined) return
  if (paths.length === 1 && !importing.several && importing.files.length === 0) return read({ path: only }, year)
  for (const path of paths) {
    if (!importing.files.some((file) => file.path === path)) importing.files.push({ path, name: baseOf(path), reading: null, fault: null, taken: false })
  }
  await readWaiting()
}

export async function readWaiting(): Promise<void> {
  importing.busy = true
  importing.stopped = false
  importing.fault = null
  for (const file of importing.files) {
    if (importing.stopped) break
    if (file.reading !== null || file.fault !== null) continue
    try {
      file.reading = await call('import.read', { path: file.path })
    } catch (thrown) {
      file.fault = faultOf(thrown)
    }
  }
  importing.busy = false
}

export function open(file: Waiting, year: number): void {
  if (file.reading === null) return
  importing.revisions = 'accepted'
  review(file.reading, file.path, year)
}

/** Of several files, those neither taken in nor refused. */
export function left(): number {
  return importing.files.filter((file) => !file.taken && file.fault === null).length
}

export function taken(): void {
  const file = importing.files.find((one) => one.path === importing.path)
  if (file) file.taken = true
  if (left() === 0) importing.files = []
}

export function forget(): void {
  importing.reading = null
  importing.path = ''
  importing.fault = null
  importing.text = ''
}

export function setRole(block: BlockProposal, role: BlockRole): void {
  block.role = role
  if (role === 'heading' && block.level === 0) block.level = 1
}

/** What is not to be read in goes to what is left out, with the reason, and can come back. */
export function leaveOut(at: number): void {
  const proposal = importing.reading?.proposal
  const [block] = proposal?.blocks.splice(at, 1) ?? []
  if (!proposal || !block) return
  const text = `${block.number}${block.title}${block.title !== '' && block.body !== '' ? '。' : ''}${block.body}`
  proposal.dropped.push({ text, why: '你选择了不读入', start: block.start, end: block.end })
  proposal.dropped.sort((a, b) => a.start - b.start)
  importing.chosen = Math.min(at, proposal.blocks.length - 1)
}

export function takeBack(at: number): void {
  const proposal = importing.reading?.proposal
  const [dropped] = proposal?.dropped.splice(at, 1) ?? []
  if (!proposal || !dropped) return
  const block: BlockProposal = {
    role: 'lead', level: 0, number: '', title: '', body: dropped.text.trim(), start: dropped.start, end: dropped.end, runs_on: false,
  }
  proposal.blocks.push(block)
  proposal.blocks.sort((a, b) => a.start - b.start)
  importing.chosen = proposal.blocks.findIndex((b) => b.start === dropped.start)
}

export interface Stretch {
  text: string
  /** Place of its block; null: left out. */
  block: number | null
}

/** The source as it lies, stretch by stretch; offsets count characters, not the halves a string is made of. */
export function stretches(source: string, blocks: readonly BlockProposal[]): Stretch[] {
  const characters = [...source]
  const out: Stretch[] = []
  let at = 0
  const order = blocks.map((block, n) => ({ block, n })).sort((a, b) => a.block.start - b.block.start)
  for (const { block, n } of order) {
    if (block.start > at) out.push({ text: characters.slice(at, block.start).join(''), block: null })
    const start = Math.max(at, block.start)
    if (block.end > start) out.push({ text: characters.slice(start, block.end).join(''), block: n })
    at = Math.max(at, block.end)
  }
  if (at < characters.length) out.push({ text: characters.slice(at).join(''), block: null })
  return out
}

/** The words around a place, to know it by. */
export function around(source: string, start: number, end: number, reach: number): [string, string, string] {
  const characters = [...source]
  const cut = (from: number, to: number): string => characters.slice(Math.max(0, from), to).join('').replace(/\s+/g, ' ')
  return [cut(start - reach, start), cut(start, end), cut(end, end + reach)]
}

export function figureWord(figure: FigureProposal): string {
  const about = figure.precision === '约' ? '约' : ''
  const over = figure.precision === '余' ? '余' : ''
  return `${about}${figure.value}${over}${figure.unit}`
}
