// 历史: what was done in words, back and forth in it, versions kept, compared and restored.
import { at, expect, goTo, makeLibrary, openSample, saved, test } from './desk.ts'
import type { Page } from './desk.ts'

/** A call past the screen, to fill a 库 quickly. */
async function ask<Reply>(page: Page, name: string, args: unknown): Promise<Reply> {
  return page.evaluate(async ([called, given]) => {
    const token = window.sessionStorage.getItem('nianbao-token') ?? ''
    const reply = await fetch(`/call/${called}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-nianbao-token': token }, body: given })
    if (!reply.ok) throw new Error(await reply.text())
    return reply.json()
  }, [name, JSON.stringify(args)] as const) as Promise<Reply>
}

async function note(page: Page, ...sentences: string[]): Promise<void> {
  await goTo(page, 'fill')
  await at(page, 'part').nth(1).click()
  for (const sentence of sentences) {
    const before = await at(page, 'row').count()
    await at(page, 'quick-add').fill(sentence)
    await page.keyboard.press('Enter')
    await expect(at(page, 'row')).toHaveCount(before + 1)
  }
}

async function keep(page: Page, name: string): Promise<void> {
  await at(page, 'version-name').fill(name)
  await at(page, 'version-keep').click()
  await expect(at(page, 'version').filter({ hasText: name })).toBeVisible()
}

test('the timeline marks what undo and redo would do, and goes back and forth several steps at once', async ({ desk }) => {
  await openSample(desk)
  await note(desk, '修订执法手册', '开展案卷评查', '举办法治讲座')
  await goTo(desk, 'history')
  await expect(at(desk, 'day').first()).toHaveText('今天')
  await expect(at(desk, 'step').first()).toContainText('举办法治讲座')
  await expect(at(desk, 'step').first().locator('[data-test="next-undo"]')).toBeVisible()
  await at(desk, 'step').nth(2).click()
  await expect(at(desk, 'step-more')).toContainText('新增')
  await at(desk, 'walk').click()
  await expect(at(desk, 'toast').last()).toContainText('已撤销 2 步')
  await expect(at(desk, 'step').nth(2).locator('[data-test="next-undo"]')).toBeVisible()
  await expect(at(desk, 'step').nth(1).locator('[data-test="next-redo"]')).toBeVisible()
  // What stands undone comes back as far as one wants, or all of it by the toast.
  await at(desk, 'step').nth(1).click()
  await at(desk, 'walk').click()
  await expect(at(desk, 'step').first().locator('[data-test="next-redo"]')).toBeVisible()
  await desk.keyboard.press('Control+y')
  await expect(at(desk, 'step').first().locator('[data-test="next-undo"]')).toBeVisible()
  await desk.keyboard.press('Control+z')
  await note(desk, '另起一件事')
  await goTo(desk, 'history')
  await expect(at(desk, 'step').nth(1)).toContainText('不能重做')
  await at(desk, 'step').nth(3).click()
  await at(desk, 'step-record').click()
  await expect(at(desk, 'field-title')).toContainText('修订执法手册')
})

test('a version is kept, compared side by side and as one text, and restored; the toast takes that back', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'history')
  await keep(desk, '送审稿')
  await expect(at(desk, 'compare-counts')).toContainText('没有改动')
  await at(desk, 'version-name').fill('送审稿')
  await at(desk, 'version-keep').click()
  await expect(desk.getByText('已经有同名的版本，请换一个名称')).toBeVisible()
  await expect(at(desk, 'version-name')).toBeFocused()
  await expect(at(desk, 'version')).toHaveCount(1)
  await at(desk, 'version-restore').click()
  await expect(at(desk, 'toast').last()).toContainText('不用恢复')

  await goTo(desk, 'fill')
  await at(desk, 'part').nth(1).click()
  await at(desk, 'row').first().click()
  await at(desk, 'field-title').fill('把学法用法落到办案')
  await saved(desk)
  await note(desk, '推行取水许可告知承诺')
  await goTo(desk, 'history')
  await expect(at(desk, 'compare-a')).toHaveValue(/^kept:/)
  await expect(at(desk, 'compare-counts')).toContainText('新增 1 条，修改 1 条')
  const changed = at(desk, 'compared').filter({ hasText: '把学法用法落到办案' }).locator('[data-test="compared-field"]').first()
  await expect(changed.locator('del')).toHaveText('以理论学习带动依法履职')
  await expect(changed.locator('ins')).toHaveText('把学法用法落到办案')
  await at(desk, 'view-text').click()
  await expect(desk.locator('.whole del').first()).toHaveText('以理论学习带动依法履职')
  await expect(desk.locator('.whole')).not.toContainText('特此报告')
  await at(desk, 'unfold').last().click()
  await expect(desk.locator('.whole')).toContainText('特此报告')

  await at(desk, 'version-restore').click()
  await expect(at(desk, 'compare-counts')).toContainText('没有改动')
  await expect(at(desk, 'step').first()).toContainText('恢复到“送审稿')
  await at(desk, 'toast-act').last().click()
  await expect(at(desk, 'compare-counts')).toContainText('新增 1 条，修改 1 条')
})

test('last year stands against this one', async ({ desk }) => {
  await openSample(desk)
  await goTo(desk, 'history')
  await at(desk, 'compare-b').selectOption({ label: '2022年，现在' })
  await expect(desk.getByText('两边选的是同一个版本')).toBeVisible()
  await at(desk, 'compare-last-year').click()
  await at(desk, 'view-text').click()
  await expect(desk.locator('.whole del').first()).toHaveText('2022')
  await expect(desk.locator('.whole ins').first()).toHaveText('2023')
  await at(desk, 'compare-turn').click()
  await expect(desk.locator('.whole ins').first()).toHaveText('2022')
})

test('in a new 库 each part says what to do next, and what could not be compared says why', async ({ desk, served }) => {
  await makeLibrary(desk, served)
  await goTo(desk, 'history')
  await expect(desk.getByText('还没有留存的版本')).toBeVisible()
  await expect(desk.getByText('还没有可以对比的版本')).toBeVisible()
  await at(desk, 'compare-keep').click()
  await expect(at(desk, 'version-name')).toBeFocused()
  await desk.route('**/call/snapshot.make', (route) => route.fulfill({ status: 400, contentType: 'application/json', body: JSON.stringify({ code: 'disk_full', message: '磁盘空间不足，没有写成', hint: '请清理磁盘', suggested: null }) }))
  await desk.keyboard.type('底稿')
  await desk.keyboard.press('Enter')
  await expect(desk.locator('.kept .fault')).toHaveText('磁盘空间不足，没有写成。请清理磁盘。')
  await expect(at(desk, 'version-name')).toHaveValue('底稿')
  await desk.unroute('**/call/snapshot.make')
  await desk.route('**/call/snapshot.compare', (route) => route.fulfill({ status: 400, contentType: 'application/json', body: JSON.stringify({ code: 'io', message: '没有读出这个版本', hint: '请重试', suggested: null }) }))
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'compare-fault')).toContainText('没有读出这个版本')
  await desk.unroute('**/call/snapshot.compare')
  await at(desk, 'compare-fault').getByRole('button').click()
  await expect(at(desk, 'compare-counts')).toContainText('没有改动')
  await at(desk, 'history-fill').click()
  await expect(at(desk, 'part').first()).toBeVisible()
})

test('by keys alone: a version kept, a step looked at and gone back to, each change come to', async ({ desk }) => {
  await openSample(desk)
  await note(desk, '修订执法手册')
  await at(desk, 'page-history').focus()
  await desk.keyboard.press('Enter')
  await at(desk, 'step').first().waitFor()
  await desk.keyboard.press('F6')
  await expect(at(desk, 'step').first()).toBeFocused()
  for (const name of ['version-first', 'version-keep', 'version-name']) {
    await desk.keyboard.press('Shift+Tab')
    await expect(at(desk, name)).toBeFocused()
  }
  await desk.keyboard.type('底稿')
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'version')).toHaveCount(1)
  for (const name of ['version-keep', 'version-compare', 'version-restore', 'step'] as const) {
    await desk.keyboard.press('Tab')
    await expect(at(desk, name).first()).toBeFocused()
  }
  await desk.keyboard.press('ArrowDown')
  await expect(at(desk, 'step').nth(1)).toBeFocused()
  await desk.keyboard.press('Enter')
  await desk.keyboard.press('Tab')
  await expect(at(desk, 'walk')).toBeFocused()
  await desk.keyboard.press('Enter')
  await expect(at(desk, 'compare-counts')).toContainText('删除 1 条')
  await expect(at(desk, 'step').nth(1)).toBeFocused()
  await desk.keyboard.press('Alt+ArrowDown')
  await expect(at(desk, 'compare-at')).toHaveText(/^第 1 处/)
  await expect(desk.locator('[data-change="0"]')).toBeFocused()
  await desk.keyboard.press('Alt+ArrowUp')
  await expect(at(desk, 'compare-at')).toHaveText(/^第 (\d+) 处，共 \1 处$/)
  await desk.keyboard.press('Control+y')
  await expect(at(desk, 'compare-counts')).toContainText('没有改动')
})

test('thousands of steps and sixty pages: read by the page, compared, jumped through', async ({ desk }) => {
  test.setTimeout(180_000)
  await openSample(desk)
  const { areas } = await ask<{ areas: { id: number }[] }>(desk, 'year.get', { year: 2023 })
  const body = (n: number): string => `围绕第${n}项任务，逐条核对清单、逐项明确责任，按月调度、按季通报。`.repeat(6)
  const base = { kind: 'achievement', id: 0, year: 2023, area: areas[0]?.id ?? 0, order: 0 }
  const sample = await ask<{ achievements: object[] }>(desk, 'year.get', { year: 2023 })
  const ids: number[] = []
  for (let n = 0; n < 200; n += 1) {
    const changed = await ask<{ records: { id: number; kind: string }[] }>(desk, 'record.add', { record: { ...sample.achievements[0], ...base, title: `第${n}件事`, body: body(n) } })
    ids.push(changed.records.find((r) => r.kind === 'achievement')?.id ?? 0)
  }
  await ask(desk, 'snapshot.make', { year: 2023, name: '长稿' })
  for (let round = 0; round < 11; round += 1) {
    for (const [n, id] of ids.entries()) await ask(desk, 'record.set', { kind: 'achievement', id, fields: { body: `${body(n)}第${round}轮又作了核对。` } })
  }
  await desk.reload()
  await goTo(desk, 'history')
  await expect(at(desk, 'step')).toHaveCount(200)
  for (let pages = 2; pages <= 13; pages += 1) {
    const last = (await at(desk, 'step').last().getAttribute('data-step')) ?? ''
    await at(desk, 'older').click()
    await expect(desk.locator(`[data-step="${last}"]`)).toHaveCount(0)
    await expect(desk.locator(`[data-step="${Number(last) - 1}"]`)).toBeFocused()
  }
  await expect(at(desk, 'older')).toHaveCount(0)
  await expect(at(desk, 'step').last()).toContainText('新建库')
  await at(desk, 'newer').click()
  await expect(at(desk, 'step')).toHaveCount(200)
  await expect(at(desk, 'compare-counts')).toContainText('修改 200 条')
  await at(desk, 'view-text').click()
  await expect(at(desk, 'compare-at')).toHaveText('共 200 处')
  await at(desk, 'compare-before').click()
  await expect(desk.locator('[data-change="199"]')).toBeInViewport()
  await at(desk, 'view-records').click()
  await at(desk, 'compare-before').click()
  await expect(desk.locator('[data-change="199"]')).toBeInViewport()
  await expect(desk.locator('[data-change="199"]')).toBeFocused()
})
