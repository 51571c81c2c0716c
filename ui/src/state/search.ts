import { nextTick, ref } from 'vue'
import { call, DeskFault } from '../api/index.ts'
import type { Hit } from '../api/index.ts'
import { desk, showYear } from './desk.ts'
import { showRecord } from './fill.ts'
import { go, place } from './place.ts'
import type { Page } from './place.ts'
import { find } from './records.ts'
import type { Kind } from './records.ts'
import { flush } from './saving.ts'
import { unitShown } from './unit.ts'

export const searchShown = ref(false)

/** What was looked for last; the panel opens on it again. */
export const lookedFor = ref('')

export interface Run {
  text: string
  marked: boolean
}

/** An excerpt in runs. The braces of a reference are for the record, not for the reader. */
export function runs(excerpt: string, marks: readonly [number, number][]): Run[] {
  const characters = [...excerpt]
  const out: Run[] = []
  for (let n = 0; n < characters.length; n += 1) {
    const text = characters[n] ?? ''
    if ((text === '{' || text === '}') && characters[n + 1] === text) {
      n += 1
      continue
    }
    const marked = marks.some(([from, to]) => n >= from && n < to)
    const last = out.at(-1)
    if (last?.marked === marked) last.text += text
    else out.push({ text, marked })
  }
  return out
}

export interface Group {
  title: string
  hits: Hit[]
}

/** By year, in the order they came: what belongs to no year before the newest. */
export function byYear(hits: readonly Hit[]): Group[] {
  const out: Group[] = []
  for (const hit of hits) {
    const title = hit.year === null ? '不分年度' : `${hit.year}年`
    const last = out.at(-1)
    if (last?.title === title) last.hits.push(hit)
    else out.push({ title, hits: [hit] })
  }
  return out
}

/** The year one is in comes first: the first hit is where Enter leads. */
export function nearFirst(hits: readonly Hit[], year: number | null): Hit[] {
  const near = (hit: Hit): boolean => year !== null && hit.year === year
  return [...hits.filter(near), ...hits.filter((hit) => !near(hit))]
}

const FIELD: { [field: string]: string } = {
  title: '标题句', body: '正文', cause: '原因', office: '科室', source: '来源', public_body: '公开版写法', outcome: '落实情况', target: '目标',
  helpers: '配合科室', document: '文号', post: '职务', meetings: '会议', label: '名称', key: '数据名', scope: '口径', value: '数值', code: '编号',
  standard: '评分标准', assessment: '自评', page: '页码', path: '文件', reason: '理由', giver: '谁提的', about: '针对哪里', name: '名称', short: '自称',
  addressee: '主送', region: '地区', heads: '负责人', form: '标题写法', opening: '引言末句', closing: '结尾', sections: '各部分标题', deadlines: '报送和公开对象', letterhead: '版头', attachments: '附件', note: '附注', imprint: '版记',
}

/** Kinds whose `title` is the first sentence of a text; of any other it is a name. */
const WITH_SENTENCE: readonly Kind[] = ['achievement', 'problem', 'plan', 'duty']

export function fieldWord(kind: Kind, field: string): string {
  if (field === 'title' && !WITH_SENTENCE.includes(kind)) return kind === 'year' ? '标题' : '名称'
  return FIELD[field] ?? ''
}

const PAGE_OF: { [kind in Kind]: Page } = {
  area: 'fill', passage: 'fill', achievement: 'fill', problem: 'fill', plan: 'fill', duty: 'fill', opinion: 'fill',
  figure: 'ledger', indicator: 'material', evidence: 'material', year: 'draft', template: 'draft', unit: 'overview',
}

/** Goes to where a record is written, in its year. Rejects where it is gone. */
export async function show(kind: Kind, id: number, year: number | null): Promise<void> {
  // A year is left with everything of it stored.
  if (!(await flush())) throw new DeskFault({ code: 'refused', message: '有内容还没有保存，先不离开这里', hint: '请先点上面的“重试”' })
  // Fetched anew also where it is the year at hand: another hand may have removed what was found.
  if (year !== null) await showYear(year)
  if (!desk.records || !find(desk.records, kind, id)) {
    throw new DeskFault({ code: 'no_such_record', message: '这条记录已经删除了', hint: '要找回它，请用“撤销”；别的结果还可以看' })
  }
  if (PAGE_OF[kind] === 'fill') showRecord(kind, id)
  else place.record = { kind, id }
  go(PAGE_OF[kind])
  if (kind === 'unit') unitShown.value = true
  await nextTick()
  document.querySelector<HTMLElement>('.main .list [aria-current="true"]')?.focus()
}

/** Looks for words once typing rests; an answer that newer words have overtaken is dropped. */
export function useSearch(pause = 120) {
  const hits = ref<Hit[]>([])
  const more = ref(false)
  /** The words the hits are of. */
  const answered = ref('')
  const fault = ref<DeskFault | null>(null)
  let timer: number | undefined
  let asked = 0

  async function look(words: string): Promise<void> {
    window.clearTimeout(timer)
    const mine = (asked += 1)
    try {
      const found = words.trim() === '' ? { hits: [], more: false } : (await flush(), await call('search.find', { words }))
      if (mine !== asked) return
      hits.value = nearFirst(found.hits, desk.records?.year.year ?? null)
      more.value = found.more
      answered.value = words.trim()
      fault.value = null
    } catch (thrown) {
      if (mine === asked && thrown instanceof DeskFault) fault.value = thrown
    }
  }

  function later(words: string): void {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void look(words), pause)
  }

  return { hits, more, answered, fault, look, later }
}
