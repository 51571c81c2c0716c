import type { Difference, Reason } from '../api/index.ts'

export const REASON_WORD: { [reason in Reason]: string } = {
  sent_only: '仅报送', public_wording: '公开版写法', masked: '隐私遮盖', layout: '版式', bare: '标题下没有公开的内容', untold: '公开版没有写到这个数据', renumbered: '序号、标点顺延',
}

export interface Words {
  before: string
  text: string
  after: string
}

/** Both sides of a line as shown; a place of a few characters with what stands beside it. Null: not printed. */
export function shortPlaces(line: Difference): { sent: Words; published: Words | null } {
  const beside = line.reason === 'masked' || line.reason === 'renumbered'
  const words = (text: string): Words => ({ before: beside ? line.before : '', text: text.replace(/\n+$/, '').replace(/\t/g, '　'), after: beside ? line.after : '' })
  return { sent: words(line.sent), published: line.public === '' && !beside ? null : words(line.public) }
}
