import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  base: './',
  build: { target: ['chrome92', 'safari15.4'], chunkSizeWarningLimit: 900, modulePreload: { polyfill: false } },
  server: { port: 1420, strictPort: true },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
})
