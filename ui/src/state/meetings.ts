/** One meeting as the form shows it: a line of the record. */
export interface Meeting {
  date: string
  topic: string
}

const DAY = /^([0-9０-９年月日号.．/\-—－至]+)[ \t　]+(.*)$/

/** A line begins with a day where its first word looks like one; all else is the topic. */
export function meetings(text: string): Meeting[] {
  if (text === '') return []
  return text.split('\n').map((line) => {
    const found = DAY.exec(line)
    const bare = /^[0-9０-９]+[年月.．/\-－][0-9０-９年月日号.．/\-—－至]*$/.test(line)
    return found ? { date: found[1] ?? '', topic: found[2] ?? '' } : bare ? { date: line, topic: '' } : { date: '', topic: line }
  })
}

/** Nothing typed is lost: a line that was not split is put together as it was. */
export function meetingLines(list: readonly Meeting[]): string {
  return list.map(({ date, topic }) => (date === '' || topic === '' ? `${date}${topic}` : `${date} ${topic}`)).join('\n')
}
