import { describe, expect, it } from 'vitest'
import type { Doc, Field, Inline, Kind, Paragraph } from '../api/index.ts'
import { clip, edited, fieldsOf, groups, mapParts } from './segments.ts'

const run = (text: string, origin: [Kind, number, Field] | null = null, figure: string | null = null): Inline => ({
  inline: 'text', text, face: { is: 'plain' }, figure, origin: origin && { kind: origin[0], id: origin[1], field: origin[2] },
})
const body = (...inlines: Inline[]): Paragraph & { block: 'paragraph' } => ({ block: 'paragraph', role: { is: 'body' }, inlines })
const doc = (...blocks: Doc['blocks']): Doc => ({ meta: { title: '', unit: '', year: 2023 }, letterhead: null, imprint: null, blocks })

const runIn = body(run('一是'), run('标题', ['achievement', 1, 'title']), run('。'), run('查了', ['achievement', 1, 'body']), run('12件', ['achievement', 1, 'body'], '案件'), run('案。', ['achievement', 1, 'body']))

describe('paragraphs of the draft', () => {
  it('stand alone, but a text of several paragraphs is one, empty lines between included', () => {
    const lead = (text: string) => body(run(text, ['passage', 7, 'body']))
    const all = groups(doc(lead('一'), body(), lead('二'), body(run('三', ['passage', 8, 'body'])), body(run('给定'))))
    expect(all.map((g) => [g.key, g.paragraphs.length, g.editable])).toEqual([
      ['passage:7:body', 3, true], ['passage:8:body', 1, true], ['at:4', 1, false],
    ])
    expect(fieldsOf(edited(all[0]!).text, edited(all[0]!).parts)).toEqual([{ origin: { kind: 'passage', id: 7, field: 'body' }, text: '一\n\n二' }])
  })
  it('are edited as fields between the words of the template, figures as references', () => {
    const { text, parts } = edited(groups(doc(runIn))[0]!)
    expect(text).toBe('一是标题。查了{{案件}}案。')
    expect(parts.map((p) => [text.slice(p.from, p.to), p.origin?.field ?? null])).toEqual([
      ['一是', null], ['标题', 'title'], ['。', null], ['查了{{案件}}案。', 'body'],
    ])
  })
})

describe('what is typed', () => {
  const { parts } = edited(groups(doc(runIn))[0]!)
  const insert = (at: number, count: number) => (pos: number, assoc: -1 | 1): number => (pos < at || (pos === at && assoc < 0) ? pos : pos + count)
  it('at the border of a field belongs to the field, never to the template', () => {
    // Behind 标题, before the template’s 。
    expect(mapParts(parts, insert(4, 2)).map((p) => [p.from, p.to])).toEqual([[0, 2], [2, 6], [6, 7], [7, 17]])
    // Before 查了, behind the template’s 。
    expect(mapParts(parts, insert(5, 1)).map((p) => [p.from, p.to])).toEqual([[0, 2], [2, 4], [4, 5], [5, 16]])
  })
  it('keeps a field that has been emptied, so that it can be filled again', () => {
    const gone = (pos: number): number => (pos <= 2 ? pos : pos <= 4 ? 2 : pos - 2)
    const empty = mapParts(parts, gone)
    expect(empty[1]).toMatchObject({ from: 2, to: 2 })
    expect(clip({ from: 2, to: 2, insert: '新' }, empty)).toEqual([{ from: 2, to: 2, insert: '新' }])
  })
  it('over the template’s words touches the fields alone', () => {
    expect(clip({ from: 3, to: 7, insert: '' }, parts)).toEqual([{ from: 3, to: 4, insert: '' }, { from: 5, to: 7, insert: '' }])
    expect(clip({ from: 0, to: 1, insert: '' }, parts)).toEqual([])
    expect(clip({ from: 0, to: 0, insert: '依法' }, parts)).toEqual([{ from: 2, to: 2, insert: '依法' }])
  })
})
