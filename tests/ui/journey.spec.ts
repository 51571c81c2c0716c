// A small report entered by hand, from the first screen to the Word file.
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { at, expect, goTo, makeLibrary, saved, test } from './desk.ts'
import type { Page } from './desk.ts'

const text = (page: Page, field: string) => at(page, field)

async function write(page: Page, field: string, words: string): Promise<void> {
  await text(page, field).click()
  await page.keyboard.type(words)
}

/** By a button or a key; writing begins when the field has the caret. */
async function begin(page: Page, how: () => Promise<void>): Promise<void> {
  await how()
  await expect(page.locator('[data-test="field-title"]:focus, [data-test="field-body"]:focus')).toBeVisible()
}

async function choosePart(page: Page, name: string): Promise<void> {
  await at(page, 'part').filter({ hasText: name }).click()
}

test('a report is entered, drafted, changed in place, undone, exported and still there after a reload', async ({ desk, served }) => {
  const made = await makeLibrary(desk, served, { template: '法定五项' })

  await test.step('areas: one renamed, one of the own', async () => {
    await goTo(desk, 'fill')
    await at(desk, 'add-area').click()
    await at(desk, 'add-area-own').fill('守护一河清水')
    await at(desk, 'add-area-ok').click()
    await expect(at(desk, 'part-title')).toHaveText('守护一河清水')
    await at(desk, 'area-rename').click()
    await at(desk, 'area-title').fill('依法守护一河清水')
    await desk.keyboard.press('Enter')
    await expect(at(desk, 'part-title')).toHaveText('依法守护一河清水')
  })

  await test.step('achievements: quick ones, then the form with a new figure', async () => {
    await at(desk, 'quick-add').fill('开展河道联合巡查。')
    await desk.keyboard.press('Enter')
    await at(desk, 'quick-add').fill('推行取水许可告知承诺')
    await desk.keyboard.press('Enter')
    await expect(at(desk, 'row')).toHaveCount(2)
    await at(desk, 'row').first().click()
    await write(desk, 'field-body', '全年巡查河道{')
    await desk.getByRole('option', { name: /新数据/ }).click()
    await at(desk, 'new-figure-label').fill('河道巡查次数')
    await at(desk, 'new-figure-value').fill('１，２３４')
    await at(desk, 'new-figure-unit').fill('次')
    await at(desk, 'new-figure-ok').click()
    await expect(at(desk, 'field-body').locator('[data-test="chip"]')).toHaveText('河道巡查次数1234次')
    await desk.keyboard.type('，发现的问题都已整改。')
    await saved(desk)
    await expect(at(desk, 'save-state')).toHaveText(/^已保存 \d\d:\d\d$/)
  })

  await test.step('the same figure again, picked from the ledger by a part of its name', async () => {
    await at(desk, 'row').nth(1).click()
    await write(desk, 'field-body', '占巡查总数{巡查')
    await expect(desk.getByRole('option', { name: '河道巡查次数' })).toBeVisible()
    await desk.keyboard.press('Enter')
    await desk.keyboard.type('的一成。')
    await expect(at(desk, 'field-body').locator('[data-test="chip"]')).toHaveCount(1)
    await saved(desk)
  })

  await test.step('order: the second goes first, by keys', async () => {
    await at(desk, 'row').nth(1).click()
    await desk.keyboard.press('Alt+ArrowUp')
    await expect(at(desk, 'row').first()).toContainText('推行取水许可告知承诺')
    await expect(at(desk, 'row').first()).toBeFocused()
    await desk.keyboard.press('Alt+ArrowDown')
    await expect(at(desk, 'row').first()).toContainText('开展河道联合巡查')
  })

  await test.step('a problem with its cause, a duty, a plan, opening and ending', async () => {
    await choosePart(desk, '不足和原因')
    await begin(desk, () => at(desk, 'add-first').click())
    await desk.keyboard.type('基层执法力量不足')
    await desk.keyboard.press('Enter')
    await desk.keyboard.type('有的乡镇只有一名执法人员。')
    await write(desk, 'field-cause', '编制多年未增加')
    await saved(desk)
    await expect(at(desk, 'part').filter({ hasText: '不足和原因' })).not.toContainText('缺原因')
    await choosePart(desk, '第一责任人履职')
    await at(desk, 'quick-add').fill('主持研究法治建设工作')
    await desk.keyboard.press('Enter')
    await choosePart(desk, '下一年度安排')
    await begin(desk, () => desk.keyboard.press('Alt+n'))
    await desk.keyboard.type('充实基层执法力量')
    await at(desk, 'field-due').fill('6月30日')
    await desk.keyboard.press('Tab')
    await expect(at(desk, 'field-due')).toHaveValue('2025年6月30日')
    await choosePart(desk, '引言')
    await begin(desk, () => at(desk, 'add-first').click())
    await desk.keyboard.type('2024年，我局认真推进法治政府建设，现将有关情况报告如下。')
    await choosePart(desk, '结尾')
    await at(desk, 'add-ending').click()
    await saved(desk)
  })

  await test.step('the overview says what is left', async () => {
    await goTo(desk, 'overview')
    const rows = at(desk, 'part-row')
    await expect(rows.nth(0)).toContainText('2 项')
    await expect(rows.nth(1)).toContainText('1 个')
    await expect(rows.nth(1)).toContainText('齐了')
    await expect(rows.nth(0)).toContainText('还没有成效')
  })

  await test.step('the ledger: the number is changed there, once', async () => {
    await goTo(desk, 'ledger')
    const cell = at(desk, 'cell-value').first()
    await cell.click()
    await desk.keyboard.type('1250')
    await desk.keyboard.press('Enter')
    await expect(cell).toContainText('1250')
    await cell.click()
    await expect(at(desk, 'figure-use')).toHaveCount(2)
    await saved(desk)
  })

  const paragraph = (words: string) => at(desk, 'para').filter({ hasText: words })

  await test.step('the draft reads as it will be printed', async () => {
    await goTo(desk, 'draft')
    await expect(paragraph('青溪县水务局2024年法治政府建设年度报告')).toBeVisible()
    await expect(paragraph('全年巡查河道1250次，发现的问题都已整改。')).toHaveCount(1)
    await expect(paragraph('占巡查总数1250次的一成。')).toHaveCount(1)
    await expect(paragraph('主要原因是：编制多年未增加。')).toHaveCount(1)
    await expect(at(desk, 'outline').filter({ hasText: '依法守护一河清水' })).toHaveCount(1)
  })

  await test.step('a paragraph is changed in place', async () => {
    await paragraph('发现的问题都已整改').click()
    await expect(at(desk, 'sheet-editor')).toBeFocused()
    await desk.keyboard.press('End')
    await desk.keyboard.press('Control+End')
    await desk.keyboard.type('群众反映良好。')
    await expect(at(desk, 'says')).toContainText('成效 · 正文')
    await saved(desk)
    await desk.keyboard.type('明年继续。')
    await saved(desk)
    await desk.keyboard.press('Escape')
    await expect(paragraph('都已整改。群众反映良好。明年继续。')).toBeFocused()
  })

  await test.step('undo takes it back, wherever one is, and says what; redo brings it again', async () => {
    await goTo(desk, 'fill')
    await desk.keyboard.press('Control+z')
    await expect(at(desk, 'toast').last()).toContainText('已撤销：修改成效“开展河道联合巡查”')
    await goTo(desk, 'draft')
    await expect(paragraph('群众反映良好')).toHaveCount(0)
    await desk.keyboard.press('Control+y')
    await expect(paragraph('群众反映良好')).toHaveCount(1)
  })

  await test.step('a removed record is offered back', async () => {
    await goTo(desk, 'fill')
    await choosePart(desk, '第一责任人履职')
    await at(desk, 'row').first().focus()
    await desk.keyboard.press('Delete')
    await expect(at(desk, 'row')).toHaveCount(0)
    await at(desk, 'toast-act').click()
    await expect(at(desk, 'row')).toHaveCount(1)
  })

  await test.step('exported; again under another name because the first is there', async () => {
    await goTo(desk, 'export')
    const name = '青溪县水务局2024年法治政府建设年度报告.docx'
    await expect(at(desk, 'export-name')).toHaveValue(name)
    await at(desk, 'export').click()
    await expect(at(desk, 'exported')).toContainText(path.join(served.folder, name))
    expect(statSync(path.join(served.folder, name)).size).toBeGreaterThan(2_000)
    await at(desk, 'export').click()
    await expect(at(desk, 'export-fault')).toBeVisible()
    await at(desk, 'export-other').click()
    await expect(at(desk, 'exported')).toBeVisible()
    expect(existsSync(path.join(served.folder, (await at(desk, 'export-name').inputValue())))).toBe(true)
  })

  await test.step('after a reload everything is there', async () => {
    await desk.reload()
    await expect(at(desk, 'export-name')).toBeVisible()
    await goTo(desk, 'draft')
    await expect(paragraph('全年巡查河道1250次，发现的问题都已整改。群众反映良好。明年继续。')).toHaveCount(1)
    await expect(paragraph('特此报告。')).toHaveCount(1)
    expect(existsSync(made.path)).toBe(true)
  })
})

test('what is typed a moment before the page goes is saved: a text, a day, a cell of the ledger', async ({ desk, served }) => {
  await makeLibrary(desk, served)
  await goTo(desk, 'fill')
  await begin(desk, () => at(desk, 'add-first').click())
  await desk.keyboard.type('刚写下就关掉')
  await desk.reload()
  await expect(at(desk, 'row').first()).toContainText('刚写下就关掉')
  await choosePart(desk, '下一年度安排')
  await begin(desk, () => at(desk, 'add-first').click())
  await at(desk, 'field-due').fill('9月1日')
  await desk.reload()
  await expect(at(desk, 'field-due')).toHaveValue('2025年9月1日')
  await goTo(desk, 'ledger')
  await desk.keyboard.type('行政检查')
  await desk.keyboard.press('Enter')
  await saved(desk)
  await at(desk, 'cell-unit').first().click()
  await desk.keyboard.type('户次')
  await desk.reload()
  await expect(at(desk, 'cell-unit').first()).toContainText('户次')
})

test('done and next: to the following record, to a new one, and from an empty one to the next part', async ({ desk, served }) => {
  await makeLibrary(desk, served)
  await goTo(desk, 'fill')
  await choosePart(desk, '健全依法行政制度体系')
  await begin(desk, () => desk.keyboard.press('Alt+n'))
  await desk.keyboard.type('第一条')
  await desk.keyboard.press('Control+Enter')
  await expect(at(desk, 'row')).toHaveCount(2)
  await desk.keyboard.press('Control+Enter')
  await expect(at(desk, 'part-title')).toHaveText('健全行政决策制度体系')
  await expect(at(desk, 'row')).toHaveCount(0)
})

test('another year is begun, left and come back to', async ({ desk, served }) => {
  await makeLibrary(desk, served, { year: '2024' })
  await at(desk, 'year').selectOption('new')
  await expect(at(desk, 'new-year-year')).toHaveValue('2025')
  await at(desk, 'new-year-ok').click()
  await expect(at(desk, 'overview-title')).toContainText('2025年')
  await at(desk, 'year').selectOption('2024')
  await expect(at(desk, 'overview-title')).toContainText('2024年')
  await at(desk, 'library').click()
  await at(desk, 'recent').first().click()
  await expect(at(desk, 'overview-title')).toContainText('2025年')
})
