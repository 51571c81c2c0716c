// 体检 of the edition to be published, its review place by place, and what else follows the edition at hand.
import { AxeBuilder } from '../../ui/playwright-kit.ts'
import { at, expect, goTo, openSample, saved, test } from './desk.ts'
import type { Page } from './desk.ts'

const PHONE = '13812341234'

async function sound(page: Page, where: string): Promise<void> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(found.violations.map((v) => `${where}: ${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`)).toEqual([])
}

async function shots(page: Page, name: string): Promise<void> {
  for (const [width, height] of [[1920, 1080], [1280, 800]] as const) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: `test-results/shots/${name}-${width}.png` })
  }
}

/** An achievement with an office's number and the names of a head and of a party in it. */
async function prepared(page: Page): Promise<void> {
  await openSample(page)
  await goTo(page, 'fill')
  await at(page, 'part').nth(1).click()
  await at(page, 'row').nth(1).click()
  await at(page, 'field-body').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(`值班手机${PHONE}。局长张建国主持会议，听取申请人李明不服处罚的意见。`)
  await saved(page)
  await goTo(page, 'check')
  await at(page, 'view-submission').focus()
  await page.keyboard.press('ArrowRight')
  await expect(at(page, 'view-public')).toBeChecked()
  await expect(at(page, 'look')).toHaveCount(2)
}

const finding = (page: Page, words: string) => at(page, 'finding').filter({ hasText: words })
const look = (page: Page, words: string) => at(page, 'look').filter({ has: page.locator('mark', { hasText: words }) })

test('the edition to be published has findings of its own and a list to tick off, kept until its paragraph changes', async ({ desk }) => {
  await prepared(desk)
  await expect(finding(desk, '“李明”像是当事人的姓名')).toHaveCount(1)
  await expect(finding(desk, '手机号码')).toHaveCount(0)
  await expect(at(desk, 'look-unseen')).toHaveText('还有 2 处没看')
  await expect(look(desk, PHONE)).toContainText('印成 138****1234')
  await sound(desk, '体检 of the public edition')
  await look(desk, PHONE).locator('input').focus()
  await desk.keyboard.press('Space')
  await expect(at(desk, 'look-unseen')).toHaveText('还有 1 处没看')
  await look(desk, '张建国').locator('input').check()
  await expect(at(desk, 'look-unseen')).toHaveText('都看过了')
  await at(desk, 'look-over').scrollIntoViewIfNeeded()
  await shots(desk, 'look-over')
  await desk.reload()
  await expect(at(desk, 'look-unseen')).toHaveText('都看过了')
  await look(desk, PHONE).locator('[data-test="look-edit"]').click()
  await expect(at(desk, 'field-body')).toBeFocused()
  await desk.keyboard.press('Control+End')
  await desk.keyboard.insertText('又及。')
  await saved(desk)
  await goTo(desk, 'check')
  await expect(at(desk, 'look-unseen')).toHaveText('还有 2 处没看')
})

test('a number of the office is published as typed once a reason is given, and masked again when that is taken back', async ({ desk }) => {
  await prepared(desk)
  await look(desk, PHONE).locator('[data-test="look-print"]').click()
  await desk.keyboard.press('Enter')
  await expect(look(desk, PHONE).locator('.fault')).toContainText('还没有写说明')
  await desk.keyboard.insertText('值班手机，对外公布')
  await at(desk, 'look-over').scrollIntoViewIfNeeded()
  await shots(desk, 'look-over-reason')
  await desk.keyboard.press('Enter')
  await expect(look(desk, PHONE)).toContainText('照原样公开，说明：值班手机，对外公布')
  await expect(look(desk, PHONE).locator('input')).toBeFocused()
  await goTo(desk, 'draft')
  await expect(at(desk, 'public-para').filter({ hasText: PHONE })).toHaveCount(1)
  await at(desk, 'toast-act').click()
  await expect(at(desk, 'public-para').filter({ hasText: '138****1234' })).toHaveCount(1)
})

test('underlines, what goes out as sheet and comments, and the history of exports are of the edition at hand', async ({ desk, served }) => {
  await prepared(desk)
  await goTo(desk, 'draft')
  const named = desk.locator('.paper.read [data-finding]').filter({ hasText: '李明' })
  await named.scrollIntoViewIfNeeded()
  await named.hover()
  await expect(at(desk, 'finding-card')).toContainText('公开版')
  await shots(desk, 'public-card')
  await goTo(desk, 'fill')
  await at(desk, 'part').nth(1).click()
  await at(desk, 'row').nth(1).click()
  const field = at(desk, 'field-body')
  await expect(field.locator('[data-finding]').filter({ hasText: '李明' })).toHaveCount(1)
  await expect(field.locator('[data-finding]').filter({ hasText: PHONE })).toHaveCount(0)
  await goTo(desk, 'check')
  await at(desk, 'review-open').click()
  await expect(at(desk, 'review-export')).toContainText('公开版')
  await at(desk, 'review-ok').click()
  await expect(at(desk, 'chooser-name')).toHaveValue(/（公开版）\.docx$/)
  await at(desk, 'chooser-name').fill(`${served.folder}/意见表.docx`)
  await at(desk, 'chooser-ok').click()
  await expect(at(desk, 'review-done')).toContainText('意见表.docx')
  await desk.keyboard.press('Escape')
  await goTo(desk, 'export')
  await expect(at(desk, 'last-export').first()).toContainText('导出公开版体检意见表“意见表.docx”')
  await at(desk, 'view-submission').waitFor({ state: 'detached' })
  await goTo(desk, 'check')
  await at(desk, 'view-submission').check()
  await expect(finding(desk, '手机号码')).toHaveCount(1)
  await expect(at(desk, 'look-over')).toHaveCount(0)
  await goTo(desk, 'fill')
  await expect(field.locator('[data-finding]').filter({ hasText: PHONE })).toHaveCount(1)
})

test('述法报告 is of the head that is chosen', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'export')
  await at(desk, 'export-which').selectOption('duty')
  await expect(at(desk, 'export')).toBeEnabled()
  await shots(desk, 'export-duty')
  await sound(desk, 'export of 述法报告')
})
