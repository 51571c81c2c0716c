// One program, one browser page and one folder of its own for every test.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { base, expect } from '../../ui/playwright-kit.ts'
import type { Locator, Page } from '../../ui/playwright-kit.ts'

export { expect }
export type { Locator, Page }

const root = path.resolve(__dirname, '../..')
const program = process.env['NIANBAO'] ?? path.join(root, 'target/debug', process.platform === 'win32' ? 'nianbao.exe' : 'nianbao')

export interface Served {
  /** Where the test may write. */
  folder: string
  url: string
}

function start(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(program, ['serve', '--port', '0'], {
    cwd: folder,
    env: { ...process.env, HOME: folder, USERPROFILE: folder, NIANBAO_DATA: path.join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(said)?.[0]
      if (url) resolve({ child, url })
    })
    child.stderr?.on('data', (chunk: Buffer) => { said += chunk.toString() })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)))
  })
}

export const test = base.extend<{ served: Served; desk: Page }>({
  served: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), '法治年报-'))
    const { child, url } = await start(folder)
    await use({ folder, url })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    // It writes a backup when it is asked to end; here nobody wants one.
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  },
  /** The page, open on the program. What the browser's console complains of fails the test. */
  desk: async ({ page, served }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      // A fault of the desk is an answer with status 400, which the browser logs by itself.
      if (message.type() === 'error' && !/status of 400/.test(message.text())) complaints.push(message.text())
      if (message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    // The window freezes it too.
    await page.addInitScript(() => Object.freeze(Object.prototype))
    await page.goto(served.url)
    await use(page)
    expect(complaints).toEqual([])
  },
})

export const at = (page: Page | Locator, name: string): Locator => page.locator(`[data-test="${name}"]`)

export async function saved(page: Page): Promise<void> {
  await expect(at(page, 'save-state')).toHaveText(/^已保存/)
}

export async function openSample(page: Page): Promise<void> {
  await at(page, 'door-sample').click()
  await expect(at(page, 'overview-title')).not.toBeEmpty()
}

export async function goTo(page: Page, name: 'overview' | 'fill' | 'ledger' | 'draft' | 'check' | 'loop' | 'material' | 'history' | 'import' | 'export'): Promise<void> {
  await at(page, `page-${name}`).click()
}

export interface Made {
  unit: string
  year: string
  path: string
}

/** A new 库 through the first screen's door. */
export async function makeLibrary(page: Page, served: Served, wanted: { unit?: string; year?: string; template?: string } = {}): Promise<Made> {
  const unit = wanted.unit ?? '青溪县水务局'
  const year = wanted.year ?? '2024'
  await at(page, 'door-new').click()
  await at(page, 'unit-name').fill(unit)
  await at(page, 'unit-year').fill(year)
  if (wanted.template !== undefined) await at(page, 'unit-template').selectOption({ label: wanted.template })
  const target = path.join(served.folder, `${unit}.nianbao`)
  await expect(at(page, 'library-path')).toHaveText(target)
  await at(page, 'create').click()
  await expect(at(page, 'overview-title')).toContainText(unit)
  return { unit, year, path: target }
}
