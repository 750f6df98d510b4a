import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { fromDisk, serviceWorker } from './scripts/plugins.mjs';

const server = process.env.TRACKER_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), fromDisk(), serviceWorker()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: 3000,
    // The server refuses a foreign Host and Origin; through the proxy the page is its own.
    proxy: Object.fromEntries(
      ['/v1', '/openapi.json', '/docs', '/healthz', '/readyz'].map((path) => [
        path,
        { target: server, changeOrigin: true, headers: { origin: server } },
      ]),
    ),
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    rollupOptions: {
      output: {
        manualChunks(id) {
          if (/node_modules\/(react|react-dom|scheduler)\//.test(id)) return 'react';
          return undefined;
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    globals: true,
    setupFiles: ['src/testing/setup.ts'],
    css: false,
  },
});
