import type { Overview, PartOverview } from '../api/index.ts'
import { daysWords, DEADLINE_WORD } from './deadlines.ts'

/** Where an act is done. */
export type Target =
  | { is: 'part'; of: PartOverview['of'] }
  | { is: 'record'; kind: Overview['incomplete'][number]['kind']; id: number }
  | { is: 'page'; page: 'loop' | 'ledger' | 'draft' | 'export' }

export interface Act {
  text: string
  word: string
  to: Target
  /** Cannot wait. */
  due?: boolean
}

/** What to do next, the most pressing first. What is written comes before what is polished. */
export function acts(o: Overview): Act[] {
  const out: Act[] = []
  const near = o.deadlines.filter((d) => d.days_left !== null && d.days_left <= 14)
  const [d] = near
  if (d && d.days_left !== null) {
    const more = near.length > 1 ? `；时限已到或快到的共 ${near.length} 处` : ''
    out.push({ text: `${DEADLINE_WORD[d.what]}“${d.to}”的时限${daysWords(d.days_left).replace(/^就是/, '就在')}${more}`, word: '去导出', to: { is: 'page', page: 'export' }, due: true })
  }
  for (const part of o.parts) {
    const first = part.missing[0]
    if (first !== undefined) out.push({ text: first, word: '去填报', to: { is: 'part', of: part.of } })
  }
  const loop = o.closed_loop
  const open = loop ? loop.plans.unanswered + loop.problems.unanswered : 0
  if (loop && open > 0) out.push({ text: `${loop.last_year}年的计划和问题还有 ${open} 条没有交代`, word: '去闭环', to: { is: 'page', page: 'loop' } })
  const f = o.figures
  if (f.unknown.length > 0) out.push({ text: `正文引用了台账里没有的数据：${f.unknown.join('、')}`, word: '去台账', to: { is: 'page', page: 'ledger' } })
  if (f.without_value > 0) out.push({ text: `${f.without_value} 项数据还没有填数，引用的地方会印成“〔待填〕”`, word: '去台账', to: { is: 'page', page: 'ledger' } })
  const unsettled = f.unsettled.filter((u) => u.why !== 'no_value' && u.why !== 'no_source').length
  if (unsettled > 0) out.push({ text: `${unsettled} 项数据对不上或要再看一遍`, word: '去台账', to: { is: 'page', page: 'ledger' } })
  const lacking = o.incomplete[0]
  if (lacking) out.push({ text: `${o.incomplete.length} 条记录有该填没填的，第一条是${lacking.name}`, word: '去补', to: { is: 'record', kind: lacking.kind, id: lacking.id } })
  if (f.without_source > 0) out.push({ text: `${f.without_source} 项数据没有写来源`, word: '去台账', to: { is: 'page', page: 'ledger' } })
  return out
}
