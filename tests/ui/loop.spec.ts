// 闭环: last year's plans and problems, each accounted for, by keys alone.
import { at, expect, goTo, makeLibrary, openSample, saved, test } from './desk.ts'
import type { Page } from './desk.ts'

/** The sample's 2024, with nothing said yet of 2023. */
async function begun(page: Page, without: string[] = ['plans', 'problems']): Promise<void> {
  await openSample(page)
  await at(page, 'year').selectOption('new')
  await expect(at(page, 'carry-plans-count')).toHaveText('6 项')
  for (const one of without) await at(page, `carry-${one}`).uncheck()
  await at(page, 'new-year-ok').click()
  await expect(at(page, 'overview-title')).toContainText('2024年')
  await goTo(page, 'loop')
  await expect(at(page, 'loop-row').first()).toBeVisible()
}

test('every plan and problem of last year stands there; a state, a note and an achievement are given by keys, and taken back', async ({ desk }) => {
  await begun(desk)
  const rows = at(desk, 'loop-row')
  const all = await rows.count()
  await expect(at(desk, 'loop-count')).toContainText(`还有 ${all} 条没有交代`)
  await at(desk, 'loop-head').first().focus()
  await desk.keyboard.press('1')
  await expect(rows.first().locator('[data-test="loop-done"]')).toHaveAttribute('aria-pressed', 'true')
  await expect(at(desk, 'loop-count')).toContainText(`还有 ${all - 1} 条没有交代`)
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'loop-note').first()).toBeFocused()
  await desk.keyboard.type('已经建成，3月验收')
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'loop-head').first()).toBeFocused()
  await saved(desk)

  await desk.keyboard.press('ArrowDown')
  await expect(at(desk, 'loop-head').nth(1)).toBeFocused()
  const wording = (await at(desk, 'loop-head').nth(1).locator('.title').textContent()) ?? ''
  await desk.keyboard.press('5')
  await expect(rows.nth(1).locator('[data-test="loop-answer"]')).toContainText(wording)
  await expect(rows.nth(1).locator('[data-test="loop-answer"]')).toContainText('待写')
  // A line still to be written answers nothing yet.
  await expect(at(desk, 'loop-count')).toContainText(`还有 ${all - 1} 条没有交代`)

  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('4')
  await expect(at(desk, 'pick-input')).toBeFocused()
  await desk.keyboard.type(wording.slice(0, 4))
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'picked')).toHaveCount(1)
  await at(desk, 'loop-link-done').click()
  await expect(rows.nth(2).locator('[data-test="loop-answer"]')).toContainText(wording)
  await desk.keyboard.press('Control+z')
  await expect(rows.nth(2).locator('[data-test="loop-answer"]')).toHaveCount(0)

  // Left and come back to: what is unanswered stands on top, what was said is still said.
  await goTo(desk, 'overview')
  await expect(at(desk, 'loop-strip')).toContainText(`${all - 1} 条没有交代`)
  await goTo(desk, 'loop')
  await expect(rows.first()).toContainText('没有交代')
  await expect(rows.last()).not.toContainText('没有交代')
  await expect(rows.filter({ hasText: wording })).toContainText('待写')
  await expect.poll(async () => (await at(desk, 'loop-note').evaluateAll((all) => all.map((n) => (n instanceof HTMLTextAreaElement ? n.value : ''))))).toContain('已经建成，3月验收')
})

test('a note typed a moment before the page goes is saved', async ({ desk }) => {
  await begun(desk)
  await at(desk, 'loop-note').first().click()
  await desk.keyboard.type('刚写下就走')
  await desk.reload()
  await expect.poll(async () => (await at(desk, 'loop-note').evaluateAll((all) => all.map((n) => (n instanceof HTMLTextAreaElement ? n.value : ''))))).toContain('刚写下就走')
})

test('an achievement opened from its line is where it is written', async ({ desk }) => {
  await begun(desk, ['problems'])
  const word = (await at(desk, 'loop-open').first().textContent()) ?? ''
  await at(desk, 'loop-open').first().click()
  await expect(at(desk, 'field-title')).toContainText(word)
})

test('without a last year it says what to do', async ({ desk, served }) => {
  await makeLibrary(desk, served)
  await goTo(desk, 'loop')
  await at(desk, 'loop-carry').click()
  await expect(at(desk, 'new-year-year')).toHaveValue('2025')
  await desk.keyboard.press('Escape')
  await at(desk, 'loop-import').click()
  await expect(at(desk, 'import-text')).toBeVisible()
})
