import { describe, expect, it } from 'vitest'
import type { Figure } from '../api/index.ts'
import { blank } from './blank.ts'
import { figureText, keyFor, length, opening, phrases, pieces, printed, refersTo, size } from './text.ts'

const figure = (key: string, fields: Partial<Figure>): Figure => ({ ...blank.figure(2023, key, key), ...fields })

describe('references', () => {
  it('are found by the rules of the core, loose braces are text', () => {
    expect(pieces('共{{案件}}，')).toEqual([{ text: '共' }, { key: '案件', from: 1, to: 7 }, { text: '，' }])
    expect(pieces('{{{a}}')).toEqual([{ text: '{' }, { key: 'a', from: 1, to: 6 }])
    for (const plain of ['{a}', '{{}}', '{{ a}}', '{{a', 'a}}', '{{a\nb}}']) expect(pieces(plain)).toEqual([{ text: plain }])
  })
  it('print their figure, or that it is still to be filled in', () => {
    const ledger = [figure('案件', { value: '1205', unit: '件' }), figure('待定', {})]
    expect(printed('办理{{案件}}，培训{{待定}}，{{没有}}', ledger)).toBe('办理1205件，培训〔待填：待定〕，〔待填：没有〕')
    expect(refersTo('办理{{案件}}', '案件')).toBe(true)
    expect(refersTo('办理案件', '案件')).toBe(false)
  })
  it('print about and over where they stand in Chinese', () => {
    expect(figureText(figure('a', { value: '20', unit: '名', precision: 'about' }))).toBe('约20名')
    expect(figureText(figure('a', { value: '20', unit: '名', precision: 'over' }))).toBe('20余名')
    expect(figureText(figure('a', { value: '99.50', unit: '%' }))).toBe('99.50%')
  })
})

describe('texts', () => {
  it.each([
    ['加大培训力度。全年……', '加大培训力度。'],
    ['没有句号', '没有句号'],
    ['第一行\n第二行。', '第一行'],
    ['', ''],
  ])('%j opens with %j', (text, meant) => expect(opening(text)).toBe(meant))
  it.each([
    ['青溪县水务局2024年法治政府建设年度报告', ['青溪县水务局', '2024年', '法治政府建设年度报告']],
    ['关于2024年度法治政府建设情况的报告', ['关于2024年度法治政府建设情况的报告']],
    ['关于2024年法治政府建设情况的报告', ['关于2024年', '法治政府建设情况的报告']],
  ])('the title %j breaks between its phrases', (title, meant) => expect(phrases(title, '青溪县水务局')).toEqual(meant))
  it('are counted without blanks, a rare character once', () => expect(length('国 𠀀\n好')).toBe(3))
  it.each([
    ['行政检查', [], '行政检查'],
    ['行政检查', ['行政检查'], '行政检查2'],
    [' {{x}} ', [], 'x'],
    ['', ['数据'], '数据2'],
    ['一二三四五六七八九十一二三四五六七八九𠀀件', [], '一二三四五六七八九十一二三四五六七八九𠀀'],
  ])('the label %j gets a key that is free', (label, taken, meant) => expect(keyFor(label, taken)).toBe(meant))
  it.each([[512, '512 字节'], [2048, '2.0 KB'], [51_200, '50 KB'], [5_242_880, '5.0 MB']])('%d bytes are said %j', (bytes, meant) => expect(size(bytes)).toBe(meant))
})
