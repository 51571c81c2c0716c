import { describe, expect, it } from 'vitest'
import { lacks, leftOut, remarksOn, sort, told } from './missing.ts'

describe('what the year lacks', () => {
  told.value = sort({
    records: [{ kind: 'problem', id: 5, name: '问题', missing: [{ field: 'cause', word: '原因' }] }],
    remarks: [{ kind: 'plan', id: 6, field: 'due', message: '早' }, { kind: 'plan', id: 6, field: 'title', message: '长' }],
    left_out: [{ kind: 'achievement', id: 5, why: 'internal', message: '内部材料，不写进报告' }],
  })
  it('is told of each record by its kind and number', () => {
    expect(lacks({ kind: 'problem', id: 5 }).map((m) => m.word)).toEqual(['原因'])
    expect(lacks({ kind: 'plan', id: 5 })).toEqual([])
    expect(remarksOn({ kind: 'plan', id: 6 }).map((r) => r.field)).toEqual(['due', 'title'])
    expect(leftOut({ kind: 'achievement', id: 5 })).toBe('内部材料，不写进报告')
    expect(leftOut({ kind: 'problem', id: 5 })).toBe('')
    expect(leftOut(null)).toBe('')
  })
})
