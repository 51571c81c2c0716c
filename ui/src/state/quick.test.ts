import { beforeEach, describe, expect, it, vi } from 'vitest'

const { call } = vi.hoisted(() => ({ call: vi.fn() }))
vi.mock('../api/index.ts', async () => {
  const { DeskFault, faultOf } = await import('../api/fault.ts')
  return { call, DeskFault, faultOf, inWindow: false }
})
const { saidOf, useQuick } = await import('./quick.ts')

const line = { date: '2023-03-05', until: null, area: 3, area_title: '领域甲', area_named: true, title: '开展检查', body: '', remarks: [] }
const changed = { records: [], removed: [], undo: '速记成效', redo: null, notes: [], at: '14:03', edit: 0 }

beforeEach(() => call.mockReset())

describe('one line', () => {
  it('is said in its parts, those it has', () => {
    expect(saidOf({ ...line, until: '2023-03-07' }).map((p) => `${p.name} ${p.text}`)).toEqual(['日期 2023年3月5日 至 2023年3月7日', '领域 领域甲', '标题句 开展检查'])
  })
  it('shows how the last keystroke was understood, whichever answer comes last', async () => {
    let slow: (told: typeof line) => void = () => undefined
    call.mockImplementationOnce(() => new Promise((resolve) => { slow = resolve })).mockResolvedValueOnce({ ...line, title: '开展检查二' })
    const quick = useQuick(() => 3)
    const first = quick.read('开展检查')
    await quick.read('开展检查二')
    slow(line)
    await first
    expect(quick.understood.value?.title).toBe('开展检查二')
  })
  it('leaves the field free for the next one, and comes back when it could not be noted', async () => {
    const quick = useQuick(() => 3)
    call.mockResolvedValueOnce(line).mockResolvedValueOnce({ ...line, id: 9, changed })
    await quick.read('3月5日 开展检查')
    const adding = quick.add()
    expect(quick.line.value).toBe('')
    expect((await adding)?.id).toBe(9)
    expect(call.mock.calls.at(-1)).toEqual(['quick.add', { year: 0, line: '3月5日 开展检查', area: 3 }])
    call.mockResolvedValueOnce(line).mockRejectedValueOnce({ code: 'disk_full', message: '磁盘已满', hint: '请清理' })
    await quick.read('再来一条')
    expect(await quick.add()).toBeNull()
    expect([quick.line.value, quick.fault.value]).toEqual(['再来一条', '磁盘已满。请清理。'])
  })
  it('of nothing asks nothing', async () => {
    const quick = useQuick(() => null)
    await quick.read('  ')
    expect(await quick.add()).toBeNull()
    expect(call).not.toHaveBeenCalled()
  })
})
