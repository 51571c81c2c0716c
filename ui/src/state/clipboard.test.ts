import { describe, expect, it } from 'vitest'
import { copiedBlock, isBlock, tableOf, tsv } from './clipboard.ts'

const data = (html: string, text: string): Pick<DataTransfer, 'getData'> => ({ getData: (type: string) => (type === 'text/html' ? html : text) })

describe('a block copied', () => {
  it('out has tabs and line ends, and quotes round what holds them', () => {
    expect(tsv([['甲', '1'], ['一\n二', '他说"好"']])).toBe('甲\t1\r\n"一\n二"\t"他说""好"""')
  })
  it('in as HTML keeps merged headers in their first place and a cell of two paragraphs whole', () => {
    const html = `<table><tr><th rowspan="2">指标</th><th colspan="2">数量</th></tr><tr><td>上年</td><td>本年</td></tr>
      <tr><td><p>行政</p><p>检查</p></td><td>1,205&nbsp;</td><td>1<br>300</td></tr></table>`
    expect(tableOf(html)).toEqual([['指标', '数量'], ['', '上年', '本年'], ['行政\n检查', '1,205', '1\n300']])
    expect(copiedBlock(data(html, '不看这里'))).toBe('指标\t数量\r\n\t上年\t本年\r\n"行政\n检查"\t1,205\t"1\n300"')
  })
  it('in without a table is the plain text', () => {
    expect(copiedBlock(data('<p>一段</p>', '甲\t1'))).toBe('甲\t1')
    expect(tableOf('<table></table>')).toBeNull()
  })
  it('is more than one cell', () => {
    expect(['甲\t1', '甲\n乙'].map(isBlock)).toEqual([true, true])
    expect(['甲', '甲\r\n'].map(isBlock)).toEqual([false, false])
  })
})
