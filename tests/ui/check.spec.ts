// 体检: findings lead to their place, are mended and taken back, stand with a reason, and rules can be off.
import { AxeBuilder } from '../../ui/playwright-kit.ts'
import { at, expect, goTo, openSample, saved, test } from './desk.ts'
import type { Page } from './desk.ts'

async function faulty(desk: Page): Promise<void> {
  await openSample(desk)
  await goTo(desk, 'fill')
  await at(desk, 'part').nth(1).click()
  await at(desk, 'row').nth(1).click()
  await at(desk, 'field-body').click()
  await desk.keyboard.press('Control+End')
  await desk.keyboard.insertText('2023年3月05日、2023年4月08日各开会一次。2023年2月30日总结。共巡护12次，其中夜间5次、白天6次。')
  await saved(desk)
  await goTo(desk, 'check')
  await expect(at(desk, 'finding').first()).toBeVisible()
}

const finding = (desk: Page, words: string) => at(desk, 'finding').filter({ hasText: words })

test('the sample is found in order and the page says what was looked at', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'check')
  await expect(at(desk, 'sound')).toContainText('条规则')
  await desk.screenshot({ path: 'test-results/shots/check-sample-1280.png' })
})

test('a kind is mended as shown and taken back in one step', async ({ desk }) => {
  await faulty(desk)
  for (const [width, height] of [[1280, 800], [1920, 1080]] as const) {
    await desk.setViewportSize({ width, height })
    await desk.screenshot({ path: `test-results/shots/check-${width}.png` })
  }
  const violations = await new AxeBuilder({ page: desk }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  expect(violations.violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
  await expect(finding(desk, '前面的0')).toHaveCount(2)
  await at(desk, 'finding-fix-all').first().click()
  await expect(at(desk, 'fix-line')).toHaveCount(2)
  await desk.screenshot({ path: 'test-results/shots/check-fix-all.png' })
  await at(desk, 'fix-all-ok').click()
  await expect(finding(desk, '前面的0')).toHaveCount(0)
  await desk.keyboard.press('Control+z')
  await expect(finding(desk, '前面的0')).toHaveCount(2)
  await at(desk, 'finding-fix').first().click()
  await expect(finding(desk, '前面的0')).toHaveCount(1)
  await at(desk, 'toast-act').click()
  await expect(finding(desk, '前面的0')).toHaveCount(2)
})

test('a finding is gone to by Enter, and stands once a reason is given', async ({ desk }) => {
  await faulty(desk)
  const sum = finding(desk, '相加是11次')
  await sum.locator('[data-test="finding-accept"]').click()
  await desk.keyboard.press('Enter')
  await expect(sum.locator('.fault')).toContainText('还没有写说明')
  await desk.keyboard.insertText('另有一次昼夜不分')
  await desk.keyboard.press('Enter')
  await expect(sum).toHaveCount(0)
  await expect(at(desk, 'accepted')).toContainText('另有一次昼夜不分')
  await at(desk, 'unaccept').click()
  await expect(sum).toHaveCount(1)
  await at(desk, 'only-error').click()
  await expect(sum).toHaveCount(0)
  await at(desk, 'finding-open').first().focus()
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'field-body')).toBeFocused()
  await expect(at(desk, 'field-body')).toContainText('2023年2月30日')
})

test('a rule is read with its examples and is off in this 库', async ({ desk }) => {
  await faulty(desk)
  await finding(desk, '前面的0').first().locator('[data-test="finding-rule"]').click()
  await expect(at(desk, 'rules').locator('details[open] .bad')).toBeInViewport()
  await desk.screenshot({ path: 'test-results/shots/check-rules.png' })
  await at(desk, 'rule').filter({ hasText: 'D004' }).locator('[data-test="rule-on"]').uncheck()
  await desk.keyboard.press('Escape')
  await expect(finding(desk, '前面的0')).toHaveCount(0)
})
