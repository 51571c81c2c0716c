import { describe, expect, it } from 'vitest'
import type { Catalog, YearRecords } from '../api/index.ts'
import { blank } from './blank.ts'
import { partOf, parts, rows } from './parts.ts'
import { added, calledIn, patch } from './records.ts'

const catalog: Catalog = {
  areas: [],
  lengths: [], prompts: [], openings: [], closings: [], tails: [], deadlines: [],
  templates: [{
    key: 'statutory', name: '', about: '', start: [], dialect: null,
    sections: [
      { of: 'areas', title: '成效', items: 'listed' }, { of: 'problems', title: '不足', items: 'listed' }, { of: 'duties', title: '履职', items: 'listed' },
      { of: 'plans', title: '安排', items: 'listed' }, { of: 'other', title: '其他', items: 'plain' },
    ],
  }],
}

function year(): YearRecords {
  return {
    unit: { id: 1, name: '某局', short: '我局', unit_kind: 'department', addressee: '', region: '', heads: [] },
    year: { ...blank.year(2023), id: 2, template: 'statutory' },
    areas: [{ ...blank.area(2023, '领域甲'), id: 3, order: 1 }, { ...blank.area(2023, '领域乙'), id: 4, order: 2 }],
    passages: [], achievements: [], problems: [], plans: [], duties: [], figures: [], indicators: [], evidence: [], opinions: [], templates: [],
  }
}
const achievement = (id: number, order: number, title: string, area = 3) => ({ ...blank.achievement(2023, area, title), id, order })

describe('a record', () => {
  it('is called by its title, label or name, a year by its number', () => {
    const records = year()
    patch(records, { records: [achievement(10, 1, '轮训全员'), achievement(11, 2, ' ')], removed: [] })
    expect([calledIn(records, 'achievement', 10), calledIn(records, 'achievement', 11), calledIn(records, 'year', 2), calledIn(records, 'unit', 1)]).toEqual(['轮训全员', '没有名称的成效', '2023年', '某局'])
  })
})

describe('a change', () => {
  it('adds, renews, moves and removes', () => {
    const records = year()
    const first = { records: [achievement(10, 1, '甲'), achievement(11, 2, '乙')], removed: [] }
    expect(added(records, first, 'achievement')?.id).toBe(10)
    patch(records, first)
    patch(records, { records: [achievement(11, 0, '乙改')], removed: [] })
    expect(records.achievements.map((a) => a.title)).toEqual(['乙改', '甲'])
    patch(records, { records: [], removed: [{ kind: 'achievement', id: 10 }] })
    expect(records.achievements.map((a) => a.id)).toEqual([11])
  })
  it('does not overwrite what is typed and not stored yet', () => {
    const records = year()
    patch(records, { records: [achievement(10, 1, '甲')], removed: [] })
    patch(records, { records: [achievement(10, 1, '甲一')], removed: [] }, () => ({ title: '甲一二' }))
    expect(records.achievements[0]?.title).toBe('甲一二')
  })
  it('of another year is passed over', () => {
    const records = year()
    patch(records, { records: [{ ...blank.problem(2022, '旧'), id: 20 }], removed: [] })
    expect(records.problems).toEqual([])
  })
  it('keeps the same record, so that a form on it goes on', () => {
    const records = year()
    patch(records, { records: [achievement(10, 1, '甲')], removed: [] })
    const before = records.achievements[0]
    patch(records, { records: [achievement(10, 1, '甲一')], removed: [] })
    expect(records.achievements[0]).toBe(before)
  })
})

describe('the parts', () => {
  it('come in the order of the template, with counts and what is missing', () => {
    const records = year()
    patch(records, { records: [achievement(10, 1, '甲'), { ...blank.problem(2023, '问题'), id: 30 }], removed: [] })
    expect(parts(records, catalog).map((p) => [p.key, p.count, p.missing])).toEqual([
      ['lead', 0, ''], ['area:3', 1, ''], ['area:4', 0, ''], ['problems', 1, '缺原因'], ['duties', 0, '还没有写'], ['plans', 0, '还没有计划'], ['other', 0, ''], ['ending', 0, ''], ['opinions', 0, ''],
    ])
  })
  it('a cause common to the problems is cause enough', () => {
    const records = year()
    patch(records, { records: [{ ...blank.problem(2023, '问题'), id: 30 }, { ...blank.passage(2023, 'cause', null, '编制少'), id: 31 }], removed: [] })
    const part = parts(records, catalog).find((p) => p.key === 'problems')
    expect(part?.missing).toBe('')
    expect(part && rows(records, part).map((r) => [r.kind, r.number, r.label])).toEqual([['problem', 1, ''], ['passage', null, '原因分析']])
  })
  it('hold what stands before, in and after them; a record leads back to its part', () => {
    const records = year()
    patch(records, { records: [
      achievement(10, 1, '甲'), achievement(11, 2, ''), achievement(12, 1, '在乙', 4), { ...blank.passage(2023, 'area_close', 3, '末段。后文'), id: 40 }, { ...blank.passage(2023, 'area_lead', 3, '首段'), id: 41 },
    ], removed: [] })
    const all = parts(records, catalog)
    const part = all.find((p) => p.key === 'area:3')
    expect(part && rows(records, part).map((r) => [r.id, r.number, r.text])).toEqual([[41, null, '首段'], [10, 1, '甲'], [11, 2, ''], [40, null, '末段。']])
    expect(partOf(all, records, 'achievement', 12)?.key).toBe('area:4')
    expect(partOf(all, records, 'passage', 41)?.key).toBe('area:3')
  })
  it('end with the opinions, and keep what the template has no place for in sight', () => {
    const records = year()
    patch(records, { records: [
      { ...achievement(10, 1, '没有领域', 99), state: 'collected', sensitivity: 'internal' }, { ...blank.plan(2023, '计划'), id: 50 }, { ...blank.opinion(2023, '补数据'), id: 60, giver: '县司法局', verdict: 'taken' },
    ], removed: [] })
    const bare: Catalog = { ...catalog, templates: catalog.templates.map((t) => ({ ...t, sections: t.sections.filter((s) => s.of !== 'plans') })) }
    const all = parts(records, bare)
    expect(all.slice(-4).map((p) => [p.key, p.count])).toEqual([['ending', 0], ['area:0', 1], ['plans', 1], ['opinions', 1]])
    expect([partOf(all, records, 'achievement', 10)?.key, partOf(all, records, 'opinion', 60)?.key]).toEqual(['area:0', 'opinions'])
    const marks = (key: string) => { const part = all.find((p) => p.key === key); return part && rows(records, part).map((r) => [r.text, r.more, ...r.marks]) }
    expect(marks('area:0')).toEqual([['没有领域', '', '收集', '内部']])
    expect(marks('opinions')).toEqual([['县司法局', '补数据', '采纳']])
  })
  it('a passage before all areas has a place before them', () => {
    const records = year()
    patch(records, { records: [{ ...blank.passage(2023, 'area_lead', null, '总的来说。'), id: 40 }, { ...blank.passage(2023, 'area_lead', 3, '首段。'), id: 41 }], removed: [] })
    const all = parts(records, catalog)
    expect(all.slice(0, 3).map((p) => [p.key, p.count])).toEqual([['lead', 0], ['area_lead', 1], ['area:3', 0]])
    const within = (key: string) => { const part = all.find((p) => p.key === key); return part && rows(records, part).map((r) => r.id) }
    expect([within('area_lead'), within('area:3')]).toEqual([[40], [41]])
    expect([partOf(all, records, 'passage', 40)?.key, partOf(all, records, 'passage', 41)?.key]).toEqual(['area_lead', 'area:3'])
  })
})
