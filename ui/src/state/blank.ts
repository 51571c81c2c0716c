import type { Slot } from '../api/index.ts'
import type { Of } from './records.ts'

/** Records as they begin; the desk gives them number and order. */
export const blank = {
  area: (year: number, title: string, key = ''): Of<'area'> => ({ kind: 'area', id: 0, year, key, title, order: 0 }),
  achievement: (year: number, area: number, title = ''): Of<'achievement'> => ({
    kind: 'achievement', id: 0, year, area, title, body: '', date: null, office: '', order: 0,
  }),
  problem: (year: number, title = ''): Of<'problem'> => ({ kind: 'problem', id: 0, year, title, body: '', cause: '', order: 0 }),
  plan: (year: number, title = ''): Of<'plan'> => ({ kind: 'plan', id: 0, year, title, body: '', office: '', due: null, order: 0 }),
  duty: (year: number, title = ''): Of<'duty'> => ({ kind: 'duty', id: 0, year, post: '', title, body: '', order: 0 }),
  passage: (year: number, slot: Slot, area: number | null, body = ''): Of<'passage'> => ({
    kind: 'passage', id: 0, year, slot, area, body, run_on: false, order: 0,
  }),
  figure: (year: number, key: string, label: string): Of<'figure'> => ({
    kind: 'figure', id: 0, year, key, label, value: null, unit: '', precision: 'exact', scope: '', source: '', cutoff: null, order: 0,
  }),
}
