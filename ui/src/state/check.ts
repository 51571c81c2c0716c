import { computed, ref, shallowRef } from 'vue'
import { call, faultOf } from '../api/index.ts'
import type { CheckRules, Checked, DeskFault, PlacedFinding, FindingPart, RuleInfo, Severity } from '../api/index.ts'
import { useAsked } from './asked.ts'
import { desk } from './desk.ts'
import { showRecord } from './fill.ts'
import { toField } from './more.ts'
import { go } from './place.ts'
import { attempt, undo } from './saving.ts'
import { say } from './toast.ts'

export const SEVERITIES: { value: Severity; word: string }[] = [
  { value: 'error', word: '错误' },
  { value: 'warning', word: '警告' },
  { value: 'hint', word: '提示' },
]
export const severityWord = (severity: Severity): string => SEVERITIES.find((s) => s.value === severity)?.word ?? ''

export const PARTS: { value: FindingPart; word: string }[] = [
  { value: 'whole', word: '整篇报告' },
  { value: 'opening', word: '标题和引言' },
  { value: 'results', word: '举措和成效' },
  { value: 'duties', word: '第一责任人履职' },
  { value: 'problems', word: '不足和原因' },
  { value: 'plans', word: '下一年度安排' },
  { value: 'ending', word: '结尾和落款' },
  { value: 'ledger', word: '台账' },
]

/** What the letter of a rule's code stands for, in the order of the end of the page. */
export const LETTERS: { letter: string; word: string }[] = [
  { letter: 'S', word: '结构' },
  { letter: 'F', word: '数据' },
  { letter: 'T', word: '文字' },
  { letter: 'D', word: '日期' },
  { letter: 'N', word: '序号' },
  { letter: 'L', word: '法规和文件名称' },
  { letter: 'P', word: '隐私和公开' },
  { letter: 'W', word: '版面' },
  { letter: 'U', word: '单位' },
]

export interface Group {
  part: FindingPart
  word: string
  findings: PlacedFinding[]
}

/** By part of the report, then by severity; the order of the text within. */
export function grouped(findings: readonly PlacedFinding[], only: Severity | null): Group[] {
  const rank = (found: PlacedFinding): number => SEVERITIES.findIndex((s) => s.value === found.severity)
  return PARTS.map(({ value, word }) => ({
    part: value,
    word,
    findings: findings.filter((f) => f.part === value && (only === null || f.severity === only)).sort((a, b) => rank(a) - rank(b)),
  })).filter((group) => group.findings.length > 0)
}

export interface Kind {
  word: string
  rules: number
  findings: number
}

/** What was looked at, kind by kind, and how much of it was found wrong. */
export function kinds(rules: CheckRules, findings: readonly PlacedFinding[]): Kind[] {
  return LETTERS.map(({ letter, word }) => ({
    word,
    rules: rules.rules.filter((r) => r.on && r.code.startsWith(letter)).length,
    findings: findings.filter((f) => f.code.startsWith(letter)).length,
  })).filter((kind) => kind.rules > 0)
}

export const year = (): number => desk.records?.year.year ?? 0

/** To the field a finding stands in. */
export async function open(found: PlacedFinding): Promise<void> {
  const at = found.record
  if (!at) return go('draft')
  if (at.kind === 'figure') return go('ledger')
  if (!showRecord(at.kind, at.id)) return go('draft')
  go('fill')
  await toField(at.kind, at.field)
}

/** The findings of the year, asked again after every edit; what an edit has overtaken is not taken. */
export function useCheck() {
  const checked = shallowRef<Checked | null>(null)
  const rules = shallowRef<CheckRules | null>(null)
  const fault = ref<DeskFault | null>(null)
  const only = ref<Severity | null>(null)

  const load = useAsked(
    async (year) => {
      const fresh = await call('check.run', { year })
      rules.value ??= await call('check.rules', {})
      return fresh
    },
    (fresh) => {
      checked.value = fresh
      fault.value = null
    },
    (why) => { fault.value = why },
  )

  const groups = computed(() => grouped(checked.value?.findings ?? [], only.value))
  const rule = (code: string) => rules.value?.rules.find((r) => r.code === code)
  const alike = (code: string): PlacedFinding[] => checked.value?.findings.filter((f) => f.code === code && f.fixable) ?? []

  /** A rule that is off is turned on, and the other way round. Rejects with the desk's fault. */
  async function turn(wanted: RuleInfo): Promise<void> {
    rules.value = await call('check.set', wanted.on ? { off: [wanted.code] } : { on: [wanted.code] })
    await load()
  }

  /** Mends them as one step; the toast takes it back. */
  async function fix(found: readonly PlacedFinding[]): Promise<boolean> {
    const changed = await attempt(() => call('check.fix', { year: year(), identities: found.map((f) => f.identity) }))
    if (changed) say(`已修正 ${found.length} 处`, { act: { word: '撤销', run: () => void undo() } })
    return changed !== null
  }

  /** Rejects with the desk's fault. */
  async function accept(found: PlacedFinding, reason: string): Promise<void> {
    checked.value = await call('check.accept', { year: year(), identity: found.identity, reason })
    say('已认可，列在下面', { act: { word: '撤销', run: () => void unaccept(found) } })
  }

  async function unaccept(found: PlacedFinding): Promise<void> {
    try {
      checked.value = await call('check.unaccept', { year: year(), identity: found.identity })
    } catch (thrown) {
      say(faultOf(thrown).whole, { bad: true })
    }
  }
  return { checked, rules, fault, only, groups, rule, alike, fix, accept, unaccept, turn, load }
}
