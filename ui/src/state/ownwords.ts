import { ref } from 'vue'
import type { Ref } from 'vue'
import { call, faultOf } from '../api/index.ts'
import type { CheckRules, DeskFault, Own, OwnList } from '../api/index.ts'
import { recheck, rules } from './findings.ts'
import { say } from './toast.ts'

export const OWN_LISTS: { value: OwnList; word: string; wrong: string; right: string; hint: string }[] = [
  { value: 'words', word: '错别字', wrong: '要找的写法', right: '正确的写法', hint: '正确的写法空着，就只提醒、不改' },
  { value: 'phrases', word: '固定表述', wrong: '不准确的表述', right: '准确的表述', hint: '只提醒、给出准确的表述，从不自动改' },
  { value: 'laws', word: '法规名称', wrong: '不准确或旧的名称', right: '现在的全称', hint: '不写书名号' },
]

/** Lines that hold what is looked for, by their place in the list. */
export function matching(lines: readonly Own[], words: string): { n: number; own: Own }[] {
  const wanted = words.trim()
  return lines.map((own, n) => ({ n, own })).filter(({ own }) => own.wrong.includes(wanted) || own.right.includes(wanted))
}

/** Kept lists of words, one of them at hand. Nothing here is a step of the history: what was removed is offered back. */
export function useOwnWords(list: Ref<OwnList>) {
  const fault = ref<DeskFault | null>(null)
  const lines = (): readonly Own[] => rules.value?.[list.value] ?? []

  async function take(answer: Promise<CheckRules>): Promise<boolean> {
    try {
      rules.value = await answer
      fault.value = null
    } catch (thrown) {
      fault.value = faultOf(thrown)
      return false
    }
    void recheck()
    return true
  }
  const put = (of: OwnList, all: readonly Own[]): Promise<boolean> => take(call('check.set', { [of]: [...all] }))

  const add = (own: Own): Promise<boolean> => put(list.value, [own, ...lines()])
  const change = (n: number, own: Own): Promise<boolean> => put(list.value, lines().map((line, at) => (at === n ? own : line)))
  async function remove(n: number): Promise<void> {
    const of = list.value
    const before = lines()
    if (!(await put(of, before.filter((_, at) => at !== n)))) return
    say(`已删去“${before[n]?.wrong ?? ''}”`, { act: { word: '撤销', run: () => void put(of, before) } })
  }
  async function bring(path: string): Promise<void> {
    const of = list.value
    await take(call('check.import', { list: of, path }).then((done) => {
      say(`加入 ${done.added} 条，改动 ${done.changed} 条${done.skipped > 0 ? `，${done.skipped} 行没有要找的写法或两种写法一样，没有要` : ''}`)
      return done.rules
    }))
  }
  async function send(path: string, overwrite: boolean): Promise<void> {
    try {
      const done = await call('check.export', { list: list.value, path, overwrite })
      fault.value = null
      say(`已导出 ${done.lines} 条`)
    } catch (thrown) {
      fault.value = faultOf(thrown)
    }
  }
  return { fault, lines, add, change, remove, bring, send }
}
