// Pictures of the ledger, to be looked at; they judge nothing by themselves.
import { at, expect, goTo, openSample, test } from './desk.ts'

for (const [width, height] of [[1024, 700], [1280, 800], [1920, 1080]] as const) {
  test(`the ledger at ${width} × ${height}`, async ({ desk }) => {
    await desk.setViewportSize({ width, height })
    const shot = (name: string) => desk.screenshot({ path: `test-results/shots/ledger-${name}-${width}.png` })
    await openSample(desk)
    await goTo(desk, 'ledger')
    await at(desk, 'cell-value').nth(4).click()
    await expect(at(desk, 'figure-chart')).toBeVisible()
    await desk.keyboard.type('47')
    await desk.keyboard.press('Shift+Enter')
    await at(desk, 'cell-value').nth(4).click()
    await expect(at(desk, 'panel-differs')).toBeVisible()
    await shot('differs')
    await at(desk, 'relate').click()
    await expect(at(desk, 'relation-form')).toBeVisible()
    await shot('relation')
    await desk.keyboard.press('Escape')
    await at(desk, 'mark-reviewed').click()
    await expect(at(desk, 'review')).toBeVisible()
    await shot('marked')
    await at(desk, 'cell-value').nth(8).click()
    await desk.keyboard.type('58')
    await desk.keyboard.press('Enter')
    await expect(at(desk, 'changed-figure')).toBeVisible()
    await at(desk, 'cell-label').nth(2).click()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight']) await desk.keyboard.press(`Shift+${key}`)
    await shot('review')
    await desk.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', '指标\t单位\t本年\t同比\n非常长的指标名称，长到一行写不下，只好折成两三行来写\t件\t123456789012\t1%\n另一项\t人\t八百\t')
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await expect(at(desk, 'paste-note')).toBeVisible()
    await shot('paste')
  })
}
