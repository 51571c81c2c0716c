// Half-typed pinyin is nobody's text: it reaches no record, and the Enter that picks a candidate submits nothing (D1).
import { at, expect, goTo, makeLibrary, openSample, saved, test } from './desk.ts'
import type { Page } from './desk.ts'

interface Ime {
  /** The pinyin as it stands before a candidate is picked. */
  compose: (pinyin: string) => Promise<void>
  /** A key while composing, as an input method passes it on. */
  key: (key: string) => Promise<void>
  commit: (words: string) => Promise<void>
}

async function ime(page: Page): Promise<Ime> {
  const cdp = await page.context().newCDPSession(page)
  return {
    compose: async (pinyin) => {
      await cdp.send('Input.imeSetComposition', { text: pinyin, selectionStart: pinyin.length, selectionEnd: pinyin.length })
    },
    key: async (key) => {
      const event = { key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
      await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
    },
    commit: async (words) => {
      await cdp.send('Input.insertText', { text: words })
    },
  }
}

/** Everything the page sends to the desk, as text. */
function sent(page: Page): string[] {
  const all: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') all.push(`${new URL(request.url()).pathname} ${request.postData() ?? ''}`)
  })
  return all
}

const writes = (all: string[]): string[] => all.filter((line) => /^\/call\/(record|figure|year|unit)\.(set|add)/.test(line))

test('in the body of a record', async ({ desk, served }) => {
  await makeLibrary(desk, served)
  await goTo(desk, 'fill')
  await at(desk, 'add-first').click()
  await saved(desk)
  const all = sent(desk)
  const typing = await ime(desk)
  await at(desk, 'field-body').click()
  await typing.compose('fazhi')
  await expect(at(desk, 'field-body')).toContainText('fazhi')
  await typing.key('Enter')
  // Another edit stores whatever is ready to be stored; the pinyin is not.
  await desk.evaluate(() => window.dispatchEvent(new Event('pageshow')))
  await expect(at(desk, 'save-state')).toHaveText(/^已保存/)
  expect(writes(all)).toEqual([])
  await typing.compose('fazhi zhengfu')
  await typing.commit('法治政府')
  await saved(desk)
  await expect.poll(() => writes(all).length).toBe(1)
  expect(writes(all)[0]).toContain('法治政府')
  expect(all.join('\n')).not.toContain('fazhi')
  await expect(at(desk, 'field-body')).toHaveText('法治政府')
})

test('in the line that adds a record: the candidate’s Enter adds none, the next one does', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'fill')
  await at(desk, 'part').nth(1).click()
  const before = await at(desk, 'row').count()
  const all = sent(desk)
  const typing = await ime(desk)
  await at(desk, 'quick-add').click()
  await typing.compose('pufa')
  await typing.key('Enter')
  await expect(at(desk, 'row')).toHaveCount(before)
  await typing.commit('普法')
  await expect(at(desk, 'quick-add')).toHaveValue('普法')
  await expect(at(desk, 'row')).toHaveCount(before)
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'row')).toHaveCount(before + 1)
  await expect(at(desk, 'row').last()).toContainText('普法')
  expect(all.join('\n')).not.toContain('pufa')
})

test('in a short field, and on a cell of the ledger that nobody has clicked into', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'fill')
  await at(desk, 'part').nth(1).click()
  const all = sent(desk)
  const typing = await ime(desk)
  await at(desk, 'field-office').fill('')
  await typing.compose('fagui')
  await typing.commit('法规科')
  await saved(desk)
  await expect.poll(() => writes(all).at(-1) ?? '').toContain('"office":"法规科"')

  await goTo(desk, 'ledger')
  await at(desk, 'cell-source').first().click()
  await typing.compose('bangong')
  await typing.key('Enter')
  await typing.commit('办公室')
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'cell-source').first()).toContainText('办公室')
  await saved(desk)
  expect(all.join('\n')).not.toMatch(/fagui|bangong/)
})

test('in a field that searches: the candidate’s Enter chooses nothing, and only what was meant is searched for', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'fill')
  await at(desk, 'part').nth(1).click()
  const all = sent(desk)
  const typing = await ime(desk)
  const field = at(desk, 'field-answers')
  await field.locator('input').click()
  await typing.compose('chongshi')
  await typing.key('Enter')
  await expect(field.getByRole('option').nth(3)).toBeVisible()
  await expect(field.locator('[data-test="picked"]')).toHaveCount(0)
  await typing.commit('充实')
  await expect(field.getByRole('option')).toHaveText([/充实基层法制力量/])
  expect(writes(all)).toEqual([])
  await desk.keyboard.press('Enter')
  await expect(field.locator('[data-test="picked"]')).toHaveCount(1)
  await expect.poll(() => writes(all).length).toBe(1)
})

test('in a text of several lines and in the line of a meeting', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'fill')
  await at(desk, 'part').filter({ hasText: '第一责任人' }).click()
  await at(desk, 'row').nth(1).click()
  await at(desk, 'more').click()
  const all = sent(desk)
  const typing = await ime(desk)
  await at(desk, 'meeting-topic').first().click()
  await typing.compose('yanjiu')
  await typing.key('Enter')
  await expect(at(desk, 'meeting-topic')).toHaveCount(1)
  await typing.commit('研究要点')
  await expect(at(desk, 'meeting-topic')).toHaveCount(2)
  await at(desk, 'field-supervised').click()
  await typing.compose('zhengzhi')
  await typing.commit('整治')
  await saved(desk)
  await expect.poll(() => writes(all).at(-1) ?? '').toContain('整治')
  expect(all.join('\n')).toContain('研究要点')
  expect(all.join('\n')).not.toMatch(/yanjiu|zhengzhi/)
})

test('in the draft, beside words of the template', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'draft')
  const all = sent(desk)
  const typing = await ime(desk)
  const paragraph = at(desk, 'para').filter({ hasText: '以理论学习带动依法履职' })
  await paragraph.click()
  await desk.keyboard.press('Control+End')
  await typing.compose('jixu')
  await typing.key('Enter')
  await typing.commit('继续努力。')
  await saved(desk)
  await desk.keyboard.press('Escape')
  await expect(paragraph).toContainText('继续努力。')
  expect(all.join('\n')).not.toContain('jixu')
})
