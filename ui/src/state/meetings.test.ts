import { describe, expect, it } from 'vitest'
import { meetingLines, meetings } from './meetings.ts'

describe('a line on a meeting', () => {
  it.each([
    ['3月5日 研究要点', '3月5日', '研究要点'], ['2023-3-5　研究要点', '2023-3-5', '研究要点'], ['3月5日至6日 研究', '3月5日至6日', '研究'],
    ['研究 3 件事', '', '研究 3 件事'], ['3月5日', '3月5日', ''], ['12', '', '12'], ['', '', ''],
  ])('“%s” has its day and its topic', (line, date, topic) => {
    expect(meetings(`${line}\n别的`)[0]).toEqual({ date, topic })
  })
  it.each(['', '3月5日 研究要点', '3月5日\n研究\n\n12', '研究 3 件事\n2月30日 培训'])('“%s” comes back as it was', (text) => {
    expect(meetingLines(meetings(text))).toBe(text)
  })
})
