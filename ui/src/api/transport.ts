import { invoke, isTauri } from '@tauri-apps/api/core'
import { DeskFault, faultOf } from './fault.ts'
import { whole } from './whole.ts'

/** Whether the page stands in the program's own window; otherwise in a browser over `nianbao serve`. */
export const inWindow: boolean = isTauri()

const KEPT = 'nianbao-token'

/** The token comes once, in the address; it is kept for this tab and taken out of sight. */
function takeToken(): string {
  const here = new URL(window.location.href)
  const given = here.searchParams.get('token')
  if (given !== null && given !== '') {
    window.sessionStorage.setItem(KEPT, given)
    here.searchParams.delete('token')
    window.history.replaceState(null, '', here)
    return given
  }
  return window.sessionStorage.getItem(KEPT) ?? ''
}

const token = inWindow ? '' : takeToken()

let shown: number | null = null

/** From here on calls reach the 库 opened under this number, or none (null: whichever is open). */
export function showing(opening: number | null): void {
  shown = opening
}

async function overWindow(name: string, args: unknown): Promise<unknown> {
  try {
    return await invoke('call', { name, args: JSON.parse(JSON.stringify(args, whole)) as unknown })
  } catch (thrown) {
    throw faultOf(thrown)
  }
}

async function overLoopback(name: string, args: unknown, opening: number | null): Promise<unknown> {
  const body = JSON.stringify(args, whole)
  let reply: Response
  try {
    reply = await fetch(`/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-nianbao-token': token, ...(opening === null ? {} : { 'x-nianbao-opening': String(opening) }) },
      body,
      // A browser refuses to keep alive more than 64 KiB, and counts bytes: a Chinese character is three.
      keepalive: new TextEncoder().encode(body).length < 60_000,
    })
  } catch {
    throw new DeskFault({ code: 'unreachable', message: '与程序的连接断了', hint: '请看看“法治年报”是否还开着，再点重试' })
  }
  const text = await reply.text()
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const lost = reply.status === 401 || reply.status === 403
    throw new DeskFault(
      lost
        ? { code: 'token', message: '这个网页没有得到程序的许可', hint: '请从“法治年报”重新打开' }
        : { code: 'unreachable', message: '程序的回答看不懂', hint: '请重新打开“法治年报”' },
    )
  }
  if (!reply.ok) throw faultOf(value)
  return value
}

/** `anywhere`: whatever 库 is open now, not the one this page shows. */
export function send(name: string, args: unknown, anywhere = false): Promise<unknown> {
  return inWindow ? overWindow(name, args) : overLoopback(name, args, anywhere ? null : shown)
}
