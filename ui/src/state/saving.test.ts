import { beforeEach, describe, expect, it, vi } from 'vitest'
import { blank } from './blank.ts'
import type { Changed, YearRecords } from '../api/index.ts'

const { call } = vi.hoisted(() => ({ call: vi.fn() }))
vi.mock('../api/index.ts', async () => {
  const { DeskFault, faultOf } = await import('../api/fault.ts')
  return { call, DeskFault, faultOf, inWindow: false, showing: () => undefined, statusNow: () => call('app.status', {}), whenElsewhere: () => undefined }
})

const { desk } = await import('./desk.ts')
const { act, comeBack, flush, forget, isUnsaved, leave, saving, type, undo } = await import('./saving.ts')
const { hush, toasts } = await import('./toast.ts')

const records = (): YearRecords => ({
  unit: { id: 1, name: '', short: '', unit_kind: 'department', addressee: '', region: '', heads: [] },
  year: { ...blank.year(2023), id: 2 },
  areas: [], passages: [], achievements: [], plans: [], duties: [], figures: [], indicators: [], evidence: [], opinions: [], templates: [],
  problems: [{ ...blank.problem(2023, ''), id: 5, order: 1 }],
})
const stored = (title: string): Changed => ({ records: [{ ...blank.problem(2023, title), id: 5, order: 1 }], removed: [], undo: '修改问题', redo: null, notes: [], at: '14:03', edit: 0 })

beforeEach(() => {
  call.mockReset()
  desk.records = records()
  saving.state = 'saved'
})

describe('typing', () => {
  it('shows at once and is stored as one call', async () => {
    call.mockResolvedValue(stored('ab'))
    type('problem', 5, { title: 'a' })
    type('problem', 5, { title: 'ab' })
    expect(desk.records?.problems[0]?.title).toBe('ab')
    expect(saving.state).toBe('typed')
    expect(await flush()).toBe(true)
    expect(call.mock.calls).toEqual([['record.set', { kind: 'problem', id: 5, fields: { title: 'ab' }, typing: true }]])
    expect([saving.state, saving.at]).toEqual(['saved', '14:03'])
  })
  it('while a save is on its way is not overwritten by its answer', async () => {
    let answer: (changed: Changed) => void = () => undefined
    call.mockImplementationOnce(() => new Promise((resolve) => { answer = resolve })).mockResolvedValue(stored('ab'))
    type('problem', 5, { title: 'a' })
    const first = flush()
    await vi.waitFor(() => expect(call).toHaveBeenCalledTimes(1))
    type('problem', 5, { title: 'ab' })
    answer(stored('a'))
    await first
    expect(desk.records?.problems[0]?.title).toBe('ab')
    await flush()
    expect(call.mock.calls[1]).toEqual(['record.set', { kind: 'problem', id: 5, fields: { title: 'ab' }, typing: true }])
  })
  it('that cannot be stored stays, says why, and is stored by trying again', async () => {
    call.mockRejectedValueOnce({ code: 'disk_full', message: '磁盘已满', hint: '请清理' })
    type('problem', 5, { title: '重要' })
    expect(await flush()).toBe(false)
    expect([saving.state, saving.fault?.message]).toEqual(['failed', '磁盘已满'])
    expect([desk.records?.problems[0]?.title, isUnsaved('problem', 5)]).toEqual(['重要', true])
    call.mockResolvedValue(stored('重要'))
    expect(await flush()).toBe(true)
    expect([saving.state, isUnsaved('problem', 5)]).toEqual(['saved', false])
  })
})

describe('other edits', () => {
  it('come after what was typed before them', async () => {
    call.mockResolvedValue(stored('先'))
    type('problem', 5, { title: '先' })
    await act(() => { call('record.move'); return Promise.resolve(stored('先')) })
    expect(call.mock.calls.map(([name]) => name)).toEqual(['record.set', 'record.move'])
  })
  it('undo is not done over what could not be stored: nothing typed is lost', async () => {
    call.mockRejectedValue({ code: 'disk_full', message: '磁盘已满', hint: '' })
    type('problem', 5, { title: '重要' })
    expect(await undo()).toBeNull()
    expect(call.mock.calls.every(([name]) => name === 'record.set')).toBe(true)
    expect(desk.records?.problems[0]?.title).toBe('重要')
    call.mockResolvedValue(stored('重要'))
    await flush()
  })
})

describe('a page that was taken away before all was stored', () => {
  const held = (title: string): void => {
    desk.records = records()
    const [problem] = desk.records.problems
    if (problem) problem.title = title
  }
  const title = (): string | undefined => desk.records?.problems[0]?.title

  /** Types over what is there and goes before the answer has come. */
  function away(): void {
    toasts.splice(0)
    const { unit } = records()
    desk.status = { version: '', recent: [], undo: null, redo: null, noticed: true, today: '2023-12-31', library: { opening: 1, edit: 0, path: '/甲.nianbao', name: '甲', unit, years: [2023], read_only: false, notices: [] } }
    call.mockReturnValue(new Promise(() => undefined))
    held('原来')
    type('problem', 5, { title: '没存上的' })
    leave()
    forget()
    call.mockReset()
    call.mockImplementation((_: string, { fields }: { fields: { title: string } }) => Promise.resolve(stored(fields.title)))
  }

  it('comes back with what was typed where nobody wrote since', async () => {
    away()
    held('原来')
    await comeBack()
    expect(title()).toBe('没存上的')
    expect(call.mock.calls).toEqual([['record.set', { kind: 'problem', id: 5, fields: { title: '没存上的' }, typing: true }]])
    expect(toasts).toEqual([])
  })
  it('does not write over newer text, and a person may choose what was typed', async () => {
    away()
    held('别处后来写的')
    await comeBack()
    expect([title(), call.mock.calls.length]).toEqual(['别处后来写的', 0])
    expect(toasts.map((toast) => [toast.text, toast.act?.word])).toEqual([['上次离开时有文字没存上，那一处后来又改过', '用没存上的文字']])
    // The next edit does not take the offer away, nor does closing the window over it.
    await act(() => Promise.resolve(stored('别处后来写的')))
    expect(toasts).toHaveLength(1)
    toasts.splice(0)
    await comeBack()
    const [offer] = toasts
    if (!offer) throw new Error('the offer did not come back')
    hush(offer.id)
    offer.act?.run()
    await vi.waitFor(() => expect(call).toHaveBeenCalledTimes(1))
    expect(title()).toBe('没存上的')
    // Once chosen it does not come back.
    held('别处后来写的')
    await comeBack()
    expect([title(), toasts.length]).toEqual(['别处后来写的', 0])
  })
})
