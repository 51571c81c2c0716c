import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Changed, Field, Inline, Kind, YearRecords } from '../api/index.ts'
import { blank } from './blank.ts'
import type { Group } from './segments.ts'

const { call } = vi.hoisted(() => ({ call: vi.fn() }))
vi.mock('../api/index.ts', async () => {
  const { DeskFault, faultOf } = await import('../api/fault.ts')
  return { call, DeskFault, faultOf, inWindow: false }
})

const { desk } = await import('./desk.ts')
const { flush, type } = await import('./saving.ts')
const { acts, menuOf } = await import('./acts.ts')
const { leftLines } = await import('./leftlines.ts')
const { charsBefore, groupOf, join, placeIn, recordsOf, shift, split, turn } = await import('./turning.ts')

const area = (id: number, title: string) => ({ ...blank.area(2023, title), id, order: id })
const done = (id: number, own: number, title: string, body = '') => ({ ...blank.achievement(2023, own, title), body, id, order: id })
const records = (): YearRecords => ({
  unit: { id: 1, name: '', short: '', unit_kind: 'department', addressee: '', region: '', heads: [] },
  year: { ...blank.year(2023), id: 2, template: 'statutory' },
  areas: [area(11, '依法决策'), area(12, '严格执法')],
  passages: [{ ...blank.passage(2023, 'lead', null, '引言。'), id: 31, order: 1 }],
  achievements: [done(21, 11, '甲', '𠀀办结{{案件}}起。'), done(22, 11, '乙'), done(23, 12, '丙')],
  problems: [{ ...blank.problem(2023, '不足'), id: 41, order: 1 }], plans: [], duties: [], figures: [], indicators: [], evidence: [], opinions: [], templates: [],
})
const changed = (...all: Changed['records']): Changed => ({ records: all, removed: [], undo: null, redo: null, notes: [], at: '14:03', edit: 0 })
const para = (...origins: ([Kind, number, Field] | null)[]): Group => ({
  key: origins[0] ? origins[0].join(':') : `at:${Math.random()}`, at: 0, editable: true,
  paragraphs: [{ role: { is: origins[0] ? 'body' : 'heading', level: 1 } as Group['paragraphs'][0]['role'], inlines: origins.map((o): Inline => ({ inline: 'text', text: '文', face: { is: 'plain' }, figure: null, origin: o && { kind: o[0], id: o[1], field: o[2] } })) }],
})

beforeEach(() => {
  call.mockReset()
  desk.records = records()
})

describe('a place in a text', () => {
  it('is counted in characters, references whole as they are stored', () => {
    const stored = '𠀀办结{{案件}}起。'
    expect(charsBefore({ shown: stored, at: 2 }, stored)).toBe(1)
    expect(charsBefore({ shown: stored, at: stored.indexOf('起') }, stored)).toBe(9)
    expect(charsBefore({ shown: stored, at: stored.length }, stored)).toBe([...stored].length)
  })
  it('is found again where blanks were trimmed or lines taken out on the way to the page', () => {
    expect(placeIn('查了𠀀案', '  查了𠀀案 ', 4)).toBe(6)
    expect(placeIn('一二', ' 一\n\n二', 1)).toBe(2)
    expect(placeIn('一二', ' 一\n二', 0)).toBe(0)
    expect(placeIn('一二', '\n一\n二\n', 2)).toBe(4)
  })
})

describe('on the sheet a record', () => {
  it('is split where the caret stands, after what was typed there is stored, and the caret goes to the second half', async () => {
    const typed = '𠀀办结{{案件}}起。又结了5起。'
    call.mockImplementation((name: string) => Promise.resolve(name === 'record.split' ? changed({ ...done(21, 11, '甲') }, { ...done(24, 11, '') }) : changed({ ...done(21, 11, '甲', typed) })))
    type('achievement', 21, { body: typed })
    const at = typed.indexOf('又')
    const made = await split({ origin: { kind: 'achievement', id: 21, field: 'body' }, shown: typed, at })
    expect(call.mock.calls.map(([name]) => name)).toEqual(['record.set', 'record.split'])
    expect(call.mock.calls[1]?.[1]).toEqual({ kind: 'achievement', id: 21, field: 'body', at: 11 })
    expect(made?.aim).toMatchObject({ kind: 'achievement', id: 24, at: 0 })
  })
  it('is not split while what was typed cannot be stored', async () => {
    call.mockRejectedValueOnce({ code: 'disk_full', message: '磁盘已满', hint: '' }).mockResolvedValue(changed())
    type('achievement', 21, { body: '新' })
    await expect(split({ origin: { kind: 'achievement', id: 21, field: 'body' }, shown: '新', at: 1 })).rejects.toThrow('磁盘已满')
    expect(call.mock.calls.map(([name]) => name)).toEqual(['record.set'])
    await flush()
  })
  it('joined with the next has the caret at the seam, behind the stop that was put there', async () => {
    const first = '𠀀办结{{案件}}起'
    if (desk.records) desk.records.achievements[0] = { ...done(21, 11, '甲', first) }
    call.mockResolvedValue(changed(done(21, 11, '甲', `${first}。乙。`)))
    expect((await join({ kind: 'achievement', id: 21 })).aim).toEqual({ kind: 'achievement', id: 21, field: 'body', at: first.length + 1 })
  })
  it('moves in its list, at the edge of its area into the next one, and not beyond the last', async () => {
    call.mockResolvedValue(changed())
    await shift({ kind: 'achievement', id: 22 }, -1)
    await shift({ kind: 'achievement', id: 22 }, 1)
    await shift({ kind: 'achievement', id: 23 }, -1)
    expect(call.mock.calls.map(([, args]) => args)).toEqual([
      { kind: 'achievement', id: 22, after: null }, { kind: 'achievement', id: 22, after: null, area: 12 }, { kind: 'achievement', id: 23, after: 22, area: 11 },
    ])
    expect(await shift({ kind: 'achievement', id: 23 }, 1)).toBeNull()
    expect(await shift({ kind: 'problem', id: 41 }, 1)).toBeNull()
  })
  it('turned into another kind is followed there, and what is lost or was put into brackets is said', async () => {
    const plan = { ...blank.plan(2023, '甲'), body: '办结。（日期：2023年5月1日）', id: 51, order: 1 }
    call.mockResolvedValue({ changed: changed(plan), lost: ['不再对应指标“一”'] })
    const made = await turn({ kind: 'achievement', id: 21, field: 'title', at: 1 }, { as: 'plan' })
    expect(made.aim).toEqual({ kind: 'plan', id: 51, field: 'title', at: 1 })
    expect(made.says).toBe('已改为计划')
    expect(made.notes).toEqual(['不再对应指标“一”', '计划没有这些栏目，内容写在了文字末尾的括号里，不需要可以删去'])
  })
})

describe('the menu', () => {
  const words = (choices: readonly { word: string }[]): string[] => choices.map((c) => c.word)
  it('offers other areas and other kinds, never where the record already is', () => {
    const all = acts(records(), { kind: 'achievement', id: 21 }, true)
    expect(words(all)).toEqual(['从光标处分成两段', '和下一条成效合并', '上移', '下移', '移到', '改为', '去填报'])
    expect(words(all[4]?.more ?? [])).toEqual(['严格执法'])
    expect(words(all[5]?.more ?? [])).toEqual(['问题', '计划', '履职', '段落'])
    expect(words(acts(records(), { kind: 'problem', id: 41 }, false))).toEqual(['和下一条问题合并', '上移', '下移', '改为', '去填报'])
    const passage = acts(records(), { kind: 'passage', id: 31 }, false)[3]?.more ?? []
    expect(words(passage)).not.toContain('引言')
    expect(words(passage)).toContain('领域开头')
  })
  it('of a paragraph of several records asks first which is meant', () => {
    const all = menuOf(records(), [{ kind: 'achievement', id: 21 }, { kind: 'achievement', id: 22 }], false)
    expect(words(all)).toEqual(['成效：甲', '成效：乙'])
    expect(all[1]?.more?.every((choice) => choice.of?.id === 22)).toBe(true)
    expect(all[1]?.more?.[3]?.more?.[0]?.of?.id).toBe(22)
  })
})

describe('paragraphs and records', () => {
  const runIn = para(['achievement', 21, 'title'], ['achievement', 21, 'body'], ['achievement', 22, 'title'])
  it('find each other', () => {
    expect(recordsOf(runIn).map((r) => r.id)).toEqual([21, 22])
    const headed = [para(['achievement', 23, 'title']), para(['achievement', 23, 'body'])]
    expect(groupOf([runIn, ...headed], { kind: 'achievement', id: 23 }, 'body')).toBe(headed[1])
    expect(groupOf([runIn, ...headed], { kind: 'achievement', id: 22 })).toBe(runIn)
    expect(groupOf([runIn], { kind: 'plan', id: 22 })).toBeNull()
  })
  it('what is left out stands where it would have been printed', () => {
    const all = records()
    const catalog = { ...desk.catalog, templates: [{ key: 'statutory', name: '', about: '', dialect: null, start: [], sections: [{ of: 'areas' as const, title: '成效', items: 'listed' as const }, { of: 'problems' as const, title: '不足', items: 'listed' as const }] }] }
    const head = para(null)
    const first = para(['area', 11, 'title'])
    const groups = [para(['passage', 31, 'body']), head, first, para(['achievement', 22, 'title']), para(['area', 12, 'title']), para(null)]
    const left = (...names: string[]) => [...leftLines(all, catalog, groups, new Map(names.map((n) => [n, '内部材料']))).entries()].map(([key, lines]) => [key, lines.map((l) => l.at.id)])
    expect(left('achievement:21')).toEqual([['area:11:title', [21]]])
    expect(left('achievement:23')).toEqual([['area:12:title', [23]]])
    all.plans = [{ ...blank.plan(2023, '计划'), id: 51, order: 1 }]
    expect(left('plan:51')).toEqual([['area:12:title', [51]]])
    expect(left('achievement:22', 'achievement:21')[0]?.[0]).toBe('area:11:title')
  })
})
