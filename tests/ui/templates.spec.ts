// 版式: another template, title, opening, ending, numbering; templates of one's own, kept, lacking, in and out of a file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '../../ui/playwright-kit.ts'
import { at, expect, goTo, openSample, saved, test } from './desk.ts'
import type { Locator, Page } from './desk.ts'

const para = (page: Page, words: string | RegExp): Locator => at(page, 'para').filter({ hasText: words })
const NAMES = ['法定五项', '平铺', '三段', '第一责任人前置', '县区综合', '乡镇街道简版']

async function openLayout(page: Page): Promise<void> {
  await openSample(page)
  await goTo(page, 'draft')
  await at(page, 'layout-toggle').click()
  await expect(at(page, 'layout')).toBeVisible()
}

/** Every character of the text that a person wrote, whatever stands between and in which order. */
const letters = async (page: Page): Promise<string[]> => [...(await at(page, 'para').allTextContents()).join('')].filter((c) => /\p{Script=Han}/u.test(c)).sort()

async function sound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`)).toEqual([])
}

test('through all six templates and back the text is the same, and what moved is told', async ({ desk }) => {
  await openLayout(desk)
  const before = await at(desk, 'para').allTextContents()
  const body = '以任务清单压实责任'
  for (const name of [...NAMES.slice(1), NAMES[0] ?? '']) {
    await at(desk, 'layout-template').selectOption({ label: name })
    await expect(at(desk, 'toast').last()).toContainText(`已换为“${name}”`)
    await expect(para(desk, body)).toHaveCount(1)
    if (name === '三段') await expect(at(desk, 'switched')).toContainText('排进了成效各领域之间')
  }
  await expect.poll(() => at(desk, 'para').allTextContents()).toEqual(before)
  await at(desk, 'layout-template').selectOption({ label: '平铺' })
  await expect(at(desk, 'switched')).toContainText('每个领域各有一个一级标题')
  await at(desk, 'toast-act').last().click()
  await expect.poll(() => at(desk, 'para').allTextContents()).toEqual(before)
  await expect(at(desk, 'switched')).toHaveCount(0)
})

test('tail and 关于…的 make the title, opening and ending are chosen and can be written over on the sheet', async ({ desk }) => {
  await openLayout(desk)
  await at(desk, 'layout-tail').selectOption('情况报告')
  await expect(at(desk, 'para').first()).toContainText('法治政府建设情况报告')
  await at(desk, 'layout-about').check()
  await expect(at(desk, 'para').first()).toContainText(/关于.*法治政府建设情况的报告/)
  await at(desk, 'layout-title').fill('自己写的标题')
  await expect(at(desk, 'para').first()).toHaveText(/自己写的标题/)
  await expect(at(desk, 'layout')).toContainText('标题已经自己写定')
  await at(desk, 'layout-title').fill('')
  await expect(at(desk, 'para').first()).toContainText('关于')
  await at(desk, 'layout-opening').selectOption({ index: 1 })
  await at(desk, 'layout-closing').selectOption('专此报告。')
  await saved(desk)
  await expect(at(desk, 'layout')).toContainText('已经写了结尾段')
})

test('five ways of numbering, each with its example; a part with a style of its own is named and can follow', async ({ desk }) => {
  await openLayout(desk)
  const before = await letters(desk)
  await at(desk, 'layout-dialect-d5').check()
  await expect(para(desk, /^1\.坚持党的领导/)).toHaveCount(1)
  await at(desk, 'layout-dialect-d3').check()
  await expect(para(desk, /^一是坚持党的领导/)).toHaveCount(1)
  await at(desk, 'layout-dialect-d4').check()
  await expect(para(desk, /^（一）坚持党的领导/)).toHaveCount(1)
  await expect(para(desk, /^（二）/).first()).toBeVisible()
  await expect(para(desk, /^1[0-9]\./).first()).toBeVisible()
  await at(desk, 'layout-items-problems').selectOption({ label: '各成一段，不编号' })
  await expect(at(desk, 'layout')).toContainText('不足和原因另选了编排')
  await at(desk, 'layout-follow').click()
  await expect(at(desk, 'layout-follow')).toHaveCount(0)
  await at(desk, 'layout-dialect-none').check()
  await expect.poll(() => letters(desk)).toEqual(before)
})

test('a template of one’s own: copied, renamed, reordered, a part taken out and told, used, undone, removed', async ({ desk }) => {
  await openLayout(desk)
  const body = '基层执法规范化水平不够均衡'
  await at(desk, 'edit-templates').click()
  await at(desk, 'template-copy').click()
  await at(desk, 'template-own-name').fill('本局模板')
  await desk.keyboard.press('Tab')
  await expect(at(desk, 'template-entry').last()).toContainText('本局模板')
  await at(desk, 'template-use').click()
  await at(desk, 'template-section').first().getByRole('button', { name: '下移' }).click()
  await expect(at(desk, 'template-section').first()).toContainText('不足和原因')
  await at(desk, 'section-remove').first().click()
  await expect(at(desk, 'template-faults')).toContainText('模板里没有“不足和原因”部分')
  await at(desk, 'template-close').click()
  await expect(at(desk, 'layout-fault')).toContainText('不足和原因')
  await test.step('what is not printed stands as grey lines, and nothing is lost', async () => {
    await expect(para(desk, body)).toHaveCount(0)
    await expect(at(desk, 'left-out').first()).toContainText('当前模板没有“不足和原因”部分')
    await expect(at(desk, 'left-out').filter({ hasText: body })).toContainText('未印出，原因同上')
  })
  await at(desk, 'edit-templates').click()
  await at(desk, 'section-add').filter({ hasText: '不足和原因' }).click()
  await expect(at(desk, 'template-faults')).toHaveCount(0)
  await at(desk, 'template-section').last().locator('[data-test="section-title"]').fill('还有哪些不足')
  await desk.keyboard.press('Escape')
  await expect(para(desk, /还有哪些不足/)).toHaveCount(1)
  await expect(para(desk, body)).toHaveCount(1)
  await test.step('one that a year uses is not removed, and it is said why', async () => {
    await at(desk, 'edit-templates').click()
    await at(desk, 'template-remove').click()
    await expect(at(desk, 'template-fault')).toContainText('正在用模板“本局模板”')
    await at(desk, 'template-entry').first().click()
    await at(desk, 'template-use').click()
    await at(desk, 'template-entry').last().click()
    await at(desk, 'template-remove').click()
    await expect(at(desk, 'template-entry').filter({ hasText: '本局模板' })).toHaveCount(0)
    await at(desk, 'template-undo').click()
    await expect(at(desk, 'template-entry').filter({ hasText: '本局模板' })).toHaveCount(1)
  })
})

test('a template goes to a file and comes from one, also one that lacks a part; a file that is none is refused', async ({ desk }) => {
  await openLayout(desk)
  await at(desk, 'edit-templates').click()
  const give = async (): Promise<void> => {
    await at(desk, 'template-export').click()
    await at(desk, 'chooser-name').fill('模板一')
    await at(desk, 'chooser-ok').click()
  }
  await give()
  await expect(at(desk, 'toast').last()).toContainText('模板已导出到')
  const folder = ((await at(desk, 'toast').last().textContent()) ?? '').replace(/^模板已导出到 /, '').replace(/模板一\.json.*$/, '')
  const written = path.join(folder, '模板一.json')
  expect(existsSync(written)).toBe(true)
  const template = JSON.parse(readFileSync(written, 'utf8')) as { name: string; sections: { of: string }[] }
  writeFileSync(path.join(folder, '缺项.json'), JSON.stringify({ ...template, name: '缺项模板', sections: template.sections.filter((s) => s.of !== 'duties') }))
  writeFileSync(path.join(folder, '乱.json'), '{}')
  const take = async (name: string): Promise<void> => {
    await at(desk, 'template-import').click()
    await at(desk, 'chooser').getByRole('button', { name }).click()
  }
  await test.step('over a file that is there only when asked to', async () => {
    await give()
    await expect(at(desk, 'template-fault')).toBeVisible()
    await at(desk, 'template-overwrite').click()
    await expect(at(desk, 'template-fault')).toHaveCount(0)
  })
  await take('缺项')
  await expect(at(desk, 'template-own-name')).toHaveValue('缺项模板')
  await expect(at(desk, 'template-faults')).toContainText('模板里没有“第一责任人履职”部分')
  await take('乱')
  await expect(at(desk, 'template-fault')).toContainText('不是法治年报的模板')
})

for (const [width, height] of [[1280, 800], [1920, 1080]] as const) {
  test(`pictures at ${width} × ${height}, and nothing amiss`, async ({ desk }) => {
    await desk.setViewportSize({ width, height })
    const shot = (name: string) => desk.screenshot({ path: `test-results/shots/templates-${name}-${width}.png` })
    await openLayout(desk)
    await sound(desk)
    await shot('layout')
    await at(desk, 'layout-template').selectOption({ label: '三段' })
    await expect(at(desk, 'switched')).toBeVisible()
    await at(desk, 'layout-closing').scrollIntoViewIfNeeded()
    await sound(desk)
    await shot('switched')
    await at(desk, 'edit-templates').click()
    await expect(at(desk, 'template-section').first()).toBeVisible()
    await shot('shipped')
    await at(desk, 'template-copy').click()
    await at(desk, 'section-remove').nth(2).click()
    await expect(at(desk, 'template-faults')).toBeVisible()
    await sound(desk)
    await shot('own')
    await at(desk, 'template-use').click()
    await at(desk, 'template-close').click()
    await at(desk, 'left-out').first().scrollIntoViewIfNeeded()
    await shot('left-out')
    await sound(desk)
  })
}
