// A date that cannot be read is neither lost nor passed over.
import { at, expect, goTo, openSample, test } from './desk.ts'
import type { Page } from './desk.ts'

async function toPlans(page: Page): Promise<void> {
  await goTo(page, 'fill')
  await at(page, 'part').filter({ hasText: '下一年度安排' }).click()
}

test('words that are no day stay in their field with the reason, also after looking at another record', async ({ desk }) => {
  await openSample(desk)
  await toPlans(desk)
  const due = at(desk, 'field-due')
  await at(desk, 'row').nth(1).click()
  await due.fill('年底前')
  await desk.keyboard.press('Tab')
  const fault = desk.locator('[data-field="due"]').getByRole('alert')
  await expect(fault).toContainText('没有这一天')
  await at(desk, 'row').nth(2).click()
  await expect(due).not.toHaveValue('年底前')
  await expect(fault).toHaveCount(0)
  await goTo(desk, 'ledger')
  await toPlans(desk)
  await at(desk, 'row').nth(1).click()
  await expect(due).toHaveValue('年底前')
  await expect(fault).toContainText('没有这一天')
  await due.fill('6月30日')
  await desk.keyboard.press('Tab')
  await expect(due).toHaveValue('2024年6月30日')
  await expect(fault).toHaveCount(0)
})

test('the deadlines are not closed over words that are no day', async ({ desk }) => {
  await openSample(desk)
  await at(desk, 'deadlines-edit').click()
  const due = at(desk, 'deadline-due').first()
  const before = await due.inputValue()
  await due.fill('二月底')
  await at(desk, 'deadlines-ok').click()
  await expect(at(desk, 'deadline-editor')).toBeVisible()
  await expect(due).toHaveValue('二月底')
  await expect(at(desk, 'deadline-row').first().getByRole('alert')).toHaveText('没有这一天，请写成 2024-3-1 或 2024年3月1日')
  await due.fill(before)
  await at(desk, 'deadline-done-on').first().fill('昨天')
  await at(desk, 'deadlines-ok').click()
  await expect(at(desk, 'deadline-editor')).toBeVisible()
  await at(desk, 'deadline-done-on').first().fill('')
  await at(desk, 'deadlines-ok').click()
  await expect(at(desk, 'deadline-editor')).toHaveCount(0)
})
