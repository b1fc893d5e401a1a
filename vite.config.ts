import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { filesUnder } from './scripts/files.mjs';
import { minifyTemplatesPlugin } from './scripts/minify-templates.mjs';
import { mockWorkerForVite } from './scripts/mock-worker.mjs';

const pages = filesUnder('demo')
  .filter((file) => file.endsWith('.html'))
  .map((file) => resolve(file));

/** The demo, served by `npm start` and built by `npm run build:demo`. The package: scripts/build.mjs. */
export default defineConfig({
  root: 'demo',
  // Every page is a file of its own; an unknown address is a 404, as on a static host.
  appType: 'mpa',
  plugins: [mockWorkerForVite(), minifyTemplatesPlugin()],
  // The demo imports the sources beside it.
  server: { host: '127.0.0.1', port: 5173, fs: { allow: ['..'] } },
  preview: { host: '127.0.0.1' },
  build: {
    target: 'es2022',
    outDir: '../dist-demo',
    emptyOutDir: true,
    rolldownOptions: { input: pages },
  },
});
