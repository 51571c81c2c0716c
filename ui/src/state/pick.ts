/** One of the things a field lets one choose from. */
export interface PickOption {
  value: number
  word: string
  /** What tells it from its like: a 文号, an office. */
  more?: string
}

/** Those that hold every word typed, in either of their texts; the order stays. */
export function matching(options: readonly PickOption[], typed: string): PickOption[] {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return options.filter((option) => {
    const all = `${option.word}\n${option.more ?? ''}`.toLowerCase()
    return words.every((word) => all.includes(word))
  })
}

/** The choice with one more or one less; where only one may be chosen, it takes the other's place. */
export function toggled(chosen: readonly number[], value: number, single: boolean): number[] {
  if (chosen.includes(value)) return chosen.filter((other) => other !== value)
  return single ? [value] : [...chosen, value]
}
