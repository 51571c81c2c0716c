// Pictures of evidence and indicators, to be looked at; they judge nothing by themselves.
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { at, expect, goTo, openSample, test } from './desk.ts'

for (const [width, height] of [[1024, 700], [1280, 800], [1920, 1080]] as const) {
  test(`evidence and indicators at ${width} × ${height}`, async ({ desk, served }) => {
    await desk.setViewportSize({ width, height })
    const shot = (name: string) => desk.screenshot({ path: `test-results/shots/material-${name}-${width}.png` })
    await openSample(desk)
    await goTo(desk, 'material')
    await expect(desk.getByText('还没有佐证')).toBeVisible()
    await shot('empty')
    for (const name of ['关于开展行政规范性文件清理工作的通知（征求意见稿及起草说明）.pdf', '会议纪要.docx', '执法公示截图.png']) {
      const file = path.join(served.folder, name)
      writeFileSync(file, name)
      await at(desk, 'attach').click()
      await at(desk, 'chooser-name').fill(file)
      await at(desk, 'chooser-ok').click()
      await expect(at(desk, 'evidence-title')).toHaveValue(name.replace(/\.[a-z]+$/, ''))
    }
    await at(desk, 'of-achievements-pick').click()
    await at(desk, 'link-option').first().check()
    await shot('links')
    await at(desk, 'link-done').click()
    rmSync(path.join(served.folder, '执法公示截图.png'))
    await at(desk, 'evidence-check').click()
    await expect(at(desk, 'evidence-bad')).toBeVisible()
    await shot('evidence')
    await at(desk, 'tab-indicators').click()
    const table = path.join(served.folder, '考评指标.csv')
    writeFileSync(table, ['法治政府建设考评指标,,,,,', '编号,一级指标,二级指标,三级指标,评分标准,分值', '1.1.1,依法全面履行政府职能,制度建设,行政规范性文件清理,未清理的扣 3 分,3', '1.1.2,,,合法性审查,,2', ',,严格执法,执法公示,每少一项扣 1 分，扣完为止，另有加分,4', '2.1.1,保障监督,教育培训,干部培训,,1'].join('\n'))
    await at(desk, 'indicator-import').click()
    await at(desk, 'indicator-choose').click()
    await at(desk, 'chooser-name').fill(table)
    await at(desk, 'chooser-ok').click()
    await expect(at(desk, 'indicator-understood')).toBeVisible()
    await shot('reading')
    await at(desk, 'indicator-accept').click()
    await at(desk, 'indicator-row').filter({ hasText: '合法性审查' }).click()
    await expect(at(desk, 'indicator-form')).toBeVisible()
    await shot('indicators')
  })
}
