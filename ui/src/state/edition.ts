import type { Document, Edition } from '../api/index.ts'
import { place } from './place.ts'
import type { View } from './place.ts'

export const VIEW_WORD: { [view in View]: string } = { submission: '报送版', public: '公开版', differences: '差异清单' }

/** The edition at hand, on every page: what 体检 finds, what is underlined and what is exported is of it. */
export const edition = (): Edition => (place.view === 'public' ? 'public' : 'submission')

/** The document that 成稿 and its pages show, as the calls name it. */
export function shown(): { edition: Edition; document: Document } {
  return { edition: edition(), document: place.view === 'differences' ? 'differences' : 'report' }
}
