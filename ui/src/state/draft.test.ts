import { describe, expect, it } from 'vitest'
import type { Block, Inline, Role } from '../api/index.ts'
import { lengthsOf } from './draft.ts'

const text = (words: string): Inline => ({ inline: 'text', text: words, face: { is: 'plain' }, origin: null, figure: null })
const para = (role: Role, words: string): Block => ({ block: 'paragraph', role, inlines: [text(words)] })

describe('the length of a report', () => {
  it('is that of its headings and text; what is attached is told apart, tables included', () => {
    const blocks: Block[] = [
      para({ is: 'title' }, '年度报告'), para({ is: 'addressee' }, '县委：'), para({ is: 'heading', level: 1 }, '一、成效'), para({ is: 'body' }, '办结案件12宗。'), para({ is: 'signature' }, '某局'),
      para({ is: 'attachment_label' }, '附件1'), para({ is: 'body' }, '另附。'),
      { block: 'table', columns: [1000], header_rows: 1, rows: [[{ inlines: [text('指标')], columns: 1, rows: 1, align: 'left' }]] },
    ]
    expect(lengthsOf({ blocks })).toEqual({ text: 12, attached: 8 })
    expect(lengthsOf(null)).toEqual({ text: 0, attached: 0 })
  })
})
