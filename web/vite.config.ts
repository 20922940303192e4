import { defineConfig } from 'vite';

// Everything is served by the application itself from /: hashed files under /assets, the rest as
// named in public/. The manifest tells the server which files belong to an entry.
export default defineConfig({
  base: '/',
  build: {
    target: 'es2022',
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: { input: { main: 'src/main.ts' } },
  },
  worker: { format: 'es' },
});
