import { expect, test } from 'vitest'
import type { Doc, Layout } from '../api/index.ts'
import { blockAt, boxes, keysOf } from './pages.ts'

const line = (page: number, block: number, baseline: number) => ({ page, block, baseline, x: 79, chars: 28 })
const layout: Layout = {
  pages: 2,
  lines: [line(0, 0, 120), line(0, 1, 680), line(0, 1, 709), line(1, 1, 119), line(1, 2, 148)],
  substitutes: [],
  faces: [],
  borrowed: [],
  missing: [],
  remarks: [],
}

test('a paragraph over two pages has a box on each', () => {
  expect(boxes(layout, new Set([1]))).toEqual([
    { page: 0, top: 660, height: 58 },
    { page: 1, top: 99, height: 29 },
  ])
})

test('the nearest line of a page is found, on no other page', () => {
  expect(blockAt(layout, 0, 690)).toBe(1)
  expect(blockAt(layout, 1, 500)).toBe(2)
  expect(blockAt(layout, 5, 100)).toBeNull()
})

test('blocks know their group, tables none', () => {
  const paragraph = (text: string, id: number): Doc['blocks'][number] => ({
    block: 'paragraph',
    role: { is: 'body' },
    inlines: [{ inline: 'text', text, face: { is: 'plain' }, origin: { kind: 'plan', id, field: 'body' }, figure: null }],
  })
  const table: Doc['blocks'][number] = { block: 'table', columns: [1000], header_rows: 0, rows: [] }
  const doc: Doc = { meta: { title: '', unit: '', year: 2023 }, letterhead: null, imprint: null, blocks: [paragraph('一', 1), table, paragraph('二', 2), paragraph('三', 2)] }
  expect(keysOf(doc)).toEqual(['plan:1:body', null, 'plan:2:body', 'plan:2:body'])
})
