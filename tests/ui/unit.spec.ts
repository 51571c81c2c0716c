// The unit's own form, opened by its name.
import { at, expect, openSample, saved, test } from './desk.ts'

test('the unit is changed where its name stands, and the report follows', async ({ desk }) => {
  await openSample(desk)
  await at(desk, 'unit').click()
  await expect(at(desk, 'unit-dialog')).toBeVisible()
  await at(desk, 'unit-full').fill('清禾县䶮水街道办事处')
  await at(desk, 'head-post').last().fill('党工委书记、办事处主任')
  await expect(at(desk, 'head-post').last()).toHaveValue('')
  await at(desk, 'unit-done').click()
  await saved(desk)
  await expect(at(desk, 'unit')).toHaveText('清禾县䶮水街道办事处')
  await expect(at(desk, 'overview-title')).toContainText('清禾县䶮水街道办事处')
  await desk.keyboard.press('Control+z')
  await expect(at(desk, 'unit')).not.toHaveText('清禾县䶮水街道办事处')
})

test('an empty name is said beside its field, and the close button speaks Chinese', async ({ desk }) => {
  await openSample(desk)
  await at(desk, 'unit').click()
  await at(desk, 'unit-full').fill('')
  await expect(at(desk, 'unit-dialog').getByText('请填写单位全称')).toBeVisible()
  await expect(desk.getByRole('button', { name: /Close/ })).toHaveCount(0)
})

test('a head’s post may be emptied and written anew without touching the next', async ({ desk }) => {
  await openSample(desk)
  await at(desk, 'unit').click()
  const posts = at(desk, 'head-post')
  const before = await posts.count()
  await posts.last().fill('副书记')
  await posts.nth(before - 1).fill('')
  await posts.nth(before - 1).fill('副局长')
  await expect(posts.nth(before)).toHaveValue('')
  await expect(posts.nth(before - 1)).toHaveValue('副局长')
  await posts.first().fill('')
  await posts.first().fill('书记')
  await expect(posts.nth(before - 1)).toHaveValue('副局长')
})
