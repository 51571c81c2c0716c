// Writing in the form and on the sheet: order by hand, numbers to the ledger, the template's words held, nothing lost.
import { at, expect, goTo, openSample, saved, test } from './desk.ts'
import type { Page } from './desk.ts'

async function firstArea(page: Page): Promise<void> {
  await goTo(page, 'fill')
  await at(page, 'part').nth(1).click()
}

/** The list for what was typed, not the one for the brace before it: that one answers no key any more. */
async function ledgerFor(page: Page, typed: string): Promise<void> {
  await expect(page.locator('.cm-tooltip-autocomplete li').last()).toHaveText(new RegExp(`新数据“${typed}”`))
  await expect(page.locator('.cm-tooltip-autocomplete li[aria-selected="true"]')).toHaveCount(1)
}

test('a record is dragged below the next one', async ({ desk }) => {
  await openSample(desk)
  await firstArea(desk)
  const words = (await at(desk, 'row').first().textContent()) ?? ''
  const from = await at(desk, 'row').first().boundingBox()
  const to = await at(desk, 'row').nth(1).boundingBox()
  if (!from || !to) throw new Error('no rows')
  await desk.mouse.move(from.x + 80, from.y + from.height / 2)
  await desk.mouse.down()
  await desk.mouse.move(to.x + 80, to.y + to.height * 0.4, { steps: 4 })
  await desk.mouse.move(to.x + 80, to.y + to.height * 0.9, { steps: 4 })
  await desk.mouse.up()
  await expect(at(desk, 'row').nth(1)).toContainText(words.replace(/^1/, '').slice(0, 8))
  await desk.keyboard.press('Control+z')
  await expect(at(desk, 'row').first()).toContainText(words.replace(/^1/, '').slice(0, 8))
})

test('a number selected in a text is put into the ledger and becomes a reference', async ({ desk }) => {
  await openSample(desk)
  await firstArea(desk)
  await at(desk, 'field-body').click()
  await desk.keyboard.press('Control+End')
  await desk.keyboard.type('培训约300人次')
  for (const _ of '约300人次') await desk.keyboard.press('Shift+ArrowLeft')
  await at(desk, 'to-ledger').click()
  await expect(at(desk, 'new-figure-value')).toHaveValue('300')
  await at(desk, 'new-figure-label').fill('法治培训')
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'field-body').locator('[data-key="法治培训"]')).toContainText('约300人次')
  await saved(desk)
})

test('a full-width brace, as Chinese input types it, opens the ledger too', async ({ desk }) => {
  await openSample(desk)
  await firstArea(desk)
  await at(desk, 'field-body').click()
  await desk.keyboard.press('Control+End')
  const before = await at(desk, 'chip').count()
  await desk.keyboard.insertText('｛')
  await desk.keyboard.type('法治')
  await ledgerFor(desk, '法治')
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'chip')).toHaveCount(before + 1)
  await expect(at(desk, 'field-body')).not.toContainText('｛')
})

test('a reference is one piece: one key removes it whole', async ({ desk }) => {
  await openSample(desk)
  await firstArea(desk)
  await at(desk, 'field-body').click()
  await desk.keyboard.press('Control+End')
  const none = await at(desk, 'chip').count()
  await desk.keyboard.type('{法治')
  await ledgerFor(desk, '法治')
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'chip')).toHaveCount(none + 1)
  const before = await at(desk, 'chip').count()
  await desk.keyboard.press('Backspace')
  await expect(at(desk, 'chip')).toHaveCount(before - 1)
  await expect(at(desk, 'field-body')).not.toContainText('{')
})

test('what cannot be saved says so, stays, and is saved by trying again', async ({ desk }) => {
  await openSample(desk)
  await firstArea(desk)
  await desk.route('**/call/record.set', (route) => route.fulfill({
    status: 400, contentType: 'application/json', body: JSON.stringify({ code: 'disk_full', message: '磁盘空间不足，没有写成', hint: '请清理磁盘', suggested: null }),
  }))
  await at(desk, 'field-title').click()
  await desk.keyboard.press('Control+End')
  await desk.keyboard.type('并见效')
  await expect(at(desk, 'save-state')).toContainText('未能保存：磁盘空间不足，没有写成')
  await desk.keyboard.press('Control+z')
  await expect(at(desk, 'toast')).toContainText('有内容还没有保存')
  await expect(at(desk, 'field-title')).toContainText('并见效')
  await desk.unroute('**/call/record.set')
  await at(desk, 'save-retry').click()
  await saved(desk)
  await goTo(desk, 'draft')
  await expect(at(desk, 'para').filter({ hasText: '并见效' })).toHaveCount(1)
})

test('on the sheet: the template’s words stand, Enter makes a paragraph, the caret walks on, undo shows at once', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'draft')
  const paragraph = (words: string) => at(desk, 'para').filter({ hasText: words })
  const editor = at(desk, 'sheet-editor')
  await paragraph('以任务清单压实责任').click()
  await expect(editor).toBeFocused()

  await test.step('the number and the mark that the template gives are stepped over and not deleted', async () => {
    await desk.keyboard.press('Control+Home')
    await desk.keyboard.type('依法')
    await expect(editor).toContainText('2.依法以任务清单压实责任。')
    for (const _ of '依法多一个') await desk.keyboard.press('Backspace')
    await expect(editor).toContainText('2.以任务清单压实责任。')
  })
  await test.step('Enter begins a paragraph of the same record', async () => {
    await desk.keyboard.press('Control+End')
    await desk.keyboard.press('Enter')
    await desk.keyboard.type('另起一段。')
    await saved(desk)
    await expect(editor).toContainText('另起一段。')
    await desk.keyboard.press('Escape')
    await expect(paragraph('另起一段。').locator('p')).toHaveCount(2)
  })
  await test.step('undo while one is in the paragraph: the text changes under the caret', async () => {
    await desk.keyboard.press('Enter')
    await expect(editor).toBeFocused()
    await desk.keyboard.type('多写的话')
    await expect(editor).toContainText('多写的话')
    await desk.keyboard.press('Control+z')
    await expect(editor).not.toContainText('多写的话')
  })
  await test.step('downwards into the next paragraph', async () => {
    await desk.keyboard.press('Control+End')
    await desk.keyboard.press('ArrowDown')
    await expect(editor).toContainText('把法治要求纳入年度考核')
    await desk.keyboard.press('Escape')
    await expect(paragraph('把法治要求纳入年度考核')).toBeFocused()
    await desk.keyboard.press('ArrowUp')
    await expect(paragraph('以任务清单压实责任')).toBeFocused()
  })
  await test.step('a heading of the template leads to its setting', async () => {
    await at(desk, 'para').filter({ hasText: '一、' }).first().click()
    await expect(at(desk, 'layout')).toBeVisible()
  })
})

test('the look of the report: template, own title, addressee, day, style of a section', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'draft')
  await at(desk, 'template').selectOption({ label: '平铺' })
  await expect(at(desk, 'para').filter({ hasText: /^一、坚持党的领导/ })).toHaveCount(1)
  await at(desk, 'template').selectOption({ label: '法定五项' })
  await at(desk, 'layout-toggle').click()
  await at(desk, 'layout-title').fill('关于2023年法治政府建设情况的报告')
  await at(desk, 'layout-addressee').fill('县委、县政府')
  await at(desk, 'layout-dated').fill('2024年2月3日')
  await desk.keyboard.press('Tab')
  await at(desk, 'layout-items-problems').selectOption({ label: '一是……二是……，连成一段' })
  await expect(at(desk, 'para').first()).toHaveText('关于2023年法治政府建设情况的报告')
  await expect(at(desk, 'para').filter({ hasText: '县委、县政府：' })).toHaveCount(1)
  await expect(at(desk, 'para').last()).toHaveText('2024年2月3日')
  await expect(at(desk, 'para').filter({ hasText: /一是.*二是/ }).filter({ hasText: '原因' })).toHaveCount(1)
  await at(desk, 'layout-signed').uncheck()
  await expect(at(desk, 'para').filter({ hasText: '2024年2月3日' })).toHaveCount(0)
})

test('a number typed over a reference that was pressed twice is stored as typed', async ({ desk }) => {
  await openSample(desk)
  await firstArea(desk)
  const chip = at(desk, 'field-body').locator('[data-test="chip"]').first()
  await expect(chip).toBeVisible()
  const before = await at(desk, 'field-body').locator('[data-test="chip"]').count()
  await chip.dblclick()
  await desk.keyboard.type('3056')
  await expect(at(desk, 'field-body')).toContainText('3056')
  await expect(at(desk, 'field-body').locator('[data-test="chip"]')).toHaveCount(before - 1)
  await saved(desk)
})
