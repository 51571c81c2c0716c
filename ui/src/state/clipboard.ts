/** A block as spreadsheets take it: tabs and line ends; what holds either, or a quotation mark, in quotes. */
export function tsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\r\n')
}

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ')
  if (!(node instanceof Element)) return ''
  if (node.tagName === 'BR') return '\n'
  const inner = [...node.childNodes].map(textOf).join('')
  return /^(P|DIV|LI)$/.test(node.tagName) ? `${inner}\n` : inner
}

/**
 * The table of a clipboard's HTML, row by row. A merged cell stands in its first place and leaves the
 * others empty, as in the tab-separated text. Paragraphs within a cell stay in the cell: in the plain
 * text that Word puts beside it they would break the row.
 */
export function tableOf(html: string): string[][] | null {
  if (!/<table/i.test(html)) return null
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return null
  const rows: string[][] = []
  const taken: boolean[][] = []
  for (const [r, tr] of [...table.querySelectorAll('tr')].filter((tr) => tr.closest('table') === table).entries()) {
    const row = (rows[r] ??= [])
    let c = 0
    for (const cell of [...tr.children].filter((e) => /^(TD|TH)$/.test(e.tagName))) {
      while (taken[r]?.[c]) c += 1
      const span = (name: string): number => Math.min(Math.max(Number(cell.getAttribute(name) ?? 1) || 1, 1), 200)
      const [wide, high] = [span('colspan'), span('rowspan')]
      for (let y = 0; y < high; y += 1) for (let x = 0; x < wide; x += 1) (taken[r + y] ??= [])[c + x] = true
      row[c] = textOf(cell).replace(/\u00a0/g, ' ').split('\n').map((l) => l.trim()).filter((l) => l !== '').join('\n')
      c += wide
    }
  }
  if (rows.length === 0) return null
  return rows.map((row) => Array.from(row, (cell) => cell ?? ''))
}

/** What was copied as the desk reads it; an HTML table tells more than the text beside it. */
export function copiedBlock(data: Pick<DataTransfer, 'getData'> | null): string {
  const table = tableOf(data?.getData('text/html') ?? '')
  return table && table.length > 0 ? tsv(table) : (data?.getData('text/plain') ?? '')
}

/** More than one cell: then it goes into the grid, not into the cell one writes in. */
export function isBlock(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/\r?\n$/, ''))
}

/**
 * Puts a report into the clipboard as text with its headings and tables, and as plain text for places that take
 * no other. False: the browser does not allow it.
 */
export async function copyReport(report: Promise<{ html: string; plain: string }>): Promise<boolean> {
  const { html, plain } = await report
  try {
    const as = (type: string, text: string): Blob => new Blob([text], { type })
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': as('text/html', html), 'text/plain': as('text/plain', plain) })])
    return true
  } catch {
    return copyTheOldWay(html, plain)
  }
}

/** Web views without the newer way, and pages that have lost the press of the key. */
function copyTheOldWay(html: string, plain: string): boolean {
  let taken = false
  const put = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', plain)
    taken = event.clipboardData !== null
  }
  document.addEventListener('copy', put, { once: true, capture: true })
  const done = document.execCommand('copy')
  document.removeEventListener('copy', put, { capture: true })
  return done && taken
}
