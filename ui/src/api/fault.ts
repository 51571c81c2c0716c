import type { Fault, FaultCode } from './gen.ts'

/** Codes of our own for what happens before the desk is reached. */
type Code = FaultCode | 'unreachable' | 'token' | 'program'

/** What could not be done, in words for the clerk and a code for us. */
export class DeskFault extends Error {
  readonly code: Code
  readonly hint: string
  /** Another file name that is free, where the one asked for is not. */
  readonly suggested: string | null

  constructor(fault: { code: Code; message: string; hint: string; suggested?: string | null }) {
    super(fault.message)
    this.name = 'DeskFault'
    this.code = fault.code
    this.hint = fault.hint
    this.suggested = fault.suggested ?? null
  }

  /** Both sentences, for a place that has room for one line. */
  get whole(): string {
    return [this.message, this.hint].filter((s) => s !== '').map((s) => s.replace(/[。]$/, '')).join('。') + '。'
  }
}

function isFault(value: unknown): value is Fault {
  return (
    typeof value === 'object' && value !== null &&
    'code' in value && typeof value.code === 'string' && 'message' in value && typeof value.message === 'string'
  )
}

/** Whatever was thrown or answered becomes a fault: no other error reaches a page. */
export function faultOf(value: unknown): DeskFault {
  if (value instanceof DeskFault) return value
  if (isFault(value)) return new DeskFault(value)
  const detail = value instanceof Error ? value.message : String(value)
  return new DeskFault({
    code: 'program',
    message: '程序出错，这一步没有完成',
    hint: `请重试；如果仍然不行，请把这句话告诉维护人员：${detail}`,
  })
}
