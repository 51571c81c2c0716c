// Pictures of every page, to be looked at; they judge nothing by themselves.
import { at, goTo, openSample, test, expect } from './desk.ts'

const SIZES = [[1024, 700], [1280, 800], [1920, 1080]] as const
const PAGES = ['overview', 'fill', 'ledger', 'draft', 'import', 'export'] as const

for (const [width, height] of SIZES) {
  test(`every page at ${width} × ${height}`, async ({ desk }) => {
    await desk.setViewportSize({ width, height })
    const shot = (name: string) => desk.screenshot({ path: `test-results/shots/${name}-${width}.png` })
    await expect(at(desk, 'door-new')).toBeVisible()
    await shot('start')
    await at(desk, 'door-new').click()
    await at(desk, 'unit-name').fill('青溪县水务局')
    await shot('new')
    await desk.getByRole('button', { name: '返回' }).click()
    await openSample(desk)
    for (const page of PAGES) {
      await goTo(desk, page)
      await desk.waitForLoadState('networkidle')
      if (page === 'fill') {
        await at(desk, 'part').nth(1).click()
        await at(desk, 'row').first().click()
      }
      await shot(page)
    }
    await goTo(desk, 'draft')
    await at(desk, 'para').nth(3).click()
    await shot('draft-editing')
    await at(desk, 'layout-toggle').click()
    await shot('draft-layout')
  })
}
