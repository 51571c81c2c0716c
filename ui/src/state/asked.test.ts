import { createApp, defineComponent, h, nextTick } from 'vue'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DeskFault } from '../api/index.ts'
import type { YearRecords } from '../api/index.ts'
import { useAsked } from './asked.ts'
import { desk } from './desk.ts'

interface Question {
  answer: (text: string) => void
  refuse: (thrown: unknown) => void
}
let questions: Question[]
let taken: string[]
let failed: string[]
let unmount: () => void
let again: () => Promise<void>

const settle = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0) })

beforeEach(() => {
  questions = []
  taken = []
  failed = []
  desk.records = { year: { year: 2023 } } as YearRecords
  const app = createApp(defineComponent(() => {
    again = useAsked(
      () => new Promise<string>((answer, refuse) => { questions.push({ answer, refuse }) }),
      (text) => { taken.push(text) },
      (fault) => { failed.push(fault.message) },
    )
    return () => h('p')
  }))
  app.mount(document.createElement('div'))
  unmount = () => app.unmount()
})
afterEach(() => { desk.records = null })

test('it is asked at once and after each edit', async () => {
  questions[0]?.answer('甲')
  await settle()
  desk.revision += 1
  await nextTick()
  questions[1]?.answer('乙')
  await settle()
  expect(taken).toEqual(['甲', '乙'])
  unmount()
})

test('an answer that an edit has overtaken is not taken, and one question is under way at a time', async () => {
  desk.revision += 1
  await nextTick()
  expect(questions).toHaveLength(1)
  questions[0]?.answer('旧')
  await settle()
  expect(taken).toEqual([])
  questions[1]?.answer('新')
  await settle()
  expect(taken).toEqual(['新'])
  unmount()
})

test('asking again is done when an answer to that has been taken, not one to the question before', async () => {
  let done = false
  const asked = again().then(() => { done = true })
  questions[0]?.answer('旧')
  await settle()
  expect([done, taken.length, questions.length]).toEqual([false, 0, 2])
  questions[1]?.answer('新')
  await asked
  expect(taken).toEqual(['新'])
  unmount()
})

test('a fault is told, and the next edit asks again', async () => {
  questions[0]?.refuse(new DeskFault({ code: 'io', message: '读不出来', hint: '' }))
  await settle()
  expect(failed).toEqual(['读不出来'])
  desk.revision += 1
  await nextTick()
  questions[1]?.answer('甲')
  await settle()
  expect(taken).toEqual(['甲'])
  unmount()
})

test('what comes after the page has gone is not taken', async () => {
  unmount()
  questions[0]?.answer('甲')
  await settle()
  expect(taken).toEqual([])
})
