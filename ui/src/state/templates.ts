import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { call, faultOf } from '../api/index.ts'
import type { Catalog, DeskFault, Dialect, ItemStyle, Section, SectionOf, TemplateEntry, TemplateSaved, YearRecords } from '../api/index.ts'
import { desk } from './desk.ts'
import { SECTION_WORD, sections } from './parts.ts'
import { act, attempt, undo } from './saving.ts'
import { say } from './toast.ts'

export const STYLES: readonly { value: ItemStyle; word: string }[] = [
  { value: 'run_in', word: '一是……二是……，连成一段' },
  { value: 'run_in_each', word: '一是……二是……，各成一段' },
  { value: 'run_in_head', word: '（一）标题后接一是……二是……' },
  { value: 'listed', word: '（一）标题句接正文' },
  { value: 'numbered', word: '1. 标题句接正文' },
  { value: 'numbered_on', word: '1. 标题句接正文，全文连续编号' },
  { value: 'headed', word: '（一）标题独占一行' },
  { value: 'plain', word: '各成一段，不编号' },
]

/** The five ways to number, each as it reads. */
export const DIALECTS: readonly { value: Dialect; word: string; example: readonly string[] }[] = [
  { value: 'd1', word: '一、（一）1.', example: ['一、举措和成效', '（一）严格执法', '1.开展检查。…… 2.规范处罚。……'] },
  { value: 'd2', word: '一、（一）一是', example: ['一、举措和成效', '（一）严格执法。一是开展检查。二是规范处罚。'] },
  { value: 'd3', word: '一、一是', example: ['一、举措和成效', '一是严格执法。…… 二是化解纠纷。……'] },
  { value: 'd4', word: '一、（一）1.，数字接着往下编', example: ['（一）严格执法　1.…… 2.……', '（二）化解纠纷　3.…… 4.……'] },
  { value: 'd5', word: '一、1.', example: ['一、举措和成效', '1.严格执法', '（1）开展检查。…… （2）规范处罚。……'] },
]

/** All there are to choose from, the person's own last. */
export function templatesOf(records: YearRecords | null, catalog: Catalog): { value: string; word: string }[] {
  return [
    ...catalog.templates.map((t) => ({ value: t.key, word: t.name })),
    ...(records?.templates ?? []).map((t) => ({ value: t.key, word: `${t.name}（自己的）` })),
  ]
}

/** How a dialect writes the items of a section, as the desk has it for a year. */
export function styleOf(dialect: Dialect, section: Section, titled: boolean): ItemStyle {
  const among = section.of === 'areas' || section.inside === true
  if (section.of === 'other') return section.items
  if (dialect === 'd3') return 'run_in'
  if (dialect === 'd2' && among && titled) return 'run_in_head'
  return dialect === 'd4' && among ? 'numbered_on' : 'listed'
}

/** A template's sections, numbered another way. */
export function numberedAs(dialect: Dialect, all: readonly Section[]): Section[] {
  const titled = all.some((s) => s.of === 'areas' && s.title.trim() !== '')
  return all.map((section) => ({ ...section, items: styleOf(dialect, section, titled) }))
}

const words = (all: readonly Section[]): string => all.map((s) => SECTION_WORD[s.of]).join('、')

/** What another template makes of the report: a sentence each. */
export function movedBy(before: readonly Section[], after: readonly Section[], filled: (of: SectionOf) => boolean): string[] {
  const out: string[] = []
  const both = (all: readonly Section[], others: readonly Section[]): Section[] => all.filter((s) => others.some((o) => o.of === s.of))
  if (words(both(before, after)) !== words(both(after, before))) out.push(`各部分的次序现在是：${words(after)}`)
  for (const section of after) {
    const old = before.find((s) => s.of === section.of)
    if (old && (old.inside ?? false) !== (section.inside ?? false)) out.push(`“${SECTION_WORD[section.of]}”${section.inside ? '排进了成效各领域之间' : '单独成为一个部分'}`)
  }
  const bare = (all: readonly Section[]): boolean => all.some((s) => s.of === 'areas' && s.title.trim() === '')
  if (bare(before) !== bare(after)) out.push(bare(after) ? '每个领域各有一个一级标题' : '各领域排在一个共同的一级标题下')
  for (const section of before) {
    if (!after.some((s) => s.of === section.of) && filled(section.of)) out.push(`这个模板没有“${SECTION_WORD[section.of]}”部分：写好的内容还在，只是不印出`)
  }
  return out
}

export function isFilled(records: YearRecords, of: SectionOf): boolean {
  const slots = { areas: ['area_lead', 'area_close'], duties: ['duty_lead'], problems: ['problem_lead', 'cause'], plans: ['plan_lead', 'plan_close'], other: ['other'] }[of]
  if (records.passages.some((p) => slots.includes(p.slot) && p.body.trim() !== '')) return true
  if (of === 'other') return false
  return { areas: records.achievements, duties: records.duties, problems: records.problems, plans: records.plans }[of].length > 0
}

/** What the last change of template did, until it is read. */
export const switched = shallowRef<{ name: string; notes: readonly string[] } | null>(null)

/** The year takes another template; every word stays, and what stands elsewhere now is told. */
export async function switchTo(key: string): Promise<void> {
  const { records, catalog } = desk
  if (!records || records.year.template === key) return
  const before = sections(records, catalog)
  const changed = await attempt(() => call('year.set', { year: records.year.year, fields: { template: key } }))
  if (!changed) return
  const name = [...records.templates, ...catalog.templates].find((t) => t.key === key)?.name ?? ''
  const notes = movedBy(before, sections(records, catalog), (of) => isFilled(records, of))
  switched.value = notes.length > 0 ? { name, notes } : null
  say(`已换为“${name}”，写好的内容都还在`, { act: { word: '撤销', run: () => { switched.value = null; void undo() } } })
}

/** The templates with what they lack, asked for anew after every edit. */
export function useTemplates() {
  const entries = shallowRef<readonly TemplateEntry[]>([])
  const fault = ref<DeskFault | null>(null)
  let gone = false
  async function ask(): Promise<void> {
    const revision = desk.revision
    try {
      const all = await call('template.list', {})
      if (!gone && revision === desk.revision) entries.value = all
    } catch (thrown) {
      fault.value = faultOf(thrown)
    }
  }
  watch(() => desk.revision, () => void ask(), { immediate: true })
  onBeforeUnmount(() => { gone = true })
  return { entries, fault }
}

async function saved(send: () => Promise<TemplateSaved>): Promise<string> {
  let key = ''
  await act(async () => {
    const reply = await send()
    key = reply.key
    return reply.changed
  })
  return key
}

/** A name that is not taken yet. */
export function freeName(name: string, taken: readonly string[]): string {
  let free = name
  for (let n = 2; taken.includes(free); n += 1) free = `${name}${n}`
  return free
}

/** An own template made from another; its key. */
export function copyOf(from: TemplateEntry, taken: readonly string[]): Promise<string> {
  return saved(() => call('template.save', { from: from.key, name: freeName(`${from.name}（改）`, taken) }))
}

export async function change(own: TemplateEntry, fields: { name?: string; sections?: Section[]; dialect?: Dialect }): Promise<void> {
  const { id } = own
  if (id === null) return
  await saved(() => call('template.save', { id, from: own.key, name: own.name, ...fields }))
}

export function readFrom(path: string): Promise<string> {
  return saved(() => call('template.import', { path }))
}

export async function removeTemplate(own: TemplateEntry): Promise<void> {
  const { id } = own
  if (id === null) return
  await act(() => call('template.remove', { id }))
  say(`已删除模板“${own.name}”`, { act: { word: '撤销', run: () => void undo() } })
}
