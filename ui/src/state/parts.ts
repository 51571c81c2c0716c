import type { Catalog, Section, SectionOf, Slot, YearRecords } from '../api/index.ts'
import { opening, printed } from './text.ts'
import { SENSITIVITIES, VERDICTS, WORK_STATES, wordOf } from './words.ts'

export type ItemKind = 'achievement' | 'problem' | 'plan' | 'duty' | 'opinion'

/** One place of the report that holds records: an area, the problems, the opening. */
export interface Part {
  key: string
  /** Its heading in the report. */
  title: string
  /** What it is called in a list of parts. */
  short: string
  of: SectionOf | 'lead' | 'ending' | 'opinions'
  /** The area it is, for achievements. */
  area: number | null
  /** What its numbered records are; null where it holds passages only. */
  kind: ItemKind | null
  before: Slot[]
  after: Slot[]
  count: number
  /** What the rules ask for and is not there; empty when nothing is. */
  missing: string
}

export interface Row {
  kind: ItemKind | 'passage'
  id: number
  /** Place among the numbered records; null for a passage. */
  number: number | null
  label: string
  text: string
  /** How its text begins, where `text` is its heading sentence. */
  more: string
  /** Short words on its state, where it is not the usual one: 收集, 内部. */
  marks: string[]
}

/** What a section is called on screen, whatever its heading in the report. */
export const SECTION_WORD: { [of in SectionOf]: string } = {
  areas: '举措和成效',
  problems: '不足和原因',
  duties: '第一责任人履职',
  plans: '下一年度安排',
  other: '其他情况',
}

export const SLOT_WORD: { [slot in Slot]: string } = {
  lead: '引言',
  area_lead: '开头段',
  area_close: '结尾段',
  duty_lead: '开头段',
  problem_lead: '开头段',
  cause: '原因分析',
  plan_lead: '开头段',
  plan_close: '结尾段',
  other: '其他情况',
  ending: '结尾',
}

/** The year's sections: those of its template, with its own headings and styles in them. */
export function sections(records: YearRecords, catalog: Catalog): Section[] {
  const key = records.year.template
  const template = records.templates.find((t) => t.key === key) ?? catalog.templates.find((t) => t.key === key) ?? catalog.templates[0]
  return (template?.sections ?? []).map((section) => {
    const own = records.year.sections.find((choice) => choice.of === section.of)
    return {
      of: section.of,
      title: own && own.title.trim() !== '' ? own.title.trim() : section.title,
      items: own?.items ?? section.items,
      ...(section.inside === undefined ? {} : { inside: section.inside }),
    }
  })
}

/** Stands for the area of an achievement or a passage that has none. */
export const NO_AREA = 0

const blank = { area: null, kind: null, before: [], after: [], count: 0, missing: '' }

function passages(records: YearRecords, slot: Slot, area: number | null): YearRecords['passages'] {
  return records.passages.filter((p) => p.slot === slot && (area === null || (p.area ?? NO_AREA) === area))
}

/** The parts in the order the report has them. */
export function parts(records: YearRecords, catalog: Catalog): Part[] {
  const out: Part[] = []
  const count = (slot: Slot): number => passages(records, slot, null).length
  out.push({ ...blank, key: 'lead', title: '引言', short: '引言', of: 'lead', before: ['lead'], count: count('lead') })
  for (const section of sections(records, catalog)) {
    if (section.of === 'areas') {
      const common = passages(records, 'area_lead', NO_AREA).length
      if (common > 0) out.push({ ...blank, key: 'area_lead', title: '各领域之前的一段', short: '各领域之前的一段', of: 'areas', area: NO_AREA, before: ['area_lead'], count: common })
      for (const area of records.areas) {
        out.push({
          ...blank,
          key: `area:${area.id}`,
          title: area.title,
          short: area.title,
          of: 'areas',
          area: area.id,
          kind: 'achievement',
          before: ['area_lead'],
          after: ['area_close'],
          count: records.achievements.filter((a) => a.area === area.id).length,
        })
      }
    } else {
      out.push(fixed(section.of, section.title, records))
    }
  }
  out.push({ ...blank, key: 'ending', title: '结尾', short: '结尾', of: 'ending', before: ['ending'], count: count('ending') })
  out.push(...stray(records, out))
  out.push({
    ...blank, key: 'opinions', title: '征求意见（不印入报告）', short: '征求意见', of: 'opinions', kind: 'opinion', count: records.opinions.length,
  })
  return out
}

/** What the template has no place for is listed all the same, after the report. */
function stray(records: YearRecords, printed: readonly Part[]): Part[] {
  const out: Part[] = []
  const homeless = records.achievements.filter((a) => !records.areas.some((area) => area.id === a.area)).length
  if (homeless > 0) out.push({ ...blank, key: 'area:0', title: '还没有归入领域的成效', short: '未归入领域', of: 'areas', area: NO_AREA, kind: 'achievement', count: homeless })
  for (const of of ['problems', 'duties', 'plans', 'other'] as const) {
    if (printed.some((part) => part.of === of)) continue
    const part = fixed(of, `${SECTION_WORD[of]}（当前模板不印）`, records)
    if (part.count > 0) out.push({ ...part, missing: '' })
  }
  return out
}

function fixed(of: Exclude<SectionOf, 'areas'>, title: string, records: YearRecords): Part {
  const part = { ...blank, key: of, title, short: SECTION_WORD[of], of }
  switch (of) {
    case 'problems': {
      const count = records.problems.length
      const common = passages(records, 'cause', null).some((p) => p.body.trim() !== '')
      const bare = common ? 0 : records.problems.filter((p) => p.cause.trim() === '').length
      const missing = count === 0 ? '还没有问题' : bare === count ? '缺原因' : bare > 0 ? `${bare} 个缺原因` : ''
      return { ...part, kind: 'problem', before: ['problem_lead'], after: ['cause'], count, missing }
    }
    case 'plans': {
      const count = records.plans.length
      return { ...part, kind: 'plan', before: ['plan_lead'], after: ['plan_close'], count, missing: count === 0 ? '还没有计划' : '' }
    }
    case 'duties': {
      const count = records.duties.length
      const told = count > 0 || passages(records, 'duty_lead', null).some((p) => p.body.trim() !== '')
      return { ...part, kind: 'duty', before: ['duty_lead'], count, missing: told ? '' : '还没有写' }
    }
    case 'other':
      return { ...part, before: ['other'], count: passages(records, 'other', null).length }
  }
}

/** What stands in a part, in the order it is printed. */
export function rows(records: YearRecords, part: Part): Row[] {
  const show = (text: string): string => printed(text, records.figures)
  const texts = (slots: Slot[]): Row[] =>
    slots.flatMap((slot) =>
      passages(records, slot, part.area).map((p) => ({
        kind: 'passage' as const, id: p.id, number: null, label: SLOT_WORD[slot], text: opening(show(p.body)), more: '', marks: [],
      })),
    )
  const items = itemsOf(records, part).map((item, n): Row => ({
    kind: item.kind,
    id: item.id,
    number: n + 1,
    label: '',
    text: show(item.title.trim() === '' ? opening(item.body) : item.title),
    more: item.title.trim() === '' ? '' : opening(show(item.body)),
    marks: item.marks,
  }))
  return [...texts(part.before), ...items, ...texts(part.after)]
}

interface Item {
  kind: ItemKind
  id: number
  title: string
  body: string
  marks: string[]
}

function itemsOf(records: YearRecords, part: Part): Item[] {
  const as = (kind: ItemKind, from: readonly { id: number; title: string; body: string }[]): Item[] =>
    from.map((r) => ({ kind, id: r.id, title: r.title, body: r.body, marks: [] }))
  switch (part.kind) {
    case 'achievement': return records.achievements.filter((a) => standsIn(records, part, a.area)).map((a) => ({
      kind: 'achievement', id: a.id, title: a.title, body: a.body,
      marks: [a.state === 'adopted' ? '' : wordOf(WORK_STATES, a.state), a.sensitivity === 'open' ? '' : wordOf(SENSITIVITIES, a.sensitivity)].filter((m) => m !== ''),
    }))
    case 'problem': return as('problem', records.problems)
    case 'plan': return as('plan', records.plans)
    case 'duty': return as('duty', records.duties)
    case 'opinion': return records.opinions.map((o) => ({
      kind: 'opinion', id: o.id, title: [o.giver.trim(), o.about.trim()].filter((t) => t !== '').join('：'), body: o.body,
      marks: o.verdict === 'open' ? [] : [wordOf(VERDICTS, o.verdict)],
    }))
    case null: return []
  }
}

function standsIn(records: YearRecords, part: Part, area: number): boolean {
  return part.area === NO_AREA ? !records.areas.some((a) => a.id === area) : area === part.area
}

/** The part a record stands in. */
export function partOf(all: readonly Part[], records: YearRecords, kind: string, id: number): Part | null {
  const byKey = (key: string): Part | null => all.find((p) => p.key === key) ?? null
  switch (kind) {
    case 'achievement': return byKey(`area:${records.achievements.find((a) => a.id === id)?.area ?? NO_AREA}`) ?? byKey(`area:${NO_AREA}`)
    case 'area': return byKey(`area:${id}`)
    case 'problem': return byKey('problems')
    case 'plan': return byKey('plans')
    case 'duty': return byKey('duties')
    case 'opinion': return byKey('opinions')
    case 'passage': {
      const passage = records.passages.find((p) => p.id === id)
      if (!passage) return null
      if (passage.area === null && passage.slot === 'area_lead') return byKey('area_lead')
      if (passage.area !== null) return byKey(`area:${passage.area}`)
      return all.find((p) => p.before.includes(passage.slot) || p.after.includes(passage.slot)) ?? null
    }
    default: return null
  }
}
