// Search: across the years, as one types, by keys alone; half-typed pinyin is looked for by nobody.
import { at, expect, goTo, openSample, test } from './desk.ts'

test('two characters in mid-sentence are found in both years and marked; Enter goes there, to the other year too', async ({ desk }) => {
  await openSample(desk)
  await desk.keyboard.press('Control+f')
  await expect(at(desk, 'search-words')).toBeFocused()
  await desk.keyboard.type('法制')
  await expect(at(desk, 'hit').first().locator('mark').first()).toHaveText('法制')
  await expect(at(desk, 'search').getByRole('group', { name: '2023年' })).toBeVisible()
  await expect(at(desk, 'search').getByRole('group', { name: '2022年' })).toBeVisible()
  await at(desk, 'search-words').fill('充实基层法制力量')
  await expect(at(desk, 'hit')).toHaveCount(1)
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'year')).toHaveValue('2022')
  await expect(at(desk, 'field-title')).toContainText('充实基层法制力量')
  await expect(at(desk, 'search')).toHaveCount(0)
})

test('arrows walk the hits; a figure leads to the ledger', async ({ desk }) => {
  await openSample(desk)
  await at(desk, 'search-open').click()
  await at(desk, 'search-words').fill('持证执法人员')
  await expect(at(desk, 'hit').filter({ hasText: '数据' }).first()).toBeVisible()
  const figure = at(desk, 'hit').filter({ hasText: '数据' }).first()
  for (let n = 0; n < 20 && (await figure.getAttribute('aria-selected')) !== 'true'; n += 1) await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'page-ledger')).toHaveAttribute('aria-current', 'page')
})

test('a record removed meanwhile is told, and the rest is still there', async ({ desk }) => {
  await openSample(desk)
  await at(desk, 'search-open').click()
  await at(desk, 'search-words').fill('以理论学习带动依法履职')
  await expect(at(desk, 'hit')).toHaveCount(1)
  // Another hand removes it, behind the panel's back.
  const hit = (await at(desk, 'hit').getAttribute('id')) ?? ''
  await desk.evaluate(async (id) => {
    const token = window.sessionStorage.getItem('nianbao-token') ?? ''
    await fetch('/call/record.remove', { method: 'POST', headers: { 'content-type': 'application/json', 'x-nianbao-token': token }, body: JSON.stringify({ kind: 'achievement', id: Number(id.split('-').at(-1)) }) })
  }, hit)
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'search-fault')).toContainText('这条记录已经删除了')
  await expect(at(desk, 'search-none')).toBeVisible()
})

test('half-typed pinyin is not looked for, and its Enter opens nothing', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'draft')
  await desk.keyboard.press('Control+f')
  await expect(at(desk, 'search-words')).toBeFocused()
  const asked: string[] = []
  desk.on('request', (request) => { if (request.url().includes('search.find')) asked.push(request.postData() ?? '') })
  const cdp = await desk.context().newCDPSession(desk)
  await cdp.send('Input.imeSetComposition', { text: 'zhifa', selectionStart: 5, selectionEnd: 5 })
  const enter = { key: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
  await cdp.send('Input.insertText', { text: '执法' })
  await expect(at(desk, 'hit').first()).toBeVisible()
  expect(asked.join('\n')).not.toContain('zhifa')
  await expect(at(desk, 'page-draft')).toHaveAttribute('aria-current', 'page')
})
