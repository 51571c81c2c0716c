// A paragraph of the draft split, joined, moved and turned in place: nothing lost, one step of undo, the caret where one expects it.
import { AxeBuilder } from '../../ui/playwright-kit.ts'
import { at, expect, goTo, openSample, saved, test } from './desk.ts'
import type { Locator, Page } from './desk.ts'

const FIRST = '以任务清单压实责任'
const para = (page: Page, words: string | RegExp): Locator => at(page, 'para').filter({ hasText: words })
const editor = (page: Page): Locator => at(page, 'sheet-editor')

async function openDraft(page: Page): Promise<void> {
  await openSample(page)
  await goTo(page, 'draft')
  await expect(at(page, 'para').nth(3)).toBeVisible()
}

/** The whole sheet as one text. */
const sheet = async (page: Page): Promise<string[]> => at(page, 'para').locator('p').allTextContents()

/** The numbers that the template gives change with the place. */
const bare = (texts: string[]): string => texts.join('').replace(/（[一二三四五六七八九十]+）|\d+\.|[一二三四五六七八九十]+、|。/g, '')

async function chooseIn(page: Page, ...words: string[]): Promise<void> {
  for (const word of words) await at(page, 'menu').getByRole('menuitem', { name: word }).first().click()
  await expect(at(page, 'menu')).toHaveCount(0)
}

test('Ctrl+Enter splits at the caret behind rare characters and a figure; one undo joins again', async ({ desk }) => {
  await openDraft(desk)
  await para(desk, FIRST).click()
  await desk.keyboard.press('Control+End')
  await desk.keyboard.type('前半𠀀段有{法治')
  await expect(desk.locator('.cm-tooltip-autocomplete li').first()).toContainText('法治')
  await desk.keyboard.press('Enter')
  await expect(editor(desk)).not.toContainText('{')
  await desk.keyboard.type('后半段从这里起。')
  await saved(desk)
  for (const _ of '后半段从这里起。') await desk.keyboard.press('ArrowLeft')
  const before = await editor(desk).textContent()
  await desk.keyboard.press('Control+Enter')
  await expect(editor(desk)).toHaveText('3.后半段从这里起。')
  await expect(editor(desk)).toBeFocused()
  await expect(para(desk, '前半𠀀段有')).not.toContainText('后半段')
  await expect(para(desk, '前半𠀀段有').locator('.figure').last()).not.toBeEmpty()
  await desk.keyboard.type('接着写，')
  await expect(editor(desk)).toHaveText('3.接着写，后半段从这里起。')
  await saved(desk)
  await desk.keyboard.press('Control+z')
  await expect(editor(desk)).toHaveText('3.后半段从这里起。')
  await desk.keyboard.press('Control+z')
  await expect(para(desk, '前半𠀀段有')).toContainText('后半段从这里起。')
  await para(desk, '前半𠀀段有').click()
  await expect(editor(desk)).toHaveText(before ?? '')
})

test('keys typed the moment after a split land in the second half', async ({ desk }) => {
  await openDraft(desk)
  await para(desk, FIRST).click()
  await desk.keyboard.press('Control+End')
  await desk.keyboard.type('前句。后句。')
  for (const _ of '后句。') await desk.keyboard.press('ArrowLeft')
  // Not stored yet: the split stores it first.
  await desk.keyboard.press('Control+Enter')
  await desk.keyboard.type('快手')
  await expect(editor(desk)).toHaveText('3.快手后句。')
  await saved(desk)
  await desk.keyboard.press('Escape')
  await expect(para(desk, '前句。')).not.toContainText('后句')
  expect((await sheet(desk)).join('').split('后句。')).toHaveLength(2)
})

test('with the caret at an end there is nothing to split, and a sentence beside the paragraph says so', async ({ desk }) => {
  await openDraft(desk)
  await para(desk, FIRST).click()
  await desk.keyboard.press('Control+End')
  await desk.keyboard.press('Control+Enter')
  await expect(at(desk, 'para-note')).toContainText('光标前后都要有文字')
  await expect(editor(desk)).toBeFocused()
  await desk.keyboard.type('照样写。')
  await expect(editor(desk)).toContainText('照样写。')
  await at(desk, 'para-note-close').click()
  await expect(at(desk, 'para-note')).toHaveCount(0)
})

test('Ctrl+Shift+Enter joins with the next, the caret at the seam; nothing is lost and undo parts them', async ({ desk }) => {
  await openDraft(desk)
  const before = await sheet(desk)
  await para(desk, '把法治要求纳入年度考核').focus()
  await para(desk, FIRST).click()
  await desk.keyboard.press('Control+Shift+Enter')
  await expect(editor(desk)).toContainText('把法治要求纳入年度考核')
  await expect(at(desk, 'toast')).toContainText(['已和下一条合并'])
  await desk.keyboard.type('【接】')
  await expect(editor(desk)).toContainText('【接】把法治要求纳入年度考核')
  await saved(desk)
  await desk.keyboard.press('Control+z')
  await expect(editor(desk)).not.toContainText('【接】')
  await desk.keyboard.press('Escape')
  expect(bare(await sheet(desk))).toBe(bare(before))
  await desk.keyboard.press('Control+z')
  await expect(para(desk, '把法治要求纳入年度考核')).toHaveCount(1)
  await expect.poll(() => sheet(desk)).toEqual(before)
})

test('by the Menu key alone a paragraph is moved to another area and turned into a plan, and back by undo', async ({ desk }) => {
  await openDraft(desk)
  const before = await sheet(desk)
  await para(desk, FIRST).focus()
  await desk.keyboard.press('Shift+F10')
  await expect(at(desk, 'menu-item').first()).toBeFocused()
  await test.step('the way back is Esc, and the focus is where it was', async () => {
    await desk.keyboard.press('Escape')
    await expect(at(desk, 'menu')).toHaveCount(0)
    await expect(para(desk, FIRST)).toBeFocused()
  })
  await test.step('another area', async () => {
    await desk.keyboard.press('ContextMenu')
    for (const _ of '移到') await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('ArrowDown')
    await expect(desk.locator(':focus')).toContainText('移到')
    await desk.keyboard.press('ArrowRight')
    await expect(at(desk, 'menu-back')).toContainText('移到')
    const area = (await desk.locator(':focus').textContent())?.trim() ?? ''
    await desk.keyboard.press('Enter')
    await expect(at(desk, 'toast')).toContainText([`已移到“${area}”`])
    await expect(para(desk, FIRST)).toBeFocused()
    expect(bare(await sheet(desk)).length).toBe(bare(before).length)
    expect(await sheet(desk)).not.toEqual(before)
    await at(desk, 'toast-act').click()
    await expect.poll(() => sheet(desk)).toEqual(before)
  })
  await test.step('another kind', async () => {
    await para(desk, FIRST).hover()
    await para(desk, FIRST).locator('[data-test="para-handle"]').click()
    await chooseIn(desk, '改为', '计划')
    await expect(at(desk, 'toast')).toContainText(['已改为计划'])
    await expect(para(desk, FIRST)).toBeFocused()
    const texts = await at(desk, 'para').allTextContents()
    expect(texts.findIndex((t) => t.includes(FIRST))).toBeGreaterThan(texts.findIndex((t) => t.includes('主要安排')))
    await desk.keyboard.press('Control+z')
    await expect.poll(() => sheet(desk)).toEqual(before)
    await expect(para(desk, FIRST)).toBeFocused()
  })
})

test('what does not come along is said under the paragraph', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'fill')
  await at(desk, 'part').nth(1).click()
  await at(desk, 'row').first().click()
  const title = (await at(desk, 'field-title').textContent()) ?? ''
  await at(desk, 'field-date').fill('2023年5月6日')
  await desk.keyboard.press('Tab')
  await saved(desk)
  await goTo(desk, 'draft')
  await para(desk, title).hover()
  await para(desk, title).locator('[data-test="para-handle"]').click()
  await chooseIn(desk, '改为', '问题')
  await expect(para(desk, title)).toContainText('（日期：2023年5月6日')
  await expect(at(desk, 'para-note')).toContainText('写在了文字末尾的括号里')
  await at(desk, 'para-note').getByRole('button', { name: '撤销' }).click()
  await expect(para(desk, title)).not.toContainText('（日期：')
})

test('Alt+arrows move the paragraph while it is written, from one area into the next', async ({ desk }) => {
  await openDraft(desk)
  await para(desk, FIRST).click()
  await desk.keyboard.press('Control+Home')
  await desk.keyboard.press('Alt+ArrowUp')
  await expect(editor(desk)).toContainText(`1.${FIRST}`)
  await expect(editor(desk)).toBeFocused()
  await desk.keyboard.type('依法')
  await expect(editor(desk)).toContainText(`1.依法${FIRST}`)
  await saved(desk)
  for (let n = 0; n < 20 && !(await at(desk, 'toast').allTextContents()).some((t) => t.includes('已移到“')); n += 1) {
    const now = await editor(desk).textContent()
    await desk.keyboard.press('Alt+ArrowDown')
    await expect(editor(desk)).not.toHaveText(now ?? '')
  }
  await expect(editor(desk)).toContainText(`1.依法${FIRST}`)
})

test('in a paragraph in which records run on, the caret says which is meant', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'draft')
  await at(desk, 'layout-toggle').click()
  await at(desk, 'layout-items-plans').selectOption({ label: '一是……二是……，连成一段' })
  const plans = para(desk, /一是.*二是/)
  await expect(plans).toHaveCount(1)
  await at(desk, 'layout-toggle').click()
  await plans.focus()
  await desk.keyboard.press('Shift+F10')
  await expect(at(desk, 'menu-item').first()).toContainText('计划：')
  await desk.keyboard.press('Escape')
  const before = await plans.locator('p').textContent()
  await desk.keyboard.press('Enter')
  await desk.keyboard.press('Control+Home')
  await desk.keyboard.press('Alt+ArrowDown')
  await expect(editor(desk)).not.toHaveText(before ?? '')
  await expect(editor(desk)).toBeFocused()
  await desk.keyboard.press('ArrowRight')
  await desk.keyboard.press('Control+Enter')
  await expect(at(desk, 'toast').last()).toContainText('已分成两条计划')
  await desk.keyboard.type('【半】')
  await expect(editor(desk)).toContainText(/三是【半】/)
})

test('none of the keys answers while pinyin is being chosen', async ({ desk }) => {
  await openDraft(desk)
  const before = (await sheet(desk)).length
  await para(desk, FIRST).click()
  await editor(desk).evaluate((element) => {
    for (const key of ['Enter', 'ArrowDown', 'F10']) element.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: key === 'Enter', altKey: key === 'ArrowDown', shiftKey: key === 'F10', isComposing: true, bubbles: true, cancelable: true }))
  })
  await desk.keyboard.press('Escape')
  await expect(at(desk, 'menu')).toHaveCount(0)
  await expect(at(desk, 'toast')).toHaveCount(0)
  expect((await sheet(desk)).length).toBe(before)
})

test('what the report leaves out is a grey line in its place', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'fill')
  await at(desk, 'part').nth(1).click()
  await at(desk, 'row').first().click()
  const title = (await at(desk, 'field-title').textContent()) ?? ''
  await at(desk, 'more').click().catch(() => undefined)
  await desk.getByLabel('采用情况').or(desk.getByLabel('状态')).first().selectOption({ label: '不采用' })
  await saved(desk)
  await goTo(desk, 'draft')
  await expect(para(desk, title)).toHaveCount(0)
  await expect(at(desk, 'left-out').filter({ hasText: title })).toContainText('已标为不采用，不写进报告')
  await at(desk, 'left-out').getByRole('button').first().click()
  await expect(at(desk, 'field-title')).toHaveText(title)
})

for (const [width, height] of [[1280, 800], [1920, 1080]] as const) {
  test(`pictures of it at ${width} × ${height}, and nothing amiss`, async ({ desk }) => {
    await desk.setViewportSize({ width, height })
    await openDraft(desk)
    const shot = (name: string) => desk.screenshot({ path: `test-results/shots/turning-${name}-${width}.png` })
    const sound = async (): Promise<void> => {
      const { violations } = await new AxeBuilder({ page: desk }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`)).toEqual([])
    }
    await para(desk, FIRST).click()
    await desk.keyboard.press('Shift+F10')
    await expect(at(desk, 'menu')).toBeVisible()
    await sound()
    await shot('menu')
    await at(desk, 'menu').getByRole('menuitem', { name: '改为' }).click()
    await shot('kinds')
    await at(desk, 'menu').getByRole('menuitem', { name: '段落' }).click()
    await sound()
    await shot('slots')
    await desk.keyboard.press('Escape')
    await desk.keyboard.press('Escape')
    await desk.keyboard.press('Escape')
    await desk.keyboard.press('Control+End')
    await desk.keyboard.press('Control+Enter')
    await expect(at(desk, 'para-note')).toBeVisible()
    await sound()
    await shot('fault')
    await desk.keyboard.press('Control+Shift+Enter')
    await expect(at(desk, 'toast')).toBeVisible()
    await shot('joined')
  })
}
