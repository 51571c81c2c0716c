// Backups, another copy, and a file that is gone: by the hand of somebody who has just lost it.
import { closeSync, openSync, readFileSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { AxeBuilder } from '../../ui/playwright-kit.ts'
import { at, expect, makeLibrary, saved, test } from './desk.ts'
import type { Page } from './desk.ts'

async function sound(page: Page, where: string): Promise<void> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(found.violations.map((v) => `${where}: ${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`)).toEqual([])
}

async function writeSomething(desk: Page): Promise<void> {
  await at(desk, 'unit').click()
  await at(desk, 'unit-short').fill('本局')
  await at(desk, 'unit-done').click()
  await saved(desk)
}

for (const [width, height] of [[1280, 800], [1920, 1080]] as const) {
  test(`a backup is made, looked at and restored into a new file at ${width} × ${height}`, async ({ desk, served }) => {
    await desk.setViewportSize({ width, height })
    await makeLibrary(desk, served)
    await at(desk, 'backups').click()
    await expect(at(desk, 'no-backups')).toBeVisible()
    await sound(desk, 'no backups')
    await desk.screenshot({ path: `test-results/shots/backup-empty-${width}.png` })
    await desk.keyboard.press('Escape')
    await writeSomething(desk)
    await at(desk, 'backups').click()
    await at(desk, 'backup-make').click()
    await expect(at(desk, 'backup-done')).toContainText('已备份')
    await at(desk, 'backup-look').first().click()
    await expect(at(desk, 'backup-seen')).toContainText('最后一步：修改单位')
    await at(desk, 'library-verify').click()
    await expect(at(desk, 'backup-done')).toContainText('库文件完好')
    await sound(desk, 'backups')
    await desk.screenshot({ path: `test-results/shots/backup-${width}.png` })
    await at(desk, 'library-copy').click()
    await at(desk, 'chooser-ok').click()
    await expect(at(desk, 'backup-done')).toContainText('已另存')
    await at(desk, 'backup-restore').first().click()
    await at(desk, 'chooser-ok').click()
    await expect(at(desk, 'backup-done')).toContainText('已恢复到新文件')
    await at(desk, 'backup-open').click()
    await expect(at(desk, 'backup-dialog')).toBeHidden()
    await expect(desk).toHaveTitle(/恢复/)
  })
}

test('a file that is gone raises an alarm on the first screen, and its backup brings it back', async ({ desk, served }) => {
  const { path: file } = await makeLibrary(desk, served)
  await writeSomething(desk)
  await at(desk, 'library').click()
  await expect(at(desk, 'recent')).toBeVisible()
  truncateSync(file, 0)
  await desk.reload()
  await expect(at(desk, 'recent-alarm')).toContainText('文件被清空了')
  rmSync(file)
  await desk.reload()
  await expect(at(desk, 'recent-alarm')).toContainText('文件不在原来的位置了')
  await sound(desk, 'alarm')
  await desk.screenshot({ path: 'test-results/shots/alarm-1280.png' })
  await at(desk, 'recent-alarm').getByRole('button', { name: '看备份' }).click()
  await expect(at(desk, 'backup-set')).toContainText('原文件不在了')
  await at(desk, 'backup-restore').first().click()
  await at(desk, 'chooser-ok').click()
  await at(desk, 'backup-open').click()
  await expect(at(desk, 'overview-title')).toContainText('年')
  await at(desk, 'library').click()
  await at(desk, 'recent-forget').click()
  await expect(at(desk, 'recent-alarm')).toHaveCount(0)
})

test('a damaged file is shown with a notice and what it holds is found again', async ({ desk, served }) => {
  const { path: file } = await makeLibrary(desk, served)
  await writeSomething(desk)
  await at(desk, 'library').click()
  await expect(at(desk, 'recent')).toBeVisible()
  // The page that holds the history of the unit: what is shown does not need it.
  const from = Math.floor(readFileSync(file).indexOf('"kind":"unit"') / 4096) * 4096
  const opened = openSync(file, 'r+')
  writeSync(opened, Buffer.alloc(8, 0xee), 0, 8, from)
  closeSync(opened)
  await at(desk, 'recent').first().click()
  await expect(at(desk, 'notice-damaged')).toContainText('已损坏')
  await sound(desk, 'damaged')
  await desk.screenshot({ path: 'test-results/shots/damaged-1280.png' })
  await at(desk, 'notice-backups').click()
  await at(desk, 'library-salvage').click()
  await at(desk, 'chooser-ok').click()
  await expect(at(desk, 'backup-done')).toContainText('找回了')
  await desk.screenshot({ path: 'test-results/shots/salvaged-1280.png' })
})
