/** Half of a rare character, as a paste that was cut in its middle leaves it. */
const HALF = /\p{Cs}/gu

/** For `JSON.stringify`: no program reads JSON with half a character in it, and the whole edit would be refused. */
export function whole(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(HALF, '\u{FFFD}') : value
}
