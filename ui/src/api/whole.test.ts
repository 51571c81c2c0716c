import { expect, test } from 'vitest'
import { whole } from './whole.ts'

test('half a character is sent as the mark of one, and all else as it is', () => {
  const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value, whole))
  expect(sent({ text: '甲\ud842乙\udfb7丙', list: ['\ud800'], n: 1, none: null })).toEqual({ text: '甲\u{FFFD}乙\u{FFFD}丙', list: ['\u{FFFD}'], n: 1, none: null })
  expect(sent('𠮷👨‍👩‍👧é\u0000')).toBe('𠮷👨‍👩‍👧é\u0000')
})
