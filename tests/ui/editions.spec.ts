// The two editions on the screen: what is published, what is left out of it, and the list of what is different.
import { AxeBuilder } from '../../ui/playwright-kit.ts'
import { at, expect, goTo, openSample, saved, test } from './desk.ts'
import type { Page } from './desk.ts'

async function sound(page: Page, where: string): Promise<void> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(found.violations.map((v) => `${where}: ${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`)).toEqual([])
}

/** An achievement with a telephone number in it, and another that is only sent. */
async function prepared(page: Page): Promise<void> {
  await openSample(page)
  await goTo(page, 'draft')
  await at(page, 'para').filter({ hasText: '推进权力运行公开透明' }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('联系人手机13812341234。')
  await saved(page)
  await at(page, 'para').filter({ hasText: '以任务清单压实责任' }).click()
  await at(page, 'says').getByText('去填报').click()
  await at(page, 'more').click()
  await at(page, 'field-sensitivity').selectOption({ label: '仅报送' })
  await saved(page)
  await goTo(page, 'draft')
}

test('what is not published is a thin line with its reason, what is masked is marked, and nothing can be typed there', async ({ desk }) => {
  await prepared(desk)
  await expect(at(desk, 'para').filter({ hasText: '中共清禾县委' })).toHaveCount(1)
  await at(desk, 'view-public').check()
  const left = at(desk, 'left-out').filter({ hasText: '以任务清单压实责任' })
  await expect(left).toContainText('仅报送，不写进公开版')
  await expect(at(desk, 'public-para').filter({ hasText: '中共清禾县委' })).toHaveCount(0)
  await expect(at(desk, 'public-para').filter({ hasText: '13812341234' })).toHaveCount(0)
  await expect(desk.locator('.masked')).toHaveText('138****1234')
  await expect(at(desk, 'para')).toHaveCount(0)
  await sound(desk, 'public edition')
})

test('the chosen edition stands in the address, and from a paragraph of it one comes back to where it is written', async ({ desk }) => {
  await prepared(desk)
  await at(desk, 'view-public').check()
  await expect(desk.locator('.masked')).toBeVisible()
  expect(new URL(desk.url()).hash).toMatch(/\/public(\/|$)/)
  await desk.reload()
  await expect(at(desk, 'view-public')).toBeChecked()
  await desk.locator('.masked').click()
  await at(desk, 'mend').click()
  await expect(at(desk, 'view-submission')).toBeChecked()
  await expect(at(desk, 'para').filter({ hasText: '13812341234' })).toBeFocused()
})

test('the difference list names each place with its reason, and its pages are the list to print', async ({ desk }) => {
  await prepared(desk)
  await at(desk, 'view-submission').focus()
  await desk.keyboard.press('ArrowRight')
  await desk.keyboard.press('ArrowRight')
  await expect(at(desk, 'view-differences')).toBeChecked()
  const line = (text: string) => at(desk, 'difference').filter({ hasText: text })
  await expect(line('13812341234')).toContainText('138****1234')
  await expect(line('13812341234')).toContainText('隐私遮盖')
  await expect(line('2.以任务清单压实责任')).toContainText('（不印）')
  await expect(line('中共清禾县委')).toContainText('版式')
  const all = await at(desk, 'difference').count()
  await expect(at(desk, 'difference-count')).toHaveText(String(all))
  await sound(desk, 'differences')
  await at(desk, 'reason').filter({ hasText: '仅报送' }).click()
  await expect(at(desk, 'difference')).toHaveCount(1)
  await at(desk, 'preview-toggle').click()
  await expect(desk.locator('.page-picture img').first()).toBeVisible()
  await line('以任务清单压实责任').getByRole('button').click()
  await expect(at(desk, 'field-title')).toContainText('以任务清单压实责任')
})

test('the export page begins with what was looked at and leads to the list before anything is published', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'draft')
  await at(desk, 'view-public').check()
  await expect(at(desk, 'public-para').first()).toBeVisible()
  await goTo(desk, 'export')
  await expect(at(desk, 'export-which')).toHaveValue('public')
  await expect(at(desk, 'export-name')).toHaveValue(/（公开版）\.docx$/)
  await at(desk, 'export-differences').click()
  await expect(at(desk, 'difference').first()).toBeVisible()
  await at(desk, 'export-differences').click()
  await expect(at(desk, 'export-name')).toHaveValue(/差异清单\.docx$/)
  await at(desk, 'export').click()
  await expect(at(desk, 'exported')).toBeVisible()
})

test('that this is no place for state secrets is said once, and can be read again', async ({ desk }) => {
  await expect(at(desk, 'not-secret')).toContainText('本程序不是涉密系统')
  await sound(desk, 'first screen with the notice')
  await at(desk, 'not-secret-known').click()
  await expect(at(desk, 'not-secret')).toHaveCount(0)
  await openSample(desk)
  await expect(at(desk, 'not-secret')).toHaveCount(0)
  await desk.reload()
  await expect(at(desk, 'overview-title')).not.toBeEmpty()
  await expect(at(desk, 'not-secret')).toHaveCount(0)
  await desk.keyboard.press('F1')
  await expect(at(desk, 'about')).toContainText('本程序不是涉密系统')
})

test('a pasted report with a mark of secrecy is warned of before it is taken in', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'import')
  await at(desk, 'import-text').fill('机密★1年\n某局2021年法治政府建设年度报告\n一、主要举措和成效\n（一）强化学习。开展了学习。\n二、存在的不足\n培训不够。\n三、下一步安排\n加强培训。\n')
  await at(desk, 'import-read').click()
  await expect(at(desk, 'import-secret')).toContainText('机密★')
  await sound(desk, 'import of a marked file')
})
