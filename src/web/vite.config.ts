import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';

/** The dashboard's client: everything in hashed files, nothing inline, so that the api can serve it under a strict CSP. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 900,
  },
});
