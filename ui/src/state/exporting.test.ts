import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Progress } from '../api/index.ts'

const { call } = vi.hoisted(() => ({ call: vi.fn() }))
vi.mock('../api/index.ts', async () => {
  const { DeskFault, faultOf } = await import('../api/fault.ts')
  return { call, DeskFault, faultOf, inWindow: false }
})

const { PAUSE, stemOf, useLongCall, wanted, withEnding } = await import('./exporting.ts')

const FORMATS = ['docx', 'pdf', 'html', 'txt', 'md', 'xlsx', 'zip'].map((ending) => ({ ending }))

describe('the name of an export', () => {
  it.each([
    ['年报.docx', 'pdf', '年报.pdf'],
    ['年报', 'pdf', '年报.pdf'],
    ['年报.PDF', 'pdf', '年报.PDF'],
    ['年报v2.1', 'md', '年报v2.1.md'],
    ['年报.docx.docx', 'txt', '年报.docx.txt'],
    [' 年报.html ', 'html', '年报.html'],
  ])('%s as %s is %s', (name, ending, meant) => expect(withEnding(name, ending, FORMATS)).toBe(meant))
  it('tells the published edition from the one that is sent', () => {
    expect(stemOf('某局\n2023年报告', 'submission')).toBe('某局2023年报告')
    expect(stemOf('某局\n2023年报告', 'public')).toBe('某局2023年报告（公开版）')
    expect(wanted('duty', 2023)).toEqual({ year: 2023, document: 'duty', edition: 'submission' })
  })
})

describe('a long call', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    call.mockReset()
  })
  const told: Progress = { running: true, word: '正在生成', done: 1, all: 8 }

  it('says how far it is and is stopped by its own name', async () => {
    call.mockImplementation((name: string) => Promise.resolve(name === 'task.progress' ? told : { running: true }))
    const { state, run, stop } = useLongCall()
    let end: (value: string) => void = () => undefined
    let task = ''
    const done = run((name) => new Promise<string>((resolve) => { [task, end] = [name, resolve] }))
    expect(state.running).toMatchObject({ all: 0, stopping: false })
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(state.running).toMatchObject({ word: '正在生成', done: 1, all: 8 })
    stop()
    stop()
    expect(call.mock.calls.filter(([name]) => name === 'task.cancel')).toEqual([['task.cancel', { task }]])
    // It may not have heard.
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(call.mock.calls.filter(([name]) => name === 'task.cancel')).toHaveLength(2)
    end('好')
    expect(await done).toBe('好')
    expect(state.running).toBeNull()
    const asked = call.mock.calls.length
    await vi.advanceTimersByTimeAsync(5 * PAUSE)
    expect(call.mock.calls).toHaveLength(asked)
  })

  it('that fails ends all the same', async () => {
    const { state, run } = useLongCall()
    await expect(run(() => Promise.reject(new Error('坏')))).rejects.toThrow('坏')
    expect(state.running).toBeNull()
  })
})
