import { computed, ref, shallowRef } from 'vue'
import type { CheckRules, Checked, FindingPart, PlacedFinding, Severity } from '../api/index.ts'
import { showRecord } from './fill.ts'
import { findings } from './findings.ts'
import { toField } from './more.ts'
import { go, place } from './place.ts'

export const SEVERITIES: { value: Severity; word: string }[] = [
  { value: 'error', word: '错误' },
  { value: 'warning', word: '警告' },
  { value: 'hint', word: '提示' },
]
export const severityWord = (severity: Severity): string => SEVERITIES.find((s) => s.value === severity)?.word ?? ''

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

/** What a mend would do, on its button. */
export const fixWord = (found: PlacedFinding): string => (found.fix?.replacement === '' ? `删去“${found.at?.text ?? ''}”` : `改为“${found.fix?.replacement ?? ''}”`)

export interface Group {
  part: FindingPart
  word: string
  findings: PlacedFinding[]
}

/** By part of the report, then by severity; the order of the text within. */
export function grouped({ findings, parts }: Pick<Checked, 'findings' | 'parts'>, only: Severity | null): Group[] {
  const rank = (found: PlacedFinding): number => SEVERITIES.findIndex((s) => s.value === found.severity)
  return parts.map(({ part, word }) => ({
    part,
    word,
    findings: findings.filter((f) => f.part === part && (only === null || f.severity === only)).sort((a, b) => rank(a) - rank(b)),
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

/** What the sheet is to show once it is there: the place of a finding. */
export const aimed = shallowRef<PlacedFinding | null>(null)
/** What the page of findings is to show first: a finding's identity. */
export const looked = ref('')

const FORMED: readonly string[] = ['achievement', 'problem', 'plan', 'duty', 'passage']

/** To the field a finding stands in, the caret at its place; what has no form of its own is written on the sheet. */
export async function open(found: PlacedFinding): Promise<void> {
  const at = found.record
  if (at?.kind === 'figure') return go('ledger', { record: { kind: 'figure', id: at.id } })
  if (!at || !FORMED.includes(at.kind) || !showRecord(at.kind, at.id)) {
    aimed.value = found
    // The published edition is only read: what has a place to be written at is gone to in the other one.
    if (at || place.view === 'differences') place.view = 'submission'
    return go('draft')
  }
  go('fill')
  await toField(at.kind, at.field, at)
}

/** To the finding in the list of all. */
export function look(found: PlacedFinding): void {
  looked.value = found.identity
  go('check')
}

/** The findings as the page shows them. */
export function useCheck() {
  const only = ref<Severity | null>(null)
  const groups = computed(() => (findings.value ? grouped(findings.value, only.value) : []))
  const alike = (code: string): PlacedFinding[] => findings.value?.findings.filter((f) => f.code === code && f.fixable) ?? []
  return { only, groups, alike }
}
