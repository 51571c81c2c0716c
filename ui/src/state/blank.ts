import type { Slot, Year } from '../api/index.ts'
import type { Of } from './records.ts'

/** Records as they begin; the desk gives them number and order. */
export const blank = {
  year: (year: number): Year => ({
    id: 0, year, template: '', title: '', cutoff: null, addressee: '', signed: true, dated: null, sections: [], dialect: null, form: { about: false, tail: '' },
    opening: '', closing: '', deadlines: [], state: 'drafting', reviewed: [],
    letterhead: { on: false, copy: '', urgency: 'none', issuer: '', document: false, number: '', signers: '' }, attachments: [], note: '',
    imprint: { on: false, copies: '', office: '', printed: null },
    looks: { margins: 'nominal', faces: 'gb2312', latin: 'chinese', page_numbers: 'outer', seal: 'none' },
  }),
  area: (year: number, title: string, key = ''): Of<'area'> => ({ kind: 'area', id: 0, year, key, title, order: 0 }),
  achievement: (year: number, area: number, title = ''): Of<'achievement'> => ({
    kind: 'achievement', id: 0, year, area, title, body: '', date: null, until: null, office: '', source: '',
    answers: [], indicators: [], evidence: [], sensitivity: 'open', state: 'adopted', order: 0,
  }),
  problem: (year: number, title = ''): Of<'problem'> => ({
    kind: 'problem', id: 0, year, title, body: '', cause: '', office: '', source: 'unsaid', public_body: '',
    outcome: { state: 'unsaid', note: '' }, order: 0,
  }),
  plan: (year: number, title = ''): Of<'plan'> => ({
    kind: 'plan', id: 0, year, title, body: '', target: '', office: '', helpers: '', due: null, answers: [], document: '',
    outcome: { state: 'unsaid', note: '' }, order: 0,
  }),
  duty: (year: number, title = ''): Of<'duty'> => ({
    kind: 'duty', id: 0, year, post: '', prompt: '', title, body: '', meetings: '', supervised: '', instructions: '', study: '', accounts: '', court: '', order: 0,
  }),
  passage: (year: number, slot: Slot, area: number | null, body = ''): Of<'passage'> => ({
    kind: 'passage', id: 0, year, slot, area, body, run_on: false, order: 0,
  }),
  opinion: (year: number, body = ''): Of<'opinion'> => ({
    kind: 'opinion', id: 0, year, giver: '', about: '', body, verdict: 'open', reason: '', order: 0,
  }),
  figure: (year: number, key: string, label: string): Of<'figure'> => ({
    kind: 'figure', id: 0, year, key, label, value: null, unit: '', precision: 'exact', scope: '', relation: null, previous: null, source: '', cutoff: null, order: 0,
  }),
}
