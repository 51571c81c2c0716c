import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Changed, Snapshot, Step } from '../api/index.ts'

const { call } = vi.hoisted(() => ({ call: vi.fn() }))
vi.mock('../api/index.ts', async () => {
  const { DeskFault, faultOf } = await import('../api/fault.ts')
  return { call, DeskFault, faultOf, inWindow: false }
})

const { byDay, going, heads, joined, nameFault, walk, wayTo } = await import('./history.ts')
const { toasts } = await import('./toast.ts')

const step = (n: number, more: Partial<Step> = {}): Step => ({ step: n, name: `第 ${n} 步`, at: '2026-11-25T02:00:00Z', undone: false, redoable: false, records: [], record_count: 0, exports: [], ...more })
const UNDONE = { undone: true, redoable: true }
const changed: Changed = { records: [], removed: [], undo: null, redo: null, notes: [], at: '14:03', edit: 0 }

beforeEach(() => {
  call.mockReset()
  toasts.length = 0
})

describe('days of the timeline', () => {
  const now = new Date(2026, 10, 25, 15)
  it('hold their steps in order, and a day is not parted', () => {
    const at = (day: number, hour: number): string => new Date(2026, 10, day, hour).toISOString()
    const days = byDay([step(4, { at: at(25, 9) }), step(3, { at: at(25, 0) }), step(2, { at: at(24, 23) }), step(1, { at: at(20, 8) })], now)
    expect(days.map((d) => [d.word, d.steps.map((s) => s.step)])).toEqual([['今天', [4, 3]], ['昨天', [2]], ['11月20日', [1]]])
  })
})

describe('undo and redo from the timeline', () => {
  const steps = [step(6, UNDONE), step(5, UNDONE), step(4), step(3, { undone: true }), step(2), step(1)]
  it('mark the steps the next key takes', () => {
    expect(heads(steps, true)).toEqual({ undo: 4, redo: 5 })
    expect(heads([step(1)], false)).toEqual({ undo: null, redo: null })
  })
  it.each([
    [6, { call: 'history.redo', count: 2 }],
    [5, { call: 'history.redo', count: 1 }],
    [4, null],
    [3, null],
    [2, { call: 'history.undo', count: 1 }],
    [1, { call: 'history.undo', count: 2 }],
  ] as const)('to step %i it is %j', (n, way) => expect(wayTo(steps, steps.find((s) => s.step === n) ?? step(0))).toEqual(way))
  it('need only the newest page read anew, as far down as something may have changed', () => {
    const known = [step(6, UNDONE), step(5), step(4), step(3), step(2), step(1)]
    const of = (all: Step[] | null): [number, boolean][] | undefined => all?.map((s) => [s.step, s.undone])
    expect(of(joined([step(7), step(6, { undone: true }), step(5)], known))).toEqual([[7, false], [6, true], [5, false], [4, false], [3, false], [2, false], [1, false]])
    expect(joined([step(6, UNDONE), step(5, UNDONE)], known)).toBeNull()
    expect(joined([step(9), step(8)], known)).toBeNull()
    expect(joined([], known)).toBeNull()
  })
  it('go as many steps as were asked, and the toast leads back', async () => {
    call.mockResolvedValue(changed)
    await walk({ call: 'history.undo', count: 3 })
    expect(call.mock.calls.map(([name]) => name)).toEqual(['history.undo', 'history.undo', 'history.undo'])
    expect([toasts.at(-1)?.text, toasts.at(-1)?.act?.word]).toEqual(['已撤销 3 步', '重做'])
    toasts.at(-1)?.act?.run()
    await vi.waitFor(() => expect(call).toHaveBeenCalledTimes(6))
    expect(call.mock.calls.at(-1)).toEqual(['history.redo', {}])
  })
  it('stop where they are told to, and say how far they came', async () => {
    call.mockImplementation(() => {
      if (call.mock.calls.length === 2) going.stop = true
      return Promise.resolve(changed)
    })
    await walk({ call: 'history.undo', count: 500 })
    expect([call.mock.calls.length, toasts.at(-1)?.text, going.at]).toEqual([2, '已撤销 2 步', null])
  })
  it('end at a fault, which is said', async () => {
    call.mockResolvedValueOnce(changed).mockRejectedValueOnce({ code: 'disk_full', message: '磁盘已满', hint: '请清理' })
    await walk({ call: 'history.redo', count: 3 })
    expect(toasts.map((t) => t.text)).toEqual(['磁盘已满。请清理。', '已重做 1 步'])
  })
})

describe('the name of a version', () => {
  const here: Snapshot[] = [{ id: 1, year: 2024, name: '送审稿', at: '' }]
  it.each([
    ['', ''],
    ['定稿', ''],
    [' 送审稿 ', '已经有同名的版本，请换一个名称'],
    ['字'.repeat(41), '名称太长，请缩到 40 字以内'],
    ['𠮷'.repeat(40), ''],
  ])('%j: %j', (name, fault) => expect(nameFault(name, here)).toBe(fault))
})
