// What stands around the text: set beside the draft, seen on its pages.
import { AxeBuilder } from '../../ui/playwright-kit.ts'
import { at, expect, goTo, openSample, saved, test } from './desk.ts'
import type { Page } from './desk.ts'

async function openLayout(desk: Page): Promise<void> {
  await openSample(desk)
  await goTo(desk, 'draft')
  await at(desk, 'preview-toggle').click()
  await at(desk, 'layout-toggle').click()
  await at(desk, 'half-around').click()
  await expect(at(desk, 'letterhead')).toBeVisible()
}

const drawn = (desk: Page, page: number) => async (): Promise<number> => Number(await at(desk, 'page-picture').nth(page).locator('img').getAttribute('data-drawn'))

for (const [width, height] of [[1280, 800], [1920, 1080]] as const) {
  test(`a letterhead is set and seen at ${width} × ${height}`, async ({ desk }) => {
    await desk.setViewportSize({ width, height })
    await openLayout(desk)
    await expect.poll(drawn(desk, 0)).toBeGreaterThan(0)
    const before = await drawn(desk, 0)()
    await at(desk, 'letterhead-on').check()
    await expect.poll(drawn(desk, 0)).toBeGreaterThan(before)
    await at(desk, 'letterhead-document').check()
    const number = at(desk, 'letterhead-number')
    await number.fill('清司[2024]第3号')
    await expect(desk.getByText('年份要用六角括号，写成：清司〔2024〕3号')).toBeVisible()
    await at(desk, 'letterhead-copy').fill('12')
    await expect(desk.getByText('份号用6位数字，如 000001')).toBeVisible()
    await at(desk, 'letterhead').scrollIntoViewIfNeeded()
    await desk.screenshot({ path: `test-results/shots/layout-faults-${width}.png` })
    await number.fill('清司〔2024〕3号')
    await at(desk, 'letterhead-copy').fill('000012')
    await expect(desk.getByText('份号用6位数字')).toHaveCount(0)
    await at(desk, 'letterhead-signers').fill('李某、王某某、赵某某')
    await saved(desk)
    await desk.screenshot({ path: `test-results/shots/layout-letterhead-${width}.png` })
    await at(desk, 'attachment-ledger').click()
    await expect(at(desk, 'attachment-title')).toBeFocused()
    await at(desk, 'attachment-add').click()
    await expect(desk.getByText('请写附件名称，附件说明里要用')).toBeVisible()
    await at(desk, 'attachment-title').nth(1).fill('工作机构和人员名单')
    await at(desk, 'attachment-body').fill('一、工作机构\n法治政府建设工作领导小组办公室设在法制科。')
    await expect(at(desk, 'para').filter({ hasText: '2.工作机构和人员名单' })).toHaveCount(1)
    await at(desk, 'imprint-on').check()
    await at(desk, 'imprint-copies').fill('市委办公室，市政府办公室')
    await at(desk, 'layout-note').fill('联系人：孙某，电话：0000—1234567')
    await saved(desk)
    await at(desk, 'imprint').scrollIntoViewIfNeeded()
    await desk.screenshot({ path: `test-results/shots/layout-attachments-${width}.png` })
    const last = at(desk, 'page-picture').last()
    await last.scrollIntoViewIfNeeded()
    await expect(last.locator('img')).toBeVisible()
    await desk.screenshot({ path: `test-results/shots/layout-last-page-${width}.png` })
    const found = await new AxeBuilder({ page: desk }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`)).toEqual([])
  })
}

test('an attachment taken away comes back by undo, and two change places', async ({ desk }) => {
  await openLayout(desk)
  for (const [n, name] of ['甲名单', '乙名单'].entries()) {
    await at(desk, 'attachment-add').click()
    await expect(at(desk, 'attachment')).toHaveCount(n + 1)
    await at(desk, 'attachment-title').last().fill(name)
  }
  await saved(desk)
  await at(desk, 'attachment-up').click()
  await expect(at(desk, 'attachment-title').first()).toHaveValue('乙名单')
  await at(desk, 'attachment-remove').first().click()
  await expect(at(desk, 'attachment')).toHaveCount(1)
  await desk.getByRole('button', { name: '撤销' }).last().click()
  await expect(at(desk, 'attachment')).toHaveCount(2)
  await expect(at(desk, 'attachment-title').first()).toHaveValue('乙名单')
})

test('a click on what the settings print opens the settings', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'draft')
  await at(desk, 'layout-toggle').click()
  await at(desk, 'half-around').click()
  await at(desk, 'layout-note').fill('联系人：孙某')
  await saved(desk)
  await at(desk, 'half-text').click()
  await at(desk, 'layout-toggle').click()
  await at(desk, 'para').filter({ hasText: '（联系人：孙某）' }).click()
  await expect(at(desk, 'letterhead')).toBeVisible()
})
