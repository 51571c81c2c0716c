import type { Calls } from './gen.ts'
import { send } from './transport.ts'

export type * from './gen.ts'
export { DeskFault, faultOf } from './fault.ts'
export { inWindow } from './transport.ts'
export { chooseManyNatively, chooseNatively, onClosing } from './window.ts'

export type CallName = keyof Calls

/** One named call through the desk's door. Rejects with a `DeskFault`, never with anything else. */
export async function call<Name extends CallName>(name: Name, args: Calls[Name]['args']): Promise<Calls[Name]['reply']> {
  return (await send(name, args)) as Calls[Name]['reply']
}
