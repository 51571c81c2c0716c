import { describe, expect, it } from 'vitest'
import { stretches } from './importing.ts'
import type { BlockProposal } from '../api/index.ts'
import { baseOf, fileName, folderOf, guessKind, guessShort, inFolder } from './naming.ts'

describe('a unit’s name', () => {
  it.each([
    ['青溪县水务局', 'department', '我局'],
    ['青溪县卫生健康委员会', 'department', '我委'],
    ['青溪县人民政府办公室', 'department', '我办'],
    ['青溪县人民政府', 'government', '我县'],
    ['石桥镇人民政府', 'township', '我镇'],
    ['城东街道办事处', 'township', '我街道'],
    ['云水乡', 'township', '我乡'],
    ['', 'department', ''],
  ])('%j is a %s and says %j', (name, kind, short) => {
    expect(guessKind(name)).toBe(kind)
    expect(guessShort(name)).toBe(short)
  })
})

describe('a path', () => {
  it('keeps the slashes of its system', () => {
    expect(inFolder('C:\\文档', 'a.docx')).toBe('C:\\文档\\a.docx')
    expect(inFolder('/home/我/', 'a.docx')).toBe('/home/我/a.docx')
    expect([folderOf('C:\\文档\\a.docx'), baseOf('C:\\文档\\a.docx')]).toEqual(['C:\\文档\\', 'a.docx'])
  })
  it('gets a name that Windows takes', () => expect(fileName(' 某局/科: "2024"?. ')).toBe('某局科 2024'))
  it('is cut between characters, a rare one too', () => expect(fileName(`${'局'.repeat(59)}𠀀县`)).toBe(`${'局'.repeat(59)}𠀀`))
})

describe('the source of a reading', () => {
  it('is shown whole, a rare character counting once', () => {
    const block = (start: number, end: number): BlockProposal => ({ role: 'lead', level: 0, number: '', title: '', body: '', start, end, runs_on: false })
    expect(stretches('页眉𠀀\n正文。页脚', [block(4, 7)])).toEqual([
      { text: '页眉𠀀\n', block: null }, { text: '正文。', block: 0 }, { text: '页脚', block: null },
    ])
  })
})
