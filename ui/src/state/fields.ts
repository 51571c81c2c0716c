import type { InjectionKey } from 'vue'

/** The name of the record's field that a box of the form holds, for what is written inside. */
export const FIELD_NAME: InjectionKey<string> = Symbol('field')
