// An earlier report read in: looked at, corrected, taken as one step, and taken back as one.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { at, expect, goTo, makeLibrary, openSample, test } from './desk.ts'
import { docx, paragraph } from './docx.ts'
import { REPORT } from './report.ts'

test('a pasted report is looked at, corrected, taken in, read in the draft, and taken back in one step', async ({ desk, served }) => {
  await makeLibrary(desk, served, { year: '2024' })
  await goTo(desk, 'import')
  await at(desk, 'import-text').fill(REPORT)
  await at(desk, 'import-read').click()

  await expect(at(desk, 'proposal-title')).toHaveText('青溪县水务局2022年法治政府建设年度报告')
  await expect(at(desk, 'import-year')).toHaveValue('2022')
  await expect(desk.getByText('库里还没有这一年')).toBeVisible()
  const block = (words: string) => at(desk, 'block').filter({ hasText: words })
  await expect(block('落实重大决策程序').locator('select').first()).toHaveValue('achievement')
  await expect(block('执法力量不足').first().locator('select').first()).toHaveValue('problem')

  await test.step('an identity is changed by key, another by the list', async () => {
    await block('普法形式单一').click()
    await block('普法形式单一').press('5')
    await expect(block('普法形式单一').locator('select').first()).toHaveValue('cause')
    await block('普法形式单一').locator('select').first().selectOption('problem')
  })
  await test.step('what is left out is listed with the reason, and can be taken', async () => {
    await at(desk, 'tab-dropped').click()
    await expect(at(desk, 'dropped').filter({ hasText: '扫一扫' })).toHaveCount(1)
  })
  await test.step('figures are found, one stays plain text', async () => {
    await at(desk, 'tab-figures').click()
    const found = at(desk, 'found-figure')
    const number = (words: string) => found.filter({ has: desk.getByText(words, { exact: true }).and(desk.locator('strong')) })
    await expect(number('1860次')).toHaveCount(1)
    const before = await found.count()
    await number('27宗').getByRole('button').click()
    await expect(found).toHaveCount(before - 1)
  })
  await expect(at(desk, 'full-width')).toBeChecked()
  await at(desk, 'accept').click()

  await test.step('the draft of that year reads like the report, marks made full-width, addresses untouched', async () => {
    await expect(at(desk, 'year')).toHaveValue('2022')
    const paragraph = (words: string) => at(desk, 'para').filter({ hasText: words })
    await expect(paragraph('巡查河道1860次，立案27宗。')).toHaveCount(1)
    await expect(paragraph('依法决策，守住水安全底线')).toHaveCount(1)
    await expect(paragraph('http://slj.example.gov.cn:8080')).toContainText('8:30')
    await expect(at(desk, 'para').filter({ hasText: '扫一扫' })).toHaveCount(0)
  })
  await test.step('the number went into the ledger, the other did not', async () => {
    await goTo(desk, 'ledger')
    await expect(at(desk, 'figure-row').filter({ hasText: '1860' })).toHaveCount(1)
    await expect(at(desk, 'cell-value').getByText('27', { exact: true })).toHaveCount(0)
  })
  await test.step('one undo takes the whole reading back', async () => {
    await desk.keyboard.press('Control+z')
    await expect(at(desk, 'year')).toHaveValue('2024')
  })
})

test('a file is chosen in the browser’s own chooser; what cannot be read says why beside it', async ({ desk, served }) => {
  writeFileSync(path.join(served.folder, '去年的报告.txt'), REPORT)
  writeFileSync(path.join(served.folder, '空文件.txt'), '')
  await openSample(desk)
  await goTo(desk, 'import')
  const choose = async (name: string) => {
    await at(desk, 'import-file').click()
    const field = at(desk, 'chooser-name')
    await field.fill(path.join(served.folder, name))
    await at(desk, 'chooser-ok').click()
  }
  await choose('空文件.txt')
  await expect(at(desk, 'import-fault')).toBeVisible()
  await choose('没有这个文件.txt')
  await expect(at(desk, 'import-fault')).toContainText('找不到')
  await choose('去年的报告.txt')
  await expect(at(desk, 'proposal-title')).toContainText('2022年')
  await expect(desk.getByText('报告的单位是“青溪县水务局”')).toBeVisible()
  await desk.getByRole('button', { name: '不要了' }).click()
  await expect(at(desk, 'import-text')).toBeVisible()
})

const TRACKED = docx(
  `${paragraph('青溪县水务局2022年法治政府建设年度报告')}${paragraph('一、主要成效')}
  <w:p><w:r><w:t>（一）严格执法。立案</w:t></w:r><w:del w:author="吴副局" w:date="2023-01-05T09:30:00Z"><w:r><w:delText>20</w:delText></w:r></w:del><w:ins w:author="吴副局" w:date="2023-01-05T09:30:00Z"><w:r><w:t>27</w:t></w:r></w:ins><w:r><w:t>宗</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t>。</w:t></w:r></w:p>
  ${paragraph('二、存在问题')}${paragraph('（一）执法力量不足。')}`,
  '<w:comment w:id="0" w:author="周科"><w:p><w:r><w:t>请核对案件数</w:t></w:r></w:p></w:comment>',
)

test('a Word file is read with its changes and comments listed first, and either side of them is taken', async ({ desk, served }) => {
  writeFileSync(path.join(served.folder, '报告.docx'), TRACKED)
  await makeLibrary(desk, served, { year: '2024' })
  await goTo(desk, 'import')
  await at(desk, 'import-file').click()
  await at(desk, 'chooser-name').fill(path.join(served.folder, '报告.docx'))
  await at(desk, 'chooser-ok').click()
  await expect(at(desk, 'tracked')).toHaveCount(2)
  await expect(at(desk, 'comment')).toContainText('请核对案件数')
  await expect(at(desk, 'tracked').first()).toContainText('吴副局')
  await desk.screenshot({ path: 'test-results/shots/import-tracked.png' })
  await at(desk, 'tab-blocks').click()
  await expect(at(desk, 'block').filter({ hasText: '立案27宗' })).toHaveCount(1)
  await at(desk, 'tab-beside').click()
  await at(desk, 'revisions-original').check()
  await at(desk, 'tab-blocks').click()
  await expect(at(desk, 'block').filter({ hasText: '立案20宗' })).toHaveCount(1)
})

test('several files are read one after another, each looked at and taken in by itself', async ({ desk, served }) => {
  const add = async (name: string): Promise<void> => {
    await at(desk, 'import-file').click()
    await at(desk, 'chooser-name').fill(path.join(served.folder, name))
    await at(desk, 'chooser-ok').click()
  }
  writeFileSync(path.join(served.folder, '旧.doc'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
  writeFileSync(path.join(served.folder, '一.docx'), TRACKED)
  writeFileSync(path.join(served.folder, '二.txt'), REPORT.replaceAll('2022', '2021'))
  await makeLibrary(desk, served, { year: '2024' })
  await goTo(desk, 'import')
  await add('旧.doc')
  await expect(at(desk, 'import-fault')).toContainText('.docx')
  await at(desk, 'import-several').check()
  for (const name of ['一.docx', '二.txt', '旧.doc']) await add(name)
  await expect(at(desk, 'import-one')).toHaveCount(3)
  await expect(at(desk, 'import-progress')).toHaveText('已读 3／3')
  await expect(at(desk, 'import-one').nth(2)).toContainText('另存为')
  await desk.screenshot({ path: 'test-results/shots/import-several.png' })
  await at(desk, 'import-one').first().getByRole('button', { name: '看一遍' }).click()
  await at(desk, 'accept').click()
  await expect(at(desk, 'import-one').first()).toContainText('已收下')
  await at(desk, 'import-one').nth(1).getByRole('button', { name: '看一遍' }).click()
  await expect(at(desk, 'import-year')).toHaveValue('2021')
  await at(desk, 'accept').click()
  await expect(at(desk, 'year')).toHaveValue('2021')
})
