import type { Calls } from './gen.ts'
import { faultOf } from './fault.ts'
import { send } from './transport.ts'

export type * from './gen.ts'
export { DeskFault, faultOf } from './fault.ts'
export { inWindow, showing } from './transport.ts'
export { chooseManyNatively, chooseNatively, onClosing } from './window.ts'

export type CallName = keyof Calls

/** Another page opened a 库: true when this one has found its own again, and the call may be tried once more. */
let find: () => Promise<boolean> = () => Promise.resolve(false)

export function whenElsewhere(finder: () => Promise<boolean>): void {
  find = finder
}

/** One named call through the desk's door. Rejects with a `DeskFault`, never with anything else. */
export async function call<Name extends CallName>(name: Name, args: Calls[Name]['args']): Promise<Calls[Name]['reply']> {
  try {
    return (await send(name, args)) as Calls[Name]['reply']
  } catch (thrown) {
    const fault = faultOf(thrown)
    if (fault.code !== 'elsewhere' || !(await find())) throw fault
    return (await send(name, args)) as Calls[Name]['reply']
  }
}

/** What is open now, whatever this page shows. */
export async function statusNow(): Promise<Calls['app.status']['reply']> {
  return (await send('app.status', {}, true)) as Calls['app.status']['reply']
}
