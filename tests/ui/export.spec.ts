// Exporting: formats, editions, the clipboard, stopping, and what the history says of it.
import { existsSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { at, expect, goTo, openSample, saved, test } from './desk.ts'

test('every format is written from the list, by keys alone, and told in the history', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'export')
  await expect(at(desk, 'export-name')).toHaveValue(/\.docx$/)
  await at(desk, 'format-docx').focus()
  await desk.keyboard.press('ArrowDown')
  await expect(at(desk, 'export-name')).toHaveValue(/\.pdf$/)
  for (const key of ['ofd', 'html', 'page', 'txt', 'md', 'xlsx', 'zip']) {
    await desk.keyboard.press('ArrowDown')
    await expect(at(desk, `format-${key}`)).toBeChecked()
    await desk.keyboard.press('Control+Enter')
    // Both kinds of page end alike: the first stays until one says otherwise.
    if (key === 'page') await at(desk, 'export-overwrite').click()
    await expect(at(desk, 'exported')).toContainText(key === 'page' ? '.html' : `.${key}`)
    await at(desk, `format-${key}`).focus()
  }
  await expect(at(desk, 'last-export').first()).toContainText('导出报送版全部打包')
  await goTo(desk, 'history')
  await expect(at(desk, 'exported-step').first()).toContainText('导出报送版全部打包')
})

test('the published edition is its own file and has no addressee', async ({ desk, served }) => {
  await openSample(desk)
  await goTo(desk, 'export')
  await at(desk, 'export-which').selectOption('年度报告（公开版）')
  await expect(at(desk, 'export-name')).toHaveValue(/（公开版）\.docx$/)
  await at(desk, 'format-txt').check()
  await at(desk, 'export').click()
  await expect(at(desk, 'exported')).toBeVisible()
  const name = await at(desk, 'export-name').inputValue()
  const folder = (await at(desk, 'export-folder').textContent()) ?? ''
  const text = readFileSync(path.join(folder, name), 'utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(text).not.toContain('中共清禾县委、')
  expect(served.folder).not.toBe('')
  await at(desk, 'format-xlsx').check()
  await expect(desk.getByText('和版本无关')).toBeVisible()
  // A name of one's own stays, whatever is chosen.
  await at(desk, 'export-name').fill('我的')
  await at(desk, 'export-which').selectOption('述法报告')
  await at(desk, 'format-md').check()
  await expect(at(desk, 'export-name')).toHaveValue('我的.md')
})

test('the whole text is copied as headings and paragraphs, and as plain text beside', async ({ desk, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openSample(desk)
  await goTo(desk, 'export')
  await expect(at(desk, 'export-name')).toHaveValue(/\.docx$/)
  await at(desk, 'export-copy').click()
  await expect(desk.getByText('已复制全文')).toBeVisible()
  const copied = await desk.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? ''
    return { html: await read('text/html'), plain: await read('text/plain') }
  })
  expect(copied.html).toMatch(/<h1[^>]*>清禾县市场监督管理局<br>?/)
  expect(copied.html).toContain('<h2')
  expect(copied.plain).toContain('一、推进法治政府建设的主要举措和成效')
  expect(copied.plain).not.toContain('<')
})

test('a long export says how far it is and, stopped, leaves nothing behind', async ({ desk, served }) => {
  const folder = path.join(served.folder, '大件')
  mkdirSync(folder)
  const proof = path.join(folder, '录像.bin')
  writeFileSync(proof, '')
  truncateSync(proof, 900 * 1024 * 1024)
  await openSample(desk)
  const token = await desk.evaluate(() => sessionStorage.getItem('nianbao-token') ?? '')
  const reply = await desk.request.post(new URL('/call/evidence.attach', desk.url()).href, {
    headers: { 'x-nianbao-token': token }, data: { year: 2023, paths: [proof], copy: false },
  })
  expect(reply.ok()).toBe(true)
  await goTo(desk, 'export')
  await at(desk, 'format-zip').check()
  const place = (await at(desk, 'export-folder').textContent()) ?? ''
  const before = readdirSync(place)
  await at(desk, 'export').click()
  await expect(at(desk, 'export-at')).toContainText('录像')
  await expect(at(desk, 'export-stop')).toBeFocused()
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'export-fault')).toContainText('已取消，没有写出文件')
  expect(readdirSync(place)).toEqual(before)
  expect(existsSync(path.join(place, await at(desk, 'export-name').inputValue()))).toBe(false)
  await expect(at(desk, 'export')).toBeFocused()
})

test('what the report still lacks and what 体检 found stand beside the export, follow the edition and lead to it', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'export')
  const lacking = desk.locator('.lacking')
  await expect(lacking).toContainText('体检也没有要处理的')
  await goTo(desk, 'fill')
  await at(desk, 'part').nth(1).click()
  await at(desk, 'row').nth(1).click()
  await at(desk, 'field-body').click()
  await desk.keyboard.press('Control+End')
  await desk.keyboard.insertText('2023年2月30日总结，引用{{没有的数}}。手机13812341234。')
  await saved(desk)
  await goTo(desk, 'export')
  await expect(at(desk, 'export-findings')).toHaveText(/^体检还有 \d 处错误、\d 处警告没有处理$/)
  await expect(lacking).toContainText('正文引用了台账里没有的数据：没有的数')
  await expect(at(desk, 'export-unseen')).toHaveCount(0)
  await at(desk, 'export-which').selectOption('public')
  await expect(at(desk, 'export-unseen')).toHaveText('公开前还有 1 处没有看过')
  await at(desk, 'export-check').click()
  await expect(at(desk, 'view-public')).toBeChecked()
  await expect(at(desk, 'finding').first()).toBeVisible()
})

test('what changed against another version goes out as a Word file with tracked changes', async ({ desk, served }) => {
  await openSample(desk)
  await goTo(desk, 'history')
  await expect(at(desk, 'compare-counts')).toBeVisible()
  for (const again of [false, true]) {
    await at(desk, 'compare-export').click()
    await at(desk, 'chooser-name').fill('花脸稿.docx')
    await at(desk, 'chooser-ok').click()
    if (again) await at(desk, 'redline-overwrite').click()
    await expect(at(desk, 'redline-done')).toContainText('花脸稿.docx')
  }
  await expect(at(desk, 'exported-step').first()).toContainText('导出报送版花脸稿“花脸稿.docx”')
  await at(desk, 'view-public').check()
  await at(desk, 'compare-export').click()
  await expect(at(desk, 'chooser-name')).toHaveValue(/花脸稿，公开版/)
  await at(desk, 'chooser-name').fill('公开版花脸稿.docx')
  await at(desk, 'chooser-ok').click()
  await expect(at(desk, 'exported-step').first()).toContainText('导出公开版花脸稿“公开版花脸稿.docx”')
  expect(served.folder).not.toBe('')
})
