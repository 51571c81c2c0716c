// The pages beside the text: they follow what is written, and a click in one finds the other.
import { at, expect, goTo, openSample, saved, test } from './desk.ts'

test('the pages stand beside the text and follow it', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'draft')
  await at(desk, 'preview-toggle').click()
  await expect(at(desk, 'preview-count')).toHaveText(/^第 1 页，共 \d+ 页$/)
  const first = at(desk, 'page-picture').first().locator('img')
  await expect(first).toHaveAttribute('alt', /第 1 页/)
  const drawn = async (): Promise<number> => Number(await first.getAttribute('data-drawn'))
  const before = await drawn()
  await at(desk, 'para').filter({ hasText: '以任务清单压实责任' }).click()
  await expect(at(desk, 'page-mark').first()).toBeVisible()
  await desk.keyboard.press('Control+End')
  await desk.keyboard.type('并组织专题培训一次。')
  await saved(desk)
  await expect.poll(drawn).toBeGreaterThan(before)
  await expect(at(desk, 'page-mark').first()).toBeVisible()
})

test('a click on a page finds the paragraph in the text', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'draft')
  await at(desk, 'preview-toggle').click()
  const page = at(desk, 'page-picture').nth(1)
  await page.scrollIntoViewIfNeeded()
  await expect(page.locator('img')).toBeVisible()
  const box = await page.boundingBox()
  if (!box) throw new Error('no page')
  await page.click({ position: { x: box.width / 2, y: box.height * 0.3 } })
  await expect(at(page, 'page-mark')).toBeVisible()
})

test('pages are turned by keys, seen larger and two side by side', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'draft')
  await at(desk, 'preview-toggle').click()
  await expect(at(desk, 'page-picture').nth(1)).toBeAttached()
  await desk.locator('.preview-pages').focus()
  await desk.keyboard.press('PageDown')
  await expect(at(desk, 'preview-count')).toHaveText(/^第 2 页/)
  const width = async (): Promise<number> => (await at(desk, 'page-picture').nth(1).boundingBox())?.width ?? 0
  const usual = await width()
  await at(desk, 'preview-larger').click()
  await expect.poll(width).toBeGreaterThan(usual)
  await at(desk, 'preview-double').click()
  await expect.poll(width).toBeLessThan(usual)
})

test('a report is written as PDF from the export page', async ({ desk, served }) => {
  await openSample(desk)
  await goTo(desk, 'export')
  await at(desk, 'format-pdf').check()
  await expect(at(desk, 'export-name')).toHaveValue(/\.pdf$/)
  await at(desk, 'export').click()
  await expect(at(desk, 'exported')).toContainText('.pdf')
  expect(served.folder).not.toBe('')
})
