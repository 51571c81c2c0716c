// The journeys live in tests/ui, where no package is installed; they import through here.
export { expect, test as base } from '@playwright/test'
export type { Locator, Page } from '@playwright/test'
export { AxeBuilder } from '@axe-core/playwright'
