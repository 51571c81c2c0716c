import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import type { Own, OwnList } from '../api/index.ts'

const { call } = vi.hoisted(() => ({ call: vi.fn() }))
vi.mock('../api/index.ts', async () => {
  const { DeskFault, faultOf } = await import('../api/fault.ts')
  return { call, DeskFault, faultOf, inWindow: false }
})

const { rules } = await import('./findings.ts')
const { matching, useOwnWords } = await import('./ownwords.ts')
const { toasts } = await import('./toast.ts')

const a: Own = { wrong: '布暑', right: '部署' }
const b: Own = { wrong: '旧局', right: '' }
const told = (words: Own[]) => ({ rules: [], words, phrases: [], laws: [] })

beforeEach(() => {
  call.mockReset()
  rules.value = told([a, b])
  toasts.splice(0)
})

describe('own words', () => {
  it('are found by either writing, with their place in the whole list', () => {
    expect(matching([a, b], '部')).toEqual([{ n: 0, own: a }])
    expect(matching([a, b], ' 旧局 ')).toEqual([{ n: 1, own: b }])
    expect(matching([a, b], '')).toHaveLength(2)
  })
  it('one removed is offered back where it stood', async () => {
    call.mockImplementation((_, args: { words: Own[] }) => Promise.resolve(told(args.words)))
    const own = useOwnWords(ref<OwnList>('words'))
    await own.remove(0)
    expect(rules.value?.words).toEqual([b])
    toasts[0]?.act?.run()
    await vi.waitFor(() => expect(rules.value?.words).toEqual([a, b]))
  })
  it('a refused line changes nothing and says why', async () => {
    call.mockRejectedValue({ code: 'refused', message: '“布暑”列了两次', hint: '请只留一条' })
    const own = useOwnWords(ref<OwnList>('words'))
    expect(await own.add(a)).toBe(false)
    expect([rules.value?.words, own.fault.value?.message]).toEqual([[a, b], '“布暑”列了两次'])
  })
})
