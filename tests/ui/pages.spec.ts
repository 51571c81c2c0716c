// Each page as anybody must be able to use it: no fault of WCAG A and AA, at the sizes of real desks, by keys alone.
import { AxeBuilder } from '../../ui/playwright-kit.ts'
import { at, expect, goTo, makeLibrary, openSample, test } from './desk.ts'
import type { Page } from './desk.ts'

const PAGES = ['overview', 'fill', 'ledger', 'draft', 'check', 'loop', 'material', 'history', 'import', 'export'] as const

async function sound(page: Page, where: string): Promise<void> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  const said = found.violations.map((v) => `${where}: ${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`)
  expect(said).toEqual([])
}

/** Nothing may stand outside the window where it cannot be scrolled to. */
async function fits(page: Page, where: string): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide, where).toBeLessThanOrEqual(0)
}

test('the first screen and its form', async ({ desk }) => {
  await expect(at(desk, 'door-new')).toBeVisible()
  await sound(desk, 'start')
  await at(desk, 'door-new').click()
  await at(desk, 'create').click()
  await expect(desk.getByText('请填单位全称')).toBeVisible()
  await sound(desk, 'new')
  await at(desk, 'unit-name').fill('青溪县水务局')
  await at(desk, 'choose-path').click()
  await expect(at(desk, 'chooser-name')).toBeVisible()
  await sound(desk, 'chooser')
})

// The window is never smaller than 860 × 440; 1366 × 768 at 150 % is 911 × 512; 1920 × 1080 at 150 % is 1280 × 720.
for (const [width, height] of [[860, 440], [911, 512], [1024, 700], [1280, 800], [1920, 1080]] as const) {
  test(`every page with the sample at ${width} × ${height}`, async ({ desk }) => {
    await desk.setViewportSize({ width, height })
    await openSample(desk)
    for (const page of PAGES) {
      await goTo(desk, page)
      if (page === 'draft') await expect(at(desk, 'para').nth(3)).toBeVisible()
      if (page === 'history') await expect(at(desk, 'compared').nth(3)).toBeVisible()
      await sound(desk, page)
      await fits(desk, page)
    }
    await goTo(desk, 'draft')
    await at(desk, 'layout-toggle').click()
    await at(desk, 'para').filter({ hasText: '以任务清单压实责任' }).click()
    await sound(desk, 'draft, editing')
    await fits(desk, 'draft, editing')
  })
}

test('every page of a 库 in which nothing is written yet', async ({ desk, served }) => {
  test.slow()
  await makeLibrary(desk, served)
  for (const page of PAGES) {
    await goTo(desk, page)
    await sound(desk, page)
  }
  await goTo(desk, 'fill')
  for (const part of await at(desk, 'part').all()) {
    await part.click()
    await sound(desk, (await part.textContent()) ?? '')
  }
  await at(desk, 'add-area').click()
  await expect(at(desk, 'add-area-own')).toBeVisible()
  await sound(desk, 'areas to add')
})

test('what opens over the pages: search, a new year, deadlines, a link of the loop', async ({ desk }) => {
  await openSample(desk)
  await at(desk, 'search-open').click()
  await at(desk, 'search-words').fill('执法')
  await expect(at(desk, 'hit').first()).toBeVisible()
  await sound(desk, 'search')
  await desk.keyboard.press('Escape')
  await at(desk, 'deadlines-edit').click()
  await at(desk, 'deadline-add').click()
  await at(desk, 'deadline-to').last().fill('县人大常委会')
  await at(desk, 'deadlines-ok').click()
  await expect(desk.getByText('请填日期，如 3月1日')).toBeVisible()
  await sound(desk, 'deadlines')
  await desk.keyboard.press('Escape')
  await goTo(desk, 'loop')
  await at(desk, 'loop-link').first().click()
  await at(desk, 'pick-input').fill('执法')
  await expect(at(desk, 'pick-option').first()).toBeVisible()
  await sound(desk, 'link')
  await at(desk, 'loop-link-done').click()
  await at(desk, 'year').selectOption('new')
  await expect(at(desk, 'carry-plans-count')).toBeVisible()
  await at(desk, 'new-year-year').fill('2023')
  await expect(desk.getByText('库里已经有2023年')).toBeVisible()
  await sound(desk, 'new year')
})

test('on a narrow window one can still go to another 库', async ({ desk }) => {
  await desk.setViewportSize({ width: 911, height: 512 })
  await openSample(desk)
  await at(desk, 'library').click()
  await expect(at(desk, 'door-new')).toBeVisible()
})

test('Enter makes the 库, and its year may be typed in full-width digits', async ({ desk }) => {
  await at(desk, 'door-new').click()
  await at(desk, 'unit-year').fill('２０２４年')
  await at(desk, 'unit-name').fill('青溪县水务局')
  await expect(at(desk, 'library-path')).toContainText('青溪县水务局')
  await at(desk, 'unit-name').dispatchEvent('keydown', { key: 'Enter', isComposing: true })
  await expect(at(desk, 'create')).toBeEnabled()
  await at(desk, 'unit-name').press('Enter')
  await expect(at(desk, 'overview-title')).toContainText('2024')
})

test('the list of keys opens with a question mark, and not while one is typed', async ({ desk }) => {
  await openSample(desk)
  await desk.keyboard.press('?')
  await expect(desk.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await sound(desk, 'keys')
  await desk.keyboard.press('Escape')
  await goTo(desk, 'fill')
  await at(desk, 'part').nth(1).click()
  await at(desk, 'quick-add').click()
  await desk.keyboard.type('?')
  await expect(at(desk, 'quick-add')).toHaveValue('?')
})

test('F6 goes round the panes, a record is written and the next begun without the mouse', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'fill')
  await at(desk, 'part').nth(1).focus()
  await desk.keyboard.press('ArrowDown')
  await expect(at(desk, 'part').nth(2)).toBeFocused()
  await desk.keyboard.press('F6')
  await expect(at(desk, 'row').first()).toBeFocused()
  await desk.keyboard.press('ArrowDown')
  await expect(at(desk, 'row').nth(1)).toBeFocused()
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'field-title')).toBeFocused()
  const before = await at(desk, 'row').count()
  for (let n = 0; n < before - 1; n += 1) await desk.keyboard.press('Control+Enter')
  await expect(at(desk, 'row')).toHaveCount(before + 1)
  await expect(at(desk, 'field-title')).toBeFocused()
})
