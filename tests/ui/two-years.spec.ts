// Two years of one unit: 2022 is entered, carried over, written, and every plan of it accounted for.
import { at, expect, goTo, makeLibrary, saved, test } from './desk.ts'
import type { Page } from './desk.ts'

async function add(page: Page, part: string, ...titles: string[]): Promise<void> {
  await at(page, 'part').filter({ hasText: part }).click()
  for (const title of titles) {
    const rows = await at(page, 'row').count()
    await at(page, 'quick-add').fill(title)
    await at(page, 'quick-add').press('Enter')
    await expect(at(page, 'row')).toHaveCount(rows + 1)
  }
}

const texts = (page: Page): Promise<string> => at(page, 'para').allTextContents().then((all) => all.join('\n'))

test('2022 is entered, carried over to 2023, written, accounted for; the template changes there and back and nothing is lost', async ({ desk, served }) => {
  await makeLibrary(desk, served, { year: '2022', template: '平铺' })
  await goTo(desk, 'fill')
  await test.step('2022', async () => {
    const area = (await at(desk, 'part').nth(1).locator('.title').textContent()) ?? ''
    await add(desk, area, '强化林区巡护', '推行说理式执法')
    await add(desk, '不足和原因', '队伍力量不足', '普法形式单一')
    await add(desk, '下一年度安排', '充实巡护力量', '创新普法形式', '更新巡护设备')
    await goTo(desk, 'ledger')
    await at(desk, 'add-figure').click()
    await desk.keyboard.type('林区巡护次数')
    await desk.keyboard.press('Enter')
    await at(desk, 'cell-value').first().click()
    await desk.keyboard.type('1000')
    await desk.keyboard.press('Enter')
    await expect(at(desk, 'cell-value').first()).toContainText('1000')
    await saved(desk)
  })

  await test.step('carried over, with counts beforehand', async () => {
    await at(desk, 'year').selectOption('new')
    await expect(at(desk, 'carry-plans-count')).toHaveText('3 项')
    await expect(at(desk, 'carry-problems-count')).toHaveText('2 个')
    await expect(at(desk, 'carry-figures-count')).toHaveText('1 项，1 项有数')
    await at(desk, 'new-year-year').fill('2022')
    await expect(at(desk, 'new-year').getByText('库里已经有2022年')).toBeVisible()
    await expect(at(desk, 'new-year-ok')).toBeDisabled()
    await at(desk, 'new-year-year').fill('2023')
    await at(desk, 'new-year-ok').click()
    await expect(at(desk, 'overview-title')).toContainText('2023年')
  })

  await test.step('2023 is written over what came along', async () => {
    await goTo(desk, 'fill')
    await at(desk, 'part').nth(1).click()
    await expect(at(desk, 'row')).toHaveCount(5)
    for (const [n, body] of ['新录用护林员12名。', '开展林下普法课。', '设备更新了一半。', '编制已增加。', '形式已经多样。'].entries()) {
      await at(desk, 'row').nth(n).click()
      await at(desk, 'field-body').click()
      await desk.keyboard.type(body)
      await saved(desk)
    }
    await add(desk, '不足和原因', '设备更新缓慢')
    await add(desk, '下一年度安排', '完成设备更新')
    await goTo(desk, 'ledger')
    await expect(at(desk, 'cell-label').first()).toContainText('林区巡护次数')
    await at(desk, 'cell-value').first().click()
    await desk.keyboard.type('1250')
    await desk.keyboard.press('Enter')
    await saved(desk)
  })

  await test.step('every plan and problem of 2022 is accounted for', async () => {
    await goTo(desk, 'loop')
    await expect(at(desk, 'loop-row')).toHaveCount(5)
    await at(desk, 'loop-head').first().focus()
    for (const key of ['1', '1', '2', '1', '1']) {
      await desk.keyboard.press(key)
      await desk.keyboard.press('ArrowDown')
    }
    await expect(at(desk, 'loop-count')).toContainText('2022年的计划和问题都有交代了')
    await expect(at(desk, 'loop-count')).toContainText('计划 3 项：完成 2 · 推进中 1')
    await expect(at(desk, 'loop-count')).toContainText('问题 2 个：完成 2')
  })

  await test.step('平铺, 法定五项 and back: not a sentence is lost', async () => {
    await goTo(desk, 'draft')
    await expect(at(desk, 'para').filter({ hasText: '新录用护林员12名' })).toHaveCount(1)
    const before = await texts(desk)
    await at(desk, 'template').selectOption({ label: '法定五项' })
    await expect.poll(() => texts(desk)).not.toBe(before)
    const statutory = await texts(desk)
    for (const words of ['新录用护林员12名', '开展林下普法课', '设备更新了一半', '编制已增加', '形式已经多样', '设备更新缓慢', '完成设备更新']) expect(statutory).toContain(words)
    await at(desk, 'template').selectOption({ label: '平铺' })
    await expect.poll(() => texts(desk)).toBe(before)
  })

  await test.step('search finds words of both years, and goes to the other', async () => {
    await desk.keyboard.press('Control+f')
    await at(desk, 'search-words').fill('巡护')
    await expect(at(desk, 'search').getByRole('group', { name: '2022年' })).toBeVisible()
    await expect(at(desk, 'search').getByRole('group', { name: '2023年' })).toBeVisible()
    await at(desk, 'hit').filter({ hasText: '强化林区巡护' }).click()
    await expect(at(desk, 'year')).toHaveValue('2022')
    await expect(at(desk, 'field-title')).toContainText('强化林区巡护')
  })
})
