import { reactive } from 'vue'
import { call, faultOf } from '../api/index.ts'
import type { BlockProposal, BlockRole, DeskFault, FigureProposal, Reading } from '../api/index.ts'

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

/** A reading under review. It stays while the person looks at other pages. */
interface Importing {
  from: string
  reading: Reading | null
  fault: DeskFault | null
  busy: boolean
  chosen: number
  fullWidth: boolean
  year: string
  text: string
}

export const importing = reactive<Importing>({ from: '', reading: null, fault: null, busy: false, chosen: 0, fullWidth: true, year: '', text: '' })

export async function read(from: { path: string } | { text: string }, year: number): Promise<void> {
  importing.busy = true
  importing.fault = null
  try {
    const reading = await call('import.read', from)
    importing.reading = reading
    importing.from = 'path' in from ? from.path.replace(/^.*[\\/]/, '') : '粘贴的文字'
    importing.chosen = 0
    importing.fullWidth = true
    importing.year = String(reading.proposal.year ?? year)
  } catch (thrown) {
    importing.fault = faultOf(thrown)
  }
  importing.busy = false
}

export function forget(): void {
  importing.reading = null
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
