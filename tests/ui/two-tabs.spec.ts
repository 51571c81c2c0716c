// One program, two tabs: neither writes into what the other shows.
import { at, expect, goTo, makeLibrary, openSample, saved, test } from './desk.ts'
import type { Page, Served } from './desk.ts'

async function secondTab(desk: Page, served: Served): Promise<Page> {
  const other = await desk.context().newPage()
  await other.goto(served.url)
  await expect(at(other, 'page-fill')).toBeVisible()
  return other
}

async function write(page: Page, words: string): Promise<void> {
  await at(page, 'field-body').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
  await saved(page)
}

/** What the browser says to a tab that is brought to the front. */
async function lookAt(page: Page): Promise<void> {
  await page.bringToFront()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}

async function toFirstRecord(page: Page): Promise<void> {
  await goTo(page, 'fill')
  await at(page, 'part').nth(1).click()
  await at(page, 'row').first().click()
  await expect(at(page, 'field-body')).toBeVisible()
}

test('what one tab wrote is seen in the other before it is written on', async ({ desk, served }) => {
  await openSample(desk)
  await toFirstRecord(desk)
  const other = await secondTab(desk, served)
  await toFirstRecord(other)
  await lookAt(desk)
  await write(desk, '甲页写的。')
  await lookAt(other)
  await expect(at(other, 'field-body')).toContainText('甲页写的。')
  await write(other, '乙页写的。')
  await lookAt(desk)
  await expect(at(desk, 'field-body')).toContainText('甲页写的。乙页写的。')
})

test('a tab whose 库 was changed in another writes into its own or not at all', async ({ desk, served }) => {
  await openSample(desk)
  await toFirstRecord(desk)
  const other = await secondTab(desk, served)
  await at(other, 'library').click()
  await makeLibrary(other, served, { unit: '测试局' })
  await desk.bringToFront()
  await at(desk, 'field-body').click()
  await desk.keyboard.press('Control+End')
  await desk.keyboard.type('只属于示例库。')
  await expect(at(desk, 'elsewhere')).toContainText('现在打开的是“测试局”')
  await at(desk, 'elsewhere-back').click()
  await saved(desk)
  await desk.reload()
  await expect(at(desk, 'field-body')).toContainText('只属于示例库。')
  await other.bringToFront()
  await goTo(other, 'draft')
  await expect(at(other, 'elsewhere')).toContainText('这一页还停在“测试局”')
  await at(other, 'elsewhere-follow').click()
  await expect(at(other, 'unit')).not.toHaveText('测试局')
})

test('a record and a page stand in the address: reload and back come to where one was', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'fill')
  await at(desk, 'part').nth(1).click()
  await at(desk, 'row').nth(1).click()
  const words = (await at(desk, 'field-body').textContent()) ?? ''
  await desk.reload()
  await expect(at(desk, 'field-body')).toHaveText(words)
  await goTo(desk, 'ledger')
  await desk.goBack()
  await expect(at(desk, 'field-body')).toHaveText(words)
  await desk.goBack()
  await expect(at(desk, 'overview-title')).toBeVisible()
})
