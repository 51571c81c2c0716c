// From where something is told to where it is written.
import { at, expect, goTo, makeLibrary, saved, test } from './desk.ts'

test('what a year lacks is set where 总览 leads, one after the other', async ({ desk, served }) => {
  await makeLibrary(desk, served)
  const lacking = at(desk, 'lacking-open').filter({ hasText: '2024年' })
  await lacking.click()
  await expect(at(desk, 'cutoff')).toBeFocused()
  await desk.keyboard.type('12-31')
  await desk.keyboard.press('Tab')
  await saved(desk)
  await goTo(desk, 'overview')
  await lacking.click()
  await expect(at(desk, 'layout-addressee')).toBeVisible()
})

test('主送机关 written with the unit is offered to the year that has none', async ({ desk, served }) => {
  await makeLibrary(desk, served)
  await at(desk, 'unit').click()
  await at(desk, 'unit-addressee').fill('青溪县人民政府')
  await at(desk, 'unit-addressee-year').click()
  await expect(at(desk, 'unit-addressee-year')).toBeHidden()
  await at(desk, 'unit-done').click()
  await goTo(desk, 'draft')
  await at(desk, 'layout-toggle').click()
  await expect(at(desk, 'layout-addressee')).toHaveValue('青溪县人民政府')
})

test('a figure that 总览 names is the cell one stands on in 台账', async ({ desk, served }) => {
  await makeLibrary(desk, served)
  await goTo(desk, 'ledger')
  await desk.keyboard.type('甲项')
  await desk.keyboard.press('Enter')
  await desk.keyboard.type('乙项')
  await desk.keyboard.press('Enter')
  await saved(desk)
  await goTo(desk, 'overview')
  await at(desk, 'unsettled').filter({ hasText: '乙项' }).first().click()
  await expect(at(desk, 'figure-panel')).toContainText('乙项')
})
